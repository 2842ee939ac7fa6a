//! The signature at every place near the foot of a page: papers whose body grows line by line, of one
//! page and of two, with last paragraphs of one to five lines. `.ci/full` compares each with
//! LibreOffice.

use std::fs;
use std::path::Path;

use vanban::{Renderer, Resolution, Section, Text};

const SENTENCE: &str = "Các đảng viên chuẩn bị ý kiến và tham gia thảo luận nghiêm túc, có chất lượng; ";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let renderer = Renderer::new();
    let out = Path::new("target/positions");
    fs::create_dir_all(out)?;
    let mut papers = 0;
    for before in (8..30).chain(48..62) {
        for last in [1, 2, 5] {
            let document = renderer.render(&paper(before, last))?;
            let file = out.join(format!("{before:02}-{last}"));
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
