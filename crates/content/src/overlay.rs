//! The overlay with its actions carried out through the page port.

use crate::port::PagePort;
use crate::reading::Reading;
use clauselight_ui::{
    Action, Notice, Overlay, OverlayModel, Placement, Side, ViewSettings, overlay,
};
use js_sys::Promise;
use std::cell::{Cell, OnceCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Node;

/// An overlay in the page. Dropping it takes it away.
pub struct Shown(Rc<Inner>);

struct Inner {
    port: PagePort,
    host: String,
    quotes: Vec<String>,
    places: Vec<[u32; 2]>,
    active: Cell<Option<usize>>,
    /// Set once, right after the view exists.
    view: OnceCell<Overlay>,
}

/// How the overlay lies in a window of `width` CSS pixels.
pub fn settings(collapsed: bool, width: f64) -> ViewSettings {
    ViewSettings {
        collapsed,
        placement: Placement::for_window(width, Side::Right),
    }
}

/// Draws the overlay for what was read and highlights the clauses.
///
/// # Errors
/// The browser's error where `root` takes no children.
pub fn show(
    reading: Reading,
    root: &Node,
    port: PagePort,
    settings: ViewSettings,
) -> Result<Shown, JsValue> {
    let Reading {
        info: page,
        report,
        places,
        platform,
        comparison,
        state: _,
    } = reading;
    let inner = Rc::new(Inner {
        port,
        host: page.host.clone(),
        quotes: report
            .clauses
            .iter()
            .map(|clause| clause.quote.clone())
            .collect(),
        places,
        active: Cell::new(None),
        view: OnceCell::new(),
    });
    let weak = Rc::downgrade(&inner);
    let on_action = Rc::new(move |action| {
        if let Some(inner) = weak.upgrade() {
            inner.act(action);
        }
    });
    let model = OverlayModel {
        report,
        page,
        platform,
        comparison,
        settings,
    };
    let view = overlay::mount(root, model, on_action)?;
    // Nothing else sets it.
    let _ = inner.view.set(view);
    inner.highlight();
    Ok(Shown(inner))
}

impl Shown {
    /// The page's window now has this width in CSS pixels.
    pub fn resized(&self, width: f64) {
        if let Some(view) = self.0.view.get() {
            view.set_placement(Placement::for_window(width, Side::Right));
        }
    }

    /// Puts the keyboard into the overlay, and highlights again where closing took that away.
    pub fn focus(&self) {
        self.0.highlight();
        if let Some(view) = self.0.view.get() {
            view.focus();
        }
    }
}

impl Inner {
    fn act(self: &Rc<Self>, action: Action) {
        match action {
            Action::ShowClause(index) => {
                let Some([start, end]) = self.places.get(index).copied() else {
                    return;
                };
                self.active.set(Some(index));
                self.highlight();
                self.notify_after(self.port.scroll_to(start, end), None, Notice::ClauseGone);
            }
            Action::CopyClause(index) => {
                let Some(quote) = self.quotes.get(index) else {
                    return;
                };
                self.notify_after(
                    self.port.copy(quote),
                    Some(Notice::Copied),
                    Notice::CopyFailed,
                );
            }
            Action::OpenLink(url) => self.port.open(url.as_str()),
            Action::Collapse => self.port.remember("collapsed", true),
            Action::Expand => self.port.remember("collapsed", false),
            Action::Close => self.port.close(),
            Action::NotOnThisSite => {
                self.port.remember(&["off:", &self.host].concat(), true);
                self.port.close();
            }
            Action::Resize { width, height } => self.port.resize(width, height),
            // The popup's own.
            Action::BackOnThisSite | Action::ShowOverlay | Action::AnalyseAnyway => {}
        }
    }

    fn highlight(&self) {
        let active = self
            .active
            .get()
            .and_then(|index| i32::try_from(index).ok());
        self.port
            .highlight(&self.places.concat(), active.unwrap_or(-1));
    }

    /// Tells the view how it went when the page has answered yes or no.
    fn notify_after(self: &Rc<Self>, answer: Promise, yes: Option<Notice>, no: Notice) {
        let weak: Weak<Self> = Rc::downgrade(self);
        spawn_local(async move {
            let worked = JsFuture::from(answer)
                .await
                .is_ok_and(|answer| answer.is_truthy());
            let notice = if worked { yes } else { Some(no) };
            if let (Some(notice), Some(inner)) = (notice, weak.upgrade())
                && let Some(view) = inner.view.get()
            {
                view.notify(notice);
            }
        });
    }
}
