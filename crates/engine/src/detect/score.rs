//! Weighs the signs of a document. A legal document is named as one, speaks as one, or both: a name counts for up to
//! 40 points, the voice of the text for up to 65, and [`LEGAL`] points make it one. Neither an article on privacy
//! policies (named, but it speaks of others) nor a page that links to its terms (no voice) gets there.

use super::PageVerdict;
use super::against::Instead;
use super::signs::{Named, Place, Signs};
use super::voice::{ACT, VOICES};
use crate::PageKind;

/// Points that make a legal document.
const LEGAL: u32 = 26;
/// Below this many words a page holds no document, whatever it is called.
const FEW_WORDS: u32 = 45;
/// A text this long shows how it speaks; in a shorter one a few words weigh less.
const FULL_WORDS: u32 = 300;

/// A sign with its points, for people to read.
struct Sign {
    points: i64,
    text: String,
}

/// The verdict that the signs bear out.
pub(super) fn verdict(signs: &Signs) -> PageVerdict {
    let mut list = Vec::new();
    let name = name_points(signs, &mut list);
    let voice = voice_points(signs, &mut list);
    let against = against_points(signs, &mut list);
    let score = (name + voice).saturating_sub(against);
    let legal = signs.words >= FEW_WORDS && voice > 0 && score >= LEGAL;
    let kind = match (legal, is_help(signs)) {
        (true, false) => kind_of(signs),
        (_, true) => PageKind::Help,
        (false, false) => PageKind::NotLegal,
    };
    if signs.words < FEW_WORDS {
        list.push(Sign {
            points: -100,
            text: format!("only {} words", signs.words),
        });
    }
    list.sort_by_key(|sign| std::cmp::Reverse(sign.points.abs()));
    let signs = list
        .into_iter()
        .map(|s| format!("{} ({:+})", s.text, s.points))
        .collect();
    PageVerdict {
        kind,
        legal: kind.is_legal(),
        signs,
    }
}

/// Points for the best name, less where the page is about such documents or holds mostly links.
fn name_points(signs: &Signs, list: &mut Vec<Sign>) -> u32 {
    let counts = |n: &&Named| n.place != Place::Opening || !signs.is_one_paragraph();
    let Some(best) = signs.names.iter().filter(counts).max_by_key(|n| n.worth) else {
        return 0;
    };
    let mut points = best.worth * 40 / 100;
    if signs.about {
        points /= 2;
    }
    if signs.linked_percent() >= 50 {
        points /= 3;
    }
    let about = if signs.about {
        ", which reads like a title about one"
    } else {
        ""
    };
    let text = format!(
        "\u{201c}{}\u{201d} {}{about}",
        best.phrase,
        place(best.place)
    );
    list.push(Sign {
        points: points.into(),
        text,
    });
    points
}

fn place(place: Place) -> &'static str {
    match place {
        Place::Title => "in the title",
        Place::Heading => "in a heading",
        Place::Line => "in a line at the top",
        Place::Opening => "in the first sentences",
        Place::Address => "in the address",
    }
}

/// Points for how densely and in how many ways the text speaks as a legal document.
fn voice_points(signs: &Signs, list: &mut Vec<Sign>) -> u32 {
    let (mut acts, mut topics, mut variety, mut ways) = (0u32, 0u32, 0u32, 0u32);
    let mut loudest: Option<(&str, u32)> = None;
    for (voice, n) in VOICES.iter().zip(&signs.voices).filter(|(_, n)| **n > 0) {
        let sum = voice.2.saturating_mul(*n);
        if voice.2 >= ACT {
            acts = acts.saturating_add(sum);
            variety += voice.2;
            ways += 1;
        } else {
            topics = topics.saturating_add(sum);
            variety += 1;
        }
        if loudest.is_none_or(|(_, most)| sum > most) {
            loudest = Some((voice.0, sum));
        }
    }
    // Topics bear acts out; on their own they make an article.
    let total = acts.saturating_add(topics.min(acts.saturating_mul(2).saturating_add(6)));
    let density = total.saturating_mul(1000) / signs.words.max(FULL_WORDS);
    let mut points = density.min(60) * 6 / 10 + variety.min(100) * 3 / 10;
    // One act said over and over, or said once in a single paragraph, makes no document.
    if ways < 2 || signs.is_one_paragraph() {
        points /= 2;
    }
    // A list of links is a way to documents, and none itself.
    if signs.linked_percent() >= 50 {
        points /= 3;
    }
    if let Some((phrase, _)) = loudest {
        let text = format!(
            "speaks as a legal document ({density} in 1,000 words, \u{201c}{phrase}\u{201d} most)"
        );
        list.push(Sign {
            points: points.into(),
            text,
        });
    }
    points
}

/// Points against: a wall instead of a page, an article, a help page.
fn against_points(signs: &Signs, list: &mut Vec<Sign>) -> u32 {
    let rate = |instead| signs.against(instead) * 1000 / signs.words.max(FULL_WORDS);
    let wall = match rate(Instead::Wall) {
        n if signs.words < 700 && n >= 8 => (n * 2).min(60),
        _ => 0,
    };
    let article = match rate(Instead::Article) {
        n if n >= 5 => ((n - 3) * 2).min(40),
        _ => 0,
    };
    let help = match rate(Instead::Help) {
        n if n >= 8 => (n - 4).min(25),
        _ => 0,
    };
    for (points, text) in [
        (wall, "reads like an error, a bot wall or a login"),
        (article, "reads like an article"),
        (help, "reads like a help page"),
    ] {
        if points > 0 {
            list.push(Sign {
                points: -i64::from(points),
                text: text.to_owned(),
            });
        }
    }
    wall + article + help
}

/// Whether it is a help page about data used for training: it speaks of training to its readers and takes them through
/// steps, and is not called a legal document.
fn is_help(signs: &Signs) -> bool {
    let words = signs.words.max(150);
    let named = signs.names.iter().map(|n| n.worth).max().unwrap_or(0);
    let rate = |n: u32| n * 1000 / words;
    signs.words >= FEW_WORDS
        && named < 60
        && signs.training >= 2
        && rate(signs.training) >= 4
        && rate(signs.persons) >= 25
        && signs.against(Instead::Help) >= 4
        && rate(signs.against(Instead::Help)) >= 6
        && signs.against(Instead::Article) <= signs.against(Instead::Help)
}

/// Which kind of legal document: by its names, and by its voice where they leave it open.
fn kind_of(signs: &Signs) -> PageKind {
    const KINDS: [PageKind; 7] = [
        PageKind::Terms,
        PageKind::Privacy,
        PageKind::AiPolicy,
        PageKind::AcceptableUse,
        PageKind::DataProcessing,
        PageKind::Cookies,
        PageKind::OtherLegal,
    ];
    let voice = |kind: PageKind| -> u32 {
        let rows = VOICES
            .iter()
            .zip(&signs.voices)
            .filter(|(v, _)| v.1 == kind);
        rows.map(|(v, n)| v.2 * (*n).min(8)).sum()
    };
    let all: u32 = KINDS.iter().map(|k| voice(*k)).sum();
    let votes = |kind: PageKind| -> u32 {
        let worth = |n: &Named| match n.place {
            Place::Title | Place::Heading => n.worth * 2,
            Place::Line | Place::Opening | Place::Address => n.worth,
        };
        let named: u32 = signs
            .names
            .iter()
            .filter(|n| n.kind == kind)
            .map(worth)
            .sum();
        named + voice(kind) * 120 / all.max(1)
    };
    // The first of equals, which is the commoner kind.
    let mut best = PageKind::OtherLegal;
    let mut most = 0;
    for kind in KINDS {
        let n = votes(kind);
        if n > most {
            (best, most) = (kind, n);
        }
    }
    best
}
