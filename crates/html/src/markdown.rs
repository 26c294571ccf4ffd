//! Markdown to a Document: CommonMark with tables is rendered to HTML and read like a page, so that raw HTML in it
//! (`<br>` in cells, whole tables) means what it does in a page. Archived Markdown is main text throughout.

use crate::html;
use clauselight_engine::Document;
use pulldown_cmark::{Options, Parser};

/// Reads Markdown. `cut` says that the input was longer.
pub fn read(source: &str, url: &str, cut: bool) -> Document {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut page = String::with_capacity(source.len() + source.len() / 4);
    pulldown_cmark::html::push_html(&mut page, Parser::new_ext(source, options));
    html::read_whole(&page, url, cut)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clauselight_engine::BlockKind;

    #[test]
    fn reads_tables_with_raw_html_and_nested_lists() {
        let source = "# Terms\n\n| Plan | Use |\n|---|---|\n| Free | Yes<br><br>By *default* |\n\n- one [link](/x)\n  - two\n\n<div>raw<br>text</div>\n";
        let d = read(source, "", false);
        let cell = |row, column, header| BlockKind::Cell {
            table: 0,
            row,
            column,
            header,
        };
        let got: Vec<_> = d
            .blocks()
            .iter()
            .map(|b| (b.kind, d.slice(b.span)))
            .collect();
        assert_eq!(
            got,
            [
                (BlockKind::Heading { level: 1 }, "Terms"),
                (cell(0, 0, true), "Plan"),
                (cell(0, 1, true), "Use"),
                (cell(1, 0, false), "Free"),
                (cell(1, 1, false), "Yes"),
                (cell(1, 1, false), "By default"),
                (BlockKind::ListItem { depth: 1 }, "one link"),
                (BlockKind::ListItem { depth: 2 }, "two"),
                (BlockKind::Paragraph, "raw text"),
            ]
        );
        assert_eq!(d.slice(d.links()[0].span), "link");
    }
}
