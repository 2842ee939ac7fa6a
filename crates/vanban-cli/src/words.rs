//! What the command says about files, to people who know no programs.

use std::io::{self, ErrorKind};

use vanban::batch::Volume;

/// Windows: another program holds the file, or a part of it.
const SHARING_VIOLATION: i32 = 32;
const LOCK_VIOLATION: i32 = 33;

pub(crate) const OPEN_ELSEWHERE: &str = "đang mở trong chương trình khác; đóng lại rồi chạy lại";
pub(crate) const AT_WORK: &str =
    "một lệnh vanban khác đang ghi vào thư mục này; đợi lệnh đó xong rồi chạy lại, hoặc chọn thư mục khác";
pub(crate) const EDITED: &str = "tệp đã được sửa sau lần lập trước, giữ nguyên; muốn lập lại thì đổi tên tệp này, hoặc thêm --force để ghi đè";
pub(crate) const FOREIGN: &str = "đã có tệp khác mang tên này, giữ nguyên; đổi tên hoặc chuyển tệp đó đi rồi chạy lại, hoặc thêm --force để ghi đè";
pub(crate) const INPUT: &str = "đây là tệp đầu vào, không ghi đè; đổi tên tệp đầu vào hoặc chọn thư mục khác";
pub(crate) const TWICE: &str =
    "một tệp khác của lần chạy này đã mang tên này; chọn tên khác cho --merge, --zip";
pub(crate) const OTHER_BATCH: &str =
    "lần chạy dở dang có loại, khai báo cột, định dạng hoặc bản vanban khác; chạy lại không có --resume";
pub(crate) const CHANGED_SINCE: &str = "đã khác lần chạy dở dang; chạy lại không có --resume";
pub(crate) const STOPPED: &str = "đã dừng; chạy lại với --resume để làm tiếp";
pub(crate) const NO_RECORDS: &str = "không có bản ghi nào";

/// Why a file cannot be written; `replaces` where another is there already.
pub(crate) fn why(error: &io::Error, replaces: bool) -> String {
    let is_held = cfg!(windows) && matches!(error.raw_os_error(), Some(SHARING_VIOLATION | LOCK_VIOLATION));
    let said = match error.kind() {
        _ if is_held => OPEN_ELSEWHERE,
        // Windows refuses so, too, where another program has the file open.
        ErrorKind::PermissionDenied if replaces => OPEN_ELSEWHERE,
        ErrorKind::PermissionDenied => "không có quyền ghi vào đây; chọn thư mục khác rồi chạy lại",
        ErrorKind::IsADirectory => "một thư mục mang tên này; đổi tên thư mục đó rồi chạy lại",
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
            "một tệp mang tên này, không phải thư mục; chọn thư mục khác rồi chạy lại"
        }
        ErrorKind::NotFound => "không còn thư mục này; kiểm tra ổ đĩa rồi chạy lại",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "hết chỗ trên ổ đĩa; xóa bớt tệp hoặc chọn ổ khác"
        }
        ErrorKind::ReadOnlyFilesystem => "ổ đĩa chỉ cho đọc; chọn ổ khác",
        ErrorKind::InvalidFilename => {
            "ổ đĩa không nhận tên này, quá dài hoặc có ký tự lạ; đặt tên khác rồi chạy lại"
        }
        _ => return format!("không ghi được tệp ({}); thử lại hoặc chọn thư mục khác", plain(error)),
    };
    said.to_owned()
}

/// Whether no other file can be written either.
pub(crate) fn is_the_disks(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::ReadOnlyFilesystem)
}

/// An error without the system's number.
fn plain(error: &io::Error) -> String {
    let said = error.to_string();
    said.split(" (os error").next().unwrap_or_default().to_owned()
}

/// Why a file cannot be read.
pub(crate) fn unread(error: &io::Error) -> String {
    let is_held = cfg!(windows) && matches!(error.raw_os_error(), Some(SHARING_VIOLATION | LOCK_VIOLATION));
    let said = match error.kind() {
        _ if is_held => OPEN_ELSEWHERE,
        ErrorKind::NotFound => "không có tệp này; hãy kiểm tra lại tên và đường dẫn",
        ErrorKind::PermissionDenied => "không có quyền đọc tệp này; hãy xin quyền hoặc chép tệp ra chỗ khác",
        ErrorKind::IsADirectory => "đây là thư mục; hãy ghi tên tệp",
        _ => return format!("không đọc được tệp ({}); hãy thử lại", plain(error)),
    };
    said.to_owned()
}

/// Why a folder of records cannot be read.
pub(crate) fn unreadable(error: &io::Error) -> String {
    format!("không đọc được thư mục ({}); hãy kiểm tra lại", plain(error))
}

/// What a batch has made, a part a sort, those that are nought left out.
pub(crate) fn counts(made: usize, kept: usize, refused: usize, unwritten: usize) -> String {
    let parts = [(kept, "tệp giữ nguyên"), (refused, "bản ghi bị từ chối"), (unwritten, "tệp chưa ghi được")];
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    let more: String = parts.map(|(count, what)| format!(", {count} {what}")).collect();
    format!("{made} văn bản đã làm{more}")
}

/// What of a sheet of evaluation forms was made: rows and forms, then the rest of what [`counts`] says.
pub(crate) fn forms(rows: usize, counts: &str) -> String {
    format!("{rows} chi bộ, {}", counts.replacen("văn bản đã làm", "phiếu", 1))
}

/// How many papers stood when a batch went on.
pub(crate) fn resumed(stood: usize, made: usize) -> String {
    format!("làm tiếp lần chạy dở dang: {stood} văn bản đã có, làm thêm {made}")
}

/// What a volume for the printer holds.
pub(crate) fn volume(name: &str, volume: &Volume) -> String {
    let Volume { papers, pages, blank, sheets, .. } = volume;
    let blank = if *blank > 0 { format!(" (kể cả {blank} trang trống)") } else { String::new() };
    format!("{name}: {papers} văn bản, {pages} trang{blank}, {sheets} tờ giấy")
}

/// What a ZIP holds.
pub(crate) fn zip(name: &str, files: usize) -> String {
    format!("{name}: {files} tệp")
}

/// Files of an earlier run that this one did not make.
pub(crate) fn left_over(names: &[String]) -> String {
    format!("tệp của lần chạy trước, lần này không lập; xóa nếu không dùng nữa: {}", some(names))
}

/// The same said of several: where it was said first, and how often.
pub(crate) fn several(said: &str, places: &[String]) -> String {
    format!("{said}: {} bản ghi ({})", places.len(), some(places))
}

/// The same wrong with several files.
pub(crate) fn several_files(said: &str, names: &[String]) -> String {
    format!("{} tệp ({}): {said}", names.len(), some(names))
}

/// A record lacks what its files shall be called after.
pub(crate) fn no_such_field(field: &str) -> String {
    format!("--name: bản ghi không có mục “{field}”; tệp mang tên thường lệ")
}

/// The program itself is at fault.
pub(crate) fn own_fault(panic: &str) -> String {
    format!("lỗi của chính vanban, xin báo lại cho người làm ra vanban: {panic}")
}

/// A name that `option` cannot give to a file of the folder.
pub(crate) fn not_a_name(option: &str, example: &str) -> String {
    format!("{option}: chỉ ghi tên tệp, ví dụ {example}; tệp được ghi vào thư mục sau -o")
}

/// Some names of many.
fn some(names: &[String]) -> String {
    const MOST: usize = 5;
    let shown = names.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(", ");
    if names.len() > MOST { format!("{shown}, …") } else { shown }
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use super::{OPEN_ELSEWHERE, counts, several, why};

    #[test]
    fn no_number_of_the_system_is_said() {
        let error = Error::from_raw_os_error(if cfg!(windows) { 123 } else { 36 });
        assert_eq!(
            why(&error, false),
            "ổ đĩa không nhận tên này, quá dài hoặc có ký tự lạ; đặt tên khác rồi chạy lại"
        );
        assert_eq!(why(&ErrorKind::PermissionDenied.into(), true), OPEN_ELSEWHERE);
        assert_ne!(why(&ErrorKind::PermissionDenied.into(), false), OPEN_ELSEWHERE);
    }

    #[test]
    fn what_is_nought_is_not_counted() {
        assert_eq!(counts(3, 0, 0, 0), "3 văn bản đã làm");
        assert_eq!(counts(80, 1, 0, 2), "80 văn bản đã làm, 1 tệp giữ nguyên, 2 tệp chưa ghi được");
        let places: Vec<String> = (2..9).map(|row| format!("dòng {row}")).collect();
        assert_eq!(several("lỗi", &places), "lỗi: 7 bản ghi (dòng 2, dòng 3, dòng 4, dòng 5, dòng 6, …)");
    }
}
