//! A titled part of a view, references to clauses, and links out.

use super::icon::{Icon, icon};
use crate::dom::{El, Ui};
use crate::text::{self, Counted};
use crate::{Action, SafeUrl};

/// How many clauses a statement links to by name before it only counts the rest.
const SHOWN_REFERENCES: usize = 6;

/// A section with its heading.
pub fn section(ui: &Ui, class: &str, title: &str) -> El {
    ui.el("section")
        .class(&["section ", class].concat())
        .child(ui.heading(1).class("title").text(title))
}

/// A part of a section, with a small heading.
pub fn part(ui: &Ui, title: &str) -> El {
    ui.el("div")
        .class("part")
        .child(ui.heading(2).class("label").text(title))
}

/// A paragraph.
pub fn para(ui: &Ui, class: &str, words: &str) -> El {
    ui.el("p").class(class).text(words)
}

/// What opens and closes: a native disclosure, so that keyboard and screen readers know it.
pub fn disclosure(ui: &Ui, class: &str, title: &str) -> El {
    ui.el("details")
        .class(&["disclosure ", class].concat())
        .child(ui.el("summary").text(title))
}

/// Buttons that lead to clauses, by their numbers; nothing where there are none. `of` is the
/// number of clauses: indices beyond it lead nowhere and are left out.
pub fn references(ui: &Ui, clauses: &[usize], of: usize) -> Option<El> {
    let known: Vec<usize> = clauses
        .iter()
        .copied()
        .filter(|index| *index < of)
        .collect();
    if known.is_empty() {
        return None;
    }
    let shown = known.iter().take(SHOWN_REFERENCES).map(|index| {
        let number = index + 1;
        let button = ui
            .button("reference", &number.to_string())
            .attr("aria-label", &text::clause(number))
            .attr("title", &text::clause(number));
        ui.emits(button, Action::ShowClause(*index))
    });
    let more = known.len().saturating_sub(SHOWN_REFERENCES);
    let more = (more > 0).then(|| {
        ui.el("span")
            .class("quiet small")
            .text(&text::counted(more, Counted::MoreClauses))
    });
    Some(
        ui.el("span")
            .class("references")
            .children(shown)
            .maybe(more),
    )
}

/// A link out, as a button: the host opens it, so that the page's own link handling and
/// referrer have no part in it.
pub fn link(ui: &Ui, class: &str, label: &str, url: &SafeUrl) -> El {
    let button = ui
        .button(class, label)
        .attr("title", url.label())
        .attr("data-href", url.as_str())
        .child(icon(ui, Icon::Out));
    ui.emits(button, Action::OpenLink(url.clone()))
}
