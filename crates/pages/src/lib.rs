//! The WASM of the extension pages.
