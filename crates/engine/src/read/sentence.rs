//! A sentence with its words and cues, and the questions that readings ask of it.

use super::turn;
use crate::cues::{Class, Cue, Mark, Table};
use crate::text::{Word, words};
use crate::{Document, Span};

/// A sentence of a document, split into words, with the cues found in it.
#[derive(Debug, Clone)]
pub(crate) struct Sentence<'d> {
    pub document: &'d Document,
    pub span: Span,
    pub words: Vec<Word>,
    pub cues: Vec<Cue>,
    /// See [`Table::object_first`].
    pub object_first: bool,
}

impl<'d> Sentence<'d> {
    /// The sentence at `span`.
    pub fn new(document: &'d Document, span: Span, table: &Table) -> Self {
        let mut found = Vec::new();
        words(
            document.slice(span),
            span.range().start,
            &table.vocabulary,
            &mut found,
        );
        let mut cues = table.cues(&found);
        name_the_provider(document, &found, &mut cues);
        drop_misread(&mut cues);
        if table.from_end {
            turn::turn(&mut found, &mut cues);
        }
        Self {
            document,
            span,
            words: found,
            cues,
            object_first: table.object_first,
        }
    }

    /// Its text.
    pub fn text(&self) -> &'d str {
        self.document.slice(self.span)
    }

    /// The text of a range of words.
    pub fn words_text(&self, from: usize, to: usize) -> &'d str {
        match (
            self.words.get(from),
            to.checked_sub(1).and_then(|t| self.words.get(t)),
        ) {
            // The first word is the last of the text where sentences are read from their end.
            (Some(a), Some(b)) => self.document.slice(Span::new(
                a.start.min(b.start) as usize,
                a.end.max(b.end) as usize,
            )),
            _ => "",
        }
    }

    /// The text of a cue.
    pub fn cue_text(&self, cue: &Cue) -> &'d str {
        self.words_text(cue.from, cue.to)
    }

    /// Whether there is any cue of this class.
    pub fn has(&self, class: Class) -> bool {
        self.cues.iter().any(|c| c.class == class)
    }

    /// Whether there is a cue of one of these classes.
    pub fn has_any(&self, classes: &[Class]) -> bool {
        self.cues.iter().any(|c| classes.contains(&c.class))
    }

    /// All cues of a class.
    pub fn all(&self, class: Class) -> impl DoubleEndedIterator<Item = &Cue> {
        self.cues.iter().filter(move |c| c.class == class)
    }

    /// The cues of a class wholly inside the words `from..to`.
    pub fn within(
        &self,
        class: Class,
        from: usize,
        to: usize,
    ) -> impl DoubleEndedIterator<Item = &Cue> {
        self.cues
            .iter()
            .filter(move |c| c.class == class && c.from >= from && c.to <= to)
    }

    /// Whether a cue of the class lies inside the words `from..to`.
    pub fn has_within(&self, class: Class, from: usize, to: usize) -> bool {
        self.within(class, from, to).next().is_some()
    }

    /// Whether a cue of the class begins at this word.
    pub fn starts(&self, class: Class, at: usize) -> bool {
        self.cues.iter().any(|c| c.class == class && c.from == at)
    }

    /// Whether a cue of the class begins at one of the words `from..to`.
    pub fn starts_within(&self, class: Class, from: usize, to: usize) -> bool {
        self.cues
            .iter()
            .any(|c| c.class == class && c.from >= from && c.from < to)
    }

    /// Whether the word is in no cue table: mostly a name.
    pub fn is_unknown(&self, at: usize) -> bool {
        self.words
            .get(at)
            .is_some_and(|w| w.id == crate::cues::WordId::UNKNOWN)
    }

    /// The mark at a word, if it is one.
    pub fn mark(&self, at: usize) -> Option<Mark> {
        self.words.get(at).and_then(|w| w.id.mark())
    }

    /// Whether any data noun occurs.
    pub fn has_data(&self) -> bool {
        self.cues.iter().any(|c| matches!(c.class, Class::Data(_)))
    }
}

/// "Acme may use …": a name that no table knows, before a verb of the provider, acts as "we may".
fn name_the_provider(document: &Document, words: &[Word], cues: &mut Vec<Cue>) {
    let named: Vec<Cue> = cues
        .iter()
        .filter(|c| c.class == Class::Finite)
        .filter_map(|c| {
            let name = c.from.checked_sub(1)?;
            let word = words
                .get(name)
                .filter(|w| w.id == crate::cues::WordId::UNKNOWN)?;
            let text = document.slice(Span::new(word.start as usize, word.end as usize));
            let capital = text.chars().next().is_some_and(char::is_uppercase);
            let own = text.chars().count() > 1 && !text.ends_with('s');
            (capital && own).then_some(Cue {
                class: Class::WeDo,
                from: name,
                to: c.to,
            })
        })
        .collect();
    if !named.is_empty() {
        cues.extend(named);
        cues.sort_by_key(|c| (c.from, c.to));
    }
}

/// Drops cues that a longer or neighbouring one shows to be something else: "you may not and shall
/// not" holds no "and shall" of the provider; "we do not want" is nobody's opting out.
fn drop_misread(cues: &mut Vec<Cue>) {
    let rules: Vec<Cue> = cues
        .iter()
        .copied()
        .filter(|c| c.class == Class::Restrict)
        .collect();
    let provider: Vec<Cue> = cues
        .iter()
        .copied()
        .filter(|c| c.class == Class::Provider)
        .collect();
    cues.retain(|c| match c.class {
        Class::WeDo | Class::YouCan => !rules.iter().any(|r| r.from <= c.from && c.to <= r.to),
        Class::OptOut => !provider.iter().any(|p| p.to == c.from),
        _ => true,
    });
}
