//! `vanban show`, `vanban derive`, `vanban explain`, `vanban schema` and `vanban kinds`.

use std::path::{Path, PathBuf};

use vanban::kinds::built_in;
use vanban::{Kind, error};

use super::{Stage, input, output};
use crate::office::{Desk, Desks, Office, Setup};
use crate::words;

/// Prints a stage as text.
pub(super) fn show(path: &Path, stage: Stage, setup: &Setup) -> Option<String> {
    let mut desks = Desks::new(setup);
    let Desk { renderer, .. } = desks.beside(path)?;
    let record = input::record(path, renderer)?;
    if stage == Stage::Record {
        return input::told(path, record.to_json());
    }
    let document = input::told(path, renderer.render(&record))?;
    let stage = match stage {
        Stage::Record | Stage::Tree => vanban::Stage::Tree,
        Stage::Docx => vanban::Stage::Docx,
        Stage::Pages => vanban::Stage::Pages,
    };
    input::told(path, document.to_text(stage))
}

/// Prints what follows from records.
pub(super) fn derive(
    paths: &[PathBuf],
    to: &str,
    row: Option<usize>,
    criteria_set: Option<&str>,
    setup: &Setup,
) -> bool {
    let Some(first) = paths.first() else { return false };
    let mut desks = Desks::new(setup);
    let Some(desk) = desks.beside(first) else { return false };
    let read: Option<Vec<_>> = paths.iter().map(|path| input::record(path, &desk.renderer)).collect();
    let Some(records) = read else { return false };
    let derived = desk.derivation(to, row, criteria_set).of(&records).and_then(|derived| derived.to_json());
    input::told(first, derived).is_some_and(|json| output::print(&json))
}

/// Prints the schema of a kind.
pub(super) fn schema(kind: &Kind) -> Option<String> {
    let schema = serde_json::to_string_pretty(&kind.json_schema());
    schema.map_err(|error| tell!("{}: {error}", kind.name())).ok()
}

/// Prints what is known of a problem's code; of an unknown one the nearest.
pub(super) fn explain(code: &str) -> Option<String> {
    if let Some(entry) = error::explain(code) {
        return Some(entry.to_string());
    }
    let nearest = error::nearest(code);
    match nearest.is_empty() {
        true => tell!("{}", words::usage::no_code(code)),
        false => tell!("{}", words::usage::another_code(code, &nearest.join(", "))),
    }
    None
}

/// Lists the kinds, each with who issues its papers; tells which forms of the office have one name.
pub(super) fn kinds() -> String {
    let doubles = Office::folder_of(Path::new(".")).map(|office| crate::forms::doubles(&office, None));
    doubles.iter().flatten().for_each(|line| tell!("{line}"));
    let lines = built_in().chain(crate::forms::kinds()).map(|kind| {
        let bodies: Vec<String> = kind.issuing_bodies().iter().map(ToString::to_string).collect();
        let issued = match bodies.is_empty() {
            true => String::new(),
            false => format!(": {}", words::usage::issued_by(&bodies.join(", "))),
        };
        format!("{:<20} {}{issued}\n", kind.name(), kind.term())
    });
    lines.collect()
}
