//! Measures the engine against labelled documents.
#![allow(clippy::print_stdout, reason = "the parts of a command-line tool")]

pub mod label;
pub mod same;
pub mod score;
pub mod speed;
