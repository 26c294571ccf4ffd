//! `check`: rules that a record must keep, and what somebody should look at.

use crate::corpus;
use crate::state::word;
use anyhow::{Result, bail};
use clap::Args;
use clauselight_atlas::{Date, Platform, name_key, read_atlas};
use clauselight_engine::DocumentPosition;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct Options {
    /// The day against which records are stale
    #[arg(long, value_parser = Date::parse)]
    today: Date,
    /// Stale: last looked at more days ago than this
    #[arg(long, default_value_t = 180)]
    stale_days: i64,
    /// Also compare with these archived documents
    #[arg(long)]
    corpus: Option<PathBuf>,
    /// Fail on what somebody should look at, too
    #[arg(long)]
    strict: bool,
}

pub fn run(atlas: &Path, options: &Options) -> Result<()> {
    // Broken rules, duplicate domains and dead names among them, are an error here.
    let platforms = read_atlas(atlas)?;
    let mut found = Vec::new();
    for platform in &platforms {
        found.extend(stale(platform, options.today, options.stale_days));
        found.extend(contradictions(platform));
        found.extend(idle_names(platform));
    }
    if let Some(corpus) = &options.corpus {
        found.extend(against_corpus(&platforms, corpus)?);
    }
    found.iter().for_each(|line| println!("{line}"));
    let reviewed = platforms.iter().filter(|p| p.is_reviewed()).count();
    println!(
        "{} records keep all rules ({reviewed} reviewed); {} to look at",
        platforms.len(),
        found.len()
    );
    if options.strict && !found.is_empty() {
        bail!("{} to look at", found.len());
    }
    Ok(())
}

/// Sources that nobody looked at for long.
fn stale(platform: &Platform, today: Date, limit: i64) -> Vec<String> {
    let day = |date: Date| crate::timeline::number(&date.to_string());
    let age = |date| day(today) - day(date);
    let old = platform
        .documents
        .iter()
        .filter(|(_, document)| age(document.checked) > limit);
    old.map(|(key, document)| {
        format!(
            "{}: stale: `{key}` was looked at {} days ago",
            platform.id,
            age(document.checked)
        )
    })
    .collect()
}

/// One audience, two positions, from different documents.
fn contradictions(platform: &Platform) -> Vec<String> {
    let mut seen: BTreeMap<String, (String, &str)> = BTreeMap::new();
    let mut found = Vec::new();
    for fact in &platform.positions {
        let data: Vec<String> = fact.data.iter().map(word).collect();
        let plans: Vec<String> = fact.plans.iter().map(word).collect();
        let regions: Vec<String> = fact.regions.iter().map(ToString::to_string).collect();
        for data in &data {
            let whom = format!(
                "{plans:?} {regions:?} {} {} {data}",
                word(&fact.who),
                word(&fact.models)
            );
            let position = word(&fact.position);
            match seen.get(&whom) {
                Some((other, source)) if *other != position && *source != fact.source => found
                    .push(format!(
                        "{}: contradiction: {data} is {other} in `{source}` and {position} in `{}`",
                        platform.id, fact.source
                    )),
                Some(_) => {}
                None => {
                    seen.insert(whom, (position, &fact.source));
                }
            }
        }
    }
    found
}

/// Names and domains that lead nowhere new.
fn idle_names(platform: &Platform) -> Vec<String> {
    let mut found = Vec::new();
    for alias in &platform.aliases {
        if name_key(alias).is_empty() {
            found.push(format!(
                "{}: dead alias: `{alias}` has no letter or digit to be found by",
                platform.id
            ));
        }
    }
    for domain in &platform.domains {
        let covered = platform.domains.iter().any(|other| {
            other.path().is_empty() && domain.host().ends_with(&format!(".{}", other.host()))
        });
        if covered {
            found.push(format!(
                "{}: duplicate domain: `{domain}` is covered by another of its domains",
                platform.id
            ));
        }
    }
    found
}

/// Documents that changed since, are gone from the archive, or that the engine reads otherwise.
fn against_corpus(platforms: &[Platform], corpus: &Path) -> Result<Vec<String>> {
    let sources = corpus::sources(corpus)?;
    let mut found = Vec::new();
    for platform in platforms.iter().filter(|p| p.is_reviewed()) {
        let mut positions: BTreeMap<String, String> = BTreeMap::new();
        let mut missing = Vec::new();
        for (key, document) in &platform.documents {
            let Some(archive) = document
                .archive
                .as_ref()
                .filter(|_| document.sha256.is_some())
            else {
                continue;
            };
            let source = sources.iter().find(|s| {
                s.service == archive.service
                    && s.document == archive.document
                    && s.collection == archive.collection
            });
            let reading = source
                .map(|source| corpus::read(corpus, source))
                .transpose()?
                .flatten();
            let Some(reading) = reading else {
                missing.push(key.as_str());
                continue;
            };
            if document.sha256.as_ref() != Some(&reading.hash) {
                found.push(format!(
                    "{}: another text: `{key}` changed on {}",
                    platform.id, reading.changed
                ));
            }
            if reading.report.position != DocumentPosition::Silent {
                positions.insert(key.clone(), word(&reading.report.position));
            }
        }
        if !missing.is_empty() {
            let list = missing.join(", ");
            found.push(format!("{}: not in the corpus: {list}", platform.id));
        }
        let mut distinct: Vec<&String> = positions.values().collect();
        distinct.sort_unstable();
        distinct.dedup();
        if distinct.len() > 1 {
            let list: Vec<String> = positions
                .iter()
                .map(|(key, position)| format!("`{key}` {position}"))
                .collect();
            found.push(format!(
                "{}: its documents read differently: {}",
                platform.id,
                list.join(", ")
            ));
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;
    use clauselight_atlas::read_record;

    fn record() -> Platform {
        let text = r#"name = "A"
aliases = ["!"]
domains = ["a.example", "www.a.example"]
category = "other"
company = "A"
reviewed = "2026-01-01"
reviewed_by = "maintainer"
standing = "A."
[documents.one]
type = "terms"
kind = "first-party"
url = "https://a.example/one"
checked = "2026-01-01"
[documents.two]
type = "terms"
kind = "first-party"
url = "https://a.example/two"
checked = "2025-06-01"
[[positions]]
position = "opt-out"
data = ["inputs", "outputs"]
source = "one"
confidence = "first-party-read"
[[positions]]
position = "trains"
data = ["outputs"]
source = "two"
confidence = "first-party-read"
"#;
        read_record("a", text).unwrap()
    }

    #[test]
    fn what_is_stale_by_the_day_given() {
        let today = |text| Date::parse(text).unwrap();
        assert_eq!(
            stale(&record(), today("2026-01-01"), 180),
            ["a: stale: `two` was looked at 214 days ago"]
        );
        assert_eq!(stale(&record(), today("2025-06-02"), 180), [""; 0]);
    }

    #[test]
    fn documents_that_contradict_each_other() {
        assert_eq!(
            contradictions(&record()),
            ["a: contradiction: outputs is opt-out in `one` and trains in `two`"]
        );
    }

    #[test]
    fn names_and_domains_that_lead_nowhere_new() {
        let found = idle_names(&record());
        assert_eq!(found.len(), 2, "{found:?}");
    }
}
