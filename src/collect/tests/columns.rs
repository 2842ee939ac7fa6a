//! Words that were moved to another column.

use serde_json::{Value, json};

use super::made::{changed, fillable};
use crate::kinds::{AnyRecord, Programme, Resolution};

fn made(example: &str, change: impl Fn(&mut Value)) -> Vec<u8> {
    let mut draft: Value = serde_json::from_str(example).unwrap();
    draft["draft"] = json!(1);
    draft.as_object_mut().unwrap().remove("number");
    change(&mut draft);
    fillable().render(&AnyRecord::from_value(draft).unwrap()).unwrap().to_docx().unwrap()
}

fn told(file: &[u8]) -> Vec<String> {
    let error = fillable().extract(file).unwrap_err();
    error.problems().iter().map(ToString::to_string).collect()
}

/// Moves what stands between these into the next cell of its row.
fn to_the_next_cell(text: &str, begins: &str, ends: &str, holds: &str) -> String {
    let at = text.find(holds).unwrap();
    let begin = text[..at].rfind(begins).unwrap();
    let end = at + text[at..].find(ends).unwrap() + ends.len();
    let own = text[begin..end].to_owned();
    const CELL: &str = "</w:p></w:tc>";
    let first = end + text[end..].find(CELL).unwrap() + CELL.len();
    let next = first + text[first..].find(CELL).unwrap();
    text[..begin].to_owned() + &text[end..next] + &own + &text[next..]
}

#[test]
fn a_tick_in_another_column_is_told() {
    let file = made(Resolution::EXAMPLE, |draft| {
        let columns: Vec<Value> =
            ["TT", "Nhiệm vụ", "Đạt", "Không đạt"].iter().map(|label| json!({"label": label})).collect();
        draft["sections"] = json!([{
            "heading": "Kết quả",
            "paragraphs": ["Kết quả như bảng sau:"],
            "table": {"columns": columns, "rows": [["1", "Thu đảng phí", "x", ""], ["2", "Sinh hoạt", "", "x"]]},
        }]);
    });
    assert!(fillable().extract(&file).unwrap().changes.is_empty());
    let moved = changed(&file, |text| to_the_next_cell(&text, "<w:r>", "</w:r>", ">x</w:t>"));
    assert_eq!(
        told(&moved),
        [
            "lỗi: chữ “x” ở dòng “1 Thu đảng phí” nằm ở cột “Không đạt”, mà bản đã gửi ghi ở cột “Đạt”; chỗ này không phải ô để điền; hãy sửa trong bản ghi, hoặc để như bản đã gửi [quy ước; returned.text]"
        ]
    );
}

#[test]
fn a_person_in_the_column_for_notes_is_told() {
    let file = made(Programme::EXAMPLE, |_| {});
    let moved = changed(&file, |text| {
        to_the_next_cell(&text, "<w:sdt>", "</w:sdt>", "w:tag w:val=\"/agenda/0/person\"")
    });
    let told = told(&moved);
    assert!(told[0].contains("nằm ở cột “GHI CHÚ”, mà bản đã gửi ghi ở cột “NGƯỜI THỰC HIỆN”; "), "{told:?}");
}

#[test]
fn a_table_that_was_split_is_read_as_one() {
    use super::made::{blank, written};
    let file = fillable().render(&blank()).unwrap().to_docx().unwrap();
    let split = |filled: &[(&str, &str)], into_the_next: bool| {
        changed(&file, |text| {
            let mut text = written(text, filled);
            if into_the_next {
                text = to_the_next_cell(&text, "<w:sdt>", "</w:sdt>", "w:tag w:val=\"/rows/9/self_score\"");
            }
            let at = text.find("w:tag w:val=\"/rows/8/self_score\"").unwrap();
            let row = text[..at].rfind("<w:tr>").unwrap();
            let table = text[..row].rfind("<w:tbl>").unwrap();
            let end = table + text[table..].find("</w:tblGrid>").unwrap() + "</w:tblGrid>".len();
            let front = text[table..end].to_owned();
            text[..row].to_owned() + "</w:tbl><w:p/>" + &front + &text[row..]
        })
    };
    let filled = [("/rows/1/self_score", "5"), ("/rows/9/self_score", "1"), ("/rows/9/note", "Chậm")];
    assert_eq!(fillable().extract(&split(&filled, false)).unwrap().changes.len(), 3);
    let told = told(&split(&filled[1..2], true));
    assert!(told[0].contains("ô để điền ghi “1”, mà nằm ở cột “"), "{told:?}");
}
