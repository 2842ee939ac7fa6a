//! Attributes and entities of form markup: which are known, what each may say.

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart};

use serde_json::{Map, Value};

use super::told::{self, NO_ENTITY};
use crate::path::Path;
use crate::tree::{Field, Level, Role, TextAlign};

/// A value, or the reason why it was refused.
pub(super) type Checked<T> = std::result::Result<T, String>;

/// The widest `<blank>`, in dots characters: about two lines of them.
const WIDEST_BLANK: u16 = 200;

/// The role that `<p role="…">` names.
pub(super) fn role_of(role: Option<&str>) -> Checked<Role> {
    match role {
        None | Some("body") => Ok(Role::Body),
        Some("basis") => Ok(Role::Basis),
        Some("caption") => Ok(Role::TableCaption),
        Some("enacting") => Ok(Role::Enacting),
        Some(other) => Err(format!(
            "role của <p> không nhận “{other}”; hãy ghi một trong: body, basis, caption, enacting"
        )),
    }
}

/// Where lines stand: `align="left"`.
pub(super) fn align_of(text: &str, tag: &str) -> Checked<TextAlign> {
    match text {
        "left" => Ok(TextAlign::Left),
        "center" => Ok(TextAlign::Center),
        "right" => Ok(TextAlign::Right),
        "justify" => Ok(TextAlign::Justify),
        other => Err(format!(
            "align của <{tag}> không nhận “{other}”; hãy ghi một trong: left, center, right, justify"
        )),
    }
}

/// What is true or false, and false where nothing is said: `spare="true"`.
pub(super) fn flag(value: Option<&str>, tag: &str, name: &str) -> Checked<bool> {
    match value {
        None | Some("false") => Ok(false),
        Some("true") => Ok(true),
        Some(other) => Err(format!("{name} của <{tag}> không nhận “{other}”; hãy ghi true hoặc false")),
    }
}

/// The level of a heading or an item.
pub(super) fn level_of(start: &BytesStart<'_>) -> Checked<Level> {
    let value = required(start, "level")?;
    let level = value.parse().ok().and_then(Level::new);
    level.ok_or_else(|| {
        format!(
            "level của <{}> không nhận “{value}”; hãy ghi một số từ 1 đến 5",
            name_of(start.name().as_ref())
        )
    })
}

/// Whether an article's text stands on the line of its label: `run-in="true"`.
pub(super) fn run_in_of(start: &BytesStart<'_>) -> Checked<bool> {
    flag(attribute(start, "run-in")?.as_deref(), "article", "run-in")
}

/// Whether a box is ticked; not, where nothing is said. And the field that it is.
pub(super) fn checked_of(start: &BytesStart<'_>) -> Checked<(bool, Option<Field>)> {
    let [checked, at] = attributes(start, ["checked", "at"])?;
    Ok((flag(checked.as_deref(), "checkbox", "checked")?, at.map(|at| Field::begun(at.into(), 0))))
}

/// The field that `<field>` names.
pub(super) fn field_of(start: &BytesStart<'_>) -> Checked<Field> {
    let [at, around, choices, locked] = attributes(start, ["at", "around", "choices", "locked"])?;
    let at = at.ok_or_else(|| needs(start, "at"))?;
    let choices = choices.iter().flat_map(|choices| choices.split('|')).map(str::to_owned).collect();
    let locked = flag(locked.as_deref(), "field", "locked")?;
    let around = around_of(around.as_deref(), "field")?;
    Ok(Field { around, choices, locked, ..Field::begun(at.into(), 0) })
}

/// What a group says round a field: `month=8;year=2026`. All of it is text, as what is filled in is: the library reads both
/// alike.
fn around_of(around: Option<&str>, tag: &str) -> Checked<Map<String, Value>> {
    let given = around.into_iter().flat_map(|around| around.split(';')).filter(|pair| !pair.is_empty());
    let pair = |pair: &str| {
        let (name, value) = pair.split_once('=').ok_or_else(|| {
            format!("around của <{tag}> không nhận “{pair}”; hãy ghi như month=8;year=2026")
        })?;
        Ok((name.trim().to_owned(), Value::from(value)))
    };
    given.map(pair).collect()
}

/// Whether a part counts in words: `numerals="words"`, Phần thứ nhất.
pub(super) fn in_words_of(start: &BytesStart<'_>) -> Checked<bool> {
    match attribute(start, "numerals")?.as_deref() {
        None | Some("roman") => Ok(false),
        Some("words") => Ok(true),
        Some(other) => Err(format!("numerals của <part> không nhận “{other}”; hãy ghi roman hoặc words")),
    }
}

/// The width of a blank, and the field that is filled in there.
pub(super) fn width_of(start: &BytesStart<'_>) -> Checked<(u16, Option<Field>)> {
    let [width, at, around] = attributes(start, ["width", "at", "around"])?;
    let value = width.ok_or_else(|| needs(start, "width"))?;
    let around = around_of(around.as_deref(), "blank")?;
    let field = at.map(|at| Field { around, ..Field::begun(Path::from(at), 0) });
    let width = value.parse().ok().filter(|width| (1..=WIDEST_BLANK).contains(width));
    width.map(|width| (width, field)).ok_or_else(|| {
        format!("width của <blank> không nhận “{value}”; hãy ghi một số từ 1 đến {WIDEST_BLANK}")
    })
}

/// Refuses any attribute.
pub(super) fn no_attributes(start: &BytesStart<'_>) -> Checked<()> {
    attributes(start, []).map(|[]| ())
}

fn required(start: &BytesStart<'_>, name: &str) -> Checked<String> {
    attribute(start, name)?.ok_or_else(|| needs(start, name))
}

/// That an element lacks an attribute.
pub(super) fn needs(start: &BytesStart<'_>, name: &str) -> String {
    format!("<{}> thiếu thuộc tính {name}; hãy ghi thêm {name}=\"…\" vào thẻ", name_of(start.name().as_ref()))
}

/// The value of the one attribute that an element knows, where it is given.
pub(super) fn attribute(start: &BytesStart<'_>, known: &str) -> Checked<Option<String>> {
    attributes(start, [known]).map(|[value]| value)
}

/// The values of the attributes that an element knows, where they are given; any other is an error.
pub(super) fn attributes<const N: usize>(
    start: &BytesStart<'_>,
    known: [&str; N],
) -> Checked<[Option<String>; N]> {
    // Most elements have none.
    if start.len() == start.name().as_ref().len() {
        return Ok([const { None }; N]);
    }
    let tag = || name_of(start.name().as_ref());
    if !start.contains(&b'"') && String::from_utf8_lossy(start).contains(['“', '”']) {
        return Err(format!(
            "dấu nháy “ ” trong <{}> không đọc được; hãy ghi dấu nháy thẳng, như level=\"1\"",
            tag()
        ));
    }
    let mut values = [const { None }; N];
    // A second one of a name finds the first here.
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(|error| told::attribute(&tag(), &error))?;
        let key = attribute.key.as_ref();
        let Some(at) = known.iter().position(|known| known.as_bytes() == key) else {
            let (tag, name) = (tag(), name_of(key));
            return Err(match N {
                0 => format!("<{tag}> không có thuộc tính “{name}”; hãy bỏ đi"),
                _ => format!("<{tag}> không có thuộc tính “{name}”; {}", told::among(&name, &known)),
            });
        };
        if values[at].is_some() {
            return Err(told::twice(&tag()));
        }
        let text = attribute.normalized_value(XmlVersion::Implicit1_0);
        let text = text.map_err(|_| format!("{} của <{}>: {NO_ENTITY}", name_of(key), tag()))?;
        values[at] = Some(text.into_owned());
    }
    Ok(values)
}

/// What `&amp;` or `&#38;` stands for.
pub(super) fn resolve(entity: &BytesRef<'_>) -> Checked<String> {
    let name = entity.decode().map_err(|_| NO_ENTITY)?;
    if entity.is_char_ref() {
        return match entity.resolve_char_ref() {
            Ok(Some(c)) => Ok(c.to_string()),
            _ => Err(format!("“&{name};” không phải một chữ; hãy gõ thẳng chữ đó")),
        };
    }
    let text = resolve_predefined_entity(&name).map(str::to_owned);
    text.ok_or_else(|| {
        format!("không có ký hiệu “&{name};”; hãy gõ thẳng chữ đó, hoặc ghi &amp; &lt; &gt; &quot; &apos; hay một số như &#160;")
    })
}

/// The name of an element or an attribute.
pub(super) fn name_of(name: &[u8]) -> String {
    String::from_utf8_lossy(name).into_owned()
}
