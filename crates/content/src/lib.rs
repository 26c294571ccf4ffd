//! The WASM of the content script and of the extension frame: from a snapshot of the page to the overlay.
//!
//! JavaScript calls it synchronously, step by step (`extension/content/run.js`), so that a trap surfaces there as an
//! exception. Nothing is decided here: the engine reads, the Atlas looks up, `ui` draws, the page port touches the page.

mod main_text;
mod overlay;
mod page;
mod port;

use clauselight_engine::{Reader, Report, detect, to_utf16};
use page::Page;
use port::{PagePort, Snapshot};
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use wasm_bindgen::prelude::*;
use web_sys::Node;

/// Bytes of text read between two rests; some milliseconds' work.
const STEP_BYTES: usize = 16 * 1024;

/// The style sheet of the views. The frame's policy refuses `<style>`, and takes a constructed sheet.
#[wasm_bindgen]
pub fn styles() -> String {
    clauselight_ui::style::SHEET.to_owned()
}

/// What a reading came to: the Report, and where its clauses stand in the page, in UTF-16 units of the snapshot.
struct Reading {
    report: Report,
    places: Vec<[u32; 2]>,
}

type Task = Pin<Box<dyn Future<Output = Reading>>>;

/// One reading of one page, and the overlay that shows it.
#[wasm_bindgen]
pub struct Session {
    port: PagePort,
    root: Node,
    width: f64,
    task: Option<Task>,
    reading: Option<Reading>,
    info: clauselight_ui::PageInfo,
    overlay: Option<overlay::Shown>,
}

#[wasm_bindgen]
impl Session {
    /// A session that draws into `root` (the closed shadow root, or the frame's body) beside a page whose window is
    /// `width` CSS pixels wide.
    #[wasm_bindgen(constructor)]
    pub fn new(port: PagePort, root: Node, width: f64) -> Self {
        let info =
            clauselight_ui::PageInfo { title: String::new(), url: String::new(), host: String::new() };
        Self { port, root, width, task: None, reading: None, info, overlay: None }
    }

    /// Takes a snapshot. Whether the page is to be read: it is a sort of page that is, or `forced`.
    ///
    /// # Errors
    /// A message in words where the snapshot is not sound.
    pub fn load(&mut self, snapshot: &Snapshot, forced: bool) -> Result<bool, JsError> {
        let page = Page::new(snapshot.parts())?;
        let kind = detect(&page.document).kind;
        self.info = page.info();
        let read = kind.is_read() || forced;
        self.task = read.then(|| Box::pin(read_in_steps(page)) as Task);
        Ok(read)
    }

    /// Reads some of the page; whether anything is left.
    pub fn step(&mut self) -> bool {
        let Some(task) = &mut self.task else { return false };
        match task.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Pending => true,
            Poll::Ready(reading) => {
                self.task = None;
                self.reading = Some(reading);
                false
            }
        }
    }

    /// Draws the overlay, highlights the clauses and tells the host what was found.
    ///
    /// # Errors
    /// The browser's error where the overlay cannot be drawn.
    pub fn show(&mut self, collapsed: bool) -> Result<(), JsValue> {
        let Some(reading) = self.reading.take() else { return Ok(()) };
        // The old one goes first: it takes its nodes out of the root.
        self.overlay = None;
        let json = overlay::state(&reading.report);
        self.overlay = Some(overlay::show(
            reading,
            self.info.clone(),
            &self.root,
            self.port.clone(),
            overlay::settings(collapsed, self.width),
        )?);
        self.port.state(&json);
        Ok(())
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

/// Reads the page, resting after each step. As a future, since the Reader borrows the Document it reads.
async fn read_in_steps(page: Page) -> Reading {
    let mut reader = Reader::new(&page.document);
    while reader.step(STEP_BYTES) {
        rest().await;
    }
    let report = reader.finish();
    let spans: Vec<_> = report.clauses.iter().map(|clause| page.in_snapshot(clause.span)).collect();
    let places = to_utf16(&page.text, &spans).into_iter().map(|span| [span.start.0, span.end.0]).collect();
    Reading { report, places }
}

/// Is pending once: whoever polls goes on when it likes.
fn rest() -> impl Future<Output = ()> {
    let mut rested = false;
    std::future::poll_fn(move |_| if std::mem::replace(&mut rested, true) { Poll::Ready(()) } else { Poll::Pending })
}
