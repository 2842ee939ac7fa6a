//! Real documents of every kind from their JSON, under both guidances. Those that name a guidance
//! themselves keep it.

use std::fs;

use vanban::{Profile, Renderer};

mod common;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for (guidance, profile) in [("05", Profile::hd05()), ("36", Profile::hd36())] {
        let renderer = Renderer::new().with_profile(profile);
        for file in fs::read_dir("examples/data")? {
            let path = file?.path();
            let (Some(name), true) = (path.file_stem(), path.extension().is_some_and(|it| it == "json"))
            else {
                continue;
            };
            let record = renderer.read(&fs::read_to_string(&path)?)?;
            let name = format!("{}-{guidance}", name.display());
            common::write("target/out/from_json", &name, &renderer.render(&record)?)?;
        }
    }
    Ok(())
}
