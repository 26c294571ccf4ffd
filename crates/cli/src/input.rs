//! Reads a file or standard input as a Document, within bounds.

use crate::InputKind;
use clauselight_engine::Document;
use clauselight_html::{Format, MAX_INPUT_BYTES, ReadError, read};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Why an input gave no Document.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    /// It cannot be opened or read.
    #[error("cannot read {}: {source}", path.display())]
    Io {
        /// The input.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// It is a folder.
    #[error("{} is a directory; name the files in it", .0.display())]
    Directory(PathBuf),
    /// It holds no text.
    #[error("{}: {source}", path.display())]
    Content {
        /// The input.
        path: PathBuf,
        /// What is wrong with it.
        source: ReadError,
    },
}

/// Reads `path` (`-`: standard input).
///
/// # Errors
/// [`InputError`] where it cannot be read or holds no text.
pub fn document(path: &Path, kind: Option<InputKind>, url: &str) -> Result<Document, InputError> {
    let bytes = bytes(path)?;
    let format = match kind {
        Some(InputKind::Html) => Some(Format::Html),
        Some(InputKind::Markdown) => Some(Format::Markdown),
        Some(InputKind::Plain) => Some(Format::Plain),
        None => Format::from_ending(&path.to_string_lossy()),
    };
    read(&bytes, format, url).map_err(|source| InputError::Content {
        path: path.to_owned(),
        source,
    })
}

fn bytes(path: &Path) -> Result<Vec<u8>, InputError> {
    let failed = |source| InputError::Io {
        path: path.to_owned(),
        source,
    };
    let mut bytes = Vec::new();
    // One byte more than is read shows the reader that there was more.
    let limit = MAX_INPUT_BYTES as u64 + 1;
    if path.as_os_str() == "-" {
        io::stdin()
            .lock()
            .take(limit)
            .read_to_end(&mut bytes)
            .map_err(failed)?;
        return Ok(bytes);
    }
    let file = File::open(path).map_err(failed)?;
    if file.metadata().is_ok_and(|m| m.is_dir()) {
        return Err(InputError::Directory(path.to_owned()));
    }
    file.take(limit).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}
