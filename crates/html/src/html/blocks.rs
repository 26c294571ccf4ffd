//! Writes the blocks and links of the regions that are kept.

use super::elements::{Element, element_of};
use super::tables::{Table, layouts};
use super::tree::{Id, Kind, Tree};
use super::visible::{Page, keeps_lines};
use super::walk::{Step, Walk};
use clauselight_engine::{BlockKind, DocumentBuilder};

/// Writes the text of all nodes whose region is kept.
pub fn write(tree: &Tree, page: &Page, keep: &[bool], out: &mut DocumentBuilder) {
    let mut writer = Writer {
        tree,
        out,
        layouts: layouts(tree),
        open: vec![BlockKind::Paragraph],
        cells: Vec::new(),
        tables: Vec::new(),
        table_count: 0,
        list_depth: 0,
        lines_kept: 0,
        links: Vec::new(),
        broken: false,
    };
    let mut walk = Walk::new(tree);
    while let Some(step) = walk.next() {
        match step {
            Step::Enter(id) => match page.region(id) {
                None => walk.skip_children(),
                Some(region) => writer.enter(id, keep.get(region).copied().unwrap_or(false)),
            },
            Step::Leave(id) => {
                if page.region(id).is_some() {
                    writer.leave(id);
                }
            }
        }
    }
}

struct Writer<'a> {
    tree: &'a Tree,
    out: &'a mut DocumentBuilder,
    layouts: Vec<Id>,
    /// The kinds of the open blocks; the last one is the kind of the text at hand.
    open: Vec<BlockKind>,
    /// The open cells: everything in a cell is a block of that cell.
    cells: Vec<Option<BlockKind>>,
    tables: Vec<Table>,
    table_count: u16,
    list_depth: u8,
    /// Open elements that show line feeds.
    lines_kept: usize,
    /// The open links: target, and where the text began.
    links: Vec<(&'a str, usize)>,
    /// A line break came last: another one ends the block.
    broken: bool,
}

impl<'a> Writer<'a> {
    fn enter(&mut self, id: Id, kept: bool) {
        let Some(node) = self.tree.node(id) else {
            return;
        };
        if let Kind::Text(range) = &node.kind {
            if kept {
                self.text(self.tree.pool.get(range.clone()).unwrap_or_default());
            }
            return;
        }
        let Some(element) = self.element(id) else {
            return;
        };
        if keeps_lines(self.tree, id) {
            self.lines_kept += 1;
        }
        match element {
            Element::Break => self.line_break(),
            Element::Link => {
                if let Some(href) = self.tree.attr(id, "href") {
                    self.links.push((href.trim(), self.out.here()));
                }
            }
            Element::List => {
                self.list_depth = self.list_depth.saturating_add(1);
                self.begin(self.current());
            }
            Element::Table => {
                let layout = self.layouts.binary_search(&id).is_ok();
                self.tables.push(Table::new(self.table_count, layout));
                if !layout {
                    self.table_count = self.table_count.saturating_add(1);
                }
                self.begin(self.current());
            }
            Element::HeadRows => {
                if let Some(table) = self.tables.last_mut() {
                    table.head(true);
                }
            }
            Element::Row => {
                if let Some(table) = self.tables.last_mut() {
                    table.begin_row();
                }
            }
            Element::Cell(header) => {
                let cell = self
                    .tables
                    .last_mut()
                    .and_then(|t| t.begin_cell(self.tree, id, header));
                self.cells.push(cell);
                self.begin(cell.unwrap_or(BlockKind::Paragraph));
            }
            Element::Heading(level) => self.begin_or_cell(BlockKind::Heading { level }),
            Element::Item | Element::Term => {
                self.begin_or_cell(BlockKind::ListItem {
                    depth: self.list_depth.max(1),
                });
            }
            Element::Definition => {
                self.begin_or_cell(BlockKind::ListItem {
                    depth: self.list_depth.saturating_add(1),
                });
            }
            Element::Block | Element::Control => self.begin(self.current()),
            Element::Unread | Element::Inline => {}
        }
    }

    fn leave(&mut self, id: Id) {
        let Some(element) = self.element(id) else {
            return;
        };
        if keeps_lines(self.tree, id) {
            self.lines_kept = self.lines_kept.saturating_sub(1);
        }
        match element {
            Element::Link => {
                if self.tree.attr(id, "href").is_some()
                    && let Some((href, from)) = self.links.pop()
                {
                    self.out.link_from(from, href);
                }
            }
            Element::List => {
                self.list_depth = self.list_depth.saturating_sub(1);
                self.end();
            }
            Element::Table => {
                self.tables.pop();
                self.end();
            }
            Element::HeadRows => {
                if let Some(table) = self.tables.last_mut() {
                    table.head(false);
                }
            }
            Element::Row => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_row();
                }
            }
            Element::Cell(_) => {
                self.cells.pop();
                self.end();
            }
            Element::Heading(_)
            | Element::Item
            | Element::Term
            | Element::Definition
            | Element::Block
            | Element::Control => self.end(),
            Element::Break | Element::Unread | Element::Inline => {}
        }
    }

    /// What an element is, roles included.
    fn element(&self, id: Id) -> Option<Element> {
        let element = element_of(self.tree.html_name(id)?);
        if !matches!(element, Element::Block | Element::Inline) {
            return Some(element);
        }
        Some(match self.tree.attr(id, "role") {
            Some("heading") => {
                let level = self
                    .tree
                    .attr(id, "aria-level")
                    .and_then(|v| v.trim().parse().ok());
                Element::Heading(level.unwrap_or(2).clamp(1, 6))
            }
            Some("list") => Element::List,
            Some("listitem") => Element::Item,
            _ => element,
        })
    }

    fn current(&self) -> BlockKind {
        self.open.last().copied().unwrap_or(BlockKind::Paragraph)
    }

    fn begin_or_cell(&mut self, kind: BlockKind) {
        self.begin(self.cells.last().copied().flatten().unwrap_or(kind));
    }

    fn begin(&mut self, kind: BlockKind) {
        self.open.push(kind);
        self.new_block(kind);
    }

    fn end(&mut self) {
        self.open.pop();
        self.new_block(self.current());
    }

    /// Ends the block at hand; a link that goes on is one link in each block.
    fn new_block(&mut self, kind: BlockKind) {
        if let Some((href, from)) = self.links.last() {
            self.out.link_from(*from, href);
        }
        self.out.block(kind);
        let here = self.out.here();
        for (_, from) in &mut self.links {
            *from = here;
        }
        self.broken = false;
    }

    fn line_break(&mut self) {
        if self.broken {
            self.new_block(self.current());
        } else {
            self.out.text(" ");
        }
        self.broken = true;
    }

    fn text(&mut self, text: &str) {
        if self.lines_kept == 0 {
            self.plain_text(text);
            return;
        }
        for (i, line) in text.split('\n').enumerate() {
            if i > 0 {
                self.line_break();
            }
            self.plain_text(line);
        }
    }

    fn plain_text(&mut self, text: &str) {
        self.out.text(text);
        self.broken &= text.trim().is_empty();
    }
}
