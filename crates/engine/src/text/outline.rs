//! What governs a block: the headings above it, the stem of its list, the row of its table.

use crate::{BlockKind, Document};

/// The blocks that govern one block, as indices into [`Document::blocks`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// Headings above it, outermost first.
    pub headings: Vec<usize>,
    /// The stems of its list, outermost first: a block that ends in a colon, and enclosing items.
    pub stems: Vec<usize>,
    /// Other cells of its table row.
    pub row: Vec<usize>,
    /// The cell that heads its column.
    pub column: Option<usize>,
}

/// Follows the blocks of a document in reading order and tells the [`Place`] of each.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    headings: Vec<(u8, usize)>,
    stem: Option<usize>,
    items: Vec<(u8, usize)>,
    columns: Vec<(u16, u16, usize)>,
}

/// A heading that is written as a paragraph: short, one line, no full stop at its end.
fn is_title_like(text: &str) -> bool {
    // Of a script without spaces two letters make about a word.
    let dense = text.chars().filter(|c| super::stands_alone(*c)).count();
    let words = text.split_whitespace().count() + dense / 2;
    let numbered = text.starts_with('第')
        || text
            .strip_prefix(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'])
            .is_some_and(|rest| rest.chars().take(3).any(|c| matches!(c, '、' | '．')));
    (1..=14).contains(&words)
        && !text.ends_with(['.', ';', ',', ':', '。', '；', '，', '：'])
        && (numbered
            || text
                .chars()
                .next()
                .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit()))
}

fn opens_list(text: &str) -> bool {
    text.ends_with([':', '：']) || text.ends_with(":*") || text.ends_with(":**")
}

impl Outline {
    /// The place of block `index`; blocks must be asked for in order, each once.
    pub fn place(&mut self, document: &Document, index: usize) -> Place {
        let blocks = document.blocks();
        let Some(block) = blocks.get(index) else {
            return Place::default();
        };
        let text = document.slice(block.span);
        let mut place = Place {
            headings: self.headings.iter().map(|h| h.1).collect(),
            ..Place::default()
        };
        match block.kind {
            BlockKind::Heading { level } => {
                while self.headings.last().is_some_and(|h| h.0 >= level) {
                    self.headings.pop();
                }
                place.headings = self.headings.iter().map(|h| h.1).collect();
                self.headings.push((level, index));
                self.stem = None;
                self.items.clear();
            }
            BlockKind::Paragraph => {
                self.items.clear();
                // Level 7 stands below every real heading, so the next real one ends it.
                if is_title_like(text) && self.next_is_body(document, index) {
                    while self.headings.last().is_some_and(|h| h.0 >= 7) {
                        self.headings.pop();
                    }
                    place.headings = self.headings.iter().map(|h| h.1).collect();
                    self.headings.push((7, index));
                    self.stem = None;
                } else {
                    if let Some(stem) = self.stem
                        && is_chain_item(text)
                    {
                        place.stems.push(stem);
                    } else {
                        self.stem = None;
                    }
                    if opens_list(text) || self.next_is_list(document, index) {
                        self.stem = Some(index);
                    }
                }
            }
            BlockKind::ListItem { depth } => {
                while self.items.last().is_some_and(|i| i.0 >= depth) {
                    self.items.pop();
                }
                place.stems.extend(self.stem);
                place.stems.extend(self.items.iter().map(|i| i.1));
                self.items.push((depth, index));
            }
            BlockKind::Cell {
                table,
                row,
                column,
                header,
            } => {
                self.items.clear();
                place.stems.extend(self.stem);
                self.columns.retain(|c| c.0 == table);
                if header || row == 0 {
                    self.columns.push((table, column, index));
                }
                place.column = self
                    .columns
                    .iter()
                    .find(|c| c.1 == column && c.2 != index)
                    .map(|c| c.2);
                let same_row = |i: &usize| {
                    matches!(blocks.get(*i).map(|b| b.kind),
                        Some(BlockKind::Cell { table: t, row: r, .. }) if t == table && r == row)
                };
                let before = (0..index).rev().take_while(same_row);
                let after = (index + 1..blocks.len()).take_while(same_row);
                place.row = before.take(12).chain(after.take(12)).collect();
            }
        }
        place
    }

    fn next_is_body(&self, document: &Document, index: usize) -> bool {
        document
            .blocks()
            .get(index + 1)
            .is_some_and(|next| match next.kind {
                BlockKind::Heading { .. } => false,
                BlockKind::Paragraph => {
                    let text = document.slice(next.span);
                    text.len() > 60 || opens_list(text)
                }
                _ => true,
            })
    }

    fn next_is_list(&self, document: &Document, index: usize) -> bool {
        document.blocks().get(index + 1).is_some_and(|next| {
            matches!(
                next.kind,
                BlockKind::ListItem { .. } | BlockKind::Cell { .. }
            )
        })
    }
}

/// Whether a paragraph is an item of a list written with its own numbers: "(a) …", "1) …", "- …".
fn is_chain_item(text: &str) -> bool {
    let head: String = text.chars().take(6).collect();
    let Some(first) = head.chars().next() else {
        return false;
    };
    if matches!(first, '-' | '•' | '–' | '*' | '·' | '●' | '○' | '▪') {
        return true;
    }
    let opened = first == '(' || first == '（';
    let inner: String = head
        .chars()
        .skip(usize::from(opened))
        .take_while(|c| c.is_alphanumeric())
        .collect();
    let closing = head
        .chars()
        .nth(usize::from(opened) + inner.chars().count());
    (1..=4).contains(&inner.chars().count())
        && matches!(closing, Some(')' | '）' | '.' | '、'))
        && (opened
            || inner.chars().all(|c| c.is_ascii_digit())
            || inner.chars().count() == 1
            || inner.chars().all(|c| "ivx".contains(c)))
}
