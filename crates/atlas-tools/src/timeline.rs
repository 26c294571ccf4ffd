//! `timeline`: per platform, the days at which the state of its training clauses changed.

use crate::corpus::{folders, report, was_read};
use crate::state::{Change, State};
use anyhow::{Context, Result};
use clap::Args;
use clauselight_atlas::{ATTRIBUTION, Platform, name_key, read_atlas};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A state that gives way to the one before it within so many days was a flap of the crawl.
const FLAP_DAYS: i64 = 60;

#[derive(Args)]
pub struct Options {
    /// The corpus, with `history/<collection>/<service>/<document>/<date>.md`
    #[arg(long)]
    corpus: PathBuf,
    /// Only platforms and services whose name holds this
    #[arg(long)]
    only: Option<String>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Two collections that follow one document see a change within so many days of each other.
const ECHO_DAYS: i64 = 31;

/// One platform's history, under all its names.
#[derive(Debug, Serialize)]
pub struct Timeline {
    /// The record's id, or the service's name where it has no record.
    pub platform: String,
    pub events: Vec<Event>,
}

/// The first state seen of a document, or a change of it.
#[derive(Debug, Serialize)]
pub struct Event {
    pub date: String,
    pub collection: String,
    /// The platform's name at the time.
    pub service: String,
    pub document: String,
    /// Empty for the first state seen.
    pub changes: Vec<Change>,
    pub state: State,
}

/// A dated state of one document.
struct Version {
    date: String,
    /// The platform's name at the time.
    service: String,
    state: State,
}

pub fn run(atlas: &Path, options: &Options) -> Result<()> {
    let platforms = read_atlas(atlas)?;
    let mut timelines = Vec::new();
    for (platform, services) in lineages(&options.corpus.join("history"), &platforms)? {
        let wanted = |text: &str| {
            name_key(&platform).contains(text)
                || services
                    .iter()
                    .any(|service| name_key(&service.name).contains(text))
        };
        if options
            .only
            .as_deref()
            .is_some_and(|only| !wanted(&name_key(only)))
        {
            continue;
        }
        timelines.push(Timeline {
            events: events(&services)?,
            platform,
        });
    }
    match options.format {
        Format::Json => println!(
            "{}",
            serde_json::to_string_pretty(&serde_json::json!({
                "attribution": ATTRIBUTION,
                "timelines": timelines,
            }))?
        ),
        Format::Text => timelines.iter().for_each(print),
    }
    Ok(())
}

fn print(timeline: &Timeline) {
    println!("{}", timeline.platform);
    for event in &timeline.events {
        let Event {
            date,
            collection,
            service,
            document,
            ..
        } = event;
        let place = format!("{service} / {document} ({collection})");
        if event.changes.is_empty() {
            println!(
                "  {date}  {place}: first seen, {}",
                crate::state::word(&event.state.position)
            );
        } else {
            println!("  {date}  {place}");
            event
                .changes
                .iter()
                .for_each(|change| println!("      {change}"));
        }
    }
}

/// A service of the archive: one folder of documents.
struct Service {
    collection: String,
    /// The platform's name at the time.
    name: String,
    path: PathBuf,
    /// Whether the platform itself is or was called so: then its documents go on under the next
    /// name. Otherwise it is a product beside others, with documents of its own.
    renamed: bool,
}

/// The services of the history by the platform that they are, under whatever name.
fn lineages(history: &Path, platforms: &[Platform]) -> Result<BTreeMap<String, Vec<Service>>> {
    let mut owners: BTreeMap<String, (&str, bool)> = BTreeMap::new();
    for platform in platforms {
        let former = platform.former_names.iter().map(|former| &former.name);
        let names = [&platform.name].into_iter().chain(&platform.aliases);
        for name in names.chain(former) {
            owners.insert(name_key(name), (&platform.id, true));
        }
    }
    for platform in platforms {
        let documents = platform.documents.values();
        for archive in documents.filter_map(|document| document.archive.as_ref()) {
            owners
                .entry(name_key(&archive.service))
                .or_insert((&platform.id, false));
        }
    }
    let mut found: BTreeMap<String, Vec<Service>> = BTreeMap::new();
    for (collection, path) in folders(history)? {
        for (name, path) in folders(&path)? {
            let owner = owners.get(&name_key(&name)).copied();
            let (owner, renamed) = owner.unwrap_or((&name, false));
            let service = Service {
                collection: collection.clone(),
                name: name.clone(),
                path,
                renamed,
            };
            found.entry(owner.to_owned()).or_default().push(service);
        }
    }
    Ok(found)
}

fn events(services: &[Service]) -> Result<Vec<Event>> {
    // A track is one document in one collection, under all the names of the platform.
    let mut tracks: BTreeMap<(String, &str, &str), Vec<Version>> = BTreeMap::new();
    for service in services {
        let name = if service.renamed { "" } else { &service.name };
        for (document, path) in folders(&service.path)? {
            let key = (document, service.collection.as_str(), name);
            let versions = versions(&path, &service.name)?;
            tracks.entry(key).or_default().extend(versions);
        }
    }
    let mut tracks: Vec<_> = tracks
        .into_iter()
        .map(|((document, collection, name), mut versions)| {
            versions.sort_by(|one, other| one.date.cmp(&other.date));
            (document, collection, name, settle(versions))
        })
        .filter(|(.., versions)| !versions.is_empty())
        .collect();
    tracks.sort_by(|one, other| one.3[0].date.cmp(&other.3[0].date));
    let mut events: Vec<Event> = Vec::new();
    for (at, (document, collection, name, versions)) in tracks.iter().enumerate() {
        // A collection that begins to follow a document goes on from where another has it.
        let start = &versions[0].date;
        let mut before = tracks[..at]
            .iter()
            .filter(|other| other.0 == *document && other.2 == *name)
            .filter_map(|other| other.3.iter().rev().find(|v| v.date <= *start))
            .max_by(|one, other| one.date.cmp(&other.date))
            .map(|version| version.state.clone());
        for version in versions {
            let changes = before.as_ref().map(|before| version.state.changes(before));
            let new = changes.as_ref().is_none_or(|changes| !changes.is_empty());
            let told = events.iter().any(|event| {
                event.document == *document
                    && event.collection != *collection
                    && event.state == version.state
                    && days(&event.date, &version.date).abs() <= ECHO_DAYS
            });
            if new && !told {
                events.push(Event {
                    date: version.date.clone(),
                    collection: (*collection).to_owned(),
                    service: version.service.clone(),
                    document: document.clone(),
                    changes: changes.unwrap_or_default(),
                    state: version.state.clone(),
                });
            }
            before = Some(version.state.clone());
        }
    }
    events.sort_by(|one, other| (&one.date, &one.document).cmp(&(&other.date, &other.document)));
    Ok(events)
}

/// The versions of a document that could be read, in order.
fn versions(folder: &Path, service: &str) -> Result<Vec<Version>> {
    let mut files: Vec<(String, u32, PathBuf)> = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        // `2026-05-28.1` is the second of that day.
        let (date, turn) = name.split_once('.').unwrap_or((&name, "0"));
        files.push((date.to_owned(), turn.parse().unwrap_or(0), path));
    }
    files.sort();
    let mut versions = Vec::new();
    for (date, _, path) in files {
        let bytes = std::fs::read(&path).with_context(|| path.display().to_string())?;
        let report = match report(&bytes, &path) {
            Ok(report) if was_read(&report) => report,
            // An error page or another language is no state of the document.
            _ => continue,
        };
        versions.push(Version {
            date,
            service: service.to_owned(),
            state: State::of(&report),
        });
    }
    Ok(versions)
}

/// Leaves the versions that bring a new state and keep it: no repeats, no flaps.
fn settle(versions: Vec<Version>) -> Vec<Version> {
    let mut settled: Vec<Version> = Vec::new();
    for version in versions {
        if settled
            .last()
            .is_some_and(|last| last.state == version.state)
        {
            continue;
        }
        // Back to the state before the last, soon: the last was a flap.
        let back = settled.len() >= 2 && settled[settled.len() - 2].state == version.state;
        if back
            && settled
                .last()
                .is_some_and(|last| days(&last.date, &version.date) <= FLAP_DAYS)
        {
            settled.pop();
            continue;
        }
        settled.push(version);
    }
    settled
}

/// Days from one date to the other.
fn days(from: &str, to: &str) -> i64 {
    number(to) - number(from)
}

/// A date as a number of days, by the civil calendar.
pub fn number(date: &str) -> i64 {
    let mut parts = date.split('-').map(|part| part.parse::<i64>().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    let (year, month, day) = (next(), next(), next());
    // Years that begin in March put the leap day last.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    365 * year + year.div_euclid(4) - year.div_euclid(100)
        + year.div_euclid(400)
        + (153 * month + 2) / 5
        + day
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    fn history(files: &[(&str, &str)]) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = root.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, format!("# Terms of Service\n\n{text}\n")).unwrap();
        }
        root
    }

    fn told(files: &[(&str, &str)]) -> Vec<String> {
        let root = history(files);
        // A was renamed to B.
        let text = "name = \"B\"\naliases = [\"A\"]\ndomains = [\"b.example\"]\ncategory = \"other\"\ncompany = \"B\"\nreviewed = \"2026-01-01\"\nreviewed_by = \"maintainer\"\nstanding = \"B.\"\ndocuments = {}\npositions = []\n";
        let platform = clauselight_atlas::read_record("b", text).unwrap();
        let found = lineages(root.path(), &[platform]).unwrap();
        let services: Vec<Service> = found.into_values().flatten().collect();
        let lines = |event: Event| {
            let changes: Vec<String> = event.changes.iter().map(ToString::to_string).collect();
            format!("{} {}: {}", event.date, event.service, changes.join("; "))
        };
        events(&services).unwrap().into_iter().map(lines).collect()
    }

    const TRAINS: &str = "We use your prompts to train our AI models.";
    const NOT: &str = "We do not use your prompts to train our AI models.";

    #[test]
    fn a_change_that_stays_is_told_once() {
        let found = told(&[
            ("c/A/Terms/2025-01-01.md", NOT),
            ("c/A/Terms/2025-02-01.md", NOT),
            ("c/A/Terms/2025-03-01.md", TRAINS),
            ("c/A/Terms/2025-04-01.md", TRAINS),
        ]);
        assert_eq!(
            found,
            [
                "2025-01-01 A: ",
                "2025-03-01 A: position: prohibits → trains; data: +inputs"
            ]
        );
    }

    #[test]
    fn a_flap_is_not() {
        let found = told(&[
            ("c/A/Terms/2025-01-01.md", NOT),
            ("c/A/Terms/2025-02-01.md", TRAINS),
            ("c/A/Terms/2025-02-03.md", NOT),
        ]);
        assert_eq!(found, ["2025-01-01 A: "]);
    }

    #[test]
    fn a_document_goes_on_under_the_next_name() {
        let found = told(&[
            ("c/A/Terms/2025-01-01.md", NOT),
            ("c/B/Terms/2025-06-01.md", NOT),
            ("c/B/Terms/2025-07-01.md", TRAINS),
        ]);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(
            found[1].starts_with("2025-07-01 B: position: prohibits → trains"),
            "{found:?}"
        );
    }

    #[test]
    fn names_in_turn_make_one_history() {
        let found = told(&[
            ("c/A/Terms/2025-03-01.md", TRAINS),
            ("c/B/Terms/2025-01-01.md", NOT),
            ("c/B/Terms/2025-06-01.md", TRAINS),
        ]);
        assert_eq!(
            found,
            [
                "2025-01-01 B: ",
                "2025-03-01 A: position: prohibits → trains; data: +inputs"
            ]
        );
    }

    #[test]
    fn a_change_that_two_collections_see_is_told_once() {
        let found = told(&[
            ("c/A/Terms/2025-01-01.md", NOT),
            ("c/A/Terms/2025-03-01.md", TRAINS),
            ("d/A/Terms/2025-02-01.md", NOT),
            ("d/A/Terms/2025-03-05.md", TRAINS),
        ]);
        assert_eq!(found.len(), 2, "{found:?}");
    }

    #[test]
    fn a_plan_and_an_exception_that_go_are_told() {
        let stem = "We do not use your prompts to train our models, except (a) when you";
        let found = told(&[
            (
                "c/A/Terms/2026-01-01.md",
                &format!(
                    "{stem} are on the Free plan and you have not opted out, (b) when you give us feedback, or (c) when your prompts are flagged by our moderation."
                ),
            ),
            (
                "c/A/Terms/2026-06-01.md",
                &format!("{stem} have not opted out, or (b) when you give us feedback."),
            ),
        ]);
        assert!(found[1].contains("plan: -free"), "{found:?}");
        assert!(found[1].contains("exception: -safety-flagged"), "{found:?}");
    }

    #[test]
    fn days_are_counted_over_leap_years_and_new_year() {
        assert_eq!(days("2024-02-28", "2024-03-01"), 2);
        assert_eq!(days("2025-12-31", "2026-01-01"), 1);
        assert_eq!(days("2025-01-01", "2026-01-01"), 365);
    }
}
