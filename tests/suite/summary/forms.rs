//! Lists that are built from evaluation forms.

use serde_json::json;
use vanban::kinds::{EvaluationForm, EvaluationSummary, Period, Scorer, SummaryPeriod, SummarySpan};
use vanban::parts::{CitedDate, PaperDate};
use vanban::scoring::{CriteriaSet, Session};
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

/// Members who are exempt are taken off those summoned as far as they are absent.
#[test]
fn a_list_from_forms_knows_who_was_summoned() {
    let summoned = |members: u32, exempt: u32, present: u32| {
        let mut form = forms().remove(0);
        form.session = Session::new(form.session.variant).members(members).exempt(exempt).present(present);
        with_forms(&[form]).unwrap().rows[0].sessions[0].summoned
    };
    assert_eq!(summoned(31, 3, 27), Some(28));
    assert_eq!(summoned(31, 3, 30), Some(30));
    assert_eq!(summoned(31, 3, 31), None, "all members");
    assert_eq!(summoned(31, 0, 30), None);
}

#[test]
fn a_chi_bo_that_met_twice_has_two_sessions_by_day() {
    let [own, both] = &forms()[..] else { unreachable!() };
    let on = |form: &EvaluationForm, day: u32, name: &str| {
        let mut form = form.clone();
        form.held = Some(CitedDate::new(2020, 6, day));
        form.date = PaperDate::new(2020, 6, 30);
        form.issuer.name = name.into();
        form
    };
    let forms = [on(own, 25, "Chi Bộ  7"), on(both, 5, "Chi bộ 6"), on(own, 4, "CHI BỘ 7")];
    let list = with_forms(&forms).unwrap();
    let rows: Vec<_> =
        list.rows.iter().map(|row| (row.branch.as_str(), row.sessions[0].held.unwrap().day)).collect();
    // The rows stand together, called as in the last session.
    assert_eq!(rows, [("Chi Bộ 7", 4), ("Chi Bộ 7", 25), ("Chi bộ 6", 5)]);
}

#[test]
fn the_superiors_form_counts_and_a_blank_one_of_his_does_not() {
    let [own, both] = &forms()[..] else { unreachable!() };
    let mut second = own.clone();
    second.scorer = Scorer::Superior;
    second.branch = Some(own.issuer.name.clone());
    second.issuer = both.issuer.clone();
    let mut blank = second.clone();
    blank.rows.clear();
    for row in &mut second.rows {
        row.superior_score = row.self_score.take();
    }
    second.rows[0].superior_score = Some(Decimal::ZERO);
    second.rows[0].note = Some("Chưa đúng lịch".into());
    let total = |forms: &[EvaluationForm]| {
        let list = with_forms(forms).unwrap();
        assert_eq!(list.rows.len(), 1);
        list.rows[0].sessions[0].score.unwrap()
    };
    let own_total = total(std::slice::from_ref(own));
    assert_eq!(total(&[own.clone(), blank.clone()]), own_total);
    assert_eq!(total(&[blank.clone(), own.clone()]), own_total);
    let official = total(&[own.clone(), second.clone()]);
    assert!(official < own_total);
    assert_eq!(total(&[second, own.clone()]), official);
    refused(
        &[blank],
        &[
            "lỗi: forms[0].rows (điểm từng tiêu chí): phiếu của Chi bộ 7 chưa chấm điểm [quy ước; forms.total_missing]",
        ],
    );
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
            "lỗi: forms[1].period (tháng sinh hoạt): phiếu của Chi bộ 6 là của tháng 6 năm 2021, không thuộc tháng 6 năm 2020 \
             [quy ước; forms.other_period]",
            "lỗi: forms[2].criteria_set (bộ tiêu chí): phiếu của Chi bộ 6 chấm theo bộ tiêu chí “phu_tho_khoi_cq_monthly”, danh sách theo \
             “constructed_hd12_regular”; không tổng hợp chung được [quy ước; forms.other_criteria_set]",
            "lỗi: forms[3].rows (điểm từng tiêu chí): phiếu của Chi bộ 6 chưa chấm điểm [quy ước; forms.total_missing]",
            "lỗi: forms[4].rows (điểm từng tiêu chí): cấp trên mới chấm một phần; còn thiếu điểm của tiêu chí 1.1 \
             [quy ước; rows.half_filled]",
            "lỗi: forms[5].session.present: có mặt 11 đồng chí, nhiều hơn 10 đảng viên của chi bộ \
             [quy ước; session.present_above_members]",
        ],
    );
    let set = CriteriaSet::named("phu_tho_khoi_cq_monthly").unwrap();
    let error = EvaluationSummary::example().with_forms(std::slice::from_ref(both), &set).unwrap_err();
    assert!(
        error.to_string().starts_with(
            "lỗi: criteria_set (bộ tiêu chí): danh sách chấm theo bộ tiêu chí “an_phu_ward_2025_monthly”, không phải \
             “phu_tho_khoi_cq_monthly” [quy ước; criteria_set.other]"
        ),
        "{error}"
    );
}

#[test]
fn forms_of_one_period_tell_which_it_is() {
    let [own, both] = &forms()[..] else { unreachable!() };
    let mut may = both.clone();
    may.period = Period::new(5, 2020);
    let of = |span, forms: &[EvaluationForm]| {
        SummaryPeriod::of_forms(span, forms).map_err(|error| error.to_string())
    };
    let forms = [own.clone(), may];
    assert_eq!(of(SummarySpan::Quarter, &forms), Ok(SummaryPeriod::quarter(2, 2020)));
    assert_eq!(of(SummarySpan::Half, &forms), Ok(SummaryPeriod::half(1, 2020)));
    assert_eq!(of(SummarySpan::Month, &forms[..1]), Ok(SummaryPeriod::month(6, 2020)));
    assert_eq!(
        of(SummarySpan::Month, &forms).unwrap_err(),
        "lỗi: forms: các phiếu thuộc nhiều kỳ: tháng 6 năm 2020, tháng 5 năm 2020; một danh sách chỉ của một kỳ \
         [quy ước; forms.several_periods]"
    );
    assert_eq!(
        of(SummarySpan::Year, &[]).unwrap_err(),
        "lỗi: forms: chưa có phiếu đánh giá nào để tổng hợp [quy ước; forms.missing]"
    );
}
