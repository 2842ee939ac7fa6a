//! What a frame must have: the exact sentences.

use super::shape::{Shape, shape};
use super::{ONE, hd36, renderer};

/// Every problem of a shape whose frame was changed, as it is printed.
fn problems(record: &Shape) -> Vec<String> {
    renderer().check(record).iter().map(ToString::to_string).collect()
}

#[test]
fn addressees_are_checked() {
    assert_eq!(
        problems(&shape("letter", &[])),
        ["lỗi: chưa ghi nơi gửi sau “Kính gửi:” hoặc “Kính trình:” \
          [05-HD/VPTW II.I.9.2.3; addressees.missing]"]
    );
    assert_eq!(
        problems(&shape("letter", &["- Đảng uỷ", "Ban Thường vụ;"])),
        [
            "lỗi: nơi gửi ghi không có gạch đầu dòng; phần mềm tự thêm \
             [05-HD/VPTW II.I.9.2.5; addressees.dash]",
            "lỗi: nơi gửi ghi không có dấu ở cuối; phần mềm tự thêm dấu “;” và dấu “.” \
             [05-HD/VPTW II.I.9.2.5; addressees.end_mark]",
        ]
    );
}

#[test]
fn what_a_letter_must_say() {
    assert_eq!(
        problems(&shape("bad_letter", &ONE)),
        [
            "cảnh báo: trích yếu công văn bắt đầu bằng “về việc”; hiện là “chuẩn” \
             [05-HD/VPTW II.I.5.2.3; subject.letter]",
            "lỗi: dòng đầu nơi nhận của công văn, tờ trình là “Như trên”; hiện là “Lưu Chi bộ” \
             [05-HD/VPTW II.I.9.2.3; recipients.no_as_above]",
        ]
    );
    // Before 2026 the abstract begins as it likes; a date of today is then out of its time.
    let before = problems(&hd36(shape("bad_letter", &ONE)));
    assert!(before.iter().all(|problem| !problem.contains("subject")), "{before:?}");
}

#[test]
fn what_a_closing_must_have() {
    assert_eq!(
        problems(&shape("unsigned_minutes", &[])),
        [
            "lỗi: văn bản chính thức chưa có người ký [05-HD/VPTW II.I.7; signature.missing]",
            "lỗi: biên bản có hai người ký; chưa có người ghi biên bản \
             [05-HD/VPTW II.I.7.1.4e; signature.recorder_missing]",
        ]
    );
    assert_eq!(
        problems(&shape("unnamed", &[])),
        ["lỗi: chưa ghi họ tên người ký [05-HD/VPTW II.I.7.1.3; signature.name_missing]"]
    );
    for form in ["form", "personal", "ballot", "minutes", "confirmed_minutes", "sent_minutes"] {
        assert_eq!(problems(&shape(form, &[])), [""; 0], "{form}");
    }
}

#[test]
fn a_form_takes_no_number() {
    assert_eq!(
        problems(&shape("numbered_form", &[])),
        ["lỗi: loại văn bản này không có dòng số và ký hiệu; hãy bỏ số [quy ước; number.unasked]"]
    );
}
