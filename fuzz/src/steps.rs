//! Counts the steps that a call takes: the basic blocks of instrumented code that it enters.
//!
//! The count is the same on every machine and under every load, so that "linear" can be asserted where a clock could not be.
//! It sees all Rust code that is compiled here, generic code of the standard library included; it does not see what comes
//! compiled with the toolchain, such as searching for a byte. What is slow there, the fuzzer's own limit of time has to find.

use std::sync::atomic::{AtomicU64, Ordering};

static STEPS: AtomicU64 = AtomicU64::new(0);

/// The compiler has every basic block call this (`-sanitizer-coverage-trace-pc`). By its name it is not instrumented itself.
/// It loads and stores, since adding in one would cost twice the time: steps of two threads at once may be lost.
#[unsafe(no_mangle)]
pub extern "C" fn __sanitizer_cov_trace_pc() {
    STEPS.store(STEPS.load(Ordering::Relaxed).wrapping_add(1), Ordering::Relaxed);
}

/// What `call` gives, and how many steps it took.
pub fn counted<T>(call: impl FnOnce() -> T) -> (T, u64) {
    let before = STEPS.load(Ordering::Relaxed);
    let result = call();
    (result, STEPS.load(Ordering::Relaxed).wrapping_sub(before))
}

/// What `call` gives.
///
/// # Panics
/// Where it takes more than `fixed` steps and `per_byte` for each of the `bytes` of its input.
pub fn bounded<T>(what: &str, bytes: usize, per_byte: u64, fixed: u64, call: impl FnOnce() -> T) -> T {
    let (result, steps) = counted(call);
    let most = per_byte * bytes as u64 + fixed;
    if std::env::var_os("STEPS").is_some() {
        eprintln!("{what}: {steps} steps, {most} allowed, {} a byte", steps / bytes.max(1) as u64);
    }
    assert!(steps <= most, "{what} took {steps} steps for {bytes} bytes, and at most {most} are linear");
    result
}
