//! What is made of a list: `{{lines list}}`, a paragraph for each text or lines for the pen, and `{{number_of list}}`.

use quick_xml::escape::escape;
use serde_json::Value;

use super::call::{Call, Unsaid};
use super::helpers::{same, shown};
use crate::schema::told_value;

/// How many lines stand for a list that is left to the pen.
const BLANK: u64 = 3;
/// The most that a form may ask for.
const MOST: u64 = 40;

/// The markup of the lines: `mark` stands before each, `- ` where nothing is said; `blank` tells how many lines for the
/// pen stand where the list has no text.
pub(super) fn lines(call: &Call<'_>) -> Result<String, Unsaid> {
    let mark = call.said("mark").map_or_else(|| "- ".to_owned(), shown);
    let given = if call.lacks(0) { None } else { call.param(0)?.as_array() };
    let texts: Vec<&str> = given
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .filter(|text| !text.trim().is_empty())
        .collect();
    if texts.is_empty() {
        let count = match call.said("blank") {
            None => BLANK,
            Some(count) => count.as_u64().filter(|count| (1..=MOST).contains(count)).ok_or_else(|| {
                let now = if count.is_number() { shown(count) } else { told_value(count).vietnamese };
                format!("blank là số dòng để trống, từ 1 đến {MOST}; hiện là {now}; hãy ghi lại")
            })?,
        };
        // Each is an element of the list, where that is filled in in Word; a list that is no field of the record is none.
        let (width, list) = (call.dots.clamp(1, 200), escape(call.path(0)));
        let line = |index| format!("<p><blank width=\"{width}\" at=\"{list}[{index}]\"/></p>");
        return Ok((0..count).map(line).collect());
    }
    Ok(texts.iter().map(|text| format!("<p>{}{}</p>", escape(&mark), escape(*text))).collect())
}

/// How many elements a list has; with options only those whose fields have these values. Nothing where the record lacks
/// the list, or one of the values: a count of what nobody named is no 0.
pub(super) fn number_of(call: &Call<'_>) -> Result<Value, Unsaid> {
    let asked = call.helper.hash();
    if call.lacks(0) || asked.values().any(|wanted| wanted.is_value_missing() || wanted.value().is_null()) {
        return Ok(Value::Null);
    }
    let list = call.param(0)?.as_array().map(Vec::as_slice).unwrap_or_default();
    let is_meant = |element: &&Value| {
        asked.iter().all(|(name, wanted)| element.get(name).is_some_and(|it| same(it, wanted.value())))
    };
    Ok(list.iter().filter(is_meant).count().into())
}
