//! Files that the library made, as other programs change them.

use serde_json::{Value, json};

use crate::chain::Draft;
use crate::collect::{Opinions, Returned, strip};
use crate::kinds::{AnyRecord, EvaluationForm, Resolution, built_in};
use crate::opc::{Change, Opened};
use crate::renderer::Renderer;

pub(super) fn fillable() -> Renderer {
    Renderer::new().with_fields(true)
}

/// The main part, changed.
pub(super) fn changed(file: &[u8], change: impl Fn(String) -> String) -> Vec<u8> {
    let mut parts = Opened::open(file).unwrap();
    let text = change(text(file)).into_bytes();
    parts
        .rewritten(|name| match name {
            "word/document.xml" => Change::Bytes(text.clone()),
            _ => Change::None,
        })
        .unwrap()
}

/// The file with other styles behind its own.
pub(super) fn with_styles(file: &[u8], styles: &str) -> Vec<u8> {
    let mut parts = Opened::open(file).unwrap();
    let text = String::from_utf8(parts.part("word/styles.xml").unwrap().unwrap()).unwrap();
    let text = text.replace("</w:styles>", styles).into_bytes();
    parts
        .rewritten(|name| match name {
            "word/styles.xml" => Change::Bytes(text.clone()),
            _ => Change::None,
        })
        .unwrap()
}

/// The file with another value in a field of its data, counted from 1.
pub(super) fn with_data(file: &[u8], number: usize, value: &str) -> Vec<u8> {
    let mut parts = Opened::open(file).unwrap();
    let text = String::from_utf8(parts.part("customXml/item1.xml").unwrap().unwrap()).unwrap();
    let (before, fields) = text.split_once("<fields>").unwrap();
    let mut fields: Vec<String> =
        fields.replace("<field/>", "<field></field>").split("<field>").map(str::to_owned).collect();
    fields[number] = format!("{value}{}", &fields[number][fields[number].find("</field>").unwrap()..]);
    let text = format!("{before}<fields>{}", fields.join("<field>")).into_bytes();
    parts
        .rewritten(|name| match name {
            "customxml/item1.xml" | "customXml/item1.xml" => Change::Bytes(text.clone()),
            _ => Change::None,
        })
        .unwrap()
}

/// The file with another part beside its text.
pub(super) fn with_part(file: &[u8], kind: &str, part: &str) -> Vec<u8> {
    let mut parts = Opened::open(file).unwrap();
    let relation = format!(
        r#"<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="own.xml"/></Relationships>"#
    );
    let mut package = crate::opc::Package::new();
    let names: Vec<String> = parts.names().map(str::to_owned).collect();
    for name in names {
        let own = parts.part(&name).unwrap().unwrap();
        let own = match name.as_str() {
            "word/_rels/document.xml.rels" => {
                String::from_utf8(own).unwrap().replace("</Relationships>", &relation).into_bytes()
            }
            _ => own,
        };
        package.store(&(&name, &own)).unwrap();
    }
    package.store(&("word/own.xml", part.as_bytes())).unwrap();
    package.finish().unwrap()
}

#[test]
fn every_kind_comes_back_as_it_went() {
    let mut wrong = Vec::new();
    for kind in built_in() {
        let Some(record) = kind.example().and_then(|json| AnyRecord::from_json(json).ok()) else { continue };
        for renderer in [Renderer::new(), fillable()] {
            let Ok(document) = renderer.render(&record) else { continue };
            let file = document.to_docx_with_data().unwrap();
            let returned = Returned::open(&file).unwrap();
            match renderer.extract(&file) {
                Ok(extracted)
                    if extracted.json == returned.record().unwrap() && extracted.changes.is_empty() => {}
                Ok(extracted) => wrong.push(format!("{}: {:?}", kind.name(), extracted.changes)),
                Err(error) => wrong.push(format!("{}: {error}", kind.name())),
            }
            let stripped = strip(&file).unwrap();
            assert_eq!(Returned::open(&stripped).unwrap().record(), None);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What leaves the office is what would have been made without fields, but for how the runs are cut.
#[test]
fn a_stripped_file_has_no_control_no_name_and_no_lock() {
    let protected = fillable().with_protected_fields(true);
    for renderer in [fillable(), protected] {
        let file = renderer.render(&blank()).unwrap().to_docx().unwrap();
        let filled = changed(&file, |text| written(text, &FILLED));
        let stripped = strip(&filled).unwrap();
        let mut parts = Opened::open(&stripped).unwrap();
        let names: Vec<String> = parts.names().map(str::to_owned).collect();
        assert!(
            !names.iter().any(|name| name.contains("glossary") || name.contains("customxml")),
            "{names:?}"
        );
        for name in names {
            let part = String::from_utf8_lossy(&parts.part(&name).unwrap().unwrap()).into_owned();
            for gone in ["<w:sdt", "<w:lock ", "<w:tag", "VanbanRoom", "urn:vanban", "documentProtection"] {
                assert!(!part.contains(gone), "{name}: {gone}");
            }
        }
        let text = |file: &[u8]| Returned::open(file).unwrap().paragraphs().collect::<Vec<_>>();
        assert_eq!(text(&stripped), text(&filled));
        assert_eq!(Returned::open(&stripped).unwrap().tables(), Returned::open(&filled).unwrap().tables());
        assert_eq!(strip(&stripped).unwrap(), stripped);
    }
}

#[test]
fn controls_of_other_people_stay_in_a_stripped_file() {
    let file = fillable().render(&blank()).unwrap().to_docx().unwrap();
    let own = "<w:p><w:sdt><w:sdtPr><w:tag w:val=\"tác giả\"/></w:sdtPr><w:sdtContent><w:r><w:t>An</w:t></w:r></w:sdtContent></w:sdt></w:p>";
    let file = changed(&file, |mut text| {
        text.insert_str(text.rfind("<w:sectPr").unwrap(), own);
        text
    });
    let stripped = strip(&file).unwrap();
    let text = Opened::open(&stripped).unwrap().part("word/document.xml").unwrap().unwrap();
    let text = String::from_utf8(text).unwrap();
    assert!(text.contains(own) && text.matches("<w:sdt>").count() == 1);
}

/// A blank form of August.
pub(super) fn blank() -> AnyRecord {
    let mut form: Value = serde_json::from_str(EvaluationForm::EXAMPLE).unwrap();
    for field in ["rows", "strengths", "shortcomings", "remedies", "held", "signature"] {
        form.as_object_mut().unwrap().remove(field);
    }
    form["session"] = json!({"variant": "regular"});
    form["date"] = json!({"day": "by_hand", "month": 6, "year": 2026});
    AnyRecord::from_value(form).unwrap()
}

/// What somebody fills into it: places and words.
const FILLED: [(&str, &str); 12] = [
    ("/date/day", "08"),
    ("/held/day", "02"),
    ("/session/duration", "135"),
    ("/session/members", "31"),
    ("/session/exempt", "3"),
    ("/session/present", "26"),
    ("/session/unexcused", "0"),
    ("/session/speakers", "14"),
    ("/session/targets/done", "11"),
    ("/session/targets/total", "11"),
    ("/rows/1/self_score", "5"),
    ("/strengths/0", "Chuẩn bị tốt"),
];

/// Writes into the controls with these tags, as python-docx does: the text alone.
pub(super) fn written(text: String, filled: &[(&str, &str)]) -> String {
    let mut text = text;
    for (tag, words) in filled {
        let at = text.find(&format!("w:tag w:val=\"{tag}\"")).unwrap_or_else(|| panic!("{tag}"));
        let begin = at + text[at..].find("<w:sdtContent>").unwrap();
        let end = begin + text[begin..].find("</w:sdtContent>").unwrap();
        let run = format!("<w:sdtContent><w:r><w:t>{words}</w:t></w:r>");
        text.replace_range(begin..end, &run);
    }
    text
}

/// The main part of a file.
pub(super) fn text(file: &[u8]) -> String {
    String::from_utf8(Opened::open(file).unwrap().part("word/document.xml").unwrap().unwrap()).unwrap()
}

/// Where the control with a tag begins and ends.
fn around(text: &str, tag: &str) -> (usize, usize) {
    let at = text.find(&format!("w:tag w:val=\"{tag}\"")).unwrap_or_else(|| panic!("{tag}"));
    let begin = text[..at].rfind("<w:sdt>").unwrap();
    (begin, at + text[at..].find("</w:sdt>").unwrap() + "</w:sdt>".len())
}

/// The text with this in place of the control with a tag.
pub(super) fn unwrapped(text: String, tag: &str, content: &str) -> String {
    let (begin, end) = around(&text, tag);
    text[..begin].to_owned() + content + &text[end..]
}

/// The text in which two controls stand in each other's places; the first one comes first.
pub(super) fn exchanged(text: String, first: &str, second: &str) -> String {
    let ((a, b), (c, d)) = (around(&text, first), around(&text, second));
    [&text[..a], &text[c..d], &text[b..c], &text[a..b], &text[d..]].concat()
}

/// The text without the controls around it.
fn without_controls(text: String) -> String {
    let mut kept = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find("<w:sdt>") {
        kept += &rest[..at];
        let content = rest.find("<w:sdtContent>").unwrap() + "<w:sdtContent>".len();
        rest = &rest[content..];
    }
    kept += rest;
    kept.replace("</w:sdtContent></w:sdt>", "")
}

fn taken(file: &[u8]) -> Value {
    let extracted = fillable().extract(file).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(extracted.changes.len(), FILLED.len());
    serde_json::from_str(&extracted.json).unwrap()
}

#[test]
fn a_form_is_filled_in_with_its_controls_and_without() {
    let file = fillable().render(&blank()).unwrap().to_docx().unwrap();
    let filled = changed(&file, |text| written(text, &FILLED));
    let json = taken(&filled);
    assert_eq!(json["date"]["day"], 8);
    assert_eq!(json["held"], json!({"day": 2, "month": 6, "year": 2026}));
    assert_eq!(json["session"]["targets"], json!({"done": 11, "total": 11}));
    assert_eq!(json["session"]["exempt"], 3);
    assert_eq!(json["rows"], json!([{"criterion": "1.1", "self_score": 5}]));
    assert_eq!(json["strengths"], json!(["Chuẩn bị tốt"]));
    // Somebody copied the text into another file; the record went along.
    let plain = changed(&filled, without_controls);
    assert!(Returned::open(&plain).unwrap().fields().iter().all(|field| field.text.is_none()));
    assert_eq!(taken(&plain), json);
}

#[test]
fn a_row_that_is_gone_is_told() {
    let file = fillable().render(&blank()).unwrap().to_docx().unwrap();
    let filled = changed(&file, |text| {
        let text = written(text, &FILLED);
        let at = text.find(">4.7<").unwrap();
        let begin = text[..at].rfind("<w:tr>").or(text[..at].rfind("<w:tr ")).unwrap();
        let end = at + text[at..].find("</w:tr>").unwrap() + "</w:tr>".len();
        text[..begin].to_owned() + &text[end..]
    });
    let error = fillable().extract(&filled).unwrap_err();
    let told: Vec<String> = error.problems().iter().map(ToString::to_string).collect();
    assert_eq!(
        told[0],
        "lỗi: mục 4.7, điểm tự chấm: ô để điền không còn trong văn bản, dòng hoặc ô đã bị xoá; hãy điền lại vào tệp đã gửi [quy ước; returned.field_gone]"
    );
    assert!(told[1].starts_with("lỗi: văn bản không còn “4.7”, "), "{}", told[1]);
}

#[test]
fn a_draft_that_was_corrected_comes_back_corrected() {
    let mut draft: Value = serde_json::from_str(Resolution::EXAMPLE).unwrap();
    draft["draft"] = json!(1);
    draft.as_object_mut().unwrap().remove("number");
    let draft = AnyRecord::from_value(draft).unwrap();
    let file = fillable().render(&draft).unwrap().to_docx().unwrap();
    let record: Value = serde_json::from_str(&draft.to_json().unwrap()).unwrap();
    let corrected = changed(&file, |text| written(text, &[("/subject", "lãnh đạo nhiệm vụ tháng 7")]));
    let extracted = fillable().extract(&corrected).unwrap();
    let json: Value = serde_json::from_str(&extracted.json).unwrap();
    assert_eq!(json["subject"], "lãnh đạo nhiệm vụ tháng 7");
    let change = &extracted.changes[0];
    assert_eq!(
        (change.before.as_str(), &change.after),
        (record["subject"].as_str().unwrap(), &"lãnh đạo nhiệm vụ tháng 7".to_owned())
    );
}

#[test]
fn a_paragraph_whose_control_is_lost_is_found_by_its_place() {
    let mut draft: Value = serde_json::from_str(Resolution::EXAMPLE).unwrap();
    draft["draft"] = json!(1);
    draft.as_object_mut().unwrap().remove("number");
    let draft = AnyRecord::from_value(draft).unwrap();
    let file = fillable().render(&draft).unwrap().to_docx().unwrap();
    let plain = changed(&file, without_controls);
    let extracted = fillable().extract(&plain).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(extracted.changes, []);
    // LibreOffice 7.4 drops the tag of what has a look of its own.
    let at = "/sections/2/items/0/paragraphs/0";
    let edited = changed(&file, |text| {
        let text = written(text, &[(at, "Chi bộ cụ thể hoá Nghị quyết.")]);
        text.replace(&format!("<w:tag w:val=\"{at}\"/>"), "")
    });
    let extracted = fillable().extract(&edited).unwrap_or_else(|error| panic!("{error}"));
    let json: Value = serde_json::from_str(&extracted.json).unwrap();
    assert_eq!(json.pointer(at).unwrap(), "Chi bộ cụ thể hoá Nghị quyết.");
}

#[test]
fn what_bodies_change_in_a_draft_are_their_comments() {
    let mut draft = Resolution::example();
    (draft.paper.draft, draft.paper.number) = (Some(1), None);
    let renderer = fillable();
    let file = renderer.render(&draft).unwrap().to_docx().unwrap();
    let corrected = changed(&file, |text| {
        let text = written(text, &[("/subject", "về trách nhiệm nêu gương")]);
        text.replacen("<w:sectPr", "<w:p><w:r><w:t>Bổ sung phụ lục.</w:t></w:r></w:p><w:sectPr", 1)
    });
    let mut other = Resolution::example();
    (other.paper.draft, other.paper.number) = (Some(2), None);
    let other = renderer.render(&other).unwrap().to_docx().unwrap();
    let draft = Draft::from_record(draft).unwrap();
    let subject = draft.record().paper.subject.to_string();
    let mut opinions = Opinions::new(&renderer, draft);
    opinions.add("a.docx", "Chi bộ 1", &file);
    opinions.add("b.docx", "Chi bộ 2", &corrected);
    opinions.add("c.docx", "Chi bộ 3", &other);
    opinions.add("Thumbs.db", "", b"");
    let collected = opinions.collect().unwrap();
    assert_eq!(
        (collected.agreed, collected.passed_over),
        (vec!["Chi bộ 1".to_owned()], vec!["Thumbs.db".to_owned()])
    );
    let comments: Vec<(&str, &str)> = (collected.commented.table().comments.iter())
        .map(|comment| (comment.commenter.as_str(), comment.content.as_str()))
        .collect();
    let short: String = subject.chars().take(10).collect();
    assert_eq!(comments.len(), 2);
    assert!(comments[0].1.starts_with(&format!("Trích yếu: đề nghị sửa “{short}")), "{comments:?}");
    assert!(comments[0].1.ends_with("thành “về trách nhiệm nêu gương”"), "{comments:?}");
    assert_eq!(comments[1], ("Chi bộ 2", "Đề nghị bổ sung “Bổ sung phụ lục.”"));
    assert_eq!(
        collected.refused[0].problems[0].to_string(),
        "lỗi: tệp mang bản dự thảo khác; hãy xin lại ý kiến về đúng bản dự thảo đã gửi [quy ước; returned.other_draft]"
    );
}

#[test]
fn comments_beside_the_text_are_comments() {
    let mut draft = Resolution::example();
    (draft.paper.draft, draft.paper.number) = (Some(1), None);
    let renderer = fillable();
    let file = renderer.render(&draft).unwrap().to_docx().unwrap();
    let note = r#"<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:author="Trần Thị Bình"><w:p><w:r><w:t>Nêu rõ thời hạn.</w:t></w:r></w:p></w:comment></w:comments>"#;
    let file = with_part(&file, "comments", note);
    let mut opinions = Opinions::new(&renderer, Draft::from_record(draft).unwrap());
    opinions.add("a.docx", "Chi bộ 1", &file);
    let collected = opinions.collect().unwrap();
    assert_eq!(collected.commented.table().comments[0].content.as_str(), "Trần Thị Bình: Nêu rõ thời hạn.");
}
