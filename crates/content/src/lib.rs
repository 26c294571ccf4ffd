//! The content-script WASM.
