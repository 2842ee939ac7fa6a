//! What a workbook says of a column: beside the cell that is being filled in, and where it takes none of what was typed.

use super::columns::{Column, Takes};

/// Excel shows no more than this beside a cell, nor in the heading of that.
const MESSAGE: usize = 255;
const HEADING: usize = 32;

/// What a cell of a column takes, for the person who is in it.
pub(super) fn prompt(column: &Column) -> String {
    let how = match &column.takes {
        Takes::Lines => " Nhiều mục thì mỗi mục một dòng: bấm Alt+Enter để xuống dòng.",
        Takes::Choice(_) => " Chọn trong danh sách.",
        _ => "",
    };
    let must = if column.required { "Phải ghi. " } else { "" };
    // What to do is short, and help may be long.
    let room = MESSAGE.saturating_sub(must.chars().count() + how.chars().count());
    format!("{must}{}{how}", cut(column.help.trim_end(), room))
}

/// The heading of what is said of a column.
pub(super) fn heading(column: &Column) -> String {
    cut(&column.name, HEADING)
}

/// What is said where a cell does not take what was typed.
pub(super) fn refusal(takes: &Takes) -> String {
    match takes {
        Takes::Choice(_) => "Hãy chọn một mục trong danh sách của ô này.".to_owned(),
        Takes::Date => {
            "Hãy ghi ngày/tháng/năm, ví dụ 05/6/2026; máy không nhận thì ghi 2026-06-05.".to_owned()
        }
        Takes::Figure { whole, least, most } => {
            let what = if *whole { "số nguyên" } else { "số" };
            let (least, most) = (figure(*least), most.map(figure));
            match most {
                Some(most) => format!("Hãy ghi một {what} từ {least} đến {most}."),
                None => format!("Hãy ghi một {what} từ {least} trở lên."),
            }
        }
        Takes::Text | Takes::Lines | Takes::Either => String::new(),
    }
}

fn figure(figure: f64) -> String {
    figure.to_string().replace('.', ",")
}

/// A text of at most so many letters, its end left out between words where it has more.
pub(super) fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    let kept = kept.rsplit_once(' ').map_or(kept.as_str(), |(kept, _)| kept);
    format!("{}…", kept.trim_end_matches([',', ';', ':', ' ']))
}
