//! Rules for the copies of a paper that one document holds.

use std::collections::HashMap;

use crate::error::Problems;
use crate::parts::{Copies, Frame};
use crate::path::Path;
use crate::text::Text;
use crate::units::{Length, PerSheet, Sheet};

/// What one document holds at most; a printer repeats it (convention).
const MOST: u32 = 1000;

pub(super) fn check(frame: &Frame, problems: &mut Problems) {
    match &frame.copies {
        Copies::One => {}
        Copies::To(names) => addressees(names, problems),
        Copies::Same { count, per_sheet } => same(*count, *per_sheet, frame.sheet, problems),
    }
}

fn addressees(names: &[Text], problems: &mut Problems) {
    if names.is_empty() {
        problems.error("copies.nobody", "copies", "quy ước", "chưa có tên người được mời");
    }
    let mut first = HashMap::new();
    for (index, name) in names.iter().enumerate() {
        if let Some(before) = first.insert(name.as_str(), index) {
            problems.error(
                "copies.twice",
                Path::at("copies").index(index),
                "quy ước",
                format!(
                    "“{name}” đã được mời ở dòng {}; nếu là hai người trùng tên, hãy ghi thêm chức vụ hoặc nơi công tác",
                    before + 1
                ),
            );
        }
        if name.as_str().ends_with([';', ',', '.']) {
            problems.error(
                "copies.end_mark",
                Path::at("copies").index(index),
                "05-HD/VPTW II.I.9.2.5",
                "tên người được mời ghi không có dấu ở cuối",
            );
        }
    }
}

fn same(count: u32, per_sheet: u32, sheet: Sheet, problems: &mut Problems) {
    if !(1..=MOST).contains(&count) {
        problems.error(
            "copies.count",
            "copies",
            "quy ước",
            format!("số phiếu in từ 1 đến {MOST}; hiện là {count}"),
        );
    }
    match PerSheet::of(per_sheet) {
        None => problems.error(
            "per_sheet.unknown",
            "per_sheet",
            "quy ước",
            format!("mỗi tờ A4 in 1, 2 hoặc 4 phiếu; hiện là {per_sheet}"),
        ),
        Some(PerSheet::One) => {}
        Some(_) if sheet == Sheet::A4 => {}
        Some(_) => problems.error(
            "per_sheet.not_a4",
            "per_sheet",
            "quy ước",
            format!("in {per_sheet} phiếu trên một tờ là cắt từ tờ A4; hãy bỏ khổ A5"),
        ),
    }
}

/// What is handed out on one page has no more: told when it is laid out, `room` being the height of a page.
pub(crate) fn one_page(frame: &Frame, pages: usize, room: Length, problems: &mut Problems) {
    if !frame.one_page || pages <= 1 {
        return;
    }
    let (sheet, remedy) = match frame.sheet {
        Sheet::A4 => ("A4", "hãy rút gọn nội dung"),
        Sheet::A5 => ("A5", "hãy rút gọn nội dung hoặc dùng khổ A4"),
    };
    problems.warning(
        "sheet.second_page",
        "sheet",
        "quy ước",
        format!(
            "{} chiếm {pages} trang khổ {sheet}, vì phần đầu, nội dung và phần ký cao hơn {:.0} mm của một trang; \
             {remedy}",
            frame.type_name.to_lowercase(),
            room.to_mm().round(),
        ),
    );
}
