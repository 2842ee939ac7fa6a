//! The catalogue of problems, `docs/problems.md` and `vanban explain`: every code of the sources with what it means, its
//! clause, an example and what to do. The examples are sentences that rules gave: those which other tests hold, and
//! those of the inputs in `tests/problems.tsv`. `UPDATE=1` writes the catalogue; what codes mean stays as it was written.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;
use vanban::{AnyRecord, Problem};

/// What the library holds of each code: code, meaning, severity, clause, place, its term and sentence of an example.
const TABLE: &str = "src/error/catalogue.tsv";
const HEAD: &str = "code\tmeaning\tseverity\tclause\tpath\tterm\tmessage\n";
const INPUTS: &str = "tests/problems.tsv";

/// A sentence that a rule gave: severity, clause, place, its term, sentence.
type Said = [String; 5];

#[test]
fn every_code_is_in_the_catalogue() {
    let mut known: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in fs::read_to_string(TABLE).unwrap_or_default().lines().skip(1) {
        let mut columns = line.split('\t').map(str::to_owned);
        known.insert(columns.next().unwrap(), columns.collect());
    }
    let said = said();
    let (mut lines, mut wrong) = (vec![HEAD.to_owned()], Vec::new());
    for code in crate::remedies::codes() {
        let Some(examples) = said.get(&code) else {
            wrong.push(format!("{code}: no test holds a sentence of it; give an input in {INPUTS}"));
            lines.extend(known.get(&code).map(|columns| format!("{code}\t{}\n", columns.join("\t"))));
            continue;
        };
        let meaning = known.get(&code).map(|columns| columns[0].clone()).unwrap_or_default();
        if meaning.is_empty() {
            wrong.push(format!("{code}: {TABLE} does not say what it means ({})", examples[0][4]));
        }
        // An example stays as long as some test holds it.
        let kept = known.get(&code).and_then(|columns| examples.iter().find(|said| said[..] == columns[1..]));
        lines.push(format!("{code}\t{meaning}\t{}\n", kept.unwrap_or(&examples[0]).join("\t")));
    }
    let table = lines.concat();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(TABLE, &table).unwrap();
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let stale = "the catalogue is stale: UPDATE=1 cargo test --all-features --test suite catalogue";
    assert!(fs::read_to_string(TABLE).unwrap() == table, "{stale}");
}

/// A term stands once: not behind a field that has it for its name, nor before a sentence that begins with it.
#[test]
fn no_term_stands_twice_in_a_row() {
    let mut looked_at = 0;
    for entry in vanban::error::catalogue() {
        let Some(term) = entry.example.term.clone() else { continue };
        looked_at += 1;
        let told = entry.example.to_string().to_lowercase();
        for twice in [format!("({term}): {term} "), format!("{term} ({term})")] {
            assert!(!told.contains(&twice), "{told}");
        }
    }
    assert!(looked_at > 100, "{looked_at}");
}

/// A member of a team is a person, whose name is judged as any.
#[test]
fn the_names_of_a_team_are_judged() {
    let example = fs::read_to_string("examples/data/decision.json").unwrap();
    let mut record = json(&example);
    let articles = record["articles"].as_array_mut().unwrap();
    let at = articles.iter().position(|article| article.get("team").is_some()).unwrap();
    articles[at]["team"][0]["name"] = json("TS. Nguyễn Văn An");
    let problems = crate::renderer().check(&AnyRecord::from_value(record).unwrap());
    let path = format!("articles[{at}].team[0].name");
    let found = problems.iter().find(|it| it.path.to_string() == path).map(|it| it.code);
    assert_eq!(found, Some("person.name_has_title"));
}

/// The page is for the office; the library says what it says.
#[test]
fn the_page_says_what_the_library_says() {
    let mut page = "# Các vấn đề mà phần mềm báo\n\nMỗi mã một mục: nghĩa, mức, căn cứ, ví dụ, việc cần làm. `vanban explain MÃ` in một \
                    mục.\nTrang này do phép thử `catalogue` ghi ra (`UPDATE=1`), không sửa bằng tay.\n"
        .to_owned();
    for entry in vanban::error::catalogue() {
        let text = entry.to_string();
        let (code, rest) = text.split_once('\n').unwrap();
        let lines: Vec<String> = rest.lines().map(|line| format!("- {}\n", line.trim())).collect();
        page += &format!("\n## `{code}`\n\n{}", lines.concat());
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write("docs/problems.md", &page).unwrap();
    }
    assert!(fs::read_to_string("docs/problems.md").unwrap() == page, "docs/problems.md is stale: UPDATE=1");
}

/// Every sentence by its code: those of the inputs first, then those in the tests.
fn said() -> BTreeMap<String, Vec<Said>> {
    let mut said: BTreeMap<String, Vec<Said>> = BTreeMap::new();
    for problem in inputs().iter().map(ToString::to_string) {
        let own = told(&problem).unwrap_or_else(|| panic!("{problem}"));
        said.entry(own.0).or_default().push(own.1);
    }
    let mut paths: Vec<_> = ["tests", "crates", "src"]
        .into_iter()
        .flat_map(|folder| crate::house::sources(Path::new(folder)))
        .filter(|path| !path.ends_with("catalogue.rs"))
        .collect();
    paths.sort();
    let texts = paths.into_iter().flat_map(|path| literals(&fs::read_to_string(path).unwrap()));
    let golden = fs::read_to_string("tests/golden/missing_parts.txt").unwrap();
    for text in texts.chain([golden]) {
        for line in text.lines().filter(|line| !line.contains(['{', '\t'])) {
            let told = line.find("lỗi: ").or(line.find("cảnh báo: ")).and_then(|start| told(&line[start..]));
            if let Some((code, own)) = told {
                said.entry(code).or_default().push(own);
            }
        }
    }
    said
}

/// The problems of the inputs: a case, a place in it, and what stands there instead; nothing takes it away.
pub fn inputs() -> Vec<Problem> {
    let mut all = Vec::new();
    for line in fs::read_to_string(INPUTS).unwrap_or_default().lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let (case, changes) = columns.split_first().unwrap();
        let mut record = crate::records::record(case);
        for change in changes.chunks_exact(2) {
            let (outer, name) = change[0].rsplit_once('/').unwrap();
            let outer = record.pointer_mut(outer).unwrap_or_else(|| panic!("{line}"));
            match (outer, change[1]) {
                (Value::Object(fields), "") => drop(fields.remove(name)),
                (Value::Object(fields), value) => drop(fields.insert(name.to_owned(), json(value))),
                (Value::Array(items), value) => items[name.parse::<usize>().unwrap()] = json(value),
                _ => panic!("{line}"),
            }
        }
        match AnyRecord::from_value(record) {
            Ok(record) => all.extend(crate::renderer().check(&record)),
            Err(error) => all.extend(error.problems().iter().cloned()),
        }
    }
    all
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| Value::from(text))
}

/// Code and parts of a problem as it is printed.
fn told(problem: &str) -> Option<(String, Said)> {
    let (severity, rest) = problem.split_once(": ")?;
    // A path has no spaces, its term stands in brackets; what concerns the whole record has neither.
    let place = rest.split_once(": ").and_then(|(place, rest)| {
        let (path, term) = match place.split_once(" (") {
            Some((path, term)) => (path, term.strip_suffix(')')?),
            None => (place, ""),
        };
        (!path.contains(' ')).then_some((path, term, rest))
    });
    let (path, term, rest) = place.unwrap_or((".", "", rest));
    let (message, end) = rest.rsplit_once(" [")?;
    let (clause, code) = end.strip_suffix(']')?.rsplit_once("; ")?;
    let severity = if severity == "lỗi" { "error" } else { "warning" };
    Some((code.to_owned(), [severity, clause, path, term, message].map(str::to_owned)))
}

/// The texts in a Rust source.
pub fn literals(source: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut rest = source.chars().peekable();
    while let Some(c) = rest.next() {
        if c == '/' && rest.peek() == Some(&'/') {
            rest.by_ref().take_while(|c| *c != '\n').for_each(drop);
        } else if c == '\'' {
            // A letter in quotes, or a lifetime.
            if rest.next() == Some('\\') {
                rest.next();
            }
        } else if c == '"' {
            let mut text = String::new();
            while let Some(c) = rest.next().filter(|c| *c != '"') {
                match (c, rest.peek()) {
                    ('\\', Some('\n')) => while rest.next_if(|c| c.is_whitespace()).is_some() {},
                    ('\\', Some('n')) => text.push(if rest.next().is_some() { '\n' } else { ' ' }),
                    ('\\', _) => text.extend(rest.next()),
                    _ => text.push(c),
                }
            }
            all.push(text);
        }
    }
    all
}
