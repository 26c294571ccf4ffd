//! The exact clauses: each quote with its place, leading to the page.

use super::icon::{Icon, Mark, icon, mark};
use super::section::{disclosure, section};
use crate::Action;
use crate::dom::{El, Ui};
use crate::text::{self, Counted};
use clauselight_engine::{Clause, Report};

/// How many clauses are shown before the person asks for all, where there are more than
/// [`ALL`].
const SHOWN: usize = 5;

/// Up to so many, all are shown: a button for one or two more would be longer than they are.
const ALL: usize = 7;

/// The list, with one clause active at most.
pub struct ClauseList {
    /// The section; to be put into the view.
    pub section: El,
    items: Vec<El>,
    quotes: Vec<El>,
    more: Option<El>,
}

impl ClauseList {
    /// Builds the list; `None` where there is no clause.
    pub fn new(ui: &Ui, report: &Report) -> Option<Self> {
        if report.clauses.is_empty() {
            return None;
        }
        let section = section(ui, "clauses", text::EXACT_CLAUSES);
        let list = ui.el("ol").class("clause-list");
        let mut items = Vec::with_capacity(report.clauses.len());
        let mut quotes = Vec::with_capacity(report.clauses.len());
        let shown = if report.clauses.len() > ALL {
            SHOWN
        } else {
            ALL
        };
        for (index, clause) in report.clauses.iter().enumerate() {
            let quote = quote(ui, index, clause, &report.language);
            let item = item(ui, index, clause, &quote);
            item.flag("hidden", index >= shown);
            list.push(&item);
            items.push(item);
            quotes.push(quote);
        }
        let more = (items.len() > shown).then(|| {
            let more = ui.button("secondary", &text::counted(items.len(), Counted::ShowAll));
            let (all, first) = (items.clone(), quotes.get(SHOWN).cloned());
            let this = more.clone();
            ui.on_press(&more, move || {
                show_all(&all, &this);
                if let Some(first) = &first {
                    first.focus();
                }
            });
            more
        });
        let section = section.child(list).maybe(more.clone());
        Some(Self {
            section,
            items,
            quotes,
            more,
        })
    }

    /// Marks this clause and no other. Scrolls the view to it only where the list is being
    /// looked at, so that a press further up does not take the reader away.
    pub fn set_active(&self, active: Option<usize>) {
        let looked_at = self.section.is_in_view();
        for (index, quote) in self.quotes.iter().enumerate() {
            let is_active = active == Some(index);
            if is_active {
                quote.set("aria-current", "true");
            } else {
                quote.unset("aria-current");
            }
            self.items[index].flag("data-active", is_active);
        }
        let Some(item) = active.and_then(|index| self.items.get(index)) else {
            return;
        };
        if let Some(more) = self.more.as_ref().filter(|_| active >= Some(SHOWN)) {
            show_all(&self.items, more);
        }
        if looked_at {
            item.scroll_to();
        }
    }
}

fn show_all(items: &[El], more: &El) {
    for item in items {
        item.flag("hidden", false);
    }
    more.remove();
}

fn item(ui: &Ui, index: usize, clause: &Clause, quote: &El) -> El {
    let number = index + 1;
    let shape = clause.position.map(|position| {
        ui.el("span")
            .class("stand")
            .child(mark(ui, Mark::Position(position.into()), "small"))
            .child(ui.el("span").text(text::clause_position(position.into())))
    });
    let kinds: Vec<&str> = clause.kinds.iter().map(|kind| text::kind(*kind)).collect();
    let kinds = shape
        .is_none()
        .then(|| ui.el("span").class("stand").text(&kinds.join(", ")));
    let head = ui
        .el("div")
        .class("clause-head")
        .child(ui.el("span").class("number").text(&number.to_string()))
        .maybe(shape)
        .maybe(kinds);
    let place = (!clause.section.is_empty()).then(|| {
        ui.el("p")
            .class("place")
            .attr("dir", "auto")
            .text(&clause.section.join(" › "))
    });
    let copy = ui
        .button("quiet-button", "")
        .attr("aria-label", &text::copy_clause(number))
        .child(icon(ui, Icon::Copy))
        .text(text::COPY);
    let copy = ui.emits(copy, Action::CopyClause(index));
    let why = (!clause.why.is_empty()).then(|| {
        let list = clause.why.iter().map(|evidence| {
            let role = ui.el("dt").text(text::evidence(&evidence.role));
            let words = ui.el("dd").attr("dir", "auto").text(&evidence.words);
            ui.el("div").child(role).child(words)
        });
        disclosure(ui, "why-picked", text::WHY_PICKED).child(ui.el("dl").children(list))
    });
    let tools = ui.el("div").class("clause-tools").child(copy).maybe(why);
    ui.el("li")
        .class("clause")
        .attr("data-clause", &index.to_string())
        .child(head)
        .maybe(place)
        .child(quote.clone())
        .child(tools)
}

fn quote(ui: &Ui, index: usize, clause: &Clause, language: &str) -> El {
    let words = ui
        .el("span")
        .class("quote-text")
        .attr("dir", "auto")
        .text(clause.quote.trim());
    if !language.is_empty() {
        words.set("lang", language);
    }
    let hint = ui.el("span").class("hint").text(text::SHOW_IN_PAGE);
    let button = ui.button("quote", "").child(words).child(hint);
    ui.emits(button, Action::ShowClause(index))
}
