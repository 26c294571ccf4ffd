//! Every state of the views, on made-up documents of a made-up service: for the tests and the
//! preview.

use clauselight_atlas::{
    Atlas, Basis, Category, Confidence, Conflict, Date, Document, DocumentSort, Domain,
    ExceptionFact, Models, OptOut as RecordWay, OptOutKind, Plan, Platform, PositionFact, Reviewer,
    Role as Doer, SourceKind, Url, Who,
};
use clauselight_engine::{
    Audience, Clause, Data, DocumentPosition, Evidence, Exception, FoundLink, Kind, Line,
    Mechanism, OptOut, PageKind, Position, Problem, Report, Role, Span, Summary, Tier,
};
use clauselight_ui::{OverlayModel, PageInfo, PopupModel, ViewSettings};

/// The names of the overlay's states, in the order to look at them.
pub const OVERLAYS: [&str; 10] = [
    "opt-out",
    "trains",
    "opt-in",
    "prohibits",
    "silent",
    "long",
    "not-in-dataset",
    "language",
    "not-a-document",
    "truncated",
];

/// The names of the popup's states.
pub const POPUPS: [&str; 9] = [
    "working",
    "this-page",
    "left-alone",
    "language",
    "platform",
    "platform-without-way",
    "no-record",
    "unreadable",
    "failed",
];

/// The overlay's model in a state of [`OVERLAYS`].
pub fn overlay(name: &str) -> OverlayModel {
    let (report, platform) = match name {
        "trains" => (trains(), Some(platform())),
        "opt-in" => (opt_in(), Some(platform())),
        "prohibits" => (prohibits(), Some(platform())),
        "silent" => (silent(), Some(platform())),
        "long" => (long(), Some(platform())),
        "not-in-dataset" => (opt_out(), None),
        "language" => (
            unread(Problem::LanguageNotCovered {
                language: "pl".into(),
            }),
            None,
        ),
        "not-a-document" => (unread(Problem::NotADocument), Some(platform())),
        "truncated" => {
            let mut report = opt_out();
            report.problems.push(Problem::Truncated);
            (report, Some(platform()))
        }
        _ => (opt_out(), Some(platform())),
    };
    let host = if platform.is_some() {
        "chat.example.com"
    } else {
        "unknown.example"
    };
    let comparison = Atlas::bundled()
        .expect("the bundled Atlas loads")
        .compare(platform.as_ref(), Some(&report));
    OverlayModel {
        report,
        page: page(host),
        platform,
        comparison,
        settings: ViewSettings::default(),
    }
}

/// The popup's model in a state of [`POPUPS`].
pub fn popup(name: &str) -> PopupModel {
    let this_page = |state, left_alone| PopupModel::ThisPage {
        page: Box::new(overlay(state)),
        left_alone,
    };
    let of_platform = |platform: Platform| PopupModel::Platform {
        page: page("chat.example.com"),
        comparison: Atlas::bundled()
            .expect("the bundled Atlas loads")
            .compare(Some(&platform), None),
        platform: Box::new(platform),
        can_analyse: true,
    };
    match name {
        "working" => PopupModel::Working,
        "left-alone" => this_page("opt-out", true),
        "language" => this_page("language", false),
        "platform" => of_platform(platform()),
        "platform-without-way" => {
            let mut platform = platform();
            platform.opt_outs.clear();
            platform.positions[0].position = DocumentPosition::Trains;
            platform.standing = "What you write trains the models; no way out was found.".into();
            of_platform(platform)
        }
        "no-record" => PopupModel::NoRecord {
            page: page("unknown.example"),
        },
        "unreadable" => PopupModel::Unreadable,
        "failed" => PopupModel::Failed {
            reason: "The module could not be loaded.".into(),
        },
        _ => this_page("opt-out", false),
    }
}

fn page(host: &str) -> PageInfo {
    PageInfo {
        title: "Privacy Policy – Example Chat".into(),
        url: ["https://", host, "/legal/privacy"].concat(),
        host: host.into(),
    }
}

/// The reference case of the brief, in other words: opt-out on three plans, with exceptions.
fn opt_out() -> Report {
    let clauses = vec![
        clause(
            "We do not train our models on your conversations, except where (a) you use the Free, \
             Pro or Student plan and have not switched this off,",
            &["How we use data", "Model training"],
            &[Kind::Use, Kind::Choice],
            Some(Position::OptOut),
        ),
        clause(
            "(b) you send us feedback on an answer, or",
            &["How we use data", "Model training"],
            &[Kind::Use, Kind::Exception],
            Some(Position::Trains),
        ),
        clause(
            "(c) your conversation was flagged by our moderation.",
            &["How we use data", "Model training"],
            &[Kind::Use, Kind::Exception],
            Some(Position::Trains),
        ),
        clause(
            "You can switch model training off at any time in your account settings.",
            &["Your choices"],
            &[Kind::Choice],
            Some(Position::OptOut),
        ),
        clause(
            "Conversations on the Team plan are never used to train our models.",
            &["Plans for organisations"],
            &[Kind::Prohibit],
            Some(Position::Prohibits),
        ),
        clause(
            "Before training we remove names, addresses and account numbers from the text.",
            &["How we protect data"],
            &[Kind::Safeguard],
            None,
        ),
    ];
    Report {
        kind: PageKind::Privacy,
        language: "en".into(),
        position: DocumentPosition::OptOut,
        clauses,
        tiers: vec![Tier {
            audience: Audience("team".into()),
            position: Position::Prohibits,
            clauses: vec![4],
        }],
        opt_out: OptOut {
            offered: true,
            mechanism: Mechanism::Settings,
            target: Some("account settings".into()),
            links: vec![
                FoundLink {
                    text: "account settings".into(),
                    href: "/settings/privacy".into(),
                },
                FoundLink {
                    text: "not this one".into(),
                    href: "javascript:alert(1)".into(),
                },
            ],
            clauses: vec![0, 3],
        },
        exceptions: vec![
            Exception {
                name: "feedback".into(),
                clauses: vec![1],
            },
            Exception {
                name: "safety-flagged".into(),
                clauses: vec![2],
            },
        ],
        summary: Summary {
            headline: "Trains AI on your data by default. You can turn it off.".into(),
            lines: vec![
                line(
                    Role::What,
                    "On Free, Pro and Student, conversations may be used to train AI, unless you turn it off.",
                    &[0],
                ),
                line(
                    Role::Who,
                    "Free, Pro and Student plans. The Team plan is not used.",
                    &[0, 4],
                ),
                line(
                    Role::Can,
                    "You can turn it off in the account settings.",
                    &[0, 3],
                ),
                line(
                    Role::Despite,
                    "Feedback that you send is used even then.",
                    &[1],
                ),
                line(
                    Role::Despite,
                    "Conversations flagged by moderation are used even then.",
                    &[2],
                ),
                line(
                    Role::Also,
                    "Names and account numbers are removed before training.",
                    &[5],
                ),
            ],
        },
        problems: vec![],
    }
}

fn trains() -> Report {
    Report {
        kind: PageKind::Terms,
        position: DocumentPosition::Trains,
        clauses: vec![clause(
            "You give us a licence to use what you post, including to train and improve our \
             artificial intelligence.",
            &["4. Your content", "4.2 Licence"],
            &[Kind::Use],
            Some(Position::Trains),
        )],
        summary: Summary {
            headline: "What you post may be used to train the models".into(),
            lines: vec![line(
                Role::What,
                "Your posts are used to train the AI.",
                &[0],
            )],
        },
        ..base()
    }
}

fn opt_in() -> Report {
    Report {
        position: DocumentPosition::OptIn,
        clauses: vec![clause(
            "We train on your files only if you have agreed to it in your settings.",
            &["Training"],
            &[Kind::Prohibit, Kind::Choice],
            Some(Position::OptIn),
        )],
        summary: Summary {
            headline: "Your files train the models only if you agree".into(),
            lines: vec![line(
                Role::What,
                "Files are used only after you agree.",
                &[0],
            )],
        },
        ..base()
    }
}

fn prohibits() -> Report {
    Report {
        kind: PageKind::DataProcessing,
        position: DocumentPosition::Prohibits,
        clauses: vec![clause(
            "We do not use customer content to train models.",
            &["Commitments"],
            &[Kind::Prohibit],
            Some(Position::Prohibits),
        )],
        exceptions: vec![Exception {
            name: "feedback".into(),
            clauses: vec![0],
        }],
        summary: Summary {
            headline: "Customer content is not used to train the models".into(),
            lines: vec![
                line(
                    Role::What,
                    "Customer content is not used for training.",
                    &[0],
                ),
                line(Role::Despite, "Feedback may be used.", &[0]),
            ],
        },
        ..base()
    }
}

fn silent() -> Report {
    Report {
        summary: Summary {
            headline: "This page says nothing about training AI on your data".into(),
            lines: vec![],
        },
        ..base()
    }
}

fn unread(problem: Problem) -> Report {
    Report {
        problems: vec![problem],
        ..silent()
    }
}

/// A document with 25 clauses, long quotes and deep sections.
fn long() -> Report {
    let mut report = opt_out();
    let words = "We and our affiliates may use the prompts that you enter, the files that you \
        upload, the answers that you receive, the ratings that you give and the way in which you \
        move through the service to develop, train, fine-tune, test and otherwise improve the \
        models, algorithms and related technologies that we or they offer now or in future, \
        unless you have objected in the manner set out in section 14 below or an agreement \
        between us says otherwise, and subject to the laws that apply where you live.";
    let section = [
        "Part III. Information about data",
        "12. Purposes",
        "12.4 Development",
    ];
    while report.clauses.len() < 25 {
        let position = match report.clauses.len() % 4 {
            0 => Some(Position::Trains),
            1 => Some(Position::OptIn),
            2 => None,
            _ => Some(Position::Prohibits),
        };
        report.clauses.push(clause(
            words,
            &section,
            &[Kind::Use, Kind::ThirdParty],
            position,
        ));
    }
    report.summary.lines[0].clauses = (0..25).collect();
    for (name, position) in [
        ("enterprise", Position::Prohibits),
        ("eu", Position::OptIn),
        ("minors", Position::Prohibits),
    ] {
        let clauses = vec![10, 11];
        report.tiers.push(Tier {
            audience: Audience(name.into()),
            position,
            clauses,
        });
    }
    report
}

fn base() -> Report {
    Report {
        kind: PageKind::Privacy,
        language: "en".into(),
        position: DocumentPosition::Silent,
        clauses: vec![],
        tiers: vec![],
        opt_out: OptOut {
            offered: false,
            mechanism: Mechanism::NoneStated,
            target: None,
            links: vec![],
            clauses: vec![],
        },
        exceptions: vec![],
        summary: Summary {
            headline: String::new(),
            lines: vec![],
        },
        problems: vec![],
    }
}

fn clause(quote: &str, section: &[&str], kinds: &[Kind], position: Option<Position>) -> Clause {
    Clause {
        quote: quote.into(),
        span: Span::new(0, quote.len()),
        section: section.iter().map(|&part| part.into()).collect(),
        kinds: kinds.into(),
        position,
        data: vec![Data::Inputs],
        audience: vec![Audience("all".into())],
        why: vec![
            Evidence {
                role: "act".into(),
                words: "train".into(),
            },
            Evidence {
                role: "model".into(),
                words: "our models".into(),
            },
        ],
    }
}

fn line(role: Role, text: &str, clauses: &[usize]) -> Line {
    Line {
        role,
        text: text.into(),
        clauses: clauses.into(),
    }
}

/// A made-up service's record: two ways to opt out, a disagreement, exceptions.
pub fn platform() -> Platform {
    let document = |sort, kind, path: &str, changed| Document {
        sort,
        kind,
        url: url(path),
        archive: None,
        changed,
        checked: date("2026-11-20"),
        sha256: None,
        clauses: vec![],
    };
    let position = |plans: &[Plan], position| PositionFact {
        plans: plans.into(),
        plan_names: None,
        regions: vec![],
        who: Who::Everyone,
        models: Models::Any,
        position,
        data: vec![Data::Inputs],
        note: None,
        source: "privacy".into(),
        confidence: Confidence::FirstPartyRead,
        conflict: None,
    };
    Platform {
        id: "example-chat".into(),
        name: "Example Chat".into(),
        aliases: vec![],
        former_names: vec![],
        domains: vec![Domain::try_from("chat.example.com".to_owned()).expect("a domain")],
        category: Category::Assistant,
        company: "Example".into(),
        reviewed: date("2026-11-21"),
        reviewed_by: Reviewer::Maintainer,
        standing: "Personal chats train the models unless you switch it off.".into(),
        documents: [
            (
                "privacy".to_owned(),
                document(
                    DocumentSort::Privacy,
                    SourceKind::Archive,
                    "https://chat.example.com/legal/privacy",
                    Some(date("2026-08-17")),
                ),
            ),
            (
                "help".to_owned(),
                document(
                    DocumentSort::Help,
                    SourceKind::FirstParty,
                    "https://help.example.com/training",
                    None,
                ),
            ),
        ]
        .into(),
        positions: vec![
            position(&[Plan::Free, Plan::Paid], DocumentPosition::OptOut),
            position(&[Plan::Team], DocumentPosition::Prohibits),
        ],
        exceptions: vec![ExceptionFact {
            name: "feedback".into(),
            text: "Feedback is used even after an opt-out.".into(),
            source: "privacy".into(),
            confidence: Confidence::FirstPartyRead,
        }],
        third_parties: vec![],
        retention: vec![],
        opt_outs: vec![
            RecordWay {
                plans: vec![Plan::Free, Plan::Paid],
                exceptions: vec!["feedback".into()],
                conflict: Some(Conflict {
                    text: "the terms name another menu.".into(),
                    source: "privacy".into(),
                }),
                ..way(
                    OptOutKind::Toggle {
                        path: ["Settings", "Data controls", "Improve the models"]
                            .map(str::to_owned)
                            .into(),
                        url: Some(url("https://chat.example.com/settings/data")),
                    },
                    "Chats of the account, on all devices",
                )
            },
            way(
                OptOutKind::Email(clauselight_atlas::Letter {
                    address: "privacy@example.com"
                        .to_owned()
                        .try_into()
                        .expect("an address"),
                    subject: Some("Objection to training".into()),
                    body: Some("I object to the use of my data & posts for training.".into()),
                }),
                "What others wrote about you",
            ),
        ],
        timeline: vec![],
    }
}

fn way(kind: OptOutKind, scope: &str) -> RecordWay {
    RecordWay {
        kind,
        surface: None,
        scope: scope.into(),
        basis: Basis::Offered,
        steps: Some(3),
        difficulty: None,
        regions: vec![],
        plans: vec![],
        role: Doer::Individual,
        signed_out: None,
        exceptions: vec![],
        retroactive: Some(false),
        source: "help".into(),
        verified_on: None,
        confidence: Confidence::FirstPartyRead,
        conflict: None,
    }
}

fn date(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

fn url(text: &str) -> Url {
    Url::try_from(text.to_owned()).expect("an address")
}
