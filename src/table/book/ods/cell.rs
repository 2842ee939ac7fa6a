//! A cell of an ODS: its value, and the text that its program shows.

use crate::table::book::format::{Format, general, swapped};
use crate::table::book::sheet::iso;
use crate::table::book::strings::{LONGEST, tidy};
use crate::table::book::xml::{BROKEN, Next, Start, TOO_LONG, Xml};
use crate::table::cell::Cell;

/// A cell as it is written.
#[derive(Default)]
pub(super) struct Raw {
    kind: String,
    value: Option<String>,
    has_formula: bool,
    is_error: bool,
    is_covered: bool,
}

impl Raw {
    pub(super) fn new(start: &Start<'_>) -> Result<Raw, String> {
        let mut raw = Raw::default();
        for attribute in start.attributes() {
            let (name, value) = attribute?;
            match name {
                // LibreOffice writes it twice, and an error in its own only.
                b"value-type" if value == "error" => raw.is_error = true,
                b"value-type" if raw.kind.is_empty() => raw.kind = value.into_owned(),
                b"value" | b"date-value" | b"time-value" | b"boolean-value" | b"string-value" => {
                    raw.value = Some(value.into_owned());
                }
                b"formula" => raw.has_formula = true,
                _ => {}
            }
        }
        Ok(raw)
    }

    /// What stands under a merged cell is not shown.
    pub(super) fn covered() -> Raw {
        Raw { is_covered: true, ..Raw::default() }
    }

    /// Reads the rest of the cell that began last.
    pub(super) fn read(self, xml: &mut Xml<'_>) -> Result<Cell, String> {
        let text = text(xml)?;
        if self.is_covered {
            return Ok(Cell::Empty);
        }
        let shown = tidy(text.as_deref().unwrap_or_default())?;
        if self.is_error || (self.has_formula && is_error(&shown)) {
            return Ok(Cell::Broken(shown));
        }
        let value = self.value.as_deref().unwrap_or_default().trim();
        let number = || {
            let number = value.parse::<f64>().ok().filter(|number| number.is_finite());
            number.ok_or_else(|| {
                format!("giá trị “{}” không phải là số: {BROKEN}", value.chars().take(40).collect::<String>())
            })
        };
        Ok(match self.kind.as_str() {
            "float" | "currency" => of_number(number()?, 0, shown),
            "percentage" => of_number(number()?, 2, shown),
            "time" => match time(value) {
                Some(value) => Cell::Number { value, shown: halves(shown) },
                None => {
                    return Err(format!(
                        "thời gian “{}” viết sai: {BROKEN}",
                        value.chars().take(40).collect::<String>()
                    ));
                }
            },
            "date" => match iso(value) {
                Some(date) if shown.is_empty() => Format::default().date(date),
                Some(date) => Cell::Date { date, shown: halves(shown) },
                None => of_text(shown),
            },
            "boolean" => Cell::Truth(value == "true"),
            "" if self.has_formula && shown.is_empty() => Cell::Unset,
            // What is shown may be missing.
            "string" if shown.is_empty() => of_text(tidy(value)?),
            _ => of_text(shown),
        })
    }
}

fn of_text(text: String) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

/// Whether a formula's text is an error, as programs other than LibreOffice write it.
fn is_error(text: &str) -> bool {
    (text.starts_with('#') && text.ends_with(['!', '?', 'A']))
        || text.strip_prefix("Err:").is_some_and(|code| code.parse::<u16>().is_ok())
}

/// A number with what is shown of it, in Vietnamese writing; `shift`: shown times a power of ten.
fn of_number(value: f64, shift: i32, shown: String) -> Cell {
    let swapped = swapped(&shown);
    let scaled = value * 10_f64.powi(shift);
    let shown = match (reads_as(&swapped, scaled), reads_as(&shown, scaled)) {
        // The whole number, as it is without a format.
        _ if is_plain(&shown, value) => general(value),
        (true, false) => swapped,
        (false, false) if shown.is_empty() => general(value),
        _ => halves(shown),
    };
    Cell::Number { value, shown }
}

/// Whether a text is a number with all its digits, written the English way or the Vietnamese.
fn is_plain(shown: &str, value: f64) -> bool {
    let text = shown.replace(',', ".");
    let bare = !shown.starts_with('0') || shown == "0" || text.starts_with("0.");
    bare && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-'))
        && text.contains('.')
        && !text.ends_with('0')
        && text.parse::<f64>().is_ok_and(|shown| (shown - value).abs() <= value.abs() * 1e-14)
}

/// Whether a text shows a number in Vietnamese writing: a dot between thousands, a comma before decimals.
fn reads_as(shown: &str, value: f64) -> bool {
    let digits: String = shown.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
    let (whole, behind) = digits.split_once(',').unwrap_or((&digits, ""));
    let mut groups = whole.split('.');
    let first = groups.next().unwrap_or_default();
    let grouped =
        !whole.contains('.') || (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    if !grouped || behind.contains(['.', ',']) {
        return false;
    }
    let read = format!("{}.{behind}0", whole.replace('.', "")).parse::<f64>();
    let half = 0.501 * 10_f64.powi(-i32::try_from(behind.len()).unwrap_or(0));
    read.is_ok_and(|read| (read - value.abs()).abs() <= half)
}

/// A time with the halves of a day in Vietnamese.
fn halves(shown: String) -> String {
    match shown
        .strip_suffix(" AM")
        .map(|time| (time, "SA"))
        .or_else(|| shown.strip_suffix(" PM").map(|time| (time, "CH")))
    {
        Some((time, half)) => format!("{time} {half}"),
        None => shown,
    }
}

/// A duration as ISO 8601 writes it, in days: `PT19H30M00S`.
fn time(text: &str) -> Option<f64> {
    let (sign, text) = text.strip_prefix('-').map_or((1.0, text), |text| (-1.0, text));
    let text = text.strip_prefix('P')?;
    let (mut seconds, mut number, mut in_time) = (0.0, String::new(), false);
    for c in text.chars() {
        let unit = match (c, in_time) {
            ('T', false) => {
                in_time = true;
                continue;
            }
            ('0'..='9' | '.' | ',', _) => {
                number.push(if c == ',' { '.' } else { c });
                continue;
            }
            ('D', false) => 86_400.0,
            ('H', true) => 3_600.0,
            ('M', true) => 60.0,
            ('S', true) => 1.0,
            _ => return None,
        };
        seconds += std::mem::take(&mut number).parse::<f64>().ok()? * unit;
    }
    let days = sign * seconds / 86_400.0;
    (number.is_empty() && days.is_finite()).then_some(days)
}

/// The text of the cell that began last: its paragraphs, without notes and pictures; nothing where it has none.
fn text(xml: &mut Xml<'_>) -> Result<Option<String>, String> {
    let inside = xml.depth();
    let (mut text, mut in_paragraph): (Option<String>, bool) = (None, false);
    loop {
        match xml.next()? {
            Next::Start(start) => match start.name() {
                b"p" => {
                    in_paragraph = true;
                    match &mut text {
                        Some(text) => text.push('\n'),
                        None => text = Some(String::new()),
                    }
                }
                b"s" => {
                    let count = start.get("c")?.and_then(|count| count.parse().ok()).unwrap_or(1);
                    text.get_or_insert_default().extend(std::iter::repeat_n(' ', count.min(LONGEST)));
                }
                b"tab" => text.get_or_insert_default().push('\t'),
                b"line-break" => text.get_or_insert_default().push('\n'),
                b"span" | b"a" | b"ruby" | b"ruby-base" | b"meta" | b"sheet-name" | b"date" | b"time"
                | b"title" => {}
                _ => xml.skip()?,
            },
            Next::Text(piece) if in_paragraph => text.get_or_insert_default().push_str(&piece),
            Next::End(end) if end.depth() < inside => return Ok(text),
            Next::End(end) => in_paragraph &= end.name() != b"p",
            Next::Over => return Ok(text),
            _ => {}
        }
        if text.as_ref().is_some_and(|text| text.len() > 8 * LONGEST) {
            return Err(TOO_LONG.to_owned());
        }
    }
}
