//! Puts the clauses together: the document's position, other tiers, the control, what goes on despite it.

mod control;
mod standing;

use crate::read::Reading;
use crate::*;

/// The Report for clauses read from `document`; `readings` run beside `clauses`.
pub(crate) fn report(
    document: &Document,
    language: String,
    covered: bool,
    mut clauses: Vec<Clause>,
    readings: &[Reading],
) -> Report {
    standing::settle_open_choices(&mut clauses, readings);
    let kind = detect(document).kind;
    let mut problems = Vec::new();
    if document.truncated() {
        problems.push(Problem::Truncated);
    }
    if !covered && !document.text().trim().is_empty() {
        problems.push(Problem::LanguageNotCovered {
            language: language.clone(),
        });
    }
    let position = standing::position(&clauses);
    let tiers = standing::tiers(&clauses, position);
    let opt_out = control::opt_out(document, &clauses, readings, position);
    let exceptions = exceptions(&clauses, readings, position);
    let mut report = Report {
        kind,
        language,
        position,
        clauses,
        tiers,
        opt_out,
        exceptions,
        summary: Summary {
            headline: String::new(),
            lines: Vec::new(),
        },
        problems,
    };
    report.summary = crate::summary::summary(&report);
    report
}

/// What goes on despite an opt-out or a prohibition: what clauses say so, and uses without a
/// control of their own in a document that has one.
fn exceptions(
    clauses: &[Clause],
    readings: &[Reading],
    position: DocumentPosition,
) -> Vec<Exception> {
    let mut found: Vec<Exception> = Vec::new();
    let mut add = |name: &str, clause: usize| match found.iter_mut().find(|e| e.name == name) {
        Some(known) if known.clauses.contains(&clause) => {}
        Some(known) => known.clauses.push(clause),
        None => found.push(Exception {
            name: name.to_owned(),
            clauses: vec![clause],
        }),
    };
    let controlled = matches!(position, DocumentPosition::OptOut | DocumentPosition::OptIn);
    for (i, (clause, reading)) in clauses.iter().zip(readings).enumerate() {
        for name in &reading.exceptions {
            add(name, i);
        }
        let uncontrolled = clause.kinds.contains(&Kind::Use)
            && clause.position == Some(Position::Trains)
            && !clause.kinds.contains(&Kind::Prohibit);
        if !controlled || !uncontrolled {
            continue;
        }
        if clause.data.first() == Some(&Data::Feedback)
            || clause.data == [Data::Feedback, Data::Usage]
        {
            add("feedback", i);
        }
        if reading.flagged {
            add("safety-flagged", i);
        }
        if clause.audience.iter().any(|a| a.0 == "logged-out") {
            add("logged-out-use", i);
        }
    }
    found
}
