//! Holds the compressed size of each WASM module to `size-budget.toml`.

use super::wasm::Module;
use anyhow::{Context, Result, bail};
use flate2::{Compression, write::GzEncoder};
use std::{collections::BTreeMap, fs, io::Write};

/// Kilobytes (1000 bytes) a module may have after gzip.
type Budget = BTreeMap<String, usize>;

const BUDGET: &str = include_str!("../../size-budget.toml");

/// Prints the sizes; an error where one is over its budget or has none.
pub fn check(modules: &[Module]) -> Result<()> {
    let budget: Budget = toml::from_str(BUDGET).context("reading size-budget.toml")?;
    for module in modules {
        let bytes = fs::read(&module.wasm)?;
        let size = gzipped(&bytes)?;
        let limit = budget.get(module.name).copied();
        let limit =
            limit.with_context(|| format!("size-budget.toml has no line for {}", module.name))?;
        println!(
            "wasm/{}_bg.wasm: {:.1} kB, {:.1} kB gzipped (budget {limit} kB)",
            module.name,
            kilobytes(bytes.len()),
            kilobytes(size),
        );
        if size > limit * 1000 {
            bail!(
                "wasm/{}_bg.wasm is over its budget in crates/xtask/size-budget.toml",
                module.name
            );
        }
    }
    Ok(())
}

fn gzipped(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn kilobytes(bytes: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "printed with one decimal")]
    let bytes = bytes as f64;
    bytes / 1000.0
}
