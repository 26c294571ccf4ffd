//! The page port as Rust sees it (see ARCHITECTURE.md), and the snapshot that it gives.

use crate::page::{LinkPart, Parts};
use js_sys::{Array, JsString, Promise, Uint32Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The object that touches the page, or the stand-in for it in the frame.
    #[derive(Clone)]
    pub type PagePort;

    #[wasm_bindgen(method)]
    pub fn highlight(this: &PagePort, ranges: &[u32], active: i32);
    #[wasm_bindgen(method, js_name = scrollTo)]
    pub fn scroll_to(this: &PagePort, start: u32, end: u32) -> Promise;
    #[wasm_bindgen(method)]
    pub fn open(this: &PagePort, url: &str);
    #[wasm_bindgen(method)]
    pub fn copy(this: &PagePort, text: &str) -> Promise;
    #[wasm_bindgen(method)]
    pub fn state(this: &PagePort, json: &str);
    #[wasm_bindgen(method)]
    pub fn resize(this: &PagePort, width: f64, height: f64);
    #[wasm_bindgen(method)]
    pub fn close(this: &PagePort);
    #[wasm_bindgen(method)]
    pub fn remember(this: &PagePort, key: &str, value: bool);

    /// The page as text, as `extension/content/port/snapshot.js` makes it.
    pub type Snapshot;

    #[wasm_bindgen(method, getter)]
    fn text(this: &Snapshot) -> String;
    #[wasm_bindgen(method, getter)]
    fn blocks(this: &Snapshot) -> Uint32Array;
    #[wasm_bindgen(method, getter)]
    fn owners(this: &Snapshot) -> Uint32Array;
    #[wasm_bindgen(method, getter)]
    fn regions(this: &Snapshot) -> Uint32Array;
    #[wasm_bindgen(method, getter)]
    fn names(this: &Snapshot) -> Array<JsString>;
    #[wasm_bindgen(method, getter)]
    fn links(this: &Snapshot) -> Array<SnapshotLink>;
    #[wasm_bindgen(method, getter)]
    fn title(this: &Snapshot) -> String;
    #[wasm_bindgen(method, getter)]
    fn url(this: &Snapshot) -> String;
    #[wasm_bindgen(method, getter)]
    fn lang(this: &Snapshot) -> String;
    #[wasm_bindgen(method, getter)]
    fn truncated(this: &Snapshot) -> bool;

    /// A link of a snapshot.
    type SnapshotLink;

    #[wasm_bindgen(method, getter)]
    fn start(this: &SnapshotLink) -> u32;
    #[wasm_bindgen(method, getter)]
    fn end(this: &SnapshotLink) -> u32;
    #[wasm_bindgen(method, getter)]
    fn href(this: &SnapshotLink) -> String;
}

impl Snapshot {
    /// The snapshot, taken over into Rust.
    pub fn parts(&self) -> Parts {
        let link = |link: SnapshotLink| LinkPart {
            start: link.start(),
            end: link.end(),
            href: link.href(),
        };
        Parts {
            text: self.text(),
            blocks: self.blocks().to_vec(),
            owners: self.owners().to_vec(),
            regions: self.regions().to_vec(),
            names: self.names().iter().map(String::from).collect(),
            links: self.links().iter().map(link).collect(),
            title: self.title(),
            url: self.url(),
            lang: self.lang(),
            truncated: self.truncated(),
        }
    }
}
