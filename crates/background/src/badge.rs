//! What the toolbar button says of a page: text that can be told apart without colour, and a sentence.

use clauselight_engine::DocumentPosition;
use serde::Deserialize;
use wasm_bindgen::prelude::*;

/// What is known of a page.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum State {
    /// Nothing was looked at.
    Idle,
    /// It is being read.
    Reading,
    /// It is no legal page.
    Ordinary,
    /// It could not be read.
    Failed,
    /// It was read.
    Report {
        /// Where the document stands.
        position: DocumentPosition,
        /// How many clauses were found.
        clauses: u32,
    },
}

/// The toolbar button of one tab.
#[wasm_bindgen(getter_with_clone)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    /// At most four letters; empty for none.
    pub text: String,
    /// Behind the text, which is white: at least 4.5 to 1 in contrast.
    pub color: String,
    /// The tooltip.
    pub title: String,
}

impl State {
    /// What to show for it. Ordinary pages and pages at work show nothing.
    pub fn badge(self) -> Badge {
        let (text, color, says) = match self {
            Self::Idle | Self::Ordinary => ("", GREY, "Clauselight"),
            Self::Reading => ("", GREY, "Clauselight is reading this page"),
            Self::Failed => ("!", GREY, "Clauselight could not read this page"),
            Self::Report { position, .. } => match position {
                DocumentPosition::Trains => (
                    "ON",
                    "#a33a1c",
                    "This page says your data is used to train AI, and states no way to turn that off",
                ),
                DocumentPosition::OptOut => (
                    "OUT",
                    "#8a5a00",
                    "This page says your data is used to train AI unless you opt out",
                ),
                DocumentPosition::OptIn => (
                    "ASK",
                    "#1f5f8b",
                    "This page says your data is used to train AI only if you agree",
                ),
                DocumentPosition::Prohibits => (
                    "NO",
                    "#1b6e3c",
                    "This page says your data is not used to train AI",
                ),
                DocumentPosition::Silent => (
                    "–",
                    GREY,
                    "This page says nothing about training AI on your data",
                ),
            },
        };
        let title = match self {
            Self::Report { clauses: 1, .. } => [says, " (1 clause)"].concat(),
            Self::Report { clauses, .. } if clauses > 1 => {
                [says, " (", &clauses.to_string(), " clauses)"].concat()
            }
            _ => says.to_owned(),
        };
        Badge {
            text: text.to_owned(),
            color: color.to_owned(),
            title,
        }
    }
}

const GREY: &str = "#5b5f66";

#[cfg(test)]
mod tests {
    use super::*;
    use DocumentPosition::{OptIn, OptOut, Prohibits, Silent, Trains};

    #[test]
    fn every_position_reads_differently_and_fits() {
        let badges = [Trains, OptOut, OptIn, Prohibits, Silent].map(|position| {
            State::Report {
                position,
                clauses: 2,
            }
            .badge()
        });
        for (i, badge) in badges.iter().enumerate() {
            assert!((1..=4).contains(&badge.text.chars().count()), "{badge:?}");
            assert!(
                badges[..i]
                    .iter()
                    .all(|other| other.text != badge.text && other.title != badge.title),
                "{badge:?}"
            );
            assert!(contrast_with_white(&badge.color) >= 4.5, "{badge:?}");
        }
    }

    #[test]
    fn ordinary_pages_show_nothing() {
        for state in [State::Idle, State::Ordinary, State::Reading] {
            assert_eq!(state.badge().text, "");
        }
    }

    #[test]
    fn counts_clauses() {
        let title = |clauses| {
            State::Report {
                position: OptOut,
                clauses,
            }
            .badge()
            .title
        };
        assert!(title(1).ends_with("(1 clause)"));
        assert!(title(3).ends_with("(3 clauses)"));
        assert!(
            !State::Report {
                position: Silent,
                clauses: 0
            }
            .badge()
            .title
            .contains('(')
        );
    }

    fn contrast_with_white(color: &str) -> f64 {
        let channel = |at: usize| {
            let value =
                f64::from(u8::from_str_radix(color.get(at..at + 2).unwrap(), 16).unwrap()) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        1.05 / (0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) + 0.05)
    }
}
