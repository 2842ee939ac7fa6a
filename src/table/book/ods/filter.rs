//! Filters of an ODS: they stand behind the sheets, each with its range.

use std::collections::BTreeSet;

use crate::table::book::a1;
use crate::table::book::filter::{Filter, Op, Test, alike};
use crate::table::book::xml::{Next, Start, Xml};

/// The most conditions that are looked at.
const FEW: usize = 1_000;

/// Reads the `database-range` that began last: its filter, with the name of its sheet.
pub(super) fn read(address: &str, xml: &mut Xml<'_>) -> Result<Option<(String, Filter)>, String> {
    let inside = xml.depth();
    let found = range(address);
    let first = found.as_ref().map_or(0, |(_, range)| range.start.1);
    // What holds together: all of `filter-and`, each alone of `filter-or`.
    let (mut any, mut together, mut count): (Vec<Vec<(usize, Test)>>, bool, usize) = (Vec::new(), false, 0);
    loop {
        match xml.next()? {
            Next::Start(start) => match start.name() {
                b"filter-and" => {
                    together = true;
                    any.push(Vec::new());
                }
                b"filter-condition" => {
                    let test = (first + field(&start)?, test(&start)?);
                    match any.last_mut().filter(|_| together) {
                        Some(tests) => tests.push(test),
                        None => any.push(vec![test]),
                    }
                    count += 1;
                }
                b"filter-set-item" => {
                    let value = alike(&start.get("value")?.unwrap_or_default());
                    let test = any.last_mut().and_then(|tests| tests.last_mut()).map(|(_, test)| test);
                    match test {
                        Some(Test::OneOf { values, blank, .. }) if value.is_empty() => {
                            *blank = values.is_empty() || *blank
                        }
                        Some(Test::OneOf { values, .. }) => drop(values.insert(value)),
                        _ => {}
                    }
                    count += 1;
                }
                _ => {}
            },
            Next::End(end) => {
                together &= end.name() != b"filter-and";
                if end.depth() < inside {
                    break;
                }
            }
            Next::Over => break,
            _ => {}
        }
        if count > FEW {
            xml.skip()?;
            return Ok(None);
        }
    }
    Ok(found.map(|(sheet, range)| (sheet, Filter { rows: (range.start.0 + 2, range.end.0 + 1), any })))
}

fn field(start: &Start<'_>) -> Result<usize, String> {
    let field = start.get("field-number")?.and_then(|field| field.parse::<usize>().ok());
    Ok(field.filter(|&field| field < a1::COLUMNS).unwrap_or_default())
}

fn test(start: &Start<'_>) -> Result<Test, String> {
    let value = start.get("value")?.unwrap_or_default();
    if value.len() > 1_024 {
        return Ok(Test::Unknown);
    }
    let compare = |op| Test::Compare { all: true, with: vec![(op, value.clone())] };
    Ok(match start.get("operator")?.as_deref() {
        Some("=") => Test::OneOf {
            values: BTreeSet::from([alike(&value)]),
            days: BTreeSet::new(),
            blank: value.is_empty(),
        },
        Some("!=") => compare(Op::NotEqual),
        Some("<") => compare(Op::Less),
        Some("<=") => compare(Op::LessOrEqual),
        Some(">") => compare(Op::Greater),
        Some(">=") => compare(Op::GreaterOrEqual),
        Some("contains") => Test::Compare { all: true, with: vec![(Op::Equal, format!("*{value}*"))] },
        Some("begins-with") => Test::Compare { all: true, with: vec![(Op::Equal, format!("{value}*"))] },
        Some("ends-with") => Test::Compare { all: true, with: vec![(Op::Equal, format!("*{value}"))] },
        _ => Test::Unknown,
    })
}

/// The sheet and range of an address: `'Tháng 6'.A6:'Tháng 6'.AX49`.
fn range(address: &str) -> Option<(String, crate::table::book::Merged)> {
    // A colon may stand in a name.
    let address = address.strip_prefix('$').unwrap_or(address);
    let quoted = address.starts_with('\'');
    let (sheet, rest) = if quoted {
        let mut name = String::new();
        let mut letters = address.char_indices().skip(1).peekable();
        let mut end = None;
        while let Some((at, c)) = letters.next() {
            if c != '\'' {
                name.push(c);
            } else if letters.next_if(|(_, c)| *c == '\'').is_some() {
                name.push('\'');
            } else {
                end = Some(at + 1);
                break;
            }
        }
        (name, address.get(end?..)?.strip_prefix('.')?)
    } else {
        let (name, rest) = address.split_once('.')?;
        (name.trim_start_matches('$').to_owned(), rest)
    };
    let start = rest.split(':').next()?;
    let end = rest.rsplit('.').next()?;
    let end = end.rsplit(':').next()?;
    Some((sheet, a1::range(&format!("{start}:{end}"))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_has_its_sheet() {
        let at = |sheet: &str, name: &str| Some((sheet.to_owned(), a1::range(name).unwrap()));
        assert_eq!(range("'Tháng 6'.A6:'Tháng 6'.AX49"), at("Tháng 6", "A6:AX49"));
        assert_eq!(range("'Quý: ''1''.a'.A6:'Quý: ''1''.a'.B9"), at("Quý: '1'.a", "A6:B9"));
        assert_eq!(range("$Sheet1.$A$1:$Sheet1.$C$9"), at("Sheet1", "A1:C9"));
        assert_eq!(range("$'Tháng 6'.$A$6:$'Tháng 6'.$AX$49"), at("Tháng 6", "A6:AX49"));
        assert_eq!(range("Sheet1.A1:.C9"), at("Sheet1", "A1:C9"));
        assert_eq!(range("'x"), None);
    }
}
