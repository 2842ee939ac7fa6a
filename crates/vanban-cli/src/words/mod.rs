//! What the command says of its work, to people who know no programs: in Vietnamese, or in English with `--lang en`.

/// A sentence in the language of the run; both say the same of the values that they name.
macro_rules! said {
    ($vietnamese:literal, $english:literal $(,)?) => {
        if crate::lang::is_english() { format!($english) } else { format!($vietnamese) }
    };
}

/// A sentence without values.
macro_rules! fixed {
    ($vietnamese:expr, $english:expr $(,)?) => {
        if crate::lang::is_english() { $english } else { $vietnamese }
    };
}

pub(crate) mod chain;
pub(crate) mod collect;
pub(crate) mod copies;
pub(crate) mod criteria;
mod files;
pub(crate) mod forms;
pub(crate) mod lists;
pub(crate) mod names;
pub(crate) mod opinions;
mod problems;
pub(crate) mod register;
pub(crate) mod report;
#[cfg(feature = "serve")]
pub(crate) mod service;
pub(crate) mod tables;
pub(crate) mod usage;
pub(crate) mod volumes;
pub(crate) mod vote;

pub(crate) use files::{is_the_disks, of_table, unread, unread_folder, unshown, unwritten};
pub(crate) use problems::{of_error, of_outcome, of_problem};

use std::path::Path;

use vanban::batch::Volume;
use vanban::table::Counts;

/// A word of a command as it must be typed: one with spaces or signs of the command line stands in quotes.
pub(crate) fn typed(word: &str) -> String {
    let parts = |c: char| c.is_whitespace() || "&()^;!'".contains(c);
    if word.is_empty() || word.contains(parts) { format!("\"{word}\"") } else { word.to_owned() }
}

/// As [`typed`], of a file or folder.
pub(crate) fn typed_path(path: &Path) -> String {
    typed(&path.display().to_string())
}

pub(crate) fn open_elsewhere() -> &'static str {
    fixed!(
        "đang mở trong chương trình khác; đóng lại rồi chạy lại",
        "it is open in another program; close it and run again",
    )
}

pub(crate) fn at_work() -> &'static str {
    fixed!(
        "một lệnh vanban khác đang ghi vào thư mục này; đợi lệnh đó xong rồi chạy lại, hoặc chọn thư mục khác",
        "another vanban is writing into this folder; wait for it and run again, or choose another folder",
    )
}

pub(crate) fn edited() -> &'static str {
    fixed!(
        "tệp đã được sửa sau lần lập trước, giữ nguyên; muốn lập lại thì đổi tên tệp này, hoặc thêm --force để ghi đè",
        "edited since it was made, kept; to make it again give this file another name, or add --force",
    )
}

pub(crate) fn foreign() -> &'static str {
    fixed!(
        "đã có tệp khác mang tên này, giữ nguyên; đổi tên hoặc chuyển tệp đó đi rồi chạy lại, hoặc thêm --force để ghi đè",
        "another file has this name, kept; rename or move that file and run again, or add --force",
    )
}

pub(crate) fn input() -> &'static str {
    fixed!(
        "đây là tệp đầu vào, không ghi đè; đổi tên tệp đầu vào hoặc chọn thư mục khác",
        "this is an input, which is never overwritten; rename the input or choose another folder",
    )
}

pub(crate) fn twice() -> &'static str {
    fixed!(
        "một tệp khác của lần chạy này đã mang tên này; chọn tên khác cho --merge, --zip",
        "another file of this run has this name; choose other names for --merge, --zip",
    )
}

/// The command writes a file of this name itself; so it cannot be read at the same time.
pub(crate) fn read_and_written() -> &'static str {
    fixed!(
        "lệnh này ghi lại chính tệp đó trong thư mục sau -o; hãy chép tệp ra chỗ khác rồi ghi tên bản chép, hoặc chọn thư mục khác sau -o",
        "the command writes this very file into the folder behind -o; copy it elsewhere and name the copy, or choose another folder behind -o",
    )
}

pub(crate) fn other_batch() -> &'static str {
    fixed!(
        "lần chạy dở dang có loại, khai báo cột, định dạng hoặc bản vanban khác; chạy lại không có --resume",
        "the interrupted run had another kind, mapping, format or version of vanban; run again without --resume",
    )
}

pub(crate) fn changed_since(record: &str) -> String {
    said!(
        "{record} đã khác lần chạy dở dang; chạy lại không có --resume",
        "{record} is not as in the interrupted run; run again without --resume",
    )
}

pub(crate) fn stopped() -> &'static str {
    fixed!("đã dừng; chạy lại với --resume để làm tiếp", "stopped; run again with --resume to go on")
}

pub(crate) fn no_records() -> &'static str {
    fixed!("không có bản ghi nào", "there are no records")
}

/// A table of which no row is filled in.
pub(crate) fn no_rows() -> &'static str {
    fixed!(
        "chưa có dòng nào được điền dưới tiêu đề; hãy điền, lưu lại rồi chạy lại",
        "no row below the header is filled in; fill it in, save it and run again",
    )
}

pub(crate) fn is_empty() -> &'static str {
    fixed!("tệp rỗng; hãy lưu lại tệp rồi chạy lại", "the file is empty; save it again and run again",)
}

/// A folder without records.
pub(crate) fn no_record_files() -> &'static str {
    fixed!(
        "thư mục không có tệp bản ghi nào; hãy ghi thư mục có các tệp .json",
        "the folder has no files of records; name a folder of .json files",
    )
}

/// What a row of forms is of, in English too.
const ROWS: &str = "chi bộ";

/// What a batch has made, a part a sort, those that are nought left out.
pub(crate) fn counts(counts: Counts) -> String {
    if !crate::lang::is_english() {
        return counts.to_string();
    }
    let Counts { rows, papers, .. } = counts;
    let mut made = match counts.are_forms {
        true => format!("{rows} {ROWS}, {papers} forms"),
        false => format!("{papers} documents made"),
    };
    let parts = [
        (counts.kept, "files kept"),
        (counts.refused, "records refused"),
        (counts.unwritten, "files not written"),
    ];
    for (count, what) in parts.iter().filter(|(count, _)| *count > 0) {
        made += &format!(", {count} {what}");
    }
    made
}

/// Where there is more to read.
pub(crate) fn see(counts: &str, report: &str) -> String {
    said!("{counts}; xem {report}", "{counts}; see {report}")
}

/// How many documents stood when a batch went on.
pub(crate) fn resumed(stood: usize, made: usize) -> String {
    said!(
        "làm tiếp lần chạy dở dang: {stood} văn bản đã có, làm thêm {made}",
        "went on with the interrupted run: {stood} documents were there, {made} more made",
    )
}

/// What a volume for the printer holds.
pub(crate) fn volume(name: &str, volume: &Volume) -> String {
    let Volume { papers, pages, blank, sheets, .. } = volume;
    let blank = match blank {
        0 => String::new(),
        _ => said!(" (kể cả {blank} trang trống)", " ({blank} of them blank)"),
    };
    said!(
        "{name}: {papers} văn bản, {pages} trang{blank}, {sheets} tờ giấy",
        "{name}: {papers} documents, {pages} pages{blank}, {sheets} sheets",
    )
}

/// What a ZIP holds.
pub(crate) fn zip(name: &str, files: usize) -> String {
    said!("{name}: {files} tệp", "{name}: {files} files")
}

/// A file was written.
pub(crate) fn written(path: &Path) -> String {
    let path = path.display();
    said!("đã ghi {path}", "wrote {path}")
}

/// A file is there already where a new one is to be.
pub(crate) fn exists() -> &'static str {
    fixed!("tệp đã có; ghi tên khác sau -o", "the file exists; give another name after -o")
}

/// Files of an earlier run that this one did not make.
pub(crate) fn left_over(names: &[String]) -> String {
    let names = some(names, names.len());
    said!(
        "tệp của lần chạy trước, lần này không lập; xóa nếu không dùng nữa: {names}",
        "files of an earlier run that this one did not make; remove them if they are of no use: {names}",
    )
}

/// Files of another run, from another table or of another form.
pub(crate) fn of_other_runs(names: &[String]) -> String {
    let names = some(names, names.len());
    said!(
        "trong thư mục còn tệp của lần chạy với bảng khác hoặc mẫu khác, giữ nguyên: {names}",
        "the folder has files of a run of another table or form, kept: {names}",
    )
}

/// The report of another run was replaced.
pub(crate) fn report_replaced(others: &[String], folder: &Path) -> String {
    let others = others.join(", ");
    let folder = typed(&format!("{}-2", folder.display().to_string().trim_end_matches(['/', '\\'])));
    said!(
        "bao-cao.csv và records.jsonl của lần chạy trước (lập từ {others}) đã được thay; muốn giữ cả hai, hãy ghi mỗi lần chạy vào một thư mục riêng, ví dụ -o {folder}",
        "bao-cao.csv and records.jsonl of the run before (of {others}) were replaced; to keep both give each run a folder of its own, as -o {folder}",
    )
}

/// The same wrong with several files, of which some are named.
pub(crate) fn several_files(said: &str, count: usize, names: &[String]) -> String {
    let names = some(names, count);
    said!("{count} tệp ({names}): {said}", "{count} files ({names}): {said}")
}

/// More than is told of one record, or of all of them.
pub(crate) fn and_more(count: usize) -> String {
    said!("và {count} chỗ khác", "and {count} more")
}

/// A line for what is not told on the screen, but in the report.
pub(crate) fn more_in_the_report(count: usize) -> String {
    said!("và {count} vấn đề khác; xem báo cáo", "and {count} other problems; see the report")
}

/// How far a batch is: a template of indicatif.
pub(crate) fn bar() -> &'static str {
    fixed!("{bar:30} {percent:>3} % {msg}, còn {eta}", "{bar:30} {percent:>3} % {msg}, {eta} left")
}

/// How many records a batch has done, and how many in a second.
pub(crate) fn progress(records: u64, rate: f64) -> String {
    said!("{records} bản ghi, {rate:.0}/giây", "{records} records, {rate:.0}/s")
}

/// A record lacks what its files shall be called after.
pub(crate) fn no_such_field(field: &str) -> String {
    said!(
        "--name: bản ghi không có mục “{field}”; tệp mang tên thường lệ",
        "--name: the record has no field “{field}”; its files have their usual name",
    )
}

/// The program itself is at fault.
pub(crate) fn own_fault(panic: &str) -> String {
    said!(
        "lỗi của chính vanban, xin báo lại cho người làm ra vanban: {panic}",
        "a fault of vanban itself, please report it: {panic}",
    )
}

/// Some names of many.
fn some(names: &[String], count: usize) -> String {
    const MOST: usize = 5;
    let shown = names.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(", ");
    if count > MOST { format!("{shown}, …") } else { shown }
}

#[cfg(test)]
mod tests {
    use super::several_files;

    #[test]
    fn of_many_files_some_are_named() {
        let names: Vec<String> = (2..9).map(|row| format!("{row}.pdf")).collect();
        assert_eq!(several_files("lỗi", 700, &names), "700 tệp (2.pdf, 3.pdf, 4.pdf, 5.pdf, 6.pdf, …): lỗi");
    }
}
