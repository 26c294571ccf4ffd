//! Every word of the interface, in one place, so that it can become a message catalogue.
//! Sentences are whole and counted ones are built by [`counted`], so that a language with other
//! plurals or another word order needs no change in the views. No advice, no alarm.

use clauselight_atlas::{Confidence, DocumentSort, Plan, Role as OptOutRole};
use clauselight_engine::{DocumentPosition, Kind, Mechanism, PageKind, Role};

/// The language of this catalogue and its direction.
pub const LANG: &str = "en";
pub const DIR: &str = "ltr";

pub const PRODUCT: &str = "Clauselight";
pub const REGION: &str = "Clauselight: what this page says about training AI on your data";
pub const CLOSE: &str = "Close";
pub const COLLAPSE: &str = "Make small";
pub const NOT_HERE: &str = "Not on this site";
pub const READING: &str = "Reading of this page";
pub const NEXT: &str = "Next clause";
pub const PREVIOUS: &str = "Previous clause";
pub const CLAUSES_NAV: &str = "Clauses in the page";

pub const WHAT_IT_SAYS: &str = "What it says";
pub const BY_PLAN: &str = "By plan and group";
pub const YOUR_OPTIONS: &str = "Your options";
pub const EXACT_CLAUSES: &str = "The exact clauses";
pub const OTHERS: &str = "How others handle it";
pub const DOCUMENTS: &str = "Its documents";
pub const GOES_ON: &str = "Goes on regardless";
pub const ABOUT: &str = "About this reading";

pub const FROM_PAGE: &str = "From this page";
pub const FROM_RECORD: &str = "From our record";
pub const SOURCES: &str = "Sources and dates";
pub const SHOW_IN_PAGE: &str = "Show in page";
pub const SHOW_FIRST: &str = "Show the clause in the page";
pub const HOW_TO: &str = "How to opt out";
pub const COPY: &str = "Copy";
pub const WHY_PICKED: &str = "Why this?";
pub const OPEN_SETTING: &str = "Open the setting";
pub const OPEN_FORM: &str = "Open the form";
pub const WRITE_MAIL: &str = "Write the e-mail";
pub const OPEN: &str = "Open";
pub const OPEN_LINK: &str = "Open the link";

pub const COL_PLATFORM: &str = "Platform";
pub const COL_DEFAULT: &str = "By default";
pub const COL_CONTROL: &str = "Your control";
pub const OTHERS_CAPTION: &str = "Default and control, platform by platform";
pub const THIS_PLATFORM: &str = "this platform";
pub const TRAINS_LEAST: &str = "trains least here";
pub const TRAINS_MOST: &str = "trains most here";
pub const FROM_ARCHIVE: &str = "via Open Terms Archive";
pub const NO_PEERS: &str = "The dataset has no other platform to compare with yet.";

pub const DISCLAIMER: &str = "This is a reading of the text by a program. It is not legal advice.";
pub const METHOD: &str = "Clauselight finds the sentences that speak of training AI models on people's data, \
    reads who, what and unless in each, and puts them together. It runs on your device: \
    nothing about this page leaves it. It can be wrong, so each statement leads to its clause.";

pub const TRUNCATED: &str =
    "This page is very long. Only its first part was read; later clauses may be missing.";
pub const NOT_A_DOCUMENT: &str = "This page shows no document";
pub const NOT_A_DOCUMENT_WHY: &str =
    "It looks like an error, a check for robots or a sign-in. Nothing was read from it.";
pub const LANGUAGE_WHY: &str = "Nothing was guessed. This is neither a good nor a bad mark.";
pub const NOT_READ: &str = "Not read";

pub const COPIED: &str = "Copied";
pub const COPY_FAILED: &str = "The browser did not allow copying";
pub const CLAUSE_GONE: &str = "The page has changed: this clause is no longer there";

pub const WORKING: &str = "Reading this page…";
pub const SHOW_OVERLAY: &str = "Show on the page";
pub const READ_ANYWAY: &str = "Read this page anyway";
pub const LEFT_ALONE: &str = "Clauselight stays away from this site, as you asked.";
pub const BACK_HERE: &str = "Show it here again";
pub const NO_RECORD: &str = "No record of this site";
pub const NO_RECORD_WHY: &str = "It is not in the dataset, and this page does not look like terms or a privacy policy. \
    That is neither a good nor a bad mark.";
pub const UNREADABLE: &str = "This page cannot be read";
pub const UNREADABLE_WHY: &str =
    "The browser keeps extensions away from its own pages, its store and some files.";
pub const FAILED: &str = "Reading did not work";
pub const FAILED_WHY: &str = "Reload the page to try again. Nothing was sent anywhere.";
pub const DETAILS: &str = "Details";

/// A position in few words.
pub fn position(position: DocumentPosition) -> &'static str {
    match position {
        DocumentPosition::Trains => "Trains by default",
        DocumentPosition::OptOut => "Trains unless you opt out",
        DocumentPosition::OptIn => "Trains only if you agree",
        DocumentPosition::Prohibits => "Does not train on your data",
        DocumentPosition::Silent => "Says nothing on training",
    }
}

/// What a position means, in one sentence, where the document gives no sentence of its own.
pub fn why(position: DocumentPosition, offered: bool) -> &'static str {
    match position {
        DocumentPosition::Trains if offered => {
            "This page offers a way to turn it off to some people, not to everyone."
        }
        DocumentPosition::Trains => "This page names no way to turn it off.",
        DocumentPosition::OptOut => "It applies until you turn it off.",
        DocumentPosition::OptIn => "It stays off until you agree or switch it on yourself.",
        DocumentPosition::Prohibits => "Nothing needs to be turned off, by what this page says.",
        DocumentPosition::Silent => {
            "Silence is no answer: another document of this service may speak of it."
        }
    }
}

/// What can be counted.
#[derive(Clone, Copy)]
pub enum Counted {
    /// `1 clause`.
    Clauses,
    /// `Show all 12 clauses`.
    ShowAll,
    /// `1 use goes on regardless.`
    Uses,
    /// `1 more way`.
    MoreWays,
    /// `1 more clause`, where only a few are linked.
    MoreClauses,
}

/// A counted phrase. English has two forms; the catalogue will ask the language for its own.
pub fn counted(count: usize, what: Counted) -> String {
    let (before, one, many) = match what {
        Counted::Clauses => ("", " clause", " clauses"),
        Counted::ShowAll => ("Show all ", " clause", " clauses"),
        Counted::Uses => ("", " use goes on regardless.", " uses go on regardless."),
        Counted::MoreWays => ("", " more way", " more ways"),
        Counted::MoreClauses => ("", " more clause", " more clauses"),
    };
    [
        before,
        &count.to_string(),
        if count == 1 { one } else { many },
    ]
    .concat()
}

/// `Clause 3`.
pub fn clause(number: usize) -> String {
    ["Clause ", &number.to_string()].concat()
}

/// `Clause 3 of 12`.
pub fn clause_of(number: usize, of: usize) -> String {
    ["Clause ", &number.to_string(), " of ", &of.to_string()].concat()
}

/// `Copy clause 3`.
pub fn copy_clause(number: usize) -> String {
    ["Copy clause ", &number.to_string()].concat()
}

/// The pill, read out.
pub fn pill(label: &str) -> String {
    [label, ". Open Clauselight"].concat()
}

/// The heading of a group of summary lines.
pub fn role(role: Role) -> &'static str {
    match role {
        Role::What => "What is used",
        Role::Who => "Who it covers",
        Role::Can => "What you can do",
        Role::Despite => "What goes on despite that",
        Role::Also => "Also",
    }
}

/// What a clause does.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Use => "use",
        Kind::Prohibit => "no use",
        Kind::Choice => "choice",
        Kind::Exception => "exception",
        Kind::ThirdParty => "others",
        Kind::Source => "sources",
        Kind::Safeguard => "safeguard",
    }
}

/// A clause's own position; shorter than a document's, since it stands beside its quote.
pub fn clause_position(position: DocumentPosition) -> &'static str {
    match position {
        DocumentPosition::Trains => "Trains",
        DocumentPosition::OptOut => "You can opt out",
        DocumentPosition::OptIn => "Only if you agree",
        DocumentPosition::Prohibits => "Does not train",
        DocumentPosition::Silent => "Takes no position",
    }
}

/// Where a table tells the default.
pub fn by_default(position: DocumentPosition) -> &'static str {
    match position {
        DocumentPosition::Trains => "Trains",
        DocumentPosition::OptOut => "Trains unless you opt out",
        DocumentPosition::OptIn => "Only if you agree",
        DocumentPosition::Prohibits => "Does not train",
        DocumentPosition::Silent => "Says nothing",
    }
}

/// A plan, region or group as the engine names it, for people.
pub fn audience(word: &str) -> String {
    let known = match word {
        "all" => "Everyone",
        "free" => "Free",
        "pro" => "Pro",
        "student" => "Student",
        "team" => "Team",
        "business" => "Business",
        "enterprise" => "Enterprise",
        "education" => "Education",
        "api" => "API",
        "eu" => "In the EU",
        "minors" => "Minors",
        _ => return capitalised(word),
    };
    known.to_owned()
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// What the page's way to opt out is.
pub fn mechanism(mechanism: Mechanism) -> &'static str {
    match mechanism {
        Mechanism::Settings => "There is a switch in the settings.",
        Mechanism::Form => "There is a form to fill in.",
        Mechanism::Email => "You can write an e-mail.",
        Mechanism::Link => "There is a link to the control.",
        Mechanism::Contract => "Only by an agreement with the provider.",
        Mechanism::DeleteAccount => "Only by deleting the account or the content.",
        Mechanism::Other => "There is a way to opt out.",
        Mechanism::NoneStated => "It says that you can opt out, but not where.",
    }
}

/// Where the page offers no way to opt out.
pub fn no_way(position: DocumentPosition) -> &'static str {
    match position {
        DocumentPosition::Trains | DocumentPosition::OptOut => {
            "This page names no way to turn it off."
        }
        DocumentPosition::OptIn => "Nothing to turn off: it starts only if you agree.",
        DocumentPosition::Prohibits => "Nothing to turn off, by what this page says.",
        DocumentPosition::Silent => "This page says nothing, so it names no way either.",
    }
}

/// `Path: account settings`, as the page names it.
pub fn named_target(target: &str) -> String {
    ["It points to: ", target].concat()
}

/// The record knows no way.
pub const NO_WAY_ON_RECORD: &str = "The record has no way to opt out.";
pub const NONE_FOUND: &str = "No way to opt out was found in the text read.";
pub const NOT_NEEDED: &str = "Nothing to opt out of, by the text read.";

/// `From our record, checked 2026-11-24`.
pub fn by_record(checked: Option<&str>) -> String {
    match checked {
        Some(date) => ["From our record, checked ", date].concat(),
        None => "From our record".to_owned(),
    }
}

/// A platform that is not in the dataset.
pub fn not_in_dataset(host: &str) -> String {
    [
        host,
        " is not in the dataset. That is neither a good nor a bad mark.",
    ]
    .concat()
}

/// `Record of Claude, reviewed 2026-11-24.`
pub fn record_of(name: &str, reviewed: &str) -> String {
    ["Record of ", name, ", reviewed ", reviewed, "."].concat()
}

/// The record and the page differ.
pub fn differs(record: &str, checked: &str) -> String {
    [
        "The record says “",
        record,
        "” (checked ",
        checked,
        "). This page says otherwise: it may be newer, or cover another plan or product.",
    ]
    .concat()
}

/// Something another source says against a fact.
pub fn conflict(text: &str) -> String {
    ["Sources disagree: ", text].concat()
}

/// Who, in a record's way to opt out, can use it; empty where everyone can.
pub fn opt_out_role(role: OptOutRole) -> &'static str {
    match role {
        OptOutRole::Individual => "",
        OptOutRole::Admin => "for administrators",
        OptOutRole::Owner => "for the owner",
    }
}

/// A plan.
pub fn plan(plan: Plan) -> &'static str {
    match plan {
        Plan::Free => "Free",
        Plan::Paid => "Paid",
        Plan::Team => "Team",
        Plan::Enterprise => "Enterprise",
        Plan::Education => "Education",
        Plan::Api => "API",
    }
}

/// `EEA, GB only`.
pub fn only(regions: &str) -> String {
    [regions, " only"].concat()
}

/// How a record's way reaches back; `None` where not known.
pub fn retroactive(reaches_back: bool) -> &'static str {
    if reaches_back {
        "Reaches data already used."
    } else {
        "Not for data already used."
    }
}

/// A request that others may ignore.
pub const SIGNAL: &str = "A request to others, who may ignore it.";

/// `checked 2026-11-24`.
pub fn checked(date: &str) -> String {
    ["checked ", date].concat()
}

/// `changed 2026-11-24`.
pub fn changed(date: &str) -> String {
    ["changed ", date].concat()
}

/// `seen working 2026-11-24`.
pub fn seen_working(date: &str) -> String {
    ["seen working ", date].concat()
}

/// How far a fact can be trusted.
pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::FirstPartyRead => "own text, read",
        Confidence::Confirmed => "own text in part, details from others",
        Confidence::Secondary => "other sources only",
        Confidence::NoneFound => "own text, nothing found",
        Confidence::MachineRead => "read by program, not reviewed",
    }
}

/// A source or document, by its sort.
pub fn sort(sort: DocumentSort) -> &'static str {
    match sort {
        DocumentSort::Terms => "Terms",
        DocumentSort::CommercialTerms => "Commercial terms",
        DocumentSort::Privacy => "Privacy policy",
        DocumentSort::AiPolicy => "AI and data policy",
        DocumentSort::DataProcessing => "Data processing agreement",
        DocumentSort::AcceptableUse => "Acceptable use",
        DocumentSort::Help => "Help page",
        DocumentSort::Announcement => "Announcement",
        DocumentSort::Article => "Article",
    }
}

/// What sort of page was read.
pub fn page_kind(kind: PageKind) -> &'static str {
    match kind {
        PageKind::Terms => "Terms",
        PageKind::Privacy => "Privacy policy",
        PageKind::AiPolicy => "AI and data policy",
        PageKind::AcceptableUse => "Acceptable use",
        PageKind::DataProcessing => "Data processing agreement",
        PageKind::Cookies => "Cookie policy",
        PageKind::Help => "Help page",
        PageKind::OtherLegal => "Legal page",
        PageKind::NotLegal => "Page",
    }
}

/// What a piece of evidence was read as.
pub fn evidence(role: &str) -> &str {
    match role {
        "act" => "training",
        "model" => "model",
        "negation" => "not",
        "heading" => "heading above",
        other => other,
    }
}

/// The headline where the language is not covered.
pub fn language_not_covered(language: &str) -> String {
    match language_name(language) {
        "" => "This page is in a language that Clauselight does not read yet".to_owned(),
        name => [
            "This page is in ",
            name,
            ", which Clauselight does not read yet",
        ]
        .concat(),
    }
}

/// The English name of a language; empty where not known.
fn language_name(code: &str) -> &'static str {
    match code.split(['-', '_']).next().unwrap_or_default() {
        "ar" => "Arabic",
        "bg" => "Bulgarian",
        "ca" => "Catalan",
        "cs" => "Czech",
        "da" => "Danish",
        "de" => "German",
        "el" => "Greek",
        "en" => "English",
        "es" => "Spanish",
        "et" => "Estonian",
        "fa" => "Persian",
        "fi" => "Finnish",
        "fr" => "French",
        "he" => "Hebrew",
        "hi" => "Hindi",
        "hr" => "Croatian",
        "hu" => "Hungarian",
        "id" => "Indonesian",
        "it" => "Italian",
        "ja" => "Japanese",
        "ko" => "Korean",
        "lt" => "Lithuanian",
        "lv" => "Latvian",
        "nb" | "nn" | "no" => "Norwegian",
        "nl" => "Dutch",
        "pl" => "Polish",
        "pt" => "Portuguese",
        "ro" => "Romanian",
        "ru" => "Russian",
        "sk" => "Slovak",
        "sl" => "Slovenian",
        "sr" => "Serbian",
        "sv" => "Swedish",
        "th" => "Thai",
        "tr" => "Turkish",
        "uk" => "Ukrainian",
        "vi" => "Vietnamese",
        "zh" => "Chinese",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_their_nouns() {
        assert_eq!(counted(0, Counted::Clauses), "0 clauses");
        assert_eq!(counted(1, Counted::Clauses), "1 clause");
        assert_eq!(counted(25, Counted::ShowAll), "Show all 25 clauses");
        assert_eq!(counted(1, Counted::Uses), "1 use goes on regardless.");
        assert_eq!(counted(2, Counted::MoreWays), "2 more ways");
    }

    #[test]
    fn unknown_words_of_a_document_are_shown_as_they_are() {
        assert_eq!(audience("api"), "API");
        assert_eq!(audience("équipe"), "Équipe");
        assert_eq!(audience(""), "");
        assert_eq!(evidence("act"), "training");
        assert_eq!(evidence("something new"), "something new");
    }

    #[test]
    fn a_language_is_named_where_known() {
        assert!(language_not_covered("pl-PL").contains("Polish"));
        assert!(language_not_covered("tlh").contains("a language that"));
        assert!(language_not_covered("").contains("a language that"));
    }
}
