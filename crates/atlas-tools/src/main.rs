//! Keeps the Atlas: derives proposals from archived documents, reviews and checks records, reads
//! histories, exports. No clock inside: days come from the command line.
#![allow(clippy::print_stdout, reason = "a command-line tool")]

mod check;
mod corpus;
mod derive;
mod export;
mod prints;
mod proposal;
mod review;
mod state;
mod timeline;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::path::PathBuf;

#[derive(Parser)]
#[command(name = "clauselight-atlas-tools", about = "Keeps the Atlas.")]
struct Arguments {
    /// The folder with `platforms` and `machine`.
    #[arg(long, global = true, default_value = "crates/atlas")]
    atlas: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Propose records from archived documents
    Derive(derive::Options),
    /// Show proposals against the records on file
    Review(review::Options),
    /// Check all records
    Check(check::Options),
    /// When the state of the training clauses changed, and how
    Timeline(timeline::Options),
    /// All facts as JSON or CSV, with licence and attribution
    Export(export::Options),
}

fn main() -> Result<()> {
    let Arguments { atlas, command } = Arguments::parse();
    match command {
        Command::Derive(options) => derive::run(&atlas, &options),
        Command::Review(options) => review::run(&atlas, &options),
        Command::Check(options) => check::run(&atlas, &options),
        Command::Timeline(options) => timeline::run(&atlas, &options),
        Command::Export(options) => export::run(&atlas, &options),
    }
}
