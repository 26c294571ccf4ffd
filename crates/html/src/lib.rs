//! HTML, Markdown and plain text to a [`Document`], where there is no DOM.
//!
//! # How a page becomes a Document
//! bytes ─ `decode` ─▶ text ─ `sniff` ─▶ format ─ reader ─▶ Document. The HTML reader parses as browsers do
//! (html5ever), writes one [`main_text::Region`] for each visible element, asks [`main_text::choose`] which of them
//! belong to the main text, and walks the tree once more to write blocks and links. All walks are loops, so no depth
//! of nesting overflows the stack; depth, nodes and bytes are bounded, and what is cut shows in
//! [`Document::truncated`].
//!
//! # Main text, for this reader and for the page snapshot
//! Which part of a page is the legal document, and which is menus, footers, cookie dialogs and related links, is
//! decided by [`main_text::choose`] alone. It sees no DOM and no text: a [`main_text::Region`] is the parent's index,
//! a landmark, a few hints from class words, and two lengths (text, linked text). That is five small integers, so the
//! page port can collect the same list while it walks the page (a flat `Uint32Array`, [`main_text::Region::from_row`])
//! and call the same function in WASM. It is compiled without any of the readers' dependencies by
//! `default-features = false`. A list of regions was chosen over a trait on trees because it crosses the WASM
//! boundary in one copy, needs no calls back into the page, and can be tested without HTML.
#![forbid(unsafe_code)]

pub mod main_text;

#[cfg(feature = "readers")]
mod decode;
#[cfg(feature = "readers")]
mod html;
#[cfg(feature = "readers")]
mod markdown;
#[cfg(feature = "readers")]
mod plain;
#[cfg(feature = "readers")]
mod sniff;

#[cfg(feature = "readers")]
pub use readers::*;

#[cfg(feature = "readers")]
mod readers {
    use crate::{decode, html, markdown, plain, sniff};
    use clauselight_engine::Document;
    pub use sniff::Format;

    /// Bytes read of one input; what follows is cut and [`Document::truncated`] says so.
    pub const MAX_INPUT_BYTES: usize = 50 * 1024 * 1024;

    /// Why an input could not be read.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
    #[non_exhaustive]
    pub enum ReadError {
        /// There is no text in it.
        #[error("the input holds no text")]
        Empty,
        /// It is no text in any encoding.
        #[error("the input is binary data ({0}), not HTML, Markdown or plain text")]
        Binary(&'static str),
    }

    /// Reads `bytes` as `format` (told from the content where `None`). `url` is the page's address, or empty.
    ///
    /// The encoding comes from a byte-order mark, else from valid UTF-8, else from the page's own declaration, else
    /// Windows-1252; bytes that are wrong in it become U+FFFD.
    ///
    /// # Errors
    /// [`ReadError`] where the input is empty or no text.
    pub fn read(bytes: &[u8], format: Option<Format>, url: &str) -> Result<Document, ReadError> {
        let cut = bytes.len() > MAX_INPUT_BYTES;
        let bytes = bytes.get(..MAX_INPUT_BYTES).unwrap_or(bytes);
        let text = decode::decode(bytes)?;
        if text.trim().is_empty() {
            return Err(ReadError::Empty);
        }
        Ok(match format.unwrap_or_else(|| sniff::format_of(&text)) {
            Format::Html => html::read(&text, url, cut),
            Format::Markdown => markdown::read(&text, url, cut),
            Format::Plain => plain::read(&text, url, cut),
        })
    }

    /// Reads HTML source. Never fails and never panics: made for fuzzing, and for text already decoded.
    pub fn read_html(source: &str) -> Document {
        html::read(source, "", false)
    }

    /// Reads Markdown source; see [`read_html`].
    pub fn read_markdown(source: &str) -> Document {
        markdown::read(source, "", false)
    }

    /// Reads plain text; see [`read_html`].
    pub fn read_plain(source: &str) -> Document {
        plain::read(source, "", false)
    }
}
