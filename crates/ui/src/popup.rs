//! The popup of the toolbar button.

use crate::components::about::about;
use crate::components::brand::brand;
use crate::components::documents::documents;
use crate::components::icon::Mark;
use crate::components::notes::note;
use crate::components::options::{from_record, options, record_way};
use crate::components::peers::peers;
use crate::components::section::{disclosure, link, para, section};
use crate::components::standing::{glance, standing};
use crate::components::summary::summary;
use crate::dom::{El, Level, OnAction, Ui};
use crate::{Action, OverlayModel, PageInfo, style, text};
use clauselight_atlas::{Comparison, NOT_ON_RECORD, Platform};
use wasm_bindgen::JsValue;
use web_sys::Node;

/// What the popup shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PopupModel {
    /// The page is being read.
    Working,
    /// A page that was read.
    ThisPage {
        /// As in the overlay; `settings` has no effect.
        page: Box<OverlayModel>,
        /// Whether the person asked to be left alone on this site.
        left_alone: bool,
    },
    /// Another page of a platform in the Atlas.
    Platform {
        /// The page.
        page: PageInfo,
        /// The record.
        platform: Box<Platform>,
        /// The platform beside its peers.
        comparison: Comparison,
        /// Whether the page can be analysed on demand.
        can_analyse: bool,
    },
    /// A page that was not read since the person asked to be left alone on this site.
    LeftAlone {
        /// The page.
        page: PageInfo,
        /// The platform beside its peers, where it is in the Atlas.
        record: Option<(Box<Platform>, Comparison)>,
    },
    /// A page of no platform in the Atlas, which was not read.
    NoRecord {
        /// The page.
        page: PageInfo,
    },
    /// A page that an extension may not read: the browser's own pages, its store, PDF.
    Unreadable,
    /// Reading failed, with the reason in words.
    Failed {
        /// The reason, in words for the person or a report.
        reason: String,
    },
}

/// A mounted popup. Dropping it takes its nodes and listeners away.
pub struct Popup {
    root: El,
    _style: style::Applied,
    _ui: Ui,
}

/// Draws the popup into `root`, an extension page's `body`. To show another state, drop the
/// popup and mount again.
///
/// # Errors
/// The browser's error where `root` has no document or takes no children.
pub fn mount(root: &Node, model: PopupModel, on_action: OnAction) -> Result<Popup, JsValue> {
    let document = root.owner_document().ok_or("the root has no document")?;
    let ui = Ui::new(document.clone(), on_action, Level::One);
    let style = style::Applied::to(root, &document, &ui)?;
    let (about, content) = match &model {
        PopupModel::Working => ("", vec![working(&ui)]),
        PopupModel::ThisPage { page, left_alone } => (
            text::page_kind(page.report.kind),
            this_page(&ui, page, *left_alone),
        ),
        PopupModel::Platform {
            page,
            platform,
            comparison,
            can_analyse,
        } => (
            page.host.as_str(),
            of_platform(&ui, platform, comparison, *can_analyse),
        ),
        PopupModel::LeftAlone { page, record } => {
            (page.host.as_str(), left_alone(&ui, record.as_ref()))
        }
        PopupModel::NoRecord { page } => (page.host.as_str(), vec![no_record(&ui)]),
        PopupModel::Unreadable => ("", vec![plain(&ui, text::UNREADABLE, text::UNREADABLE_WHY)]),
        PopupModel::Failed { reason } => ("", vec![failed(&ui, reason)]),
    };
    let view = ui
        .el("div")
        .class("cl popup")
        .attr("lang", text::LANG)
        .attr("dir", text::DIR)
        .child(ui.el("header").child(brand(&ui, about, [])))
        .child(ui.el("main").class("content").children(content));
    root.append_child(view.node())?;
    Ok(Popup {
        root: view,
        _style: style,
        _ui: ui,
    })
}

impl Drop for Popup {
    fn drop(&mut self) {
        self.root.remove();
    }
}

fn working(ui: &Ui) -> El {
    let headline = ui.heading(0).class("headline").text(text::WORKING);
    let bar = ui.el("div").class("working").attr("aria-hidden", "true");
    ui.el("div")
        .class("glance")
        .attr("role", "status")
        .child(headline)
        .child(bar)
}

fn this_page(ui: &Ui, page: &OverlayModel, left_alone: bool) -> Vec<El> {
    let overlay = if left_alone {
        note(ui, text::LEFT_ALONE).child(back_here(ui))
    } else {
        ui.emits(
            ui.button("secondary", text::SHOW_OVERLAY),
            Action::ShowOverlay,
        )
    };
    let mut parts = vec![standing(ui, page, None).child(overlay)];
    parts.extend(summary(ui, &page.report));
    parts.push(options(ui, page));
    parts.extend(
        page.platform
            .as_ref()
            .and_then(|platform| documents(ui, platform)),
    );
    parts.push(about(ui));
    parts
}

fn of_platform(
    ui: &Ui,
    platform: &Platform,
    comparison: &Comparison,
    can_analyse: bool,
) -> Vec<El> {
    let (mark, label) = match platform.position() {
        Some(position) => (Mark::Position(position), text::position(position)),
        None => (Mark::NotRead, NOT_ON_RECORD),
    };
    let from = text::record_of(&platform.name, &platform.reviewed.to_string());
    let glance = glance(ui, mark, label, &platform.standing).child(para(ui, "why", &from));
    let action = record_way(platform).and_then(|way| {
        let url = way.url?;
        Some(
            ui.el("div")
                .class("main-action")
                .child(link(ui, "primary", way.label, &url)),
        )
    });
    let mut parts = vec![glance.maybe(action)];
    parts.push(section(ui, "options", text::YOUR_OPTIONS).child(from_record(ui, platform)));
    // Those that a way names stand with that way.
    let named = |name: &String| {
        platform
            .opt_outs
            .iter()
            .any(|way| way.exceptions.contains(name))
    };
    let mut others = platform
        .exceptions
        .iter()
        .filter(|fact| !named(&fact.name))
        .peekable();
    if others.peek().is_some() {
        let lines = others.map(|fact| ui.el("li").text(&fact.text));
        parts.push(
            section(ui, "says", text::GOES_ON).child(ui.el("ul").class("lines").children(lines)),
        );
    }
    parts.push(peers(ui, comparison, false));
    parts.extend(documents(ui, platform));
    if can_analyse {
        let button = ui.emits(
            ui.button("secondary", text::READ_ANYWAY),
            Action::AnalyseAnyway,
        );
        parts.push(ui.el("div").class("section").child(button));
    }
    parts.push(about(ui));
    parts
}

fn back_here(ui: &Ui) -> El {
    ui.emits(
        ui.button("secondary", text::BACK_HERE),
        Action::BackOnThisSite,
    )
}

fn left_alone(ui: &Ui, record: Option<&(Box<Platform>, Comparison)>) -> Vec<El> {
    let glance = ui.el("div").class("glance");
    let Some((platform, comparison)) = record else {
        let headline = ui.el("h1").class("headline").text(text::LEFT_ALONE);
        return vec![glance.child(headline).child(back_here(ui))];
    };
    let mut parts = vec![
        glance
            .child(para(ui, "why", text::LEFT_ALONE))
            .child(back_here(ui)),
    ];
    parts.extend(of_platform(ui, platform, comparison, false));
    parts
}

fn no_record(ui: &Ui) -> El {
    let button = ui.emits(
        ui.button("secondary", text::READ_ANYWAY),
        Action::AnalyseAnyway,
    );
    plain(ui, text::NO_RECORD, text::NO_RECORD_WHY).child(button)
}

fn failed(ui: &Ui, reason: &str) -> El {
    let details = disclosure(ui, "", text::DETAILS).child(para(ui, "quiet small", reason));
    plain(ui, text::FAILED, text::FAILED_WHY).child(details)
}

fn plain(ui: &Ui, headline: &str, why: &str) -> El {
    ui.el("div")
        .class("glance")
        .child(ui.heading(0).class("headline").text(headline))
        .child(para(ui, "why", why))
}
