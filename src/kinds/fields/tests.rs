use super::*;
use crate::kinds::built_in;

/// Every line names a kind or a part, its variants and its fields as the schemas do; in it a field stands once.
#[test]
fn what_is_asked_is_there() {
    for [owner, variants, fields] in rows(ASKED) {
        let mut names: Vec<&str> = fields.split(' ').map(|name| name.trim_end_matches('!')).collect();
        let of_kind = built_in().find(|kind| kind.name() == owner);
        let known = built_in().any(|kind| {
            let schema = kind.json_schema();
            let part = match of_kind {
                Some(of_kind) if of_kind.name() == kind.name() => Some(&schema),
                Some(_) => None,
                None => schema.pointer(&format!("/$defs/{owner}")),
            };
            let parts = part.map(|part| alternatives(&schema, part)).unwrap_or_default();
            let has = |name: &&str| {
                parts.iter().any(|part| part.get("properties").is_some_and(|all| all.get(*name).is_some()))
            };
            part.is_some() && names.iter().all(has)
        });
        assert!(known, "{owner}: {fields}");
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count, "{owner}: {fields}");
        if let Some(kind) = of_kind {
            let named = kind.variants();
            let is_known = |name: &str| name == "*" || named.iter().any(|(known, _)| known == name);
            assert!(variants.split(',').all(is_known), "{owner}: {variants}");
        }
    }
    // A kind says for all of its variants what is asked.
    for kind in built_in() {
        assert!(
            rows(ASKED).any(|[owner, variants, _]| owner == kind.name() && variants == "*"),
            "{}",
            kind.name()
        );
    }
}

/// What is asked comes before what is not, and what cannot be left out is asked.
#[test]
fn what_cannot_be_left_out_is_asked() {
    for kind in built_in() {
        let variants = kind.variants();
        for variant in variants.iter().map(|(name, _)| Some(name.as_str())).chain([None]) {
            let fields = kind.fields(variant);
            let first = fields.iter().position(|field| !field.asked).unwrap_or(fields.len());
            assert!(first > 0 && fields[..first].iter().all(|field| field.asked), "{}", kind.name());
            assert!(fields[first..].iter().all(|field| !field.asked && !field.required), "{}", kind.name());
        }
    }
}

#[test]
fn a_shape_is_what_a_person_writes() {
    let minutes = built_in().find(|kind| kind.name() == "minutes").unwrap();
    let fields = minutes.fields(Some("forum"));
    let shape = |name: &str| &fields.iter().find(|field| field.name == name).unwrap().shape;
    for name in ["chair", "date", "starts", "number", "venue"] {
        assert_eq!(*shape(name), Shape::Text, "{name}");
    }
    let Shape::List(basis) = shape("basis") else { panic!() };
    assert_eq!(basis.len(), 3);
    let Shape::List(items) = shape("proceedings") else { panic!() };
    let [Shape::Group(items)] = items.as_slice() else { panic!("{items:?}") };
    let asked: Vec<&str> =
        items.iter().filter(|field| field.asked).map(|field| field.name.as_str()).collect();
    assert_eq!(asked, ["speaker", "paragraphs"]);
    let Shape::Choice(variants) = shape("variant") else { panic!() };
    assert_eq!(variants[3], ("forum".to_owned(), "diễn đàn chi bộ".to_owned()));
}
