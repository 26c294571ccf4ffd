//! Runs the binary as people and scripts do: its output, its messages and its exit codes.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const TERMS: &str = "<!doctype html><title>Terms of Service</title><nav><a href=/>Home</a></nav><main><h1>Terms of Service</h1>\
    <p>These Terms govern your use of Example. By using Example you agree to these Terms.</p>\
    <p>You may not use it to break the law. We may suspend accounts that do. This Agreement is governed by the law of Norway.</p>\
    <p>We may use your chats to train our models. You can turn this off in the <a href=\"/settings\">account settings</a>.</p></main>";

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clauselight"));
    command.args(arguments).stdin(Stdio::null());
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

fn run_with_input(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = command(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        // The tool stops reading at its bound; the rest has no reader.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn file(folder: &Path, name: &str, content: &[u8]) -> String {
    let path: PathBuf = folder.join(name);
    std::fs::write(&path, content).unwrap();
    path.to_string_lossy().into_owned()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Bad input: exit code 2, nothing on standard output, one line that says `reason`.
fn assert_refused(output: &Output, reason: &str) {
    let message = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{message}");
    assert!(output.stdout.is_empty());
    assert!(
        message.contains(reason) && message.lines().count() == 1,
        "{message}"
    );
    assert!(!message.contains("panicked"));
}

#[test]
fn analyze_prints_the_report_as_json() {
    let folder = tempfile::tempdir().unwrap();
    let page = file(folder.path(), "terms.html", TERMS.as_bytes());
    let output = run(&[
        "analyze",
        "--format",
        "json",
        "--url",
        "https://example.com/terms",
        &page,
    ]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["kind"], "terms");
    for key in [
        "clauses",
        "position",
        "opt_out",
        "tiers",
        "exceptions",
        "summary",
        "problems",
    ] {
        assert!(!report[key].is_null(), "{key} is missing");
    }
    assert!(report["opt_out"]["offered"].is_boolean());
}

#[test]
fn analyze_prints_a_report_for_people_from_standard_input() {
    let output = run_with_input(&["analyze", "-"], TERMS.as_bytes());
    let page = text(&output.stdout);
    assert!(output.status.success());
    assert!(page.starts_with("Terms of Service\n"), "{page}");
    assert!(
        page.contains("Clauses: ") && page.contains("no legal advice"),
        "{page}"
    );
    assert!(
        page.lines().all(|line| line.chars().count() <= 90),
        "{page}"
    );
}

#[test]
fn explain_shows_the_cues_and_why_a_sentence_is_no_clause() {
    let input = b"# Terms of Service\n\nWe use your chats to train our models. You may not use Output to train other models.\n";
    let output = run_with_input(&["explain", "--as", "markdown", "-"], input);
    let told = text(&output.stdout);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(
        told.contains("We use your chats to train our models.\n  = a clause\n"),
        "{told}"
    );
    assert!(
        told.contains("= a rule upon the person") && told.contains("train=train"),
        "{told}"
    );
}

#[test]
fn text_prints_the_main_text() {
    let output = run_with_input(&["text", "-"], TERMS.as_bytes());
    let page = text(&output.stdout);
    assert!(
        page.starts_with("Terms of Service\nThese Terms govern"),
        "{page}"
    );
    assert!(!page.contains("Home"));
}

#[test]
fn page_text_cannot_drive_the_terminal() {
    let output = run_with_input(
        &["text", "--as", "plain", "-"],
        b"Terms \x1b[2J\x1b]0;owned\x07 of service, and much more text.",
    );
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(!output.stdout.contains(&0x1b) && !output.stdout.contains(&7));
}

#[test]
fn detect_goes_on_after_a_bad_file_and_fails_at_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let good = file(folder.path(), "terms.html", TERMS.as_bytes());
    let bad = file(folder.path(), "picture.html", b"\x89PNG\r\n\x1a\n\0\0");
    let plain = file(
        folder.path(),
        "recipe.txt",
        b"Boil the potatoes until soft. Mash them with butter.",
    );
    let output = run(&["detect", "--format", "jsonl", &good, &bad, &plain]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("1 of 3 files"));
    let lines: Vec<serde_json::Value> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(
        (lines[0]["file"].as_str(), &lines[0]["legal"]),
        (Some(&*good), &true.into())
    );
    assert_eq!(lines[0]["kind"], "terms");
    assert!(
        lines[0]["signs"]
            .as_array()
            .is_some_and(|signs| !signs.is_empty())
    );
    assert!(lines[1]["error"].as_str().unwrap().contains("PNG"));
    assert_eq!(
        (&lines[2]["legal"], &lines[2]["kind"]),
        (&false.into(), &"not-legal".into())
    );
}

#[test]
fn bad_input_is_refused_with_a_reason() {
    let folder = tempfile::tempdir().unwrap();
    assert_refused(&run(&["analyze", "no-such-file.html"]), "no-such-file.html");
    assert_refused(
        &run(&["analyze", &folder.path().to_string_lossy()]),
        "is a directory",
    );
    assert_refused(
        &run(&["text", &file(folder.path(), "empty.html", b"")]),
        "no text",
    );
    assert_refused(
        &run(&["text", &file(folder.path(), "a.html", b"%PDF-1.7\n")]),
        "PDF",
    );
    let zeros = vec![0u8; 10_000];
    assert_refused(
        &run(&["analyze", &file(folder.path(), "zeros.html", &zeros)]),
        "binary data",
    );
    assert_refused(
        &run_with_input(&["text", "-"], b"\x1f\x8b\x08\0\0\0"),
        "gzip",
    );
}

#[test]
fn invalid_utf8_is_read_as_what_it_is() {
    let output = run_with_input(
        &["text", "-"],
        b"<p>Caf\xe9 terms, na\xefve but valid in Windows-1252.</p>",
    );
    assert!(text(&output.stdout).starts_with("Café terms, naïve"));
}

#[test]
fn a_page_over_the_bound_is_cut_and_the_report_says_so() {
    let page = "<p>By using this you agree to these terms.</p>\n".repeat(60 * 1024 * 1024 / 47);
    let output = run_with_input(&["analyze", "--format", "json", "-"], page.as_bytes());
    assert!(output.status.success(), "{}", text(&output.stderr));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let problems = report["problems"].as_array().unwrap();
    assert!(
        problems.iter().any(|p| p["problem"] == "truncated"),
        "{problems:?}"
    );
}

#[test]
fn a_closed_pipe_is_no_error() {
    let page = "<p>By using this you agree to these terms.</p>\n".repeat(40_000);
    let folder = tempfile::tempdir().unwrap();
    let path = file(folder.path(), "long.html", page.as_bytes());
    let mut child = command(&["text", &path])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Take a few bytes and hang up, as `head` does.
    let mut few = [0u8; 16];
    child.stdout.take().unwrap().read_exact(&mut few).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(output.stderr.is_empty(), "{}", text(&output.stderr));
}
