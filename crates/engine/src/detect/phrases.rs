//! Finds many phrases in one pass over a text, without allocating: looks words up by a hash of their letters, and
//! compares the few phrases that begin so. Case, typographic apostrophes and dashes make no difference. A phrase
//! begins and ends at the edges of words, except in scripts that set none.

/// Slots of the table; a power of two well above the number of phrases.
const SLOTS: usize = 4096;

/// Phrases to find, each with a number.
#[derive(Debug)]
pub(super) struct Phrases {
    /// For each hash, the numbers of the phrases that begin with such a word, as a range of `order`.
    slots: Vec<(u16, u16)>,
    order: Vec<u16>,
    phrases: Vec<&'static str>,
}

impl Phrases {
    /// A finder of these phrases, which must be lower case; the number of a phrase is its place in the list.
    pub fn new(phrases: impl IntoIterator<Item = &'static str>) -> Self {
        let phrases: Vec<&'static str> = phrases.into_iter().take(u16::MAX as usize).collect();
        let mut order: Vec<(usize, u16)> = phrases
            .iter()
            .enumerate()
            .map(|(i, p)| (slot_of(first_word(p).0), i as u16))
            .collect();
        order.sort_unstable();
        let mut slots = vec![(0, 0); SLOTS];
        for (at, (slot, _)) in order.iter().enumerate() {
            let range = &mut slots[*slot];
            if range.0 == range.1 {
                *range = (at as u16, at as u16);
            }
            range.1 = at as u16 + 1;
        }
        Self {
            slots,
            order: order.into_iter().map(|(_, i)| i).collect(),
            phrases,
        }
    }

    /// Calls `found` with the number, start and end of each phrase that stands in `text`; returns how many words the
    /// text has (two characters of a script without spaces count as one).
    pub fn find(&self, text: &str, mut found: impl FnMut(usize, usize, usize)) -> usize {
        let (mut words, mut dense) = (0, 0);
        let mut rest = text;
        while let Some(c) = first_char(rest) {
            let at = text.len() - rest.len();
            if !is_word(c) {
                rest = tail(rest, c.len_utf8());
                continue;
            }
            let (hash, length) = first_word(rest);
            if is_dense(c) {
                dense += 1
            } else {
                words += 1
            }
            let (from, to) = self.slots[slot_of(hash)];
            for number in &self.order[from as usize..to as usize] {
                if let Some(end) = stands_in(self.phrases[*number as usize], rest) {
                    found(*number as usize, at, at + end);
                }
            }
            rest = tail(rest, length);
        }
        words + dense / 2
    }
}

fn tail(text: &str, from: usize) -> &str {
    text.get(from..).unwrap_or_default()
}

/// The first character; most are ASCII, which need no decoding.
fn first_char(text: &str) -> Option<char> {
    match text.as_bytes().first() {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        _ => text.chars().next(),
    }
}

/// Scripts that set no spaces: each character begins a word.
fn is_dense(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

fn is_word(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric()
    } else {
        c.is_alphanumeric()
    }
}

/// The character that stands for `c` in comparisons.
fn folded(c: char) -> char {
    match c {
        '\u{2019}' | '\u{2018}' | '\u{2bc}' => '\'',
        '\u{2010}'..='\u{2015}' => '-',
        c if c.is_ascii() => c.to_ascii_lowercase(),
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

/// A hash of the first word of `text`, and its length in bytes.
fn first_word(text: &str) -> (u32, usize) {
    let mut hash = 0x811c_9dc5_u32;
    let mut length = 0;
    while let Some(c) = first_char(tail(text, length)) {
        if !is_word(c) || (length > 0 && is_dense(c)) {
            break;
        }
        hash = (hash ^ u32::from(folded(c))).wrapping_mul(0x0100_0193);
        length += c.len_utf8();
        if is_dense(c) {
            break;
        }
    }
    (hash, length.max(1))
}

fn slot_of(hash: u32) -> usize {
    (hash ^ (hash >> 15)) as usize % SLOTS
}

/// Where in `text` the phrase that `text` begins with ends.
fn stands_in(phrase: &str, text: &str) -> Option<usize> {
    // ASCII up to the first difference, which rules most candidates out.
    let same =
        |(wanted, byte): &(u8, u8)| wanted.is_ascii() && byte.to_ascii_lowercase() == *wanted;
    let length = phrase.bytes().zip(text.bytes()).take_while(same).count();
    let (wanted, mut rest) = (tail(phrase, length), tail(text, length));
    let mut last = phrase
        .as_bytes()
        .get(length.wrapping_sub(1))
        .map_or(' ', |b| char::from(*b));
    for wanted in wanted.chars() {
        let c = first_char(rest)?;
        if folded(c) != wanted {
            return None;
        }
        rest = tail(rest, c.len_utf8());
        last = c;
    }
    let ends = is_dense(last) || first_char(rest).is_none_or(|c| !is_word(c) || is_dense(c));
    let length = text.len() - rest.len();
    ends.then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str) -> Vec<(usize, &str)> {
        let phrases = Phrases::new([
            "terms",
            "terms of service",
            "l'utilisateur",
            "利用規約",
            "é",
            "co-op",
        ]);
        let mut all = Vec::new();
        phrases.find(text, |number, start, end| {
            all.push((number, text.get(start..end).unwrap()))
        });
        all
    }

    #[test]
    fn finds_phrases_at_edges_of_words_in_any_case() {
        assert_eq!(
            find("The Terms of Service."),
            [(0, "Terms"), (1, "Terms of Service")]
        );
        assert_eq!(find("determs termsx terms-x"), [(0, "terms")]);
        assert_eq!(find("L’Utilisateur"), [(2, "L’Utilisateur")]);
        assert_eq!(find("本利用規約は"), [(3, "利用規約")]);
        assert_eq!(find("É Co‑op"), [(4, "É"), (5, "Co‑op")]);
        assert_eq!(find("terms of servic"), [(0, "terms")]);
    }

    #[test]
    fn counts_words() {
        let phrases = Phrases::new(["x"]);
        assert_eq!(
            phrases.find("one two, three-four 利用規約", |_, _, _| ()),
            6
        );
    }

    proptest::proptest! {
        #[test]
        fn never_panics_and_reports_true_places(text in "\\PC{0,80}") {
            let phrases = Phrases::new(["a", "a b", "terms", "ß"]);
            phrases.find(&text, |_, start, end| assert!(text.get(start..end).is_some()));
        }
    }
}
