//! `review`: a proposal against the record on file, as a readable diff.

use crate::state::word;
use anyhow::{Context, Result};
use clap::Args;
use clauselight_atlas::{ClausePrint, OptOut, Platform, PositionFact, read_atlas, read_record};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct Options {
    /// Where `derive` put its proposals
    #[arg(long, default_value = "target/atlas-proposals")]
    proposals: PathBuf,
    /// Show records without a difference, too
    #[arg(long)]
    all: bool,
    /// The platforms; all where none is named
    ids: Vec<String>,
}

pub fn run(atlas: &Path, options: &Options) -> Result<()> {
    let platforms = read_atlas(atlas)?;
    let mut files: Vec<PathBuf> = std::fs::read_dir(&options.proposals)
        .with_context(|| format!("{}: run `derive` first", options.proposals.display()))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.sort();
    for file in files {
        let id = file
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if !options.ids.is_empty() && !options.ids.contains(&id) {
            continue;
        }
        let proposal = read_record(&id, &std::fs::read_to_string(&file)?)?;
        let on_file = platforms.iter().find(|platform| platform.id == id);
        let lines = difference(on_file, &proposal);
        let news = lines.iter().any(|line| !line.starts_with("  "));
        if news || options.all {
            println!("{id}");
            lines.iter().for_each(|line| println!("  {line}"));
        }
    }
    Ok(())
}

/// Lines that begin with `-` (on file only), `+` (proposed only), `!` (the text itself) or two
/// spaces (the same in both).
pub fn difference(on_file: Option<&Platform>, proposal: &Platform) -> Vec<String> {
    let Some(record) = on_file else {
        let mut lines = vec!["+ no record on file".to_owned()];
        lines.extend(facts(proposal).into_iter().map(|fact| format!("+ {fact}")));
        return lines;
    };
    let mut lines = documents(record, proposal);
    let (old, new) = (facts(record), facts(proposal));
    for fact in old.union(&new) {
        let sign = match (old.contains(fact), new.contains(fact)) {
            (true, true) => ' ',
            (true, false) => '-',
            _ => '+',
        };
        lines.push(format!("{sign} {fact}"));
    }
    lines
}

/// What changed in the texts: they decide whether a difference is news or a matter of reading.
fn documents(record: &Platform, proposal: &Platform) -> Vec<String> {
    let mut lines = Vec::new();
    for document in proposal.documents.values() {
        let known = record
            .documents
            .values()
            .find(|known| known.archive == document.archive && known.sha256.is_some());
        let name = document
            .archive
            .as_ref()
            .map_or_else(String::new, |a| a.document.clone());
        match known {
            None => lines.push(format!("! {name}: not among the record's documents")),
            Some(known) if known.sha256 != document.sha256 => {
                let count = |one: &[ClausePrint], other: &[ClausePrint]| {
                    one.iter().filter(|print| !other.contains(print)).count()
                };
                let changed = document
                    .changed
                    .map_or_else(String::new, |date| date.to_string());
                lines.push(format!(
                    "! {name}: another text since {changed}; clauses +{} -{}",
                    count(&document.clauses, &known.clauses),
                    count(&known.clauses, &document.clauses)
                ));
            }
            Some(_) => {}
        }
    }
    lines
}

fn facts(platform: &Platform) -> BTreeSet<String> {
    let mut facts: BTreeSet<String> = platform.positions.iter().map(position).collect();
    if let Some(first) = platform.positions.first() {
        facts.extend(
            first
                .data
                .iter()
                .map(|data| format!("data: {}", word(data))),
        );
    }
    facts.extend(
        platform
            .exceptions
            .iter()
            .map(|e| format!("exception: {}", e.name)),
    );
    facts.extend(platform.opt_outs.iter().map(way));
    facts
}

fn position(fact: &PositionFact) -> String {
    let mut whom: Vec<String> = fact.plans.iter().map(word).collect();
    whom.extend(fact.regions.iter().map(ToString::to_string));
    whom.extend([word(&fact.who), word(&fact.models)]);
    whom.retain(|word| word != "everyone" && word != "any");
    let whom = if whom.is_empty() {
        "all".to_owned()
    } else {
        whom.join(", ")
    };
    format!("position for {whom}: {}", word(&fact.position))
}

fn way(way: &OptOut) -> String {
    format!("opt-out: {}", way.kind.word())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::difference;
    use clauselight_atlas::read_record;

    fn record(position: &str, hash: &str, rest: &str) -> clauselight_atlas::Platform {
        let text = format!(
            r#"name = "A"
domains = ["a.example"]
category = "other"
company = "A"
reviewed = "2026-01-01"
reviewed_by = "maintainer"
standing = "A."
[documents.terms]
type = "terms"
kind = "archive"
url = "https://a.example/terms"
archive = {{ collection = "c", service = "A", document = "Terms" }}
changed = "2026-01-01"
checked = "2026-01-01"
sha256 = "{}"
[[positions]]
position = "{position}"
data = ["inputs"]
source = "terms"
confidence = "first-party-read"
{rest}"#,
            hash.repeat(64)
        );
        read_record("a", &text).unwrap()
    }

    #[test]
    fn what_is_alike_gone_new_and_another_text() {
        let old = record(
            "opt-out",
            "a",
            "[[exceptions]]\nname = \"feedback\"\ntext = \"x\"\nsource = \"terms\"\nconfidence = \"first-party-read\"",
        );
        let new = record("trains", "b", "");
        assert_eq!(
            difference(Some(&old), &new),
            [
                "! Terms: another text since 2026-01-01; clauses +0 -0",
                "  data: inputs",
                "- exception: feedback",
                "- position for all: opt-out",
                "+ position for all: trains",
            ]
        );
        assert_eq!(difference(None, &new)[0], "+ no record on file");
    }
}
