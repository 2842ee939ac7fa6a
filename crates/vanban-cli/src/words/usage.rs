//! What is said of how the command is used, of what it takes and of what it has written.

use std::path::Path;

pub(crate) fn warning() -> &'static str {
    fixed!("cảnh báo", "warning")
}

pub(crate) fn lacking() -> &'static str {
    fixed!("còn thiếu", "lacking")
}

pub(crate) fn written(file: &str) -> String {
    said!("Đã ghi {file}.", "Wrote {file}.")
}

/// A record in which nothing is wrong.
pub(crate) fn sound(name: &str) -> String {
    said!("{name}: không phát hiện lỗi thể thức", "{name}: nothing is wrong")
}

/// Who issues documents of a kind.
pub(crate) fn issued_by(bodies: &str) -> String {
    said!("do {bodies} ban hành", "issued by {bodies}")
}

/// A record to fill in was written; `form`: the options that name its form, with a space before each.
pub(crate) fn fill_in(file: &Path, form: &str) -> String {
    let name = file.display();
    let file = super::typed_path(file);
    said!(
        "Đã ghi {name}. Mở tệp này, ghi vào giữa hai dấu nháy, lưu lại; rồi gõ:\n  \
         vanban check {file}{form}   (xem còn thiếu gì)\n  vanban render {file}{form} -o .   (lập DOCX và PDF)\n",
        "Wrote {name}. Open it, write between the quotes and save it; then type:\n  \
         vanban check {file}{form}   (what is missing)\n  vanban render {file}{form} -o .   (DOCX and PDF)\n",
    )
}

/// The office's file was written.
pub(crate) fn office_written(file: &str, text: &str, next: &str) -> String {
    said!("Đã ghi {file}:\n\n{text}\nGõ tiếp:\n{next}", "Wrote {file}:\n\n{text}\nType next:\n{next}")
}

/// The office has a file already.
pub(crate) fn office_stands(file: &str, text: &str) -> String {
    said!(
        "đã có {file}, giữ nguyên:\n\n{text}\n\nMuốn đổi: mở tệp này bằng Notepad, sửa rồi lưu (mã UTF-8); muốn khai báo lại từ đầu: vanban init --force",
        "{file} is there, kept:\n\n{text}\n\nTo change it, edit and save it (UTF-8); to begin anew: vanban init --force",
    )
}

pub(crate) fn not_answered() -> &'static str {
    fixed!(
        "chưa trả lời hết nên chưa ghi gì; hãy gõ lại lệnh này",
        "not all was answered, nothing is written; type the command again",
    )
}

pub(crate) fn nobody_to_ask(options: &str) -> String {
    said!(
        "không có ai ở bàn phím để hỏi; ghi câu trả lời ngay trong lệnh: vanban init {options}",
        "nobody is at the keyboard to be asked; answer on the command line: vanban init {options}",
    )
}

pub(crate) fn no_output() -> &'static str {
    fixed!(
        "chưa ghi thư mục để văn bản: thêm -o, hoặc ghi output trong vanban.toml",
        "no folder for the documents: add -o, or write output into vanban.toml",
    )
}

pub(crate) fn no_mapping_file() -> &'static str {
    fixed!(
        "sau -o hãy ghi tên tệp khai báo cột, kết thúc bằng .toml, ví dụ phieu.toml",
        "behind -o name the mapping, a .toml, such as phieu.toml",
    )
}

pub(crate) fn for_tables() -> &'static str {
    fixed!(
        "--map, --sheet và --month chỉ dùng cho bảng (.xlsx, .ods, .csv)",
        "--map, --sheet and --month are for sheets (.xlsx, .ods, .csv)",
    )
}

pub(crate) fn for_workbooks() -> &'static str {
    fixed!("--sheet chỉ dùng cho .xlsx và .ods", "--sheet is for .xlsx and .ods")
}

pub(crate) fn no_kind() -> &'static str {
    fixed!(
        "bảng không tự nói loại văn bản: thêm --kind, xem `vanban kinds`",
        "a sheet does not say what kind of documents: add --kind, see `vanban kinds`",
    )
}

pub(crate) fn is_folder() -> &'static str {
    fixed!(
        "đây là thư mục; hãy ghi tên tệp bảng hoặc tệp bản ghi trong thư mục",
        "this is a folder; name a sheet or a file of records in it",
    )
}

pub(crate) fn other_sheet() -> &'static str {
    fixed!(
        "không đọc được dạng bảng này; hãy mở tệp, lưu thành Excel Workbook (.xlsx) rồi chạy lại",
        "sheets of this form are not read; open it, save it as Excel Workbook (.xlsx) and run again",
    )
}

pub(crate) fn no_input() -> &'static str {
    fixed!(
        "tên tệp phải kết thúc bằng .xlsx, .ods, .csv, .jsonl hoặc .json; hãy kiểm tra lại tên tệp",
        "a file is called .xlsx, .ods, .csv, .jsonl or .json; look at its name",
    )
}

pub(crate) fn unfinished_batch() -> &'static str {
    fixed!(
        "lần chạy `vanban batch` chưa xong; chạy lại lệnh đó với --resume rồi tổng hợp",
        "its `vanban batch` has not come to its end; run that with --resume first",
    )
}

pub(crate) fn no_batch() -> &'static str {
    fixed!(
        "thư mục không có records.jsonl của `vanban batch`; hãy ghi thư mục kết quả của lệnh đó, hoặc các tệp .json, .jsonl",
        "the folder has no records.jsonl of `vanban batch`; name the folder of such a run, or .json and .jsonl files",
    )
}

/// A record or a table to fill in is asked for under a name that neither has.
pub(crate) fn not_to_fill_in(file: &Path, name: &str) -> String {
    let file = file.display();
    said!(
        "{file}: bản ghi để điền là tệp .json, bảng để điền là tệp .xlsx; hãy ghi tên như {name}.json hoặc {name}.xlsx",
        "{file}: a record to fill in is a .json, a table a .xlsx; call it, say, {name}.json or {name}.xlsx",
    )
}

pub(crate) fn no_variants(term: &str) -> String {
    said!("{term} không chia loại; hãy bỏ --session", "{term} has no variants; leave out --session")
}

pub(crate) fn no_variant(term: &str, said: &str, known: &str) -> String {
    said!(
        "{term} không có loại “{said}”; ghi một trong: {known}",
        "{term} has no variant “{said}”; write one of: {known}",
    )
}

/// A record to fill in that could be of several sorts of session, and is of none.
pub(crate) fn which_variant(term: &str, known: &str) -> String {
    said!(
        "{term}: chưa ghi là của kỳ nào nên bản ghi có mục của mọi loại; muốn gọn hơn, hãy thêm --session với một trong: {known}",
        "{term}: of no session, so the record has the fields of all; for a shorter one add --session and one of: {known}",
    )
}

pub(crate) fn no_such_kind(near: &str) -> String {
    match near {
        "" => fixed!(
            "không có loại văn bản này; hãy chọn trong `vanban kinds`",
            "there is no such kind; `vanban kinds` lists them",
        )
        .to_owned(),
        near => said!(
            "không có loại văn bản này; có phải {near}? Nếu không, hãy chọn trong `vanban kinds`",
            "there is no such kind; {near} perhaps? `vanban kinds` lists them",
        ),
    }
}

pub(crate) fn a_count() -> &'static str {
    fixed!("hãy ghi một số nguyên từ 1 trở lên, ví dụ 4", "write a whole number from 1, such as 4")
}

pub(crate) fn a_month() -> &'static str {
    fixed!("hãy ghi tháng và năm, ví dụ 6/2026", "write month and year, such as 6/2026")
}

pub(crate) fn no_day(text: &str) -> String {
    said!(
        "“{text}” không phải là ngày trong lịch; hãy ghi như 10/6/2026",
        "“{text}” is no day of the calendar; write it as 10/6/2026",
    )
}

pub(crate) fn no_number(text: &str) -> String {
    said!(
        "“{text}” không phải là số; hãy ghi bằng chữ số, như 12",
        "“{text}” is no number; write figures, such as 12",
    )
}

pub(crate) fn from_one() -> &'static str {
    fixed!("hãy đánh số văn bản từ 1", "documents are numbered from 1")
}

pub(crate) fn nothing_said() -> &'static str {
    fixed!("hãy ghi vào đây", "write something here")
}

pub(crate) fn no_guidance(name: &str) -> String {
    said!(
        "không có hướng dẫn “{name}”; hãy ghi hd05 (05-HD/VPTW, từ 27/5/2026) hoặc hd36 (36-HD/VPTW, trước đó)",
        "there is no guidance “{name}”; write hd05 (05-HD/VPTW, from 27/5/2026) or hd36 (36-HD/VPTW, before)",
    )
}

/// A folder of wordings that has none.
pub(crate) fn no_wordings(folder: &Path) -> String {
    let folder = folder.display();
    said!(
        "{folder}: không có lời văn nào; mỗi loại văn bản một tệp, ví dụ resolution.hbs (in lời văn có sẵn: vanban wording resolution -o resolution.hbs)",
        "{folder}: there are no wordings; a file for each kind, such as resolution.hbs (to print the built-in one: vanban wording resolution -o resolution.hbs)",
    )
}

pub(crate) fn no_code(code: &str) -> String {
    said!(
        "không có mã “{code}”; mã đứng trong ngoặc vuông ở cuối mỗi vấn đề, ví dụ signature.missing",
        "there is no code “{code}”; codes stand in brackets behind each problem, such as signature.missing",
    )
}

pub(crate) fn another_code(code: &str, nearest: &str) -> String {
    said!("không có mã “{code}”; có phải: {nearest}?", "there is no code “{code}”; {nearest} perhaps?")
}

#[cfg(feature = "serve")]
pub(crate) fn an_address() -> &'static str {
    fixed!(
        "hãy ghi địa chỉ IP và cổng, ví dụ 127.0.0.1:8620",
        "write IP address and port, such as 127.0.0.1:8620"
    )
}

#[cfg(feature = "serve")]
pub(crate) fn megabytes() -> &'static str {
    fixed!("hãy ghi số MB, từ 1 đến 1024", "write a number of MB, from 1 to 1024")
}

#[cfg(feature = "serve")]
pub(crate) fn a_queue() -> &'static str {
    fixed!("hãy ghi một số, từ 0 đến 100000", "write a number, from 0 to 100000")
}
