//! What each command prints.

use crate::input::{self, InputError};
use crate::{InputKind, ListFormat, ReportFormat, people};
use clauselight_engine as engine;
use serde::Serialize;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Why a command did not end well.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The input could not be read.
    #[error(transparent)]
    Input(#[from] InputError),
    /// Some of several inputs could not be read.
    #[error("{0} of {1} files could not be read")]
    Some(usize, usize),
    /// The output could not be written.
    #[error("cannot write: {0}")]
    Output(#[from] io::Error),
}

/// Prints the Report of one document.
///
/// # Errors
/// [`Failure`] where the input cannot be read or the output not be written.
pub fn analyze(
    out: &mut dyn Write,
    file: &Path,
    format: ReportFormat,
    url: &str,
    kind: Option<InputKind>,
) -> Result<(), Failure> {
    let document = input::document(file, kind, url)?;
    let report = engine::analyze(&document);
    match format {
        ReportFormat::Json => json_line(out, &report)?,
        ReportFormat::Text => people::report(out, &document, &report)?,
    }
    Ok(())
}

/// Prints what was made of each sentence that was looked at closely.
///
/// # Errors
/// [`Failure`] where the input cannot be read or the output not be written.
pub fn explain(
    out: &mut dyn Write,
    file: &Path,
    format: ListFormat,
    kind: Option<InputKind>,
) -> Result<(), Failure> {
    let document = input::document(file, kind, "")?;
    for sentence in engine::explain(&document) {
        match format {
            ListFormat::Jsonl => json_line(out, &sentence)?,
            ListFormat::Text => people::explanation(out, &sentence)?,
        }
    }
    Ok(())
}

/// A line of `detect`.
#[derive(Serialize)]
#[serde(untagged)]
enum Line<'a> {
    Page {
        file: &'a str,
        #[serde(flatten)]
        verdict: &'a engine::PageVerdict,
    },
    Bad {
        file: &'a str,
        error: String,
    },
}

/// Prints for each file what sort of page it is; goes on after a bad one.
///
/// # Errors
/// [`Failure::Some`] at the end where files were bad; [`Failure::Output`] at once.
pub fn detect(
    out: &mut dyn Write,
    files: &[PathBuf],
    format: ListFormat,
    url: &str,
) -> Result<(), Failure> {
    let mut bad = 0;
    for path in files {
        let file = &*path.to_string_lossy();
        let verdict = input::document(path, None, url).map(|document| engine::detect(&document));
        bad += usize::from(verdict.is_err());
        match (format, verdict) {
            (ListFormat::Jsonl, Ok(verdict)) => json_line(
                out,
                &Line::Page {
                    file,
                    verdict: &verdict,
                },
            )?,
            (ListFormat::Jsonl, Err(e)) => json_line(
                out,
                &Line::Bad {
                    file,
                    error: e.to_string(),
                },
            )?,
            (ListFormat::Text, Ok(verdict)) => people::verdict(out, file, &verdict)?,
            (ListFormat::Text, Err(e)) => writeln!(out, "unreadable       {e}")?,
        }
    }
    if bad > 0 {
        Err(Failure::Some(bad, files.len()))
    } else {
        Ok(())
    }
}

/// Prints the main text, one block a line.
///
/// # Errors
/// [`Failure`] where the input cannot be read or the output not be written.
pub fn text(out: &mut dyn Write, file: &Path, kind: Option<InputKind>) -> Result<(), Failure> {
    let document = input::document(file, kind, "")?;
    for block in document.blocks() {
        writeln!(out, "{}", people::harmless(document.slice(block.span)))?;
    }
    Ok(())
}

fn json_line(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value).map_err(io::Error::from)?;
    writeln!(out)
}
