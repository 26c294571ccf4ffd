//! Which elements are rendered, and the regions that the choice of the main text is made from.

use super::elements::{Element, element_of};
use super::tree::{Id, Kind, NONE, Tree};
use super::walk::{Step, Walk};
use crate::main_text::{Hints, Landmark, Region, hints_of};
use html5ever::local_name;

/// A page's visible elements.
pub struct Page {
    /// The regions in document order, for [`crate::main_text::choose`].
    pub regions: Vec<Region>,
    /// The region that a node's own text belongs to; `NONE` for what is not read.
    region_of: Vec<u32>,
}

impl Page {
    /// Marks the elements of `tree`.
    pub fn new(tree: &Tree) -> Self {
        let mut page = Self {
            regions: vec![Region::default()],
            region_of: vec![NONE; tree.nodes.len()],
        };
        // Open elements that let controls' captions through, and open links.
        let (mut captions, mut links) = (0usize, 0usize);
        let mut walk = Walk::new(tree);
        while let Some(step) = walk.next() {
            let (id, entering) = match step {
                Step::Enter(id) => (id, true),
                Step::Leave(id) => (id, false),
            };
            let Some(node) = tree.node(id) else { continue };
            let above = match node.parent {
                NONE => 0,
                parent => page.region_of.get(parent as usize).copied().unwrap_or(NONE),
            };
            match &node.kind {
                Kind::Nothing if entering => page.set(id, above),
                Kind::Text(range) if entering => {
                    let text = tree.pool.get(range.clone()).unwrap_or_default();
                    page.set(id, above);
                    page.count(above, text, links > 0);
                }
                Kind::Element { .. } => {
                    let Some(name) = tree.html_name(id) else {
                        // SVG and MathML are pictures to a reader of text.
                        walk.skip_children();
                        continue;
                    };
                    let element = element_of(name);
                    let change = |count: &mut usize| {
                        *count = if entering {
                            *count + 1
                        } else {
                            count.saturating_sub(1)
                        };
                    };
                    if entering && (element == Element::Unread || is_hidden(tree, id)) {
                        walk.skip_children();
                        continue;
                    }
                    if entering && element == Element::Control && captions == 0 {
                        walk.skip_children();
                        continue;
                    }
                    if !entering && page.region_of.get(id as usize).is_none_or(|r| *r == NONE) {
                        continue;
                    }
                    if matches!(element, Element::Heading(_) | Element::Term)
                        || name == &local_name!("summary")
                    {
                        change(&mut captions);
                    }
                    if element == Element::Link && tree.attr(id, &local_name!("href")).is_some() {
                        change(&mut links);
                    }
                    if entering {
                        let region = page.add(tree, id, element, above);
                        page.set(id, region);
                    }
                }
                _ => {}
            }
        }
        page
    }

    /// The region of a node, or `None` where it is not read.
    pub fn region(&self, id: Id) -> Option<usize> {
        self.region_of
            .get(id as usize)
            .filter(|r| **r != NONE)
            .map(|r| *r as usize)
    }

    fn set(&mut self, id: Id, region: u32) {
        if let Some(slot) = self.region_of.get_mut(id as usize) {
            *slot = region;
        }
    }

    /// A region for this element, or its parent's where the element only runs on in a line.
    fn add(&mut self, tree: &Tree, id: Id, element: Element, parent: u32) -> u32 {
        let by_role = tree
            .attr(id, &local_name!("role"))
            .and_then(Landmark::of_role);
        let tag = tree.html_name(id).map_or("", |name| name);
        let landmark = by_role.unwrap_or_else(|| Landmark::of_tag(tag));
        let mut hints = Hints::default();
        for name in [local_name!("class"), local_name!("id")] {
            hints = hints.and(tree.attr(id, &name).map(hints_of).unwrap_or_default());
        }
        if is(tree, id, "aria-hidden", "true") {
            hints = hints.and(Hints::DECORATION);
        }
        if is(tree, id, "aria-modal", "true") {
            hints = hints.and(Hints::CONSENT);
        }
        let runs_on = matches!(element, Element::Inline | Element::Link | Element::Break);
        if runs_on && landmark == Landmark::None && hints == Hints::default() {
            return parent;
        }
        let at = u32::try_from(self.regions.len()).unwrap_or(NONE);
        self.regions.push(Region {
            parent,
            landmark,
            hints,
            text: 0,
            linked: 0,
        });
        at
    }

    /// Counts text with white space folded.
    fn count(&mut self, region: u32, text: &str, linked: bool) {
        let Some(region) = self.regions.get_mut(region as usize) else {
            return;
        };
        let mut length = 0u32;
        let mut space = true;
        for c in text.chars() {
            let white = c.is_whitespace();
            length += u32::from(!(white && space));
            space = white;
        }
        region.text = region.text.saturating_add(length);
        if linked {
            region.linked = region.linked.saturating_add(length);
        }
    }
}

fn is(tree: &Tree, id: Id, name: &str, value: &str) -> bool {
    tree.attr(id, &name.into())
        .is_some_and(|v| v.trim().eq_ignore_ascii_case(value))
}

/// Whether an element is not rendered, by its attributes alone.
fn is_hidden(tree: &Tree, id: Id) -> bool {
    let hidden = tree
        .attr(id, &local_name!("hidden"))
        .is_some_and(|v| !v.trim().eq_ignore_ascii_case("until-found"));
    let closed_dialog = tree.html_name(id) == Some(&local_name!("dialog"))
        && tree.attr(id, &local_name!("open")).is_none();
    hidden
        || closed_dialog
        || tree
            .attr(id, &local_name!("style"))
            .is_some_and(style_hides)
}

/// Whether a `style` attribute says `display: none` or `visibility: hidden`.
fn style_hides(style: &str) -> bool {
    style
        .split(';')
        .filter_map(|rule| rule.split_once(':'))
        .any(|(name, value)| {
            let value = value.split('!').next().unwrap_or_default().trim();
            let name = name.trim();
            (name.eq_ignore_ascii_case("display") && value.eq_ignore_ascii_case("none"))
                || (name.eq_ignore_ascii_case("visibility") && value.eq_ignore_ascii_case("hidden"))
        })
}

/// Whether line feeds in an element's text are shown, as far as its attributes tell.
pub fn keeps_lines(tree: &Tree, id: Id) -> bool {
    let by_tag = tree
        .html_name(id)
        .is_some_and(|name| matches!(&**name, "pre" | "listing" | "xmp" | "plaintext"));
    by_tag
        || tree.attr(id, &local_name!("style")).is_some_and(|style| {
            style
                .split(';')
                .filter_map(|rule| rule.split_once(':'))
                .any(|(name, value)| {
                    let value = value.trim();
                    name.trim().eq_ignore_ascii_case("white-space")
                        && (value.starts_with("pre") || value.starts_with("break-spaces"))
                })
        })
        || tree.attr(id, &local_name!("class")).is_some_and(|class| {
            class
                .split_ascii_whitespace()
                .any(|c| c.starts_with("whitespace-pre"))
        })
}
