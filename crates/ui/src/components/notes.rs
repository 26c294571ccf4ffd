//! Notes on what limits a reading.

use super::section::para;
use crate::dom::{El, Ui};
use crate::text;
use clauselight_engine::{Problem, Report};

/// Notes below the headline, for limits that leave something to say.
pub fn notes(ui: &Ui, report: &Report) -> impl Iterator<Item = El> {
    let truncated = report.problems.contains(&Problem::Truncated);
    truncated.then(|| note(ui, text::TRUNCATED)).into_iter()
}

/// A quiet box with one sentence.
pub fn note(ui: &Ui, words: &str) -> El {
    para(ui, "note", words)
}
