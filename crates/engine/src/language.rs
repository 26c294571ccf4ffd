//! Tells the language of a document: from its script and most common small words, helped by what it declares.

use crate::Document;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Small words that are frequent in one language and rare in the others, folded.
const SMALL_WORDS: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "the", "and", "of", "to", "you", "your", "we", "or", "that", "with", "for", "our",
        ],
    ),
    (
        "fr",
        &[
            "les", "des", "vous", "nous", "et", "vos", "pour", "est", "une", "dans", "sur", "aux",
        ],
    ),
    (
        "de",
        &[
            "und", "die", "der", "das", "wir", "sie", "ihre", "nicht", "werden", "zu", "mit", "von",
        ],
    ),
    (
        "es",
        &[
            "los", "las", "usted", "para", "una", "por", "sus", "nuestros", "que", "del", "con",
            "y",
        ],
    ),
    (
        "it",
        &[
            "il", "che", "di", "nostri", "gli", "della", "dei", "per", "sono", "dati", "utente",
            "e",
        ],
    ),
    (
        "pt",
        &[
            "os", "voce", "nao", "seus", "para", "uma", "dos", "nos", "nossos", "com", "ou", "ao",
        ],
    ),
    (
        "nl",
        &[
            "het", "een", "van", "wij", "uw", "niet", "voor", "en", "dat", "zijn", "onze", "je",
        ],
    ),
    (
        "pl",
        &[
            "nie",
            "sie",
            "na",
            "do",
            "oraz",
            "jest",
            "przez",
            "w",
            "z",
            "uzytkownika",
            "dane",
            "lub",
        ],
    ),
    (
        "fi",
        &[
            "ja", "on", "tai", "sinun", "voimme", "etta", "ovat", "emme", "kaytamme", "palvelun",
        ],
    ),
    (
        "sv",
        &[
            "och", "att", "det", "som", "inte", "vi", "dina", "eller", "av", "till",
        ],
    ),
    (
        "da",
        &[
            "og", "at", "det", "ikke", "vi", "dine", "eller", "af", "til", "som",
        ],
    ),
    (
        "cs",
        &[
            "se", "na", "nebo", "jsou", "vase", "pro", "ze", "jako", "nase", "muze",
        ],
    ),
    (
        "tr",
        &[
            "ve",
            "bir",
            "icin",
            "veya",
            "bu",
            "ile",
            "olarak",
            "sizin",
            "kisisel",
            "verileriniz",
        ],
    ),
];

/// The language as a primary subtag (`en`), or empty where none can be told.
pub(crate) fn language_of(document: &Document) -> String {
    let declared: String = document
        .lang
        .chars()
        .take_while(|c| c.is_ascii_alphabetic())
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let mut counts = vec![0usize; SMALL_WORDS.len()];
    let (mut kana, mut han, mut hangul, mut cyrillic, mut arabic, mut letters) =
        (0usize, 0, 0, 0, 0, 0usize);
    let small = small_words();
    let mut folded = String::new();
    let sample = sample(document.text(), 24_000);
    for word in sample
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
    {
        for c in word.chars() {
            letters += 1;
            match c {
                '\u{3040}'..='\u{30ff}' => kana += 1,
                '\u{4e00}'..='\u{9fff}' => han += 1,
                '\u{ac00}'..='\u{d7af}' => hangul += 1,
                '\u{0400}'..='\u{04ff}' => cyrillic += 1,
                '\u{0600}'..='\u{06ff}' => arabic += 1,
                _ => {}
            }
        }
        if word.len() <= 12 {
            folded.clear();
            folded.extend(word.chars().map(crate::text::fold_char));
            for &language in small
                .get(folded.as_str())
                .map(Vec::as_slice)
                .unwrap_or_default()
            {
                counts[language] += 1;
            }
        }
    }
    if letters == 0 {
        return declared;
    }
    let share = |n: usize| n * 100 / letters;
    if share(kana) >= 5 {
        return "ja".to_owned();
    }
    if share(hangul) >= 20 {
        return "ko".to_owned();
    }
    if share(han) >= 20 {
        return "zh".to_owned();
    }
    if share(cyrillic) >= 30 {
        return if matches!(declared.as_str(), "uk" | "bg" | "sr" | "ru") {
            declared
        } else {
            "ru".to_owned()
        };
    }
    if share(arabic) >= 30 {
        return if declared.is_empty() {
            "ar".to_owned()
        } else {
            declared
        };
    }
    let best = counts.iter().enumerate().max_by_key(|(_, n)| **n);
    match best {
        Some((i, &n)) if n >= 3 => {
            let own = SMALL_WORDS
                .iter()
                .position(|s| s.0 == declared)
                .map_or(0, |d| counts[d]);
            // The declaration decides between near equals.
            if own * 10 >= n * 9 && own > 0 {
                declared
            } else {
                SMALL_WORDS[i].0.to_owned()
            }
        }
        _ => declared,
    }
}

/// For each small word the languages that have it, as indices into [`SMALL_WORDS`].
fn small_words() -> &'static HashMap<&'static str, Vec<usize>> {
    static MAP: OnceLock<HashMap<&'static str, Vec<usize>>> = OnceLock::new();
    MAP.get_or_init(|| {
        let mut map: HashMap<&str, Vec<usize>> = HashMap::new();
        for (i, (_, words)) in SMALL_WORDS.iter().enumerate() {
            for word in *words {
                map.entry(word).or_default().push(i);
            }
        }
        map
    })
}

/// The first `bytes` of the text, cut at a character boundary.
fn sample(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::language_of;
    use crate::DocumentBuilder;

    fn check(declared: &str, text: &str, expected: &str) {
        let mut b = DocumentBuilder::new("", "", declared);
        b.text(text);
        assert_eq!(language_of(&b.finish()), expected, "{text}");
    }

    #[test]
    fn tells_languages_apart() {
        check(
            "",
            "We use the data that you give us to train our models.",
            "en",
        );
        check(
            "en",
            "Wir verwenden die Daten nicht, um unsere Modelle zu trainieren, und werden sie löschen.",
            "de",
        );
        check(
            "",
            "Nous utilisons vos données pour entraîner les modèles que nous vous proposons.",
            "fr",
        );
        check("", "我们会使用您的数据训练模型。", "zh");
        check("", "お客様のデータをモデルの学習に使用します。", "ja");
        check("", "", "");
    }
}
