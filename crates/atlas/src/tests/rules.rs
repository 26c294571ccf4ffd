//! Every rule refuses the record that breaks it, in these very words, and nothing else.
//! A case is a folder of record files with `expected.txt`.

use super::expect;
use crate::{MACHINE, REVIEWED, read_atlas, read_folder};
use std::path::Path;

/// A reviewed record among the derived ones, and a derived one among the reviewed, are refused.
#[test]
fn records_stand_in_their_folder() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let root = tempfile::tempdir().unwrap();
    for folder in [REVIEWED, MACHINE] {
        std::fs::create_dir(root.path().join(folder)).unwrap();
    }
    let put = |case: &str, to: &str| {
        let from = cases.join(case).join("sample.toml");
        std::fs::copy(from, root.path().join(to)).unwrap();
    };
    put("accepted", "platforms/sample.toml");
    assert_eq!(read_atlas(root.path()).unwrap().len(), 1);
    std::fs::rename(
        root.path().join("platforms/sample.toml"),
        root.path().join("machine/sample.toml"),
    )
    .unwrap();
    put("machine-without-way", "platforms/derived.toml");
    let error = read_atlas(root.path()).unwrap_err().to_string();
    assert_eq!(error.matches("stand in `machine`").count(), 2, "{error}");
}

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
