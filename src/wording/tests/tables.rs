//! What the markup of tables becomes, and what is refused of it.

use super::{Block, Error};
use crate::tree::{Hints, Properties, Section, Tree};
use crate::wording::markup::read;

/// The blocks as the tree's dump writes them.
fn dump(xml: &str) -> String {
    let blocks: Vec<Block> = read(xml, "t").unwrap();
    let sections = vec![Section { blocks, ..Section::default() }];
    let tree = Tree::new(Properties::default(), false, sections).dump(&Hints::default());
    tree.lines().skip(2).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn refused(xml: &str, reason: &str) {
    match read(xml, "t").unwrap_err() {
        Error::Template { reason: found, .. } => {
            assert_eq!(found.strip_prefix("in the finished markup: "), Some(reason));
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
    refused("<p>a</p><page-break/>", "nothing follows <page-break/>");
    refused("<page-break/><page-break/><p>a</p>", "two <page-break/> without anything between them");
    refused("<page-break>a</page-break><p>a</p>", "<page-break> must be empty");
}

#[test]
fn what_stands_where_it_may_not_is_refused() {
    refused("<table columns='1fr'>a</table>", "text in <table>; known inside of it: tr, group");
    refused(
        "<table columns='1fr'><td>a</td></table>",
        "<td> cannot stand in <table>; known inside of it: tr, group",
    );
    refused(
        "<table columns='1fr'><tr><p>a</p></tr></table>",
        "<p> cannot stand in <tr>; known inside of it: th, td",
    );
    refused(
        "<table columns='1fr'><tr><td>a<p>b</p></td></tr></table>",
        "<p> beside text in <td>: put the text into a <p>, too",
    );
    refused(
        "<table columns='1fr'><tr><td><b><p>b</p></b></td></tr></table>",
        "<p> beside text in <td>: put the text into a <p>, too",
    );
    refused(
        "<table columns='1fr'><tr><td><p>a</p>b</td></tr></table>",
        "text in <td>; known inside of it: p",
    );
    refused("<table columns='1fr'><tr><td><p/></td></tr></table>", "empty <p>");
    refused(
        "<table columns='1fr'><tr><td><heading level='1'>a</heading></td></tr></table>",
        "<heading> cannot stand inside <td>",
    );
    refused("<p><table columns='1fr'/></p>", "<table> cannot stand inside <p>");
    refused(
        "<tr/>",
        "unknown element <tr>; known: p, heading, item, part, chapter, division, article, clause, point, table, columns, page-break",
    );
}

#[test]
fn a_grid_that_is_not_filled_is_refused() {
    refused("<table columns='1fr 1fr'><tr><td>a</td></tr></table>", "the row has no cell in column 2 of 2");
    refused(
        "<table columns='1fr'><tr><td>a</td><td>b</td></tr></table>",
        "cell 2 of the row reaches beyond the table's 1 columns",
    );
    refused(
        "<table columns='1fr'><tr><td rowspan='2'>a</td></tr></table>",
        "a cell reaches below the last row of <table>",
    );
    refused(
        "<table columns='1fr 1fr'><tr><th rowspan='2'>a</th><th>b</th></tr><tr><td>c</td></tr></table>",
        "a cell of the header reaches into the rows below it",
    );
    refused("<table columns='1fr'><tr><th>a</th></tr></table>", "<table> has no row below its header");
    refused("<table columns='1fr'/>", "<table> has no row below its header");
    refused("<columns widths='1fr 1fr'><column>a</column></columns>", "<columns> has 2 widths and 1 parts");
}

#[test]
fn attributes_say_what_they_may() {
    let cell = |tag: &str, attributes: &str| {
        format!("<table columns='1fr'><tr><{tag} {attributes}>a</{tag}></tr></table>")
    };
    refused("<table/>", "<table> needs the attribute `columns`");
    refused("<table columns=' '/>", "<table> has no columns");
    refused(
        "<table columns='1fr 2'/>",
        "width `2` of <table> is none of auto, 1mm to 400mm (1mm+ to 400mm+), 1fr to 100fr",
    );
    refused(
        "<table columns='0fr'/>",
        "width `0fr` of <table> is none of auto, 1mm to 400mm (1mm+ to 400mm+), 1fr to 100fr",
    );
    refused(
        "<table columns='infmm'/>",
        "width `infmm` of <table> is none of auto, 1mm to 400mm (1mm+ to 400mm+), 1fr to 100fr",
    );
    refused(
        &format!("<table columns='{}'/>", "1fr ".repeat(64)),
        "<table> has 64 columns; Word has room for 63",
    );
    refused("<table columns='1fr' border='2'/>", "border `2` of <table> is none of 0, 0.5, 1");
    refused("<columns/>", "<columns> needs the attribute `widths`");
    refused(&cell("th", "scope='both'"), "scope `both` of <th> is neither col nor row");
    refused(
        &cell("td", "scope='row'"),
        "unknown attribute `scope` of <td>; known: align, valign, colspan, rowspan",
    );
    refused(&cell("td", "align='middle'"), "align `middle` of <td> is none of left, center, right, justify");
    refused(&cell("td", "valign='center'"), "valign `center` of <td> is none of top, middle, bottom");
    refused(&cell("td", "colspan='0'"), "colspan `0` of <td> is not one of 1 to 63");
    refused(&cell("td", "rowspan='x'"), "rowspan `x` of <td> is not one of 1 to 999");
    refused("<p><checkbox checked='yes'/></p>", "checked `yes` of <checkbox> is neither true nor false");
    refused("<p><checkbox>x</checkbox></p>", "<checkbox> must be empty");
}
