//! The state of a document's training clauses: what a history is told in. Two texts with one
//! state say the same, whatever their markup and order.

use clauselight_engine::{DocumentPosition, Kind, Mechanism, Report};
use serde::Serialize;
use std::collections::BTreeSet;

/// What a document states on training.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct State {
    pub position: DocumentPosition,
    /// The plans and groups named by the clauses.
    pub plans: BTreeSet<String>,
    pub exceptions: BTreeSet<String>,
    /// The kinds of data that clauses of use name.
    pub data: BTreeSet<String>,
    /// The means of the control offered, if one is.
    pub control: Option<String>,
}

impl State {
    pub fn of(report: &Report) -> Self {
        let named = report
            .clauses
            .iter()
            .filter(|clause| clause.position.is_some())
            .flat_map(|clause| &clause.audience);
        let tiers = report.tiers.iter().map(|tier| &tier.audience);
        let uses = report
            .clauses
            .iter()
            .filter(|clause| clause.kinds.contains(&Kind::Use));
        Self {
            position: report.position,
            plans: named
                .chain(tiers)
                .filter(|audience| audience.0 != "all")
                .map(|audience| audience.0.clone())
                .collect(),
            exceptions: report.exceptions.iter().map(|e| e.name.clone()).collect(),
            data: uses.flat_map(|clause| &clause.data).map(word).collect(),
            control: report
                .opt_out
                .offered
                .then(|| match report.opt_out.mechanism {
                    Mechanism::NoneStated => "offered".to_owned(),
                    mechanism => word(&mechanism),
                }),
        }
    }

    /// What changed from `before`, one line a matter; empty where nothing did.
    pub fn changes(&self, before: &Self) -> Vec<Change> {
        let mut changes = Vec::new();
        if self.position != before.position {
            changes.push(Change::Position {
                from: before.position,
                to: self.position,
            });
        }
        for (matter, old, new) in [
            (Matter::Plan, &before.plans, &self.plans),
            (Matter::Exception, &before.exceptions, &self.exceptions),
            (Matter::Data, &before.data, &self.data),
        ] {
            let added: Vec<String> = new.difference(old).cloned().collect();
            let dropped: Vec<String> = old.difference(new).cloned().collect();
            if !(added.is_empty() && dropped.is_empty()) {
                changes.push(Change::Set {
                    matter,
                    added,
                    dropped,
                });
            }
        }
        if self.control != before.control {
            changes.push(Change::Control {
                from: before.control.clone(),
                to: self.control.clone(),
            });
        }
        changes
    }
}

/// One difference between two states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum Change {
    Position {
        from: DocumentPosition,
        to: DocumentPosition,
    },
    Set {
        matter: Matter,
        added: Vec<String>,
        dropped: Vec<String>,
    },
    Control {
        from: Option<String>,
        to: Option<String>,
    },
}

/// What a set holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Matter {
    Plan,
    Exception,
    Data,
}

impl std::fmt::Display for Change {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Position { from, to } => write!(f, "position: {} → {}", word(from), word(to)),
            Self::Set {
                matter,
                added,
                dropped,
            } => {
                write!(f, "{}:", word(matter))?;
                for (sign, names) in [('+', added), ('-', dropped)] {
                    for name in names {
                        write!(f, " {sign}{name}")?;
                    }
                }
                Ok(())
            }
            Self::Control { from, to } => {
                let words = |control: &Option<String>| control.clone().unwrap_or("none".into());
                write!(f, "control: {} → {}", words(from), words(to))
            }
        }
    }
}

/// The word that records and reports use for a value.
pub fn word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::State;

    fn state(text: &str) -> State {
        let document = clauselight_html::read(
            text.as_bytes(),
            Some(clauselight_html::Format::Markdown),
            "",
        );
        State::of(&clauselight_engine::analyze(&document.unwrap()))
    }

    const USE: &str = "We use your prompts to train our AI models.";

    #[test]
    fn markup_and_order_are_no_change() {
        let other = "You keep all rights in your work.";
        let one = state(&format!("# Terms of Service\n\n{USE}\n\n{other}\n"));
        let two = state(&format!("# Terms of Service\n\n{other}\n\n*   **{USE}**\n"));
        assert_eq!(two.changes(&one), []);
    }

    #[test]
    fn a_control_is_a_change_of_position_and_control() {
        let one = state(&format!("# Terms of Service\n\n{USE}\n"));
        let two = state(&format!(
            "# Terms of Service\n\n{USE} You can opt out of training in your account settings.\n"
        ));
        let lines: Vec<String> = two.changes(&one).iter().map(ToString::to_string).collect();
        assert_eq!(
            lines,
            ["position: trains → opt-out", "control: none → settings"]
        );
    }
}
