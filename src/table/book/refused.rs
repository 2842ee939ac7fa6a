//! Files that are no workbook, and what to do with them.

use std::io::{Read, Seek};

use super::super::Error;
use super::super::decode::fill;
use super::package::{Package, count};

pub(super) const PASSWORD: &str =
    "tệp có đặt mật khẩu: mở bằng Excel hoặc LibreOffice, bỏ mật khẩu, lưu thành .xlsx rồi chạy lại";
const XLS: &str = "tệp .xls của Excel cũ: mở bằng Excel hoặc LibreOffice, chọn “Lưu thành” (Save As), lưu thành .xlsx rồi chạy lại";
const XLSB: &str = "tệp .xlsb: mở bằng Excel, chọn “Lưu thành” (Save As), lưu thành .xlsx rồi chạy lại";
const WORD: &str =
    "đây là tệp Word, không phải bảng tính: chép bảng sang Excel, lưu thành .xlsx rồi chạy lại";
const OTHER: &str =
    "không phải là tệp XLSX hay ODS: mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi chạy lại";

/// How a file of Microsoft's compound format begins: old workbooks, and all that have a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Tells what no ZIP is.
pub(super) fn by_its_head(file: &mut (impl Read + Seek)) -> Result<(), Error> {
    file.rewind()?;
    let mut head = [0; 8];
    let read = fill(file, &mut head)?;
    let said = if head[..read] == *COMPOUND {
        let wide: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
        if count(file, &wide, 0)? > 0 { PASSWORD } else { XLS }
    } else if !head[..read].starts_with(b"PK") {
        OTHER
    } else {
        return Ok(());
    };
    Err(Error::File(said.to_owned()))
}

/// Tells a ZIP that holds something else.
pub(super) fn by_its_parts(package: &Package) -> Result<(), Error> {
    let said = if package.has("xl/workbook.bin") {
        XLSB
    } else if package.has("word/document.xml") {
        WORD
    } else {
        return Ok(());
    };
    Err(Error::File(said.to_owned()))
}

pub(super) fn other() -> String {
    OTHER.to_owned()
}
