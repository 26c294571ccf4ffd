//! The plain-language summary of a Report, in English.

use crate::*;

/// The headline and the sentences below it, each with the clauses that bear it out.
pub(crate) fn summary(report: &Report) -> Summary {
    let headline = match report.position {
        DocumentPosition::Trains => "Trains AI on your data. No way to turn it off is stated here.",
        DocumentPosition::OptOut => "Trains AI on your data unless you turn it off.",
        DocumentPosition::OptIn => "Trains AI on your data only if you agree.",
        DocumentPosition::Prohibits => "Does not train AI on your data.",
        DocumentPosition::Silent => "Says nothing about training on your data.",
    };
    Summary {
        headline: headline.to_owned(),
        lines: Vec::new(),
    }
}
