//! `cargo xtask demo`: the extension at work on the sample terms page.

use crate::{
    build::{self, Browser, Mode},
    process::{node, run},
    setup,
};
use anyhow::{Context, Result, bail};
use std::{env, path::PathBuf};

/// What to show, and how.
#[derive(clap::Args)]
pub struct Options {
    /// In this browser; without, in the first that is installed.
    #[arg(long)]
    browser: Option<Browser>,
    /// Without a window: waits for the overlay, says what it says, and ends.
    #[arg(long)]
    headless: bool,
    /// Save a picture (PNG) of the page with the overlay.
    #[arg(long, value_name = "FILE")]
    screenshot: Option<PathBuf>,
}

/// Sets up, builds, and opens a browser with the extension on the sample page.
pub fn demo(options: Options) -> Result<()> {
    if !options.headless && !has_display() {
        bail!("this machine has no display; use: cargo xtask demo --headless --screenshot FILE");
    }
    setup::for_building()?;
    let browser = match options.browser {
        Some(browser) => setup::browsers::ensure(browser)?,
        None => match setup::browsers::first_installed(&Browser::ALL)? {
            Some(installed) => installed,
            None => setup::browsers::ensure(Browser::Chrome)?,
        },
    };
    build::extensions(&[browser.browser], Mode::Release)?;

    let mut script = node("tests/e2e/lib/demo.mjs");
    script
        .env("BROWSER", browser.browser.name())
        .env(browser.browser.variable(), &browser.path);
    if options.headless {
        script.arg("--headless");
    }
    if let Some(file) = options.screenshot {
        // The script runs in the project, not where the command was typed.
        let file = env::current_dir()
            .context("finding the current folder")?
            .join(file);
        script.arg("--screenshot").arg(file);
    }
    run(&mut script)
}

fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
