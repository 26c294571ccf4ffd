//! The manifest of each browser, made of the source manifest at the top level.
//!
//! The source is a valid manifest with the keys of all browsers; the variant leaves out what the other one does not
//! know, so that no browser or store warns of unknown keys.

use super::Browser;
use crate::places::root;
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};
use std::fs;

/// The manifest for `browser` as the text of its file.
pub fn variant(browser: Browser) -> Result<String> {
    let path = root().join("manifest.json");
    let source = fs::read_to_string(&path).context("reading manifest.json")?;
    let manifest = serde_json::from_str(&source).context("manifest.json is no JSON object")?;
    let text =
        serde_json::to_string_pretty(&for_browser(manifest, browser, env!("CARGO_PKG_VERSION"))?)?;
    Ok(text + "\n")
}

fn for_browser(
    mut manifest: Map<String, Value>,
    browser: Browser,
    version: &str,
) -> Result<Map<String, Value>> {
    if manifest.get("version").and_then(Value::as_str) != Some(version) {
        bail!("manifest.json and Cargo.toml must name the same version ({version})");
    }
    match browser {
        Browser::Chrome => {
            manifest.shift_remove("browser_specific_settings");
            object(&mut manifest, "background")?.shift_remove("scripts");
        }
        Browser::Firefox => {
            manifest.shift_remove("minimum_chrome_version");
            object(&mut manifest, "background")?.shift_remove("service_worker");
            let resources = manifest
                .get_mut("web_accessible_resources")
                .and_then(Value::as_array_mut);
            for resource in resources
                .into_iter()
                .flatten()
                .filter_map(Value::as_object_mut)
            {
                resource.shift_remove("use_dynamic_url");
            }
        }
    }
    Ok(manifest)
}

fn object<'a>(
    manifest: &'a mut Map<String, Value>,
    key: &str,
) -> Result<&'a mut Map<String, Value>> {
    let value = manifest.get_mut(key).and_then(Value::as_object_mut);
    value.with_context(|| format!("manifest.json has no object {key:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn source() -> Map<String, Value> {
        let value = json!({
            "version": "1.2.3",
            "minimum_chrome_version": "1",
            "background": { "service_worker": "a.js", "scripts": ["a.js"], "type": "module" },
            "web_accessible_resources": [{ "resources": ["b"], "use_dynamic_url": true }],
            "browser_specific_settings": {}
        });
        value.as_object().expect("written as one above").clone()
    }

    #[test]
    fn chrome_gets_no_key_of_firefox() {
        let made = for_browser(source(), Browser::Chrome, "1.2.3").expect("a whole manifest");
        let expected = json!({
            "version": "1.2.3",
            "minimum_chrome_version": "1",
            "background": { "service_worker": "a.js", "type": "module" },
            "web_accessible_resources": [{ "resources": ["b"], "use_dynamic_url": true }]
        });
        assert_eq!(Value::Object(made), expected);
    }

    #[test]
    fn firefox_gets_no_key_of_chrome() {
        let made = for_browser(source(), Browser::Firefox, "1.2.3").expect("a whole manifest");
        let expected = json!({
            "version": "1.2.3",
            "background": { "scripts": ["a.js"], "type": "module" },
            "web_accessible_resources": [{ "resources": ["b"] }],
            "browser_specific_settings": {}
        });
        assert_eq!(Value::Object(made), expected);
    }

    #[test]
    fn another_version_is_refused() {
        assert!(for_browser(source(), Browser::Chrome, "1.2.4").is_err());
    }

    #[test]
    fn the_source_makes_both_variants() {
        for browser in Browser::ALL {
            variant(browser).expect("the project's own manifest");
        }
    }
}
