//! The one integration binary: every test of the library from outside.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod checklist;
#[cfg(feature = "cli")]
mod cli;
mod errors;
mod golden;
mod house;
mod promises;
mod rules;
mod words;

use vanban::{AnyRecord, Document, Renderer};

/// The records under `tests/cases` and the examples', by name.
fn cases() -> Vec<(String, String)> {
    let mut cases = Vec::new();
    for folder in ["tests/cases", "examples/data"] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            cases.push((name, std::fs::read_to_string(&path).unwrap()));
        }
    }
    cases.sort();
    cases
}

/// One case by its name.
fn case(name: &str) -> String {
    cases().into_iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("no case {name}")).1
}

fn render(json: &str) -> Document {
    let record = AnyRecord::from_json(json).unwrap_or_else(|error| panic!("{error}"));
    renderer().render_any(&record).unwrap_or_else(|error| panic!("{error}"))
}

/// One renderer for the whole binary.
fn renderer() -> &'static Renderer {
    static RENDERER: std::sync::OnceLock<Renderer> = std::sync::OnceLock::new();
    RENDERER.get_or_init(Renderer::new)
}
