//! What people write into a field, as the record's reader takes it.

use serde_json::Value;

use super::fields::{plain, same};
use crate::kinds::{Field, Kind, Shape as Asked};
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
        && let Some(number) =
            figure(&whole(kind, pointer, &text)).and_then(|figure| serde_json::to_value(figure).ok())
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

/// A count or an amount of money without the marks between its thousands, as forms print it: `950.000`.
fn whole(kind: &Kind, pointer: &str, text: &str) -> String {
    let is_one = text.matches('.').count() == 1 && by_thousands(text, '.').is_some();
    if is_one && is_whole(kind, pointer) { text.replace('.', "") } else { text.to_owned() }
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
    let text = plain(text);
    // Three digits behind a comma may be thousands: such a text is no one figure.
    if by_thousands(&text, ',').is_some() { None } else { text.parse().ok() }
}

/// Digits before and behind the last of these marks, where thousands may be what it parts.
fn by_thousands(text: &str, mark: char) -> Option<(String, &str)> {
    let (before, behind) = text.rsplit_once(mark)?;
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (first, others) = before.split_once('.').map_or((before, None), |(first, rest)| (first, Some(rest)));
    let first = first.trim_start_matches(['-', '\u{2212}']);
    let sound = matches!(first.len(), 1..=3) && is_number(first) && !first.starts_with('0');
    let others = others.into_iter().flat_map(|rest| rest.split('.'));
    let grouped = others.clone().all(|group| group.len() == 3 && is_number(group));
    (sound && grouped && behind.len() == 3 && is_number(behind)).then(|| (before.replace('.', ""), behind))
}

/// A figure that may be thousands, or a little more than ones: what to ask, and what to write for each.
pub(super) fn two_ways(kind: &Kind, pointer: &str, text: &str) -> Option<String> {
    if !is_figure(kind, pointer) {
        return None;
    }
    let text = plain(text);
    let (whole, behind) = match by_thousands(&text, ',') {
        Some(parts) => parts,
        None if text.matches('.').count() == 1 && !is_whole(kind, pointer) => by_thousands(&text, '.')?,
        None => return None,
    };
    let decimals = match behind.trim_end_matches('0') {
        "" => whole.clone(),
        // With a digit more it can only be a fraction.
        behind if behind.len() == 3 => format!("{whole},{behind}0"),
        behind => format!("{whole},{behind}"),
    };
    Some(format!(
        "ghi “{text}”, chưa rõ dấu ngăn hàng nghìn hay số lẻ; hãy ghi {whole}{behind} nếu là hàng nghìn, {decimals} nếu là số lẻ"
    ))
}

/// Whether a field is a count or an amount of đồng, which have no fractions.
fn is_whole(kind: &Kind, pointer: &str) -> bool {
    let shape = steps(pointer).try_fold(Shape::of(kind.schema()), |shape, step| shape.field(&step));
    let counts = |shape: &Shape<'_>| shape.may_be_of_type("integer") && !shape.may_be_of_type("number");
    shape.is_some_and(|shape| counts(&shape)) || {
        let names: Vec<String> = steps(pointer).filter(|step| step.parse::<usize>().is_err()).collect();
        is_money(&kind.fields(None), &names)
    }
}

/// Whether the field with these names, the outermost first, is an amount of money: its help names the unit.
fn is_money(fields: &[Field], names: &[String]) -> bool {
    let Some((first, rest)) = names.split_first() else { return false };
    let Some(field) = fields.iter().find(|field| field.name == *first) else { return false };
    let mut shape = &field.shape;
    while let Asked::List(inner) = shape {
        shape = inner;
    }
    match shape {
        Asked::Group(inner) | Asked::Spelt(inner) if !rest.is_empty() => is_money(inner, rest),
        _ => rest.is_empty() && field.help.starts_with("Đồng"),
    }
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
        let different = [
            ("28", "29"),
            ("a", "b"),
            ("", "0"),
            ("3/8/2026", "8/3/2026"),
            ("950,000", "950"),
            ("1,250", "1.25"),
        ];
        for (first, second) in different {
            assert!(!alike(first, second), "{first} {second}");
        }
    }

    #[test]
    fn three_digits_behind_a_mark_are_asked_for() {
        let dues = crate::forms::built_in()
            .map(|form| form.kind())
            .find(|kind| kind.name() == "dues_report")
            .unwrap();
        let asked = |pointer: &str, text: &str| two_ways(dues, pointer, text);
        assert_eq!(
            asked("/collected", "950,000").unwrap(),
            "ghi “950,000”, chưa rõ dấu ngăn hàng nghìn hay số lẻ; hãy ghi 950000 nếu là hàng nghìn, 950 nếu là số lẻ"
        );
        for (pointer, text, decimals) in [
            ("/members", "1,026", "1,0260"),
            ("/members", "1.026", "1,0260"),
            ("/collected", "12.750,000", "12750"),
            ("/collected", "12.750,250", "12750,25"),
        ] {
            let asked = asked(pointer, text).unwrap_or_else(|| panic!("{text}"));
            assert!(asked.ends_with(&format!("nghìn, {decimals} nếu là số lẻ")), "{asked}");
        }
        for text in ["950.000", "950000", "12.750.000", "0,125", "68,5", "1,0260", "12,750,000", "x,000"] {
            assert_eq!(asked("/collected", text), None, "{text}");
        }
        let of = |text: &str| value(dues, "/collected", text);
        assert_eq!(
            (of("950.000"), of("12.750.000"), of("950000")),
            (json!(950_000), json!(12_750_000), json!(950_000))
        );
        let form = EvaluationForm::typed_kind();
        assert_eq!(value(form, "/session/members", "1.026"), json!(1026));
        assert!(two_ways(form, "/rows/3/self_score", "1.500").is_some());
        assert!(two_ways(form, "/rows/3/note", "1,500").is_none());
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
