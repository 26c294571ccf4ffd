//! The rules that a record, and all records together, must keep. What a single word may be is
//! in `words`; what a field may be is in the types of `schema`.

use crate::schema::{
    AdminControl, Confidence, Conflict, Document, OptOut, OptOutKind, Platform, SourceKind, Who,
};
use clauselight_engine::DocumentPosition;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The longest text that a record may hold, in characters.
pub const MAX_TEXT: usize = 240;

/// A broken rule and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The record.
    pub platform: String,
    /// The place in it, such as `positions[1]`.
    pub place: String,
    /// The rule.
    pub rule: Rule,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.toml: {}: {}", self.platform, self.place, self.rule)
    }
}

/// What a record must not do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Rule {
    /// The file's name is no key.
    #[error("a file's name holds lower-case letters, digits and single hyphens only")]
    BadId,
    /// A list that must not be empty is.
    #[error("must not be empty")]
    Empty,
    /// Text that is too long, blank, or has stray white space.
    #[error("text must be one trimmed line of 1 to {MAX_TEXT} characters")]
    BadText,
    /// A source that `documents` does not have.
    #[error("source `{0}` is not among the documents")]
    UnknownSource(String),
    /// Archive details and `kind = "archive"` go together.
    #[error("`archive` and `kind = \"archive\"` go together")]
    ArchiveMismatch,
    /// An archived document without the date of its text.
    #[error("an archived document needs the date `changed`")]
    NoChangeDate,
    /// Dates in the wrong order.
    #[error("`{0}` must not be after `{1}`")]
    DateOrder(&'static str, &'static str),
    /// The first position singles somebody out.
    #[error("the first position must be that of everyone, everywhere")]
    FirstPosition,
    /// Two positions for one audience.
    #[error("this audience has a position already")]
    RepeatedAudience,
    /// A position without data, or silence with data.
    #[error("a position names its data; silence names none")]
    DataMismatch,
    /// A confidence that the kind of source cannot bear.
    #[error("`{0}` cannot rest on this kind of source or fact")]
    Confidence(&'static str),
    /// A way without steps.
    #[error("the path to the control must not be empty")]
    NoPath,
    /// An opt-out and the positions contradict each other.
    #[error("{0}")]
    Contradiction(&'static str),
    /// An opt-out names an exception that the record lacks.
    #[error("exception `{0}` is not among the exceptions")]
    UnknownException(String),
    /// Read by machine, and reviewed: not both.
    #[error(
        "`machine-read` is for the facts of records that the engine alone derived, and for all of these"
    )]
    MachineRead,
    /// In the folder of the other sort of record.
    #[error("records derived by the engine alone stand in `machine`, all others in `platforms`")]
    Folder,
    /// Two records with one id.
    #[error("this id has a record already")]
    RepeatedId,
    /// A domain held twice.
    #[error("domain `{0}` belongs to `{1}` already")]
    RepeatedDomain(String, String),
    /// A name or alias held twice: the second could never be found.
    #[error("name `{0}` belongs to `{1}` already")]
    RepeatedName(String, String),
}

/// All broken rules of all records, in the order of the records.
pub fn validate(platforms: &[Platform]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for platform in platforms {
        Check {
            platform,
            faults: &mut faults,
        }
        .record();
    }
    check_unique(platforms, &mut faults);
    faults
}

/// A name as it is compared: letters and digits only, lower case.
pub fn name_key(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn check_unique(platforms: &[Platform], faults: &mut Vec<Fault>) {
    let mut domains: BTreeMap<&str, &str> = BTreeMap::new();
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    let mut ids = BTreeSet::new();
    for platform in platforms {
        let mut fault = |place: String, rule| {
            faults.push(Fault {
                platform: platform.id.clone(),
                place,
                rule,
            });
        };
        if !ids.insert(&platform.id) {
            fault("id".into(), Rule::RepeatedId);
        }
        for domain in &platform.domains {
            if let Some(owner) = domains.insert(domain.as_str(), &platform.id) {
                let rule = Rule::RepeatedDomain(domain.to_string(), owner.to_owned());
                fault("domains".into(), rule);
            }
        }
        let former = platform.former_names.iter().map(|former| &former.name);
        for name in [&platform.name]
            .into_iter()
            .chain(&platform.aliases)
            .chain(former)
        {
            if let Some(owner) = names.insert(name_key(name), &platform.id) {
                fault(
                    "names".into(),
                    Rule::RepeatedName(name.clone(), owner.to_owned()),
                );
            }
        }
    }
}

/// The check of one record.
struct Check<'a> {
    platform: &'a Platform,
    faults: &'a mut Vec<Fault>,
}

impl Check<'_> {
    fn fault(&mut self, place: impl Into<String>, rule: Rule) {
        let (platform, place) = (self.platform.id.clone(), place.into());
        self.faults.push(Fault {
            platform,
            place,
            rule,
        });
    }

    fn unless(&mut self, holds: bool, place: impl Into<String>, rule: Rule) {
        if !holds {
            self.fault(place, rule);
        }
    }

    fn text(&mut self, place: impl Into<String>, text: &str) {
        let fits = !text.is_empty()
            && text.trim() == text
            && text.chars().count() <= MAX_TEXT
            && !text.chars().any(char::is_control);
        self.unless(fits, place, Rule::BadText);
    }

    fn maybe_text(&mut self, place: String, text: Option<&String>) {
        if let Some(text) = text {
            self.text(place, text);
        }
    }

    /// The source that a fact names, if it is there.
    fn source(&mut self, place: &str, key: &str) -> Option<SourceKind> {
        let kind = self
            .platform
            .documents
            .get(key)
            .map(|document| document.kind);
        self.unless(kind.is_some(), place, Rule::UnknownSource(key.to_owned()));
        kind
    }

    /// The source and the confidence of a fact; `absence` where the fact is that nothing is said.
    fn evidence(&mut self, place: &str, source: &str, confidence: Confidence, absence: bool) {
        let machine = confidence == Confidence::MachineRead;
        self.unless(
            machine != self.platform.is_reviewed(),
            place,
            Rule::MachineRead,
        );
        let Some(kind) = self.source(place, source) else {
            return;
        };
        let rule = match confidence {
            Confidence::FirstPartyRead if kind == SourceKind::Secondary => "first-party-read",
            Confidence::NoneFound if !absence || kind == SourceKind::Secondary => "none-found",
            _ => return,
        };
        self.fault(place, Rule::Confidence(rule));
    }

    fn conflict(&mut self, place: &str, conflict: Option<&Conflict>) {
        if let Some(conflict) = conflict {
            let place = format!("{place}.conflict");
            self.text(&place, &conflict.text);
            self.source(&place, &conflict.source);
        }
    }

    fn record(mut self) {
        let platform = self.platform;
        let id = &platform.id;
        let plain = id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        let tidy = !id.split('-').any(str::is_empty);
        self.unless(plain && tidy, "id", Rule::BadId);
        self.text("name", &platform.name);
        self.text("company", &platform.company);
        self.text("standing", &platform.standing);
        for alias in &platform.aliases {
            self.text("aliases", alias);
        }
        for (at, former) in platform.former_names.iter().enumerate() {
            let place = format!("former_names[{at}]");
            self.text(&place, &former.name);
            self.source(&place, &former.source);
        }
        self.unless(!platform.domains.is_empty(), "domains", Rule::Empty);
        self.unless(!platform.documents.is_empty(), "documents", Rule::Empty);
        for (key, document) in &platform.documents {
            self.document(format!("documents.{key}"), document);
        }
        self.positions();
        for (at, exception) in platform.exceptions.iter().enumerate() {
            let place = format!("exceptions[{at}]");
            self.text(&place, &exception.name);
            self.text(&place, &exception.text);
            self.evidence(&place, &exception.source, exception.confidence, false);
        }
        for (at, third) in platform.third_parties.iter().enumerate() {
            let place = format!("third_parties[{at}]");
            self.text(&place, &third.text);
            self.evidence(&place, &third.source, third.confidence, false);
        }
        for (at, kept) in platform.retention.iter().enumerate() {
            let place = format!("retention[{at}]");
            self.text(&place, &kept.text);
            self.evidence(&place, &kept.source, kept.confidence, false);
        }
        for (at, way) in platform.opt_outs.iter().enumerate() {
            self.opt_out(format!("opt_outs[{at}]"), way);
        }
        self.coherence();
        for (at, state) in platform.timeline.iter().enumerate() {
            let place = format!("timeline[{at}]");
            self.text(&place, &state.text);
            let silent = state.position == DocumentPosition::Silent;
            self.evidence(&place, &state.source, state.confidence, silent);
            let ordered = at == 0 || platform.timeline[at - 1].date <= state.date;
            self.unless(
                ordered,
                &place,
                Rule::DateOrder("date of the state before", "date"),
            );
            let past = state.date <= platform.reviewed;
            self.unless(past, &place, Rule::DateOrder("date", "reviewed"));
        }
    }

    fn document(&mut self, place: String, document: &Document) {
        let archived = document.kind == SourceKind::Archive;
        self.unless(
            archived == document.archive.is_some(),
            &place,
            Rule::ArchiveMismatch,
        );
        self.unless(
            !archived || document.changed.is_some(),
            &place,
            Rule::NoChangeDate,
        );
        let ordered = document
            .changed
            .is_none_or(|changed| changed <= document.checked);
        self.unless(ordered, &place, Rule::DateOrder("changed", "checked"));
        let past = document.checked <= self.platform.reviewed;
        self.unless(past, &place, Rule::DateOrder("checked", "reviewed"));
    }

    fn positions(&mut self) {
        let platform = self.platform;
        let Some(first) = platform.positions.first() else {
            return self.fault("positions", Rule::Empty);
        };
        let ordinary = first.regions.is_empty() && first.who == Who::Everyone;
        self.unless(ordinary, "positions[0]", Rule::FirstPosition);
        let mut seen = BTreeSet::new();
        for (at, fact) in platform.positions.iter().enumerate() {
            let place = format!("positions[{at}]");
            let plans = if fact.plans.is_empty() {
                vec![None]
            } else {
                fact.plans.iter().map(|plan| Some(*plan)).collect()
            };
            let regions = if fact.regions.is_empty() {
                vec![""]
            } else {
                fact.regions.iter().map(|region| region.as_str()).collect()
            };
            // A position per kind of data is a position of its own.
            let mut data = fact.data.clone();
            data.sort_unstable();
            let fresh = plans.iter().all(|plan| {
                regions.iter().all(|region| {
                    seen.insert((
                        *plan,
                        *region,
                        fact.who as u8,
                        fact.models as u8,
                        data.clone(),
                    ))
                })
            });
            self.unless(fresh, &place, Rule::RepeatedAudience);
            let silent = fact.position == DocumentPosition::Silent;
            self.unless(silent == fact.data.is_empty(), &place, Rule::DataMismatch);
            self.maybe_text(format!("{place}.plan_names"), fact.plan_names.as_ref());
            self.maybe_text(format!("{place}.note"), fact.note.as_ref());
            self.evidence(&place, &fact.source, fact.confidence, silent);
            self.conflict(&place, fact.conflict.as_ref());
        }
    }

    fn opt_out(&mut self, place: String, way: &OptOut) {
        match &way.kind {
            OptOutKind::Toggle { path, .. }
            | OptOutKind::Signal { path, .. }
            | OptOutKind::Admin(AdminControl::Toggle { path, .. }) => {
                self.unless(!path.is_empty(), &place, Rule::NoPath);
                self.path(&place, path);
            }
            OptOutKind::Form { path, .. } => self.path(&place, path),
            OptOutKind::Email(letter) | OptOutKind::Admin(AdminControl::Email(letter)) => {
                self.maybe_text(format!("{place}.subject"), letter.subject.as_ref());
                if letter
                    .body
                    .as_ref()
                    .is_some_and(|body| body.trim().is_empty())
                {
                    self.fault(format!("{place}.body"), Rule::Empty);
                }
            }
            OptOutKind::NoneStated | OptOutKind::NotNeeded => {}
        }
        self.text(format!("{place}.scope"), &way.scope);
        self.maybe_text(format!("{place}.surface"), way.surface.as_ref());
        self.unless(way.steps != Some(0), format!("{place}.steps"), Rule::Empty);
        for name in &way.exceptions {
            let known = self
                .platform
                .exceptions
                .iter()
                .any(|exception| exception.name == *name);
            self.unless(known, &place, Rule::UnknownException(name.clone()));
        }
        let absence = way.kind == OptOutKind::NoneStated;
        self.evidence(&place, &way.source, way.confidence, absence);
        self.conflict(&place, way.conflict.as_ref());
        let past = way
            .verified_on
            .is_none_or(|seen| seen <= self.platform.reviewed);
        self.unless(past, &place, Rule::DateOrder("verified_on", "reviewed"));
    }

    fn path(&mut self, place: &str, path: &[String]) {
        for step in path {
            self.text(format!("{place}.path"), step);
        }
    }

    /// Positions and opt-outs must tell one story.
    fn coherence(&mut self) {
        let Platform {
            positions,
            opt_outs,
            ..
        } = self.platform;
        let stands = |position| positions.iter().any(|fact| fact.position == position);
        let has = |test: fn(&OptOutKind) -> bool| opt_outs.iter().any(|way| test(&way.kind));
        // The engine may see that there is a control, and not where.
        let whole = self.platform.is_reviewed();
        if whole && stands(DocumentPosition::OptOut) && !has(OptOutKind::is_actionable) {
            let rule = "a position is opt-out, but no opt-out can be acted on";
            self.fault("opt_outs", Rule::Contradiction(rule));
        }
        if whole && stands(DocumentPosition::Trains) && opt_outs.is_empty() {
            let rule = "a position is trains: say which opt-out there is, or none-stated";
            self.fault("opt_outs", Rule::Contradiction(rule));
        }
        let spared = stands(DocumentPosition::Prohibits) || stands(DocumentPosition::OptIn);
        if has(|kind| *kind == OptOutKind::NotNeeded) && !spared {
            let rule = "not-needed, but no position is prohibits or opt-in";
            self.fault("opt_outs", Rule::Contradiction(rule));
        }
    }
}
