//! Checks the records and packs them: a bad record fails the build, with its file and the reason.

// The crate's own modules, so that there is one schema and one set of rules.
#[allow(dead_code)]
#[path = "src/format.rs"]
mod format;
#[path = "src/pack.rs"]
mod pack;
#[allow(dead_code)]
#[path = "src/records.rs"]
mod records;
#[allow(dead_code)]
#[path = "src/schema.rs"]
mod schema;
#[allow(dead_code)]
#[path = "src/validate.rs"]
mod validate;
#[allow(dead_code)]
#[path = "src/words.rs"]
mod words;

use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for watched in ["platforms", "machine", "build.rs", "src"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    let out = PathBuf::from(std::env::var("OUT_DIR")?).join("atlas.bin");
    match records::read_atlas(&PathBuf::from(".")) {
        Ok(platforms) => std::fs::write(out, pack::pack(&platforms)?)?,
        Err(error) => {
            for line in error.to_string().lines() {
                println!("cargo::error={line}");
            }
        }
    }
    Ok(())
}
