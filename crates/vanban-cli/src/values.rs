//! What the arguments' values may be; what they may not is told with what to write.

use std::num::NonZeroUsize;
use std::str::FromStr;

use vanban::Kind;
use vanban::forms::built_in;
use vanban::kinds::{named, nearest};

use crate::words;

/// The kind of a name, or of what it is called in Vietnamese.
pub(crate) fn kind(name: &str) -> Result<Kind, String> {
    let called = vanban::text::slug(name);
    let is_it = |kind: &&Kind| kind.name() == name || vanban::text::slug(kind.term()) == called;
    if let Some(kind) = crate::forms::known().find(is_it) {
        return Ok(kind.clone());
    }
    let brought = || built_in().map(vanban::forms::Form::kind).find(is_it);
    named(name).or_else(brought).cloned().ok_or_else(|| {
        let near: Vec<String> =
            nearest(name).iter().map(|kind| format!("{} ({})", kind.name(), kind.term())).collect();
        words::usage::no_such_kind(&near.join(", "))
    })
}

/// How many of something.
pub(crate) fn count(text: &str) -> Result<NonZeroUsize, &'static str> {
    text.parse().map_err(|_| words::usage::a_count())
}

/// A month of a year.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Month {
    pub(crate) month: u32,
    pub(crate) year: i32,
}

impl FromStr for Month {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Month, &'static str> {
        let parts = text.split_once(['/', '-']).and_then(|(month, year)| {
            Some(Month { month: month.trim().parse().ok()?, year: year.trim().parse().ok()? })
        });
        let is_real = |month: &Month| (1..=12).contains(&month.month) && (1930..=9999).contains(&month.year);
        parts.filter(is_real).ok_or(words::usage::a_month())
    }
}

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn kinds_that_may_be_meant_are_named() {
        assert_eq!(
            kind("reslution").unwrap_err(),
            "không có loại văn bản này; có phải resolution (nghị quyết)? Nếu không, hãy chọn trong `vanban kinds`"
        );
        assert_eq!(kind("xyz").unwrap_err(), "không có loại văn bản này; hãy chọn trong `vanban kinds`");
        for called in ["nghị quyết", "Nghi-quyet", "NGHỊ QUYẾT", "resolution"] {
            assert_eq!(kind(called).unwrap().name(), "resolution", "{called}");
        }
        for (written, meant) in [
            ("nghị quyếtt", "resolution ("),
            ("phieu_danh_gia_thang", "evaluation_form ("),
            ("form", "evaluation_form ("),
            ("evaluation", "evaluation_summary ("),
        ] {
            let said = kind(written).unwrap_err();
            assert!(said.contains(meant), "{written}: {said}");
        }
    }
}
