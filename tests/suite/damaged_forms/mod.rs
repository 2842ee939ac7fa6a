//! Forms that come back damaged. Each line of the table is one damage, by its name, with what must be told of it; nothing
//! is taken in silence: a figure of a damaged form is what was filled in, or the form has a problem with its place.

mod fields;
mod files;
mod form;
mod texts;

use form::{Form, collected, name, own};

/// A damage: its name, the file, what is told of it. What begins with `lỗi` stops the form.
type Damage = (&'static str, fn() -> Vec<u8>, &'static [&'static str]);

#[test]
fn each_damage_gives_the_record_or_a_problem_with_its_place() {
    let all: Vec<&Damage> = files::ALL.iter().chain(fields::ALL).chain(texts::ALL).collect();
    let mut names: Vec<&str> = all.iter().map(|(name, ..)| *name).collect();
    names.sort_unstable();
    names.dedup();
    assert!(names.len() == all.len() && all.len() >= 60, "{}", all.len());
    let mut wrong = Vec::new();
    for (damage, file, expected) in all {
        let told = told(file());
        if told != *expected {
            let lines: Vec<String> = told.iter().map(|line| format!("        {line:?},")).collect();
            wrong.push(format!("{damage}\n{}", lines.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is told of one file: what stops it, else what somebody should look at.
fn told(file: Vec<u8>) -> Vec<String> {
    let collected = collected(&[(&name(&own()), file)]);
    let problems = collected.refused.iter().flat_map(|refused| &refused.problems);
    let remarks = collected.taken.iter().flat_map(|taken| &taken.remarks);
    let told: Vec<String> = problems.chain(remarks).map(ToString::to_string).collect();
    assert_eq!(collected.refused.len() + collected.taken.len(), 1, "{told:?}");
    // A form that is taken says what was filled in.
    for taken in &collected.taken {
        let whole = collected_whole();
        let rows = |record: &vanban::AnyRecord| serde_json::to_value(record).unwrap()["rows"].clone();
        assert_eq!(rows(&taken.record), rows(&whole), "{told:?}");
    }
    told
}

/// The form as it was filled in.
fn collected_whole() -> vanban::AnyRecord {
    collected(&[(&name(&own()), Form::own().file())]).taken[0].record.clone()
}
