//! The vocabulary of a cue table and the tree of its phrases: one look-up a word, however many cues.

use super::{Class, Cue};
use crate::text::{Word, stands_alone};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A word of the vocabulary, or a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct WordId(pub u16);

impl WordId {
    /// A word that no cue contains.
    pub const UNKNOWN: WordId = WordId(0);
    const FIRST_WORD: u16 = 16;

    /// The mark that this is, if it is one.
    pub fn mark(self) -> Option<Mark> {
        Mark::ALL.into_iter().find(|m| WordId::from(*m) == self)
    }
}

/// Marks that bound clauses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u16)]
pub(crate) enum Mark {
    Comma = 1,
    Semicolon,
    Colon,
    Open,
    Close,
    Stop,
    Dash,
}

impl Mark {
    const ALL: [Mark; 7] = [
        Mark::Comma,
        Mark::Semicolon,
        Mark::Colon,
        Mark::Open,
        Mark::Close,
        Mark::Stop,
        Mark::Dash,
    ];
}

impl From<Mark> for WordId {
    fn from(mark: Mark) -> Self {
        WordId(mark as u16)
    }
}

/// A small, fast hash (FNV-1a): keys are short words of our own tables, so no attack on it pays.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for &b in bytes {
            self.0 = (self.0 ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

type Map<K, V> = HashMap<K, V, BuildHasherDefault<Fnv>>;

/// The words that occur in the cues of one table.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    ids: Map<Box<str>, WordId>,
    /// Ends of compounds, longest first.
    tails: Vec<(Box<str>, WordId)>,
    /// Of words in scripts without spaces: by first letter, the length of the longest in letters.
    longest: Map<char, usize>,
    /// Letters that are read as others: traditional Chinese as simplified.
    variants: Map<char, char>,
}

impl Vocabulary {
    /// The id of a folded word; a compound that is not known itself reads as its end
    /// ("Spracherkennungsmodelle" as "modelle"), where the table lists that end.
    pub fn look_up(&self, word: &str) -> WordId {
        let known = self.ids.get(word).copied();
        known
            .or_else(|| self.end_of(word))
            .unwrap_or(WordId::UNKNOWN)
    }

    fn end_of(&self, word: &str) -> Option<WordId> {
        let tail = self.tails.iter().find(|t| word.ends_with(&*t.0))?;
        Some(tail.1)
    }

    /// Adds a word as [`intern`](Self::intern) does, and has unknown words that end in it read as it.
    pub fn intern_tail(&mut self, word: &str) -> WordId {
        let id = self.intern(word);
        if !self.tails.iter().any(|t| t.1 == id) {
            self.tails.push((word.into(), id));
            self.tails.sort_by_key(|t| std::cmp::Reverse(t.0.len()));
        }
        id
    }

    /// Has a letter read as another, in words interned from now on.
    pub fn read_as(&mut self, letter: char, other: char) {
        self.variants.insert(letter, other);
    }

    fn plain(&self, letter: char) -> char {
        self.variants.get(&letter).copied().unwrap_or(letter)
    }

    /// The longest word with which a text in a script without spaces begins: its length in
    /// letters and its id.
    pub fn longest(&self, text: &str) -> Option<(usize, WordId)> {
        let most = *self.longest.get(&self.plain(text.chars().next()?))?;
        let mut word: String = text
            .chars()
            .take(most)
            .take_while(|c| stands_alone(*c))
            .map(|c| self.plain(c))
            .collect();
        while !word.is_empty() {
            if let Some(id) = self.ids.get(word.as_str()) {
                return Some((word.chars().count(), *id));
            }
            word.pop();
        }
        None
    }

    /// The id of a folded word, added where it is new. A table has far fewer than 65,000 words.
    pub fn intern(&mut self, word: &str) -> WordId {
        let next = WordId(WordId::FIRST_WORD.saturating_add(self.ids.len() as u16));
        let word: String = word.chars().map(|c| self.plain(c)).collect();
        if let Some(first) = word.chars().next().filter(|c| stands_alone(*c)) {
            let longest = self.longest.entry(first).or_default();
            *longest = (*longest).max(word.chars().count());
        }
        *self.ids.entry(word.into()).or_insert(next)
    }
}

/// The phrases of a table as a tree over word ids.
#[derive(Debug, Default)]
pub(crate) struct Trie {
    edges: Map<(u32, u16), u32>,
    /// Classes that end at a node.
    ends: Map<u32, Vec<Class>>,
    nodes: u32,
}

impl Trie {
    /// Adds a phrase.
    pub fn add(&mut self, phrase: &[WordId], class: Class) {
        let mut node = 0;
        for word in phrase {
            let fresh = self.nodes + 1;
            let next = *self.edges.entry((node, word.0)).or_insert(fresh);
            if next == fresh {
                self.nodes = fresh;
            }
            node = next;
        }
        let ends = self.ends.entry(node).or_default();
        if !ends.contains(&class) {
            ends.push(class);
        }
    }

    /// Appends all cues in `words`, ascending by place; of one class beginning at one word, only
    /// the longest.
    pub fn find(&self, words: &[Word], cues: &mut Vec<Cue>) {
        for from in 0..words.len() {
            let first = cues.len();
            let mut node = 0;
            for (at, word) in words.iter().enumerate().skip(from) {
                if word.id == WordId::UNKNOWN {
                    break;
                }
                let Some(&next) = self.edges.get(&(node, word.id.0)) else {
                    break;
                };
                node = next;
                for &class in self.ends.get(&node).map(Vec::as_slice).unwrap_or_default() {
                    let cue = Cue {
                        class,
                        from,
                        to: at + 1,
                    };
                    match cues.iter_mut().skip(first).find(|c| c.class == class) {
                        Some(shorter) => *shorter = cue,
                        None => cues.push(cue),
                    }
                }
            }
        }
    }
}
