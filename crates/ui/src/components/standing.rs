//! The first glance: position, headline, one sentence why, one main action.

use super::icon::{Icon, Mark, icon, mark};
use super::notes::notes;
use super::options::{MainWay, main_way};
use super::section::{link, para};
use super::summary::{lead, line};
use crate::dom::{El, Ui};
use crate::text::{self, Counted};
use crate::{Action, OverlayModel};
use clauselight_engine::{DocumentPosition, Problem, Report};

/// What a Report comes to: its position, unless the page could not be read.
pub struct Standing {
    /// The shape.
    pub mark: Mark,
    /// Few words, for chip and pill.
    pub label: &'static str,
    /// One sentence.
    pub headline: String,
    /// One sentence more, where the document has none of its own.
    pub why: &'static str,
}

impl Standing {
    /// A page that could not be read has no position, whatever the Report carries.
    pub fn of(report: &Report) -> Self {
        for problem in &report.problems {
            let (headline, why) = match problem {
                Problem::Truncated => continue,
                Problem::LanguageNotCovered { language } => {
                    (text::language_not_covered(language), text::LANGUAGE_WHY)
                }
                Problem::NotADocument => {
                    (text::NOT_A_DOCUMENT.to_owned(), text::NOT_A_DOCUMENT_WHY)
                }
            };
            return Self {
                mark: Mark::NotRead,
                label: text::NOT_READ,
                headline,
                why,
            };
        }
        let label = text::position(report.position);
        let headline = report.summary.headline.trim();
        Self {
            mark: Mark::Position(report.position),
            label,
            headline: if headline.is_empty() { label } else { headline }.to_owned(),
            why: text::why(report.position, report.opt_out.offered),
        }
    }

    /// Whether the page was read, so that it can be said what it says.
    pub fn is_read(&self) -> bool {
        self.mark != Mark::NotRead
    }
}

/// The mark with its words.
pub fn chip(ui: &Ui, shape: Mark, label: &str) -> El {
    ui.el("p")
        .class(&["chip is-", shape.word()].concat())
        .child(mark(ui, shape, "small"))
        .child(ui.el("span").text(label))
}

/// Chip and headline, in the words of a record or of this program.
pub fn glance(ui: &Ui, shape: Mark, label: &str, headline: &str) -> El {
    ui.el("div")
        .class("glance")
        .child(chip(ui, shape, label))
        .child(ui.heading(0).class("headline").text(headline))
}

/// The first glance at a page. Where there is no setting to open, the main action leads to the
/// options inside the view, if these are given.
pub fn standing(ui: &Ui, model: &OverlayModel, to_options: Option<&El>) -> El {
    let report = &model.report;
    let Standing {
        mark,
        label,
        headline,
        why,
    } = Standing::of(report);
    let glance = glance(ui, mark, label, &headline);
    let glance = match lead(report).filter(|_| mark != Mark::NotRead) {
        Some(lead) => glance.child(line(ui, ui.el("p").class("lead"), lead, report)),
        None => glance.child(para(ui, "why", why)),
    };
    let glance = glance
        .maybe(despite(ui, report))
        .children(notes(ui, report));
    glance.maybe(main_action(ui, model, mark, to_options))
}

/// Uses that go on although the headline says that one can opt out or need not.
fn despite(ui: &Ui, report: &Report) -> Option<El> {
    let promises = matches!(
        report.position,
        DocumentPosition::OptOut | DocumentPosition::OptIn | DocumentPosition::Prohibits
    );
    let count = report.exceptions.len();
    (promises && count > 0).then(|| para(ui, "why", &text::counted(count, Counted::Uses)))
}

fn main_action(ui: &Ui, model: &OverlayModel, mark: Mark, to_options: Option<&El>) -> Option<El> {
    let Mark::Position(position) = mark else {
        return None;
    };
    // Where data is not used unless the person agrees, a setting of the platform would be an
    // answer to another question.
    let acts = matches!(
        position,
        DocumentPosition::Trains | DocumentPosition::OptOut | DocumentPosition::Silent
    );
    let way = acts.then(|| main_way(model)).flatten();
    match (way, to_options) {
        (
            Some(MainWay {
                label,
                url: Some(url),
                from,
                limits,
            }),
            _,
        ) => Some(
            ui.el("div")
                .class("main-action")
                .child(link(ui, "primary", label, &url))
                .child(para(ui, "quiet small", &from))
                .maybe((!limits.is_empty()).then(|| para(ui, "quiet small", &limits))),
        ),
        (Some(MainWay { .. }), Some(options)) => {
            let button = ui
                .button("primary", text::HOW_TO)
                .child(icon(ui, Icon::Next));
            let options = options.clone();
            ui.on_press(&button, move || options.reveal());
            Some(ui.el("div").class("main-action").child(button))
        }
        _ if model.report.clauses.is_empty() => None,
        _ => {
            let button = ui.button("secondary", text::SHOW_FIRST);
            let button = ui.emits(button, Action::ShowClause(first_clause(model)));
            Some(ui.el("div").class("main-action").child(button))
        }
    }
}

/// The clause to show first: one that tells of the control, else one that bears out the headline.
fn first_clause(model: &OverlayModel) -> usize {
    let report = &model.report;
    if let Some(choice) = report
        .opt_out
        .clauses
        .first()
        .filter(|_| report.opt_out.offered)
    {
        return *choice;
    }
    let takes_it = |clause: &clauselight_engine::Clause| {
        clause
            .position
            .is_some_and(|position| DocumentPosition::from(position) == report.position)
    };
    report.clauses.iter().position(takes_it).unwrap_or(0)
}
