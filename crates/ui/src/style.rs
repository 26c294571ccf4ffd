//! The one style sheet of all views: tokens, then components, then each view's own layout.

/// The whole style sheet. It names nothing outside itself: no font, picture or import.
pub const SHEET: &str = concat!(
    include_str!("style/tokens.css"),
    include_str!("style/components.css"),
    include_str!("style/overlay.css"),
    include_str!("style/popup.css"),
);
