//! What the page says, in plain words: lines by role, then plans and groups that differ.

use super::icon::{Mark, mark};
use super::section::{part, references, section};
use crate::dom::{El, Ui};
use crate::text;
use clauselight_engine::{DocumentPosition, Line, Report, Role, Tier};

/// The roles in the order in which they are read.
const ROLES: [Role; 5] = [Role::What, Role::Who, Role::Can, Role::Despite, Role::Also];

/// The line that bears out the headline: it stands below it, and not in the section again.
pub fn lead(report: &Report) -> Option<&Line> {
    let speaks = report.position != DocumentPosition::Silent;
    report
        .summary
        .lines
        .iter()
        .find(|line| speaks && line.role == Role::What)
}

/// A line with the clauses that bear it out, as content of `holder`.
pub fn line(ui: &Ui, holder: El, line: &Line, report: &Report) -> El {
    let words = ui.el("span").text(&line.text).text(" ");
    holder
        .child(words)
        .maybe(references(ui, &line.clauses, report.clauses.len()))
}

/// The section; nothing where there is nothing beside the lead.
pub fn summary(ui: &Ui, report: &Report) -> Option<El> {
    let roles = ROLES.into_iter().filter_map(|role| lines(ui, report, role));
    let parts: Vec<El> = roles.chain(tiers(ui, report)).collect();
    (!parts.is_empty()).then(|| section(ui, "says", text::WHAT_IT_SAYS).children(parts))
}

fn lines(ui: &Ui, report: &Report, role: Role) -> Option<El> {
    let lead = lead(report);
    let rest =
        |line: &&Line| line.role == role && !lead.is_some_and(|lead| std::ptr::eq(lead, *line));
    let mut lines = report.summary.lines.iter().filter(rest).peekable();
    lines.peek()?;
    let items = lines.map(|said| line(ui, ui.el("li"), said, report));
    Some(part(ui, text::role(role)).child(ui.el("ul").class("lines").children(items)))
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
