//! Every word of the interface, in one place.

use clauselight_engine::DocumentPosition;

pub const PRODUCT: &str = "Clauselight";
pub const CLOSE: &str = "Close";
pub const COLLAPSE: &str = "Make small";

/// A position in few words.
pub fn position(position: DocumentPosition) -> &'static str {
    match position {
        DocumentPosition::Trains => "Trains on your data",
        DocumentPosition::OptOut => "Trains unless you opt out",
        DocumentPosition::OptIn => "Trains only if you agree",
        DocumentPosition::Prohibits => "Does not train on your data",
        DocumentPosition::Silent => "Says nothing about training",
    }
}
