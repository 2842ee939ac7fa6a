//! Drafts that came back with opinions.

use super::made::{changed, fillable, with_part, written};
use crate::chain::Draft;
use crate::collect::{CollectedOpinions, Opinions};
use crate::kinds::{AnyRecord, Resolution};

const AT: &str = "/sections/2/items/0/paragraphs/0";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

fn draft() -> Resolution {
    let mut draft = Resolution::example();
    (draft.paper.draft, draft.paper.number) = (Some(1), None);
    draft
}

fn sent() -> Vec<u8> {
    fillable().render(&draft()).unwrap().to_docx().unwrap()
}

/// What files come to, each with who returned it.
fn collected(files: &[(&str, &str, Vec<u8>)]) -> CollectedOpinions {
    let renderer = fillable();
    let mut opinions = Opinions::new(&renderer, Draft::from_record(draft()).unwrap());
    for (name, who, file) in files {
        opinions.add(name, who, file);
    }
    opinions.collect().unwrap()
}

fn said(collected: &CollectedOpinions) -> Vec<String> {
    let comments = collected.commented.table().comments.iter();
    comments.map(|comment| format!("{}: {}", comment.commenter, comment.content)).collect()
}

fn of_one(file: Vec<u8>) -> Vec<String> {
    said(&collected(&[("a.docx", "A", file)]))
}

fn remarks(collected: &CollectedOpinions) -> Vec<String> {
    collected.remarks.iter().map(ToString::to_string).collect()
}

fn with_subject(words: &str) -> Vec<u8> {
    changed(&sent(), |text| written(text, &[("/subject", words)]))
}

#[test]
fn files_of_one_body_count_once_and_what_differs_is_told() {
    let [one, other] = ["về một", "về hai"].map(with_subject);
    let twice = collected(&[("a.docx", "Chi bộ 3", one.clone()), ("a (1).docx", "chi bộ  3", one.clone())]);
    assert_eq!(said(&twice).len(), 1);
    assert_eq!(
        remarks(&twice),
        [
            "cảnh báo: tệp “a (1).docx” và tệp “a.docx” của chi bộ  3 góp ý giống nhau; chỉ tính một lần [quy ước; returned.twice]"
        ]
    );
    let two = collected(&[("a.docx", "A", one), ("b.docx", "A", other), ("c.docx", "A", sent())]);
    assert_eq!((said(&two).len(), two.agreed.len()), (2, 0));
    assert_eq!(
        remarks(&two)[0],
        "cảnh báo: tệp “b.docx” và tệp “a.docx” cùng của A mà góp ý khác nhau; bảng ghi ý kiến của cả hai tệp, hãy hỏi lại A, bỏ tệp không còn đúng [quy ước; returned.conflict]"
    );
    let agreed = collected(&[("a.docx", "A", sent()), ("b.docx", "A", sent())]);
    assert_eq!((agreed.agreed, agreed.remarks.len()), (vec!["A".to_owned()], 1));
}

#[test]
fn a_picture_in_a_field_is_an_opinion() {
    let file = changed(&sent(), |text| {
        let at = text.find(&format!("w:tag w:val=\"{AT}\"")).unwrap();
        let end = at + text[at..].find("</w:r>").unwrap();
        text[..end].to_owned() + "<w:drawing/>" + &text[end..]
    });
    let collected = collected(&[("a.docx", "A", file)]);
    let place = "mục 3, mục con 1, đoạn văn 1";
    assert_eq!(said(&collected), ["A: Đề nghị bổ sung “(hình)”"]);
    assert_eq!(
        remarks(&collected),
        [format!(
            "cảnh báo: {place}: tệp “a.docx”: có hình trong ô, không đọc được chữ trong hình; hãy ghi bằng chữ [quy ước; returned.text]"
        )]
    );
    assert!(collected.agreed.is_empty());
}

/// The draft with comments, given as runs, the first of them about the first words of a paragraph.
fn commented(comments: &[&str]) -> Vec<u8> {
    let marked = changed(&sent(), |text| {
        let at = text.find(&format!("w:tag w:val=\"{AT}\"")).unwrap();
        let run = at + text[at..].find("<w:r>").unwrap();
        let end = run + text[run..].find("</w:r>").unwrap() + "</w:r>".len();
        text[..run].to_owned()
            + "<w:commentRangeStart w:id=\"0\"/><w:r><w:t>Bỏ câu này. </w:t></w:r><w:commentRangeEnd w:id=\"0\"/>"
            + &text[run..end]
            + "<w:r><w:commentReference w:id=\"1\"/></w:r>"
            + &text[end..]
    });
    let comments = comments.iter().enumerate();
    let comments = comments.map(|(id, runs)| {
        format!("<w:comment w:id=\"{id}\" w:author=\"B\"><w:p><w:r>{runs}</w:r></w:p></w:comment>")
    });
    let comments: String = comments.collect();
    with_part(&marked, "comments", &format!("<w:comments xmlns:w=\"{WORD}\">{comments}</w:comments>"))
}

#[test]
fn a_comment_says_what_it_is_about_and_all_of_its_words() {
    let said = |comments: &[&str]| of_one(commented(comments)).split_off(1);
    let text = "<w:t>Nêu rõ</w:t>";
    let all = said(&[text, text]);
    assert_eq!(all.len(), 2, "{all:?}");
    assert_eq!(all[0], "A: B, về “Bỏ câu này.”: Nêu rõ");
    // One that is tied to a place is about the paragraph.
    assert!(
        all[1].starts_with("A: B, về “1. Bỏ câu này. Chi bộ ") && all[1].ends_with("”: Nêu rõ"),
        "{all:?}"
    );
    for (runs, words) in [
        ("<w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>", "a b c-d"),
        ("<w:drawing/>", "(hình)"),
        ("<w:rPr><w:strike/></w:rPr><w:t>cũ</w:t></w:r><w:r><w:t>mới</w:t>", "mới"),
        ("<w:rPr><w:strike/></w:rPr><w:t>cũ</w:t></w:r><w:r><w:t>cũ</w:t>", "cũcũ (chữ đã gạch: “cũ”)"),
    ] {
        assert_eq!(said(&[runs]), [format!("A: B, về “Bỏ câu này.”: {words}")]);
    }
}

#[test]
fn a_file_that_the_table_cannot_take_is_told_and_the_others_are_taken() {
    let legacy = with_subject("C¸c buæi sinh ho¹t chi bé ®\u{AD}îc chuÈn bÞ chu ®¸o");
    let collected = collected(&[("a.docx", "A", legacy), ("b.docx", "B", with_subject("về một"))]);
    assert_eq!(said(&collected).len(), 1);
    let refused = &collected.refused[0];
    assert_eq!((refused.file.as_str(), refused.problems[0].code), ("a.docx", "text.legacy_encoding"));
    assert!(refused.problems[0].to_string().starts_with("lỗi: chữ theo bảng mã TCVN3"));
}

#[test]
fn a_paragraph_that_was_deleted_with_its_mark_is_one_opinion() {
    let deleted = |id: &str| {
        changed(&sent(), |text| {
            let at = text.find(&format!("w:tag w:val=\"{id}\"")).unwrap();
            let begin = text[..at].rfind("<w:p>").unwrap();
            let end = begin + text[begin..].find("</w:p>").unwrap();
            let own = text[begin..end]
                .replacen("</w:pPr>", "<w:rPr><w:del w:id=\"900\" w:author=\"A\"/></w:rPr></w:pPr>", 1)
                .replace("<w:r>", "<w:del w:id=\"901\"><w:r>")
                .replace("</w:r>", "</w:r></w:del>")
                .replace("<w:t>", "<w:delText>")
                .replace("<w:t xml:space=\"preserve\">", "<w:delText>")
                .replace("</w:t>", "</w:delText>");
            text[..begin].to_owned() + &own + &text[end..]
        })
    };
    let all = of_one(deleted(AT));
    assert_eq!(all.len(), 1, "{all:?}");
    assert!(
        all[0].contains("mục 3, mục con 1, đoạn văn 1: đề nghị bỏ “") || all[0].contains("Mục 3"),
        "{all:?}"
    );
}

#[test]
fn a_paragraph_that_was_moved_is_one_opinion() {
    let mut json: serde_json::Value = serde_json::from_str(Resolution::EXAMPLE).unwrap();
    json["draft"] = 1.into();
    json.as_object_mut().unwrap().shift_remove("number");
    let own = json["sections"][2]["items"][0]["paragraphs"].as_array_mut().unwrap();
    own.truncate(1);
    own.push("Đoạn sau cùng.".into());
    let draft = AnyRecord::from_value(json).unwrap();
    let draft = draft.downcast_ref::<Resolution>().unwrap().clone();
    let file = fillable().render(&draft).unwrap().to_docx().unwrap();
    let around = |text: &str, tag: &str| {
        let at = text.find(&format!("w:tag w:val=\"{tag}\"")).unwrap();
        (text[..at].rfind("<w:p>").unwrap(), at + text[at..].find("</w:p>").unwrap() + "</w:p>".len())
    };
    let moved = changed(&file, |text| {
        let last = AT.replace("paragraphs/0", "paragraphs/1");
        let ((a, b), (c, d)) = (around(&text, AT), around(&text, &last));
        [&text[..a], &text[c..d], &text[b..c], &text[a..b], &text[d..]].concat()
    });
    let renderer = fillable();
    let mut opinions = Opinions::new(&renderer, Draft::from_record(draft).unwrap());
    opinions.add("a.docx", "A", &moved);
    let all = said(&opinions.collect().unwrap());
    assert_eq!(all.len(), 1, "{all:?}");
    assert!(all[0].starts_with("A: Đề nghị chuyển chỗ “") && all[0].ends_with('”'), "{all:?}");
}
