//! Facts of a record in plain words, for the cells of a comparison.

use crate::schema::{AdminControl, Basis, Models, OptOut, OptOutKind, Plan, PositionFact, Who};
use crate::words::Url;
use clauselight_engine::{Data, DocumentPosition, Mechanism};

/// A position in plain words.
pub(crate) fn default_words(position: DocumentPosition) -> &'static str {
    match position {
        DocumentPosition::Trains => "Trains; no control stated",
        DocumentPosition::OptOut => "Trains unless you opt out",
        DocumentPosition::OptIn => "Trains only if you agree",
        DocumentPosition::Prohibits => "Does not train",
        DocumentPosition::Silent => "Says nothing on training",
    }
}

/// The means that a Report names.
pub(crate) fn mechanism_words(mechanism: Mechanism) -> &'static str {
    match mechanism {
        Mechanism::Settings => "A switch in the settings",
        Mechanism::Form => "A form",
        Mechanism::Email => "By e-mail",
        Mechanism::Link => "A link to the control",
        Mechanism::Contract => "By agreement",
        Mechanism::DeleteAccount => "By deleting the account or content",
        Mechanism::Other | Mechanism::NoneStated => "A control, not described here",
    }
}

/// An opt-out in one line, with what limits it.
pub(crate) fn control_words(way: &OptOut) -> String {
    let told = |lead: &str, path: &[String]| {
        if path.is_empty() {
            lead.to_owned()
        } else {
            format!("{lead}: {}", path.join(" › "))
        }
    };
    let words = match &way.kind {
        OptOutKind::Toggle { path, .. } => told("Switch", path),
        OptOutKind::Form { path, .. } => told("Form", path),
        OptOutKind::Email(letter) => format!("E-mail to {}", letter.address),
        OptOutKind::Admin(AdminControl::Toggle { path, .. }) => told("Administrator", path),
        OptOutKind::Admin(AdminControl::Email(letter)) => {
            format!("Administrator: e-mail to {}", letter.address)
        }
        OptOutKind::Signal { path, .. } => told("Request to others", path),
        OptOutKind::NoneStated => "None found in the text read".to_owned(),
        OptOutKind::NotNeeded => "Not needed".to_owned(),
    };
    let mut limits: Vec<String> = way.surface.iter().cloned().collect();
    if way.basis == Basis::RightToObject {
        limits.push("general right to object; may be refused".to_owned());
    }
    if !way.plans.is_empty() {
        limits.push(
            way.plans
                .iter()
                .map(|plan| plan_word(*plan))
                .collect::<Vec<_>>()
                .join(", "),
        );
    }
    if !way.regions.is_empty() {
        let regions = way
            .regions
            .iter()
            .map(|region| region.as_str())
            .collect::<Vec<_>>();
        limits.push(format!("{} only", regions.join(", ")));
    }
    if limits.is_empty() {
        words
    } else {
        format!("{words} ({})", limits.join("; "))
    }
}

/// Straight to the control, where it has an address.
pub(crate) fn control_link(kind: &OptOutKind) -> Option<Url> {
    match kind {
        OptOutKind::Toggle { url, .. }
        | OptOutKind::Signal { url, .. }
        | OptOutKind::Admin(AdminControl::Toggle { url, .. }) => url.clone(),
        OptOutKind::Form { url, .. } => Some(url.clone()),
        _ => None,
    }
}

/// Whom a position covers.
pub(crate) fn audience_words(fact: &PositionFact) -> String {
    let mut parts: Vec<String> = Vec::new();
    match fact.who {
        Who::Everyone => {}
        Who::Minors => parts.push("Minors".to_owned()),
        Who::SignedOut => parts.push("Signed out".to_owned()),
        Who::NonUsers => parts.push("People who do not use it".to_owned()),
    }
    if let Some(names) = &fact.plan_names {
        parts.push(names.clone());
    } else if !fact.plans.is_empty() {
        parts.push(
            fact.plans
                .iter()
                .map(|plan| plan_word(*plan))
                .collect::<Vec<_>>()
                .join(", "),
        );
    }
    if !fact.regions.is_empty() {
        let regions = fact
            .regions
            .iter()
            .map(|region| region.as_str())
            .collect::<Vec<_>>();
        parts.push(regions.join(", "));
    }
    match fact.models {
        Models::Any => {}
        Models::Generative => parts.push("Generative models".to_owned()),
        Models::Other => parts.push("Other models".to_owned()),
    }
    if parts.is_empty() {
        parts.push(data_words(&fact.data));
    }
    parts.join("; ")
}

/// A plan.
fn plan_word(plan: Plan) -> &'static str {
    match plan {
        Plan::Free => "Free",
        Plan::Paid => "Paid",
        Plan::Team => "Team",
        Plan::Enterprise => "Enterprise",
        Plan::Education => "Education",
        Plan::Api => "API",
    }
}

/// Kinds of data as one list.
pub(crate) fn data_words(data: &[Data]) -> String {
    let words: Vec<&str> = data
        .iter()
        .map(|data| match data {
            Data::Inputs => "prompts and chats",
            Data::Outputs => "answers",
            Data::Files => "uploads",
            Data::Code => "code",
            Data::Images => "pictures",
            Data::Voice => "voice and video",
            Data::Feedback => "feedback",
            Data::Usage => "usage data",
            Data::Account => "account data",
            Data::PublicContent => "public posts and profiles",
            Data::Personal => "personal data",
            Data::Content => "your content",
            Data::Other => "other data",
        })
        .collect();
    upper_first(&words.join(", "))
}

fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// For use after a colon.
pub(crate) fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map_or_else(String::new, |c| c.to_lowercase().chain(chars).collect())
}
