//! The words of `bao-cao.csv`.

pub(crate) fn header() -> [&'static str; 4] {
    fixed!(["Bản ghi", "Tệp", "Kết quả", "Cần xem"], ["Record", "Files", "Result", "To look at"])
}

pub(crate) fn made() -> &'static str {
    fixed!("đã làm", "made")
}

pub(crate) fn kept() -> &'static str {
    fixed!("giữ nguyên", "kept")
}

pub(crate) fn unwritten() -> &'static str {
    fixed!("chưa ghi được", "not written")
}

pub(crate) fn refused() -> &'static str {
    fixed!(REFUSED[0], REFUSED[1])
}

pub(crate) fn failed() -> &'static str {
    fixed!(FAILED[0], FAILED[1])
}

pub(crate) fn left_out() -> &'static str {
    fixed!("bỏ qua", "left out")
}

/// In either language: a report may be of another run.
const REFUSED: [&str; 2] = ["bị từ chối", "refused"];
const FAILED: [&str; 2] = ["không làm được", "failed"];

/// Whether a state is of a record without a paper.
pub(crate) fn is_without_paper(state: &str) -> bool {
    REFUSED.contains(&state) || FAILED.contains(&state)
}
