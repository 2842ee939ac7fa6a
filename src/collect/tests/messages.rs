//! What is said to the office names no key and no mark of JSON, whatever is written into whatever field.

use super::made::{changed, fillable, written};
use crate::collect::Returned;
use crate::collect::values::is_exact;
use crate::kinds::{AnyRecord, Record, built_in};

/// A record of the kind as it is sent: all of it open where a draft may be, else as its example has it.
fn sent(example: &str) -> Vec<AnyRecord> {
    let mut draft: serde_json::Value = serde_json::from_str(example).unwrap();
    let mut records: Vec<AnyRecord> = AnyRecord::from_json(example).into_iter().collect();
    if let Some(fields) = draft.as_object_mut() {
        fields.insert("draft".to_owned(), 1.into());
        fields.shift_remove("number");
    }
    records.extend(AnyRecord::from_value(draft));
    records
}

#[test]
fn no_message_names_a_key_of_json() {
    let renderer = fillable();
    let blank = super::made::blank();
    let examples = built_in().filter_map(|kind| kind.example()).flat_map(sent);
    let (mut seen, mut told) = (std::collections::BTreeSet::new(), Vec::new());
    for record in examples.chain([blank]) {
        let Ok(file) = renderer.render(&record).and_then(|document| document.to_docx()) else { continue };
        let fields = Returned::open(&file).unwrap().fields().to_vec();
        for field in fields.iter().filter(|field| is_exact(record.kind(), &field.at)) {
            let leaf = field.at.rsplit('/').next().unwrap_or_default().to_owned();
            if !seen.insert(leaf) {
                continue;
            }
            for words in ["xyz", "-3"] {
                let filled = changed(&file, |text| written(text, &[(&field.at, words)]));
                let Err(error) = renderer.extract(&filled) else { panic!("{}: {words}", field.at) };
                for problem in error.problems() {
                    let said = problem.to_string();
                    let said = said.rsplit_once(" [").unwrap().0;
                    assert!(!said.contains(['{', '}', '[', ']', '_', '"']), "{said}");
                    assert!(!said.contains("true") && !said.contains("false"), "{said}");
                    told.push(said.to_owned());
                }
            }
        }
    }
    for said in [
        "lỗi: số văn bản: phải là số nguyên; hiện là “xyz”; hãy ghi, ví dụ 5",
        "lỗi: số văn bản: phải từ 0 trở lên; hiện là -3",
    ] {
        assert!(told.iter().any(|own| own == said), "{said}: {}", told.join("\n"));
    }
}
