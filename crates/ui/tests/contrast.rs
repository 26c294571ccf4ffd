//! The style sheet keeps its promises: contrast in both themes, colours from tokens only, nothing
//! from outside, no size that hangs on the page.
#![cfg(not(target_arch = "wasm32"))]

use clauselight_ui::style::SHEET;
use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../src/style/tokens.css");

/// Text on its ground: at least 4.5 : 1.
const TEXT: &[(&str, &[&str])] = &[
    ("ink", &["paper", "paper-2", "marker"]),
    ("ink-2", &["paper", "paper-2"]),
    ("accent", &["paper", "paper-2", "marker"]),
    ("accent-2", &["paper", "paper-2"]),
    ("on-accent", &["accent", "accent-2"]),
    ("paper", &["ink"]),
    ("trains", &["paper", "paper-2", "trains-soft"]),
    ("opt-out", &["paper", "paper-2", "opt-out-soft"]),
    ("opt-in", &["paper", "paper-2", "opt-in-soft"]),
    ("prohibits", &["paper", "paper-2", "prohibits-soft"]),
    ("silent", &["paper", "paper-2", "silent-soft"]),
];

/// Lines that tell something by themselves: at least 3 : 1.
const LINES: &[(&str, &[&str])] = &[
    ("control-line", &["paper", "paper-2"]),
    ("marker-line", &["paper", "marker"]),
];

#[test]
fn text_and_lines_stand_out_in_both_themes() {
    let (light, dark) = TOKENS
        .split_once("@media")
        .expect("tokens.css has a dark theme");
    let (light, dark) = (colours(light), colours(dark));
    assert!(
        light.keys().eq(dark.keys()),
        "a colour is missing in one theme"
    );
    for (name, theme) in [("light", &light), ("dark", &dark)] {
        for (pairs, least) in [(TEXT, 4.5), (LINES, 3.0)] {
            for (front, grounds) in pairs {
                for ground in *grounds {
                    let found = contrast(theme[*front], theme[*ground]);
                    assert!(
                        found >= least,
                        "{name}: {front} on {ground} is {found:.2} : 1"
                    );
                }
            }
        }
    }
}

#[test]
fn every_colour_token_that_is_text_is_checked() {
    let (light, _) = TOKENS
        .split_once("@media")
        .expect("tokens.css has a dark theme");
    let grounds_and_ornament = ["paper-2", "marker", "line", "edge-line"];
    for name in colours(light).keys() {
        let checked = TEXT.iter().chain(LINES).any(|(front, _)| front == name);
        assert!(
            checked || name.ends_with("-soft") || grounds_and_ornament.contains(&name.as_str()),
            "--{name} is not checked"
        );
    }
}

#[test]
fn the_sheet_stands_alone() {
    let rest = SHEET.strip_prefix(TOKENS).expect("the tokens come first");
    for line in rest.lines() {
        let hex = line
            .split('#')
            .skip(1)
            .any(|after| after.chars().take_while(char::is_ascii_hexdigit).count() >= 3);
        assert!(
            !hex && !line.contains("rgb("),
            "colour outside the tokens: {line}"
        );
    }
    for foreign in [
        "url(",
        "@import",
        "@font-face",
        "rem;",
        "rem ",
        "expression(",
    ] {
        assert!(!SHEET.contains(foreign), "{foreign}");
    }
}

#[test]
fn every_property_that_is_used_is_set() {
    for used in SHEET.split("var(--").skip(1) {
        let name = used
            .split([')', ','])
            .next()
            .expect("split gives one part at least");
        let set = ["--", name, ":"].concat();
        assert!(SHEET.contains(&set), "--{name} is used, but never set");
    }
}

/// The tokens that are colours, as sRGB.
fn colours(sheet: &str) -> BTreeMap<String, [u8; 3]> {
    sheet
        .lines()
        .filter_map(|line| {
            let (name, value) = line.trim().strip_prefix("--")?.split_once(": #")?;
            let value = u32::from_str_radix(value.strip_suffix(';')?, 16).ok()?;
            let [_, red, green, blue] = value.to_be_bytes();
            Some((name.to_owned(), [red, green, blue]))
        })
        .collect()
}

/// Contrast by WCAG 2.2.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
