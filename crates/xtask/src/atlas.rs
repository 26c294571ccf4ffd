//! `atlas`: keeps the dataset; the work is done by `crates/atlas-tools`.

use crate::process;
use anyhow::Result;
use clap::Args;
use std::ffi::OsString;

#[derive(Args)]
pub struct Options {
    /// `derive`, `review`, `check`, `timeline` or `export`, and what they take; `--help` lists all.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<OsString>,
}

pub fn atlas(options: &Options) -> Result<()> {
    let mut command = process::cargo();
    // Optimised: the histories hold thousands of documents. Not `release`, which takes long to link.
    command.args(["run", "--quiet", "--profile", "xtask", "--package"]);
    command.args(["clauselight-atlas-tools", "--"]);
    process::run(command.args(&options.arguments))
}
