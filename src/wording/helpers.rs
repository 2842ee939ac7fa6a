//! The helpers that a template may call: one table, which `registry` registers and `check` checks calls by.

use handlebars::JsonRender;
use serde_json::{Map, Value};

use super::call::{Call, NUMBER_BLANK, Unsaid};
use super::data_table::data_table;
use super::lines::{lines, number_of};
use super::markup::blank;
use super::takes::Takes;
use crate::schema::told_value;
use crate::text::{self, Decimal, said};

/// What a record says instead of a value that is filled in by hand.
pub(super) const BY_HAND: &str = "by_hand";
/// A date that is filled in by hand.
const NO_DATE: &str = "……/……/……";
/// The width of words that are filled in by hand.
const WORDS_BLANK: u16 = 20;

/// A helper: its name and what it takes.
pub(super) struct Helper {
    /// The name in templates.
    pub(super) name: &'static str,
    /// How many values follow the name.
    pub(super) params: usize,
    /// The options it knows: `level` in `{{#outline sections level=2}}`.
    pub(super) options: &'static [&'static str],
    /// What it is.
    pub(super) form: Form,
    /// What its values must be.
    pub(super) takes: Takes,
}

/// Stands for options that are the names of a list's own fields.
pub(super) const COLUMNS: &str = "*";

/// What a helper is.
pub(super) enum Form {
    /// It makes a value: `{{upper title}}`.
    Value(fn(&Call<'_>) -> Result<Value, Unsaid>),
    /// It writes markup: `{{data_table table}}`.
    Markup(fn(&Call<'_>) -> Result<String, Unsaid>),
    /// It holds a part of the template: `{{#each sections}} … {{/each}}`.
    Block,
}

/// All helpers, by name. The module's page describes them.
pub(super) static HELPERS: [Helper; 28] = [
    value("comrade", 1, comrade).with(&["cell", "inside"]).of(Takes::Person),
    value("count", 1, |call| call.number(0, |n| Ok(text::padded(n)))).of(Takes::Number),
    markup("data_table", data_table).of(Takes::Table),
    value("date_long", 1, date_long).of(Takes::Date),
    value("date_short", 1, date_short).of(Takes::Date),
    block("each", &[]),
    value("enumerated", 1, |call| call.number(0, |n| Ok(text::enumerated(n)))).of(Takes::Number),
    value("eq", 2, |call| {
        Ok(Value::Bool(call.param(0).is_ok_and(|a| call.param(1).is_ok_and(|b| same(a, b)))))
    }),
    block("if", &["includeZero"]),
    value("in_words", 1, |call| call.number(0, |n| Ok(text::in_words(n)))).of(Takes::Number),
    value("letter", 1, letter).of(Takes::Number),
    markup("lines", lines).with(&["mark", "blank"]).of(Takes::List),
    value("minus", 2, minus).of(Takes::Number),
    value("money_in_words", 1, |call| call.number(0, |n| Ok(text::money_in_words(n)))).of(Takes::Number),
    value("next", 1, next).of(Takes::Number),
    value("number", 1, number).of(Takes::Number),
    value("number_of", 1, number_of).with(&[COLUMNS]).of(Takes::List),
    value("ordinal", 1, |call| call.number(0, |n| Ok(text::ordinal(n)))).of(Takes::Number),
    block("outline", &["level"]),
    value("percent", 2, percent).of(Takes::Number),
    value("plus", 2, plus).of(Takes::Number),
    value("roman", 1, roman).of(Takes::Number),
    value("row", 1, |call| call.number(0, |n| Ok(n.saturating_add(1).to_string()))).of(Takes::Number),
    value("running", 1, |call| Ok(Value::String(text::in_running_text(&shown(call.param(0)?))))),
    block("unless", &["includeZero"]),
    value("upper", 1, |call| Ok(Value::String(text::upper(&shown(call.param(0)?))))),
    block("with", &[]),
    value("written", 1, |call| Ok(Value::String(written(call.param(0)?)))),
];

const fn value(name: &'static str, params: usize, run: fn(&Call<'_>) -> Result<Value, Unsaid>) -> Helper {
    Helper { name, params, options: &[], form: Form::Value(run), takes: Takes::Any }
}

const fn markup(name: &'static str, run: fn(&Call<'_>) -> Result<String, Unsaid>) -> Helper {
    Helper { name, params: 1, options: &[], form: Form::Markup(run), takes: Takes::Any }
}

const fn block(name: &'static str, options: &'static [&'static str]) -> Helper {
    Helper { name, params: 1, options, form: Form::Block, takes: Takes::Any }
}

impl Helper {
    const fn with(self, options: &'static [&'static str]) -> Helper {
        Helper { options, ..self }
    }

    const fn of(self, takes: Takes) -> Helper {
        Helper { takes, ..self }
    }
}

/// The helper of that name.
pub(super) fn find(name: &str) -> Option<&'static Helper> {
    HELPERS.iter().find(|helper| helper.name == name)
}

/// The names of all helpers, sorted.
pub(super) fn names() -> Vec<&'static str> {
    HELPERS.iter().map(|helper| helper.name).collect()
}

/// A number less another one, from 0.
fn minus(call: &Call<'_>) -> Result<Value, Unsaid> {
    let (Some(from), Some(less)) = (call.figure(0)?, call.figure(1)?) else { return Ok(BY_HAND.into()) };
    if less > from {
        // A number that the wording itself gives is not to blame.
        if call.place(1).is_none() {
            return Err(call.unsaid(
                0,
                said!(
                    "phải từ {less} trở lên, vì lời văn lấy số này trừ đi {less}; hiện là {from}; hãy ghi số khác",
                    "must be at least {less}, which the wording takes from it; it is {from}"
                ),
            ));
        }
        if call.place(0).is_none() {
            return Err(call.unsaid(
                1,
                said!(
                    "không được lớn hơn {from}, vì lời văn lấy {from} trừ đi số này; hiện là {less}; hãy ghi số khác",
                    "must not be more than {from}, from which the wording takes it; it is {less}"
                ),
            ));
        }
        let whole = call.path(0);
        return Err(call.unsaid(
            1,
            said!(
                "không được lớn hơn “{whole}” ({from}), vì lời văn lấy số ấy trừ đi số này; hiện là {less}; hãy sửa một \
                 trong hai số",
                "must not be more than {whole} ({from}), from which the wording takes it; it is {less}"
            ),
        ));
    }
    value_of(from - less)
}

/// The sum of two numbers.
fn plus(call: &Call<'_>) -> Result<Value, Unsaid> {
    match (call.figure(0)?, call.figure(1)?) {
        (Some(first), Some(second)) => value_of(first + second),
        _ => Ok(BY_HAND.into()),
    }
}

/// A figure that was worked out.
fn value_of(figure: Decimal) -> Result<Value, Unsaid> {
    serde_json::to_value(figure).map_err(|_| Unsaid::Wording(format!("không ghi được số {figure}")))
}

/// The number after a whole number, for another helper.
fn next(call: &Call<'_>) -> Result<Value, Unsaid> {
    Ok(call.natural(0)?.map_or(BY_HAND.into(), |n| n.saturating_add(1).into()))
}

/// What stands for a value that a record leaves to the pen.
pub(super) fn left_open(helper: &str) -> String {
    match helper {
        "date_short" => NO_DATE.to_owned(),
        // Word and LibreOffice would break a line between dots and the sign.
        "percent" => format!("{}\u{a0}%", blank(NUMBER_BLANK)),
        "count" | "enumerated" | "in_words" | "letter" | "minus" | "money_in_words" | "next" | "number"
        | "number_of" | "ordinal" | "plus" | "roman" | "row" => blank(NUMBER_BLANK),
        _ => blank(WORDS_BLANK),
    }
}

/// Whether a helper makes a number, of which another helper makes words.
pub(super) fn makes_a_number(helper: &str) -> bool {
    matches!(helper, "minus" | "next" | "number_of" | "plus")
}

/// Words, or dots to be filled in by hand.
fn written(value: &Value) -> String {
    if value == BY_HAND { blank(WORDS_BLANK) } else { shown(value) }
}

/// `Đồng chí Lê Văn An - Bí thư Chi bộ`, of an object `{name, position}`; without a name the position alone. A comma
/// stands between the two in a cell (`cell=true`), where a name that is left for the pen leaves its room, and inside
/// of a sentence (`inside=true`), where the first letter is a small one.
fn comrade(call: &Call<'_>) -> Result<Value, Unsaid> {
    let value = call.param(0)?;
    let person = value.as_object().ok_or_else(|| {
        format!(
            "“{}” không phải một người, có name và position (là {}); hãy ghi mục khác",
            call.path(0),
            told_value(value).vietnamese
        )
    })?;
    let (cell, inside) = (call.option("cell"), call.option("inside"));
    let field = |name: &str| person.get(name).filter(|value| !value.is_null());
    let (name, position) = (field("name"), field("position").map(written));
    let by_hand = name.is_some_and(|name| name == BY_HAND);
    let name = name.filter(|_| !(cell && by_hand)).map(written);
    let called = if inside { "đồng chí" } else { "Đồng chí" };
    let mark = if cell || inside { "," } else { " -" };
    match (name, position) {
        (Some(name), Some(position)) => Ok(Value::String(format!("{called} {name}{mark} {position}"))),
        (Some(name), None) => Ok(Value::String(format!("{called} {name}"))),
        (None, Some(position)) => Ok(Value::String(position)),
        (None, None) if by_hand => Ok(Value::String(String::new())),
        (None, None) => Err(format!(
            "“{}” không có họ tên, cũng không có chức vụ; hãy ghi thêm vào bản ghi",
            call.path(0)
        )
        .into()),
    }
}

fn roman(call: &Call<'_>) -> Result<Value, Unsaid> {
    // Nought has no Roman figure, and beyond 3999 there are none either.
    call.number(0, |n| match n {
        1..=3999 => Ok(text::roman(n)),
        _ => Err(call.unsaid(
            0,
            said!(
                "phải từ 1 đến 3999, vì lời văn viết số này bằng số La Mã; hiện là {n}; hãy ghi số khác",
                "must be from 1 to 3999, since the wording writes it in Roman figures; it is {n}"
            ),
        )),
    })
}

fn letter(call: &Call<'_>) -> Result<Value, Unsaid> {
    call.number(0, |n| match n.checked_sub(1).and_then(|index| usize::try_from(index).ok()) {
        Some(index) => Ok(text::point_letter(index)),
        None => Err(call.unsaid(
            0,
            said!(
                "phải từ 1 trở lên, vì lời văn viết số này thành chữ cái; hiện là {n}; hãy ghi số khác",
                "must be at least 1, since the wording writes it as a letter; it is {n}"
            ),
        )),
    })
}

fn percent(call: &Call<'_>) -> Result<Value, Unsaid> {
    let (Some(part), Some(whole)) = (call.figure(0)?, call.figure(1)?) else {
        return Ok(Value::String(left_open("percent")));
    };
    let percent = text::percent(part, whole);
    percent.map(Value::String).ok_or_else(|| {
        call.unsaid(
            1,
            said!(
                "phải khác 0, vì lời văn tính phần trăm theo số này; hiện là {whole}; hãy ghi số khác",
                "must not be 0, since the wording gives a percentage of it; it is {whole}"
            ),
        )
    })
}

/// `1.108` or `93,3`: points between thousands, a comma before the decimals.
fn number(call: &Call<'_>) -> Result<Value, Unsaid> {
    let value = call.param(0)?;
    let figure = figure(value).ok_or_else(|| call.no_number(0, "số"))?;
    Ok(Value::String(figure))
}

/// A figure as papers print it, or dots to be filled in by hand.
pub(super) fn figure(value: &Value) -> Option<String> {
    match value {
        Value::Number(_) => {
            Some(decimal(value).map_or_else(|| value.to_string(), |figure| figure.to_string()))
        }
        value if value == BY_HAND => Some(blank(NUMBER_BLANK)),
        _ => None,
    }
}

/// A value as it is printed without a helper. A whole number of four digits may be a year: it has no point.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::Number(number) if number.as_u64().is_some_and(|number| number < 10_000) => number.to_string(),
        Value::Number(number) => figure(value).unwrap_or_else(|| number.to_string()),
        Value::Bool(yes) => if *yes { "có" } else { "không" }.to_owned(),
        other => other.render(),
    }
}

/// Whether two values are the same; `5.0` is 5, and texts may differ in a no-break space.
pub(super) fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::String(a), Value::String(b)) => text::plain_spaces(a) == text::plain_spaces(b),
        (Value::Number(_), Value::Number(_)) => a == b || decimal(a).is_some_and(|a| decimal(b) == Some(a)),
        _ => a == b,
    }
}

/// The figure that a number of JSON is. A float of more digits than a figure has was worked out, and is
/// rounded to two decimals.
pub(super) fn decimal(value: &Value) -> Option<Decimal> {
    let whole = value.as_i64().map(Decimal::from).or_else(|| value.as_u64().map(Decimal::from));
    whole.or_else(|| {
        let float = value.as_f64()?;
        let rounded = || format!("{float:.2}").replace('.', ",").parse();
        Decimal::try_from(float).or_else(|_| rounded()).ok()
    })
}

fn date_long(call: &Call<'_>) -> Result<Value, Unsaid> {
    let date = date(call)?;
    Ok(Value::String(text::long_date(date.day, date.month, date.year)))
}

fn date_short(call: &Call<'_>) -> Result<Value, Unsaid> {
    let date = date(call)?;
    match (date.day, date.month) {
        (None, None) if date.year == 0 => Ok(Value::String(NO_DATE.to_owned())),
        (Some(day), Some(month)) => Ok(Value::String(text::short_date(day, month, date.year))),
        _ => Err(format!("“{}” để trống ngày hoặc tháng; hãy dùng date_long", call.path(0)).into()),
    }
}

/// A date of which only the year is certain.
struct Date {
    day: Option<u32>,
    month: Option<u32>,
    year: i32,
}

fn date(call: &Call<'_>) -> Result<Date, Unsaid> {
    let value = call.param(0)?;
    let date = value.as_object().ok_or_else(|| {
        format!(
            "“{}” không phải ngày tháng (là {}); hãy ghi mục khác",
            call.path(0),
            told_value(value).vietnamese
        )
    })?;
    let year = date.get("year").and_then(Value::as_i64).and_then(|year| i32::try_from(year).ok());
    let year = year.ok_or_else(|| format!("“{}” không có năm; hãy ghi thêm vào bản ghi", call.path(0)))?;
    Ok(Date { day: part(date, "day")?, month: part(date, "month")?, year })
}

/// Day or month of a date; nothing where it is absent, 0 or filled in by hand.
fn part(date: &Map<String, Value>, name: &str) -> Result<Option<u32>, String> {
    match date.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(value) if value == BY_HAND => Ok(None),
        Some(value) => {
            let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
            number.map(|number| Some(number).filter(|number| *number > 0)).ok_or_else(|| {
                format!(
                    "“{name}” của ngày tháng không phải số (là {}); hãy sửa bản ghi",
                    told_value(value).vietnamese
                )
            })
        }
    }
}
