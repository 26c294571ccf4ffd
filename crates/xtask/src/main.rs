//! Every developer command: `cargo xtask <command>`.
//!
//! One file (or folder) a command. A new command is a variant of [`Command`], a line in [`run`] and a module.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command-line tool"
)]

mod atlas;
mod build;
mod demo;
mod eval;
mod package;
mod places;
mod process;
mod setup;
mod test;
mod watch;

use anyhow::Result;
use build::{Browser, Mode};
use clap::{Parser, Subcommand};
use std::{ffi::OsString, process::ExitCode};

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    about = "Every developer command of Clauselight."
)]
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
    /// Show the extension at work on a sample terms page.
    Demo(demo::Options),
    /// Run everything that must hold: formatting, lints, tests, end-to-end tests in both browsers.
    Test(test::Options),
    /// Run end-to-end tests alone.
    E2e(test::E2eOptions),
    /// Measure the engine on a labelled corpus.
    Eval(eval::Options),
    /// Derive, review, check, trace and export the records of the Atlas.
    Atlas(atlas::Options),
    /// Make the zips for the stores.
    Package,
    /// Build again whenever a source changes.
    Watch {
        /// Only for this browser; for both without.
        #[arg(long)]
        browser: Option<Browser>,
    },
    /// Called by cargo for each WASM test program.
    #[command(hide = true)]
    WasmRunner {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
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
            let mode = if release {
                Mode::Release
            } else {
                Mode::Development
            };
            build::run(&Browser::these(browser), mode)
        }
        Command::Demo(options) => demo::demo(options),
        Command::Test(options) => test::run(options),
        Command::E2e(options) => test::e2e(&options),
        Command::Eval(options) => eval::eval(&options),
        Command::Atlas(options) => atlas::atlas(&options),
        Command::Package => package::run(),
        Command::Watch { browser } => watch::watch(browser),
        Command::WasmRunner { arguments } => test::wasm_runner(&arguments),
    }
}
