//! The one integration binary: every test of the library from outside.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[cfg(feature = "table")]
mod among;
mod archive;
mod at_its_field;
mod batch;
mod beside;
mod blank_elements;
mod blank_forms;
mod blanks;
mod bodies;
mod built;
mod carried;
mod catalogue;
mod certified;
mod chain;
mod chain_papers;
mod checklist;
mod cleaning;
#[cfg(feature = "table")]
mod clerk;
mod columns;
mod conformance;
mod congresses;
#[cfg(feature = "collect")]
mod damaged_forms;
mod document;
#[cfg(feature = "collect")]
mod edits;
mod errors;
mod evaluation;
mod every_kind;
mod fields;
mod figures;
#[cfg(feature = "collect")]
mod fillable;
mod fits;
mod form_figures;
mod form_files;
mod form_names;
mod form_slips;
mod form_values;
mod forms;
mod forms_of_the_house;
mod frames;
mod free_layout;
mod frozen;
mod gallery;
mod golden;
mod house;
mod kinds;
mod last_pages;
mod layouts;
mod lead_ins;
mod legacy;
#[cfg(feature = "table")]
mod likely_kind;
mod lines;
mod lists;
mod mappings;
mod marks;
mod meetings;
mod minutes;
mod names;
#[cfg(feature = "table")]
mod nesting;
#[cfg(feature = "collect")]
mod own_form;
#[cfg(feature = "table")]
mod own_kinds;
mod paths;
mod persons;
mod picture_streams;
mod pictures;
mod plain_words;
mod plans;
mod preview;
mod proceedings;
mod profiles;
mod promises;
mod real_papers;
mod records;
mod register;
mod remedies;
mod resolutions;
#[cfg(feature = "collect")]
mod returned;
#[cfg(feature = "table")]
mod rows;
mod rules;
mod rules_of_forms;
mod rules_of_kinds;
mod schema;
mod scoring;
mod sheets;
mod signing;
mod stories;
mod summary;
mod surrounds;
#[cfg(feature = "svg")]
mod svg;
mod tables;
mod throughout;
mod two_sided;
mod typing;
mod view;
mod vocabulary;
mod wordings;
mod words;
#[cfg(feature = "table")]
mod workbooks;

use vanban::{Document, Renderer};

/// The records under `tests/cases` and the examples', by name.
fn cases() -> Vec<(String, String)> {
    let mut cases = Vec::new();
    for folder in ["tests/cases", "examples/data"] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            // Beside the records lie pictures and sheets.
            if path.extension().is_none_or(|extension| extension != "json") {
                continue;
            }
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
    let record = renderer().read(json).unwrap_or_else(|error| panic!("{error}"));
    renderer().render(&record).unwrap_or_else(|error| panic!("{error}"))
}

/// One renderer for the whole binary.
fn renderer() -> &'static Renderer {
    static RENDERER: std::sync::OnceLock<Renderer> = std::sync::OnceLock::new();
    RENDERER.get_or_init(Renderer::new)
}
