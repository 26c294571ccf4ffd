//! Packs checked records into the bundle. Native only.

use crate::format::{Card, MAGIC, fnv1a};
use crate::schema::Platform;
use std::cmp::Reverse;

/// Why records could not be packed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PackError {
    /// A record could not be written.
    #[error("cannot pack: {0}")]
    Postcard(#[from] postcard::Error),
    /// The bundle would need larger numbers.
    #[error("too many records for the format")]
    TooLarge(#[from] std::num::TryFromIntError),
}

/// The bundle of `platforms`, which must have passed `validate`.
pub fn pack(platforms: &[Platform]) -> Result<Vec<u8>, PackError> {
    let mut body = Vec::new();
    let number = |body: &mut Vec<u8>, value: usize| -> Result<(), PackError> {
        body.extend(u32::try_from(value)?.to_le_bytes());
        Ok(())
    };

    let mut records = Vec::new();
    let mut record_ends = Vec::new();
    let mut cards = Vec::new();
    let mut places: Vec<(&str, &str, usize)> = Vec::new();
    for (index, platform) in platforms.iter().enumerate() {
        let mut shipped = platform.clone();
        // No view shows it, and it does not compress.
        shipped
            .documents
            .values_mut()
            .for_each(|document| document.sha256 = None);
        records.extend(postcard::to_allocvec(&shipped)?);
        record_ends.push(records.len());
        cards.push(Card {
            id: platform.id.clone(),
            name: platform.name.clone(),
            category: platform.category,
            position: platform.position(),
            reviewed: platform.is_reviewed(),
        });
        places.extend(platform.domains.iter().map(|d| (d.host(), d.path(), index)));
    }
    places.sort_by_key(|(host, path, _)| (*host, Reverse(path.len()), *path));

    let slot_count = (places.len() * 2).next_power_of_two();
    let mut slots = vec![0_usize; slot_count];
    let mut texts = Vec::new();
    let mut rows = Vec::new();
    for (index, (host, path, platform)) in places.iter().enumerate() {
        texts.extend(host.bytes());
        if !path.is_empty() {
            texts.push(b'/');
            texts.extend(path.bytes());
        }
        rows.push((texts.len(), *platform));
        if index > 0 && places[index - 1].0 == *host {
            continue;
        }
        let mask = slot_count - 1;
        let mut slot = usize::try_from(fnv1a(host.as_bytes()) & mask as u64)?;
        while slots[slot] != 0 {
            slot = (slot + 1) & mask;
        }
        slots[slot] = index + 1;
    }

    for value in [platforms.len(), rows.len(), slots.len()] {
        number(&mut body, value)?;
    }
    for end in record_ends {
        number(&mut body, end)?;
    }
    for (end, platform) in rows {
        number(&mut body, end)?;
        number(&mut body, platform)?;
    }
    for slot in slots {
        number(&mut body, slot)?;
    }
    number(&mut body, texts.len())?;
    body.extend(texts);
    let cards = postcard::to_allocvec(&cards)?;
    number(&mut body, cards.len())?;
    body.extend(cards);
    body.extend(records);

    let mut bundle = MAGIC.to_vec();
    bundle.extend(fnv1a(&body).to_le_bytes());
    bundle.extend(body);
    Ok(bundle)
}
