//! Why a file cannot be read or written: the only place that says what the system says, and never in its words.

use std::io::{self, ErrorKind};

use vanban::table;

use super::{open_elsewhere, own_fault};

/// Windows: another program holds the file, a part of it, or shows it.
const HELD: [i32; 3] = [32, 33, 1224];

/// Whether another program holds the file.
fn is_held(error: &io::Error, windows: bool) -> bool {
    windows && error.raw_os_error().is_some_and(|code| HELD.contains(&code))
        || matches!(error.kind(), ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy)
}

/// Why a file cannot be written; `replaces` where another is there already.
pub(crate) fn unwritten(error: &io::Error, replaces: bool) -> String {
    unwritten_on(error, replaces, cfg!(windows))
}

fn unwritten_on(error: &io::Error, replaces: bool, windows: bool) -> String {
    let said = match error.kind() {
        _ if is_held(error, windows) => open_elsewhere(),
        // Windows refuses so, too, where another program has the file open.
        ErrorKind::PermissionDenied if replaces && windows => open_elsewhere(),
        ErrorKind::PermissionDenied if replaces => fixed!(
            "không có quyền đọc hoặc thay tệp này; xin quyền, hoặc chọn thư mục khác rồi chạy lại",
            "no permission to read or replace this file; ask for it, or choose another folder and run again",
        ),
        ErrorKind::PermissionDenied => fixed!(
            "không có quyền ghi vào đây; chọn thư mục khác rồi chạy lại",
            "no permission to write here; choose another folder and run again",
        ),
        ErrorKind::IsADirectory | ErrorKind::DirectoryNotEmpty => fixed!(
            "một thư mục mang tên này; đổi tên thư mục đó rồi chạy lại",
            "a folder has this name; rename it and run again",
        ),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => fixed!(
            "một tệp mang tên này, không phải thư mục; chọn thư mục khác rồi chạy lại",
            "a file has this name, not a folder; choose another folder and run again",
        ),
        ErrorKind::NotFound => fixed!(
            "không còn thư mục này; kiểm tra ổ đĩa rồi chạy lại",
            "this folder is gone; look at the disk and run again",
        ),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => fixed!(
            "hết chỗ trên ổ đĩa; xóa bớt tệp hoặc chọn ổ khác",
            "no room on the disk; remove files or choose another disk",
        ),
        ErrorKind::ReadOnlyFilesystem => {
            fixed!("ổ đĩa chỉ cho đọc; chọn ổ khác", "the disk is read-only; choose another")
        }
        ErrorKind::InvalidFilename => fixed!(
            "ổ đĩa không nhận tên này, quá dài hoặc có ký tự lạ; đặt tên khác rồi chạy lại",
            "the disk takes no such name, too long or with odd characters; choose another and run again",
        ),
        _ if is_far(error) => return no_answer().to_owned(),
        // An error without a number of the system is the program's own.
        _ if error.get_ref().is_some() => return own_fault(&error.to_string()),
        _ => {
            let number = number(error);
            return said!(
                "không ghi được tệp{number}; thử lại hoặc chọn thư mục khác",
                "the file cannot be written{number}; try again or choose another folder",
            );
        }
    };
    said.to_owned()
}

/// Whether no other file can be written either.
pub(crate) fn is_the_disks(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::ReadOnlyFilesystem)
}

/// Why a file cannot be read.
pub(crate) fn unread(error: &io::Error) -> String {
    unread_on(error, cfg!(windows))
}

fn unread_on(error: &io::Error, windows: bool) -> String {
    let said = match error.kind() {
        _ if is_held(error, windows) => fixed!(
            "đang mở trong chương trình khác; hãy đóng lại rồi chạy lại",
            "it is open in another program; close it and run again",
        ),
        ErrorKind::NotFound | ErrorKind::NotADirectory => fixed!(
            "không có tệp này; hãy kiểm tra lại tên và đường dẫn",
            "there is no such file; look at its name and path",
        ),
        ErrorKind::PermissionDenied => fixed!(
            "không có quyền đọc tệp này; hãy xin quyền hoặc chép tệp ra chỗ khác",
            "no permission to read this file; ask for it or copy the file elsewhere",
        ),
        ErrorKind::IsADirectory => {
            fixed!("đây là thư mục; hãy ghi tên tệp", "this is a folder; name a file")
        }
        ErrorKind::Unsupported => fixed!(
            "đây không phải là tệp thường; hãy chép ra một tệp rồi ghi tên tệp đó",
            "this is no regular file; copy it into a file and name that",
        ),
        ErrorKind::InvalidData => fixed!(
            "tệp không ở dạng UTF-8; hãy lưu lại ở dạng UTF-8",
            "the file is not UTF-8; save it as UTF-8",
        ),
        ErrorKind::InvalidFilename => fixed!(
            "tên tệp quá dài hoặc có ký tự lạ; hãy kiểm tra lại tên",
            "the file's name is too long or has odd characters; look at the name",
        ),
        _ if is_far(error) => return no_answer().to_owned(),
        _ => {
            let number = number(error);
            return said!(
                "không đọc được tệp{number}; hãy chép tệp ra chỗ khác rồi chạy lại",
                "the file cannot be read{number}; copy it elsewhere and run again",
            );
        }
    };
    said.to_owned()
}

/// Why a folder cannot be read.
pub(crate) fn unread_folder(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => fixed!(
            "không có thư mục hoặc tệp này; hãy kiểm tra lại tên và đường dẫn",
            "there is no such folder or file; look at its name and path",
        )
        .to_owned(),
        ErrorKind::PermissionDenied => fixed!(
            "không có quyền đọc thư mục này; hãy xin quyền hoặc chép tệp ra chỗ khác",
            "no permission to read this folder; ask for it or copy the files elsewhere",
        )
        .to_owned(),
        _ => unread(error),
    }
}

/// Why a file gives no records.
pub(crate) fn of_table(error: &table::Error) -> String {
    match error {
        table::Error::Read(error) => unread(error),
        other => other.to_string(),
    }
}

/// Nothing can be printed.
pub(crate) fn unshown(error: &io::Error) -> String {
    let number = number(error);
    said!(
        "không ghi được ra màn hình hoặc vào tệp đã chuyển hướng{number}; hãy chạy lại",
        "nothing can be printed{number}; run again",
    )
}

/// Whether the disk is another machine's, or does not answer.
fn is_far(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::TimedOut
            | ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::NetworkDown
            | ErrorKind::NotConnected
            | ErrorKind::StaleNetworkFileHandle
    )
}

fn no_answer() -> &'static str {
    fixed!(
        "ổ đĩa hoặc thư mục mạng không trả lời; hãy kiểm tra kết nối rồi chạy lại",
        "the disk or the network folder does not answer; look at the connection and run again",
    )
}

/// The system's number, for who is asked for help.
fn number(error: &io::Error) -> String {
    let Some(code) = error.raw_os_error() else { return String::new() };
    said!(" (máy báo lỗi số {code})", " (error {code} of the system)")
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use super::{unread, unread_folder, unread_on, unwritten, unwritten_on};

    #[test]
    fn what_is_held_on_windows_is_told_so() {
        for code in [32, 33, 1224] {
            let error = Error::from_raw_os_error(code);
            let said = "đang mở trong chương trình khác; đóng lại rồi chạy lại";
            assert_eq!(unwritten_on(&error, false, true), said, "{code}");
            assert_eq!(
                unread_on(&error, true),
                "đang mở trong chương trình khác; hãy đóng lại rồi chạy lại",
                "{code}"
            );
            // The numbers mean something else elsewhere.
            assert_ne!(unwritten_on(&error, false, false), said, "{code}");
        }
        let denied = ErrorKind::PermissionDenied.into();
        assert_eq!(
            unwritten_on(&denied, true, true),
            "đang mở trong chương trình khác; đóng lại rồi chạy lại"
        );
        assert_eq!(
            unwritten_on(&denied, true, false),
            "không có quyền đọc hoặc thay tệp này; xin quyền, hoặc chọn thư mục khác rồi chạy lại"
        );
        assert_eq!(
            unwritten_on(&denied, false, true),
            "không có quyền ghi vào đây; chọn thư mục khác rồi chạy lại"
        );
    }

    #[test]
    fn every_error_is_a_sentence_without_the_systems_words() {
        for code in 1..=140 {
            let error = Error::from_raw_os_error(code);
            let plain = error.to_string();
            let plain = plain.split(" (os error").next().unwrap();
            for said in [unread(&error), unread_folder(&error), unwritten(&error, false)] {
                assert!(!said.contains("os error") && !said.contains(plain), "{code}: {said}");
                assert!(said.contains("; "), "{code}: {said}");
            }
        }
        assert_eq!(
            unread(&Error::from_raw_os_error(5)),
            "không đọc được tệp (máy báo lỗi số 5); hãy chép tệp ra chỗ khác rồi chạy lại"
        );
        assert_eq!(
            unwritten(&Error::from_raw_os_error(5), false),
            "không ghi được tệp (máy báo lỗi số 5); thử lại hoặc chọn thư mục khác"
        );
        assert_eq!(
            unread(&ErrorKind::InvalidData.into()),
            "tệp không ở dạng UTF-8; hãy lưu lại ở dạng UTF-8"
        );
        assert_eq!(
            unwritten(&ErrorKind::InvalidFilename.into(), false),
            "ổ đĩa không nhận tên này, quá dài hoặc có ký tự lạ; đặt tên khác rồi chạy lại"
        );
    }
}
