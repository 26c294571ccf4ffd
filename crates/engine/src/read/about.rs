//! What and whom a sentence is about: data, sources, audiences.

use super::Sentence;
use super::acts::{Act, Object};
use crate::cues::{Class, Cue};
use crate::{Audience, Data};

/// Whether the data of people who use the service are named, rather than data from elsewhere.
pub(crate) fn user_data(sentence: &Sentence<'_>) -> bool {
    sentence.cues.iter().any(|c| match c.class {
        Class::Data(Data::Inputs | Data::Outputs | Data::Feedback | Data::Files | Data::Usage) => {
            true
        }
        Class::Data(_) => {
            let from = c.from.saturating_sub(1);
            sentence.starts_within(Class::Own, from, c.to)
                || sentence.starts_within(Class::Provider, c.from, c.to + 1)
                || sentence.starts_within(Class::User, c.to, c.to + 2)
                || sentence.starts_within(Class::WeDo, c.from, c.to + 1)
                || sentence.starts_within(Class::User, c.to, c.to + 2)
        }
        _ => false,
    })
}

pub(crate) fn source_named(sentence: &Sentence<'_>) -> bool {
    sentence.all(Class::Source).any(|c| {
        let words = c.to - c.from;
        (words >= 2
            || sentence.cue_text(c).chars().count() >= 4 && !sentence.cue_text(c).is_ascii())
            && !sentence.starts(Class::Third, c.from)
    })
}

/// "train our or third parties' models".
pub(crate) fn third_object(sentence: &Sentence<'_>, acts: &[Act]) -> bool {
    acts.iter().any(|a| {
        a.object == Object::Model
            && a.object_at.is_some_and(|(from, _)| {
                sentence
                    .within(Class::Third, a.to, from + 3)
                    .any(|t| t.to - t.from >= 2)
            })
    })
}

/// The kinds of data that the sentence names.
pub(crate) fn data(sentence: &Sentence<'_>) -> Vec<Data> {
    let mut found: Vec<Data> = sentence
        .cues
        .iter()
        .filter_map(|c| match c.class {
            Class::Data(d) => Some(d),
            _ => None,
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    if found.len() > 1 {
        found.retain(|d| *d != Data::Other);
    }
    if found.is_empty() {
        found.push(Data::Other);
    }
    found
}

/// "without a paid plan" holds no paid plan.
pub(crate) fn inside_longer_audience(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    sentence.cues.iter().any(|c| {
        c.class.name().starts_with("aud.")
            && c.class != cue.class
            && c.from <= cue.from
            && cue.to <= c.to
            && c.to - c.from > cue.to - cue.from
    })
}

/// Whom the sentence covers.
pub(crate) fn audience(sentence: &Sentence<'_>) -> Vec<Audience> {
    let mut found: Vec<Audience> = sentence
        .cues
        .iter()
        .filter(|c| !inside_longer_audience(sentence, c))
        .filter_map(|c| {
            let name = c.class.name();
            let listed = || {
                let capital = sentence
                    .cue_text(c)
                    .chars()
                    .next()
                    .is_some_and(char::is_uppercase);
                let reach = if capital { 10 } else { 6 };
                sentence.starts_within(Class::PlanNoun, c.to, c.to + reach)
            };
            name.strip_prefix("aud.")
                .or_else(|| name.strip_prefix("plan.").filter(|_| listed()))
        })
        .map(|a| Audience(a.to_owned()))
        .collect();
    found.sort();
    found.dedup();
    if found.is_empty() {
        found.push(Audience("all".to_owned()));
    }
    found
}
