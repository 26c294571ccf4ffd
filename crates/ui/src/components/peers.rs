//! How others handle it: a small table, with sources and dates on demand.

use super::icon::{Mark, mark};
use super::notes::note;
use super::section::{disclosure, link, para, section};
use super::source::source_line;
use crate::dom::{El, Ui};
use crate::{SafeUrl, text};
use clauselight_atlas::{
    ATTRIBUTION, Attribute, Cell, CellLine, Column, ColumnRole, Comparison, NOT_ON_RECORD,
};

/// The attributes shown in the table; the others belong to the full page.
const SHOWN: [Attribute; 2] = [Attribute::Default, Attribute::Control];

/// The section; says so where there is nobody to compare with. `read`: whether the page was
/// read; where it was not, it has no row, since a row would say that it is silent.
pub fn peers(ui: &Ui, comparison: &Comparison, read: bool) -> El {
    let section = section(ui, "peers", text::OTHERS);
    let is_peer = |column: &Column| !matches!(column.role, ColumnRole::Page | ColumnRole::Subject);
    if !comparison.columns.iter().any(is_peer) {
        return section.child(para(ui, "quiet", text::NO_PEERS));
    }
    let head = [text::COL_PLATFORM, text::COL_DEFAULT, text::COL_CONTROL]
        .map(|title| ui.el("th").attr("scope", "col").text(title));
    let shown = |at: &usize| read || comparison.columns[*at].role != ColumnRole::Page;
    let rows = (0..comparison.columns.len())
        .filter(shown)
        .map(|at| row(ui, comparison, at));
    let table = ui
        .el("table")
        .child(ui.el("caption").class("hidden").text(text::OTHERS_CAPTION))
        .child(ui.el("thead").child(ui.el("tr").children(head)))
        .child(ui.el("tbody").children(rows));
    section.child(table).child(sources(ui, comparison))
}

fn row(ui: &Ui, comparison: &Comparison, at: usize) -> El {
    let Some(column) = comparison.columns.get(at) else {
        return ui.el("tr");
    };
    let here = matches!(column.role, ColumnRole::Page | ColumnRole::Subject);
    // An extreme is said only of the one that stands alone there.
    let alone = comparison
        .columns
        .iter()
        .filter(|other| other.position == column.position)
        .count()
        == 1;
    let remark = match column.role {
        ColumnRole::Subject => Some(text::THIS_PLATFORM),
        ColumnRole::TrainsLeast if alone => Some(text::TRAINS_LEAST),
        ColumnRole::TrainsMost if alone => Some(text::TRAINS_MOST),
        _ => None,
    };
    let name = ui.el("span").text(&column.name);
    let remark = remark.map(|remark| ui.el("span").class("remark").text(remark));
    let head = ui.el("th").attr("scope", "row").child(name).maybe(remark);
    let default = match column.position {
        Some(position) => ui.el("td").child(
            ui.el("span")
                .class("stand")
                .child(mark(ui, Mark::Position(position), "small"))
                .child(ui.el("span").text(text::by_default(position))),
        ),
        None => ui.el("td").class("quiet").text(NOT_ON_RECORD),
    };
    let control = match first_line(comparison, Attribute::Control, at) {
        Some(line) => ui.el("td").text(short(line)),
        None => ui.el("td").class("quiet").text(NOT_ON_RECORD),
    };
    let row = ui.el("tr").child(head).child(default).child(control);
    if here { row.class("here") } else { row }
}

/// The control without its path and limits, which stand with the sources.
fn short(line: &CellLine) -> &str {
    let text = line
        .text
        .split_once(": ")
        .map_or(line.text.as_str(), |(lead, _)| lead);
    text.split_once(" (").map_or(text, |(lead, _)| lead)
}

fn cell(comparison: &Comparison, attribute: Attribute, at: usize) -> Option<&Cell> {
    comparison
        .rows
        .iter()
        .find(|row| row.attribute == attribute)?
        .cells
        .get(at)
}

fn first_line(comparison: &Comparison, attribute: Attribute, at: usize) -> Option<&CellLine> {
    cell(comparison, attribute, at)?.lines.first()
}

fn sources(ui: &Ui, comparison: &Comparison) -> El {
    let list = disclosure(ui, "sources", text::SOURCES);
    let list = comparison
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.role != ColumnRole::Page)
        .fold(list, |list, (at, column)| {
            let facts = SHOWN
                .into_iter()
                .filter_map(|attribute| cell(comparison, attribute, at))
                .flat_map(|cell| &cell.lines)
                .flat_map(|line| fact(ui, line));
            list.child(ui.heading(2).class("label").text(&column.name))
                .children(facts)
        });
    list.child(para(ui, "quiet small", ATTRIBUTION))
}

fn fact(ui: &Ui, line: &CellLine) -> Vec<El> {
    let words = ui.el("p").class("fact").text(&line.text).text(" ");
    let control = line
        .link
        .as_ref()
        .and_then(|url| SafeUrl::parse(url.as_str()));
    let control = control.map(|url| link(ui, "inline-link", text::OPEN, &url));
    let mut fact = vec![words.maybe(control)];
    if let Some(citation) = &line.citation {
        fact.extend(
            citation
                .conflict
                .as_deref()
                .map(|text| note(ui, &text::conflict(text))),
        );
        fact.push(source_line(ui, &citation.into(), None));
    }
    fact
}
