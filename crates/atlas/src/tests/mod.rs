//! Tests that need the native half of the crate.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bundle;
mod compare;
mod rules;

use std::path::Path;

/// Compares `found` with the file, or rewrites it under `UPDATE_EXPECT=1`.
fn expect(file: &Path, found: &str) -> Result<(), String> {
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(file, found).unwrap();
    }
    let expected = std::fs::read_to_string(file).unwrap_or_default();
    if found == expected {
        return Ok(());
    }
    Err(format!(
        "{}\n--- expected\n{expected}--- found\n{found}",
        file.display()
    ))
}
