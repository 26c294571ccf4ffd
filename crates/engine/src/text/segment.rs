//! Words in scripts that are written without spaces: the longest word of the vocabulary at each
//! place, and pieces of about a word's length of what is in no vocabulary. So distances that are
//! counted in words mean the same in all languages.

use super::words::{Word, stands_alone};
use crate::cues::{Vocabulary, WordId};

/// How many unknown letters are taken as one word: most Han words have two, while kana and
/// Hangul spell, so that a whole run of them counts once.
fn most_letters(c: char) -> usize {
    match script(c) {
        Script::Han => 2,
        _ => usize::MAX,
    }
}

/// Scripts, as far as a word ends where they change.
#[derive(PartialEq, Eq)]
enum Script {
    Hiragana,
    Katakana,
    Hangul,
    Han,
}

fn script(c: char) -> Script {
    match c {
        '\u{3040}'..='\u{309f}' => Script::Hiragana,
        '\u{30a0}'..='\u{30ff}' => Script::Katakana,
        '\u{ac00}'..='\u{d7af}' => Script::Hangul,
        _ => Script::Han,
    }
}

/// Joins the single letters of such scripts in `words`, which were split from `text`, to words.
pub(super) fn join(text: &str, base: usize, vocabulary: &Vocabulary, words: &mut Vec<Word>) {
    let letter = |w: &Word| {
        let rest = text.get((w.start as usize).checked_sub(base)?..)?;
        Some(rest).zip(rest.chars().next().filter(|c| stands_alone(*c)))
    };
    let mut kept = 0usize;
    let mut at = 0;
    // The unknown word being pieced together: its last letter, its length and its end.
    let mut piece: Option<(char, usize, u32)> = None;
    while let Some(&word) = words.get(at) {
        at += 1;
        let mut joined = word;
        if let Some((rest, first)) = letter(&word) {
            if let Some((count, id)) = vocabulary.longest(rest) {
                at += count - 1;
                joined.end = words.get(at - 1).map_or(word.end, |w| w.end);
                joined.id = id;
                piece = None;
            } else {
                joined.id = WordId::UNKNOWN;
                let grown = piece.filter(|(last, n, end)| {
                    *end == word.start && *n < most_letters(first) && script(*last) == script(first)
                });
                piece = Some((first, grown.map_or(1, |p| p.1 + 1), word.end));
                if grown.is_some()
                    && let Some(last) = kept.checked_sub(1).and_then(|k| words.get_mut(k))
                {
                    last.end = word.end;
                    continue;
                }
            }
        } else {
            piece = None;
        }
        if let Some(place) = words.get_mut(kept) {
            *place = joined;
        }
        kept += 1;
    }
    words.truncate(kept);
}

#[cfg(test)]
mod tests {
    use crate::cues::{Vocabulary, WordId};
    use crate::text::{Word, words};

    fn check(known: &[&str], text: &str, expected: &[&str]) {
        let mut vocabulary = Vocabulary::default();
        for word in known {
            vocabulary.intern(word);
        }
        let mut found: Vec<Word> = Vec::new();
        words(text, 0, &vocabulary, &mut found);
        let told: Vec<String> = found
            .iter()
            .map(|w| {
                let piece = text.get(w.start as usize..w.end as usize).unwrap();
                let unknown = w.id == WordId::UNKNOWN;
                format!("{piece}{}", if unknown { "?" } else { "" })
            })
            .collect();
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn joins_letters_to_words() {
        check(
            &["不", "不断", "模型", "训练"],
            "不断训练AI模型，不训练",
            &["不断", "训练", "AI?", "模型", "，", "不", "训练"],
        );
        check(
            &["学習", "の"],
            "大規模なデータの学習を",
            &["大規?", "模?", "な?", "データ?", "の", "学習", "を?"],
        );
        check(&["机器"], "机器人机", &["机器", "人机?"]);
        check(&["학습"], "모델 학습에", &["모델?", "학습", "에?"]);
        check(&[], "人 工", &["人?", "工?"]);
    }
}
