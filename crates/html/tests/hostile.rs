//! Whatever the input, the readers return a sound Document in bounded time and stack.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use clauselight_engine::Document;
use clauselight_html::{
    Format, MAX_INPUT_BYTES, ReadError, read, read_html, read_markdown, read_plain,
};
use proptest::prelude::*;

/// Blocks and links lie on character boundaries, ascend, and each link lies inside one block.
fn assert_sound(document: &Document) {
    let text = document.text();
    let mut last = 0;
    for block in document.blocks() {
        let range = block.span.range();
        assert!(text.get(range.clone()).is_some() && range.start >= last && !range.is_empty());
        last = range.end;
    }
    for link in document.links() {
        let inside = |b: &&clauselight_engine::Block| b.span.contains(link.span);
        assert!(
            document.blocks().iter().any(|b| inside(&b)),
            "{link:?} in {text:?}"
        );
        assert!(!document.slice(link.span).is_empty());
    }
}

/// Fragments that make trees odd.
const TAGS: &[&str] = &[
    "<p>",
    "</p>",
    "<a href=/x>",
    "</a>",
    "<table>",
    "<tr>",
    "<td rowspan=3 colspan=2>",
    "</table>",
    "<ul>",
    "<li>",
    "</ul>",
    "<b>",
    "<i>",
    "</b>",
    "<h2>",
    "<br>",
    "<br><br>",
    "<template>",
    "</template>",
    "<svg>",
    "<math>",
    "<select><option>",
    "<details><summary>",
    "<nav>",
    "<main>",
    "</main>",
    "<article>",
    "<pre>\n\n",
    "<dl><dt>",
    "<dd>",
    "<button>",
    "<title>",
    "<frameset>",
    "<form>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<div hidden>",
    "</div>",
    "é ",
    "文",
    "text ",
    "\u{0}",
    "&amp;",
    "&#x1F600;",
    "| a | b |\n|---|---|\n",
    "# ",
    "- ",
    "> ",
    "[x](y)",
    "```\n",
    "\n\n",
];

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(TAGS), 0..60).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn tag_soup_is_read(source in soup()) {
        assert_sound(&read_html(&source));
        assert_sound(&read_markdown(&source));
        assert_sound(&read_plain(&source));
    }

    #[test]
    fn any_text_is_read(source in "\\PC{0,200}") {
        assert_sound(&read_html(&source));
        assert_sound(&read_markdown(&source));
        assert_sound(&read_plain(&source));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for format in [None, Some(Format::Html), Some(Format::Markdown), Some(Format::Plain)] {
            if let Ok(document) = read(&bytes, format, "") {
                assert_sound(&document);
            }
        }
    }
}

#[test]
fn deep_nesting_does_not_overflow_the_stack() {
    // A small stack makes recursion show.
    let run = || {
        for open in [
            "<div>",
            "<b>",
            "<ul><li>",
            "<table><tr><td>",
            "<a href=x>",
            "<p><font size=1>",
            "<template>",
            "<span>",
        ] {
            let source = format!("<p>before</p>{}deep", open.repeat(30_000));
            let document = read_html(&source);
            assert_sound(&document);
            assert!(document.text().contains("before"), "{open}");
        }
        for open in ["> ", "- ", "*a ", "[", "![", "<div>", "| "] {
            assert_sound(&read_markdown(&format!("{}deep", open.repeat(5_000))));
        }
    };
    std::thread::Builder::new()
        .stack_size(512 * 1024)
        .spawn(run)
        .unwrap()
        .join()
        .unwrap();
}

#[test]
fn a_huge_page_is_cut_and_says_so() {
    let page = "<p>You agree to these terms.</p>\n".repeat(MAX_INPUT_BYTES / 32);
    assert!(page.len() > MAX_INPUT_BYTES);
    let document = read(page.as_bytes(), Some(Format::Html), "").unwrap();
    assert!(document.truncated());
    assert!(document.blocks().len() > 1000);
    let small = read(b"<p>You agree.</p>", Some(Format::Html), "").unwrap();
    assert!(!small.truncated());
}

#[test]
fn what_holds_no_text_is_refused() {
    assert_eq!(read(b"", None, ""), Err(ReadError::Empty));
    assert_eq!(read(b" \n\t ", None, ""), Err(ReadError::Empty));
    assert!(matches!(
        read(b"\x89PNG\r\n\x1a\n", None, ""),
        Err(ReadError::Binary(_))
    ));
}
