//! Checks by tools of others: each holds or not.

use super::outcome::Outcome;
use crate::{
    build::{self, WASM_CRATES, wasm_cargo},
    package,
    places::{dist, node_modules},
    process::{cargo, node, run},
};
use anyhow::Result;
use std::{fs, process::Command};

/// rustfmt.
pub fn formatting() -> Result<Outcome> {
    check(cargo().args(["fmt", "--all", "--check", "--", "--color=never"]))
}

/// clippy on all that runs natively, the slow build tools included; in the profile whose macros are compiled already.
pub fn lints_native() -> Result<Outcome> {
    let arguments = [
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--features=xtask/build-tools",
    ];
    check(cargo().args(arguments).args(["--", "-Dwarnings"]))
}

/// clippy on the crates of the browser, as compiled for it.
pub fn lints_wasm() -> Result<Outcome> {
    let mut command = wasm_cargo("clippy");
    command.args(["--quiet", "--all-targets", "--package=clauselight-ui"]);
    command.args(WASM_CRATES.map(|name| format!("--package=clauselight-{name}")));
    check(command.args(["--", "-Dwarnings"]))
}

/// The hand-written JavaScript, of the extension and of the tests.
pub fn javascript_types() -> Result<Outcome> {
    let compiler = node_modules().join("typescript/bin/tsc");
    let outcomes = ["tsconfig.json", "tests/tsconfig.json"]
        .map(|project| check(node(&compiler).args(["--project", project])));
    outcomes
        .into_iter()
        .try_fold(Outcome::default(), |all, one| Ok(all.and(one?)))
}

/// The packages: the same bytes when built twice, and nothing that Mozilla's checker objects to.
pub fn packages() -> Result<Outcome> {
    let read = || -> Result<Vec<Vec<u8>>> {
        package::all()?
            .iter()
            .map(|file| Ok(fs::read(file)?))
            .collect()
    };
    let first = read()?;
    build::forget()?;
    let same = first == read()?;
    if !same {
        println!("FAILED: packaging twice gave other bytes");
    }
    let firefox = dist().join(format!(
        "clauselight-firefox-{}.zip",
        env!("CARGO_PKG_VERSION")
    ));
    let mut linter = node(node_modules().join("addons-linter/bin/addons-linter"));
    let accepted = check(
        linter
            .args(["--warnings-as-errors", "--output=text"])
            .arg(firefox),
    )?;
    Ok(Outcome::of(same).and(accepted))
}

fn check(command: &mut Command) -> Result<Outcome> {
    if let Err(error) = run(command) {
        println!("FAILED: {error:#}");
        return Ok(Outcome::of(false));
    }
    Ok(Outcome::of(true))
}
