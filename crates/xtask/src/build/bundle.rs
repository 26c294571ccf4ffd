//! Puts the parts of an extension into `dist/<browser>`.

use super::{Browser, icons::Icon, manifest, wasm::Module};
use crate::places::{dist, root};
use anyhow::{Context, Result};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Path in the extension, with `/` between folders → bytes.
type Files = BTreeMap<String, Vec<u8>>;

/// Writes the folder and returns its path. Files that are equal already are left alone.
pub fn write(browser: Browser, modules: &[Module], icons: &[Icon]) -> Result<PathBuf> {
    let files = collect(browser, modules, icons)?;
    let folder = dist().join(browser.name());
    for stale in paths_under(&folder)?
        .iter()
        .filter(|path| !files.contains_key(*path))
    {
        fs::remove_file(folder.join(stale)).with_context(|| format!("removing stale {stale}"))?;
    }
    for (path, bytes) in &files {
        let path = folder.join(path);
        if fs::read(&path).is_ok_and(|old| old == *bytes) {
            continue;
        }
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))?;
    }
    Ok(folder)
}

fn collect(browser: Browser, modules: &[Module], icons: &[Icon]) -> Result<Files> {
    let mut files = Files::new();
    let source = root().join("extension");
    for path in paths_under(&source)? {
        let bytes =
            fs::read(source.join(&path)).with_context(|| format!("reading extension/{path}"))?;
        files.insert(path, bytes);
    }
    for module in modules {
        files.insert(
            format!("wasm/{}.js", module.name),
            fs::read(&module.script)?,
        );
        files.insert(
            format!("wasm/{}_bg.wasm", module.name),
            fs::read(&module.wasm)?,
        );
    }
    for icon in icons {
        files.insert(icon.name.clone(), fs::read(&icon.file)?);
    }
    files.insert("LICENSE".into(), fs::read(root().join("LICENSE"))?);
    files.insert(
        "manifest.json".into(),
        manifest::variant(browser)?.into_bytes(),
    );
    Ok(files)
}

/// The files under a folder, sorted; none where there is no such folder. Hidden ones and type declarations, which only
/// developers read, are left out.
pub fn paths_under(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut waiting = vec![String::new()];
    while let Some(inside) = waiting.pop() {
        let Ok(entries) = fs::read_dir(folder.join(&inside)) else {
            continue;
        };
        for entry in entries {
            let entry = entry?;
            let name = entry
                .file_name()
                .into_string()
                .ok()
                .context("a file name is not UTF-8")?;
            if name.starts_with('.') || name.ends_with(".d.ts") {
                continue;
            }
            let path = if inside.is_empty() {
                name
            } else {
                format!("{inside}/{name}")
            };
            if entry.file_type()?.is_dir() {
                waiting.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
