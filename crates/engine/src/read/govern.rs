//! What governs a sentence from outside: headings, list stems, table rows and columns.

use super::Sentence;
use crate::cues::Class;

/// What the headings, stems and row of a sentence say about it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Governing {
    /// AI or models are the matter at hand.
    pub ai: bool,
    /// A heading or stem speaks of AI and of improving or training: "improve our services" under
    /// it is about models.
    pub improves_ai: bool,
    /// A stem says that models are trained, so each item of its list tells on what.
    pub trained_on: bool,
    /// That stem or heading denies it.
    pub denied: bool,
    /// That stem ends in "except:", so each item tells when it happens after all.
    pub excepted: bool,
    /// A stem or heading puts a rule upon the person.
    pub restricts: bool,
    /// The sentence is an item or cell that states a purpose or a kind of data.
    pub listed: bool,
    /// A stem speaks of other parties.
    pub third: bool,
    /// A heading or stem says where data comes from.
    pub sourced: bool,
}

impl Governing {
    /// Adds what a heading says.
    pub fn heading(&mut self, heading: &Sentence<'_>, innermost: bool) {
        let model =
            heading.has(Class::Model) || heading.has(Class::Train) && heading.has(Class::ModelWord);
        self.ai |= model || heading.has(Class::Dataset);
        if innermost {
            let about = heading.has_any(&[Class::Train, Class::Improve, Class::Dataset])
                || heading.has_data();
            self.improves_ai |= about && (model || heading.has(Class::ModelWord));
            self.sourced |= heading.has(Class::Source);
        }
        self.restricts |= heading.has(Class::Restrict);
        self.third |=
            innermost && heading.all(Class::Third).any(|t| t.from == 0) && !heading.has_data();
    }

    /// Adds what the stem of a list says.
    pub fn stem(&mut self, stem: &Sentence<'_>) {
        let train = stem.has_any(&[Class::Train, Class::Dataset]);
        let model = stem.has_any(&[Class::Model, Class::ModelWord]);
        self.ai |= stem.has(Class::Model) || train && model;
        self.improves_ai |= model && (train || stem.has(Class::Improve));
        self.trained_on |=
            train && model && stem.has_any(&[Class::Source, Class::Use, Class::Means]);
        self.denied |= stem.has(Class::Not);
        self.excepted |= stem
            .all(Class::Unless)
            .any(|u| u.to + 3 >= stem.words.len());
        self.restricts |= stem.has(Class::Restrict) || stem.starts(Class::Command, 0);
        self.third |= stem.all(Class::Third).any(|t| {
            t.from <= 4 && stem.starts_within(Class::Finite, t.to, t.to + 3)
                || t.to + 3 >= stem.words.len()
        }) && !stem.has(Class::WeDo);
        self.sourced |= stem.has(Class::Source);
        self.listed = true;
    }
}
