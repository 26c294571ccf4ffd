//! Splits a block of legal text into sentences: the unit in which clauses are quoted.

/// Abbreviations after which a full stop ends no sentence, folded to lower case.
const ABBREVIATIONS: &[&str] = &[
    "e.g", "i.e", "eg", "ie", "etc", "inc", "ltd", "llc", "corp", "co", "no", "nos", "art", "arts",
    "sec", "sect", "para", "paras", "cl", "vs", "v", "mr", "mrs", "ms", "dr", "st", "u.s", "u.k",
    "e.u", "p.o", "cf", "resp", "approx", "ca", "incl", "excl", "ed", "vol", "fig", "jr", "sr",
    "s.a", "b.v", "n.v", "s.r.l", "z.b", "bzw", "abs", "nr", "u.a", "d.h", "ggf", "evtl", "usw",
    "inkl", "p.ex", "m", "mme", "ej", "p.ej", "sr", "sra", "ud", "uds", "pag", "n", "bijv", "o.a",
    "d.w.z", "blz", "np", "tj", "itd", "m.in", "ust", "pkt", "tzn", "l", "lit", "let", "cons",
    "sig", "dott", "es", "ecc", "a.k.a",
];

/// The byte ranges of the sentences of `text`, without surrounding space. Never empty ranges;
/// every visible character lies in one of them.
pub(crate) fn sentences(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut depth = 0usize;
    let mut opened = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '(' | '（' => {
                if depth == 0 {
                    opened = at;
                }
                depth += 1;
            }
            '。' | '！' | '？' if depth > 0 && is_aside(text, start, opened, at) => {}
            ')' | '）' => depth = depth.saturating_sub(1),
            '。' | '！' | '？' => {
                let mut end = at + c.len_utf8();
                while let Some(&(next, closing)) = chars.peek() {
                    if !matches!(closing, '”' | '’' | '」' | '』' | '）' | ')' | '"') {
                        break;
                    }
                    chars.next();
                    end = next + closing.len_utf8();
                }
                push(text, start, end, &mut found);
                start = end;
                depth = 0;
            }
            '.' | '!' | '?' => {
                let mut end = at + 1;
                while let Some(&(next, closing)) = chars.peek() {
                    if !matches!(
                        closing,
                        '"' | '\'' | '”' | '’' | ')' | '»' | '*' | '_' | ']'
                    ) {
                        break;
                    }
                    if closing == ')' {
                        depth = depth.saturating_sub(1);
                    }
                    chars.next();
                    end = next + closing.len_utf8();
                }
                // A parenthesis that never closes must not swallow the rest of the block.
                if (depth == 0 || end - start > 600) && ends_here(text, start, at, end, c) {
                    push(text, start, end, &mut found);
                    start = end;
                    depth = 0;
                }
            }
            // Bullets that a cell or paragraph writes out itself.
            '•' | '●' | '▪' | '*' | '·'
                if text
                    .get(at + c.len_utf8()..)
                    .is_some_and(|t| t.starts_with([' ', '\u{a0}']))
                    && (at == 0 || text.get(..at).is_some_and(|t| t.ends_with(' '))) =>
            {
                push(text, start, at, &mut found);
                start = at;
                depth = 0;
            }
            _ => {}
        }
    }
    push(text, start, text.len(), &mut found);
    found
}

fn push(text: &str, start: usize, end: usize, found: &mut Vec<std::ops::Range<usize>>) {
    let piece = text.get(start..end).unwrap_or_default();
    let lead = piece.len() - piece.trim_start().len();
    let trimmed = piece.trim();
    if trimmed.is_empty() {
        return;
    }
    // A bare enumerator ("4.", "(b)", "iv.") belongs to the sentence that it numbers.
    if let Some(last) = found.last_mut()
        && is_enumerator(text.get(last.clone()).unwrap_or_default())
    {
        last.end = start + lead + trimmed.len();
        return;
    }
    found.push(start + lead..start + lead + trimmed.len());
}

fn is_enumerator(piece: &str) -> bool {
    let inner = piece.trim_matches(|c: char| !c.is_alphanumeric());
    let roman =
        inner.len() <= 5 && !inner.is_empty() && inner.chars().all(|c| "ivxIVX".contains(c));
    let numbered = !inner.is_empty()
        && inner.len() <= 8
        && inner.chars().all(|c| c.is_ascii_digit() || c == '.');
    let lettered = inner.chars().count() == 1;
    (roman || numbered || lettered) && piece.chars().count() <= 12
}

/// Whether the full stop `at` stands in brackets that were `opened` inside the sentence which began
/// at `start`, as in "当社（以下「甲」という。）は": the sentence goes on behind them.
fn is_aside(text: &str, start: usize, opened: usize, at: usize) -> bool {
    let inside = text
        .get(start..opened)
        .is_some_and(|t| !t.trim().is_empty());
    // A bracket that never closes must not swallow the rest of the block.
    let rest = text.get(at..).unwrap_or_default();
    inside && rest.chars().take(200).any(|c| matches!(c, ')' | '）'))
}

fn ends_here(text: &str, start: usize, at: usize, end: usize, c: char) -> bool {
    let after = text.get(end..).unwrap_or_default();
    let Some(next) = after.chars().next() else {
        return true;
    };
    if !next.is_whitespace() {
        // "...words.Next" occurs where markup vanished; "4.2" and "example.com" are one word.
        let before = text.get(..at).unwrap_or_default().chars().next_back();
        let glued = next.is_uppercase()
            && before.is_some_and(char::is_lowercase)
            && after.chars().nth(1).is_some_and(char::is_lowercase);
        return glued;
    }
    if c != '.' {
        return true;
    }
    let opening = after.trim_start().chars().next();
    let Some(opening) = opening else { return true };
    if opening.is_lowercase() {
        return false;
    }
    let head = text.get(start..at).unwrap_or_default();
    let word = head
        .rsplit(|ch: char| ch.is_whitespace() || ch == '(' || ch == ',')
        .next()
        .unwrap_or_default();
    let folded: String = word.chars().map(super::fold_char).collect();
    if ABBREVIATIONS.contains(&folded.as_str()) {
        // "etc. We" begins anew; "Inc. (the" goes on.
        return folded == "etc" && opening.is_uppercase();
    }
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    !initial
}

#[cfg(test)]
#[allow(clippy::string_slice, reason = "ranges come from the text itself")]
mod tests {
    use super::sentences;

    fn check(text: &str, expected: &[&str]) {
        let got: Vec<&str> = sentences(text).into_iter().map(|r| &text[r]).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn splits_legal_text() {
        check(
            "We do. You may not! Why?",
            &["We do.", "You may not!", "Why?"],
        );
        check(
            "4.2. Training. We use data.",
            &["4.2. Training.", "We use data."],
        );
        check(
            "Acme, Inc. (the “Company”) agrees.",
            &["Acme, Inc. (the “Company”) agrees."],
        );
        check(
            "Data, e.g. Chats, is used. It helps.",
            &["Data, e.g. Chats, is used.", "It helps."],
        );
        check(
            "See Art. 6 GDPR. It applies.",
            &["See Art. 6 GDPR.", "It applies."],
        );
        check(
            "We use it (see below. It is long.) to train. Yes.",
            &["We use it (see below. It is long.) to train.", "Yes."],
        );
        check(
            "我们会使用数据。你可以关闭。",
            &["我们会使用数据。", "你可以关闭。"],
        );
        check(
            "弊社（以下「甲」という。）は使います。（ただし例外がある。）はい。",
            &[
                "弊社（以下「甲」という。）は使います。",
                "（ただし例外がある。）",
                "はい。",
            ],
        );
        check(
            "甲乙（乙丙。丙丁。丁戊",
            &["甲乙（乙丙。", "丙丁。", "丁戊"],
        );
        check("", &[]);
        check("No stop at the end", &["No stop at the end"]);
        check(
            "He said “stop.” Then left.",
            &["He said “stop.”", "Then left."],
        );
    }

    proptest::proptest! {
        #[test]
        fn covers_all_visible_text(text in "[ a-zA-Z.!?()。，「」é\n0-9]{0,80}") {
            let ranges = sentences(&text);
            let mut last = 0;
            for r in &ranges {
                proptest::prop_assert!(r.start >= last && r.end > r.start);
                proptest::prop_assert!(text[last..r.start].trim().is_empty());
                last = r.end;
            }
            proptest::prop_assert!(text[last..].trim().is_empty());
        }
    }
}
