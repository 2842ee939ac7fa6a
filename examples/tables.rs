//! Tables of every make: of one page and of several, merged over a page break, with a row taller than a
//! page, with borders of half a point, of a point and without.

use std::fmt::Write as _;
use std::{fs, path::Path};

use vanban::{Renderer, Resolution};

/// What the cells say.
const RECORD: &str = include_str!("data/resolution_long.json");
const HEAD: &str = "<tr><th rowspan='2'>TT</th><th rowspan='2'>Nhiệm vụ</th><th colspan='2'>Thực hiện</th></tr>\
    <tr><th>Chủ trì</th><th>Thời hạn</th></tr>";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let record = Resolution::from_json(RECORD)?;
    let texts: Vec<&str> = record
        .sections
        .iter()
        .flat_map(|s| &s.items)
        .flat_map(|s| &s.paragraphs)
        .map(|t| t.as_str())
        .collect();
    // Rows of one cell below the other; the first cell covers `merged` of them.
    let rows = |count: usize, merged: usize| {
        (0..count).fold(String::new(), |mut rows, n| {
            let text = texts[n % texts.len()];
            if n % 5 == 0 {
                let _ = write!(rows, "<group><td>{}</td><td colspan='3'>NHÓM NHIỆM VỤ</td></group>", n / 5 + 1);
            }
            if merged == 1 || n % 5 == 0 {
                let _ = write!(rows, "<tr><th scope='row' rowspan='{}' align='center'>{}</th>", merged, n + 1);
            } else {
                rows += "<tr>";
            }
            let _ = write!(rows, "<td align='justify'>{text}</td><td>Chi uỷ chi bộ 7-9</td><td valign='middle'>Quý {}</td></tr>", n % 4 + 1);
            rows
        })
    };
    let table = |border: &str, rows: &str| {
        format!(
            "<p>Các nhiệm vụ:</p><table columns='12mm 1fr 30mm 25mm' border='{border}'>{HEAD}{rows}</table>"
        )
    };
    let tall: String = texts.iter().cycle().take(30).map(|text| format!("<p>{text}</p>")).collect();
    let tall = format!("<tr><td>1</td><td>{tall}</td><td><p>Chi uỷ</p><p>Đảng viên</p></td><td/></tr>");
    let papers = [
        ("one-page", table("0.5", &rows(3, 1))),
        ("two-pages", table("1", &rows(10, 1))),
        ("four-pages", table("0.5", &rows(30, 1))),
        ("no-border", table("0", &rows(12, 1))),
        ("merged", table("0.5", &rows(20, 5))),
        ("merged-thick", table("1", &rows(20, 5))),
        ("tall-row", table("0.5", &(rows(2, 1) + &tall + &rows(3, 1)))),
    ];
    let out = Path::new("target/out/tables");
    fs::create_dir_all(out)?;
    for (name, wording) in papers {
        let document = Renderer::new().with_wording::<Resolution>(&wording)?.render(&record)?;
        fs::write(out.join(format!("{name}.docx")), document.to_docx()?)?;
        fs::write(out.join(format!("{name}.pdf")), document.to_pdf()?)?;
        fs::write(out.join(format!("{name}.words.txt")), document.tree().words() + "\n")?;
        println!("{}", out.join(name).display());
    }
    Ok(())
}
