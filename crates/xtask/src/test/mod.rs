//! `cargo xtask test`: everything that must hold, in one command. CI runs this very command.

mod checks;
mod e2e;
mod outcome;
mod rust;
mod tidy;
mod wasm;

pub use e2e::{Options as E2eOptions, run as e2e};
pub use wasm::runner as wasm_runner;

use crate::{build::Browser, setup};
use anyhow::Result;
use outcome::Summary;

/// Sets up, runs everything, prints the summary; an error where anything failed.
pub fn run() -> Result<()> {
    let mut summary = Summary::default();
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
    for (browser, installed) in &browsers {
        summary.add(&format!("Rust tests, WASM in {browser}"), || {
            wasm::run(
                installed
                    .as_ref()
                    .map_err(|error| anyhow::anyhow!("{error:#}"))?,
            )
        });
    }
    summary.add("packages", checks::packages);
    for (browser, installed) in &browsers {
        summary.add(&format!("end to end in {browser}"), || {
            e2e::tests(
                installed
                    .as_ref()
                    .map_err(|error| anyhow::anyhow!("{error:#}"))?,
                &[],
            )
        });
    }
    summary.print();
    if summary.total().failed > 0 {
        // Not by an error: the summary has said it all, and its last line must stay the last.
        std::process::exit(1);
    }
    Ok(())
}
