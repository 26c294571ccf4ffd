//! `cargo xtask package`: zips for the stores, the same bytes from the same source.

use crate::{
    build::{self, Browser, Mode, paths_under},
    places::dist,
    setup,
};
use anyhow::{Context, Result};
use std::{
    fs,
    io::{Cursor, Write},
    path::{Path, PathBuf},
};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// Sets up, builds as shipped, and writes a zip for each browser.
pub fn run() -> Result<()> {
    setup::for_building()?;
    for file in all()? {
        println!("{}", file.display());
    }
    Ok(())
}

/// Builds and writes the zips, and returns their paths.
pub fn all() -> Result<Vec<PathBuf>> {
    let folders = build::extensions(&Browser::ALL, Mode::Release)?;
    let version = env!("CARGO_PKG_VERSION");
    let mut files = Vec::new();
    for (browser, folder) in Browser::ALL.iter().zip(folders) {
        let file = dist().join(format!("clauselight-{browser}-{version}.zip"));
        fs::write(&file, zip(&folder)?).with_context(|| format!("writing {}", file.display()))?;
        files.push(file);
    }
    Ok(files)
}

/// The folder as a zip that depends on names and contents alone: sorted, without times or this machine's permissions.
fn zip(folder: &Path) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for path in paths_under(folder)? {
        archive.start_file(&path, options)?;
        archive.write_all(&fs::read(folder.join(&path))?)?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs::File, time::SystemTime};

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    #[test]
    fn order_and_time_of_writing_leave_no_trace() {
        let one = folder(&[("b/c.js", "1"), ("a.js", "2"), ("b.js", "3")]);
        let other = folder(&[("b.js", "3"), ("a.js", "2"), ("b/c.js", "1")]);
        File::open(other.path().join("a.js"))
            .unwrap()
            .set_modified(SystemTime::UNIX_EPOCH)
            .unwrap();
        assert_eq!(zip(one.path()).unwrap(), zip(other.path()).unwrap());
    }

    #[test]
    fn contents_and_names_do() {
        let one = zip(folder(&[("a.js", "1")]).path()).unwrap();
        assert_ne!(one, zip(folder(&[("a.js", "2")]).path()).unwrap());
        assert_ne!(one, zip(folder(&[("b.js", "1")]).path()).unwrap());
    }
}
