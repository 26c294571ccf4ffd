//! Where things are: the project's top level, the cargo target folder, what is built.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The project's top level.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors()
        .nth(2)
        .expect("crates/xtask lies two folders below the top")
        .to_owned()
}

/// Cargo's target folder, as cargo itself finds it.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        // A relative one counts from the folder in which cargo was called.
        Some(dir) => {
            env::current_dir().map_or_else(|_| PathBuf::from(&dir), |here| here.join(&dir))
        }
        None => root().join("target"),
    }
}

/// What the build makes for people: unpacked extensions and zips.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// What the build makes on the way: bound and optimised modules, icons.
pub fn made() -> PathBuf {
    target().join("extension")
}

/// The npm packages' folder.
pub fn node_modules() -> PathBuf {
    root().join("node_modules")
}
