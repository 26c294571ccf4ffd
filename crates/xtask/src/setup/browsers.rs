//! Finds an installed browser, else installs one by the system's packages where that may be done.

use crate::{
    build::Browser,
    process::{find, run},
};
use anyhow::{Context, Result, bail};
use std::{env, path::PathBuf, process::Command};

/// A browser that can be started.
#[derive(Debug, Clone)]
pub struct Installed {
    /// Which kind of extension it runs.
    pub browser: Browser,
    /// The program.
    pub path: PathBuf,
}

/// Where browsers of one kind are found, and how one gets there.
struct Kind {
    /// Names in PATH.
    programs: &'static [&'static str],
    /// Names of macOS applications, and the program in each.
    applications: &'static [(&'static str, &'static str)],
    /// The Debian package, and the Homebrew cask.
    packages: (&'static str, &'static str),
    /// What a person would look for.
    called: &'static str,
}

const CHROME: Kind = Kind {
    programs: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
        "microsoft-edge",
        "microsoft-edge-stable",
    ],
    applications: &[
        ("Chromium", "Chromium"),
        ("Google Chrome", "Google Chrome"),
        ("Microsoft Edge", "Microsoft Edge"),
    ],
    packages: ("chromium", "google-chrome"),
    called: "Chromium, Chrome or Edge",
};

const FIREFOX: Kind = Kind {
    programs: &["firefox", "firefox-esr"],
    applications: &[
        ("Firefox", "firefox"),
        ("Firefox Developer Edition", "firefox"),
    ],
    packages: ("firefox-esr", "firefox"),
    called: "Firefox",
};

fn kind(browser: Browser) -> &'static Kind {
    match browser {
        Browser::Chrome => &CHROME,
        Browser::Firefox => &FIREFOX,
    }
}

/// Finds the browser or installs it.
pub fn ensure(browser: Browser) -> Result<Installed> {
    let kind = kind(browser);
    if let Some(path) = kind.find(browser)? {
        return Ok(Installed { browser, path });
    }
    kind.install(browser)?;
    match kind.find(browser)? {
        Some(path) => Ok(Installed { browser, path }),
        None => bail!(
            "{} was installed but its program is not in PATH",
            kind.packages.0
        ),
    }
}

/// Finds the first of `browsers` that is installed.
pub fn first_installed(browsers: &[Browser]) -> Result<Option<Installed>> {
    for browser in browsers {
        if let Some(path) = kind(*browser).find(*browser)? {
            return Ok(Some(Installed {
                browser: *browser,
                path,
            }));
        }
    }
    Ok(None)
}

impl Kind {
    fn find(&self, browser: Browser) -> Result<Option<PathBuf>> {
        if let Some(named) = env::var_os(browser.variable()).filter(|value| !value.is_empty()) {
            let path = PathBuf::from(named);
            // A wrong variable is a mistake to tell, not a reason to take another browser.
            if !path.is_file() {
                bail!(
                    "{} names {}, which is no file",
                    browser.variable(),
                    path.display()
                );
            }
            return Ok(Some(path));
        }
        let in_path = self.programs.iter().find_map(|program| find(program));
        Ok(in_path.or_else(|| self.find_application()))
    }

    fn find_application(&self) -> Option<PathBuf> {
        let home = env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
        let folders = [PathBuf::from("/Applications"), home.join("Applications")];
        self.applications
            .iter()
            .flat_map(|(name, program)| {
                let inside = format!("{name}.app/Contents/MacOS/{program}");
                folders.iter().map(move |folder| folder.join(&inside))
            })
            .find(|path| path.is_file())
    }

    fn install(&self, browser: Browser) -> Result<()> {
        let (debian, homebrew) = self.packages;
        let missing = format!(
            "{} is not installed (or set {})",
            self.called,
            browser.variable()
        );
        if cfg!(target_os = "macos") {
            bail!("{missing}; run: brew install --cask {homebrew}");
        }
        if find("apt-get").is_none() {
            bail!("{missing}; install it with this system's packages");
        }
        if !is_root()? {
            bail!("{missing}; run: sudo apt-get install {debian}");
        }
        eprintln!("setup: installing {debian}");
        run(Command::new("apt-get").args(["update", "-qq"]))?;
        let mut install = Command::new("apt-get");
        install.args(["install", "-y", "-qq", "--no-install-recommends", debian]);
        // On Ubuntu these names may be mere pointers to a snap, or absent: then a person must choose.
        run(install.env("DEBIAN_FRONTEND", "noninteractive")).context(missing)
    }
}

/// Whether we may install packages, and must start Chromium without its sandbox.
fn is_root() -> Result<bool> {
    let id = crate::process::run_quietly(Command::new("id").arg("-u"))?;
    Ok(id.trim() == "0")
}
