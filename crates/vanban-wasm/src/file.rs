//! A file for the user to save.

use wasm_bindgen::prelude::wasm_bindgen;

/// A file: its name and its bytes.
#[wasm_bindgen]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    name: String,
    bytes: Vec<u8>,
}

impl File {
    pub(crate) fn new(name: impl Into<String>, bytes: Vec<u8>) -> File {
        File { name: name.into(), bytes }
    }
}

#[wasm_bindgen]
impl File {
    /// The name, with extension.
    #[wasm_bindgen(getter)]
    pub fn name(&self) -> String {
        self.name.clone()
    }

    /// The bytes. They are moved out, so a second call returns nothing.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.bytes)
    }
}
