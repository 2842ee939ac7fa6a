//! The month's list straight from her sheet, in memory.

use std::io::Cursor;

use serde_json::{Value, json};
use vanban::kinds::{EvaluationForm, EvaluationSummary, SummarySpan};
use vanban::table::{Mapping, Table};

use super::{MAPPING, kind};
use crate::renderer;

/// The forms of her mended sheet; Mẫu 2 has no points of its own.
fn forms() -> Vec<EvaluationForm> {
    let sheet = include_bytes!("../../clerk/cham-diem-thang-6-da-sua.xlsx");
    let table = Table::sheet(Cursor::new(sheet), None).unwrap();
    let mapping = Mapping::from_toml(MAPPING).unwrap();
    let items = table.records(kind(), Some(&mapping), renderer()).unwrap().map(Result::unwrap);
    let records = items.filter(|item| !item.is_second()).map(|item| item.record(renderer()).unwrap());
    records.map(|record| record.downcast_ref::<EvaluationForm>().unwrap().clone()).collect()
}

fn said() -> Value {
    json!({
        "issuer": {"name": "Đảng ủy phường Bình An", "superior": "Đảng bộ tỉnh Bình Giang"},
        "place": "Bình An",
        "recipients": ["Lưu Văn phòng Đảng ủy"],
        "signature": {"name": "Lê Văn Cường"},
    })
}

#[test]
fn a_sheet_becomes_the_list_of_its_month() {
    let (forms, sets) = (forms(), renderer().criteria());
    let list = EvaluationSummary::of_forms(SummarySpan::Month, &forms, said(), sets).unwrap();
    assert_eq!((list.branches(), list.rows.len()), (40, 40));
    let rated = [("Tốt", 33), ("Khá", 4), ("Trung bình", 2), ("Kém", 1)];
    assert_eq!(list.ratings(sets), rated.map(|(name, count)| (name.to_owned(), count)));
    assert_eq!(list.period.words(), "tháng 6 năm 2026");
    let last = forms.iter().filter_map(|form| form.date.calendar()).max();
    assert_eq!(list.date.calendar(), last);
    let signature = serde_json::to_value(list.signature.as_ref().unwrap()).unwrap();
    assert_eq!(
        [&signature["capacity"], &signature["body"], &signature["position"], &signature["name"]],
        ["on_behalf_of", "Đảng uỷ", "Bí thư", "Lê Văn Cường"]
    );
    assert!(renderer().check(&list).iter().all(|problem| !problem.is_error()));
}

#[test]
fn what_is_said_of_a_list_stands_and_what_it_lacks_is_told() {
    let (forms, sets) = (forms(), renderer().criteria());
    let list = |said: &Value| EvaluationSummary::of_forms(SummarySpan::Month, &forms, said.clone(), sets);
    let mut dated = said();
    dated["date"] = json!("30/6/2026");
    dated["signature"] = json!({"capacity": "K/T", "position": "Phó Bí thư", "name": "A B"});
    dated["period"] = json!({"month": 1, "year": 2020});
    let dated = list(&dated).unwrap();
    assert_eq!(
        (dated.date.calendar().unwrap().to_string(), dated.period.words()),
        ("2026-06-30".into(), "tháng 6 năm 2026".into())
    );
    assert_eq!(dated.signature.unwrap().position.unwrap().as_str(), "Phó Bí thư");
    for (field, term) in [("place", "địa danh"), ("issuer", "cơ quan ban hành")] {
        let mut lacking = said();
        lacking.as_object_mut().unwrap().remove(field);
        let error = list(&lacking).unwrap_err();
        assert_eq!(error.problems()[0].term.as_deref(), Some(term), "{error}");
    }
    let mut strange = forms.clone();
    strange[0].criteria_set = "lạ".into();
    let error = EvaluationSummary::of_forms(SummarySpan::Month, &strange, said(), sets).unwrap_err();
    let told = error.problems()[0].to_string();
    assert!(
        told.starts_with("lỗi: forms[0].criteria_set (bộ tiêu chí): không có bộ tiêu chí “lạ”"),
        "{told}"
    );
    assert!(EvaluationSummary::of_forms(SummarySpan::Month, &[], said(), sets).is_err());
}
