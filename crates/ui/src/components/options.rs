//! What people can do about it: what this page says, and what the record says, each marked as such.

use super::icon::{Icon, icon};
use super::notes::note;
use super::section::{disclosure, link, para, part, references, section};
use super::source::{Evidence, source_line};
use super::standing::Standing;
use crate::dom::{El, Ui};
use crate::text::{self, Counted};
use crate::{OverlayModel, PageInfo, SafeUrl};
use clauselight_atlas::{AdminControl, Confidence, Letter, OptOut, OptOutKind, Platform};
use clauselight_engine::{DocumentPosition, Mechanism, Report};

/// The way to name first.
pub struct MainWay {
    /// What the button says.
    pub label: &'static str,
    /// Where it leads; `None` where only a path is known.
    pub url: Option<SafeUrl>,
    /// Where that is from.
    pub from: String,
    /// For whom it is, where not for everyone.
    pub limits: String,
}

/// The best way for a person to opt out: straight to the setting by the record, then a link in
/// the page, then any way without a link; `None` where neither knows any.
pub fn main_way(model: &OverlayModel) -> Option<MainWay> {
    let record = model.platform.as_ref().and_then(record_way);
    let page = || page_way(&model.report, &model.page);
    match record {
        Some(way) if way.url.is_some() => Some(way),
        other => page()
            .filter(|way| way.url.is_some())
            .or(other)
            .or_else(page),
    }
}

/// The record's best way.
pub fn record_way(platform: &Platform) -> Option<MainWay> {
    let way = platform
        .best_opt_out()
        .filter(|way| way.kind.is_actionable())?;
    let (label, url) = way_link(&way.kind);
    let checked = platform
        .documents
        .get(&way.source)
        .map(|document| document.checked);
    let from = text::by_record(checked.map(|date| date.to_string()).as_deref());
    Some(MainWay {
        label,
        url,
        from,
        limits: limits(way).join(" · "),
    })
}

fn page_way(report: &Report, page: &PageInfo) -> Option<MainWay> {
    if !report.opt_out.offered {
        return None;
    }
    let opt_out = &report.opt_out;
    let url = page_links(report, page)
        .into_iter()
        .next()
        .map(|(_, url)| url);
    let says_how = opt_out.mechanism != Mechanism::NoneStated || opt_out.target.is_some();
    if url.is_none() && !says_how {
        return None;
    }
    let label = match (&url, report.opt_out.mechanism) {
        (Some(url), _) if url.is_mail() => text::WRITE_MAIL,
        (_, Mechanism::Settings) => text::OPEN_SETTING,
        (_, Mechanism::Form) => text::OPEN_FORM,
        _ => text::OPEN_LINK,
    };
    Some(MainWay {
        label,
        url,
        from: text::FROM_PAGE.to_owned(),
        limits: String::new(),
    })
}

/// The links that the page gives for its control, those that may be opened, each once.
fn page_links(report: &Report, page: &PageInfo) -> Vec<(String, SafeUrl)> {
    let target = report.opt_out.target.as_deref().and_then(target_link);
    let found = report.opt_out.links.iter().filter_map(|found| {
        Some((
            found.text.trim().to_owned(),
            SafeUrl::resolve(&found.href, &page.url)?,
        ))
    });
    let mut links: Vec<(String, SafeUrl)> = Vec::new();
    for (words, url) in found.chain(target.map(|url| (String::new(), url))) {
        if !links.iter().any(|(_, known)| *known == url) {
            links.push((words, url));
        }
    }
    links
}

/// A target that is an address itself.
fn target_link(target: &str) -> Option<SafeUrl> {
    let target = target.trim();
    SafeUrl::parse(target).or_else(|| SafeUrl::parse(&["mailto:", target].concat()))
}

/// The section. `None` is never given: no way is an answer, too.
pub fn options(ui: &Ui, model: &OverlayModel) -> El {
    let read = Standing::of(&model.report).is_read();
    let page = read.then(|| from_page(ui, &model.report, &model.page));
    let section = section(ui, "options", text::YOUR_OPTIONS)
        .attr("tabindex", "-1")
        .maybe(page);
    match &model.platform {
        Some(platform) => {
            let differs = read
                .then(|| differs(ui, platform, model.report.position))
                .flatten();
            section.child(from_record(ui, platform).maybe(differs))
        }
        None => section.child(part(ui, text::FROM_RECORD).child(para(
            ui,
            "quiet",
            &text::not_in_dataset(&model.page.host),
        ))),
    }
}

fn from_page(ui: &Ui, report: &Report, page: &PageInfo) -> El {
    let opt_out = &report.opt_out;
    let part = part(ui, text::FROM_PAGE);
    if !opt_out.offered {
        return part.child(para(ui, "", text::no_way(report.position)));
    }
    let said = ui
        .el("p")
        .text(text::mechanism(opt_out.mechanism))
        .text(" ");
    let said = said.maybe(references(ui, &opt_out.clauses, report.clauses.len()));
    let links = page_links(report, page);
    // Said once: as a link where one leads there.
    let linked = |target: &str| {
        target_link(target).is_some()
            || links
                .iter()
                .any(|(words, _)| words.eq_ignore_ascii_case(target))
    };
    let named = opt_out.target.as_deref().filter(|target| !linked(target));
    let links = links.iter().map(|(words, url)| {
        let label = if words.is_empty() { url.label() } else { words };
        ui.el("li").child(link(ui, "link", label, url))
    });
    let links: Vec<El> = links.collect();
    let links = (!links.is_empty()).then(|| ui.el("ul").class("links").children(links));
    part.child(said)
        .maybe(named.map(|target| para(ui, "quiet", &text::named_target(target))))
        .maybe(links)
}

/// What the record knows: the best way open, the others on demand.
pub fn from_record(ui: &Ui, platform: &Platform) -> El {
    let part = part(ui, text::FROM_RECORD);
    let mut ways: Vec<&OptOut> = platform
        .opt_outs
        .iter()
        .filter(|way| way.kind.is_actionable())
        .collect();
    if ways.is_empty() {
        ways.extend(platform.opt_outs.first());
    }
    let Some((first, others)) = ways.split_first() else {
        return part.child(para(ui, "", text::NO_WAY_ON_RECORD));
    };
    let part = part.child(way(ui, platform, first));
    if others.is_empty() {
        return part;
    }
    let more = disclosure(ui, "", &text::counted(others.len(), Counted::MoreWays));
    part.child(more.children(others.iter().map(|other| way(ui, platform, other))))
}

fn way(ui: &Ui, platform: &Platform, way: &OptOut) -> El {
    let card = ui
        .el("div")
        .class("way")
        .child(para(ui, "scope", &way.scope));
    let limits = limits(way);
    let card =
        card.maybe((!limits.is_empty()).then(|| para(ui, "quiet small", &limits.join(" · "))));
    let card = match &way.kind {
        OptOutKind::NoneStated => card.child(para(ui, "", text::NONE_FOUND)),
        OptOutKind::NotNeeded => card.child(para(ui, "", text::NOT_NEEDED)),
        OptOutKind::Signal { .. } => card.child(para(ui, "quiet", text::SIGNAL)),
        _ => card,
    };
    let card = card.maybe(path(ui, &way.kind));
    let (label, url) = way_link(&way.kind);
    let card = card.maybe(url.map(|url| link(ui, "link", label, &url)));
    let card = card.children(
        platform
            .exceptions
            .iter()
            .filter(|exception| way.exceptions.contains(&exception.name))
            .map(|exception| para(ui, "quiet small", &exception.text)),
    );
    let card = card
        .maybe(
            way.retroactive
                .map(|back| para(ui, "quiet small", text::retroactive(back))),
        )
        .maybe(
            way.conflict
                .as_ref()
                .map(|conflict| note(ui, &text::conflict(&conflict.text))),
        );
    card.maybe(
        evidence(platform, &way.source, way.confidence).map(|evidence| {
            let seen = way
                .verified_on
                .map(|date| text::seen_working(&date.to_string()));
            source_line(ui, &evidence, seen.as_deref())
        }),
    )
}

/// The way through the menus, as ordered steps.
fn path(ui: &Ui, kind: &OptOutKind) -> Option<El> {
    let steps = match kind {
        OptOutKind::Toggle { path, .. }
        | OptOutKind::Form { path, .. }
        | OptOutKind::Signal { path, .. }
        | OptOutKind::Admin(AdminControl::Toggle { path, .. }) => path.as_slice(),
        _ => &[],
    };
    let last = steps.len().checked_sub(1)?;
    let steps = steps.iter().enumerate().map(|(at, step)| {
        let item = ui.el("li").child(ui.el("span").text(step));
        if at < last {
            item.child(icon(ui, Icon::Then))
        } else {
            item
        }
    });
    Some(ui.el("ol").class("path").children(steps))
}

fn way_link(kind: &OptOutKind) -> (&'static str, Option<SafeUrl>) {
    match kind {
        OptOutKind::Toggle { url, .. }
        | OptOutKind::Signal { url, .. }
        | OptOutKind::Admin(AdminControl::Toggle { url, .. }) => (
            text::OPEN_SETTING,
            url.as_ref().and_then(|url| SafeUrl::parse(url.as_str())),
        ),
        OptOutKind::Form { url, .. } => (text::OPEN_FORM, SafeUrl::parse(url.as_str())),
        OptOutKind::Email(letter) | OptOutKind::Admin(AdminControl::Email(letter)) => {
            let Letter {
                address,
                subject,
                body,
            } = letter;
            let mail = SafeUrl::mail(address.as_str(), subject.as_deref(), body.as_deref());
            (text::WRITE_MAIL, mail)
        }
        OptOutKind::NoneStated | OptOutKind::NotNeeded => (text::OPEN_LINK, None),
    }
}

/// For whom a way is, where not for everyone.
fn limits(way: &OptOut) -> Vec<String> {
    let mut limits: Vec<String> = way.surface.iter().cloned().collect();
    let plans: Vec<&str> = way.plans.iter().map(|plan| text::plan(*plan)).collect();
    let regions: Vec<&str> = way.regions.iter().map(|region| region.as_str()).collect();
    if !plans.is_empty() {
        limits.push(plans.join(", "));
    }
    if !regions.is_empty() {
        limits.push(text::only(&regions.join(", ")));
    }
    let role = text::opt_out_role(way.role);
    if !role.is_empty() {
        limits.push(role.to_owned());
    }
    limits
}

fn evidence<'a>(
    platform: &'a Platform,
    source: &str,
    confidence: Confidence,
) -> Option<Evidence<'a>> {
    let document = platform.documents.get(source)?;
    Some(Evidence {
        sort: document.sort,
        kind: document.kind,
        url: &document.url,
        changed: document.changed,
        checked: document.checked,
        confidence,
    })
}

/// A note where record and page take different positions. Silence on either side is no
/// disagreement.
fn differs(ui: &Ui, platform: &Platform, page: DocumentPosition) -> Option<El> {
    let record = platform.position()?;
    let silent = DocumentPosition::Silent;
    (record != page && record != silent && page != silent).then(|| {
        note(
            ui,
            &text::differs(text::by_default(record), &platform.reviewed.to_string()),
        )
    })
}
