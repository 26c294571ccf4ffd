//! Finds acts of training in a sentence: the act, what it is done to, by whom, and whether it is denied.

use super::Sentence;
use super::govern::Governing;
use super::scope;
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
    let datasets: Vec<(usize, usize)> = found
        .iter()
        .filter(|a| a.sort == Sort::Dataset)
        .map(|a| (a.from, a.to))
        .collect();
    found.retain(|a| {
        a.sort == Sort::Dataset || !datasets.iter().any(|d| d.0 <= a.from && a.to <= d.1)
    });
    for act in &mut found {
        act.actor = if governing.third && !sentence.has(Class::WeDo) {
            Actor::Third
        } else {
            actor(sentence, act)
        };
        act.negated = scope::negated(sentence, act.from);
    }
    found
}

fn act_at(cue: &Cue, sort: Sort, object: Object, object_at: Option<(usize, usize)>) -> Act {
    Act {
        from: cue.from,
        to: cue.to,
        sort,
        object,
        object_at,
        actor: Actor::Provider,
        negated: false,
    }
}

fn train(sentence: &Sentence<'_>, cue: &Cue, governing: &Governing) -> Option<Act> {
    if sentence
        .all(Class::Staff)
        .any(|s| s.from <= cue.from && cue.to <= s.to)
    {
        return None;
    }
    let ahead = object_ahead(sentence, cue.to, true);
    if let Some(Ahead::Staff) = ahead {
        return None;
    }
    if describes(sentence, cue, ahead.as_ref()) {
        return None;
    }
    if let Some(Ahead::Object(object, at)) = ahead
        && !owned_by_user(sentence, cue.to, at.0)
    {
        return Some(act_at(cue, Sort::Train, object, Some(at)));
    }
    if let Some(at) = model_before(sentence, cue.from).or_else(|| object_before(sentence, cue.from))
    {
        return Some(act_at(cue, Sort::Train, Object::Model, Some(at)));
    }
    // No object: "opt out of training", "used for training", "train on your data".
    let on_data = sentence.starts(Class::On, cue.to)
        && sentence
            .cues
            .iter()
            .any(|c| matches!(c.class, Class::Data(_)) && c.from >= cue.to && c.from <= cue.to + 8);
    let noun = sentence.starts(Class::NounTraining, cue.to - 1);
    let in_play = sentence.has_data()
        || sentence.has_any(&[Class::OptOut, Class::OptIn, Class::Control, Class::Choose]);
    let context = governing.ai || sentence.has(Class::Model) || sentence.has(Class::ModelWord);
    let choosing = sentence.has_any(&[Class::OptOut, Class::Control]);
    let staffed = !choosing && near(sentence, Class::Staff, cue, 4) && !on_data;
    // "No data is used for training" is plain enough without a word of AI.
    let denied =
        sentence.has(Class::Use) && sentence.has_data() && scope::negated(sentence, cue.from);
    // "before clips are used for training": what is used for training is data.
    let used = governing.ai
        && sentence
            .all(Class::Use)
            .any(|u| u.to <= cue.from && cue.from - u.to <= 2);
    if (on_data && !staffed) || (noun && (in_play || used) && (context || denied) && !staffed) {
        return Some(act_at(cue, Sort::Train, Object::Implied, None));
    }
    None
}

/// "a fine-tuned model", "we developed algorithms": the past form describes, and tells no use.
fn describes(sentence: &Sentence<'_>, cue: &Cue, ahead: Option<&Ahead>) -> bool {
    if !sentence.starts(Class::Participle, cue.to - 1) {
        return false;
    }
    let carried = (1..=4).any(|back| {
        cue.from
            .checked_sub(back)
            .is_some_and(|at| sentence.starts(Class::Passive, at))
    });
    let close = matches!(ahead, Some(Ahead::Object(_, at)) if at.0 <= cue.to + 2);
    close && !carried
}

fn improve(sentence: &Sentence<'_>, cue: &Cue, governing: &Governing) -> Option<Act> {
    let past = sentence.starts(Class::Participle, cue.to - 1);
    if past {
        return None;
    }
    // "our algorithm will refine": the model itself gets better.
    let subject = sentence.cues.iter().find(|c| {
        matches!(c.class, Class::Model | Class::ModelWord)
            && c.to < cue.from
            && cue.from - c.to <= 2
            && sentence.starts(Class::Modal, c.to)
            && is_model(sentence, c, false)
    });
    if let Some(subject) = subject
        && sentence.has_data()
    {
        return Some(act_at(
            cue,
            Sort::Learn,
            Object::Model,
            Some((subject.from, subject.to)),
        ));
    }
    match object_ahead(sentence, cue.to, false) {
        Some(Ahead::Object(Object::Model, at)) if !owned_by_user(sentence, cue.to, at.0) => {
            return Some(act_at(cue, Sort::Improve, Object::Model, Some(at)));
        }
        Some(Ahead::Object(_, at)) if governing.improves_ai && governed(sentence) => {
            return Some(act_at(cue, Sort::Governed, Object::Tech, Some(at)));
        }
        _ => {}
    }
    let noun = sentence.starts(Class::Improvement, cue.from);
    if let Some(at) = object_before(sentence, cue.from) {
        return Some(act_at(cue, Sort::Improve, Object::Model, Some(at)));
    }
    if noun
        && sentence.has_data()
        && let Some(at) = adjacent_model(sentence, cue.from)
    {
        return Some(act_at(cue, Sort::Improve, Object::Model, Some(at)));
    }
    None
}

/// Whether a sentence under a heading on AI speaks of using people's data to improve something.
fn governed(sentence: &Sentence<'_>) -> bool {
    let model_acts = sentence.cues.iter().any(|c| {
        c.class == Class::ModelWord && c.from <= 1 && !sentence.starts(Class::Passive, c.to)
    });
    sentence.has_data() && !model_acts
}

fn learn(sentence: &Sentence<'_>, cue: &Cue, governing: &Governing) -> Option<Act> {
    let model = sentence.cues.iter().find(|c| {
        matches!(c.class, Class::Model | Class::ModelWord)
            && (c.to <= cue.from && cue.from - c.to <= 10
                || c.from >= cue.from && c.to <= cue.to
                || c.from >= cue.to && c.from - cue.to <= 8)
    });
    match model {
        Some(m) => Some(act_at(
            cue,
            Sort::Learn,
            Object::Model,
            Some((m.from, m.to)),
        )),
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
            Some(Mark::Semicolon) => break,
            Some(Mark::Colon) if trained || technology.is_none() => break,
            // What is bracketed is an aside; the object may stand behind it.
            Some(Mark::Open) => reach += 2,
            _ => {}
        }
        let here = |class: Class| {
            sentence
                .cues
                .iter()
                .find(|c| c.class == class && c.from == at)
        };
        if let Some(c) = here(Class::Model).or(here(Class::ModelWord))
            && is_model(sentence, c, trained)
        {
            return Some(Ahead::Object(Object::Model, (c.from, c.to)));
        }
        if trained
            && technology.is_none()
            && at < from + 4
            && !on_something(sentence, from, at)
            && let Some(c) = here(Class::Staff)
            && !followed_by_model(sentence, c.to)
        {
            return Some(Ahead::Staff);
        }
        if technology.is_none()
            && let Some(c) = here(Class::Tech).or(here(Class::Generic))
        {
            let object = if c.class == Class::Tech || trained && at <= from + 2 {
                Object::Tech
            } else {
                Object::Implied
            };
            technology = (!trained || at <= from + 6).then_some((object, (c.from, c.to)));
        }
        // "improve our services using AI": the AI is the means, not what is improved.
        let means = here(Class::Means).is_some();
        let new_clause =
            at > from && (here(Class::WeDo).is_some() || here(Class::YouCan).is_some());
        let inside = sentence
            .cues
            .iter()
            .any(|c| matches!(c.class, Class::Train | Class::Improve) && c.from < at && at < c.to);
        let included = sentence.starts(Class::Includes, at + 1);
        let purpose = !inside && !included && sentence.starts(Class::Break, at);
        let finite = !trained
            && technology.is_none()
            && at > from
            && (sentence.starts(Class::Not, at)
                || sentence.starts(Class::Bar, at)
                || sentence.starts(Class::Passive, at) && !purpose);
        if finite {
            break;
        }
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

/// Whether a cue of a model is one indeed: no business model, no name that ends in "AI". What is
/// trained may be called "AI Features" or "AI products"; what is improved may not.
pub(crate) fn is_model(sentence: &Sentence<'_>, cue: &Cue, trained: bool) -> bool {
    let within = |class: Class| {
        sentence
            .all(class)
            .any(|n| n.from <= cue.from && cue.to <= n.to)
    };
    if within(Class::NotModel) && !trained {
        return false;
    }
    if sentence
        .all(Class::NotModel)
        .any(|n| n.to == cue.to && cue.class == Class::ModelWord)
    {
        return false;
    }
    trained || !is_name(sentence, cue)
}

/// "Mistral AI": a name that ends in AI, unless models follow ("Anthropic AI models").
fn is_name(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    let ai = sentence.words_text(cue.from, cue.to) == "AI"
        || sentence.words_text(cue.from, cue.to).starts_with("AI’");
    let Some(before) = cue.from.checked_sub(1) else {
        return false;
    };
    let adjacent = sentence
        .words
        .get(before)
        .zip(sentence.words.get(cue.from))
        .is_some_and(|(b, c)| c.start == b.end + 1);
    let word = sentence.words_text(before, cue.from);
    let known = !sentence.is_unknown(before);
    let followed = sentence.cues.iter().any(|c| {
        matches!(c.class, Class::ModelWord | Class::Tech)
            && c.from >= cue.to
            && c.from <= cue.to + 1
    });
    let title = before == 0;
    ai && adjacent
        && !title
        && word.chars().next().is_some_and(char::is_uppercase)
        && !known
        && !followed
}

/// "training on the conversations people have": what follows is what it is trained on.
fn on_something(sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    sentence.starts_within(Class::On, from, to) || sentence.starts_within(Class::FromBy, from, to)
}

/// "to train or to improve our models": another act follows the word that would end the reach.
fn chained_act(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.cues.iter().any(|c| {
        matches!(c.class, Class::Train | Class::Improve) && c.from > at && c.from <= at + 2
    })
}

fn followed_by_model(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.cues.iter().any(|c| {
        matches!(c.class, Class::Model | Class::ModelWord) && c.from >= at && c.from <= at + 1
    })
}

/// Models named before the act: "models are trained", "model training".
fn model_before(sentence: &Sentence<'_>, from: usize) -> Option<(usize, usize)> {
    sentence
        .cues
        .iter()
        .rev()
        .filter(|c| matches!(c.class, Class::Model | Class::ModelWord) && c.to <= from)
        .filter(|c| is_model(sentence, c, true))
        .find(|c| {
            let gap = from - c.to;
            let clear = !(c.to..from).any(|at| sentence.mark(at) == Some(Mark::Semicolon));
            let crossing = sentence.has_within(Class::WeDo, c.to, from)
                || sentence.has_within(Class::YouCan, c.to, from);
            clear && !crossing && (gap <= 2 || gap <= 9 && passive(sentence, c.to, from))
        })
        .map(|c| (c.from, c.to))
}

/// In languages whose verbs stand last: models named earlier in the same clause.
fn object_before(sentence: &Sentence<'_>, from: usize) -> Option<(usize, usize)> {
    if !sentence.object_first {
        return None;
    }
    sentence
        .cues
        .iter()
        .rev()
        .filter(|c| matches!(c.class, Class::Model | Class::ModelWord) && c.to <= from)
        .filter(|c| from - c.to <= OBJECT_REACH && is_model(sentence, c, false))
        .find(|c| {
            !(c.to..from).any(|at| {
                matches!(sentence.mark(at), Some(Mark::Semicolon | Mark::Colon))
                    || sentence.starts(Class::Break, at)
                    || sentence.starts(Class::Means, at)
            })
        })
        .map(|c| (c.from, c.to))
}

fn passive(sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    sentence.starts_within(Class::Passive, from, to)
}

fn adjacent_model(sentence: &Sentence<'_>, from: usize) -> Option<(usize, usize)> {
    sentence
        .cues
        .iter()
        .find(|c| {
            matches!(c.class, Class::Model | Class::ModelWord)
                && c.to <= from
                && from - c.to <= 1
                && is_model(sentence, c, false)
        })
        .map(|c| (c.from, c.to))
}

/// "train your own model": a model that a customer makes for itself.
fn owned_by_user(sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    let mut owner = false;
    for at in from..to {
        if sentence.starts(Class::Own, at) {
            owner = true;
        }
        let data = sentence
            .cues
            .iter()
            .any(|c| c.from == at && matches!(c.class, Class::Data(_)));
        if sentence.starts(Class::Ours, at) || data {
            owner = false;
        }
    }
    owner
}

fn near(sentence: &Sentence<'_>, class: Class, cue: &Cue, reach: usize) -> bool {
    sentence.all(class).any(|c| {
        c.to <= cue.from && cue.from - c.to <= reach || c.from >= cue.to && c.from - cue.to <= reach
    })
}

/// Who does the act: the nearest subject before it.
fn actor(sentence: &Sentence<'_>, act: &Act) -> Actor {
    let last_we = sentence
        .all(Class::WeDo)
        .filter(|c| c.from < act.from)
        .map(|c| c.from)
        .next_back();
    let third = sentence
        .all(Class::Third)
        .filter(|c| c.to <= act.from && act.from - c.to <= 22)
        .filter(|c| subject_like(sentence, c, act.from))
        .map(|c| c.from)
        .next_back();
    let theirs = act
        .object_at
        .is_some_and(|(from, _)| sentence.starts_within(Class::Theirs, act.to, from));
    if theirs {
        return Actor::Third;
    }
    match (third, last_we) {
        (Some(third), we) if we.is_none_or(|we| we < third) => Actor::Third,
        _ => Actor::Provider,
    }
}

/// Whether a third party stands as one who acts: "… may use", "allow … to", "… from training".
fn subject_like(sentence: &Sentence<'_>, third: &Cue, act: usize) -> bool {
    let verb = sentence.starts(Class::Modal, third.to);
    let given = sentence
        .cues
        .iter()
        .any(|c| c.class == Class::Give && c.to <= third.from && third.from - c.to <= 14);
    let infinitive = sentence.starts_within(Class::Infinitive, third.to, act);
    verb && infinitive && !comes_from(sentence, third.from) || given && infinitive
}

fn comes_from(sentence: &Sentence<'_>, at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|before| sentence.starts(Class::FromBy, before))
}
