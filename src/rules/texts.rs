//! Rules for every string of a record, whatever its kind.

use crate::error::Problems;
use crate::fonts::Fonts;
use crate::path::Here;
use crate::text::{Cleaned, is_blank, is_mark, legacy, upper};

/// What is said where a required value is left open.
const OPEN: &str = "mục này bắt buộc mà để trống; hãy ghi nội dung";
/// What is said where nothing stands for an element of a list.
const OPEN_ELEMENT: &str = "mục này của danh sách để trống; hãy ghi nội dung hoặc bỏ hẳn mục này";

/// Notes of one string, as given and cleaned, that it is in an old encoding or empty, what cleaning changed, and
/// what the faces cannot draw.
pub(crate) fn check(here: &Here<'_>, given: &str, cleaned: &Cleaned, fonts: &Fonts, problems: &mut Problems) {
    if let Some(found) = legacy::detect(given) {
        // What else is wrong follows from it.
        problems.error("text.legacy_encoding", here, "05-HD/VPTW II.IV.1", found.advice());
        return;
    }
    if is_blank(&cleaned.text) {
        blank(here, problems);
        return;
    }
    if cleaned.changes.look_alike {
        problems.warning(
            "text.look_alike",
            here,
            "05-HD/VPTW II.IV.1",
            "có chữ trông như Đ/đ nhưng mã khác (Ð, Ɖ, ð, ɖ); đã thay bằng Đ/đ",
        );
    }
    if cleaned.changes.removed {
        problems.warning("text.removed", here, "quy ước", "có ký tự điều khiển hoặc ký tự ẩn; đã bỏ");
    }
    if cleaned.changes.line_break && !keeps_lines(here) {
        problems.warning(
            "text.line_break",
            here,
            "quy ước",
            "có chỗ xuống dòng trong một đoạn; đã thay bằng dấu cách",
        );
    }
    if fonts.is_plain(&cleaned.text) {
        return;
    }
    no_letters(&cleaned.text, here, problems);
    // Headings and names are printed in capitals; a rare letter's may be missing where itself is not.
    let mut missing = match fonts.missing(&cleaned.text) {
        missing if missing.is_empty() => fonts.missing(&upper(&cleaned.text)),
        missing => missing,
    };
    missing.retain(|&c| !(is_private(c) || c == LOST));
    let reversed = each(&cleaned.text, is_right_to_left);
    if !reversed.is_empty() && missing.is_empty() {
        problems.error(
            "text.right_to_left",
            here,
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
            here,
            "05-HD/VPTW II.IV.1",
            format!("phông chữ không có ký tự {}", listed(&missing)),
        );
        return;
    }
    marks(&cleaned.text, here, fonts, problems);
}

/// Letters with marks that a face cannot set well, as written or in capitals; marks without a letter.
fn marks(text: &str, here: &Here<'_>, fonts: &Fonts, problems: &mut Problems) {
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
            here,
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
            here,
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

/// What stands for a letter that is lost, or that only one font knows.
fn no_letters(text: &str, here: &Here<'_>, problems: &mut Problems) {
    if text.contains(LOST) {
        problems.error(
            "text.lost_letter",
            here,
            "05-HD/VPTW II.IV.1",
            "có ký tự � (U+FFFD): chữ ở đó đã mất khi chuyển mã; hãy ghi lại theo bản gốc",
        );
    }
    let private: Vec<String> =
        each(text, is_private).into_iter().map(|c| format!("U+{:04X}", u32::from(c))).collect();
    if !private.is_empty() {
        problems.error(
            "text.private_use",
            here,
            "05-HD/VPTW II.IV.1",
            format!(
                "có ký tự riêng của một phông chữ (như Symbol, Wingdings): {}; hãy thay bằng ký tự Unicode hoặc bỏ đi",
                private.join(", ")
            ),
        );
    }
}

/// What a decoder writes in the place of what it cannot read.
const LOST: char = '\u{fffd}';

/// The characters of a kind in a text, each once.
fn each(text: &str, is_one: fn(char) -> bool) -> Vec<char> {
    let mut found = Vec::new();
    for c in text.chars().filter(|&c| is_one(c)) {
        if !found.contains(&c) {
            found.push(c);
        }
    }
    found
}

/// Whether Unicode leaves it to each font what a character is.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// Whether a character belongs to a script that is written from right to left (lines are set from left to
/// right): the blocks that Unicode keeps
/// for them (Hebrew, Arabic, Syriac, Thaana, N'Ko and others).
fn is_right_to_left(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}

/// A text without anything to print: a field that may be left out is absent then, and was dropped before.
/// In a list of lists it is a blank cell.
fn blank(here: &Here<'_>, problems: &mut Problems) {
    if !matches!(here, Here::Index(Here::Index(..), _)) {
        open(here, problems);
    }
}

/// Something must stand here, and nothing does.
pub(crate) fn open(here: &Here<'_>, problems: &mut Problems) {
    let (said, in_form) = match here {
        Here::Index(..) => (OPEN_ELEMENT, "dòng này để trống; hãy ghi nội dung hoặc xoá dòng"),
        Here::Record | Here::Field(..) => (OPEN, "chưa ghi"),
    };
    problems.error("text.empty", here, "quy ước", said);
    problems.at_its_field(in_form);
}

/// Whether a line break there is one on the page: in the names of the letterhead, in the abstract, in
/// the body of a signature.
fn keeps_lines(here: &Here<'_>) -> bool {
    let &Here::Field(mut owner, field) = here else { return false };
    while let Here::Index(list, _) = owner {
        owner = list;
    }
    let owner = if let Here::Field(_, name) = owner { name } else { "" };
    matches!(
        (owner, field),
        ("issuer", "name" | "superior") | ("", "subject") | ("signature" | "joint_signatures", "body")
    )
}

#[cfg(test)]
mod tests {
    use skrifa::instance::{LocationRef, Size};
    use skrifa::{FontRef, GlyphId, MetadataProvider};

    use super::*;
    use crate::fonts::FaceId;
    use crate::text::clean;

    /// Whatever character a record has between two figures: it is cleaned away, it is told, or it can be seen.
    #[test]
    fn nothing_unseen_passes_unsaid() {
        let fonts = Fonts::liberation_serif();
        let faces = FaceId::ALL.map(|id| FontRef::new(fonts.face(id).bytes()).unwrap());
        let metrics =
            faces.each_ref().map(|font| font.glyph_metrics(Size::unscaled(), LocationRef::default()));
        let has_ink = |glyph: u16, at: usize| {
            let bounds = metrics[at].bounds(GlyphId::from(glyph)).unwrap_or_default();
            bounds.x_max > bounds.x_min && bounds.y_max > bounds.y_min
        };
        let mut printed = 0;
        for c in ('\0'..='\u{1ffff}').chain('\u{e0000}'..='\u{f0fff}') {
            let given = format!("1{c}2");
            let cleaned = clean(&given);
            let mut problems = Problems::default();
            check(&Here::Field(&Here::Record, "closing"), &given, &cleaned, &fonts, &mut problems);
            let told = !problems.into_vec().is_empty();
            match cleaned.text.strip_prefix('1').and_then(|rest| rest.strip_suffix('2')).unwrap() {
                "" => assert!(told, "{c:?} goes unsaid"),
                " " | "\u{a0}" => {}
                _ if told => {}
                left => {
                    for c in left.chars() {
                        let inked = |id: FaceId| has_ink(fonts.face(id).glyph(c), id as usize);
                        assert!(FaceId::ALL.into_iter().all(inked), "{c:?} cannot be seen");
                    }
                    printed += 1;
                }
            }
        }
        assert!((1500..2500).contains(&printed), "{printed}");
    }
}
