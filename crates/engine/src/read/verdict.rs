//! From acts and conditions to what a clause is: its kinds, position, data and audience.

use super::about::{audience, data, source_named, third_object, user_data};
use super::acts::{Act, Actor, Sort, acts};
use super::condition::{Condition, choice, closed_condition, condition, reasserted};
use super::control::{open_choice, target, way};
use super::govern::Governing;
use super::screen::{
    Rejection, aside, asserted, dataset_clause, defines, points_elsewhere, restricted,
    speaks_of_data,
};
use super::{Sentence, scope};
use crate::cues::Class;
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
    if sentence.has(Class::Liability)
        && !sentence.has(Class::Licence)
        && !acts.iter().any(|a| asserted(sentence, a))
    {
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
            c < a.from && !reasserted(sentence, c, a.from) && !closed_condition(sentence, c, a.from)
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
    let excepted = exception_names(sentence);
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
        a.negated
            && sentence
                .all(Class::Sell)
                .any(|s| s.to <= a.from && a.from - s.to <= 14 && scope::negated(sentence, s.from))
    };
    if third_object(sentence, &real) || real.iter().any(handed_on) {
        kinds.push(Kind::ThirdParty);
    }
    // "Before clips are used for training, we blur faces": tells of protection, asserts no use.
    let prepared = real.iter().all(|a| {
        sentence
            .all(Class::Before)
            .any(|b| b.to <= a.from && a.from - b.to <= 10)
    });
    if prepared && !real.is_empty() && sentence.has_any(&[Class::Safeguard, Class::Protect]) {
        kinds = vec![Kind::Safeguard];
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
        why: why
            .map(|c| evidence(c.class.name(), sentence.cue_text(c)))
            .collect(),
        exceptions: Vec::new(),
        way: way(sentence),
        target: target(sentence),
        open_choice: open_choice(sentence),
        flagged: sentence.has(Class::Flagged),
    }
}

fn evidence(role: &str, words: &str) -> Evidence {
    Evidence {
        role: role.to_owned(),
        words: words.to_owned(),
    }
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
    let quits = sentence.has(Class::Quit)
        && !sentence.has_any(&[Class::Opt, Class::Control, Class::Switch]);
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
pub(crate) fn exception_names(sentence: &Sentence<'_>) -> Vec<String> {
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
