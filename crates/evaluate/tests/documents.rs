//! The project's own documents: what the engine says of each stands beside it in `report.txt`, to be
//! reviewed by eye (`UPDATE_SNAPSHOTS=1 cargo test -p clauselight-evaluate` writes it anew), and
//! what it should say in `label.json`.
#![allow(clippy::unwrap_used, reason = "a test may stop at anything odd")]

use clauselight_engine::{Report, analyze};
use clauselight_evaluate::label::{Case, cases};
use clauselight_evaluate::score::{self, Score};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Clause F1 over all documents below which the engine has got worse at its job. Raise it when it gets better.
const LEAST_F1: f64 = 0.80;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../engine/tests/documents")
}

fn report_of(case: &Case) -> (clauselight_engine::Document, Report) {
    let bytes = std::fs::read(&case.file).unwrap();
    let document =
        clauselight_html::read(&bytes, Some(clauselight_html::Format::Markdown), "").unwrap();
    let report = analyze(&document);
    (document, report)
}

/// A Report as text that a person can review: every field that a face shows.
fn told(report: &Report) -> String {
    let word = |v: serde_json::Value| v.as_str().map_or_else(|| v.to_string(), str::to_owned);
    let name = |v: &dyn erased::Name| word(v.name());
    let mut out = String::new();
    writeln!(
        out,
        "{} in {}: {}",
        name(&report.kind),
        report.language,
        name(&report.position)
    )
    .unwrap();
    writeln!(out, "{}", report.summary.headline).unwrap();
    for line in &report.summary.lines {
        writeln!(
            out,
            "- {}: {} {:?}",
            name(&line.role),
            line.text,
            line.clauses
        )
        .unwrap();
    }
    let o = &report.opt_out;
    writeln!(
        out,
        "opt-out: {} {} {:?} {:?}",
        o.offered,
        name(&o.mechanism),
        o.target,
        o.links.iter().map(|l| &l.href).collect::<Vec<_>>()
    )
    .unwrap();
    for tier in &report.tiers {
        writeln!(
            out,
            "tier: {} {} {:?}",
            tier.audience.0,
            name(&tier.position),
            tier.clauses
        )
        .unwrap();
    }
    for exception in &report.exceptions {
        writeln!(out, "exception: {} {:?}", exception.name, exception.clauses).unwrap();
    }
    for problem in &report.problems {
        writeln!(out, "problem: {problem:?}").unwrap();
    }
    for (i, clause) in report.clauses.iter().enumerate() {
        let kinds: Vec<String> = clause.kinds.iter().map(|k| name(k)).collect();
        let data: Vec<String> = clause.data.iter().map(|d| name(d)).collect();
        let whom: Vec<&str> = clause.audience.iter().map(|a| a.0.as_str()).collect();
        let position = clause
            .position
            .map_or_else(|| "none".to_owned(), |p| name(&p));
        writeln!(
            out,
            "\n[{i}] {} | {position} | {} | {}",
            kinds.join(", "),
            data.join(", "),
            whom.join(", ")
        )
        .unwrap();
        writeln!(out, "    {}", clause.section.join(" > ")).unwrap();
        writeln!(out, "    {}", clause.quote).unwrap();
    }
    out
}

mod erased {
    //! The serialised name of a word of the Report.
    pub trait Name {
        fn name(&self) -> serde_json::Value;
    }
    impl<T: serde::Serialize> Name for T {
        fn name(&self) -> serde_json::Value {
            serde_json::to_value(self).unwrap_or_default()
        }
    }
}

#[test]
fn reports_are_as_reviewed() {
    let update = std::env::var_os("UPDATE_SNAPSHOTS").is_some();
    let mut changed = Vec::new();
    // The tables of the other languages are still growing; the floor below holds them all.
    for case in cases(&folder())
        .unwrap()
        .into_iter()
        .filter(|c| c.label.language == "en")
    {
        let (document, report) = report_of(&case);
        for clause in &report.clauses {
            assert_eq!(document.slice(clause.span), clause.quote);
        }
        let file = case.file.with_file_name("report.txt");
        let now = told(&report);
        if update {
            std::fs::write(&file, now).unwrap();
        } else if std::fs::read_to_string(&file).unwrap_or_default() != now {
            changed.push(format!("{}:\n{now}", file.display()));
        }
    }
    assert!(
        changed.is_empty(),
        "{} reports changed; review them and run with UPDATE_SNAPSHOTS=1\n{}",
        changed.len(),
        changed.join("\n")
    );
}

#[test]
fn clauses_are_found_as_labelled() {
    let mut score = Score::default();
    let cases = cases(&folder()).unwrap();
    assert!(cases.len() >= 40, "only {} documents", cases.len());
    for case in &cases {
        let (document, report) = report_of(case);
        score::add(
            &mut score,
            case,
            &report,
            &clauselight_engine::explain(&document),
        );
    }
    let f1 = score.clauses.f1();
    assert!(
        f1 >= LEAST_F1,
        "clause F1 {f1:.3} on the project's own documents"
    );
}

#[test]
fn a_language_without_a_table_is_said_to_be_so() {
    let finnish = cases(&folder())
        .unwrap()
        .into_iter()
        .find(|c| c.label.language == "fi")
        .unwrap();
    let (_, report) = report_of(&finnish);
    assert!(report.problems.iter().any(|p| matches!(p, clauselight_engine::Problem::LanguageNotCovered { language } if language == "fi")));
    assert!(report.clauses.is_empty());
}

/// The reference case of the product brief, with its double negative.
#[test]
fn the_reference_case_comes_out_right() {
    let source = "# Terms of Service\n\n## Your data\n\nWe do not use your data to train our models except (a) when you are on the free, Pro or Student plan and have not opted out, (b) when you give feedback, (c) when your data is flagged by moderation. You can opt out in your [account settings](https://example.com/settings).\n";
    let document = clauselight_html::read(
        source.as_bytes(),
        Some(clauselight_html::Format::Markdown),
        "",
    )
    .unwrap();
    let report = analyze(&document);
    let expected = "On the Free, Pro and Student plans, your personal data may be used to train AI, unless you turn it off.";
    assert_eq!(
        report.summary.headline,
        "Trains AI on your data by default. You can turn it off."
    );
    let lines: Vec<&str> = report
        .summary
        .lines
        .iter()
        .map(|l| l.text.as_str())
        .collect();
    assert!(lines.contains(&expected), "{lines:?}");
    assert!(
        lines.contains(&"Data on other plans is not used."),
        "{lines:?}"
    );
    assert!(
        lines.contains(&"Feedback you give and content flagged for safety may be used even then."),
        "{lines:?}"
    );
    assert_eq!(
        report.opt_out.target.as_deref(),
        Some("https://example.com/settings")
    );
}

/// The same as a list: the stem's "not … except:" reaches its items.
#[test]
fn exceptions_in_a_list_are_uses() {
    let source = "# Terms of Service\n\n## Your notes\n\nWe do not use Your Notes to train our AI models, except:\n\n- when you are on the Free, Pro or Student plan and have not opted out;\n- when you give us feedback on an answer; or\n- when our moderation has flagged the note.\n\nYou can opt out at any time in your [account settings](https://example.com/s).\n";
    let document = clauselight_html::read(
        source.as_bytes(),
        Some(clauselight_html::Format::Markdown),
        "",
    )
    .unwrap();
    let report = analyze(&document);
    let lines: Vec<&str> = report
        .summary
        .lines
        .iter()
        .map(|l| l.text.as_str())
        .collect();
    assert_eq!(
        report.position,
        clauselight_engine::DocumentPosition::OptOut
    );
    assert!(
        lines
            .iter()
            .any(|l| l.starts_with("On the Free, Pro and Student plans,")),
        "{lines:?}"
    );
    assert!(
        lines.contains(&"Data on other plans is not used."),
        "{lines:?}"
    );
    assert!(
        lines.contains(&"Feedback you give and content flagged for safety may be used even then."),
        "{lines:?}"
    );
}
