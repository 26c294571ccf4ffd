//! Scopes: how far a negation, a condition or an exception reaches.

use super::Sentence;
use crate::cues::{Class, Mark};

/// How far back a negation may stand from the act that it negates, in words.
const NEGATION_REACH: usize = 64;

/// How far a verb of barring reaches: "prevents others from using it to train".
const BAR_REACH: usize = 12;

/// "content that is not personal data": the negation describes a noun.
fn of_a_noun(sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    let noun = sentence
        .cues
        .iter()
        .any(|c| matches!(c.class, Class::Data(_)) && c.from == to);
    let relative = from >= 2
        && sentence.starts(Class::Passive, from - 1)
        && sentence.starts(Class::Break, from - 2);
    noun && relative
}

/// Whether the word `at` is negated: a negation stands before it with nothing between that ends
/// its scope, and no second negation cancels the first ("not … without").
pub(crate) fn negated(sentence: &Sentence<'_>, at: usize) -> bool {
    let all = negations(sentence, at);
    let Some(&nearest) = all.iter().max() else {
        return false;
    };
    let cancelled = all.iter().any(|&n| {
        n < nearest
            && nearest - n <= 8
            && !(n..nearest)
                .any(|w| sentence.starts(Class::And, w) || sentence.mark(w) == Some(Mark::Comma))
    });
    !cancelled
}

/// The negations whose scope covers the word `at`.
pub(crate) fn negations(sentence: &Sentence<'_>, at: usize) -> Vec<usize> {
    sentence
        .cues
        .iter()
        .filter(|c| match c.class {
            Class::Not => c.to <= at && at - c.from <= NEGATION_REACH,
            Class::Bar => {
                c.to <= at
                    && at - c.from <= BAR_REACH
                    && (at - c.to <= 3 || sentence.starts_within(Class::FromBy, c.to, at))
            }
            _ => false,
        })
        .filter(|n| !of_a_noun(sentence, n.from, n.to))
        .filter(|n| !within_exception(sentence, n.from, n.to))
        .filter(|n| !only(sentence, n.to))
        .filter(|n| !scope_ends(sentence, n.to, at))
        .map(|n| n.from)
        .collect()
}

/// "not only … but also" negates nothing.
fn only(sentence: &Sentence<'_>, after: usize) -> bool {
    sentence.starts(Class::Only, after)
}

/// Words that are part of an exception cue ("without your consent") are no negation of their own.
fn within_exception(sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    sentence
        .all(Class::Unless)
        .any(|u| u.from <= from && to <= u.to)
        || sentence
            .all(Class::OptOut)
            .any(|u| u.from <= from && to <= u.to)
        || sentence
            .all(Class::Restrict)
            .any(|u| u.from < from && to <= u.to)
        || sentence
            .all(Class::Safeguard)
            .any(|u| u.from <= from && to <= u.to)
        || sentence
            .all(Class::Despite)
            .any(|u| u.from <= from && to <= u.to)
}

/// Whether something between the words `from` and `to` ends the scope of what began before.
pub(crate) fn scope_ends(sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    let turn = sentence
        .cues
        .iter()
        .any(|c| c.from >= from && c.to <= to && matches!(c.class, Class::Unless | Class::Despite));
    if turn {
        return true;
    }
    for at in from..to {
        match sentence.mark(at) {
            Some(Mark::Semicolon) => return true,
            // After a comma or dash a new finite clause of the provider begins a new scope.
            Some(Mark::Comma | Mark::Dash | Mark::Close)
                if sentence
                    .all(Class::WeDo)
                    .any(|w| w.from > at && w.from <= at + 4 && w.from < to)
                    && !joined_by_nor(sentence, at + 1) =>
            {
                return true;
            }
            _ => {}
        }
        if at > from + 2 && sentence.starts(Class::But, at) {
            return true;
        }
    }
    false
}

fn joined_by_nor(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.starts(Class::Nor, at)
}

/// Where the exception that the sentence opens begins ("unless …"), if it has one after `after`.
pub(crate) fn exception_after(sentence: &Sentence<'_>, after: usize) -> Option<usize> {
    sentence
        .all(Class::Unless)
        .find(|u| u.from >= after)
        .map(|u| u.from)
}
