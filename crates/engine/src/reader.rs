//! From Document to Report, in steps that a caller may spread over time.

use crate::cues::{Class, Table, table_for};
use crate::explain::Explanation;
use crate::read::{
    Governing, Reading, Rejection, Sentence, follow, is_title, read, states_position,
};
use crate::text::{Outline, Place, sentences, words};
use crate::*;

/// How many sentences after a clause may still speak of "this use".
const NEIGHBOURS: usize = 3;

/// Reads a document in bounded steps, so that a page's main thread is never held for long.
/// The Report does not depend on how the work was cut.
#[derive(Debug)]
pub struct Reader<'d> {
    document: &'d Document,
    table: Option<&'static Table>,
    language: String,
    outline: Outline,
    next: usize,
    clauses: Vec<Clause>,
    readings: Vec<Reading>,
    /// Sentences since the last clause, and the section it stood in.
    since: usize,
    section: Vec<usize>,
    /// What the headings and stems last asked for say.
    governed: Option<(Vec<usize>, Vec<usize>, Governing)>,
    /// What was made of each sentence that was looked at closely, where asked for.
    trace: Option<Vec<Explanation>>,
}

impl<'d> Reader<'d> {
    /// Starts reading.
    pub fn new(document: &'d Document) -> Self {
        let language = crate::language::language_of(document);
        Self {
            document,
            table: table_for(&language),
            language,
            outline: Outline::default(),
            next: 0,
            clauses: Vec::new(),
            readings: Vec::new(),
            since: usize::MAX,
            section: Vec::new(),
            governed: None,
            trace: None,
        }
    }

    /// Reads blocks holding about `bytes` more text; whether anything is left to read.
    pub fn step(&mut self, bytes: usize) -> bool {
        let mut read = 0;
        while read < bytes
            && let Some(block) = self.document.blocks().get(self.next)
        {
            read += block.span.len().max(1);
            if let Some(table) = self.table {
                self.block(self.next, table);
            }
            self.next += 1;
        }
        self.next < self.document.blocks().len()
    }

    fn block(&mut self, index: usize, table: &'static Table) {
        let place = self.outline.place(self.document, index);
        let Some(block) = self.document.blocks().get(index) else {
            return;
        };
        let text = self.document.slice(block.span);
        let base = block.span.range().start;
        let mut found = Vec::new();
        words(text, base, &table.vocabulary, &mut found);
        let triggered = found.iter().any(|w| table.is_trigger(w.id));
        let near = self.since <= NEIGHBOURS && place.headings == self.section;
        let governed = !place.stems.is_empty() || place.headings.last().is_some();
        if !triggered && !near && !governed {
            return;
        }
        let mut governing = self.governing(&place, table);
        if !triggered && !near && !governing.trained_on && !governing.improves_ai {
            self.since = self.since.saturating_add(1);
            return;
        }
        if matches!(block.kind, BlockKind::Heading { .. }) && !triggered {
            return;
        }
        for cell in place.row.iter().chain(&place.column) {
            governing.ai |= self
                .last_sentence(*cell, table)
                .is_some_and(|s| s.has(Class::Model));
        }
        governing.listed |= matches!(
            block.kind,
            BlockKind::ListItem { .. } | BlockKind::Cell { .. }
        );
        let is_stem = self.is_stem(index, text);
        let is_heading = matches!(block.kind, BlockKind::Heading { .. });
        let ranges = sentences(text);
        let count = ranges.len();
        for (nth, range) in ranges.into_iter().enumerate() {
            let is_stem = is_stem && nth + 1 == count;
            let span = Span::new(base + range.start, base + range.end);
            let sentence = Sentence::new(self.document, span, table);
            let mut governing = governing;
            let follows = self.since <= NEIGHBOURS && place.headings == self.section;
            // What the sentence before said of AI still holds for "training" alone.
            governing.ai |= follows;
            let mut reading = read(&sentence, &governing).map_err(Rejection::text);
            if (is_heading || is_title(&sentence, count, block.kind))
                && !reading.as_ref().is_ok_and(states_position)
            {
                reading = Err("a heading");
            } else if is_stem && reading.is_ok() {
                reading = Err("the stem of a list");
            } else if reading.is_err() && !is_stem {
                let other = follow(&sentence, &governing, follows.then_some(self.since));
                reading = other.ok_or(reading.err().unwrap_or_default());
            }
            if let Some(trace) = &mut self.trace {
                trace.push(Explanation::new(&sentence, reading.as_ref().err().copied()));
            }
            match reading {
                Ok(reading) => {
                    self.since = 0;
                    self.section.clone_from(&place.headings);
                    self.push(reading, span, &place);
                }
                Err(_) => self.since = self.since.saturating_add(1),
            }
        }
    }

    fn is_stem(&self, index: usize, text: &str) -> bool {
        let listed =
            self.document.blocks().get(index + 1).is_some_and(|n| {
                matches!(n.kind, BlockKind::ListItem { .. } | BlockKind::Cell { .. })
            });
        text.ends_with([':', '：']) && listed
    }

    /// What headings and stems say; most blocks share those of the block before.
    fn governing(&mut self, place: &Place, table: &Table) -> Governing {
        if let Some((headings, stems, known)) = &self.governed
            && *headings == place.headings
            && *stems == place.stems
        {
            return *known;
        }
        let mut governing = Governing::default();
        for (i, heading) in place.headings.iter().enumerate() {
            if let Some(s) = self.last_sentence(*heading, table) {
                governing.heading(&s, i + 1 == place.headings.len());
            }
        }
        for stem in &place.stems {
            if let Some(s) = self.last_sentence(*stem, table) {
                governing.stem(&s);
            }
        }
        self.governed = Some((place.headings.clone(), place.stems.clone(), governing));
        governing
    }

    /// The last sentence of a block: by it a stem of many sentences governs.
    fn last_sentence(&self, index: usize, table: &Table) -> Option<Sentence<'d>> {
        let block = self.document.blocks().get(index)?;
        let last = sentences(self.document.slice(block.span)).pop()?;
        let base = block.span.range().start;
        Some(Sentence::new(
            self.document,
            Span::new(base + last.start, base + last.end),
            table,
        ))
    }

    fn push(&mut self, reading: Reading, span: Span, place: &Place) {
        let section = place
            .headings
            .iter()
            .filter_map(|&i| self.document.blocks().get(i))
            .map(|b| self.document.slice(b.span).to_owned())
            .collect();
        self.clauses.push(Clause {
            quote: self.document.slice(span).to_owned(),
            span,
            section,
            kinds: reading.kinds.clone(),
            position: reading.position,
            data: reading.data.clone(),
            audience: reading.audience.clone(),
            why: reading.why.clone(),
        });
        self.readings.push(reading);
    }

    /// Reads what is left and draws the conclusions.
    pub fn finish(mut self) -> Report {
        while self.step(usize::MAX) {}
        crate::resolve::report(
            self.document,
            self.language,
            self.table.is_some(),
            self.clauses,
            &self.readings,
        )
    }
}

/// What was made of every sentence that has a word of training, models or AI in it, in order.
pub(crate) fn explain(document: &Document) -> Vec<Explanation> {
    let mut reader = Reader::new(document);
    reader.trace = Some(Vec::new());
    while reader.step(usize::MAX) {}
    reader.trace.unwrap_or_default()
}

/// Reads a whole document at once.
pub fn analyze(document: &Document) -> Report {
    Reader::new(document).finish()
}
