//! What minutes are about, where their JSON leaves it open: nobody types a topic twice.

use serde_json::{Map, Value};

use super::MinutesVariant;
use crate::parts::{Given, PaperDate};
use crate::text::{is_blank, month};

/// Fills in the subject of a session that its kind and its topic or month tell.
pub(super) fn complete(fields: &mut Map<String, Value>) {
    let said = |name: &str| fields.get(name).and_then(Value::as_str).filter(|text| !is_blank(text));
    if said("subject").is_some() || fields.get("subject").is_some_and(|it| !it.is_string() && !it.is_null()) {
        return;
    }
    let variant = said("variant").and_then(|name| serde_json::from_value(name.into()).ok());
    let subject = match variant {
        Some(MinutesVariant::Forum) => said("topic").map(|topic| format!("diễn đàn chi bộ “{topic}”")),
        Some(MinutesVariant::Thematic) => said("topic").map(|topic| format!("sinh hoạt chuyên đề “{topic}”")),
        Some(MinutesVariant::Regular) => monthly(fields),
        _ => None,
    };
    if let Some(subject) = subject {
        fields.insert("subject".to_owned(), subject.into());
    }
}

fn monthly(fields: &Map<String, Value>) -> Option<String> {
    let date = |name: &str| serde_json::from_value::<PaperDate>(fields.get(name)?.clone()).ok();
    let date = date("held").or_else(|| date("date"))?;
    let number = date.month.and_then(Given::value)?;
    Some(format!("sinh hoạt chi bộ thường kỳ tháng {} năm {}", month(number), date.year))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    #[test]
    fn a_subject_follows_from_the_session() {
        let subject = |fields: Value| {
            let Value::Object(mut fields) = fields else { return Value::Null };
            super::complete(&mut fields);
            fields.remove("subject").unwrap_or_default()
        };
        for (fields, expected) in [
            (
                json!({"variant": "forum", "topic": "Nêu gương", "subject": ""}),
                json!("diễn đàn chi bộ “Nêu gương”"),
            ),
            (json!({"variant": "thematic", "topic": "Nêu gương"}), json!("sinh hoạt chuyên đề “Nêu gương”")),
            (
                json!({"variant": "regular", "date": "03/7/2026"}),
                json!("sinh hoạt chi bộ thường kỳ tháng 7 năm 2026"),
            ),
            (
                json!({"variant": "regular", "date": "03/7/2026", "held": "30/6/2026", "subject": null}),
                json!("sinh hoạt chi bộ thường kỳ tháng 6 năm 2026"),
            ),
            (json!({"variant": "forum", "topic": "Nêu gương", "subject": "diễn đàn"}), json!("diễn đàn")),
            (json!({"variant": "forum", "topic": "", "subject": ""}), json!("")),
            (json!({"variant": "committee", "date": "03/7/2026"}), Value::Null),
            (json!({"variant": "regular", "date": {"year": 2026}}), Value::Null),
        ] {
            assert_eq!(subject(fields.clone()), expected, "{fields}");
        }
    }
}
