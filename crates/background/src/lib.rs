//! The WASM of the service worker: what the badge shows, and which addresses are opened. Messages are checked by shape here.

mod badge;

use serde::Deserialize;
use wasm_bindgen::prelude::*;

pub use badge::Badge;

/// What a content script may say.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Message {
    /// What is known of the page in the tab.
    Badge(badge::State),
    /// A wish for a new tab.
    Open {
        /// Where to.
        url: String,
    },
}

/// The badge for a message; `undefined` where it is not one of ours.
#[wasm_bindgen]
pub fn badge(message: JsValue) -> Option<Badge> {
    match serde_wasm_bindgen::from_value(message).ok()? {
        Message::Badge(state) => Some(state.badge()),
        Message::Open { .. } => None,
    }
}

/// The address to open; `undefined` where the message asks for none, or for one that may not be opened.
#[wasm_bindgen]
pub fn opening(message: JsValue) -> Option<String> {
    match serde_wasm_bindgen::from_value(message).ok()? {
        Message::Open { url } => may_open(&url).then_some(url),
        Message::Badge(_) => None,
    }
}

/// Only `https:` and `mailto:`.
fn may_open(url: &str) -> bool {
    let starts = |with: &str| {
        url.get(..with.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(with))
    };
    url.len() <= 8192 && (starts("https://") || starts("mailto:"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opens_https_and_mail_only() {
        for (url, allowed) in [
            ("https://example.com/settings", true),
            ("HTTPS://example.com", true),
            ("mailto:privacy@example.com", true),
            ("http://example.com", false),
            ("javascript:alert(1)", false),
            ("https:", false),
            ("data:text/html,x", false),
            ("file:///etc/passwd", false),
            ("chrome://settings", false),
            ("", false),
            ("ütps://é", false),
        ] {
            assert_eq!(may_open(url), allowed, "{url}");
        }
    }
}
