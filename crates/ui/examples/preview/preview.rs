//! A page to look at the views without the extension. Not shipped.

#[path = "../../tests/states/mod.rs"]
mod states;

use clauselight_ui::{Action, Notice, Overlay, Placement, Popup, Side, overlay, popup};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// What is on show; goes when freed.
#[wasm_bindgen]
pub struct Shown {
    overlay: Option<Overlay>,
    _popup: Option<Popup>,
}

#[wasm_bindgen]
impl Shown {
    /// The next clause.
    pub fn step(&self) {
        if let Some(overlay) = &self.overlay {
            overlay.step(true);
        }
    }

    /// The notice after copying.
    pub fn copied(&self) {
        if let Some(overlay) = &self.overlay {
            overlay.notify(Notice::Copied);
        }
    }
}

/// The names of the states: of the overlay, or of the popup.
#[wasm_bindgen]
pub fn states(of_popup: bool) -> Vec<String> {
    let names: &[&str] = if of_popup {
        &states::POPUPS
    } else {
        &states::OVERLAYS
    };
    names.iter().map(|&name| name.to_owned()).collect()
}

/// Shows a state of the overlay. `on_resize(width, height)` and `on_action(text)` are called.
#[wasm_bindgen]
pub fn show_overlay(
    root: &web_sys::Node,
    name: &str,
    width: f64,
    collapsed: bool,
    on_resize: js_sys::Function,
    on_action: js_sys::Function,
) -> Result<Shown, JsValue> {
    let mut model = states::overlay(name);
    model.settings.collapsed = collapsed;
    model.settings.placement = Placement::for_window(width, Side::Right);
    let act = move |action: Action| {
        let _ = match action {
            Action::Resize { width, height } => {
                on_resize.call2(&JsValue::NULL, &width.into(), &height.into())
            }
            other => on_action.call1(&JsValue::NULL, &format!("{other:?}").into()),
        };
    };
    let overlay = overlay::mount(root, model, Rc::new(act))?;
    Ok(Shown {
        overlay: Some(overlay),
        _popup: None,
    })
}

/// Shows a state of the popup.
#[wasm_bindgen]
pub fn show_popup(
    root: &web_sys::Node,
    name: &str,
    on_action: js_sys::Function,
) -> Result<Shown, JsValue> {
    let act = move |action: Action| {
        let _ = on_action.call1(&JsValue::NULL, &format!("{action:?}").into());
    };
    let popup = popup::mount(root, states::popup(name), Rc::new(act))?;
    Ok(Shown {
        overlay: None,
        _popup: Some(popup),
    })
}
