//! The signature at every place near the foot of a page: papers whose body grows line by line, of one
//! page and of two, with last paragraphs of one to five lines, signed by one, by two bodies, or with a
//! confirmed signature; and behind tables of one page to three, plain and with cells over three rows, and
//! tables whose last row it carries over. And headings for which the foot of a page has room, but not for what follows them. And words with a
//! slash at every place near the end of a line. `.ci/run` compares each with both LibreOffices.

use std::fs;
use std::path::Path;

use vanban::kinds::{Minutes, Resolution};
use vanban::parts::{Capacity, Confirmation, Section, Signature};
use vanban::{Document, Renderer, Stage, Text};

const SENTENCE: &str = "Các đảng viên chuẩn bị ý kiến và tham gia thảo luận nghiêm túc, có chất lượng; ";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let renderer = Renderer::new();
    let out = Path::new("target/positions");
    fs::create_dir_all(out)?;
    let mut papers = 0;
    for before in (8..30).chain(48..62) {
        for (last, form) in [(1, "one"), (2, "one"), (5, "one"), (1, "joint"), (2, "confirmed")] {
            let mut paper = paper(before, last);
            sign(&mut paper, form);
            let document = renderer.render(&paper)?;
            write(&document, &out.join(format!("{before:02}-{last}-{form}")))?;
            papers += 1;
        }
    }
    for rows in (18..42).step_by(3).chain([66, 76, 84]) {
        for span in [1, 3] {
            let renderer = Renderer::new().with_wording("resolution", &last_table(rows, span))?;
            let document = renderer.render(&Resolution::example())?;
            write(&document, &out.join(format!("table-{rows}-{span}")))?;
            papers += 1;
        }
    }
    let one = |row: usize| format!("<tr><td>{row}</td><td>Nội dung thứ {row}</td></tr>");
    let long = |row: usize| format!("<tr><td>{row}</td><td>{}hết.</td></tr>", SENTENCE.repeat(3));
    let group = |row: usize| format!("<group><td>{row}</td><td>Mục</td></group>{}", one(row));
    for (name, table, row) in [
        ("thin", "columns='20mm 1fr'", &one as &dyn Fn(usize) -> String),
        ("thick", "columns='20mm 1fr' border='1'", &one),
        ("bare", "columns='20mm 1fr' border='0'", &one),
        ("narrow", "columns='20mm 60mm'", &one),
        ("long", "columns='20mm 1fr'", &long),
        ("group", "columns='20mm 1fr'", &group),
    ] {
        for form in ["one", "joint", "confirmed", "contact"] {
            write(&carried_table(table, row, form)?, &out.join(format!("table-{name}-{form}")))?;
            papers += 1;
        }
    }
    for long in 0..10 {
        for (after, depth) in [(5, 1), (5, 2), (110, 1)] {
            let document = carried(&renderer, long, after, depth)?;
            write(&document, &out.join(format!("heading-{long:02}-{after}-{depth}")))?;
            papers += 1;
        }
    }
    // Its second heading is the 25th paragraph, and the page has room for no other.
    let minutes = Minutes::from_json(&fs::read_to_string("tests/cases/minutes_regular.json")?)?;
    write(&renderer.render(&minutes)?, &out.join("heading-minutes"))?;
    papers += 1;
    write(&renderer.render(&slashes())?, &out.join("slashes"))?;
    papers += 1;
    println!("{papers} papers in {}", out.display());
    Ok(())
}

fn write(document: &Document, file: &Path) -> Result<(), Box<dyn std::error::Error>> {
    fs::write(file.with_extension("docx"), document.to_docx()?)?;
    fs::write(file.with_extension("pdf"), document.to_pdf()?)?;
    fs::write(file.with_extension("words.txt"), document.words() + "\n")?;
    Ok(())
}

/// A resolution with `depth` headings, one in the other, that keeping carries over to a page: after `long`
/// paragraphs of two lines and as many of one as that takes, and before `after` others.
fn carried(renderer: &Renderer, long: usize, after: usize, depth: usize) -> vanban::Result<Document> {
    let mut short = 0;
    loop {
        let mut paper = paper(short + after, 1);
        let heading = (0..depth).fold(section("Nội dung."), |inner, _| Section {
            heading: Some(Text::from("Đề mục")),
            items: vec![inner],
            ..Section::default()
        });
        paper.outline.sections.insert(short, heading);
        paper.outline.sections.splice(0..0, vec![section(&format!("{SENTENCE}hết.")); long]);
        let document = renderer.render(&paper)?;
        let tree = document.to_text(Stage::Tree)?;
        if tree.lines().any(|line| line.starts_with("Heading") && line.contains(" carried: ")) {
            return Ok(document);
        }
        short += 1;
    }
}

/// A table of so many rows that ends a paper; each of its first cells covers `span` rows.
fn last_table(rows: usize, span: usize) -> String {
    let row = |row: usize| {
        let first = match row % span {
            0 => format!("<td rowspan='{}'>{}</td>", span.min(rows - row), row + 1),
            _ => String::new(),
        };
        format!("<tr>{first}<td>Nội dung thứ {}</td></tr>", row + 1)
    };
    let rows: String = (0..rows).map(row).collect();
    format!("<table columns='20mm 1fr'><tr><th>TT</th><th>Nội dung</th></tr>{rows}</table>")
}

/// A resolution that ends with a table of more than a page, whose last row the signature carries over.
fn carried_table(table: &str, row: &dyn Fn(usize) -> String, form: &str) -> vanban::Result<Document> {
    let mut paper = Resolution::example();
    sign(&mut paper, form);
    let (mut rows, mut count) = (String::new(), 0);
    loop {
        count += 1;
        rows += &row(count);
        let table = format!("<table {table}><tr><th>TT</th><th>Nội dung</th></tr>{rows}</table>");
        let document = Renderer::new().with_wording("resolution", &table)?.render(&paper)?;
        let tree = document.to_text(Stage::Tree)?;
        if tree.lines().any(|line| line.starts_with("table ") && line.ends_with(" carried")) {
            return Ok(document);
        }
    }
}

fn section(text: &str) -> Section {
    Section { paragraphs: vec![Text::from(text)], ..Section::default() }
}

/// A resolution of `before` short paragraphs and a last one of about `last` lines.
fn paper(before: usize, last: usize) -> Resolution {
    let mut paper = Resolution::example();
    let short = |number: usize| section(&format!("Nội dung thứ {number} của nghị quyết."));
    paper.outline.basis.truncate(1);
    paper.outline.opening = None;
    paper.vote = None;
    paper.outline.first_level = Some(2);
    paper.outline.sections = (1..=before).map(short).collect();
    paper.outline.closing = Some(Text::from(format!("{}hết.", SENTENCE.repeat(last))));
    paper
}

/// A resolution whose paragraphs have a word with a slash a letter further on each time: no line breaks
/// after it.
fn slashes() -> Resolution {
    let mut resolution = paper(0, 1);
    for word in ["………/………", "………/2026", "23/24", "và/hoặc", "100-NQ/ĐU"] {
        resolution.outline.sections.extend((0..24).map(|letters| {
            section(&format!("Các đảng viên dự họp biểu quyết tán thành {} {word} thì", "n".repeat(letters)))
        }));
    }
    resolution
}

/// Adds a second signature of a form.
fn sign(paper: &mut Resolution, form: &str) {
    let direct = |position: &str, name: &str| Signature {
        capacity: Capacity::Direct,
        body: None,
        position: Some(Text::from(position)),
        also: None,
        name: Some(Text::from(name)),
        image: None,
    };
    match form {
        "joint" => paper.paper.joint_signatures = vec![direct("Giám đốc", "Trần Văn Bình")],
        "confirmed" => {
            let signature = direct("Chánh Văn phòng", "Lê Thị Chi");
            paper.paper.confirmation =
                Some(Confirmation { of: Text::from("Đặng Thị Thanh Hoằng"), signature });
        }
        "contact" => paper.paper.marks.contact = Some(Text::from("Điện thoại: 0233.3852.111")),
        _ => {}
    }
}
