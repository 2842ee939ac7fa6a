//! What the command itself says has two languages, and so has what is wrong with the shape of JSON; what else is wrong
//! with what an office wrote has one.

use std::fs;
use std::path::{Path, PathBuf};

use super::{command, folder, run};
use crate::project;

/// Files whose Vietnamese needs no English: what is asked at the terminal, what is written into records and into
/// `vanban.toml`, what is wrong with what an office wrote, and the Vietnamese of usage itself.
const OFFICES: [&str; 10] = [
    "commented.rs",
    "lang.rs",
    "new/skeleton.rs",
    "office/fonts.rs",
    "office/init.rs",
    "office/mod.rs",
    "office/questions.rs",
    "office/reader.rs",
    "summarize/told.rs",
    "welcome.rs",
];

/// Lines elsewhere that are likewise: a question, a value, the name of what an office wrote.
const LIKEWISE: [&str; 12] = [
    "person.",
    "của kỳ nào?",
    "json!(",
    "\"quy ước\"",
    "# Cột ",
    "Cột {question}",
    "có bộ tiêu chí",
    "(tối đa {})",
    "office = ",
    "superior = ",
    "archive = ",
    "dòng {line}, cột {column}",
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.extension() {
            None if path.is_dir() => sources(&path, found),
            Some(extension) if extension == "rs" && !path.ends_with("tests.rs") => found.push(path),
            _ => {}
        }
    }
}

/// The source without comments, without its tests, and without what has two languages.
fn of_one_language(source: &str) -> String {
    let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut rest = lines.collect::<Vec<_>>().join("\n");
    for opening in ["said!(", "fixed!("] {
        while let Some(start) = rest.find(opening) {
            let (mut depth, mut quoted, mut escaped) = (1, false, false);
            let inside = rest[start + opening.len()..].char_indices().find(|&(_, c)| {
                match c {
                    _ if escaped => {}
                    '"' => quoted = !quoted,
                    '(' if !quoted => depth += 1,
                    ')' if !quoted => depth -= 1,
                    _ => {}
                }
                escaped = quoted && !escaped && c == '\\';
                depth == 0
            });
            let end = start + opening.len() + inside.map_or(0, |(at, _)| at);
            rest.replace_range(start..end, "");
        }
    }
    rest
}

fn is_vietnamese(text: &str) -> bool {
    // `…`, `“` and the like are of both.
    text.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
}

#[test]
fn every_sentence_of_the_command_has_two_languages() {
    let own = project("crates/vanban-cli/src");
    let mut files = Vec::new();
    sources(&own, &mut files);
    assert!(files.len() > 50);
    for file in files {
        let name = file.strip_prefix(&own).unwrap().to_string_lossy().replace('\\', "/");
        if OFFICES.contains(&name.as_str()) {
            continue;
        }
        for line in of_one_language(&fs::read_to_string(&file).unwrap()).lines() {
            let likewise = LIKEWISE.iter().any(|part| line.contains(part));
            // Of `words`, constants are questions, samples and words of either language.
            let constant = name.starts_with("words/") && !line.contains("format!");
            assert!(likewise || constant || !is_vietnamese(line), "{name}: {line}");
        }
    }
}

#[test]
fn what_is_wrong_with_the_shape_of_json_follows_the_language() {
    let folder = folder("shape-in-english");
    let mut record: serde_json::Value = serde_json::from_str(&super::case("draft_smallest")).unwrap();
    record["plce"] = 1.into();
    record["place"] = serde_json::Value::Null;
    fs::write(folder.join("a.json"), record.to_string()).unwrap();
    fs::write(folder.join("b.json"), "{\n\"kind\": \"resolution\"\n\"format\": 1}").unwrap();
    let shape = "error: plce: there is no field “plce”; did you mean “place”? [shape.unknown_field]";
    let rule = "lỗi: place (địa danh): mục này bắt buộc mà để trống; hãy ghi nội dung [quy ước; text.empty]";
    let syntax = "error: line 3, column 1: a comma is missing; add one at the end of line 2 [shape.syntax]";
    let vanban =
        |arguments: &str| run(command().current_dir(&folder).args(arguments.split(' ')).output().unwrap());
    let all = format!("a.json: {rule}\na.json: {shape}\nb.json: {syntax}\n");
    let checked = vanban("--lang en check a.json b.json");
    assert_eq!((checked.status, checked.out), (1, all.clone()));
    let rendered = vanban("--lang en render a.json b.json -o out");
    assert_eq!((rendered.status, rendered.err), (1, all));
    for way in ["next b.json", "issue b.json --number 1 --date 5/6/2026"] {
        let told = vanban(&format!("--lang en {way}"));
        assert_eq!((told.status, told.err), (1, format!("b.json: {syntax}\n")), "{way}");
    }
    // JSON is the same in either, and so is the sentence of an office.
    let json = |language: &str| vanban(&format!("--lang {language} check --json a.json")).out;
    assert_eq!(json("en"), json("vi"));
    assert!(json("en").contains("không có mục “plce”; có phải “place” (địa danh)?"));
    assert!(vanban("check b.json").out.starts_with("b.json: lỗi: dòng 3, cột 1: thiếu dấu phẩy"));
    // Who has a sheet never sees JSON.
    fs::write(folder.join("c.csv"), "Số;Ngày\nx;05/6/2026\n").unwrap();
    fs::write(folder.join("c.toml"), "[columns]\n\"Số\" = \"number\"\n\"Ngày\" = \"date\"\n").unwrap();
    let sheet = vanban("--lang en batch c.csv --kind notice --map c.toml -o sheet").err;
    assert!(sheet.contains("lỗi: cột “Số” (A2), “x”: phải là số nguyên; hiện là “x”"), "{sheet}");
    assert!(!sheet.contains("error"), "{sheet}");
}
