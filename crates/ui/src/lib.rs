//! The views, in Rust on web-sys.
