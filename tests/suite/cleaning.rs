//! Text is cleaned once, everywhere: what cannot be seen reaches neither file, whichever string of a record,
//! of a criteria set or of a wording holds it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;
use vanban::kinds::BallotPaper;
use vanban::scoring::CriteriaSet;
use vanban::{AnyRecord, Document, Renderer};

/// What must be in no file.
const HIDDEN: [char; 12] = [
    '\u{200b}', '\u{202e}', '\u{feff}', '\u{ad}', '\u{d0}', '\u{f0}', '\u{189}', '\u{256}', '\u{2060}',
    '\u{7}', '\u{85}', '\u{2011}',
];

/// The same text as a careless program hands it over: decomposed, with look-alikes of Đ and hidden characters
/// before, in and behind every word, and white space that is doubled.
fn dirty(text: &str) -> String {
    let mut dirty = String::from("\u{feff} \t");
    for (index, c) in text.nfd().enumerate() {
        let hidden = ["\u{200b}", "", "\u{202e}", "\u{ad}", "\u{7}", "\u{2060}\u{200f}", ""][index % 7];
        match (c, index % 2) {
            ('Đ', 0) => dirty.push('\u{d0}'),
            ('Đ', _) => dirty.push('\u{189}'),
            ('đ', 0) => dirty.push('\u{f0}'),
            ('đ', _) => dirty.push('\u{256}'),
            ('-', 0) => dirty.push('\u{2011}'),
            (' ', _) => dirty.push_str("\u{2003} \u{200b} "),
            (c, _) => dirty.push(c),
        }
        dirty.push_str(hidden);
    }
    dirty + "\u{200b}\u{a0}"
}

/// Puts `change` of it in the place of each string that is text, as far as `still` holds the whole to be well:
/// a name of the format's own (`"by_hand"`, `"on_behalf_of"`) cannot be written otherwise. Gives the paths of
/// the texts, the elements of a list under one.
fn change_strings(
    whole: &mut Value,
    change: fn(&str) -> String,
    still: &dyn Fn(&Value) -> bool,
) -> BTreeSet<String> {
    let mut pointers = Vec::new();
    collect(whole, String::new(), &mut pointers);
    let mut changed = BTreeSet::new();
    for pointer in pointers {
        let given = whole.pointer(&pointer).unwrap().as_str().unwrap().to_owned();
        *whole.pointer_mut(&pointer).unwrap() = json!(change(&given));
        if still(whole) {
            changed.insert(general(&pointer));
        } else {
            *whole.pointer_mut(&pointer).unwrap() = json!(given);
        }
    }
    changed
}

fn collect(value: &Value, pointer: String, found: &mut Vec<String>) {
    match value {
        Value::String(_) if !pointer.ends_with("/png") => found.push(pointer),
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(i, value)| collect(value, format!("{pointer}/{i}"), found));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| collect(value, format!("{pointer}/{name}"), found));
        }
        _ => {}
    }
}

/// `/sections/0/items/1/heading` as `sections[].items[].heading`.
fn general(pointer: &str) -> String {
    let parts = pointer.split('/').skip(1);
    let parts =
        parts.map(|part| if part.parse::<usize>().is_ok() { "[]".to_owned() } else { format!(".{part}") });
    parts.collect::<String>().trim_start_matches('.').to_owned()
}

fn read(record: &Value) -> Option<AnyRecord> {
    AnyRecord::from_json(&record.to_string()).ok()
}

/// Every record of the library's own kinds among the cases, each text that a kind may have in one of them.
fn records() -> Vec<(String, Value)> {
    let cases = crate::cases();
    let read = |(name, json): (String, String)| {
        let mut record: Value = serde_json::from_str(&json).unwrap();
        for (_, pointer, value) in rare().iter().filter(|(case, ..)| *case == name) {
            match record.pointer_mut(pointer) {
                Some(there) => *there = value.clone(),
                None => {
                    let (parent, field) = pointer.rsplit_once('/').unwrap();
                    record.pointer_mut(parent).unwrap()[field] = value.clone();
                }
            }
        }
        (name, record)
    };
    cases.into_iter().map(read).collect()
}

/// Texts that no case has, with the case that gets them.
fn rare() -> [(&'static str, &'static str, Value); 6] {
    [
        ("plan_member", "/member/work_position", json!("Kiểm sát viên")),
        ("plan_member", "/schedule/rows/commitments/0/result", json!("Đã đọc, đã nộp")),
        ("plan_branches", "/schedule/rows/branches/0/attending", json!("Đồng chí Lê Văn Đô")),
        ("plan", "/schedule/rows/sessions/0/note", json!("Mời đại biểu")),
        (
            "decision",
            "/articles/0/team/0",
            json!({"name": "Lê Văn Đô", "position": "Bí thư", "role": "Tổ trưởng"}),
        ),
        ("ballot_smallest", "/choices", json!({"own": ["Đồng ý", "Không đồng ý"]})),
    ]
}

fn both(document: &Document) -> (Vec<u8>, Vec<u8>) {
    (document.to_docx().unwrap(), document.to_pdf().unwrap())
}

/// Everything that a reader may find in the two files: the parts of the DOCX, the words of the PDF, its
/// metadata and its outline.
fn readable(document: &Document) -> String {
    let (docx, pdf) = both(document);
    let mut all = String::new();
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    for index in 0..archive.len() {
        let mut part = Vec::new();
        archive.by_index(index).unwrap().read_to_end(&mut part).unwrap();
        all.push_str(&String::from_utf8_lossy(&part));
    }
    all.push_str(&crate::words::pdf_text(&pdf));
    let file = lopdf::Document::load_mem(&pdf).unwrap();
    for object in file.objects.values() {
        strings(object, &mut all);
        if let Ok(stream) = object.as_stream()
            && stream.dict.has_type(b"Metadata")
        {
            // The mark in its first line is XMP's own.
            all.push_str(&String::from_utf8_lossy(&stream.content).replacen("begin=\"\u{feff}\"", "", 1));
        }
    }
    all
}

/// The texts of a PDF's object.
fn strings(object: &lopdf::Object, all: &mut String) {
    match object {
        lopdf::Object::String(..) => all.extend(lopdf::decode_text_string(object)),
        lopdf::Object::Array(objects) => objects.iter().for_each(|object| strings(object, all)),
        lopdf::Object::Dictionary(fields) => fields.iter().for_each(|(key, object)| {
            // Its two halves are bytes.
            if key != b"ID" {
                strings(object, all);
            }
        }),
        _ => {}
    }
}

fn hidden_in(text: &str) -> Vec<char> {
    text.chars().filter(|c| HIDDEN.contains(c)).collect()
}

#[test]
fn dirty_text_makes_the_files_of_clean_text() {
    let mut seen: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, record) in records() {
        let clean = crate::renderer().render(&read(&record).unwrap()).unwrap();
        let mut changed = record.clone();
        let paths = change_strings(&mut changed, dirty, &|record| read(record).is_some());
        seen.entry(record["kind"].as_str().unwrap().to_owned()).or_default().extend(paths);
        assert!(!hidden_in(&changed.to_string()).is_empty());
        let document = crate::renderer().render(&read(&changed).unwrap());
        let document = document.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(document.file_name(), clean.file_name(), "{name}");
        assert!(both(&document) == both(&clean), "{name}");
        // The bytes of the others are those of clean text.
        if name.ends_with("_full") {
            assert_eq!(hidden_in(&readable(&document)), [], "{name}");
        }
    }
    // Every text of every type in a schema was one of them.
    let (mut known, mut met) = (BTreeSet::new(), BTreeSet::new());
    for kind in vanban::kinds::built_in() {
        let schema = kind.json_schema();
        let mut texts = BTreeMap::new();
        texts_of(&schema, &schema, (String::new(), kind.name().to_owned()), &mut Vec::new(), &mut texts);
        // In the outline a part of a part is one.
        let met_at = |path: &String| {
            let mut paths = seen[kind.name()].iter().map(|path| path.replace(".items[]", ""));
            seen[kind.name()].contains(path) || paths.any(|known| known == *path)
        };
        met.extend(texts.iter().filter(|(path, _)| met_at(path)).map(|(_, text)| text.clone()));
        known.extend(texts.into_values());
    }
    // A letter has no author line, and is refused with one.
    met.insert("official_letter.author_line".to_owned());
    let missed: Vec<_> = known.difference(&met).collect();
    assert!(known.len() > 150 && missed.is_empty(), "no case has {missed:?} of {}", known.len());
}

/// The texts that a schema has: for the path of each, its type and its place there. What holds itself is gone
/// into once.
fn texts_of<'a>(
    root: &'a Value,
    schema: &'a Value,
    (path, of): (String, String),
    followed: &mut Vec<&'a str>,
    found: &mut BTreeMap<String, String>,
) {
    if let Some(reference) = schema["$ref"].as_str() {
        if !followed.contains(&reference) {
            followed.push(reference);
            let target = root.pointer(reference.trim_start_matches('#')).unwrap();
            texts_of(root, target, (path, reference.to_owned()), followed, found);
            followed.pop();
        }
        return;
    }
    for choice in ["anyOf", "oneOf", "allOf"] {
        for part in schema[choice].as_array().into_iter().flatten() {
            texts_of(root, part, (path.clone(), of.clone()), followed, found);
        }
    }
    let types = &schema["type"];
    let is_text = types == "string" || types.as_array().is_some_and(|all| all.contains(&json!("string")));
    let is_name = ["enum", "const", "pattern"].iter().any(|word| schema.get(word).is_some());
    if is_text && !is_name && !path.ends_with(".png") {
        found.insert(path.trim_start_matches('.').to_owned(), of.clone());
    }
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        texts_of(root, field, (format!("{path}.{name}"), format!("{of}.{name}")), followed, found);
    }
    if let Some(items) = schema.get("items") {
        texts_of(root, items, (format!("{path}[]"), format!("{of}[]")), followed, found);
    }
}

/// Rules look for words, and a no-break space is a space.
#[test]
fn a_no_break_space_changes_no_judgement() {
    for (name, record) in records() {
        let mut held = record.clone();
        let held_of = |text: &str| text.replace(' ', "\u{a0}");
        change_strings(&mut held, held_of, &|record| read(record).is_some());
        // A line may not break at it: what has room is another matter.
        let told = |record: &Value| crate::renderer().check_rules(&read(record).unwrap());
        assert_eq!(told(&held), told(&record), "{name}");
    }
}

#[test]
fn a_no_break_space_of_the_record_is_printed() {
    let mut record: Value = serde_json::from_str(&crate::case("report_smallest")).unwrap();
    let sentence = "Chi\u{a0}bộ giao việc\u{a0}này phụ\u{a0}\u{a0}trách.";
    record["sections"][0]["paragraphs"] = json!([sentence]);
    record["issuer"]["name"] = json!("Chi bộ Công\u{a0}an");
    let document = crate::render(&record.to_string());
    let docx = readable(&document);
    assert!(docx.contains(sentence), "{docx}");
    // Copied out of the PDF and in what the files say of themselves it is a plain space.
    let words = crate::words::pdf_text(&document.to_pdf().unwrap());
    assert!(
        words.contains("CÔNG AN") && words.contains("phụ  trách") && !words.contains('\u{a0}'),
        "{words}"
    );
    assert!(docx.contains("<dc:creator>Chi bộ Công an</dc:creator>"));
}

/// What Unicode holds to be ignorable, what no reader shows, and what white space is not a plain one: each is
/// removed or is a space in both files, and what is removed is told.
#[test]
fn what_cannot_be_seen_is_in_no_file() {
    let removed = "\u{ad}\u{ad} \u{34f}\u{34f} \u{61c}\u{61c} \u{17b4}\u{17b5} \u{180b}\u{180f} \u{200b}\u{200f} \
                   \u{202a}\u{202e} \u{2060}\u{206f} \u{fe00}\u{fe0f} \u{feff}\u{feff} \u{fff0}\u{fffb} \
                   \u{1bca0}\u{1bca3} \u{1d173}\u{1d17a} \u{e0000}\u{e0fff} \0\u{8} \u{e}\u{1b} \u{7f}\u{84} \
                   \u{86}\u{9f} \u{fdd0}\u{fdef} \u{fffe}\u{ffff} \u{1fffe}\u{1ffff} \u{10fffe}\u{10ffff}";
    let spaces = "\t \n \u{b} \u{c} \r \u{85} \u{1680} \u{2000} \u{200a} \u{2028} \u{2029} \u{202f} \u{205f} \u{3000} \
                  \u{115f} \u{1160} \u{2800} \u{3164} \u{ffa0} \u{fffc}";
    let ends = |range: &str| (range.chars().next().unwrap(), range.chars().last().unwrap());
    let removed: Vec<char> =
        removed.split(' ').flat_map(|range| (ends(range).0..=ends(range).1).collect::<Vec<_>>()).collect();
    assert!(removed.len() > 4000);
    let spaces: Vec<char> = spaces.split(' ').map(|space| space.chars().next().unwrap()).collect();
    let with = |paragraphs: &[String]| {
        let mut record: Value = serde_json::from_str(&crate::case("report_smallest")).unwrap();
        record["sections"][0]["paragraphs"] = json!(paragraphs);
        let rows: Vec<[&String; 1]> = paragraphs.iter().map(|text| [text]).collect();
        record["sections"][0]["table"] = json!({"columns": [{"label": "Nội dung"}], "rows": rows});
        read(&record).unwrap()
    };
    // Inside a word, beside a space, at both ends.
    let given = |hidden: &[char]| {
        let hidden = String::from_iter(hidden);
        format!("{hidden}Chi{hidden} {hidden}b{hidden}ộ họp{hidden}.{hidden}")
    };
    let hidden: Vec<String> = removed.chunks(64).map(given).collect();
    let typed = vec!["Chi bộ họp.".to_owned(); hidden.len()];
    let render = |record: &AnyRecord| crate::renderer().render(record).unwrap();
    let document = render(&with(&hidden));
    assert!(both(&document) == both(&render(&with(&typed))));
    let told: BTreeSet<String> = document
        .warnings()
        .iter()
        .filter(|problem| problem.code == "text.removed")
        .map(|problem| problem.path.to_string())
        .collect();
    for index in 0..hidden.len() {
        assert!(told.contains(&format!("sections[0].paragraphs[{index}]")), "{index}");
        assert!(told.contains(&format!("sections[0].table.rows[{index}][0]")), "{index}");
    }
    let spaced: Vec<String> = spaces.iter().map(|c| format!("{c}Chi{c}{c}bộ {c}họp.{c}")).collect();
    let typed = vec!["Chi bộ họp.".to_owned(); spaces.len()];
    assert!(both(&render(&with(&spaced))) == both(&render(&with(&typed))));
}

#[test]
fn candidates_of_a_ballot_are_cleaned() {
    let ballot = |names: [&str; 3]| {
        let candidates: Vec<Value> = names.iter().map(|name| json!({ "name": name })).collect();
        let mut record: Value = serde_json::from_str(&crate::case("ballot_smallest")).unwrap();
        record["candidates"] = json!(candidates);
        record.as_object_mut().unwrap().remove("questions");
        BallotPaper::from_json(&record.to_string()).unwrap()
    };
    let given = ballot(["Nguyễn Văn \u{d0}ức", "Trần \u{202e}Quốc Cường", "Lê\u{200b}\u{a0}Thị Bình"]);
    let typed = ballot(["Nguyễn Văn Đức", "Trần Quốc Cường", "Lê\u{a0}Thị Bình"]);
    let render = |record: &BallotPaper| crate::renderer().render(record).unwrap();
    assert!(both(&render(&given)) == both(&render(&typed)));
    assert_eq!(hidden_in(&readable(&render(&given))), []);
    let told: Vec<String> = crate::renderer().check(&given).iter().map(ToString::to_string).collect();
    let look_alike = "có chữ trông như Đ/đ nhưng mã khác (Ð, Ɖ, ð, ɖ); đã thay bằng Đ/đ [05-HD/VPTW II.IV.1; text.look_alike]";
    let removed = "có ký tự điều khiển hoặc ký tự ẩn; đã bỏ [quy ước; text.removed]";
    let sentences = [look_alike, removed, removed];
    let told_of = |(index, sentence)| format!("cảnh báo: candidates[{index}].name (họ và tên): {sentence}");
    assert_eq!(told, sentences.iter().enumerate().map(told_of).collect::<Vec<_>>());
}

#[test]
fn one_candidate_is_one_whichever_space_the_name_has() {
    let mut record: Value = serde_json::from_str(&crate::case("ballot_smallest")).unwrap();
    record.as_object_mut().unwrap().remove("questions");
    record["candidates"] = json!([{"name": "Lê Thị Bình"}, {"name": "Lê\u{a0}Thị\u{a0}Bình"}]);
    let problems = crate::renderer().check(&read(&record).unwrap());
    assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), ["candidates.twice"]);
}

#[test]
fn criteria_sets_are_cleaned() {
    let form = AnyRecord::from_json(&crate::case("evaluation_full")).unwrap();
    let id = serde_json::from_str::<Value>(&form.to_json().unwrap()).unwrap()["criteria_set"].clone();
    let path = format!("templates/criteria/{}.json", id.as_str().unwrap());
    let typed: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut given = typed.clone();
    let paths = change_strings(&mut given, dirty, &|set| CriteriaSet::from_json(&set.to_string()).is_ok());
    for path in [
        "id",
        "name",
        "columns.number.label",
        "groups[].id",
        "groups[].criteria[].levels[].label",
        "ratings[].name",
    ] {
        assert!(paths.contains(path), "{path} is none of {paths:?}");
    }
    let render = |set: &Value| {
        let set = CriteriaSet::from_json(&set.to_string()).unwrap();
        Renderer::new().with_criteria(set).unwrap().render(&form).unwrap()
    };
    assert!(both(&render(&given)) == both(&render(&typed)));
    assert_eq!(hidden_in(&readable(&render(&given))), []);
}

#[test]
fn a_callers_wording_is_cleaned() {
    let plain = "<p>Đồng chí phụ trách - {{place}}.</p>{{#if (eq place \"Nhân Đạo\")}}<p>Đúng</p>{{/if}}";
    let given = "\u{feff}<p>\u{d0}ồng\u{200b} chi\u{301} \u{202e}phụ tra\u{301}ch \u{2011} &#8203;&#xAD;{{pla\u{200b}ce}}.</p>\
                 {{#if (eq place \"Nhân \u{200b}\u{d0}a\u{323}o\")}}<p>\u{189}u\u{301}ng&#8288;</p>{{/if}}";
    let mut record: Value = serde_json::from_str(&crate::case("ballot_smallest")).unwrap();
    record["place"] = json!("Nhân Đạo");
    let render = |template: &str| {
        let renderer = Renderer::new().with_wording("ballot_paper", template).unwrap();
        renderer.render(&BallotPaper::from_json(&record.to_string()).unwrap()).unwrap()
    };
    let (plain, given) = (render(plain), render(given));
    assert!(plain.words().contains("Đồng chí phụ trách - Nhân Đạo.\nĐúng"), "{}", plain.words());
    assert!(both(&plain) == both(&given));
}
