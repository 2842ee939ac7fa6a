//! What is made of a list: `{{lines list}}`, a paragraph for each text or lines for the pen, and `{{number_of list}}`.

use quick_xml::escape::escape;
use serde_json::Value;

use super::helpers::{BY_HAND, Call, same};

/// How many lines stand for a list that is left to the pen.
const BLANK: u64 = 3;
/// The most that a form may ask for.
const MOST: u64 = 40;

/// The markup of the lines: `mark` stands before each, `- ` where nothing is said; `blank` tells how many lines for the
/// pen stand where the list has no text.
pub(super) fn lines(call: &Call<'_>) -> Result<String, String> {
    let mark = call.said("mark").and_then(Value::as_str).unwrap_or("- ");
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
                format!("blank là số dòng để trống, từ 1 đến {MOST}; hiện là {count}; hãy ghi lại")
            })?,
        };
        let line = format!("<p><blank width=\"{}\"/></p>", call.dots.clamp(1, 200));
        return Ok(line.repeat(usize::try_from(count).unwrap_or_default()));
    }
    Ok(texts.iter().map(|text| format!("<p>{}{}</p>", escape(mark), escape(*text))).collect())
}

/// How many elements a list has; with options only those whose fields have these values.
pub(super) fn number_of(call: &Call<'_>) -> Result<Value, String> {
    if call.lacks(0) {
        return Ok(BY_HAND.into());
    }
    let list = call.param(0)?.as_array().map(Vec::as_slice).unwrap_or_default();
    let asked = call.helper.hash();
    let is_meant = |element: &&Value| {
        asked.iter().all(|(name, wanted)| element.get(name).is_some_and(|it| same(it, wanted.value())))
    };
    Ok(list.iter().filter(is_meant).count().into())
}
