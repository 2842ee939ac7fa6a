//! The sheet of instructions: what each column takes, whether it must be filled in, an example.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::columns::{Column, Columns};
use super::look;
use super::told;

/// A sheet that calls itself so is not looked at for records.
const NAME: &str = "Hướng dẫn";

const HEADS: [(&str, f64); 4] = [("Cột", 34.0), ("Phải ghi", 10.0), ("Ghi gì", 62.0), ("Ví dụ", 44.0)];

pub(super) fn write(sheet: &mut Worksheet, columns: &Columns) -> Result<(), XlsxError> {
    sheet.set_name(NAME)?;
    for (column, (head, width)) in (0..).zip(HEADS) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, head, &look::name(false))?;
    }
    for (row, column) in (1..).zip(columns.above.iter().chain(&columns.columns)) {
        let must = if column.required { "phải ghi" } else { "" };
        let texts = [column.name.as_str(), must, &help(column), &column.example];
        for (at, text) in (0..).zip(texts) {
            sheet.write_string_with_format(row, at, text, &look::wrapped())?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape().set_paper_size(look::A4).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    sheet.protect_with_options(&look::protection());
    Ok(())
}

/// The prompt, without what the column beside it says.
fn help(column: &Column) -> String {
    let open = Column { required: false, ..column.clone() };
    told::prompt(&open).trim().to_owned()
}
