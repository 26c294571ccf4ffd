//! `cargo xtask watch`: builds again whenever a source changes.

use crate::{
    build::{self, Browser, Mode},
    places::root,
    setup,
};
use anyhow::{Context, Result};
use notify::{Event, EventKind, RecursiveMode, Watcher};
use std::{
    sync::mpsc::{Receiver, channel},
    time::{Duration, Instant},
};

/// What the extension is made of, from the top level.
const SOURCES: [&str; 4] = ["crates", "extension", "icons", "manifest.json"];

/// An editor saves in several steps: a build starts when there was quiet for so long.
const QUIET: Duration = Duration::from_millis(200);

/// Sets up, builds, and builds again on every change until it is stopped.
pub fn watch(browser: Option<Browser>) -> Result<()> {
    setup::for_building()?;
    let browsers = Browser::these(browser);
    let (sender, changes) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // Reading a file is an event too, and every build reads them all.
        if event.is_ok_and(|event| !matches!(event.kind, EventKind::Access(_))) {
            // Fails only when the loop below has ended, and the program with it.
            let _ = sender.send(());
        }
    })
    .context("starting to watch")?;
    for source in SOURCES {
        watcher.watch(&root().join(source), RecursiveMode::Recursive)?;
    }
    loop {
        build_once(&browsers);
        await_change(&changes)?;
    }
}

fn build_once(browsers: &[Browser]) {
    let start = Instant::now();
    match build::extensions(browsers, Mode::Development) {
        Ok(folders) => {
            println!(
                "built in {:.1} s; reload the extension and the page:",
                start.elapsed().as_secs_f32()
            );
            for (browser, folder) in browsers.iter().zip(folders) {
                println!(
                    "  {}: {} ({})",
                    browser,
                    folder.display(),
                    reload_hint(*browser)
                );
            }
        }
        // A mistake in the source is what watching is for: say it and wait for the mending.
        Err(error) => eprintln!("error: {error:#}"),
    }
}

fn reload_hint(browser: Browser) -> &'static str {
    match browser {
        Browser::Chrome => "chrome://extensions, the round arrow",
        Browser::Firefox => "about:debugging#/runtime/this-firefox, Reload",
    }
}

fn await_change(changes: &Receiver<()>) -> Result<()> {
    changes.recv().context("watching ended")?;
    while changes.recv_timeout(QUIET).is_ok() {}
    Ok(())
}
