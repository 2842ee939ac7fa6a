//! What the values of a helper must be, as far as the schema of a record tells.

use handlebars::template::Parameter;
use serde_json::Value;

use super::helpers::BY_HAND;
use super::told;
use crate::schema::Shape;

/// What the values of a helper must be; a template is refused where the record's schema has another there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    /// Anything.
    Any,
    /// A number, or what is left for the pen.
    Number,
    /// A date.
    Date,
    /// A list.
    List,
    /// A person: a name, an office.
    Person,
    /// A table as it is printed.
    Table,
}

impl Takes {
    /// What is wrong with a value of this shape, where it can never be right. A form has a table in its view, beside the rows
    /// that its record has.
    pub(super) fn unfit(self, shape: &Shape<'_>, form: bool) -> Option<&'static str> {
        let fits = match self {
            Takes::Any => true,
            Takes::Number => shape.is_printable() && !shape.is_text() || shape.may_be(BY_HAND),
            Takes::Date => shape.field("year").is_some(),
            Takes::List => shape.items().is_some(),
            Takes::Person => shape.field("name").is_some() || shape.field("position").is_some(),
            Takes::Table => shape.field("columns").is_some(),
        };
        let said = match self {
            Takes::Any => "",
            Takes::Number => "không phải số; hãy ghi mục khác hoặc bỏ hàm này",
            Takes::Date => "không phải ngày tháng; hãy ghi mục khác",
            Takes::List => "không phải danh sách; hãy ghi mục khác",
            Takes::Person => "không phải một người; hãy ghi mục khác",
            Takes::Table if form && shape.items().is_some() => {
                "chỉ là các dòng của bảng; hãy ghi “view.” trước tên này để in cả bảng"
            }
            Takes::Table => "không phải bảng số liệu; hãy ghi mục khác",
        };
        (!fits).then_some(said)
    }
}

/// The helper that prints a group of fields: a date, a person.
pub(super) fn of_parts(shape: &Shape<'_>) -> Option<&'static str> {
    let has = |name: &str| shape.field(name).is_some();
    match () {
        () if shape.is_printable() || shape.items().is_some() => None,
        () if has("day") && has("month") && has("year") => Some("date_short"),
        () if has("name") && has("position") => Some("comrade"),
        () => None,
    }
}

/// Whether an option is the wording's own, or the level at which an outline begins, which is always one of five.
pub(super) fn is_own(option: &Parameter) -> bool {
    matches!(option, Parameter::Literal(_)) || option.as_name() == Some("first_level")
}

/// Why `{{number_of}}` never counts this value of a column, or, of a form's own, counts it wrong: free words are written
/// in many ways.
pub(super) fn uncounted(shape: &Shape<'_>, value: &Value, is_form: bool) -> Option<String> {
    let Value::String(text) = value else { return None };
    match shape.choices() {
        Some(choices) if choices.contains(&text.as_str()) => None,
        Some(choices) => Some(format!("không bao giờ là “{text}”; {}", told::among(text, &choices))),
        None if shape.is_number() || shape.is_truth() => {
            Some(format!("không phải chữ; hãy bỏ dấu nháy ở “{text}”"))
        }
        None if is_form && shape.is_text() => Some(
            "là chữ tự do, mỗi người ghi một cách nên đếm không đúng; hãy đổi cột ấy thành type = \"choice\", có choices"
                .to_owned(),
        ),
        None => None,
    }
}
