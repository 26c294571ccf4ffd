//! A proposal: the record that the engine's readings of one service's documents amount to.
//! Every fact in it is marked machine-read.

use crate::corpus::Reading;
use crate::state::word;
use clauselight_atlas::{
    Archived, Basis, Category, Confidence, Conflict, Date, Document, DocumentSort, Domain, Email,
    ExceptionFact, Letter, Models, OptOut, OptOutKind, Plan, Platform, PositionFact, Region,
    Reviewer, Role, SourceKind, Url, Who, clause_print,
};
use clauselight_engine::{Data, DocumentPosition, Kind, Mechanism, PageKind};
use std::collections::BTreeMap;

/// The record for `id`; `None` where no document with an address says anything.
pub fn propose(id: &str, name: &str, readings: &[Reading], checked: Date) -> Option<Platform> {
    let mut telling: Vec<(String, &Reading, Document)> = Vec::new();
    for reading in readings {
        if reading.report.clauses.is_empty() {
            continue;
        }
        let key = slug(&reading.source.document);
        if let Some(document) = document(reading, checked) {
            telling.push((key, reading, document));
        }
    }
    // What the person meets first: a control where one is offered, then the fullest text.
    telling.sort_by_key(|(_, reading, _)| {
        let silent = reading.report.position == DocumentPosition::Silent;
        (
            silent,
            !reading.report.opt_out.offered,
            usize::MAX - reading.report.clauses.len(),
        )
    });
    let (key, main, _) = telling.first()?;
    let position = main.report.position;
    if position == DocumentPosition::Silent {
        return None;
    }
    let conflict = telling[1..].iter().find_map(|(key, reading, _)| {
        let other = reading.report.position;
        let differs = other != position && other != DocumentPosition::Silent;
        differs.then(|| Conflict {
            text: format!(
                "Read by machine, another document comes out as {}.",
                word(&other)
            ),
            source: key.clone(),
        })
    });
    let mut positions = vec![PositionFact {
        plans: vec![],
        plan_names: None,
        regions: vec![],
        who: Who::Everyone,
        models: Models::Any,
        position,
        data: data(main),
        note: None,
        source: key.clone(),
        confidence: Confidence::MachineRead,
        conflict,
    }];
    for tier in &main.report.tiers {
        let mut fact = PositionFact {
            position: tier.position.into(),
            conflict: None,
            ..positions[0].clone()
        };
        if narrow(&mut fact, &tier.audience.0)
            && !positions[1..]
                .iter()
                .any(|p| p.plans == fact.plans && p.regions == fact.regions && p.who == fact.who)
        {
            positions.push(fact);
        }
    }
    let mut exceptions: Vec<ExceptionFact> = Vec::new();
    for exception in &main.report.exceptions {
        exceptions.push(ExceptionFact {
            name: exception.name.clone(),
            text: format!(
                "Read by machine: {} is used all the same.",
                exception.name.replace('-', " ")
            ),
            source: key.clone(),
            confidence: Confidence::MachineRead,
        });
    }
    let opt_outs: Vec<OptOut> = way(main, key).into_iter().collect();
    let platform = Platform {
        id: id.to_owned(),
        name: name.to_owned(),
        aliases: vec![],
        former_names: vec![],
        domains: domains(name, readings),
        category: Category::Other,
        company: name.to_owned(),
        reviewed: checked,
        reviewed_by: Reviewer::Engine,
        standing: standing(position).to_owned(),
        positions,
        exceptions,
        third_parties: vec![],
        retention: vec![],
        opt_outs,
        timeline: vec![],
        documents: telling
            .iter()
            .map(|(key, _, document)| (key.clone(), document.clone()))
            .collect::<BTreeMap<_, _>>(),
    };
    Some(platform)
}

/// `Privacy Policy` → `privacy-policy`; also for ids.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// The document as records hold it; `None` where the corpus has no address for it.
pub fn document(reading: &Reading, checked: Date) -> Option<Document> {
    let address = reading.source.urls.first()?;
    let address = address
        .split(", ")
        .next()?
        .replacen("http://", "https://", 1);
    let sort = match reading.report.kind {
        PageKind::Privacy | PageKind::Cookies => DocumentSort::Privacy,
        PageKind::AiPolicy => DocumentSort::AiPolicy,
        PageKind::AcceptableUse => DocumentSort::AcceptableUse,
        PageKind::DataProcessing => DocumentSort::DataProcessing,
        PageKind::Help => DocumentSort::Help,
        PageKind::Terms | PageKind::OtherLegal | PageKind::NotLegal => DocumentSort::Terms,
    };
    Some(Document {
        sort,
        kind: SourceKind::Archive,
        url: Url::try_from(address).ok()?,
        archive: Some(Archived {
            collection: reading.source.collection.clone(),
            service: reading.source.service.clone(),
            document: reading.source.document.clone(),
        }),
        changed: Some(reading.changed),
        checked,
        sha256: Some(reading.hash.clone()),
        clauses: prints(reading),
    })
}

/// The fingerprints of a document's clauses, in reading order.
pub fn prints(reading: &Reading) -> Vec<clauselight_atlas::ClausePrint> {
    let clauses = reading.report.clauses.iter();
    clauses
        .map(|clause| clause_print(&clause.quote, &clause.section))
        .collect()
}

fn data(reading: &Reading) -> Vec<Data> {
    let uses = |wanted: bool| {
        let clauses = reading.report.clauses.iter();
        let clauses = clauses.filter(move |clause| clause.kinds.contains(&Kind::Use) || !wanted);
        let mut data: Vec<Data> = clauses
            .flat_map(|clause| clause.data.iter().copied())
            .collect();
        data.sort_unstable();
        data.dedup();
        data
    };
    let found = uses(true);
    let found = if found.is_empty() { uses(false) } else { found };
    if found.is_empty() {
        vec![Data::Other]
    } else {
        found
    }
}

/// Narrows a fact to an audience of the engine; `false` where records have no word for it.
fn narrow(fact: &mut PositionFact, audience: &str) -> bool {
    let plan = match audience {
        "free" => Some(Plan::Free),
        "pro" => Some(Plan::Paid),
        "team" | "business" => Some(Plan::Team),
        "enterprise" => Some(Plan::Enterprise),
        "student" | "education" => Some(Plan::Education),
        "api" => Some(Plan::Api),
        _ => None,
    };
    match (plan, audience) {
        (Some(plan), _) => fact.plans = vec![plan],
        (None, "eu") => fact.regions = Region::try_from("EEA".to_owned()).into_iter().collect(),
        (None, "minors") => fact.who = Who::Minors,
        (None, "logged-out") => fact.who = Who::SignedOut,
        _ => return false,
    }
    true
}

/// The control, where the document says enough to act on it.
fn way(reading: &Reading, key: &str) -> Option<OptOut> {
    let found = &reading.report.opt_out;
    if !found.offered {
        return None;
    }
    let target = found.target.clone().unwrap_or_default();
    let target = target.trim_start_matches("mailto:");
    let kind = match found.mechanism {
        Mechanism::Email => OptOutKind::Email(Letter {
            address: Email::try_from(target.to_ascii_lowercase()).ok()?,
            subject: None,
            body: None,
        }),
        Mechanism::Form | Mechanism::Link => OptOutKind::Form {
            url: Url::try_from(target.to_owned()).ok()?,
            path: vec![],
        },
        // The menus of a switch are not told in a way that can be trusted unseen.
        _ => return None,
    };
    Some(OptOut {
        kind,
        surface: None,
        scope: "Read by machine; what it covers was not reviewed".to_owned(),
        basis: Basis::Offered,
        steps: None,
        difficulty: None,
        regions: vec![],
        plans: vec![],
        role: Role::Individual,
        signed_out: None,
        exceptions: vec![],
        retroactive: None,
        source: key.to_owned(),
        verified_on: None,
        confidence: Confidence::MachineRead,
        conflict: None,
    })
}

/// The registrable domains of the documents that bear the service's name: a parent company's are
/// not the service's.
fn domains(name: &str, readings: &[Reading]) -> Vec<Domain> {
    let name = clauselight_atlas::name_key(name);
    let mut found: Vec<Domain> = Vec::new();
    for url in readings.iter().flat_map(|reading| &reading.source.urls) {
        let host = url
            .split("//")
            .nth(1)
            .and_then(|rest| rest.split(['/', '?', ':']).next());
        let domain = host
            .and_then(psl::domain_str)
            .unwrap_or_default()
            .to_ascii_lowercase();
        let label = clauselight_atlas::name_key(domain.split('.').next().unwrap_or_default());
        let own = label.len() >= 3 && (name.contains(&label) || label.contains(&name));
        if let (true, Ok(domain)) = (own, Domain::try_from(domain))
            && !found.contains(&domain)
        {
            found.push(domain);
        }
    }
    found
}

fn standing(position: DocumentPosition) -> &'static str {
    match position {
        DocumentPosition::Trains => {
            "Read by machine, not reviewed: data may train models, and no control was found."
        }
        DocumentPosition::OptOut => {
            "Read by machine, not reviewed: data trains models unless people opt out."
        }
        DocumentPosition::OptIn => {
            "Read by machine, not reviewed: data trains models only with consent."
        }
        DocumentPosition::Prohibits => "Read by machine, not reviewed: data does not train models.",
        DocumentPosition::Silent => "Read by machine, not reviewed: nothing is said on training.",
    }
}
