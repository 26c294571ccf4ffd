//! A tiny typed builder on the DOM. Text goes in as text; there is no way to pass markup.

use crate::Action;
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, throw_val};
use web_sys::{Document, Element, Event, FocusOptions, HtmlElement, Node, ResizeObserver};

/// Where a view sends its actions.
pub type OnAction = Rc<dyn Fn(Action)>;

/// What building a view needs: the document, the way out for actions, and the listeners, which
/// live as long as the last clone of this.
#[derive(Clone)]
pub struct Ui {
    document: Document,
    on_action: OnAction,
    listeners: Rc<RefCell<Vec<EventListener>>>,
    /// The level of the view's headline.
    top: Level,
}

/// The level of a view's headline.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// The view is a document of its own.
    One,
    /// The view stands in a page that has its own headline.
    Two,
}

impl Ui {
    pub fn new(document: Document, on_action: OnAction, top: Level) -> Self {
        Self {
            document,
            on_action,
            listeners: Rc::default(),
            top,
        }
    }

    /// A new element. `tag` is a literal of ours, so the browser has no reason to refuse; if it
    /// does, its error goes to the caller of the module as it is.
    pub fn el(&self, tag: &str) -> El {
        El(self
            .document
            .create_element(tag)
            .unwrap_or_else(|error| throw_val(error)))
    }

    /// A new element of the SVG namespace.
    pub fn svg(&self, tag: &str) -> El {
        let svg = Some("http://www.w3.org/2000/svg");
        El(self
            .document
            .create_element_ns(svg, tag)
            .unwrap_or_else(|error| throw_val(error)))
    }

    /// A heading, `below` levels under the view's headline.
    pub fn heading(&self, below: usize) -> El {
        let tags = ["h1", "h2", "h3", "h4", "h5", "h6"];
        let top = usize::from(self.top == Level::Two);
        self.el(tags[(top + below).min(tags.len() - 1)])
    }

    /// A button with a class; `label` is its text.
    pub fn button(&self, class: &str, label: &str) -> El {
        self.el("button")
            .attr("type", "button")
            .class(class)
            .text(label)
    }

    pub fn act(&self, action: Action) {
        (self.on_action)(action);
    }

    /// Calls `run` on every `event` at `el`, until the view is dropped.
    pub fn on(&self, el: &El, event: &'static str, run: impl FnMut(&Event) + 'static) {
        // Not passive: the keyboard handling prevents defaults.
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&el.0, event, options, run);
        self.listeners.borrow_mut().push(listener);
    }

    /// Calls `run` when `el` is pressed.
    pub fn on_press(&self, el: &El, mut run: impl FnMut() + 'static) {
        self.on(el, "click", move |_| run());
    }

    /// Emits `action` when `el` is pressed.
    pub fn emits(&self, el: El, action: Action) -> El {
        let on_action = Rc::clone(&self.on_action);
        self.on_press(&el, move || on_action(action.clone()));
        el
    }
}

/// An element being built, or held on to.
#[derive(Clone)]
pub struct El(Element);

impl El {
    pub fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    pub fn attr(self, name: &str, value: &str) -> Self {
        self.set(name, value);
        self
    }

    /// Appends text, as text.
    pub fn text(self, text: &str) -> Self {
        let _ = self.0.append_with_str_1(text);
        self
    }

    /// Makes `text` all that is in the element. For `<style>`: under a strict policy of the page Firefox lets an
    /// extension's style pass only where its text was set so.
    pub fn content(self, text: &str) -> Self {
        self.0.set_text_content(Some(text));
        self
    }

    pub fn child(self, child: El) -> Self {
        self.push(&child);
        self
    }

    pub fn maybe(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    pub fn children(self, children: impl IntoIterator<Item = El>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    pub fn push(&self, child: &El) {
        let _ = self.0.append_child(&child.0);
    }

    /// Sets an attribute. Names are literals of ours, which the browser accepts.
    pub fn set(&self, name: &str, value: &str) {
        let _ = self.0.set_attribute(name, value);
    }

    /// Takes an attribute away.
    pub fn unset(&self, name: &str) {
        let _ = self.0.remove_attribute(name);
    }

    /// Sets an attribute, or takes it away.
    pub fn flag(&self, name: &str, on: bool) {
        let _ = if on {
            self.0.set_attribute(name, "")
        } else {
            self.0.remove_attribute(name)
        };
    }

    /// Replaces all content by this text.
    pub fn set_text(&self, text: &str) {
        self.0.set_text_content(Some(text));
    }

    pub fn focus(&self) {
        if let Some(element) = self.0.dyn_ref::<HtmlElement>() {
            // Without scrolling, which could move the page.
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = element.focus_with_options(&options);
        }
    }

    /// Whether the keyboard focus is in it. Looks at the tree that it stands in, since a
    /// document does not tell what has the focus in a closed shadow root.
    pub fn has_focus(&self) -> bool {
        self.0.matches(":focus-within").unwrap_or(false)
    }

    /// Scrolls the part of the view that scrolls (`.scroll`) so that this stands at its top.
    /// Not `scrollIntoView`, which may scroll the page as well.
    pub fn scroll_to(&self) {
        if let Ok(Some(scroller)) = self.0.closest(".scroll") {
            let here = self.0.get_bounding_client_rect().top();
            let top = scroller.get_bounding_client_rect().top();
            scroller.scroll_by_with_x_and_y(0.0, here - top - 12.0);
        }
    }

    /// Scrolls to this and puts the focus on it; it must take focus.
    pub fn reveal(&self) {
        self.scroll_to();
        self.focus();
    }

    /// Width and height as laid out, in CSS pixels; zero while it is not shown.
    pub fn size(&self) -> (f64, f64) {
        let rect = self.0.get_bounding_client_rect();
        (rect.width(), rect.height())
    }

    /// Whether it can be seen at present in the part of the view that scrolls.
    pub fn is_in_view(&self) -> bool {
        self.0
            .closest(".scroll")
            .ok()
            .flatten()
            .is_some_and(|scroller| {
                let (here, frame) = (
                    self.0.get_bounding_client_rect(),
                    scroller.get_bounding_client_rect(),
                );
                here.top() < frame.bottom() && here.bottom() > frame.top()
            })
    }

    pub fn node(&self) -> &Node {
        &self.0
    }

    pub fn remove(&self) {
        self.0.remove();
    }
}

/// Tells when elements change their size, until dropped.
pub struct SizeWatch {
    observer: ResizeObserver,
    _run: Closure<dyn FnMut()>,
}

impl SizeWatch {
    /// Calls `run` after the size of any of these has changed. `None` where the browser has no
    /// such observer.
    pub fn new<'a>(
        elements: impl IntoIterator<Item = &'a El>,
        run: impl FnMut() + 'static,
    ) -> Option<Self> {
        let run = Closure::<dyn FnMut()>::new(run);
        let observer = ResizeObserver::new(run.as_ref().unchecked_ref()).ok()?;
        for element in elements {
            observer.observe(&element.0);
        }
        Some(Self {
            observer,
            _run: run,
        })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
