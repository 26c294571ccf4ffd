//! Compiles the browser crates and makes a JavaScript module and a `.wasm` file of each.

use super::{Mode, tools};
use crate::{
    places::{made, node_modules, root, target},
    process::{cargo, node, run, run_quietly},
};
use anyhow::{Context, Result};
use std::{
    collections::hash_map::DefaultHasher,
    env, fs,
    hash::Hasher,
    path::{Path, PathBuf},
    process::Command,
};

/// The browser crates: `clauselight-<name>` becomes `wasm/<name>.js` and `wasm/<name>_bg.wasm`.
pub const CRATES: [&str; 3] = ["content", "background", "pages"];

/// The features of the target that rustc uses; wasm-opt refuses the module without them.
const WASM_OPT: [&str; 9] = [
    "-Os",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--strip-producers",
];

/// One browser crate, ready to ship.
pub struct Module {
    /// `content`, `background` or `pages`.
    pub name: &'static str,
    /// The JavaScript that loads it.
    pub script: PathBuf,
    /// The WebAssembly.
    pub wasm: PathBuf,
}

/// Compiles all browser crates.
pub fn modules(mode: Mode) -> Result<Vec<Module>> {
    let (profile, folder) = match mode {
        Mode::Development => ("dev", "debug"),
        Mode::Release => ("wasm", "wasm"),
    };
    let mut compile = wasm_cargo("build");
    compile.args(["--quiet", "--lib", "--profile", profile]);
    compile.args(CRATES.map(|name| format!("--package=clauselight-{name}")));
    run(&mut compile)?;
    let compiled = target().join(crate::setup::WASM_TARGET).join(folder);
    CRATES
        .into_iter()
        .map(|name| {
            let input = compiled.join(format!("clauselight_{name}.wasm"));
            bind(name, &input, mode).with_context(|| format!("making the WASM module {name}"))
        })
        .collect()
}

/// A cargo call for the browser target. All of them pass the same flags, so that nothing is compiled twice.
pub fn wasm_cargo(subcommand: &str) -> Command {
    let mut command = cargo();
    command.args([subcommand, "--target", crate::setup::WASM_TARGET]);
    // Messages of panics hold source paths; without this the same source gives other bytes on each machine.
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let mut flags = format!("--remap-path-prefix={}=/project", root().display());
    if let Some(home) = home {
        flags.push_str(&format!(
            "\u{1f}--remap-path-prefix={}=/cargo",
            home.display()
        ));
    }
    command.env("CARGO_ENCODED_RUSTFLAGS", flags);
    command
}

/// Runs wasm-bindgen, and wasm-opt for a release, unless the module is the one already bound.
fn bind(name: &'static str, input: &Path, mode: Mode) -> Result<Module> {
    let out = made().join(if mode == Mode::Release {
        "release"
    } else {
        "dev"
    });
    let module = Module {
        name,
        script: out.join(format!("{name}.js")),
        wasm: out.join(format!("{name}_bg.wasm")),
    };
    let tools = tools::path()?;
    let stamp = out.join(format!("{name}.stamp"));
    let print = fingerprint(&[input, &tools])?;
    let fresh = module.script.is_file() && module.wasm.is_file();
    if fresh && fs::read_to_string(&stamp).is_ok_and(|old| old == print) {
        return Ok(module);
    }
    fs::create_dir_all(&out)?;
    run_quietly(
        Command::new(tools)
            .arg("bindgen")
            .args([input, &out])
            .arg(name),
    )?;
    if mode == Mode::Release {
        optimise(&module.wasm)?;
    }
    fs::write(stamp, print)?;
    Ok(module)
}

fn optimise(wasm: &Path) -> Result<()> {
    let optimised = wasm.with_extension("opt");
    let mut command = node(node_modules().join("binaryen/bin/wasm-opt"));
    run_quietly(command.args(WASM_OPT).arg(wasm).arg("-o").arg(&optimised))?;
    fs::rename(optimised, wasm).context("replacing the module by its optimised form")
}

/// Changes where one of the files or the way of binding them does.
fn fingerprint(files: &[&Path]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in files {
        hasher.write(&fs::read(file).with_context(|| format!("reading {}", file.display()))?);
    }
    for flag in WASM_OPT {
        hasher.write(flag.as_bytes());
    }
    Ok(format!("{:016x}", hasher.finish()))
}
