//! The one style sheet of all views: tokens, then components, then each view's own layout; and how it gets into a tree.

use crate::dom::{El, Ui};
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Document, Node, ShadowRoot};

/// The whole style sheet. It names nothing outside itself: no font, picture or import.
pub const SHEET: &str = concat!(
    include_str!("style/tokens.css"),
    include_str!("style/basics.css"),
    include_str!("style/components.css"),
    include_str!("style/evidence.css"),
    include_str!("style/overlay.css"),
    include_str!("style/popup.css"),
);

/// The sheet at work in one tree. Dropping it takes it away.
pub(crate) enum Applied {
    /// As `<style>` in a shadow root in a page: content scripts cannot adopt sheets in Firefox before 153.
    Element(El),
    /// Adopted by the document of an extension page, whose policy refuses `<style>`.
    Adopted(Document, CssStyleSheet),
}

impl Applied {
    /// Puts the sheet to work in the tree of `root`.
    ///
    /// # Errors
    /// The browser's error where `root` takes no children.
    pub(crate) fn to(root: &Node, document: &Document, ui: &Ui) -> Result<Self, JsValue> {
        if root.is_instance_of::<ShadowRoot>() {
            let style = ui.el("style").content(SHEET);
            root.append_child(style.node())?;
            return Ok(Self::Element(style));
        }
        let sheet = CssStyleSheet::new()?;
        sheet.replace_sync(SHEET)?;
        let sheets = adopted(document)?;
        sheets.push(&sheet);
        Reflect::set(document, &ADOPTED.into(), &sheets)?;
        Ok(Self::Adopted(document.clone(), sheet))
    }
}

impl Drop for Applied {
    fn drop(&mut self) {
        match self {
            Self::Element(style) => style.remove(),
            Self::Adopted(document, sheet) => {
                if let Ok(sheets) = adopted(document) {
                    let ours: &JsValue = sheet.as_ref();
                    let others = sheets.filter(&mut |other, _, _| other != *ours);
                    // A document that is going away needs no sheets.
                    let _ = Reflect::set(document, &ADOPTED.into(), &others);
                }
            }
        }
    }
}

const ADOPTED: &str = "adoptedStyleSheets";

/// A copy of the list of sheets that a document has adopted.
fn adopted(document: &Document) -> Result<Array, JsValue> {
    Ok(Array::from(&Reflect::get(document, &ADOPTED.into())?))
}
