//! The sheet that is filled in: names that stay in sight and are protected, cells that take what belongs there.

use rust_xlsxwriter::{
    DataValidation, DataValidationRule, ExcelDateTime, Format, Formula, Worksheet, XlsxError,
};

use super::columns::{Column, Columns, Takes};
use super::look;
use super::told;
use crate::kinds::Kind;

const NAME: &str = "Dữ liệu";

/// The sheet of the lists to choose from. It is hidden.
const LISTS: &str = "Danh mục";

/// So many rows take what belongs there; more than any office's table has.
const ROWS: u32 = 2_000;

/// How many columns the value above a list reaches over.
const WIDE: u16 = 4;

/// As many letters stand on a page's width and can still be read.
const PAGE: f64 = 150.0;

/// Writes the sheet; gives the lists to choose from.
pub(super) fn write(
    sheet: &mut Worksheet,
    kind: &Kind,
    columns: &Columns,
) -> Result<Vec<Vec<String>>, XlsxError> {
    let mut lists = Vec::new();
    sheet.set_name(NAME)?;
    let mut width = 0.0;
    for (at, column) in (0..).zip(&columns.columns) {
        sheet.set_column_width(at, look::width(column))?;
        sheet.set_column_format(at, &look::open(&column.takes))?;
        width += look::width(column);
    }
    let last = u16::try_from(columns.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let mut row = 0;
    let what = if kind.is_listed() { "một chi bộ" } else { "một văn bản" };
    let note = format!(
        "Mỗi dòng dưới tiêu đề là {what}. Ô tiêu đề màu vàng: phải ghi. Bấm vào một ô để xem ghi gì; xem thêm trang “Hướng dẫn”."
    );
    line(sheet, row, last, &note, &look::note())?;
    row += 1;
    for column in &columns.above {
        line(sheet, row, last, &column.name, &look::name(column.required))?;
        let open = look::open(&column.takes);
        sheet.merge_range(row, 1, row, WIDE, &column.value, &open)?;
        let takes = validation(column, &mut lists)?;
        sheet.add_data_validation(row, 1, row, 1, &takes)?;
        row += 1;
    }
    if !columns.above.is_empty() {
        line(sheet, row, last, "", &look::note())?;
        row += 1;
    }
    for (at, column) in (0..).zip(&columns.columns) {
        sheet.write_string_with_format(row, at, &column.name, &look::name(column.required))?;
        let takes = validation(column, &mut lists)?;
        sheet.add_data_validation(row + 1, at, row + ROWS, at, &takes)?;
    }
    sheet.set_row_height(row, look::height(&columns.columns))?;
    sheet.set_freeze_panes(row + 1, 1)?;
    sheet.set_selection(row + 1, 0, row + 1, 0)?;
    sheet.set_landscape().set_paper_size(look::A4).set_print_gridlines(true);
    sheet.set_print_fit_to_pages((width / PAGE).ceil() as u16, 0).set_footer("&R&P/&N");
    sheet.set_repeat_rows(row, row)?;
    sheet.set_repeat_columns(0, 0)?;
    sheet.protect_with_options(&look::protection());
    Ok(lists)
}

/// A line above the names, of which no cell is to be filled in but those that are opened.
fn line(sheet: &mut Worksheet, row: u32, last: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
    for at in 0..=last {
        sheet.write_blank(row, at, &look::note())?;
    }
    if !text.is_empty() {
        sheet.write_string_with_format(row, 0, text, format)?;
    }
    Ok(())
}

/// What the cells of a column take.
fn validation(column: &Column, lists: &mut Vec<Vec<String>>) -> Result<DataValidation, XlsxError> {
    let new = DataValidation::new();
    let takes = match &column.takes {
        Takes::Text | Takes::Lines | Takes::Either => new.allow_any_value(),
        Takes::Choice(choices) => new.allow_list_formula(list(choices, lists)),
        Takes::Date => {
            let (first, last) =
                (ExcelDateTime::from_ymd(1930, 1, 1)?, ExcelDateTime::from_ymd(2999, 12, 31)?);
            new.allow_date(DataValidationRule::Between(first, last))
        }
        Takes::Figure { whole: true, least, most } => {
            let least = *least as i32;
            match most.filter(|most| *most < f64::from(i32::MAX)) {
                Some(most) => new.allow_whole_number(DataValidationRule::Between(least, most as i32)),
                None => new.allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(least)),
            }
        }
        Takes::Figure { whole: false, least, most } => match most {
            Some(most) => new.allow_decimal_number(DataValidationRule::Between(*least, *most)),
            None => new.allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(*least)),
        },
    };
    let takes = takes.set_input_title(told::heading(column))?.set_input_message(told::prompt(column))?;
    match told::refusal(&column.takes) {
        said if said.is_empty() => Ok(takes),
        said => takes.set_error_title("Chưa đúng")?.set_error_message(said),
    }
}

/// Where the choices stand in the sheet of lists.
fn list(choices: &[String], lists: &mut Vec<Vec<String>>) -> Formula {
    let place = lists.iter().position(|list| list == choices).unwrap_or_else(|| {
        lists.push(choices.to_vec());
        lists.len() - 1
    });
    let column = crate::table::rows::letters(place);
    Formula::new(format!("='{LISTS}'!${column}$1:${column}${}", choices.len()))
}

/// Writes the sheet of the lists.
pub(super) fn write_lists(sheet: &mut Worksheet, lists: &[Vec<String>]) -> Result<(), XlsxError> {
    sheet.set_name(LISTS)?.set_hidden(true);
    for (at, list) in (0..).zip(lists) {
        for (row, choice) in (0..).zip(list) {
            sheet.write_string(row, at, choice)?;
        }
    }
    sheet.protect();
    Ok(())
}
