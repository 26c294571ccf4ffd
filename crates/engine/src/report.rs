//! The Report: what the engine says of one Document. One serialisable type for every face
//! (overlay, popup, command line, archive, export). Names are those of `LABELLING.md`.

use crate::offset::Span;
use serde::{Deserialize, Serialize};

/// What sort of page a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageKind {
    /// Terms of service, terms of use, user agreement, commercial terms.
    Terms,
    /// Privacy policy or notice.
    Privacy,
    /// A policy on AI or data use.
    AiPolicy,
    /// Acceptable use, community rules, usage policy.
    AcceptableUse,
    /// A data-processing agreement.
    DataProcessing,
    /// Cookie policy.
    Cookies,
    /// A help page about data used for training: no legal document, but read all the same.
    Help,
    /// Another legal document.
    OtherLegal,
    /// No legal document.
    NotLegal,
}

impl PageKind {
    /// Whether this is a legal document.
    pub fn is_legal(self) -> bool {
        !matches!(self, Self::NotLegal | Self::Help)
    }

    /// Whether the page is worth an overlay.
    pub fn is_read(self) -> bool {
        self != Self::NotLegal
    }
}

/// What a clause does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The provider or an affiliate uses people's data to train or improve models.
    Use,
    /// The provider does not.
    Prohibit,
    /// People can turn it on or off, object, or must consent.
    Choice,
    /// It happens despite an opt-out or a prohibition.
    Exception,
    /// Someone else may or may not train on people's data.
    ThirdParty,
    /// Models are trained on data obtained elsewhere.
    Source,
    /// How data is protected in or before training.
    Safeguard,
}

/// Where a clause stands on training.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Position {
    /// Uses the data; no control is stated.
    Trains,
    /// Uses the data by default; people can turn it off.
    OptOut,
    /// Only with consent, or after people switch it on.
    OptIn,
    /// Does not use the data for training.
    Prohibits,
}

/// Where a whole document stands, for an ordinary individual on the cheapest plan it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentPosition {
    /// See [`Position::Trains`].
    Trains,
    /// See [`Position::OptOut`].
    OptOut,
    /// See [`Position::OptIn`].
    OptIn,
    /// See [`Position::Prohibits`].
    Prohibits,
    /// Says nothing about training on people's data: neither a good nor a bad mark.
    Silent,
}

impl From<Position> for DocumentPosition {
    fn from(position: Position) -> Self {
        match position {
            Position::Trains => Self::Trains,
            Position::OptOut => Self::OptOut,
            Position::OptIn => Self::OptIn,
            Position::Prohibits => Self::Prohibits,
        }
    }
}

/// Which data a clause speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Data {
    /// Prompts and chats.
    Inputs,
    /// What the AI answered.
    Outputs,
    /// Uploads.
    Files,
    /// Source code.
    Code,
    /// Pictures.
    Images,
    /// Audio, voice, video calls.
    Voice,
    /// Feedback and ratings.
    Feedback,
    /// Logs, interactions, telemetry.
    Usage,
    /// Account data.
    Account,
    /// Posts and profiles that anyone can see.
    PublicContent,
    /// Personal data at large.
    Personal,
    /// User content at large.
    Content,
    /// Anything else.
    Other,
}

/// Whom a clause covers: a word of `LABELLING.md` where one fits, else the document's own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Audience(pub String);

/// The position for another plan, region or group than the document's ordinary individual.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tier {
    /// Whom it covers.
    pub audience: Audience,
    /// Where the document stands for them.
    pub position: Position,
    /// The clauses that say so, as indices into [`Report::clauses`].
    pub clauses: Vec<usize>,
}

/// By what means one can opt out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mechanism {
    /// A switch in the settings.
    Settings,
    /// A form.
    Form,
    /// A message to an e-mail address.
    Email,
    /// A link that leads to the control.
    Link,
    /// Only by agreement.
    Contract,
    /// Only by deleting the account or content.
    DeleteAccount,
    /// Another way.
    Other,
    /// A control is named, but not where it is; or there is none.
    NoneStated,
}

/// A link found in the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundLink {
    /// The linked text.
    pub text: String,
    /// The target as written in the page: to be resolved against the page, opened only if
    /// `https:` or `mailto:`.
    pub href: String,
}

/// The control that the document offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptOut {
    /// Whether people can turn training off (in an opt-in regime: withdraw).
    pub offered: bool,
    /// How.
    pub mechanism: Mechanism,
    /// The path, address or URL that the document gives.
    pub target: Option<String>,
    /// Links in the clauses that describe the control, best first.
    pub links: Vec<FoundLink>,
    /// The clauses that describe it, as indices into [`Report::clauses`].
    pub clauses: Vec<usize>,
}

/// A use that goes on despite an opt-out or a prohibition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// `feedback`, `safety-flagged`, …: a word of the labels where one fits.
    pub name: String,
    /// The clauses that say so, as indices into [`Report::clauses`].
    pub clauses: Vec<usize>,
}

/// One cue that took part in a reading: the clause can explain itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// What the words were read as, such as `act`, `model`, `negation`, `heading`.
    pub role: String,
    /// The words as they stand in the page.
    pub words: String,
}

/// A clause: the smallest unit that speaks about using data to train or improve AI models.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// Exact substring of the document's text.
    pub quote: String,
    /// Where the quote stands, in bytes of the document's text.
    pub span: Span,
    /// The headings that govern it, outermost first.
    pub section: Vec<String>,
    /// What it does, ascending, without repeats; never empty.
    pub kinds: Vec<Kind>,
    /// Where it stands; `None` where it takes no position of its own.
    pub position: Option<Position>,
    /// Which data, ascending, without repeats.
    pub data: Vec<Data>,
    /// Whom it covers; `all` where nobody is singled out.
    pub audience: Vec<Audience>,
    /// Why it was picked and read so.
    pub why: Vec<Evidence>,
}

/// What a line of the summary answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// What is used, and for what.
    What,
    /// Whom it covers, and who is treated differently.
    Who,
    /// What people can do about it.
    Can,
    /// What goes on despite that.
    Despite,
    /// What else matters: third parties, sources, safeguards.
    Also,
}

/// One sentence of the summary, with the clauses that bear it out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What it answers.
    pub role: Role,
    /// The sentence, in plain English.
    pub text: String,
    /// Indices into [`Report::clauses`].
    pub clauses: Vec<usize>,
}

/// The plain-language summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// One sentence that states the position.
    pub headline: String,
    /// The sentences below it, in the order of [`Role`].
    pub lines: Vec<Line>,
}

/// Something that limits how far the Report can be trusted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "problem", rename_all = "kebab-case")]
pub enum Problem {
    /// Text beyond the limit was not read.
    Truncated,
    /// The document's language has no cue table; nothing was guessed.
    LanguageNotCovered {
        /// The language as declared or detected, or empty.
        language: String,
    },
    /// The page holds an error, a bot wall or a login instead of a document.
    NotADocument,
}

/// What the engine says of one Document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// What sort of page it is.
    pub kind: PageKind,
    /// The language it was read in (`en`, `fr`, …), or empty where none could be told.
    pub language: String,
    /// Where the document stands.
    pub position: DocumentPosition,
    /// The clauses in reading order.
    pub clauses: Vec<Clause>,
    /// Other plans, regions or groups with another position.
    pub tiers: Vec<Tier>,
    /// The control offered.
    pub opt_out: OptOut,
    /// What goes on despite it.
    pub exceptions: Vec<Exception>,
    /// The plain-language summary.
    pub summary: Summary,
    /// What limits this Report.
    pub problems: Vec<Problem>,
}
