//! What is read of each page under `read/<case>/`: one line a block and a link in `expected.txt`.
//! `UPDATE_EXPECT=1 cargo test -p clauselight-html --test read` writes the files anew; read the difference.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use clauselight_engine::{BlockKind, Document};
use clauselight_html::{Format, read};
use std::fmt::Write;
use std::fs;
use std::path::Path;

fn show(document: &Document) -> String {
    let mut out = format!("title {:?} lang {:?}\n", document.title, document.lang);
    for block in document.blocks() {
        let kind = match block.kind {
            BlockKind::Heading { level } => format!("h{level}"),
            BlockKind::Paragraph => "p".to_owned(),
            BlockKind::ListItem { depth } => format!("li{depth}"),
            BlockKind::Cell {
                table,
                row,
                column,
                header,
            } => {
                format!("{}{table}.{row}.{column}", if header { "th" } else { "td" })
            }
        };
        writeln!(out, "{kind} | {}", document.slice(block.span)).unwrap();
        for link in document.links_in(block.span) {
            writeln!(out, "  -> {} | {}", link.href, document.slice(link.span)).unwrap();
        }
    }
    out
}

fn check(case: &Path) -> Result<(), String> {
    let page = ["html", "md", "txt"]
        .map(|e| case.join("page").with_extension(e))
        .into_iter()
        .find(|p| p.exists());
    let page = page.expect("a case has a page");
    let format = Format::from_ending(&page.to_string_lossy());
    let got = show(&read(&fs::read(&page).unwrap(), format, "https://example.com/").unwrap());
    let file = case.join("expected.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&file, &got).unwrap();
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    if got == expected {
        Ok(())
    } else {
        Err(format!(
            "{}:\n{got}\ninstead of\n{expected}",
            case.display()
        ))
    }
}

#[test]
fn every_case() {
    let mut cases: Vec<_> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/read"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    assert!(cases.len() >= 8, "cases are missing");
    let wrong: Vec<String> = cases.iter().filter_map(|case| check(case).err()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
