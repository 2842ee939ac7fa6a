//! A resolution with the picture of a signature, as an office sends it electronically, and one with an
//! emblem above the letterhead. Both pictures are drawn for this example and are nobody's.

use std::fs;
use std::path::Path;

use vanban::{Picture, Png, Renderer, Resolution};

const SIGNATURE: &[u8] = include_bytes!("data/signature.png");
const EMBLEM: &[u8] = include_bytes!("data/emblem.png");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let renderer = Renderer::new();
    let out = Path::new("target/out/pictures");
    fs::create_dir_all(out)?;

    let mut signed = Resolution::example();
    if let Some(signature) = &mut signed.signature {
        // Nobody's signature stands over nobody's name.
        signature.name = Some("Nguyễn Văn A".into());
        signature.image = Some(Picture::new(Png::new(SIGNATURE)));
    }
    let mut emblem = signed.clone();
    emblem.marks.emblem = Some(Picture {
        png: Png::new(EMBLEM),
        alternative_text: Some("Biểu trưng: quyển sách mở".into()),
    });

    for (name, resolution) in [("signed", signed), ("emblem", emblem)] {
        let document = renderer.render(&resolution)?;
        for warning in document.warnings() {
            println!("{name}: {warning}");
        }
        fs::write(out.join(format!("{name}.docx")), document.to_docx()?)?;
        fs::write(out.join(format!("{name}.pdf")), document.to_pdf()?)?;
        fs::write(out.join(format!("{name}.words.txt")), document.tree().words() + "\n")?;
        println!("{}", out.join(name).display());
    }
    Ok(())
}
