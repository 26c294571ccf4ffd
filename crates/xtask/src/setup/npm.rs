//! The npm packages of the developer tools (nothing of them is shipped).

use crate::{
    places::{node_modules, root},
    process::{find, run, run_quietly},
};
use anyhow::{Context, Result, bail};
use std::{fs, process::Command};

/// The oldest Node that the tools run on.
const OLDEST_NODE: u32 = 20;

/// Installs exactly what `package-lock.json` names, where that is not yet there.
pub fn ensure() -> Result<()> {
    check_node()?;
    let lock = fs::read(root().join("package-lock.json")).context("reading package-lock.json")?;
    let stamp = node_modules().join(".clauselight-installed");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    eprintln!("setup: installing npm packages");
    run(Command::new("npm")
        .args(["ci", "--no-fund", "--no-audit", "--loglevel=error"])
        .current_dir(root()))?;
    fs::write(stamp, lock).context("noting what npm installed")
}

fn check_node() -> Result<()> {
    if find("node").is_none() || find("npm").is_none() {
        bail!("Node {OLDEST_NODE} or later with npm is needed: https://nodejs.org/");
    }
    let version = run_quietly(Command::new("node").arg("--version"))?;
    let major = version.trim().trim_start_matches('v').split('.').next();
    match major.and_then(|digits| digits.parse::<u32>().ok()) {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => bail!(
            "Node {OLDEST_NODE} or later is needed, but this is {}",
            version.trim()
        ),
    }
}
