//! Why text is no plain text, and what is told of it.

use super::fields::plain;
use super::reading::short;
use super::words::Differs;
use crate::text::legacy::{Legacy, decode};

/// Why text is no plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// It is struck out or hidden.
    Struck,
    /// Nobody sees it: it is white or too small.
    Faint,
    /// Nobody sees it: its line or its row is pressed flat.
    Flat,
    /// Its cell goes on with the one above it, of which alone the words are shown.
    Merged,
    /// A line runs across its cell from corner to corner.
    Crossed,
    /// Its cell was taken out, and nobody has said yes to that.
    Removed,
    /// It is written from right to left.
    Turned,
    /// It was typed for a face of an old encoding, which shows other letters.
    Old(Legacy),
    /// It stands above other letters, as a guide to how they are read.
    Above,
    /// It is an equation: letters do not stand one behind the other.
    Equation,
    /// It is the code of a field that Word works out.
    Field,
    /// A field that Word works out anew whenever the file is opened showed it last.
    Changing,
}

impl Mark {
    /// Whether the words are to be told; a text that reads alike in both directions says what it says.
    pub(super) fn counts(self, words: &str) -> bool {
        let plain = plain(words);
        let same = match self {
            Mark::Turned => reversed(&plain) == plain,
            Mark::Old(encoding) => decode(words, encoding) == words,
            _ => false,
        };
        !plain.is_empty() && !same
    }

    /// Whether the page does not show the words, or shows that they do not count.
    pub(super) fn is_gone(self) -> bool {
        use Mark::{Crossed, Faint, Flat, Merged, Removed, Struck};
        matches!(self, Struck | Faint | Flat | Merged | Crossed | Removed)
    }

    /// What is told of words.
    pub(super) fn said(self, words: &str) -> String {
        let (raw, words) = (words, short(words));
        match self {
            Mark::Struck => format!(
                "có chữ bị gạch ngang hoặc bị ẩn: “{words}”; hãy xoá hẳn chữ đó, hoặc bỏ gạch ngang, bỏ ẩn rồi lưu lại"
            ),
            Mark::Faint => format!(
                "có chữ không nhìn thấy được (màu trắng, hoặc quá nhỏ): “{words}”; hãy xoá hẳn chữ đó, hoặc để chữ đen, cỡ thường rồi lưu lại"
            ),
            Mark::Flat => format!(
                "có chữ không nhìn thấy được (dòng hoặc hàng của bảng bị ép quá thấp): “{words}”; hãy xoá hẳn chữ đó, hoặc để dòng cao như thường rồi lưu lại"
            ),
            Mark::Merged => format!(
                "có chữ trong ô của bảng đã gộp với ô khác, trên trang không hiện: “{words}”; hãy bỏ gộp ô (Split Cells), hoặc xoá hẳn chữ đó rồi lưu lại"
            ),
            Mark::Crossed => format!(
                "có chữ trong ô của bảng bị gạch chéo: “{words}”; hãy xoá hẳn chữ đó, hoặc bỏ đường gạch chéo rồi lưu lại"
            ),
            Mark::Removed => format!(
                "có chữ trong ô của bảng đã xoá mà chưa duyệt: “{words}”; hãy mở bằng Word, vào Review duyệt hoặc bỏ việc xoá ô rồi lưu lại"
            ),
            Mark::Turned => format!(
                "có chữ viết ngược chiều (từ phải sang trái): trong tệp là “{words}”, trên trang có thể đọc là “{}”; hãy xoá đi, gõ lại rồi lưu lại",
                reversed(&words)
            ),
            Mark::Old(encoding) => format!(
                "có chữ gõ bằng phông cũ (bảng mã {}): trong tệp là “{words}”, trên trang đọc là “{}”; hãy chuyển sang Unicode rồi lưu lại",
                encoding.name(),
                short(&decode(raw, encoding))
            ),
            Mark::Above => format!(
                "có chữ nhỏ ghi trên đầu chữ khác (Phonetic Guide): “{words}”; hãy bỏ chữ đó, hoặc ghi thành chữ thường rồi lưu lại"
            ),
            Mark::Equation => format!(
                "có công thức (Equation) đọc được là “{words}”, chưa chắc đúng như trên trang; hãy xoá công thức, ghi bằng chữ, ví dụ 2/3"
            ),
            Mark::Field => format!(
                "có trường của Word không đọc được: “{words}”; hãy xoá trường đó, ghi bằng chữ, ví dụ 2/3"
            ),
            Mark::Changing => format!(
                "có trường của Word tự đổi mỗi lần mở tệp (như ngày giờ, số trang), lần lưu cuối là “{words}”; hãy xoá trường đó, gõ bằng tay"
            ),
        }
    }

    /// The same as it stands in what was sent and in what came back.
    pub(super) fn differs(self, words: &str) -> Differs {
        let (raw, words) = (words, plain(words));
        let now = match self {
            _ if self.is_gone() => return Differs { sent: vec![words], ..Differs::default() },
            Mark::Turned => format!("(chữ ngược chiều {words})"),
            Mark::Old(encoding) => format!("(chữ phông cũ {})", plain(&decode(raw, encoding))),
            Mark::Above => format!("(chữ nhỏ trên đầu chữ khác {words})"),
            Mark::Equation => format!("(công thức {words})"),
            _ => format!("(trường {words})"),
        };
        Differs { now: vec![now], ..Differs::default() }
    }
}

/// The letters from the last to the first.
fn reversed(words: &str) -> String {
    words.chars().rev().collect()
}
