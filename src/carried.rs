//! The record stored in a PDF: read it back, or remove it.

use crate::error::{Error, Result};
use crate::pdf::{self, NoRecord, Unread};

/// Reads the record that a PDF stores ([`Document::to_pdf_with_data`](crate::Document::to_pdf_with_data)). The result
/// is its JSON, byte for byte. It also works if the file was signed afterwards.
///
/// At most 100 MB are read and 16 MB unpacked. Only the objects that lead to the record are read.
///
/// ```
/// use vanban::{Renderer, carried, kinds::Notice};
/// let document = Renderer::new().render(&Notice::example())?;
/// assert_eq!(carried::record_of_pdf(&document.to_pdf_with_data()?)?, document.data()?);
/// let error = carried::record_of_pdf(&document.to_pdf()?).unwrap_err();
/// assert_eq!(error.problems()[0].code, "returned.no_record");
/// # Ok::<(), vanban::Error>(())
/// ```
///
/// # Errors
/// [`Error::Shape`] with one problem: the file is damaged, encrypted or too large, or has no record, or
/// several.
pub fn record_of_pdf(pdf: &[u8]) -> Result<String> {
    pdf::record(pdf).map_err(told)
}

/// Writes the same PDF without its record, so that it can leave the office. PDF/A-3 becomes PDF/A-2. A file
/// without a record is returned unchanged.
///
/// ```
/// use vanban::{Renderer, carried, kinds::Notice};
/// let document = Renderer::new().render(&Notice::example())?;
/// let pdf = carried::strip_pdf(&document.to_pdf_with_data()?)?;
/// assert!(carried::record_of_pdf(&pdf).is_err());
/// # Ok::<(), vanban::Error>(())
/// ```
///
/// # Errors
/// [`Error::Shape`] if the file is damaged, encrypted or too large, or signed: its signature would become
/// invalid. [`Error::Write`] if the writer fails.
pub fn strip_pdf(pdf: &[u8]) -> Result<Vec<u8>> {
    match pdf::record(pdf) {
        Err(NoRecord::Absent) => return Ok(pdf.to_vec()),
        Err(why @ NoRecord::Unread(_)) => return Err(told(why)),
        Ok(_) | Err(NoRecord::Several | NoRecord::NoText) => {}
    }
    if pdf::is_signed(pdf) {
        return Err(Error::unfit(
            "returned.signed",
            ".",
            "tệp PDF đã được ký số, bỏ bản ghi kèm theo thì chữ ký không còn giá trị; hãy bỏ bản ghi trước khi ký",
        ));
    }
    pdf::fits(pdf).map_err(told)?;
    let broken = || told(NoRecord::Unread(Unread::Broken));
    let stripped = pdf::without_record(pdf)?.ok_or_else(broken)?;
    match pdf::record(&stripped) {
        Err(NoRecord::Absent) => Ok(stripped),
        // It stands where no program puts it.
        Ok(_) | Err(_) => Err(broken()),
    }
}

fn told(why: NoRecord) -> Error {
    match why {
        NoRecord::Unread(Unread::Broken) => Error::unfit(
            "returned.damaged",
            ".",
            "tệp PDF hỏng, chưa tải hết hoặc không phải là PDF; hãy xin lại tệp",
        ),
        NoRecord::Unread(Unread::Locked) => Error::unfit(
            "returned.password",
            ".",
            "tệp PDF có đặt mật khẩu hoặc bị khoá; hãy mở khoá, hoặc xin lại tệp",
        ),
        NoRecord::Unread(Unread::TooLarge) => Error::unfit(
            "returned.too_large",
            ".",
            "tệp PDF lớn quá mức của một văn bản, không mở; hãy xin lại tệp",
        ),
        NoRecord::Absent => Error::unfit(
            "returned.no_record",
            ".",
            "tệp PDF không mang theo bản ghi: đây là bản quét, hoặc tệp được lập không kèm bản ghi (`--with-data`); hãy xin tệp \
             gốc hoặc bản ghi",
        ),
        NoRecord::Several => Error::unfit(
            "returned.no_record",
            ".",
            "tệp PDF mang theo nhiều bản ghi, không rõ là của văn bản nào; hãy tách từng văn bản, hoặc xin tệp gốc",
        ),
        NoRecord::NoText => Error::unfit(
            "returned.no_record",
            ".",
            "bản ghi kèm theo tệp PDF không đọc được; hãy xin tệp gốc hoặc bản ghi",
        ),
    }
}
