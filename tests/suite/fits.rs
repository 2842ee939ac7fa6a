//! What only the layout finds: `check` tells it, with its path, exactly where `render` refuses.

use serde_json::{Value, json};
use vanban::AnyRecord;

use crate::records::{all, one, problems, record};

/// A report with a table in its only section.
fn table(columns: Value, rows: Value) -> impl FnOnce(&mut Value) {
    move |r| {
        r["appendices"] = json!([]);
        r["sections"] = json!([{
            "heading": "Kết quả",
            "paragraphs": ["Chi bộ hoàn thành nhiệm vụ."],
            "table": {"columns": columns, "rows": rows},
        }]);
    }
}

#[test]
fn a_width_that_is_too_narrow_is_told_at_its_column() {
    all(
        "report",
        table(
            json!([{"label": "TT", "width": "9mm"}, {"label": "Nội dung"}, {"label": "Thời hạn", "width": "18mm"}]),
            json!([["1", "Sinh hoạt", "05/6/2026"]]),
        ),
        &[
            "lỗi: sections[0].table.columns[0].width (bề rộng cột): cột 1 rộng 9 mm, mà “TT” cần 9,5 mm; hãy ghi rộng hơn hoặc ghi \
             auto [quy ước; fit.column]",
            "lỗi: sections[0].table.columns[2].width (bề rộng cột): cột 3 (“Thời hạn”) rộng 18 mm, mà “05/6/2026” cần 21 mm; hãy ghi \
             rộng hơn hoặc ghi auto [quy ước; fit.column]",
        ],
    );
    one(
        "report",
        table(json!([{"label": "TT", "width": "8mm"}, {"label": "Nội dung"}]), json!([["1", "Sinh hoạt"]])),
        "lỗi: sections[0].table.columns[0].width (bề rộng cột): cột 1 rộng 8 mm, mà “TT” cần 9,5 mm; hãy ghi rộng hơn hoặc ghi auto \
         [quy ước; fit.column]",
    );
    // In an item, and in an appendix.
    let narrow = || {
        json!({"columns": [{"label": "Nội dung"}, {"label": "Số tiền", "width": "20mm"}],
               "rows": [["Đảng phí", "1.250.000.000"]]})
    };
    let told = "cột 2 (“Số tiền”) rộng 20 mm, mà “1.250.000.000” cần 28,2 mm; hãy ghi rộng hơn hoặc ghi auto \
                [quy ước; fit.column]";
    one(
        "report",
        |r| {
            r["appendices"] = json!([]);
            r["sections"] = json!([{"heading": "Kết quả", "items": [
                {"paragraphs": ["Chi bộ hoàn thành nhiệm vụ."]},
                {"paragraphs": ["Chi bộ thu đủ đảng phí."], "table": narrow()},
            ]}]);
        },
        &format!("lỗi: sections[0].items[1].table.columns[1].width (bề rộng cột): {told}"),
    );
    one(
        "resolution_every_part",
        |r| r["appendices"][1]["sections"][0]["table"] = narrow(),
        &format!("lỗi: appendices[1].sections[0].table.columns[1].width (bề rộng cột): {told}"),
    );
}

#[test]
fn a_table_wider_than_the_sheet_is_told_at_what_takes_most() {
    let long = "x".repeat(40);
    let row = json!([long, format!("Tên {long}y"), "a", long]);
    let labels = json!(["Nội dung", "Đơn vị", "Ghi chú", "Tệp"].map(|label| json!({"label": label})));
    one(
        "report",
        table(labels, json!([["a", "b", "c", "d"], row])),
        &format!(
            "lỗi: sections[0].table.rows[1][1] (các dòng của bảng): các cột của bảng (rộng nhất là cột 2, vì “{long}y”) cần 278,4 mm, mà \
             chỉ có 165 mm; hãy bớt cột hoặc viết tách chữ này ra [quy ước; fit.table]"
        ),
    );
    one(
        "report",
        table(
            json!([{"label": "Nội dung", "width": "100mm"}, {"label": "Kết quả", "width": "110mm"}]),
            json!([["a", "b"]]),
        ),
        "lỗi: sections[0].table.columns[1].width (bề rộng cột): các cột của bảng (rộng nhất là cột 2, do độ rộng đã ghi) cần 210 mm, \
         mà chỉ có 165 mm; hãy ghi cột này hẹp hơn hoặc ghi auto [quy ước; fit.table]",
    );
    let label = "y".repeat(90);
    one(
        "report",
        table(json!([{"label": label}, {"label": "Kết quả"}]), json!([["a", "b"]])),
        &format!(
            "lỗi: sections[0].table.columns[0].label (tên cột): các cột của bảng (rộng nhất là cột 1, vì “{}…”) cần 205,1 mm, mà \
             chỉ có 165 mm; hãy bớt cột hoặc viết tách chữ này ra [quy ước; fit.table]",
            "y".repeat(60)
        ),
    );
}

/// A table of the wording's own prints what the record has elsewhere.
#[test]
fn a_piece_in_a_table_of_the_wording_is_told_where_the_record_has_it() {
    let long = "x".repeat(100);
    let path = |name: &str, pointer: &str| {
        let mut record = record(name);
        *record.pointer_mut(pointer).unwrap() = json!(format!("Xem {long} trên trang"));
        let found = problems(record);
        let [found] = found.as_slice() else { panic!("{found:?}") };
        found.strip_prefix("lỗi: ").unwrap().split(": ").next().unwrap().to_owned()
    };
    assert_eq!(
        path("plan_tasks", "/schedule/rows/tasks/1/content"),
        "schedule.rows.tasks[1].content (nhiệm vụ)"
    );
    assert_eq!(path("programme_full", "/agenda/0/content"), "agenda[0].content (nội dung)");
    assert_eq!(path("comments_full", "/comments/0/content"), "comments[0].content (nội dung góp ý)");
}

#[test]
fn parts_side_by_side_are_told_by_what_takes_most() {
    let told = |need: &str| {
        format!(
            "hàng các phần đứng cạnh nhau (tên cơ quan, nơi nhận, chữ ký) cần {need} mm, mà chỉ có 257 mm; hãy rút gọn \
             phần dài nhất [quy ước; fit.side_by_side]"
        )
    };
    let many = |name: &str| json!((1..60).map(|n| format!("{name} {n}")).collect::<Vec<_>>());
    one(
        "resolution_numbered",
        |r| {
            r["recipients"] = many("Chi bộ");
            r["recipients"].as_array_mut().unwrap().push(json!("Lưu Chi bộ"));
        },
        &format!("lỗi: recipients (nơi nhận): {}", told("306,6")),
    );
    let long = "Phụ trách công tác xây dựng Đảng ".repeat(60);
    let paths = |pointer: &str, text: &str| {
        let mut record = record("resolution_numbered");
        *record.pointer_mut(pointer).unwrap() = json!(text);
        let found = problems(record);
        let fits: Vec<&String> = found.iter().filter(|it| it.contains("fit.side_by_side")).collect();
        assert_eq!(fits.len(), 1, "{found:?}");
        fits[0].split(": ").nth(1).unwrap().to_owned()
    };
    assert_eq!(
        paths("/signature/body", &format!("Chi bộ {}", long.trim())),
        "signature.body (thay mặt, ký thay ai)"
    );
    assert_eq!(
        paths("/issuer/superior", &format!("Đảng bộ {}", long.trim())),
        "issuer.superior (cơ quan cấp trên trực tiếp)"
    );
}

#[test]
fn a_copy_without_room_is_told_at_the_number_of_copies_on_a_sheet() {
    let many = |r: &mut Value| {
        r.as_object_mut().unwrap().remove("seats");
        r["candidates"] = (1..=30).map(|n| json!({"name": format!("Lê Văn {n}")})).collect();
    };
    let found = problems(crate::records::changed("ballot_four_to_a_sheet", many));
    assert_eq!(
        found,
        [
            "lỗi: per_sheet (số phiếu trên một tờ): nội dung của một bản, 4 bản trên một tờ, cần 275,6 mm, mà chỉ có 128 mm; hãy in ít bản hơn trên \
          một tờ [quy ước; fit.copy]"
        ]
    );
}

#[test]
fn a_head_higher_than_a_page_is_told_at_its_label() {
    let label = "nội dung công việc ".repeat(60);
    let mut columns = vec![json!({"label": "Tên", "width": "15mm"}); 10];
    columns[3]["label"] = json!(label.trim());
    let found = problems(crate::records::changed("report", table(json!(columns), json!([vec!["a"; 10]]))));
    assert_eq!(
        found,
        [
            "lỗi: sections[0].table.columns[3].label (tên cột): đầu bảng và một dòng dưới nó cần 1186,4 mm, mà chỉ có 257 mm; hãy \
          rút gọn chữ trong ô cao nhất [quy ước; fit.row]"
        ]
    );
}

/// A second page of what is handed out on one, too, and the rules alone do without.
#[test]
fn the_whole_check_lays_the_paper_out_and_the_rules_do_not() {
    let json = crate::records::changed("ballot_full", |r| {
        r["sheet"] = json!("a5");
        r["per_sheet"] = json!(1);
        r.as_object_mut().unwrap().remove("seats");
        r["candidates"] = (1..=40).map(|n| json!({"name": format!("Lê Văn {n}")})).collect();
    });
    let record = AnyRecord::from_value(json).unwrap();
    let codes = |problems: Vec<vanban::Problem>| problems.iter().map(|it| it.code).collect::<Vec<_>>();
    assert_eq!(codes(crate::renderer().check(&record)), ["sheet.second_page"]);
    assert_eq!(codes(crate::renderer().check_rules(&record)), [""; 0]);
    assert_eq!(codes(crate::renderer().render(&record).unwrap().warnings().to_vec()), ["sheet.second_page"]);
}

/// A wording of the caller's that cannot be filled is told, too.
#[test]
fn a_wording_that_cannot_be_filled_is_a_problem() {
    let renderer = vanban::Renderer::new().with_wording("resolution", "<p>{{date.day}}</p>").unwrap();
    let mut json = record("draft_smallest");
    json["date"]["day"] = Value::Null;
    let record = AnyRecord::from_value(json).unwrap();
    let error = renderer.render(&record).unwrap_err();
    assert!(matches!(error, vanban::Error::Template { .. }), "{error}");
    let problems = renderer.check(&record);
    assert_eq!(
        problems.last().unwrap().to_string(),
        "lỗi: câu chữ của loại văn bản này không điền được: lời văn resolution, dòng 1, cột 4: “date.day” không có \
         giá trị trong bản ghi này; hãy ghi thêm vào bản ghi, hoặc đặt chỗ này trong khối #if date.day [quy ước; record.not_made]"
    );
}

/// Every case with a wrong value in each place: there is an error exactly where there is no paper.
#[test]
fn check_has_an_error_exactly_where_render_refuses() {
    let (mut made, mut refused) = (0, 0);
    for (name, json) in crate::cases() {
        let case: Value = serde_json::from_str(&json).unwrap();
        let mut wrong: Vec<Value> = crate::paths::wrong(&case).into_iter().step_by(2).collect();
        let long = format!("Xem {}.", "x".repeat(120));
        wrong.extend(crate::paths::with_texts(&case, &long).into_iter().step_by(7));
        for wrong in wrong {
            let Ok(record) = AnyRecord::from_value(wrong.clone()) else { continue };
            let problems = crate::renderer().check(&record);
            let errors = problems.iter().filter(|problem| problem.is_error()).count();
            match crate::renderer().render(&record) {
                Ok(document) => {
                    assert_eq!((document.warnings(), errors), (problems.as_slice(), 0), "{name}");
                    made += 1;
                }
                Err(error) => {
                    assert_eq!(error.problems(), problems, "{name}: {error}");
                    assert!(errors > 0, "{name}: {error}");
                    refused += 1;
                }
            }
        }
    }
    assert!(made > 500 && refused > 300, "{made} made, {refused} refused");
}

/// What the wording would refuse is told by a rule: the first level, and outlines beside the body's own.
#[test]
fn an_outline_that_the_wording_cannot_take_is_told() {
    let level = "lỗi: first_level (cấp của mục ngoài cùng): mục ngoài cùng ở cấp 7; chỉ có cấp 1 (I-) hoặc cấp 2 (1.) [quy ước; first_level.unknown]";
    one("plan_tasks", |r| r["first_level"] = json!(7), level);
    one("report_full", |r| r["first_level"] = json!(7), level);
    let deep =
        (0..6).fold(json!({"heading": "Cuối"}), |inner, _| json!({"heading": "Mục", "items": [inner]}));
    let told = problems(crate::records::changed("plan_tasks", |r| r["organisation"] = json!([deep])));
    assert!(
        told.iter().any(|it| it.starts_with(
            "lỗi: organisation[0].items[0].items[0].items[0].items[0] (mục con): mục nằm ở cấp thứ sáu"
        )),
        "{told:?}"
    );
    let empty = json!([{"heading": "Kinh phí", "table": {"columns": [{"label": "Tên"}], "rows": []}}]);
    let told = problems(crate::records::changed("plan_tasks", |r| r["organisation"] = empty));
    assert!(
        told.contains(
            &"lỗi: organisation[0].table.rows (các dòng của bảng): bảng chưa có dòng nào [quy ước; table.no_rows]".to_owned()
        ),
        "{told:?}"
    );
}
