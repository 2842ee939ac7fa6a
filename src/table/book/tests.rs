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

#[test]
fn rows_are_hidden_by_hand_or_filtered_away() {
    let rows: String = (1..=4)
        .map(|row| {
            let state = if row == 2 { "Tạm dừng" } else { "Hoạt động" };
            let hidden = if row == 1 || row == 4 { "" } else { " hidden='1'" };
            format!("<row r='{row}'{hidden}><c t='inlineStr'><is><t>{state}</t></is></c></row>")
        })
        .collect();
    let filter = "<autoFilter ref='A1:A4'><filterColumn colId='0'><filters><filter val='Hoạt động'/></filters></filterColumn></autoFilter>";
    let found =
        |sheet: &str| read(&xlsx("", sheet)).unwrap().rows.iter().map(|row| row.hidden).collect::<Vec<_>>();
    let (hand, away) = (Some(Hidden::ByHand), Some(Hidden::Filtered));
    assert_eq!(found(&format!("<sheetData>{rows}</sheetData>{filter}")), [None, away, hand, None]);
    assert_eq!(found(&format!("<sheetData>{rows}</sheetData>")), [None, hand, hand, None]);
    let rows_of_heights =
        rows.replace(" hidden='1'", " customHeight='1' ht='0'").replace("r='4'", "r='4' ht='0.75'");
    assert_eq!(found(&format!("<sheetData>{rows_of_heights}</sheetData>")), [None, hand, hand, None]);
    // The filter of a table stands in a part of its own.
    let bytes = zipped(&[
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/worksheets/sheet1.xml", &format!("<x:worksheet xmlns:x='y'>{rows}</x:worksheet>")),
        (
            "xl/worksheets/_rels/sheet1.xml.rels",
            "<Relationships><Relationship Id='r1' Type='x/table' Target='../tables/table1.xml'/></Relationships>",
        ),
        ("xl/tables/table1.xml", &format!("<table>{filter}</table>")),
    ]);
    let found: Vec<_> = read(&bytes).unwrap().rows.iter().map(|row| row.hidden).collect();
    assert_eq!(found, [None, away, hand, None]);
}

#[test]
fn only_the_first_of_merged_cells_is_shown() {
    let sheet = "<sheetData><row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c><c><v>5</v></c></row></sheetData>\
        <mergeCells><mergeCell ref='A1:B2'/><mergeCell ref='C1'/></mergeCells>";
    let sheet = read(&xlsx("", sheet)).unwrap();
    assert_eq!(sheet.merged, [Merged { start: (0, 0), end: (1, 1) }]);
    // A row that shows nothing is none.
    assert_eq!(sheet.rows.len(), 1);
    assert_eq!(sheet.rows[0].cells, [(0, number(1.0, "1")), (2, number(3.0, "3"))]);
}

#[test]
fn cells_that_stand_too_far_are_named_and_left_out() {
    let sheet = "<sheetData><row r='1048576'><c r='XFD1048576'><v>9</v></c></row><row r='2'><c r='B2'><v>1</v></c><c r='A2'><v>2</v></c>\
        <c r='B2'><v>3</v></c><c r='AML2'><v>4</v></c></row><row r='900'><c r='A900'><v>5</v></c></row></sheetData>";
    let sheet = read(&xlsx("", sheet)).unwrap();
    assert_eq!(sheet.outside, ["AML2", "XFD1048576"]);
    assert_eq!(sheet.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 900]);
    // Of two cells in one place the later stands.
    assert_eq!(sheet.rows[0].cells, [(0, number(2.0, "2")), (1, number(3.0, "3"))]);
}

#[test]
fn a_sheet_is_found_by_its_name() {
    let mut book = Book::open(Cursor::new(xlsx("", ""))).unwrap();
    assert_eq!(book.sheets(), ["Tháng 6"]);
    assert_eq!(book.sheet(Some("Tha\u{301}ng  6 ")).unwrap().name, "Tháng 6");
    assert_eq!(book.sheet(Some("Ẩn")).unwrap().name, "Ẩn");
    let said = book.sheet(Some("Tháng 7")).unwrap_err().to_string();
    assert_eq!(said, "không có trang “Tháng 7”; tệp có “Tháng 6”, “Ẩn” (đang ẩn)");
}

const ODS: &str = "<d xmlns:table='t' xmlns:office='o' xmlns:text='x'><office:automatic-styles><style:style style:name='ta2' style:family='table'>\
    <style:table-properties table:display='false'/></style:style></office:automatic-styles><office:body><office:spreadsheet>\
    <table:calculation-settings><table:null-date table:date-value='1904-01-01'/></table:calculation-settings>\
    <table:table table:name='Ẩn' table:style-name='ta2'/><table:table table:name='Tháng 6'>ROWS\
    <table:table-row table:number-rows-repeated='1048000'><table:table-cell table:number-columns-repeated='16384'/></table:table-row></table:table>\
    <table:database-ranges><table:database-range table:target-range-address=\"'Tháng 6'.A1:'Tháng 6'.A9\"><table:filter><table:filter-condition \
    table:field-number='0' table:operator='=' table:value='x'/></table:filter></table:database-range></table:database-ranges>\
    </office:spreadsheet></office:body></d>";

fn ods(rows: &str) -> Vec<u8> {
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &ODS.replace("ROWS", rows)),
    ])
}

fn ods_cell(attributes: &str, inside: &str) -> String {
    format!("<table:table-cell {attributes}>{inside}</table:table-cell>")
}

#[test]
fn every_kind_of_cell_of_an_ods_is_read() {
    let value = |kind: &str, name: &str, value: &str, text: &str| {
        ods_cell(
            &format!("office:value-type='{kind}' office:{name}='{value}' calcext:value-type='{kind}'"),
            &format!("<text:p>{text}</text:p>"),
        )
    };
    let cells = [
        (value("float", "value", "1234567.5", "1,234,567.50"), number(1_234_567.5, "1.234.567,50")),
        (value("float", "value", "1234567.5", "1.234.567,50"), number(1_234_567.5, "1.234.567,50")),
        (value("float", "value", "7", "007"), number(7.0, "007")),
        (value("float", "value", "8.3", "8.3"), number(8.3, "8,3")),
        (value("float", "value", "1234", "1,234"), number(1_234.0, "1.234")),
        (value("float", "value", "1.234", "1,234"), number(1.234, "1,234")),
        (
            value("percentage", "value", "0.478260869565217", "47.83%"),
            number(0.478_260_869_565_217, "47,83%"),
        ),
        (value("time", "time-value", "PT19H30M00S", "07:30 PM"), number(0.8125, "07:30 CH")),
        (value("boolean", "boolean-value", "true", "TRUE"), Cell::Truth(true)),
        (
            ods_cell(
                "office:value-type='string'",
                "<office:annotation><text:p>nháp</text:p></office:annotation><text:p>Ngu<text:span>yễn</text:span><text:s text:c='2'/>An</text:p>\n <text:p>x</text:p>",
            ),
            text("Nguyễn  An\nx"),
        ),
        (
            ods_cell(
                "office:value-type='string' table:formula='of:=1' calcext:value-type='error'",
                "<text:p>#VALUE!</text:p>",
            ),
            Cell::Broken("#VALUE!".into()),
        ),
        (ods_cell("table:formula='of:=1'", ""), Cell::Unset),
        (
            ods_cell("table:formula='of:=1' office:value-type='string' office:string-value=''", ""),
            Cell::Empty,
        ),
    ];
    for (xml, expected) in cells {
        let sheet = read(&ods(&format!(
            "<table:table-row>{xml}<table:covered-table-cell/>{}</table:table-row>",
            value("float", "value", "1", "1")
        )))
        .unwrap();
        assert!(sheet.epoch_1904);
        let cells = &sheet.rows[0].cells;
        assert_eq!(cells.last(), Some(&(2, number(1.0, "1"))), "{xml}");
        let first =
            cells.first().filter(|(column, _)| *column == 0).map_or(Cell::Empty, |(_, cell)| cell.clone());
        assert_eq!(first, expected, "{xml}");
    }
}

#[test]
fn rows_of_an_ods_are_repeated_merged_hidden() {
    let cell = |more: &str, text: &str| {
        ods_cell(&format!("office:value-type='string' {more}"), &format!("<text:p>{text}</text:p>"))
    };
    let rows = format!(
        "<table:table-header-rows><table:table-row>{}<table:covered-table-cell>{}</table:covered-table-cell></table:table-row></table:table-header-rows>\
         <table:table-row table:number-rows-repeated='2' table:visibility='filter'>{}</table:table-row>\
         <table:table-row table:visibility='collapse'>{}</table:table-row>",
        cell("table:number-columns-spanned='2' table:number-rows-spanned='2'", "Đảng viên"),
        "<text:p>dưới</text:p>",
        cell("table:number-columns-repeated='2'", "y"),
        cell("", "x"),
    );
    let sheet = read(&ods(&rows)).unwrap();
    assert_eq!(sheet.merged, [Merged { start: (0, 0), end: (1, 1) }]);
    let rows: Vec<_> = sheet.rows.iter().map(|row| (row.number, row.hidden, row.cells.len())).collect();
    let (hand, away) = (Some(Hidden::ByHand), Some(Hidden::Filtered));
    // What stands under the merged cell is not shown.
    assert_eq!(rows, [(1, None, 1), (3, away, 2), (4, hand, 1)]);
}

#[test]
fn what_is_no_sheet_is_told_with_what_to_do() {
    let compound = |name: &str| {
        let name: Vec<u8> = name.bytes().flat_map(|byte| [byte, 0]).collect();
        [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 70_000], &name].concat()
    };
    let encrypted = "<m><file-entry full-path='content.xml'><encryption-data/></file-entry></m>";
    for (bytes, expected) in [
        (compound("EncryptedPackage"), "tệp có đặt mật khẩu"),
        (compound("Workbook"), "tệp .xls của Excel cũ"),
        (b"STT;T\n".to_vec(), "không phải là tệp XLSX hay ODS"),
        (Vec::new(), "không phải là tệp XLSX hay ODS"),
        (b"PK\x03\x04".to_vec(), "tệp hỏng"),
        (zipped(&[("xl/workbook.bin", "")]), "tệp .xlsb"),
        (zipped(&[("word/document.xml", "")]), "đây là tệp Word"),
        (zipped(&[("a.txt", "")]), "không phải là tệp XLSX hay ODS"),
        (zipped(&[("content.xml", "<a/>")]), "không phải là tệp XLSX hay ODS"),
        (zipped(&[("content.xml", "x"), ("META-INF/manifest.xml", encrypted)]), "tệp có đặt mật khẩu"),
    ] {
        let said = read(&bytes).unwrap_err();
        assert!(said.starts_with(expected), "{expected}: {said}");
        assert!(said.contains("chạy lại"), "{said}");
    }
}

#[test]
fn what_is_broken_is_told_with_its_cell() {
    let strings = format!("<si><t>{}</t></si><si><t>x</t></si>", "ố".repeat(32_768));
    let long = "ố".repeat(32_768);
    for (cells, expected) in [
        ("<c r='B7' t='s'><v>0</v></c>".to_owned(), "ô B7: chữ dài hơn 32.767 ký tự"),
        (format!("<c r='B7' t='inlineStr'><is><t>{long}</t></is></c>"), "ô B7: chữ dài hơn 32.767 ký tự"),
        (format!("<c r='B7' t='str'><v>{}</v></c>", "x".repeat(1_500_000)), "ô B7: chữ dài hơn 32.767 ký tự"),
        ("<c r='B7' t='s'><v>2</v></c>".to_owned(), "ô B7: chữ số 2 của tệp không có"),
        ("<c r='B7'><v>12x</v></c>".to_owned(), "ô B7: giá trị “12x” không phải là số"),
        ("<c r='B7'><v>inf</v></c>".to_owned(), "ô B7: giá trị “inf” không phải là số"),
        ("<c r='ZZZZ1'><v>1</v></c>".to_owned(), "ô “ZZZZ1” không có trong trang tính nào"),
        ("<c r='B7' t='str'><v>&lol;</v></c>".to_owned(), "ô B7: có thực thể “&lol;” lạ"),
    ] {
        let said = read(&xlsx(&strings, &format!("<row r='7'>{cells}</row>"))).unwrap_err();
        assert!(said.starts_with(&format!("trang “Tháng 6”, {expected}")), "{said}");
    }
    // A text that no cell uses stops nothing, and one that is as long as may be is read.
    let most = "ố".repeat(32_767);
    let sheet = read(&xlsx(
        &strings,
        &format!("<row><c t='s'><v>1</v></c><c t='inlineStr'><is><t>{most}</t></is></c></row>"),
    ))
    .unwrap();
    assert_eq!(sheet.rows[0].cells, [(0, text("x")), (1, text(&most))]);
    let huge = format!("<si><t>x</t></si><si><t>{}</t></si>", "x".repeat(3_000_000));
    let said = read(&xlsx(&huge, "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>")).unwrap_err();
    assert!(said.starts_with("trang “Tháng 6”, ô B1: chữ dài hơn"), "{said}");
}

#[test]
fn what_asks_for_much_is_refused() {
    let deep = "<a>".repeat(200);
    let entity = "<!DOCTYPE a [<!ENTITY lol 'lol'>]>";
    let many = "<c t='b'><v>1</v></c>".repeat(1_000);
    let rows = format!("<row>{many}</row>").repeat(1_001);
    let merged = "<mergeCell ref='A1:B2'/>".repeat(100_001);
    let attributes: String = (0..20_000).map(|count| format!(" a{count}='1'")).collect();
    for (sheet, expected) in [
        (deep, Some("các thẻ lồng nhau quá 100 tầng")),
        (entity.to_owned(), Some("có khai báo DOCTYPE")),
        (rows, Some("ô A1001: bảng có hơn 1.000.000 ô")),
        (merged, Some("trang có hơn 100.000 vùng ô gộp")),
        (format!("<row{attributes}><c><v>1</v></c></row>"), None),
    ] {
        let said = read(&xlsx("", &sheet)).err();
        match (said, expected) {
            (None, None) => {}
            (Some(said), Some(expected)) => {
                let rest = said.strip_prefix("trang “Tháng 6”, ").unwrap();
                assert!(rest.contains(expected), "{said}");
            }
            (said, _) => panic!("{said:?} {expected:?}"),
        }
    }
    // One text in very many cells.
    let text = format!("<si><t>{}</t></si>", "x".repeat(30_000));
    let said =
        read(&xlsx(&text, &format!("<row>{}</row>", "<c t='s'><v>0</v></c>".repeat(3_000)))).unwrap_err();
    assert!(said.contains("quá nhiều dữ liệu"), "{said}");
    let cell = "<table:table-cell office:value-type='float' office:value='1' table:number-columns-repeated='16384'><text:p>1</text:p></table:table-cell>";
    let said = read(&ods(&format!(
        "<table:table-row table:number-rows-repeated='1048576'>{cell}</table:table-row>"
    )))
    .unwrap_err();
    assert!(said.contains("bảng có hơn 1.000.000 ô"), "{said}");
    let sheets = format!("<workbook>{}</workbook>", "<sheet name='a' r:id='r1'/>".repeat(1_001));
    let said = read(&zipped(&[("xl/workbook.xml", &sheets), ("xl/_rels/workbook.xml.rels", RELATIONS)]))
        .unwrap_err();
    assert!(said.starts_with("tệp có hơn 1.000 trang"), "{said}");
    let styles = format!("<cellXfs>{}</cellXfs>", "<xf/>".repeat(65_537));
    let parts = [
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/styles.xml", styles.as_str()),
    ];
    assert!(read(&zipped(&parts)).unwrap_err().starts_with("tệp có hơn 65.536 kiểu"));
    let names: Vec<String> = (0..10_001).map(|count| format!("{count}.xml")).collect();
    let parts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    assert!(read(&zipped(&parts)).unwrap_err().starts_with("tệp có hơn 10000 phần"));
}

#[test]
fn a_sheet_without_a_table_hides_none_that_has_one() {
    let workbook = "<workbook xmlns:r='r'><sheets><sheet name='Bìa' r:id='r1'/><sheet name='Tháng 6' r:id='r2'/>\
        <sheet name='Trống' r:id='r3'/></sheets></workbook>";
    let relations: String = (1..=3)
        .map(|sheet| format!("<Relationship Id='r{sheet}' Type='x/worksheet' Target='{sheet}.xml'/>"))
        .collect();
    let row = |cells: &[&str]| {
        let cells = cells.iter().map(|text| format!("<c t='inlineStr'><is><t>{text}</t></is></c>"));
        format!("<row>{}</row>", cells.collect::<String>())
    };
    let taken = |cover: &str, table: &str| {
        let bytes = zipped(&[
            ("xl/workbook.xml", workbook),
            ("xl/_rels/workbook.xml.rels", &format!("<Relationships>{relations}</Relationships>")),
            ("xl/1.xml", &format!("<worksheet>{cover}</worksheet>")),
            ("xl/2.xml", &format!("<worksheet>{table}</worksheet>")),
            ("xl/3.xml", "<worksheet/>"),
        ]);
        let read = crate::table::Table::sheet(Cursor::new(bytes), None);
        let others = |table: &crate::table::Table| {
            let all = table.sheets().iter().filter(|name| Some(name.as_str()) != table.sheet_name());
            all.cloned().collect::<Vec<_>>()
        };
        read.map(|table| (table.sheet.name.clone(), others(&table))).map_err(|error| error.to_string())
    };
    let table = [row(&["Tên", "Số"]), row(&["A", "1"])].concat();
    let second = Ok(("Tháng 6".to_owned(), vec!["Bìa".to_owned(), "Trống".to_owned()]));
    for cover in [String::new(), row(&["BẢNG CHẤM ĐIỂM"]), [row(&["Hướng dẫn"]), row(&["x"])].concat()]
    {
        assert_eq!(taken(&cover, &table), second, "{cover}");
    }
    assert_eq!(taken(&table, &table).map(|(name, _)| name), Ok("Bìa".to_owned()));
    assert_eq!(taken("", ""), Err("bảng không có dòng tiêu đề".to_owned()));
}
