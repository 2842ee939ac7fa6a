use serde_json::{Value, json};

use super::collected::{BRANCHES, at, collected, file, filled, name, refused, sent};
use crate::collect::Returns;
use crate::collect::fixture::paragraph;
use crate::kinds::{AnyRecord, SummarySpan};
use crate::renderer::Renderer;

/// The form of a superior's member about a chi bộ.
fn of_superior(branch: &str) -> AnyRecord {
    let mut form: Value = serde_json::from_str(&sent(branch, 8).to_json().unwrap()).unwrap();
    form["scorer"] = json!("superior");
    form["issuer"] = json!({"name": "Đảng uỷ phường An Phú", "superior": "Đảng bộ tỉnh Bình Giang"});
    form["branch"] = json!(branch);
    form.as_object_mut().unwrap().remove("signature");
    AnyRecord::from_value(form).unwrap()
}

#[test]
fn the_list_has_a_row_for_each_that_a_form_was_sent_to() {
    let renderer = Renderer::new();
    let mut returns = Returns::new(&renderer);
    for branch in BRANCHES {
        returns.sent_record(&name(branch), sent(branch, 8)).unwrap();
        returns.sent_record(&format!("{} Mẫu 2.docx", name(branch)), of_superior(branch)).unwrap();
    }
    for branch in &BRANCHES[1..3] {
        let record = sent(branch, 8);
        returns.add(branch, &file(&record, &filled(&record), ("", "")));
    }
    let record = of_superior(BRANCHES[1]);
    let mut fields = filled(&record);
    for field in &mut fields {
        field.at = field.at.replace("self_score", "superior_score").replace("own", "superior");
    }
    let score = at(&mut fields, "8.3", "superior_score");
    (score.text, score.data) = (Some("0".into()), "0".into());
    let note = at(&mut fields, "8.3", "note");
    (note.text, note.data) = (Some("Chậm".into()), "Chậm".into());
    returns.add("b.docx", &file(&record, &fields, ("", "")));
    let collected = returns.collect();
    assert_eq!(refused(&collected), [""; 0]);
    assert_eq!(collected.counts(), [("Mẫu 1", [2, 0, 2]), ("Mẫu 2", [1, 0, 3])]);
    let said = json!({
        "issuer": {"name": "Đảng uỷ phường An Phú", "superior": "Đảng bộ tỉnh Bình Giang"},
        "place": "An Phú",
        "recipients": ["Lưu Văn phòng Đảng uỷ"],
        "signature": {"name": "Lê Văn Cường"},
    });
    let made = collected.list(SummarySpan::Month, said, renderer.criteria()).unwrap();
    let rows: Vec<(&str, bool, Option<&str>)> = made
        .list
        .rows
        .iter()
        .map(|row| {
            (row.branch.as_str(), row.sessions.is_empty(), row.note.as_ref().map(|note| note.as_str()))
        })
        .collect();
    assert_eq!(
        rows,
        [
            ("Chi bộ Khu phố 1", true, Some("Chưa có phiếu hợp lệ")),
            ("Chi bộ Khu phố 2", false, Some("8.3: Chậm")),
            ("Chi bộ Khu phố 3", false, None),
            ("Chi bộ Khu phố 12", true, Some("Chưa có phiếu hợp lệ")),
        ]
    );
    assert_eq!((made.by_superior, made.by_themselves), (vec![BRANCHES[1].into()], vec![BRANCHES[2].into()]));
    assert_eq!(made.without, [BRANCHES[0], BRANCHES[3]]);
    let differ: Vec<String> =
        made.differ.iter().map(|it| format!("{} {} {}", it.branch, it.own, it.superior)).collect();
    assert_eq!(differ, ["Chi bộ Khu phố 2 100 99"]);
    let document = renderer.render(&made.list).unwrap();
    assert!(document.words().contains("Chưa có phiếu hợp lệ"));
    assert!(document.warnings().iter().any(|warning| warning.code == "sessions.missing"));
}

#[test]
fn two_forms_in_one_file_are_none() {
    let record = sent(BRANCHES[0], 8);
    let own = file(&record, &filled(&record), ("", ""));
    let other = sent(BRANCHES[1], 8);
    let other = Renderer::new().render(&other).unwrap().words();
    let pasted: String = other.lines().map(|line| paragraph(&line.replace('<', "&lt;"))).collect();
    let mut parts = crate::opc::Opened::open(&own).unwrap();
    let text = String::from_utf8(parts.part("word/document.xml").unwrap().unwrap()).unwrap();
    let text = text.replacen("<w:sectPr/>", &format!("{pasted}<w:sectPr/>"), 1).into_bytes();
    let both = parts.rewritten(|name| match name {
        "word/document.xml" => crate::opc::Change::Bytes(text.clone()),
        _ => crate::opc::Change::None,
    });
    let collected = collected(&[("a.docx", both.unwrap())]);
    assert_eq!(
        refused(&collected),
        [
            "lỗi: tệp có hơn một văn bản (của “Chi bộ Khu phố 1” và của “CHI BỘ KHU PHỐ 2”); hãy tách mỗi văn bản một tệp, điền vào tệp đã gửi [quy ước; returned.two_papers]"
        ]
    );
}
