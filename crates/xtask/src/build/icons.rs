//! The icons in the sizes that browsers ask for, rasterised from `icons/clauselight.svg`.

use super::tools;
use crate::{
    places::{made, root},
    process::run_quietly,
};
use anyhow::{Context, Result};
use std::{fs, path::PathBuf, process::Command};

/// Sides in pixels.
pub const SIZES: [u32; 4] = [16, 32, 48, 128];

/// One icon, ready to ship.
pub struct Icon {
    /// Its path in the extension.
    pub name: String,
    /// The PNG.
    pub file: PathBuf,
}

/// Makes all sizes, unless they are there and the drawings are unchanged.
pub fn rasterise() -> Result<Vec<Icon>> {
    let out = made().join("icons");
    fs::create_dir_all(&out)?;
    SIZES
        .into_iter()
        .map(|size| {
            // A drawing of its own for the smallest size: fine strokes vanish at 16 pixels.
            let drawing = if size <= 16 {
                "clauselight-small.svg"
            } else {
                "clauselight.svg"
            };
            let drawing = root().join("icons").join(drawing);
            let source =
                fs::read(&drawing).with_context(|| format!("reading {}", drawing.display()))?;
            let icon = Icon {
                name: format!("icons/{size}.png"),
                file: out.join(format!("{size}.png")),
            };
            let drawn = out.join(format!("{size}.svg"));
            if !icon.file.is_file() || fs::read(&drawn).ok().as_ref() != Some(&source) {
                let mut draw = Command::new(tools::path()?);
                run_quietly(
                    draw.arg("icon")
                        .args([&drawing, &icon.file])
                        .arg(size.to_string()),
                )?;
                fs::write(drawn, source)?;
            }
            Ok(icon)
        })
        .collect()
}
