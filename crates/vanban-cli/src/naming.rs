//! Names of files after fields of the record: `--name "{issuer.name} {month}"`.

use std::collections::VecDeque;
use std::str::FromStr;

use crate::words;
use serde_json::Value;
use vanban::text::file_name;

/// What files are called, with places of the record in braces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NameTemplate(Vec<Part>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    /// A path in the record, or a field's name alone.
    Field(String),
}

impl FromStr for NameTemplate {
    type Err = String;

    fn from_str(text: &str) -> Result<NameTemplate, String> {
        let (mut parts, mut rest) = (Vec::new(), text);
        while let Some((before, behind)) = rest.split_once('{') {
            let Some((field, after)) = behind.split_once('}') else {
                return Err(words::names::not_closed().to_owned());
            };
            let field = field.trim();
            if field.is_empty() || field.contains('{') {
                return Err(words::names::of_nothing().to_owned());
            }
            parts.extend([Part::Text(before.to_owned()), Part::Field(field.to_owned())]);
            rest = after;
        }
        if parts.is_empty() {
            return Err(words::names::without_field().to_owned());
        }
        parts.push(Part::Text(rest.to_owned()));
        Ok(NameTemplate(parts))
    }
}

impl NameTemplate {
    /// The name for a record, without extension; the field where the record has none.
    pub(crate) fn fill(&self, record: &Value) -> Result<String, &str> {
        let mut name = String::new();
        for part in &self.0 {
            match part {
                Part::Text(text) => name.push_str(text),
                Part::Field(field) => name.push_str(&find(record, field).ok_or(field.as_str())?),
            }
        }
        Ok(file_name(&name))
    }
}

/// A field by its path, or of that name in the period, else the nearest to the top.
fn find(record: &Value, field: &str) -> Option<String> {
    let by_path = field.split('.').try_fold(record, |value, step| match value {
        Value::Array(list) => list.get(step.parse::<usize>().ok()?),
        value => value.get(step),
    });
    if let Some(value) = by_path {
        return written(value);
    }
    // The month of a form is that of its session, whenever the form is dated.
    let of_period = record.get("period").and_then(|period| period.get(field)).and_then(written);
    if of_period.is_some() {
        return of_period;
    }
    let mut open = VecDeque::from([record]);
    while let Some(value) = open.pop_front() {
        match value {
            Value::Object(fields) => {
                if let Some(found) = fields.get(field).and_then(written) {
                    return Some(found);
                }
                open.extend(fields.values());
            }
            Value::Array(list) => open.extend(list),
            _ => {}
        }
    }
    None
}

/// A value as part of a name; a date from the year on.
fn written(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(fields) => {
            let parts = ["year", "month", "day"].map(|part| fields.get(part).and_then(Value::as_u64));
            let [Some(year), month, day] = parts else { return None };
            let more = [month, day].into_iter().map_while(|part| Some(format!("-{:02}", part?)));
            Some(format!("{year}{}", more.collect::<String>()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::NameTemplate;

    #[test]
    fn fields_are_filled_in() {
        let record = json!({
            "issuer": {"name": "Chi bộ Khu phố 5", "code": "CB"}, "number": 7,
            "date": {"day": 2, "month": 7, "year": 2026}, "period": {"month": 6, "year": 2026},
            "held": {"day": 3, "month": 6, "year": 2026}, "recipients": ["Đảng uỷ"],
        });
        let fill = |text: &str| {
            let template: NameTemplate = text.parse().unwrap();
            template.fill(&record).map_err(str::to_owned)
        };
        assert_eq!(fill("{issuer.name} {month}").unwrap(), "chi-bo-khu-pho-5-6");
        assert_eq!(fill("{number}_{held} ({recipients.0})").unwrap(), "7-2026-06-03-dang-uy");
        assert_eq!(fill("{day}").unwrap(), "2");
        assert_eq!(fill("../{code}").unwrap(), "cb");
        assert_eq!(fill("{issuer}"), Err("issuer".to_owned()));
        assert_eq!(fill("{place}"), Err("place".to_owned()));
    }

    #[test]
    fn what_is_no_template_is_refused() {
        for text in ["", "tên", "{", "a {b", "{}", "{a{b}}"] {
            assert!(text.parse::<NameTemplate>().is_err(), "{text}");
        }
    }
}
