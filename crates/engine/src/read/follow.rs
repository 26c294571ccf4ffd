//! Sentences that are clauses only by what stands before or above them: items of "we train on:", "you can
//! opt out of this", "these datasets may include …".

use super::{Reading, Sentence, govern::Governing, scope, verdict};
use crate::cues::Class;
use crate::{BlockKind, Data, Kind, Position};

pub(crate) fn states_position(reading: &Reading) -> bool {
    reading.kinds.iter().any(|k| matches!(k, Kind::Prohibit))
}

/// A title that stands as a sentence: a table of contents, a run-in heading ("1.3 Model Training.").
pub(crate) fn is_title(sentence: &Sentence<'_>, sentences: usize, kind: BlockKind) -> bool {
    let words = sentence
        .words
        .iter()
        .filter(|w| w.id.mark().is_none())
        .count();
    let text = sentence.text();
    let ended = text.ends_with(['.', '!', '。']);
    let whole_link = sentence
        .document
        .links_in(sentence.span)
        .any(|l| l.span.len() + 4 >= sentence.span.len());
    let asks = !matches!(kind, BlockKind::ListItem { .. })
        && sentence.starts(Class::Ask, 0)
        && (text.ends_with(['?', '？']) || !ended && words <= 14);
    let short = words <= 7 && !matches!(kind, BlockKind::Cell { .. });
    let verbal = sentence.has_any(&[Class::WeDo, Class::YouCan, Class::OptOut, Class::Not])
        || sentence.starts(Class::Purpose, 0);
    let run_in = ended && short && sentences > 1 && !verbal;
    whole_link && !ended && words <= 12
        || asks
        || short && !ended && !verbal && !matches!(kind, BlockKind::ListItem { .. })
        || run_in
}

/// Reads a sentence by what governs it (an item of "we train on:") or what stands just before it
/// (`since` sentences ago a clause was read, in the same section; `None` where none was near).
pub(crate) fn follow(
    sentence: &Sentence<'_>,
    governing: &Governing,
    since: Option<usize>,
) -> Option<Reading> {
    item_of_training_list(sentence, governing).or_else(|| {
        let since = since?;
        opts_out_of_it(sentence)
            .or_else(|| {
                if since <= 1 {
                    denies_more(sentence).or_else(|| denies_it(sentence))
                } else {
                    None
                }
            })
            .or_else(|| {
                if since <= 1 {
                    tells_of_datasets(sentence)
                } else {
                    None
                }
            })
    })
}

/// An item of "we train our models on:" tells on what, without a word of training.
fn item_of_training_list(sentence: &Sentence<'_>, governing: &Governing) -> Option<Reading> {
    let item = governing.trained_on && governing.listed && !governing.restricts;
    if !item || sentence.words.len() < 3 || sentence.has(Class::Pointer) {
        return None;
    }
    let mine = sentence.cues.iter().any(|c| {
        use Data::{Content, Feedback, Files, Inputs, Outputs, Usage};
        matches!(
            c.class,
            Class::Data(Inputs | Outputs | Feedback | Usage | Files | Content)
        )
    });
    let optional = sentence.has(Class::OptOut);
    let (kinds, position) = if governing.denied && governing.excepted {
        return Some(exception_of_list(sentence, optional));
    } else if governing.denied {
        (vec![Kind::Prohibit], Some(Position::Prohibits))
    } else if mine && optional {
        (vec![Kind::Use, Kind::Choice], Some(Position::OptOut))
    } else if mine && !sentence.has(Class::Source) {
        (vec![Kind::Use], Some(Position::Trains))
    } else {
        (vec![Kind::Source], None)
    };
    Some(verdict::reading(
        sentence,
        kinds,
        position,
        &[Class::Source, Class::OptOut],
    ))
}

/// An item of "we do not train … except:": tells when it happens after all.
fn exception_of_list(sentence: &Sentence<'_>, optional: bool) -> Reading {
    let cues = [Class::OptOut, Class::Flagged, Class::PlanNoun];
    if optional {
        let kinds = vec![Kind::Use, Kind::Prohibit, Kind::Choice];
        return verdict::reading(sentence, kinds, Some(Position::OptOut), &cues);
    }
    let mut reading = verdict::reading(
        sentence,
        vec![Kind::Use, Kind::Exception],
        Some(Position::Trains),
        &cues,
    );
    reading.exceptions = verdict::exception_names(sentence);
    reading
}

/// "You can opt out of this at any time in your settings": speaks of the training just named.
fn opts_out_of_it(sentence: &Sentence<'_>) -> Option<Reading> {
    if sentence.has_any(&[Class::Restrict, Class::Elsewhere]) {
        return None;
    }
    let back = sentence.has(Class::Back);
    let place = sentence.has(Class::Control);
    let way = place || sentence.has_any(&[Class::Form, Class::Email]);
    let opted = sentence.has(Class::Opt)
        && (back || way || sentence.has(Class::YouCan) || sentence.has_data());
    let objected = sentence.has(Class::OptOut) && (back || way && sentence.has(Class::YouCan));
    let chosen = sentence.has(Class::Choose) && sentence.has(Class::YouCan) && place && back;
    if !(opted || objected || chosen) {
        return None;
    }
    let cues = [Class::OptOut, Class::Control, Class::Back, Class::Choose];
    let quits = sentence.has(Class::Quit) && !sentence.has_any(&[Class::Opt, Class::Control]);
    let position = if quits {
        Position::Trains
    } else {
        Position::OptOut
    };
    Some(verdict::reading(
        sentence,
        vec![Kind::Choice],
        Some(position),
        &cues,
    ))
}

/// "We will not otherwise use your files to improve the service": denies what was just granted.
fn denies_more(sentence: &Sentence<'_>) -> Option<Reading> {
    let act = sentence.all(Class::Improve).find(|a| {
        sentence.has(Class::Use)
            && sentence.has_data()
            && sentence.has(Class::WeDo)
            && scope::negated(sentence, a.from)
    })?;
    let services = sentence
        .within(Class::Generic, act.to, act.to + 6)
        .next()
        .is_some();
    let cues = [Class::Not, Class::Improve];
    services.then(|| {
        verdict::reading(
            sentence,
            vec![Kind::Prohibit],
            Some(Position::Prohibits),
            &cues,
        )
    })
}

/// "We do not use photos in locked albums for this purpose": denies by a word that refers back.
fn denies_it(sentence: &Sentence<'_>) -> Option<Reading> {
    let back = sentence.all(Class::Back).next()?;
    let used = sentence
        .all(Class::Use)
        .any(|u| u.to <= back.from && scope::negated(sentence, u.from));
    let ours = sentence.has(Class::WeDo)
        && !sentence.has_any(&[Class::Elsewhere, Class::OptOut, Class::If]);
    let cues = [Class::Not, Class::Back];
    (used && ours).then(|| {
        verdict::reading(
            sentence,
            vec![Kind::Prohibit],
            Some(Position::Prohibits),
            &cues,
        )
    })
}

/// "These datasets may include personal data": tells of the training data just named.
fn tells_of_datasets(sentence: &Sentence<'_>) -> Option<Reading> {
    if !sentence.has(Class::BackData)
        || sentence.has_any(&[Class::Pointer, Class::Restrict, Class::YouCan])
    {
        return None;
    }
    let guarded = sentence.has_any(&[Class::Safeguard, Class::Protect]);
    let told = guarded || sentence.has(Class::Source) || sentence.has_data();
    let kind = if guarded {
        Kind::Safeguard
    } else {
        Kind::Source
    };
    let cues = [
        Class::BackData,
        Class::Safeguard,
        Class::Protect,
        Class::Source,
    ];
    told.then(|| verdict::reading(sentence, vec![kind], None, &cues))
}
