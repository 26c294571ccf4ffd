//! The popup of the toolbar button.

use crate::dom::{El, OnAction, Ui};
use crate::{OverlayModel, PageInfo, style, text};
use clauselight_atlas::{Comparison, Platform};
use wasm_bindgen::JsValue;
use web_sys::Node;

/// What the popup shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PopupModel {
    /// The page is being read.
    Working,
    /// A page that was read.
    ThisPage {
        /// As in the overlay; `settings` has no effect.
        page: Box<OverlayModel>,
        /// Whether the person asked to be left alone on this site.
        left_alone: bool,
    },
    /// Another page of a platform in the Atlas.
    Platform {
        /// The page.
        page: PageInfo,
        /// The record.
        platform: Box<Platform>,
        /// The platform beside its peers.
        comparison: Comparison,
        /// Whether the page can be analysed on demand.
        can_analyse: bool,
    },
    /// A page of no platform in the Atlas, which was not read.
    NoRecord {
        /// The page.
        page: PageInfo,
    },
    /// A page that an extension may not read: the browser's own pages, its store, PDF.
    Unreadable,
    /// Reading failed, with the reason in words.
    Failed {
        /// The reason, in words for the person or a report.
        reason: String,
    },
}

/// A mounted popup. Dropping it takes its nodes and listeners away.
pub struct Popup {
    root: El,
    style: El,
    _ui: Ui,
}

/// Draws the popup into `root`, an extension page's `body`. To show another state, drop the
/// popup and mount again.
///
/// # Errors
/// The browser's error where `root` has no document or takes no children.
pub fn mount(root: &Node, model: PopupModel, on_action: OnAction) -> Result<Popup, JsValue> {
    let document = root.owner_document().ok_or("the root has no document")?;
    let ui = Ui::new(document, on_action);
    let style = ui.el("style").text(style::SHEET);
    let _ = model;
    let view = ui.el("main").class("cl popup").text(text::PRODUCT);
    root.append_child(style.node())?;
    root.append_child(view.node())?;
    Ok(Popup {
        root: view,
        style,
        _ui: ui,
    })
}

impl Drop for Popup {
    fn drop(&mut self) {
        self.root.remove();
        self.style.remove();
    }
}
