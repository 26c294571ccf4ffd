//! `derive`: runs the engine over the newest archived documents and proposes records.

use crate::corpus::{self, Reading};
use crate::prints::with_prints;
use crate::proposal::{prints, propose, slug};
use anyhow::{Context, Result};
use clap::Args;
use clauselight_atlas::{Date, MACHINE, Platform, REVIEWED, read_atlas, read_folder};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Services that were read and say nothing on training, though the engine found something.
const SPARED: &str = "not-about-training.txt";

#[derive(Args)]
pub struct Options {
    /// The corpus, with `sources.json` and `latest`
    #[arg(long)]
    corpus: PathBuf,
    /// The day to which the archive was followed: `checked` of the documents
    #[arg(long, value_parser = Date::parse)]
    checked: Date,
    /// Where proposals go, one file a platform
    #[arg(long, default_value = "target/atlas-proposals")]
    out: PathBuf,
    /// Take proposals for services without a reviewed record over into the Atlas as machine-read
    /// records, and write fingerprints into the reviewed ones whose text is the archived one
    #[arg(long)]
    accept: bool,
}

pub fn run(atlas: &Path, options: &Options) -> Result<()> {
    // The records derived before are no reason not to derive anew.
    let platforms = read_folder(&atlas.join(REVIEWED))?;
    let spared = spared(atlas)?;
    let readings = readings(&options.corpus)?;
    std::fs::create_dir_all(&options.out)?;
    let reviewed = &platforms;
    let mut counts = [0_usize; 4];
    let mut taken: BTreeSet<String> = reviewed
        .iter()
        .flat_map(|p| &p.domains)
        .map(ToString::to_string)
        .collect();
    let mut derived = BTreeMap::new();
    // A platform's documents may stand under several names of it.
    let mut on_file: BTreeMap<&str, Vec<Reading>> = BTreeMap::new();
    for (service, readings) in readings {
        if let Some(platform) = reviewed.iter().find(|p| is_of(p, &service)) {
            on_file.entry(&platform.id).or_default().extend(readings);
            continue;
        }
        let id = slug(&service);
        if spared.contains(&service) {
            counts[1] += 1;
        } else if let Some(mut platform) = propose(&id, &service, &readings, options.checked) {
            platform
                .domains
                .retain(|domain| taken.insert(domain.to_string()));
            if platform.domains.is_empty() || reviewed.iter().any(|p| p.id == id) {
                println!(
                    "{service}: says something, but its documents stand on no domain of its own; write a record"
                );
                counts[2] += 1;
                continue;
            }
            write(&options.out, &platform)?;
            derived.insert(id, platform);
        }
    }
    for (id, readings) in &on_file {
        let Some(record) = reviewed.iter().find(|record| record.id == **id) else {
            continue;
        };
        if let Some(mut platform) = propose(id, &record.name, readings, options.checked) {
            platform.domains.clone_from(&record.domains);
            write(&options.out, &platform)?;
            counts[3] += 1;
        }
    }
    println!(
        "{} proposals for services without a reviewed record, {} for records on file; {} services spared, {} without a domain",
        derived.len(),
        counts[3],
        counts[1],
        counts[2]
    );
    if options.accept {
        accept(atlas, &derived, &on_file)?;
    }
    Ok(())
}

/// Whether the record rests on this service of the archive.
pub fn is_of(platform: &Platform, service: &str) -> bool {
    platform.documents.values().any(|document| {
        document
            .archive
            .as_ref()
            .is_some_and(|archive| archive.service == service)
    })
}

/// All documents of the corpus by service, read by the engine.
fn readings(corpus: &Path) -> Result<BTreeMap<String, Vec<Reading>>> {
    let mut found: BTreeMap<String, Vec<Reading>> = BTreeMap::new();
    for source in corpus::sources(corpus)? {
        if let Some(reading) = corpus::read(corpus, &source)? {
            found.entry(source.service).or_default().push(reading);
        }
    }
    Ok(found)
}

fn spared(atlas: &Path) -> Result<BTreeSet<String>> {
    let file = atlas.join(MACHINE).join(SPARED);
    let text = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    Ok(lines
        .filter_map(|line| line.split_once(": "))
        .map(|(service, _)| service.to_owned())
        .collect())
}

fn write(folder: &Path, platform: &Platform) -> Result<()> {
    let file = folder.join(format!("{}.toml", platform.id));
    std::fs::write(&file, to_toml(platform)?).with_context(|| file.display().to_string())
}

/// The record as its file: without what is empty and what the file's name says.
fn to_toml(platform: &Platform) -> Result<String> {
    let mut value = toml::Value::try_from(platform)?;
    if let Some(table) = value.as_table_mut() {
        table.remove("id");
    }
    prune(&mut value);
    Ok(format!(
        "# Derived by the engine; not reviewed.\n{}",
        toml::to_string(&value)?
    ))
}

fn prune(value: &mut toml::Value) {
    match value {
        toml::Value::Table(table) => {
            table.retain(|_, value| !matches!(value, toml::Value::Array(list) if list.is_empty()));
            for (name, default) in [
                ("who", "everyone"),
                ("models", "any"),
                ("basis", "offered"),
                ("role", "individual"),
            ] {
                if table.get(name).and_then(toml::Value::as_str) == Some(default) {
                    table.remove(name);
                }
            }
            table.iter_mut().for_each(|(_, value)| prune(value));
        }
        toml::Value::Array(list) => list.iter_mut().for_each(prune),
        _ => {}
    }
}

fn accept(
    atlas: &Path,
    derived: &BTreeMap<String, Platform>,
    on_file: &BTreeMap<&str, Vec<Reading>>,
) -> Result<()> {
    let folder = atlas.join(MACHINE);
    for entry in std::fs::read_dir(&folder)? {
        let path = entry?.path();
        let id = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.extension().is_some_and(|end| end == "toml") && !derived.contains_key(&id) {
            std::fs::remove_file(path)?;
        }
    }
    derived
        .values()
        .try_for_each(|platform| write(&folder, platform))?;
    for (id, readings) in on_file {
        let file = atlas.join(REVIEWED).join(format!("{id}.toml"));
        let before = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        let after = readings.iter().fold(before.clone(), |text, reading| {
            with_prints(&text, reading.hash.as_str(), &prints(reading))
        });
        if after != before {
            std::fs::write(&file, after)?;
        }
    }
    read_atlas(atlas)?;
    println!("taken over into {}", atlas.display());
    Ok(())
}
