//! Tables as Vietnamese Excel writes them, and everything that can be wrong with one.

use std::fs;
use std::io::{Cursor, Write};

use super::{HEADER, MAPPING, batch, report, said};
use crate::{folder, names, project, vanban};

/// A workbook of one sheet; a cell is XML as Excel writes it, without its reference.
struct Book {
    rows: Vec<Vec<String>>,
    epoch_1904: bool,
}

fn text(text: &str) -> String {
    format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

fn number(number: &str) -> String {
    format!("<c><v>{number}</v></c>")
}

/// A number that is shown as a date.
fn date(serial: &str) -> String {
    format!("<c s=\"1\"><v>{serial}</v></c>")
}

impl Book {
    fn new(rows: &[&[String]]) -> Book {
        let header: Vec<String> = HEADER.trim_end().split(';').map(text).collect();
        let rows = std::iter::once(header).chain(rows.iter().map(|row| row.to_vec())).collect();
        Book { rows, epoch_1904: false }
    }

    fn bytes(&self) -> Vec<u8> {
        let mut rows = String::new();
        for (index, row) in self.rows.iter().enumerate() {
            let cells: Vec<String> = row
                .iter()
                .zip('A'..)
                .map(|(cell, letter)| cell.replacen("<c", &format!("<c r=\"{letter}{}\"", index + 1), 1))
                .collect();
            rows.push_str(&format!("<row r=\"{}\">{}</row>", index + 1, cells.concat()));
        }
        let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let packages = "http://schemas.openxmlformats.org/package/2006/relationships";
        let parts = [
            (
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".to_owned(),
            ),
            (
                "_rels/.rels",
                format!(
                    "<Relationships xmlns=\"{packages}\"><Relationship Id=\"r1\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                ),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                format!(
                    "<Relationships xmlns=\"{packages}\"><Relationship Id=\"r1\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
                     <Relationship Id=\"r2\" Type=\"{relations}/styles\" Target=\"styles.xml\"/></Relationships>"
                ),
            ),
            (
                "xl/workbook.xml",
                format!(
                    "<workbook {main} xmlns:r=\"{relations}\"><workbookPr date1904=\"{}\"/><sheets>\
                     <sheet name=\"Chi bộ\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
                    u8::from(self.epoch_1904)
                ),
            ),
            (
                "xl/styles.xml",
                format!(
                    "<styleSheet {main}><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
                ),
            ),
            (
                "xl/worksheets/sheet1.xml",
                format!("<worksheet {main}><sheetData>{rows}</sheetData></worksheet>"),
            ),
        ];
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

/// 5/6/2026, which Excel counts as 46178, or as 44716 from 1904 on.
#[test]
fn a_sheet_has_numbers_and_dates_in_every_shape() {
    let folder = folder("batch_xlsx");
    let row =
        |day: String, count: String| vec![number("1"), text("Chi bộ thôn Đông"), count, day, text("An")];
    let rows = [
        row(date("46178"), number("5.0")),
        row(number("46178"), number("5")),
        row(text("05/06/2026"), text("5")),
        row(text("2026-06-05"), text("5,0")),
    ];
    let rows: Vec<&[String]> = rows.iter().map(Vec::as_slice).collect();
    let run = batch(&folder, "rows.xlsx", Book::new(&rows).bytes(), &["--format", "pdf"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let files: Vec<Vec<u8>> = (1..=4)
        .map(|count| if count == 1 { String::new() } else { format!("-{count}") })
        .map(|count| fs::read(folder.join(format!("out/nghi-quyet-05-nq-cb{count}.pdf"))).unwrap())
        .collect();
    assert!(files.iter().all(|file| *file == files[0]));
    assert!(report(&folder).contains("Chi bộ, dòng 2 (Chi bộ thôn Đông);"));
    let old = [row(date("44716"), number("5")), row(number("44716"), number("5"))];
    let old: Vec<&[String]> = old.iter().map(Vec::as_slice).collect();
    let book = Book { epoch_1904: true, ..Book::new(&old) };
    let run = batch(&folder, "old.xlsx", book.bytes(), &["--format", "pdf", "--sheet", "chi bộ"]);
    assert_eq!(run.status, 1, "{}", run.err);
    let run = batch(&folder, "old.xlsx", book.bytes(), &["--format", "pdf", "--sheet", "Chi bộ"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    for name in ["nghi-quyet-05-nq-cb.pdf", "nghi-quyet-05-nq-cb-2.pdf"] {
        assert!(fs::read(folder.join("out").join(name)).unwrap() == files[0]);
    }
}

/// The same table in each encoding gives the same papers.
#[test]
fn csv_in_every_encoding_gives_the_same_papers() {
    let folder = folder("batch_encodings");
    let table = format!("{HEADER}1;Chi bộ thôn Đường;5;05/6/2026;Nguyễn Văn Tị\n");
    let comma = table.replace(';', ",");
    let utf_16: Vec<u8> = format!("\u{feff}{table}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let windows_1258 = b"STT;T\xean chi b\xf4\xf2;S\xf4\xec;Nga\xccy ban ha\xccnh;Ng\xfd\xf5\xcci ky\xec\r\n\
                         1;Chi b\xf4\xf2 th\xf4n \xd0\xfd\xf5\xccng;5;05/6/2026;Nguy\xea\xden V\xe3n Ti\xf2\r\n";
    let mut papers = Vec::new();
    for bytes in [table.clone().into_bytes(), comma.into_bytes(), utf_16, windows_1258.to_vec()] {
        let run = batch(&folder, "rows.csv", bytes, &["--format", "pdf"]);
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        papers.push(fs::read(folder.join("out/nghi-quyet-05-nq-cb.pdf")).unwrap());
    }
    assert!(papers.iter().all(|paper| *paper == papers[0]));
}

#[test]
fn letters_for_a_number_are_told_with_sheet_row_column_and_value() {
    let folder = folder("batch_letters");
    let row = [number("1"), text("Chi bộ thôn Đông"), text("năm"), date("46178"), text("An")];
    let run = batch(&folder, "rows.xlsx", Book::new(&[&row]).bytes(), &[]);
    assert_eq!(run.status, 1);
    assert_eq!(
        said(&folder, &run),
        "rows.xlsx: Chi bộ, dòng 2 (Chi bộ thôn Đông): lỗi: cột “Số” (C2), “năm”: không phải là số nguyên; hãy chỉ ghi \
         số vào ô, ví dụ 5 [quy ước; table.value]\n"
    );
    assert_eq!(names(&folder.join("out")), ["bao-cao.csv", "records.jsonl"]);
}

#[test]
fn a_file_that_is_no_good_table_is_told_and_nothing_is_written() {
    let folder = folder("batch_no_table");
    let row = format!("{HEADER}1;Chi bộ;5;05/6/2026;An\n");
    let cases: [(&str, Vec<u8>, &str); 8] = [
        ("empty.csv", Vec::new(), "tệp rỗng; hãy lưu lại tệp rồi chạy lại"),
        ("empty.jsonl", Vec::new(), "tệp rỗng; hãy lưu lại tệp rồi chạy lại"),
        ("blank.csv", b"\n;;\n".to_vec(), "bảng không có dòng tiêu đề"),
        (
            "header.csv",
            HEADER.into(),
            "chưa có dòng nào được điền dưới tiêu đề; hãy điền, lưu lại rồi chạy lại",
        ),
        (
            "header.xlsx",
            Book::new(&[]).bytes(),
            "chưa có dòng nào được điền dưới tiêu đề; hãy điền, lưu lại rồi chạy lại",
        ),
        ("list.json", b"[]".to_vec(), "không có bản ghi nào"),
        (
            "text.xlsx",
            row.clone().into(),
            "không phải là tệp XLSX hay ODS: mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi chạy lại",
        ),
        (
            "broken.json",
            b"[{]".to_vec(),
            "lỗi: dòng 1, cột 3: tên mục phải đặt trong dấu nháy kép [quy ước; shape.syntax]",
        ),
    ];
    for (file, bytes, expected) in cases {
        let run = batch(&folder, file, bytes, &[]);
        assert_eq!((run.status, said(&folder, &run)), (1, format!("{file}: {expected}\n")));
        assert!(!folder.join("out").exists(), "{file}");
        fs::remove_file(folder.join(file)).unwrap();
    }
    let run = batch(&folder, "rows.xlsx", Book::new(&[]).bytes(), &["--sheet", "Sheet9"]);
    assert_eq!(said(&folder, &run), "rows.xlsx: không có trang “Sheet9”; tệp có “Chi bộ”\n");
    let run = vanban(&["batch", "no-such.csv", "--kind", "resolution", "-o", "x"]);
    assert_eq!(
        (run.status, run.err.as_str()),
        (1, "no-such.csv: không có tệp này; hãy kiểm tra lại tên và đường dẫn\n")
    );
}

/// Files of 300 MB, of which no more than the size is there.
#[test]
fn a_file_that_is_too_large_is_refused_by_its_size() {
    let folder = folder("batch_large");
    for (file, expected) in [
        ("rows.xlsx", "tệp 300 MB, lớn hơn 64 MB: lưu thành CSV UTF-8 rồi chạy lại"),
        ("rows.json", "tệp JSON 300 MB, lớn hơn 64 MB: ghi thành JSONL, mỗi dòng một bản ghi, rồi chạy lại"),
    ] {
        let path = folder.join(file);
        fs::File::create(&path).unwrap().set_len(300 * 1024 * 1024).unwrap();
        let out = folder.join("out");
        let mut arguments = vec!["batch", path.to_str().unwrap(), "-o", out.to_str().unwrap()];
        arguments.extend(["--kind", "resolution"]);
        let run = vanban(&arguments);
        assert_eq!((run.status, said(&folder, &run)), (1, format!("{file}: {expected}\n")));
        fs::remove_file(path).unwrap();
    }
    // Small, but not when it is opened.
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let blank = vec![0; 1024 * 1024];
    (0..513).for_each(|_| zip.write_all(&blank).unwrap());
    let run = batch(&folder, "bomb.xlsx", zip.finish().unwrap().into_inner(), &[]);
    assert_eq!(
        said(&folder, &run),
        "bomb.xlsx: tệp mở ra lớn hơn 224 MB: lưu thành CSV UTF-8, hoặc chia thành nhiều tệp rồi chạy lại\n"
    );
}

#[test]
fn a_mapping_with_an_unknown_or_a_missing_column_is_wrong_usage() {
    let folder = folder("batch_mapping");
    let map = folder.join("map.toml");
    let mapping = fs::read_to_string(project(MAPPING))
        .unwrap()
        .replace("\"Số\" = \"number\"", "\"Số hiệu\" = \"number\"");
    fs::write(&map, mapping).unwrap();
    let table = format!("{HEADER}1;Chi bộ thôn Đông;5;05/6/2026;An\n");
    let run = batch(&folder, "rows.csv", &table, &["--map", map.to_str().unwrap()]);
    assert_eq!(run.status, 2);
    assert_eq!(
        said(&folder, &run),
        "map.toml: bảng không có cột “Số hiệu”; bảng có “STT”, “Tên chi bộ”, “Số”, “Ngày ban hành”, “Người ký”\n\
         map.toml: cột “Số” không có trong tệp khai báo cột: thêm vào [columns] hoặc vào ignore\n"
    );
    fs::write(&map, "[columns]\n\"Số\" = 5\n").unwrap();
    let run = batch(&folder, "rows.csv", &table, &["--map", map.to_str().unwrap()]);
    assert_eq!(run.status, 2);
    assert_eq!(
        said(&folder, &run),
        "map.toml: dòng 2, cột 8: phải là chữ trong dấu nháy kép; hiện là 5 không có dấu nháy kép\n"
    );
    assert_eq!(names(&folder), ["map.toml", "rows.csv"]);
}

#[test]
fn a_template_is_printed_for_the_table() {
    let folder = folder("batch_template");
    let table = folder.join("rows.csv");
    fs::write(&table, "number,Địa danh,Điểm\n5,Hà Nội,8\n").unwrap();
    let run = vanban(&["batch", table.to_str().unwrap(), "--kind", "resolution", "--map-template"]);
    assert_eq!(
        (run.status, run.err.as_str()),
        (
            0,
            "tiêu đề: dòng 1; nhận ra 2 trong 3 cột\nlấy dòng 2: 1 bản ghi\n\
             Cột “Điểm” (C) dùng làm gì? Chưa rõ nên tạm không dùng; cần thì chuyển xuống [columns].\n"
        )
    );
    assert!(
        run.out.contains(
            "ignore = [\"Điểm\"]\n\n[columns]\n\"number\" = \"number\"\n\"Địa danh\" = \"place\"\n"
        ),
        "{}",
        run.out
    );
    assert!(run.out.contains("\n\"issuer.name\" = \"\"  # hãy ghi tên cơ quan ban hành: "), "{}", run.out);
}

/// Empty cells of a sheet are blank cells of the paper's table; a row without any is none.
#[test]
fn empty_cells_of_a_sheet_are_blank_in_a_table() {
    let folder = folder("batch_blank_cells");
    let map = folder.join("map.toml");
    let mapping = "[columns]\n\"Tên chi bộ\" = \"issuer.name\"\n\"a\" = \"sections[0].table.rows[0][0]\"\n\
        \"b\" = \"sections[0].table.rows[0][1]\"\n\"c\" = \"sections[0].table.rows[0][2]\"\n\
        \"d\" = \"sections[0].table.rows[1][0]\"\n\"e\" = \"sections[0].table.rows[1][1]\"\n\
        \"f\" = \"sections[0].table.rows[1][2]\"\n[constants]\nnumber = \"by_hand\"\nplace = \"Nhân Thắng\"\n\
        date = \"5/6/2026\"\nsubject = \"kết quả tháng 6\"\n\"recipients[0]\" = \"Lưu Chi bộ\"\n\
        \"issuer.superior\" = \"Đảng bộ xã Nhân Thắng\"\n\"author_line\" = \"\"\n\
        \"sections[0].table.columns\" = [{ label = \"TT\" }, { label = \"Nội dung\" }, { label = \"Ghi chú\" }]\n\
        signature = { capacity = \"on_behalf_of\", body = \"Chi bộ\", position = \"Bí thư\", name = \"Lê Văn An\" }\n";
    fs::write(&map, mapping).unwrap();
    let rows = "Tên chi bộ;a;b;c;d;e;f\nChi bộ thôn Đông;1;Sinh hoạt;;2;;Tốt\nChi bộ thôn Đoài;;;Tốt;;;\n";
    let more = ["--map", map.to_str().unwrap(), "--format", "docx"];
    let run = batch(&folder, "rows.csv", rows, &more);
    assert_eq!((run.status, said(&folder, &run)), (0, String::new()));
    let papers = names(&folder.join("out"));
    let cells = |name: &str| {
        let bytes = fs::read(folder.join("out").join(name)).unwrap();
        let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let xml = std::io::read_to_string(package.by_name("word/document.xml").unwrap()).unwrap();
        // The first table is the letterhead, the last the signature's row.
        let table = xml.split("<w:tbl>").find(|part| part.contains("Ghi")).unwrap().to_owned();
        let rows = table.split("</w:tr>").skip(1).filter(|row| row.contains("<w:tc>"));
        let texts = |row: &str| -> Vec<String> {
            let cells = row.split("<w:tc>").skip(1).map(|cell| {
                assert!(cell.contains("<w:p>") || cell.contains("<w:p "), "{cell}");
                let cell = cell.replace("<w:t>", "<w:t >");
                let runs = cell.split("<w:t ").skip(1).filter_map(|run| run.split_once('>'));
                runs.map(|(_, rest)| rest.split("</w:t>").next().unwrap_or_default()).collect::<String>()
            });
            cells.collect()
        };
        rows.map(texts).collect::<Vec<_>>()
    };
    assert_eq!(cells(&papers[2])[..2], [vec!["1", "Sinh hoạt", ""], vec!["2", "", "Tốt"]]);
    assert_eq!(cells(&papers[1])[..1], [vec!["", "", "Tốt"]]);
}

/// Figures of a sheet, as numbers and as a clerk types them.
#[test]
fn figures_of_a_sheet_arrive_as_they_are() {
    let folder = folder("batch_figures");
    let map = folder.join("map.toml");
    let mapping = "[columns]\n\"Tên chi bộ\" = \"issuer.name\"\n\"Kế hoạch\" = \"sections[0].targets[0].planned\"\n\
        \"Kết quả\" = \"sections[0].targets[0].actual\"\n[constants]\nnumber = \"by_hand\"\nplace = \"Nhân Thắng\"\n\
        date = \"5/6/2026\"\nsubject = \"kết quả tháng 6\"\n\"recipients[0]\" = \"Lưu Chi bộ\"\n\
        \"issuer.superior\" = \"Đảng bộ xã Nhân Thắng\"\n\"sections[0].heading\" = \"Kết quả\"\n\
        \"sections[0].paragraphs\" = [\"Chi bộ đạt.\"]\n\"sections[0].targets[0].name\" = \"Thu ngân sách\"\n\
        signature = { capacity = \"on_behalf_of\", body = \"Chi bộ\", position = \"Bí thư\", name = \"Lê Văn An\" }\n";
    fs::write(&map, mapping).unwrap();
    let rows = "Tên chi bộ;Kế hoạch;Kết quả\nChi bộ A;68,5;70,2\nChi bộ B;12.500.000.000;13250000000\n\
        Chi bộ C;-2,5;by_hand\nChi bộ D;1.234;5\nChi bộ E;95;-3 đồng\n";
    let run = batch(&folder, "rows.csv", rows, &["--map", map.to_str().unwrap(), "--format", "pdf"]);
    assert_eq!(run.status, 1);
    let said = said(&folder, &run);
    for line in [
        "rows.csv: dòng 5 (Chi bộ D): lỗi: cột “Kế hoạch” (B5), “1.234”: có thể là phần nghìn, có thể là số lẻ: \
             ghi dấu phẩy trước số lẻ, không ghi dấu chấm [quy ước; table.value]",
        "rows.csv: dòng 6 (Chi bộ E): lỗi: cột “Kết quả” (C6), “-3 đồng”: không phải là số; hãy ghi như 68,5 hoặc 1.250.000, không kèm dấu % hay đơn vị tính [quy ước; table.value]",
    ] {
        assert!(said.contains(line), "{said}");
    }
    assert_eq!(said.lines().count(), 2, "{said}");
    assert_eq!(names(&folder.join("out")).iter().filter(|name| name.ends_with(".pdf")).count(), 3);
}
