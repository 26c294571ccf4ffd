//! The condition under which acts happen: opting out or in, by default, despite.

use super::acts::Act;
use super::{Sentence, scope};
use crate::cues::{Class, Cue, Mark};

/// How far a condition may stand from the act that it governs, in words.
const CONDITION_REACH: usize = 60;

/// The condition under which the acts of a sentence happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Condition {
    /// None stated.
    Always,
    /// Unless turned off.
    UnlessOptedOut,
    /// Only if agreed or turned on.
    IfOptedIn,
    /// Denied while something is switched on ("if you enable private chats, …").
    IfSwitched,
    /// Even though turned off.
    DespiteOptOut,
    /// Once turned off (what then happens or not).
    AfterOptOut,
}

/// The word at which the sentence begins to speak of choosing, if it does.
pub(crate) fn choice(sentence: &Sentence<'_>) -> Option<usize> {
    let out = sentence.all(Class::OptOut).map(|c| c.from);
    let on = opt_ins(sentence).map(|c| c.from);
    let chosen = sentence
        .all(Class::Choose)
        .filter(|c| {
            !sentence
                .all(Class::Accept)
                .any(|a| a.from <= c.from && c.from <= a.to)
        })
        .filter(|_| sentence.has(Class::Control) || sentence.has(Class::YouCan))
        .map(|c| c.from);
    out.chain(on).chain(chosen).min()
}

/// The cues of agreeing that state a condition, rather than a grant ("you agree that we may").
pub(crate) fn opt_ins<'s>(sentence: &'s Sentence<'_>) -> impl Iterator<Item = &'s Cue> {
    sentence.all(Class::OptIn).filter(|o| {
        let granted = sentence
            .all(Class::Accept)
            .any(|a| a.from <= o.from && o.from < a.to + 1);
        let conditional = sentence.cues.iter().any(|c| {
            matches!(c.class, Class::If | Class::Unless) && c.from < o.from && o.from - c.from <= 8
        });
        let agreed = sentence
            .all(Class::With)
            .any(|w| w.from < o.from && o.from - w.from <= 6);
        let opted = sentence.has_within(Class::OptedIn, o.from, o.to);
        (!granted || conditional) && (conditional || agreed || opted)
    })
}

/// "Once you opt out, …": the choosing stands in a condition that a comma has closed.
pub(crate) fn closed_condition(sentence: &Sentence<'_>, choosing: usize, act: usize) -> bool {
    let opened = sentence.cues.iter().any(|c| {
        matches!(c.class, Class::If | Class::Unless) && c.from <= choosing && choosing - c.from <= 8
    });
    opened && (choosing..act).any(|w| sentence.mark(w) == Some(Mark::Comma))
}

/// Whether a new assertion of the provider stands between choosing and act.
pub(crate) fn reasserted(sentence: &Sentence<'_>, from: usize, act: usize) -> bool {
    sentence
        .all(Class::WeDo)
        .any(|w| w.from > from && w.from < act && !whether(sentence, w.from))
}

/// "choose whether we may use …": no assertion.
pub(crate) fn whether(sentence: &Sentence<'_>, at: usize) -> bool {
    (1..=3).any(|back| {
        at.checked_sub(back)
            .is_some_and(|b| sentence.starts(Class::Whether, b))
    })
}

pub(crate) fn condition(sentence: &Sentence<'_>, acts: &[Act]) -> Condition {
    // In a sentence of hundreds of words, a condition far from every act is about something else.
    let near = |c: &Cue| {
        acts.iter()
            .any(|a| a.from.abs_diff(c.from) <= CONDITION_REACH)
    };
    let out = sentence.all(Class::OptOut).find(|c| near(c));
    let on = opt_ins(sentence).find(|c| near(c));
    let despite = sentence
        .all(Class::Despite)
        .any(|d| out.is_some_and(|o| o.from >= d.from && o.from - d.from <= 12));
    if despite {
        return Condition::DespiteOptOut;
    }
    if let Some(unless) = scope::exception_after(sentence, 0) {
        if sentence.all(Class::OptOut).any(|o| o.from >= unless) {
            return Condition::UnlessOptedOut;
        }
        if opt_ins(sentence).any(|o| o.to > unless) {
            return Condition::IfOptedIn;
        }
        if sentence.has_within(Class::Choose, unless, sentence.words.len()) {
            return if acts.iter().any(|a| a.negated) {
                Condition::IfOptedIn
            } else {
                Condition::UnlessOptedOut
            };
        }
    }
    let depends = sentence.has(Class::SubjectTo);
    if depends && sentence.has_any(&[Class::Control, Class::OptOut, Class::Choose]) {
        return Condition::UnlessOptedOut;
    }
    let iffy = |at: usize| {
        sentence
            .all(Class::If)
            .any(|i| i.from <= at && at - i.from <= 8)
    };
    if let Some(o) = out
        && iffy(o.from)
    {
        let denied = sentence.starts_within(Class::Denied, o.from.saturating_sub(4), o.from);
        if denied && acts.iter().any(|a| !a.negated) {
            return Condition::UnlessOptedOut;
        }
        return Condition::AfterOptOut;
    }
    if sentence.has(Class::StateOn) && sentence.has(Class::If) {
        return Condition::UnlessOptedOut;
    }
    if on.is_some() {
        return if acts.iter().all(|a| a.negated) {
            Condition::IfSwitched
        } else {
            Condition::IfOptedIn
        };
    }
    Condition::Always
}
