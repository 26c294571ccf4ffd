//! The checked words of a record: dates, addresses, domains. Each can only hold a valid value.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::fmt;

/// Why a word was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BadWord {
    /// Not a day of the calendar between 2000 and 2099, written `YYYY-MM-DD`.
    #[error("`{0}` is not a real date written YYYY-MM-DD")]
    Date(String),
    /// Not an absolute `https:` address.
    #[error("`{0}` is not a plain https: address")]
    Url(String),
    /// Not an e-mail address.
    #[error("`{0}` is not an e-mail address")]
    Email(String),
    /// Not a lower-case domain with an optional path.
    #[error("`{0}` is not a domain such as `example.com` or `example.com/path`")]
    Domain(String),
    /// Neither `EEA` nor a two-letter country code in capitals.
    #[error("`{0}` is neither EEA nor a two-letter country code in capitals")]
    Region(String),
    /// Not two times 16 lower-case hexadecimal digits.
    #[error("`{0}` is not a fingerprint: 16 hexadecimal digits, a hyphen, 16 more")]
    ClausePrint(String),
    /// Not 64 lower-case hexadecimal digits.
    #[error("`{0}` is not a SHA-256 in lower-case hexadecimal")]
    Sha256(String),
}

/// A day of the calendar. Ordered; written `YYYY-MM-DD` in records and in text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(u32);

impl Date {
    /// The day, or why there is none.
    pub fn parse(text: &str) -> Result<Self, BadWord> {
        let bad = || BadWord::Date(text.to_owned());
        let bytes = text.as_bytes();
        let shape = bytes.len() == 10
            && bytes.iter().enumerate().all(|(at, byte)| match at {
                4 | 7 => *byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shape {
            return Err(bad());
        }
        let number = bytes
            .iter()
            .filter(|byte| byte.is_ascii_digit())
            .fold(0, |sum, byte| sum * 10 + u32::from(byte - b'0'));
        Self::from_number(number).ok_or_else(bad)
    }

    /// From the eight digits read as one number, `20260822`.
    fn from_number(number: u32) -> Option<Self> {
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        ((2000..2100).contains(&year) && (1..=days).contains(&day)).then_some(Self(number))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.0 / 10_000,
            self.0 / 100 % 100,
            self.0 % 100
        )
    }
}

/// Text for people's files, a number in the bundle.
impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            serializer.serialize_u32(self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            let text = String::deserialize(deserializer)?;
            Self::parse(&text).map_err(D::Error::custom)
        } else {
            let number = u32::deserialize(deserializer)?;
            Self::from_number(number).ok_or_else(|| D::Error::custom("no real date"))
        }
    }
}

/// The fingerprint of a clause: of its sentence, and of the headings above it. Each is the first
/// 64 bits of a SHA-256; written in hexadecimal with a hyphen between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClausePrint {
    /// Of the sentence: equal where its letters and digits are.
    pub sentence: [u8; 8],
    /// Of the section: equal where the headings' letters and digits are.
    pub section: [u8; 8],
}

impl ClausePrint {
    /// The fingerprint, or why there is none.
    pub fn parse(text: &str) -> Result<Self, BadWord> {
        let half = |hex: &str| -> Option<[u8; 8]> {
            let plain =
                hex.len() == 16 && hex.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
            let number = u64::from_str_radix(hex, 16).ok()?;
            plain.then(|| number.to_be_bytes())
        };
        text.split_once('-')
            .and_then(|(sentence, section)| {
                Some(Self {
                    sentence: half(sentence)?,
                    section: half(section)?,
                })
            })
            .ok_or_else(|| BadWord::ClausePrint(text.to_owned()))
    }
}

impl fmt::Display for ClausePrint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sentence, section) = (
            u64::from_be_bytes(self.sentence),
            u64::from_be_bytes(self.section),
        );
        write!(f, "{sentence:016x}-{section:016x}")
    }
}

/// Text for people's files, sixteen bytes in the bundle.
impl Serialize for ClausePrint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            (self.sentence, self.section).serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for ClausePrint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            let text = String::deserialize(deserializer)?;
            Self::parse(&text).map_err(D::Error::custom)
        } else {
            let (sentence, section) = Deserialize::deserialize(deserializer)?;
            Ok(Self { sentence, section })
        }
    }
}

/// A string type that holds only what its `check` lets through.
macro_rules! checked_text {
    ($(#[$doc:meta])* $name:ident, $bad:ident, $check:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The text itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadWord;
            fn try_from(text: String) -> Result<Self, BadWord> {
                let check: fn(&str) -> bool = $check;
                if check(&text) { Ok(Self(text)) } else { Err(BadWord::$bad(text)) }
            }
        }

        impl From<$name> for String {
            fn from(word: $name) -> Self {
                word.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

checked_text!(
    /// An absolute `https:` address without credentials, port or spaces.
    Url, Url, |text| {
        let Some(rest) = text.strip_prefix("https://") else { return false };
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        text.len() <= 300
            && is_host(host)
            && rest.chars().all(|c| c.is_ascii_graphic() && !"<>\"\\^`{|}".contains(c))
    }
);

checked_text!(
    /// An e-mail address.
    Email, Email, |text| {
        let Some((local, host)) = text.split_once('@') else { return false };
        !local.is_empty()
            && local.len() <= 64
            && local.bytes().all(|b| b.is_ascii_alphanumeric() || b".-_+".contains(&b))
            && !local.starts_with('.')
            && !local.ends_with('.')
            && is_host(host)
    }
);

checked_text!(
    /// A domain with all its subdomains, or, where a path follows, only the pages below that path.
    Domain, Domain, |text| {
        match text.split_once('/') {
            None => is_host(text),
            Some((host, path)) => {
                is_host(host)
                    && !path.is_empty()
                    && path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
                    && path.bytes().all(|b| b.is_ascii_graphic() && !b"?#%\\".contains(&b))
                    && path.len() <= 100
            }
        }
    }
);

checked_text!(
    /// `EEA`, or a two-letter country code in capitals.
    Region, Region, |text| {
        text == "EEA" || (text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()))
    }
);

checked_text!(
    /// SHA-256 of a document's text after every run of white space was made one space.
    Sha256, Sha256, |text| {
        text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
    }
);

impl Domain {
    /// The host part.
    pub fn host(&self) -> &str {
        self.0
            .split_once('/')
            .map_or(self.0.as_str(), |(host, _)| host)
    }

    /// The path without slashes at either end; empty where the whole host is meant.
    pub fn path(&self) -> &str {
        self.0.split_once('/').map_or("", |(_, path)| path)
    }
}

/// A lower-case host of at least two labels that is no IP address.
fn is_host(text: &str) -> bool {
    let labels: Vec<&str> = text.split('.').collect();
    text.len() <= 253
        && labels.len() >= 2
        && labels.iter().all(|label| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        })
        && labels
            .last()
            .is_some_and(|top| top.bytes().any(|b| b.is_ascii_lowercase()))
}
