//! Which regions of a page are its main text: the legal document without menus, footers, cookie dialogs, sidebars.
//!
//! Knows no DOM and no text (see the crate's documentation). General rules only, none for a site: landmarks, class
//! words, link density, and where most of the prose stands.

mod hints;
mod rules;

pub use hints::{Hints, hints_of};
pub use rules::choose;

/// What part of a page an element declares itself to be, by its tag or its `role`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u32)]
pub enum Landmark {
    /// Nothing in particular.
    #[default]
    None,
    /// `<main>`, `role=main`.
    Main,
    /// `<article>`, `role=article`.
    Article,
    /// `<nav>`, menus, tab lists, breadcrumbs.
    Navigation,
    /// `<header>`, `role=banner`.
    Header,
    /// `<footer>`, `role=contentinfo`.
    Footer,
    /// `<aside>`, `role=complementary`.
    Aside,
    /// Dialogs, alerts, tooltips.
    Dialog,
    /// Search boxes and forms' controls.
    Search,
    /// `<ul>`, `<ol>`.
    List,
    /// A first-level heading.
    Title,
    /// Any other heading.
    Heading,
}

impl Landmark {
    /// All, in the order of their numbers.
    const ALL: [Self; 12] = [
        Self::None,
        Self::Main,
        Self::Article,
        Self::Navigation,
        Self::Header,
        Self::Footer,
        Self::Aside,
        Self::Dialog,
        Self::Search,
        Self::List,
        Self::Title,
        Self::Heading,
    ];

    /// What a `role` attribute declares; `None` where it says nothing about this.
    pub fn of_role(role: &str) -> Option<Self> {
        Some(match role.split_ascii_whitespace().next()? {
            "main" => Self::Main,
            "article" => Self::Article,
            "navigation" | "menu" | "menubar" | "tablist" | "toolbar" | "tree" => Self::Navigation,
            "banner" => Self::Header,
            "contentinfo" => Self::Footer,
            "complementary" => Self::Aside,
            "dialog" | "alertdialog" | "alert" | "status" | "log" | "tooltip" | "progressbar" => {
                Self::Dialog
            }
            "search" | "searchbox" | "combobox" | "listbox" | "switch" | "slider" => Self::Search,
            _ => return None,
        })
    }

    /// What a tag declares.
    pub fn of_tag(tag: &str) -> Self {
        match tag {
            "main" => Self::Main,
            "article" => Self::Article,
            "nav" | "menu" => Self::Navigation,
            "header" => Self::Header,
            "footer" => Self::Footer,
            "aside" => Self::Aside,
            "dialog" => Self::Dialog,
            "search" => Self::Search,
            "ul" | "ol" => Self::List,
            "h1" => Self::Title,
            "h2" | "h3" | "h4" | "h5" | "h6" => Self::Heading,
            _ => Self::None,
        }
    }
}

/// One visible element of a page. A page is a list of these in document order: parents before children.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Region {
    /// Index of the parent; the first region is the root and its own parent.
    pub parent: u32,
    /// What it declares itself to be.
    pub landmark: Landmark,
    /// What its class words suggest.
    pub hints: Hints,
    /// Length of its own text, without its children's and with white space folded, in any one unit.
    pub text: u32,
    /// How much of `text` is inside links.
    pub linked: u32,
}

impl Region {
    /// Numbers that a region takes in a flat list.
    pub const ROW: usize = 5;

    /// A region from a flat list: parent, landmark, hints, text, linked. Unknown numbers mean nothing in particular.
    pub fn from_row(row: [u32; Self::ROW]) -> Self {
        let [parent, landmark, hints, text, linked] = row;
        let landmark = Landmark::ALL
            .get(landmark as usize)
            .copied()
            .unwrap_or_default();
        Self {
            parent,
            landmark,
            hints: Hints::from_bits(hints),
            text,
            linked,
        }
    }
}
