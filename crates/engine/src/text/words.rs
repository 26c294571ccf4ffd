//! Splits text into words and the few marks that bound a clause.

use super::fold_char;
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

/// Letters that make one word each: Chinese, Japanese and Korean are written without spaces.
fn stands_alone(c: char) -> bool {
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

/// The words of `text`, which begins at byte `base` of the document. Hyphens split words, so
/// that "fine-tune" and "fine tune" read the same; a possessive ending is dropped.
pub(crate) fn words(text: &str, base: usize, vocabulary: &Vocabulary, out: &mut Vec<Word>) {
    let mut buffer = String::with_capacity(32);
    let mut start = None;
    let flush =
        |buffer: &mut String, start: &mut Option<usize>, end: usize, out: &mut Vec<Word>| {
            if let Some(from) = start.take() {
                let bare = buffer.trim_end_matches('\'');
                let bare = bare.strip_suffix("'s").unwrap_or(bare);
                out.push(Word {
                    start: (base + from) as u32,
                    end: (base + end) as u32,
                    id: vocabulary.look_up(bare),
                });
                buffer.clear();
            }
        };
    for (at, c) in text.char_indices() {
        if stands_alone(c) {
            flush(&mut buffer, &mut start, at, out);
            let mut alone = [0u8; 4];
            let id = vocabulary.look_up(c.encode_utf8(&mut alone));
            let end = at + c.len_utf8();
            out.push(Word {
                start: (base + at) as u32,
                end: (base + end) as u32,
                id,
            });
            continue;
        }
        let folded = fold_char(c);
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
