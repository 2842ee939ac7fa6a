//! Columns from outside: they fit what they hold, nothing in them is torn, and what cannot fit is refused.

use serde_json::{Value, json};
use vanban::kinds::{BallotPaper, Resolution};
use vanban::{AnyRecord, Document, Error, Renderer, Stage};

fn rendered(wording: &str) -> Result<Document, Error> {
    Renderer::new().with_wording("resolution", wording)?.render(&Resolution::example())
}

fn refused(wording: &str) -> String {
    told(&rendered(wording).unwrap_err())
}

/// What is refused, without places: most of these tables are the wording's own.
fn told(error: &Error) -> String {
    let told = |problem: &vanban::Problem| format!("{} [{}]", problem.message, problem.clause);
    error.problems().iter().map(told).collect::<Vec<_>>().join("\n")
}

/// A report with a table or targets in its only section.
fn report(change: impl FnOnce(&mut Value)) -> Result<Document, Error> {
    let mut record: Value = serde_json::from_str(&crate::case("report")).unwrap();
    record["kind"] = json!("report");
    record["appendices"] = json!([]);
    record["sections"] = json!([{"heading": "Kết quả", "paragraphs": ["Chi bộ hoàn thành nhiệm vụ."]}]);
    change(&mut record["sections"][0]);
    crate::renderer().render(&AnyRecord::from_json(&record.to_string()).unwrap())
}

/// What stands on a line of its own somewhere, as the pages show it.
fn lines(document: &Document) -> Vec<String> {
    let pages = document.to_text(Stage::Pages).unwrap();
    let runs = pages.lines().filter_map(|line| line.split_once(" #")?.1.split_once(' '));
    runs.map(|(_, text)| text.to_owned()).collect()
}

#[track_caller]
fn whole(document: &Document, texts: &[&str]) {
    let lines = lines(document);
    for text in texts {
        let whole = |line: &String| line.split([' ', '°']).any(|word| word == *text);
        assert!(lines.iter().any(whole), "{text} in {lines:#?}");
    }
}

/// The widths of the first table, in twips.
fn widths(document: &Document) -> Vec<i32> {
    let tree = document.to_text(Stage::Tree).unwrap();
    let table = tree.lines().find_map(|line| line.strip_prefix("table ")).unwrap();
    table.split(" border").next().unwrap().split(' ').map(|width| width.parse().unwrap()).collect()
}

#[test]
fn sums_dates_and_labels_stay_whole() {
    let document = report(|section| {
        section["targets"] = json!([
            {"name": "Vận động xây nhà đại đoàn kết", "unit": "đồng", "planned": 1250000000, "actual": 1375500000},
            {"name": "Kết nạp đảng viên mới", "unit": "đồng chí", "planned": 3, "actual": 3},
        ]);
    });
    whole(&document.unwrap(), &["1.250.000.000", "1.375.500.000", "110,04%", "STT"]);
    let document = report(|section| {
        section["table"] = json!({
            "columns": [{"label": "TT"}, {"label": "Nội dung"}, {"label": "Thời hạn"}, {"label": "Văn bản"}, {"label": "Kinh phí"}],
            "rows": [
                ["1", "Sinh hoạt chuyên đề về học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh", "05/12/2026",
                 "Kế hoạch 123-KH/ĐUK", "12.500.000.000"],
                ["10", "Học tập", "30/6/2026", "45-CTr/BTCTW", "-3,25"],
            ],
        });
    });
    whole(
        &document.unwrap(),
        &["05/12/2026", "30/6/2026", "123-KH/ĐUK", "45-CTr/BTCTW", "12.500.000.000", "TT", "10"],
    );
}

/// The sheet is full, figures have what they need, and the text has the rest.
#[test]
fn an_automatic_table_fills_the_sheet() {
    let table = "<table columns='auto auto auto'><tr><th>STT</th><th>Nội dung</th><th>Số tiền</th></tr>\
                 <tr><td>1</td><td>Vận động xây nhà đại đoàn kết cho các hộ nghèo của thôn và của các thôn bên</td>\
                 <td>1.250.000.000</td></tr></table>";
    let widths = widths(&rendered(table).unwrap());
    assert_eq!(widths.iter().sum::<i32>(), 9355);
    // 12 pt: STT in bold takes 22.7 pt, the sum 69 pt, and 10.8 pt are the cell's own.
    assert!((670..680).contains(&widths[0]) && (1590..1640).contains(&widths[2]), "{widths:?}");
}

#[test]
fn shares_and_lengths_hold_unless_something_would_be_torn() {
    let row = |text: &str| format!("<tr><td>a</td><td>{text}</td><td>b</td></tr></table>");
    let table = |columns: &str, text: &str| rendered(&format!("<table columns='{columns}'>{}", row(text)));
    let shown = |document: Document| {
        let tree = document.to_text(Stage::Tree).unwrap();
        tree.lines().find(|line| line.starts_with("table")).unwrap().to_owned()
    };
    assert_eq!(shown(table("20mm 1fr 8fr", "c").unwrap()), "table 1134 1fr 8fr border 0.5 keep");
    let grown = widths(&table("20mm 1fr 8fr", "12.500.000.000").unwrap());
    assert!(
        grown[0] == 1134 && (1700..1740).contains(&grown[1]) && grown.iter().sum::<i32>() == 9355,
        "{grown:?}"
    );
    // At least so wide, and wider where it must be.
    assert_eq!(widths(&table("30mm+ 1fr 8fr", "c").unwrap())[0], 1701);
    assert!(widths(&table("1fr 10mm+ 8fr", "12.500.000.000").unwrap())[1] > 1700);
}

#[test]
fn a_length_that_tears_is_refused() {
    let table = |width: &str, head: &str, text: &str| {
        refused(&format!(
            "<table columns='{width} 1fr'><tr><th>{head}</th><th>Nội dung</th></tr>\
             <tr><td>{text}</td><td>c</td></tr></table>"
        ))
    };
    assert_eq!(
        table("8mm", "TT", "1"),
        "cột 1 rộng 8 mm, mà “TT” cần 9,5 mm; hãy ghi rộng hơn hoặc ghi auto [quy ước]"
    );
    assert_eq!(
        table("9mm", "TT", "1"),
        "cột 1 rộng 9 mm, mà “TT” cần 9,5 mm; hãy ghi rộng hơn hoặc ghi auto [quy ước]"
    );
    assert_eq!(
        table("18mm", "Thời hạn", "05/6/2026"),
        "cột 1 (“Thời hạn”) rộng 18 mm, mà “05/6/2026” cần 21 mm; hãy ghi rộng hơn hoặc ghi auto [quy ước]"
    );
    assert_eq!(
        refused(
            "<table columns='10mm 10mm 1fr'><tr><td colspan='2'>1.250.000.000</td><td>c</td></tr>\
             <tr><td>1</td><td>2</td><td>d</td></tr></table>"
        ),
        "cột 1 đến cột 2 rộng 20 mm, mà “1.250.000.000” cần 28,2 mm; hãy ghi rộng hơn hoặc ghi auto [quy ước]"
    );
    // A cell that nothing parts, however long, is told by its begin.
    let long = table("12mm", "TT", &["W"; 5_000].join("\u{a0}"));
    assert!(long.contains(&format!("mà “{}…” cần ", ["W"; 30].join("\u{a0}") + "\u{a0}")), "{long}");
    assert!(long.len() < 250, "{long}");
}

/// All that has no room is told at once, by the widest piece of each column, in the order of the paper.
#[test]
fn every_column_that_is_too_narrow_is_told() {
    let long = "x".repeat(60);
    let told = refused(&format!(
        "<table columns='8mm 1fr 15mm 10mm'><tr><th>TT</th><th>Nội dung</th><th>Thời hạn</th><th>Số</th></tr>\
         <tr><td>1</td><td>a</td><td>05/6/2026</td><td>1</td></tr>\
         <tr><td>1.000</td><td>a</td><td>31/12/2026</td><td>2</td></tr>\
         <tr><td>2</td><td>a</td><td colspan='2'>1.250.000.000.000</td></tr></table>\
         <p>Sau bảng.</p>\
         <table columns='5mm auto auto auto'><tr><td>15</td><td>{long}</td><td>{long}</td><td>{long}</td></tr></table>"
    ));
    let mend = "; hãy ghi rộng hơn hoặc ghi auto [quy ước]";
    assert_eq!(
        told.lines().collect::<Vec<_>>(),
        [
            format!("cột 1 (“TT”) rộng 8 mm, mà “1.000” cần 13,4 mm{mend}"),
            format!("cột 3 (“Thời hạn”) rộng 15 mm, mà “31/12/2026” cần 23,2 mm{mend}"),
            format!("cột 3 đến cột 4 rộng 25 mm, mà “1.250.000.000.000” cần 35,6 mm{mend}"),
            format!("cột 1 rộng 5 mm, mà “15” cần 8,1 mm{mend}"),
            format!(
                "các cột của bảng (rộng nhất là cột 4, vì “{long}”) cần 397,6 mm, mà chỉ có 165 mm; hãy bớt cột hoặc viết tách chữ này ra [quy ước]"
            ),
        ]
    );
    let copies = report(|section| {
        let column = |width: &str| json!({"label": "TT", "width": width});
        section["table"] = json!({"columns": [column("8mm"), {"label": "Nội dung"}, column("7mm")], "rows": [["1", "a", "2"]]});
    });
    assert_eq!(copies.unwrap_err().problems().len(), 2);
}

/// Each copy of a sheet has the same table.
#[test]
fn a_column_of_every_copy_is_told_once() {
    let wording = "<table columns='5mm 1fr'><tr><td>12</td><td>a</td></tr></table>";
    let ballot = crate::case("ballot_four_to_a_sheet");
    let renderer = Renderer::new().with_wording("ballot_paper", wording).unwrap();
    let error = renderer.render(&BallotPaper::from_json(&ballot).unwrap()).unwrap_err();
    assert_eq!(told(&error), "cột 1 rộng 5 mm, mà “12” cần 8,1 mm; hãy ghi rộng hơn hoặc ghi auto [quy ước]");
}

/// What is needed and what there is never read the same, however near they are.
#[test]
fn the_two_lengths_differ() {
    let mut refusals = 0;
    for tenth in 80..100 {
        let width = f64::from(tenth) / 10.0;
        let table = format!(
            "<table columns='{width}mm 1fr'><tr><th>TT</th><th>b</th></tr><tr><td>1</td><td>c</td></tr></table>"
        );
        let Err(error) = rendered(&table) else { continue };
        let told = told(&error);
        let rest = told.strip_prefix("cột 1 rộng ").unwrap();
        let (have, rest) = rest.split_once(" mm, mà “TT” cần ").unwrap();
        let need = rest.split_once(" mm;").unwrap().0;
        assert_ne!(have, need, "{told}");
        refusals += 1;
    }
    assert!((14..18).contains(&refusals), "{refusals}");
}

#[test]
fn columns_that_need_more_than_the_sheet_are_refused() {
    let long = "x".repeat(40);
    let row = format!("<tr><td>{long}</td><td>{long}</td><td>{long}y</td></tr>");
    assert_eq!(
        refused(&format!("<table columns='auto 1fr auto'>{row}</table>")),
        format!(
            "các cột của bảng (rộng nhất là cột 3, vì “{long}y”) cần 267,7 mm, mà chỉ có 165 mm; hãy bớt cột hoặc viết tách chữ này ra [quy ước]"
        )
    );
    // In the body, a word as long is cut as before.
    assert!(rendered(&format!("<p>{}</p>", "x".repeat(160))).is_ok());
}

/// One label of the numbers in a paper.
#[test]
fn the_numbers_have_one_label() {
    let document = report(|section| {
        section["reviewed"] = json!({"month": 5, "tasks": [{"content": "Thu đảng phí.", "before": "Chưa xong", "result": "Đã xong"}]});
        section["targets"] = json!([{"name": "Kết nạp đảng viên", "planned": 3, "actual": 3}]);
    });
    let words = match document {
        Ok(document) => document.words().replace('\n', " "),
        Err(error) => panic!("{error}"),
    };
    assert_eq!(words.split(' ').filter(|word| *word == "STT").count(), 2);
    assert!(!words.contains(" TT "));
}

/// Blank and filled, the form of 28 criteria takes four pages at most.
#[test]
fn the_form_of_an_phu_takes_four_pages() {
    for case in ["evaluation_blank_an_phu", "evaluation_form"] {
        let document = crate::render(&crate::case(case));
        let pages =
            document.to_text(Stage::Pages).unwrap().lines().filter(|line| line.starts_with("page ")).count();
        assert!(pages <= 4, "{case}: {pages}");
        let widths = widths(&document);
        let widest = widths.iter().max().unwrap();
        assert!(widths[1] == *widest && *widest > 9355 / 2, "{case}: {widths:?}");
        // A tenth at least for the notes.
        assert!(widths.last().unwrap() * 10 >= 9350, "{case}: {widths:?}");
    }
}
