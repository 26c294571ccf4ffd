//! Counts hits and misses over a corpus.

use crate::label::{Case, LabelledClause};
use crate::same::{same, words};
use clauselight_engine::{Clause, Explanation, Report};
use std::collections::BTreeSet;

/// True positives, false positives, false negatives.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    /// Found and labelled.
    pub tp: usize,
    /// Found, not labelled.
    pub fp: usize,
    /// Labelled, not found.
    pub r#fn: usize,
}

impl Counts {
    /// Share of the found that is right; 1 where nothing was found.
    pub fn precision(self) -> f64 {
        ratio(self.tp, self.tp + self.fp)
    }

    /// Share of the labelled that is found.
    pub fn recall(self) -> f64 {
        ratio(self.tp, self.tp + self.r#fn)
    }

    /// Their harmonic mean.
    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 {
            2.0 * p * r / (p + r)
        } else {
            0.0
        }
    }
}

/// A share; 1 of nothing.
pub fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        1.0
    } else {
        part as f64 / whole as f64
    }
}

/// The figures of a set of documents.
#[derive(Debug, Clone, Default)]
pub struct Score {
    /// Documents.
    pub documents: usize,
    /// Clauses found.
    pub clauses: Counts,
    /// Kinds of the clauses found.
    pub kinds: Counts,
    /// Clauses whose position is right, of those with one.
    pub clause_position: (usize, usize),
    /// Documents whose position is right.
    pub document_position: usize,
    /// Documents where the control is rightly told to be offered or not.
    pub offered: usize,
    /// Documents with a control whose means are right, of those with one.
    pub mechanism: (usize, usize),
    /// Tiers, by audience and position.
    pub tiers: Counts,
    /// Exceptions, by name.
    pub exceptions: Counts,
    /// Everything that went wrong, for people.
    pub misses: Vec<String>,
}

/// Adds one document to the score.
pub fn add(score: &mut Score, case: &Case, report: &Report, explained: &[Explanation]) {
    let label = &case.label;
    let name = format!("{}/{}", label.service, label.document);
    let gold: Vec<(Vec<String>, &LabelledClause)> =
        unique(label.clauses.iter().map(|c| (words(&c.quote), c)));
    let found: Vec<(Vec<String>, &Clause)> =
        unique(report.clauses.iter().map(|c| (words(&c.quote), c)));
    let hits: Vec<Vec<usize>> = gold
        .iter()
        .map(|(g, _)| (0..found.len()).filter(|&j| same(g, &found[j].0)).collect())
        .collect();
    let right: BTreeSet<usize> = hits.iter().flatten().copied().collect();
    for ((quote, clause), hit) in gold.iter().zip(&hits).filter(|((_, c), _)| !c.borderline) {
        if hit.is_empty() {
            score.clauses.r#fn += 1;
            score.misses.push(format!(
                "MISSED   {name}: {:?} {} [{}]",
                clause.kinds,
                shorten(quote),
                reason(quote, explained)
            ));
            continue;
        }
        score.clauses.tp += 1;
        let got: BTreeSet<String> = hit
            .iter()
            .flat_map(|&j| found[j].1.kinds.iter().map(spelled))
            .collect();
        let want: BTreeSet<String> = clause.kinds.iter().cloned().collect();
        score.kinds.tp += got.intersection(&want).count();
        score.kinds.fp += got.difference(&want).count();
        score.kinds.r#fn += want.difference(&got).count();
        if got != want {
            score.misses.push(format!(
                "KINDS    {name}: {got:?} for {want:?} {}",
                shorten(quote)
            ));
        }
        if let Some(position) = &clause.position {
            score.clause_position.1 += 1;
            let told: Vec<String> = hit
                .iter()
                .filter_map(|&j| found[j].1.position.as_ref())
                .map(spelled)
                .collect();
            if told.contains(position) {
                score.clause_position.0 += 1;
            } else {
                score.misses.push(format!(
                    "STANDS   {name}: {told:?} for {position} {}",
                    shorten(quote)
                ));
            }
        }
    }
    for (j, (quote, clause)) in found.iter().enumerate().filter(|(j, _)| !right.contains(j)) {
        score.clauses.fp += 1;
        let kinds: Vec<String> = clause.kinds.iter().map(spelled).collect();
        let why: Vec<String> = clause
            .why
            .iter()
            .map(|e| format!("{}={}", e.role, e.words))
            .collect();
        let _ = j;
        score.misses.push(format!(
            "FALSE    {name}: {kinds:?} {} [{}]",
            shorten(quote),
            why.join("; ")
        ));
    }
    score.documents += 1;
    let position = spelled(&report.position);
    if position == label.position || label.position_also.contains(&position) {
        score.document_position += 1;
    } else {
        score.misses.push(format!(
            "DOCUMENT {name}: {position} for {} {:?}",
            label.position, label.position_also
        ));
    }
    if report.opt_out.offered == label.opt_out.offered {
        score.offered += 1;
    } else {
        score.misses.push(format!(
            "OFFERED  {name}: {} for {}",
            report.opt_out.offered, label.opt_out.offered
        ));
    }
    if label.opt_out.offered {
        score.mechanism.1 += 1;
        let mechanism = spelled(&report.opt_out.mechanism);
        if mechanism == label.opt_out.mechanism {
            score.mechanism.0 += 1;
        } else {
            score.misses.push(format!(
                "MEANS    {name}: {mechanism} for {}",
                label.opt_out.mechanism
            ));
        }
    }
    let got: BTreeSet<String> = report
        .tiers
        .iter()
        .map(|t| format!("{} {}", t.audience.0, spelled(&t.position)))
        .collect();
    let want: BTreeSet<String> = label
        .tiers
        .iter()
        .map(|t| format!("{} {}", t.audience, t.position))
        .collect();
    tally(&mut score.tiers, &got, &want);
    if got != want {
        score
            .misses
            .push(format!("TIERS    {name}: {got:?} for {want:?}"));
    }
    let got: BTreeSet<String> = report.exceptions.iter().map(|e| e.name.clone()).collect();
    let want: BTreeSet<String> = label.exceptions.iter().cloned().collect();
    tally(&mut score.exceptions, &got, &want);
    if got != want {
        score
            .misses
            .push(format!("EXCEPTS  {name}: {got:?} for {want:?}"));
    }
}

/// Why a labelled clause was not found: what the engine made of its sentence.
fn reason(quote: &[String], explained: &[Explanation]) -> String {
    match explained.iter().find(|e| same(quote, &words(&e.quote))) {
        Some(e) => {
            let cues: Vec<String> = e
                .cues
                .iter()
                .map(|c| format!("{}={}", c.role, c.words))
                .collect();
            format!(
                "{}: {}",
                e.rejected.as_deref().unwrap_or("taken"),
                cues.join("; ")
            )
        }
        None => "not looked at: no word of training, models or AI in it or near it".to_owned(),
    }
}

fn tally(counts: &mut Counts, got: &BTreeSet<String>, want: &BTreeSet<String>) {
    counts.tp += got.intersection(want).count();
    counts.fp += got.difference(want).count();
    counts.r#fn += want.difference(got).count();
}

fn unique<T>(items: impl Iterator<Item = (Vec<String>, T)>) -> Vec<(Vec<String>, T)> {
    let mut seen = BTreeSet::new();
    items
        .filter(|(words, _)| seen.insert(words.join(" ")))
        .collect()
}

/// The name of a serialised word: `"opt-out"` for `OptOut`.
fn spelled<T: serde::Serialize>(word: &T) -> String {
    serde_json::to_value(word)
        .ok()
        .and_then(|v| v.as_str().map(str::to_owned))
        .unwrap_or_default()
}

fn shorten(words: &[String]) -> String {
    let text = words.join(" ");
    if text.chars().count() > 260 {
        text.chars().take(260).chain("…".chars()).collect()
    } else {
        text
    }
}
