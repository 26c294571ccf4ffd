//! The loaded Atlas: finds a platform by host in constant time and unpacks only what is asked for.

use crate::format::{Card, HEADER, MAGIC, fnv1a};
use crate::schema::{Category, Platform};
use crate::validate::name_key;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

static BUNDLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/atlas.bin"));

/// Why a bundle could not be loaded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BundleError {
    /// Not an Atlas, or one of another version.
    #[error("not an Atlas file of this version")]
    NotAnAtlas,
    /// Cut short, or changed after it was written.
    #[error("the Atlas file is damaged")]
    Damaged,
}

/// The dataset.
#[derive(Debug)]
pub struct Atlas {
    bytes: Cow<'static, [u8]>,
    cards: Vec<Card>,
    /// Where the tables start: record ends, places, slots, texts, records.
    record_ends: usize,
    places: usize,
    place_count: usize,
    slots: usize,
    slot_count: usize,
    texts: Range<usize>,
    records: usize,
}

impl Atlas {
    /// The Atlas that this build ships; loaded once.
    pub fn bundled() -> Result<&'static Self, BundleError> {
        static ATLAS: OnceLock<Result<Atlas, BundleError>> = OnceLock::new();
        ATLAS
            .get_or_init(|| Self::from_bytes(BUNDLE))
            .as_ref()
            .map_err(Clone::clone)
    }

    /// Loads a bundle. Any bytes are safe to give.
    pub fn from_bytes(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, BundleError> {
        let bytes = bytes.into();
        if bytes.get(..MAGIC.len()) != Some(&MAGIC[..]) {
            return Err(BundleError::NotAnAtlas);
        }
        let sum = bytes
            .get(MAGIC.len()..HEADER)
            .and_then(|sum| sum.try_into().ok());
        let body = bytes.get(HEADER..).ok_or(BundleError::Damaged)?;
        if sum.map(u64::from_le_bytes) != Some(fnv1a(body)) {
            return Err(BundleError::Damaged);
        }
        Self::index(bytes).ok_or(BundleError::Damaged)
    }

    fn index(bytes: Cow<'static, [u8]>) -> Option<Self> {
        let count = number(&bytes, HEADER)?;
        let place_count = number(&bytes, HEADER + 4)?;
        let slot_count = number(&bytes, HEADER + 8)?;
        let record_ends = HEADER + 12;
        let places = record_ends.checked_add(count.checked_mul(4)?)?;
        let slots = places.checked_add(place_count.checked_mul(8)?)?;
        let texts_at = slots.checked_add(slot_count.checked_mul(4)?)?;
        let texts = texts_at + 4..(texts_at + 4).checked_add(number(&bytes, texts_at)?)?;
        let cards_end = (texts.end + 4).checked_add(number(&bytes, texts.end)?)?;
        let cards: Vec<Card> = postcard::from_bytes(bytes.get(texts.end + 4..cards_end)?).ok()?;
        if cards.len() != count || !slot_count.is_power_of_two() {
            return None;
        }
        let records = cards_end;
        Some(Self {
            bytes,
            cards,
            record_ends,
            places,
            place_count,
            slots,
            slot_count,
            texts,
            records,
        })
    }

    /// What is known of every platform without unpacking its record, by id.
    pub fn cards(&self) -> &[Card] {
        &self.cards
    }

    /// The record with this id.
    pub fn platform(&self, id: &str) -> Option<Platform> {
        self.unpack(self.cards.iter().position(|card| card.id == id)?)
    }

    /// The record that has this name, alias or former name; case, spaces and punctuation are
    /// not looked at. Unpacks all records: for tools, not for pages.
    pub fn named(&self, name: &str) -> Option<Platform> {
        let key = name_key(name);
        (0..self.cards.len())
            .filter_map(|at| self.unpack(at))
            .find(|platform| {
                let former = platform.former_names.iter().map(|former| &former.name);
                [&platform.name]
                    .into_iter()
                    .chain(&platform.aliases)
                    .chain(former)
                    .any(|name| name_key(name) == key)
            })
    }

    /// All records of a category, by id.
    pub fn in_category(&self, category: Category) -> impl Iterator<Item = Platform> + '_ {
        let matching = self
            .cards
            .iter()
            .enumerate()
            .filter(move |(_, c)| c.category == category);
        matching.filter_map(|(at, _)| self.unpack(at))
    }

    /// The platform that a page belongs to. `host` is `location.hostname` (a port and a final
    /// dot are ignored), `path` is `location.pathname` (`?` and `#` end it).
    ///
    /// A record's domain covers its subdomains and nothing else; a record's `host/path` covers
    /// the pages below that path and goes before the same host without a path.
    pub fn lookup(&self, host: &str, path: &str) -> Option<Platform> {
        self.unpack(self.find(host, path)?)
    }

    /// As [`Self::lookup`], without unpacking the record.
    pub fn lookup_card(&self, host: &str, path: &str) -> Option<&Card> {
        self.cards.get(self.find(host, path)?)
    }

    fn find(&self, host: &str, path: &str) -> Option<usize> {
        let host = host.split(':').next()?;
        let host = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
        if host.len() > 253 {
            return None;
        }
        let path = path.split(['?', '#']).next()?.trim_matches('/');
        let mut rest = host.as_str();
        loop {
            if let Some(platform) = self.find_exact(rest, path) {
                return Some(platform);
            }
            rest = rest.split_once('.')?.1;
        }
    }

    /// The platform at exactly this host.
    fn find_exact(&self, host: &str, path: &str) -> Option<usize> {
        let mask = self.slot_count - 1;
        let start = (fnv1a(host.as_bytes()) & mask as u64) as usize;
        // The table is at most half full; the bound only guards against a forged one.
        for step in 0..self.slot_count {
            let slot = number(&self.bytes, self.slots + ((start + step) & mask) * 4)?;
            let first = slot.checked_sub(1)?;
            if self.place(first)?.0 == host {
                return (first..self.place_count)
                    .map_while(|at| self.place(at).filter(|place| place.0 == host))
                    .find(|(_, scope, _)| is_below(path, scope))
                    .map(|(_, _, platform)| platform);
            }
        }
        None
    }

    /// Host, path and platform of a place.
    fn place(&self, at: usize) -> Option<(&str, &str, usize)> {
        if at >= self.place_count {
            return None;
        }
        let row = self.places + at * 8;
        let start = if at == 0 {
            0
        } else {
            number(&self.bytes, row - 8)?
        };
        let end = number(&self.bytes, row)?;
        let text = self.bytes.get(self.texts.clone())?.get(start..end)?;
        let text = std::str::from_utf8(text).ok()?;
        let (host, path) = text.split_once('/').unwrap_or((text, ""));
        Some((host, path, number(&self.bytes, row + 4)?))
    }

    fn unpack(&self, at: usize) -> Option<Platform> {
        if at >= self.cards.len() {
            return None;
        }
        let row = self.record_ends + at * 4;
        let start = if at == 0 {
            0
        } else {
            number(&self.bytes, row - 4)?
        };
        let end = number(&self.bytes, row)?;
        postcard::from_bytes(self.bytes.get(self.records..)?.get(start..end)?).ok()
    }
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(four)).ok()
}

/// Whether `path` is `scope` or lies below it; both without slashes at their ends.
fn is_below(path: &str, scope: &str) -> bool {
    scope.is_empty()
        || path
            .strip_prefix(scope)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
