//! Reads one sentence: who does what to which models with whose data, under which condition.

mod acts;
mod govern;
mod scope;
mod sentence;
mod verdict;

pub(crate) use govern::Governing;
pub(crate) use sentence::Sentence;
pub(crate) use verdict::{Reading, Rejection, open_choice, read, target, way};
