//! Screens out sentences that speak of training and are no clauses: rules upon the person, pointers,
//! definitions, liability.

use super::Sentence;
use super::acts::{Act, Actor};
use super::condition::opt_ins;
use super::govern::Governing;
use crate::cues::{Class, Mark};

/// Why a sentence is no clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rejection {
    /// No act of training.
    NoAct,
    /// A rule upon the person, or the person's own doing.
    Restricted,
    /// It only points to another text.
    Pointer,
    /// Nobody's data are spoken of.
    NoData,
    /// It speaks of training data without saying whence or how.
    DatasetOnly,
    /// It defines a term.
    Definition,
    /// It speaks of liability or warranty.
    Liability,
    /// Training is only excluded in brackets from another purpose.
    Aside,
    /// Nothing is said of use, denial, choice or source.
    NothingSaid,
}

impl Rejection {
    /// In words, for `explain`.
    pub fn text(self) -> &'static str {
        match self {
            Self::NoAct => "no act of training done to models",
            Self::Restricted => "a rule upon the person, or the person's own doing",
            Self::Pointer => "only points to another text",
            Self::NoData => "speaks of nobody's data",
            Self::DatasetOnly => "speaks of training data without saying whence or how",
            Self::Definition => "defines a term",
            Self::Aside => "training is only excluded in brackets from another purpose",
            Self::Liability => "speaks of liability or warranty",
            Self::NothingSaid => "says nothing of use, denial, choice or source",
        }
    }
}

/// Whether the act stands under a rule upon the person, or is the person's own.
pub(crate) fn restricted(sentence: &Sentence<'_>, act: &Act, governing: &Governing) -> bool {
    let reasserts = |from: usize| {
        sentence
            .all(Class::WeDo)
            .any(|w| w.from >= from && w.from < act.from)
    };
    if governing.restricts && !sentence.all(Class::WeDo).any(|w| w.from < act.from) {
        return true;
    }
    if let Some(rule) = sentence.all(Class::Restrict).rfind(|r| r.from < act.from) {
        let theirs = sentence.has_within(Class::WeDo, 0, rule.from);
        // "the supplier is prohibited from using it to train": a bar upon others is no rule upon the person.
        let others = sentence.starts(Class::Bar, rule.from)
            && sentence.within(Class::Third, 0, rule.from).next().is_some()
            && !sentence.has_within(Class::You, 0, rule.from);
        if !reasserts(rule.to) && !theirs && !others {
            return true;
        }
    }
    // "to develop models that compete with ours".
    if sentence
        .all(Class::Restrict)
        .any(|r| r.from >= act.to && r.from <= act.to + 8)
        && !sentence.has_any(&[Class::WeDo, Class::OptOut])
    {
        return true;
    }
    if sentence.starts(Class::Command, 0) {
        return true;
    }
    // "any fine-tuning of our models by you".
    let by_you = (act.to..act.to + 10)
        .any(|at| sentence.starts(Class::FromBy, at) && sentence.starts(Class::You, at + 1));
    if by_you {
        return true;
    }
    // "You may use Output to train your own models."
    let you_can = sentence.all(Class::YouCan).rfind(|y| y.to <= act.from);
    match you_can {
        Some(you) => {
            !reasserts(you.from)
                && !sentence.has_any(&[Class::OptOut, Class::OptIn, Class::Choose, Class::Control])
                && act.from - you.to <= 14
                && act.actor != Actor::Third
                && !sentence.starts(Class::If, you.from)
                && !sentence.has_within(Class::Provider, you.to, act.from)
        }
        None => false,
    }
}

/// "To learn how we train our models, see …".
pub(crate) fn points_elsewhere(sentence: &Sentence<'_>) -> bool {
    let pointer = sentence.all(Class::Pointer).next();
    let Some(pointer) = pointer else { return false };
    let asserts = sentence.has_any(&[Class::WeDo])
        && sentence.all(Class::WeDo).any(|w| w.from + 4 < pointer.from);
    let first = pointer.from <= 3 || sentence.starts(Class::Purpose, 0);
    first && !asserts && !sentence.has_any(&[Class::OptOut])
}

pub(crate) fn speaks_of_data(sentence: &Sentence<'_>, governing: &Governing, acts: &[Act]) -> bool {
    let first = acts.iter().map(|a| a.from).min().unwrap_or(0);
    // "Develop and improve our AI": a purpose without a subject. "Training our models involves …" is none.
    let fragment = first == 0 && !sentence.starts(Class::NounTraining, 0)
        || sentence.starts(Class::Purpose, 0);
    let used = acts.iter().any(|a| {
        a.negated
            || sentence
                .all(Class::Use)
                .any(|u| u.to <= a.from && a.from - u.to <= 2)
    });
    sentence.has_data()
        || governing.listed
        || fragment
        || used
        || sentence.has_any(&[
            Class::Source,
            Class::OptOut,
            Class::Licence,
            Class::Back,
            Class::Control,
        ])
        || opt_ins(sentence).next().is_some()
        || sentence.has_any(&[Class::User, Class::Own]) && acts.iter().any(|a| carried(sentence, a))
}

/// "we process the texts you enter … to train": what the provider does with people's things.
fn carried(sentence: &Sentence<'_>, act: &Act) -> bool {
    sentence.all(Class::WeDo).any(|w| {
        w.to <= act.from
            && act.from - w.to <= CARRIED_REACH
            && sentence.starts_within(Class::Use, w.from, w.to + 2)
    })
}

/// How far the provider's verb of use may stand from the act, in words.
const CARRIED_REACH: usize = 40;

/// "we may use … to train": the provider's own verb carries the act.
pub(crate) fn asserted(sentence: &Sentence<'_>, act: &Act) -> bool {
    sentence
        .all(Class::WeDo)
        .any(|w| w.to <= act.from && act.from - w.to <= 20)
        || sentence
            .all(Class::Opt)
            .any(|o| o.to <= act.from && act.from - o.to <= 8)
}

/// "To conduct research (excluding model training)".
pub(crate) fn aside(sentence: &Sentence<'_>, act: &Act) -> bool {
    act.negated
        && sentence.words.len() <= act.to + 2
        && (act.from.saturating_sub(4)..act.from).any(|w| sentence.mark(w) == Some(Mark::Open))
}

/// "“Model” means …".
pub(crate) fn defines(sentence: &Sentence<'_>) -> bool {
    let opens = sentence.text().starts_with(['"', '“', '«', '„', '\'', '‘']);
    sentence
        .all(Class::Define)
        .any(|d| d.from <= 3 || opens && d.from <= 12)
}

pub(crate) fn dataset_clause(sentence: &Sentence<'_>) -> bool {
    sentence.has_any(&[Class::Safeguard, Class::Protect, Class::Source])
        && (sentence.has_any(&[Class::WeDo, Class::Use]) || sentence.starts(Class::Provider, 0))
}
