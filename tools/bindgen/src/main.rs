//! Turns the compiled core into the module that a page loads: `bindgen INPUT.wasm OUT_DIR NAME`.
//!
//! It writes `NAME.js` (an ES module), `NAME_bg.wasm` and their TypeScript types into `OUT_DIR`. The work is done by
//! wasm-bindgen's own library at the version that Cargo.lock names, which must equal that of the crate `wasm-bindgen`;
//! so nothing has to be installed besides. It never makes the module smaller: that is left to wasm-opt.

use std::error::Error;
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [input, out_dir, name] = arguments.as_slice() else {
        eprintln!("usage: bindgen INPUT.wasm OUT_DIR NAME");
        return ExitCode::from(2);
    };
    match generate(input, out_dir, name) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bindgen: {input}: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn generate(input: &str, out_dir: &str, name: &str) -> Result<(), Box<dyn Error>> {
    Bindgen::new().input_path(input).web(true)?.typescript(true).omit_default_module_path(true).out_name(name).generate(out_dir)?;
    Ok(())
}
