//! The native tool `clauselight`.

fn main() {}
