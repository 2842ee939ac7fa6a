//! The papers that the archive asks about, each after the guidance of 2026 and after that of 2018: a long resolution,
//! one with every part, bylaws on both sides of the sheet, wide appendices, large letters. (`from_json` makes them on
//! one side.)

use vanban::kinds::{Bylaws, Resolution};
use vanban::{Document, Profile, Renderer};

#[path = "../../examples/common/mod.rs"]
mod common;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let renderer = Renderer::new();
    // The largest that the ranges of the guidance hold.
    let large = Profile::hd05().with_type_name_pt(15.0)?.with_subject_pt(15.0)?.with_body_pt(15.0)?;
    let large =
        large.with_line_pitch_pt(22.0)?.with_first_line_mm(12.7)?.with_paragraph_gap_pt(8.0)?.layout();
    for (name, profile) in [("hd05", Profile::hd05()), ("hd36", Profile::hd36())] {
        let one_sided = renderer.clone().with_profile(profile);
        let two_sided = one_sided.clone().with_two_sided(true);
        let folder = format!("target/out/both_guidances/{name}");
        let write = |name: &str, document: &Document| common::write(&folder, name, document);
        let long = Resolution::from_json(include_str!("../../examples/data/resolution_long.json"))?;
        let chosen = long.clone().layout(large);
        write("long-large", &one_sided.render(&chosen)?)?;
        write("long-two-sided", &two_sided.render(&long)?)?;
        write("bylaws-two-sided", &two_sided.render(&Bylaws::example())?)?;
        let every_part = include_str!("../../examples/data/resolution_every_part.json");
        let mut every_part = Resolution::from_json(every_part)?;
        write("every-part-two-sided", &two_sided.render(&every_part)?)?;
        every_part.paper.appendices[1].landscape = true;
        write("wide", &one_sided.render(&every_part)?)?;
        write("wide-two-sided", &two_sided.render(&every_part)?)?;
    }
    Ok(())
}
