//! HTML to a Document: parse, mark what is visible, choose the main text, write the blocks.

mod blocks;
mod elements;
mod parse;
mod tables;
mod tree;
mod visible;
mod walk;

use clauselight_engine::{Document, DocumentBuilder};
use html5ever::local_name;
use tree::{Id, Kind, NONE, ROOT, Tree};

/// Reads a page's main text. `cut` says that the source was longer.
pub fn read(source: &str, url: &str, cut: bool) -> Document {
    read_with(source, url, cut, true)
}

/// Reads all that is visible.
pub fn read_whole(source: &str, url: &str, cut: bool) -> Document {
    read_with(source, url, cut, false)
}

fn read_with(source: &str, url: &str, cut: bool, main_only: bool) -> Document {
    let (tree, cut_here) = parse::parse(source);
    let head = head_of(&tree);
    let mut out = DocumentBuilder::new(&head.title, url, &head.lang);
    let page = visible::Page::new(&tree);
    let keep = match main_only {
        true => crate::main_text::choose(&page.regions),
        false => vec![true; page.regions.len()],
    };
    blocks::write(&tree, &page, &keep, &mut out);
    if cut || cut_here {
        out.mark_truncated();
    }
    out.finish()
}

#[derive(Default)]
struct Head {
    title: String,
    lang: String,
}

/// The first `<title>` outside SVG, and the language that `<html>` declares.
fn head_of(tree: &Tree) -> Head {
    let mut head = Head::default();
    let mut titled = false;
    for id in 0..Id::try_from(tree.nodes.len()).unwrap_or(NONE) {
        match tree.html_name(id) {
            Some(&local_name!("title")) if !titled => {
                titled = true;
                let mut child = tree.node(id).map_or(NONE, |n| n.first);
                while let Some(node) = tree.node(child) {
                    if let Kind::Text(range) = &node.kind {
                        head.title
                            .push_str(tree.pool.get(range.clone()).unwrap_or_default());
                    }
                    child = node.next;
                }
            }
            Some(&local_name!("html")) if tree.node(id).is_some_and(|n| n.parent == ROOT) => {
                head.lang = tree.attr(id, "lang").unwrap_or_default().trim().to_owned();
            }
            _ => {}
        }
    }
    head
}
