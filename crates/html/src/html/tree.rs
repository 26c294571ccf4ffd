//! The tree that html5ever builds into: an arena of small nodes, without what no reader looks at.

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, QualName, local_name, ns};
use std::borrow::Cow;
use std::cell::{Ref, RefCell};

/// Index of a node; `NONE` stands for no node.
pub type Id = u32;
/// No node.
pub const NONE: Id = Id::MAX;
/// The document node.
pub const ROOT: Id = 0;

/// What a node is.
#[derive(Debug)]
pub enum Kind {
    /// The document, a comment, or contents that are not rendered.
    Nothing,
    /// Text, as a range of [`Tree::pool`].
    Text(std::ops::Range<usize>),
    /// An element; `name` indexes [`Tree::names`], `attrs` indexes [`Tree::attrs`].
    Element { name: u32, attrs: Option<u32> },
}

/// A node with its place in the tree.
#[derive(Debug)]
pub struct Node {
    pub kind: Kind,
    pub parent: Id,
    pub first: Id,
    pub last: Id,
    pub previous: Id,
    pub next: Id,
    pub depth: u32,
}

/// A parsed page.
#[derive(Debug, Default)]
pub struct Tree {
    pub nodes: Vec<Node>,
    /// All text, in the order in which it was parsed.
    pub pool: String,
    names: Vec<QualName>,
    attrs: Vec<Vec<(LocalName, StrTendril)>>,
}

impl Tree {
    fn add(&mut self, kind: Kind) -> Id {
        let id = Id::try_from(self.nodes.len()).unwrap_or(NONE);
        self.nodes.push(Node {
            kind,
            parent: NONE,
            first: NONE,
            last: NONE,
            previous: NONE,
            next: NONE,
            depth: 0,
        });
        id
    }

    pub fn node(&self, id: Id) -> Option<&Node> {
        self.nodes.get(id as usize)
    }

    fn node_mut(&mut self, id: Id) -> Option<&mut Node> {
        self.nodes.get_mut(id as usize)
    }

    /// The element's name in the HTML namespace; foreign elements (SVG, MathML) have none.
    pub fn html_name(&self, id: Id) -> Option<&LocalName> {
        self.name(id)
            .filter(|name| name.ns == ns!(html))
            .map(|name| &name.local)
    }

    fn name(&self, id: Id) -> Option<&QualName> {
        match self.node(id)?.kind {
            Kind::Element { name, .. } => self.names.get(name as usize),
            _ => None,
        }
    }

    /// The value of an attribute, where it was kept.
    pub fn attr(&self, id: Id, wanted: &str) -> Option<&str> {
        match self.node(id)?.kind {
            Kind::Element {
                attrs: Some(at), ..
            } => self
                .attrs
                .get(at as usize)?
                .iter()
                .find(|(name, _)| &**name == wanted)
                .map(|(_, value)| &**value),
            _ => None,
        }
    }

    fn insert(&mut self, parent: Id, before: Id, child: Id) {
        let previous = match self.node(before) {
            Some(sibling) => sibling.previous,
            None => self.node(parent).map_or(NONE, |p| p.last),
        };
        let depth = self.node(parent).map_or(0, |p| p.depth.saturating_add(1));
        if let Some(node) = self.node_mut(child) {
            (node.parent, node.previous, node.next, node.depth) = (parent, previous, before, depth);
        }
        match self.node_mut(previous) {
            Some(node) => node.next = child,
            None => {
                if let Some(p) = self.node_mut(parent) {
                    p.first = child;
                }
            }
        }
        match self.node_mut(before) {
            Some(node) => node.previous = child,
            None => {
                if let Some(p) = self.node_mut(parent) {
                    p.last = child;
                }
            }
        }
    }

    fn detach(&mut self, id: Id) {
        let Some(&Node {
            parent,
            previous,
            next,
            ..
        }) = self.node(id)
        else {
            return;
        };
        if parent == NONE {
            return;
        }
        match self.node_mut(previous) {
            Some(node) => node.next = next,
            None => {
                if let Some(p) = self.node_mut(parent) {
                    p.first = next;
                }
            }
        }
        match self.node_mut(next) {
            Some(node) => node.previous = previous,
            None => {
                if let Some(p) = self.node_mut(parent) {
                    p.last = previous;
                }
            }
        }
        if let Some(node) = self.node_mut(id) {
            (node.parent, node.previous, node.next) = (NONE, NONE, NONE);
        }
    }

    fn insert_any(&mut self, parent: Id, before: Id, child: NodeOrText<Id>) {
        match child {
            NodeOrText::AppendNode(id) => {
                self.detach(id);
                self.insert(parent, before, id);
            }
            NodeOrText::AppendText(text) => {
                let start = self.pool.len();
                let previous = match self.node(before) {
                    Some(sibling) => sibling.previous,
                    None => self.node(parent).map_or(NONE, |p| p.last),
                };
                self.pool.push_str(&text);
                let end = self.pool.len();
                if let Some(Node {
                    kind: Kind::Text(range),
                    ..
                }) = self.node_mut(previous)
                    && range.end == start
                {
                    range.end = end;
                    return;
                }
                let id = self.add(Kind::Text(start..end));
                self.insert(parent, before, id);
            }
        }
    }
}

/// Attributes that a reader looks at; all others are dropped at once.
const KEPT: &[&str] = &[
    "href",
    "id",
    "class",
    "hidden",
    "style",
    "role",
    "lang",
    "colspan",
    "rowspan",
    "open",
    "aria-hidden",
    "aria-level",
    "aria-modal",
    "aria-controls",
    "aria-expanded",
    "aria-haspopup",
];

fn is_kept(name: &LocalName) -> bool {
    KEPT.contains(&&**name)
}

/// The tree as html5ever builds into it.
#[derive(Debug)]
pub struct Sink(RefCell<Tree>);

impl Sink {
    pub fn new() -> Self {
        let mut tree = Tree::default();
        tree.add(Kind::Nothing);
        Self(RefCell::new(tree))
    }

    /// Nodes so far.
    pub fn len(&self) -> usize {
        self.0.borrow().nodes.len()
    }

    /// The element that was added last, if one was added since there were `since` nodes: its depth and name.
    pub fn newest(&self, since: usize) -> Option<(u32, LocalName)> {
        let tree = self.0.borrow();
        let new = tree.nodes.get(since..)?;
        let at = new
            .iter()
            .rposition(|node| matches!(node.kind, Kind::Element { .. }))?;
        let name = tree.name(Id::try_from(since + at).ok()?)?;
        Some((new.get(at)?.depth, name.local.clone()))
    }
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = Tree;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Tree {
        self.0.into_inner()
    }

    fn get_document(&self) -> Id {
        ROOT
    }

    /// A template's contents are not rendered: they hang off a node that is in no tree, made with the template.
    fn get_template_contents(&self, target: &Id) -> Id {
        let mut tree = self.0.borrow_mut();
        let depth = tree.node(*target).map_or(0, |node| node.depth);
        if let Some(contents) = tree.node_mut(target + 1) {
            contents.depth = depth;
        }
        target + 1
    }

    fn same_node(&self, x: &Id, y: &Id) -> bool {
        x == y
    }

    fn elem_name(&self, target: &Id) -> Ref<'_, QualName> {
        static NAMELESS: QualName = QualName {
            prefix: None,
            ns: ns!(),
            local: local_name!(""),
        };
        Ref::map(self.0.borrow(), |tree| {
            tree.name(*target).unwrap_or(&NAMELESS)
        })
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> Id {
        let tree = &mut *self.0.borrow_mut();
        let kept: Vec<_> = attrs
            .into_iter()
            .filter(|a| is_kept(&a.name.local))
            .map(|a| (a.name.local, a.value))
            .collect();
        let attrs = (!kept.is_empty()).then(|| {
            tree.attrs.push(kept);
            (tree.attrs.len() - 1) as u32
        });
        // Most pages know some sixty names; a page that makes up thousands pays with repeats, not with time.
        let recent = tree.names.len().saturating_sub(128);
        let known = tree
            .names
            .get(recent..)
            .unwrap_or_default()
            .iter()
            .rposition(|known| *known == name);
        let at = match known {
            Some(at) => recent + at,
            None => {
                tree.names.push(name);
                tree.names.len() - 1
            }
        };
        let id = tree.add(Kind::Element {
            name: at as u32,
            attrs,
        });
        if flags.template {
            tree.add(Kind::Nothing);
        }
        id
    }

    fn create_comment(&self, _: StrTendril) -> Id {
        self.0.borrow_mut().add(Kind::Nothing)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.0.borrow_mut().add(Kind::Nothing)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        self.0.borrow_mut().insert_any(*parent, NONE, child);
    }

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        let mut tree = self.0.borrow_mut();
        let parent = tree.node(*sibling).map_or(NONE, |node| node.parent);
        tree.insert_any(parent, *sibling, child);
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        let has_parent = self
            .0
            .borrow()
            .node(*element)
            .is_some_and(|node| node.parent != NONE);
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Id, attrs: Vec<Attribute>) {
        let tree = &mut *self.0.borrow_mut();
        let new: Vec<_> = attrs
            .into_iter()
            .filter(|a| is_kept(&a.name.local))
            .map(|a| (a.name.local, a.value))
            .collect();
        let Some(Node {
            kind: Kind::Element { attrs, .. },
            ..
        }) = tree.nodes.get_mut(*target as usize)
        else {
            return;
        };
        match attrs.and_then(|at| tree.attrs.get_mut(at as usize)) {
            Some(old) => {
                let fresh: Vec<_> = new
                    .into_iter()
                    .filter(|(n, _)| !old.iter().any(|(o, _)| o == n))
                    .collect();
                old.extend(fresh);
            }
            None if !new.is_empty() => {
                tree.attrs.push(new);
                *attrs = Some((tree.attrs.len() - 1) as u32);
            }
            None => {}
        }
    }

    fn remove_from_parent(&self, target: &Id) {
        self.0.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &Id, new_parent: &Id) {
        let mut tree = self.0.borrow_mut();
        let mut child = tree.node(*node).map_or(NONE, |n| n.first);
        while let Some(next) = tree.node(child).map(|n| n.next) {
            tree.detach(child);
            tree.insert(*new_parent, NONE, child);
            child = next;
        }
    }

    fn parse_error(&self, _: Cow<'static, str>) {}
    fn set_quirks_mode(&self, _: QuirksMode) {}
    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}
}
