//! What is said of a draft that came back with opinions.

use std::path::Path;

use super::some;

/// What programs put after the name of a copy, and before it.
pub(crate) const BEHIND: [&str; 3] = ["copy", "bản sao", "ban sao"];
pub(crate) const BEFORE: [&str; 5] = ["bản sao của ", "ban sao cua ", "copy of ", "bản sao - ", "copy - "];

/// What people write beside a name when they send a draft back: it names nobody.
pub(crate) const SAYS_OPINION: [&str; 9] =
    ["đã góp ý", "da gop y", "ý kiến góp ý", "góp ý", "gop y", "ý kiến", "y kien", "đã sửa", "da sua"];
pub(crate) const OF: [&str; 2] = [" của", " cua"];

/// The draft is not named.
pub(crate) fn no_draft() -> &'static str {
    fixed!(
        "hãy ghi dự thảo đã gửi lấy ý kiến: --sent DỰ-THẢO.docx",
        "name the draft that was sent out: --sent DRAFT.docx",
    )
}

/// No file of a folder carries a draft.
pub(crate) fn no_draft_in(folder: &Path) -> String {
    let folder = folder.display();
    said!(
        "{folder}: không có dự thảo nào đã gửi để sửa trong Word; hãy ghi --sent tệp mà vanban next --fill-in đã lập",
        "{folder}: no draft that was sent to be corrected in Word; name behind --sent the file that vanban next --fill-in made",
    )
}

/// A folder has several drafts.
pub(crate) fn several_drafts(folder: &Path, names: &[String; 2]) -> String {
    let (folder, [one, other]) = (folder.display(), names);
    said!(
        "{folder}: có hơn một dự thảo ({one}, {other}); hãy ghi tên một tệp sau --sent",
        "{folder}: there is more than one draft ({one}, {other}); name one file behind --sent",
    )
}

/// Another document than a draft resolution.
pub(crate) fn not_commented_on(file: &Path, term: &str) -> String {
    let file = file.display();
    said!(
        "{file}: đây là {term}; bảng tổng hợp ý kiến chỉ lập cho dự thảo nghị quyết",
        "{file}: this is a {term}; the table of comments is made of a draft resolution alone",
    )
}

/// It cannot be told who returned a file.
pub(crate) fn whose(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let file = file.display();
    said!(
        "{file}: không biết ý kiến của ai; hãy đổi tên tệp, thêm tên người hoặc đơn vị góp ý, hoặc ghi --who \"{name}=TÊN\"",
        "{file}: it is not known whose opinion this is; add the name to the file's, or write --who \"{name}=NAME\"",
    )
}

/// A file of which it is said whose it is, is none of those that came back.
pub(crate) fn not_there(file: &str, who: &str) -> String {
    said!(
        "--who \"{file}={who}\": không có tệp {file} trong các tệp nộp về; hãy ghi đúng tên tệp",
        "--who \"{file}={who}\": {file} is none of the files that came back; write its name as it is",
    )
}

/// Who returned a file is not said as it is to be.
pub(crate) fn a_name(text: &str) -> String {
    said!(
        "không nhận “{text}”; hãy ghi như \"b.docx=Chi bộ 3\"",
        "“{text}” is none; write as \"b.docx=Chi bộ 3\""
    )
}

/// No file was taken.
pub(crate) fn nothing_returned() -> &'static str {
    fixed!("chưa có ý kiến nào nhận được; không ghi tệp nào", "no opinion was taken; no file was written")
}

/// How many comments there are, and who has none.
pub(crate) fn counts(comments: usize, commenters: usize, agreed: &[String], missing: &[String]) -> String {
    let mut said = said!(
        "{comments} góp ý của {commenters} người, đơn vị",
        "{comments} comments of {commenters} bodies or people",
    );
    if !agreed.is_empty() {
        let (count, names) = (agreed.len(), some(agreed, agreed.len()));
        said += &said!(
            "; {count} trả lại nguyên bản dự thảo ({names})",
            "; {count} returned it as it was ({names})"
        );
    }
    if !missing.is_empty() {
        let (count, names) = (missing.len(), missing.join(", "));
        said += &said!("; {count} chưa trả lại ({names})", "; {count} have not returned it ({names})");
    }
    said
}

/// What to type into a table whose comments came from files.
pub(crate) fn answer(table: &Path) -> String {
    let table = table.display();
    said!(
        "Mở {table}, ghi cho mỗi góp ý \"accepted\": \"…\" nếu tiếp thu, hoặc \"explained\": \"…\" nếu không.\n",
        "Open {table} and write for each comment \"accepted\": \"…\" where it is taken in, or \"explained\": \"…\".\n",
    )
}
