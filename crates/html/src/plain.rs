//! Plain text to a Document: paragraphs at blank lines, list items by their marks, headings by their look.

use clauselight_engine::{BlockKind, Document, DocumentBuilder};

/// A line longer than this is no heading.
const HEADING_CHARS: usize = 90;

/// Reads plain text. `cut` says that the input was longer.
pub fn read(text: &str, url: &str, cut: bool) -> Document {
    let mut out = DocumentBuilder::new("", url, "");
    let mut fresh = true;
    let mut lines = text.split(['\n', '\u{c}', '\u{2029}']).peekable();
    while let Some(line) = lines.next() {
        let words = line.trim();
        if words.is_empty() {
            fresh = true;
            continue;
        }
        let ends_block = lines.peek().is_none_or(|next| next.trim().is_empty());
        if let Some(item) = list_item(words) {
            out.block(BlockKind::ListItem { depth: 1 });
            out.text(item);
            fresh = false;
            continue;
        }
        if fresh {
            let heading = ends_block && looks_like_heading(words);
            out.block(if heading {
                BlockKind::Heading { level: 2 }
            } else {
                BlockKind::Paragraph
            });
        }
        // A line that goes on a block is a word away from it; at a block's edge the builder drops the space.
        out.text(" ");
        out.text(words);
        fresh = false;
    }
    if cut {
        out.mark_truncated();
    }
    out.finish()
}

/// The text after a bullet; numbered clauses keep their number and are paragraphs.
fn list_item(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(['-', '*', '•', '·', '‣', '▪', '◦', '–', '—', '●', '○'])?;
    (rest.starts_with(char::is_whitespace)).then(|| rest.trim_start())
}

/// A short line on its own without a sentence's end.
fn looks_like_heading(line: &str) -> bool {
    line.chars().count() <= HEADING_CHARS
        && !line.ends_with(['.', ';', ',', ':', '。', '；', '，', '：', '!', '?'])
        && line.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_headings_paragraphs_and_items() {
        let d = read(
            "TERMS OF SERVICE\n\nYou agree\nto this.\n\nWe collect:\n- names\n  and ages\n• logs\n",
            "",
            false,
        );
        let got: Vec<_> = d
            .blocks()
            .iter()
            .map(|b| (b.kind, d.slice(b.span)))
            .collect();
        assert_eq!(
            got,
            [
                (BlockKind::Heading { level: 2 }, "TERMS OF SERVICE"),
                (BlockKind::Paragraph, "You agree to this."),
                (BlockKind::Paragraph, "We collect:"),
                (BlockKind::ListItem { depth: 1 }, "names and ages"),
                (BlockKind::ListItem { depth: 1 }, "logs"),
            ]
        );
    }
}
