//! Tables from outside: what is wrong with one, what a reader of the PDF is told of it, what Word gets.

use lopdf::{Dictionary, Document, Object};
use serde_json::{Value, json};
use vanban::WordMode;
use vanban::kinds::Resolution;
use vanban::{AnyRecord, Error, Renderer, Stage};

use crate::records;

/// Every problem of the case with one change, as it is printed.
fn problems(change: impl FnOnce(&mut Value)) -> Vec<String> {
    records::problems(records::changed("tables", change))
}

#[test]
fn a_wide_appendix_with_a_table_is_no_problem() {
    assert_eq!(problems(|_| {}), Vec::<String>::new());
    assert_eq!(
        problems(|r| drop(r["appendices"][0]["sections"][0].as_object_mut().unwrap().remove("table"))),
        ["cảnh báo: appendices[0].landscape (trang ngang): khổ giấy ngang chỉ dùng khi có bảng, biểu rộng \
             [05-HD/VPTW II.IV.4.3; appendices.landscape]"]
    );
}

#[test]
fn what_is_wrong_with_a_table() {
    let one = |change: fn(&mut Value)| problems(|r| change(&mut r["sections"][1]["items"][0]["table"]));
    assert_eq!(
        one(|t| drop(t["rows"][1].as_array_mut().unwrap().pop())),
        [
            "lỗi: sections[1].items[0].table.rows[1] (các dòng của bảng): dòng 2 có 4 ô, bảng có 5 cột [quy ước; table.cells]"
        ]
    );
    assert_eq!(
        one(|t| t["rows"] = json!([])),
        [
            "lỗi: sections[1].items[0].table.rows (các dòng của bảng): bảng chưa có dòng nào [quy ước; table.no_rows]"
        ]
    );
    assert_eq!(
        one(|t| *t = json!({"columns": [], "rows": [[]]})),
        ["lỗi: sections[1].items[0].table.columns (các cột): bảng chưa có cột nào [quy ước; table.columns]"]
    );
    assert_eq!(
        one(|t| *t = json!({"columns": vec![json!({"label": "a"}); 64], "rows": [vec!["b"; 64]]})),
        [
            "lỗi: sections[1].items[0].table.columns (các cột): bảng có 64 cột; Word chỉ nhận 63 cột [quy ước; table.columns]"
        ]
    );
    assert_eq!(
        one(|t| t["columns"][1]["width"] = json!("2cm")),
        [
            "lỗi: sections[1].items[0].table.columns[1].width (bề rộng cột): độ rộng cột là “2cm”; phải là auto, từ 1mm đến \
             400mm hoặc từ 1fr đến 100fr [quy ước; table.width]"
        ]
    );
}

fn rendered(wording: &str) -> Result<vanban::Document, Error> {
    Renderer::new().with_wording("resolution", wording)?.render(&Resolution::example())
}

#[test]
fn what_does_not_fit_the_sheet_is_refused() {
    let refused = |wording: &str| rendered(wording).unwrap_err().to_string();
    assert_eq!(
        refused("<table columns='100mm 100mm'><tr><td>a</td><td>b</td></tr></table>"),
        "lỗi: các cột của bảng (rộng nhất là cột 2, do độ rộng đã ghi) cần 200 mm, mà chỉ có 165 mm; hãy ghi cột này \
         hẹp hơn hoặc ghi auto [quy ước; fit.table]"
    );
    assert_eq!(
        refused("<table columns='160mm 1fr'><tr><td>a</td><td>b</td></tr></table>"),
        "lỗi: các cột của bảng (rộng nhất là cột 1, do độ rộng đã ghi) cần 166 mm, mà chỉ có 165 mm; hãy ghi cột này \
         hẹp hơn hoặc ghi auto [quy ước; fit.table]"
    );
    let head: String = (0..60).map(|n| format!("<p>{n}</p>")).collect();
    assert_eq!(
        refused(&format!("<table columns='1fr'><tr><th>{head}</th></tr><tr><td>a</td></tr></table>")),
        "lỗi: đầu bảng và một dòng dưới nó cần 297,4 mm, mà chỉ có 257 mm; hãy rút gọn chữ trong ô cao nhất \
         [quy ước; fit.row]"
    );
}

fn elements<'a>(file: &'a Document, element: &'a Object, tag: &[u8], found: &mut Vec<&'a Dictionary>) {
    // A number is a marked piece.
    let Ok(element) = file.dereference(element).unwrap().1.as_dict() else { return };
    let Ok(own) = element.get(b"S").and_then(Object::as_name) else { return };
    if own == tag {
        found.push(element);
    }
    for child in element.get(b"K").unwrap().as_array().unwrap() {
        elements(file, child, tag, found);
    }
}

/// The elements of a tag in the structure of a paper.
fn count(document: &vanban::Document, tag: &str, wanted: impl Fn(&Document, &Dictionary) -> bool) -> usize {
    let file = Document::load_mem(&document.to_pdf().unwrap()).unwrap();
    let root = file.catalog().unwrap().get(b"StructTreeRoot").unwrap();
    let root = file.dereference(root).unwrap().1.as_dict().unwrap();
    let mut found = Vec::new();
    elements(&file, root.get(b"K").unwrap(), tag.as_bytes(), &mut found);
    found.into_iter().filter(|element| wanted(&file, element)).count()
}

#[test]
fn a_reader_is_told_rows_headers_and_cells() {
    let document = crate::render(&crate::case("tables"));
    assert_eq!(count(&document, "Table", |_, _| true), 5);
    assert_eq!(count(&document, "TR", |_, _| true), 4 + 3 + 2 + 9 + 40 + 5);
    // The header of the two pages of the appendix is one: on the second it is an artifact.
    assert_eq!(count(&document, "TH", |_, _| true), 5 * 5);
    let column = |_: &Document, cell: &Dictionary| {
        let attributes = cell.get(b"A").unwrap().as_dict().unwrap();
        attributes.get(b"Scope").unwrap().as_name().unwrap() == b"Column"
    };
    assert_eq!(count(&document, "TH", column), 5 * 5);
    assert_eq!(count(&document, "TD", |_, _| true), (4 + 3 + 2 + 9 + 40) * 5);
}

#[test]
fn merged_cells_say_so() {
    let document = rendered(
        "<table columns='1fr 1fr 1fr'><tr><th rowspan='2'>a</th><th colspan='2'>b</th></tr>\
         <tr><th>c</th><th>d</th></tr><tr><th scope='row'>e</th><td>f</td><td/></tr></table>",
    )
    .unwrap();
    let says = |key: &'static [u8], value: i64| {
        move |_: &Document, cell: &Dictionary| {
            cell.get(b"A")
                .and_then(Object::as_dict)
                .and_then(|a| a.get(key))
                .and_then(Object::as_i64)
                .is_ok_and(|given| given == value)
        }
    };
    assert_eq!(count(&document, "TH", says(b"RowSpan", 2)), 1);
    assert_eq!(count(&document, "TH", says(b"ColSpan", 2)), 1);
    assert_eq!(count(&document, "TD", |_, _| true), 2);
    let word = document.to_text(Stage::Docx).unwrap();
    assert_eq!(word.matches("w:tblHeader").count(), 2);
    assert_eq!(word.matches("w:gridSpan w:val=\"2\"").count(), 1);
    assert_eq!(word.matches("w:vMerge w:val=\"restart\"").count(), 1);
    assert_eq!(word.matches("w:vMerge w:val=\"continue\"").count(), 1);
}

/// How far each table of a DOCX hangs in, in twips.
fn indents(document: &vanban::Document) -> Vec<String> {
    let word = document.to_text(Stage::Docx).unwrap();
    let indents = word.split("w:tblInd w:w=\"").skip(1);
    indents.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

/// Up to mode 14 Word sets a table of the body out by the margin of its cells, 5.4 pt, and no other.
#[test]
fn a_table_stands_where_the_text_begins() {
    // The letterhead, the table, the signature with the recipients.
    let table = "<table columns='1fr 1fr'><tr><td>a</td><td>b</td></tr></table>";
    assert_eq!(indents(&rendered(table).unwrap()), ["0", "108", "0"]);
    let renderer = Renderer::new().with_word_mode(WordMode::Mode15);
    let renderer = renderer.with_wording("resolution", table).unwrap();
    assert_eq!(indents(&renderer.render(&Resolution::example()).unwrap()), ["0"; 3]);
}

#[test]
fn a_table_in_a_cell_hangs_out_in_no_mode() {
    let ballot: Value = serde_json::from_str(&crate::case("ballot_paper")).unwrap();
    let later = Renderer::new().with_word_mode(WordMode::Mode15);
    for per_sheet in [1, 2, 4] {
        let mut ballot = ballot.clone();
        ballot["per_sheet"] = per_sheet.into();
        ballot["copies"] = per_sheet.into();
        ballot["choices"] = json!("agreement");
        ballot["candidates"].as_array_mut().unwrap().truncate(1);
        let ballot = AnyRecord::from_json(&ballot.to_string()).unwrap();
        let hung = |renderer: &Renderer| {
            let indents = indents(&renderer.render(&ballot).unwrap());
            assert!(indents.len() > per_sheet, "{per_sheet}: {indents:?}");
            indents.into_iter().filter(|indent| indent != "0").collect::<Vec<_>>()
        };
        assert_eq!(hung(&Renderer::new()), if per_sheet == 1 { vec!["108"] } else { vec![] }, "{per_sheet}");
        assert_eq!(hung(&later), Vec::<String>::new(), "{per_sheet}");
    }
}

/// LibreOffice 25.2 draws sides of the cells that reach into a row at a page's begin down to the page's foot,
/// unless the row has a height of its own.
#[test]
fn a_row_that_begins_a_page_below_a_merged_cell_has_its_height() {
    let rows = "<tr><td>một</td></tr>".repeat(60);
    let table = |span: usize| {
        let first = format!("<tr><td rowspan='{span}'>z</td><td>một</td></tr>");
        let rows = if span == 1 { rows.replace("<tr>", "<tr><td/>") } else { rows.clone() };
        rendered(&format!("<table columns='1fr 1fr'>{first}{rows}</table>")).unwrap()
    };
    let (merged, plain) = (table(61), table(1));
    let row = |document: &vanban::Document| {
        let tree = document.to_text(Stage::Tree).unwrap();
        tree.lines().filter(|line| line.starts_with("  row")).position(|line| line.contains("height 320"))
    };
    let begins = row(&merged).unwrap();
    let pages = merged.to_text(Stage::Pages).unwrap();
    let first_page = pages.split("page 2").next().unwrap();
    assert_eq!(first_page.lines().filter(|line| line.ends_with(" một")).count(), begins);
    assert_eq!(row(&plain), None);
    let shown = merged.to_text(Stage::Docx).unwrap();
    let data = shown.split("w:tbl\n").find(|table| table.contains("một")).unwrap();
    let rows: Vec<&str> = data.split("w:tr\n").skip(1).collect();
    assert_eq!(rows.len(), 61);
    for (index, row) in rows.iter().enumerate() {
        // A line, its padding and a twip.
        assert_eq!(row.contains("w:trHeight w:val=\"321\" w:hRule=\"atLeast\""), index == begins, "{row}");
        assert!(row.contains("w:cantSplit"), "{row}");
    }
    assert!(!plain.to_text(Stage::Docx).unwrap().contains("w:trHeight"));
}

/// A resolution that ends with a table of so many rows: whether the signature carries the last one over, and
/// the main part, an element a line.
fn ending_with_rows(columns: &str, count: usize) -> (bool, String) {
    let rows: String = (1..=count).map(|row| format!("<tr><td>{row}</td><td>nội dung</td></tr>")).collect();
    let head = "<tr><th>TT</th><th>Nội dung</th></tr>";
    let document = rendered(&format!("<table columns='{columns}'>{head}{rows}</table>")).unwrap();
    let tree = document.to_text(Stage::Tree).unwrap();
    let carried = tree.lines().any(|line| line.starts_with("table ") && line.ends_with(" carried"));
    (carried, document.to_text(Stage::Docx).unwrap())
}

/// LibreOffice keeps the last row of a table that comes from an earlier page with a row of the same table alone.
#[test]
fn what_carries_a_last_row_over_stands_in_a_row_below_it() {
    let mut seen = [0, 0];
    for count in 56..70 {
        let (carried, docx) = ending_with_rows("20mm 1fr", count);
        seen[usize::from(carried)] += 1;
        let nested = docx.split_once("\n          w:tbl\n");
        assert_eq!(nested.is_some(), carried, "{count} rows: {docx}");
        // A body ends with a paragraph, and so does a cell.
        let (_, end) = docx.rsplit_once("\n    w:p\n").unwrap();
        assert!(end.contains("VbEnd"), "{end}");
        if let Some((table, closing)) = nested {
            let row = &table[table.rfind("\n      w:tr\n").unwrap()..];
            assert!(row.contains("w:cantSplit") && row.contains(r#"w:gridSpan w:val="2""#), "{row}");
            assert!(row.ends_with("w:val=\"VbTableGapKept\""), "{row}");
            assert!(
                closing
                    .contains("\n          w:p\n            w:pPr\n              w:pStyle w:val=\"VbEnd\"")
            );
        }
    }
    assert!(seen[0] > 0 && seen[1] > 0, "{seen:?}");
}

/// The row is as wide as the text, and the lines of the table end where they did.
#[test]
fn a_narrow_table_has_an_empty_cell_beside_each_row_where_what_follows_it_is_in_its_last() {
    for count in 56..70 {
        let (carried, docx) = ending_with_rows("20mm 60mm", count);
        let table = &docx[docx.find("w:tblCaption").unwrap()..];
        assert_eq!(table.contains("w:gridCol w:w=\"4819\""), carried);
        let empty = |row: &&str| row.contains("w:tcW w:w=\"4819\"") && row.contains("VbEnd");
        let rows = table.split("\n      w:tr\n").skip(1);
        assert_eq!(rows.filter(empty).count(), if carried { count + 1 } else { 0 }, "{docx}");
        assert_eq!(table.matches("w:bottom w:val=\"single\"").count(), if carried { 2 } else { 0 });
    }
}

#[test]
fn what_has_no_headers_is_no_table_to_a_reader() {
    let document =
        rendered("<columns widths='1fr 1fr'><column>một</column><column>hai</column></columns>").unwrap();
    assert_eq!(count(&document, "Table", |_, _| true), 0);
    assert!(count(&document, "Div", |_, _| true) >= 2);
}

#[test]
fn a_cell_on_two_pages_is_one_cell() {
    let lines: String = (0..80).map(|n| format!("<p>dòng {n}</p>")).collect();
    let row = format!("<tr><th scope='row'>1</th><td>{lines}</td></tr>");
    let document = rendered(&format!("<table columns='20mm 1fr'>{row}</table>")).unwrap();
    assert!(document.to_text(Stage::Tree).unwrap().contains("row splits"));
    let whole =
        rendered("<table columns='20mm 1fr'><tr><th scope='row'>1</th><td>a</td></tr></table>").unwrap();
    let kept =
        |document: &vanban::Document| document.to_text(Stage::Docx).unwrap().matches("w:cantSplit").count();
    assert_eq!(kept(&document) + 1, kept(&whole));
    assert_eq!(count(&document, "TD", |_, _| true), 1);
    let pages = document.to_text(Stage::Pages).unwrap();
    let (first, second) = pages.split_once("page 2").unwrap();
    assert!(first.contains("dòng 0") && second.contains("dòng 79"));
}

/// Running text keeps two lines together at a page's end; a cell goes on after any of its lines, as on the
/// pages.
#[test]
fn a_cell_may_go_on_after_any_line() {
    use std::io::{Cursor, Read as _};

    let document = rendered("<table columns='1fr'><tr><td>a</td></tr></table>").unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(document.to_docx().unwrap())).unwrap();
    let mut styles = String::new();
    zip.by_name("word/styles.xml").unwrap().read_to_string(&mut styles).unwrap();
    let mut cells = 0;
    for style in styles.split("<w:style ").filter(|style| style.contains("w:widowControl")) {
        let name = style.split("w:name w:val=\"").nth(1).unwrap().split('"').next().unwrap();
        let in_cell = name.starts_with("VB Bảng ");
        cells += usize::from(in_cell);
        assert_eq!(style.contains("<w:widowControl w:val=\"0\"/>"), in_cell, "{style}");
    }
    assert_eq!(cells, 5);
}

#[test]
fn a_check_box_has_no_word_and_is_said() {
    let document = rendered("<p>Đồng ý <checkbox checked='true'/> không <checkbox/></p>").unwrap();
    assert!(document.words().contains("Đồng ý không"));
    let file = Document::load_mem(&document.to_pdf().unwrap()).unwrap();
    let mut said = Vec::new();
    for page in file.get_pages().into_values() {
        for operation in lopdf::content::Content::decode(&file.get_page_content(page)).unwrap().operations {
            if operation.operator == "BDC"
                && let Ok(text) = operation.operands[1].as_dict().unwrap().get(b"ActualText")
            {
                said.push(lopdf::decode_text_string(text).unwrap());
            }
        }
    }
    assert_eq!(said, ["☒", "☐"]);
    assert!(document.to_text(Stage::Docx).unwrap().contains("VbCheckBox"));
}
