//! Makes the script for the compiled `vanban-wasm`: `bindgen IN.wasm FOLDER`.

use std::env;
use std::error::Error;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error>> {
    let mut given = env::args_os().skip(1);
    let (Some(compiled), Some(folder)) = (given.next(), given.next()) else {
        return Err("bindgen IN.wasm FOLDER".into());
    };
    Bindgen::new()
        .input_path(compiled)
        .web(true)?
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)?;
    Ok(())
}
