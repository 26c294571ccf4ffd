//! Decides what sort of page a Document is: counts the signs of the tables in one pass over a bounded part of the
//! text, and weighs them.

mod against;
mod names;
mod phrases;
mod score;
mod signs;
mod voice;

use crate::{Document, PageKind};
use serde::{Deserialize, Serialize};

/// What sort of page it is, and by which signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageVerdict {
    /// The sort of page.
    pub kind: PageKind,
    /// Whether it is a legal document.
    pub legal: bool,
    /// The signs that spoke for or against, strongest first, for people to read.
    pub signs: Vec<String>,
}

/// Decides what sort of page `document` is from its title, address, headings and text.
/// Reads at most the first 192 KiB of text, however long the document is.
pub fn detect(document: &Document) -> PageVerdict {
    score::verdict(&signs::Signs::of(document))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{BlockKind, DocumentBuilder};

    fn page(title: &str, url: &str, paragraphs: &[&str]) -> PageVerdict {
        let mut builder = DocumentBuilder::new(title, url, "");
        for text in paragraphs {
            builder.block(BlockKind::Paragraph);
            builder.text(text);
        }
        detect(&builder.finish())
    }

    #[test]
    fn an_empty_document_is_none() {
        let verdict = page("", "", &[]);
        assert_eq!((verdict.kind, verdict.legal), (PageKind::NotLegal, false));
    }

    #[test]
    fn a_title_alone_makes_no_document() {
        let verdict = page(
            "Terms of Service",
            "https://example.com/terms",
            &["Coming soon."],
        );
        assert_eq!(verdict.kind, PageKind::NotLegal);
    }

    #[test]
    fn title_and_address_make_it_surer() {
        let text = [
            "We collect what you type and what you upload, and keep it while your account lasts and for a month after that.",
            "You can ask for a copy at any time, and you can ask that it be erased, by writing to the address below, for free.",
        ];
        assert_eq!(page("", "", &text).kind, PageKind::NotLegal);
        let named = page("Privacy Policy", "https://example.com/privacy", &text);
        assert_eq!((named.kind, named.legal), (PageKind::Privacy, true));
        assert!(
            named.signs[0].contains("privacy policy"),
            "{:?}",
            named.signs
        );
    }

    proptest::proptest! {
        #[test]
        fn never_panics(title in "\\PC{0,40}", url in "\\PC{0,40}", text in "\\PC{0,200}") {
            let verdict = page(&title, &url, &[&text]);
            proptest::prop_assert_eq!(verdict.legal, verdict.kind.is_legal());
        }
    }
}
