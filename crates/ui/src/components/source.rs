//! Where a fact comes from, in one line.

use super::section::link;
use crate::SafeUrl;
use crate::dom::{El, Ui};
use crate::text;
use clauselight_atlas::{Citation, Confidence, Date, DocumentSort, SourceKind, Url};

/// The evidence of a fact.
pub struct Evidence<'a> {
    pub sort: DocumentSort,
    pub kind: SourceKind,
    pub url: &'a Url,
    pub changed: Option<Date>,
    pub checked: Date,
    pub confidence: Confidence,
}

impl<'a> From<&'a Citation> for Evidence<'a> {
    fn from(citation: &'a Citation) -> Self {
        Self {
            sort: citation.sort,
            kind: citation.source_kind,
            url: &citation.url,
            changed: citation.changed,
            checked: citation.checked,
            confidence: citation.confidence,
        }
    }
}

/// `Privacy policy · changed … · checked … · own text, read`; the name leads to the source.
/// `more` is one remark more.
pub fn source_line(ui: &Ui, evidence: &Evidence<'_>, more: Option<&str>) -> El {
    let name = text::sort(evidence.sort);
    let line = ui.el("p").class("source");
    let line = match SafeUrl::parse(evidence.url.as_str()) {
        Some(url) => line.child(link(ui, "inline-link", name, &url)),
        None => line.text(name),
    };
    let changed = evidence
        .changed
        .map(|date| text::changed(&date.to_string()));
    let archive = (evidence.kind == SourceKind::Archive).then_some(text::FROM_ARCHIVE);
    [
        changed.as_deref(),
        Some(&*text::checked(&evidence.checked.to_string())),
        more,
        Some(text::confidence(evidence.confidence)),
        archive,
    ]
    .into_iter()
    .flatten()
    .fold(line, |line, part| {
        line.text(" · ").child(ui.el("span").text(part))
    })
}
