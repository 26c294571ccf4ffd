//! Which kind each page under `detect/<case>/` is: `page.html` or `page.md`, and the kind in `expected.txt`.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;

fn check(case: &Path) -> Result<(), String> {
    let name = case.file_name().unwrap().to_string_lossy().into_owned();
    let page = ["page.html", "page.md"]
        .map(|p| case.join(p))
        .into_iter()
        .find(|p| p.exists())
        .unwrap();
    let format = clauselight_html::Format::from_ending(&page.to_string_lossy());
    let document = clauselight_html::read(&fs::read(page).unwrap(), format, "").unwrap();
    let verdict = clauselight_engine::detect(&document);
    let kind = serde_json::to_value(verdict.kind).unwrap();
    let expected = fs::read_to_string(case.join("expected.txt")).unwrap();
    let agrees = kind == expected.trim() && verdict.legal == verdict.kind.is_legal();
    if agrees {
        Ok(())
    } else {
        Err(format!(
            "{name}: {kind} for {} {:#?}",
            expected.trim(),
            verdict.signs
        ))
    }
}

#[test]
fn every_case() {
    let mut cases: Vec<_> =
        fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/detect"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
    cases.sort();
    assert!(cases.len() >= 25, "cases are missing");
    let wrong: Vec<String> = cases.iter().filter_map(|case| check(case).err()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
