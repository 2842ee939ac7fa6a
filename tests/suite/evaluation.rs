//! The evaluation form: what it says when something is wrong, and what it prints.

use serde_json::{Value, json};
use vanban::kinds::EvaluationForm;
use vanban::scoring::CriteriaSet;
use vanban::{AnyRecord, Renderer};

use crate::records::{self, problems, record, words};

/// Asserts that a change of the example gives exactly these problems.
#[track_caller]
fn found(change: impl FnOnce(&mut Value), expected: &[&str]) {
    records::all("evaluation_form", change, expected);
}

#[track_caller]
fn one(change: impl FnOnce(&mut Value), expected: &str) {
    found(change, &[expected]);
}

#[test]
fn a_score_above_the_most() {
    one(
        |form| form["rows"][0]["self_score"] = json!(5.5),
        "lỗi: rows[0].self_score (điểm tự chấm): tiêu chí 1.1 chấm 5,5 điểm, quá điểm tối đa là 5 [quy ước; rows.above_max]",
    );
    one(
        |form| form["rows"].as_array_mut().unwrap().push(json!({"criterion": "4.3", "self_score": 5})),
        "lỗi: rows[27].self_score (điểm tự chấm): tiêu chí 4.3 không tính điểm khi sinh hoạt thường kỳ [quy ước; rows.not_counted]",
    );
    found(
        |form| form["session"]["variant"] = json!("combined"),
        &[
            "lỗi: rows[9].self_score (điểm tự chấm): tiêu chí 4.2 chấm 15 điểm, quá điểm tối đa là 10 [quy ước; rows.above_max]",
            "lỗi: rows (điểm từng tiêu chí): chi bộ mới chấm một phần; còn thiếu điểm của tiêu chí 4.3 [quy ước; rows.half_filled]",
        ],
    );
}

#[test]
fn scores_that_are_none() {
    for (score, printed) in [(json!(-1), "-1"), (json!(2.25), "2,25")] {
        one(
            |form| {
                form["rows"][3]["self_score"] = score;
                form["rows"][3]["note"] = json!("Còn thiếu");
            },
            &format!(
                "lỗi: rows[3].self_score (điểm tự chấm): tiêu chí 3.1 chấm {printed}; điểm là số nguyên hoặc nửa điểm, từ 0 trở lên \
                 [quy ước; rows.score]"
            ),
        );
    }
}

#[test]
fn every_deduction_has_a_note() {
    one(
        |form| drop(form["rows"][11].as_object_mut().unwrap().remove("note")),
        "lỗi: rows[11].note (lý do trừ điểm): tiêu chí 4.5 không đạt điểm tối đa 5; phải ghi lý do trừ điểm [quy ước; rows.note_missing]",
    );
}

#[test]
fn rows_of_another_set() {
    one(
        |form| form["rows"].as_array_mut().unwrap().push(json!({"criterion": "9.1", "self_score": 5})),
        "lỗi: rows[27].criterion (số của tiêu chí): bộ tiêu chí “an_phu_ward_2025_monthly” không có dòng điểm số “9.1” \
         [quy ước; rows.unknown_criterion]",
    );
    one(
        |form| form["rows"].as_array_mut().unwrap().push(json!({"criterion": "4", "self_score": 30})),
        "lỗi: rows[27].criterion (số của tiêu chí): bộ tiêu chí “an_phu_ward_2025_monthly” không có dòng điểm số “4” \
         [quy ước; rows.unknown_criterion]",
    );
    one(
        |form| form["rows"].as_array_mut().unwrap().push(json!({"criterion": "1.1", "self_score": 5})),
        "lỗi: rows[27].criterion (số của tiêu chí): tiêu chí 1.1 đã được chấm ở một dòng trước [quy ước; rows.twice]",
    );
    one(
        |form| form["rows"][0]["superior_score"] = json!(4),
        "lỗi: rows[0].superior_score (điểm cấp trên chấm): phiếu này không có cột điểm của cấp trên; hãy bỏ điểm 4 \
         [quy ước; rows.other_scorer]",
    );
}

#[test]
fn a_form_is_blank_or_filled() {
    one(
        |form| {
            form["rows"].as_array_mut().unwrap().truncate(24);
        },
        "lỗi: rows (điểm từng tiêu chí): chi bộ mới chấm một phần; còn thiếu điểm của tiêu chí 8.1, 8.2, 8.3 [quy ước; rows.half_filled]",
    );
    let mut both = record("evaluation_both");
    both["rows"][4].as_object_mut().unwrap().remove("superior_score");
    assert!(problems(&both).contains(
        &"lỗi: rows (điểm từng tiêu chí): cấp trên mới chấm một phần; còn thiếu điểm của tiêu chí 2.3 [quy ước; rows.half_filled]".into()
    ));
}

#[test]
fn a_set_that_nobody_knows_or_that_scores_other_sessions() {
    one(
        |form| form["criteria_set"] = json!("an_phu"),
        "lỗi: criteria_set (bộ tiêu chí): không có bộ tiêu chí “an_phu”; hiện có: an_phu_ward_2025_monthly, constructed_hd12_regular, \
         constructed_thematic, hd02_btctw_2026_quarterly, hd42_btctw_2025_framework, nghe_an_08qd_2021_chuyen_de, nghe_an_08qd_2021_thuong_ky, \
         phu_tho_khoi_cq_monthly [quy ước; criteria.unknown]",
    );
    one(
        |form| form["session"]["variant"] = json!("thematic"),
        "lỗi: session.variant (loại kỳ sinh hoạt): bộ tiêu chí “an_phu_ward_2025_monthly” không dùng cho sinh hoạt chuyên đề; chỉ dùng cho \
         sinh hoạt thường kỳ, thường kỳ kết hợp chuyên đề [quy ước; session.variant_not_in_set]",
    );
    let error = AnyRecord::from_json(&{
        let mut form = record("evaluation_form");
        form.as_object_mut().unwrap().remove("criteria_set");
        form.to_string()
    });
    assert_eq!(
        error.unwrap_err().to_string(),
        "lỗi: criteria_set (bộ tiêu chí): thiếu mục bắt buộc “criteria_set”; hãy ghi, ví dụ an_phu_ward_2025_monthly [quy ước; shape.missing_field]"
    );
}

#[test]
fn a_constructed_set_is_told() {
    assert_eq!(
        problems(record("evaluation_self")),
        [
            "cảnh báo: criteria_set (bộ tiêu chí): “constructed_hd12_regular” là bộ dựng làm mẫu, điểm do người soạn đặt ra; không dùng \
             để đánh giá thật [quy ước; criteria.constructed]"
        ]
    );
}

#[test]
fn figures_of_the_session_that_cannot_be() {
    one(
        |form| form["session"]["present"] = json!(27),
        "lỗi: session.present: có mặt 27 đồng chí, nhiều hơn 26 đảng viên của chi bộ \
         [quy ước; session.present_above_members]",
    );
    found(
        |form| form["session"]["speakers"] = json!(24),
        &[
            "lỗi: session.speakers (số người phát biểu): phát biểu 24 đồng chí, nhiều hơn 23 đồng chí có mặt \
             [quy ước; session.speakers_above_present]",
            "cảnh báo: rows[11].self_score (điểm tự chấm): tiêu chí 4.5 chấm 4 điểm, mà theo số liệu của buổi sinh hoạt là 5 điểm \
             [quy ước; rows.not_from_facts]",
        ],
    );
    found(
        |form| form["session"]["unexcused"] = json!(4),
        &[
            "lỗi: session.unexcused: vắng mặt không có lý do 4 đồng chí, nhiều hơn 3 đồng chí vắng mặt \
             [quy ước; session.unexcused_above_absent]",
            "cảnh báo: rows[1].self_score (điểm tự chấm): tiêu chí 2.1 chấm 4 điểm, mà theo số liệu của buổi sinh hoạt là 1 điểm \
             [quy ước; rows.not_from_facts]",
        ],
    );
    one(
        |form| form["session"]["exempt"] = json!(27),
        "lỗi: session.exempt (được miễn sinh hoạt): được miễn 27 đồng chí và làm nhiệm vụ đặc biệt 0 đồng chí, nhiều hơn 26 đảng viên \
         [quy ước; session.exempt_above_members]",
    );
    one(
        |form| form["session"]["targets"] = json!({"done": 11, "total": 10}),
        "lỗi: session.targets.done (số chỉ tiêu hoàn thành): hoàn thành 11 chỉ tiêu, nhiều hơn 10 chỉ tiêu đề ra [quy ước; session.targets]",
    );
}

#[test]
fn days_that_do_not_fit() {
    one(
        |form| form["held"]["day"] = json!(31),
        "lỗi: held (ngày họp): ngày 31/6/2026 không có trong lịch [quy ước; held.not_a_date]",
    );
    one(
        |form| form["held"]["day"] = json!(7),
        "lỗi: date (ngày, tháng, năm): phiếu đề ngày 06/6/2026, trước buổi sinh hoạt ngày 07/6/2026 [quy ước; date.before_session]",
    );
    one(
        |form| form["period"]["month"] = json!(5),
        "cảnh báo: held (ngày họp): buổi sinh hoạt ngày 03/6/2026 không thuộc tháng 5 năm 2026 [quy ước; held.other_month]",
    );
    one(
        |form| {
            form["period"]["month"] = json!(13);
            form.as_object_mut().unwrap().remove("held");
        },
        "lỗi: period (tháng sinh hoạt): không có tháng 13 năm 2026 trong lịch [quy ước; period.not_a_month]",
    );
}

#[test]
fn who_scores_and_who_is_scored() {
    one(
        |form| form["issuer"]["name"] = json!("Đảng ủy phường An Phú"),
        "lỗi: branch (chi bộ được đánh giá): phiếu do Đảng ủy phường An Phú lập; chưa ghi chi bộ được đánh giá [quy ước; branch.missing]",
    );
    one(
        |form| form["left_signature"] = form["signature"].clone(),
        "lỗi: left_signature (người ký bên trái): chỉ phiếu có hai cột điểm mới có hai người ký; hãy bỏ chữ ký bên trái \
         [quy ước; left_signature.unasked]",
    );
}

#[test]
fn scores_that_somebody_should_look_at() {
    one(
        |form| {
            form["rows"][3]["self_score"] = json!(2.5);
            form["rows"][3]["note"] = json!("Còn thiếu trọng tâm");
        },
        "cảnh báo: rows[3].self_score (điểm tự chấm): tiêu chí 3.1 chấm 2,5 điểm, mà bộ tiêu chí chỉ có các mức 3; 0 \
         [quy ước; rows.between_levels]",
    );
    one(
        |form| form["session"]["duration"] = json!(80),
        "cảnh báo: rows[0].self_score (điểm tự chấm): tiêu chí 1.1 chấm 5 điểm, mà theo số liệu của buổi sinh hoạt là 4 điểm \
         [quy ước; rows.not_from_facts]",
    );
    one(
        |form| {
            form["session"]["only_secretary"] = json!(true);
            form["rows"][5] = json!({"criterion": "3.3", "self_score": 0, "note": "Không họp"});
        },
        "cảnh báo: rows[5].self_score (điểm tự chấm): tiêu chí 3.3 chấm 0 điểm, mà theo số liệu của buổi sinh hoạt là 2 điểm \
         [quy ước; rows.not_from_facts]",
    );
}

#[test]
fn the_fixtures_totals_and_ratings() {
    let own = words(&record("evaluation_self"));
    assert!(
        own.contains("TỔNG CỘNG 100 94 Xếp loại chất lượng sinh hoạt chi bộ tháng 6 năm 2020: Tốt"),
        "{own}"
    );
    let superior = words(&record("evaluation_superior"));
    assert!(
        superior.contains("TỔNG CỘNG 100 89 Xếp loại chất lượng sinh hoạt chi bộ tháng 6 năm 2020: Khá"),
        "{superior}"
    );
    let both = words(&record("evaluation_both"));
    assert!(
        both.contains(
            "TỔNG CỘNG 100 94 89 Chi bộ tự xếp loại: Tốt (94 điểm); cấp trên xếp loại: Khá (89 điểm); chênh lệch 5 \
             điểm. Mức xếp loại chính thức do cấp trên trực tiếp quyết định. Xếp loại chất lượng sinh hoạt chi bộ \
             tháng 6 năm 2020: Khá"
        ),
        "{both}"
    );
}

/// Scores that are alike are no difference.
#[test]
fn equal_scores_say_nothing_of_a_difference() {
    let mut form = record("evaluation_both");
    for row in form["rows"].as_array_mut().unwrap() {
        row["superior_score"] = row["self_score"].clone();
    }
    let text = words(&form);
    assert!(text.contains("cấp trên xếp loại: Tốt (94 điểm). Mức xếp loại"), "{text}");
    assert!(!text.contains("chênh lệch"), "{text}");
}

#[test]
fn a_blank_form_has_no_total_and_no_rating() {
    let blank = words(&record("evaluation_blank_smallest"));
    assert!(
        blank.contains("TỔNG CỘNG 100 Xếp loại chất lượng sinh hoạt chi bộ tháng 3 năm 2026: ………"),
        "{blank}"
    );
    assert!(!blank.contains("Kém Ưu"), "{blank}");
}

#[test]
fn who_signs_which_form() {
    let ends = |name: &str| {
        let words = words(&record(name));
        words[words.rfind("điểm. ").unwrap() + "điểm. ".len()..].to_owned()
    };
    assert_eq!(ends("evaluation_self"), "T/M CHI BỘ BÍ THƯ");
    assert_eq!(ends("evaluation_superior"), "ĐẢNG ỦY VIÊN DỰ SINH HOẠT");
    assert_eq!(ends("evaluation_both"), "T/M CHI BỘ BÍ THƯ ĐẢNG UỶ VIÊN DỰ SINH HOẠT");
    assert_eq!(ends("evaluation_form"), "T/M CHI BỘ BÍ THƯ Nguyễn Văn An");
}

#[test]
fn a_line_that_does_not_count_says_so() {
    let words = words(&record("evaluation_form"));
    assert!(words.contains("4.2 Sinh hoạt thường kỳ"), "{words}");
    assert!(words.contains("mới tính điểm) - - 4.4"), "{words}");
}

/// A caller's own set, in a form of the library's.
#[test]
fn a_form_after_a_callers_own_set() {
    let mut json: Value =
        serde_json::from_str(include_str!("../../templates/criteria/phu_tho_khoi_cq_monthly.json")).unwrap();
    json["id"] = json!("can_tho");
    json["columns"]["self_score"]["label"] = json!("Chi bộ chấm");
    let renderer = Renderer::new().with_criteria(CriteriaSet::from_json(&json.to_string()).unwrap()).unwrap();
    let mut form = record("evaluation_blank_smallest");
    form["criteria_set"] = json!("can_tho");
    let form = EvaluationForm::from_json(&form.to_string()).unwrap();
    assert!(renderer.render(&form).unwrap().words().contains("Chi bộ chấm"));
    assert_eq!(form.to_json().map(|json| EvaluationForm::from_json(&json)).unwrap().unwrap(), form);
}

/// Forty forms of a month are told apart by who scores, the session and the chi bộ, whoever issues them.
#[test]
fn files_are_called_after_scorer_session_and_branch() {
    let name = |change: &dyn Fn(&mut Value)| {
        let mut form = record("evaluation_form");
        change(&mut form);
        let form = AnyRecord::from_json(&form.to_string()).unwrap();
        Renderer::new().render(&form).unwrap().file_name().to_owned()
    };
    assert_eq!(name(&|_| {}), "phieu-tu-danh-gia-mau-1-2026-06-03-chi-bo-khu-pho-5");
    let earlier = name(&|form| form["held"] = json!("01/6/2026"));
    assert_eq!(earlier, "phieu-tu-danh-gia-mau-1-2026-06-01-chi-bo-khu-pho-5");
    let superior = name(&|form| {
        form["scorer"] = json!("superior");
        form["branch"] = json!("Chi bộ Khu phố 5");
        form["issuer"] = json!({"superior": "Đảng bộ tỉnh An Giang", "name": "Đảng uỷ phường An Phú"});
        form["rows"] = json!([]);
        form["held"] = json!(null);
    });
    assert_eq!(superior, "phieu-danh-gia-mau-2-2026-06-chi-bo-khu-pho-5");
}
