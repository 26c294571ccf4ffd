//! Every rule refuses the record that breaks it, in these very words, and nothing else.
//! A case is a folder of record files with `expected.txt`.

use super::expect;
use crate::read_folder;
use std::path::Path;

fn check(case: &Path) -> Result<(), String> {
    let found = match read_folder(case) {
        Ok(platforms) => format!("accepted: {}\n", platforms.len()),
        Err(error) => format!("{error}\n"),
    };
    expect(&case.join("expected.txt"), &found)
}

#[test]
fn every_case() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    assert!(cases.len() >= 40, "only {} cases found", cases.len());
    let wrong: Vec<String> = cases.iter().filter_map(|case| check(case).err()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
