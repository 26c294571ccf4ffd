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
    clauses: Vec<Clause>,
    readings: &[Reading],
) -> Report {
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
    let exceptions = exceptions(readings);
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

fn exceptions(readings: &[Reading]) -> Vec<Exception> {
    let mut found: Vec<Exception> = Vec::new();
    for (i, reading) in readings.iter().enumerate() {
        for name in &reading.exceptions {
            match found.iter_mut().find(|e| &e.name == name) {
                Some(known) => known.clauses.push(i),
                None => found.push(Exception {
                    name: name.clone(),
                    clauses: vec![i],
                }),
            }
        }
    }
    found
}
