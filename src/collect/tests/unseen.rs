//! What a reader of the words alone does not find.

use serde_json::json;

use super::made::{blank, changed, fillable, written};
use crate::kinds::{AnyRecord, Resolution};

fn told(file: &[u8]) -> Vec<String> {
    let error = fillable().extract(file).unwrap_err();
    error.problems().iter().map(ToString::to_string).collect()
}

fn form() -> Vec<u8> {
    fillable().render(&blank()).unwrap().to_docx().unwrap()
}

/// A draft with a paragraph of its own.
fn draft() -> Vec<u8> {
    let mut draft: serde_json::Value = serde_json::from_str(Resolution::EXAMPLE).unwrap();
    draft["draft"] = json!(1);
    draft.as_object_mut().unwrap().remove("number");
    fillable().render(&AnyRecord::from_value(draft).unwrap()).unwrap().to_docx().unwrap()
}

const PARAGRAPH: &str = "/sections/2/items/0/paragraphs/0";

/// The paragraph around the control with this tag: where it begins and ends.
fn around(text: &str, tag: &str) -> (usize, usize) {
    let at = text.find(&format!("w:tag w:val=\"{tag}\"")).unwrap();
    let begin = text[..at].rfind("<w:p>").unwrap();
    (begin, at + text[at..].find("</w:p>").unwrap() + "</w:p>".len())
}

#[test]
fn a_score_that_was_deleted_does_not_come_back() {
    let file = form();
    let both = |words: &str| {
        let filled = changed(&file, |text| written(text, &[("/session/present", words)]));
        super::made::with_data(&filled, 8, "23")
    };
    assert_eq!(
        told(&both("")),
        [
            "lỗi: có mặt: trong văn bản đã xoá, mà dữ liệu kèm tệp còn “23”; hãy hỏi lại nơi gửi, ghi một giá trị rồi lưu lại [quy ước; returned.two_values]"
        ]
    );
    // A program that writes the data alone leaves the dots.
    let extracted = fillable().extract(&super::made::with_data(&file, 8, "23")).unwrap();
    assert_eq!(extracted.changes[0].after, "23");
}

#[test]
fn dots_around_a_value_are_no_part_of_it_in_the_data_either() {
    let file = changed(&form(), |text| written(text, &[("/session/present", "…23…")]));
    let extracted = fillable().extract(&super::made::with_data(&file, 8, "…23…")).unwrap();
    assert_eq!(extracted.changes[0].after, "23");
}

#[test]
fn a_paragraph_that_was_copied_with_its_control_is_new_text() {
    let file = draft();
    let copied = |words: Option<&str>, before: bool| {
        changed(&file, |text| {
            let (begin, end) = around(&text, PARAGRAPH);
            let own = text[begin..end].to_owned();
            let copy = words.map_or(own.clone(), |words| written(own, &[(PARAGRAPH, words)]));
            let at = if before { begin } else { end };
            text[..at].to_owned() + &copy + &text[at..]
        })
    };
    let added = |words: &str| {
        format!(
            "lỗi: văn bản có thêm “1. {words}”; chỗ này không phải ô để điền; hãy sửa trong bản ghi, hoặc để như bản đã gửi [quy ước; returned.text]"
        )
    };
    assert_eq!(told(&copied(Some("Đoạn mới."), false)), [added("Đoạn mới.")]);
    assert_eq!(told(&copied(Some("Đoạn mới."), true)), [added("Đoạn mới.")]);
    let record: serde_json::Value = serde_json::from_str(Resolution::EXAMPLE).unwrap();
    let own = record.pointer(PARAGRAPH).unwrap().as_str().unwrap();
    assert_eq!(told(&copied(None, false)), [added(own)]);
}

#[test]
fn struck_out_and_hidden_words_are_told() {
    for mark in ["strike", "dstrike", "vanish"] {
        let file = changed(&form(), |text| {
            let text = written(text, &[("/session/present", "23")]);
            text.replace(
                "<w:r><w:t>23</w:t>",
                &format!("<w:r><w:rPr><w:{mark}/></w:rPr><w:t>2</w:t></w:r><w:r><w:t>3</w:t>"),
            )
        });
        assert_eq!(
            told(&file),
            [
                "lỗi: có mặt: có chữ bị gạch ngang hoặc bị ẩn: “2”; hãy xoá hẳn chữ đó, hoặc bỏ gạch ngang, bỏ ẩn rồi lưu lại [quy ước; returned.text]"
            ]
        );
    }
}

#[test]
fn what_is_no_word_is_told() {
    let put = |what: &str| {
        told(&changed(&draft(), |text| {
            let (_, end) = around(&text, PARAGRAPH);
            let at = end - "</w:p>".len();
            text[..at].to_owned() + what + &text[at..]
        }))
    };
    const DO: &str =
        "chỗ này không phải ô để điền; hãy ghi vào ô, hoặc để như bản đã gửi [quy ước; returned.text]";
    assert_eq!(
        put("<w:r><w:drawing/></w:r>"),
        [format!("lỗi: văn bản có thêm hình, không đọc được chữ trong hình; {DO}")]
    );
    assert_eq!(
        put("<w:altChunk/>"),
        [format!("lỗi: văn bản có chèn một tệp khác, không đọc được chữ trong tệp đó; {DO}")]
    );
    let math = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    let math = put(&format!("<m:oMath xmlns:m=\"{math}\"><m:r><m:t>x=2</m:t></m:r></m:oMath>"));
    assert!(math[0].contains("x=2”; chỗ này không phải ô để điền"), "{math:?}");
    let picture = changed(&form(), |text| {
        let text = written(text, &[("/session/present", "23")]);
        text.replace("<w:t>23</w:t>", "<w:t>23</w:t><w:drawing/>")
    });
    assert_eq!(
        told(&picture),
        [
            "lỗi: có mặt: có hình trong ô, không đọc được chữ trong hình; hãy ghi bằng chữ [quy ước; returned.text]"
        ]
    );
}

#[test]
fn what_stands_beside_the_text_is_told() {
    let with = |kind: &str, part: &str| {
        let part = format!(
            r#"<w:x xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{part}</w:x>"#
        );
        told(&super::made::with_part(&draft(), kind, &part))
    };
    const DO: &str =
        "chỗ này không phải ô để điền; hãy ghi vào ô, hoặc để như bản đã gửi [quy ước; returned.text]";
    let words = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    assert_eq!(
        with("footnotes", &format!("<w:footnote>{}</w:footnote>", words("Tăng thêm 20%."))),
        [format!("lỗi: văn bản có thêm chú thích “Tăng thêm 20%.”; {DO}")]
    );
    assert_eq!(
        with("comments", &format!("<w:comment w:author='An'>{}</w:comment>", words("Nêu rõ."))),
        [format!("lỗi: văn bản có nhận xét bên lề “An: Nêu rõ.”; {DO}")]
    );
    assert_eq!(
        with("footer", &words("MẬT")),
        [format!("lỗi: đầu trang hoặc chân trang có thêm “MẬT”; {DO}")]
    );
}

#[test]
fn a_box_may_be_typed_over() {
    use super::fields;
    use crate::collect::fixture::{control, paragraph};
    let bound = r#"<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr>"#;
    let says = |text: &str| {
        let own = control("/a", Some(1), text).replace("</w:sdtPr>", bound);
        fields(&paragraph(&own), r#"<field at="/a" printed="☐">false</field>"#).remove(0).text.unwrap()
    };
    for text in ["x", "X", "✓", "✔", "☑", "☒"] {
        assert_eq!(says(text), "true", "{text}");
    }
    for text in ["☐", "", " "] {
        assert_eq!(says(text), "false", "{text}");
    }
    assert_eq!(says("có"), "có");
}
