//! The labels of a corpus, in the form of `LABELLING.md`.

use serde::Deserialize;
use std::path::{Path, PathBuf};

/// A labelled clause.
#[derive(Debug, Clone, Deserialize)]
pub struct LabelledClause {
    /// Exact text of the document, markup included.
    pub quote: String,
    /// What it does.
    pub kinds: Vec<String>,
    /// Where it stands.
    pub position: Option<String>,
    /// Two careful readers could differ: counts neither way.
    pub borderline: bool,
}

/// A labelled control.
#[derive(Debug, Clone, Deserialize)]
pub struct LabelledOptOut {
    /// Whether there is one.
    pub offered: bool,
    /// By what means.
    pub mechanism: String,
}

/// A labelled tier.
#[derive(Debug, Clone, Deserialize)]
pub struct LabelledTier {
    /// Whom it covers.
    pub audience: String,
    /// Where the document stands for them.
    pub position: String,
}

/// A labelled document.
#[derive(Debug, Clone, Deserialize)]
pub struct Label {
    /// The company's service.
    pub service: String,
    /// The document's name.
    pub document: String,
    /// Its language.
    #[serde(default)]
    pub language: String,
    /// Its clauses.
    pub clauses: Vec<LabelledClause>,
    /// Its position.
    pub position: String,
    /// Further positions that can be defended.
    #[serde(default)]
    pub position_also: Vec<String>,
    /// Others than the ordinary individual.
    #[serde(default)]
    pub tiers: Vec<LabelledTier>,
    /// The control.
    pub opt_out: LabelledOptOut,
    /// What goes on despite it.
    #[serde(default)]
    pub exceptions: Vec<String>,
}

/// A label with the file of its document.
#[derive(Debug, Clone)]
pub struct Case {
    /// The label.
    pub label: Label,
    /// The document.
    pub file: PathBuf,
}

/// All cases of a corpus: `labels/*.json` beside `latest/<service>/<document>.md`, or, as in the
/// project's own tests, folders with `label.json` beside `document.md`.
///
/// # Errors
/// A message naming the folder or file that could not be read.
pub fn cases(corpus: &Path) -> Result<Vec<Case>, String> {
    let labels = corpus.join("labels");
    let own = !labels.is_dir();
    let folder = if own { corpus } else { &labels };
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut cases = Vec::new();
    for entry in entries.flatten() {
        let path = entry.path();
        let json = if own {
            path.join("label.json")
        } else {
            path.clone()
        };
        if own && !json.is_file() || !own && path.extension().is_none_or(|e| e != "json") {
            continue;
        }
        let text =
            std::fs::read_to_string(&json).map_err(|e| format!("{}: {e}", json.display()))?;
        let label: Label =
            serde_json::from_str(&text).map_err(|e| format!("{}: {e}", json.display()))?;
        let file = if own {
            path.join("document.md")
        } else {
            corpus
                .join("latest")
                .join(&label.service)
                .join(format!("{}.md", label.document))
        };
        cases.push(Case { label, file });
    }
    cases.sort_by(|a, b| a.file.cmp(&b.file));
    Ok(cases)
}
