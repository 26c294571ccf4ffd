//! From acts and conditions to what a clause is: its kinds, position, data and audience.

use super::acts::{Act, Actor, Object, Sort, acts};
use super::govern::Governing;
use super::{Sentence, scope};
use crate::cues::{Class, Cue, Mark};
use crate::{Audience, Data, Evidence, Kind, Mechanism, Position};

/// What a sentence says, if it is a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    pub kinds: Vec<Kind>,
    pub position: Option<Position>,
    pub data: Vec<Data>,
    pub audience: Vec<Audience>,
    pub why: Vec<Evidence>,
    /// What goes on despite an opt-out or a prohibition, by name.
    pub exceptions: Vec<String>,
    /// By what means the sentence says one can opt out.
    pub way: Mechanism,
    /// The place of the control in the sentence's words.
    pub target: Option<String>,
    /// It tells of choosing without saying which way the switch stands.
    pub open_choice: bool,
    /// It speaks of flagged content or safety review.
    pub flagged: bool,
}

/// How far a condition may stand from the act that it governs, in words.
const CONDITION_REACH: usize = 60;

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

/// The condition under which the acts of a sentence happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Condition {
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

/// Reads a sentence.
///
/// # Errors
/// Why it is no clause.
pub(crate) fn read(sentence: &Sentence<'_>, governing: &Governing) -> Result<Reading, Rejection> {
    let acts = acts(sentence, governing);
    if acts.is_empty() {
        return Err(Rejection::NoAct);
    }
    let acts: Vec<Act> = acts
        .into_iter()
        .filter(|a| !restricted(sentence, a, governing))
        .collect();
    if acts.is_empty() {
        return Err(Rejection::Restricted);
    }
    if points_elsewhere(sentence) {
        return Err(Rejection::Pointer);
    }
    if defines(sentence) {
        return Err(Rejection::Definition);
    }
    if sentence.has(Class::Liability) && !sentence.has(Class::Licence) && !acts.iter().any(|a| asserted(sentence, a)) {
        return Err(Rejection::Liability);
    }
    if acts.iter().all(|a| aside(sentence, a)) {
        return Err(Rejection::Aside);
    }
    let real: Vec<Act> = acts
        .iter()
        .copied()
        .filter(|a| a.sort != Sort::Dataset)
        .collect();
    if !real.is_empty() && !speaks_of_data(sentence, governing, &real) {
        return Err(Rejection::NoData);
    }
    if real.is_empty() && !dataset_clause(sentence) {
        return Err(Rejection::DatasetOnly);
    }
    let mut kinds = Vec::new();
    let condition = condition(sentence, &real);
    let choosing = choice(sentence);
    let embedded = |a: &Act| {
        choosing.is_some_and(|c| {
            c < a.from
                && !reasserted(sentence, c, a.from)
                && !closed_condition(sentence, c, a.from)
        })
    };
    let sourced = sentence.has(Class::Source) && !user_data(sentence)
        || governing.sourced && governing.trained_on && !user_data(sentence);
    let mut exceptions = Vec::new();

    for act in &real {
        match act.actor {
            Actor::Third => kinds.push(Kind::ThirdParty),
            _ if act.negated && condition == Condition::UnlessOptedOut => {
                // "We do not … except where you have not opted out": the double negative.
                kinds.extend([Kind::Use, Kind::Prohibit]);
            }
            _ if embedded(act) => {}
            _ if act.negated => kinds.push(Kind::Prohibit),
            _ if sourced => kinds.push(Kind::Source),
            _ => kinds.push(Kind::Use),
        }
    }
    if real.is_empty() {
        if sentence.has_any(&[Class::Safeguard, Class::Protect]) {
            kinds.push(Kind::Safeguard);
        }
        if sentence.has(Class::Source) || kinds.is_empty() {
            kinds.push(Kind::Source);
        }
    }
    let uses = kinds.contains(&Kind::Use);
    if uses && sentence.has(Class::Source) && source_named(sentence) {
        kinds.push(Kind::Source);
    }
    if condition != Condition::DespiteOptOut
        && (choosing.is_some() || condition != Condition::Always)
    {
        kinds.push(Kind::Choice);
    }
    if condition == Condition::DespiteOptOut || uses && sentence.has(Class::AudLoggedOut) {
        kinds.push(Kind::Exception);
    }
    let excepted = exception_names(sentence, &real);
    if !excepted.is_empty()
        && real.iter().any(|a| a.negated)
        && scope::exception_after(sentence, 0).is_some()
    {
        kinds.push(Kind::Exception);
        exceptions.extend(excepted);
    } else if condition == Condition::DespiteOptOut {
        exceptions.extend(excepted);
    }
    if sentence.has(Class::Safeguard) && real.iter().any(|a| !a.negated) && uses {
        kinds.push(Kind::Safeguard);
    }
    // "we do not use or sell your data for training".
    let handed_on = |a: &Act| {
        a.negated && sentence.all(Class::Sell).any(|s| s.to <= a.from && a.from - s.to <= 14 && scope::negated(sentence, s.from))
    };
    if third_object(sentence, &real) || real.iter().any(handed_on) {
        kinds.push(Kind::ThirdParty);
    }
    kinds.sort_unstable();
    kinds.dedup();
    if kinds.is_empty() {
        return Err(Rejection::NothingSaid);
    }
    let position = position(sentence, &kinds, condition, &real);
    Ok(Reading {
        position,
        data: data(sentence),
        audience: audience(sentence),
        why: why(sentence, &acts),
        way: way(sentence),
        target: target(sentence),
        open_choice: open_choice(sentence),
        flagged: sentence.has(Class::Flagged),
        kinds,
        exceptions,
    })
}

/// A reading made by `follow`: its kinds and position are known; the rest is read as ever.
pub(crate) fn reading(
    sentence: &Sentence<'_>,
    kinds: Vec<Kind>,
    position: Option<Position>,
    cues: &[Class],
) -> Reading {
    let why = sentence.cues.iter().filter(|c| cues.contains(&c.class));
    Reading {
        kinds,
        position,
        data: data(sentence),
        audience: audience(sentence),
        why: why.map(|c| evidence(c.class.name(), sentence.cue_text(c))).collect(),
        exceptions: Vec::new(),
        way: way(sentence),
        target: target(sentence),
        open_choice: open_choice(sentence),
        flagged: sentence.has(Class::Flagged),
    }
}

fn evidence(role: &str, words: &str) -> Evidence {
    Evidence { role: role.to_owned(), words: words.to_owned() }
}

/// Whether the act stands under a rule upon the person, or is the person's own.
fn restricted(sentence: &Sentence<'_>, act: &Act, governing: &Governing) -> bool {
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
        if !reasserts(rule.to) && !theirs {
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
    let by_you = (act.to..act.to + 10).any(|at| {
        sentence.starts(Class::FromBy, at) && sentence.starts(Class::You, at + 1)
    });
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
fn points_elsewhere(sentence: &Sentence<'_>) -> bool {
    let pointer = sentence.all(Class::Pointer).next();
    let Some(pointer) = pointer else { return false };
    let asserts = sentence.has_any(&[Class::WeDo])
        && sentence.all(Class::WeDo).any(|w| w.from + 4 < pointer.from);
    let first = pointer.from <= 3 || sentence.starts(Class::Purpose, 0);
    first && !asserts && !sentence.has_any(&[Class::OptOut])
}

fn speaks_of_data(sentence: &Sentence<'_>, governing: &Governing, acts: &[Act]) -> bool {
    let first = acts.iter().map(|a| a.from).min().unwrap_or(0);
    // "Develop and improve our AI": a purpose without a subject. "Training our models involves …" is none.
    let fragment = first == 0 && !sentence.starts(Class::NounTraining, 0) || sentence.starts(Class::Purpose, 0);
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
}

/// "we may use … to train": the provider's own verb carries the act.
fn asserted(sentence: &Sentence<'_>, act: &Act) -> bool {
    sentence.all(Class::WeDo).any(|w| w.to <= act.from && act.from - w.to <= 20)
        || sentence.all(Class::Opt).any(|o| o.to <= act.from && act.from - o.to <= 8)
}

/// "To conduct research (excluding model training)".
fn aside(sentence: &Sentence<'_>, act: &Act) -> bool {
    act.negated
        && sentence.words.len() <= act.to + 2
        && (act.from.saturating_sub(4)..act.from).any(|w| sentence.mark(w) == Some(Mark::Open))
}

/// "“Model” means …".
fn defines(sentence: &Sentence<'_>) -> bool {
    let opens = sentence.text().starts_with(['"', '“', '«', '„', '\'', '‘']);
    sentence
        .all(Class::Define)
        .any(|d| d.from <= 3 || opens && d.from <= 12)
}

fn dataset_clause(sentence: &Sentence<'_>) -> bool {
    sentence.has_any(&[Class::Safeguard, Class::Protect, Class::Source])
        && (sentence.has_any(&[Class::WeDo, Class::Use]) || sentence.starts(Class::Provider, 0))
}

/// The word at which the sentence begins to speak of choosing, if it does.
fn choice(sentence: &Sentence<'_>) -> Option<usize> {
    let out = sentence.all(Class::OptOut).map(|c| c.from);
    let on = opt_ins(sentence).map(|c| c.from);
    let chosen = sentence
        .all(Class::Choose)
        .filter(|c| !sentence.all(Class::Accept).any(|a| a.from <= c.from && c.from <= a.to))
        .filter(|_| sentence.has(Class::Control) || sentence.has(Class::YouCan))
        .map(|c| c.from);
    out.chain(on).chain(chosen).min()
}

/// The cues of agreeing that state a condition, rather than a grant ("you agree that we may").
fn opt_ins<'s>(sentence: &'s Sentence<'_>) -> impl Iterator<Item = &'s Cue> {
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
fn closed_condition(sentence: &Sentence<'_>, choosing: usize, act: usize) -> bool {
    let opened = sentence.cues.iter().any(|c| {
        matches!(c.class, Class::If | Class::Unless) && c.from < choosing && choosing - c.from <= 8
    });
    opened && (choosing..act).any(|w| sentence.mark(w) == Some(Mark::Comma))
}

/// Whether a new assertion of the provider stands between choosing and act.
fn reasserted(sentence: &Sentence<'_>, from: usize, act: usize) -> bool {
    sentence
        .all(Class::WeDo)
        .any(|w| w.from > from && w.from < act && !whether(sentence, w.from))
}

/// "choose whether we may use …": no assertion.
fn whether(sentence: &Sentence<'_>, at: usize) -> bool {
    (1..=3).any(|back| {
        at.checked_sub(back)
            .is_some_and(|b| sentence.starts(Class::Whether, b))
    })
}

fn condition(sentence: &Sentence<'_>, acts: &[Act]) -> Condition {
    // In a sentence of hundreds of words, a condition far from every act is about something else.
    let near = |c: &Cue| acts.iter().any(|a| a.from.abs_diff(c.from) <= CONDITION_REACH);
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

fn position(
    sentence: &Sentence<'_>,
    kinds: &[Kind],
    condition: Condition,
    acts: &[Act],
) -> Option<Position> {
    let has = |k: Kind| kinds.contains(&k);
    if !has(Kind::Use) && !has(Kind::Prohibit) && !has(Kind::Choice) && !has(Kind::ThirdParty) {
        return None;
    }
    // "If you do not want this, do not use …" offers no control.
    let quits = sentence.has(Class::Quit) && !sentence.has_any(&[Class::Opt, Class::Control, Class::Switch]);
    if condition == Condition::DespiteOptOut || quits && has(Kind::Choice) {
        return Some(Position::Trains);
    }
    if condition == Condition::UnlessOptedOut || condition == Condition::AfterOptOut {
        return Some(Position::OptOut);
    }
    if condition == Condition::IfOptedIn {
        return Some(Position::OptIn);
    }
    if condition == Condition::IfSwitched {
        return Some(Position::Prohibits);
    }
    if has(Kind::Prohibit) && !has(Kind::Use) {
        let optional = sentence.has(Class::Default);
        return Some(if optional {
            Position::OptIn
        } else {
            Position::Prohibits
        });
    }
    if has(Kind::Choice) && !has(Kind::Use) {
        let on_only = sentence.has(Class::OptIn) && !sentence.has(Class::OptOut);
        return Some(if on_only {
            Position::OptIn
        } else {
            Position::OptOut
        });
    }
    if has(Kind::Choice) {
        return Some(Position::OptOut);
    }
    if has(Kind::ThirdParty) && !has(Kind::Use) {
        let denied = acts.iter().any(|a| a.negated);
        return Some(if denied {
            Position::Prohibits
        } else {
            Position::Trains
        });
    }
    Some(Position::Trains)
}

/// What the sentence says goes on all the same.
fn exception_names(sentence: &Sentence<'_>, acts: &[Act]) -> Vec<String> {
    let _ = acts;
    let mut names = Vec::new();
    if sentence
        .cues
        .iter()
        .any(|c| c.class == Class::Data(Data::Feedback))
    {
        names.push("feedback".to_owned());
    }
    if sentence.has(Class::Flagged) {
        names.push("safety-flagged".to_owned());
    }
    names
}

/// Whether the data of people who use the service are named, rather than data from elsewhere.
fn user_data(sentence: &Sentence<'_>) -> bool {
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

fn source_named(sentence: &Sentence<'_>) -> bool {
    sentence.all(Class::Source).any(|c| {
        let words = c.to - c.from;
        words >= 2 && !sentence.starts(Class::Third, c.from)
    })
}

/// "train our or third parties' models".
fn third_object(sentence: &Sentence<'_>, acts: &[Act]) -> bool {
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
fn data(sentence: &Sentence<'_>) -> Vec<Data> {
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
fn inside_longer_audience(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    sentence.cues.iter().any(|c| {
        c.class.name().starts_with("aud.")
            && c.class != cue.class
            && c.from <= cue.from
            && cue.to <= c.to
            && c.to - c.from > cue.to - cue.from
    })
}

/// Whom the sentence covers.
fn audience(sentence: &Sentence<'_>) -> Vec<Audience> {
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

/// Whether the sentence speaks of choosing, but neither of opting out nor in.
pub(crate) fn open_choice(sentence: &Sentence<'_>) -> bool {
    !sentence.has_any(&[Class::OptOut, Class::OptIn])
}

/// By what means the sentence says that one can opt out.
pub(crate) fn way(sentence: &Sentence<'_>) -> Mechanism {
    if sentence.has(Class::Control) {
        Mechanism::Settings
    } else if sentence.has(Class::Form) {
        Mechanism::Form
    } else if sentence.has(Class::Email) || sentence.text().contains('@') {
        Mechanism::Email
    } else if sentence.has(Class::Contract) && sentence.has(Class::OptOut) {
        Mechanism::Contract
    } else if sentence.has(Class::Delete) {
        Mechanism::DeleteAccount
    } else if sentence.has(Class::Switch) {
        Mechanism::Settings
    } else if sentence.document.links_in(sentence.span).next().is_some() {
        Mechanism::Link
    } else if sentence.has(Class::Choose) && sentence.has(Class::YouCan) {
        Mechanism::Settings
    } else {
        Mechanism::NoneStated
    }
}

/// The place of the control as the sentence words it: an address, or "account settings".
pub(crate) fn target(sentence: &Sentence<'_>) -> Option<String> {
    let address = sentence
        .text()
        .split_whitespace()
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()))
        .find(|w| w.contains('@') && w.contains('.'));
    if let Some(address) = address {
        return Some(address.to_owned());
    }
    let control = sentence.all(Class::Control).next_back()?;
    let mut from = control.from;
    // Take the words that name it: "your account settings", "Data Controls".
    while from > 0
        && control.to - from < 4
        && sentence.mark(from - 1).is_none()
        && !sentence.cues.iter().any(|c| {
            c.from == from - 1
                && matches!(
                    c.class,
                    Class::Own
                        | Class::Ours
                        | Class::Means
                        | Class::Purpose
                        | Class::On
                        | Class::Choose
                )
        })
    {
        from -= 1;
    }
    Some(sentence.words_text(from, control.to).to_owned())
}

/// The cues that took part, for people to read.
fn why(sentence: &Sentence<'_>, acts: &[Act]) -> Vec<Evidence> {
    let mut why = Vec::new();
    for act in acts {
        why.push(evidence("act", sentence.words_text(act.from, act.to)));
        if let Some((from, to)) = act.object_at {
            why.push(evidence("model", sentence.words_text(from, to)));
        }
        for at in scope::negations(sentence, act.from) {
            why.push(evidence("negation", sentence.words_text(at, at + 1)));
        }
    }
    for class in [
        Class::Unless,
        Class::Despite,
        Class::OptOut,
        Class::OptIn,
        Class::Control,
        Class::Source,
        Class::Safeguard,
    ] {
        why.extend(
            sentence
                .all(class)
                .map(|c| evidence(class.name(), sentence.cue_text(c))),
        );
    }
    let mut seen = Vec::new();
    why.retain(|e| {
        let fresh = !seen.contains(e);
        if fresh {
            seen.push(e.clone());
        }
        fresh
    });
    why
}
