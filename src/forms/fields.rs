//! The fields of a form, as `form.toml` declares them.

use super::reader::{At, Key, Reader};
use crate::kinds::formed::{Column, Field, FieldShape};
use crate::parts::{Outline, Paper};
use crate::text::clean;
use crate::tree::{TextAlign, Width};

/// The most fields of a form, columns of a table, choices of a field.
const MOST: usize = 200;

/// The types of fields, by the word that `type` has.
const TYPES: [&str; 9] =
    ["text", "list", "date", "number", "yes_no", "person", "choice", "sections", "table"];
/// The types of columns.
const COLUMN_TYPES: [&str; 7] = ["text", "date", "number", "yes_no", "person", "choice", "row_number"];

const KEYS: [&str; 6] = ["label", "type", "required", "help", "choices", "columns"];
const COLUMN_KEYS: [&str; 8] = ["label", "type", "required", "help", "choices", "width", "align", "printed"];

/// Names that a record has beside the fields of its form.
const TAKEN: [&str; 7] = ["kind", "format", "addressees", "left_signature", "view", "this", "root"];

/// The fields of `[fields]`.
pub(super) fn fields(reader: &mut Reader, value: &At<'_>) -> Vec<Field> {
    let entries = reader.table("fields", value);
    if entries.len() > MOST {
        reader.refuse(value.span().start, format!("mẫu có hơn {MOST} mục; hãy bớt đi"));
        return Vec::new();
    }
    let places: Vec<usize> = entries.iter().map(|(key, _)| key.span().start).collect();
    let fields: Vec<Field> = entries.into_iter().map(|(key, value)| field(reader, key, value)).collect();
    let named = fields.iter().map(|field| (field.name.as_str(), field.label.as_str()));
    told_apart(reader, "mục", named.zip(places));
    fields
}

/// Labels tell fields apart, and columns: a sheet knows them by nothing else.
fn told_apart<'f>(reader: &mut Reader, what: &str, all: impl Iterator<Item = ((&'f str, &'f str), usize)>) {
    let mut known: Vec<(String, &str)> = Vec::new();
    for ((name, label), at) in all {
        let plain = clean(label).text.to_lowercase();
        match known.iter().find(|(other, _)| *other == plain) {
            Some((_, other)) => reader.refuse(
                at,
                format!("{what} “{name}” có label “{label}” như {what} “{other}”; hãy đổi một label"),
            ),
            None => known.push((plain, name)),
        }
    }
}

fn field(reader: &mut Reader, key: &Key<'_>, value: &At<'_>) -> Field {
    let name = key.get_ref().to_string();
    check_name(reader, key, true);
    let said = Said::read(reader, &name, value, &KEYS);
    let shape = said.shape(reader, &name, key, &TYPES);
    let label = said.label.unwrap_or_else(|| name.clone());
    Field { label, help: said.help, required: said.required, shape, name }
}

/// What a field or a column says of itself.
#[derive(Default)]
struct Said<'t, 'a> {
    label: Option<String>,
    kind: Option<(usize, String)>,
    required: bool,
    help: Option<String>,
    choices: Option<(usize, Vec<String>)>,
    columns: Option<&'t At<'a>>,
    width: Option<String>,
    align: Option<TextAlign>,
    printed: Option<bool>,
}

impl<'t, 'a> Said<'t, 'a> {
    fn read(reader: &mut Reader, name: &str, value: &'t At<'a>, known: &[&str]) -> Said<'t, 'a> {
        let mut said = Said::default();
        for (key, value) in reader.table(name, value) {
            let word = key.get_ref().as_ref();
            if !known.contains(&word) {
                reader.unknown(key, known);
                continue;
            }
            let at = value.span().start;
            match word {
                "label" => said.label = reader.text("label", value),
                "type" => said.kind = reader.text("type", value).map(|text| (at, text)),
                "required" => said.required = reader.flag("required", value).unwrap_or_default(),
                "help" => said.help = reader.text("help", value),
                "choices" => said.choices = Some((at, reader.texts("choices", value))),
                "columns" => said.columns = Some(value),
                "width" => said.width = reader.text("width", value).filter(|width| sound(reader, at, width)),
                "align" => said.align = reader.among("align", value, &ALIGNS),
                _ => said.printed = reader.flag("printed", value),
            }
        }
        said
    }

    fn shape(&self, reader: &mut Reader, name: &str, key: &Key<'_>, types: &[&str]) -> FieldShape {
        let Some((at, kind)) = &self.kind else {
            let reason =
                format!("mục “{name}” chưa có type; hãy ghi type = \"…\", một trong: {}", types.join(", "));
            reader.refuse(key.span().start, reason);
            return FieldShape::Unknown;
        };
        if !types.contains(&kind.as_str()) {
            let meant = crate::wording::among(kind, types);
            reader.refuse(*at, format!("type: không có “{kind}”; {meant}"));
            return FieldShape::Unknown;
        }
        let unwanted = |reader: &mut Reader, given: Option<usize>, word: &str, of: &str| {
            if let Some(at) = given
                && kind != of
            {
                reader.refuse(at, format!("{word} chỉ đi với type = \"{of}\"; hãy bỏ đi hoặc đổi type"));
            }
        };
        unwanted(reader, self.choices.as_ref().map(|(at, _)| *at), "choices", "choice");
        unwanted(reader, self.columns.map(|columns| columns.span().start), "columns", "table");
        match kind.as_str() {
            "list" => FieldShape::List,
            "date" => FieldShape::Date,
            "number" => FieldShape::Number,
            "yes_no" => FieldShape::Flag,
            "person" => FieldShape::Person,
            "sections" => FieldShape::Sections,
            "choice" => self.choice(reader, *at),
            "table" => self.table(reader, *at),
            _ => FieldShape::Text,
        }
    }

    fn choice(&self, reader: &mut Reader, at: usize) -> FieldShape {
        match &self.choices {
            Some((at, choices)) if !choices.is_empty() && choices.len() <= MOST => {
                let choices: Vec<String> = choices.iter().map(|choice| clean(choice).text).collect();
                let lower: Vec<String> = choices.iter().map(|choice| choice.to_lowercase()).collect();
                if let Some(twice) = (1..lower.len()).find(|index| lower[..*index].contains(&lower[*index])) {
                    let reason = format!("choices: “{}” ghi hai lần; hãy bỏ một lần", choices[twice]);
                    reader.refuse(*at, reason);
                }
                FieldShape::Choice(choices)
            }
            Some((at, choices)) if choices.len() > MOST => {
                reader.refuse(*at, format!("có hơn {MOST} giá trị; hãy dùng type = \"text\""));
                FieldShape::Unknown
            }
            _ => {
                reader.refuse(
                    at,
                    "type = \"choice\" cần danh sách giá trị; hãy ghi thêm choices = [\"…\", \"…\"]",
                );
                FieldShape::Unknown
            }
        }
    }

    fn table(&self, reader: &mut Reader, at: usize) -> FieldShape {
        let Some(columns) = self.columns else {
            let reason = "type = \"table\" cần các cột; hãy ghi thêm columns = { tên = { label = \"…\", type = \"…\" }, … }";
            reader.refuse(at, reason);
            return FieldShape::Unknown;
        };
        let entries = reader.table("columns", columns);
        let places: Vec<usize> = entries.iter().map(|(key, _)| key.span().start).collect();
        let columns: Vec<Column> =
            entries.into_iter().map(|(key, value)| column(reader, key, value)).collect();
        let named = columns.iter().map(|column| (column.name.as_str(), column.label.as_str()));
        told_apart(reader, "cột", named.zip(places));
        if !columns.iter().any(|column| column.printed) || columns.len() > crate::tree::MOST_COLUMNS {
            reader.refuse(at, format!("bảng có từ 1 đến {} cột được in", crate::tree::MOST_COLUMNS));
            return FieldShape::Unknown;
        }
        FieldShape::Table(columns)
    }
}

fn column(reader: &mut Reader, key: &Key<'_>, value: &At<'_>) -> Column {
    let name = key.get_ref().to_string();
    check_name(reader, key, false);
    let said = Said::read(reader, &name, value, &COLUMN_KEYS);
    let counts = said.kind.as_ref().is_some_and(|(_, kind)| kind == "row_number");
    let shape = said.shape(reader, &name, key, &COLUMN_TYPES);
    Column {
        label: said.label.unwrap_or_else(|| name.clone()),
        shape: (!counts).then_some(shape),
        required: said.required,
        width: said.width,
        align: said.align.or(counts.then_some(TextAlign::Center)),
        printed: said.printed.unwrap_or(true),
        name,
    }
}

/// Where text stands, by the word for it.
pub(super) const ALIGNS: [(&str, TextAlign); 4] = [
    ("left", TextAlign::Left),
    ("center", TextAlign::Center),
    ("right", TextAlign::Right),
    ("justify", TextAlign::Justify),
];

/// Whether a width is one that a table understands.
fn sound(reader: &mut Reader, at: usize, width: &str) -> bool {
    let sound = Width::parse(width).is_some();
    if !sound {
        reader
            .refuse(at, format!("width: không hiểu “{width}”; hãy ghi như \"15mm\", \"2fr\" hoặc \"auto\""));
    }
    sound
}

/// A name stands in the wording and in JSON.
fn check_name(reader: &mut Reader, key: &Key<'_>, of_the_record: bool) {
    let name = key.get_ref().as_ref();
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) || !name.chars().all(letters) || name.len() > 40 {
        let reason = format!(
            "tên “{name}” không dùng được; tên chỉ gồm chữ thường không dấu, chữ số và dấu _, bắt đầu bằng chữ: {}",
            crate::text::slug(name).replace('-', "_")
        );
        reader.refuse(key.span().start, reason);
        return;
    }
    let taken = TAKEN.contains(&name) || Paper::KEYS.contains(&name) || Outline::KEYS.contains(&name);
    if (of_the_record && (taken || name == "profile")) || crate::wording::is_helper(name) {
        let reason = format!("tên “{name}” đã có nghĩa khác trong mọi văn bản; hãy đặt tên khác");
        reader.refuse(key.span().start, reason);
    }
}
