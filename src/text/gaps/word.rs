//! A word of a name, and what it alone tells.

use unicode_normalization::char::is_combining_mark;

use crate::text::case::{is_alphanumeric, is_title_case};
use crate::text::compounds::key;
use crate::text::glue::is_roman;

/// Words of one syllable that head the name of a body; a name may follow.
const HEADS: &[&str] = &[
    "ban",
    "báo",
    "bộ",
    "cảng",
    "chi",
    "chợ",
    "cục",
    "cụm",
    "đài",
    "đoàn",
    "đội",
    "đồn",
    "hạt",
    "hội",
    "khoa",
    "kho",
    "khối",
    "liên",
    "lớp",
    "ngành",
    "nhà",
    "nhóm",
    "phòng",
    "quỹ",
    "sở",
    "tàu",
    "toà",
    "tổ",
    "tổng",
    "trạm",
    "trường",
    "vùng",
    "vụ",
    "viện",
    "xưởng",
];

/// The last syllables of words after which the name or the number of a place stands: `tỉnh`, `thành phố`,
/// `thị trấn`, `đặc khu`, `khu dân cư`, `khu vực`.
const LEVELS: &[&str] = &[
    "ấp",
    "bản",
    "bon",
    "buôn",
    "cư",
    "đảo",
    "đường",
    "huyện",
    "khóm",
    "khu",
    "làng",
    "phố",
    "phum",
    "phường",
    "quận",
    "sóc",
    "số",
    "thôn",
    "tỉnh",
    "tổ",
    "tp",
    "trấn",
    "vực",
    "xã",
    "xóm",
    "plei",
];

/// Words that lead on to what follows.
const LEADING: &[&str] = &[
    "bằng", "bị", "các", "cho", "cùng", "của", "do", "dưới", "đã", "đang", "để", "đến", "được", "giữa",
    "hay", "hoặc", "khi", "không", "là", "mà", "mỗi", "mọi", "nếu", "nhằm", "những", "như", "ở", "qua",
    "sau", "sẽ", "sự", "tại", "theo", "thuộc", "trên", "trong", "trước", "từ", "và", "về", "vì", "việc",
    "với", "vào", "thứ",
];

/// A word between two spaces.
pub(super) struct Word<'a> {
    pub(super) raw: &'a str,
    /// Without the punctuation round it; all of it where there is nothing else.
    pub(super) bare: &'a str,
    pub(super) key: String,
    /// Whether punctuation stands before it, and after it.
    pub(super) opens: bool,
    pub(super) closes: bool,
}

impl Word<'_> {
    pub(super) fn of(raw: &str) -> Word<'_> {
        let is_mark = |c: char| !is_alphanumeric(c) && !is_combining_mark(c);
        let (start, end) = (raw.trim_start_matches(is_mark), raw.trim_end_matches(is_mark));
        let bare = raw.trim_matches(is_mark);
        let bare = if bare.is_empty() { raw } else { bare };
        Word {
            raw,
            bare,
            key: key(bare),
            opens: start.len() < raw.len() && !start.is_empty(),
            closes: end.len() < raw.len() && !end.is_empty(),
        }
    }

    /// Whether it looks like a syllable of a name: `Quảng`, `H'Hen`.
    pub(super) fn is_capital(&self) -> bool {
        is_title_case(self.bare)
    }

    pub(super) fn is_upper(&self) -> bool {
        self.bare.starts_with(char::is_uppercase)
    }

    pub(super) fn is_lower(&self) -> bool {
        self.bare.starts_with(char::is_lowercase)
    }

    pub(super) fn is_number(&self) -> bool {
        self.bare.starts_with(|c: char| c.is_ascii_digit()) || is_roman(self.bare)
    }

    pub(super) fn is_dash(&self) -> bool {
        matches!(self.raw, "-" | "–" | "—")
    }

    pub(super) fn is_head(&self) -> bool {
        HEADS.contains(&self.key.as_str())
    }

    pub(super) fn is_level(&self) -> bool {
        LEVELS.contains(&self.key.as_str())
    }

    pub(super) fn leads(&self) -> bool {
        LEADING.contains(&self.key.as_str())
    }

    /// Whether no punctuation parts it from the next word.
    pub(super) fn meets(&self, next: &Word<'_>) -> bool {
        !self.closes && !next.opens && !self.is_dash() && !next.is_dash()
    }
}
