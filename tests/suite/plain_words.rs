//! Messages are in words of the office: none of a programmer's.

use std::fs;
use std::path::Path;

/// Words that no message has; what may follow makes another word of it.
const NEVER: [(&str, &[&str]); 4] =
    [("thư viện", &[]), ("chuỗi", &[]), ("ánh xạ", &[]), ("hằng", &["tháng", "năm", "quý", "tuần", "ngày"])];

#[test]
fn no_message_has_a_programmers_word() {
    let mut texts: Vec<(String, String)> = Vec::new();
    for folder in ["src", "crates/vanban-cli/src"] {
        for path in crate::house::sources(Path::new(folder)) {
            let code = crate::house::code(&path);
            // Names under which the documentation is searched are no messages.
            let code: Vec<String> = code.into_iter().filter(|line| !line.contains("doc(alias")).collect();
            let literals = crate::catalogue::literals(&code.join("\n"));
            texts.extend(literals.into_iter().map(|text| (path.display().to_string(), text)));
        }
    }
    for table in ["src/schema/terms.tsv", "src/error/remedies.tsv", "src/error/catalogue.tsv"] {
        texts.push((table.to_owned(), fs::read_to_string(table).unwrap()));
    }
    assert!(texts.len() > 5_000, "{}", texts.len());
    let wrong: Vec<String> = texts
        .iter()
        .flat_map(|(path, text)| found(text).into_iter().map(move |word| format!("{path}: {word}: {text}")))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn found(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase();
    let has = |(word, but): &(&str, &[&str])| {
        text.match_indices(word).any(|(at, _)| {
            let behind = text[at + word.len()..].trim_start();
            !but.iter().any(|rest| behind.starts_with(rest))
        })
    };
    NEVER.iter().filter(|never| has(never)).map(|(word, _)| *word).collect()
}

#[test]
fn words_are_found() {
    assert_eq!(found("Hằng “date”: chuỗi"), ["chuỗi", "hằng"]);
    assert_eq!(found("sinh hoạt hằng tháng"), [""; 0]);
}
