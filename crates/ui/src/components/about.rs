//! What the reading is and is not.

use super::section::{disclosure, para};
use crate::dom::{El, Ui};
use crate::text;

/// The disclaimer, with the method on demand.
pub fn about(ui: &Ui) -> El {
    ui.el("section")
        .class("section about")
        .attr("aria-label", text::ABOUT)
        .child(para(ui, "quiet small", text::DISCLAIMER))
        .child(disclosure(ui, "", text::ABOUT).child(para(ui, "quiet small", text::METHOD)))
}
