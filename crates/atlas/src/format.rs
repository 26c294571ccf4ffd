//! The bundle's layout, as its writer (`pack`) and its reader (`atlas`) must agree on it.
//!
//! All numbers little-endian.
//!
//! | part | bytes |
//! |---|---|
//! | magic, with the version of the format | 8 |
//! | checksum (FNV-1a) of everything after it | 8 |
//! | number of platforms, of places, of slots (a power of two) | 3 × 4 |
//! | platforms: end of each record in the records part | 4 each |
//! | places: end of each place's text in the texts part, its platform; by host, longest path first | 4 + 4 each |
//! | slots: 1 + first place of the host that hashes here, or 0 | 4 each |
//! | length of the texts part; the texts (`host` or `host/path`) | 4 + … |
//! | length of the cards; the cards (postcard) | 4 + … |
//! | the records (postcard), one after another | … |

use crate::schema::Category;
use clauselight_engine::DocumentPosition;
use serde::{Deserialize, Serialize};

/// First bytes of a bundle: the last one counts the versions of the format.
pub const MAGIC: [u8; 8] = *b"CLATLAS\x02";

/// Bytes before the part that the checksum covers.
pub const HEADER: usize = 16;

/// What is known of a platform before its record is unpacked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// See [`crate::Platform::id`].
    pub id: String,
    /// See [`crate::Platform::name`].
    pub name: String,
    /// See [`crate::Platform::category`].
    pub category: Category,
    /// See [`crate::Platform::position`].
    pub position: Option<DocumentPosition>,
    /// See [`crate::Platform::is_reviewed`].
    pub reviewed: bool,
}

/// FNV-1a, 64 bits: spreads hosts over the slots and notices damage. No defence against intent.
pub fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
