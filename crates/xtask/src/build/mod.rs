//! Builds the unpacked extension: `dist/<browser>`.

mod bundle;
mod icons;
mod manifest;
mod size;
mod tools;
mod wasm;

pub use bundle::paths_under;
pub use tools::path as tools_path;
pub use wasm::{CRATES as WASM_CRATES, wasm_cargo};

use anyhow::{Context, Result};
use clap::ValueEnum;
use std::{fmt, fs, path::PathBuf};

/// The two kinds of extension. Edge runs the one for Chrome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Browser {
    /// Chrome, Chromium, Edge.
    Chrome,
    /// Firefox.
    Firefox,
}

impl Browser {
    /// Both.
    pub const ALL: [Browser; 2] = [Browser::Chrome, Browser::Firefox];

    /// The one that was asked for, else both.
    pub fn these(asked: Option<Browser>) -> Vec<Browser> {
        asked.map_or_else(|| Browser::ALL.to_vec(), |one| vec![one])
    }

    /// The environment variable that names the program of this kind to use.
    pub fn variable(self) -> &'static str {
        match self {
            Browser::Chrome => "CHROME_BIN",
            Browser::Firefox => "FIREFOX_BIN",
        }
    }

    /// As it is called in arguments and folder names.
    pub fn name(self) -> &'static str {
        match self {
            Browser::Chrome => "chrome",
            Browser::Firefox => "firefox",
        }
    }
}

impl fmt::Display for Browser {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// How the WASM is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Quick to build.
    Development,
    /// As shipped: optimised and held to the size budget.
    Release,
}

/// Sets up what building needs, builds, and says where.
pub fn run(browsers: &[Browser], mode: Mode) -> Result<()> {
    crate::setup::for_building()?;
    for folder in extensions(browsers, mode)? {
        println!("{}", folder.display());
    }
    Ok(())
}

/// Throws away what was made of the compiled modules, so that the next build makes it again.
pub fn forget() -> Result<()> {
    fs::remove_dir_all(crate::places::made()).context("removing what was made")
}

/// Builds for `browsers` and returns their folders, in the same order.
pub fn extensions(browsers: &[Browser], mode: Mode) -> Result<Vec<PathBuf>> {
    // Two builds at once (a person's and `watch`) would write into each other's folders.
    let dist = crate::places::dist();
    fs::create_dir_all(&dist)?;
    let lock = fs::File::create(dist.join(".lock")).context("opening dist/.lock")?;
    lock.lock().context("waiting for another build")?;

    let modules = wasm::modules(mode)?;
    if mode == Mode::Release {
        size::check(&modules)?;
    }
    let icons = icons::rasterise()?;
    browsers
        .iter()
        .map(|browser| bundle::write(*browser, &modules, &icons))
        .collect()
}
