//! The command line: reads its arguments and inputs, and writes answers. It interprets no text.
//!
//! Exit status: 0 all answered, 1 some input could not be read (said on standard error), 2 wrong usage.

#[cfg(not(target_arch = "wasm32"))]
mod cli;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::run()
}

/// The browser's build has no command line.
#[cfg(target_arch = "wasm32")]
fn main() {}
