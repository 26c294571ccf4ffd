//! Measures the engine against labelled documents.
//!
//! `clauselight-evaluate CORPUS [--misses] [--folds] [--speed] [--explain FILE TEXT]`
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command-line tool prints"
)]

use clauselight_evaluate::label::{self, Case};
use clauselight_evaluate::score::{self, Score};
use clauselight_evaluate::speed;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("clauselight-evaluate: {message}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &[String]) -> Result<(), String> {
    let flag = |name: &str| arguments.iter().any(|a| a == name);
    let corpus = arguments
        .iter()
        .find(|a| !a.starts_with("--"))
        .ok_or("usage: clauselight-evaluate CORPUS [--misses] [--folds]")?;
    if let Some(at) = arguments.iter().position(|a| a == "--explain") {
        let (Some(file), Some(text)) = (arguments.get(at + 1), arguments.get(at + 2)) else {
            return Err("usage: --explain FILE TEXT".to_owned());
        };
        let bytes = std::fs::read(file).map_err(|e| e.to_string())?;
        let document = clauselight_html::read(&bytes, Some(clauselight_html::Format::Markdown), "")
            .map_err(|e| e.to_string())?;
        for e in clauselight_engine::explain(&document)
            .iter()
            .filter(|e| e.quote.contains(text))
        {
            let cues: Vec<String> = e
                .cues
                .iter()
                .map(|c| format!("{}={}", c.role, c.words))
                .collect();
            println!("{}\n   {}\n   {:?}", e.quote, cues.join("; "), e.rejected);
        }
        return Ok(());
    }
    if flag("--speed") {
        return speed::measure(Path::new(corpus));
    }
    let cases = label::cases(Path::new(corpus))?;
    if cases.is_empty() {
        return Err(format!("{corpus}: no labels found"));
    }
    let whole = measure(&cases)?;
    if flag("--misses") {
        for miss in &whole.misses {
            println!("{miss}");
        }
    }
    print(&whole, "all");
    if flag("--folds") {
        for fold in 0..2 {
            let part: Vec<Case> = cases
                .iter()
                .filter(|c| company(&c.label.service) % 2 == fold)
                .cloned()
                .collect();
            print(&measure(&part)?, &format!("fold {}", fold + 1));
        }
        let mut languages: Vec<&str> = cases.iter().map(|c| c.label.language.as_str()).collect();
        languages.sort_unstable();
        languages.dedup();
        for language in languages {
            let part: Vec<Case> = cases
                .iter()
                .filter(|c| c.label.language == language)
                .cloned()
                .collect();
            print(&measure(&part)?, language);
        }
    }
    Ok(())
}

/// Spreads companies over folds by name, the same in every run.
fn company(service: &str) -> usize {
    service
        .bytes()
        .fold(7usize, |h, b| h.wrapping_mul(31).wrapping_add(b as usize))
}

fn measure(cases: &[Case]) -> Result<Score, String> {
    let mut score = Score::default();
    for case in cases {
        let bytes =
            std::fs::read(&case.file).map_err(|e| format!("{}: {e}", case.file.display()))?;
        let document = clauselight_html::read(&bytes, Some(clauselight_html::Format::Markdown), "")
            .map_err(|e| format!("{}: {e}", case.file.display()))?;
        let report = clauselight_engine::analyze(&document);
        let explained = clauselight_engine::explain(&document);
        score::add(&mut score, case, &report, &explained);
    }
    Ok(score)
}

fn print(s: &Score, name: &str) {
    println!(
        "{name:8} documents {:3}  clause P {:.3} R {:.3} F1 {:.3}  kinds F1 {:.3}  clause position {:.3}  document position {:.3}  offered {:.3}  mechanism {:.3}  tiers F1 {:.3}  exceptions F1 {:.3}",
        s.documents,
        s.clauses.precision(),
        s.clauses.recall(),
        s.clauses.f1(),
        s.kinds.f1(),
        score::ratio(s.clause_position.0, s.clause_position.1),
        score::ratio(s.document_position, s.documents),
        score::ratio(s.offered, s.documents),
        score::ratio(s.mechanism.0, s.mechanism.1),
        s.tiers.f1(),
        s.exceptions.f1(),
    );
}
