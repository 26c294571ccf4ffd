//! Tests of the browser crates (`#[wasm_bindgen_test]`), compiled to WebAssembly and run in a real browser.
//!
//! cargo calls us back as its runner for each test program; we let wasm-bindgen's own test server serve it and open
//! its page with the same Node harness as the end-to-end tests, so that no WebDriver program is needed.

use super::{outcome::Outcome, rust::counted};
use crate::{
    build::{tools_path, wasm_cargo},
    places::root,
    process::{node, run as run_to_end},
    setup::Installed,
};
use anyhow::{Context, Result, bail};
use std::{
    env,
    ffi::OsString,
    fs,
    io::{BufRead, BufReader, Lines},
    process::{Child, ChildStdout, Command, Stdio},
};

/// Runs all tests of the browser crates in one browser.
pub fn run(browser: &Installed) -> Result<Outcome> {
    let us = env::current_exe().context("finding our own program")?;
    let runner = format!("{} wasm-runner", us.display());
    let mut command = wasm_cargo("test");
    command
        .args(["--quiet", "--no-fail-fast", "--lib", "--tests"])
        .args(packages()?);
    command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CLAUSELIGHT_BUILD_TOOLS", tools_path()?)
        .env("BROWSER", browser.browser.name())
        .env(browser.browser.variable(), &browser.path);
    counted(&mut command)
}

/// Arguments that name the crates with tests of this kind. The others' tests run natively, and what they need for that
/// may not compile to WebAssembly.
pub fn packages() -> Result<Vec<String>> {
    let mut packages = Vec::new();
    for entry in fs::read_dir(root().join("crates"))? {
        let entry = entry?;
        let manifest = fs::read_to_string(entry.path().join("Cargo.toml"))
            .with_context(|| format!("reading Cargo.toml of {}", entry.path().display()))?;
        if manifest.contains("\nwasm-bindgen-test") {
            packages.push(format!(
                "--package=clauselight-{}",
                entry.file_name().to_string_lossy()
            ));
        }
    }
    packages.sort();
    if packages.is_empty() {
        bail!("no crate has WASM tests");
    }
    Ok(packages)
}

/// `cargo xtask wasm-runner TEST.wasm [ARGUMENTS]...`: what cargo calls for each test program.
pub fn runner(arguments: &[OsString]) -> Result<()> {
    let tools =
        env::var_os("CLAUSELIGHT_BUILD_TOOLS").context("this is called by cargo xtask test")?;
    let mut server = Command::new(tools);
    server
        .arg("test-server")
        // cargo hands its own --quiet on, which the server does not know.
        .args(arguments.iter().filter(|argument| *argument != "--quiet"))
        .stdout(Stdio::piped())
        .env("NO_HEADLESS", "1")
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        .env("WASM_BINDGEN_TEST_ADDRESS", "127.0.0.1:0");
    let mut server = Server(server.spawn().context("starting the test server")?);
    let mut lines = server.lines()?;
    for line in lines.by_ref() {
        let line = line.context("reading from the test server")?;
        if let Some((_, url)) = line.split_once("available at ") {
            return run_to_end(node("tests/e2e/lib/wasm-tests.mjs").arg(url.trim()));
        }
    }
    // It ends by itself where there is nothing to run.
    if server.0.wait()?.success() {
        Ok(())
    } else {
        bail!("the test server failed")
    }
}

/// The server never ends by itself once it serves.
struct Server(Child);

impl Server {
    fn lines(&mut self) -> Result<Lines<BufReader<ChildStdout>>> {
        Ok(BufReader::new(
            self.0
                .stdout
                .take()
                .context("the test server has no output")?,
        )
        .lines())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Fails only where it has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
