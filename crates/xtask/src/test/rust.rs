//! Rust tests that run natively.

use super::outcome::{Outcome, of_rust};
use crate::process::{cargo, lines};
use anyhow::Result;
use std::process::Command;

/// All crates but our own.
pub fn native() -> Result<Outcome> {
    counted(cargo().args([
        "test",
        "--quiet",
        "--no-fail-fast",
        "--workspace",
        "--exclude=xtask",
    ]))
}

/// Our own, in the profile it is compiled in already.
pub fn xtask() -> Result<Outcome> {
    counted(cargo().args([
        "test",
        "--quiet",
        "--no-fail-fast",
        "--profile=xtask",
        "--package=xtask",
    ]))
}

/// Runs a command that prints result lines, and sums them.
pub fn counted(command: &mut Command) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    let success = lines(command, |line| {
        println!("{line}");
        outcome = outcome.and(of_rust(line));
    })?;
    Ok(outcome.ended(success))
}
