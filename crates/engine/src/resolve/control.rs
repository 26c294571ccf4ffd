//! The control that a document offers: whether, how, where.

use crate::read::Reading;
use crate::*;

/// Collects the control from the clauses of kind `choice`.
pub(crate) fn opt_out(
    document: &Document,
    clauses: &[Clause],
    readings: &[Reading],
    position: DocumentPosition,
) -> OptOut {
    let mut told: Vec<usize> = (0..clauses.len())
        .filter(|&i| {
            let c = &clauses[i];
            c.kinds.contains(&Kind::Choice) && c.position == Some(Position::OptOut)
        })
        .collect();
    let way = |i: &usize| readings.get(*i).map_or(Mechanism::NoneStated, |r| r.way);
    if told.is_empty() && matches!(position, DocumentPosition::OptIn | DocumentPosition::OptOut) {
        told = (0..clauses.len())
            .filter(|&i| {
                // In an opt-in regime only a named switch or way to withdraw is a control.
                clauses[i].kinds.contains(&Kind::Choice)
                    && matches!(
                        way(&i),
                        Mechanism::Settings | Mechanism::Form | Mechanism::Email
                    )
            })
            .collect();
    }
    let order = [
        Mechanism::Settings,
        Mechanism::Form,
        Mechanism::Email,
        Mechanism::Link,
        Mechanism::Contract,
        Mechanism::DeleteAccount,
    ];
    let mechanism = order
        .into_iter()
        .find(|m| told.iter().any(|i| way(i) == *m))
        .unwrap_or(Mechanism::NoneStated);
    let mut links: Vec<FoundLink> = Vec::new();
    for &i in &told {
        for link in document.links_in(clauses[i].span) {
            let found = FoundLink {
                text: document.slice(link.span).to_owned(),
                href: link.href.clone(),
            };
            if !links.contains(&found) {
                links.push(found);
            }
        }
    }
    let target = links.first().map(|l| l.href.clone()).or_else(|| {
        told.iter()
            .filter_map(|i| readings.get(*i))
            .find_map(|r| r.target.clone())
    });
    OptOut {
        offered: !told.is_empty(),
        mechanism,
        target,
        links,
        clauses: told,
    }
}
