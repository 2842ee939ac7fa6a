//! A resolution with every mark that a paper can carry and with appendices: after the guidance in
//! force, the same with an appendix on wide sheets, and after the guidance of 2018.

use vanban::Renderer;
use vanban::kinds::Resolution;

mod common;

const EVERY_PART: &str = include_str!("data/resolution_every_part.json");
const RECORDS: [(&str, &str); 3] = [
    ("2026", EVERY_PART),
    ("2026-wide", EVERY_PART),
    ("2018", include_str!("data/resolution_every_part_2018.json")),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let renderer = Renderer::new();
    for (name, json) in RECORDS {
        let mut resolution = Resolution::from_json(json)?;
        if name == "2026-wide" {
            resolution.paper.appendices[1].landscape = true;
        }
        common::write("target/out/every_part", name, &renderer.render(&resolution)?)?;
    }
    Ok(())
}
