//! The example of every kind that the library knows, after both guidances.

use std::fs;
use std::path::Path;

use vanban::{AnyRecord, KINDS, Profile, Renderer};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = Path::new("target/out/every_kind");
    fs::create_dir_all(out)?;
    for profile in [Profile::hd05(), Profile::hd36()] {
        let number = profile.name().get(..2).unwrap_or_default().to_owned();
        let renderer = Renderer::new().with_profile(profile);
        for kind in KINDS {
            // Some name a guidance of their own.
            let mut record: serde_json::Value = serde_json::from_str(kind.example)?;
            record.as_object_mut().map(|fields| fields.remove("profile"));
            let document = renderer.render_any(&AnyRecord::from_json(&record.to_string())?)?;
            let file = out.join(format!("{}-{number}", kind.name));
            fs::write(file.with_extension("docx"), document.to_docx()?)?;
            fs::write(file.with_extension("pdf"), document.to_pdf()?)?;
            fs::write(file.with_extension("words.txt"), document.tree().words() + "\n")?;
            println!("{}", file.display());
        }
    }
    Ok(())
}
