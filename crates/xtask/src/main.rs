//! Every developer command: `cargo xtask <command>`.
//!
//! One file (or folder) a command. A new command is a variant of [`Command`], a line in [`run`] and a module.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool")]

mod build;
mod places;
mod process;
mod setup;

use anyhow::Result;
use build::{Browser, Mode};
use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Every developer command of Clauselight.")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Set up what is missing: WASM target, npm packages, browsers.
    Setup,
    /// Build the unpacked extension under `dist/<browser>`.
    Build {
        /// Only this browser; both without.
        #[arg(long)]
        browser: Option<Browser>,
        /// As it is shipped: optimised, and within the size budget.
        #[arg(long)]
        release: bool,
    },
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Setup => setup::everything().map(drop),
        Command::Build { browser, release } => {
            let mode = if release { Mode::Release } else { Mode::Development };
            build::run(Browser::these(browser), mode)
        }
    }
}
