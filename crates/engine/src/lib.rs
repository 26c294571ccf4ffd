//! Reads a legal document and reports what it says about training AI on people's data.
//!
//! Pure: no browser, no clock, no input or output; never panics on any input.
#![forbid(unsafe_code)]

mod document;
mod offset;
mod report;

pub use document::{
    Block, BlockKind, BrokenDocument, Document, DocumentBuilder, Link, MAX_TEXT_BYTES,
};
pub use offset::{ByteOffset, Span, Utf16Offset, Utf16Span, to_bytes, to_utf16};
pub use report::*;

mod detect;
pub use detect::{PageVerdict, detect};

mod cues;
mod explain;
mod language;
mod read;
mod reader;
mod resolve;
mod summary;
mod text;
pub use explain::{Explanation, explain};
pub use reader::{Reader, analyze};
