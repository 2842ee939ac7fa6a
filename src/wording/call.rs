//! A call of a helper, with its values, and why a helper cannot print them.

use std::collections::VecDeque;
use std::fmt;
use std::sync::Mutex;

use handlebars::PathAndJson;
use serde_json::Value;

use super::helpers::{BY_HAND, decimal};
use super::markup::blank;
use super::told::no_value;
use crate::error::{Error, Problems};
use crate::path::{Path, PathStep};
use crate::schema::told_value;
use crate::text::{Decimal, Said, said};

/// What a template sees beside the record's own fields.
const SURROUNDINGS: [&str; 2] = ["profile", "view"];
/// The width of a number that is filled in by hand.
pub(super) const NUMBER_BLANK: u16 = 3;

/// Why a helper cannot print its values.
#[derive(Debug)]
pub(super) enum Unsaid {
    /// The wording is to blame, or nobody knows whose value it is.
    Wording(String),
    /// A field of the record is: it has a figure that cannot be said so.
    Field(Field),
}

/// A field of a record whose figure cannot be said so.
#[derive(Debug)]
pub(super) struct Field {
    path: Path,
    said: Said,
}

impl Field {
    /// The problem of the record.
    pub(super) fn error(&self) -> Error {
        let mut problems = Problems::default();
        problems.shape("shape.out_of_range", self.path.clone(), self.said.clone());
        Error::Invalid(problems.into_vec())
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.said.vietnamese)
    }
}

impl std::error::Error for Field {}

impl From<String> for Unsaid {
    fn from(reason: String) -> Unsaid {
        Unsaid::Wording(reason)
    }
}

impl From<&str> for Unsaid {
    fn from(reason: &str) -> Unsaid {
        Unsaid::Wording(reason.to_owned())
    }
}

/// The numbers that helpers made for others in this filling, each with a field that it was made of: handlebars does not
/// tell where a value comes from that was worked out.
#[derive(Debug, Default)]
pub(super) struct Origins(Mutex<VecDeque<(Value, Path)>>);

impl Origins {
    /// More than a call has values within values.
    const MOST: usize = 16;

    /// Begins another filling.
    pub(super) fn forget(&self) {
        if let Ok(mut made) = self.0.lock() {
            made.clear();
        }
    }

    /// Notes what a helper made of a field.
    pub(super) fn note(&self, value: &Value, field: Option<Path>) {
        let (Some(field), Ok(mut made)) = (field, self.0.lock()) else { return };
        made.push_front((value.clone(), field));
        made.truncate(Origins::MOST);
    }

    /// The field of which this value was made last.
    fn of(&self, value: &Value) -> Option<Path> {
        let made = self.0.lock().ok()?;
        made.iter().find(|(made, _)| made == value).map(|(_, field)| field.clone())
    }
}

/// Where in the record a value stands; nothing for one that was worked out.
pub(super) fn place_of(value: &PathAndJson<'_>) -> Option<Path> {
    in_record(value.context_path()?.iter().cloned())
}

/// The place of these steps, where it is in the record.
pub(super) fn in_record(steps: impl Iterator<Item = String>) -> Option<Path> {
    let mut steps = steps.peekable();
    if steps.peek().is_none_or(|first| SURROUNDINGS.contains(&first.as_str())) {
        return None;
    }
    let step = |step: String| match step.parse() {
        Ok(index) => PathStep::Index(index),
        Err(_) => PathStep::Field(step.into()),
    };
    Some(steps.map(step).collect())
}

/// A call of a helper, with its values.
pub(super) struct Call<'a> {
    pub(super) helper: &'a handlebars::Helper<'a>,
    /// What helpers made before.
    pub(super) origins: &'a Origins,
    /// How many dots fill a line of the body.
    pub(super) dots: u64,
}

impl Call<'_> {
    /// The value at `index`; absent is an error.
    pub(super) fn param(&self, index: usize) -> Result<&Value, String> {
        let param = self.helper.param(index).ok_or("thiếu giá trị đi sau; hãy ghi thêm")?;
        if param.is_value_missing() || param.value().is_null() {
            return Err(no_value(self.path(index)));
        }
        Ok(param.value())
    }

    /// Whether the value at `index` is absent.
    pub(super) fn lacks(&self, index: usize) -> bool {
        self.helper.param(index).is_none_or(|param| param.is_value_missing() || param.value().is_null())
    }

    /// Whether any of its values is absent.
    pub(super) fn lacks_any(&self) -> bool {
        (0..self.helper.params().len()).any(|index| self.lacks(index))
    }

    /// What an option says; absent where the record does not have it.
    pub(super) fn said(&self, name: &str) -> Option<&Value> {
        self.helper.hash_get(name).map(|option| option.value()).filter(|value| !value.is_null())
    }

    /// Whether an option is set.
    pub(super) fn option(&self, name: &str) -> bool {
        self.said(name) == Some(&Value::Bool(true))
    }

    /// Where in the record the value at `index` stands; nothing for one that was worked out.
    pub(super) fn place(&self, index: usize) -> Option<Path> {
        place_of(self.helper.param(index)?)
    }

    /// The path of the value at `index`, for messages.
    pub(super) fn path(&self, index: usize) -> &str {
        self.helper.param(index).and_then(|param| param.relative_path()).map_or("giá trị", String::as_str)
    }

    /// A field that the value at `index` was worked out of.
    fn origin(&self, index: usize) -> Option<Path> {
        let param = self.helper.param(index).filter(|param| param.relative_path().is_none())?;
        self.origins.of(param.value())
    }

    /// A field that its values are, or were worked out of.
    pub(super) fn field(&self) -> Option<Path> {
        (0..self.helper.params().len()).find_map(|index| self.place(index).or_else(|| self.origin(index)))
    }

    /// That the figure at `index` cannot be said so: told at its field, or at one that it was worked out of; else of the
    /// wording.
    pub(super) fn unsaid(&self, index: usize, said: Said) -> Unsaid {
        if let Some(path) = self.place(index) {
            return Unsaid::Field(Field { path, said });
        }
        match self.origin(index) {
            Some(path) => {
                let said = said!(
                    "số mà lời văn tính từ mục này {said}",
                    "what the wording works out of this {said}"; said
                );
                Unsaid::Field(Field { path, said })
            }
            None => Unsaid::Wording(format!("“{}” {}", self.path(index), said.vietnamese)),
        }
    }

    /// The whole number at `index`; nothing where it is filled in by hand.
    pub(super) fn natural(&self, index: usize) -> Result<Option<u64>, Unsaid> {
        let value = self.param(index)?;
        if value == BY_HAND {
            return Ok(None);
        }
        if !value.is_number() {
            return Err(self.no_number(index, "số nguyên từ 0 trở lên").into());
        }
        // `5.0` is 5. What is a little more is not: it is not rounded.
        let figure = || Decimal::try_from(value.as_f64()?).ok().and_then(|figure| u64::try_from(figure).ok());
        let whole = value.as_u64().or_else(figure);
        whole.map(Some).ok_or_else(|| {
            let (use_, english) = uses(self.helper.name());
            let now = shown(value);
            self.unsaid(
                index,
                said!(
                    "phải là số nguyên từ 0 trở lên, vì lời văn {use_}; hiện là {now}; hãy ghi số khác",
                    "must be a whole number from 0, since the wording {english}; it is {value}"
                ),
            )
        })
    }

    /// The figure at `index`; nothing where it is filled in by hand.
    pub(super) fn figure(&self, index: usize) -> Result<Option<Decimal>, Unsaid> {
        let value = self.param(index)?;
        if value == BY_HAND {
            return Ok(None);
        }
        let figure = Some(value).filter(|value| value.is_number()).and_then(decimal);
        figure.map(Some).ok_or_else(|| self.no_number(index, "số").into())
    }

    /// That the value at `index` is no such number.
    pub(super) fn no_number(&self, index: usize, number: &str) -> String {
        let value = self.helper.param(index).map_or(&Value::Null, |param| param.value());
        format!(
            "“{}” không phải {number} (là {}); hãy ghi mục khác hoặc bỏ hàm này",
            self.path(index),
            told_value(value).vietnamese
        )
    }

    /// The whole number at `index` as `print` writes it, or dots to be filled in by hand.
    pub(super) fn number(
        &self,
        index: usize,
        print: impl Fn(u64) -> Result<String, Unsaid>,
    ) -> Result<Value, Unsaid> {
        match self.natural(index)? {
            Some(n) => print(n).map(Value::String),
            None => Ok(Value::String(blank(NUMBER_BLANK))),
        }
    }
}

/// A figure as papers print it, with all its digits.
fn shown(value: &Value) -> String {
    let exact = value.as_f64().and_then(|float| Decimal::try_from(float).ok());
    exact.map_or_else(|| value.to_string().replace('.', ","), |figure| figure.to_string())
}

/// What a helper does with a whole number, in Vietnamese and in English.
fn uses(helper: &str) -> (&'static str, &'static str) {
    match helper {
        "in_words" | "money_in_words" => ("viết số này bằng chữ", "says it in words"),
        "ordinal" | "enumerated" => ("viết số này thành số thứ tự", "says which one it is"),
        "roman" => ("viết số này bằng số La Mã", "writes it in Roman figures"),
        "letter" => ("viết số này thành chữ cái", "writes it as a letter"),
        "next" | "row" => ("ghi số tiếp theo số này", "writes the number after it"),
        _ => ("in số này như một số đếm", "prints it as a count"),
    }
}
