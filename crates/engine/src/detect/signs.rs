//! Collects the signs of a document: names where they stand, the voice of its text, what speaks against.

use super::against::{AGAINST, Against, Instead, TRAINING};
use super::names::{ABOUT, ADDRESS, NAMES, Name};
use super::phrases::Phrases;
use super::voice::{ACT, PERSONS, VOICES};
use crate::{BlockKind, Document, PageKind};
use std::sync::OnceLock;

/// Bytes of text that are read; a legal document shows itself sooner.
const READ_BYTES: usize = 192 * 1024;
/// Bytes at the beginning in which headings name the document.
const OPENING_BYTES: usize = 4000;
/// Bytes at the beginning in which the text names the document.
const FIRST_BYTES: usize = 700;
/// A block at the beginning that is no longer than this is a title by another means (bold type, a table).
const TITLE_BYTES: usize = 110;

/// Where a name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// In the page's title.
    Title,
    /// In the first headings.
    Heading,
    /// In a short block at the beginning.
    Line,
    /// In the first sentences.
    Opening,
    /// In the page's address.
    Address,
}

/// A name that was found, with what it is worth there (0 to 100).
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    pub place: Place,
    pub phrase: &'static str,
    pub kind: PageKind,
    pub worth: u32,
}

/// All signs of a document.
#[derive(Debug)]
pub(super) struct Signs {
    /// Names, the best one for each place and kind.
    pub names: Vec<Named>,
    /// For each row of [`VOICES`], how often it stands in the text.
    pub voices: Vec<u32>,
    /// For each row of [`AGAINST`], how often it stands in the text.
    pub against: Vec<u32>,
    /// Blocks in which acts of a provider or a user stand (see [`ACT`]).
    pub acting_blocks: u32,
    /// Blocks read.
    pub blocks: u32,
    /// Words of [`PERSONS`].
    pub persons: u32,
    /// Phrases of [`TRAINING`].
    pub training: u32,
    /// A word of [`ABOUT`] in the title or the first heading.
    pub about: bool,
    /// Words read.
    pub words: u32,
    /// Bytes read.
    pub bytes: u32,
    /// Bytes of them that are links.
    pub linked: u32,
}

/// What the number of a phrase means.
enum Meaning {
    Name(&'static Name),
    Voice(usize),
    Against(usize),
    Person,
    About,
    Training,
    Address(&'static Name),
}

fn phrases() -> &'static Phrases {
    static ALL: OnceLock<Phrases> = OnceLock::new();
    ALL.get_or_init(|| {
        let names = NAMES.iter().map(|n| n.0);
        let voices = VOICES.iter().map(|v| v.0);
        let against = AGAINST.iter().map(|a| a.0);
        let address = ADDRESS.iter().map(|n| n.0);
        let words = PERSONS.iter().chain(ABOUT).chain(TRAINING).copied();
        Phrases::new(
            names
                .chain(voices)
                .chain(against)
                .chain(words)
                .chain(address),
        )
    })
}

fn meaning(mut number: usize) -> Option<Meaning> {
    let mut within = |length: usize| {
        let inside = (number < length).then_some(number);
        number = number.wrapping_sub(length);
        inside
    };
    if let Some(i) = within(NAMES.len()) {
        return NAMES.get(i).map(Meaning::Name);
    }
    if let Some(i) = within(VOICES.len()) {
        return Some(Meaning::Voice(i));
    }
    if let Some(i) = within(AGAINST.len()) {
        return Some(Meaning::Against(i));
    }
    if within(PERSONS.len()).is_some() {
        return Some(Meaning::Person);
    }
    if within(ABOUT.len()).is_some() {
        return Some(Meaning::About);
    }
    if within(TRAINING.len()).is_some() {
        return Some(Meaning::Training);
    }
    within(ADDRESS.len())
        .and_then(|i| ADDRESS.get(i))
        .map(Meaning::Address)
}

/// Whether a title announces, explains or reports on something.
fn is_about(title: &str) -> bool {
    let mut about = false;
    phrases().find(title, |number, _, _| {
        about |= matches!(meaning(number), Some(Meaning::About))
    });
    about
}

impl Signs {
    /// The signs of `document`.
    pub fn of(document: &Document) -> Self {
        let mut signs = Self {
            names: Vec::new(),
            voices: vec![0; VOICES.len()],
            against: vec![0; AGAINST.len()],
            acting_blocks: 0,
            blocks: 0,
            persons: 0,
            training: 0,
            about: false,
            words: 0,
            bytes: 0,
            linked: 0,
        };
        signs.read_title(&document.title);
        signs.read_address(&document.url);
        signs.read_text(document);
        signs
    }

    /// The title names the document in one of its parts: `Terms of Service | Example`.
    fn read_title(&mut self, title: &str) {
        let title = title
            .get(..title.floor_char_boundary(400))
            .unwrap_or_default();
        self.about |= is_about(title);
        for part in title
            .split(['|', '·', '»', '›', '•', '–', '—', '/'])
            .flat_map(|p| p.split(" - "))
        {
            self.read_label(part, Place::Title, 100);
        }
    }

    /// The path of the address, its separators read as spaces.
    fn read_address(&mut self, url: &str) {
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        let path = rest.split_once('/').map_or("", |(_, path)| path);
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let path = path
            .get(..path.floor_char_boundary(400))
            .unwrap_or_default();
        let path = path.replace(['/', '-', '_', '.', '+'], " ");
        phrases().find(&path, |number, _, _| {
            if let Some(Meaning::Address(name)) = meaning(number) {
                self.name(Place::Address, name, name.2);
            }
        });
    }

    /// A title, heading or short line: a name in it counts by how much of the label it fills.
    fn read_label(&mut self, label: &str, place: Place, worth: u32) {
        let label = label.trim();
        phrases().find(label, |number, start, end| {
            if let Some(Meaning::Name(name)) = meaning(number) {
                let filled = match (end - start) * 100 / label.len().max(1) {
                    60.. => 100,
                    35.. => 85,
                    20.. => 55,
                    _ => 25,
                };
                let worth = worth * name.2 * filled / 10_000;
                self.name(place, name, worth);
            }
        });
    }

    fn name(&mut self, place: Place, name: &Name, worth: u32) {
        match self
            .names
            .iter_mut()
            .find(|n| n.place == place && n.kind == name.1)
        {
            Some(known) if known.worth < worth => {
                known.worth = worth;
                known.phrase = name.0;
            }
            Some(_) => {}
            None => self.names.push(Named {
                place,
                phrase: name.0,
                kind: name.1,
                worth,
            }),
        }
    }

    fn read_text(&mut self, document: &Document) {
        let mut headings = 0;
        for (i, block) in document.blocks().iter().enumerate() {
            let at = block.span.range().start;
            let left = READ_BYTES.saturating_sub(self.bytes as usize);
            let text = document.slice(block.span);
            let text = text
                .get(..text.floor_char_boundary(left))
                .unwrap_or_default();
            if text.is_empty() {
                break;
            }
            if at < OPENING_BYTES {
                match block.kind {
                    BlockKind::Heading { level } if headings < 4 => {
                        let worth = if level == 1 || headings == 0 { 100 } else { 60 };
                        self.about |= headings == 0 && is_about(text);
                        headings += 1;
                        self.read_label(text, Place::Heading, worth);
                    }
                    BlockKind::Heading { .. } => {}
                    _ if i < 12 && text.len() <= TITLE_BYTES => {
                        self.read_label(text, Place::Line, 75)
                    }
                    _ => {}
                }
            }
            self.bytes = self.bytes.saturating_add(text.len() as u32);
            self.read_block(text, at);
        }
        let end = document
            .blocks()
            .last()
            .map_or(0, |b| b.span.range().end)
            .min(READ_BYTES);
        let links = document
            .links()
            .iter()
            .take_while(|l| l.span.range().start < end);
        self.linked = links
            .map(|l| l.span.len() as u32)
            .fold(0, u32::saturating_add);
    }

    fn read_block(&mut self, text: &str, at: usize) {
        let mut acts = false;
        let words = phrases().find(text, |number, start, _| match meaning(number) {
            Some(Meaning::Voice(i)) => {
                self.voices[i] += 1;
                acts |= VOICES[i].2 >= ACT;
            }
            Some(Meaning::Against(i)) => self.against[i] += 1,
            Some(Meaning::Person) => self.persons += 1,
            Some(Meaning::Training) => self.training += 1,
            Some(Meaning::Name(name)) if at + start < FIRST_BYTES => {
                self.name(Place::Opening, name, name.2 * 45 / 100);
            }
            _ => {}
        });
        self.words = self.words.saturating_add(words as u32);
        self.blocks += 1;
        self.acting_blocks += u32::from(acts);
    }

    /// Whether a single paragraph of many speaks as a legal document does: a cookie notice, a line under a form.
    pub fn is_one_paragraph(&self) -> bool {
        self.blocks >= 6 && self.acting_blocks <= 1
    }

    /// Share of the text that is links, in per cent.
    pub fn linked_percent(&self) -> u32 {
        let share = u64::from(self.linked) * 100 / u64::from(self.bytes.max(1));
        share.min(100) as u32
    }

    /// Weight of what speaks for `instead`, each sign counted at most four times.
    pub fn against(&self, instead: Instead) -> u32 {
        let rows = AGAINST
            .iter()
            .zip(&self.against)
            .filter(|(row, _)| row.1 == instead);
        rows.map(|(Against(_, _, weight), n)| weight * (*n).min(4))
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::DocumentBuilder;
    use std::collections::HashSet;

    /// Every row of every table is found where it stands in a sentence, whatever its case, and stands in its table once.
    #[test]
    fn every_row_is_found() {
        let tables: [Vec<&str>; 7] = [
            NAMES.iter().map(|n| n.0).collect(),
            VOICES.iter().map(|v| v.0).collect(),
            AGAINST.iter().map(|a| a.0).collect(),
            PERSONS.to_vec(),
            ABOUT.to_vec(),
            TRAINING.to_vec(),
            ADDRESS.iter().map(|n| n.0).collect(),
        ];
        let upper = |c: char| match c.to_uppercase().collect::<Vec<_>>()[..] {
            [upper] => upper,
            _ => c,
        };
        let mut first = 0;
        for table in tables {
            for (i, phrase) in table.iter().enumerate() {
                let mut found = HashSet::new();
                let text = format!("(x, {}.)", phrase.chars().map(upper).collect::<String>());
                phrases().find(&text, |number, _, _| {
                    found.insert(number);
                });
                assert!(found.contains(&(first + i)), "{phrase}");
                assert_eq!(
                    table.iter().filter(|other| *other == phrase).count(),
                    1,
                    "{phrase} stands twice"
                );
            }
            first += table.len();
        }
    }

    #[test]
    fn reads_title_and_address() {
        let document = DocumentBuilder::new(
            "Example | Privacy Policy",
            "https://e.example/legal/terms-of-use?x=1",
            "",
        )
        .finish();
        let signs = Signs::of(&document);
        let worth = |place, kind| {
            signs
                .names
                .iter()
                .find(|n| n.place == place && n.kind == kind)
                .map(|n| n.worth)
        };
        assert_eq!(worth(Place::Title, PageKind::Privacy), Some(100));
        assert_eq!(worth(Place::Address, PageKind::Terms), Some(80));
        assert_eq!(worth(Place::Address, PageKind::OtherLegal), Some(40));
    }

    #[test]
    fn reads_no_more_than_its_bound() {
        let mut builder = DocumentBuilder::new("", "", "");
        for _ in 0..200_000 {
            builder.block(BlockKind::Paragraph);
            builder.text("you agree to these terms");
        }
        let signs = Signs::of(&builder.finish());
        assert!(signs.bytes as usize <= READ_BYTES);
    }
}
