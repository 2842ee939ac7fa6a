//! The example of every kind that the library knows, and more papers that were really written, after both
//! guidances.

use vanban::{AnyRecord, Profile, Renderer};

mod common;

/// Beside the kinds' own examples.
const PAPERS: [(&str, &str); 5] = [
    ("resolution-forum", include_str!("data/resolution_by_hand.json")),
    ("resolution-draft", include_str!("data/resolution_thematic_draft.json")),
    ("plan-branches", include_str!("data/plan_branches.json")),
    ("minutes-thematic", include_str!("data/minutes_thematic.json")),
    // Names with letters that exist only as letter and mark, in every place of a paper.
    ("report-names", include_str!("data/report_names.json")),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for profile in [Profile::hd05(), Profile::hd36()] {
        let number = profile.name().get(..2).unwrap_or_default().to_owned();
        let renderer = Renderer::new().with_profile(profile);
        for (name, json) in vanban::kinds::built_in()
            .map(|kind| (kind.name(), kind.example().unwrap_or_default()))
            .chain(PAPERS)
        {
            // Some name a guidance of their own.
            let mut record: serde_json::Value = serde_json::from_str(json)?;
            record.as_object_mut().map(|fields| fields.remove("profile"));
            let document = renderer.render(&AnyRecord::from_json(&record.to_string())?)?;
            common::write("target/out/every_kind", &format!("{name}-{number}"), &document)?;
        }
    }
    Ok(())
}
