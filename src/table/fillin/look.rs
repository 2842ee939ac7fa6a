//! How the cells of a workbook look, and which of them can be written in.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, ProtectionOptions};

use super::columns::{Column, Takes};

/// A4, as Excel numbers sheets of paper.
pub(super) const A4: u8 = 9;

const REQUIRED: Color = Color::RGB(0xFF_F2_CC);
const OPTIONAL: Color = Color::RGB(0xDD_E8_F5);

fn plain() -> Format {
    Format::new().set_font_name("Times New Roman").set_font_size(12).set_align(FormatAlign::Top)
}

/// What is only read.
pub(super) fn note() -> Format {
    plain().set_italic()
}

pub(super) fn wrapped() -> Format {
    plain().set_text_wrap().set_border(FormatBorder::Thin)
}

/// The name of a column or a value, by whether it must be filled in.
pub(super) fn name(required: bool) -> Format {
    let colour = if required { REQUIRED } else { OPTIONAL };
    let name = plain().set_bold().set_text_wrap().set_border(FormatBorder::Thin);
    name.set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter).set_background_color(colour)
}

/// A cell to fill in. What is a text stays as it was typed: 007, 0912345678.
pub(super) fn open(takes: &Takes) -> Format {
    let open = plain().set_unlocked();
    match takes {
        Takes::Text | Takes::Lines | Takes::Choice(_) => open.set_num_format("@").set_text_wrap(),
        Takes::Date => open.set_num_format("dd/mm/yyyy"),
        Takes::Figure { .. } | Takes::Either => open,
    }
}

/// The width of a column, in letters.
pub(super) fn width(column: &Column) -> f64 {
    let longest = |texts: &[String]| texts.iter().map(|text| text.chars().count()).max().unwrap_or_default();
    let letters = match &column.takes {
        Takes::Lines => 36,
        Takes::Text => (column.example.chars().count() + 4).clamp(16, 40),
        Takes::Choice(choices) => (longest(choices) + 5).clamp(12, 30),
        Takes::Date => 13,
        Takes::Figure { .. } | Takes::Either => 12,
    };
    // The longest word of a name is never torn.
    let word = column.name.split(' ').map(|word| word.chars().count()).max().unwrap_or_default();
    letters.max(word + 3) as f64
}

/// The height of the row of names: each in lines as wide as its column.
pub(super) fn height(columns: &[Column]) -> f64 {
    let lines = |column: &Column| (column.name.chars().count() as f64 * 1.25 / width(column)).ceil();
    columns.iter().map(lines).fold(1.0, f64::max) * 16.0 + 8.0
}

/// What a clerk may do to a sheet of which the names are protected: everything but that.
pub(super) fn protection() -> ProtectionOptions {
    ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        insert_rows: true,
        delete_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    }
}
