//! The forms that the library brings: each is as it should be, and so is the paper of its example.

use vanban::forms::{Form, built_in, files};
use vanban::profile::ProfileId;
use vanban::{Profile, Renderer, Severity};

#[test]
fn every_form_stands_by_itself() {
    for form in built_in() {
        let name = form.kind().name();
        let read = Form::read(&files(name).unwrap()).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((read.kind().name(), read.kind().title()), (name, form.kind().title()));
        assert!(form.source().is_some(), "{name} does not say where its words come from");
        assert!(!form.kind().issuing_bodies().is_empty() || !is_of_the_regulation(form), "{name}");
    }
}

/// Whether the regulation names the type.
fn is_of_the_regulation(form: &Form) -> bool {
    ["Phương án", "Dự án", "Quy hoạch", "Chỉ thị", "Thông tri"].contains(&form.kind().title())
}

#[test]
fn the_example_of_each_makes_a_paper_after_both_guidances() {
    for form in built_in() {
        let (name, example) = (form.kind().name(), form.kind().example().unwrap());
        for id in [ProfileId::Hd05, ProfileId::Hd36] {
            let renderer = Renderer::new().with_profile(Profile::named(id));
            let record = renderer.read(example).unwrap_or_else(|error| panic!("{name}: {error}"));
            let problems = renderer.check(&record);
            let told: Vec<String> = problems
                .iter()
                // The day of the example is a day of the guidance in force.
                .filter(|problem| problem.code != "date.after_profile")
                .map(ToString::to_string)
                .collect();
            assert!(told.is_empty(), "{name}: {told:#?}");
            let document = renderer.render(&record).unwrap();
            assert!(document.to_docx().unwrap().starts_with(b"PK"), "{name}");
            assert!(document.to_pdf().unwrap().starts_with(b"%PDF"), "{name}");
        }
    }
}

#[test]
fn each_may_be_left_to_the_pen() {
    for form in built_in().filter(|form| form.kind().code().is_empty()) {
        let kind = form.kind();
        let example: serde_json::Value = serde_json::from_str(kind.example().unwrap()).unwrap();
        let required: Vec<String> =
            kind.fields(None).into_iter().filter(|it| it.required).map(|it| it.name).collect();
        let mut blank = example.clone();
        blank
            .as_object_mut()
            .unwrap()
            .retain(|name, _| !kind.own_fields().contains(name) || required.contains(name));
        let renderer = Renderer::new();
        let record =
            renderer.read(&blank.to_string()).unwrap_or_else(|error| panic!("{}: {error}", kind.name()));
        let problems = renderer.check(&record);
        assert!(problems.iter().all(|it| it.severity != Severity::Error), "{}: {problems:#?}", kind.name());
        assert!(!renderer.render(&record).unwrap().words().contains("null"));
    }
}
