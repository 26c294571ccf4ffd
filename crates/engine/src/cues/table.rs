//! Reads the cue tables: one cue a line, `class <tab> pattern <tab> example`.
//!
//! A pattern is words separated by spaces. `a/b` stands for either word, `(s|ed|)` for either
//! ending, a trailing `?` makes a word optional, `~word` stands also for compounds that end in it
//! and are not listed themselves. In languages written without spaces the words
//! of the patterns are those into which pages are cut, the longest at each place. A row of the
//! class `word` has no other effect, for words that hold another by chance; `letters` has letters
//! read as those in the same place of its third column (traditional as simplified). The example is
//! a text in which the cue must be found (tested).

use super::trie::Trie;
use super::{Class, Cue, Vocabulary, WordId};
use crate::text::{Word, split, stands_alone};
use std::sync::OnceLock;

/// The cues of one language.
#[derive(Debug)]
pub(crate) struct Table {
    /// Whether what an act is done to may stand before it ("um unsere Modelle zu trainieren").
    pub object_first: bool,
    /// Whether what governs stands behind what it governs, so that sentences are read from their
    /// end: "not", "if" and "unless" follow their verbs, and these what they are done to.
    pub from_end: bool,
    pub vocabulary: Vocabulary,
    trie: Trie,
    /// Words by which a sentence is worth a closer look: the words of acts and of models.
    triggers: Vec<bool>,
}

const SOURCES: &[(&str, &str)] = &[
    ("en", include_str!("../../cues/en.tsv")),
    ("fr", include_str!("../../cues/fr.tsv")),
    ("de", include_str!("../../cues/de.tsv")),
    ("es", include_str!("../../cues/es.tsv")),
    ("it", include_str!("../../cues/it.tsv")),
    ("pt", include_str!("../../cues/pt.tsv")),
    ("nl", include_str!("../../cues/nl.tsv")),
    ("pl", include_str!("../../cues/pl.tsv")),
    ("ja", include_str!("../../cues/ja.tsv")),
    ("zh", include_str!("../../cues/zh.tsv")),
];

/// Languages in which what an act is done to may stand before it.
const OBJECT_FIRST: &[&str] = &["de", "nl", "zh"];

/// Languages that are read from the end of the sentence.
const FROM_END: &[&str] = &["ja"];

/// The table of a language (primary subtag, lower case); `None` where it is not covered.
pub(crate) fn table_for(language: &str) -> Option<&'static Table> {
    static TABLES: [OnceLock<Table>; SOURCES.len()] = [const { OnceLock::new() }; SOURCES.len()];
    let at = SOURCES.iter().position(|s| s.0 == language)?;
    let (language, source) = SOURCES.get(at)?;
    Some(
        TABLES
            .get(at)?
            .get_or_init(|| Table::read(language, source)),
    )
}

impl Table {
    fn read(language: &'static str, source: &str) -> Self {
        let mut vocabulary = Vocabulary::default();
        let mut trie = Trie::default();
        let mut triggers: Vec<bool> = Vec::new();
        for (class, pattern, example) in rows(source) {
            if class == "letters" {
                for (letter, other) in pattern.chars().zip(example.chars()) {
                    vocabulary.read_as(letter, other);
                }
                continue;
            }
            // Rows of no class ("word") only add to the vocabulary.
            let class = Class::named(class);
            for phrase in expand(pattern) {
                // The same splitting as that of pages.
                let mut found = Vec::new();
                let mut letters: Vec<WordId> = Vec::new();
                for part in phrase.split(' ') {
                    if part.chars().all(stands_alone) {
                        letters.push(vocabulary.intern(part));
                    } else {
                        let tail = part.starts_with('~');
                        let id = |word: &str| match tail {
                            true => vocabulary.intern_tail(word),
                            false => vocabulary.intern(word),
                        };
                        split(part, 0, id, &mut found);
                        letters.extend(found.drain(..).map(|w| w.id));
                    }
                }
                let Some(class) = class else {
                    continue;
                };
                trie.add(&letters, class);
                let opens = matches!(
                    class,
                    Class::Train | Class::Learn | Class::Model | Class::ModelWord | Class::Dataset
                );
                if opens && let Some(first) = letters.first() {
                    let at = first.0 as usize;
                    if triggers.len() <= at {
                        triggers.resize(at + 1, false);
                    }
                    triggers[at] = true;
                }
            }
        }
        Self {
            object_first: OBJECT_FIRST.contains(&language),
            from_end: FROM_END.contains(&language),
            vocabulary,
            trie,
            triggers,
        }
    }

    /// The cues in `words`, ascending by place.
    pub fn cues(&self, words: &[Word]) -> Vec<Cue> {
        let mut cues = Vec::new();
        self.trie.find(words, &mut cues);
        cues
    }

    /// Whether the word opens a cue of an act or a model.
    pub fn is_trigger(&self, id: WordId) -> bool {
        self.triggers.get(id.0 as usize).copied().unwrap_or(false)
    }
}

/// The rows of a table: class, pattern, example. Empty lines and lines from `#` on are notes.
fn rows(source: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    source
        .lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(|line| {
            let mut columns = line.split('\t');
            let class = columns.next()?.trim();
            let pattern = columns.next()?.trim();
            Some((class, pattern, columns.next().unwrap_or_default().trim()))
        })
}

/// All phrases that a pattern stands for.
fn expand(pattern: &str) -> Vec<String> {
    let mut phrases = vec![String::new()];
    for part in pattern.split_whitespace() {
        let (part, optional) = match part.strip_suffix('?') {
            Some(part) => (part, true),
            None => (part, false),
        };
        let choices: Vec<String> = split_outside(part, '/')
            .iter()
            .flat_map(|p| endings(p))
            .collect();
        let mut longer = Vec::with_capacity(phrases.len() * choices.len());
        for phrase in &phrases {
            if optional {
                longer.push(phrase.clone());
            }
            for choice in &choices {
                let gap = if phrase.is_empty() { "" } else { " " };
                longer.push(format!("{phrase}{gap}{choice}"));
            }
        }
        phrases = longer;
    }
    phrases.retain(|p| !p.is_empty());
    phrases
}

fn split_outside(part: &str, separator: char) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut depth = 0;
    for c in part.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if c == separator && depth == 0 {
            pieces.push(String::new());
        } else if let Some(last) = pieces.last_mut() {
            last.push(c);
        }
    }
    pieces
}

fn endings(part: &str) -> Vec<String> {
    let Some((head, rest)) = part.split_once('(') else {
        return vec![part.to_owned()];
    };
    let Some((inside, tail)) = rest.split_once(')') else {
        return vec![part.to_owned()];
    };
    let tails = endings(tail);
    inside
        .split('|')
        .flat_map(|e| tails.iter().map(move |t| format!("{head}{e}{t}")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    #[test]
    fn expands_patterns() {
        assert_eq!(expand("train(s|ed)"), ["trains", "trained"]);
        assert_eq!(expand("opt out/in"), ["opt out", "opt in"]);
        assert_eq!(expand("a? b"), ["b", "a b"]);
        assert_eq!(
            expand("analy(s|z)e(s|)"),
            ["analyses", "analyse", "analyzes", "analyze"]
        );
    }

    #[test]
    fn reads_compounds_by_their_end() {
        let table = table_for("de").unwrap();
        let classes = |text: &str| {
            let mut found = Vec::new();
            words(text, 0, &table.vocabulary, &mut found);
            let cues = table.cues(&found);
            cues.iter().map(|c| c.class).collect::<Vec<_>>()
        };
        assert!(classes("Wetterprognosemodelle").contains(&Class::ModelWord));
        assert!(!classes("Geschäftsmodelle").contains(&Class::ModelWord));
    }

    #[test]
    fn every_row_is_found_in_its_example() {
        let mut faults = Vec::new();
        for (language, source) in SOURCES {
            let table = table_for(language).unwrap();
            for (i, line) in source.lines().enumerate() {
                if line.is_empty() || line.starts_with('#') {
                    continue;
                }
                let at = i + 1;
                let Some((name, _, example)) = rows(line).next() else {
                    faults.push(format!("{language}:{at}: no columns"));
                    continue;
                };
                if matches!(name, "word" | "letters") {
                    continue;
                }
                let Some(class) = Class::named(name) else {
                    faults.push(format!("{language}:{at}: no class {name}"));
                    continue;
                };
                let mut found = Vec::new();
                words(example, 0, &table.vocabulary, &mut found);
                if !table.cues(&found).iter().any(|c| c.class == class) {
                    faults.push(format!("{language}:{at}: {name} not found in {example:?}"));
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
