//! Puts a platform, or only a page's Report, beside its peers, on fixed attributes.

use crate::atlas::Atlas;
use crate::phrases::{
    audience_words, control_link, control_words, data_words, default_words, lower_first,
    mechanism_words,
};
use crate::schema::{
    Confidence, Conflict, Document, DocumentSort, Platform, PositionFact, SourceKind,
};
use crate::words::{Date, Url};
use clauselight_engine::{Data, DocumentPosition, Report};
use serde::Serialize;
use std::cmp::Reverse;

/// What a cell without a fact says.
pub const NOT_ON_RECORD: &str = "Not on record";

/// How many peers stand beside the subject, extremes not counted.
const PEERS: usize = 3;

/// A table: each row has one cell a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// What is compared, the subject first.
    pub columns: Vec<Column>,
    /// The attributes, always all and in the order of [`Attribute::ALL`].
    pub rows: Vec<Row>,
}

/// One side of the comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// The platform's id; `None` for the page.
    pub id: Option<String>,
    /// The platform's name, or "This page".
    pub name: String,
    /// Why it is here.
    pub role: ColumnRole,
    /// Where it stands, for colour and order; `None` where not on record.
    pub position: Option<DocumentPosition>,
    /// The platform's standing in one line; the page has none.
    pub standing: Option<String>,
}

/// Why a column is in the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnRole {
    /// What this page says, as read by the engine.
    Page,
    /// The record of the platform that the page belongs to.
    Subject,
    /// A near peer.
    Peer,
    /// The one among the peers that trains least.
    TrainsLeast,
    /// The one among the peers that trains most.
    TrainsMost,
}

/// One attribute of all columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Which.
    pub attribute: Attribute,
    /// One a column, in their order.
    pub cells: Vec<Cell>,
}

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Attribute {
    /// What happens unless a person does something.
    Default,
    /// What a person can do.
    Control,
    /// What holds for other plans, regions and people.
    Plans,
    /// Which data is spoken of.
    Data,
    /// What goes on despite an opt-out or a promise.
    Exceptions,
    /// Training by others.
    ThirdParties,
    /// How long data taken for training is kept.
    Retention,
}

impl Attribute {
    /// All, in the order of the rows.
    pub const ALL: [Self; 7] = [
        Self::Default,
        Self::Control,
        Self::Plans,
        Self::Data,
        Self::Exceptions,
        Self::ThirdParties,
        Self::Retention,
    ];

    /// The row's heading.
    pub fn label(self) -> &'static str {
        match self {
            Self::Default => "By default",
            Self::Control => "Your control",
            Self::Plans => "Other plans and people",
            Self::Data => "Data named",
            Self::Exceptions => "Goes on regardless",
            Self::ThirdParties => "Training by others",
            Self::Retention => "Kept for",
        }
    }
}

/// What one column says on one attribute. Without lines: [`NOT_ON_RECORD`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Each fact with its evidence.
    pub lines: Vec<CellLine>,
}

/// One fact in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CellLine {
    /// The fact, in short.
    pub text: String,
    /// Straight to the control, where there is one.
    pub link: Option<Url>,
    /// Where it comes from; `None` for the page itself.
    pub citation: Option<Citation>,
}

/// The evidence of a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// What sort of text the source is.
    pub sort: DocumentSort,
    /// Whose copy was read; [`crate::ATTRIBUTION`] is owed for an archive.
    pub source_kind: SourceKind,
    /// Where the source is published.
    pub url: Url,
    /// When the source last changed; `None` for undated pages.
    pub changed: Option<Date>,
    /// When it was last looked at.
    pub checked: Date,
    /// How far the fact can be trusted.
    pub confidence: Confidence,
    /// What another source says against it.
    pub conflict: Option<String>,
}

impl Citation {
    fn new(
        platform: &Platform,
        source: &str,
        confidence: Confidence,
        conflict: Option<&Conflict>,
    ) -> Option<Self> {
        let Document {
            sort,
            kind,
            url,
            changed,
            checked,
            ..
        } = platform.documents.get(source)?;
        Some(Self {
            sort: *sort,
            source_kind: *kind,
            url: url.clone(),
            changed: *changed,
            checked: *checked,
            confidence,
            conflict: conflict.map(|conflict| conflict.text.clone()),
        })
    }
}

impl Atlas {
    /// Compares a platform on record, a page's Report, or both, with the nearest peers and the
    /// extremes: of the platform's category, or of the whole Atlas where only a page is known.
    /// Nearest are those with the like position, then with the like data. Where several share an
    /// extreme position, the exceptions decide, then the id.
    pub fn compare(&self, subject: Option<&Platform>, report: Option<&Report>) -> Comparison {
        let mut sides = Vec::new();
        if let Some(report) = report {
            sides.push(Side::page(report));
        }
        if let Some(platform) = subject {
            sides.push(Side::platform(platform, ColumnRole::Subject));
        }
        let first = subject.and_then(|platform| platform.positions.first());
        let (near, data) = match (first, report) {
            (Some(fact), _) => (rank(fact.position), fact.data.clone()),
            (None, Some(report)) => (rank(report.position), data_of(report)),
            (None, None) => (None, Vec::new()),
        };
        for (platform, role) in self.peers(subject, near, &data) {
            sides.push(Side::platform(&platform, role));
        }
        Comparison::of(sides)
    }

    fn peers(
        &self,
        subject: Option<&Platform>,
        near: Option<u8>,
        data: &[Data],
    ) -> Vec<(Platform, ColumnRole)> {
        let mut ranked: Vec<(u8, Platform)> = self
            .cards()
            .iter()
            // What nobody reviewed is shown for its own pages, and is nobody's measure.
            .filter(|card| card.reviewed)
            .filter(|card| subject.is_none_or(|s| s.category == card.category && s.id != card.id))
            .filter_map(|card| Some((rank(card.position?)?, self.platform(&card.id)?)))
            .collect();
        ranked.sort_by_cached_key(|(rank, platform)| {
            let theirs = platform
                .positions
                .first()
                .map_or(&[][..], |fact| &fact.data);
            let unlike = theirs.iter().filter(|kind| !data.contains(kind)).count()
                + data.iter().filter(|kind| !theirs.contains(kind)).count();
            (
                near.map(|near| near.abs_diff(*rank)),
                unlike,
                platform.id.clone(),
            )
        });
        let weight = |at: &usize| (ranked[*at].0, Reverse(ranked[*at].1.exceptions.len()));
        let least = (0..ranked.len()).rev().max_by_key(weight);
        let most = (0..ranked.len()).min_by_key(weight);
        let mut chosen: Vec<(usize, ColumnRole)> = (0..ranked.len().min(PEERS))
            .map(|at| (at, ColumnRole::Peer))
            .collect();
        if let (Some(least), Some(most)) = (least, most)
            // Where all stand alike there are no extremes.
            && ranked[least].0 != ranked[most].0
        {
            for (extreme, role) in [
                (least, ColumnRole::TrainsLeast),
                (most, ColumnRole::TrainsMost),
            ] {
                match chosen.iter_mut().find(|(at, _)| *at == extreme) {
                    Some(peer) => peer.1 = role,
                    None => chosen.push((extreme, role)),
                }
            }
        }
        chosen
            .into_iter()
            .map(|(at, role)| (ranked[at].1.clone(), role))
            .collect()
    }
}

/// All kinds of data that the clauses of a Report name.
fn data_of(report: &Report) -> Vec<Data> {
    let mut data: Vec<Data> = report
        .clauses
        .iter()
        .flat_map(|clause| clause.data.iter().copied())
        .collect();
    data.sort_unstable();
    data.dedup();
    data
}

/// From trains most to trains least; silence has no place on the line.
fn rank(position: DocumentPosition) -> Option<u8> {
    match position {
        DocumentPosition::Trains => Some(0),
        DocumentPosition::OptOut => Some(1),
        DocumentPosition::OptIn => Some(2),
        DocumentPosition::Prohibits => Some(3),
        DocumentPosition::Silent => None,
    }
}

/// A column with its cells, before the table is turned.
struct Side {
    column: Column,
    cells: Vec<Cell>,
}

impl Comparison {
    fn of(sides: Vec<Side>) -> Self {
        let mut rows: Vec<Row> = Attribute::ALL
            .into_iter()
            .map(|attribute| Row {
                attribute,
                cells: Vec::with_capacity(sides.len()),
            })
            .collect();
        let mut columns = Vec::with_capacity(sides.len());
        for side in sides {
            columns.push(side.column);
            for (row, cell) in rows.iter_mut().zip(side.cells) {
                row.cells.push(cell);
            }
        }
        Self { columns, rows }
    }
}

impl Side {
    fn platform(platform: &Platform, role: ColumnRole) -> Self {
        let cells = Attribute::ALL
            .map(|attribute| cell(platform, attribute))
            .into();
        let column = Column {
            id: Some(platform.id.clone()),
            name: platform.name.clone(),
            role,
            position: platform.position(),
            standing: Some(platform.standing.clone()),
        };
        Self { column, cells }
    }

    fn page(report: &Report) -> Self {
        let line = |text: String| CellLine {
            text,
            link: None,
            citation: None,
        };
        let lines = |attribute| match attribute {
            Attribute::Default => vec![line(default_words(report.position).to_owned())],
            Attribute::Control if report.opt_out.offered => {
                vec![line(mechanism_words(report.opt_out.mechanism).to_owned())]
            }
            Attribute::Control | Attribute::ThirdParties | Attribute::Retention => Vec::new(),
            Attribute::Plans => report
                .tiers
                .iter()
                .map(|tier| {
                    let words = default_words(tier.position.into());
                    line(format!("{}: {}", tier.audience.0, lower_first(words)))
                })
                .collect(),
            Attribute::Data => {
                let mut data: Vec<Data> = report
                    .clauses
                    .iter()
                    .flat_map(|clause| clause.data.iter().copied())
                    .collect();
                data.sort_unstable();
                data.dedup();
                if data.is_empty() {
                    Vec::new()
                } else {
                    vec![line(data_words(&data))]
                }
            }
            Attribute::Exceptions => report
                .exceptions
                .iter()
                .map(|exception| line(exception.name.clone()))
                .collect(),
        };
        let cells = Attribute::ALL
            .map(|attribute| Cell {
                lines: lines(attribute),
            })
            .into();
        let column = Column {
            id: None,
            name: "This page".to_owned(),
            role: ColumnRole::Page,
            position: Some(report.position),
            standing: None,
        };
        Self { column, cells }
    }
}

fn cell(platform: &Platform, attribute: Attribute) -> Cell {
    let line = |text: String, source: &str, confidence, conflict: Option<&Conflict>| CellLine {
        text,
        link: None,
        citation: Citation::new(platform, source, confidence, conflict),
    };
    let position_line = |fact: &PositionFact, text: String| {
        line(text, &fact.source, fact.confidence, fact.conflict.as_ref())
    };
    let first = platform.positions.first();
    let lines = match attribute {
        Attribute::Default => first
            .map(|fact| position_line(fact, default_words(fact.position).to_owned()))
            .into_iter()
            .collect(),
        Attribute::Control => platform
            .opt_outs
            .iter()
            .map(|way| {
                let text = control_words(way);
                let conflict = way.conflict.as_ref();
                CellLine {
                    link: control_link(&way.kind),
                    ..line(text, &way.source, way.confidence, conflict)
                }
            })
            .collect(),
        Attribute::Plans => platform
            .positions
            .iter()
            .skip(1)
            .map(|fact| {
                let words = lower_first(default_words(fact.position));
                position_line(fact, format!("{}: {words}", audience_words(fact)))
            })
            .collect(),
        Attribute::Data => first
            .filter(|fact| !fact.data.is_empty())
            .map(|fact| position_line(fact, data_words(&fact.data)))
            .into_iter()
            .collect(),
        Attribute::Exceptions => platform
            .exceptions
            .iter()
            .map(|fact| line(fact.text.clone(), &fact.source, fact.confidence, None))
            .collect(),
        Attribute::Retention => platform
            .retention
            .iter()
            .map(|fact| line(fact.text.clone(), &fact.source, fact.confidence, None))
            .collect(),
        Attribute::ThirdParties => platform
            .third_parties
            .iter()
            .map(|fact| line(fact.text.clone(), &fact.source, fact.confidence, None))
            .collect(),
    };
    Cell { lines }
}
