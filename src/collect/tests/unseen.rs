//! What a reader of the words alone does not find.

use serde_json::json;

use super::made::{blank, changed, fillable, written};
use crate::kinds::{AnyRecord, Resolution};

pub(super) fn told(file: &[u8]) -> Vec<String> {
    let error = fillable().extract(file).unwrap_err();
    error.problems().iter().map(ToString::to_string).collect()
}

pub(super) fn form() -> Vec<u8> {
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
    let file = |kind: &str, part: &str| {
        let part = format!(
            r#"<w:x xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{part}</w:x>"#
        );
        super::made::with_part(&draft(), kind, &part)
    };
    let with = |kind: &str, part: &str| told(&file(kind, part));
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
    for number in ["2", "Trang 2/5", "Page 2 of 5", "- 2 -"] {
        let extracted = fillable().extract(&file("footer", &words(number))).unwrap();
        assert!(extracted.warnings.is_empty(), "{number}: {:?}", extracted.warnings);
    }
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
    // A box that its program has ticked, and that shows none.
    let torn = |printed: &str, data: &str| {
        let ticked = bound.replace("w14:val=\"0\"", "w14:val=\"1\"");
        let own = control("/a", Some(1), "☐").replace("</w:sdtPr>", &ticked);
        let field = format!("<field at=\"/a\" printed=\"{printed}\">{data}</field>");
        let field = fields(&paragraph(&own), &field).remove(0);
        (field.text.unwrap(), field.differs)
    };
    assert_eq!(torn("☐", "false"), ("true\nfalse".to_owned(), true));
    assert_eq!(torn("☒", "true"), ("true\nfalse".to_owned(), true));
    // The data says so as well: Word shows it when it opens the file.
    assert_eq!(torn("☐", "true"), ("true".to_owned(), false));
}

/// What is told of a form whose control for who was present holds this.
pub(super) fn told_of(content: &str) -> Vec<String> {
    told(&changed(&form(), |text| {
        let text = written(text, &[("/session/present", "_")]);
        text.replace("<w:r><w:t>_</w:t></w:r>", content)
    }))
}

#[test]
fn a_figure_that_is_no_plain_text_is_told() {
    let run =
        |properties: &str, text: &str| format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>");
    let (two, raised) = (run("", "2"), "<w:vertAlign w:val=\"superscript\"/>");
    let wrong = |said: &str| [format!("lỗi: có mặt: phải là số nguyên; hiện là “{said}”; có phải 2?")];
    let of = |content: &str| -> Vec<String> {
        told_of(content)
            .into_iter()
            .map(|line| line.split(" [").next().unwrap_or_default().to_owned())
            .collect()
    };
    assert_eq!(of(&(two.clone() + &run(raised, "1"))), wrong("2¹"));
    let moved = |half_points: i32| run(&format!("<w:position w:val=\"{half_points}\"/>"), "1");
    assert_eq!(of(&(two.clone() + &moved(6))), wrong("2¹"));
    assert_eq!(of(&(two.clone() + &moved(-6))), wrong("2₁"));
    let points = "<w:position w:val=\"6pt\"/><w:vertAlign w:val=\"baseline\"/>";
    assert_eq!(of(&(two.clone() + &run(points, "1"))), wrong("2¹"));
    let break_between = two.clone() + "<w:r><w:br w:type=\"page\"/></w:r>" + &run("", "1");
    assert_eq!(of(&break_between), ["lỗi: có mặt: phải là số nguyên; hiện là “2 1”; hãy ghi, ví dụ 22"]);
    let half = "<w:r><w:sym w:font=\"Symbol\" w:char=\"F0BD\"/></w:r>";
    assert_eq!(of(&(two.clone() + half)), wrong("2\u{f0bd}"));
    let math = "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";
    let fraction = format!(
        "<m:oMath {math}><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    );
    assert_eq!(
        of(&fraction).last().unwrap(),
        "lỗi: có mặt: có công thức (Equation) đọc được là “1/2”, chưa chắc đúng như trên trang; hãy xoá công thức, ghi bằng chữ, ví dụ 2/3"
    );
    let code = two
        + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>EQ \\f(1,2)</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    assert_eq!(
        of(&code),
        [
            "lỗi: có mặt: có trường của Word không đọc được: “EQ \\f(1,2)”; hãy xoá trường đó, ghi bằng chữ, ví dụ 2/3"
        ]
    );
}

#[test]
fn changes_by_two_people_in_one_field_are_told() {
    let ins = |author: &str, text: &str| {
        format!("<w:ins w:author=\"{author}\"><w:r><w:t>{text}</w:t></w:r></w:ins>")
    };
    let del = "<w:del w:author=\"An\"><w:r><w:delText>9</w:delText></w:r></w:del>";
    assert_eq!(
        told_of(&format!("{del}{}{}", ins("An", "2"), ins("Ba", "0"))),
        [
            "lỗi: có mặt: có sửa đổi chưa duyệt của nhiều người: “An” xoá “9”, “An” thêm “2”, “Ba” thêm “0”; hãy mở bằng Word, vào Review duyệt hoặc bỏ từng sửa đổi rồi lưu lại [quy ước; returned.two_values]"
        ]
    );
    let file = changed(&form(), |text| {
        let text = written(text, &[("/session/present", "_")]);
        text.replace("<w:r><w:t>_</w:t></w:r>", &ins("An", "23"))
    });
    let extracted = fillable().extract(&file).unwrap();
    assert_eq!(extracted.changes[0].after, "23");
    assert_eq!(
        extracted.warnings.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [
            "cảnh báo: có 1 ô mang sửa đổi chưa duyệt của “An”: phần mềm lấy như đã duyệt; hãy xem lại [quy ước; returned.text]"
        ]
    );
    // Of a sentence that is no field the paragraph is told, and who changed it.
    let beside = told(&changed(&draft(), |text| {
        let (_, end) = around(&text, PARAGRAPH);
        let at = end - "</w:p>".len();
        text[..at].to_owned() + &ins("An", " Một") + &ins("Ba", " hai") + &text[at..]
    }));
    assert!(
        beside
            .iter()
            .any(|line| line.contains("chưa duyệt của nhiều người: “An” thêm “Một”, “Ba” thêm “hai”")),
        "{beside:?}"
    );
}

#[test]
fn a_line_drawn_over_a_score_is_told() {
    let shape = "<w:r xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing/></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>";
    assert_eq!(
        told_of(&format!("<w:r><w:t>23</w:t></w:r>{shape}")),
        [
            "lỗi: có mặt: có hình trong ô, không đọc được chữ trong hình; hãy ghi bằng chữ [quy ước; returned.text]"
        ]
    );
}

#[test]
fn a_number_that_word_prints_before_a_paragraph_is_told() {
    let numbered = |list: &str| {
        changed(&draft(), |text| {
            let (begin, _) = around(&text, PARAGRAPH);
            let properties = begin + text[begin..].find("</w:pPr>").unwrap();
            let number = format!("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr>");
            text[..properties].to_owned() + &number + &text[properties..]
        })
    };
    let told = told(&numbered("1"));
    assert!(
        told.len() == 1 && told[0].contains("” có số thứ tự hoặc dấu đầu dòng tự động của Word"),
        "{told:?}"
    );
    assert!(fillable().extract(&numbered("0")).unwrap().changes.is_empty());
}

#[test]
fn a_number_that_a_style_prints_before_a_paragraph_is_told() {
    let styled = |style: &str, more: &str| {
        let file = changed(&draft(), |text| {
            let (begin, _) = around(&text, PARAGRAPH);
            let own = begin + text[begin..].find("<w:pStyle ").unwrap();
            let end = own + text[own..].find("/>").unwrap() + "/>".len();
            format!("{}<w:pStyle w:val=\"{style}\"/>{more}{}", &text[..own], &text[end..])
        });
        let list = "<w:style w:type=\"paragraph\" w:styleId=\"So\"><w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr></w:style>\
                    <w:style w:type=\"paragraph\" w:styleId=\"Con\"><w:basedOn w:val=\"So\"/></w:style></w:styles>";
        super::made::with_styles(&file, list)
    };
    for style in ["So", "Con"] {
        let told = told(&styled(style, ""));
        assert!(
            told.len() == 1 && told[0].contains("” có số thứ tự hoặc dấu đầu dòng tự động của Word"),
            "{told:?}"
        );
    }
    let none = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr>";
    assert!(fillable().extract(&styled("So", none)).unwrap().changes.is_empty());
}

#[test]
fn a_sentence_that_begins_as_a_prompt_is_none() {
    use super::fields;
    use crate::collect::fixture::{control, paragraph};
    let says = |text: &str| {
        let own = control("/a", Some(1), text).replace("</w:sdtPr>", "<w:showingPlcHdr/></w:sdtPr>");
        fields(&paragraph(&own), r#"<field at="/a" printed="……" open="1"></field>"#).remove(0).text.unwrap()
    };
    for prompt in [
        "Bấm hoặc gõ nhẹ vào đây để nhập văn bản.",
        "Click or tap here to enter text.",
        "Choose an item.",
        "Chọn một mục.",
    ] {
        assert_eq!(says(prompt), "", "{prompt}");
    }
    for sentence in ["Chọn một mục tiêu cụ thể để chỉ đạo.", "Bấm vào mục tài liệu trên trang của đảng uỷ."]
    {
        assert_eq!(says(sentence), sentence);
    }
}
