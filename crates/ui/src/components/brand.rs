//! The line at the top of every view: whose view it is, and its buttons.

use super::icon::{Icon, icon};
use crate::dom::{El, Ui};
use crate::text;

/// The line, with what it is about and its buttons.
pub fn brand(ui: &Ui, about: &str, buttons: impl IntoIterator<Item = El>) -> El {
    let about = (!about.is_empty()).then(|| ui.el("span").class("about-what").text(about));
    ui.el("div")
        .class("brand")
        .child(icon(ui, Icon::Brand))
        .child(ui.el("span").class("name").text(text::PRODUCT))
        .maybe(about)
        .child(ui.el("span").class("brand-buttons").children(buttons))
}
