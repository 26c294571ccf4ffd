//! Checks by tools of others: each holds or not.

use super::outcome::Outcome;
use crate::{
    build::{self, WASM_CRATES, wasm_cargo},
    package,
    places::{dist, node_modules},
    process::{cargo, node, run},
};
use anyhow::{Context, Result, bail};
use serde_json::Value;
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

/// clippy on the crates of the browser, as compiled for it, and on the tests that run there.
pub fn lints_wasm() -> Result<Outcome> {
    let mut shipped = wasm_cargo("clippy");
    shipped.args(["--quiet", "--lib", "--package=clauselight-ui"]);
    shipped.args(WASM_CRATES.map(|name| format!("--package=clauselight-{name}")));
    let mut tests = wasm_cargo("clippy");
    tests
        .args(["--quiet", "--lib", "--tests"])
        .args(super::wasm::packages()?);
    let [shipped, tests] =
        [shipped, tests].map(|mut command| check(command.args(["--", "-Dwarnings"])));
    Ok(shipped?.and(tests?))
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
    Ok(Outcome::of(same).and(accepted_by_mozilla()?))
}

/// What addons-linter warns of and is right as it is, each as code and file.
const ACCEPTED: [(&str, &str); 1] = [
    // Scripts of a page reach their own modules by `runtime.getURL` alone; the linter takes no address but a literal.
    ("UNSAFE_VAR_ASSIGNMENT", "content/"),
];

/// Mozilla's checker of add-ons, on the zip for Firefox.
fn accepted_by_mozilla() -> Result<Outcome> {
    let zip = dist().join(format!(
        "clauselight-firefox-{}.zip",
        env!("CARGO_PKG_VERSION")
    ));
    let mut linter = node(node_modules().join("addons-linter/bin/addons-linter"));
    // It exits with an error where it has found one, which the findings tell better.
    let output = linter
        .arg("--output=json")
        .arg(zip)
        .output()
        .context("starting addons-linter")?;
    let findings: Value =
        serde_json::from_slice(&output.stdout).context("reading what addons-linter found")?;
    let lists = ["errors", "warnings"].map(|list| findings[list].as_array());
    let [Some(errors), Some(warnings)] = lists else {
        bail!("addons-linter gave no lists of findings")
    };
    let new: Vec<&Value> = errors
        .iter()
        .chain(warnings)
        .filter(|finding| !is_accepted(finding))
        .collect();
    for finding in &new {
        println!("FAILED: addons-linter: {finding}");
    }
    Ok(Outcome::of(new.is_empty()))
}

fn is_accepted(finding: &Value) -> bool {
    let text = |key: &str| finding[key].as_str().unwrap_or_default();
    ACCEPTED
        .iter()
        .any(|(code, folder)| text("code") == *code && text("file").starts_with(folder))
}

fn check(command: &mut Command) -> Result<Outcome> {
    if let Err(error) = run(command) {
        println!("FAILED: {error:#}");
        return Ok(Outcome::of(false));
    }
    Ok(Outcome::of(true))
}
