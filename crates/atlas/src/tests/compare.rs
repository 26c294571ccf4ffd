//! The comparison, as a table in a file, from a small Atlas written for the test.

use super::expect;
use crate::{Atlas, Attribute, ColumnRole, Comparison, NOT_ON_RECORD, pack, read_folder};
use clauselight_engine::{
    DocumentPosition, Exception, Mechanism, OptOut, PageKind, Report, Summary,
};
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compare")
}

fn atlas() -> Atlas {
    Atlas::from_bytes(pack(&read_folder(&folder()).unwrap()).unwrap()).unwrap()
}

fn report(position: DocumentPosition) -> Report {
    Report {
        kind: PageKind::Privacy,
        language: "en".into(),
        position,
        clauses: Vec::new(),
        tiers: Vec::new(),
        opt_out: OptOut {
            offered: true,
            mechanism: Mechanism::Email,
            target: None,
            links: Vec::new(),
            clauses: Vec::new(),
        },
        exceptions: vec![Exception {
            name: "feedback".into(),
            clauses: Vec::new(),
        }],
        summary: Summary {
            headline: String::new(),
            lines: Vec::new(),
        },
        problems: Vec::new(),
    }
}

/// The table as text: one paragraph a column, one line a fact.
fn draw(comparison: &Comparison) -> String {
    let mut text = String::new();
    for (at, column) in comparison.columns.iter().enumerate() {
        text += &format!(
            "# {} ({:?}, {:?})\n",
            column.name, column.role, column.position
        );
        for row in &comparison.rows {
            assert_eq!(row.cells.len(), comparison.columns.len());
            text += &format!("{}\n", row.attribute.label());
            let lines = &row.cells[at].lines;
            if lines.is_empty() {
                text += &format!("    {NOT_ON_RECORD}\n");
            }
            for line in lines {
                text += &format!("    {}", line.text);
                if let Some(link) = &line.link {
                    text += &format!(" <{link}>");
                }
                if let Some(citation) = &line.citation {
                    let date = citation.changed.unwrap_or(citation.checked);
                    text += &format!(" [{:?} {date} {}]", citation.confidence, citation.url);
                    if let Some(conflict) = &citation.conflict {
                        text += &format!(" !{conflict}");
                    }
                }
                text += "\n";
            }
        }
        text += "\n";
    }
    text
}

fn check(name: &str, comparison: &Comparison) {
    let attributes: Vec<_> = comparison.rows.iter().map(|row| row.attribute).collect();
    assert_eq!(attributes, Attribute::ALL);
    expect(&folder().join(format!("{name}.txt")), &draw(comparison)).unwrap();
}

#[test]
fn a_platform_beside_its_peers() {
    let atlas = atlas();
    let subject = atlas.platform("middle").unwrap();
    check("platform", &atlas.compare(Some(&subject), None));
}

#[test]
fn a_page_that_is_not_on_record() {
    check(
        "page",
        &atlas().compare(None, Some(&report(DocumentPosition::Prohibits))),
    );
}

#[test]
fn a_page_of_a_platform_on_record() {
    let atlas = atlas();
    let subject = atlas.platform("middle").unwrap();
    check(
        "both",
        &atlas.compare(Some(&subject), Some(&report(DocumentPosition::Silent))),
    );
}

/// Silence is no extreme, and the subject is not its own peer.
#[test]
fn every_bundled_platform_compares() {
    let atlas = Atlas::bundled().unwrap();
    for card in atlas.cards() {
        let subject = atlas.platform(&card.id).unwrap();
        let comparison = atlas.compare(Some(&subject), None);
        let same = comparison
            .columns
            .iter()
            .filter(|c| c.id.as_ref() == Some(&card.id))
            .count();
        assert_eq!(same, 1, "{}", card.id);
        for column in &comparison.columns[1..] {
            assert_ne!(column.role, ColumnRole::Subject);
            assert_ne!(
                column.position,
                Some(DocumentPosition::Silent),
                "{}",
                card.id
            );
        }
        for row in &comparison.rows {
            for line in row.cells.iter().flat_map(|cell| &cell.lines) {
                assert!(line.citation.is_some(), "{}: {}", card.id, line.text);
            }
        }
    }
}
