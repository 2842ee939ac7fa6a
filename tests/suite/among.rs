//! What is told of a row of a sheet beside the others: blank scores, blank figures, another month, the row again.

use std::io::Cursor;
use std::ops::Range;

use vanban::table::{Mapping, Table};

use crate::workbooks::{Sheet, kind, with_office};

/// The columns of the session's figures, and of the scores.
const SESSION: Range<usize> = 4..13;
const SCORES: Range<usize> = 13..40;

/// A row of a chi bộ that met on this day.
fn row(branch: &str, held: &str) -> Sheet {
    Sheet::of_the_example().with("Tên chi bộ", "", branch).with("Ngày họp", "", held)
}

fn without(mut sheet: Sheet, columns: Range<usize>) -> Sheet {
    sheet.cells[columns].iter_mut().for_each(|cell| *cell = "\"\"".to_owned());
    sheet
}

/// What the survey says, and what is said of each paper.
fn said_with(title: &str, rows: &[Sheet], month: Option<u32>) -> (String, Vec<String>) {
    let header = [title.to_owned(), rows[0].groups.join(";"), rows[0].names.join(";")];
    let lines: Vec<String> = header.into_iter().chain(rows.iter().map(|row| row.cells.join(";"))).collect();
    let table = Table::csv(Cursor::new(lines.join("\n"))).unwrap();
    let form = kind("evaluation_form");
    let template = table.template(form, crate::renderer(), &with_office(Mapping::default()));
    let mut mapping = with_office(Mapping::from_toml(&template).unwrap());
    if let Some(month) = month {
        mapping = mapping.with_constant("period.month", month).with_constant("period.year", 2026);
    }
    let survey = table.survey(form, Some(&mapping), crate::renderer()).unwrap().to_string();
    let items = table.records(form, Some(&mapping), crate::renderer()).unwrap().map(Result::unwrap);
    let mut said = Vec::new();
    for item in items.filter(|item| !item.is_second()) {
        match item.render(crate::renderer()) {
            Ok(paper) => said.extend(paper.warnings().iter().map(ToString::to_string)),
            Err(error) => said.extend(error.problems().iter().map(ToString::to_string)),
        }
    }
    (survey, said)
}

fn said(title: &str, rows: &[Sheet]) -> Vec<String> {
    said_with(title, rows, None).1
}

#[test]
fn a_row_without_a_score_is_told() {
    let blank = || without(row("Chi bộ Khu phố 6", "03/6/2026"), SCORES).with("Ghi chú", "", "");
    let first = || row("Chi bộ Khu phố 5", "03/6/2026");
    let told = said("Tháng 6 năm 2026", &[first(), blank().with("Tổng điểm", "", "88")]);
    assert_eq!(
        told,
        ["cảnh báo: cột “Tổng điểm” (AO5), “88”: không ô điểm nào có điểm; phiếu để trống phần điểm \
          [quy ước; table.total]"]
    );
    let told = said("Tháng 6 năm 2026", &[first(), blank().with("Tổng điểm", "", "")]);
    assert_eq!(
        told,
        ["cảnh báo: ô N5–AN5: các ô điểm còn trống: phiếu để trống phần điểm [quy ước; table.blank]"]
    );
}

#[test]
fn a_row_without_the_figures_that_others_have_is_told() {
    let rows = ["5", "6", "7"].map(|number| row(&format!("Chi bộ Khu phố {number}"), "03/6/2026"));
    let [first, second, third] = rows;
    let told = said("Tháng 6 năm 2026", &[first, without(second, SESSION), third]);
    assert_eq!(
        told,
        [
            "cảnh báo: ô E5–M5: còn trống, mà 2 dòng khác có ghi; phiếu để trống phần này [quy ước; table.blank]"
        ]
    );
}

/// Each cell that is blank is told, those of a row that is refused too; a reason for what has no points is not.
#[test]
fn every_blank_cell_of_a_row_is_told_at_once() {
    let full = |number: u32| row(&format!("Chi bộ Khu phố {number}"), "03/6/2026");
    let partly = || full(6).with("", "Có mặt", "").with("Số đồng chí phát biểu", "", "");
    let blank = |cell: &str| {
        format!(
            "cảnh báo: {cell}: còn trống, mà 2 dòng khác có ghi; hãy ghi số, kể cả số 0 [quy ước; table.blank]"
        )
    };
    let figures = [blank("cột “Đảng viên / Có mặt” (H5)"), blank("cột “Số đồng chí phát biểu” (K5)")];
    assert_eq!(said("Tháng 6 năm 2026", &[full(5), partly(), full(7)]), figures);
    // A name or a day that others have.
    let nobody = full(6).with("Bí thư", "", "").with("Ngày họp", "", "");
    assert_eq!(
        said("Tháng 6 năm 2026", &[full(5), nobody, full(7)]),
        ["cột “Ngày họp” (C5)", "cột “Bí thư” (AR5)"].map(|cell| {
            format!(
                "cảnh báo: {cell}: còn trống, mà 2 dòng khác có ghi; hãy ghi vào ô này [quy ước; table.blank]"
            )
        })
    );
    // What is told as missing is not told again.
    let missing = full(6).with("", "Hoàn thành", "");
    assert_eq!(
        said("Tháng 6 năm 2026", &[full(5), missing, full(7)]),
        [
            "lỗi: cột “Chỉ tiêu nghị quyết / Hoàn thành” (L5): chưa ghi; hãy ghi vào ô này [quy ước; shape.missing_field]"
        ]
    );
    let refused = partly().with("", "4.5", "").with("", "8.3", "").with("Ngày lập phiếu", "", "");
    let told = said("Tháng 6 năm 2026", &[full(5), refused, full(7)]);
    assert_eq!(
        told,
        [
            "lỗi: cột “4.5” (Y5): tiêu chí 4.5 chưa có điểm; hãy ghi điểm vào ô này, kể cả 0 [quy ước; rows.half_filled]",
            "lỗi: cột “8.3” (AN5): tiêu chí 8.3 chưa có điểm; hãy ghi điểm vào ô này, kể cả 0 [quy ước; rows.half_filled]",
            "lỗi: cột “Ngày lập phiếu” (D5): chưa ghi; hãy ghi vào ô này [quy ước; shape.missing_field]",
            figures[0].as_str(),
            figures[1].as_str(),
        ]
    );
}

#[test]
fn a_session_of_another_month_than_most_is_told() {
    let rows = || {
        [
            row("Chi bộ Khu phố 5", "06/3/2026"),
            row("Chi bộ Khu phố 6", "03/6/2026"),
            row("Chi bộ Khu phố 7", "04/6/2026"),
        ]
    };
    let (survey, told) = said_with("Chấm điểm sinh hoạt", &rows(), None);
    assert_eq!(
        told,
        [
            "cảnh báo: cột “Ngày họp” (C4), “06/3/2026”: họp tháng 3/2026, mà 2 dòng khác họp tháng 6/2026; phiếu ghi \
          tháng 3/2026 [quy ước; table.other_month]"
        ]
    );
    assert!(survey.contains("\ntháng của mỗi phiếu lấy theo ngày họp của dòng\n"), "{survey}");
    // Where the sheet says its month, the rules tell it.
    let (survey, told) = said_with("Chấm điểm T6/2026", &rows(), None);
    assert!(survey.contains("\ntháng 6 năm 2026, theo ô A1\n"), "{survey}");
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("không thuộc tháng 6 năm 2026"), "{told:?}");
}

#[test]
fn the_survey_says_the_month_that_is_used() {
    let rows = [row("Chi bộ Khu phố 5", "03/5/2026")];
    let (survey, told) = said_with("Tháng 6 năm 2026", &rows, Some(5));
    assert_eq!(told, [""; 0]);
    assert!(survey.contains("\ntháng 5 năm 2026, theo tệp khai báo cột hoặc --month\n"), "{survey}");
    assert!(!survey.contains("tháng 6 năm 2026"), "{survey}");
}

#[test]
fn a_chi_bo_that_comes_twice_with_its_day_is_told() {
    let rows = [
        row("Chi bộ Khu phố 5", "03/6/2026"),
        row("Chi bộ Khu phố 6", "03/6/2026"),
        row("Chi bộ Khu phố 5", "3-6-2026"),
    ];
    assert_eq!(
        said("Tháng 6 năm 2026", &rows),
        ["cảnh báo: cột “Ngày họp” (C6), “3-6-2026”: trùng chi bộ và ngày họp với dòng 4 \
          [quy ước; table.row_again]"]
    );
}
