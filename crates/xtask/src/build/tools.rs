//! The `build-tools` program of this crate, which takes minutes to compile and so is built only when needed.

use crate::{
    places::{root, target},
    process::{cargo, run},
};
use anyhow::{Context, Result};
use std::{fs, path::PathBuf};

/// Builds the program where it is missing or stale, and returns its path.
pub fn path() -> Result<PathBuf> {
    let program = target()
        .join("xtask")
        .join(format!("build-tools{}", std::env::consts::EXE_SUFFIX));
    let stamp = target().join("xtask").join("build-tools.stamp");
    let inputs = inputs()?;
    if program.is_file() && fs::read(&stamp).is_ok_and(|built_of| built_of == inputs) {
        return Ok(program);
    }
    if !program.is_file() {
        eprintln!("setup: compiling the build tools (once; takes some minutes)");
    }
    run(cargo()
        .args(["build", "--quiet", "--profile=xtask", "--package=xtask"])
        .args(["--bin=build-tools", "--features=build-tools"]))?;
    fs::write(stamp, inputs).context("noting what the build tools were built of")?;
    Ok(program)
}

/// What the program is made of: asking cargo each time would cost half a second of every build.
fn inputs() -> Result<Vec<u8>> {
    let files = [
        "crates/xtask/src/bin/build-tools.rs",
        "crates/xtask/Cargo.toml",
    ];
    let mut all = Vec::new();
    for file in files {
        all.extend(fs::read(root().join(file)).with_context(|| format!("reading {file}"))?);
    }
    Ok(all)
}
