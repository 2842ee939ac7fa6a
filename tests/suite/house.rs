//! The rooms and their doors (DESIGN.md): who may use whom, read from the sources.

use std::fs;
use std::path::{Path, PathBuf};

/// Crates and modules, and where alone they may be used.
const ONLY_IN: [(&str, &[&str]); 21] = [
    ("docx_rs", &["src/docx/"]),
    ("printpdf", &["src/pdf/"]),
    ("lopdf", &["src/pdf/"]),
    ("subsetter", &["src/pdf/"]),
    ("write_fonts", &["src/pdf/"]),
    ("handlebars::", &["src/wording/"]),
    ("skrifa", &["src/fonts"]),
    ("use png::", &["src/raster"]),
    ("use base64::", &["src/records/picture.rs"]),
    ("clap", &["src/cli/"]),
    ("std::fs", &["src/cli/"]),
    ("std::env", &["src/cli/"]),
    ("std::time", &["src/cli/"]),
    ("std::thread", &["src/batch/"]),
    ("calamine::", &["src/cli/"]),
    ("csv::", &["src/cli/"]),
    ("encoding_rs::", &["src/cli/"]),
    ("indicatif::", &["src/cli/"]),
    ("toml::", &["src/cli/"]),
    ("crate::cli", &["src/cli/"]),
    ("crate::compose", &["src/renderer.rs"]),
];

/// Rooms, and what they never use.
const NEVER: [(&str, &[&str]); 9] = [
    ("src/docx/", &["crate::layout", "crate::pdf", "crate::records", "crate::wording"]),
    ("src/layout/", &["crate::docx", "crate::pdf", "crate::records", "crate::wording"]),
    (
        "src/pdf/",
        &["crate::docx", "crate::rules", "crate::records", "crate::wording", "tree::Tree", "tree::Block"],
    ),
    ("src/records/", &["crate::tree", "crate::wording", "crate::layout", "crate::docx", "crate::pdf"]),
    (
        "src/scoring/",
        &["crate::records", "crate::rules", "crate::tree", "crate::wording", "crate::layout", "crate::fonts"],
    ),
    (
        "src/text/",
        &["crate::tree", "crate::rules", "crate::records", "crate::error", "crate::units", "crate::wording"],
    ),
    (
        "src/tree/",
        &["crate::rules", "crate::records", "crate::wording", "crate::docx", "crate::layout", "crate::fonts"],
    ),
    ("src/units.rs", &["crate::"]),
    ("src/raster", &["crate::"]),
];

#[test]
fn rooms_keep_their_doors() {
    let mut wrong = Vec::new();
    for path in sources(Path::new("src")) {
        let name = path.to_string_lossy().replace('\\', "/");
        for (number, line) in code(&path).iter().enumerate() {
            let at = format!("{name}:{}: {line}", number + 1);
            for (item, rooms) in ONLY_IN {
                if line.contains(item) && !rooms.iter().any(|room| name.starts_with(room)) {
                    wrong.push(at.clone());
                }
            }
            for (room, items) in NEVER {
                if name.starts_with(room) && items.iter().any(|item| line.contains(item)) {
                    wrong.push(at.clone());
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_file_grows_beyond_400_lines() {
    for path in sources(Path::new("src")) {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= 400, "{} has {lines} lines", path.display());
    }
}

/// The lines of a source that are neither comments nor tests.
fn code(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    // Tests in a file of their own may use what those at the end of a file may.
    if path.file_name().is_some_and(|name| name == "tests.rs") {
        return Vec::new();
    }
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines()
        .map(|line| if line.trim_start().starts_with("//") { String::new() } else { line.to_owned() })
        .collect()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}
