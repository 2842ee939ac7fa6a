//! A forum's resolution, from a record to a Word file and a PDF that agree: the one whose number and
//! day are left for the pen, a complete one, and a long one with all levels of the outline.

use std::fs;
use std::path::Path;

use vanban::{Renderer, Resolution};

const RECORDS: [(&str, &str); 3] = [
    ("by-hand", include_str!("data/resolution_by_hand.json")),
    ("numbered", include_str!("data/resolution_numbered.json")),
    ("long", include_str!("data/resolution_long.json")),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let renderer = Renderer::new();
    let out = Path::new("target/out/forum_resolution");
    fs::create_dir_all(out)?;
    for (name, json) in RECORDS {
        let document = renderer.render(&Resolution::from_json(json)?)?;
        for warning in document.warnings() {
            println!("{name}: {warning}");
        }
        fs::write(out.join(format!("{name}.docx")), document.to_docx()?)?;
        fs::write(out.join(format!("{name}.pdf")), document.to_pdf()?)?;
        // What the judges compare the files with.
        fs::write(out.join(format!("{name}.words.txt")), document.tree().words() + "\n")?;
        println!("{}", out.join(name).display());
    }
    Ok(())
}
