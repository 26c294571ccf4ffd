//! Bytes to text: byte-order mark, UTF-8, declared encoding, Windows-1252; binary data is refused.

use crate::ReadError;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::borrow::Cow;

/// How far into a page its declaration of an encoding is looked for.
const DECLARATION_BYTES: usize = 4096;
/// How much of the input is looked at to tell binary data.
const PROBE_BYTES: usize = 64 * 1024;

/// First bytes of formats that people mistake for pages, with the name to show.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"\xfd7zXZ", "xz data"),
    (b"BZh", "bzip2 data"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a media file"),
    (b"\x7fELF", "a program"),
    (b"\0asm", "a WebAssembly module"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"SQLite format 3", "a database"),
];

/// The text of `bytes`.
///
/// # Errors
/// [`ReadError::Binary`] where a signature or control characters show that this is no text.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    if let Some((_, name)) = SIGNATURES
        .iter()
        .find(|(magic, _)| bytes.starts_with(magic))
    {
        return Err(ReadError::Binary(name));
    }
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => {
            encoding
                .decode_without_bom_handling(bytes.get(mark..).unwrap_or_default())
                .0
        }
        None => match wide(bytes) {
            Some(encoding) => encoding.decode_without_bom_handling(bytes).0,
            None => decode_narrow(bytes)?,
        },
    };
    refuse_controls(&text)?;
    Ok(text)
}

/// UTF-16 without a byte-order mark: every second byte of the beginning is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let probe = bytes.get(..bytes.len().min(512)).unwrap_or_default();
    if probe.len() < 8 {
        return None;
    }
    let zeros = |odd: usize| {
        probe
            .iter()
            .skip(odd)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let half = probe.len() / 2;
    match (zeros(0), zeros(1)) {
        (0, odd) if odd * 10 > half * 8 => Some(encoding_rs::UTF_16LE),
        (even, 0) if even * 10 > half * 8 => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

fn decode_narrow(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    if bytes.iter().take(PROBE_BYTES).any(|b| *b == 0) {
        return Err(ReadError::Binary("with zero bytes"));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(Cow::Borrowed(text)),
        // A character cut off at the very end (an input that was cut) leaves the rest UTF-8.
        Err(e) if e.error_len().is_none() && e.valid_up_to() > 0 => {
            return Ok(UTF_8.decode_without_bom_handling(bytes).0);
        }
        Err(_) => {}
    }
    let declared = declared(bytes).unwrap_or(WINDOWS_1252);
    // A page that says UTF-8 and has a few broken bytes keeps the rest; so does one that is mostly valid.
    let encoding = if declared == WINDOWS_1252 && mostly_utf8(bytes) {
        UTF_8
    } else {
        declared
    };
    Ok(encoding.decode_without_bom_handling(bytes).0)
}

/// The encoding named by `<meta charset>`, `<meta http-equiv>` or `<?xml encoding>`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes
        .get(..bytes.len().min(DECLARATION_BYTES))
        .unwrap_or_default();
    let head = head.to_ascii_lowercase();
    for key in [b"charset".as_slice(), b"encoding".as_slice()] {
        for at in memmem(&head, key) {
            let rest = head.get(at + key.len()..).unwrap_or_default();
            let skip = |b: &&u8| matches!(**b, b' ' | b'\t' | b'\n' | b'"' | b'\'' | b'=');
            if !rest.iter().take_while(skip).any(|b| *b == b'=') {
                continue;
            }
            let label: Vec<u8> = rest
                .iter()
                .skip_while(skip)
                .copied()
                .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':' | b'.'))
                .collect();
            match Encoding::for_label(&label) {
                // A page that can be searched for an ASCII declaration is not UTF-16 (as the HTML standard has it).
                Some(e) if e == encoding_rs::UTF_16LE || e == encoding_rs::UTF_16BE => {
                    return Some(UTF_8);
                }
                Some(e) => return Some(e),
                None => {}
            }
        }
    }
    None
}

fn memmem<'h>(haystack: &'h [u8], needle: &'h [u8]) -> impl Iterator<Item = usize> + 'h {
    haystack
        .windows(needle.len())
        .enumerate()
        .filter(move |(_, w)| *w == needle)
        .map(|(i, _)| i)
}

/// Whether most non-ASCII characters are valid UTF-8, so that the invalid ones are damage.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad * 4
}

/// Text has next to no control characters and few replacement characters.
fn refuse_controls(text: &str) -> Result<(), ReadError> {
    let (mut odd, mut all) = (0usize, 0usize);
    for c in text.chars().take(PROBE_BYTES) {
        all += 1;
        let control = c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{85}');
        odd += usize::from(control || c == char::REPLACEMENT_CHARACTER);
    }
    if odd > 4 && odd * 20 > all {
        return Err(ReadError::Binary("with control characters"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_each_encoding_losslessly() {
        let text = "Datenschutzerklärung – “Übersicht”";
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut marked = vec![0xff, 0xfe];
        marked.extend(&utf16);
        assert_eq!(decode(&marked).unwrap(), text);
        assert_eq!(decode(text.as_bytes()).unwrap(), text);
        let (windows, ..) = WINDOWS_1252.encode(text);
        assert_eq!(decode(&windows).unwrap(), text);
        let page = "<meta charset=\"Shift_JIS\"><p>利用規約";
        let (japanese, ..) = encoding_rs::SHIFT_JIS.encode(page);
        assert_eq!(decode(&japanese).unwrap(), page);
        let page = "<meta http-equiv=Content-Type content='text/html; charset=gbk'>隐私政策";
        let (chinese, ..) = encoding_rs::GBK.encode(page);
        assert_eq!(decode(&chinese).unwrap(), page);
        let ascii: Vec<u8> = "Terms of Service"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        assert_eq!(decode(&ascii).unwrap(), "Terms of Service");
    }

    #[test]
    fn broken_bytes_cost_only_themselves() {
        let mut bytes = "Größe, Maß, Übung, Äpfel, Öl, Füße".as_bytes().to_vec();
        bytes.push(0xff);
        bytes.extend("Ende".as_bytes());
        assert_eq!(
            decode(&bytes).unwrap(),
            "Größe, Maß, Übung, Äpfel, Öl, Füße\u{fffd}Ende"
        );
    }

    #[test]
    fn refuses_binary_data() {
        assert_eq!(
            decode(b"%PDF-1.7 ..."),
            Err(ReadError::Binary("a PDF file"))
        );
        assert!(decode(&[0, 1, 2, 3, 0, 0, 0, 9, 1, 4, 5]).is_err());
        assert!(decode(&(0..=31).cycle().take(4000).collect::<Vec<u8>>()).is_err());
        let noise: Vec<u8> = (0u32..4000)
            .map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8)
            .collect();
        assert!(decode(&noise).is_err());
    }
}
