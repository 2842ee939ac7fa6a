//! A record that is nested too deeply is told, through every door, before anything goes down it.

use serde_json::{Value, json};
use vanban::batch::{self, Outcome, State};
use vanban::chain::Derivation;
use vanban::kinds::{Resolution, TypedRecord};
use vanban::parts::Section;
use vanban::{AnyRecord, Error, Renderer};

use crate::own_kinds::Finding;
use crate::records::{changed, without};

const TOLD: &str = "lỗi: sections[0]: các mục lồng nhau quá sâu, hơn 127 cấp; hãy ghi thành ít cấp hơn [quy ước; shape.too_deep]";

/// A resolution whose sections stand in each other. It and its list of sections are two levels, each
/// section and its list, of paragraphs in the innermost, are two more.
fn read_already(sections: usize) -> Value {
    let innermost = json!({"paragraphs": ["Một."]});
    // `json!` would go down what it is given.
    let list = |section| Value::Array(vec![section]);
    let outer = |inner, _| Value::from_iter([("items", list(inner))]);
    let section = (1..sections).fold(innermost, outer);
    let mut record: Value = serde_json::from_str(Resolution::EXAMPLE).unwrap();
    record["sections"] = list(section);
    record
}

fn nested(sections: usize) -> Section {
    (1..sections).fold(Section::unheaded("Một."), |inner, _| Section::default().item(inner))
}

fn resolution() -> Resolution {
    let mut record = Resolution::example();
    record.outline.sections = vec![nested(1000)];
    record
}

fn told<T>(read: Result<T, Error>) -> String {
    match read {
        Ok(_) => panic!("it was taken"),
        Err(error) => error.problems().iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn json_that_was_read_already() {
    let deep = || read_already(1000);
    assert_eq!(told(Resolution::from_value(deep())), TOLD);
    assert_eq!(told(AnyRecord::from_value(deep())), TOLD);
    assert_eq!(told(Resolution::typed_kind().read(deep())), TOLD);
    assert!(TOLD.contains(&serde_json::from_value::<Resolution>(deep()).unwrap_err().to_string()[..60]));
    assert!(TOLD.contains(&serde_json::from_value::<AnyRecord>(deep()).unwrap_err().to_string()[..60]));
    let mut unnamed = deep();
    unnamed["kind"] = unnamed["sections"].take();
    assert_eq!(told(AnyRecord::from_value(unnamed)), TOLD.replace("sections[0]", "kind[0] (loại văn bản)"));
}

/// The deepest record that is read is walked by every rule, in a thread as small as tests have.
#[test]
fn the_same_levels_as_a_text_may_have() {
    let (most, more) = (read_already(62), read_already(63));
    let read = AnyRecord::from_json(&most.to_string()).unwrap();
    assert_eq!(AnyRecord::from_value(most), Ok(read.clone()));
    let problems = crate::renderer().check(&read);
    assert!(problems.iter().any(|it| it.code == "sections.too_deep"), "{problems:?}");
    assert!(AnyRecord::from_json(&more.to_string()).is_err());
    assert_eq!(told(AnyRecord::from_value(more)), TOLD);
}

#[test]
fn a_struct() {
    let record = resolution();
    assert_eq!(told(record.to_json()), TOLD);
    assert!(TOLD.contains(&serde_json::to_string(&record).unwrap_err().to_string()[..60]));
    let any = AnyRecord::from(record);
    assert_eq!(told(crate::renderer().render(&any)), TOLD);
    for problems in [crate::renderer().check(&any), crate::renderer().check_rules(&any)] {
        assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [TOLD]);
    }
    assert_eq!(told(Derivation::to("plan").of(std::slice::from_ref(&any))), TOLD);
    assert_ne!(any, Resolution::example().into());
}

#[test]
fn a_struct_of_a_callers_kind() {
    let mut record: Finding = TypedRecord::from_value(changed("conclusion", without("kind"))).unwrap();
    record.outline.sections = vec![nested(1000)];
    assert_eq!(told(crate::renderer().render(&record)), TOLD);
}

#[test]
fn a_record_of_a_batch() {
    let mut states = Vec::new();
    let sink = |outcome: Outcome| {
        states.push(outcome.state);
        Ok(())
    };
    let summary = batch::run(&Renderer::new(), [resolution(), Resolution::example()], sink).unwrap();
    assert_eq!((summary.failed, summary.written), (1, 1));
    assert!(matches!(&states[0], State::Failed(error) if told(Err::<(), _>(error.clone())) == TOLD));
}

/// serde_json's own door refuses what ours does.
#[test]
fn a_field_that_stands_twice() {
    let twice = Resolution::EXAMPLE.replacen('{', "{\"place\": \"Huế\", ", 1);
    let said = "lỗi: place (địa danh): ghi hai lần “place”; hãy bỏ một lần [quy ước; shape.duplicate_field]";
    for error in [
        serde_json::from_str::<Resolution>(&twice).unwrap_err(),
        serde_json::from_str::<AnyRecord>(&twice).unwrap_err(),
        serde_json::from_str::<Vec<AnyRecord>>(&format!("[{twice}]")).unwrap_err(),
    ] {
        assert!(error.to_string().starts_with(said), "{error}");
    }
    let inner = Resolution::EXAMPLE.replacen("\"issuer\": {", "\"issuer\": {\"name\": \"Chi bộ 1\", ", 1);
    let error = serde_json::from_str::<AnyRecord>(&inner).unwrap_err().to_string();
    assert!(error.starts_with("lỗi: issuer.name: ghi hai lần “name”; hãy bỏ một lần ["), "{error}");
    assert_eq!(serde_json::from_str::<Resolution>(Resolution::EXAMPLE).unwrap(), Resolution::example());
}
