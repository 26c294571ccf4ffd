//! Where a document stands for an ordinary individual, and where for others.

use crate::read::Reading;
use crate::*;

/// Audiences that are no ordinary individual on the cheapest plan.
const OTHERS: &[&str] = &[
    "pro",
    "team",
    "business",
    "enterprise",
    "education",
    "api",
    "eu",
    "uk",
    "us",
    "minors",
    "logged-out",
    "non-users",
];

fn is_ordinary(clause: &Clause) -> bool {
    let words: Vec<&str> = clause.audience.iter().map(|a| a.0.as_str()).collect();
    words
        .iter()
        .any(|w| matches!(*w, "all" | "free" | "individuals" | "student"))
        || !words.iter().any(|w| OTHERS.contains(w))
}

/// Where a document trains only on agreement, "you can manage your preferences" is about agreeing.
pub(crate) fn settle_open_choices(clauses: &mut [Clause], readings: &[Reading]) {
    let firm = |position: Position| {
        clauses
            .iter()
            .zip(readings)
            .any(|(c, r)| !r.open_choice && is_ordinary(c) && c.position == Some(position))
    };
    if !firm(Position::OptIn) || firm(Position::OptOut) {
        return;
    }
    for (clause, reading) in clauses.iter_mut().zip(readings) {
        if reading.open_choice && clause.position == Some(Position::OptOut) {
            clause.position = Some(Position::OptIn);
        }
    }
}

/// The document's position.
pub(crate) fn position(clauses: &[Clause]) -> DocumentPosition {
    let ordinary: Vec<&Clause> = clauses.iter().filter(|c| is_ordinary(c)).collect();
    of(&ordinary)
        .or_else(|| of(&clauses.iter().collect::<Vec<_>>()))
        .map_or(DocumentPosition::Silent, DocumentPosition::from)
}

fn of(clauses: &[&Clause]) -> Option<Position> {
    let has = |c: &Clause, k: Kind| c.kinds.contains(&k);
    let own =
        |c: &&&Clause| !has(c, Kind::ThirdParty) || has(c, Kind::Use) || has(c, Kind::Prohibit);
    let feedback_only =
        |c: &Clause| !c.data.is_empty() && c.data.iter().all(|d| *d == Data::Feedback);
    let count = |p: Position| {
        clauses
            .iter()
            .filter(own)
            .filter(|c| {
                c.position == Some(p)
                    && !(has(c, Kind::Exception) && p == Position::Trains)
                    && !feedback_only(c)
            })
            .count()
    };
    let (uses, outs, ins, nos) = (
        count(Position::Trains),
        count(Position::OptOut),
        count(Position::OptIn),
        count(Position::Prohibits),
    );
    if outs > 0 {
        return Some(Position::OptOut);
    }
    // A denial that agreement lifts outweighs uses of other data.
    let denied_until_agreed = clauses.iter().any(|c| {
        c.position == Some(Position::OptIn) && has(c, Kind::Prohibit) && !has(c, Kind::ThirdParty)
    });
    if ins > 0 && (ins >= uses || denied_until_agreed) {
        return Some(Position::OptIn);
    }
    if uses > 0 && uses >= nos {
        return Some(Position::Trains);
    }
    if ins > 0 {
        return Some(Position::OptIn);
    }
    if nos > 0 {
        return Some(Position::Prohibits);
    }
    if uses > 0 {
        return Some(Position::Trains);
    }
    clauses.iter().filter_map(|c| c.position).next()
}

/// Others than the ordinary individual, where their position differs.
pub(crate) fn tiers(clauses: &[Clause], document: DocumentPosition) -> Vec<Tier> {
    let mut found: Vec<Tier> = Vec::new();
    for (i, clause) in clauses.iter().enumerate() {
        let Some(position) = clause.position else {
            continue;
        };
        for audience in clause.audience.iter().filter(|a| a.0 != "all") {
            match found.iter_mut().find(|t| &t.audience == audience) {
                Some(tier) => {
                    tier.clauses.push(i);
                    tier.position = weaker(tier.position, position);
                }
                None => found.push(Tier {
                    audience: audience.clone(),
                    position,
                    clauses: vec![i],
                }),
            }
        }
    }
    found.retain(|t| {
        let region = matches!(t.audience.0.as_str(), "eu" | "uk" | "us");
        let ordinary = matches!(t.audience.0.as_str(), "individuals" | "non-users");
        DocumentPosition::from(t.position) != document
            && !ordinary
            && !(region && t.position == Position::Trains)
    });
    found
}

/// Of two clauses on one audience, the one that tells of a control.
fn weaker(a: Position, b: Position) -> Position {
    let rank = |p: Position| match p {
        Position::OptOut => 3,
        Position::OptIn => 2,
        Position::Prohibits => 1,
        Position::Trains => 0,
    };
    if rank(a) >= rank(b) { a } else { b }
}
