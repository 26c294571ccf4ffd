//! What class words and ids suggest about an element, as a table of word stems.

/// A set of suggestions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hints(u32);

impl Hints {
    /// A cookie or consent dialog.
    pub const CONSENT: Self = Self(1);
    /// A menu, header, footer, sidebar, breadcrumb.
    pub const FRAME: Self = Self(2);
    /// Related pages, sharing, comments, newsletters, advertising.
    pub const EXTRA: Self = Self(4);
    /// A table of contents.
    pub const CONTENTS: Self = Self(8);

    /// What is there for the eye only, or for screen readers only.
    pub const DECORATION: Self = Self(16);

    /// A footer.
    pub const FOOT: Self = Self(32);

    /// From a number made of the constants' values.
    pub fn from_bits(bits: u32) -> Self {
        Self(bits & 63)
    }

    /// Whether any of `other` is in this set.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets.
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Names that stand alone: vendors of consent dialogs, and words that mean one thing.
const WHOLE: &[(&str, Hints)] = &[
    ("onetrust", Hints::CONSENT),
    ("optanon", Hints::CONSENT),
    ("cookiebot", Hints::CONSENT),
    ("cybotcookiebotdialog", Hints::CONSENT),
    ("didomi", Hints::CONSENT),
    ("truste", Hints::CONSENT),
    ("usercentrics", Hints::CONSENT),
    ("cookieconsent", Hints::CONSENT),
    ("cookiebanner", Hints::CONSENT),
    ("cookiebar", Hints::CONSENT),
    ("gdpr", Hints::CONSENT),
    ("nav", Hints::FRAME),
    ("navbar", Hints::FRAME),
    ("navigation", Hints::FRAME),
    ("menu", Hints::FRAME),
    ("sidebar", Hints::FRAME),
    ("sidenav", Hints::FRAME),
    ("topbar", Hints::FRAME),
    ("footer", Hints::FOOT),
    ("header", Hints::FRAME),
    ("masthead", Hints::FRAME),
    ("breadcrumb", Hints::FRAME),
    ("breadcrumbs", Hints::FRAME),
    ("pagination", Hints::FRAME),
    ("pager", Hints::FRAME),
    ("skip", Hints::FRAME),
    ("dropdown", Hints::FRAME),
    ("related", Hints::EXTRA),
    ("share", Hints::EXTRA),
    ("sharing", Hints::EXTRA),
    ("social", Hints::EXTRA),
    ("comments", Hints::EXTRA),
    ("newsletter", Hints::EXTRA),
    ("subscribe", Hints::EXTRA),
    ("promo", Hints::EXTRA),
    ("sponsor", Hints::EXTRA),
    ("advert", Hints::EXTRA),
    ("recommended", Hints::EXTRA),
    ("feedback", Hints::EXTRA),
    ("toc", Hints::CONTENTS),
    ("tableofcontents", Hints::CONTENTS),
];

/// Pairs: the second word makes the first one mean it.
const PAIRS: &[(&str, &[&str], Hints)] = &[
    (
        "cookie",
        &[
            "banner", "consent", "notice", "bar", "popup", "modal", "dialog", "overlay", "prompt",
            "alert", "confirm",
        ],
        Hints::CONSENT,
    ),
    (
        "cookies",
        &[
            "banner", "consent", "notice", "bar", "popup", "modal", "dialog", "overlay", "prompt",
            "alert", "confirm",
        ],
        Hints::CONSENT,
    ),
    (
        "consent",
        &[
            "banner", "manager", "bar", "popup", "modal", "dialog", "overlay", "prompt",
        ],
        Hints::CONSENT,
    ),
    (
        "privacy",
        &["banner", "popup", "modal", "dialog", "prompt"],
        Hints::CONSENT,
    ),
    ("table", &["contents"], Hints::CONTENTS),
    ("sr", &["only"], Hints::DECORATION),
    ("visually", &["hidden"], Hints::DECORATION),
    ("screen", &["reader"], Hints::DECORATION),
];

/// What the values of `class`, `id` and the like suggest. Words are split at everything but letters and digits, and
/// at a capital letter after a small one.
pub fn hints_of(value: &str) -> Hints {
    let mut hints = Hints::default();
    // Words that could open a pair, and where they stood; long generated class lists need no more.
    let mut word = [0u8; 24];
    for token in value.split_ascii_whitespace() {
        // Utility classes with a variant (`lg:nav`, `[--header:4rem]`) style an element and do not name it.
        if token.contains([':', '[', '(']) {
            continue;
        }
        let mut pair: Option<(&[&str], Hints)> = None;
        let mut length = 0;
        let mut small = false;
        for byte in token.bytes().chain([b' ']) {
            let splits = !byte.is_ascii_alphanumeric() || (byte.is_ascii_uppercase() && small);
            if splits && length > 0 {
                let found = word
                    .get(..length)
                    .and_then(|w| std::str::from_utf8(w).ok())
                    .unwrap_or_default();
                if let Some((_, hint)) = WHOLE.iter().find(|(name, _)| *name == found) {
                    hints = hints.and(*hint);
                }
                if let Some((seconds, hint)) = pair
                    && seconds.contains(&found)
                {
                    hints = hints.and(hint);
                }
                if let Some((_, seconds, hint)) = PAIRS.iter().find(|(first, ..)| *first == found) {
                    pair = Some((seconds, *hint));
                }
                length = 0;
            }
            small = byte.is_ascii_lowercase() || byte.is_ascii_digit();
            if byte.is_ascii_alphanumeric() {
                if let Some(slot) = word.get_mut(length) {
                    *slot = byte.to_ascii_lowercase();
                }
                length += 1;
            }
        }
    }
    hints
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_class_words() {
        for (value, hints) in [
            ("cookie-banner", Hints::CONSENT),
            ("js-cookieBanner", Hints::CONSENT),
            ("ot-sdk-container onetrust", Hints::CONSENT),
            ("cookie-policy-text", Hints::default()),
            ("site-footer__links", Hints::FOOT),
            ("lg:nav [--header-height:3rem] prose", Hints::default()),
            ("canvas menuless", Hints::default()),
            ("table-of-contents", Hints::CONTENTS),
            (
                "a-very-long-word-that-goes-past-the-bufferthatiskeptforit nav",
                Hints::FRAME,
            ),
        ] {
            assert_eq!(hints_of(value), hints, "{value}");
        }
    }
}
