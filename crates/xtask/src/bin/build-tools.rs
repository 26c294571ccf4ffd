//! The build tools that are slow to compile: wasm-bindgen, its test server, and the rasteriser of the icons.
//!
//! Called by `cargo xtask` only. The versions are pinned by `Cargo.lock`, so nobody installs a command-line tool.
#![allow(clippy::print_stdout, reason = "a command-line tool")]

use anyhow::{Context, Result, bail};
use resvg::{tiny_skia, usvg};
use std::{env, ffi::OsString, fs, path::Path};

const USAGE: &str = "usage: build-tools bindgen IN.wasm OUT_DIR NAME
       build-tools icon IN.svg OUT.png PIXELS
       build-tools test-server TEST.wasm [ARGS]...";

fn main() -> Result<()> {
    let mut arguments = env::args_os().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<OsString> = arguments.collect();
    match (command.to_str(), rest.as_slice()) {
        (Some("bindgen"), [input, out_dir, name]) => {
            bindgen(input.as_ref(), out_dir.as_ref(), &name.to_string_lossy())
        }
        (Some("icon"), [svg, png, pixels]) => {
            let pixels = pixels
                .to_string_lossy()
                .parse()
                .context("PIXELS must be a number")?;
            icon(svg.as_ref(), png.as_ref(), pixels)
        }
        (Some("test-server"), [_, ..]) => {
            let arguments = std::iter::once(OsString::from("wasm-bindgen-test-runner")).chain(rest);
            wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(arguments)
        }
        _ => bail!(USAGE),
    }
}

/// Writes `NAME.js`, `NAME.d.ts` and `NAME_bg.wasm` for a module compiled by cargo.
fn bindgen(input: &Path, out_dir: &Path, name: &str) -> Result<()> {
    let arguments = [
        "wasm-bindgen".into(),
        input.as_os_str().to_owned(),
        "--target=web".into(),
        "--remove-producers-section".into(),
        "--out-name".into(),
        name.into(),
        "--out-dir".into(),
        out_dir.as_os_str().to_owned(),
    ];
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(arguments)
}

/// Rasterises `svg` to a square PNG with sides of `pixels`.
fn icon(svg: &Path, png: &Path, pixels: u32) -> Result<()> {
    let source = fs::read(svg).with_context(|| format!("reading {}", svg.display()))?;
    let tree = usvg::Tree::from_data(&source, &usvg::Options::default())
        .with_context(|| format!("{} is no valid SVG", svg.display()))?;
    let mut canvas = tiny_skia::Pixmap::new(pixels, pixels).context("PIXELS must not be 0")?;
    #[expect(
        clippy::cast_precision_loss,
        reason = "icons are at most 128 pixels wide"
    )]
    let scale = pixels as f32 / tree.size().width();
    resvg::render(
        &tree,
        tiny_skia::Transform::from_scale(scale, scale),
        &mut canvas.as_mut(),
    );
    canvas
        .save_png(png)
        .with_context(|| format!("writing {}", png.display()))
}
