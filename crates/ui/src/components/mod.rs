//! What the views are made of. Each component is written once and used by every view.

pub mod about;
pub mod brand;
pub mod clauses;
pub mod documents;
pub mod icon;
pub mod notes;
pub mod options;
pub mod peers;
pub mod section;
pub mod source;
pub mod standing;
pub mod summary;
