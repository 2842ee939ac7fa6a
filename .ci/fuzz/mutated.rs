//! Damaged inputs of an office: sheets, CSV files, mappings and wordings, mutated. None may panic, take more than a
//! second, or make the process hold more than 200 MB.
//!
//! `cargo run --release --all-features --example mutated [INPUTS] [SEED] [FIRST]`

#![allow(clippy::unwrap_used, reason = "it is a test: what it cannot read ends it")]

mod damage;

use std::fs;
use std::io::{Cursor, Read, Write};

use damage::Random;
use vanban::kinds::{Notice, Resolution, built_in};
use vanban::table::{Mapping, Table};
use vanban::{Kind, Renderer};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// One input in so many is an office's whole sheet or a long wording, and goes on to the pages: these take a
/// hundred times as long as the small ones.
const WHOLE: usize = 200;

/// A small sheet with all that a large one has: a title, a header of two rows, dates, formats, a formula, a sum.
const XLSX: [(&str, &str); 6] = [
    (
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="0"/><sheets><sheet name="Tháng 6" sheetId="1" r:id="r1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#,
    ),
    (
        "xl/sharedStrings.xml",
        r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Chi bộ thôn Đông</t></si><si><r><t>Chi bộ </t></r><r><t>thôn Đoài</t></r></si></sst>"#,
    ),
    (
        "xl/worksheets/sheet1.xml",
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Tháng 6 năm 2026</t></is></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>issuer.name</t></is></c><c r="B3" t="inlineStr"><is><t>Đảng viên</t></is></c><c r="D3" t="inlineStr"><is><t>date</t></is></c></row><row r="4"><c r="B4" t="inlineStr"><is><t>number</t></is></c><c r="C4" t="inlineStr"><is><t>Có mặt</t></is></c></row><row r="5"><c r="A5" t="s"><v>0</v></c><c r="B5"><v>5</v></c><c r="C5"><f>B5-1</f><v>4</v></c><c r="D5"><v>46176</v></c></row><row r="6" hidden="1"><c r="A6" t="s"><v>1</v></c></row><row r="7"><c r="A7" t="s"><v>1</v></c><c r="B7" t="str"><v>6</v></c><c r="C7" t="e"><v>#VALUE!</v></c><c r="D7" t="inlineStr"><is><t>05/6/2026</t></is></c></row><row r="8"><c r="A8" t="inlineStr"><is><t>Cộng</t></is></c><c r="B8"><v>11</v></c></row></sheetData><mergeCells count="3"><mergeCell ref="A1:D1"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:C3"/></mergeCells></worksheet>"#,
    ),
];
const ODS: [(&str, &str); 2] = [
    ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
    (
        "content.xml",
        r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Tháng 6"><table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="3"><text:p>Tháng 6 năm 2026</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row><table:table-row><table:table-cell office:value-type="string"><text:p>issuer.name</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>number</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>date</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="string"><text:p>Chi bộ thôn Đông</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2026-06-05"><text:p>05/6/2026</text:p></table:table-cell></table:table-row><table:table-row table:visibility="filter"><table:table-cell office:value-type="string"><text:p>Chi bộ thôn Đoài</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#,
    ),
];
const CSV: &str = "ĐẢNG UỶ XÃ NHÂN THẮNG;;;\n;;;\nissuer.name;number;date;Ghi chú\nChi bộ thôn Đông;5;05/6/2026;\n\"Chi bộ; thôn \"\"Đoài\"\"\";6;ngày 05 tháng 6 năm 2026;x\nCộng;11;;\n";
const MAPPING: &str = "kind = \"notice\"\nheader = 3\nrows = \"4..5\"\nignore = [\"Ghi chú\"]\n[columns]\n\"issuer.name\" = \"issuer.name\"\n\"number\" = \"number\"\n\"date\" = \"date\"\n[constants]\nplace = \"Nhân Thắng\"\nsubject = \"kết quả tháng 6\"\n";

/// Damaged workbooks.
trait Books {
    /// A workbook, one of its parts mutated, or its bytes.
    fn book(&mut self, parts: &[(String, Vec<u8>)]) -> Vec<u8>;
}

impl Books for Random {
    fn book(&mut self, parts: &[(String, Vec<u8>)]) -> Vec<u8> {
        let changed = self.below(parts.len());
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        for (index, (name, bytes)) in parts.iter().enumerate() {
            zip.start_file(name, options).unwrap();
            let bytes = if index == changed { self.mutated(bytes) } else { bytes.clone() };
            zip.write_all(&bytes).unwrap();
        }
        let bytes = zip.finish().unwrap().into_inner();
        if self.below(10) == 0 { self.mutated(&bytes) } else { bytes }
    }
}

fn parts(path: &str) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let count = zip.len();
    let read = |index| {
        let mut part = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        (part.name().to_owned(), bytes)
    };
    (0..count).map(read).collect()
}

fn kind(name: &str) -> &'static Kind {
    built_in().find(|kind| kind.name() == name).unwrap()
}

/// Everything that a batch does with a table, up to its records; of whole ones up to the pages of the first.
fn use_table(table: &Table, kind: &Kind, mapping: &Mapping, renderer: &Renderer, is_whole: bool) {
    let _ = table.template(kind, renderer, &Mapping::default());
    let _ = table.survey(kind, Some(mapping), renderer).map(|survey| survey.to_string());
    for item in table.records(kind, Some(mapping), renderer).into_iter().flatten().flatten().take(3) {
        let _ = item.record(renderer).map(|record| match is_whole {
            true => drop(item.render(renderer)),
            false => drop(renderer.check_rules(&record)),
        });
    }
}

fn small(parts: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
    parts.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
}

fn main() {
    let renderer = Renderer::new();
    let books = ["tests/clerk/cham-diem-thang-7.xlsx", "tests/clerk/cham-diem-thang-6.ods"].map(parts);
    let table = Table::sheet(fs::File::open("tests/clerk/cham-diem-thang-7.xlsx").unwrap(), None).unwrap();
    let office = Mapping::default()
        .with_default("place", "Bình An")
        .with_default("superior.issuer.name", "Đảng uỷ phường Bình An");
    let mapping = table.template(kind("evaluation_form"), &renderer, &office);
    let fitting =
        Mapping::from_toml(&mapping).unwrap().with_default("superior.issuer.name", "Đảng uỷ phường Bình An");
    let small_table = Table::csv(Cursor::new(CSV)).unwrap();
    let example = Notice::example();
    let small_books = [small(&XLSX), small(&ODS)];
    let small_mapping = Mapping::from_toml(MAPPING).unwrap();
    let (form, notice) = (kind("evaluation_form"), kind("notice"));
    let wording = kind("resolution").template();
    damage::tried(
        "inputs",
        |input, random| (input, random),
        |(input, mut random): (usize, Random)| {
            let (sort, is_whole) = (input % 4, input / 4 % WHOLE == 0);
            match sort {
                0 if is_whole => {
                    let book = random.book(&books[input / 4 / WHOLE % 2]);
                    let _ = Table::sheet(Cursor::new(book), None)
                        .map(|table| use_table(&table, form, &fitting, &renderer, true));
                }
                0 => {
                    let book = random.book(&small_books[input / 4 % 2]);
                    let _ = Table::sheet(Cursor::new(book), None)
                        .map(|table| use_table(&table, notice, &small_mapping, &renderer, false));
                }
                1 => {
                    let _ = Table::csv(Cursor::new(random.mutated(CSV.as_bytes())))
                        .map(|table| use_table(&table, notice, &small_mapping, &renderer, is_whole));
                }
                2 if is_whole => {
                    let text = random.mutated(mapping.as_bytes());
                    let _ = Mapping::from_toml(&String::from_utf8_lossy(&text))
                        .map(|mapping| use_table(&table, form, &mapping, &renderer, true));
                }
                2 => {
                    let text = random.mutated(MAPPING.as_bytes());
                    let _ = Mapping::from_toml(&String::from_utf8_lossy(&text))
                        .map(|mapping| use_table(&small_table, notice, &mapping, &renderer, false));
                }
                _ if is_whole => {
                    let text = random.mutated(wording.as_bytes());
                    let worded = renderer.clone().with_wording("resolution", &String::from_utf8_lossy(&text));
                    let _ = worded
                        .map(|worded| worded.render(&Resolution::example()).map(|paper| paper.to_pdf()));
                }
                _ => {
                    let text = random.mutated(notice.template().as_bytes());
                    let worded = renderer.clone().with_wording("notice", &String::from_utf8_lossy(&text));
                    let _ = worded.map(|worded| worded.render(&example));
                }
            }
            true
        },
    );
}
