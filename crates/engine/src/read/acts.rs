//! Finds acts of training in a sentence: the act, what it is done to, by whom, and whether it is denied.

use super::govern::Governing;
use super::scope;
use super::Sentence;
use crate::cues::{Class, Cue, Mark};

/// How far an act may stand from what it is done to, in words.
const OBJECT_REACH: usize = 16;

/// What sort of act it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// Train, fine-tune.
    Train,
    /// Improve, develop, … done to models.
    Improve,
    /// Models become better.
    Learn,
    /// Training data are spoken of.
    Dataset,
    /// Improve, … done to services, where a heading or stem speaks of AI.
    Governed,
}

/// What the act is done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Object {
    /// Models, AI.
    Model,
    /// Technology at large.
    Tech,
    /// Not named: "opt out of training".
    Implied,
}

/// Who does it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Actor {
    /// The provider, or nobody named.
    Provider,
    /// Somebody else than provider and person.
    Third,
    /// The person, for themself.
    User,
}

/// One act of training.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Act {
    /// First word of the act.
    pub from: usize,
    /// One past its last word.
    pub to: usize,
    pub sort: Sort,
    pub object: Object,
    /// The words of the object, where named.
    pub object_at: Option<(usize, usize)>,
    pub actor: Actor,
    /// Denied, double negatives read through.
    pub negated: bool,
}

/// All acts of training in the sentence.
pub(crate) fn acts(sentence: &Sentence<'_>, governing: &Governing) -> Vec<Act> {
    let mut found: Vec<Act> = Vec::new();
    for cue in &sentence.cues {
        let act = match cue.class {
            Class::Train => train(sentence, cue, governing),
            Class::Improve => improve(sentence, cue, governing),
            Class::Learn => learn(sentence, cue, governing),
            Class::Dataset => Some(act_at(cue, Sort::Dataset, Object::Model, None)),
            _ => None,
        };
        if let Some(act) = act {
            found.push(act);
        }
    }
    // "training data" is a dataset, not also an act of training.
    let datasets: Vec<(usize, usize)> =
        found.iter().filter(|a| a.sort == Sort::Dataset).map(|a| (a.from, a.to)).collect();
    found.retain(|a| a.sort == Sort::Dataset || !datasets.iter().any(|d| d.0 <= a.from && a.to <= d.1));
    for act in &mut found {
        act.actor = actor(sentence, act);
        act.negated = scope::negated(sentence, act.from);
    }
    found
}

fn act_at(cue: &Cue, sort: Sort, object: Object, object_at: Option<(usize, usize)>) -> Act {
    Act { from: cue.from, to: cue.to, sort, object, object_at, actor: Actor::Provider, negated: false }
}

fn train(sentence: &Sentence<'_>, cue: &Cue, governing: &Governing) -> Option<Act> {
    if sentence.all(Class::Staff).any(|s| s.from <= cue.from && cue.to <= s.to) {
        return None;
    }
    let word = sentence.folded(cue.to - 1);
    let ahead = object_ahead(sentence, cue.to, true);
    if let Some(Ahead::Staff) = ahead {
        return None;
    }
    if let Some(Ahead::Object(object, at)) = ahead
        && !owned_by_user(sentence, cue.to, at.0)
    {
        return Some(act_at(cue, Sort::Train, object, Some(at)));
    }
    if let Some(at) = model_before(sentence, cue.from) {
        return Some(act_at(cue, Sort::Train, Object::Model, Some(at)));
    }
    // No object: "opt out of training", "used for training", "train on your data".
    let on_data = word != "trained"
        && matches!(sentence.folded(cue.to).as_str(), "on" | "with" | "upon" | "using")
        && sentence.cues.iter().any(|c| {
            matches!(c.class, Class::Data(_)) && c.from >= cue.to && c.from <= cue.to + 8
        });
    let noun = word == "training" || word == "tuning" || word == "distillation" || !word.is_ascii();
    let in_play = sentence.has_data()
        || sentence.has_any(&[Class::OptOut, Class::OptIn, Class::Control, Class::Choose]);
    let context = governing.ai || sentence.has(Class::Model) || sentence.has(Class::ModelWord);
    let staffed = near(sentence, Class::Staff, cue, 4);
    if (on_data && !staffed) || (noun && in_play && context && !staffed) {
        return Some(act_at(cue, Sort::Train, Object::Implied, None));
    }
    None
}

fn improve(sentence: &Sentence<'_>, cue: &Cue, governing: &Governing) -> Option<Act> {
    match object_ahead(sentence, cue.to, false) {
        Some(Ahead::Object(Object::Model, at)) if !owned_by_user(sentence, cue.to, at.0) => {
            return Some(act_at(cue, Sort::Improve, Object::Model, Some(at)));
        }
        Some(Ahead::Object(_, at)) if governing.improves_ai => {
            return Some(act_at(cue, Sort::Governed, Object::Tech, Some(at)));
        }
        _ => {}
    }
    let noun = matches!(
        sentence.folded(cue.from).as_str(),
        "improvement" | "improvements" | "development" | "optimization" | "optimisation" | "refinement"
            | "refinements" | "enhancement" | "evaluation"
    );
    if noun && let Some(at) = adjacent_model(sentence, cue.from) {
        return Some(act_at(cue, Sort::Improve, Object::Model, Some(at)));
    }
    None
}

fn learn(sentence: &Sentence<'_>, cue: &Cue, governing: &Governing) -> Option<Act> {
    let model = sentence.cues.iter().find(|c| {
        matches!(c.class, Class::Model | Class::ModelWord)
            && (c.to <= cue.from && cue.from - c.to <= 10 || c.from >= cue.to && c.from - cue.to <= 8)
    });
    match model {
        Some(m) => Some(act_at(cue, Sort::Learn, Object::Model, Some((m.from, m.to)))),
        None if governing.improves_ai => Some(act_at(cue, Sort::Learn, Object::Implied, None)),
        None => None,
    }
}

enum Ahead {
    Staff,
    Object(Object, (usize, usize)),
}

/// What an act whose words end at `from` is done to. `trained` acts may be done to staff.
fn object_ahead(sentence: &Sentence<'_>, from: usize, trained: bool) -> Option<Ahead> {
    let mut technology = None;
    let mut at = from;
    let mut reach = from + OBJECT_REACH;
    while at < reach.min(sentence.words.len()) {
        match sentence.mark(at) {
            Some(Mark::Semicolon | Mark::Stop) => break,
            Some(Mark::Colon) if trained || technology.is_none() => break,
            // What is bracketed is an aside; the object may stand behind it.
            Some(Mark::Open) => reach += 2,
            _ => {}
        }
        let here = |class: Class| sentence.cues.iter().find(|c| c.class == class && c.from == at);
        let automated = sentence.cues.iter().any(|c| c.class == Class::Automated && c.from <= at && at < c.to);
        if !automated && let Some(c) = here(Class::Model).or(here(Class::ModelWord)) {
            return Some(Ahead::Object(Object::Model, (c.from, c.to)));
        }
        if trained && technology.is_none() && at < from + 5
            && let Some(c) = here(Class::Staff)
            && !followed_by_model(sentence, c.to)
        {
            return Some(Ahead::Staff);
        }
        if technology.is_none()
            && let Some(c) = here(Class::Tech).or(here(Class::Generic))
        {
            let object = if c.class == Class::Tech { Object::Tech } else { Object::Implied };
            technology = Some((object, (c.from, c.to)));
        }
        // "improve our services using AI": the AI is the means, not what is improved.
        let means = here(Class::Means).is_some();
        let new_clause = at > from && (here(Class::WeDo).is_some() || here(Class::YouCan).is_some());
        let purpose = at > from + 1 && matches!(sentence.folded(at).as_str(), "to" | "that" | "which" | "who" | "when" | "if" | "unless" | "about" | "from" | "during" | "where" | "because");
        if (means || new_clause || purpose) && !chained_act(sentence, at) {
            break;
        }
        at += 1;
    }
    match technology {
        Some((Object::Tech, at)) => Some(Ahead::Object(Object::Tech, at)),
        // Services are trained by nobody, but improved by all.
        Some((object, at)) if !trained => Some(Ahead::Object(object, at)),
        _ => None,
    }
}

/// "to train or to improve our models": another act follows the word that would end the reach.
fn chained_act(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.cues.iter().any(|c| {
        matches!(c.class, Class::Train | Class::Improve) && c.from > at && c.from <= at + 2
    })
}

fn followed_by_model(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence
        .cues
        .iter()
        .any(|c| matches!(c.class, Class::Model | Class::ModelWord) && c.from >= at && c.from <= at + 1)
}

/// Models named before the act: "models are trained", "model training".
fn model_before(sentence: &Sentence<'_>, from: usize) -> Option<(usize, usize)> {
    sentence
        .cues
        .iter()
        .rev()
        .filter(|c| matches!(c.class, Class::Model | Class::ModelWord) && c.to <= from)
        .find(|c| {
            let gap = from - c.to;
            let clear = !(c.to..from).any(|at| matches!(sentence.mark(at), Some(Mark::Semicolon | Mark::Stop)));
            let crossing = sentence.has_within(Class::WeDo, c.to, from) || sentence.has_within(Class::YouCan, c.to, from);
            clear && !crossing && (gap <= 2 || gap <= 9 && passive(sentence, c.to, from))
        })
        .map(|c| (c.from, c.to))
}

fn passive(sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| {
        matches!(
            sentence.folded(at).as_str(),
            "is" | "are" | "was" | "were" | "be" | "been" | "being" | "further" | "continuously" | "have" | "has"
                | "which" | "that"
        )
    })
}

fn adjacent_model(sentence: &Sentence<'_>, from: usize) -> Option<(usize, usize)> {
    sentence
        .cues
        .iter()
        .find(|c| matches!(c.class, Class::Model | Class::ModelWord) && c.to <= from && from - c.to <= 1)
        .map(|c| (c.from, c.to))
}

/// "train your own model": a model that a customer makes for itself.
fn owned_by_user(sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    let mut owner = false;
    for at in from..to {
        match sentence.folded(at).as_str() {
            "your" | "customer" | "custom" | "customers" | "their" | "own" => owner = true,
            "our" | "its" | "the" | "company" => owner = false,
            "data" | "content" | "information" | "inputs" | "input" => owner = false,
            _ => {}
        }
    }
    owner
}

fn near(sentence: &Sentence<'_>, class: Class, cue: &Cue, reach: usize) -> bool {
    sentence
        .all(class)
        .any(|c| c.to <= cue.from && cue.from - c.to <= reach || c.from >= cue.to && c.from - cue.to <= reach)
}

/// Who does the act: the nearest subject before it.
fn actor(sentence: &Sentence<'_>, act: &Act) -> Actor {
    let last_we = sentence.all(Class::WeDo).filter(|c| c.from < act.from).map(|c| c.from).next_back();
    let third = sentence
        .all(Class::Third)
        .filter(|c| c.to <= act.from && act.from - c.to <= 22)
        .filter(|c| subject_like(sentence, c, act.from))
        .map(|c| c.from)
        .next_back();
    match (third, last_we) {
        (Some(third), we) if we.is_none_or(|we| we < third) => Actor::Third,
        _ => Actor::Provider,
    }
}

/// Whether a third party stands as one who acts: "… may use", "allow … to", "… from training".
fn subject_like(sentence: &Sentence<'_>, third: &Cue, act: usize) -> bool {
    let after = sentence.folded(third.to);
    let verb = matches!(
        after.as_str(),
        "may" | "can" | "will" | "do" | "does" | "to" | "from" | "are" | "is" | "who" | "that" | "which" | "also"
            | "might" | "could" | "not" | "shall" | "cannot" | "use" | "uses" | "for" | "or" | "and" | "must" | "so"
            | "train" | "agree" | "agrees" | "would" | "don't" | "have" | "has" | "in" | "such" | "whose"
    );
    let given = sentence.cues.iter().any(|c| {
        c.class == Class::Give && c.to <= third.from && third.from - c.to <= 14
    });
    let infinitive = (third.to..act).any(|at| matches!(sentence.folded(at).as_str(), "to" | "from" | "for" | "may" | "will" | "can" | "not" | "use"));
    verb && infinitive && !preceded_by(sentence, third.from, &["from", "by"]) || given && infinitive
}

fn preceded_by(sentence: &Sentence<'_>, at: usize, words: &[&str]) -> bool {
    at.checked_sub(1).is_some_and(|before| words.contains(&sentence.folded(before).as_str()))
}
