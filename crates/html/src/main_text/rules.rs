//! The rules that choose the main text from a page's regions, as a few passes over the list.

use super::{Hints, Landmark, Region};

/// A region with everything below it.
#[derive(Clone, Copy, Default)]
struct Total {
    text: u64,
    linked: u64,
}

impl Total {
    fn prose(self) -> u64 {
        self.text.saturating_sub(self.linked)
    }

    /// Share of the text that is linked, in per cent.
    fn density(self) -> u64 {
        (self.linked * 100).checked_div(self.text).unwrap_or(0)
    }
}

/// Whether each region's own text belongs to the main text. Linear in the number of regions.
pub fn choose(regions: &[Region]) -> Vec<bool> {
    let parents: Vec<usize> = regions
        .iter()
        .enumerate()
        .map(|(i, r)| (r.parent as usize).min(i.saturating_sub(1)))
        .collect();
    let mut keep = vec![true; regions.len()];
    if regions.is_empty() {
        return keep;
    }
    drop_frame(regions, &parents, &mut keep);
    let totals = totals(regions, &parents, &keep);
    match main_root(regions, &totals, &keep) {
        Some(root) => keep_only(regions, &parents, root, &mut keep),
        None => drop_beside(regions, &parents, &totals, &mut keep),
    }
    keep
}

/// Text of each region with all below it, of what is kept.
fn totals(regions: &[Region], parents: &[usize], keep: &[bool]) -> Vec<Total> {
    let own = |i: usize, r: &Region| match keep[i] {
        true => Total {
            text: r.text.into(),
            linked: r.linked.min(r.text).into(),
        },
        false => Total::default(),
    };
    let mut totals: Vec<Total> = regions.iter().enumerate().map(|(i, r)| own(i, r)).collect();
    for i in (1..regions.len()).rev() {
        let below = totals[i];
        let above = &mut totals[parents[i]];
        above.text += below.text;
        above.linked += below.linked;
    }
    totals
}

/// First pass: what declares itself to be the page's frame, and holds little of its prose.
fn drop_frame(regions: &[Region], parents: &[usize], keep: &mut [bool]) {
    let totals = totals(regions, parents, keep);
    let page = totals[0].prose().max(1);
    let mut inside = vec![false; regions.len()];
    for i in 1..regions.len() {
        let (region, total, parent) = (regions[i], totals[i], parents[i]);
        inside[i] = inside[parent] || matches!(region.landmark, Landmark::Main | Landmark::Article);
        if !keep[parent] {
            keep[i] = false;
            continue;
        }
        // Per cent of the page's prose.
        let share = total.prose() * 100 / page;
        let density = total.density();
        let framed = match region.landmark {
            Landmark::Navigation => share < 20 || (density >= 50 && share < 50),
            Landmark::Header => !inside[parent] && share < 20,
            Landmark::Footer => (!inside[parent] && share < 30) || (share < 10 && density >= 30),
            Landmark::Aside => share < 30 && (density >= 40 || !inside[parent]),
            Landmark::Dialog | Landmark::Search => share < 40,
            _ => false,
        };
        let hints = region.hints;
        let hinted = (hints.has(Hints::DECORATION) && share < 20)
            || (hints.has(Hints::CONSENT) && share < 30)
            || (hints.has(Hints::FRAME)
                && share < 10
                && (density >= 50 || !inside[parent] && density >= 25))
            || (hints.has(Hints::FOOT) && share < 5 && (density >= 25 || !inside[parent]))
            || (hints.has(Hints::EXTRA) && share < 10 && density >= 50)
            || (hints.has(Hints::CONTENTS) && share < 10 && density >= 80);
        keep[i] = !(framed || hinted);
    }
}

/// The outermost `<main>` or `<article>` that holds most of the prose. Not the innermost: titles and dates stand
/// around the inner ones, and what else does has been dropped as frame.
fn main_root(regions: &[Region], totals: &[Total], keep: &[bool]) -> Option<usize> {
    let page = totals[0].prose();
    regions.iter().enumerate().position(|(i, region)| {
        keep[i]
            && matches!(region.landmark, Landmark::Main | Landmark::Article)
            && totals[i].prose() * 2 > page
    })
}

/// Keeps what is below `root`, and the page's title where `root` has none.
fn keep_only(regions: &[Region], parents: &[usize], root: usize, keep: &mut [bool]) {
    let mut below = vec![false; regions.len()];
    let mut titled = false;
    for i in root..regions.len() {
        below[i] = i == root || (i > root && below[parents[i]]);
        titled |= below[i] && keep[i] && regions[i].landmark == Landmark::Title;
    }
    let mut title = vec![false; regions.len()];
    for i in 1..regions.len() {
        // A first-level heading in the page's header is the document's title where there is no other.
        title[i] =
            !titled && i < root && (regions[i].landmark == Landmark::Title || title[parents[i]]);
        keep[i] = title[i] || (below[i] && keep[i]);
    }
    keep[0] = root == 0;
}

/// Without a declared main text: goes down to where the prose divides, and drops linked neighbours on the way. Where
/// it divides, only lists of links go: menus that stand beside the paragraphs.
fn drop_beside(regions: &[Region], parents: &[usize], totals: &[Total], keep: &mut [bool]) {
    let mut heaviest = vec![0usize; regions.len()];
    let mut listed = vec![false; regions.len()];
    let mut titled = vec![false; regions.len()];
    for i in (1..regions.len()).rev() {
        let best = &mut heaviest[parents[i]];
        if *best == 0 || totals[i].prose() >= totals[*best].prose() {
            *best = i;
        }
        listed[i] |= regions[i].landmark == Landmark::List;
        titled[i] |= regions[i].landmark == Landmark::Title;
        listed[parents[i]] |= listed[i];
        titled[parents[i]] |= titled[i];
    }
    let mut on_path = vec![false; regions.len()];
    let mut at = 0;
    on_path[0] = true;
    while heaviest[at] != 0 && totals[heaviest[at]].prose() * 4 >= totals[at].prose() * 3 {
        at = heaviest[at];
        on_path[at] = true;
    }
    let page = totals[0].prose();
    let mut dropped = vec![false; regions.len()];
    for i in 1..regions.len() {
        let total = totals[i];
        let slight = total.prose() * 20 < page && !titled[i];
        let beside = on_path[parents[i]] && !on_path[i];
        let linked = match parents[i] == at {
            true => listed[i] && total.density() >= 80,
            false => total.density() >= 50,
        };
        dropped[i] = dropped[parents[i]] || (beside && slight && linked);
        keep[i] &= !dropped[i];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Regions from rows of parent, landmark, hints, text, linked: the form in which a page snapshot sends them.
    fn kept(rows: &[[u32; Region::ROW]]) -> Vec<usize> {
        let regions: Vec<Region> = rows.iter().map(|row| Region::from_row(*row)).collect();
        let keep = choose(&regions);
        keep.iter()
            .enumerate()
            .filter(|(_, kept)| **kept)
            .map(|(i, _)| i)
            .collect()
    }

    const MAIN: u32 = Landmark::Main as u32;
    const NAV: u32 = Landmark::Navigation as u32;
    const TITLE: u32 = Landmark::Title as u32;
    const HEADER: u32 = Landmark::Header as u32;

    #[test]
    fn keeps_main_and_the_title_above_it() {
        let rows = [
            [0, 0, 0, 0, 0],
            [0, HEADER, 0, 10, 0],
            [0, TITLE, 0, 20, 0],
            [0, MAIN, 0, 0, 0],
            [3, 0, 0, 3000, 20],
            [3, NAV, 0, 200, 200],
            [0, 0, 0, 400, 0],
        ];
        assert_eq!(kept(&rows), [2, 3, 4]);
    }

    #[test]
    fn a_navigation_that_holds_the_prose_is_kept() {
        assert_eq!(
            kept(&[[0, 0, 0, 0, 0], [0, NAV, 0, 5000, 100], [0, 0, 0, 50, 0]]),
            [0, 1, 2]
        );
    }

    #[test]
    fn odd_lists_do_no_harm() {
        assert!(kept(&[]).is_empty());
        assert_eq!(
            kept(&[[9, 99, 99, 0, 9], [7, 1, 0, u32::MAX, u32::MAX]]).len(),
            2
        );
    }

    proptest::proptest! {
        #[test]
        fn never_panics(rows in proptest::collection::vec(proptest::array::uniform5(0u32..40), 0..60)) {
            kept(&rows);
        }
    }
}
