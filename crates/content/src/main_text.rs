//! Which blocks of a snapshot are the page's main text, by the rules that `clauselight-html` has for all readers.

use clauselight_html::main_text::{Hints, Landmark, Region, choose, hints_of};

/// Numbers that a region takes in a snapshot: parent, name, units of text, units of linked text.
const ROW: usize = 4;

/// Whether each block (by the region it stands in) belongs to the main text. Numbers that point nowhere keep it.
pub fn kept(owners: &[u32], regions: &[u32], names: &[String]) -> Vec<bool> {
    let named: Vec<(Landmark, Hints)> = names.iter().map(|name| meaning(name)).collect();
    let regions: Vec<Region> = regions
        .chunks_exact(ROW)
        .map(|row| {
            let (landmark, hints) = named.get(row[1] as usize).copied().unwrap_or_default();
            Region {
                parent: row[0],
                landmark,
                hints,
                text: row[2],
                linked: row[3],
            }
        })
        .collect();
    let keep = choose(&regions);
    owners
        .iter()
        .map(|owner| keep.get(*owner as usize).copied().unwrap_or(true))
        .collect()
}

/// What an element's name says: tag, role, flags, class words, one a line (see `extension/content/port/regions.js`).
fn meaning(name: &str) -> (Landmark, Hints) {
    let mut lines = name.split('\n');
    let mut line = || lines.next().unwrap_or_default();
    let (tag, role, flags, words) = (line(), line(), line(), line());
    let landmark = Landmark::of_role(role).unwrap_or_else(|| Landmark::of_tag(tag));
    let mut hints = hints_of(words);
    if flags.contains('m') {
        hints = hints.and(Hints::CONSENT);
    }
    if flags.contains('h') {
        hints = hints.and(Hints::DECORATION);
    }
    (landmark, hints)
}
