//! Cues: the words and phrases that a reading is built from, as tables of data per language.

mod class;
mod table;
mod trie;

pub(crate) use class::Class;
pub(crate) use table::{Table, table_for};
pub(crate) use trie::{Mark, Vocabulary, WordId};

/// An occurrence of a cue in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cue {
    /// What it was read as.
    pub class: Class,
    /// First word, as an index into the sentence's words.
    pub from: usize,
    /// One past the last word.
    pub to: usize,
}
