//! Lists that are built from evaluation forms.

use serde_json::json;
use vanban::kinds::{EvaluationForm, EvaluationSummary, SummaryPeriod};
use vanban::scoring::CriteriaSet;
use vanban::text::Decimal;
use vanban::{Error, Problem};

use crate::records::record;

/// An own form and one of both scorers, of the set with invented points.
fn forms() -> Vec<EvaluationForm> {
    let mut other = record("evaluation_self");
    other["issuer"]["name"] = json!("Chi bộ 7");
    [other, record("evaluation_both")]
        .iter()
        .map(|form| EvaluationForm::from_json(&form.to_string()).unwrap())
        .collect()
}

fn with_forms(forms: &[EvaluationForm]) -> vanban::Result<EvaluationSummary> {
    let set = CriteriaSet::named("constructed_hd12_regular").unwrap();
    let head = EvaluationSummary::example();
    let period = SummaryPeriod::month(6, 2020);
    EvaluationSummary::new(head.issuer, head.place, head.date, set.id.as_str(), period)
        .with_forms(forms, &set)
}

#[track_caller]
fn refused(forms: &[EvaluationForm], expected: &[&str]) {
    let Err(Error::Invalid(problems)) = with_forms(forms) else { panic!("the forms were taken") };
    let found: Vec<String> = problems.iter().map(Problem::to_string).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_list_from_forms_has_the_superiors_totals() {
    let list = with_forms(&forms()).unwrap();
    let totals: Vec<_> = list.rows.iter().map(|row| (row.branch.as_str(), row.sessions[0].score)).collect();
    assert_eq!(totals, [("Chi bộ 7", Some(Decimal::from(94))), ("Chi bộ 6", Some(Decimal::from(89)))]);
    let note = list.rows[1].note.as_ref().unwrap().as_str();
    assert!(note.starts_with("2.3: Nội dung còn đi sâu vào chuyên môn; 3.1: Nội dung kỳ này"), "{note}");
    assert_eq!(list.rows[1].sessions[0].members, Some(10));
}

#[test]
fn forms_that_do_not_belong_together() {
    refused(&[], &["lỗi: forms: chưa có phiếu đánh giá nào để tổng hợp [quy ước; forms.missing]"]);
    let [own, both] = &forms()[..] else { unreachable!() };
    refused(
        &[own.clone(), both.clone(), own.clone()],
        &["lỗi: forms[2]: Chi bộ 7 đã có một phiếu của tháng 6 năm 2020 ở trước [quy ước; forms.twice]"],
    );
    let mut other = both.clone();
    other.period.year = 2021;
    let mut foreign = both.clone();
    foreign.criteria_set = "phu_tho_khoi_cq_monthly".into();
    let mut blank = both.clone();
    blank.rows.clear();
    let mut half = both.clone();
    half.rows[0].superior_score = None;
    let mut crowd = both.clone();
    crowd.session.present = Some(11);
    refused(
        &[own.clone(), other, foreign, blank, half, crowd],
        &[
            "lỗi: forms[1].period: phiếu của Chi bộ 6 là của tháng 6 năm 2021, không thuộc tháng 6 năm 2020 \
             [quy ước; forms.other_period]",
            "lỗi: forms[2].criteria_set: phiếu của Chi bộ 6 chấm theo bộ tiêu chí “phu_tho_khoi_cq_monthly”, danh sách theo \
             “constructed_hd12_regular”; không tổng hợp chung được [quy ước; forms.other_criteria_set]",
            "lỗi: forms[3].rows: phiếu của Chi bộ 6 chưa chấm điểm [quy ước; forms.total_missing]",
            "lỗi: forms[4].rows: cấp trên mới chấm một phần; còn thiếu điểm của tiêu chí 1.1 \
             [quy ước; rows.half_filled]",
            "lỗi: forms[5].session.present: có mặt 11 đồng chí, nhiều hơn 10 đảng viên của chi bộ \
             [quy ước; session.present_above_members]",
        ],
    );
    let set = CriteriaSet::named("phu_tho_khoi_cq_monthly").unwrap();
    let error = EvaluationSummary::example().with_forms(std::slice::from_ref(both), &set).unwrap_err();
    assert!(
        error.to_string().starts_with(
            "lỗi: criteria_set: danh sách chấm theo bộ tiêu chí “an_phu_ward_2025_monthly”, không phải \
             “phu_tho_khoi_cq_monthly” [quy ước; criteria_set.other]"
        ),
        "{error}"
    );
}
