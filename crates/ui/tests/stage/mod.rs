//! A view on a stage: mounted in a shadow root, with its actions recorded.

use clauselight_ui::{Action, Overlay, OverlayModel, Popup, PopupModel, overlay, popup};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    Element, HtmlElement, KeyboardEvent, KeyboardEventInit, ShadowRoot, ShadowRootInit,
    ShadowRootMode,
};

/// A mounted view; goes with its host when dropped.
pub struct Stage {
    host: HtmlElement,
    root: ShadowRoot,
    overlay: Rc<RefCell<Option<Rc<Overlay>>>>,
    popup: RefCell<Option<Popup>>,
    actions: Rc<RefCell<Vec<Action>>>,
    size: Rc<Cell<Option<(f64, f64)>>>,
    drop_on_close: Rc<Cell<bool>>,
}

impl Stage {
    /// Mounts an overlay.
    pub fn overlay(model: OverlayModel) -> Self {
        let stage = Self::empty();
        let mounted = overlay::mount(&stage.root, model, stage.recorder()).expect("it mounts");
        *stage.overlay.borrow_mut() = Some(Rc::new(mounted));
        stage
    }

    /// Mounts a popup.
    pub fn popup(model: PopupModel) -> Self {
        let stage = Self::empty();
        let mounted = popup::mount(&stage.root, model, stage.recorder()).expect("it mounts");
        *stage.popup.borrow_mut() = Some(mounted);
        stage
    }

    fn empty() -> Self {
        let document = web_sys::window()
            .and_then(|window| window.document())
            .expect("a document");
        let host: HtmlElement = document
            .create_element("div")
            .expect("a div")
            .dyn_into()
            .expect("is HTML");
        document
            .body()
            .expect("a body")
            .append_child(&host)
            .expect("appended");
        let root = host
            .attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))
            .expect("a shadow root");
        let stage = Self {
            host,
            root,
            overlay: Rc::default(),
            popup: RefCell::default(),
            actions: Rc::default(),
            size: Rc::default(),
            drop_on_close: Rc::default(),
        };
        stage.give_box(432, 712);
        stage
    }

    fn recorder(&self) -> Rc<dyn Fn(Action)> {
        let (actions, size) = (Rc::clone(&self.actions), Rc::clone(&self.size));
        let (overlay, drops) = (Rc::clone(&self.overlay), Rc::clone(&self.drop_on_close));
        Rc::new(move |action| match action {
            Action::Resize { width, height } => size.set(Some((width, height))),
            action => {
                if drops.get() && action == Action::Close {
                    overlay.borrow_mut().take();
                }
                actions.borrow_mut().push(action);
            }
        })
    }

    /// From now on, the host drops the overlay when it hears that it is to be closed.
    pub fn dropping_on_close(self) -> Self {
        self.drop_on_close.set(true);
        self
    }

    /// The overlay.
    pub fn overlay_ref(&self) -> Rc<Overlay> {
        self.overlay
            .borrow()
            .clone()
            .expect("an overlay is mounted")
    }

    /// Drops the view, not the stage.
    pub fn drop_view(&self) {
        self.overlay.borrow_mut().take();
        self.popup.borrow_mut().take();
    }

    /// The actions emitted since last asked, the sizes apart.
    pub fn taken(&self) -> Vec<Action> {
        self.actions.take()
    }

    /// The box last asked for.
    pub fn size(&self) -> Option<(f64, f64)> {
        self.size.get()
    }

    /// Gives the view a box of this many CSS pixels.
    pub fn give_box(&self, width: u32, height: u32) {
        let style = format!("position: fixed; width: {width}px; height: {height}px");
        self.host.set_attribute("style", &style).expect("a style");
    }

    /// All elements that match.
    pub fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).expect("a selector");
        (0..found.length())
            .filter_map(|at| found.get(at)?.dyn_into().ok())
            .collect()
    }

    fn one(&self, selector: &str) -> HtmlElement {
        let found = self.all(selector).into_iter().next();
        found
            .unwrap_or_else(|| panic!("nothing matches {selector}"))
            .dyn_into()
            .expect("is HTML")
    }

    /// The text of the first element that matches; panics where none does.
    pub fn text(&self, selector: &str) -> String {
        self.one(selector).text_content().unwrap_or_default()
    }

    /// Presses the first element that matches.
    pub fn click(&self, selector: &str) {
        self.one(selector).click();
    }

    /// Presses and releases a key on the first element that matches.
    pub fn key(&self, selector: &str, key: &str) {
        let target = self.one(selector);
        for event in ["keydown", "keyup"] {
            let init = KeyboardEventInit::new();
            init.set_key(key);
            init.set_bubbles(true);
            init.set_composed(true);
            init.set_cancelable(true);
            let event = KeyboardEvent::new_with_keyboard_event_init_dict(event, &init);
            target
                .dispatch_event(&event.expect("an event"))
                .expect("dispatched");
        }
    }

    /// Counts the keys that the page around the view hears of.
    pub fn hear_keys_outside(&self) -> Rc<Cell<u32>> {
        let heard = Rc::<Cell<u32>>::default();
        let count = Rc::clone(&heard);
        let run = Closure::<dyn FnMut()>::new(move || count.set(count.get() + 1));
        for event in ["keydown", "keyup"] {
            let listener = run.as_ref().unchecked_ref();
            self.host
                .add_event_listener_with_callback(event, listener)
                .expect("listens");
        }
        run.forget();
        heard
    }

    /// Whether the first element that matches is laid out.
    pub fn is_shown(&self, selector: &str) -> bool {
        self.one(selector).get_client_rects().length() > 0
    }

    /// Whether the keyboard focus is on an element that matches.
    pub fn focused(&self, selector: &str) -> bool {
        let active = self.root.active_element();
        active.is_some_and(|active| active.matches(selector).expect("a selector"))
    }

    /// How many nodes stand in the root.
    pub fn children(&self) -> u32 {
        self.root.child_nodes().length()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.host.remove();
    }
}

/// Presses an element that may be out of the document.
pub fn click(element: &Element) {
    element.dyn_ref::<HtmlElement>().expect("is HTML").click();
}
