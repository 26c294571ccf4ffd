//! What holds of every document, however odd: no panic, exact quotes, ordered spans, and a Report
//! that does not depend on how the reading was cut into steps.

use clauselight_engine::{BlockKind, Document, DocumentBuilder, Reader, analyze, detect, explain};
use proptest::prelude::*;

/// Pieces from which made-up sentences are put together: cues of all sorts, so that readings happen.
const PIECES: &[&str] = &[
    "We ",
    "may use ",
    "your ",
    "conversations ",
    "to train ",
    "our AI models",
    ", unless you ",
    "opt out ",
    "do not ",
    "will never ",
    "improve ",
    "machine learning ",
    "(including ",
    ") ",
    "if you consent ",
    "in your account settings. ",
    "You may not ",
    "third parties ",
    "feedback ",
    "publicly available data ",
    "de-identified ",
    "For more information, see ",
    "except where ",
    "you have not opted out ",
    "; ",
    ": ",
    "e.g. ",
    "1.2 ",
    "(a) ",
    "😀 ",
    "für ",
    "nous ",
    "模型训练",
    "。",
    "学習",
    "\u{200b}",
    "AI",
    " Mistral AI ",
];

fn documents() -> impl Strategy<Value = Document> {
    let sentence =
        prop::collection::vec(prop::sample::select(PIECES), 1..14).prop_map(|p| p.concat());
    let text = prop_oneof![4 => sentence, 1 => "\\PC{0,40}"];
    let kind = prop_oneof![
        (1u8..7).prop_map(|level| BlockKind::Heading { level }),
        Just(BlockKind::Paragraph),
        (1u8..4).prop_map(|depth| BlockKind::ListItem { depth }),
        (0u16..2, 0u16..3, 0u16..3, any::<bool>()).prop_map(|(table, row, column, header)| {
            BlockKind::Cell {
                table,
                row,
                column,
                header,
            }
        }),
    ];
    let language = prop::sample::select(vec!["en", "fr", "de", "zh", "ja", "xx", ""]);
    (
        prop::collection::vec((kind, text, any::<bool>()), 0..24),
        language,
    )
        .prop_map(|(blocks, lang)| {
            let mut builder = DocumentBuilder::new("Terms", "https://example.com/terms", lang);
            for (kind, text, link) in blocks {
                builder.block(kind);
                if link {
                    builder.link(&text, "https://example.com/settings");
                } else {
                    builder.text(&text);
                }
            }
            builder.finish()
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn quotes_are_exact_and_in_order(document in documents()) {
        let report = analyze(&document);
        let mut last = 0;
        for clause in &report.clauses {
            prop_assert_eq!(document.text().get(clause.span.range()), Some(clause.quote.as_str()));
            prop_assert!(clause.span.range().start >= last, "clauses overlap or descend");
            last = clause.span.range().end;
            prop_assert!(!clause.kinds.is_empty() && clause.kinds.is_sorted());
            prop_assert!(document.blocks().iter().any(|b| b.span.contains(clause.span)));
        }
        let count = report.clauses.len();
        let referred = report.summary.lines.iter().flat_map(|l| &l.clauses)
            .chain(report.tiers.iter().flat_map(|t| &t.clauses))
            .chain(report.exceptions.iter().flat_map(|e| &e.clauses))
            .chain(&report.opt_out.clauses);
        for &clause in referred {
            prop_assert!(clause < count, "a clause that is none");
        }
        prop_assert!(!report.summary.headline.is_empty());
    }

    #[test]
    fn a_report_does_not_depend_on_the_steps(document in documents(), step in 1usize..200) {
        let mut reader = Reader::new(&document);
        while reader.step(step) {}
        prop_assert_eq!(reader.finish(), analyze(&document));
    }

    #[test]
    fn explanations_agree_with_the_report(document in documents()) {
        let taken: Vec<_> = explain(&document).into_iter().filter(|e| e.rejected.is_none()).map(|e| e.span).collect();
        let clauses: Vec<_> = analyze(&document).clauses.into_iter().map(|c| c.span).collect();
        prop_assert_eq!(taken, clauses);
    }

    #[test]
    fn detection_bears_any_text(document in documents()) {
        let verdict = detect(&document);
        prop_assert_eq!(verdict.legal, verdict.kind.is_legal());
    }
}
