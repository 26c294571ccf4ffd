//! What a summary states, before it is put into words of any language.

use crate::*;

/// One thing that the summary says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Statement {
    /// These data are used, under this position.
    Used {
        data: Vec<Data>,
        position: Position,
        audiences: Vec<Audience>,
    },
    /// These data are not used.
    NotUsed {
        data: Vec<Data>,
        audiences: Vec<Audience>,
    },
    /// Others than the ordinary individual.
    Others {
        audiences: Vec<Audience>,
        position: Position,
    },
    /// Plans that are not named are not used.
    OtherPlansNotUsed,
    /// How to turn it off (or, where it is off, how that is managed).
    Control {
        mechanism: Mechanism,
        target: Option<String>,
        withdraw: bool,
    },
    /// It happens only on agreement, and nothing says how agreement is withdrawn.
    NeedsConsent,
    /// It happens, and no control is stated.
    NoControl,
    /// What goes on all the same.
    Despite { names: Vec<String> },
    /// Other companies train on people's data, or do not.
    ThirdParty { position: Position },
    /// Models are trained on data obtained elsewhere.
    Source,
    /// Data are protected in or before training.
    Safeguard,
}

/// The statements of a Report, in the order of [`Role`], each with its clauses.
pub(crate) fn statements(report: &Report) -> Vec<(Role, Statement, Vec<usize>)> {
    let mut found = Vec::new();
    let ordinary = |c: &Clause| !only_for_tiers(c, &report.tiers);
    let pick = |want: &dyn Fn(&Clause) -> bool| -> Vec<usize> {
        (0..report.clauses.len())
            .filter(|&i| want(&report.clauses[i]))
            .collect()
    };
    let has = |c: &Clause, k: Kind| c.kinds.contains(&k);
    let despite = |c: &Clause| has(c, Kind::Exception) && c.position == Some(Position::Trains);
    let regime = match report.position {
        DocumentPosition::Trains => Some(Position::Trains),
        DocumentPosition::OptOut => Some(Position::OptOut),
        DocumentPosition::OptIn => Some(Position::OptIn),
        DocumentPosition::Prohibits | DocumentPosition::Silent => None,
    };
    if let Some(position) = regime {
        let mut used = pick(&|c| has(c, Kind::Use) && !despite(c) && ordinary(c));
        if used.is_empty() {
            used = pick(&|c| {
                c.position.map(DocumentPosition::from) == Some(report.position) && ordinary(c)
            });
        }
        if !used.is_empty() {
            let audiences = plans(report, &used);
            let mut data = data(report, &used);
            let excepted = report.exceptions.iter().any(|e| e.name == "feedback");
            if excepted && data.len() > 1 {
                data.retain(|d| *d != Data::Feedback);
            }
            let named = !audiences.is_empty();
            let only_these: Vec<usize> = used
                .iter()
                .copied()
                .filter(|&i| named && report.clauses[i].kinds.contains(&Kind::Prohibit))
                .collect();
            found.push((
                Role::What,
                Statement::Used {
                    data,
                    position,
                    audiences,
                },
                used,
            ));
            if !only_these.is_empty() {
                found.push((Role::Who, Statement::OtherPlansNotUsed, only_these));
            }
        }
    }
    let barred = pick(&|c| {
        has(c, Kind::Prohibit) && !has(c, Kind::Use) && !has(c, Kind::Choice) && ordinary(c)
    });
    if !barred.is_empty() && report.position != DocumentPosition::OptIn {
        let audiences = Vec::new();
        found.push((
            Role::What,
            Statement::NotUsed {
                data: data(report, &barred),
                audiences,
            },
            barred,
        ));
    }
    for position in [
        Position::Prohibits,
        Position::OptIn,
        Position::OptOut,
        Position::Trains,
    ] {
        let tiers: Vec<&Tier> = report
            .tiers
            .iter()
            .filter(|t| t.position == position)
            .collect();
        if tiers.is_empty() {
            continue;
        }
        let mut clauses: Vec<usize> = tiers
            .iter()
            .flat_map(|t| t.clauses.iter().copied())
            .collect();
        clauses.sort_unstable();
        clauses.dedup();
        let audiences = tiers.iter().map(|t| t.audience.clone()).collect();
        found.push((
            Role::Who,
            Statement::Others {
                audiences,
                position,
            },
            clauses,
        ));
    }
    let control = &report.opt_out;
    if control.offered {
        let statement = Statement::Control {
            mechanism: control.mechanism,
            target: control.target.clone(),
            withdraw: report.position == DocumentPosition::OptIn,
        };
        found.push((Role::Can, statement, control.clauses.clone()));
    } else if report.position == DocumentPosition::Trains {
        found.push((Role::Can, Statement::NoControl, Vec::new()));
    } else if report.position == DocumentPosition::OptIn {
        found.push((
            Role::Can,
            Statement::NeedsConsent,
            pick(&|c| c.position == Some(Position::OptIn)),
        ));
    }
    if !report.exceptions.is_empty() {
        let names = report.exceptions.iter().map(|e| e.name.clone()).collect();
        let mut clauses: Vec<usize> = report
            .exceptions
            .iter()
            .flat_map(|e| e.clauses.iter().copied())
            .collect();
        clauses.sort_unstable();
        clauses.dedup();
        found.push((Role::Despite, Statement::Despite { names }, clauses));
    }
    for position in [Position::Trains, Position::Prohibits] {
        let third = pick(&|c| {
            has(c, Kind::ThirdParty)
                && c.position == Some(position)
                && !has(c, Kind::Use)
                && !has(c, Kind::Prohibit)
        });
        if !third.is_empty() {
            found.push((Role::Also, Statement::ThirdParty { position }, third));
        }
    }
    let sources = pick(&|c| has(c, Kind::Source));
    if !sources.is_empty() {
        found.push((Role::Also, Statement::Source, sources));
    }
    let safeguards = pick(&|c| has(c, Kind::Safeguard));
    if !safeguards.is_empty() {
        found.push((Role::Also, Statement::Safeguard, safeguards));
    }
    found
}

/// Whether the clause speaks of other audiences than the ordinary individual only.
fn only_for_tiers(clause: &Clause, tiers: &[Tier]) -> bool {
    clause
        .audience
        .iter()
        .all(|a| tiers.iter().any(|t| &t.audience == a))
}

/// The data named by these clauses, the most often named first; at most four.
fn data(report: &Report, clauses: &[usize]) -> Vec<Data> {
    let mut counts: Vec<(Data, usize)> = Vec::new();
    for d in clauses
        .iter()
        .filter_map(|&i| report.clauses.get(i))
        .flat_map(|c| &c.data)
    {
        match counts.iter_mut().find(|(known, _)| known == d) {
            Some((_, n)) => *n += 1,
            None => counts.push((*d, 1)),
        }
    }
    if counts.len() > 1 {
        counts.retain(|(d, _)| *d != Data::Other);
    }
    counts.sort_by_key(|&(d, n)| (std::cmp::Reverse(n), d));
    counts.into_iter().take(4).map(|(d, _)| d).collect()
}

/// The plans that the clauses name, where all of them name some.
fn plans(report: &Report, clauses: &[usize]) -> Vec<Audience> {
    const PLANS: [&str; 4] = ["free", "pro", "student", "team"];
    let mut found: Vec<Audience> = clauses
        .iter()
        .filter_map(|&i| report.clauses.get(i))
        .filter(|c| c.kinds.contains(&Kind::Choice))
        .flat_map(|c| c.audience.iter().cloned())
        .filter(|a| PLANS.contains(&a.0.as_str()))
        .collect();
    found.sort_by_key(|a| PLANS.iter().position(|p| *p == a.0));
    found.dedup();
    found
}
