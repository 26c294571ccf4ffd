//! What the views are given and what they ask of their host.

use crate::SafeUrl;
use clauselight_atlas::{Comparison, Platform};
use clauselight_engine::Report;

/// The page that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageInfo {
    /// The page's title; may be empty.
    pub title: String,
    /// The page's full address: base of relative links.
    pub url: String,
    /// Its host, such as `www.example.com`: shown to people.
    pub host: String,
}

/// Which side of the window the card stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Side {
    /// At the right.
    #[default]
    Right,
    /// At the left.
    Left,
}

/// How the view lies in the box that the host gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placement {
    /// A floating card of fixed width at one side.
    Card(Side),
    /// A sheet over the full width at the bottom, for windows narrower than
    /// [`Placement::SHEET_BELOW`].
    Sheet,
}

impl Placement {
    /// Windows narrower than this many CSS pixels get a sheet.
    pub const SHEET_BELOW: f64 = 520.0;

    /// The placement for a window of `width` CSS pixels. The host asks, since in a frame the
    /// view cannot see how wide the page's window is.
    pub fn for_window(width: f64, side: Side) -> Self {
        if width < Self::SHEET_BELOW {
            Self::Sheet
        } else {
            Self::Card(side)
        }
    }
}

/// What the person, or the size of the window, has chosen for the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ViewSettings {
    /// Whether the view starts as a pill.
    pub collapsed: bool,
    /// How it lies in its box.
    pub placement: Placement,
}

impl Default for ViewSettings {
    fn default() -> Self {
        Self {
            collapsed: false,
            placement: Placement::Card(Side::Right),
        }
    }
}

/// All that the overlay shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverlayModel {
    /// What the engine says of the page.
    pub report: Report,
    /// The page.
    pub page: PageInfo,
    /// The platform's record; `None` where it is not in the dataset.
    pub platform: Option<Platform>,
    /// The page and the platform beside their peers; columns without a position are left out.
    pub comparison: Comparison,
    /// How to show it.
    pub settings: ViewSettings,
}

/// What a view asks of its host. The view has already changed itself where that is its own
/// affair (collapsing, marking the active clause); the host does the rest.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Bring the clause of this index into view and mark it as active.
    ShowClause(usize),
    /// Put the clause of this index on the clipboard; answer with [`Notice`].
    CopyClause(usize),
    /// Open an address in a new tab.
    OpenLink(SafeUrl),
    /// The card became a pill: remember it.
    Collapse,
    /// The pill became a card: remember it.
    Expand,
    /// Take the view away, for this visit.
    Close,
    /// Take the view away and stay away from this site.
    NotOnThisSite,
    /// Come back on this site (popup).
    BackOnThisSite,
    /// Show the overlay in the page (popup).
    ShowOverlay,
    /// Read the page whatever it seems to be (popup).
    AnalyseAnyway,
    /// The view now needs a box of this many CSS pixels, shadow included. The host gives at
    /// most what the window has; the view scrolls inside. With [`Placement::Sheet`] the
    /// width is to be the window's, unless the view is a pill.
    Resize {
        /// Width in CSS pixels.
        width: f64,
        /// Height in CSS pixels.
        height: f64,
    },
}

/// What the host tells the view after an action; shown briefly and read out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// The clause is on the clipboard.
    Copied,
    /// The clipboard refused.
    CopyFailed,
    /// The clause could not be found again in the page, which has changed since.
    ClauseGone,
}
