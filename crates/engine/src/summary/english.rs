//! Statements in plain English: short sentences, no legal terms, no alarm.

use super::Statement;
use crate::*;

/// One sentence that states the document's position.
pub(crate) fn headline(report: &Report) -> String {
    let uncovered = report
        .problems
        .iter()
        .any(|p| matches!(p, Problem::LanguageNotCovered { .. }));
    if uncovered {
        return "This page is in a language that Clauselight cannot read yet.".to_owned();
    }
    match report.position {
        DocumentPosition::Trains => {
            "Trains AI on your data. This page states no way to turn it off."
        }
        DocumentPosition::OptOut => "Trains AI on your data by default. You can turn it off.",
        DocumentPosition::OptIn => "Trains AI on your data only if you agree.",
        DocumentPosition::Prohibits => "Does not train AI on your data.",
        DocumentPosition::Silent => "Says nothing about training on your data.",
    }
    .to_owned()
}

/// A statement as one or two short sentences.
pub(crate) fn line(statement: &Statement) -> String {
    match statement {
        Statement::Used {
            data,
            position,
            audiences,
        } => {
            let on = match plan_list(audiences) {
                Some(plans) => format!("On {plans}, "),
                None => String::new(),
            };
            let what = data_list(data);
            match position {
                Position::Trains => sentence(&on, &format!("{what} may be used to train AI.")),
                Position::OptOut => sentence(
                    &on,
                    &format!("{what} may be used to train AI, unless you turn it off."),
                ),
                Position::OptIn => sentence(
                    &on,
                    &format!("{what} may be used to train AI, but only if you agree."),
                ),
                Position::Prohibits => sentence(&on, &format!("{what} is not used to train AI.")),
            }
        }
        Statement::NotUsed { data, .. } => {
            format!(
                "The page says that AI is not trained on {}.",
                lower(&data_list(data))
            )
        }
        Statement::Others {
            audiences,
            position,
        } => {
            let who = join(&audiences.iter().map(audience).collect::<Vec<_>>());
            let how = match position {
                Position::Trains => "data may be used, and no way to turn it off is stated",
                Position::OptOut => "data is used unless it is turned off",
                Position::OptIn => "data is used only on agreement",
                Position::Prohibits => "data is not used",
            };
            capital(&format!("for {who}: {how}."))
        }
        Statement::OtherPlansNotUsed => "Data on other plans is not used.".to_owned(),
        Statement::Control {
            mechanism,
            target,
            withdraw,
        } => control(*mechanism, target.as_deref(), *withdraw),
        Statement::NeedsConsent => "Nothing is used until you agree.".to_owned(),
        Statement::NoControl => {
            "This page names no setting, form or address for turning it off.".to_owned()
        }
        Statement::Despite { names } => {
            let names: Vec<String> = names.iter().map(|n| exception(n)).collect();
            capital(&format!("{} may be used even then.", join(&names)))
        }
        Statement::ThirdParty {
            position: Position::Prohibits,
        } => "Other companies that handle your data may not train AI on it.".to_owned(),
        Statement::ThirdParty { .. } => "Other companies may train AI on your data.".to_owned(),
        Statement::Source => {
            "AI is also trained on data from elsewhere, such as the public web.".to_owned()
        }
        Statement::Safeguard => {
            "The page names steps to protect data, such as taking names out.".to_owned()
        }
    }
}

fn control(mechanism: Mechanism, target: Option<&str>, withdraw: bool) -> String {
    let do_it = if withdraw {
        "You can change your mind"
    } else {
        "You can turn it off"
    };
    // A bare link is shown as a button; in a sentence it only gets in the way.
    let named =
        target.filter(|t| !t.starts_with("http") && !t.starts_with('/') && !t.starts_with('#'));
    let address = named.map(|t| t.strip_prefix("mailto:").unwrap_or(t));
    match (mechanism, address) {
        (Mechanism::Settings, Some(place)) if !place.contains('@') => {
            format!("{do_it} in: {place}.")
        }
        (Mechanism::Settings, _) => format!("{do_it} in the settings."),
        (Mechanism::Form, _) => format!("{do_it} by sending a form."),
        (Mechanism::Email, Some(address)) if address.contains('@') => {
            format!("{do_it} by writing to {address}.")
        }
        (Mechanism::Email, _) => format!("{do_it} by writing to the company."),
        (Mechanism::Link, _) => format!("{do_it} through a link on this page."),
        (Mechanism::Contract, _) => format!("{do_it} only by a contract with the company."),
        (Mechanism::DeleteAccount, _) => {
            "The only way out that this page names is deleting your account or content.".to_owned()
        }
        (Mechanism::Other, _) => format!("{do_it} in the way this page describes."),
        (Mechanism::NoneStated, _) => format!("{do_it}, but this page does not say where."),
    }
}

fn data_list(data: &[Data]) -> String {
    let names: Vec<String> = data.iter().map(|d| data_name(*d).to_owned()).collect();
    if names.is_empty() {
        "Your data".to_owned()
    } else {
        capital(&join(&names))
    }
}

/// What a kind of data is called.
fn data_name(data: Data) -> &'static str {
    match data {
        Data::Inputs => "your prompts and messages",
        Data::Outputs => "the answers you get",
        Data::Files => "files you upload",
        Data::Code => "your code",
        Data::Images => "your pictures and videos",
        Data::Voice => "your voice and recordings",
        Data::Feedback => "your feedback",
        Data::Usage => "how you use the service",
        Data::Account => "your account details",
        Data::PublicContent => "your public posts",
        Data::Personal => "your personal data",
        Data::Content => "your content",
        Data::Other => "your data",
    }
}

/// What an audience is called.
pub(crate) fn audience(audience: &Audience) -> String {
    match audience.0.as_str() {
        "free" => "free plans",
        "pro" => "paid plans",
        "student" => "student plans",
        "team" => "team plans",
        "business" => "business customers",
        "enterprise" => "enterprise customers",
        "education" => "schools and universities",
        "api" => "developers using the API",
        "eu" => "people in Europe",
        "uk" => "people in the UK",
        "us" => "people in the US",
        "minors" => "children and teenagers",
        "logged-out" => "people who are not signed in",
        "individuals" => "personal accounts",
        "non-users" => "people who do not use the service",
        other => other,
    }
    .to_owned()
}

fn plan_list(audiences: &[Audience]) -> Option<String> {
    let names: Vec<String> = audiences
        .iter()
        .map(|a| match a.0.as_str() {
            "free" => "Free".to_owned(),
            "pro" => "Pro".to_owned(),
            "student" => "Student".to_owned(),
            "team" => "Team".to_owned(),
            other => other.to_owned(),
        })
        .collect();
    match names.as_slice() {
        [] => None,
        [one] => Some(format!("the {one} plan")),
        _ => Some(format!("the {} plans", join(&names))),
    }
}

/// What an exception is called.
fn exception(name: &str) -> String {
    match name {
        "feedback" => "feedback you give".to_owned(),
        "safety-flagged" => "content flagged for safety".to_owned(),
        "logged-out-use" => "what you do without signing in".to_owned(),
        other => other.replace('-', " "),
    }
}

fn join(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

fn sentence(lead: &str, rest: &str) -> String {
    if lead.is_empty() {
        rest.to_owned()
    } else {
        format!("{lead}{}", lower(rest))
    }
}

fn capital(text: &str) -> String {
    change_first(text, |c| c.to_uppercase().collect())
}

fn lower(text: &str) -> String {
    change_first(text, |c| c.to_lowercase().collect())
}

fn change_first(text: &str, change: impl Fn(char) -> String) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => change(first) + chars.as_str(),
        None => String::new(),
    }
}
