//! What is no plain text where a control was lost stops a field as it does within its control; texts that were moved.

use super::made::{blank, changed, exchanged, fillable, unwrapped, with_data, written};
use crate::collect::fixture::run;

fn form() -> Vec<u8> {
    fillable().render(&blank()).unwrap().to_docx().unwrap()
}

fn told(file: &[u8]) -> Vec<String> {
    let error = fillable().extract(file).unwrap_err();
    error.problems().iter().map(ToString::to_string).collect()
}

/// What is told of a form in which this stands in place of a control.
fn told_of(tag: &str, content: &str) -> Vec<String> {
    told(&changed(&form(), |text| unwrapped(text, tag, content)))
}

fn struck(text: &str) -> String {
    run(text).replace("<w:r>", "<w:r><w:rPr><w:strike/></w:rPr>")
}

#[test]
fn letters_struck_out_without_a_control_stop_their_field() {
    let said = |place: &str, words: &str| {
        [format!(
            "lỗi: {place}: có chữ bị gạch ngang hoặc bị ẩn: “{words}”; hãy xoá hẳn chữ đó, hoặc bỏ gạch ngang, bỏ ẩn rồi lưu lại [quy ước; returned.text]"
        )]
    };
    let hidden = run("3").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>");
    assert_eq!(told_of("/rows/1/self_score", &(run("1") + &struck("5"))), said("mục 1.1, điểm tự chấm", "5"));
    assert_eq!(
        told_of("/rows/1/note", &(struck("không ") + &run("đạt"))),
        said("mục 1.1, lý do trừ điểm", "không")
    );
    assert_eq!(told_of("/session/present", &(run("2") + &hidden)), said("có mặt", "3"));
    assert_eq!(told_of("/session/members", &(run("2") + &struck("6"))), said("tổng số đảng viên", "6"));
    let strengths = run("Có ") + &struck("không ") + &run("tốt");
    assert_eq!(told_of("/strengths/0", &strengths), said("ưu điểm 1", "không"));
}

#[test]
fn a_picture_and_a_code_without_a_control_stop_their_field() {
    for tag in ["/rows/1/self_score", "/session/present"] {
        let place = if tag == "/session/present" { "có mặt" } else { "mục 1.1, điểm tự chấm" };
        assert_eq!(
            told_of(tag, &(run("5") + "<w:r><w:drawing/></w:r>")),
            [format!(
                "lỗi: {place}: có hình trong ô, không đọc được chữ trong hình; hãy ghi bằng chữ [quy ước; returned.text]"
            )]
        );
        assert_eq!(
            told_of(tag, &(run("5") + "<w:fldSimple w:instr=\" EQ \\f(1,2) \"/>")),
            [format!(
                "lỗi: {place}: có trường của Word không đọc được: “EQ \\f(1,2)”; hãy xoá trường đó, ghi bằng chữ, ví dụ 2/3 [quy ước; returned.text]"
            )]
        );
    }
}

#[test]
fn changes_without_a_control_are_of_their_field() {
    let by = |deleted: &str, author: &str| {
        format!(
            "<w:del w:author=\"An\"><w:r><w:delText>{deleted}</w:delText></w:r></w:del><w:ins w:author=\"{author}\">{}</w:ins>",
            run("5")
        )
    };
    for (tag, place) in [("/rows/1/self_score", "mục 1.1, điểm tự chấm"), ("/session/present", "có mặt")]
    {
        assert_eq!(
            told_of(tag, &by("3", "Ba")),
            [format!(
                "lỗi: {place}: có sửa đổi chưa duyệt của nhiều người: “An” xoá “3”, “Ba” thêm “5”; hãy mở bằng Word, vào Review duyệt hoặc bỏ từng sửa đổi rồi lưu lại [quy ước; returned.two_values]"
            )]
        );
        let file = changed(&form(), |text| unwrapped(text, tag, &by("3", "An")));
        let extracted = fillable().extract(&file).unwrap();
        assert_eq!(extracted.changes[0].after, "5");
        assert_eq!(
            extracted.warnings.iter().map(ToString::to_string).collect::<Vec<_>>(),
            [
                "cảnh báo: có 1 ô mang sửa đổi chưa duyệt của “An”: phần mềm lấy như đã duyệt; hãy xem lại [quy ước; returned.text]"
            ]
        );
    }
}

#[test]
fn texts_that_stand_in_each_others_places_are_told() {
    let file = form();
    let moved = |filled: &[(&str, &str)]| {
        changed(&file, |text| exchanged(written(text, filled), "/strengths/0", "/shortcomings/0"))
    };
    let said = |own: &str, words: &str, other: &str| {
        format!(
            "lỗi: {own}: ô để điền ghi “{words}”, mà nằm ở chỗ của “{other}”; hãy hỏi lại nơi gửi, điền lại vào tệp đã gửi [quy ước; returned.two_values]"
        )
    };
    let (strong, weak) = (("/strengths/0", "Chuẩn bị tốt"), ("/shortcomings/0", "Ít phát biểu"));
    assert_eq!(told(&moved(&[strong])), [said("ưu điểm 1", strong.1, "hạn chế 1")]);
    let both = told(&moved(&[strong, weak]));
    assert_eq!(both.len(), 2, "{both:?}");
    assert!(both.contains(&said("hạn chế 1", weak.1, "ưu điểm 1")), "{both:?}");
    // Room that nobody wrote into says nothing.
    assert_eq!(fillable().extract(&moved(&[])).unwrap().changes, []);
    assert_eq!(
        fillable().extract(&changed(&file, |text| written(text, &[strong, weak]))).unwrap().changes.len(),
        2
    );
}

#[test]
fn figures_that_stand_in_each_others_places_are_asked_for() {
    let file = changed(&form(), |text| {
        let text = written(text, &[("/session/members", "26"), ("/session/present", "23")]);
        exchanged(text, "/session/members", "/session/present")
    });
    let said = told(&file);
    assert_eq!(
        said,
        [
            "lỗi: tổng số đảng viên: ô để điền ghi “26”, mà trên trang đọc là “có mặt: 26 đồng chí”; hãy hỏi lại nơi gửi, điền lại vào tệp đã gửi [quy ước; returned.two_values]",
            "lỗi: có mặt: ô để điền ghi “23”, mà trên trang đọc là “- Tổng số đảng viên: 23 đồng chí”; hãy hỏi lại nơi gửi, điền lại vào tệp đã gửi [quy ước; returned.two_values]",
        ]
    );
    // The data alone says the same.
    assert!(fillable().extract(&with_data(&form(), 8, "23")).is_ok());
}
