//! Files that cannot be read, or are another paper.

use std::io::{Cursor, Write};

use vanban::Renderer;
use vanban::kinds::Notice;
use zip::write::SimpleFileOptions;

use super::Damage;
use super::form::{Form, other, own, sent};
use crate::edits::{DATA, Parts, TEXT};
use crate::returned::{filled, made};

pub const ALL: &[Damage] = &[
    ("as it was filled in", || Form::own().file(), &[]),
    (
        "empty",
        Vec::new,
        &["lỗi: tệp rỗng, không có gì bên trong; hãy xin lại tệp [quy ước; returned.not_docx]"],
    ),
    (
        "cut off",
        || Form::own().file()[..2_000].to_vec(),
        &[
            "lỗi: tệp bị hỏng hoặc chưa tải hết, không mở được; hãy xin lại tệp, hoặc mở bằng Word cho sửa rồi lưu lại [quy ước; returned.damaged]",
        ],
    ),
    (
        "a byte of the text hurt",
        hurt,
        &[
            "lỗi: tệp bị hỏng hoặc chưa tải hết, không mở được; hãy xin lại tệp, hoặc mở bằng Word cho sửa rồi lưu lại [quy ước; returned.damaged]",
        ],
    ),
    (
        "text",
        || "Ghi chú".as_bytes().to_vec(),
        &[
            "lỗi: đây không phải là tệp Word (.docx); hãy xin lại tệp Word đã điền [quy ước; returned.not_docx]",
        ],
    ),
    (
        "a PDF called DOCX",
        || b"%PDF-1.7\n".to_vec(),
        &[
            "lỗi: đây là tệp PDF, ở đây chỉ đọc được tệp Word; hãy xin lại tệp Word (.docx) đã điền, hoặc nhập tay [quy ước; returned.not_docx]",
        ],
    ),
    (
        "a photo called DOCX",
        || b"\xff\xd8\xff\xe0".to_vec(),
        &[
            "lỗi: đây là ảnh chụp, không đọc được chữ trong ảnh; hãy xin lại tệp Word (.docx) đã điền, hoặc nhập tay [quy ước; returned.not_docx]",
        ],
    ),
    (
        "RTF called DOCX",
        || b"{\\rtf1}".to_vec(),
        &[
            "lỗi: đây là tệp RTF; hãy mở bằng Word hoặc LibreOffice rồi lưu thành .docx [quy ước; returned.not_docx]",
        ],
    ),
    (
        "an ODT called DOCX",
        || zip(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<a/>")]),
        &[
            "lỗi: đây là tệp ODT của LibreOffice; hãy mở bằng LibreOffice hoặc Word rồi lưu thành .docx [quy ước; returned.not_docx]",
        ],
    ),
    (
        "a sheet called DOCX",
        || zip(&[("[Content_Types].xml", b"<a/>"), ("xl/workbook.xml", b"<a/>")]),
        &[
            "lỗi: đây là bảng tính, không phải tệp Word; hãy xin lại tệp Word (.docx) đã điền [quy ước; returned.not_docx]",
        ],
    ),
    (
        "a ZIP of forms",
        || zip(&[("phieu.docx", b"PK")]),
        &[
            "lỗi: đây là tệp nén, không phải tệp Word; hãy giải nén rồi thu từng tệp .docx bên trong [quy ước; returned.not_docx]",
        ],
    ),
    (
        "a .doc of Word 97-2003",
        || b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(),
        &[
            "lỗi: đây là tệp của Word 97-2003 (.doc); hãy mở bằng Word, chọn “Lưu thành” (Save As), lưu thành .docx [quy ước; returned.old_word]",
        ],
    ),
    (
        "a password",
        password,
        &[
            "lỗi: tệp có đặt mật khẩu; hãy mở bằng Word, bỏ mật khẩu rồi lưu lại, hoặc xin lại tệp [quy ước; returned.password]",
        ],
    ),
    (
        "a bomb in a part that nobody reads",
        || Form::own().with_part("word/media/image9.xml", &vec![b' '; 17 << 20]),
        &[],
    ),
    (
        "a part that unpacks without end",
        bomb,
        &[
            "lỗi: tệp lớn quá mức của một văn bản, không mở; hãy bỏ bớt ảnh rồi lưu lại, hoặc xin lại tệp [quy ước; returned.too_large]",
        ],
    ),
    (
        "elements within elements",
        || Form { text: deep(), ..Form::own() }.file(),
        &[
            "lỗi: tệp lớn quá mức của một văn bản, không mở; hãy bỏ bớt ảnh rồi lưu lại, hoặc xin lại tệp [quy ước; returned.too_large]",
        ],
    ),
    (
        "a document type",
        || Form { text: "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".into(), ..Form::own() }.file(),
        &[
            "lỗi: tệp bị hỏng hoặc chưa tải hết, không mở được; hãy xin lại tệp, hoặc mở bằng Word cho sửa rồi lưu lại [quy ước; returned.damaged]",
        ],
    ),
    (
        "the text is gone",
        || Form::own().without(TEXT),
        &[
            "lỗi: tệp bị hỏng hoặc chưa tải hết, không mở được; hãy xin lại tệp, hoặc mở bằng Word cho sửa rồi lưu lại [quy ước; returned.damaged]",
        ],
    ),
    (
        "the text is no XML",
        || Form { text: "<w:document".into(), ..Form::own() }.file(),
        &[
            "lỗi: tệp bị hỏng hoặc chưa tải hết, không mở được; hãy xin lại tệp, hoặc mở bằng Word cho sửa rồi lưu lại [quy ước; returned.damaged]",
        ],
    ),
    (
        "the data part is no XML",
        || Form { data: "<vanban xmlns=\"urn:vanban:record\"".into(), ..Form::own() }.file(),
        &[
            "lỗi: tệp bị hỏng hoặc chưa tải hết, không mở được; hãy xin lại tệp, hoặc mở bằng Word cho sửa rồi lưu lại [quy ước; returned.damaged]",
        ],
    ),
    (
        "the record in it is cut off",
        || {
            let form = Form::own();
            let data = form.data.replacen("\"kind\"", "\"ki", 1).replacen("&quot;kind&quot;", "&quot;ki", 1);
            Form { data, ..form }.file()
        },
        &["lỗi: bản ghi kèm theo tệp bị hỏng, không đọc được; hãy xin lại tệp [quy ước; returned.unread]"],
    ),
    (
        "the data part is gone",
        || Form::own().without(DATA),
        &[
            "cảnh báo: tệp đã mất bản ghi kèm theo, như khi LibreOffice mở ra rồi lưu lại nhiều lần; phần mềm đọc theo tệp đã gửi, hãy xem lại [quy ước; returned.no_record]",
        ],
    ),
    (
        "the data part of another chi bộ",
        || Form { data: filled(&other()).text(DATA), ..Form::own() }.file(),
        &[
            "lỗi: văn bản ghi là của “Chi bộ Khu phố 2”, mà dữ liệu kèm tệp là của “Chi bộ Khu phố 5”; hãy hỏi lại nơi gửi, xin lại đúng tệp [quy ước; returned.name]",
        ],
    ),
    (
        "the data part of another month",
        || Form { data: sent(&own(), 7).text(DATA), ..Form::own() }.file(),
        &[
            "lỗi: đây là phiếu chất lượng sinh hoạt chi bộ tháng 7 năm 2026, mà đợt này gửi phiếu chất lượng sinh hoạt chi bộ tháng 8 năm 2026; hãy xin lại tệp của đợt này [quy ước; returned.other_paper]",
        ],
    ),
    (
        "another version's fields",
        || {
            let form = Form::own();
            let data = form.data.replace("/session/present", "/session/attended");
            Form { data, ..form }.file()
        },
        &[
            "lỗi: có mặt: ghi “24”, mà bản ghi không có mục cho chỗ này; hãy ghi vào mục khác, hoặc bỏ [quy ước; returned.no_place]",
        ],
    ),
    (
        "another kind",
        || Renderer::new().render(&Notice::example()).unwrap().to_docx_with_data().unwrap(),
        &[
            "lỗi: đây là thông báo, không phải loại đang thu; hãy để tệp này ra ngoài [quy ước; returned.other_kind]",
        ],
    ),
    (
        "the form of another month",
        || sent(&own(), 7).file(),
        &[
            "lỗi: đây là phiếu chất lượng sinh hoạt chi bộ tháng 7 năm 2026, mà đợt này gửi phiếu chất lượng sinh hoạt chi bộ tháng 8 năm 2026; hãy xin lại tệp của đợt này [quy ước; returned.other_paper]",
        ],
    ),
    (
        "the form of nobody that was asked",
        || {
            let mut form = own();
            form["branch"] = "Chi bộ Khu phố 99".into();
            made(&crate::returned::blank(&form, 8))
        },
        &[
            "lỗi: tệp không thuộc các tệp đã gửi đợt này; hãy xin lại tệp đã gửi, hoặc để tệp này ra ngoài [quy ước; returned.not_sent]",
        ],
    ),
    (
        "printed, and made again without fields",
        || Renderer::new().render(&crate::returned::blank(&own(), 8)).unwrap().to_docx().unwrap(),
        &[
            "lỗi: tệp không kèm bản ghi: không phải tệp do phần mềm lập để điền, hoặc bản ghi đã được bỏ; hãy xin lại tệp đã gửi [quy ước; returned.no_record]",
        ],
    ),
    (
        "as it was sent",
        || sent(&own(), 8).file(),
        &["lỗi: chưa điền gì, vẫn như lúc gửi; hãy xin lại tệp đã điền [quy ước; returned.empty]"],
    ),
    (
        "two forms, with their controls",
        || Form::own().followed_by(&filled(&other()), true).file(),
        &[
            "lỗi: tệp có hơn một văn bản (của “Chi bộ Khu phố 2” và của “CHI BỘ KHU PHỐ 5”); hãy tách mỗi văn bản một tệp, điền vào tệp đã gửi [quy ước; returned.two_papers]",
        ],
    ),
    (
        "two forms, as text",
        || Form::own().followed_by(&filled(&other()), false).file(),
        &[
            "lỗi: tệp có hơn một văn bản (của “Chi bộ Khu phố 2” và của “CHI BỘ KHU PHỐ 5”); hãy tách mỗi văn bản một tệp, điền vào tệp đã gửi [quy ước; returned.two_papers]",
        ],
    ),
    (
        "a letter behind the form",
        || {
            let letter = Renderer::new().render(&Notice::example()).unwrap().to_docx().unwrap();
            Form::own().followed_by(&Parts::of(&letter), true).file()
        },
        &[
            "lỗi: tệp có hơn một văn bản (của “Chi bộ Khu phố 2” và của “CHI BỘ PHÒNG 7-9”); hãy tách mỗi văn bản một tệp, điền vào tệp đã gửi [quy ước; returned.two_papers]",
        ],
    ),
    (
        "the form twice",
        || Form::own().followed_by(&filled(&own()), true).file(),
        &[
            "lỗi: tệp có hơn một văn bản (có văn bản của “Chi bộ Khu phố 2”); hãy tách mỗi văn bản một tệp, điền vào tệp đã gửi [quy ước; returned.two_papers]",
        ],
    ),
];

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// One byte of what is packed is another.
fn hurt() -> Vec<u8> {
    let mut file = Form::own().file();
    let at = file.windows(TEXT.len()).position(|name| name == TEXT.as_bytes()).unwrap() + 2_000;
    file[at] ^= 0x55;
    file
}

fn password() -> Vec<u8> {
    let wide: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
    [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &wide].concat()
}

fn bomb() -> Vec<u8> {
    Form { text: format!("<w:document>{}", " ".repeat(17 << 20)), ..Form::own() }.file()
}

fn deep() -> String {
    "<w:p>".repeat(1_000)
}
