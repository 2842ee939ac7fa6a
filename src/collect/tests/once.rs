//! A document counts once, whatever is sent or comes back of it.

use super::collected::{BRANCHES, at, file, filled, name, refused, remarks, sent};
use super::made::changed;
use crate::collect::Returns;
use crate::collect::fixture::paragraph;
use crate::kinds::AnyRecord;
use crate::renderer::Renderer;

#[test]
fn what_only_the_second_of_two_equal_files_says_is_told() {
    let record = sent(BRANCHES[0], 8);
    let fields = filled(&record);
    let one = file(&record, &fields, ("", ""));
    let sentence = paragraph("Đề nghị xem lại.") + "<w:sectPr/>";
    let other = changed(&one, |text| text.replace("<w:sectPr/>", &sentence));
    let collected = super::collected::collected(&[("a.docx", one), ("b.docx", other)]);
    assert_eq!(refused(&collected), [""; 0]);
    assert_eq!(
        remarks(&collected),
        [
            "cảnh báo: tệp “b.docx” điền giống tệp này; chỉ tính một lần [quy ước; returned.twice]",
            "cảnh báo: tệp “b.docx”: văn bản có thêm “Đề nghị xem lại.”; chỗ này không phải ô để điền; hãy sửa trong bản ghi, hoặc để như bản đã gửi [quy ước; returned.text]",
        ]
    );
    assert_eq!(collected.counts(), [("Mẫu 1", [1, 0, 3])]);
}

#[test]
fn a_copy_among_the_sent_files_is_no_second_document() {
    let renderer = Renderer::new();
    let mut returns = Returns::new(&renderer);
    let record = sent(BRANCHES[0], 8);
    returns.sent_record(&name(BRANCHES[0]), record.clone()).unwrap();
    returns.sent_record("bản sao.docx", record.clone()).unwrap();
    for name in ["a.docx", "b.docx"] {
        returns.add(name, &file(&record, &filled(&record), ("", "")));
    }
    let collected = returns.collect();
    assert_eq!(collected.counts(), [("Mẫu 1", [1, 0, 0])]);
    assert_eq!((collected.taken.len(), collected.is_complete()), (1, true));
}

#[test]
fn two_documents_of_one_session_are_a_conflict() {
    let own = sent(BRANCHES[0], 8);
    let mut other: serde_json::Value = serde_json::from_str(&own.to_json().unwrap()).unwrap();
    other["place"] = "Cần Thơ".into();
    let other = AnyRecord::from_value(other).unwrap();
    assert_ne!(own, other);
    let renderer = Renderer::new();
    // Nobody says what was sent, or both were.
    for known in [false, true] {
        let mut returns = Returns::new(&renderer);
        if known {
            returns.sent_record("gui/a.docx", own.clone()).unwrap();
            returns.sent_record("gui/b.docx", other.clone()).unwrap();
        }
        let mut fields = filled(&own);
        returns.add("a.docx", &file(&own, &fields, ("", "")));
        let score = at(&mut fields, "8.3", "self_score");
        (score.text, score.data) = (Some("0".into()), "0".into());
        let note = at(&mut fields, "8.3", "note");
        (note.text, note.data) = (Some("Chậm".into()), "Chậm".into());
        returns.add("b.docx", &file(&other, &fields, ("", "")));
        let collected = returns.collect();
        let told = refused(&collected);
        assert_eq!((collected.taken.len(), told.len()), (0, 2), "{told:?}");
        assert!(told[0].starts_with("lỗi: “a.docx” và “b.docx” cùng là Mẫu 1 của Chi bộ Khu phố 1, cùng một buổi sinh hoạt, mà khác nhau: "), "{}", told[0]);
        assert!(told[0].contains("mục 8.3, điểm tự chấm: “1” và “0”"), "{}", told[0]);
        assert_eq!(collected.counts(), [("Mẫu 1", [0, 2, 0])]);
    }
}
