//! The WASM of the extension pages: the popup. It turns what the page's content script answered into the view's model.

mod answer;

use answer::Answer;
use clauselight_ui::{Action, Popup, popup};
use js_sys::Function;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Node;

thread_local! {
    /// The popup on display; another one takes its place.
    static SHOWN: RefCell<Option<Popup>> = const { RefCell::new(None) };
}

/// Draws the popup into `root` for the content script's answer (`null` where there is none). `on_action` is called with
/// the name of what the person wants (`open`, `show`, `analyse`, `back`) and an address, or an empty one.
///
/// # Errors
/// The browser's error where `root` takes no children.
#[wasm_bindgen(js_name = popup)]
pub fn draw(root: &Node, answer: JsValue, on_action: Function) -> Result<(), JsValue> {
    let answer: Option<Answer> = serde_wasm_bindgen::from_value(answer).unwrap_or_default();
    let act = Rc::new(move |action| {
        let (name, url) = match &action {
            Action::OpenLink(url) => ("open", url.as_str()),
            Action::ShowOverlay | Action::ShowClause(_) => ("show", ""),
            Action::AnalyseAnyway => ("analyse", ""),
            Action::BackOnThisSite => ("back", ""),
            // The overlay's own.
            _ => return,
        };
        // What goes wrong there is reported there.
        let _ = on_action.call2(&JsValue::NULL, &name.into(), &url.into());
    });
    SHOWN.with_borrow_mut(|shown| {
        // The old one goes first: it takes its nodes out of the root.
        *shown = None;
        *shown = Some(popup::mount(root, answer::model(answer), act)?);
        Ok(())
    })
}
