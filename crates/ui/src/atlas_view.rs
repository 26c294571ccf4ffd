//! What the views need of the Atlas, already put into words and checked addresses.

use crate::SafeUrl;
use clauselight_engine::DocumentPosition;

/// Where a fact comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The source's title, such as the name of a help page.
    pub title: String,
    /// Its address; `None` where the record's is not one that may be opened.
    pub url: Option<SafeUrl>,
    /// When it was read, as `YYYY-MM-DD`.
    pub date: String,
}

/// One way to opt out that a record knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptOutView {
    /// Whom it is for, in words (`Free and Plus`); empty where it is for everybody.
    pub audience: String,
    /// What to do, one sentence a step; may be empty.
    pub steps: Vec<String>,
    /// The path through the settings, outermost first; may be empty.
    pub path: Vec<String>,
    /// Straight to the setting, form or address.
    pub link: Option<SafeUrl>,
    /// What it does not cover or what else to know; may be empty.
    pub note: String,
    /// Where this is from.
    pub source: Source,
}

/// A legal document of a platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentLink {
    /// The document's name.
    pub title: String,
    /// Its address.
    pub url: SafeUrl,
}

/// One platform's record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlatformView {
    /// The platform's name.
    pub name: String,
    /// Where it stands by default, on the cheapest plan.
    pub position: DocumentPosition,
    /// One sentence that says so.
    pub summary: String,
    /// The ways to opt out, best first; may be empty.
    pub opt_outs: Vec<OptOutView>,
    /// What goes on despite an opt-out, one phrase each; may be empty.
    pub despite: Vec<String>,
    /// Where sources of the record contradict each other, one sentence each; may be empty.
    pub conflicts: Vec<String>,
    /// Its legal documents; may be empty.
    pub documents: Vec<DocumentLink>,
    /// What the record rests on, newest first.
    pub sources: Vec<Source>,
}

/// One row of the comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeerRow {
    /// The platform's name.
    pub name: String,
    /// Where it stands by default, on the cheapest plan.
    pub position: DocumentPosition,
    /// The control in few words (`Switch in settings`); empty where the record names none.
    pub control: String,
    /// Whether this is the platform of the page.
    pub here: bool,
    /// What the row rests on.
    pub source: Source,
}
