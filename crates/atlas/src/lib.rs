//! The Atlas: evidenced records of how platforms train on data.
//!
//! Records are TOML files, reviewed ones in `platforms/`, others in `machine/`, checked and packed by the build script. Here they are
//! found by host, unpacked one at a time, and compared.
#![forbid(unsafe_code)]

mod atlas;
mod compare;
#[cfg(feature = "fingerprint")]
mod fingerprint;
mod format;
#[cfg(any(test, feature = "records"))]
mod pack;
mod phrases;
#[cfg(any(test, feature = "records"))]
mod records;
mod schema;
#[cfg(test)]
mod tests;
mod validate;
mod words;

pub use atlas::{Atlas, BundleError};
pub use compare::{
    Attribute, Cell, CellLine, Citation, Column, ColumnRole, Comparison, NOT_ON_RECORD, Row,
};
#[cfg(feature = "fingerprint")]
pub use fingerprint::{clause_print, document_hash};
pub use format::Card;
#[cfg(any(test, feature = "records"))]
pub use pack::{PackError, pack};
#[cfg(any(test, feature = "records"))]
pub use records::{MACHINE, REVIEWED, RecordError, read_atlas, read_folder, read_record};
pub use schema::*;
pub use validate::{Fault, MAX_TEXT, Rule, name_key, validate};
pub use words::{BadWord, ClausePrint, Date, Domain, Email, Region, Sha256, Url};
