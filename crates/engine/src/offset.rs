//! Byte and UTF-16 offsets as distinct types, and the one place that converts between them.

use serde::{Deserialize, Serialize};

/// A position in UTF-8 text, counted in bytes.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct ByteOffset(pub u32);

/// A position in text as browsers count it, in UTF-16 code units.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Utf16Offset(pub u32);

/// A half-open range of bytes in a [`crate::Document`]'s text.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct Span {
    /// First byte.
    pub start: ByteOffset,
    /// One past the last byte.
    pub end: ByteOffset,
}

/// A half-open range of UTF-16 code units in a document's text.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct Utf16Span {
    /// First code unit.
    pub start: Utf16Offset,
    /// One past the last code unit.
    pub end: Utf16Offset,
}

impl Span {
    /// The span from `start` to `end` in bytes; an inverted pair gives an empty span at `start`.
    /// Offsets past 4 GiB saturate: no document is that long (see [`crate::MAX_TEXT_BYTES`]).
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |n: usize| ByteOffset(u32::try_from(n).unwrap_or(u32::MAX));
        Self {
            start: clamp(start),
            end: clamp(end.max(start)),
        }
    }

    /// The span as a range for indexing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start.0 as usize..self.end.0 as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.range().len()
    }

    /// Whether the span covers nothing.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Whether `other` lies wholly inside this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// Converts byte spans of `text` to UTF-16 spans, in one pass over the text however many there are.
/// A span that does not lie on character boundaries is widened to the next boundary; one that
/// points past the end is cut there. The result has the order of `spans`.
pub fn to_utf16(text: &str, spans: &[Span]) -> Vec<Utf16Span> {
    let mut points: Vec<usize> = spans
        .iter()
        .flat_map(|s| [s.range().start, s.range().end])
        .collect();
    points.sort_unstable();
    points.dedup();
    let mut converted = Vec::with_capacity(points.len());
    let mut units = 0u32;
    let mut chars = text.char_indices().peekable();
    for &point in &points {
        while let Some((_, c)) = chars.next_if(|&(at, _)| at < point) {
            units += c.len_utf16() as u32;
        }
        converted.push(Utf16Offset(units));
    }
    let look_up = |byte: usize| match points.binary_search(&byte) {
        Ok(i) => converted[i],
        Err(_) => Utf16Offset(units),
    };
    spans
        .iter()
        .map(|s| Utf16Span {
            start: look_up(s.range().start),
            end: look_up(s.range().end),
        })
        .collect()
}

/// Converts UTF-16 offsets (ascending) into byte offsets of `text`, in one pass. Offsets past the
/// end give the text's length; one inside a surrogate pair gives the end of that character.
pub fn to_bytes(text: &str, ascending: impl IntoIterator<Item = Utf16Offset>) -> Vec<ByteOffset> {
    let mut units = 0u32;
    let mut chars = text.char_indices();
    let mut at = 0usize;
    ascending
        .into_iter()
        .map(|offset| {
            while units < offset.0 {
                match chars.next() {
                    Some((i, c)) => {
                        units += c.len_utf16() as u32;
                        at = i + c.len_utf8();
                    }
                    None => break,
                }
            }
            ByteOffset(u32::try_from(at).unwrap_or(u32::MAX))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn converts_beyond_the_basic_plane() {
        let text = "a é 😀 z";
        let start = text.find('z').unwrap();
        let emoji = text.find('😀').unwrap();
        let got = to_utf16(
            text,
            &[Span::new(start, start + 1), Span::new(emoji, emoji + 4)],
        );
        assert_eq!(got[0].start, Utf16Offset(7));
        assert_eq!((got[1].start, got[1].end), (Utf16Offset(4), Utf16Offset(6)));
        let back = to_bytes(
            text,
            [
                Utf16Offset(4),
                Utf16Offset(6),
                Utf16Offset(7),
                Utf16Offset(99),
            ],
        );
        assert_eq!(
            back,
            [emoji, emoji + 4, start, text.len()].map(|n| ByteOffset(n as u32))
        );
    }

    proptest::proptest! {
        #[test]
        fn there_and_back(text in "\\PC{0,60}") {
            let spans: Vec<Span> = text.char_indices().map(|(i, c)| Span::new(i, i + c.len_utf8())).collect();
            let there = to_utf16(&text, &spans);
            let back = to_bytes(&text, there.iter().map(|s| s.end));
            proptest::prop_assert_eq!(back, spans.iter().map(|s| s.end).collect::<Vec<_>>());
        }
    }
}
