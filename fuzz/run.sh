#!/bin/sh
# Builds fuzz targets and runs them: run.sh "TARGET..." SECONDS; with INPUT or SMALLER in the environment,
# one input is run again or made smaller. Makefile calls it.
set -eu
cd "$(dirname "$0")"
targets=$1
seconds=$2
work=../target/fuzz
host=$(rustc --print host-tuple)

# Basic blocks count for the engine (which ones were entered, how often) and for steps.rs, which takes the place of an old
# callback of the engine's. The engine cannot tell whether code that comes with the toolchain was entered.
export RUSTFLAGS="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=3 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
-Cllvm-args=-sanitizer-coverage-trace-compares -Cllvm-args=-sanitizer-coverage-trace-pc -Clink-arg=-Wl,-z,muldefs"
# A target is named for the build, so that build scripts and macros are built without all that.
CARGO_TARGET_DIR=$work cargo build --locked --release --target "$host" $(printf ' --bin %s' $targets)

# One thread, so that steps are counted rightly.
export RAYON_NUM_THREADS=1
for target in $targets; do
    program=$work/$host/release/$target
    mkdir -p "$work/corpus/$target" "$work/findings"
    set -- -rss_limit_mb=2048 -timeout=20 "-artifact_prefix=$work/findings/$target-"
    if [ -n "${INPUT:-}" ]; then
        "$program" "$@" "../$INPUT"
    elif [ -n "${SMALLER:-}" ]; then
        "$program" "$@" -minimize_crash=1 -max_total_time="$seconds" "../$SMALLER"
    else
        "$program" "$@" -max_len=4096 -max_total_time="$seconds" -print_final_stats=1 -entropic_scale_per_exec_time=1 \
            -dict="dictionaries/$target.dict" "$work/corpus/$target" "seeds/$target"
    fi
done
