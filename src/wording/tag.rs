//! The text of a tag in a template, where the record fills in what attributes say.

use quick_xml::events::BytesStart;

use super::attributes::name_of;

/// Stands for what only a record knows, inside of an attribute's value.
pub(super) const HOLE: char = '\u{1}';

/// The beginning of a tag, for messages.
pub(super) fn begun(tag: &str) -> String {
    let name: String = tag
        .trim_start_matches('<')
        .chars()
        .take_while(|c| !c.is_whitespace() && *c != HOLE)
        .take(20)
        .collect();
    format!("<{name}")
}

/// That a tag has no end.
pub(super) fn unended(tag: &str) -> String {
    format!("thẻ {} thiếu dấu >; hãy ghi thêm, hoặc ghi &lt; nếu là dấu nhỏ hơn", begun(tag))
}

/// That an attribute's value is the record's: another record would break the form.
pub(super) fn of_the_record(tag: &str) -> String {
    let before = tag.rsplit('=').nth(1).unwrap_or_default().trim_end();
    let name: String =
        before.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default().chars().take(20).collect();
    format!(
        "{name} của {}> không lấy từ bản ghi được; hãy ghi thẳng giá trị, hoặc chọn bằng {{{{#if}}}} … {{{{else}}}} … {{{{/if}}}}",
        begun(tag)
    )
}

/// A value as the template has it, but for what is printed in it.
pub(super) fn unholed(value: &str) -> String {
    value.replace(HOLE, "{{…}}")
}

/// Leaves room for what only a record knows.
pub(super) fn hole(text: &mut String) {
    if !text.ends_with(HOLE) {
        text.push(HOLE);
    }
}

/// A tag whose values are all right where only a record knows them.
pub(super) fn filled(tag: &str, name: usize) -> String {
    if !tag.contains(HOLE) {
        return tag.to_owned();
    }
    let start = BytesStart::from_content(tag, name);
    let mut content = tag.get(..name).unwrap_or_default().to_owned();
    for attribute in start.attributes() {
        // What is wrong with it is told by the reader of attributes.
        let Ok(attribute) = attribute else { return tag.to_owned() };
        let (key, value) = (name_of(attribute.key.as_ref()), name_of(&attribute.value));
        let value = if value.contains(HOLE) { stand_in(&key) } else { &value };
        let quote = if value.contains('"') { '\'' } else { '"' };
        content += &format!(" {key}={quote}{value}{quote}");
    }
    content
}

/// A right value of an attribute.
fn stand_in(attribute: &str) -> &'static str {
    match attribute {
        "level" | "width" | "colspan" | "rowspan" => "1",
        "columns" | "widths" => "1fr",
        "role" => "body",
        "align" => "left",
        "valign" => "top",
        "scope" => "col",
        "run-in" | "spare" | "checked" | "stock" | "locked" => "false",
        "beside" => "signature",
        // A style is named by the template itself.
        "style" => "{{…}}",
        "numerals" => "roman",
        "border" => "0",
        "around" => "x=1",
        _ => "x",
    }
}
