//! What is said of files that came back.

use vanban::text::Decimal;

/// Only one list is made of forms.
pub(crate) fn no_such_list(term: &str) -> String {
    said!(
        "từ các tệp nộp về chưa lập được {term}; hãy ghi --to evaluation_summary (danh sách tổng hợp) hoặc --to comments (bảng tổng hợp ý kiến), hoặc bỏ --to",
        "no {term} is made of files that came back; write --to evaluation_summary or --to comments, or leave --to out",
    )
}

/// A file beside those that were sent is none of them.
pub(crate) fn not_sent() -> &'static str {
    fixed!("không phải tệp đã gửi để điền: bỏ qua", "it was not sent to be filled in: passed over")
}

/// A folder within the one that is read.
pub(crate) fn inner_folder() -> &'static str {
    fixed!(
        "là thư mục con, chưa đọc; muốn đọc thì ghi thêm thư mục ấy vào lệnh",
        "a folder within, not read; name it too to read it",
    )
}

/// Nothing of a document can be filled in.
pub(crate) fn nothing_to_fill() -> &'static str {
    fixed!(
        "không có chỗ nào để điền: văn bản đã ghi đủ và không phải dự thảo",
        "there is nothing to fill in: the document says all of it and is no draft",
    )
}

/// A folder has no file that was sent.
pub(crate) fn nothing_sent() -> &'static str {
    fixed!(
        "không có tệp .docx nào đã gửi; hãy ghi sau --sent thư mục mà vanban batch --fill-in đã ghi vào",
        "no .docx that was sent; name behind --sent the folder into which vanban batch --fill-in wrote",
    )
}

/// Another file stands for a wrong one.
pub(crate) fn replaced(file: &str) -> String {
    said!("đã lấy tệp {file} thay cho tệp này", "{file} was taken in its place")
}

/// How many documents of a form were taken, have a problem, and did not come back, and whose these are.
pub(crate) fn counts(form: &str, [taken, refused, missing]: [usize; 3], names: &str) -> String {
    let mut said = said!("{form}: {taken} đã nhận", "{form}: {taken} taken");
    if refused > 0 {
        said += &said!(", {refused} có lỗi", ", {refused} with a problem");
    }
    if missing > 0 {
        said += &said!(", {missing} chưa nộp ({names})", ", {missing} not returned ({names})");
    }
    said
}

/// Files that belong to no document.
pub(crate) fn strays(count: usize) -> String {
    said!("{count} tệp không phải phiếu đã gửi", "{count} files are none of those that were sent")
}

/// How many files were read.
pub(crate) fn read(count: usize) -> String {
    said!("đã đọc {count} tệp", "{count} files read")
}

/// The superior gave another total than the chi bộ itself.
pub(crate) fn differing(branch: &str, own: Decimal, superior: Decimal) -> String {
    said!(
        "{branch}: tự chấm {own} điểm, cấp trên chấm {superior} điểm; danh sách lấy {superior}",
        "{branch}: {own} points of its own, {superior} of the superior; the list has {superior}",
    )
}

/// Who scored the sessions of a list.
pub(crate) fn scorers(superior: usize, own: usize) -> String {
    said!(
        "{superior} chi bộ theo điểm cấp trên chấm (Mẫu 2), {own} chi bộ theo điểm tự chấm (Mẫu 1)",
        "{superior} branches by the superior's points (Mẫu 2), {own} by their own (Mẫu 1)",
    )
}
