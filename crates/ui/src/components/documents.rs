//! A platform's own documents, each with a link.

use super::section::{link, section};
use crate::dom::{El, Ui};
use crate::{SafeUrl, text};
use clauselight_atlas::{DocumentSort, Platform, SourceKind};

/// The section; nothing where the record names no document of the platform's own.
pub fn documents(ui: &Ui, platform: &Platform) -> Option<El> {
    let mut seen = Vec::new();
    let items: Vec<El> = platform
        .documents
        .values()
        .filter(|document| {
            document.kind != SourceKind::Secondary && document.sort != DocumentSort::Article
        })
        .filter_map(|document| {
            let url = SafeUrl::parse(document.url.as_str()).filter(|url| !seen.contains(url))?;
            seen.push(url.clone());
            Some(
                ui.el("li")
                    .child(link(ui, "link", text::sort(document.sort), &url)),
            )
        })
        .collect();
    (!items.is_empty()).then(|| {
        section(ui, "documents", text::DOCUMENTS).child(ui.el("ul").class("links").children(items))
    })
}
