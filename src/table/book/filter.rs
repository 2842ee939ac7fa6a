//! Filters of a sheet: an XLSX hides what is filtered away as it hides what a hand hid.

use std::collections::BTreeSet;

use chrono::Datelike;

use super::format::swapped;
use super::xml::{Next, Start, Xml};
use super::{SheetRow, a1};
use crate::table::cell::Cell;
use crate::table::rows::normal;

/// The most values, columns and comparisons that are looked at.
const MOST: usize = 100_000;
const FEW: usize = 100;

/// A filter: what it keeps of its rows.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::table) struct Filter {
    /// The first and the last row, from 1, without the header.
    pub(super) rows: (usize, usize),
    /// A row stays where all tests of one of these hold, each of a column from 0.
    pub(super) any: Vec<Vec<(usize, Test)>>,
}

/// What a filter asks of a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Test {
    OneOf {
        values: BTreeSet<String>,
        days: BTreeSet<Vec<u32>>,
        blank: bool,
    },
    Compare {
        all: bool,
        with: Vec<(Op, String)>,
    },
    /// What only the program knows, as the ten largest: no cell that it hid meets it.
    Unknown,
}

/// How a cell is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Op {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Filter {
    /// Whether a row is one of those that it is for.
    pub(super) fn is_over(&self, row: &SheetRow) -> bool {
        (self.rows.0..=self.rows.1).contains(&row.number)
    }

    /// Whether a hidden row is one that it filters away.
    pub(super) fn hides(&self, row: &SheetRow) -> bool {
        self.is_over(row)
            && !self.any.is_empty()
            && !self.any.iter().any(|tests| tests.iter().all(|(column, test)| test.holds(row, *column)))
    }
}

impl Test {
    fn holds(&self, row: &SheetRow, column: usize) -> bool {
        let found = row.cells.binary_search_by_key(&column, |(column, _)| *column);
        let cell = found.ok().and_then(|place| row.cells.get(place)).map_or(&Cell::Empty, |(_, cell)| cell);
        match self {
            Test::Unknown => false,
            Test::OneOf { blank, .. } if cell.is_empty() => *blank,
            Test::OneOf { values, days, .. } => is_of(cell, values) || is_on(cell, days),
            Test::Compare { all: true, with } => with.iter().all(|(op, value)| op.holds(cell, value)),
            Test::Compare { all: false, with } => with.iter().any(|(op, value)| op.holds(cell, value)),
        }
    }
}

/// How texts are compared: letters alike, small and large.
pub(super) fn alike(text: &str) -> String {
    normal(text).to_lowercase()
}

fn is_of(cell: &Cell, values: &BTreeSet<String>) -> bool {
    let shown = alike(&cell.shown());
    let swapped = swapped(&shown);
    let plain = match cell {
        Cell::Number { value, .. } => value.to_string(),
        _ => String::new(),
    };
    [shown, swapped, plain].iter().any(|text| !text.is_empty() && values.contains(text))
}

fn is_on(cell: &Cell, days: &BTreeSet<Vec<u32>>) -> bool {
    let Cell::Date { date, .. } = cell else { return false };
    let day = [date.year().unsigned_abs(), date.month(), date.day()];
    (1..=day.len()).any(|length| days.contains(&day[..length]))
}

impl Op {
    fn holds(self, cell: &Cell, wanted: &str) -> bool {
        let number = wanted.trim().parse::<f64>().ok();
        let (value, date);
        let order = match (cell, number) {
            (Cell::Number { value: own, .. }, Some(number)) => {
                value = *own;
                value.partial_cmp(&number)
            }
            (Cell::Date { date: own, .. }, Some(number)) => {
                date = *own;
                super::super::day::from_serial(number, false).map(|wanted| date.cmp(&wanted))
            }
            _ if matches!(self, Op::Equal | Op::NotEqual) => {
                return matches(&alike(wanted), &alike(&cell.shown())) == (self == Op::Equal);
            }
            (Cell::Text(text), None) => Some(alike(text).cmp(&alike(wanted))),
            _ => None,
        };
        order.is_some_and(|order| match self {
            Op::Equal => order.is_eq(),
            Op::NotEqual => order.is_ne(),
            Op::Less => order.is_lt(),
            Op::LessOrEqual => order.is_le(),
            Op::Greater => order.is_gt(),
            Op::GreaterOrEqual => order.is_ge(),
        })
    }
}

/// Whether a text is as a pattern says, in which `*` is any letters and `?` any letter.
fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
    let (mut p, mut t, mut star) = (0, 0, None);
    while t < text.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, t));
                p += 1;
            }
            Some(&c) if c == '?' || c == text[t] => {
                p += 1;
                t += 1;
            }
            _ => match star {
                Some((at, taken)) => {
                    star = Some((at, taken + 1));
                    p = at + 1;
                    t = taken + 1;
                }
                None => return false,
            },
        }
    }
    pattern.get(p..).is_none_or(|rest| rest.iter().all(|&c| c == '*'))
}

/// Reads the filters of a part that has no cells.
pub(super) fn of_table(mut xml: Xml<'_>, filters: &mut Vec<Filter>) -> Result<(), String> {
    loop {
        match xml.next()? {
            Next::Start(start) if start.name() == b"autoFilter" => {
                let place = start.get("ref")?.unwrap_or_default();
                filters.extend(read(&mut xml, &place)?);
            }
            Next::Over => return Ok(()),
            _ => {}
        }
    }
}

/// Reads the `autoFilter` that began last.
pub(super) fn read(xml: &mut Xml<'_>, place: &str) -> Result<Option<Filter>, String> {
    let inside = xml.depth();
    let mut tests: Vec<(usize, Test)> = Vec::new();
    let range = a1::range(place);
    loop {
        match xml.next()? {
            Next::Start(start) => {
                if start.name() == b"filterColumn" {
                    let column = start
                        .get("colId")?
                        .and_then(|id| id.parse::<usize>().ok())
                        .filter(|&id| id < a1::COLUMNS);
                    let first = range.map_or(0, |range| range.start.1);
                    tests.push((
                        first + column.unwrap_or_default(),
                        Test::Compare { all: true, with: Vec::new() },
                    ));
                } else if let Some((_, test)) = tests.last_mut() {
                    extend(test, &start)?;
                }
            }
            Next::End(end) if end.depth() < inside => break,
            Next::Over => break,
            _ => {}
        }
        if tests.len() > FEW {
            xml.skip()?;
            return Ok(None);
        }
    }
    let Some(range) = range else { return Ok(None) };
    let any = if tests.is_empty() { Vec::new() } else { vec![tests] };
    Ok(Some(Filter { rows: (range.start.0 + 2, range.end.0 + 1), any }))
}

/// Adds to a column's test what a tag says.
fn extend(test: &mut Test, start: &Start<'_>) -> Result<(), String> {
    match (start.name(), &mut *test) {
        (b"filters", _) => {
            *test =
                Test::OneOf { values: BTreeSet::new(), days: BTreeSet::new(), blank: start.is_set("blank")? };
        }
        (b"filter", Test::OneOf { values, .. }) => {
            values.insert(alike(&start.get("val")?.unwrap_or_default()));
            if values.len() > MOST {
                *test = Test::Unknown;
            }
        }
        (b"dateGroupItem", Test::OneOf { days, .. }) => {
            let mut day = Vec::new();
            for part in ["year", "month", "day"] {
                match start.get(part)?.and_then(|number| number.parse().ok()) {
                    Some(number) => day.push(number),
                    None => break,
                }
            }
            days.insert(day);
            if days.len() > MOST {
                *test = Test::Unknown;
            }
        }
        (b"customFilters", _) => *test = Test::Compare { all: start.is_set("and")?, with: Vec::new() },
        (b"customFilter", Test::Compare { with, .. }) => {
            let op = match start.get("operator")?.as_deref() {
                None | Some("equal") => Op::Equal,
                Some("notEqual") => Op::NotEqual,
                Some("lessThan") => Op::Less,
                Some("lessThanOrEqual") => Op::LessOrEqual,
                Some("greaterThan") => Op::Greater,
                _ => Op::GreaterOrEqual,
            };
            let value = start.get("val")?.unwrap_or_default();
            if with.len() < FEW && value.len() <= 1_024 {
                with.push((op, value));
            }
        }
        (b"top10" | b"dynamicFilter" | b"colorFilter" | b"iconFilter", _) => *test = Test::Unknown,
        _ => {}
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(number: usize, text: &str) -> SheetRow {
        SheetRow { number, hidden: None, cells: vec![(3, Cell::Text(text.to_owned()))] }
    }

    fn filter(column: &str) -> Filter {
        let text = format!(
            "<x:autoFilter xmlns:x='x' ref='A6:AX49'><x:filterColumn colId='3'>{column}</x:filterColumn></x:autoFilter>"
        );
        let mut filters = Vec::new();
        of_table(Xml::new(text.as_bytes()), &mut filters).unwrap();
        filters.remove(0)
    }

    #[test]
    fn a_filter_hides_what_it_does_not_keep() {
        let values = filter("<x:filters blank='1'><x:filter val='Hoạt  Động'/></x:filters>");
        let compare = filter(
            "<x:customFilters and='1'><x:customFilter operator='notEqual' val='Tạm*'/></x:customFilters>",
        );
        let ten = filter("<x:top10 val='10'/>");
        for (number, text, hidden) in [
            (7, "Tạm dừng", true),
            (7, "hoạt động", false),
            (49, "Tạm dừng", true),
            (50, "Tạm dừng", false),
            (6, "Tạm dừng", false),
        ] {
            assert_eq!(values.hides(&row(number, text)), hidden, "{number} {text}");
            assert_eq!(compare.hides(&row(number, text)), hidden, "{number} {text}");
        }
        assert!(!values.hides(&SheetRow { number: 7, ..SheetRow::default() }));
        assert!(ten.hides(&row(7, "hoạt động")) && !ten.hides(&row(50, "hoạt động")));
        let none = Filter { rows: (7, 49), any: Vec::new() };
        assert!(!none.hides(&row(7, "x")));
    }

    #[test]
    fn numbers_and_days_are_compared_as_such() {
        let cell = |cell| SheetRow { number: 7, hidden: None, cells: vec![(3, cell)] };
        let number = |value: f64, shown: &str| cell(Cell::Number { value, shown: shown.to_owned() });
        let values = filter("<x:filters><x:filter val='47.83%'/><x:filter val='5'/></x:filters>");
        assert!(!values.hides(&number(0.478_3, "47,83%")) && !values.hides(&number(5.0, "005")));
        assert!(values.hides(&number(6.0, "6")));
        let large =
            filter("<x:customFilters><x:customFilter operator='greaterThan' val='50'/></x:customFilters>");
        assert!(large.hides(&number(49.0, "49")) && !large.hides(&number(50.5, "50,5")));
        let days = filter(
            "<x:filters><x:dateGroupItem year='2026' month='6' dateTimeGrouping='month'/></x:filters>",
        );
        let on = |month| {
            cell(Cell::Date {
                date: chrono::NaiveDate::from_ymd_opt(2026, month, 3).unwrap(),
                shown: String::new(),
            })
        };
        assert!(days.hides(&on(5)) && !days.hides(&on(6)));
    }

    #[test]
    fn patterns_stand_for_letters() {
        for (pattern, text, is) in [
            ("*dừng", "tạm dừng", true),
            ("t?m*", "tạm dừng", true),
            ("a*b*c", "aXbXXc", true),
            ("a*b*c", "aXbXX", false),
            ("", "", true),
            ("*", "", true),
            ("?", "", false),
        ] {
            assert_eq!(matches(pattern, text), is, "{pattern} {text}");
        }
    }
}
