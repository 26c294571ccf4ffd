//! Walks a tree in document order with a step for each start and end, as a loop over its links.

use super::tree::{Id, NONE, ROOT, Tree};

/// One step of a walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A node begins.
    Enter(Id),
    /// A node ends; told of nodes with and without children.
    Leave(Id),
}

/// A walk over all nodes of the document.
pub struct Walk<'t> {
    tree: &'t Tree,
    last: Option<Step>,
    skip: bool,
}

impl<'t> Walk<'t> {
    /// Starts before the document node.
    pub fn new(tree: &'t Tree) -> Self {
        Self {
            tree,
            last: None,
            skip: false,
        }
    }

    /// Leaves out what is below the node just entered; its end is still told.
    pub fn skip_children(&mut self) {
        self.skip = true;
    }
}

impl Iterator for Walk<'_> {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        let skip = std::mem::take(&mut self.skip);
        let step = match self.last {
            None => Step::Enter(ROOT),
            Some(Step::Enter(id)) => match self.tree.node(id)?.first {
                child if child != NONE && !skip => Step::Enter(child),
                _ => Step::Leave(id),
            },
            Some(Step::Leave(id)) => {
                let node = self.tree.node(id)?;
                match (node.next, node.parent) {
                    (NONE, NONE) => return None,
                    (NONE, parent) => Step::Leave(parent),
                    (next, _) => Step::Enter(next),
                }
            }
        };
        self.last = Some(step);
        Some(step)
    }
}
