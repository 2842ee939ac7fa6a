//! What to do is known of every problem: in its sentence, or in the table of remedies.

use std::collections::BTreeSet;
use std::fs;

/// The modules that find problems.
const ROOMS: [&str; 13] = [
    "rules",
    "kinds",
    "schema",
    "parts",
    "scoring",
    "chain",
    "collect",
    "table",
    "error",
    "fits.rs",
    "carried.rs",
    "renderer.rs",
    "renderer",
];

/// Where the command finds problems of its own.
const COMMAND: &str = "crates/vanban-cli/src/input.rs";

/// Every code of the sources.
pub fn codes() -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    every_literal(|_, literals, index| {
        codes.insert(literals[index].to_owned());
    });
    codes
}

#[test]
fn every_code_has_a_remedy() {
    let table = fs::read_to_string("src/error/remedies.tsv").unwrap();
    let known: BTreeSet<&str> = table.lines().filter_map(|line| Some(line.split_once('\t')?.0)).collect();
    let codes = codes();
    let mut wrong = Vec::new();
    every_literal(|path, literals, index| {
        let code = literals[index];
        // Behind the code stand path, clause and sentence.
        let said = literals[index + 1..].iter().take(4).take_while(|literal| !is_code(literal));
        if !known.contains(code) && !said.into_iter().any(|literal| literal.contains("hãy ")) {
            wrong.push(format!("{}: {code}", path.display()));
        }
    });
    assert!(codes.len() > 200, "{}", codes.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let unused: Vec<&&str> = known.iter().filter(|code| !codes.contains(**code)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

/// Each code in the sources of these modules, with the texts of its source and its place among them.
fn every_literal(mut see: impl FnMut(&std::path::Path, &[&str], usize)) {
    let command = std::path::PathBuf::from(COMMAND);
    for path in crate::house::sources(std::path::Path::new("src")).into_iter().chain([command.clone()]) {
        let room = path.components().nth(1).unwrap().as_os_str().to_str().unwrap().to_owned();
        if !ROOMS.contains(&room.as_str()) && path != command {
            continue;
        }
        let source = crate::house::code(&path).join("\n");
        let pieces: Vec<&str> = source.split('"').collect();
        // A place of the frame may be written as a code is.
        let literals: Vec<&str> = (pieces.chunks_exact(2))
            .map(|piece| if piece[0].trim_end().ends_with("stands_at(") { "" } else { piece[1] })
            .collect();
        // Tables, and what kinds take from them, name places in records and parts of files; their codes begin alike.
        let names_places = ["collect", "table"].contains(&room.as_str()) || path.ends_with("sheets.rs");
        let own = |literal: &&&str| {
            !names_places
                || literal.starts_with("table.")
                || literal.starts_with("shape.")
                || literal.starts_with("returned.")
        };
        let codes = literals.iter().enumerate().filter(|(_, literal)| is_code(literal) && own(literal));
        for (index, _) in codes {
            see(&path, &literals, index);
        }
    }
}

/// `signature.missing`: two words, a point between them. Places in a record are built as paths.
fn is_code(literal: &str) -> bool {
    let word = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_lowercase())
            && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
    };
    literal
        .split_once('.')
        .is_some_and(|(part, fault)| word(part) && word(fault) && !["tsv", "ini", "db"].contains(&fault))
}
