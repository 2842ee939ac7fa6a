//! Which module may use which (DESIGN.md, "What is never done?"), read from the sources.

use std::fs;
use std::path::{Path, PathBuf};

/// Where the command lies.
const COMMAND: &str = "crates/vanban-cli/src";

/// Crates and modules, and where alone they may be used.
const ONLY_IN: [(&str, &[&str]); 25] = [
    ("docx_rs", &["src/docx/"]),
    ("printpdf", &["src/pdf/"]),
    ("lopdf", &["src/pdf/"]),
    ("subsetter", &["src/pdf/"]),
    ("write_fonts", &["src/pdf/"]),
    ("handlebars::", &["src/wording/"]),
    ("skrifa", &["src/fonts"]),
    ("use png::", &["src/raster"]),
    ("base64::", &["src/parts/picture.rs", "src/svg/"]),
    ("clap", &[COMMAND]),
    ("std::fs", &[COMMAND]),
    ("std::env", &[COMMAND]),
    ("std::time", &[COMMAND]),
    ("std::thread", &["src/batch/", "crates/vanban-cli/src/folder/lock.rs", "crates/vanban-cli/src/serve/"]),
    ("csv::", &["src/table/"]),
    ("encoding_rs::", &["src/table/"]),
    ("indicatif", &[COMMAND]),
    ("toml::", &["src/forms/", "src/schema/toml_fault.rs", "src/schema/toml_text.rs", "src/table/", COMMAND]),
    ("rust_xlsxwriter", &["src/table/fillin/"]),
    ("zip::", &["src/opc/", "src/batch/", "src/forms/folder.rs", "src/table/"]),
    ("quick_xml", &["src/opc/", "src/wording/", "src/pdf/metadata.rs", "src/table/"]),
    ("std::net", &["crates/vanban-cli/src/serve/", "crates/vanban-cli/src/words/service.rs"]),
    ("tokio", &["crates/vanban-cli/src/serve/"]),
    ("axum", &["crates/vanban-cli/src/serve/"]),
    ("crate::compose", &["src/renderer.rs", "src/renderer/"]),
];

/// The levels, from the lowest: a module uses modules of its own level and of lower ones, without cycles.
const FLOORS: [&[&str]; 15] = [
    &["text", "units", "raster", "schema", "error", "path", "deflate", "opc", "kept"],
    &["fonts", "tree"],
    &["profile"],
    &["parts"],
    &["rules"],
    &["scoring"],
    &["kinds"],
    &["wording"],
    &["forms"],
    &["compose"],
    &["layout"],
    &["docx", "pdf", "svg"],
    &["beside", "carried", "check", "document", "fits", "preview", "renderer"],
    &["chain", "batch", "collect", "register", "table"],
    &["guide"],
];

/// What a module never uses, though it is on a lower level.
const NEVER: [(&str, &[&str]); 12] = [
    (
        "src/docx/",
        &["crate::layout", "crate::pdf", "crate::parts", "crate::kinds", "crate::wording", "crate::rules"],
    ),
    ("src/layout/", &["crate::parts", "crate::kinds", "crate::wording", "crate::rules"]),
    (
        "src/pdf/",
        &[
            "crate::docx",
            "crate::rules",
            "crate::profile",
            "crate::parts",
            "crate::kinds",
            "crate::wording",
            "tree::Tree",
            "tree::Block",
        ],
    ),
    (
        "src/svg/",
        &[
            "crate::docx",
            "crate::pdf",
            "crate::rules",
            "crate::profile",
            "crate::parts",
            "crate::kinds",
            "crate::tree",
        ],
    ),
    ("src/profile/", &["crate::fonts"]),
    ("src/parts/", &["crate::tree", "crate::fonts"]),
    ("src/kinds/", &["crate::tree", "crate::fonts"]),
    ("src/scoring/", &["crate::profile", "crate::parts", "crate::rules", "crate::tree", "crate::fonts"]),
    ("src/text/", &["crate::error", "crate::units"]),
    ("src/tree/", &["crate::fonts"]),
    ("src/units.rs", &["crate::"]),
    ("src/raster", &["crate::"]),
];

#[test]
fn rooms_use_what_lies_below() {
    let (mut wrong, mut uses) = (Vec::new(), Vec::new());
    for path in sources(Path::new("src")) {
        let Some(own) = room(&path).filter(|own| *own != "lib").map(str::to_owned) else {
            continue;
        };
        let floor = floor(&own);
        for (number, line) in code(&path).iter().enumerate() {
            for used in line.split("crate::").skip(1).map(name) {
                let Some(below) = FLOORS.iter().position(|floor| floor.contains(&used)) else { continue };
                if below > floor {
                    wrong.push(format!("{}:{}: {line}", path.display(), number + 1));
                }
                if used != own && !uses.contains(&(own.clone(), used.to_owned())) {
                    uses.push((own.clone(), used.to_owned()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for (first, used) in &uses {
        assert!(!reaches(&uses, used, first), "{first} and {used} use each other");
    }
}

fn floor(room: &str) -> usize {
    FLOORS.iter().position(|floor| floor.contains(&room)).unwrap_or_else(|| panic!("{room} has no floor"))
}

/// The module of a source: the folder, or the file, below `src`.
fn room(path: &Path) -> Option<&str> {
    path.strip_prefix("src")
        .ok()?
        .components()
        .next()?
        .as_os_str()
        .to_str()
        .map(|name| name.trim_end_matches(".rs"))
}

/// The name with which a path begins.
fn name(path: &str) -> &str {
    path.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}

fn reaches(uses: &[(String, String)], from: &str, to: &str) -> bool {
    let (mut seen, mut open) = (vec![from], vec![from]);
    while let Some(room) = open.pop() {
        if room == to {
            return true;
        }
        for (_, next) in uses.iter().filter(|(user, _)| user == room) {
            if !seen.contains(&next.as_str()) {
                seen.push(next);
                open.push(next);
            }
        }
    }
    false
}

#[test]
fn rooms_keep_their_doors() {
    let mut wrong = Vec::new();
    for path in everything() {
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

/// What the layout finds out of a tree are hints: from compose on the tree can only be read.
#[test]
fn nobody_writes_into_the_tree() {
    let tree = fs::read_to_string("src/tree/mod.rs").unwrap();
    let (_, fields) = tree.split_once("pub struct Tree {").unwrap();
    let (fields, _) = fields.split_once('}').unwrap();
    assert!(fields.contains("sections") && !fields.contains("pub"), "{fields}");
    for path in sources(Path::new("src")) {
        for (number, line) in code(&path).iter().enumerate() {
            let writes = ["&mut Tree", "&mut tree", "-> &mut Section", "-> &mut [Section]"];
            let found = writes.iter().any(|item| line.contains(item));
            assert!(!found, "{}:{}: {line}", path.display(), number + 1);
        }
    }
}

/// What a kind takes from sheets stands with the kind (`kinds/sheets.rs`).
#[test]
fn tables_know_no_kind_by_its_name() {
    let kinds: Vec<String> = vanban::kinds::built_in().map(|kind| format!("\"{}\"", kind.name())).collect();
    for path in sources(Path::new("src/table")) {
        for line in code(&path) {
            assert!(!kinds.iter().any(|kind| line.contains(kind)), "{}: {line}", path.display());
        }
    }
}

#[test]
fn no_file_grows_beyond_400_lines() {
    for path in everything() {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= 400, "{} has {lines} lines", path.display());
    }
}

/// The sources of the library and of the command.
fn everything() -> Vec<PathBuf> {
    [sources(Path::new("src")), sources(Path::new(COMMAND))].concat()
}

/// The lines of a source that are neither comments nor tests.
pub(crate) fn code(path: &Path) -> Vec<String> {
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

pub(crate) fn sources(folder: &Path) -> Vec<PathBuf> {
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
