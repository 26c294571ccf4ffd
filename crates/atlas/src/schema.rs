//! What a record of the Atlas holds. One type for the record files and for the bundle.
//!
//! Every fact names its `source` (a key of [`Platform::documents`], which has an address and a
//! date) and its [`Confidence`]. Texts are in the project's own words.

use crate::words::{ClausePrint, Date, Domain, Email, Region, Sha256, Url};
use clauselight_engine::{Data, DocumentPosition, Position};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Owed wherever facts read in archived documents are shown or exported.
pub const ATTRIBUTION: &str = "Open Terms Archive contributors, ODC-BY";

/// One platform's record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Platform {
    /// Stable key: the name of the record's file. Not written in the file.
    #[serde(default)]
    pub id: String,
    /// The name people know.
    pub name: String,
    /// Other names in use, of the platform or of a product that falls under this record.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Names no longer in use.
    #[serde(default)]
    pub former_names: Vec<FormerName>,
    /// Where the platform lives: hosts with their subdomains, or parts of a shared host.
    pub domains: Vec<Domain>,
    /// What sort of platform it is.
    pub category: Category,
    /// Who runs it.
    pub company: String,
    /// When the whole record was last reviewed against its sources.
    pub reviewed: Date,
    /// Who or what reviewed it: a role, not a name.
    pub reviewed_by: Reviewer,
    /// One calm line that sums up the facts below.
    pub standing: String,
    /// The sources, by the key that facts name.
    pub documents: BTreeMap<String, Document>,
    /// Where the platform stands, per audience. The first is that of an ordinary individual on
    /// the cheapest plan, everywhere.
    pub positions: Vec<PositionFact>,
    /// What goes on despite an opt-out or a promise.
    #[serde(default)]
    pub exceptions: Vec<ExceptionFact>,
    /// Training by others.
    #[serde(default)]
    pub third_parties: Vec<ThirdPartyFact>,
    /// How long data taken for training is kept, where that is said.
    #[serde(default)]
    pub retention: Vec<RetentionFact>,
    /// How to opt out, best first.
    #[serde(default)]
    pub opt_outs: Vec<OptOut>,
    /// Earlier states, oldest first.
    #[serde(default)]
    pub timeline: Vec<State>,
}

/// What sort of platform it is: peers are compared within a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// A general AI assistant or chat.
    Assistant,
    /// Writing or hosting code.
    Coding,
    /// A social network, forum or messenger.
    Social,
    /// Publishing text, music or video.
    Publishing,
    /// Making or editing pictures, sound, video, design.
    Creative,
    /// Office and team tools, education, storage.
    Work,
    /// Speech as the main thing.
    Voice,
    /// Devices and their operating systems.
    Device,
    /// Model and cloud services for developers.
    Infrastructure,
    /// None of these.
    Other,
}

/// Who or what reviewed a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reviewer {
    /// An AI agent that read the sources named.
    #[serde(rename = "ai-reviewer")]
    Agent,
    /// A person who read the sources named.
    Maintainer,
    /// Nobody yet: derived by the engine.
    Engine,
}

/// A name no longer in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormerName {
    /// The name.
    pub name: String,
    /// Key of the source.
    pub source: String,
}

/// A source: a document of the platform, or what someone else wrote about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// What sort of text.
    #[serde(rename = "type")]
    pub sort: DocumentSort,
    /// Whose copy was read.
    pub kind: SourceKind,
    /// Where it is published.
    pub url: Url,
    /// Where the copy that was read is kept; only and always with `kind = "archive"`.
    #[serde(default)]
    pub archive: Option<Archived>,
    /// When the text last changed, as far as known; absent for undated pages.
    #[serde(default)]
    pub changed: Option<Date>,
    /// When it was last looked at and still said so.
    pub checked: Date,
    /// Of the text that was read. Left out of the bundle.
    #[serde(default)]
    pub sha256: Option<Sha256>,
    /// The clauses on training in the text that was read, in reading order, so that a page can
    /// be told to say the same, or no longer. Found by the engine.
    #[serde(default)]
    pub clauses: Vec<ClausePrint>,
}

/// What sort of text a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentSort {
    /// Terms of service for individuals.
    Terms,
    /// Terms for businesses and developers.
    CommercialTerms,
    /// Privacy policy or notice.
    Privacy,
    /// A policy on AI or data use.
    AiPolicy,
    /// Data-processing agreement.
    DataProcessing,
    /// Acceptable use, community rules.
    AcceptableUse,
    /// Help page.
    Help,
    /// Announcement.
    Announcement,
    /// A guide, article or index by someone else.
    Article,
}

/// Whose copy of a source was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// The platform's own page.
    FirstParty,
    /// The platform's own page, as kept by Open Terms Archive.
    Archive,
    /// Someone else's account.
    Secondary,
}

/// A document in Open Terms Archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Archived {
    /// The collection, such as `genai-eu`.
    pub collection: String,
    /// The service's name there.
    pub service: String,
    /// The document's name there.
    pub document: String,
}

/// How far a fact can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// The platform's own text was read and says so.
    FirstPartyRead,
    /// The platform's own text confirms it in part; the detail is from a dated second source.
    Confirmed,
    /// Second sources only, or sources disagree.
    Secondary,
    /// The platform's own text was read and nothing of the sort was found in it.
    NoneFound,
    /// Read by the engine, not reviewed.
    MachineRead,
}

/// A plan, in words that can be compared between platforms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Plan {
    /// Free of charge, for individuals.
    Free,
    /// Paid, for individuals.
    Paid,
    /// For teams and small businesses.
    Team,
    /// For large organisations.
    Enterprise,
    /// Through a school or university.
    Education,
    /// For developers.
    Api,
}

/// Which people are meant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// Nobody is singled out.
    #[default]
    Everyone,
    /// People under the age the platform names.
    Minors,
    /// People without an account, or not signed in.
    SignedOut,
    /// People who do not use the platform, but whose data it holds.
    NonUsers,
}

/// Which models are meant: many platforms treat generative models apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Models {
    /// No models are singled out.
    #[default]
    Any,
    /// Models that generate text, pictures, sound: large language models, foundation models.
    Generative,
    /// Models for search, recommendation, safety and the like.
    Other,
}

/// Where the platform stands for one audience.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PositionFact {
    /// The plans covered; empty for all that no other entry names.
    #[serde(default)]
    pub plans: Vec<Plan>,
    /// The platform's own names of these plans.
    #[serde(default)]
    pub plan_names: Option<String>,
    /// The regions covered; empty for all that no other entry names.
    #[serde(default)]
    pub regions: Vec<Region>,
    /// The people covered.
    #[serde(default)]
    pub who: Who,
    /// The models meant.
    #[serde(default)]
    pub models: Models,
    /// Where it stands; `silent` where the documents read say nothing.
    pub position: DocumentPosition,
    /// Which data; empty only where silent.
    #[serde(default)]
    pub data: Vec<Data>,
    /// What else must be known.
    #[serde(default)]
    pub note: Option<String>,
    /// Key of the source.
    pub source: String,
    /// How far it can be trusted.
    pub confidence: Confidence,
    /// What another source says against it.
    #[serde(default)]
    pub conflict: Option<Conflict>,
}

/// Something that goes on despite an opt-out or a promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExceptionFact {
    /// `feedback`, `safety-flagged`, …: the engine's word where one fits.
    pub name: String,
    /// What goes on.
    pub text: String,
    /// Key of the source.
    pub source: String,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

/// Training by others on the platform's data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThirdPartyFact {
    /// Whether they may.
    pub position: Position,
    /// Who, and on what.
    pub text: String,
    /// Key of the source.
    pub source: String,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

/// How long data taken for training is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetentionFact {
    /// Which data, and how long.
    pub text: String,
    /// Key of the source.
    pub source: String,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

/// One way to opt out, or the finding that there is none or that none is needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptOut {
    /// By what means.
    pub kind: OptOutKind,
    /// Where it is found, if not everywhere: `Web`, `Mobile app`.
    #[serde(default)]
    pub surface: Option<String>,
    /// What it covers.
    pub scope: String,
    /// What it rests on.
    #[serde(default)]
    pub basis: Basis,
    /// The number of actions it takes from the platform's start page.
    #[serde(default)]
    pub steps: Option<u8>,
    /// How hard it is.
    #[serde(default)]
    pub difficulty: Option<Difficulty>,
    /// The regions where it is offered; empty for all.
    #[serde(default)]
    pub regions: Vec<Region>,
    /// The plans that have it; empty for all.
    #[serde(default)]
    pub plans: Vec<Plan>,
    /// Who can do it.
    #[serde(default)]
    pub role: Role,
    /// Whether it works without an account; absent where not known.
    #[serde(default)]
    pub signed_out: Option<bool>,
    /// What it does not cover, as names of [`Platform::exceptions`].
    #[serde(default)]
    pub exceptions: Vec<String>,
    /// Whether it reaches data already used; absent where not known.
    #[serde(default)]
    pub retroactive: Option<bool>,
    /// Key of the source.
    pub source: String,
    /// When the control itself was last seen to work; absent where only read about.
    #[serde(default)]
    pub verified_on: Option<Date>,
    /// How far it can be trusted.
    pub confidence: Confidence,
    /// What another source says against it.
    #[serde(default)]
    pub conflict: Option<Conflict>,
}

/// What an opt-out rests on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The platform offers it for training.
    #[default]
    Offered,
    /// The general right to object that the platform's text grants where the law does, with no
    /// word of training: it may be refused.
    RightToObject,
}

/// By what means one opts out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum OptOutKind {
    /// A switch that the person turns.
    Toggle {
        /// The way through the menus; never empty.
        path: Vec<String>,
        /// Straight to it.
        #[serde(default)]
        url: Option<Url>,
    },
    /// A form to fill in.
    Form {
        /// The form, or the page that leads to it.
        url: Url,
        /// The way from there.
        #[serde(default)]
        path: Vec<String>,
    },
    /// A letter.
    Email(Letter),
    /// Something only an administrator or owner can do.
    Admin(AdminControl),
    /// A request to others, who may ignore it.
    Signal {
        /// The way through the menus; never empty.
        path: Vec<String>,
        /// Straight to it.
        #[serde(default)]
        url: Option<Url>,
    },
    /// The text read names no way.
    NoneStated,
    /// There is nothing to opt out of.
    NotNeeded,
}

impl OptOutKind {
    /// The word for it in records, counts and tests.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Toggle { .. } => "toggle",
            Self::Form { .. } => "form",
            Self::Email(_) => "email",
            Self::Admin(_) => "admin",
            Self::Signal { .. } => "signal",
            Self::NoneStated => "none-stated",
            Self::NotNeeded => "not-needed",
        }
    }

    /// Whether somebody can act on it.
    pub fn is_actionable(&self) -> bool {
        !matches!(self, Self::NoneStated | Self::NotNeeded)
    }
}

/// A prepared letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// To whom.
    pub address: Email,
    /// The subject, where one is asked for.
    #[serde(default)]
    pub subject: Option<String>,
    /// What to write, in the project's own words.
    #[serde(default)]
    pub body: Option<String>,
}

/// What an administrator or owner does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum AdminControl {
    /// Turns a switch.
    Toggle {
        /// The way through the menus; never empty.
        path: Vec<String>,
        /// Straight to it.
        #[serde(default)]
        url: Option<Url>,
    },
    /// Sends a letter.
    Email(Letter),
}

/// How hard an opt-out is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Difficulty {
    /// A few clicks.
    Easy,
    /// Hidden, or several places.
    Medium,
    /// A request that must be argued or may be refused.
    Hard,
    /// Only for some people by law or contract.
    Limited,
}

/// Who can opt out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Each person.
    #[default]
    Individual,
    /// An administrator of the organisation.
    Admin,
    /// The owner of the workspace, publication or site.
    Owner,
}

/// What another source says against a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// What it says.
    pub text: String,
    /// Key of that source.
    pub source: String,
}

/// A state of the platform's terms from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    /// From when.
    pub date: Date,
    /// Where an ordinary individual stood from then on.
    pub position: DocumentPosition,
    /// What changed.
    pub text: String,
    /// Key of the source.
    pub source: String,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

impl Platform {
    /// Whether somebody read the sources; otherwise the engine alone did.
    pub fn is_reviewed(&self) -> bool {
        self.reviewed_by != Reviewer::Engine
    }

    /// Where an ordinary individual on the cheapest plan stands; `None` where not on record.
    pub fn position(&self) -> Option<DocumentPosition> {
        self.positions.first().map(|fact| fact.position)
    }

    /// Where people on `plan` stand: the entry that names it, else the one that covers the rest.
    pub fn position_on(&self, plan: Plan) -> Option<&PositionFact> {
        let ordinary = |fact: &&PositionFact| fact.regions.is_empty() && fact.who == Who::Everyone;
        let named = self
            .positions
            .iter()
            .filter(ordinary)
            .find(|f| f.plans.contains(&plan));
        named.or_else(|| {
            self.positions
                .iter()
                .filter(ordinary)
                .find(|f| f.plans.is_empty())
        })
    }

    /// The opt-out to show first: one that a person can act on, else whatever is on record.
    pub fn best_opt_out(&self) -> Option<&OptOut> {
        self.opt_outs
            .iter()
            .find(|way| way.kind.is_actionable())
            .or(self.opt_outs.first())
    }
}

impl Confidence {
    /// What it means, for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::FirstPartyRead => "Read in the platform's own text",
            Self::Confirmed => "Confirmed by the platform in part, detail from a second source",
            Self::Secondary => "From second sources only",
            Self::NoneFound => "Nothing found in the platform's text",
            Self::MachineRead => "Read by machine, not reviewed",
        }
    }
}

impl Category {
    /// The category in words, for headings.
    pub fn label(self) -> &'static str {
        match self {
            Self::Assistant => "AI assistants",
            Self::Coding => "Coding",
            Self::Social => "Social networks",
            Self::Publishing => "Publishing",
            Self::Creative => "Creative tools",
            Self::Work => "Work tools",
            Self::Voice => "Voice",
            Self::Device => "Devices",
            Self::Infrastructure => "Models and cloud",
            Self::Other => "Other",
        }
    }
}
