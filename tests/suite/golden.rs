//! Each case at each stage, compared with the text that was accepted. `UPDATE=1 cargo test golden`
//! accepts what there is now; the diff is the review.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use vanban::Stage;

/// Whether a case is the smallest record of its kind.
pub(crate) fn is_smallest(name: &str) -> bool {
    name.ends_with("_smallest")
}

/// Whether a case is the full record of its kind; the resolution's is an example's too.
pub(crate) fn is_full(name: &str) -> bool {
    (name.ends_with("_full") && name != "minutes_forum_full") || name == "resolution_every_part"
}

#[test]
fn every_stage_is_what_was_accepted() {
    let mut changed = Vec::new();
    for (name, json) in crate::cases() {
        let document = crate::render(&json);
        let docx = document.to_text(Stage::Docx).unwrap();
        for (stage, text) in [
            ("tree", document.to_text(Stage::Tree).unwrap()),
            ("pages", document.to_text(Stage::Pages).unwrap()),
            ("docx", docx),
        ] {
            compare(format!("tests/golden/{name}.{stage}.txt"), &text, &mut changed);
        }
        if !is_smallest(&name) && !is_full(&name) {
            continue;
        }
        // The same record after the other guidance. Its DOCX differs where its tree and the styles do.
        let mut record: Value = serde_json::from_str(&json).unwrap();
        let other = if record["profile"] == "hd36" { "hd05" } else { "hd36" };
        record["profile"] = json!(other);
        let document = crate::render(&record.to_string());
        for (stage, text) in [
            ("tree", document.to_text(Stage::Tree).unwrap()),
            ("pages", document.to_text(Stage::Pages).unwrap()),
        ] {
            compare(format!("tests/golden/{name}.{other}.{stage}.txt"), &text, &mut changed);
        }
    }
    assert!(changed.is_empty(), "{} stages changed:\n{}", changed.len(), changed.join("\n"));
}

fn compare(path: String, text: &str, changed: &mut Vec<String>) {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, text).unwrap();
    } else if let Some(difference) = difference(Path::new(&path), text) {
        changed.push(format!("{path}: {difference}"));
    }
}

/// The first line that is not the accepted one.
pub(crate) fn difference(path: &Path, text: &str) -> Option<String> {
    let Ok(accepted) = fs::read_to_string(path) else { return Some("there is no accepted text".to_owned()) };
    let (mut old, mut new) = (accepted.lines(), text.lines());
    for number in 1.. {
        match (old.next(), new.next()) {
            (None, None) => return None,
            (old, new) if old == new => {}
            (old, new) => return Some(format!("line {number}: accepted {old:?}, found {new:?}")),
        }
    }
    None
}
