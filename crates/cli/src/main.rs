//! The native tool `clauselight`: reads legal documents from files or standard input and prints what they say about
//! training AI on people's data.

mod commands;
mod input;
mod people;

use clap::{Parser, Subcommand, ValueEnum};
use std::io::{ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Exit code for input that could not be read.
const BAD_INPUT: u8 = 2;

/// Says what terms and privacy pages state about training AI on people's data. Works on the device; a reading of the
/// text, no legal advice.
#[derive(Debug, Parser)]
#[command(name = "clauselight", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Reads one document and prints the Report
    Analyze {
        /// HTML, Markdown or plain text; `-` for standard input
        file: PathBuf,
        /// `json` for programs, `text` for people
        #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
        format: ReportFormat,
        /// The page's address
        #[arg(long, default_value = "")]
        url: String,
        /// What the input is, where its file ending and content would mislead
        #[arg(long = "as", value_enum)]
        kind: Option<InputKind>,
    },
    /// Shows what was made of each sentence that speaks of training, models or AI, and by which cues
    Explain {
        /// HTML, Markdown or plain text; `-` for standard input
        file: PathBuf,
        /// `jsonl` for programs (one object a sentence), `text` for people
        #[arg(long, value_enum, default_value_t = ListFormat::Text)]
        format: ListFormat,
        /// What the input is, where its file ending and content would mislead
        #[arg(long = "as", value_enum)]
        kind: Option<InputKind>,
    },
    /// Tells for each file what sort of page it is
    Detect {
        /// HTML, Markdown or plain text; `-` for standard input
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// `jsonl` for programs (one object a line), `text` for people
        #[arg(long, value_enum, default_value_t = ListFormat::Text)]
        format: ListFormat,
        /// The page's address, where there is one file
        #[arg(long, default_value = "")]
        url: String,
    },
    /// Prints a document's main text, one block a line
    Text {
        /// HTML, Markdown or plain text; `-` for standard input
        file: PathBuf,
        /// What the input is, where its file ending and content would mislead
        #[arg(long = "as", value_enum)]
        kind: Option<InputKind>,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ReportFormat {
    Json,
    Text,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ListFormat {
    Jsonl,
    Text,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum InputKind {
    Html,
    Markdown,
    Plain,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let done = match arguments.command {
        Command::Analyze {
            file,
            format,
            url,
            kind,
        } => commands::analyze(&mut out, &file, format, &url, kind),
        Command::Explain { file, format, kind } => commands::explain(&mut out, &file, format, kind),
        Command::Detect { files, format, url } => commands::detect(&mut out, &files, format, &url),
        Command::Text { file, kind } => commands::text(&mut out, &file, kind),
    };
    match done.and_then(|()| out.flush().map_err(commands::Failure::from)) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads our output has seen enough (`| head`).
        Err(commands::Failure::Output(e)) if e.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            // What was printed so far belongs before the message; a failure to print it is told as well or not at all.
            let _ = out.flush();
            let _ = writeln!(std::io::stderr(), "clauselight: {failure}");
            ExitCode::from(BAD_INPUT)
        }
    }
}
