//! A sheet of an XLSX: `c` cells in `row` rows.

use chrono::NaiveDate;

use super::filter::{self, Filter};
use super::grid::{Grid, Read};
use super::strings::{LONGEST, Strings, rich, tidy, unescaped};
use super::styles::Styles;
use super::xml::{BROKEN, Next, Start, TOO_LONG, Xml, is_true};
use super::{Hidden, a1};
use crate::table::cell::Cell;

/// What the cells of a workbook refer to.
pub(super) struct Context<'a> {
    pub(super) strings: &'a Strings,
    pub(super) styles: &'a Styles,
    pub(super) epoch_1904: bool,
}

/// A cell as it is written.
#[derive(Default)]
struct Raw {
    style: usize,
    kind: String,
    value: Option<String>,
    /// The text of a cell that shares none.
    inline: Option<String>,
    has_formula: bool,
}

/// Reads a sheet; a reason begins with the cell where there is one.
pub(super) fn read(
    mut xml: Xml<'_>,
    context: &Context<'_>,
    mut filters: Vec<Filter>,
) -> Result<Read, String> {
    let mut grid = Grid::default();
    let mut column = 0;
    loop {
        match xml.next().map_err(|reason| at(&grid, column, &reason))? {
            Next::Start(start) => match start.name() {
                b"row" => {
                    let (number, hidden) = row(&start)?;
                    let number = number.unwrap_or(grid.number() + 1);
                    if !(1..=a1::ROWS).contains(&number) {
                        return Err(format!("dòng {number} không có trong trang tính nào: {BROKEN}"));
                    }
                    grid.begin(number, hidden.then_some(Hidden::ByHand));
                    column = 0;
                }
                b"c" => {
                    let (place, raw) = cell(&start)?;
                    if let Some((row, of)) = place {
                        if row + 1 != grid.number() {
                            grid.begin(row + 1, None);
                        }
                        column = of;
                    }
                    if column >= a1::COLUMNS || grid.number() == 0 {
                        return Err(BROKEN.to_owned());
                    }
                    let cell = rest(&mut xml, raw).and_then(|raw| raw.cell(context));
                    let put = cell.and_then(|cell| grid.put(column, cell));
                    put.map_err(|reason| at(&grid, column, &reason))?;
                    column += 1;
                }
                b"mergeCell" => {
                    let name = start.get("ref")?.unwrap_or_default();
                    let range =
                        a1::range(&name).ok_or_else(|| format!("vùng ô gộp “{name}” không có: {BROKEN}"))?;
                    grid.merge(range)?;
                }
                b"autoFilter" => {
                    let place = start.get("ref")?.unwrap_or_default();
                    filters.extend(filter::read(&mut xml, &place)?);
                }
                // What newer programs add repeats names of the old.
                b"extLst" => xml.skip()?,
                _ => {}
            },
            Next::Over => return grid.finish(&filters),
            _ => {}
        }
    }
}

fn at(grid: &Grid, column: usize, reason: &str) -> String {
    match grid.number().checked_sub(1) {
        Some(row) => format!("ô {}: {reason}", a1::name((row, column))),
        None => reason.to_owned(),
    }
}

/// The number of a row, where it has one, and whether it is hidden.
fn row(start: &Start<'_>) -> Result<(Option<usize>, bool), String> {
    let (mut number, mut hidden) = (None, false);
    for attribute in start.attributes() {
        let (name, value) = attribute?;
        match name {
            b"r" => number = Some(value.parse().map_err(|_| format!("dòng “{value}” không có: {BROKEN}"))?),
            b"hidden" => hidden |= is_true(&value),
            // Dragged together until nothing of it shows.
            b"ht" => hidden |= value.trim().parse() == Ok(0.0),
            _ => {}
        }
    }
    Ok((number, hidden))
}

/// The place of a cell, where it says one, its style and kind.
fn cell(start: &Start<'_>) -> Result<(Option<(usize, usize)>, Raw), String> {
    let (mut place, mut raw) = (None, Raw::default());
    for attribute in start.attributes() {
        let (name, value) = attribute?;
        match name {
            b"r" => {
                let found = a1::cell(&value);
                place = Some(
                    found.ok_or_else(|| format!("ô “{value}” không có trong trang tính nào: {BROKEN}"))?,
                );
            }
            b"s" => raw.style = value.parse().unwrap_or_default(),
            b"t" => raw.kind = value.into_owned(),
            _ => {}
        }
    }
    Ok((place, raw))
}

/// What stands in the cell that began last.
fn rest(xml: &mut Xml<'_>, mut raw: Raw) -> Result<Raw, String> {
    let inside = xml.depth();
    let mut in_value = false;
    loop {
        match xml.next()? {
            Next::Start(start) => match start.name() {
                b"v" => {
                    in_value = true;
                    raw.value.get_or_insert_default();
                }
                b"f" => {
                    raw.has_formula = true;
                    xml.skip()?;
                }
                b"is" => raw.inline = Some(rich(xml)?),
                b"extLst" => xml.skip()?,
                _ => {}
            },
            Next::Text(text) if in_value => {
                let value = raw.value.get_or_insert_default();
                value.push_str(&text);
                if value.len() > 8 * LONGEST {
                    return Err(TOO_LONG.to_owned());
                }
            }
            Next::End(end) => {
                in_value &= end.name() != b"v";
                if end.depth() < inside {
                    return Ok(raw);
                }
            }
            Next::Over => return Ok(raw),
            _ => {}
        }
    }
}

impl Raw {
    fn cell(self, context: &Context<'_>) -> Result<Cell, String> {
        let format = context.styles.format(self.style);
        if let Some(text) = self.inline {
            return Ok(of_text(format.text(text)));
        }
        let value = match self.value.as_deref() {
            // A formula may give an empty text; what is no text has no value yet.
            None | Some("") if self.has_formula && (self.kind != "str" || self.value.is_none()) => {
                return Ok(Cell::Unset);
            }
            None | Some("") => return Ok(Cell::Empty),
            Some(value) => value,
        };
        match self.kind.as_str() {
            "s" => Ok(of_text(format.text(context.strings.get(value)?.to_owned()))),
            "str" | "inlineStr" => Ok(of_text(format.text(tidy(&unescaped(value))?))),
            "b" => Ok(Cell::Truth(is_true(value.trim()))),
            "e" => Ok(Cell::Broken(tidy(value)?)),
            "d" => iso(value.trim()).map_or_else(|| Ok(of_text(tidy(value)?)), |date| Ok(format.date(date))),
            _ => {
                let number = value.trim().parse::<f64>().ok().filter(|number| number.is_finite());
                let wrong = || {
                    format!(
                        "giá trị “{}” không phải là số: {BROKEN}",
                        value.chars().take(40).collect::<String>()
                    )
                };
                Ok(format.number(number.ok_or_else(wrong)?, context.epoch_1904))
            }
        }
    }
}

fn of_text(text: String) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

/// A day as ISO 8601 writes it, with a time behind it or without.
pub(super) fn iso(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.split('T').next()?, "%Y-%m-%d").ok()
}
