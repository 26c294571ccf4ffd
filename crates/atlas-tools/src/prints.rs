//! Writes fingerprints into the files of reviewed records, and leaves everything else in them as
//! somebody wrote it.

use clauselight_atlas::ClausePrint;

/// The record's text with the fingerprints of the document whose `sha256` is `hash`; unchanged
/// where it has no such document.
pub fn with_prints(text: &str, hash: &str, prints: &[ClausePrint]) -> String {
    let mark = format!("sha256 = \"{hash}\"");
    let mut lines: Vec<String> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        if inside && line.starts_with("clauses = ") {
            continue;
        }
        inside = inside && !line.starts_with('[');
        lines.push(line.to_owned());
        if line == mark {
            inside = true;
            if !prints.is_empty() {
                let list: Vec<String> = prints.iter().map(|print| format!("\"{print}\"")).collect();
                lines.push(format!("clauses = [{}]", list.join(", ")));
            }
        }
    }
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::with_prints;
    use clauselight_atlas::ClausePrint;

    #[test]
    fn old_fingerprints_give_way_and_nothing_else_changes() {
        let print = |digit: &str| {
            ClausePrint::parse(&format!("{}-{}", digit.repeat(16), digit.repeat(16))).unwrap()
        };
        let text =
            "# A comment.\n[documents.a]\nsha256 = \"aa\"\n\n[documents.b]\nsha256 = \"bb\"\n";
        let once = with_prints(text, "aa", &[print("1")]);
        assert_eq!(once.lines().count(), text.lines().count() + 1);
        let twice = with_prints(&once, "aa", &[print("2")]);
        assert!(
            twice.contains("2222-") && !twice.contains("1111-"),
            "{twice}"
        );
        assert_eq!(with_prints(&twice, "aa", &[]), text);
        assert_eq!(with_prints(text, "cc", &[print("1")]), text);
    }
}
