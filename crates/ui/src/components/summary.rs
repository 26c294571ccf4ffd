//! What the page says, in plain words: lines by role, then plans and groups that differ.

use super::icon::{Mark, mark};
use super::section::{part, references, section};
use crate::dom::{El, Ui};
use crate::text;
use clauselight_engine::{Report, Role, Tier};

/// The roles in the order in which they are read.
const ROLES: [Role; 5] = [Role::What, Role::Who, Role::Can, Role::Despite, Role::Also];

/// The section; nothing where the Report has neither lines nor tiers.
pub fn summary(ui: &Ui, report: &Report) -> Option<El> {
    if report.summary.lines.is_empty() && report.tiers.is_empty() {
        return None;
    }
    let section = section(ui, "says", text::WHAT_IT_SAYS);
    let parts = ROLES.into_iter().filter_map(|role| lines(ui, report, role));
    Some(section.children(parts).maybe(tiers(ui, report)))
}

fn lines(ui: &Ui, report: &Report, role: Role) -> Option<El> {
    let mut lines = report
        .summary
        .lines
        .iter()
        .filter(|line| line.role == role)
        .peekable();
    lines.peek()?;
    let list = lines.map(|line| {
        let words = ui.el("span").text(&line.text).text(" ");
        ui.el("li")
            .child(words)
            .maybe(references(ui, &line.clauses, report.clauses.len()))
    });
    Some(part(ui, text::role(role)).child(ui.el("ul").class("lines").children(list)))
}

fn tiers(ui: &Ui, report: &Report) -> Option<El> {
    if report.tiers.is_empty() {
        return None;
    }
    let rows = report
        .tiers
        .iter()
        .map(|tier| tier_row(ui, tier, report.clauses.len()));
    Some(part(ui, text::BY_PLAN).child(ui.el("ul").class("tiers").children(rows)))
}

fn tier_row(ui: &Ui, tier: &Tier, clauses: usize) -> El {
    let position = tier.position.into();
    ui.el("li")
        .child(mark(ui, Mark::Position(position), "small"))
        .child(
            ui.el("span")
                .class("name")
                .text(&text::audience(&tier.audience.0))
                .text(" "),
        )
        .child(
            ui.el("span")
                .class("quiet")
                .text(text::by_default(position))
                .text(" "),
        )
        .maybe(references(ui, &tier.clauses, clauses))
}
