//! Reads sentences from their end, in languages whose verbs, negations and conditions follow what
//! they govern (Japanese): so turned they stand in the order in which the grammar expects them.

use crate::cues::{Cue, Mark};
use crate::text::Word;

/// Turns words and cues round. The mark that ends the sentence stays where it is.
pub(super) fn turn(words: &mut [Word], cues: &mut [Cue]) {
    let ended = words
        .last()
        .is_some_and(|w| w.id.mark() == Some(Mark::Stop));
    let count = words.len() - usize::from(ended);
    let Some(turned) = words.get_mut(..count) else {
        return;
    };
    turned.reverse();
    for word in turned {
        word.id = match word.id.mark() {
            Some(Mark::Open) => Mark::Close.into(),
            Some(Mark::Close) => Mark::Open.into(),
            _ => word.id,
        };
    }
    for cue in cues.iter_mut() {
        (cue.from, cue.to) = (count - cue.to, count - cue.from);
    }
    cues.sort_by_key(|c| (c.from, c.to));
}

#[cfg(test)]
mod tests {
    use super::turn;
    use crate::cues::{Class, Cue, Mark, WordId};
    use crate::text::Word;

    #[test]
    fn turns_words_cues_and_brackets() {
        let ids = [
            WordId(20),
            Mark::Open.into(),
            WordId(21),
            Mark::Close.into(),
            WordId(22),
            Mark::Stop.into(),
        ];
        let mut words: Vec<Word> = (0u32..)
            .zip(ids)
            .map(|(i, id)| Word {
                start: i,
                end: i + 1,
                id,
            })
            .collect();
        let cue = |class, from, to| Cue { class, from, to };
        let mut cues = vec![cue(Class::Train, 0, 1), cue(Class::Not, 2, 5)];
        turn(&mut words, &mut cues);
        let told: Vec<(u32, WordId)> = words.iter().map(|w| (w.start, w.id)).collect();
        assert_eq!(
            told,
            [
                (4, WordId(22)),
                (3, Mark::Open.into()),
                (2, WordId(21)),
                (1, Mark::Close.into()),
                (0, WordId(20)),
                (5, Mark::Stop.into()),
            ]
        );
        assert_eq!(cues, [cue(Class::Not, 0, 3), cue(Class::Train, 4, 5)]);
    }
}
