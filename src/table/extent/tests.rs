use std::io::Cursor;

use super::super::book::{Hidden, Merged};
use super::super::{header, sums};
use super::*;

fn sheet(rows: &str) -> Sheet {
    super::super::csv::sheet(Cursor::new(rows.to_owned())).unwrap()
}

/// The names of the columns, the numbers of the rows that are taken, what is said of the others.
fn read(sheet: &Sheet, known: &[&str]) -> (Vec<String>, Vec<usize>, Vec<String>) {
    let found = header::find(sheet, &|name| known.contains(&name)).unwrap();
    let extent = extent(sheet, &found, None);
    let rows = extent.rows.iter().map(|row| row.number).collect();
    let survey = super::super::Survey { left: extent.left.into(), ..Default::default() };
    (found.header.names().to_vec(), rows, survey.left_out())
}

/// The sums that differ: the cell, what it says, what its rows come to.
fn differing(extent: &Extent, columns: usize) -> Vec<(String, f64, f64)> {
    let told = sums::differing(extent, columns).into_iter();
    told.map(|told| (told.cell, told.said, told.total)).collect()
}

const CLERKS: &str = "ĐẢNG UỶ XÃ NHÂN THẮNG;;;;\n;;;;\nBẢNG TỔNG HỢP;;;;\n\
    STT;Tên chi bộ;Đảng viên;;Ghi chú\n;;Tổng số;Có mặt;\n(1);(2);(3);(4);(5)\nI;Khối thôn;;;\n\
    1;Chi bộ thôn Đông;20;18;\n2;Chi bộ thôn Đoài;21;21;x\n;Cộng khối thôn;41;39;\nII;Khối cơ quan;;;\n\
    STT;Tên chi bộ;Đảng viên;;Ghi chú\n3;Chi bộ Trường Tiểu học;10;9;\n\n4;Chi bộ Trạm Y tế;7;7;\n;Tổng cộng;58;55;\n\
    ;;;Nhân Thắng, ngày 08 tháng 6 năm 2026;\n;Người lập biểu;;T/M ĐẢNG UỶ;\n;Trần Thị Thu;;Lê Văn Cường;\n";

#[test]
fn what_is_around_a_table_and_between_its_rows_is_left_out_and_told() {
    let (names, rows, said) = read(&sheet(CLERKS), &[]);
    assert_eq!(names, ["STT", "Tên chi bộ", "Đảng viên / Tổng số", "Đảng viên / Có mặt", "Ghi chú"]);
    assert_eq!(rows, [8, 9, 13, 15]);
    assert_eq!(
        said,
        [
            "dòng 1–3: phần trên bảng",
            "dòng 6: đánh số cột",
            "dòng 7 (Khối thôn): tên nhóm",
            "dòng 10: dòng cộng",
            "dòng 11 (Khối cơ quan): tên nhóm",
            "dòng 12: lặp lại tiêu đề",
            "dòng 14: để trống",
            "dòng 16: dòng cộng",
            "dòng 17–19: phần dưới bảng",
        ]
    );
}

#[test]
fn names_that_are_known_tell_the_header() {
    // As full as the header, and above it.
    let rows = "Mẫu;01;Kính gửi;Đảng uỷ\nSTT;Tên chi bộ;Số;Ngày\n1;Chi bộ A;5;05/6/2026\n";
    let (names, rows, _) = read(&sheet(rows), &["Tên chi bộ", "Số"]);
    assert_eq!((names[1].as_str(), &rows[..]), ("Tên chi bộ", &[3][..]));
}

#[test]
fn merged_cells_name_groups_and_hidden_rows_are_left_out() {
    let mut sheet = sheet("Bảng;;;\nTên chi bộ;Điểm;;Bí thư\n;1,1;1.2;\nChi bộ A;5;4;An\nChi bộ B;5;4;Bé\n");
    let merged = |start, end| Merged { start, end };
    sheet.merged =
        vec![merged((0, 0), (0, 3)), merged((1, 0), (2, 0)), merged((1, 1), (1, 2)), merged((1, 3), (2, 3))];
    sheet.rows[3].hidden = Some(Hidden::Filtered);
    let (names, rows, said) = read(&sheet, &[]);
    assert_eq!(names, ["Tên chi bộ", "1.1", "1.2", "Bí thư"]);
    assert_eq!(rows, [5]);
    assert_eq!(said, ["dòng 1: phần trên bảng", "dòng 4 (Chi bộ A): đang bị bộ lọc ẩn: không làm"]);
}

#[test]
fn rows_that_somebody_named_are_the_table() {
    let sheet = sheet("Tên;Số\nCộng;1\nChi bộ A;2\nChi bộ B;3\n");
    let found = header::at(&sheet, 1, None);
    let extent = extent(&sheet, &found, Some(&(2..=3)));
    assert_eq!(extent.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 3]);
    assert_eq!(extent.left.len(), 1);
}

#[test]
fn a_sum_that_differs_from_the_rows_is_told() {
    let mut sheet = sheet(CLERKS);
    let number = |value: f64| Cell::Number { value, shown: value.to_string() };
    let sum = sheet.rows.iter_mut().find(|row| row.number == 16).unwrap();
    sum.cells[1].1 = number(59.0);
    sum.cells[2].1 = number(55.0);
    let found = header::find(&sheet, &|_| false).unwrap();
    assert_eq!(differing(&extent(&sheet, &found, None), 5), [("C16".to_owned(), 59.0, 58.0)]);
}

#[test]
fn records_below_a_note_or_a_sum_are_taken() {
    let rows = "STT;Tên chi bộ;Số;Có mặt\n1;Chi bộ A;20;18\n;Ghi chú: chi bộ B họp bù;;\n2;Chi bộ B;10;9\n\
        ;Tổng cộng;30;27\n3;Chi bộ C;7;7\n;Ghi chú: đã kiểm tra;;\n";
    let (_, taken, said) = read(&sheet(rows), &[]);
    assert_eq!(taken, [2, 4, 6]);
    assert_eq!(
        said,
        ["dòng 3 (Ghi chú: chi bộ B họp bù): ghi chú", "dòng 5: dòng cộng", "dòng 7: phần dưới bảng",]
    );
}

#[test]
fn records_below_the_signatures_are_told_by_name() {
    let sheet = sheet(&format!(
        "{CLERKS}\n5;Chi bộ Khu phố 30;12;11;\n6;Chi bộ Khu phố 31\n;Đã kiểm tra;;;\n;(Ký, ghi rõ họ tên);;(Ký tên);\n"
    ));
    let found = header::find(&sheet, &|_| false).unwrap();
    let extent = extent(&sheet, &found, None);
    let survey = super::super::Survey { left: extent.left.into(), ..Default::default() };
    let why = "dưới phần ký: không làm; hãy đưa dòng lên trên phần ký, hoặc chọn dòng bằng rows";
    let said = survey.left_out();
    assert_eq!(
        said[said.len() - 4..],
        [
            "dòng 17–20: phần dưới bảng".to_owned(),
            format!("dòng 21 (Chi bộ Khu phố 30): {why}"),
            format!("dòng 22 (Chi bộ Khu phố 31): {why}"),
            "dòng 23–24: phần dưới bảng".to_owned(),
        ]
    );
    let hidden = ["dòng 21 (Chi bộ Khu phố 30)", "dòng 22 (Chi bộ Khu phố 31)"];
    assert_eq!(survey.hidden_rows(), hidden.map(|row| (row.to_owned(), why.to_owned())));
}

#[test]
fn a_record_may_have_words_of_a_signature() {
    let rows = "STT;Tên chi bộ;Người dự\n1;Chi bộ A;Lãnh đạo Ban\n2;Chi bộ B;Thủ trưởng\n;Người lập biểu;T/M ĐẢNG UỶ\n\
        ;Trần Thị Thu;Lê Văn Cường\n";
    assert_eq!(read(&sheet(rows), &[]).1, [2, 3]);
    // Columns of words alone: a name like theirs.
    let rows = "Tên chi bộ;Bí thư\nChi bộ A;An\nChi bộ B;Bé\nNgười lập biểu;T/M ĐẢNG UỶ\nTrần Thu;Lê Cường\nChi bộ C;Chi\n";
    let (_, taken, said) = read(&sheet(rows), &[]);
    assert_eq!(taken, [2, 3]);
    assert_eq!(said[0], "dòng 4–5: phần dưới bảng");
    assert!(said[1].starts_with("dòng 6 (Chi bộ C): dưới phần ký"), "{said:?}");
}

#[test]
fn a_row_with_a_name_alone_is_a_record_where_it_names_no_group() {
    let head = "STT;Tên chi bộ;Số;Có mặt\n";
    for (rows, taken) in [
        ("1;Chi bộ A;20;18\n2;Chi bộ B;;\n", &[2, 3][..]),
        ("1;Chi bộ A;20;18\n;Chi bộ B;;\n;Chi bộ C;;\n", &[2, 3, 4]),
        ("1;Chi bộ A;20;18\n2;Chi bộ B;;\n3;Chi bộ C;7;7\n", &[2, 3, 4]),
        ("1;Chi bộ A;;\n2;Chi bộ B;20;18\n3;Chi bộ C;7;7\n", &[2, 3, 4]),
        ("1;Chi bộ A;20;18\n\n2;Chi bộ B;;\n;Người lập biểu;;T/M ĐẢNG UỶ\n", &[2, 4]),
        // Groups, whatever their numbers are.
        ("1;Khối thôn;;\n1;Chi bộ A;20;18\n2;Khối cơ quan;;\n1;Chi bộ B;7;7\n", &[3, 5]),
        ("I;Khối thôn;;\n1;Chi bộ A;20;18\n;Khối cơ quan;;\n2;Chi bộ B;7;7\n", &[3, 5]),
        // What is said below a table.
        ("1;Chi bộ A;20;18\n;Danh sách này có 1 chi bộ.;;\n", &[2]),
        ("1;Chi bộ A;20;18\nDanh sách này có 1 chi bộ;;;\n", &[2]),
        ("1;Chi bộ A;20;18\n\n;Danh sách này có 1 chi bộ;;\n", &[2]),
    ] {
        assert_eq!(read(&sheet(&format!("{head}{rows}")), &[]).1, taken, "{rows}");
    }
}

#[test]
fn a_row_without_a_name_is_a_record_where_it_says_what_records_say() {
    let head = "STT;Tên;Đơn vị;Hình thức\n1;An;Chi bộ 1;Giấy khen\n2;Bé;Chi bộ 2;Giấy khen\n";
    for (rest, rows) in [
        ("3;;;Giấy khen\n", &[2, 3, 4][..]),
        ("3;;Chi bộ 3;\n", &[2, 3, 4]),
        (";;;Giấy khen\n", &[2, 3, 4]),
        ("3;;;Giấy khen\n4;;;Giấy khen\n5;Em;Chi bộ 5;Giấy khen\n", &[2, 3, 4, 5, 6]),
        // What no record says is of the foot, a number that does not go on is none of the table's.
        (";;;Đã duyệt\n", &[2, 3]),
        ("7;;;Giấy khen\n", &[2, 3]),
        ("3;;;\n4;;;\n", &[2, 3]),
        ("\n;;;Giấy khen\n", &[2, 3]),
        (";;;Bình An, ngày 12 tháng 6 năm 2026\n;;;Giấy khen\n", &[2, 3]),
    ] {
        let (_, found, _) = read(&sheet(&format!("{head}{rest}")), &[]);
        assert_eq!(found, rows, "{rest}");
    }
}

#[test]
fn averages_and_shares_are_no_records() {
    for (name, why) in [
        ("Bình quân", "bình quân"),
        ("Trung bình", "bình quân"),
        ("Trung bình cộng:", "bình quân"),
        ("Điểm trung bình", "bình quân"),
        ("Tỷ lệ", "tỷ lệ"),
        ("Tỷ lệ (%)", "tỷ lệ"),
        ("Tỉ lệ %", "tỷ lệ"),
    ] {
        let rows = format!(
            "STT;Tên chi bộ;Số;Có mặt\n1;Chi bộ A;20;18\n2;Trung Bình;10;9\n;Cộng;30;27\n;{name};15;13,5\n"
        );
        let (_, taken, said) = read(&sheet(&rows), &[]);
        assert_eq!(taken, [2, 3], "{name}");
        assert_eq!(said, ["dòng 4: dòng cộng".to_owned(), format!("dòng 5: dòng {why}")]);
    }
}

#[test]
fn columns_are_counted_by_letters_too_and_have_units() {
    let rows =
        "STT;Tên chi bộ;Số;Tỷ lệ;Điểm\n(A);(B);(1);(2)=(1)/3;(3)\n;;(đồng chí);%;điểm\n1;Chi bộ A;20;18;9\n";
    let (_, taken, said) = read(&sheet(rows), &[]);
    assert_eq!(taken, [4]);
    assert_eq!(said, ["dòng 2: đánh số cột", "dòng 3: đơn vị tính"]);
}

#[test]
fn what_a_merged_cell_says_it_says_of_each_of_its_rows() {
    let mut sheet = sheet("Cụm;Tên;Ngày;Số\nCụm 1;A;05/6/2026;30\n;B;;\n;;;\n;C;;\nCụm 2;D;06/6/2026;5\n");
    let merged = |column, end| Merged { start: (1, column), end: (end, column) };
    // The last holds nothing but itself: a record that is merged from top to bottom.
    sheet.merged = vec![merged(0, 4), merged(2, 2), merged(3, 2), Merged { start: (5, 3), end: (6, 3) }];
    let found = header::find(&sheet, &|_| false).unwrap();
    let rows = extent(&sheet, &found, None).rows;
    let shown = |row: usize, column: usize| rows[row].cells[column].shown();
    assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 3, 5, 6]);
    assert_eq!([shown(0, 0), shown(1, 0), shown(2, 0), shown(3, 0)], ["Cụm 1", "Cụm 1", "Cụm 1", "Cụm 2"]);
    assert_eq!([shown(0, 2), shown(1, 2), shown(2, 2)], ["05/6/2026", "05/6/2026", ""]);
    let said = "là số của ô gộp nhiều dòng: hãy tách ô, ghi số của từng dòng";
    let number = |row: usize| rows[row].cells[3].value(super::super::cell::Wanted::Integer, false);
    assert_eq!((number(0), number(1)), (Err(said.into()), Err(said.into())));
    assert_eq!(number(3), Ok(5.into()));
}

#[test]
fn a_title_merged_over_everything_names_no_columns() {
    let mut sheet = sheet("BẢNG;;\nTên;Điểm;\nA;5;\n");
    sheet.merged =
        vec![Merged { start: (0, 0), end: (0, 16_383) }, Merged { start: (1, 1), end: (1, 16_383) }];
    assert_eq!(read(&sheet, &[]).0, ["Tên", "Điểm"]);
    let (names, taken, _) = {
        sheet.rows.truncate(1);
        sheet.merged = vec![Merged { start: (0, 0), end: (1_048_575, 16_383) }; 100_000];
        read(&sheet, &[])
    };
    assert_eq!((names, taken), (vec!["BẢNG".to_owned()], vec![]));
}

#[test]
fn each_sum_is_compared_with_the_rows_that_it_sums() {
    let differing = |rows: &str| {
        let sheet = sheet(&format!("STT;Tên chi bộ;Số;Tỷ lệ\n{rows}"));
        let found = header::find(&sheet, &|_| false).unwrap();
        let extent = extent(&sheet, &found, None);
        (extent.rows.iter().map(|row| row.number).collect::<Vec<_>>(), self::differing(&extent, 4))
    };
    let cell = |name: &str, said, total| (name.to_owned(), said, total);
    let rows = "I;Khối thôn;;\n1;A;20;90\n2;B;21;80\n;Cộng khối thôn;41;85%\nII;Khối cơ quan;;\n3;C;10;70\n;Cộng;10;\n\
        ;Tổng cộng;51;\n";
    assert_eq!(differing(rows), (vec![3, 4, 7], vec![]));
    let wrong =
        rows.replace("thôn;41", "thôn;42").replace("Cộng;10", "Cộng;11").replace("cộng;51", "cộng;41");
    assert_eq!(differing(&wrong).1, [cell("C5", 42.0, 41.0), cell("C8", 11.0, 51.0), cell("C9", 41.0, 51.0)]);
    // Sums above their rows.
    let rows = "A;Xã;51;\nI;Khối thôn;41;\n1;A;20;\n2;B;21;\nII;Khối cơ quan;10;\n3;C;10;\n;Tổng cộng;51;\n";
    assert_eq!(differing(rows), (vec![4, 5, 7], vec![]));
    let wrong = rows.replace("Xã;51", "Xã;50").replace("thôn;41", "thôn;40").replace("quan;10", "quan;9");
    assert_eq!(differing(&wrong).1, [cell("C2", 50.0, 51.0), cell("C3", 40.0, 41.0), cell("C6", 9.0, 10.0)]);
    // Numbers of records, and a chi bộ that is a group of its own.
    assert_eq!(differing("I;A;20;\nII;B;21;\nIII;C;1;\n").0, [2, 3, 4]);
    assert_eq!(
        differing("I;Khối thôn;20;\n1;A;20;\nII;Chi bộ Quân sự;7;\n;Cộng;27;\n"),
        (vec![3, 4], vec![])
    );
}

/// What Excel does not add, and adds beside the rows that are shown.
#[test]
fn a_sum_says_why_it_differs_where_the_figures_bear_it_out() {
    let said = |texts: &[usize], hidden: &[(usize, Hidden)], sum: f64| {
        let mut sheet = sheet(
            "STT;Tên chi bộ;Số\n1;Chi bộ A;20\n2;Chi bộ B;21\n3;Chi bộ C;10\n4;Chi bộ D;7\n5;Chi bộ E;5\n;Cộng;x\n",
        );
        for row in &mut sheet.rows[1..] {
            row.hidden = hidden.iter().find(|(number, _)| *number == row.number).map(|(_, hidden)| *hidden);
            let Some((_, cell)) = row.cells.last_mut().filter(|_| !texts.contains(&row.number)) else {
                continue;
            };
            let value = cell.as_number().unwrap_or(sum);
            *cell = Cell::Number { value, shown: value.to_string() };
        }
        let found = header::find(&sheet, &|_| false).unwrap();
        let sums = sums::differing(&extent(&sheet, &found, None), 3);
        let survey = super::super::Survey { sums, ..Default::default() };
        survey.differing_sums().join("\n")
    };
    let (by_hand, filtered) = (Hidden::ByHand, Hidden::Filtered);
    assert_eq!(said(&[], &[], 63.0), "");
    assert_eq!(
        said(&[3, 5], &[], 35.0),
        "ô C7 ghi 35, mà các dòng được lấy cộng lại là 63, vì bảng tính không cộng 2 ô ghi dưới dạng chữ (C3, C5)"
    );
    assert_eq!(
        said(&[], &[(4, by_hand), (5, filtered)], 63.0),
        "ô C7 ghi 63, mà các dòng được lấy cộng lại là 46, vì bảng tính cộng cả 2 dòng đang ẩn (4, 5)"
    );
    // SUBTOTAL passes over rows that are filtered away.
    assert_eq!(
        said(&[3], &[(4, by_hand), (5, filtered)], 35.0),
        "ô C7 ghi 35, mà các dòng được lấy cộng lại là 46, vì bảng tính không cộng 1 ô ghi dưới dạng chữ (C3) và cộng \
         cả 1 dòng đang ẩn (4)"
    );
    assert_eq!(said(&[3], &[], 60.0), "ô C7 ghi 60, mà các dòng được lấy cộng lại là 63");
}

#[test]
fn rows_far_down_a_sheet_cost_nothing() {
    let mut sheet = sheet("Tên;Số\nChi bộ A;2\nChi bộ B;3\n");
    for row in &mut sheet.rows {
        row.number += 4_294_967_296;
    }
    let (_, rows, said) = read(&sheet, &[]);
    assert_eq!(rows, [4_294_967_298, 4_294_967_299]);
    assert!(said.is_empty());
    sheet.rows[0].number = 3;
    let mut title = sheet.rows[0].clone();
    title.number = 1;
    title.cells.truncate(1);
    sheet.rows.insert(0, title);
    let (_, rows, said) = read(&sheet, &[]);
    assert_eq!(rows.len(), 2);
    assert_eq!(said, ["dòng 1–2: phần trên bảng", "dòng 4–4294967297: để trống"]);
}

#[test]
fn sums_of_a_page_and_of_a_count_are_sums() {
    for name in ["Tổng số 4 chi bộ", "Cộng 4 chi bộ", "Cộng trang 1", "Tổng cộng trang 2:"] {
        let rows = format!("STT;Tên chi bộ;Số;Có mặt\n1;Chi bộ A;20;18\n2;Chi bộ B;10;9\n;{name};30;27\n");
        let (_, rows, said) = read(&sheet(&rows), &[]);
        assert_eq!((rows, said), (vec![2, 3], vec!["dòng 4: dòng cộng".to_owned()]), "{name}");
    }
    let name = "STT;Tên chi bộ;Số;Có mặt\n1;Chi bộ A;20;18\n2;Tổng 4;10;9\n3;Chi bộ B;30;27\n";
    assert_eq!(read(&sheet(name), &[]).1, [2, 3, 4]);
}

#[test]
fn a_row_that_draws_a_line_is_empty() {
    let (_, rows, said) = read(&sheet("Tên|Số\n---|:---:\nChi bộ A|2\n====|\nChi bộ B|3\n"), &[]);
    assert_eq!((rows, said), (vec![3, 5], vec!["dòng 2, 4: để trống".to_owned()]));
}

#[test]
fn a_name_that_became_a_day_is_told() {
    let mut sheet = sheet("STT;Tên chi bộ;3.1;3.2\n1;Chi bộ A;20;18\n");
    let date = chrono::NaiveDate::from_ymd_opt(2026, 1, 3).unwrap();
    sheet.rows[0].cells[2].1 = Cell::Date { date, shown: "03/01/2026".to_owned() };
    assert_eq!(header::dated(&sheet), Some((1, "C1 “03/01/2026”".to_owned())));
    let table = super::super::rows::Table { sheet, has_sheets: false, sheets: Vec::new() };
    assert_eq!(
        table.no_header().to_string(),
        "bảng không có dòng tiêu đề; nếu dòng 1 là tiêu đề: ô C1 “03/01/2026” đã thành ngày, hãy định dạng ô là \
         chữ (Text) rồi ghi lại tên cột"
    );
}
