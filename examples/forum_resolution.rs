//! A forum's resolution, from a record to a Word file and a PDF that agree: the one whose number and
//! day are left for the pen, a complete one, and a long one with all levels of the outline.

use vanban::Renderer;
use vanban::kinds::Resolution;

mod common;

const RECORDS: [(&str, &str); 3] = [
    ("by-hand", include_str!("data/resolution_by_hand.json")),
    ("numbered", include_str!("data/resolution_numbered.json")),
    ("long", include_str!("data/resolution_long.json")),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let renderer = Renderer::new();
    for (name, json) in RECORDS {
        let document = renderer.render(&Resolution::from_json(json)?)?;
        common::write("target/out/forum_resolution", name, &document)?;
    }
    Ok(())
}
