//! End-to-end tests: the built extension in a real browser, by Node's own test runner.

use super::outcome::{Outcome, of_tap};
use crate::{
    build::{self, Browser, Mode},
    places::{root, target},
    process::node,
    setup::{self, Installed},
};
use anyhow::{Context, Result, bail};
use std::{fs, path::PathBuf};

/// What `cargo xtask e2e` runs.
#[derive(clap::Args)]
pub struct Options {
    /// Only in this browser; in both without.
    #[arg(long)]
    browser: Option<Browser>,
    /// Only files of `tests/e2e` whose name holds this.
    files: Vec<String>,
}

/// Sets up, builds as shipped, and runs the tests asked for.
pub fn run(options: &Options) -> Result<()> {
    let browsers = Browser::these(options.browser);
    let installed = setup::for_running(&browsers)?;
    build::extensions(&browsers, Mode::Release)?;
    let mut all = Outcome::default();
    for browser in &installed {
        all = all.and(tests(browser, &options.files)?);
    }
    if all.failed > 0 {
        bail!("{} passed, {} failed", all.passed, all.failed);
    }
    println!("{} passed, 0 failed", all.passed);
    Ok(())
}

/// Runs the tests whose file names hold one of `wanted` (all where that is empty) on what is built in `dist`.
pub fn tests(browser: &Installed, wanted: &[String]) -> Result<Outcome> {
    let files = files(wanted)?;
    let report = target().join(format!("e2e-{}.tap", browser.browser));
    let status = node("--test")
        // One at a time: a browser in the background is throttled, and two share two cores badly.
        .arg("--test-concurrency=1")
        .args([
            "--test-reporter=spec",
            "--test-reporter-destination=stdout",
            "--test-reporter=tap",
        ])
        .arg(format!("--test-reporter-destination={}", report.display()))
        .args(files)
        .env("BROWSER", browser.browser.name())
        .env(browser.browser.variable(), &browser.path)
        .status()
        .context("starting node")?;
    let outcome = of_tap(&fs::read_to_string(report).context("reading the test report")?);
    Ok(outcome.ended(status.success()))
}

fn files(wanted: &[String]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root().join("tests/e2e"))? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let asked = wanted.is_empty() || wanted.iter().any(|part| name.contains(part));
        if name.ends_with(".test.mjs") && asked {
            found.push(path);
        }
    }
    if found.is_empty() {
        bail!("no file of tests/e2e matches {wanted:?}");
    }
    found.sort();
    Ok(found)
}
