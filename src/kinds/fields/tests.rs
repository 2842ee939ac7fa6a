use std::collections::BTreeSet;

use super::*;
use crate::kinds::built_in;
use crate::schema::alternatives;

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

fn shape_of<'a>(fields: &'a [Field], name: &str) -> &'a Shape {
    &fields.iter().find(|field| field.name == name).unwrap_or_else(|| panic!("{name}")).shape
}

#[test]
fn a_shape_is_what_a_person_writes() {
    let minutes = built_in().find(|kind| kind.name() == "minutes").unwrap();
    let fields = minutes.fields(Some("forum"));
    let names = |fields: &[Field]| fields.iter().map(|field| field.name.clone()).collect::<Vec<_>>();
    for (name, parts) in [
        ("chair", ["name", "position"].as_slice()),
        ("date", &["year", "day", "month"]),
        ("starts", &["hour", "minute"]),
    ] {
        let Shape::Spelt(own) = shape_of(&fields, name) else { panic!("{name}") };
        assert_eq!(
            names(own).iter().collect::<BTreeSet<_>>(),
            parts.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>().iter().collect(),
            "{name}"
        );
    }
    let Shape::List(agenda) = shape_of(&fields, "agenda") else { panic!() };
    let Shape::Spelt(item) = &**agenda else { panic!("{agenda:?}") };
    assert_eq!(names(item), ["content", "person"]);
    assert_eq!(*shape_of(&fields, "venue"), Shape::Text);
    let Shape::List(items) = shape_of(&fields, "proceedings") else { panic!() };
    let Shape::Group(items) = &**items else { panic!("{items:?}") };
    let asked: Vec<&str> =
        items.iter().filter(|field| field.asked).map(|field| field.name.as_str()).collect();
    assert_eq!(asked, ["speaker", "paragraphs"]);
    let Shape::Choice(variants) = shape_of(&fields, "variant") else { panic!() };
    assert_eq!(variants[3], ("forum".to_owned(), "diễn đàn chi bộ".to_owned()));
}

#[test]
fn figures_say_their_bounds() {
    let minutes = built_in().find(|kind| kind.name() == "minutes").unwrap();
    let fields = minutes.fields(None);
    let Shape::Number(number) = shape_of(&fields, "number") else { panic!() };
    let one = Some(Decimal::from(1));
    let count = Figure { whole: true, least: Some(Decimal::ZERO), most: Some(u32::MAX.into()), step: one };
    assert_eq!(*number, count);
    let form = built_in().find(|kind| kind.name() == "evaluation_form").unwrap();
    let Shape::List(rows) = &form.fields(None).into_iter().find(|field| field.name == "rows").unwrap().shape
    else {
        panic!()
    };
    let Shape::Group(row) = &**rows else { panic!() };
    let score =
        Figure { whole: false, least: Some(Decimal::ZERO), most: None, step: Some(Decimal::halves(1)) };
    assert_eq!(*shape_of(row, "self_score"), Shape::Number(score));
}

#[test]
fn what_may_be_left_for_the_pen_says_so() {
    let minutes = built_in().find(|kind| kind.name() == "minutes").unwrap();
    let fields = minutes.fields(None);
    let pen: Vec<&str> =
        fields.iter().filter(|field| field.by_hand).map(|field| field.name.as_str()).collect();
    let mut pen = pen;
    pen.sort_unstable();
    assert_eq!(pen, ["chair", "number", "presidium", "secretariat", "secretary", "venue"]);
    let Shape::Spelt(date) = shape_of(&fields, "date") else { panic!() };
    let of_date: Vec<&str> =
        date.iter().filter(|field| field.by_hand).map(|field| field.name.as_str()).collect();
    assert_eq!(of_date, ["day", "month"]);
    let Shape::Group(attendance) = shape_of(&fields, "attendance") else { panic!() };
    assert!(attendance.iter().find(|field| field.name == "guests").unwrap().by_hand);
}

#[test]
fn one_of_several_is_called_by_what_it_has() {
    let of = |kind: &str, way: &[&str]| -> Vec<String> {
        let kind = built_in().find(|known| known.name() == kind).unwrap();
        let mut shape = Shape::Group(kind.fields(None));
        for name in way {
            let (Shape::Group(fields) | Shape::Spelt(fields)) = &shape else { panic!("{name}: {shape:?}") };
            shape = match shape_of(fields, name) {
                Shape::List(element) => (**element).clone(),
                shape => shape.clone(),
            };
        }
        let Shape::OneOf(several) = shape else { panic!("{shape:?}") };
        several.into_iter().map(|(name, _)| name).collect()
    };
    assert_eq!(of("report", &["sections", "tasks", "deadline"]), ["ngày thực hiện", "bằng lời"]);
    assert_eq!(of("plan", &["basis"]), ["căn cứ bằng lời", "văn bản làm căn cứ", "xét đề nghị của"]);
    assert_eq!(of("ballot_paper", &["choices"]), ["các phương án trả lời", "phương án tự đặt"]);
    assert_eq!(
        of("plan", &["schedule", "rows"]),
        [
            "các bước",
            "các kỳ sinh hoạt",
            "kỳ sinh hoạt của các chi bộ",
            "các năm của nhiệm kỳ",
            "các nội dung đăng ký",
            "các nhiệm vụ"
        ]
    );
}
