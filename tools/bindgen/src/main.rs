//! Turns the compiled core into the module that a page loads: `bindgen INPUT.wasm OUT_DIR NAME`.
//!
//! It writes `NAME.js` (an ES module), `NAME_bg.wasm` and their TypeScript types into `OUT_DIR`. The work is done by
//! wasm-bindgen's own library at the version that Cargo.lock names, which must equal that of the crate `wasm-bindgen`;
//! so nothing has to be installed besides. What the module imports gets short names. It never makes the module smaller: that is left to wasm-opt.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use walrus::Module;
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
    let mut output =
        Bindgen::new().input_path(input).web(true)?.typescript(true).omit_default_module_path(true).out_name(name).generate_output()?;
    let names = shorten(output.wasm_mut());
    output.emit(out_dir)?;
    let script = Path::new(out_dir).join(format!("{name}.js"));
    let text =
        names.iter().fold(fs::read_to_string(&script)?, |text, (long, short)| text.replace(&format!("{long}:"), &format!("{short}:")));
    fs::write(&script, text)?;
    Ok(())
}

/// Gives everything that the module imports a name of a letter or two, and says which: the hashes in the names that the library
/// gives cannot be compressed, in the module no more than in its script. Both travel to every page.
fn shorten(module: &mut Module) -> Vec<(String, String)> {
    let mut names = Vec::new();
    for (number, import) in module.imports.iter_mut().enumerate() {
        let short = format!("i{number}");
        names.push((std::mem::replace(&mut import.name, short.clone()), short));
    }
    // A name may begin another one's end.
    names.sort_by_key(|(long, _)| std::cmp::Reverse(long.len()));
    names
}
