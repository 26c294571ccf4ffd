//! The plain-language summary of a Report: statements drawn from its facts, put into words.

mod english;
mod statement;

use crate::*;
use statement::Statement;

/// The headline and the sentences below it, each with the clauses that bear it out.
pub(crate) fn summary(report: &Report) -> Summary {
    let lines = statement::statements(report)
        .into_iter()
        .map(|(role, statement, clauses)| Line {
            role,
            text: english::line(&statement),
            clauses,
        })
        .collect();
    Summary {
        headline: english::headline(report),
        lines,
    }
}
