//! `eval`: measures the engine on a labelled corpus, unpacking its archives first where it has some.

use crate::{places, process};
use anyhow::{Result, bail};
use clap::Args;
use std::path::PathBuf;

#[derive(Args)]
pub struct Options {
    /// The corpus: labels, and archives or unpacked documents.
    #[arg(long, default_value = "../shared/corpus")]
    corpus: PathBuf,
    /// List every miss and false clause with its reason.
    #[arg(long)]
    misses: bool,
    /// Also by halves of the companies and by language.
    #[arg(long)]
    folds: bool,
    /// Measure throughput instead.
    #[arg(long)]
    speed: bool,
}

pub fn eval(options: &Options) -> Result<()> {
    let corpus = places::root().join(&options.corpus);
    if !corpus.is_dir() {
        bail!(
            "{}: no such corpus. Name one with --corpus DIR: labels/*.json beside latest/<service>/<document>.md, or folders \
             with label.json and document.md such as crates/engine/tests/documents",
            corpus.display()
        );
    }
    let unpack = corpus.join("unpack.sh");
    let unpacked = if unpack.is_file() {
        let target = places::root().join("target/corpus");
        process::run_quietly(std::process::Command::new("bash").arg(&unpack).arg(&target))?;
        target
    } else {
        corpus
    };
    let mut command = process::cargo();
    command
        .args([
            "run",
            "--quiet",
            "--release",
            "--package",
            "clauselight-evaluate",
            "--",
        ])
        .arg(unpacked);
    for (wanted, flag) in [
        (options.misses, "--misses"),
        (options.folds, "--folds"),
        (options.speed, "--speed"),
    ] {
        if wanted {
            command.arg(flag);
        }
    }
    process::run(&mut command)
}
