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
