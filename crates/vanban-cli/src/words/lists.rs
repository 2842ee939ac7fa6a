//! What is said of the lists of a period.

use std::path::Path;

use vanban::parts::CitedDate;

/// A list was made; of a criteria set without ratings nothing is said of these.
pub(crate) fn made(period: &str, branches: usize, sessions: usize, ratings: &str) -> String {
    let ratings = if ratings.is_empty() { String::new() } else { format!(": {ratings}") };
    said!(
        "{period}: {branches} chi bộ, {sessions} kỳ sinh hoạt{ratings}",
        "{period}: {branches} branches, {sessions} sessions{ratings}",
    )
}

/// The day of a list that nobody said.
pub(crate) fn dated(day: CitedDate) -> String {
    said!(
        "danh sách đề ngày {day}, là ngày của phiếu cuối cùng; muốn đề ngày khác, hãy thêm --date và ngày ấy",
        "the list is of {day}, the day of the last form; for another day add --date and that day",
    )
}

/// Nobody has said of which day the list is.
pub(crate) fn no_date() -> &'static str {
    fixed!(
        "danh sách chưa có ngày lập, vì không phiếu nào ghi đủ ngày, tháng, năm; hãy thêm --date và ngày lập, ví dụ --date 30/6/2026",
        "the list has no day, since no form says its whole date; add --date and the day, as --date 30/6/2026",
    )
}

pub(crate) fn no_forms() -> &'static str {
    fixed!(
        "không có phiếu đánh giá nào trong các nguồn đã ghi",
        "there are no evaluation forms in what is named"
    )
}

/// Forms are not in the list.
pub(crate) fn some_refused(refused: usize) -> String {
    said!(
        "{refused} phiếu bị từ chối chưa có trong danh sách; hãy sửa rồi lập lại phiếu, hoặc thêm --partial để lập danh sách thiếu",
        "{refused} forms were refused and are not in the list; mend and make them, or add --partial for a list without them",
    )
}

/// Nobody has said whose list it is.
pub(crate) fn no_office(keys: &str, options: Option<&str>) -> String {
    let said = said!(
        "danh sách còn thiếu nơi lập: ghi vào vanban.toml, mỗi mục một dòng: {keys}",
        "the list does not say whose it is: write into vanban.toml, a line each: {keys}",
    );
    let Some(options) = options else { return said };
    said + &said!("; hoặc thêm vào lệnh {options}", "; or add {options}")
}

/// The report of a batch cannot be read.
pub(crate) fn no_report(report: &Path, why: &str) -> String {
    let report = report.display();
    said!(
        "{report}: {why}; chưa rõ có phiếu nào bị từ chối",
        "{report}: {why}; so nobody knows whether forms were refused",
    )
}
