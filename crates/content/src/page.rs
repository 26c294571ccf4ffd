//! A snapshot as a Document of the page's main text, and the way back from its places to the snapshot's.

use crate::main_text;
use clauselight_engine::{
    Block, BlockKind, BrokenDocument, ByteOffset, Document, Link, Span, Utf16Offset, to_bytes,
};
use clauselight_ui::PageInfo;

/// Numbers that a block takes in a snapshot: kind, start, end, and three that depend on the kind.
const BLOCK: usize = 6;

/// A snapshot of a page; offsets are UTF-16 units of `text`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Parts {
    /// All visible text.
    pub text: String,
    /// Six numbers a block (ARCHITECTURE.md, "Page port").
    pub blocks: Vec<u32>,
    /// The region that each block stands in.
    pub owners: Vec<u32>,
    /// Four numbers a region (`main_text`).
    pub regions: Vec<u32>,
    /// What regions' elements are called.
    pub names: Vec<String>,
    /// Links, ascending.
    pub links: Vec<LinkPart>,
    /// As the page has it.
    pub title: String,
    /// The page's address.
    pub url: String,
    /// The declared language.
    pub lang: String,
    /// Whether text was cut.
    pub truncated: bool,
}

/// A link of a snapshot.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkPart {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
    /// As written.
    pub href: String,
}

/// A page that is ready to be read.
#[derive(Debug)]
pub struct Page {
    /// The whole text of the snapshot.
    pub text: String,
    /// Its main text.
    pub document: Document,
    /// For each block of the document: where it starts there, and where in the snapshot.
    starts: Vec<(u32, u32)>,
}

impl Page {
    /// Chooses the main text and builds its Document.
    ///
    /// # Errors
    /// [`BrokenDocument`] where the snapshot's offsets are not those of its text.
    pub fn new(parts: Parts) -> Result<Self, BrokenDocument> {
        let (blocks, links) = spans(&parts)?;
        let keep = main_text::kept(&parts.owners, &parts.regions, &parts.names);
        let mut text = String::with_capacity(parts.text.len());
        let mut kept = Vec::with_capacity(blocks.len());
        let mut kept_links = Vec::new();
        let mut starts = Vec::with_capacity(blocks.len());
        let mut links = links.into_iter().peekable();
        let mut last = ByteOffset(0);
        for (i, block) in blocks.iter().enumerate() {
            if block.span.start < last {
                return Err(BrokenDocument::Block(i));
            }
            last = block.span.end;
            let slice = parts
                .text
                .get(block.span.range())
                .ok_or(BrokenDocument::Block(i))?;
            while links
                .next_if(|link| link.span.end <= block.span.start)
                .is_some()
            {}
            if !keep.get(i).copied().unwrap_or(true) {
                continue;
            }
            let start = text.len();
            text.push_str(slice);
            let moved = |span: Span| {
                let from = span.range().start.max(block.span.range().start);
                let to = span.range().end.min(block.span.range().end);
                let offset = block.span.range().start;
                Span::new(from - offset + start, to.max(from) - offset + start)
            };
            while let Some(link) = links.next_if(|link| link.span.start < block.span.end) {
                kept_links.push(Link {
                    span: moved(link.span),
                    href: link.href,
                });
            }
            kept.push(Block {
                kind: block.kind,
                span: moved(block.span),
            });
            starts.push((Span::new(start, start).start.0, block.span.start.0));
            text.push('\n');
        }
        let mut document = Document::from_parts(text, kept, kept_links)?;
        document.title = parts.title.split_whitespace().collect::<Vec<_>>().join(" ");
        document.url = parts.url;
        document.lang = parts.lang;
        if parts.truncated {
            document.mark_truncated();
        }
        Ok(Self {
            text: parts.text,
            document,
            starts,
        })
    }

    /// The place in the snapshot of a place in the document.
    pub fn in_snapshot(&self, span: Span) -> Span {
        let moved = |offset: ByteOffset, from: Option<&(u32, u32)>| match from {
            Some((here, there)) => (offset.0 - here + there) as usize,
            None => offset.0 as usize,
        };
        let block_of = |offset: ByteOffset| {
            self.starts.get(
                self.starts
                    .partition_point(|(start, _)| *start <= offset.0)
                    .wrapping_sub(1),
            )
        };
        let start = moved(span.start, block_of(span.start));
        // The end belongs to the block of the character before it.
        let last = ByteOffset(span.end.0.saturating_sub(1).max(span.start.0));
        Span::new(start, moved(span.end, block_of(last)).max(start))
    }

    /// The page as the views name it.
    pub fn info(&self) -> PageInfo {
        PageInfo {
            title: self.document.title.clone(),
            url: self.document.url.clone(),
            host: host_of(&self.document.url).to_owned(),
        }
    }
}

/// The host of an address, without user name and port.
fn host_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    }
}

/// Blocks and links in bytes, converted in one pass over the text.
fn spans(parts: &Parts) -> Result<(Vec<Block>, Vec<Link>), BrokenDocument> {
    let rows: Vec<&[u32]> = parts.blocks.chunks_exact(BLOCK).collect();
    let places = rows
        .iter()
        .map(|row| (row[1], row[2]))
        .chain(parts.links.iter().map(|l| (l.start, l.end)));
    let mut points: Vec<u32> = places.flat_map(|(start, end)| [start, end]).collect();
    points.sort_unstable();
    points.dedup();
    let bytes = to_bytes(&parts.text, points.iter().copied().map(Utf16Offset));
    let span = |start: u32, end: u32| {
        let at = |unit: u32| {
            points
                .binary_search(&unit)
                .ok()
                .and_then(|i| bytes.get(i))
                .copied()
        };
        let (start, end) = (at(start)?, at(end)?);
        (start <= end).then_some(Span { start, end })
    };
    let block = |(i, row): (usize, &&[u32])| {
        let span = span(row[1], row[2]).ok_or(BrokenDocument::Block(i))?;
        let kind = kind(row[0], [row[3], row[4], row[5]]).ok_or(BrokenDocument::Block(i))?;
        Ok(Block { kind, span })
    };
    let link = |(i, part): (usize, &LinkPart)| {
        let span = span(part.start, part.end).ok_or(BrokenDocument::Link(i))?;
        Ok(Link {
            span,
            href: part.href.clone(),
        })
    };
    let blocks = rows
        .iter()
        .enumerate()
        .map(block)
        .collect::<Result<_, _>>()?;
    let links = parts
        .links
        .iter()
        .enumerate()
        .map(link)
        .collect::<Result<_, _>>()?;
    Ok((blocks, links))
}

fn kind(number: u32, [a, b, c]: [u32; 3]) -> Option<BlockKind> {
    let small = |n: u32| u16::try_from(n).ok();
    Some(match number {
        0 => BlockKind::Heading {
            level: u8::try_from(a)
                .ok()
                .filter(|level| (1..=6).contains(level))?,
        },
        1 => BlockKind::Paragraph,
        2 => BlockKind::ListItem {
            depth: u8::try_from(a).ok()?,
        },
        3 => BlockKind::Cell {
            table: small(a >> 1)?,
            header: a & 1 == 1,
            row: small(b)?,
            column: small(c)?,
        },
        _ => return None,
    })
}

#[cfg(test)]
#[allow(clippy::string_slice, reason = "places found in the text itself")]
mod tests {
    use super::*;

    fn parts(text: &str, blocks: &[[u32; 6]]) -> Parts {
        Parts {
            text: text.to_owned(),
            blocks: blocks.concat(),
            ..Parts::default()
        }
    }

    #[test]
    fn builds_the_main_text_and_finds_the_way_back() {
        let text = "Menü 😀\nTerms\nWe train on 😀 data.\nFooter\n";
        let unit = |needle: &str| text[..text.find(needle).unwrap()].encode_utf16().count() as u32;
        let mut parts = parts(
            text,
            &[
                [1, 0, unit("\nTerms"), 0, 0, 0],
                [0, unit("Terms"), unit("\nWe"), 1, 0, 0],
                [2, unit("We"), unit("\nFooter"), 2, 0, 0],
                [3, unit("Footer"), unit("Footer") + 6, 3, 4, 5],
            ],
        );
        parts.owners = vec![2, 1, 1, 3];
        let words = 100;
        parts.regions = [[0, 0, 0, 0], [0, 1, words, 0], [0, 2, 5, 5], [0, 3, 5, 5]].concat();
        parts.names = ["", "main\n\n\n", "nav\n\n\n", "footer\n\n\n"]
            .map(str::to_owned)
            .to_vec();
        let link = |start, end| LinkPart {
            start,
            end,
            href: "/x".to_owned(),
        };
        parts.links = vec![link(0, 4), link(unit("data"), unit("data") + 4)];
        let page = Page::new(parts).unwrap();
        assert_eq!(page.document.text(), "Terms\nWe train on 😀 data.\n");
        assert_eq!(
            page.document.blocks()[1].kind,
            BlockKind::ListItem { depth: 2 }
        );
        let links = page.document.links();
        assert_eq!(
            (links.len(), page.document.slice(links[0].span)),
            (1, "data")
        );
        for needle in ["Terms", "train on 😀", "data.", "Terms\nWe"] {
            let at = page.document.text().find(needle).unwrap();
            let there = page.in_snapshot(Span::new(at, at + needle.len()));
            assert_eq!(&page.text[there.range()], needle);
        }
    }

    #[test]
    fn refuses_what_is_not_sound() {
        for block in [
            [9, 0, 1, 0, 0, 0],
            [0, 0, 1, 7, 0, 0],
            [1, 3, 1, 0, 0, 0],
            [3, 0, 1, u32::MAX, 0, 0],
        ] {
            assert_eq!(
                Page::new(parts("abc", &[block])).err(),
                Some(BrokenDocument::Block(0)),
                "{block:?}"
            );
        }
        let back = parts("abc", &[[1, 2, 3, 0, 0, 0], [1, 0, 1, 0, 0, 0]]);
        assert!(Page::new(back).is_err());
    }

    #[test]
    fn finds_the_host() {
        for (url, host) in [
            ("https://www.example.com/terms?x#y", "www.example.com"),
            ("http://user:pw@example.com:8080", "example.com"),
            ("https://[::1]:8080/x", "[::1]"),
            ("about:blank", ""),
        ] {
            assert_eq!(host_of(url), host);
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,30}", blocks in proptest::collection::vec(0u32..40, 0..24), regions in proptest::collection::vec(0u32..9, 0..24)) {
            let _ = Page::new(Parts { text, blocks, owners: vec![0, 7, 1], regions, ..Parts::default() });
        }
    }
}
