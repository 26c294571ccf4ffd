//! The Rust target of the browser crates.

use crate::process::{find, run, run_quietly};
use anyhow::{Context, Result, bail};
use std::{path::Path, process::Command};

/// The target's name.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Installs the target with rustup where the toolchain in use lacks it.
pub fn ensure() -> Result<()> {
    let mut ask = Command::new("rustc");
    ask.current_dir(crate::places::root())
        .args(["--print", "target-libdir", "--target", TARGET]);
    let libraries = run_quietly(&mut ask).context("asking rustc for its targets")?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    if find("rustup").is_none() {
        bail!(
            "rustc has no standard library for {TARGET}; install that, or install Rust with rustup"
        );
    }
    eprintln!("setup: adding the Rust target {TARGET}");
    let mut add = Command::new("rustup");
    run(add
        .current_dir(crate::places::root())
        .args(["target", "add", TARGET]))
}
