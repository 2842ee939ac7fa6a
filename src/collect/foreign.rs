//! Files that are no DOCX, or cannot be opened, and what to do with them.

use super::returned::Returned;
use crate::error::{Error, Problems};
use crate::opc::{Damage, Opened};
use crate::path::Path;

const CLAUSE: &str = "quy ước";

/// How a file of Microsoft's compound format begins: old documents, and all that have a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// How files begin that offices send in the place of a DOCX.
const HEADS: [(&[u8], &str); 7] = [
    (b"{\\rtf", RTF),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"<html", WEB),
    (b"<!DOCTYPE", WEB),
];

const EMPTY: &str = "tệp rỗng, không có gì bên trong; hãy xin lại tệp";
const PDF: &str =
    "đây là tệp PDF, ở đây chỉ đọc được tệp Word; hãy xin lại tệp Word (.docx) đã điền, hoặc nhập tay";
const PICTURE: &str =
    "đây là ảnh chụp, không đọc được chữ trong ảnh; hãy xin lại tệp Word (.docx) đã điền, hoặc nhập tay";
const RTF: &str = "đây là tệp RTF; hãy mở bằng Word hoặc LibreOffice rồi lưu thành .docx";
const WEB: &str = "đây là trang web, không phải tệp Word; hãy xin lại tệp Word (.docx)";
const ODT: &str = "đây là tệp ODT của LibreOffice; hãy mở bằng LibreOffice hoặc Word rồi lưu thành .docx";
const SHEET: &str = "đây là bảng tính, không phải tệp Word; hãy xin lại tệp Word (.docx) đã điền";
const SLIDES: &str = "đây là bài trình chiếu, không phải tệp Word; hãy xin lại tệp Word (.docx) đã điền";
const ZIP: &str = "đây là tệp nén, không phải tệp Word; hãy giải nén rồi thu từng tệp .docx bên trong";
const OTHER: &str = "đây không phải là tệp Word (.docx); hãy xin lại tệp Word đã điền";

/// Tells what no ZIP is.
pub(super) fn by_its_head(bytes: &[u8]) -> Result<(), Error> {
    if bytes.starts_with(b"PK") {
        return Ok(());
    }
    if bytes.starts_with(COMPOUND) {
        return Err(compound(bytes));
    }
    let begin = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let known = HEADS.iter().find(|(head, _)| begin.starts_with(head)).map(|(_, said)| *said);
    // A PDF may begin a little further on.
    let is_pdf = bytes.get(..1024).unwrap_or(bytes).windows(5).any(|five| five == b"%PDF-");
    Err(not_word(match known {
        _ if bytes.is_empty() => EMPTY,
        _ if is_pdf => PDF,
        Some(said) => said,
        None => OTHER,
    }))
}

/// Tells a ZIP that holds something else than a document of Word.
pub(super) fn by_its_parts(package: &mut Opened<'_>) -> Result<(), Error> {
    if package.has("mimetype") && package.has("content.xml") {
        let mime = package.part("mimetype").ok().flatten().unwrap_or_default();
        let is_sheet = mime.windows(11).any(|word| word == b"spreadsheet");
        return Err(not_word(if is_sheet { SHEET } else { ODT }));
    }
    if package.has("[content_types].xml") {
        let begins = |folder: &str| package.names().any(|name| name.starts_with(folder));
        return match (begins("word/"), begins("xl/"), begins("ppt/")) {
            (false, true, _) => Err(not_word(SHEET)),
            (false, _, true) => Err(not_word(SLIDES)),
            _ => Ok(()),
        };
    }
    Err(not_word(ZIP))
}

/// A file that is no document of Word.
fn not_word(said: &str) -> Error {
    told("returned.not_docx", said)
}

/// A ZIP without a document of Word in it.
pub(super) fn no_document() -> Error {
    not_word(OTHER)
}

fn compound(bytes: &[u8]) -> Error {
    let wide: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
    if bytes.windows(wide.len()).any(|at| at == wide) {
        return locked();
    }
    told(
        "returned.old_word",
        "đây là tệp của Word 97-2003 (.doc); hãy mở bằng Word, chọn “Lưu thành” (Save As), lưu thành .docx",
    )
}

fn locked() -> Error {
    told(
        "returned.password",
        "tệp có đặt mật khẩu; hãy mở bằng Word, bỏ mật khẩu rồi lưu lại, hoặc xin lại tệp",
    )
}

/// What is wrong with a package.
pub(super) fn damaged(damage: Damage) -> Error {
    match damage {
        Damage::Broken => told(
            "returned.damaged",
            "tệp bị hỏng hoặc chưa tải hết, không mở được; hãy xin lại tệp, hoặc mở bằng Word cho sửa rồi lưu lại",
        ),
        Damage::TooLarge => told(
            "returned.too_large",
            "tệp lớn quá mức của một văn bản, không mở; hãy bỏ bớt ảnh rồi lưu lại, hoặc xin lại tệp",
        ),
        Damage::Locked => locked(),
    }
}

/// What is wrong with the part that holds the text. LibreOffice 7.4 writes one that is no XML while changes are tracked.
pub(super) fn damaged_text(damage: Damage, text: &[u8]) -> Error {
    let has = |mark: &[u8]| text.windows(mark.len()).any(|at| at == mark);
    if damage == Damage::Broken && (has(b"<w:del ") || has(b"<w:ins ")) {
        return told(
            "returned.damaged",
            "phần chữ của tệp bị hỏng, có lẽ do LibreOffice 7.4 lưu khi đang bật “Theo dõi thay đổi” (Track Changes); hãy tắt chế độ đó, điền lại vào tệp đã gửi rồi lưu lại",
        );
    }
    damaged(damage)
}

/// One thing that is wrong with a file as a whole.
pub(super) fn told(code: &'static str, said: impl Into<String>) -> Error {
    let mut problems = Problems::default();
    problems.error(code, Path::root(), CLAUSE, said);
    Error::Invalid(problems.into_vec())
}

/// The record that travels with the file is none that this renderer knows.
pub(super) fn unreadable(error: Error) -> Error {
    match error {
        // What is no JSON was damaged on its way.
        Error::Shape(problems) if problems.iter().any(|problem| problem.code != "shape.syntax") => {
            Error::Invalid(problems)
        }
        _ => told("returned.unread", "bản ghi kèm theo tệp bị hỏng, không đọc được; hãy xin lại tệp"),
    }
}

/// A file that carries several records: nobody knows which one its fields are of.
pub(super) fn several_records() -> Error {
    told(
        "returned.two_papers",
        "tệp mang hơn một bản ghi mà ghi khác nhau, như khi chép phiếu này vào tệp của phiếu khác; hãy điền lại vào tệp đã gửi",
    )
}

/// A file that carries no record, and what it is.
pub(super) fn no_record(returned: &Returned) -> Error {
    let said = if returned.is_scan() {
        "tệp chỉ có ảnh, không có chữ và không kèm bản ghi; hãy xin lại tệp Word đã điền, hoặc nhập tay"
    } else if returned.is_signed() {
        "tệp đã ký số và không kèm bản ghi; hãy lấy bản ghi của tệp trước khi ký"
    } else if returned.has_lost_its_record() {
        "tệp đã mất bản ghi kèm theo, như khi LibreOffice mở ra rồi lưu lại nhiều lần; hãy sửa lại từ tệp đã gửi rồi lưu một lần, hoặc nhận phiếu bằng vanban collect với --sent"
    } else {
        "tệp không kèm bản ghi: không phải tệp do phần mềm lập để điền, hoặc bản ghi đã được bỏ; hãy xin lại tệp đã gửi"
    };
    told("returned.no_record", said)
}
