//! Fingerprints of clauses and documents: equal where the words are, whatever the markup.

use crate::words::{ClausePrint, Sha256};
use sha2::Digest;

/// The fingerprint of a clause in the section with these headings, outermost first.
pub fn clause_print(quote: &str, section: &[String]) -> ClausePrint {
    ClausePrint {
        sentence: cut(&words_of(quote)),
        section: cut(&words_of(&section.join(" "))),
    }
}

/// The hash of a document's text, as records hold it: white space is made one space each.
pub fn document_hash(text: &str) -> Option<Sha256> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let hash = sha2::Sha256::digest(text);
    let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    Sha256::try_from(hex).ok()
}

/// Letters and digits, lower case, a space for every run of anything else.
fn words_of(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() {
            words.extend(c.to_lowercase());
        } else if !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
    }
    words.truncate(words.trim_end().len());
    words
}

fn cut(text: &str) -> [u8; 8] {
    let mut first = [0; 8];
    for (to, from) in first.iter_mut().zip(sha2::Sha256::digest(text)) {
        *to = from;
    }
    first
}

#[cfg(test)]
mod tests {
    use super::clause_print;

    #[test]
    fn markup_case_and_punctuation_leave_no_trace() {
        let section = ["4. Your data".to_owned()];
        let one = clause_print("We **train** our models.", &section);
        assert_eq!(
            one,
            clause_print(" we train\nour models", &["4 YOUR DATA".to_owned()])
        );
        assert_eq!(one.to_string().len(), 33);
    }

    #[test]
    fn words_and_sections_do() {
        let section = ["Data".to_owned()];
        let one = clause_print("We train our models.", &section);
        let other = clause_print("We do not train our models.", &section);
        assert_ne!(one.sentence, other.sentence);
        assert_eq!(one.section, other.section);
        let moved = clause_print("We train our models.", &[]);
        assert_eq!(one.sentence, moved.sentence);
        assert_ne!(one.section, moved.section);
    }
}
