//! Which elements are rendered, and the regions that the choice of the main text is made from.

use super::elements::{Element, element_of};
use super::tree::{Id, Kind, NONE, Tree};
use super::walk::{Step, Walk};
use crate::main_text::{Hints, Landmark, Region, hints_of};
use html5ever::local_name;
use std::collections::HashSet;

/// A page's visible elements.
pub struct Page {
    /// The regions in document order, for [`crate::main_text::choose`].
    pub regions: Vec<Region>,
    /// The region that a node's own text belongs to; `NONE` for what is not read.
    region_of: Vec<u32>,
    /// Ids of the panels that a control in the page folds out.
    folded: HashSet<String>,
}

impl Page {
    /// Marks the elements of `tree`.
    pub fn new(tree: &Tree) -> Self {
        let mut page = Self {
            regions: vec![Region::default()],
            region_of: vec![NONE; tree.nodes.len()],
            folded: folded_panels(tree),
        };
        let mut open = Open::default();
        let mut walk = Walk::new(tree);
        while let Some(step) = walk.next() {
            match step {
                Step::Enter(id) => {
                    if !page.enter(tree, id, &mut open) {
                        walk.skip_children();
                    }
                }
                Step::Leave(id) => {
                    if page.region(id).is_some() {
                        open.count(tree, id, false);
                    }
                }
            }
        }
        page
    }

    /// Marks one node; whether what is below it is read.
    fn enter(&mut self, tree: &Tree, id: Id, open: &mut Open) -> bool {
        let Some(node) = tree.node(id) else {
            return false;
        };
        let above = match node.parent {
            NONE => 0,
            parent => self.region_of.get(parent as usize).copied().unwrap_or(NONE),
        };
        match &node.kind {
            Kind::Nothing => self.set(id, above),
            Kind::Text(range) => {
                self.set(id, above);
                let text = tree.pool.get(range.clone()).unwrap_or_default();
                self.count(above, text, open.links > 0);
            }
            Kind::Element { .. } => {
                // SVG and MathML are pictures to a reader of text.
                let Some(name) = tree.html_name(id) else {
                    return false;
                };
                let element = element_of(name);
                let read = match element {
                    Element::Unread => false,
                    Element::Control => open.captions > 0 || folds_out(tree, id),
                    _ => true,
                };
                if !read || self.is_hidden(tree, id) {
                    return false;
                }
                let region = self.add(tree, id, element, above);
                self.set(id, region);
                open.count(tree, id, true);
            }
        }
        true
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
        let by_role = tree.attr(id, "role").and_then(Landmark::of_role);
        let tag = tree.html_name(id).map_or("", |name| name);
        let landmark = by_role.unwrap_or_else(|| Landmark::of_tag(tag));
        let mut hints = Hints::default();
        // The ids of headings are made from their words, not from their part in the page.
        if !matches!(element, Element::Heading(_)) {
            for name in ["class", "id"] {
                hints = hints.and(tree.attr(id, name).map(hints_of).unwrap_or_default());
            }
        }
        if is(tree, id, "aria-hidden", "true") && !self.is_folded(tree, id) {
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

    /// Whether an element is not rendered, by its attributes alone. A panel that people can fold out is read as
    /// `<details>` is.
    fn is_hidden(&self, tree: &Tree, id: Id) -> bool {
        let hidden = tree
            .attr(id, "hidden")
            .is_some_and(|v| !v.trim().eq_ignore_ascii_case("until-found"));
        let closed_dialog =
            tree.html_name(id) == Some(&local_name!("dialog")) && tree.attr(id, "open").is_none();
        let styled = tree.attr(id, "style").is_some_and(style_hides);
        closed_dialog || ((hidden || styled) && !self.is_folded(tree, id))
    }

    fn is_folded(&self, tree: &Tree, id: Id) -> bool {
        is(tree, id, "role", "tabpanel")
            || tree
                .attr(id, "id")
                .is_some_and(|name| self.folded.contains(name))
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
    tree.attr(id, name)
        .is_some_and(|v| v.trim().eq_ignore_ascii_case(value))
}

/// What of the elements that are open bears on the text in them.
#[derive(Default)]
struct Open {
    /// Elements that let controls' captions through.
    captions: usize,
    links: usize,
}

impl Open {
    fn count(&mut self, tree: &Tree, id: Id, entering: bool) {
        let Some(name) = tree.html_name(id) else {
            return;
        };
        let element = element_of(name);
        let change = |n: &mut usize| {
            *n = if entering {
                *n + 1
            } else {
                n.saturating_sub(1)
            }
        };
        if matches!(element, Element::Heading(_) | Element::Term) || *name == local_name!("summary")
        {
            change(&mut self.captions);
        }
        if element == Element::Link && tree.attr(id, "href").is_some() {
            change(&mut self.links);
        }
    }
}

/// Whether a control folds a part of the page out and in, rather than opening a menu over it.
fn folds_out(tree: &Tree, id: Id) -> bool {
    let has = |name: &str| tree.attr(id, name).is_some();
    has("aria-controls")
        && !has("aria-haspopup")
        && (has("aria-expanded") || is(tree, id, "role", "tab"))
}

/// The ids that such controls name.
fn folded_panels(tree: &Tree) -> HashSet<String> {
    (0..Id::try_from(tree.nodes.len()).unwrap_or(NONE))
        .filter(|id| folds_out(tree, *id))
        .filter_map(|id| tree.attr(id, "aria-controls"))
        .flat_map(str::split_ascii_whitespace)
        .map(str::to_owned)
        .collect()
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
        || tree.attr(id, "style").is_some_and(|style| {
            style
                .split(';')
                .filter_map(|rule| rule.split_once(':'))
                .any(|(name, value)| {
                    let value = value.trim();
                    name.trim().eq_ignore_ascii_case("white-space")
                        && (value.starts_with("pre") || value.starts_with("break-spaces"))
                })
        })
        || tree.attr(id, "class").is_some_and(|class| {
            class
                .split_ascii_whitespace()
                .any(|c| c.starts_with("whitespace-pre"))
        })
}
