//! The paper of each form that the library brings, after both guidances, into `target/out/forms`; and the same blank, where
//! a form may be left to the pen. `.ci/run` lets the quick judges see them, `.ci/full` all.
//!
//! `cargo run --example house_forms`

#[path = "../../examples/common/mod.rs"]
mod common;

use vanban::profile::ProfileId;
use vanban::{Profile, Renderer, forms};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = "target/out/forms";
    for (id, name) in [(ProfileId::Hd05, "05"), (ProfileId::Hd36, "36")] {
        let renderer = Renderer::new().with_profile(Profile::named(id));
        for kind in forms::built_in().map(forms::Form::kind) {
            let example = kind.example().unwrap_or_default();
            let mut papers = vec![(kind.name().to_owned(), example.to_owned())];
            if kind.code().is_empty() && id == ProfileId::Hd05 {
                let mut blank: serde_json::Value = serde_json::from_str(example)?;
                let fields = kind.fields(None);
                let needed = |name: &str| fields.iter().any(|field| field.name == name && field.required);
                let own = kind.own_fields();
                if let Some(blank) = blank.as_object_mut() {
                    blank.retain(|name, _| !own.contains(name) || needed(name));
                }
                papers.push((format!("{}-blank", kind.name()), blank.to_string()));
            }
            for (paper, record) in papers {
                let document = renderer.render(&renderer.read(&record)?)?;
                common::write(out, &format!("{paper}-{name}"), &document)?;
            }
        }
    }
    Ok(())
}
