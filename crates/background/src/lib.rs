//! The service-worker WASM.
