//! What is packed comes out again, and damage is noticed without a panic.

use crate::format::{HEADER, fnv1a};
use crate::{Atlas, BundleError, pack, read_atlas};
use proptest::prelude::*;
use std::path::Path;

fn records() -> Vec<crate::Platform> {
    read_atlas(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// All but the hashes, which are for maintainers and stay out of the bundle.
#[test]
fn the_bundle_holds_every_record() {
    let atlas = Atlas::bundled().unwrap();
    let records = records();
    assert_eq!(atlas.cards().len(), records.len());
    for mut record in records {
        record
            .documents
            .values_mut()
            .for_each(|document| document.sha256 = None);
        assert_eq!(atlas.platform(&record.id), Some(record));
    }
}

#[test]
fn names_aliases_and_former_names_lead_to_the_record() {
    let atlas = Atlas::bundled().unwrap();
    for (name, id) in [
        ("chat gpt", "chatgpt"),
        ("Le Chat", "mistral-vibe"),
        ("CODEIUM", "windsurf"),
    ] {
        assert_eq!(
            atlas.named(name).map(|platform| platform.id).as_deref(),
            Some(id)
        );
    }
    assert_eq!(atlas.named("no such platform"), None);
}

#[test]
fn an_empty_atlas_knows_nobody() {
    let atlas = Atlas::from_bytes(pack(&[]).unwrap()).unwrap();
    assert!(atlas.lookup("openai.com", "/").is_none());
    assert!(atlas.compare(None, None).columns.is_empty());
}

#[test]
fn foreign_and_damaged_files_are_refused() {
    assert_eq!(
        Atlas::from_bytes(&b""[..]).unwrap_err(),
        BundleError::NotAnAtlas
    );
    assert_eq!(
        Atlas::from_bytes(&b"CLATLAS\x03"[..]).unwrap_err(),
        BundleError::NotAnAtlas
    );
    let mut bytes = pack(&records()).unwrap();
    bytes.pop();
    assert_eq!(Atlas::from_bytes(bytes).unwrap_err(), BundleError::Damaged);
}

proptest! {
    /// Not even a file whose checksum was forged brings the Atlas down.
    #[test]
    fn forged_files_are_safe(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20), head in any::<bool>()) {
        let mut bytes = pack(&records()[..2]).unwrap();
        let reach = if head { 200 } else { bytes.len() - HEADER };
        for (at, byte) in changes {
            bytes[HEADER + at.index(reach)] = byte;
        }
        let sum = fnv1a(&bytes[HEADER..]).to_le_bytes();
        bytes[HEADER - 8..HEADER].copy_from_slice(&sum);
        if let Ok(atlas) = Atlas::from_bytes(bytes) {
            for host in ["openai.com", "claude.ai", "no.example"] {
                let _ = atlas.lookup(host, "/settings");
            }
            let _ = atlas.named("ChatGPT");
            let _ = atlas.compare(None, None);
        }
    }
}
