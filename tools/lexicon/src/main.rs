//! Compiles.
fn main() {}
