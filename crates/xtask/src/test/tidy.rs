//! House rules that no linter knows: each rule holds for all files or names those that break it.

use super::outcome::Outcome;
use crate::places::root;
use anyhow::{Context, Result};
use std::{fs, path::Path};

/// A file of the project: its path from the top level, with `/` between folders, and its text (empty for binary ones).
struct File {
    path: String,
    text: String,
}

impl File {
    fn ends(&self, endings: &[&str]) -> bool {
        endings.iter().any(|ending| self.path.ends_with(ending))
    }

    fn under(&self, folders: &[&str]) -> bool {
        folders.iter().any(|folder| self.path.starts_with(folder))
    }

    /// The numbers of the lines that hold one of `words`.
    fn lines_with(&self, words: &[&str]) -> Vec<usize> {
        let lines = self.text.lines().enumerate();
        lines
            .filter(|(_, line)| words.iter().any(|word| line.contains(word)))
            .map(|(at, _)| at + 1)
            .collect()
    }
}

/// What is wrong with a file; empty where nothing is.
type Look = fn(&File) -> Vec<String>;

/// Every rule and how to see that a file breaks it.
const RULES: [(&str, Look); 8] = [
    (
        "every source file says at its top what it is for",
        says_what_for,
    ),
    ("no source file is 600 lines or longer", is_short),
    ("page text is never markup", builds_no_markup),
    ("no test is skipped or left out", skips_no_test),
    ("tests wait for events, not for time", does_not_sleep),
    ("engine and atlas know no browser, clock or file", is_pure),
    ("nothing generated is kept", is_not_generated),
    (
        "text files end with one newline and no spaces at line ends",
        ends_well,
    ),
];

/// Files that must be there.
const NEEDED: [&str; 12] = [
    ".ci/run",
    ".editorconfig",
    ".gitignore",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "clippy.toml",
    "manifest.json",
    "rust-toolchain.toml",
    "rustfmt.toml",
];

/// Folders of other people's or generated files.
const SKIPPED: [&str; 4] = ["target", "dist", "node_modules", ".git"];

/// Checks all rules, and prints what breaks them.
pub fn run() -> Result<Outcome> {
    let mut files = Vec::new();
    collect(&root(), "", &mut files)?;
    let mut all = Outcome::default();
    for (rule, look) in RULES {
        let broken: Vec<String> = files.iter().flat_map(look).collect();
        all = all.and(tell(rule, &broken));
    }
    let missing = NEEDED.iter().filter(|path| !root().join(path).is_file());
    let missing: Vec<String> = missing.map(|path| format!("{path} is missing")).collect();
    Ok(all.and(tell("every file that a project needs is there", &missing)))
}

fn tell(rule: &str, broken: &[String]) -> Outcome {
    println!(
        "{} {rule}",
        if broken.is_empty() {
            "ok    "
        } else {
            "FAILED"
        }
    );
    for line in broken {
        println!("       {line}");
    }
    Outcome::of(broken.is_empty())
}

fn collect(top: &Path, inside: &str, files: &mut Vec<File>) -> Result<()> {
    let folder = top.join(inside);
    for entry in fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if SKIPPED.contains(&name.as_str()) {
            continue;
        }
        let path = if inside.is_empty() {
            name
        } else {
            format!("{inside}/{name}")
        };
        if entry.file_type()?.is_dir() {
            collect(top, &path, files)?;
        } else {
            let text = String::from_utf8(fs::read(entry.path())?).unwrap_or_default();
            files.push(File { path, text });
        }
    }
    Ok(())
}

fn says_what_for(file: &File) -> Vec<String> {
    let marks: &[&str] = match file.path.rsplit('.').next() {
        Some("rs") => &["//!"],
        Some("js" | "mjs") => &["// ", "/**", "/*"],
        Some("css") => &["/*"],
        _ => return Vec::new(),
    };
    let first = file.text.lines().next().unwrap_or_default();
    if marks.iter().any(|mark| first.starts_with(mark)) {
        Vec::new()
    } else {
        vec![file.path.clone()]
    }
}

fn is_short(file: &File) -> Vec<String> {
    let lines = file.text.lines().count();
    let source = file.ends(&[".rs", ".js", ".mjs", ".css"]);
    if source && lines >= 600 {
        vec![format!("{} has {lines} lines", file.path)]
    } else {
        Vec::new()
    }
}

fn builds_no_markup(file: &File) -> Vec<String> {
    // Put together here, so that this file does not break its own rule.
    let words = [
        ["inner", "HTML"],
        ["outer", "HTML"],
        ["insertAdjacent", "HTML"],
        ["inner", "_html"],
        ["DOM", "Parser"],
    ]
    .map(|parts| parts.concat());
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let shipped = file.under(&["extension/", "crates/"])
        && file.ends(&[".rs", ".js", ".html"])
        && !file.path.contains("/tests/");
    at_lines(file, shipped, &words)
}

fn skips_no_test(file: &File) -> Vec<String> {
    let rust = at_lines(file, file.ends(&[".rs"]) && !ours(file), &["#[ignore"]);
    let node = at_lines(
        file,
        file.ends(&[".test.mjs"]),
        &["skip:", ".skip(", ".only(", "only:", ".todo(", "todo:"],
    );
    [rust, node].concat()
}

fn does_not_sleep(file: &File) -> Vec<String> {
    let rust = at_lines(file, file.ends(&[".rs"]) && !ours(file), &["thread::sleep"]);
    let node = at_lines(
        file,
        file.ends(&[".test.mjs"]),
        &["setTimeout", "waitForTimeout"],
    );
    [rust, node].concat()
}

fn is_pure(file: &File) -> Vec<String> {
    let pure = file.under(&["crates/engine/src/", "crates/atlas/src/"]);
    // The reader of record files is for the build and the tools alone, behind the feature `records`.
    let exempt = file.path.contains("/tests/") || file.path == "crates/atlas/src/records.rs";
    let words = [
        "web_sys",
        "js_sys",
        "std::time",
        "std::fs",
        "std::net",
        "std::env",
    ];
    at_lines(file, pure && !exempt, &words)
}

fn is_not_generated(file: &File) -> Vec<String> {
    let generated = file.ends(&[".wasm", ".zip", ".map", ".snap.new", ".orig", ".log"]);
    let picture = file.ends(&[".png"]) && !file.under(&["docs/", "tests/"]);
    if generated || picture {
        vec![file.path.clone()]
    } else {
        Vec::new()
    }
}

fn ends_well(file: &File) -> Vec<String> {
    let source = file.ends(&[".rs", ".js", ".mjs", ".css", ".html", ".toml", ".json"])
        && !file.under(&["tests/fixtures/"]);
    if !source || file.text.is_empty() || file.path.contains("/tests/") {
        return Vec::new();
    }
    let mut broken = Vec::new();
    if !file.text.ends_with('\n') || file.text.ends_with("\n\n") {
        broken.push(format!("{} (its end)", file.path));
    }
    let spaces = file
        .text
        .lines()
        .enumerate()
        .filter(|(_, line)| line.ends_with([' ', '\t']));
    broken.extend(spaces.map(|(at, _)| format!("{}:{}", file.path, at + 1)));
    broken
}

fn at_lines(file: &File, applies: bool, words: &[&str]) -> Vec<String> {
    if !applies {
        return Vec::new();
    }
    file.lines_with(words)
        .into_iter()
        .map(|line| format!("{}:{line}", file.path))
        .collect()
}

/// This file and its neighbours name what they look for.
fn ours(file: &File) -> bool {
    file.under(&["crates/xtask/src/test/"])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(look: Look, path: &str, text: &str) -> bool {
        !look(&File {
            path: path.to_owned(),
            text: text.to_owned(),
        })
        .is_empty()
    }

    #[test]
    fn each_rule_sees_what_breaks_it() {
        let markup = format!("element.inner{} = text;", "HTML");
        let cases: [(Look, &str, &str, &str); 8] = [
            (says_what_for, "a.rs", "use b;", "//! What for.\nuse b;"),
            (is_short, "a.js", &"x\n".repeat(600), &"x\n".repeat(599)),
            (
                builds_no_markup,
                "extension/a.js",
                &markup,
                "element.textContent = text;",
            ),
            (
                skips_no_test,
                "crates/a/b.rs",
                "#[ignore = \"slow\"]",
                "#[test]",
            ),
            (
                does_not_sleep,
                "tests/e2e/a.test.mjs",
                "setTimeout(go, 1)",
                "await seen",
            ),
            (
                is_pure,
                "crates/engine/src/a.rs",
                "use std::fs;",
                "use std::fmt;",
            ),
            (is_not_generated, "extension/a.wasm", "", ""),
            (ends_well, "a.rs", "//! A. \n", "//! A.\n"),
        ];
        for (look, path, bad, good) in cases {
            assert!(broken(look, path, bad), "{path}: {bad:?} breaks a rule");
            if bad != good {
                assert!(!broken(look, path, good), "{path}: {good:?} breaks none");
            }
        }
    }
}
