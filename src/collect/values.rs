//! What people write into a field, as the record's reader takes it.

use serde_json::Value;

use super::fields::{plain, same};
use crate::kinds::Kind;
use crate::schema::Shape;
use crate::text::Decimal;
use crate::text::forms;

/// Whether two texts say the same value: alike as texts, as figures, as days.
pub(super) fn alike(first: &str, second: &str) -> bool {
    let figures = || Some(figure(first)? == figure(second)?);
    let days = || Some(day(first)? == day(second)?);
    same(first, second) || figures().or_else(days).unwrap_or(false)
}

/// The value that a text is in a field of this kind's records: a figure, a day, a truth value where nothing else may
/// stand there; else the text, in which the record's own reader finds what is wrong.
pub(super) fn value(kind: &Kind, pointer: &str, text: &str) -> Value {
    let root = kind.schema();
    let shape = steps(pointer).try_fold(Shape::of(root), |shape, step| shape.field(&step));
    let Some(shape) = shape.filter(|shape| !shape.may_be_any_text()) else { return Value::from(lines(text)) };
    let text = plain(text);
    if shape.may_be_of_type("boolean")
        && let Ok(said) = text.parse::<bool>()
    {
        return said.into();
    }
    if (shape.may_be_of_type("integer") || shape.may_be_of_type("number"))
        && let Some(number) = figure(&text).and_then(|figure| serde_json::to_value(figure).ok())
    {
        return number;
    }
    if shape.has_pattern(forms::DATE.pattern)
        && let Some((day, month, year)) = day(&text)
    {
        return format!("{day:02}/{month}/{year}").into();
    }
    Value::from(text)
}

/// Whether a field is a figure or a day, and no words.
pub(super) fn is_figure(kind: &Kind, pointer: &str) -> bool {
    let shape = steps(pointer).try_fold(Shape::of(kind.schema()), |shape, step| shape.field(&step));
    shape.is_some_and(|shape| {
        let counts = shape.may_be_of_type("integer") || shape.may_be_of_type("number");
        !shape.may_be_any_text() && (counts || shape.has_pattern(forms::DATE.pattern))
    })
}

/// Whether a field is a figure, a day, a time or a box: what stands beside it is part of what it says.
pub(super) fn is_exact(kind: &Kind, pointer: &str) -> bool {
    let shape = steps(pointer).try_fold(Shape::of(kind.schema()), |shape, step| shape.field(&step));
    shape.is_some_and(|shape| {
        let of_type = ["integer", "number", "boolean"].iter().any(|name| shape.may_be_of_type(name));
        let patterns = [forms::DATE.pattern, forms::TIME.pattern];
        !shape.may_be_any_text() && (of_type || patterns.iter().any(|pattern| shape.has_pattern(pattern)))
    })
}

/// A text whose lines stay apart: they may be elements of a list.
pub(super) fn lines(text: &str) -> String {
    let lines = text.split('\n').map(plain).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// The steps of a JSON pointer.
pub(super) fn steps(pointer: &str) -> impl Iterator<Item = String> {
    pointer.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~"))
}

fn figure(text: &str) -> Option<Decimal> {
    plain(text).parse().ok()
}

/// `05/8/2026`, `5-8-2026`, `5.8.2026`, `ngày 05 tháng 8 năm 2026`, `2026-08-05`, also with a time of day behind it.
pub(super) fn day(text: &str) -> Option<(u32, u32, i32)> {
    let text = plain(text).to_lowercase();
    let text =
        text.split_once('t').filter(|(date, _)| date.len() == 10).map_or(text.as_str(), |(date, _)| date);
    let text = text.strip_prefix("ngày ").unwrap_or(text);
    let words = text.replace(" tháng ", "/").replace(" năm ", "/").replace('.', "/");
    let dashed = words.replace('-', "/");
    forms::date(&words).or_else(|| forms::date(dashed.trim()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::kinds::{EvaluationForm, TypedRecord};

    #[test]
    fn values_are_compared_for_what_they_say() {
        for (first, second) in [
            ("28", "028"),
            ("2,5", "2.5"),
            ("Có  mặt", "Có mặt"),
            ("03/8/2026", "2026-08-03T00:00:00"),
            ("ngày 03 tháng 8 năm 2026", "3-8-2026"),
            ("3.8.2026", "2026-08-03"),
        ] {
            assert!(alike(first, second), "{first} {second}");
        }
        for (first, second) in [("28", "29"), ("a", "b"), ("", "0"), ("3/8/2026", "8/3/2026")] {
            assert!(!alike(first, second), "{first} {second}");
        }
    }

    #[test]
    fn a_text_becomes_what_may_stand_in_its_field() {
        let kind = EvaluationForm::typed_kind();
        let of = |pointer: &str, text: &str| value(kind, pointer, text);
        assert_eq!(of("/session/present", " 28 "), json!(28));
        assert_eq!(of("/rows/3/self_score", "2,5"), json!(2.5));
        assert_eq!(of("/rows/3/self_score", "x"), json!("x"));
        assert_eq!(of("/rows/3/note", "2,5"), json!("2,5"));
        assert_eq!(of("/strengths/0", "a \n b\n"), json!("a\nb"));
        assert_eq!(of("/held", "ngày 03 tháng 8 năm 2026"), json!("03/8/2026"));
        assert_eq!(of("/date/day", "05"), json!(5));
    }
}
