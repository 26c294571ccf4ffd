//! Splits text into words and the few marks that bound a clause.

use super::{fold_char, segment};
use crate::cues::{Mark, Vocabulary, WordId};

/// A word or mark of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word {
    /// Where it begins in the document's text, in bytes.
    pub start: u32,
    /// One past its end.
    pub end: u32,
    /// Which word of the vocabulary it is; [`WordId::UNKNOWN`] for most.
    pub id: WordId,
}

/// Letters of scripts that are written without spaces between words, or, Korean, with few.
pub(crate) fn stands_alone(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}')
}

fn mark(c: char) -> Option<Mark> {
    Some(match c {
        ',' | '、' | '，' => Mark::Comma,
        ';' | '；' => Mark::Semicolon,
        ':' | '：' => Mark::Colon,
        '(' | '（' | '[' => Mark::Open,
        ')' | '）' | ']' => Mark::Close,
        '.' | '!' | '?' | '。' | '！' | '？' => Mark::Stop,
        '–' | '—' => Mark::Dash,
        _ => return None,
    })
}

/// Words that French and Italian shorten before a vowel: "l'apprentissage", "dell'utente" are two
/// words each, written without the apostrophe in the cue tables.
const ELIDED: &[&str] = &[
    "l", "d", "s", "n", "j", "m", "t", "c", "v", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
    "quelqu", "dell", "all", "dall", "nell", "sull", "coll", "un", "gl", "quest", "quell",
    "nessun", "alcun", "ciascun", "qualcun", "com", "dov", "cos", "anch", "tutt", "null",
];

/// The words of `text`, which begins at byte `base` of the document. Hyphens split words, so
/// that "fine-tune" and "fine tune" read the same; a possessive ending is dropped. In scripts
/// without spaces the longest word of the vocabulary is taken at each place.
pub(crate) fn words(text: &str, base: usize, vocabulary: &Vocabulary, out: &mut Vec<Word>) {
    if text.is_ascii() {
        split_ascii(text, base, vocabulary, out);
        return;
    }
    let before = out.len();
    split(text, base, |word| vocabulary.look_up(word), out);
    if text.chars().any(stands_alone) {
        let mut found = out.split_off(before);
        segment::join(text, base, vocabulary, &mut found);
        out.append(&mut found);
    }
}

/// Splits text of ASCII letters as [`split`] does, without looking at characters one by one:
/// most text of most pages goes this way.
fn split_ascii(text: &str, base: usize, vocabulary: &Vocabulary, out: &mut Vec<Word>) {
    let bytes = text.as_bytes();
    let mut folded = [0u8; LONGEST];
    let mut at = 0;
    while let Some(&first) = bytes.get(at) {
        if !first.is_ascii_alphanumeric() {
            if let Some(mark) = mark(char::from(first)) {
                out.push(Word {
                    start: (base + at) as u32,
                    end: (base + at + 1) as u32,
                    id: mark.into(),
                });
            }
            at += 1;
            continue;
        }
        let from = at;
        let mut length = 0;
        while let Some(&byte) = bytes
            .get(at)
            .filter(|b| b.is_ascii_alphanumeric() || **b == b'\'')
        {
            let known = folded.get(..length).unwrap_or_default();
            if byte == b'\'' && ELIDED.iter().any(|e| e.as_bytes() == known) {
                break;
            }
            if let Some(place) = folded.get_mut(length) {
                *place = byte.to_ascii_lowercase();
            }
            length += 1;
            at += 1;
        }
        // A word longer than every word of the tables is in none of them.
        let word = folded
            .get(..length)
            .and_then(|w| std::str::from_utf8(w).ok());
        let id = word.map_or(WordId::UNKNOWN, |w| {
            vocabulary.look_up(without_possessive(w))
        });
        out.push(Word {
            start: (base + from) as u32,
            end: (base + at) as u32,
            id,
        });
    }
}

/// Bytes of the longest word that is looked up.
const LONGEST: usize = 40;

fn without_possessive(word: &str) -> &str {
    let bare = word.trim_end_matches('\'');
    bare.strip_suffix("'s").unwrap_or(bare)
}

/// Splits `text` as [`words`] does, but each letter of a script without spaces by itself; `id_of` names the folded words.
pub(crate) fn split(
    text: &str,
    base: usize,
    mut id_of: impl FnMut(&str) -> WordId,
    out: &mut Vec<Word>,
) {
    let mut buffer = String::with_capacity(32);
    let mut start = None;
    let mut flush =
        |buffer: &mut String, start: &mut Option<usize>, end: usize, out: &mut Vec<Word>| {
            if let Some(from) = start.take() {
                let bare = without_possessive(buffer);
                out.push(Word {
                    start: (base + from) as u32,
                    end: (base + end) as u32,
                    id: id_of(bare),
                });
                buffer.clear();
            }
        };
    for (at, c) in text.char_indices() {
        if stands_alone(c) {
            flush(&mut buffer, &mut start, at, out);
            let end = at + c.len_utf8();
            buffer.push(c);
            start = Some(at);
            flush(&mut buffer, &mut start, end, out);
            continue;
        }
        let folded = fold_char(c);
        if folded == '\'' && ELIDED.contains(&buffer.as_str()) {
            flush(&mut buffer, &mut start, at, out);
            continue;
        }
        if folded.is_alphanumeric() || (folded == '\'' && start.is_some()) {
            start.get_or_insert(at);
            buffer.push(folded);
            continue;
        }
        flush(&mut buffer, &mut start, at, out);
        if let Some(mark) = mark(c) {
            let end = at + c.len_utf8();
            out.push(Word {
                start: (base + at) as u32,
                end: (base + end) as u32,
                id: mark.into(),
            });
        }
    }
    flush(&mut buffer, &mut start, text.len(), out);
}

#[cfg(test)]
mod tests {
    use super::{split, split_ascii, words};

    proptest::proptest! {
        #[test]
        fn both_ways_split_alike(text in "[ a-zA-Z0-9'.,;:()!?-]{0,80}") {
            let mut vocabulary = Vocabulary::default();
            for word in ["we", "don't", "train", "l", "model"] {
                vocabulary.intern(word);
            }
            let (mut fast, mut slow) = (Vec::new(), Vec::new());
            split_ascii(&text, 7, &vocabulary, &mut fast);
            split(&text, 7, |word| vocabulary.look_up(word), &mut slow);
            proptest::prop_assert_eq!(fast, slow);
        }
    }

    use crate::cues::Vocabulary;

    fn check(text: &str, expected: &[&str]) {
        let mut found = Vec::new();
        words(text, 0, &Vocabulary::default(), &mut found);
        let got: Vec<&str> = found
            .iter()
            .filter_map(|w| text.get(w.start as usize..w.end as usize))
            .collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn splits_elided_words_and_keeps_contractions() {
        check(
            "l’entraînement d'IA, qu’ils",
            &["l", "entraînement", "d", "IA", ",", "qu", "ils"],
        );
        check("Dell'utente un'app", &["Dell", "utente", "un", "app"]);
        check(
            "we don't, aujourd'hui o'clock",
            &["we", "don't", ",", "aujourd'hui", "o'clock"],
        );
        check("fine-tune the user's", &["fine", "tune", "the", "user's"]);
        check("训练a", &["训练", "a"]);
    }
}
