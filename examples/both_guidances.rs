//! The papers that the archive asks about, each after the guidance of 2026 and after that of 2018: a forum's
//! resolution, a long one, one with every part on both sides of the sheet, a regulation, wide appendices, large letters.

use vanban::kinds::{Resolution, TypedRecord};
use vanban::{Document, Profile, Renderer};

#[path = "own_kind.rs"]
#[allow(dead_code, reason = "its main is its own")]
mod own_kind;
use own_kind::{Regulation, common};

const EVERY_PART: &str = include_str!("data/resolution_every_part.json");

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
        let resolution = Resolution::from_json(include_str!("data/resolution_numbered.json"))?;
        write("forum", &one_sided.render(&resolution)?)?;
        let long = Resolution::from_json(include_str!("data/resolution_long.json"))?;
        write("long", &one_sided.render(&long)?)?;
        let chosen = long.clone().layout(large);
        write("long-large", &one_sided.render(&chosen)?)?;
        write("long-two-sided", &two_sided.render(&long)?)?;
        let regulation = Regulation::from_json(include_str!("data/regulation.json"))?;
        write("regulation", &one_sided.render(&regulation)?)?;
        write("regulation-two-sided", &two_sided.render(&regulation)?)?;
        let mut every_part = Resolution::from_json(EVERY_PART)?;
        write("every-part", &one_sided.render(&every_part)?)?;
        write("every-part-two-sided", &two_sided.render(&every_part)?)?;
        every_part.paper.appendices[1].landscape = true;
        write("wide", &one_sided.render(&every_part)?)?;
        write("wide-two-sided", &two_sided.render(&every_part)?)?;
    }
    Ok(())
}
