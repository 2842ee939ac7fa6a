//! Rules for every string of a record, whatever its kind.

use crate::error::Problems;
use crate::fonts::Fonts;
use crate::records::OPEN;
use crate::text::{Cleaned, is_blank, is_mark, legacy, upper};

/// Notes of one string, as given and cleaned, that it is in an old encoding or empty, what cleaning changed, and
/// what the faces cannot draw.
pub(crate) fn check(path: &str, given: &str, cleaned: &Cleaned, fonts: &Fonts, problems: &mut Problems) {
    if let Some(found) = legacy::detect(given) {
        // What else is wrong follows from it.
        problems.error("text.legacy_encoding", path, "05-HD/VPTW II.IV.1", found.advice());
        return;
    }
    if is_blank(&cleaned.text) {
        blank(path, problems);
        return;
    }
    if cleaned.changes.look_alike {
        problems.warning(
            "text.look_alike",
            path,
            "05-HD/VPTW II.IV.1",
            "có chữ trông như Đ/đ nhưng mã khác (Ð, Ɖ, ð, ɖ); đã thay bằng Đ/đ",
        );
    }
    if cleaned.changes.removed {
        problems.warning("text.removed", path, "quy ước", "có ký tự điều khiển hoặc ký tự ẩn; đã bỏ");
    }
    if cleaned.changes.line_break && !keeps_lines(path) {
        problems.warning(
            "text.line_break",
            path,
            "quy ước",
            "có chỗ xuống dòng trong một đoạn; đã thay bằng dấu cách",
        );
    }
    // Headings and names are printed in capitals; a rare letter's may be missing where itself is not.
    let missing = match fonts.missing(&cleaned.text) {
        missing if missing.is_empty() => fonts.missing(&upper(&cleaned.text)),
        missing => missing,
    };
    let reversed = right_to_left(&cleaned.text);
    if !reversed.is_empty() && missing.is_empty() {
        problems.error(
            "text.right_to_left",
            path,
            "quy ước",
            format!(
                "có chữ viết từ phải sang trái: {}; văn bản chỉ in chữ viết từ trái sang phải, hãy phiên âm hoặc bỏ đi",
                listed(&reversed)
            ),
        );
    }
    if !missing.is_empty() {
        problems.error(
            "text.no_glyph",
            path,
            "05-HD/VPTW II.IV.1",
            format!("phông chữ không có ký tự {}", listed(&missing)),
        );
        return;
    }
    marks(&cleaned.text, path, fonts, problems);
}

/// Letters with marks that a face cannot set well, as written or in capitals; marks without a letter.
fn marks(text: &str, path: &str, fonts: &Fonts, problems: &mut Problems) {
    let capitals = upper(text);
    let mut misplaced = fonts.misplaced(text);
    if misplaced.is_empty() {
        misplaced = fonts.misplaced(&capitals);
    }
    let (alone, letters): (Vec<&str>, Vec<&str>) =
        misplaced.into_iter().partition(|cluster| cluster.starts_with(is_mark));
    if !alone.is_empty() {
        let list: Vec<String> =
            alone.concat().chars().map(|c| format!("◌{c} (U+{:04X})", c as u32)).collect();
        problems.warning(
            "text.mark_alone",
            path,
            "quy ước",
            format!(
                "dấu {} đứng riêng, trước nó không có chữ; hãy ghi liền sau chữ mang dấu hoặc bỏ dấu ấy",
                list.join(", ")
            ),
        );
    }
    if !letters.is_empty() {
        problems.warning(
            "text.mark_misplaced",
            path,
            "quy ước",
            format!(
                "phông chữ không đặt đúng chỗ được dấu của {}; hãy xem lại bản in hoặc viết cách khác",
                letters.join(", ")
            ),
        );
    }
}

/// Characters with their numbers.
fn listed(letters: &[char]) -> String {
    let list: Vec<String> = letters.iter().map(|&c| format!("{c} (U+{:04X})", c as u32)).collect();
    list.join(", ")
}

/// The letters that are written from right to left, each once: lines are set from left to right.
fn right_to_left(text: &str) -> Vec<char> {
    let mut found = Vec::new();
    for c in text.chars().filter(|&c| is_right_to_left(c)) {
        if !found.contains(&c) {
            found.push(c);
        }
    }
    found
}

/// Whether a character belongs to a script that is written from right to left: the blocks that Unicode keeps
/// for them (Hebrew, Arabic, Syriac, Thaana, N'Ko and others).
fn is_right_to_left(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}

/// A text without anything to print: a field that may be left out is absent then, and was dropped before.
/// In a list of lists it is a blank cell.
fn blank(path: &str, problems: &mut Problems) {
    let lists = path.rsplit('.').next().unwrap_or_default().matches('[').count();
    let said = match lists {
        0 => OPEN,
        1 => "mục này của danh sách để trống; hãy ghi nội dung hoặc bỏ hẳn mục này",
        _ => return,
    };
    problems.error("text.empty", path, "quy ước", said);
}

/// Whether a line break at that path is one on the page: in the names of the letterhead, in the abstract, in
/// the body of a signature.
fn keeps_lines(path: &str) -> bool {
    let (owner, field) = path.rsplit_once('.').unwrap_or(("", path));
    let owner = owner.rsplit('.').next().unwrap_or_default();
    let owner = owner.split_once('[').map_or(owner, |(owner, _)| owner);
    matches!(
        (owner, field),
        ("issuer", "name" | "superior") | ("", "abstract_line") | ("signature" | "joint_signatures", "body")
    )
}
