//! Form fields of Word 97-2003 that a program made of controls.

use super::fields;
use super::made::{blank, changed, fillable};
use crate::collect::Returned;
use crate::collect::fixture::{paragraph, run};

/// A form field: its bookmark, what it says of itself, what stands in it.
fn form_field(name: &str, data: &str, result: &str) -> String {
    format!(
        "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:name w:val='{name}'/>{data}</w:ffData></w:fldChar></w:r>\
         <w:r><w:instrText>FORMTEXT</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>\
         {result}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )
}

const TEXT: &str = "<w:textInput/>";
const BOX: &str = "<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>";
const LIST: &str =
    "<w:ddList><w:result w:val='1'/><w:listEntry w:val='4'/><w:listEntry w:val='5'/></w:ddList>";

/// What the fields `/session/present`, `/a`, `/b` say, the second of which is a box.
fn said(body: &str) -> Vec<Option<String>> {
    let slots = r#"<field at="/session/present" open="true" printed="…"></field><field at="/a" printed="☐">false</field><field at="/b" open="true" printed="…"></field>"#;
    fields(body, slots).into_iter().map(|field| field.text).collect()
}

fn some(texts: [&str; 3]) -> Vec<Option<String>> {
    texts.map(|text| Some(text.to_owned())).to_vec()
}

#[test]
fn they_are_of_the_fields_that_their_bookmarks_are_called_after() {
    let body = [
        form_field("b", LIST, ""),
        form_field("Session_Present", TEXT, &run("28")),
        form_field("a", BOX, ""),
    ];
    assert_eq!(said(&paragraph(&body.concat())), some(["28", "true", "5"]));
    // Five spaces are room.
    let empty = form_field("session_present", TEXT, &run("\u{2002}\u{2002}\u{2002}\u{2002}\u{2002}"));
    assert_eq!(said(&paragraph(&empty)), [Some(String::new()), None, None]);
}

#[test]
fn where_nothing_else_says_it_they_are_in_the_order_of_the_fields() {
    let all = |names: [&str; 3]| {
        let [one, two, three] = names;
        [form_field(one, TEXT, &run("28")), form_field(two, BOX, ""), form_field(three, LIST, "")].concat()
    };
    assert_eq!(said(&paragraph(&all(["Text1", "Check1", "Dropdown1"]))), some(["28", "true", "5"]));
    let two = form_field("Text1", TEXT, &run("28")) + &form_field("Check1", BOX, "");
    assert_eq!(said(&paragraph(&two)), [None, None, None]);
}

#[test]
fn elsewhere_they_are_text_that_is_found_by_its_row() {
    let file = fillable().render(&blank()).unwrap().to_docx().unwrap();
    let tag = "<w:tag w:val=\"/rows/1/self_score\"/>";
    let old = changed(&file, |text| {
        let at = text.find(tag).unwrap();
        let begin = text[..at].rfind("<w:sdt>").unwrap();
        let end = at + text[at..].find("</w:sdt>").unwrap() + "</w:sdt>".len();
        format!("{}{}{}", &text[..begin], form_field("Dropdown1", LIST, ""), &text[end..])
    });
    let returned = Returned::open(&old).unwrap();
    assert!(returned.fields().iter().any(|field| field.at == "/rows/1/self_score" && field.text.is_none()));
    let extracted = fillable().extract(&old).unwrap();
    let changes: Vec<(&str, &str)> =
        extracted.changes.iter().map(|change| (change.place.as_str(), change.after.as_str())).collect();
    assert_eq!(changes, [("mục 1.1, điểm tự chấm", "5")]);
}
