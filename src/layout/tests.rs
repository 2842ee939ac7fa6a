//! Tables on pages: what stands where, whatever the table.

use proptest::prelude::*;

use super::flow::Flow;
use super::measured::Measured;
use super::page::{Page, Pages};
use super::{Layout, Misfit, What, lay_out};
use crate::fonts::Fonts;
use crate::profile::Profile;
use crate::tree::{Block, Hints, Properties, Section, Table, TableHint, Tree};
use crate::units::Length;
use crate::wording::markup;

fn tree(xml: &str) -> Tree {
    let sections = vec![Section { blocks: markup::read(xml, "t", None).unwrap(), ..Section::default() }];
    Tree::new(Properties::default(), false, sections)
}

/// Set as it is given: nothing gives way.
fn laid_out(tree: &Tree) -> Result<Layout, Vec<Misfit>> {
    static FONTS: std::sync::OnceLock<Fonts> = std::sync::OnceLock::new();
    let measured = Measured::new(FONTS.get_or_init(Fonts::liberation_serif));
    Flow::new(&Profile::hd05(), &measured, Hints::default()).run(tree)
}

fn pages_of(tree: &Tree) -> Pages {
    laid_out(tree).unwrap().pages
}

fn pages(xml: &str) -> Pages {
    pages_of(&tree(xml))
}

/// The pages of a paper with one table, and what was found out of it.
fn table(xml: &str) -> (Pages, TableHint) {
    let Layout { pages, mut hints } = laid_out(&tree(xml)).unwrap();
    (pages, std::mem::take(hints.table_mut(0)))
}

/// Baselines of the runs of a page with that text, from the top of the text area.
fn baselines(page: &Page, text: &str) -> Vec<f64> {
    let top = Profile::hd05().page().top.to_pt();
    let runs = page.runs.iter().filter(|run| run.text == text);
    runs.map(|run| ((run.baseline - top) * 100.0).round() / 100.0).collect()
}

/// The first line of a row lies a line's thickness, the padding and 0.8 of the pitch below its top.
const FIRST: f64 = 1.0 + 11.2;

#[test]
fn the_line_above_a_row_adds_to_its_height() {
    for (border, line) in [("0", 0.0), ("0.5", 0.5), ("1", 1.0)] {
        let page = &pages(&format!(
            "<table columns='1fr' border='{border}'><tr><td>a</td></tr><tr><td>b<br/>c</td></tr></table><p>d</p>"
        ))
        .pages[0];
        assert_eq!(baselines(page, "a"), [line + FIRST]);
        assert_eq!(baselines(page, "b"), [2.0 * line + 16.0 + FIRST]);
        assert_eq!(baselines(page, "d"), [3.0 * line + 16.0 + 30.0 + 14.4]);
    }
}

#[test]
fn text_stands_where_it_is_aligned() {
    let page = &pages(
        "<table columns='1fr 1fr 1fr'><tr><td>a<br/>b<br/>c</td><td valign='middle'>d</td><td valign='bottom'>e</td>\
         </tr></table>",
    )
    .pages[0];
    assert_eq!(baselines(page, "d"), [0.5 + 14.0 + FIRST]);
    assert_eq!(baselines(page, "e"), [0.5 + 28.0 + FIRST]);
}

#[test]
fn the_last_row_below_a_merged_cell_gets_what_it_needs() {
    let page = &pages(
        "<table columns='1fr 1fr'><tr><td rowspan='2'>a<br/>b<br/>c<br/>d</td><td>e</td></tr><tr><td>f</td></tr>\
         <tr><td>g</td><td>h</td></tr></table>",
    )
    .pages[0];
    assert_eq!(baselines(page, "f"), [0.5 + 16.5 + FIRST]);
    // Four lines and the padding.
    assert_eq!(baselines(page, "h"), [0.5 + 58.5 + FIRST]);
}

/// Which of the paragraphs keeping carries over to a page: 30 of one line have room on the first.
fn carried(xml: &str) -> Vec<usize> {
    let tree = tree(xml);
    let hints = laid_out(&tree).unwrap().hints;
    let carried = tree.paragraphs().filter(|paragraph| hints.paragraph(paragraph).carried);
    carried.filter_map(|paragraph| paragraph.number).collect()
}

#[test]
fn what_keeping_carries_over_is_known() {
    let heading = "<heading level='2'>h</heading>";
    let body = |count: usize| "<p>a</p>".repeat(count);
    let first_has_room = format!("{}{heading}{}", body(29), body(1));
    assert_eq!(carried(&first_has_room), [29]);
    let both_have_room = format!("{}{heading}{heading}{}", body(28), body(1));
    assert_eq!(carried(&both_have_room), [28, 29]);
    let the_second_has_none = format!("{}{heading}{heading}{}", body(29), body(1));
    assert_eq!(carried(&the_second_has_none), [29]);
    for stays_or_has_no_room in [28, 30] {
        assert!(carried(&format!("{}{heading}{}", body(stays_or_has_no_room), body(1))).is_empty());
    }
}

/// As many rows of one line as are asked for.
fn rows(count: usize) -> String {
    (0..count).map(|n| format!("<tr><td>r{n}</td></tr>")).collect()
}

#[test]
fn the_header_stands_on_each_page_and_is_said_once() {
    let pages = pages(&format!("<table columns='1fr'><tr><th>Đầu</th></tr>{}</table>", rows(100)));
    assert_eq!(pages.pages.len(), 3);
    for (index, page) in pages.pages.iter().enumerate() {
        assert_eq!(baselines(page, "Đầu"), [0.5 + FIRST]);
        let run = page.runs.iter().find(|run| run.text == "Đầu").unwrap();
        assert_eq!(run.block.is_some(), index == 0);
    }
    // 728.5 pt: the header, 43 rows of 16.5 pt, and the line that ends the page.
    assert_eq!(baselines(&pages.pages[1], "r43"), [0.5 + 16.5 + FIRST]);
}

#[test]
fn header_and_group_stay_with_the_row_below_them() {
    let with = |before: usize, rows: &str| {
        let lines = vec!["x"; before].join("<br/>");
        pages(&format!(
            "<columns widths='1fr'><column>{lines}</column></columns><table columns='1fr'>{rows}</table>"
        ))
    };
    // 42 lines of 17 pt and the padding leave 12.5 pt, 41 leave 29.5 pt: one row, or the header.
    let head = "<tr><th>h</th></tr><tr><td>a</td></tr>";
    let pages = with(41, head);
    assert!(baselines(&pages.pages[0], "h").is_empty());
    assert_eq!(baselines(&pages.pages[1], "h"), [0.5 + FIRST]);
    let pages = with(40, "<tr><td>a</td></tr><group><td>g</td></group><tr><td>b</td></tr>");
    assert_eq!(baselines(&pages.pages[0], "a").len(), 1);
    assert!(baselines(&pages.pages[0], "g").is_empty());
    assert_eq!(baselines(&pages.pages[1], "g"), [0.5 + FIRST]);
}

#[test]
fn a_row_taller_than_a_page_is_cut_between_its_lines() {
    let lines: String = (0..60).map(|n| format!("<p>l{n}</p>")).collect();
    let (pages, hint) = table(&format!(
        "<table columns='1fr 1fr'><tr><th>h</th><th/></tr><tr><td>{lines}</td><td valign='middle'>m</td></tr></table>"
    ));
    assert!(hint.splits.iter().eq([&1]));
    assert_eq!(pages.pages.len(), 2);
    // What has no middle stands at the top.
    assert_eq!(baselines(&pages.pages[0], "m"), [0.5 + 16.5 + FIRST]);
    // 728.5 pt less the header, two lines and the padding: 50 lines.
    assert_eq!(baselines(&pages.pages[0], "l49").len(), 1);
    assert_eq!(baselines(&pages.pages[1], "l50"), [0.5 + 16.5 + FIRST]);
}

#[test]
fn beside_a_page_break_text_of_a_merge_stands_at_the_top() {
    let rows = |from: usize, to: usize| -> String {
        (from..to).map(|n| format!("<tr><td valign='middle'>r{n}</td><td>a<br/>b</td></tr>")).collect()
    };
    let (pages, hint) = table(&format!(
        "<table columns='20mm 1fr 1fr'><tr><td rowspan='30' valign='middle'>z</td><td valign='middle'>r0</td>\
         <td>a<br/>b</td></tr>{}</table>",
        rows(1, 30)
    ));
    // Rows of 30.5 pt: 23 on the first page; the last of them, and the merged cell, at the top.
    assert_eq!(baselines(&pages.pages[0], "z"), [0.5 + FIRST]);
    assert_eq!(baselines(&pages.pages[0], "r0"), [0.5 + 7.0 + FIRST]);
    assert_eq!(baselines(&pages.pages[0], "r21"), [0.5 + 21.0 * 30.5 + 7.0 + FIRST]);
    assert_eq!(baselines(&pages.pages[0], "r22"), [0.5 + 22.0 * 30.5 + FIRST]);
    assert_eq!(baselines(&pages.pages[1], "r29"), [0.5 + 6.0 * 30.5 + 7.0 + FIRST]);
    assert!(hint.torn.iter().eq(&[(0, 0), (22, 0), (22, 1)]), "{hint:?}");
}

/// Which rows have a height for the DOCX, in points.
fn heights(xml: &str) -> Vec<(usize, f64)> {
    table(xml).1.heights.into_iter().map(|(row, height)| (row, height.to_pt())).collect()
}

/// A row of two columns, of so many lines; the first cell, where there is one, covers so many rows.
fn merged(first: Option<usize>, lines: usize) -> String {
    let first = first.map_or_else(String::new, |rows| format!("<td rowspan='{rows}'>z</td>"));
    format!("<tr>{first}<td>{}</td></tr>", vec!["r"; lines].join("<br/>"))
}

#[test]
fn a_row_that_begins_a_page_below_a_merged_cell_has_a_height() {
    // 44 rows of 16.5 pt and the last line have room on a page, with a header 43.
    let table = |head: &str, before: usize| {
        let rows = merged(None, 1).repeat(before - 1);
        let rows = merged(Some(before + 1), 1) + &rows + &merged(None, 2);
        format!("<table columns='1fr 1fr'>{head}{rows}</table>")
    };
    assert_eq!(heights(&table("", 44)), [(44, 30.0)]);
    assert_eq!(heights(&table("<tr><th>h</th><th/></tr>", 43)), [(44, 30.0)]);
    // It stands in the middle of a page, or no cell reaches into it.
    assert_eq!(heights(&table("", 40)), []);
    assert_eq!(heights(&format!("<table columns='1fr'>{}</table>", rows(100))), []);
}

#[test]
fn a_page_that_is_full_to_the_twip_begins_with_no_row_of_a_height() {
    // 28 rows with 47 lines are 728 pt, and the last line takes the half point that is left.
    for (lines, expected) in [(20, vec![]), (19, vec![(44, 268.0)])] {
        let begins = merged(Some(45), 1) + &merged(None, 1).repeat(43) + &merged(None, lines);
        let rows = merged(Some(1), 1).repeat(28);
        assert_eq!(heights(&format!("<table columns='1fr 1fr'>{begins}{rows}</table>")), expected, "{lines}");
    }
}

/// Whether the last of so many rows, 44 to a page, is known to be carried over by what it keeps with.
fn carries(count: usize, below: &str) -> bool {
    let mut tree = tree(&format!("<table columns='1fr'>{}</table>{below}", rows(count)));
    let mut sections = tree.sections().to_vec();
    if let Some(Block::Table(table)) = sections[0].blocks.first_mut() {
        table.keep_with_next = true;
    }
    tree = Tree::new(Properties::default(), false, sections);
    laid_out(&tree).unwrap().hints.table_mut(0).carried
}

#[test]
fn a_last_row_that_is_carried_over_is_known_where_the_table_came_from_another_page() {
    let heading = "<heading level='2'>h</heading>";
    let kept = |headings: usize| heading.repeat(headings) + "<p>a</p>";
    // The page is full with 88 rows; 87 leave a line room, and not two.
    for (rows, headings) in [(88, 0), (88, 1), (87, 1), (132, 0)] {
        assert!(carries(rows, &kept(headings)), "{rows} rows, {headings} headings");
    }
    // It began on the page, the row has no room itself, what follows has some, or nothing follows.
    for (rows, below) in [(44, kept(0)), (89, kept(1)), (87, kept(0)), (88, String::new())] {
        assert!(!carries(rows, &below), "{rows} rows, {below}");
    }
    // A row may not hold what a page has no room for, nor the head of another table.
    assert!(carries(88, &kept(20)) && !carries(88, &kept(40)));
    assert!(!carries(88, &format!("{heading}<table columns='1fr'>{}</table>", rows(3))));
}

#[test]
fn a_page_break_begins_a_page() {
    let pages =
        pages("<p>a</p><page-break/><p>b</p><page-break/><table columns='1fr'><tr><td>c</td></tr></table>");
    assert_eq!(pages.pages.len(), 3);
    assert_eq!(baselines(&pages.pages[1], "b"), [14.4]);
    // Below the paragraph of half a point that begins the page.
    assert_eq!(baselines(&pages.pages[2], "c"), [0.5 + 0.5 + FIRST]);
}

/// As many words of a cell over several rows as always fit below the header, in a column of 25 mm.
const MERGED: usize = 80;

#[test]
fn a_cell_over_rows_without_text_of_their_own_must_fit_on_a_page() {
    let words = |count: usize| "bí thư ".repeat(count);
    let table = |count: usize| {
        tree(&format!(
            "<table columns='25mm 1fr'><tr><th>TT</th><th>Nội dung</th></tr>\
             <tr><td rowspan='2'>{}</td><td/></tr><tr><td/></tr></table>",
            words(count)
        ))
    };
    assert!(laid_out(&table(40)).is_ok());
    let refused = laid_out(&table(120)).map(|_| ()).unwrap_err();
    let [Misfit { what: What::Row { table: Some(0), row: 2 }, need, have }] = refused.as_slice() else {
        panic!("{refused:?}")
    };
    assert_eq!((need.to_mm().round(), have.to_mm().round()), (297.0, 257.0));
}

/// Rows of three columns: each so many cells, the first over so many rows, each so many words.
fn any_table() -> impl Strategy<Value = String> {
    let row = (1..4_usize, 1..4_usize, prop::collection::vec(0..160_usize, 3));
    let rows = prop::collection::vec(row, 1..14);
    (rows, 0..3_usize, any::<bool>(), prop::sample::select(vec!["0", "0.5", "1"])).prop_map(
        |(rows, headers, group, border)| {
            let text = |count: usize| "đồng chí bí thư chi bộ 7-9 ".repeat(8).split(' ').cycle().take(count).fold(
                String::new(),
                |text, word| text + word + " ",
            );
            let head = "<tr><th>TT</th><th>Nội dung</th><th>Ghi chú</th></tr>".repeat(headers);
            let body: String = rows
                .iter()
                .map(|(cells, span, words)| {
                    let more = format!("<td align='justify'>{}</td><td valign='middle'>{}</td>", text(words[1]), text(words[2]));
                    let first = match cells {
                        1 => format!("<tr><td colspan='3'>{}</td></tr>", text(words[0])),
                        2 => format!("<tr><td colspan='2'>{}</td><td>{}</td></tr>", text(words[0]), text(words[1])),
                        _ => format!(
                            "<tr><td rowspan='{span}' valign='bottom'>{}</td>{more}</tr>{}",
                            text(words[0].min(MERGED)),
                            format!("<tr>{more}</tr>").repeat(span - 1)
                        ),
                    };
                    if group { format!("<group><td colspan='3'>NHÓM</td></group>{first}") } else { first }
                })
                .collect();
            format!("<p>Trước.</p><table columns='25mm 1fr 40mm' border='{border}'>{head}{body}</table><p>Sau.</p>")
        },
    )
}

/// For each paragraph in the tree's order the room that its cell has for text, left and right.
fn rooms(table: &Table) -> Vec<(f64, f64)> {
    let profile = Profile::hd05();
    let (left, side) = (profile.page().left, profile.cell_padding().side);
    let widths = table.widths(profile.page().text_width());
    let edge = |column: usize| left + widths[..column].iter().copied().sum::<Length>();
    let mut rooms = Vec::new();
    for (row, places) in table.rows.iter().zip(table.places()) {
        for (cell, place) in row.cells.iter().zip(places) {
            let room = ((edge(place) + side).to_pt(), (edge(place + cell.column_span) - side).to_pt());
            rooms.extend(cell.content.iter().map(|_| room));
        }
    }
    rooms
}

/// What gives way, page by page and line by line, is told beside the tree: it stays as it was composed.
#[test]
fn a_tree_is_laid_out_alike_each_time() {
    let spare = format!("<p>Ý kiến khác</p>{}", "<p spare='true'>……</p>".repeat(40));
    let xml = format!(
        "<p>Giao đồng chí Công Tằng Tôn Nữ Thị Phương Thảo, số 05-NQ/CB</p><table columns='auto 1fr'>{}</table>{spare}\
         <p>Hết</p>",
        rows(20).replace("</td>", "</td><td>Nội dung</td>")
    );
    let tree = tree(&xml);
    let set = || lay_out(&tree, &Profile::hd05(), &Fonts::liberation_serif()).unwrap();
    let first = set();
    assert!(tree.paragraphs().any(|paragraph| first.hints.paragraph(paragraph).left_out));
    assert!(first.hints.table(only_table(&tree)).widths.is_some());
    assert_eq!(first, set());
}

fn only_table(tree: &Tree) -> &Table {
    let [section] = tree.sections() else { panic!("no section") };
    let found = section.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    found.unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn nothing_is_lost_nor_leaves_its_cell_nor_the_page(xml in any_table()) {
        let tree = tree(&xml);
        let Some(Block::Table(table)) = tree.sections()[0].blocks.get(1) else { panic!("no table") };
        let rooms = rooms(table);
        let pages = pages_of(&tree);
        let format = *Profile::hd05().page();
        let bottom = (format.height - format.bottom).to_pt();
        let mut words = Vec::new();
        for page in &pages.pages {
            for run in page.runs.iter().filter(|run| run.block.is_some()) {
                words.extend(run.text.split_whitespace().map(str::to_owned));
                let room = run.block.and_then(|block| rooms.get(block.checked_sub(1)?));
                if let Some(&(left, right)) = room {
                    let end = run.x + run.width;
                    prop_assert!(run.x > left - 0.01 && end < right + 0.01, "{} in {left}..{right}", run.text);
                }
                // What is below the baseline belongs to the line, which is there as well.
                prop_assert!(run.baseline <= bottom + 0.001, "{} at {}", run.text, run.baseline);
            }
            for rule in &page.rules {
                let end = rule.y + if rule.upright { rule.length } else { rule.width / 2.0 };
                prop_assert!(end <= bottom + 0.001, "a line at {end}");
            }
        }
        words.sort();
        let mut expected: Vec<String> = tree.words(&Hints::default()).split_whitespace().map(str::to_owned).collect();
        expected.sort();
        prop_assert_eq!(words, expected);
    }
}
