//! Tables of every make: of one page and of several, merged over a page break at many places, with a row
//! taller than a page, with borders of half a point, of a point and without.

use vanban::Renderer;
use vanban::kinds::Resolution;

#[path = "../../examples/common/mod.rs"]
mod common;

const OUT: &str = "target/out/tables";

const HEAD: &str = "<tr><th rowspan='2'>TT</th><th rowspan='2'>Nhiệm vụ</th><th colspan='2'>Thực hiện</th></tr>\
    <tr><th>Chủ trì</th><th>Thời hạn</th></tr>";
const GROUP: &str =
    "<group><td/><td colspan='3'>NHÓM NHIỆM VỤ <checkbox checked='true'/> có <checkbox/> không</td></group>";

/// Rows with texts of the record, in groups of five; the first cell covers `merged` rows.
fn rows(texts: &[&str], count: usize, merged: usize) -> String {
    let row = |n: usize| {
        let group = if n.is_multiple_of(5) { GROUP } else { "" };
        let first = match n % merged {
            0 => format!("<th scope='row' rowspan='{merged}' align='center'>{}</th>", n + 1),
            _ => String::new(),
        };
        let text = texts[n % texts.len()];
        format!(
            "{group}<tr>{first}<td align='justify'>{text}</td><td>Chi uỷ chi bộ 7-9</td>\
             <td valign='middle'>Quý {}</td></tr>",
            n % 4 + 1
        )
    };
    (0..count).map(row).collect()
}

/// A table whose first two cells cover one row to six, before text: other places of the pages' ends in each.
fn spans(paper: usize) -> String {
    let group = |group: usize| {
        let span = 1 + (7 * group + 3 * paper) % 6;
        let note = "ghi chú của ô ".repeat(1 + (5 * group + paper) % 9);
        let row = |row: usize| {
            let first = if row == 0 {
                format!("<td rowspan='{span}'>{group}</td><td rowspan='{span}'>{note}</td>")
            } else {
                String::new()
            };
            let text = "nội dung tiêu chí đánh giá ".repeat(1 + (3 * row + 5 * group + paper) % 7);
            format!("<tr>{first}<td>{text}</td></tr>")
        };
        (0..span).map(row).collect::<String>()
    };
    let groups: String = (1..=12 + paper % 8).map(group).collect();
    let before = "<p>Các nhiệm vụ:</p>".repeat(1 + paper % 5);
    let border = if paper % 4 == 3 { "1" } else { "0.5" };
    format!(
        "{before}<table columns='12mm 30mm 1fr' border='{border}'><tr><th>TT</th><th>Ghi chú</th>\
         <th>Nội dung</th></tr>{groups}</table><p>Các đảng viên thực hiện.</p>"
    )
}

fn table(border: &str, rows: &str) -> String {
    format!("<p>Các nhiệm vụ:</p><table columns='12mm 1fr 30mm 25mm' border='{border}'>{HEAD}{rows}</table>")
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let record = Resolution::from_json(include_str!("../../examples/data/resolution_long.json"))?;
    let items = record.outline.sections.iter().flat_map(|section| &section.items);
    let texts: Vec<&str> = items.flat_map(|item| &item.paragraphs).map(|text| text.as_str()).collect();
    let rows = |count, merged| rows(&texts, count, merged);
    let tall: String = texts.iter().cycle().take(30).map(|text| format!("<p>{text}</p>")).collect();
    let tall = format!("<tr><td>1</td><td>{tall}</td><td><p>Chi uỷ</p><p>Đảng viên</p></td><td/></tr>");
    for (name, border, rows) in [
        ("one-page", "0.5", rows(3, 1)),
        ("two-pages", "1", rows(10, 1)),
        ("four-pages", "0.5", rows(30, 1)),
        ("no-border", "0", rows(12, 1)),
        ("merged", "0.5", rows(20, 5)),
        ("merged-thick", "1", rows(20, 5)),
        ("tall-row", "0.5", rows(2, 1) + &tall + &rows(3, 1)),
    ] {
        let renderer = Renderer::new().with_wording("resolution", &table(border, &rows))?;
        common::write(OUT, name, &renderer.render(&record)?)?;
    }
    for paper in 0..12 {
        let renderer = Renderer::new().with_wording("resolution", &spans(paper))?;
        common::write(OUT, &format!("spans-{paper:02}"), &renderer.render(&record)?)?;
    }
    Ok(())
}
