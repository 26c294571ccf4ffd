//! The corpus of archived documents: its index, its texts, and what the engine says of them.

use anyhow::{Context, Result};
use clauselight_atlas::{Date, Sha256, document_hash};
use clauselight_engine::{Problem, Report};
use clauselight_html::Format;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// A line of `sources.json`.
#[derive(Debug, Clone, Deserialize)]
pub struct Source {
    pub service: String,
    pub document: String,
    pub collection: String,
    /// When the newest text appeared.
    pub date: String,
    #[serde(default)]
    pub urls: Vec<String>,
}

/// An archived document, read.
pub struct Reading {
    pub source: Source,
    pub changed: Date,
    pub hash: Sha256,
    pub report: Report,
}

/// The index, in its order.
pub fn sources(corpus: &Path) -> Result<Vec<Source>> {
    let file = corpus.join("sources.json");
    let text = std::fs::read(&file).with_context(|| file.display().to_string())?;
    serde_json::from_slice(&text).with_context(|| file.display().to_string())
}

/// Reads the newest text of a document; `None` where the corpus does not hold it.
pub fn read(corpus: &Path, source: &Source) -> Result<Option<Reading>> {
    let file = corpus
        .join("latest")
        .join(&source.service)
        .join(format!("{}.md", source.document));
    if !file.exists() {
        return Ok(None);
    }
    let bytes = std::fs::read(&file).with_context(|| file.display().to_string())?;
    let hash = document_hash(&String::from_utf8_lossy(&bytes)).context("a hash is a hash")?;
    Ok(Some(Reading {
        changed: Date::parse(&source.date)?,
        hash,
        report: report(&bytes, &file)?,
        source: source.clone(),
    }))
}

/// What the engine says of a text.
pub fn report(bytes: &[u8], file: &Path) -> Result<Report> {
    let document = clauselight_html::read(bytes, Some(Format::Markdown), "")
        .with_context(|| file.display().to_string())?;
    Ok(clauselight_engine::analyze(&document))
}

/// Whether the engine read the text at all: no error page, no language without cues.
pub fn was_read(report: &Report) -> bool {
    !report.problems.iter().any(|problem| {
        matches!(
            problem,
            Problem::NotADocument | Problem::LanguageNotCovered { .. }
        )
    })
}

/// The folders in `path`, by name.
pub fn folders(path: &Path) -> Result<Vec<(String, PathBuf)>> {
    let mut found = Vec::new();
    let entries = std::fs::read_dir(path).with_context(|| path.display().to_string())?;
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            found.push((
                entry.file_name().to_string_lossy().into_owned(),
                entry.path(),
            ));
        }
    }
    found.sort();
    Ok(found)
}
