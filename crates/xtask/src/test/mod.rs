//! `cargo xtask test`: everything that must hold, in one command. CI runs this very command.

mod checks;
mod e2e;
mod outcome;
mod rust;
mod tidy;
mod wasm;

pub use e2e::{Options as E2eOptions, run as e2e};
pub use wasm::runner as wasm_runner;

use crate::{
    build::{self, Browser, Mode},
    setup::{self, Installed},
};
use anyhow::{Result, anyhow};
use outcome::Summary;

/// What `cargo xtask test` runs.
#[derive(clap::Args)]
pub struct Options {
    /// Only the parts whose name holds one of these, such as `lints` or `end to end`; everything without.
    parts: Vec<String>,
}

/// Sets up, runs what is asked for, prints the summary, and exits with an error where anything failed.
pub fn run(options: Options) -> Result<()> {
    let mut summary = Summary::of(options.parts);
    // A missing browser must not hide what the other tests say, and must not go unnoticed.
    let browsers = Browser::ALL.map(|browser| (browser, setup::browsers::ensure(browser)));
    setup::for_building()?;

    summary.add("formatting", checks::formatting);
    summary.add("tidy", tidy::run);
    summary.add("types of JavaScript", checks::javascript_types);
    summary.add("lints, native", checks::lints_native);
    summary.add("lints, WASM", checks::lints_wasm);
    summary.add("Rust tests, native", rust::native);
    summary.add("Rust tests, xtask", rust::xtask);
    for (browser, found) in &browsers {
        summary.add(&format!("Rust tests, WASM in {browser}"), || {
            wasm::run(installed(found)?)
        });
    }
    summary.add("packages", checks::packages);
    for (browser, found) in &browsers {
        summary.add(&format!("end to end in {browser}"), || {
            let found = installed(found)?;
            build::extensions(&[*browser], Mode::Release)?;
            e2e::tests(found, &[])
        });
    }
    summary.print();
    if summary.total().failed > 0 {
        // Not by an error: the summary has said it all, and its last line must stay the last.
        std::process::exit(1);
    }
    Ok(())
}

fn installed(found: &Result<Installed>) -> Result<&Installed> {
    found.as_ref().map_err(|error| anyhow!("{error:#}"))
}
