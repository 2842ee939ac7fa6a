//! The signature at every place near the foot of a page: papers whose body grows line by line, of one
//! page and of two, with last paragraphs of one to five lines, signed by one, by two bodies, or with a
//! confirmed signature. `.ci/run` compares each with both LibreOffices.

use std::fs;
use std::path::Path;

use vanban::{Capacity, Confirmation, Renderer, Resolution, Section, Signature, Text};

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
            let file = out.join(format!("{before:02}-{last}-{form}"));
            fs::write(file.with_extension("docx"), document.to_docx()?)?;
            fs::write(file.with_extension("pdf"), document.to_pdf()?)?;
            fs::write(file.with_extension("words.txt"), document.tree().words() + "\n")?;
            papers += 1;
        }
    }
    println!("{papers} papers in {}", out.display());
    Ok(())
}

/// A resolution of `before` short paragraphs and a last one of about `last` lines.
fn paper(before: usize, last: usize) -> Resolution {
    let mut paper = Resolution::example();
    let short = |number: usize| Section {
        paragraphs: vec![Text::from(format!("Nội dung thứ {number} của nghị quyết."))],
        ..Section::default()
    };
    paper.basis.truncate(1);
    paper.opening = None;
    paper.vote = None;
    paper.first_level = Some(2);
    paper.sections = (1..=before).map(short).collect();
    paper.closing = Some(Text::from(format!("{}hết.", SENTENCE.repeat(last))));
    paper
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
        "joint" => paper.joint_signatures = vec![direct("Giám đốc", "Trần Văn Bình")],
        "confirmed" => {
            let signature = direct("Chánh Văn phòng", "Lê Thị Chi");
            paper.confirmation =
                Some(Confirmation { of: Text::from("Đặng Thị Thanh Hoằng"), signature });
        }
        _ => {}
    }
}
