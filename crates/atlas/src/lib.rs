//! Evidenced records of how platforms train on data.
