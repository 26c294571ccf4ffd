//! Parses HTML with bounds on depth and size that browsers have too and html5ever leaves to its caller.

use super::tree::{Id, Sink, Tree};
use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::TreeSink;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use std::cell::Cell;

/// Elements nested deeper are put beside each other, as in browsers; the tree builder's work on each tag grows with
/// the depth.
const MAX_DEPTH: u32 = 512;
/// Nodes kept of one page; the rest is cut.
const MAX_NODES: usize = 3_000_000;
/// Source handed to the tokenizer at once.
const CHUNK_BYTES: usize = 64 * 1024;

/// The tree of a page, and whether some of the page was cut.
pub fn parse(source: &str) -> (Tree, bool) {
    let bounded = Bounded {
        builder: TreeBuilder::new(
            Sink::new(),
            TreeBuilderOpts {
                scripting_enabled: true,
                ..Default::default()
            },
        ),
        full: Cell::new(false),
    };
    let tokenizer = Tokenizer::new(bounded, TokenizerOpts::default());
    let queue = BufferQueue::default();
    let mut rest = source;
    while !rest.is_empty() && !tokenizer.sink.full.get() {
        let (chunk, tail) = rest.split_at(rest.floor_char_boundary(CHUNK_BYTES));
        rest = tail;
        queue.push_back(StrTendril::from_slice(chunk));
        // Scripts and declarations of an encoding interrupt the tokenizer; neither concerns a reader.
        while !matches!(tokenizer.feed(&queue), html5ever::TokenizerResult::Done) {}
    }
    tokenizer.end();
    let cut = tokenizer.sink.full.get();
    (tokenizer.sink.builder.sink.finish(), cut)
}

/// The tree builder behind a check of bounds.
struct Bounded {
    builder: TreeBuilder<Id, Sink>,
    full: Cell<bool>,
}

impl TokenSink for Bounded {
    type Handle = Id;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Id> {
        let before = self.builder.sink.len();
        if before > MAX_NODES && !matches!(token, Token::EOFToken) {
            self.full.set(true);
            return TokenSinkResult::Continue;
        }
        let opens = matches!(
            &token,
            Token::TagToken(Tag {
                kind: TagKind::StartTag,
                ..
            })
        );
        let result = self.builder.process_token(token, line);
        if opens
            && matches!(result, TokenSinkResult::Continue)
            && let Some((depth, name)) = self.builder.sink.newest(before)
            && depth > MAX_DEPTH
        {
            let tag = Tag {
                kind: TagKind::EndTag,
                name,
                self_closing: false,
                attrs: Vec::new(),
                had_duplicate_attributes: false,
            };
            return self.builder.process_token(Token::TagToken(tag), line);
        }
        result
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::tree::{Kind, NONE};

    fn text_of(tree: &Tree) -> String {
        let attached = |n: &&crate::html::tree::Node| n.parent != NONE;
        let texts = tree
            .nodes
            .iter()
            .filter(attached)
            .filter_map(|n| match &n.kind {
                Kind::Text(range) => tree.pool.get(range.clone()),
                _ => None,
            });
        texts.collect()
    }

    #[test]
    fn bounds_the_depth_without_losing_text() {
        for tag in [
            "div",
            "b",
            "p><font size=1",
            "ul><li",
            "svg><g",
            "table><tr><td",
            "x-y",
            "span",
            "a href=x><div",
        ] {
            let source = format!("<body>{}deep", format!("<{tag}>").repeat(20_000));
            let (tree, cut) = parse(&source);
            assert!(
                tree.nodes.iter().all(|n| n.depth <= MAX_DEPTH + 20),
                "{tag}"
            );
            assert!(cut || text_of(&tree).contains("deep"), "{tag}");
        }
    }

    #[test]
    fn bounds_the_nodes() {
        let source = "<p>".repeat(MAX_NODES + 10);
        let (tree, cut) = parse(&source);
        assert!(cut && tree.nodes.len() < MAX_NODES + 1000);
    }
}
