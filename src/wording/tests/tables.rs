//! What the markup of tables becomes, and what is refused of it.

use super::{Block, Error};
use crate::tree::{Hints, Properties, Section, Tree};
use crate::wording::markup::read;

/// The blocks as the tree's dump writes them.
fn dump(xml: &str) -> String {
    let blocks: Vec<Block> = read(xml, "t", None).unwrap();
    let sections = vec![Section { blocks, ..Section::default() }];
    let tree = Tree::new(Properties::default(), false, sections).dump(&Hints::default());
    tree.lines().skip(2).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn refused(xml: &str, reason: &str) {
    match read(xml, "t", None).unwrap_err() {
        Error::Template { reason: found, .. } => {
            assert_eq!(found.strip_prefix("trong lời văn đã điền: "), Some(reason));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn rows_of_column_headers_are_the_header() {
    assert_eq!(
        dump(
            "<table columns='10mm 1fr 2fr' border='1'>\
             <tr><th rowspan='2'>TT</th><th colspan='2' align='left'>Tiêu chí</th></tr>\
             <tr><th scope='col'>a</th><th>b</th></tr>\
             <group><td>I</td><td colspan='2' align='center'>NHÓM</td></group>\
             <tr><th scope='row'>1</th><td align='justify' valign='bottom'>05-NQ <b>x</b></td><td/></tr></table>"
        ),
        "table 567 1fr 2fr border 1\n  \
           row header\n    \
             cell 1x2 of-column middle\n      TableHead: TT\n    \
             cell 2x1 of-column middle\n      TableText(Left): [b:Tiêu chí]\n  \
           row header\n    \
             cell of-column middle\n      TableHead: a\n    \
             cell of-column middle\n      TableHead: b\n  \
           row group\n    \
             cell\n      TableText(Left): [b:I]\n    \
             cell 2x1\n      TableText(Center): [b:NHÓM]\n  \
           row\n    \
             cell of-row\n      TableText(Left): 1\n    \
             cell bottom\n      TableText(Justify): 05-NQ [b:x]\n    \
             cell\n      TableText(Left): "
    );
}

#[test]
fn a_cell_holds_text_or_paragraphs() {
    assert_eq!(
        dump(
            "<table columns='1fr'><tr><td align='right'> <p>một</p> <p align='left'>hai<br/>ba</p> </td></tr>\
             <tr><td>  <checkbox/> có <checkbox checked='true'/> <blank width='3'/></td></tr></table>"
        ),
        "table 1fr border 0.5\n  \
           row\n    cell\n      TableText(Right): một\n      TableText(Left): hai⏎ba\n  \
           row\n    cell\n      TableText(Left): ☐ có ☒ ………"
    );
}

#[test]
fn columns_are_parts_side_by_side() {
    assert_eq!(
        dump(
            "<columns widths='1fr 30mm'><column align='center'>a</column><column><p>b</p><p>c</p></column></columns>"
        ),
        "table 1fr 1701 border 0\n  \
           row\n    cell\n      ColumnText(Center): a\n    \
             cell\n      ColumnText(Left): b\n      ColumnText(Left): c"
    );
}

#[test]
fn a_page_break_is_the_next_blocks() {
    assert_eq!(
        dump(
            "<p>a</p><page-break/><p>b</p><page-break></page-break><table columns='1fr'><tr><td>c</td></tr></table>"
        ),
        "Body: a\nBody new-page: b\nEnd new-page: \ntable 1fr border 0.5\n  row\n    cell\n      TableText(Left): c"
    );
    refused("<p>a</p><page-break/>", "sau <page-break/> không còn gì; hãy bỏ thẻ này");
    refused("<page-break/><page-break/><p>a</p>", "hai <page-break/> liền nhau; hãy bỏ một");
    refused(
        "<page-break>a</page-break><p>a</p>",
        "<page-break> không chứa gì được; hãy đóng ngay trong thẻ, như <page-break/>",
    );
}

#[test]
fn what_stands_where_it_may_not_is_refused() {
    refused(
        "<table columns='1fr'>a</table>",
        "chữ không đặt thẳng trong <table> được; hãy đặt vào thẻ: tr, group",
    );
    refused(
        "<table columns='1fr'><td>a</td></table>",
        "<td> không đặt trong <table> được; trong đó hãy dùng: tr, group",
    );
    refused(
        "<table columns='1fr'><tr><p>a</p></tr></table>",
        "<p> không đặt trong <tr> được; trong đó hãy dùng: th, td",
    );
    refused(
        "<table columns='1fr'><tr><td>a<p>b</p></td></tr></table>",
        "trong <td> vừa có chữ vừa có <p>; hãy đặt chữ ấy vào <p>",
    );
    refused(
        "<table columns='1fr'><tr><td><b><p>b</p></b></td></tr></table>",
        "trong <td> vừa có chữ vừa có <p>; hãy đặt chữ ấy vào <p>",
    );
    refused(
        "<table columns='1fr'><tr><td><p>a</p>b</td></tr></table>",
        "chữ không đặt thẳng trong <td> được; hãy đặt vào thẻ: p",
    );
    refused(
        "<table columns='1fr'><tr><td><p/></td></tr></table>",
        "<p> không có chữ nào; hãy ghi chữ vào hoặc bỏ thẻ này",
    );
    refused(
        "<table columns='1fr'><tr><td><heading level='1'>a</heading></td></tr></table>",
        "<heading> không đặt trong <td> được; hãy ghi </td> trước",
    );
    refused("<p><table columns='1fr'/></p>", "<table> không đặt trong <p> được; hãy ghi </p> trước");
    refused(
        "<tr/>",
        "không có thẻ <tr>; hãy dùng một trong: p, heading, item, part, chapter, division, article, clause, point, table, columns, page-break",
    );
}

#[test]
fn a_grid_that_is_not_filled_is_refused() {
    refused(
        "<table columns='1fr 1fr'><tr><td>a</td></tr></table>",
        "hàng thiếu ô ở cột 2 trong 2 cột; hãy ghi thêm ô, trống thì ghi <td/>",
    );
    refused(
        "<table columns='1fr'><tr><td>a</td><td>b</td></tr></table>",
        "ô thứ 2 của hàng ra ngoài bảng có 1 cột; hãy bớt ô, giảm colspan hoặc thêm cột",
    );
    refused(
        "<table columns='1fr'><tr><td rowspan='2'>a</td></tr></table>",
        "một ô kéo xuống quá hàng cuối của <table>; hãy giảm rowspan",
    );
    refused(
        "<table columns='1fr 1fr'><tr><th rowspan='2'>a</th><th>b</th></tr><tr><td>c</td></tr></table>",
        "một ô tiêu đề kéo xuống quá các hàng tiêu đề; hãy giảm rowspan",
    );
    refused(
        "<table columns='1fr'><tr><th>a</th></tr></table>",
        "<table> không có hàng nào dưới tiêu đề; hãy ghi thêm hàng có <td>",
    );
    refused("<table columns='1fr'/>", "<table> không có hàng nào dưới tiêu đề; hãy ghi thêm hàng có <td>");
    refused(
        "<columns widths='1fr 1fr'><column>a</column></columns>",
        "<columns> ghi 2 độ rộng mà có 1 cột; hãy ghi cho bằng nhau",
    );
}

#[test]
fn attributes_say_what_they_may() {
    let cell = |tag: &str, attributes: &str| {
        format!("<table columns='1fr'><tr><{tag} {attributes}>a</{tag}></tr></table>")
    };
    refused("<table/>", "<table> thiếu thuộc tính columns; hãy ghi thêm columns=\"…\" vào thẻ");
    refused(
        "<table columns=' '/>",
        "<table> chưa có cột nào; hãy ghi độ rộng của từng cột, ví dụ “auto 1fr 20mm”",
    );
    refused(
        "<table columns='1fr 2'/>",
        "độ rộng “2” của <table> không đúng; hãy ghi auto, từ 1mm đến 400mm (hoặc 1mm+ đến 400mm+), hay từ 1fr đến 100fr",
    );
    refused(
        "<table columns='0fr'/>",
        "độ rộng “0fr” của <table> không đúng; hãy ghi auto, từ 1mm đến 400mm (hoặc 1mm+ đến 400mm+), hay từ 1fr đến 100fr",
    );
    refused(
        "<table columns='infmm'/>",
        "độ rộng “infmm” của <table> không đúng; hãy ghi auto, từ 1mm đến 400mm (hoặc 1mm+ đến 400mm+), hay từ 1fr đến 100fr",
    );
    refused(
        &format!("<table columns='{}'/>", "1fr ".repeat(64)),
        "<table> có 64 cột; hãy bớt cột, vì Word chỉ nhận 63 cột",
    );
    refused(
        "<table columns='1fr' border='2'/>",
        "border của <table> không nhận “2”; hãy ghi một trong: 0, 0.5, 1",
    );
    refused("<columns/>", "<columns> thiếu thuộc tính widths; hãy ghi thêm widths=\"…\" vào thẻ");
    refused(&cell("th", "scope='both'"), "scope của <th> không nhận “both”; hãy ghi col hoặc row");
    refused(
        &cell("td", "scope='row'"),
        "<td> không có thuộc tính “scope”; hãy dùng một trong: align, valign, colspan, rowspan",
    );
    refused(
        &cell("td", "align='middle'"),
        "align của <td> không nhận “middle”; hãy ghi một trong: left, center, right, justify",
    );
    refused(
        &cell("td", "valign='center'"),
        "valign của <td> không nhận “center”; hãy ghi một trong: top, middle, bottom",
    );
    refused(&cell("td", "colspan='0'"), "colspan của <td> không nhận “0”; hãy ghi một số từ 1 đến 63");
    refused(&cell("td", "rowspan='x'"), "rowspan của <td> không nhận “x”; hãy ghi một số từ 1 đến 999");
    refused(
        "<p><checkbox checked='yes'/></p>",
        "checked của <checkbox> không nhận “yes”; hãy ghi true hoặc false",
    );
    refused(
        "<p><checkbox>x</checkbox></p>",
        "<checkbox> không chứa gì được; hãy đóng ngay trong thẻ, như <checkbox/>",
    );
}
