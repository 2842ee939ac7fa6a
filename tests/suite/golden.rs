//! Each case at each stage, compared with the text that was accepted. `UPDATE=1 cargo test golden`
//! accepts what there is now; the diff is the review.

use std::fs;
use std::path::Path;

#[test]
fn every_stage_is_what_was_accepted() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut changed = Vec::new();
    for (name, json) in crate::cases() {
        let document = crate::render(&json);
        let stages = [
            ("tree", document.tree().to_string()),
            ("pages", document.show_pages()),
            ("docx", document.show_docx().unwrap()),
        ];
        for (stage, text) in stages {
            let path = format!("tests/golden/{name}.{stage}.txt");
            if update {
                fs::write(&path, &text).unwrap();
            } else if let Some(difference) = difference(Path::new(&path), &text) {
                changed.push(format!("{path}: {difference}"));
            }
        }
    }
    assert!(changed.is_empty(), "{} stages changed:\n{}", changed.len(), changed.join("\n"));
}

/// The first line that is not the accepted one.
fn difference(path: &Path, text: &str) -> Option<String> {
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
