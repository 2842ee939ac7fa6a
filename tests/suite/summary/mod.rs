//! The list of a month, a quarter or a year: what it says when something is wrong, and what it prints.

mod figures;
mod forms;

use proptest::prelude::*;
use serde_json::{Value, json};
use vanban::kinds::{EvaluationSummary, SummaryPeriod};
use vanban::scoring::CriteriaSet;
use vanban::{Renderer, Stage};

use crate::records::{problems, record, words};

/// Asserts that a change of a case gives exactly this problem.
#[track_caller]
fn one(case: &str, change: impl FnOnce(&mut Value), expected: &str) {
    let mut record = record(case);
    let before = problems(&record);
    change(&mut record);
    let mut found = problems(&record);
    found.retain(|problem| !before.contains(problem));
    assert_eq!(found, [expected]);
}

#[track_caller]
fn month(change: impl FnOnce(&mut Value), expected: &str) {
    one("evaluation_summary", change, expected);
}

#[test]
fn a_list_without_rows_is_refused() {
    month(
        |list| list["rows"] = json!([]),
        "lỗi: rows (các chi bộ): danh sách chưa có chi bộ nào [quy ước; rows.missing]",
    );
}

#[test]
fn a_branch_stands_once() {
    month(
        |list| {
            list["rows"][3]["branch"] = json!("CHI BỘ Khu phố 1");
            list["rows"][3]["sessions"] = list["rows"][0]["sessions"].clone();
        },
        "lỗi: rows[3].branch: CHI BỘ Khu phố 1 đã có ở dòng 1 [quy ước; rows.twice]",
    );
}

#[test]
fn periods_that_there_are_not() {
    for (period, sentence) in [
        (json!({"month": 13, "year": 2026}), "không có tháng 13 năm 2026 trong lịch"),
        (json!({"quarter": 5, "year": 2026}), "không có quý 5 năm 2026; một năm có các quý từ 1 đến 4"),
        (
            json!({"half": 3, "year": 2026}),
            "không có nửa năm thứ 3 của năm 2026; một năm có nửa năm thứ 1 và thứ 2",
        ),
        (json!({"year": 1812}), "năm 1812 không thể là năm tổng hợp"),
    ] {
        let expected = format!("lỗi: period (kỳ tổng hợp): {sentence} [quy ước; period.not_a_period]");
        let mut list = record("evaluation_summary");
        list["period"] = period;
        assert!(problems(&list).contains(&expected), "{:?}", problems(&list));
    }
}

#[test]
fn a_period_is_a_month_or_a_quarter() {
    let mut list = record("evaluation_summary");
    list["period"]["quarter"] = json!(2);
    assert_eq!(
        problems(&list),
        [
            "lỗi: period (kỳ tổng hợp): ghi cả tháng 6 và quý 2 của năm 2026; danh sách tổng hợp một tháng, một quý, nửa năm hoặc cả năm \
          [quy ước; period.two]"
        ]
    );
}

#[test]
fn periods_of_before_are_refused_with_their_places() {
    let mut list = record("evaluation_summary");
    list["period"] = json!({"quarter": {"quarter": 2, "year": 2026}});
    let error = EvaluationSummary::from_value(list).unwrap_err();
    let found: Vec<String> = error.problems().iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "lỗi: period.quarter (quý): phải là số nguyên; hiện là một nhóm mục; hãy ghi, ví dụ 2 [quy ước; shape.wrong_type]",
            "lỗi: period.year (năm): thiếu mục bắt buộc “year”; hãy ghi, ví dụ 2026 [quy ước; shape.missing_field]",
        ]
    );
}

proptest! {
    /// Whatever a period says, it is read and written alike, and it is refused but where it is one month, one
    /// quarter or a year that there is.
    #[test]
    fn a_period_is_one_that_there_is(
        month in proptest::option::of(0u32..15),
        quarter in proptest::option::of(0u32..6),
        half in proptest::option::of(0u32..4),
        year in prop_oneof![1900i32..2100, -3i32..3, 9990i32..10_010],
    ) {
        let mut json = json!({"year": year});
        for (name, figure) in [("month", month), ("quarter", quarter), ("half", half)] {
            if let Some(figure) = figure {
                json[name] = json!(figure);
            }
        }
        let period: SummaryPeriod = serde_json::from_value(json.clone()).unwrap();
        prop_assert_eq!(serde_json::to_value(period).unwrap(), json);
        let mut list = EvaluationSummary::example();
        list.period = period;
        let refused = crate::renderer().check(&list).iter().any(|it| it.path == "period");
        let sort = match (month, quarter, half) {
            (Some(month), None, None) => (period == SummaryPeriod::month(month, year)) && (1..=12).contains(&month),
            (None, Some(quarter), None) => (period == SummaryPeriod::quarter(quarter, year)) && (1..=4).contains(&quarter),
            (None, None, Some(half)) => (period == SummaryPeriod::half(half, year)) && (1..=2).contains(&half),
            (None, None, None) => period == SummaryPeriod::year(year),
            _ => false,
        };
        prop_assert_eq!(refused, !(sort && (1930..=9999).contains(&year)));
    }
}

/// A month's list in which the first chi bộ met twice, each time with its own row.
fn met_twice(day: u32) -> Value {
    let mut list = record("evaluation_summary");
    let mut second = list["rows"][0].clone();
    second["branch"] = json!("Chi bộ  KHU PHỐ 1 ");
    second["sessions"][0]["held"] = json!({"day": day, "month": 6, "year": 2026});
    second["sessions"][0]["score"] = json!(70);
    list["rows"].as_array_mut().unwrap().insert(1, second);
    list
}

#[test]
fn two_sessions_of_a_month_are_two_rows_and_are_told() {
    let list = met_twice(5);
    assert_eq!(
        problems(&list),
        [
            "cảnh báo: rows[1].branch: Chi bộ KHU PHỐ 1 có 02 kỳ sinh hoạt trong tháng 6 [quy ước; sessions.several]"
        ]
    );
    let words = words(&list);
    // One more session, the members of the eight chi bộ once.
    assert!(
        words.contains("Tổng cộng 5 3 1 0 Tổng số: 164 đảng viên (trong đó, có mặt 153 đồng chí"),
        "{words}"
    );
    assert!(
        problems(met_twice(3)).contains(
            &"lỗi: rows[1].branch: Chi bộ KHU PHỐ 1 đã có ở dòng 1 [quy ước; rows.twice]".to_owned()
        )
    );
    let mut list = record("evaluation_summary");
    let session = json!({"month": 6, "score": 70, "held": {"day": 5, "month": 6, "year": 2026}});
    list["rows"][0]["sessions"].as_array_mut().unwrap().push(session);
    assert_eq!(
        problems(&list)[0],
        "lỗi: rows[0].sessions[1].month (tháng): Chi bộ Khu phố 1 đã có kết quả tháng 6 ở trước [quy ước; sessions.twice]"
    );
}

#[test]
fn two_sessions_of_a_month_stand_in_one_row_of_a_quarter() {
    let mut list = record("summary_quarter");
    let on = |day: u32, score: u32| json!({"month": 6, "score": score, "held": {"day": day, "month": 6, "year": 2026}});
    let sessions = list["rows"][0]["sessions"].as_array_mut().unwrap();
    sessions[2] = on(3, 97);
    sessions.push(on(25, 70));
    let told = "cảnh báo: rows[0].sessions[3].month (tháng): Chi bộ Khu phố 1 có 02 kỳ sinh hoạt trong tháng 6 \
                [quy ước; sessions.several]";
    assert!(problems(&list).contains(&told.to_owned()), "{:?}", problems(&list));
    let words = words(&list);
    // (95 + 92,5 + 97 + 70) : 4
    assert!(words.contains("1 Chi bộ Khu phố 1 95 Tốt 92,5 Tốt 83,5 Khá 88,63 Khá"), "{words}");
}

#[test]
fn a_month_without_sessions_is_told_once() {
    let mut list = record("summary_quarter");
    for row in list["rows"].as_array_mut().unwrap() {
        row["sessions"].as_array_mut().unwrap().retain(|session| session["month"] != 4);
    }
    let found = problems(&list);
    let told = "cảnh báo: rows (các chi bộ): không chi bộ nào có kết quả tháng 4 năm 2026; chỉ tính các tháng đã có \
                [quy ước; sessions.month_missing]";
    assert_eq!(found.iter().filter(|said| said.contains("tháng 4")).count(), 1, "{found:?}");
    assert_eq!(found[0], told);
}

#[test]
fn half_a_year_has_six_months() {
    let mut list = record("summary_quarter");
    list["period"] = json!({"half": 1, "year": 2026});
    let words = words(&list);
    for part in
        ["6 tháng đầu năm 2026", "Tháng 1 Tháng 2 Tháng 3 Tháng 4 Tháng 5 Tháng 6 6 tháng", "94,83 Tốt"]
    {
        assert!(words.contains(part), "{part} is not in {words}");
    }
    let found = problems(&list);
    assert!(
        found[0]
            .starts_with("cảnh báo: rows (các chi bộ): không chi bộ nào có kết quả tháng 1, 2, 3 năm 2026;"),
        "{found:?}"
    );
    list["period"] = json!({"half": 2, "year": 2026});
    assert!(problems(&list)[1].contains("không thuộc 6 tháng cuối năm 2026"), "{:?}", problems(&list));
}

#[test]
fn a_set_without_a_rule_for_the_year_is_told_once() {
    let mut list = record("summary_quarter");
    list["period"] = json!({"year": 2026});
    let found = problems(&list);
    let told = "cảnh báo: year_rules (quy tắc xếp loại năm): bộ tiêu chí “an_phu_ward_2025_monthly” không có quy tắc xếp loại năm; để trống cột \
                xếp loại năm [quy ước; year_rules.missing]";
    assert_eq!(found.iter().filter(|said| said.contains("xếp loại năm")).collect::<Vec<_>>(), [told]);
    let words = words(&list);
    assert!(words.contains("chưa xếp loại: 08."), "{words}");
}

#[test]
fn sessions_of_another_month_or_twice_or_none() {
    let mut list = record("summary_quarter");
    list["rows"][0]["sessions"][2]["month"] = json!(5);
    assert_eq!(
        problems(&list)[..2],
        [
            "lỗi: rows[0].sessions[2].month (tháng): Chi bộ Khu phố 1 đã có kết quả tháng 5 ở trước [quy ước; sessions.twice]",
            "cảnh báo: rows[0].sessions (các kỳ sinh hoạt): Chi bộ Khu phố 1 không có kết quả tháng 6; chỉ tính các kỳ đã có \
             [quy ước; sessions.some_missing]",
        ]
    );
    list["rows"][0]["sessions"][2]["month"] = json!(7);
    assert_eq!(
        problems(&list)[0],
        "lỗi: rows[0].sessions[2].month (tháng): kỳ sinh hoạt tháng 7 của Chi bộ Khu phố 1 không thuộc quý II năm 2026 \
         [quy ước; sessions.other_period]",
    );
    month(
        |list| {
            list["rows"][1]["sessions"] = json!([]);
            list["rows"][1].as_object_mut().unwrap().remove("note");
        },
        "lỗi: rows[1].sessions (các kỳ sinh hoạt): Chi bộ Khu phố 2 chưa có kết quả nào trong tháng 6 năm 2026 [quy ước; sessions.missing]",
    );
    // Where the notes say why, it goes out.
    month(
        |list| {
            list["rows"][1]["sessions"] = json!([]);
            list["rows"][1]["note"] = json!("Chưa có phiếu hợp lệ");
        },
        "cảnh báo: rows[1].sessions (các kỳ sinh hoạt): Chi bộ Khu phố 2 chưa có kết quả nào trong tháng 6 năm 2026 [quy ước; sessions.missing]",
    );
    assert_eq!(
        problems(record("summary_quarter")),
        [
            "cảnh báo: rows[5].sessions (các kỳ sinh hoạt): Chi bộ Trạm Y tế không có kết quả tháng 5; chỉ tính các kỳ đã có \
             [quy ước; sessions.some_missing]"
        ]
    );
}

#[test]
fn figures_that_cannot_be() {
    month(
        |list| drop(list["rows"][2]["sessions"][0].as_object_mut().unwrap().remove("score")),
        "lỗi: rows[2].sessions[0].score (tổng điểm): kỳ sinh hoạt tháng 6 chưa có tổng điểm [quy ước; sessions.score_missing]",
    );
    month(
        |list| list["rows"][0]["sessions"][0]["present"] = json!(19),
        "lỗi: rows[0].sessions[0].present: có mặt 19 đồng chí, nhiều hơn 18 đảng viên của chi bộ \
         [quy ước; sessions.present_above_members]",
    );
    month(
        |list| list["rows"][0]["sessions"][0]["summoned"] = json!(19),
        "lỗi: rows[0].sessions[0].summoned (được triệu tập): triệu tập 19 đồng chí, nhiều hơn 18 đảng viên của chi bộ \
         [quy ước; sessions.summoned]",
    );
    month(
        |list| list["rows"][0]["sessions"][0]["summoned"] = json!(17),
        "lỗi: rows[0].sessions[0].summoned (được triệu tập): có mặt 18 đồng chí, nhiều hơn 17 đồng chí được triệu tập \
         [quy ước; sessions.summoned]",
    );
    month(
        |list| list["rows"][0]["sessions"][0]["score"] = json!(100.5),
        "lỗi: rows[0].sessions[0].score: tổng điểm 100,5, quá điểm tối đa 100 của bộ tiêu chí \
         “an_phu_ward_2025_monthly” [quy ước; sessions.above_max]",
    );
    month(
        |list| list["rows"][0]["sessions"][0]["score"] = json!(90.25),
        "lỗi: rows[0].sessions[0].score: tổng điểm 90,25; điểm là số nguyên hoặc nửa điểm, từ 0 trở lên \
         [quy ước; sessions.score]",
    );
}

#[test]
fn days_that_do_not_fit() {
    let held = |day: u32, month: u32| {
        move |list: &mut Value| {
            list["rows"][0]["sessions"][0]["held"] = json!({"day": day, "month": month, "year": 2026});
        }
    };
    month(
        held(31, 6),
        "lỗi: rows[0].sessions[0].held (ngày họp): ngày 31/6/2026 không có trong lịch [quy ước; held.not_a_date]",
    );
    month(
        held(9, 6),
        "lỗi: rows[0].sessions[0].held (ngày họp): danh sách đề ngày 08/6/2026, trước buổi sinh hoạt ngày 09/6/2026 \
         [quy ước; date.before_session]",
    );
    month(
        held(30, 5),
        "cảnh báo: rows[0].sessions[0].held (ngày họp): buổi sinh hoạt ngày 30/5/2026 không thuộc tháng 6 năm 2026 \
         [quy ước; held.other_month]",
    );
}

#[test]
fn ratings_that_are_given() {
    month(
        |list| list["rows"][0]["rating"] = json!("Xuất sắc"),
        "lỗi: rows[0].rating (xếp loại của kỳ): không có mức xếp loại “Xuất sắc”; bộ tiêu chí có các mức Tốt, Khá, Trung bình, Kém \
         [quy ước; rows.unknown_rating]",
    );
    month(
        |list| list["rows"][0]["rating"] = json!("Khá"),
        "cảnh báo: rows[0].rating (xếp loại của kỳ): Chi bộ Khu phố 1 xếp loại Khá, mà theo kết quả là Tốt [quy ước; rows.other_rating]",
    );
}

#[test]
fn the_criteria_set_is_known() {
    let mut list = record("evaluation_summary");
    list["criteria_set"] = json!("an_phu");
    assert!(
        problems(&list)[0].starts_with(
            "lỗi: criteria_set (bộ tiêu chí): không có bộ tiêu chí “an_phu”; hiện có: an_phu_ward"
        )
    );
    list["criteria_set"] = json!("constructed_thematic");
    assert_eq!(
        problems(&list),
        [
            "cảnh báo: criteria_set (bộ tiêu chí): “constructed_thematic” là bộ dựng làm mẫu, điểm do người soạn đặt ra; không dùng để \
             đánh giá thật [quy ước; criteria.constructed]"
        ]
    );
}

#[test]
fn the_month_in_ten_columns() {
    let words = words(&record("evaluation_summary"));
    for part in [
        "DANH SÁCH tổng hợp đánh giá, xếp loại chất lượng sinh hoạt chi bộ tháng 6 năm 2026",
        "Mức đánh giá xếp loại sau buổi sinh hoạt chi bộ hằng tháng Ghi chú (thuyết minh điểm trừ) KQ số điểm được \
         đánh giá Tốt Khá Trung bình Kém 1 2 3 4 5 6 7 8 9 10 1 Chi bộ Khu phố 1 18/18 03/6/2026 97 x 2 Chi bộ",
        "Tổng cộng 5 2 1 0 Tổng số: 164 đảng viên (trong đó, có mặt 153 đồng chí, đạt 93,29%).",
    ] {
        assert!(words.contains(part), "{part} is not in {words}");
    }
    let signed = "T/M ĐẢNG ỦY BÍ THƯ Nguyễn Văn An";
    assert!(words.contains(signed), "{words}");
}

#[test]
fn the_words_in_brackets_are_the_callers() {
    let mut list = record("evaluation_summary");
    list["members_note"] = json!("160 chính thức, 4 dự bị");
    assert!(words(&list).contains("Tổng số: 164 đảng viên (trong đó, 160 chính thức, 4 dự bị)."));
    list.as_object_mut().unwrap().remove("members_note");
    list["rows"][0]["sessions"][0].as_object_mut().unwrap().remove("members");
    assert!(words(&list).contains("Tổng số: ……… đảng viên") || words(&list).contains("Tổng số: …"));
    assert!(!words(&list).contains("đồng chí, đạt"), "a share of what is not known");
}

/// Present of those summoned, as a form has it: members who are exempt and absent are none of these.
#[test]
fn the_share_of_a_month_is_of_those_summoned() {
    let mut list = record("evaluation_summary");
    let session = &mut list["rows"][1]["sessions"][0];
    let present = session["present"].clone();
    session["summoned"] = present;
    let words = words(&list);
    let part = "Tổng số: 164 đảng viên (trong đó, có mặt 153 đồng chí, đạt ";
    let rest = words.split(part).nth(1).unwrap_or_else(|| panic!("{words}"));
    assert!(rest.starts_with("94,44% của 162 đồng chí được triệu tập)."), "{rest}");
}

#[test]
fn the_quarter_with_its_average() {
    let words = words(&record("summary_quarter"));
    for part in [
        "quý II năm 2026",
        "Tháng 4 Tháng 5 Tháng 6 Cả quý",
        "1 Chi bộ Khu phố 1 95 Tốt 92,5 Tốt 97 Tốt 94,83 Tốt",
        "3 Chi bộ Khu phố 3 88 Khá 70 Khá 69,5 Trung bình 75,83 Khá",
        "6 Chi bộ Trạm Y tế 85 Khá 85,5 Khá 85,25 Khá Tháng 5 không có kết quả",
        "Tổng số: 08 chi bộ, trong đó xếp loại Tốt: 05; Khá: 02; Trung bình: 01; Kém: 00.",
    ] {
        assert!(words.contains(part), "{part} is not in {words}");
    }
}

#[test]
fn the_year_by_its_rule() {
    let list = record("summary_year_2018");
    let words = words(&list);
    for part in [
        "1 Chi bộ 1 12 12 0 0 0 Tốt 2 Chi bộ 2 12 7 5 0 0 Tốt 3 Chi bộ 3 12 6 6 0 0 Khá 4 Chi bộ 4 12 9 2 1 0",
        "Tổng số: 04 chi bộ, trong đó xếp loại Tốt: 02; Khá: 01; Trung bình: 00; Kém: 00; chưa xếp loại: 01.",
    ] {
        assert!(words.contains(part), "{part} is not in {words}");
    }
    let expected = "cảnh báo: rows[3].rating (xếp loại của kỳ): kết quả của Chi bộ 4 không khớp quy tắc xếp loại năm nào đã biết; để trống \
                    mức xếp loại [quy ước; rows.no_rule]";
    assert_eq!(problems(&list), [expected]);
}

#[test]
fn the_callers_own_rule_of_the_year() {
    let mut list = record("summary_year_2018");
    list["year_rules"] = json!([
        {"rating": "Tốt", "all_at_least": "Khá", "min_count": {"rating": "Tốt", "count": 8}},
        {"rating": "Khá", "all_at_least": "Trung bình"},
    ]);
    assert!(problems(&list).is_empty());
    let text = words(&list);
    assert!(
        text.contains("2 Chi bộ 2 12 7 5 0 0 Khá 3 Chi bộ 3 12 6 6 0 0 Khá 4 Chi bộ 4 12 9 2 1 0 Khá"),
        "{text}"
    );
    list["year_rules"] = json!([
        {"rating": "Khá", "all_at_least": "TB"},
        {"rating": "Tốt", "all_at_least": "Khá", "min_count": {"rating": "Giỏi", "count": 0}},
    ]);
    let found = problems(&list);
    for expected in [
        "lỗi: year_rules[0].all_at_least (mọi kỳ ít nhất đạt): bộ tiêu chí “phu_tho_khoi_cq_monthly” không có mức xếp loại “TB” \
         [quy ước; year_rules.unknown_rating]",
        "lỗi: year_rules[1].min_count.rating (mức phải đạt): bộ tiêu chí “phu_tho_khoi_cq_monthly” không có mức xếp loại “Giỏi” \
         [quy ước; year_rules.unknown_rating]",
        "lỗi: year_rules[1].min_count.count: số kỳ tối thiểu của quy tắc xếp loại năm tính từ 1 \
         [quy ước; year_rules.count]",
        "lỗi: year_rules[1].rating (xếp loại năm): các quy tắc xếp loại năm xếp từ mức cao xuống mức thấp, mỗi mức một quy tắc \
         [quy ước; year_rules.order]",
    ] {
        assert!(found.contains(&expected.to_owned()), "{expected} is not in {found:?}");
    }
    let mut set: Value =
        serde_json::from_str(include_str!("../../../templates/criteria/phu_tho_khoi_cq_monthly.json"))
            .unwrap();
    set["year_rules"][0]["rating"] = json!("Giỏi");
    assert!(
        CriteriaSet::from_json(&set.to_string()).unwrap_err().to_string().contains("year_rules[0].rating")
    );
}

/// Forty chi bộ: the three rows of the header stand on every page of the table.
#[test]
fn the_header_stands_on_each_page() {
    let mut list = record("evaluation_summary");
    let row = list["rows"][0].clone();
    list["rows"] = (1..=40)
        .map(|number| {
            let mut row = row.clone();
            row["branch"] = json!(format!("Chi bộ Khu phố {number}"));
            row
        })
        .collect();
    let pages = crate::render(&list.to_string()).to_text(Stage::Pages).unwrap();
    let [count, found, titles] = ["page ", "STT", "DANH SÁCH"].map(|word| pages.matches(word).count());
    assert!(count >= 2 && found == count && titles == 1, "{found} heads on {count} pages");
}

#[test]
fn a_list_survives_the_way_to_json_and_back() {
    for name in ["evaluation_summary", "summary_month_2018", "summary_quarter", "summary_year_2018"] {
        let list = EvaluationSummary::from_json(&crate::case(name)).unwrap();
        assert_eq!(EvaluationSummary::from_json(&list.to_json().unwrap()).unwrap(), list);
        assert!(Renderer::new().render(&list).is_ok());
    }
}
