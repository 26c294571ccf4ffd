//! Reads one sentence: who does what to which models with whose data, under which condition.

mod about;
mod acts;
mod condition;
mod control;
mod follow;
mod govern;
mod scope;
mod screen;
mod sentence;
mod turn;
mod verdict;

pub(crate) use follow::{follow, is_title, states_position};
pub(crate) use govern::Governing;
pub(crate) use screen::Rejection;
pub(crate) use sentence::Sentence;
pub(crate) use verdict::{Reading, read};
