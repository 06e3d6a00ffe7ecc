//! Turns the compiled core into the module that a page loads: `bindgen INPUT.wasm OUT_DIR NAME [--plain]`.
//!
//! It writes `NAME.js` (an ES module), `NAME_bg.wasm` and their TypeScript types into `OUT_DIR`. The work is done by
//! wasm-bindgen's own library at the version that Cargo.lock names, which must equal that of the crate `wasm-bindgen`;
//! so nothing has to be installed besides. What the module imports gets short names, and what panics traps at once (`traps`). All else that
//! makes it smaller is left to wasm-opt.
//!
//! With `--plain` it makes the same for a core that is to become JavaScript: the module asks for neither references nor several
//! results, which nothing lowers, and imports `NAME_bg.js`, where the glue is.

mod traps;

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use walrus::{Module, RawCustomSection};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let made = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [input, out_dir, name] => generate(input, out_dir, name),
        [input, out_dir, name, "--plain"] => generate_plain(input, out_dir, name),
        _ => {
            eprintln!("usage: bindgen INPUT.wasm OUT_DIR NAME [--plain]");
            return ExitCode::from(2);
        }
    };
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bindgen: {}: {error:#}", arguments.first().map_or("", String::as_str));
            ExitCode::FAILURE
        }
    }
}

fn generate(input: &str, out_dir: &str, name: &str) -> Result<(), Box<dyn Error>> {
    let mut output =
        Bindgen::new().input_path(input).web(true)?.typescript(true).omit_default_module_path(true).out_name(name).generate_output()?;
    traps::at_once(output.wasm_mut());
    let names = shorten(output.wasm_mut());
    output.emit(out_dir)?;
    let script = Path::new(out_dir).join(format!("{name}.js"));
    let text =
        names.iter().fold(fs::read_to_string(&script)?, |text, (long, short)| text.replace(&format!("{long}:"), &format!("{short}:")));
    fs::write(&script, text)?;
    Ok(())
}

/// The section in which a compiled module names what it may use; a count of none, in LEB128.
const FEATURES: &str = "target_features";
const NO_FEATURES: &[u8] = &[0];

/// What the crate `wasm-bindgen` exports for tables of references.
const OF_REFERENCES: &str = "__externref";

/// Where it asks for the first number of a value of JavaScript that is not fixed; the library answers only where there are references.
const FIRST_FREE: (&str, &str) = ("__wbindgen_externref_xform__", "__wbindgen_externref_statics_end");

/// The answer for the glue without them: its list of values begins with 1024 that are borrowed, then `undefined`, `null`, `true`, `false`.
const FIRST_FREE_OF_LIST: i32 = 1024 + 4;

fn generate_plain(input: &str, out_dir: &str, name: &str) -> Result<(), Box<dyn Error>> {
    let mut module = Module::from_buffer(&fs::read(input)?)?;
    // The library goes by what the section says; where there is none it guesses.
    module.customs.remove_raw(FEATURES);
    module.customs.add(RawCustomSection { name: FEATURES.to_owned(), data: NO_FEATURES.to_vec() });
    let unwanted: Vec<_> =
        module.exports.iter().filter(|export| export.name.starts_with(OF_REFERENCES)).map(|export| export.id()).collect();
    for export in unwanted {
        module.exports.delete(export);
    }
    if let Ok(asked) = module.imports.get_func(FIRST_FREE.0, FIRST_FREE.1) {
        module.replace_imported_func(asked, |(body, _)| {
            body.i32_const(FIRST_FREE_OF_LIST);
        })?;
    }
    Bindgen::new().input_module(name, module).bundler(true)?.typescript(false).generate_output()?.emit(out_dir)?;
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
