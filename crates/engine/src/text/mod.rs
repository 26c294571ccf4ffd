//! Text as the reading sees it: words, sentences, and the outline that governs them.

mod fold;
mod outline;
mod segment;
mod sentence;
mod words;

pub(crate) use fold::fold_char;
pub(crate) use outline::{Outline, Place};
pub(crate) use sentence::sentences;
pub(crate) use words::{Word, split, stands_alone, words};
