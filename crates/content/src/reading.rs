//! From a snapshot to all that the overlay shows, with a rest after each piece of work.

use crate::page::{Page, Parts};
use clauselight_atlas::{Atlas, Comparison, Platform};
use clauselight_engine::{BrokenDocument, Reader, Report, detect, to_utf16};
use clauselight_ui::PageInfo;
use serde::Serialize;
use std::future::Future;
use std::task::Poll;

/// Bytes of text read between two rests; about a millisecond's work.
const STEP_BYTES: usize = 4 * 1024;

/// All that was found out about a page.
pub struct Reading {
    /// The page.
    pub info: PageInfo,
    /// What the engine says of it.
    pub report: Report,
    /// Where the clauses stand in the snapshot, in UTF-16 units.
    pub places: Vec<[u32; 2]>,
    /// The platform's record.
    pub platform: Option<Platform>,
    /// The page and the platform beside others.
    pub comparison: Comparison,
    /// What the host is told, as JSON.
    pub state: String,
}

/// Reads a page: `None` where it is of no sort that is read, unless `forced`. A future, since the engine's Reader borrows
/// the Document that it reads; it is polled until done, and rests by being pending once.
///
/// # Errors
/// [`BrokenDocument`] where the snapshot is not sound.
pub async fn read(parts: Parts, forced: bool) -> Result<Option<Reading>, BrokenDocument> {
    let page = Page::new(parts)?;
    rest().await;
    if !detect(&page.document).kind.is_read() && !forced {
        return Ok(None);
    }
    rest().await;
    let mut reader = Reader::new(&page.document);
    rest().await;
    while reader.step(STEP_BYTES) {
        rest().await;
    }
    let report = reader.finish();
    rest().await;
    let spans: Vec<_> = report
        .clauses
        .iter()
        .map(|clause| page.in_snapshot(clause.span))
        .collect();
    let places = to_utf16(&page.text, &spans)
        .into_iter()
        .map(|span| [span.start.0, span.end.0])
        .collect();
    let info = page.info();
    rest().await;
    // A damaged Atlas is as good as none: the page's own statement does not depend on it.
    let atlas = Atlas::bundled().ok();
    rest().await;
    let platform = atlas.and_then(|atlas| atlas.lookup(&info.host, path_of(&info.url)));
    let comparison = match atlas {
        Some(atlas) => atlas.compare(platform.as_ref(), Some(&report)),
        None => Comparison {
            columns: Vec::new(),
            rows: Vec::new(),
        },
    };
    rest().await;
    let state = state_of(&report);
    Ok(Some(Reading {
        info,
        report,
        places,
        platform,
        comparison,
        state,
    }))
}

/// Is pending once: whoever polls goes on when it likes.
fn rest() -> impl Future<Output = ()> {
    let mut rested = false;
    std::future::poll_fn(move |_| {
        if std::mem::replace(&mut rested, true) {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    })
}

/// The path of an address, with what follows it.
fn path_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    rest.find('/')
        .and_then(|at| rest.get(at..))
        .unwrap_or_default()
}

fn state_of(report: &Report) -> String {
    #[derive(Serialize)]
    struct State<'r> {
        state: &'static str,
        report: &'r Report,
    }
    // A report has no map keys and no numbers that JSON lacks.
    serde_json::to_string(&State {
        state: "report",
        report,
    })
    .unwrap_or_default()
}
