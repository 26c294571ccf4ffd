//! Tables: where a cell stands, and which tables only lay out the page.

use super::elements::{Element, element_of};
use super::tree::{Id, Tree};
use super::walk::{Step, Walk};
use clauselight_engine::BlockKind;

/// Rows and columns that one cell may span.
const MAX_SPAN: u16 = 100;

/// A table that is being read.
#[derive(Debug)]
pub struct Table {
    number: u16,
    layout: bool,
    row: u16,
    rows: u16,
    column: u16,
    /// For each column, how many more rows a cell from above covers.
    covered: Vec<u16>,
    head: bool,
}

impl Table {
    /// Begins table `number`.
    pub fn new(number: u16, layout: bool) -> Self {
        Self {
            number,
            layout,
            row: 0,
            rows: 0,
            column: 0,
            covered: Vec::new(),
            head: false,
        }
    }

    /// Begins or ends the rows that head the table.
    pub fn head(&mut self, head: bool) {
        self.head = head;
    }

    /// Begins a row.
    pub fn begin_row(&mut self) {
        self.row = self.rows;
        self.rows = self.rows.saturating_add(1);
        self.column = 0;
    }

    /// Ends a row.
    pub fn end_row(&mut self) {
        for left in self.covered.iter_mut().skip(self.column as usize) {
            *left = left.saturating_sub(1);
        }
    }

    /// Begins a cell: its kind, or `None` in a table that only lays out the page.
    pub fn begin_cell(&mut self, tree: &Tree, id: Id, header: bool) -> Option<BlockKind> {
        if self.layout {
            return None;
        }
        let span = |value: Option<&str>| {
            value
                .and_then(|v| v.trim().parse::<u16>().ok())
                .unwrap_or(1)
                .clamp(1, MAX_SPAN)
        };
        let columns = span(tree.attr(id, "colspan"));
        let rows = span(tree.attr(id, "rowspan"));
        while let Some(left) = self.covered.get_mut(self.column as usize)
            && *left > 0
        {
            *left -= 1;
            self.column = self.column.saturating_add(1);
        }
        let column = self.column;
        let end = self.column.saturating_add(columns);
        if self.covered.len() < end as usize {
            self.covered.resize(end as usize, 0);
        }
        for left in self
            .covered
            .iter_mut()
            .take(end as usize)
            .skip(column as usize)
        {
            *left = rows - 1;
        }
        self.column = end;
        Some(BlockKind::Cell {
            table: self.number,
            row: self.row,
            column,
            header: header || self.head,
        })
    }
}

/// The tables that only lay out the page, ascending: those that say so, and those without a header that hold other
/// tables or headings, or have a single column.
pub fn layouts(tree: &Tree) -> Vec<Id> {
    struct Seen {
        id: Id,
        data: bool,
        layout: bool,
        columns: usize,
        widest: usize,
    }
    let mut layouts = Vec::new();
    let mut open: Vec<Seen> = Vec::new();
    for step in Walk::new(tree) {
        let (id, entering) = match step {
            Step::Enter(id) => (id, true),
            Step::Leave(id) => (id, false),
        };
        let Some(name) = tree.html_name(id) else {
            continue;
        };
        let element = element_of(name);
        if entering && element == Element::Table {
            if let Some(outer) = open.last_mut() {
                outer.layout = true;
            }
            let role = tree.attr(id, "role").unwrap_or_default();
            let layout = matches!(role, "presentation" | "none");
            open.push(Seen {
                id,
                data: false,
                layout,
                columns: 0,
                widest: 0,
            });
            continue;
        }
        let Some(table) = open.last_mut() else {
            continue;
        };
        match element {
            Element::Table => {
                if !table.data && (table.layout || table.widest < 2) {
                    layouts.push(table.id);
                }
                open.pop();
            }
            Element::HeadRows | Element::Cell(true) => table.data = true,
            Element::Heading(1..=3) => table.layout = true,
            Element::Row => table.columns = 0,
            Element::Cell(false) if entering => {
                table.columns += 1;
                table.widest = table.widest.max(table.columns);
            }
            _ => {}
        }
    }
    layouts.sort_unstable();
    layouts
}
