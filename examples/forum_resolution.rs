//! A forum's resolution, from a record to a Word file and a PDF that agree: the one whose number and
//! day are left for the pen, a complete one, and a long one.

use std::fs;
use std::path::Path;

use vanban::{Renderer, Resolution, Section};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let by_hand = Resolution::from_json(include_str!("data/resolution_by_hand.json"))?;
    let numbered = Resolution::example();
    let renderer = Renderer::new();
    let out = Path::new("target/out/forum_resolution");
    fs::create_dir_all(out)?;
    for (name, resolution) in [("by-hand", &by_hand), ("numbered", &numbered), ("long", &long(&numbered))] {
        let document = renderer.render(resolution)?;
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

/// The same resolution with its tasks once more, a level deeper each time, until it fills a dozen
/// pages.
fn long(resolution: &Resolution) -> Resolution {
    let mut long = resolution.clone();
    let tasks = resolution.sections[1].items.clone();
    for level in 0..4 {
        let nested = tasks.iter().map(|task| {
            (0..level).fold(task.clone(), |inner, _| Section { items: vec![inner], ..task.clone() })
        });
        long.sections.push(Section { items: nested.collect(), ..resolution.sections[1].clone() });
    }
    long
}
