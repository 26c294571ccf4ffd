//! Reads record files. Native only: the browser gets the bundle.

use crate::schema::Platform;
use crate::validate::{Fault, Rule, validate};
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

/// The folder of records that somebody reviewed.
pub const REVIEWED: &str = "platforms";

/// The folder of records that the engine alone derived.
pub const MACHINE: &str = "machine";

/// Reads and checks the whole Atlas: both folders in `root`, in the order of the ids.
pub fn read_atlas(root: &Path) -> Result<Vec<Platform>, RecordError> {
    let mut platforms = records_of(&root.join(REVIEWED))?;
    let machine = records_of(&root.join(MACHINE))?;
    let misplaced = |platform: &Platform| Fault {
        platform: platform.id.clone(),
        place: "reviewed_by".to_owned(),
        rule: Rule::Folder,
    };
    let mut faults: Vec<Fault> = platforms
        .iter()
        .filter(|platform| !platform.is_reviewed())
        .chain(machine.iter().filter(|platform| platform.is_reviewed()))
        .map(misplaced)
        .collect();
    platforms.extend(machine);
    platforms.sort_by(|one, other| one.id.cmp(&other.id));
    faults.extend(validate(&platforms));
    if faults.is_empty() {
        Ok(platforms)
    } else {
        Err(RecordError::Invalid(faults))
    }
}

/// Reads and checks all records of a folder, in the order of their names.
pub fn read_folder(folder: &Path) -> Result<Vec<Platform>, RecordError> {
    let platforms = records_of(folder)?;
    let faults = validate(&platforms);
    if faults.is_empty() {
        Ok(platforms)
    } else {
        Err(RecordError::Invalid(faults))
    }
}

fn records_of(folder: &Path) -> Result<Vec<Platform>, RecordError> {
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
    Ok(platforms)
}
