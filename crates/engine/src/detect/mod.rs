//! Decides what sort of page a Document is.

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
pub fn detect(document: &Document) -> PageVerdict {
    let _ = document;
    PageVerdict {
        kind: PageKind::NotLegal,
        legal: false,
        signs: Vec::new(),
    }
}
