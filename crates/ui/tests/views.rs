//! The views in a browser: what they show, how they are named, which actions they emit.
#![cfg(target_arch = "wasm32")]

mod stage;
mod states;

use clauselight_engine::DocumentPosition;
use clauselight_ui::{Action, Notice, Placement, PopupModel, SafeUrl, Side};
use stage::Stage;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn every_state_is_named_and_reachable() {
    let stages = states::OVERLAYS
        .map(|name| (name, Stage::overlay(states::overlay(name))))
        .into_iter()
        .chain(states::POPUPS.map(|name| (name, Stage::popup(states::popup(name)))));
    for (name, stage) in stages {
        assert_eq!(stage.all("h1.headline, h2.headline").len(), 1, "{name}");
        assert!(!stage.text(".headline").is_empty(), "{name}");
        for button in stage.all("button") {
            let label = button.get_attribute("aria-label").or(button.text_content());
            assert!(
                label.is_some_and(|label| !label.trim().is_empty()),
                "{name}: nameless button"
            );
            assert_eq!(
                button.get_attribute("type").as_deref(),
                Some("button"),
                "{name}"
            );
        }
        for picture in stage.all("svg") {
            assert_eq!(
                picture.get_attribute("aria-hidden").as_deref(),
                Some("true"),
                "{name}"
            );
        }
        for stop in stage.all("[tabindex]") {
            let at = stop.get_attribute("tabindex").unwrap_or_default();
            assert!(at == "0" || at == "-1", "{name}: tabindex {at}");
        }
        assert!(
            stage
                .all("a, img, iframe, script, [style], [id]")
                .is_empty(),
            "{name}"
        );
    }
}

#[wasm_bindgen_test]
fn each_position_has_words_and_a_shape_of_its_own() {
    let mut shapes = Vec::new();
    for (name, label) in [
        ("trains", "Trains by default"),
        ("opt-out", "Trains unless you opt out"),
        ("opt-in", "Trains only if you agree"),
        ("prohibits", "Does not train on your data"),
        ("silent", "Says nothing on training"),
        ("language", "Not read"),
    ] {
        let stage = Stage::overlay(states::overlay(name));
        assert_eq!(stage.text(".chip"), label);
        assert_eq!(stage.text(".pill-open"), label);
        let paths = stage.all(".chip path");
        let shape: Vec<_> = paths
            .iter()
            .map(|path| (path.get_attribute("d"), path.get_attribute("class")))
            .collect();
        assert!(!shapes.contains(&shape), "{name} has another's shape");
        shapes.push(shape);
    }
}

#[wasm_bindgen_test]
fn a_statement_leads_to_its_clause() {
    let stage = Stage::overlay(states::overlay("opt-out"));
    stage.click(".lines .reference[aria-label='Clause 5']");
    assert_eq!(stage.taken(), [Action::ShowClause(4)]);
    assert_eq!(stage.all(".quote[aria-current]").len(), 1);
    assert!(stage.text("[data-clause='4'] .quote").contains("Team plan"));
    assert_eq!(stage.text(".where"), "Clause 5 of 6");
    stage.click("[data-clause='1'] .quote");
    assert_eq!(stage.taken(), [Action::ShowClause(1)]);
    assert_eq!(stage.text("[data-active] .number"), "2");
    stage.click("[data-clause='2'] [aria-label='Copy clause 3']");
    assert_eq!(stage.taken(), [Action::CopyClause(2)]);
}

#[wasm_bindgen_test]
fn the_first_glance_says_each_thing_once() {
    let stage = Stage::overlay(states::overlay("opt-out"));
    let lead = stage.text(".glance .lead > span");
    assert!(lead.starts_with("On Free, Pro and Student"), "{lead}");
    assert!(!stage.text(".says").contains(lead.trim()));
    assert_eq!(stage.text(".glance .why"), "2 uses go on regardless.");

    let mut model = states::overlay("opt-out");
    model.report.summary.lines.clear();
    model.report.exceptions.clear();
    let stage = Stage::overlay(model);
    assert_eq!(
        stage.text(".glance .why"),
        "It applies until you turn it off."
    );
    assert!(stage.text(".says").contains("Team"), "tiers stay");
}

#[wasm_bindgen_test]
fn the_main_action_leads_somewhere() {
    let mut model = states::overlay("not-in-dataset");
    model.report.opt_out.links.clear();
    let stage = Stage::overlay(model.clone());
    assert_eq!(stage.text(".main-action .primary"), "How to opt out");
    stage.click(".main-action .primary");
    assert!(stage.focused(".options") && stage.taken().is_empty());

    // Nothing is known but that it can be done: the clause is all there is to show.
    model.report.opt_out.target = None;
    model.report.opt_out.mechanism = clauselight_engine::Mechanism::NoneStated;
    model.report.opt_out.clauses = vec![3];
    let stage = Stage::overlay(model);
    stage.click(".main-action .secondary");
    assert_eq!(stage.taken(), [Action::ShowClause(3)]);
}

#[wasm_bindgen_test]
fn next_and_previous_go_round() {
    let stage = Stage::overlay(states::overlay("opt-out"));
    assert_eq!(stage.text(".where"), "6 clauses");
    stage.click("[aria-label='Previous clause']");
    stage.click("[aria-label='Next clause']");
    stage.overlay_ref().step(true);
    stage.overlay_ref().step(false);
    assert_eq!(stage.taken(), [5, 0, 1, 0].map(Action::ShowClause));
    stage.overlay_ref().set_active_clause(Some(3));
    assert_eq!(stage.text(".where"), "Clause 4 of 6");
    stage.overlay_ref().set_active_clause(Some(99));
    assert_eq!(stage.text(".where"), "6 clauses");
    assert!(stage.all(".quote[aria-current]").is_empty());
    assert!(stage.taken().is_empty());
}

#[wasm_bindgen_test]
fn a_long_document_shows_a_few_clauses_and_all_on_demand() {
    let stage = Stage::overlay(states::overlay("long"));
    assert_eq!(stage.all(".clause").len(), 25);
    assert_eq!(stage.all(".clause:not([hidden])").len(), 5);
    stage.overlay_ref().set_active_clause(Some(20));
    assert_eq!(stage.all(".clause:not([hidden])").len(), 25);
    assert!(stage.all(".clauses > .secondary").is_empty());

    let stage = Stage::overlay(states::overlay("long"));
    assert_eq!(stage.text(".clauses > .secondary"), "Show all 25 clauses");
    stage.click(".clauses > .secondary");
    assert_eq!(stage.all(".clause:not([hidden])").len(), 25);
    assert!(stage.focused("[data-clause='5'] .quote"));
    assert_eq!(stage.text(".lead .quiet.small"), "19 more clauses");
}

#[wasm_bindgen_test]
fn links_open_only_what_may_be_opened() {
    let stage = Stage::overlay(states::overlay("opt-out"));
    stage.click(".main-action .primary");
    let setting = SafeUrl::parse("https://chat.example.com/settings/data");
    assert_eq!(
        stage.taken(),
        [Action::OpenLink(setting.expect("a safe address"))]
    );
    let links = stage.all("[data-href]");
    assert!(links.len() > 5);
    for link in links {
        let href = link.get_attribute("data-href").unwrap_or_default();
        assert!(
            href.starts_with("https://") || href.starts_with("mailto:"),
            "{href}"
        );
    }
    // The page's own link, relative in its source.
    stage.click("[data-href='https://chat.example.com/settings/privacy']");
    assert_eq!(stage.taken().len(), 1);
    let mail = stage.all("[data-href^='mailto:']");
    let mail = mail
        .first()
        .and_then(|mail| mail.get_attribute("data-href"));
    let subject = "mailto:privacy@example.com?subject=Objection%20to%20training&body=I%20object";
    assert!(
        mail.is_some_and(|mail| mail.starts_with(subject) && mail.contains("data%20%26%20posts"))
    );
}

#[wasm_bindgen_test]
fn a_relative_address_is_resolved_like_the_page_does() {
    let base = "https://example.com/legal/privacy?x#y";
    let check = |href: &str, found: Option<&str>| {
        let safe = SafeUrl::resolve(href, base);
        assert_eq!(safe.as_ref().map(SafeUrl::as_str), found, "{href}");
    };
    check("/settings", Some("https://example.com/settings"));
    check(" ../a b ", Some("https://example.com/a%20b"));
    check("//cdn.example.org/x", Some("https://cdn.example.org/x"));
    check(
        "#opt-out",
        Some("https://example.com/legal/privacy?x#opt-out"),
    );
    check("mailto:a@example.com", Some("mailto:a@example.com"));
    check(
        "https://bücher.example/",
        Some("https://xn--bcher-kva.example/"),
    );
    for refused in [
        "http://example.com",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:,x",
        "https://a@b.example/",
        "blob:https://example.com/1",
        "https://",
    ] {
        check(refused, None);
    }
}

#[wasm_bindgen_test]
fn text_of_the_page_is_never_markup() {
    let hostile = "<img src=x onerror=alert(1)><script>alert(1)</script>&lt;";
    let mut model = states::overlay("opt-out");
    model.page.host = hostile.into();
    model.platform = None;
    model.report.summary.headline = hostile.into();
    model.report.opt_out.target = Some(hostile.into());
    for clause in &mut model.report.clauses {
        clause.quote = hostile.into();
        clause.section = vec![hostile.into()];
    }
    let stage = Stage::overlay(model);
    assert!(stage.all("img, script").is_empty());
    assert_eq!(stage.text(".headline"), hostile);
    assert_eq!(stage.text("[data-clause='0'] .quote-text"), hostile);
}

#[wasm_bindgen_test]
fn card_and_pill_change_places_and_keep_the_focus() {
    let stage = Stage::overlay(states::overlay("opt-out"));
    assert!(stage.is_shown(".card") && !stage.is_shown(".pill"));
    stage.overlay_ref().focus();
    assert!(stage.focused(".card"));
    stage.click("[aria-label='Make small']");
    assert_eq!(stage.taken(), [Action::Collapse]);
    assert!(!stage.is_shown(".card") && stage.is_shown(".pill"));
    assert!(stage.focused(".pill-open"));
    stage.click(".pill-open");
    assert_eq!(stage.taken(), [Action::Expand]);
    assert!(stage.is_shown(".card") && stage.focused("[aria-label='Make small']"));
    stage.overlay_ref().set_collapsed(true);
    assert!(stage.taken().is_empty() && stage.is_shown(".pill"));
}

#[wasm_bindgen_test]
fn the_view_asks_for_the_box_it_needs() {
    let stage = Stage::overlay(states::overlay("long"));
    let (width, height) = stage.size().expect("a box is asked for at once");
    // 400 wide, 680 high at most, 16 around for the shadow.
    assert_eq!((width, height), (432.0, 712.0));
    stage.overlay_ref().set_collapsed(true);
    let (width, height) = stage.size().expect("the pill asks for its own");
    assert!(
        width > 100.0 && width < 400.0 && height > 40.0 && height < 100.0,
        "{width} {height}"
    );
    stage.overlay_ref().set_collapsed(false);
    stage.overlay_ref().set_placement(Placement::Sheet);
    let (_, height) = stage.size().expect("the sheet asks for its own");
    assert_eq!(height, 680.0);

    let short = Stage::overlay(states::overlay("silent"));
    let height = short.size().map_or(0.0, |(_, height)| height);
    assert!(height > 200.0, "{height}");
}

#[wasm_bindgen_test]
fn the_size_asked_for_does_not_hang_on_the_box_given() {
    let stage = Stage::overlay(states::overlay("opt-out"));
    let card = stage.size();
    stage.overlay_ref().set_collapsed(true);
    let pill = stage.size();
    stage.give_box(0, 0);
    stage.overlay_ref().set_collapsed(false);
    assert_eq!(stage.size(), card);
    stage.overlay_ref().set_collapsed(true);
    assert_eq!(stage.size(), pill);
}

#[wasm_bindgen_test]
fn a_narrow_window_gets_a_sheet() {
    assert_eq!(Placement::for_window(360.0, Side::Left), Placement::Sheet);
    assert_eq!(
        Placement::for_window(768.0, Side::Left),
        Placement::Card(Side::Left)
    );
}

#[wasm_bindgen_test]
fn escape_closes_and_keys_stay_inside() {
    let stage = Stage::overlay(states::overlay("opt-out"));
    let heard = stage.hear_keys_outside();
    stage.key(".pill-open", "j");
    stage.key(".scroll", "ArrowDown");
    assert!(stage.taken().is_empty());
    stage.key(".scroll", "Escape");
    assert_eq!(stage.taken(), [Action::Close]);
    assert_eq!(heard.get(), 0);
}

#[wasm_bindgen_test]
fn buttons_of_the_frame_emit_their_actions() {
    let stage = Stage::overlay(states::overlay("opt-out"));
    stage.click("header [aria-label='Close']");
    stage.click("footer > .quiet-button");
    stage.click(".pill [aria-label='Close']");
    assert_eq!(
        stage.taken(),
        [Action::Close, Action::NotOnThisSite, Action::Close]
    );
}

#[wasm_bindgen_test]
fn the_host_may_drop_the_overlay_while_it_hears_of_an_action() {
    let stage = Stage::overlay(states::overlay("opt-out")).dropping_on_close();
    stage.click("header [aria-label='Close']");
    assert_eq!(stage.taken(), [Action::Close]);
    assert_eq!(stage.children(), 0);
}

#[wasm_bindgen_test]
fn dropping_leaves_nothing_behind() {
    let stage = Stage::overlay(states::overlay("opt-out"));
    assert_eq!(stage.children(), 2);
    let button = stage.all("header [aria-label='Close']");
    stage.drop_view();
    assert_eq!(stage.children(), 0);
    for button in button {
        stage::click(&button);
    }
    assert!(stage.taken().is_empty(), "a listener outlived the view");

    let stage = Stage::popup(states::popup("this-page"));
    stage.drop_view();
    assert_eq!(stage.children(), 0);
}

#[wasm_bindgen_test]
fn notices_are_read_out_and_go_with_the_next_action() {
    let stage = Stage::overlay(states::overlay("opt-out"));
    assert_eq!(stage.text("[role=status]"), "");
    stage.overlay_ref().notify(Notice::Copied);
    assert_eq!(stage.text("[role=status]"), "Copied");
    stage.click("[aria-label='Next clause']");
    assert_eq!(stage.text("[role=status]"), "");
}

#[wasm_bindgen_test]
fn silence_and_absence_are_shown_as_what_they_are() {
    let silent = Stage::overlay(states::overlay("silent"));
    assert!(silent.text(".why").contains("Silence is no answer"));
    assert!(silent.all(".nav, .clauses, .says").is_empty());

    let absent = Stage::overlay(states::overlay("not-in-dataset"));
    assert!(
        absent
            .text(".options")
            .contains("unknown.example is not in the dataset")
    );
    assert!(absent.text(".peers tbody").contains("This page"));
}

#[wasm_bindgen_test]
fn a_page_that_was_not_read_gets_no_position() {
    for (name, headline) in [
        (
            "language",
            "This page is in Polish, which Clauselight does not read yet",
        ),
        ("not-a-document", "This page shows no document"),
    ] {
        let stage = Stage::overlay(states::overlay(name));
        assert_eq!(stage.text(".headline"), headline);
        assert!(!stage.text(".card").contains("says nothing"), "{name}");
        let rows = stage.all(".peers tbody th");
        let names: Vec<_> = rows.iter().filter_map(|row| row.text_content()).collect();
        assert!(!names.iter().any(|row| row == "This page"), "{name}");
        // An unknown platform is compared only where its page was read.
        assert_eq!(names.is_empty(), name == "language", "{name}");
    }
    let truncated = Stage::overlay(states::overlay("truncated"));
    assert!(
        truncated
            .text(".note")
            .contains("Only its first part was read")
    );
}

#[wasm_bindgen_test]
fn record_and_page_are_told_apart() {
    let stage = Stage::overlay(states::overlay("opt-out"));
    let labels: Vec<_> = stage
        .all(".options .label")
        .iter()
        .filter_map(|l| l.text_content())
        .collect();
    assert_eq!(labels, ["From this page", "From our record"]);
    let record = stage.text(".way");
    for said in [
        "Settings",
        "Improve the models",
        "Sources disagree",
        "checked 2026-11-20",
    ] {
        assert!(record.contains(said), "{said}");
    }
    let mut model = states::overlay("prohibits");
    let stage = Stage::overlay(model.clone());
    assert!(
        stage
            .text(".options")
            .contains("The record says “Trains unless you opt out”")
    );
    model.report.position = DocumentPosition::Silent;
    let stage = Stage::overlay(model);
    assert!(
        !stage.text(".options").contains("The record says"),
        "silence contradicts nothing"
    );
}

#[wasm_bindgen_test]
fn an_extreme_is_said_only_of_the_one_that_stands_alone() {
    let mut model = states::overlay("opt-out");
    for column in &mut model.comparison.columns {
        column.position = Some(DocumentPosition::OptOut);
    }
    let stage = Stage::overlay(model);
    assert!(!stage.text(".peers").contains("least") && !stage.text(".peers").contains("most"));
}

#[wasm_bindgen_test]
fn the_popup_offers_what_fits_its_state() {
    for (name, button, action) in [
        ("this-page", ".glance > .secondary", Action::ShowOverlay),
        ("left-alone", ".note .secondary", Action::BackOnThisSite),
        ("no-record", ".secondary", Action::AnalyseAnyway),
        ("platform", ".section > .secondary", Action::AnalyseAnyway),
        ("this-page", ".reference", Action::ShowClause(0)),
    ] {
        let stage = Stage::popup(states::popup(name));
        stage.click(button);
        assert_eq!(stage.taken(), [action], "{name}");
    }
    let platform = Stage::popup(states::popup("platform"));
    assert_eq!(
        platform.text("h1"),
        "Personal chats train the models unless you switch it off."
    );
    assert!(platform.text(".documents").contains("Privacy policy"));
    let none = Stage::popup(states::popup("platform-without-way"));
    assert!(
        none.text(".options")
            .contains("The record has no way to opt out.")
    );
    let Some(PopupModel::Platform {
        page,
        platform,
        comparison,
        ..
    }) = Some(states::popup("platform"))
    else {
        panic!("the state is a platform")
    };
    let fixed = PopupModel::Platform {
        page,
        platform,
        comparison,
        can_analyse: false,
    };
    assert!(Stage::popup(fixed).all(".section > .secondary").is_empty());
    assert!(
        Stage::popup(states::popup("unreadable"))
            .all("button")
            .is_empty()
    );
    assert_eq!(
        Stage::popup(states::popup("working")).text("[role=status]"),
        "Reading this page…"
    );
}
