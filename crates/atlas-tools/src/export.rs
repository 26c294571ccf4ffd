//! `export`: all facts for others to reuse, with licence and attribution.

use crate::state::word;
use anyhow::Result;
use clap::Args;
use clauselight_atlas::{ATTRIBUTION, Platform, read_atlas};
use std::io::Write;
use std::path::Path;

/// Under what the facts are given.
const LICENCE: &str = "Facts by the Clauselight project, MIT; those with an archived source were read in documents kept by Open Terms Archive contributors, Open Data Commons Attribution License 1.0 (ODC-BY). The documents remain their publishers'. A reading of texts at their dates, no legal advice.";

#[derive(Args)]
pub struct Options {
    #[arg(long, value_enum)]
    format: Format,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    Json,
    Csv,
}

pub fn run(atlas: &Path, options: &Options) -> Result<()> {
    let platforms = read_atlas(atlas)?;
    let mut out = std::io::stdout().lock();
    match options.format {
        Format::Json => writeln!(out, "{}", json(&platforms)?)?,
        Format::Csv => out.write_all(&csv(&platforms)?)?,
    }
    Ok(())
}

/// One object with the licence note, the attribution, and every record whole.
fn json(platforms: &[Platform]) -> Result<String> {
    Ok(serde_json::to_string_pretty(&serde_json::json!({
        "licence": LICENCE,
        "attribution": ATTRIBUTION,
        "platforms": platforms,
    }))?)
}

const COLUMNS: [&str; 12] = [
    "platform",
    "name",
    "category",
    "reviewed_by",
    "fact",
    "value",
    "audience",
    "data",
    "text",
    "confidence",
    "source_url",
    "source_date",
];

/// One line a fact. The first two lines are comments with the licence note and the attribution.
fn csv(platforms: &[Platform]) -> Result<Vec<u8>> {
    let mut bytes = format!("# {LICENCE}\n# {ATTRIBUTION}\n").into_bytes();
    let mut table = csv::Writer::from_writer(&mut bytes);
    table.write_record(COLUMNS)?;
    for platform in platforms {
        for fact in facts(platform) {
            let source = platform.documents.get(fact.source);
            let date = source.map(|s| s.changed.unwrap_or(s.checked).to_string());
            table.write_record([
                platform.id.as_str(),
                &platform.name,
                &word(&platform.category),
                &word(&platform.reviewed_by),
                fact.kind,
                &fact.value,
                &fact.audience,
                &fact.data,
                fact.text,
                &fact.confidence,
                source.map_or("", |s| s.url.as_str()),
                &date.unwrap_or_default(),
            ])?;
        }
    }
    table.flush()?;
    drop(table);
    Ok(bytes)
}

struct Fact<'a> {
    kind: &'static str,
    value: String,
    audience: String,
    data: String,
    text: &'a str,
    source: &'a str,
    confidence: String,
}

fn facts(platform: &Platform) -> Vec<Fact<'_>> {
    let fact = |kind, value, text, source, confidence: &_| Fact {
        kind,
        value,
        audience: String::new(),
        data: String::new(),
        text,
        source,
        confidence: word(confidence),
    };
    let mut facts = Vec::new();
    for p in &platform.positions {
        let mut whom: Vec<String> = p.plans.iter().map(word).collect();
        whom.extend(p.regions.iter().map(ToString::to_string));
        whom.extend([word(&p.who), word(&p.models)]);
        whom.retain(|word| word != "everyone" && word != "any");
        let data: Vec<String> = p.data.iter().map(word).collect();
        facts.push(Fact {
            audience: whom.join(" "),
            data: data.join(" "),
            ..fact(
                "position",
                word(&p.position),
                p.note.as_deref().unwrap_or(""),
                &p.source,
                &p.confidence,
            )
        });
    }
    for e in &platform.exceptions {
        facts.push(fact(
            "exception",
            e.name.clone(),
            &e.text,
            &e.source,
            &e.confidence,
        ));
    }
    for t in &platform.third_parties {
        facts.push(fact(
            "third-party",
            word(&t.position),
            &t.text,
            &t.source,
            &t.confidence,
        ));
    }
    for r in &platform.retention {
        facts.push(fact(
            "retention",
            String::new(),
            &r.text,
            &r.source,
            &r.confidence,
        ));
    }
    for way in &platform.opt_outs {
        facts.push(fact(
            "opt-out",
            way.kind.word().to_owned(),
            &way.scope,
            &way.source,
            &way.confidence,
        ));
    }
    for state in &platform.timeline {
        let value = format!("{} {}", state.date, word(&state.position));
        facts.push(fact(
            "state",
            value,
            &state.text,
            &state.source,
            &state.confidence,
        ));
    }
    facts
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn both_forms_hold_every_position_and_the_licence() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../atlas");
        let platforms = read_atlas(&root).unwrap();
        let positions: usize = platforms.iter().map(|p| p.positions.len()).sum();
        let value: serde_json::Value = serde_json::from_str(&json(&platforms).unwrap()).unwrap();
        assert_eq!(
            value["platforms"].as_array().unwrap().len(),
            platforms.len()
        );
        let bytes = csv(&platforms).unwrap();
        let mut table = csv::ReaderBuilder::new()
            .comment(Some(b'#'))
            .from_reader(&bytes[..]);
        let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
        let count = rows.iter().filter(|row| &row[4] == "position").count();
        assert_eq!(count, positions);
        assert!(rows.iter().all(|row| row[10].starts_with("https://")));
        for text in [value.to_string(), String::from_utf8(bytes).unwrap()] {
            assert!(text.contains("Open Terms Archive contributors") && text.contains("ODC-BY"));
        }
    }
}
