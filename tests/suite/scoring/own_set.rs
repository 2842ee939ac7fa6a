//! A province's own set, in JSON and in TOML: it says the same, scores the same and gives the same forms.

use serde_json::{Value, json};
use vanban::kinds::{EvaluationForm, EvaluationSummary};
use vanban::scoring::{CriteriaSet, Session, SessionVariant};
use vanban::text::Decimal;
use vanban::{Error, Renderer, Stage};

fn read(name: &str) -> String {
    std::fs::read_to_string(format!("tests/data/binh_giang_2026.{name}")).unwrap()
}

fn set() -> CriteriaSet {
    CriteriaSet::from_toml(&read("toml")).unwrap()
}

/// A form of all eleven lines; line 11 gets what is missing of the most, 8, less these points.
fn form(short: f64) -> EvaluationForm {
    let mut rows: Vec<Value> = [8, 7, 5, 12, 5, 15, 6, 10, 5, 12]
        .iter()
        .enumerate()
        .map(|(at, points)| json!({"criterion": (at + 1).to_string(), "self_score": points}))
        .collect();
    for (row, note) in [(3, "18/20 đồng chí"), (6, "06/18 đồng chí phát biểu")] {
        rows[row]["note"] = json!(note);
    }
    rows.push(json!({"criterion": "11", "self_score": 8.0 - short, "note": "Gửi chậm"}));
    let record = json!({
        "kind": "evaluation_form",
        "format": 1,
        "scorer": "self",
        "issuer": {"superior": "Đảng bộ phường Bình An", "name": "Chi bộ Khu phố 1"},
        "place": "Bình An",
        "date": "06/6/2026",
        "criteria_set": "binh_giang_2026",
        "period": {"month": 6, "year": 2026},
        "held": "03/6/2026",
        "session": {"variant": "regular", "duration": 95, "members": 20, "present": 18, "unexcused": 0, "speakers": 6},
        "rows": rows,
    });
    EvaluationForm::from_json(&record.to_string()).unwrap()
}

#[test]
fn json_and_toml_say_the_same() {
    let (json, toml) = (CriteriaSet::from_json(&read("json")).unwrap(), set());
    assert_eq!(json, toml);
    assert_eq!(CriteriaSet::from_toml(&toml.to_toml().unwrap()).unwrap(), toml);
    let form = form(0.0);
    let [json, toml] = [json, toml].map(|set| {
        let document = Renderer::new().with_criteria(set).unwrap().render(&form).unwrap();
        (document.to_docx().unwrap(), document.to_pdf().unwrap())
    });
    assert!(json == toml);
    for id in CriteriaSet::ids() {
        let set = CriteriaSet::named(id).unwrap();
        assert_eq!(CriteriaSet::from_toml(&set.to_toml().unwrap()).unwrap(), set, "{id}");
    }
}

/// As somebody would write it by hand.
#[test]
fn toml_is_written_for_people() {
    let text = set().to_toml().unwrap();
    assert!(
        text.starts_with("format = 1\nid = \"binh_giang_2026\"\nversion = 1\nname = \"Bộ tiêu chí"),
        "{text}"
    );
    for part in [
        "\nsessions = [\"regular\", \"thematic\"]\n",
        "\nratings_title = \"Các mức xếp loại\"\n\n[columns]\nnumber = { label = \"TT\", width = 6 }\n",
        "\n\n[[groups.criteria]]\nid = \"4\"\ntitle = \"Tỷ lệ đảng viên dự sinh hoạt\"\nmax = 15\nscoring = \"levels\"\n\
         measure = { attendance = { unexcused_is_lowest = false } }\nlevels = [\n  \
         { label = \"Từ 95% trở lên\", score = 15, when = { percent = 95 } },\n",
        "\n\n[[ratings]]\nname = \"Tốt\"\nfrom = 85\n",
        "\n\n[[year_rules]]\nrating = \"Tốt\"\nall_at_least = \"Khá\"\nmin_count = { rating = \"Tốt\", count = 8 }\n",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn what_is_wrong_is_told_at_once() {
    let wrong = read("json")
        .replacen("\"max\": 5,", "\"max\": 4,", 1)
        .replace("\"id\": \"5\"", "\"id\": \"4\"")
        .replace("\"from\": 50", "\"from\": 75");
    let Err(Error::Invalid(problems)) = CriteriaSet::from_json(&wrong) else { panic!() };
    let told: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(
        told,
        [
            "số “4” đã dùng cho một tiêu chí khác",
            "nhóm I ghi tối đa 20 điểm, mà các tiêu chí của nhóm cộng lại là 19 điểm",
            "mức “Trung bình” từ 75 điểm phải thấp hơn mức “Khá” từ 70 điểm ở trước nó",
        ]
    );
    let shape = read("toml")
        .replace("scoring = \"free\"", "scorin = \"free\"")
        .replace("from = 85", "from = \"tám\"");
    let Err(Error::Shape(faults)) = CriteriaSet::from_toml(&shape) else { panic!() };
    assert!(faults.iter().any(|fault| fault.path == "ratings[0].from"), "{faults:?}");
    assert!(faults.iter().any(|fault| fault.path == "groups[0].criteria[0].scorin"), "{faults:?}");
}

#[test]
fn points_follow_from_its_levels() {
    let set = set();
    let points = |present: u32, speakers: u32, line: &str| {
        let session = Session::new(SessionVariant::Regular).members(20).present(present).speakers(speakers);
        set.points(&session).into_iter().find(|(id, _)| *id == line).map(|(_, points)| points)
    };
    assert_eq!(points(19, 6, "4"), Some(Decimal::from(15)));
    assert_eq!(points(18, 6, "4"), Some(Decimal::from(12)));
    assert_eq!(points(18, 6, "7"), Some(Decimal::from(6)));
    let rating = |total: &str| set.rating(total.parse().unwrap()).unwrap().name.to_string();
    assert_eq!([rating("85"), rating("84,5"), rating("70")], ["Tốt", "Khá", "Khá"]);
}

#[test]
fn a_form_has_its_columns_and_its_ratings() {
    let renderer = Renderer::new().with_criteria(set()).unwrap();
    let printed = |short: f64| renderer.render(&form(short)).unwrap().words();
    let words = printed(8.0);
    assert!(words.contains("TT\nNỘI DUNG\nĐiểm chuẩn\nChi bộ tự chấm\nLý do trừ điểm\n"), "{words}");
    assert!(words.contains("Xếp loại chất lượng sinh hoạt chi bộ tháng 6 năm 2026: Tốt"), "{words}");
    assert!(
        words.contains("Các mức xếp loại: Tốt: từ 85 điểm trở lên; Khá: từ 70 đến dưới 85 điểm; "),
        "{words}"
    );
    assert!(!words.contains("Đảng ủy chấm"), "{words}");
    let lines = renderer.render(&form(0.0)).unwrap().to_text(Stage::Tree).unwrap();
    assert!(lines.contains("Báo cáo cấp trên đúng hạn"), "{lines}");
}

/// Twelve sessions: so many `Tốt`, so many `Kém`, the others `Khá`.
fn year(good: usize, poor: usize) -> String {
    let score = |month: usize| match month {
        month if month <= good => 85,
        month if month > 12 - poor => 40,
        _ => 84,
    };
    let sessions: Vec<Value> = (1..=12)
        .map(|month| json!({"month": month, "score": score(month), "members": 20, "present": 20}))
        .collect();
    let list = json!({
        "kind": "evaluation_summary",
        "format": 1,
        "issuer": {"superior": "Đảng bộ tỉnh Bình Giang", "name": "Đảng ủy phường Bình An"},
        "place": "Bình An",
        "date": "31/12/2026",
        "criteria_set": "binh_giang_2026",
        "period": {"year": 2026},
        "rows": [{"branch": "Chi bộ Khu phố 1", "sessions": sessions}],
        "recipients": ["Lưu Văn phòng Đảng ủy"],
        "signature": {"capacity": "on_behalf_of", "body": "Đảng ủy", "position": "Bí thư", "name": "Trần Thị Lan"},
    });
    let list = EvaluationSummary::from_json(&list.to_string()).unwrap();
    Renderer::new().with_criteria(set()).unwrap().render(&list).unwrap().words()
}

#[test]
fn the_year_follows_its_own_rule() {
    for (good, poor, counted) in [
        (8, 0, "xếp loại Tốt: 01; Khá: 00; Trung bình: 00; Kém: 00."),
        (7, 0, "xếp loại Tốt: 00; Khá: 01; Trung bình: 00; Kém: 00."),
        (8, 1, "xếp loại Tốt: 00; Khá: 00; Trung bình: 00; Kém: 00; chưa xếp loại: 01."),
    ] {
        let words = year(good, poor);
        assert!(words.contains(counted), "{good} {poor}: {words}");
    }
}

/// The set of 02-HD/BTCTW has two groups and no ratings, and says so; nothing rated is printed with it.
#[test]
fn a_set_without_ratings_prints_points_alone() {
    let id = "hd02_btctw_2026_quarterly";
    let set = CriteriaSet::named(id).unwrap();
    let most: Vec<String> = set.groups.iter().map(|group| group.max.to_string()).collect();
    assert_eq!((most, set.ratings.len()), (vec!["30".to_owned(), "70".to_owned()], 0));
    assert!(set.remarks.iter().any(|remark| remark.as_str().contains("không in xếp loại")));
    let standing = set.standing([Decimal::from(28), Decimal::from(65)]).unwrap();
    assert_eq!((standing.words(), standing.rating), ("tổng điểm 93".to_owned(), None));
    let printed = |scorer: &str, rows: Value| {
        let mut record: Value = serde_json::from_str(&form(0.0).to_json().unwrap()).unwrap();
        record["scorer"] = json!(scorer);
        record["criteria_set"] = json!(id);
        record["session"] = json!({"variant": "quarter"});
        record["period"] = json!({"month": 5, "year": 2026});
        record["held"] = json!("30/6/2026");
        record["date"] = json!("30/6/2026");
        record["rows"] = rows;
        let form = EvaluationForm::from_json(&record.to_string()).unwrap();
        Renderer::new().render(&form).unwrap().words()
    };
    let own = json!([{"criterion": "1", "self_score": 28, "note": "a"}, {"criterion": "2", "self_score": 65, "note": "b"}]);
    let words = printed("self", own);
    assert!(words.contains("TỔNG CỘNG\n100\n93\n") && !words.contains("ếp loại"), "{words}");
    assert!(words.contains("PHIẾU TỰ ĐÁNH GIÁ\nmức độ hoàn thành nhiệm vụ quý II năm 2026\n"), "{words}");
    assert!(!words.contains("inh hoạt") && !words.contains("Mẫu 1"), "{words}");
    assert!(!printed("self", json!([])).contains("ếp loại"));
    let both = json!([
        {"criterion": "1", "self_score": 28, "superior_score": 27, "note": "a"},
        {"criterion": "2", "self_score": 65, "superior_score": 65, "note": "b"},
    ]);
    let words = printed("both", both);
    assert!(words.contains("Tự chấm: 93 điểm; cấp trên chấm: 92 điểm; chênh lệch 1 điểm."), "{words}");
    for period in
        [json!({"month": 6, "year": 2026}), json!({"quarter": 2, "year": 2026}), json!({"year": 2026})]
    {
        let mut list: Value = serde_json::from_str(&EvaluationSummary::example().to_json().unwrap()).unwrap();
        list["criteria_set"] = json!(id);
        list["period"] = period;
        list["rows"] = json!([{"branch": "Chi bộ Khu phố 1", "sessions": [
            {"month": 6, "score": 93, "members": 20, "present": 20},
        ]}]);
        list.as_object_mut().unwrap().remove("year_rules");
        let list = EvaluationSummary::from_json(&list.to_string()).unwrap();
        let document = Renderer::new().render(&list).unwrap();
        let table = document.words().split("STT").nth(1).unwrap().to_owned();
        assert!(!table.contains("ếp loại"), "{table}");
    }
}
