//! Marks and icons. Each position has a shape of its own, so that none hangs on its colour:
//! a full disc, a switch that is on, a switch that is off, a crossed ring, a ring of dots.

use crate::dom::{El, Ui};
use clauselight_engine::DocumentPosition;

/// Where a document stands, or that it was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Position(DocumentPosition),
    NotRead,
}

impl Mark {
    /// The word of it in class names.
    pub fn word(self) -> &'static str {
        match self {
            Self::Position(DocumentPosition::Trains) => "trains",
            Self::Position(DocumentPosition::OptOut) => "opt-out",
            Self::Position(DocumentPosition::OptIn) => "opt-in",
            Self::Position(DocumentPosition::Prohibits) => "prohibits",
            Self::Position(DocumentPosition::Silent) => "silent",
            Self::NotRead => "not-read",
        }
    }

    /// The shape, on a field of 24 by 24: paths, with whether each is filled.
    fn shape(self) -> &'static [(&'static str, bool)] {
        const RING: &str = "M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 0 1 0-17z";
        const PILL: &str = "M7.5 6h9a6 6 0 0 1 0 12h-9a6 6 0 0 1 0-12z";
        match self {
            Self::Position(DocumentPosition::Trains) => &[(RING, true)],
            Self::Position(DocumentPosition::OptOut) => &[
                (PILL, false),
                ("M16.5 9a3 3 0 1 1 0 6a3 3 0 0 1 0-6z", true),
            ],
            Self::Position(DocumentPosition::OptIn) => &[
                (PILL, false),
                ("M7.5 9.6a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 0 1 0-4.8z", false),
            ],
            Self::Position(DocumentPosition::Prohibits) => &[(RING, false), ("M6 18L18 6", false)],
            Self::Position(DocumentPosition::Silent) => &[
                (RING, false),
                (
                    "M8.2 11a1 1 0 1 1 0 2a1 1 0 0 1 0-2zM12 11a1 1 0 1 1 0 2a1 1 0 0 1 0-2zM15.8 11a1 1 0 1 1 0 2a1 1 0 0 1 0-2z",
                    true,
                ),
            ],
            Self::NotRead => &[
                (RING, false),
                ("M9.6 10a2.4 2.4 0 1 1 3.4 2.2c-.7.3-1 .8-1 1.6", false),
                ("M12 15.4a.9.9 0 1 1 0 1.8a.9.9 0 0 1 0-1.8z", true),
            ],
        }
    }
}

/// Icons of buttons.
#[derive(Debug, Clone, Copy)]
pub enum Icon {
    Brand,
    Close,
    Collapse,
    Copy,
    Next,
    Out,
    Previous,
    /// Between the steps of a path.
    Then,
}

impl Icon {
    fn shape(self) -> &'static [(&'static str, bool)] {
        match self {
            // A page with one lit line.
            Self::Brand => &[
                (
                    "M6 3.5h12a1 1 0 0 1 1 1v15a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1z",
                    false,
                ),
                ("M8.5 8h7M8.5 16h4", false),
                ("M7.5 10.5h9v3h-9z", true),
            ],
            Self::Close => &[("M6.5 6.5l11 11M17.5 6.5l-11 11", false)],
            Self::Collapse => &[("M6 12h12", false)],
            Self::Copy => &[("M9 9h9.5v10.5H9z", false), ("M15 9V4.5H5.5V15H9", false)],
            Self::Next => &[("M7 10l5 5l5-5", false)],
            Self::Out => &[("M9 6h9v9M18 6L7 17", false)],
            Self::Previous => &[("M7 14l5-5l5 5", false)],
            Self::Then => &[("M10 7l5 5l-5 5", false)],
        }
    }
}

/// A position's mark, `class` saying how large. Silent for screen readers: text stands beside it.
pub fn mark(ui: &Ui, mark: Mark, class: &str) -> El {
    draw(
        ui,
        &["mark ", class, " is-", mark.word()].concat(),
        mark.shape(),
    )
}

/// An icon; silent for screen readers: its button has a label.
pub fn icon(ui: &Ui, icon: Icon) -> El {
    draw(ui, "icon", icon.shape())
}

/// A button that shows an icon and is named by its label.
pub fn icon_button(ui: &Ui, glyph: Icon, label: &str) -> El {
    ui.button("icon-button", "")
        .attr("aria-label", label)
        .attr("title", label)
        .child(icon(ui, glyph))
}

fn draw(ui: &Ui, class: &str, paths: &[(&str, bool)]) -> El {
    ui.svg("svg")
        .class(class)
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .children(paths.iter().map(|(path, filled)| {
            ui.svg("path")
                .attr("d", path)
                .class(if *filled { "fill" } else { "line" })
        }))
}
