//! Boxes that were ticked, with their controls and without.

use super::made::{changed, exchanged, fillable, unwrapped, written};
use crate::collect::fixture::run;
use crate::kinds::built_in;

/// The example of a kind, to be filled in.
fn form(kind: &str) -> Vec<u8> {
    let examples = built_in().filter(|own| own.name() == kind).filter_map(|own| own.example());
    let forms = crate::forms::built_in().map(|form| form.kind()).filter(|own| own.name() == kind);
    let json = examples.chain(forms.filter_map(|own| own.example())).next().unwrap();
    let renderer = fillable();
    renderer.render(&renderer.read(json).unwrap()).unwrap().to_docx().unwrap()
}

fn told(file: &[u8], change: impl Fn(String) -> String) -> Vec<String> {
    match fillable().extract(&changed(file, change)) {
        Ok(extracted) => {
            assert_eq!(extracted.changes, []);
            Vec::new()
        }
        Err(error) => error.problems().iter().map(ToString::to_string).collect(),
    }
}

const NO_PLACE: &str =
    "mà bản ghi không có mục cho chỗ này; hãy ghi vào mục khác, hoặc bỏ [quy ước; returned.no_place]";

/// The box that says no, of an opinion.
fn no(file: &[u8]) -> String {
    let text = super::made::text(file);
    let at = text.find("Không đồng ý").unwrap();
    let tag = at + text[at..].find("<w:tag w:val=\"").unwrap() + "<w:tag w:val=\"".len();
    text[tag..].split('"').next().unwrap().to_owned()
}

#[test]
fn a_ticked_box_without_its_control_is_told() {
    let file = form("opinion_form");
    let no = no(&file);
    let ticked = [format!("lỗi: ô “Không đồng ý”: đã đánh dấu, {NO_PLACE}")];
    let lost = |shown: &str| told(&file, |text| unwrapped(text, &no, &run(shown)));
    for shown in ["☒", "☑", "x"] {
        assert_eq!(lost(shown), ticked, "{shown}");
    }
    assert_eq!(lost("☐"), [""; 0]);
    assert_eq!(lost("V"), [format!("lỗi: ô “Không đồng ý”: ghi “V”, {NO_PLACE}")]);
    assert_eq!(
        lost(""),
        [
            "lỗi: ô “Không đồng ý”: ô để điền không còn trong văn bản, dòng hoặc ô đã bị xoá; hãy điền lại vào tệp đã gửi [quy ước; returned.field_gone]"
        ]
    );
    // LibreOffice 7.4 drops the tags.
    let tagless = |text: String| {
        let tags = text.split("<w:tag ").skip(1).filter_map(|tag| tag.split("/>").next());
        tags.fold(text.clone(), |text, tag| text.replace(&format!("<w:tag {tag}/>"), ""))
    };
    assert_eq!(told(&file, tagless), [""; 0]);
    assert_eq!(told(&file, |text| tagless(written(text, &[(&no, "☒")]))), ticked);
}

#[test]
fn a_box_that_was_typed_beside_its_control_is_told() {
    let file = form("opinion_form");
    let no = no(&file);
    let beside = told(&file, |text| {
        let at = text.find(&format!("w:tag w:val=\"{no}\"")).unwrap();
        let begin = text[..at].rfind("<w:sdt>").unwrap();
        text[..begin].to_owned() + &run("☒ ") + &text[begin..]
    });
    assert_eq!(
        beside,
        [
            "lỗi: đoạn “Không đồng ý ☐” đã sửa thành “Không đồng ý ☒ ☐”; chỗ này không phải ô để điền; hãy sửa trong bản ghi, hoặc để như bản đã gửi [quy ước; returned.text]"
        ]
    );
}

#[test]
fn a_box_is_called_by_the_words_behind_it_where_they_are_its_own() {
    let file = form("self_review");
    let tick = |number: usize, shown: &str| {
        told(&file, |text| written(text, &[(&format!("/view/blank/{number}"), shown)]))
    };
    assert_eq!(tick(1, "☒"), [format!("lỗi: ô “Tốt” thứ 1: đã đánh dấu, {NO_PLACE}")]);
    assert_eq!(tick(4, "☒"), [format!("lỗi: ô “Xuất sắc” thứ 2: đã đánh dấu, {NO_PLACE}")]);
    assert_eq!(tick(13, "x"), [format!("lỗi: ô “Hoàn thành tốt nhiệm vụ” thứ 1: đã đánh dấu, {NO_PLACE}")]);
}

#[test]
fn a_ticked_box_that_stands_at_other_words_is_told_by_both() {
    let file = form("opinion_form");
    let no = no(&file);
    let number: usize = no.rsplit('/').next().unwrap().parse().unwrap();
    let yes = format!("/view/blank/{}", number - 1);
    let moved = |text: String| exchanged(text, &yes, &no);
    assert_eq!(told(&file, moved), [""; 0]);
    assert_eq!(
        told(&file, |text| moved(written(text, &[(&yes, "☒")]))),
        [
            "lỗi: ô “Không đồng ý”: đã đánh dấu, mà ô này trong bản đã gửi là ô “Đồng ý với dự thảo”; hãy hỏi lại nơi gửi, điền lại vào tệp đã gửi [quy ước; returned.no_place]"
        ]
    );
}
