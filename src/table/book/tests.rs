use std::io::{Cursor, Write};

use super::*;

/// A ZIP of these parts.
fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const WORKBOOK: &str = "<workbook xmlns:r='r'><workbookPr/><sheets><sheet name='Ẩn' state='hidden' r:id='r2'/>\
    <sheet name='Tháng 6' r:id='r1'/></sheets></workbook>";
const RELATIONS: &str = "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>\
    <Relationship Id='r2' Type='x/worksheet' Target='/xl/worksheets/sheet1.xml'/>\
    <Relationship Id='r3' Type='x/sharedStrings' Target='sharedStrings.xml'/>\
    <Relationship Id='r4' Type='x/styles' Target='styles.xml'/></Relationships>";
const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='000'/></numFmts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>\
    <cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='14'/></cellXfs></styleSheet>";

fn xlsx(strings: &str, sheet: &str) -> Vec<u8> {
    zipped(&[
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/styles.xml", STYLES),
        ("xl/SharedStrings.xml", &format!("<sst uniqueCount='4000000000'>{strings}</sst>")),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet>{sheet}</worksheet>")),
    ])
}

fn read(bytes: &[u8]) -> Result<Sheet, String> {
    let mut book = Book::open(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    book.sheet(None).map_err(|error| error.to_string())
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn number(value: f64, shown: &str) -> Cell {
    Cell::Number { value, shown: shown.to_owned() }
}

#[test]
fn every_kind_of_cell_is_read() {
    let strings = "<si><t>An</t></si><si><r><t>Ngu</t></r><r><t xml:space='preserve'>yễn </t></r><rPh><t>x</t></rPh></si>\
        <si><t>a_x000D_\nb_x005F_x</t></si><si><t>be\u{323}\u{302}</t></si>";
    let sheet = "<sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='s'><v>1</v></c><c t='s'><v>2</v></c><c t='s'><v>3</v></c></row>\
        <row><c t='inlineStr'><is><t> x &amp; &#273; </t></is></c><c t='str'><f>A</f><v>kết quả</v></c><c t='str'><f>A</f><v></v></c>\
        <c><f>A</f></c><c><f>A</f><v/></c><c t='e'><v>#N/A</v></c><c t='b'><v>1</v></c><c t='d' s='2'><v>2026-06-05T19:30:00</v></c></row>\
        <row r='4'><c r='B4' s='1'><v>7</v></c><c s='2'><v>46178.5</v></c><c r='D4'><f t='shared' si='0'/><v>8.299999999999999</v></c><c/></row></sheetData>";
    let sheet = read(&xlsx(strings, sheet)).unwrap();
    let date = chrono::NaiveDate::from_ymd_opt(2026, 6, 5).unwrap();
    let day = Cell::Date { date, shown: "05/06/2026".into() };
    let row = |number, cells| SheetRow { number, hidden: None, cells };
    let expected = [
        row(1, vec![(0, text("An")), (2, text("Nguyễn")), (3, text("a\nb_x")), (4, text("bệ"))]),
        row(
            2,
            vec![
                (0, text("x & đ")),
                (1, text("kết quả")),
                (3, Cell::Unset),
                (4, Cell::Unset),
                (5, Cell::Broken("#N/A".into())),
                (6, Cell::Truth(true)),
                (7, day.clone()),
            ],
        ),
        row(4, vec![(1, number(7.0, "007")), (2, day), (3, number(8.299_999_999_999_999, "8,3"))]),
    ];
    assert_eq!(sheet.rows, expected);
    assert_eq!((sheet.name.as_str(), sheet.epoch_1904), ("Tháng 6", false));
}
