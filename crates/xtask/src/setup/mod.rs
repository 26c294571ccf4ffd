//! Sets up what is missing on a machine with Rust and Node only.

pub mod browsers;
mod npm;
mod wasm_target;

use crate::build::Browser;
use anyhow::Result;

pub use browsers::Installed;
pub use wasm_target::TARGET as WASM_TARGET;

/// What is needed to build the extension.
pub fn for_building() -> Result<()> {
    wasm_target::ensure()?;
    npm::ensure()
}

/// What is needed to build it and to run it in all of `browsers`.
pub fn for_running(browsers: &[Browser]) -> Result<Vec<Installed>> {
    for_building()?;
    browsers
        .iter()
        .map(|browser| browsers::ensure(*browser))
        .collect()
}

/// All that any command needs.
pub fn everything() -> Result<Vec<Installed>> {
    let installed = for_running(&Browser::ALL)?;
    for browser in &installed {
        println!("{}: {}", browser.browser, browser.path.display());
    }
    Ok(installed)
}
