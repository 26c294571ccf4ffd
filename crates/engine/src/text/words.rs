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
    let before = out.len();
    split(text, base, |word| vocabulary.look_up(word), out);
    let mut found = out.split_off(before);
    segment::join(text, base, vocabulary, &mut found);
    out.append(&mut found);
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
                let bare = buffer.trim_end_matches('\'');
                let bare = bare.strip_suffix("'s").unwrap_or(bare);
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
    use super::words;
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
