//! What a content script answers to the popup (`ToPopup` in `extension/types.d.ts`), and the view's model for it.

use clauselight_atlas::{Atlas, Comparison, Platform};
use clauselight_engine::Report;
use clauselight_ui::{OverlayModel, PageInfo, PopupModel, ViewSettings};
use serde::Deserialize;

/// A content script's answer.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    url: String,
    host: String,
    path: String,
    title: String,
    left_alone: bool,
    page: State,
}

/// What is known of the page.
#[derive(Debug, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
enum State {
    Idle,
    Reading,
    Ordinary,
    Failed { reason: String },
    Report { report: Box<Report> },
}

/// The model for an answer; without one the page is none that an extension may read.
pub fn model(answer: Option<Answer>) -> PopupModel {
    let Some(Answer {
        url,
        host,
        path,
        title,
        left_alone,
        page: state,
    }) = answer
    else {
        return PopupModel::Unreadable;
    };
    let page = PageInfo { title, url, host };
    let record = |report: Option<&Report>| -> (Option<Platform>, Comparison) {
        let Ok(atlas) = Atlas::bundled() else {
            return (
                None,
                Comparison {
                    columns: Vec::new(),
                    rows: Vec::new(),
                },
            );
        };
        let platform = atlas.lookup(&page.host, &path);
        let comparison = atlas.compare(platform.as_ref(), report);
        (platform, comparison)
    };
    match state {
        State::Reading => PopupModel::Working,
        State::Failed { reason } => PopupModel::Failed { reason },
        State::Report { report } => {
            let (platform, comparison) = record(Some(&report));
            let settings = ViewSettings::default();
            let model = OverlayModel {
                report: *report,
                page,
                platform,
                comparison,
                settings,
            };
            PopupModel::ThisPage {
                page: Box::new(model),
                left_alone,
            }
        }
        State::Idle | State::Ordinary if left_alone => {
            let (platform, comparison) = record(None);
            let record = platform.map(|platform| (Box::new(platform), comparison));
            PopupModel::LeftAlone { page, record }
        }
        State::Idle | State::Ordinary => match record(None) {
            (Some(platform), comparison) => PopupModel::Platform {
                page,
                platform: Box::new(platform),
                comparison,
                can_analyse: true,
            },
            (None, _) => PopupModel::NoRecord { page },
        },
    }
}
