//! The views, in Rust on web-sys: overlay and popup, built from one set of components, one style
//! sheet of tokens and one module of wording. A view draws a model and emits [`Action`]s; it
//! never touches the page and never learns how the text was obtained.

mod components;
mod dom;
pub mod model;
pub mod overlay;
pub mod popup;
mod safe_url;
pub mod style;
mod text;

pub use model::{Action, Notice, OverlayModel, PageInfo, Placement, Side, ViewSettings};
pub use overlay::Overlay;
pub use popup::{Popup, PopupModel};
pub use safe_url::SafeUrl;
