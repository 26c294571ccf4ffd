//! Measures the engine against labelled documents.

pub mod label;
pub mod same;
pub mod score;
pub mod speed;
