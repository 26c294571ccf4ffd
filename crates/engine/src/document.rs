//! A Document: one page as blocks of text with links, independent of where it came from.

use crate::offset::{ByteOffset, Span};
use serde::{Deserialize, Serialize};

/// Text kept of one page, in bytes; what follows is cut and [`Document::truncated`] says so.
pub const MAX_TEXT_BYTES: usize = 16 * 1024 * 1024;

/// What a block of text is in its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum BlockKind {
    /// A heading; level 1 (highest) to 6.
    Heading {
        /// 1 to 6.
        level: u8,
    },
    /// Running text.
    Paragraph,
    /// An item of a list; depth 1 is the outermost list.
    ListItem {
        /// Nesting, from 1.
        depth: u8,
    },
    /// A cell of a table. `table` numbers the tables of the document.
    Cell {
        /// Which table of the document, from 0.
        table: u16,
        /// Row in the table, from 0.
        row: u16,
        /// Column in the table, from 0.
        column: u16,
        /// Whether it heads its row or column.
        header: bool,
    },
}

/// A block: a kind and the text it covers. Blocks are in reading order and do not overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text.
    pub span: Span,
}

/// A link in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The linked text.
    pub span: Span,
    /// The target as written in the page, not resolved.
    pub href: String,
}

/// One page as text blocks with links. Built only through [`DocumentBuilder`], which keeps the
/// invariants: blocks ascend, lie on character boundaries and are separated by one line feed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    text: String,
    blocks: Vec<Block>,
    links: Vec<Link>,
    truncated: bool,
    /// The page's title, or empty.
    pub title: String,
    /// The page's address, or empty.
    pub url: String,
    /// The declared language (BCP 47, as in `<html lang>`), or empty.
    pub lang: String,
}

impl Document {
    /// A document from text and offsets made elsewhere (the page snapshot), taken verbatim.
    ///
    /// # Errors
    /// [`BrokenDocument`] where a block or link does not lie on character boundaries inside
    /// `text`, or blocks overlap or descend. Text beyond [`MAX_TEXT_BYTES`] is refused.
    pub fn from_parts(
        text: String,
        blocks: Vec<Block>,
        mut links: Vec<Link>,
    ) -> Result<Self, BrokenDocument> {
        if text.len() > MAX_TEXT_BYTES {
            return Err(BrokenDocument::TooLong(text.len()));
        }
        let sound = |s: Span| s.start <= s.end && text.get(s.range()).is_some();
        let mut last = ByteOffset(0);
        for (i, block) in blocks.iter().enumerate() {
            if !sound(block.span) || block.span.start < last {
                return Err(BrokenDocument::Block(i));
            }
            last = block.span.end;
        }
        if let Some(i) = links.iter().position(|l| !sound(l.span)) {
            return Err(BrokenDocument::Link(i));
        }
        links.sort_by_key(|l| (l.span.start, l.span.end));
        Ok(Self {
            text,
            blocks,
            links,
            ..Self::default()
        })
    }

    /// The whole text; blocks are separated by line feeds.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// All blocks in reading order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// All links, ascending by place.
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// Whether text past [`MAX_TEXT_BYTES`] was cut.
    pub fn truncated(&self) -> bool {
        self.truncated
    }

    /// Says that text was cut where the document was made (the page snapshot).
    pub fn mark_truncated(&mut self) {
        self.truncated = true;
    }

    /// The text under `span`; empty where the span is not one of this document.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The links whose text lies (in part) inside `span`.
    pub fn links_in(&self, span: Span) -> impl Iterator<Item = &Link> {
        let from = self.links.partition_point(|l| l.span.end <= span.start);
        self.links
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(move |l| l.span.start < span.end)
    }
}

/// Why [`Document::from_parts`] refused its input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BrokenDocument {
    /// The text has this many bytes, over [`MAX_TEXT_BYTES`].
    TooLong(usize),
    /// The block with this index is out of order or off the text.
    Block(usize),
    /// The link with this index is off the text.
    Link(usize),
}

impl std::fmt::Display for BrokenDocument {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooLong(n) => {
                write!(
                    f,
                    "the text has {n} bytes, more than the {MAX_TEXT_BYTES} that are read"
                )
            }
            Self::Block(i) => write!(f, "block {i} is out of order or outside the text"),
            Self::Link(i) => write!(f, "link {i} is outside the text"),
        }
    }
}

impl std::error::Error for BrokenDocument {}

/// Builds a [`Document`]: `block`, then any number of `text` and `link`, then the next `block`.
/// White space is folded to single spaces and trimmed at block edges; empty blocks vanish.
#[derive(Debug, Default)]
pub struct DocumentBuilder {
    document: Document,
    open: Option<(BlockKind, usize)>,
    /// A space is owed before the next visible character.
    gap: bool,
}

impl DocumentBuilder {
    /// An empty document with the page's title, address and declared language (each may be empty).
    pub fn new(title: &str, url: &str, lang: &str) -> Self {
        let document = Document {
            title: title.split_whitespace().collect::<Vec<_>>().join(" "),
            url: url.to_owned(),
            lang: lang.to_owned(),
            ..Document::default()
        };
        Self {
            document,
            open: None,
            gap: false,
        }
    }

    /// Ends the block at hand and begins one of this kind.
    pub fn block(&mut self, kind: BlockKind) {
        self.close();
        self.open = Some((kind, self.document.text.len()));
    }

    /// Adds text to the block at hand (a paragraph is opened where there is none).
    pub fn text(&mut self, text: &str) {
        if self.open.is_none() {
            self.block(BlockKind::Paragraph);
        }
        let Some((_, start)) = self.open else { return };
        for c in text.chars() {
            if c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}' {
                self.gap = true;
                continue;
            }
            if self.document.text.len() + 5 > MAX_TEXT_BYTES {
                self.document.truncated = true;
                return;
            }
            if self.gap && self.document.text.len() > start {
                self.document.text.push(' ');
            }
            self.gap = false;
            self.document.text.push(c);
        }
    }

    /// Adds linked text to the block at hand.
    pub fn link(&mut self, text: &str, href: &str) {
        let from = self.here();
        self.text(text);
        let from = from.min(self.document.text.len());
        let folded = self.document.text.get(from..).unwrap_or_default();
        let start = from + (folded.len() - folded.trim_start().len());
        if start < self.document.text.len() {
            let span = Span::new(start, self.document.text.len());
            self.document.links.push(Link {
                span,
                href: href.to_owned(),
            });
        }
    }

    /// Notes that the input was cut before it came here, so that [`Document::truncated`] says so.
    pub fn mark_truncated(&mut self) {
        self.document.truncated = true;
    }

    /// Bytes of text so far: mark a place before adding text, to link over it with [`Self::link_from`].
    pub fn here(&self) -> usize {
        self.document.text.len()
    }

    /// Makes everything added since `from` (see [`Self::here`]) a link, within the block at hand.
    pub fn link_from(&mut self, from: usize, href: &str) {
        let start = from.max(self.open.map_or(usize::MAX, |(_, start)| start));
        let added = self.document.text.get(start..).unwrap_or_default();
        let start = start.saturating_add(added.len() - added.trim_start().len());
        if start < self.document.text.len() {
            let span = Span::new(start, self.document.text.len());
            self.document.links.push(Link {
                span,
                href: href.to_owned(),
            });
        }
    }

    fn close(&mut self) {
        self.gap = false;
        if let Some((kind, start)) = self.open.take()
            && self.document.text.len() > start
        {
            let span = Span::new(start, self.document.text.len());
            self.document.blocks.push(Block { kind, span });
            self.document.text.push('\n');
        }
    }

    /// The finished document.
    pub fn finish(mut self) -> Document {
        self.close();
        self.document
            .links
            .sort_by_key(|l| (l.span.start, l.span.end));
        self.document
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_white_space_and_drops_empty_blocks() {
        let mut b = DocumentBuilder::new(" A  title ", "https://example.com/terms", "en");
        b.block(BlockKind::Heading { level: 1 });
        b.text("  Terms \n of ");
        b.text("Service ");
        b.block(BlockKind::Paragraph);
        b.text(" \n ");
        b.block(BlockKind::Paragraph);
        b.text("See ");
        b.link(" our policy ", "/privacy");
        b.text(".");
        let d = b.finish();
        assert_eq!(d.title, "A title");
        assert_eq!(d.text(), "Terms of Service\nSee our policy .\n");
        assert_eq!(d.blocks().len(), 2);
        assert_eq!(d.slice(d.links()[0].span), "our policy");
    }
}
