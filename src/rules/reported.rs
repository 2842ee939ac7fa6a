//! A meeting that a paper's opening reports: it was held before the paper went out, and before a session adopted it.

use chrono::{Datelike, NaiveDate};

use crate::error::Problems;
use crate::parts::CitedDate;
use crate::text::{Text, forms, plain_spaces, short_date};

const CONVENTION: &str = "quy ước";

/// `Trên cơ sở kết quả diễn đàn chi bộ ngày 21/5/2026 …, Chi bộ quyết nghị`: a resolution, by the day of the session
/// that adopted it; where that is not told, by its own.
pub(crate) fn in_resolution(
    opening: Option<&Text>,
    adopted: Option<CitedDate>,
    paper: Option<NaiveDate>,
    problems: &mut Problems,
) {
    let words = opening.map(lowered).unwrap_or_default();
    let Some(held) = words.split_once("kết quả").and_then(|(_, result)| first_day(result)) else {
        return;
    };
    match adopted {
        Some(adopted) if adopted.calendar().is_some_and(|it| Some(it) < held.calendar()) => problems.error(
            "resolution.before_meeting",
            "adopted",
            CONVENTION,
            format!(
                "nghị quyết thông qua ngày {adopted}, trước ngày {held} của cuộc họp nêu ở đoạn mở đầu; hãy kiểm tra lại hai ngày này"
            ),
        ),
        Some(_) => {}
        None => dated_before(held, paper, problems),
    }
}

/// `Ngày 21/5/2026, Chi bộ tổ chức diễn đàn; nay thông báo kết luận`: a notice, by its day.
pub(crate) fn in_notice(opening: Option<&Text>, paper: Option<NaiveDate>, problems: &mut Problems) {
    let words = opening.map(lowered).unwrap_or_default();
    if let Some(held) = first_day(&words).filter(|_| words.contains("thông báo kết luận")) {
        dated_before(held, paper, problems);
    }
}

fn dated_before(held: CitedDate, paper: Option<NaiveDate>, problems: &mut Problems) {
    if let Some(paper) = paper.filter(|it| Some(*it) < held.calendar()) {
        let own = short_date(paper.day(), paper.month(), paper.year());
        problems.error(
            "date.before_meeting",
            "date",
            CONVENTION,
            format!(
                "văn bản đề ngày {own}, trước ngày {held} của cuộc họp nêu ở đoạn mở đầu; hãy ghi từ ngày ấy trở đi"
            ),
        );
    }
}

fn lowered(text: &Text) -> String {
    plain_spaces(text.as_str()).to_lowercase()
}

/// The first day in words: `ngày 21/5/2026`, `ngày 21 tháng 5 năm 2026`.
fn first_day(words: &str) -> Option<CitedDate> {
    words.split("ngày ").skip(1).find_map(|rest| {
        let short = rest.replacen(" tháng ", "/", 1).replacen(" năm ", "/", 1);
        let end = short.find(|c: char| !(c.is_ascii_digit() || c == '/')).unwrap_or(short.len());
        let (day, month, year) = forms::date(&short[..end])?;
        Some(CitedDate::new(year, month, day))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_day_is_found_in_either_form() {
        let may = Some(CitedDate::new(2026, 5, 21));
        assert_eq!(first_day(" diễn đàn ngày 21/5/2026 và kỳ sinh hoạt ngày 10/6/2026"), may);
        assert_eq!(first_day(" diễn đàn ngày 21 tháng 5 năm 2026, tháng 6 năm 2026"), may);
        assert_eq!(first_day(" hằng ngày của chi bộ; diễn đàn ngày 21/5/2026."), may);
        assert_eq!(first_day(" diễn đàn tháng 5 năm 2026"), None);
    }
}
