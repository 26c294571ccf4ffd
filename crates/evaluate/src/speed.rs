//! Throughput of the reading, as a ratio to a single pass of a multi-pattern matcher over the same text.

use clauselight_engine::{Document, DocumentBuilder, analyze};
use std::path::Path;
use std::time::Instant;

/// Bytes of text to read in one measurement.
const AMOUNT: usize = 24 * 1024 * 1024;

/// Prints MB/s of the engine and of the floor on the archived documents below `corpus`, and how
/// time grows with length.
///
/// # Errors
/// A message where no document could be read.
pub fn measure(corpus: &Path) -> Result<(), String> {
    let documents = documents(&corpus.join("latest"))?;
    let bytes: usize = documents.iter().map(|d| d.text().len()).sum();
    let words = [
        "train",
        "model",
        "machine learning",
        "opt out",
        "artificial intelligence",
        "algorithm",
        "improve",
    ];
    let floor = aho_corasick::AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(words)
        .map_err(|e| e.to_string())?;
    let started = Instant::now();
    let hits: usize = documents
        .iter()
        .map(|d| floor.find_iter(d.text()).count())
        .sum();
    let least = started.elapsed().as_secs_f64();
    let started = Instant::now();
    let clauses: usize = documents.iter().map(|d| analyze(d).clauses.len()).sum();
    let spent = started.elapsed().as_secs_f64();
    let rate = |seconds: f64| bytes as f64 / 1e6 / seconds;
    println!(
        "speed    {:.1} MB of text in {} documents: engine {:.1} MB/s ({clauses} clauses), matcher {:.1} MB/s ({hits} hits), ratio {:.1}",
        bytes as f64 / 1e6,
        documents.len(),
        rate(spent),
        rate(least),
        spent / least,
    );
    let one = repeated(&documents, 1);
    let ten = repeated(&documents, 10);
    let time = |d: &Document| {
        let started = Instant::now();
        let _ = analyze(d);
        started.elapsed().as_secs_f64()
    };
    println!(
        "linear   a text of {} bytes against one of {}: {:.1} times as long",
        ten.text().len(),
        one.text().len(),
        time(&ten) / time(&one)
    );
    Ok(())
}

fn documents(folder: &Path) -> Result<Vec<Document>, String> {
    let mut found = Vec::new();
    let mut bytes = 0;
    let services = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for file in services
        .flatten()
        .filter_map(|s| std::fs::read_dir(s.path()).ok())
        .flatten()
        .flatten()
    {
        if bytes > AMOUNT {
            break;
        }
        let Ok(source) = std::fs::read(file.path()) else {
            continue;
        };
        if let Ok(document) =
            clauselight_html::read(&source, Some(clauselight_html::Format::Markdown), "")
        {
            bytes += document.text().len();
            found.push(document);
        }
    }
    if found.is_empty() {
        Err(format!("{}: no documents", folder.display()))
    } else {
        Ok(found)
    }
}

/// About `megabytes` of text from the documents, as one document.
fn repeated(documents: &[Document], megabytes: usize) -> Document {
    let mut builder = DocumentBuilder::new("", "", "en");
    let mut length = 0;
    for document in documents.iter().cycle() {
        for block in document.blocks() {
            builder.block(block.kind);
            builder.text(document.slice(block.span));
            length += block.span.len();
            if length > megabytes * 1_000_000 {
                return builder.finish();
            }
        }
    }
    builder.finish()
}
