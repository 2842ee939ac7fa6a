//! The example of every kind that the library knows, after both guidances.

use vanban::{AnyRecord, KINDS, Profile, Renderer};

mod common;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for profile in [Profile::hd05(), Profile::hd36()] {
        let number = profile.name().get(..2).unwrap_or_default().to_owned();
        let renderer = Renderer::new().with_profile(profile);
        for kind in KINDS {
            // Some name a guidance of their own.
            let mut record: serde_json::Value = serde_json::from_str(kind.example)?;
            record.as_object_mut().map(|fields| fields.remove("profile"));
            let document = renderer.render_any(&AnyRecord::from_json(&record.to_string())?)?;
            common::write("target/out/every_kind", &format!("{}-{number}", kind.name), &document)?;
        }
    }
    Ok(())
}
