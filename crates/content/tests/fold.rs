//! The page port builds the same text, blocks and links as `engine::DocumentBuilder`: the same cases, written and made up, go through
//! both.

use clauselight_engine::{BlockKind, Document, DocumentBuilder, Utf16Span, to_utf16};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde::Serialize;
use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Stdio};

/// One call of a builder.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Step {
    /// Kind, a, b, c as in `blocks` of ARCHITECTURE.md.
    Block([u16; 4]),
    Text(String),
    /// Linked text and its target.
    Link(String, String),
}

fn kind([kind, a, b, c]: [u16; 4]) -> BlockKind {
    match kind {
        0 => BlockKind::Heading { level: a as u8 },
        2 => BlockKind::ListItem { depth: a as u8 },
        3 => BlockKind::Cell {
            table: a >> 1,
            header: a & 1 == 1,
            row: b,
            column: c,
        },
        _ => BlockKind::Paragraph,
    }
}

fn build(steps: &[Step]) -> Document {
    let mut builder = DocumentBuilder::new("", "", "");
    for step in steps {
        match step {
            Step::Block(numbers) => builder.block(kind(*numbers)),
            Step::Text(text) => builder.text(text),
            Step::Link(text, href) => {
                let from = builder.here();
                builder.text(text);
                builder.link_from(from, href);
            }
        }
    }
    builder.finish()
}

/// A document in the form that the page port hands over.
fn as_snapshot(document: &Document) -> Value {
    let spans: Vec<_> = document.blocks().iter().map(|b| b.span).collect();
    let place = |span: &Utf16Span| (span.start.0, span.end.0);
    let blocks: Vec<u32> = document
        .blocks()
        .iter()
        .zip(to_utf16(document.text(), &spans).iter().map(place))
        .flat_map(|(block, (start, end))| {
            let (number, [a, b, c]) = match block.kind {
                BlockKind::Heading { level } => (0, [u32::from(level), 0, 0]),
                BlockKind::Paragraph => (1, [0, 0, 0]),
                BlockKind::ListItem { depth } => (2, [u32::from(depth), 0, 0]),
                BlockKind::Cell {
                    table,
                    row,
                    column,
                    header,
                } => (
                    3,
                    [
                        u32::from(table) << 1 | u32::from(header),
                        row.into(),
                        column.into(),
                    ],
                ),
            };
            [number, start, end, a, b, c]
        })
        .collect();
    let spans: Vec<_> = document.links().iter().map(|l| l.span).collect();
    let links: Vec<Value> = document
        .links()
        .iter()
        .zip(to_utf16(document.text(), &spans).iter().map(place))
        .map(|(link, (start, end))| json!({ "start": start, "end": end, "href": link.href }))
        .collect();
    json!({ "text": document.text(), "blocks": blocks, "links": links })
}

/// Puts cases through the page port's builder in Node and fails where it differs.
fn check(cases: &[Vec<Step>]) {
    let cases: Vec<Value> = cases
        .iter()
        .map(|steps| json!({ "steps": steps, "expected": as_snapshot(&build(steps)) }))
        .collect();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fold/check.mjs");
    let mut node = Command::new("node")
        .arg(script)
        .stdin(Stdio::piped())
        .spawn()
        .expect("Node runs the page port");
    let input = serde_json::to_vec(&cases).expect("cases are JSON");
    node.stdin
        .take()
        .expect("piped above")
        .write_all(&input)
        .expect("Node reads all cases");
    assert!(
        node.wait().expect("Node ends").success(),
        "the page port builds another document; see above"
    );
}

#[test]
fn written_cases() {
    let text = |text: &str| Step::Text(text.to_owned());
    let link = |text: &str| Step::Link(text.to_owned(), "/x".to_owned());
    let paragraph = Step::Block([1, 0, 0, 0]);
    check(&[
        vec![],
        vec![text("no block\nopened")],
        vec![
            Step::Block([0, 2, 0, 0]),
            text("  A \t\r\n heading\u{a0} "),
            paragraph.clone(),
            text(" \u{200b}\u{feff} "),
            paragraph.clone(),
            text("Text"),
        ],
        vec![
            paragraph.clone(),
            text("See "),
            link(" our policy "),
            text("."),
        ],
        vec![
            paragraph.clone(),
            text("See"),
            link(" our"),
            link("policy "),
            link("  "),
            text("."),
        ],
        vec![
            paragraph.clone(),
            text(
                "a\u{85}b\u{1680}c\u{2003}d\u{2028}e\u{202f}f\u{205f}g\u{3000}h\u{180e}i\u{1c}j\u{ad}k",
            ),
        ],
        vec![
            paragraph.clone(),
            text("emoji 😀 "),
            link("and 👩‍👩‍👧"),
            text(" ünïcödé 漢字"),
        ],
        vec![
            Step::Block([2, 3, 0, 0]),
            text("item"),
            Step::Block([3, 5, 1, 2]),
            text("cell"),
            link(""),
        ],
        vec![
            paragraph,
            text("half"),
            text("word "),
            text(" "),
            text("end"),
        ],
    ]);
}

#[test]
fn made_up_cases() {
    let words = "[a-z é😀\u{a0}\u{200b}\u{feff}\u{85}\n\t\u{3000}.]{0,12}";
    let step = prop_oneof![
        (0u16..4, 1u16..6, 0u16..4, 0u16..4).prop_map(|(kind, a, b, c)| {
            let (a, b, c) = match kind {
                0 | 2 => (a, 0, 0),
                3 => (a, b, c),
                _ => (0, 0, 0),
            };
            Step::Block([kind, a, b, c])
        }),
        words.prop_map(Step::Text),
        words.prop_map(|text| Step::Link(text, "/x".to_owned())),
    ];
    let case = proptest::collection::vec(step, 0..12);
    let mut runner = TestRunner::deterministic();
    let cases: Vec<_> = (0..2000)
        .map(|_| {
            case.new_tree(&mut runner)
                .expect("nothing is filtered")
                .current()
        })
        .collect();
    check(&cases);
}
