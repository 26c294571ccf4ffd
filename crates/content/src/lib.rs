//! The WASM of the content script and of the extension frame: from a snapshot of the page to the overlay.
//!
//! JavaScript calls it synchronously, step by step (`extension/content/run.js`), so that a trap surfaces there as an
//! exception. Nothing is decided here: the engine reads, the Atlas looks up, `ui` draws, the page port touches the page.

mod main_text;
mod overlay;
mod page;
mod port;
mod reading;

use clauselight_engine::BrokenDocument;
use port::{PagePort, Snapshot};
use reading::{Reading, read};
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use wasm_bindgen::prelude::*;
use web_sys::Node;

/// What became of a page: nothing, where it is of no sort that is read.
type Outcome = Result<Option<Reading>, BrokenDocument>;

/// One reading of one page, and the overlay that shows it.
#[wasm_bindgen]
pub struct Session {
    port: PagePort,
    root: Node,
    width: f64,
    task: Option<Pin<Box<dyn Future<Output = Outcome>>>>,
    reading: Option<Reading>,
    overlay: Option<overlay::Shown>,
}

#[wasm_bindgen]
impl Session {
    /// A session that draws into `root` (the closed shadow root, or the frame's body) beside a page whose window is
    /// `width` CSS pixels wide.
    #[wasm_bindgen(constructor)]
    pub fn new(port: PagePort, root: Node, width: f64) -> Self {
        Self {
            port,
            root,
            width,
            task: None,
            reading: None,
            overlay: None,
        }
    }

    /// Takes a snapshot to read: whatever sort of page it is where `forced`.
    pub fn load(&mut self, snapshot: &Snapshot, forced: bool) {
        self.reading = None;
        self.task = Some(Box::pin(read(snapshot.parts(), forced)));
    }

    /// Reads some of the page; whether anything is left.
    ///
    /// # Errors
    /// A message in words where the snapshot is not sound.
    pub fn step(&mut self) -> Result<bool, JsError> {
        let Some(task) = &mut self.task else {
            return Ok(false);
        };
        let Poll::Ready(outcome) = task.as_mut().poll(&mut Context::from_waker(Waker::noop()))
        else {
            return Ok(true);
        };
        self.task = None;
        self.reading = outcome?;
        Ok(false)
    }

    /// Draws the overlay, highlights the clauses and tells the host what was found. Whether there is anything to show:
    /// not where the page is of no sort that is read.
    ///
    /// # Errors
    /// The browser's error where the overlay cannot be drawn.
    pub fn show(&mut self, collapsed: bool) -> Result<bool, JsValue> {
        // The old one goes first: it takes its nodes out of the root.
        self.overlay = None;
        let Some(reading) = self.reading.take() else {
            return Ok(false);
        };
        self.port.state(&reading.state);
        let settings = overlay::settings(collapsed, self.width);
        self.overlay = Some(overlay::show(
            reading,
            &self.root,
            self.port.clone(),
            settings,
        )?);
        Ok(true)
    }

    /// The page's window now has this width in CSS pixels.
    pub fn resized(&mut self, width: f64) {
        self.width = width;
        if let Some(overlay) = &self.overlay {
            overlay.resized(width);
        }
    }

    /// Puts the keyboard into the overlay.
    pub fn focus(&self) {
        if let Some(overlay) = &self.overlay {
            overlay.focus();
        }
    }
}
