//! Reads record files. Native only: the browser gets the bundle.

use crate::schema::Platform;
use crate::validate::{Fault, validate};
use std::path::{Path, PathBuf};

/// Why the records could not be had.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RecordError {
    /// The file or folder could not be read.
    #[error("{path}: {error}")]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// The file is no record.
    #[error("{file}: {error}")]
    NotARecord {
        /// The file's name.
        file: String,
        /// Line, column and reason.
        error: String,
    },
    /// Rules are broken.
    #[error("{}", list(.0))]
    Invalid(Vec<Fault>),
}

fn list(faults: &[Fault]) -> String {
    faults
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Reads one record from the text of the file `<id>.toml`.
pub fn read_record(id: &str, text: &str) -> Result<Platform, RecordError> {
    let refuse = |error: String| RecordError::NotARecord {
        file: format!("{id}.toml"),
        error,
    };
    let mut platform: Platform =
        toml::from_str(text).map_err(|error| refuse(error.to_string().trim_end().to_owned()))?;
    if !platform.id.is_empty() {
        return Err(refuse("`id` is the file's name: leave it out".to_owned()));
    }
    id.clone_into(&mut platform.id);
    Ok(platform)
}

/// Reads and checks all records of a folder, in the order of their names.
pub fn read_folder(folder: &Path) -> Result<Vec<Platform>, RecordError> {
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        move |error| RecordError::Unreadable { path, error }
    };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable(folder))? {
        let path = entry.map_err(unreadable(folder))?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "toml")
        {
            files.push(path);
        }
    }
    files.sort();
    let mut platforms = Vec::with_capacity(files.len());
    for path in files {
        let text = std::fs::read_to_string(&path).map_err(unreadable(&path))?;
        let id = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .unwrap_or_default();
        platforms.push(read_record(id, &text)?);
    }
    let faults = validate(&platforms);
    if faults.is_empty() {
        Ok(platforms)
    } else {
        Err(RecordError::Invalid(faults))
    }
}
