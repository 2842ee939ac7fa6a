//! An ODS (OASIS OpenDocument 1.3, part 3): its sheets, and the rows of one.

mod cell;
mod filter;

use std::collections::BTreeSet;

use super::filter::Filter;
use super::grid::{Grid, Read};
use super::package::Package;
use super::refused::PASSWORD;
use super::xml::{BROKEN, Next, Start, Xml};
use super::{Hidden, Listed, Merged, Sheet, a1};

const CONTENT: &str = "/content.xml";

/// The most sheets.
const SHEETS: usize = 1_000;

/// An ODS whose sheets are read as they are asked for.
pub(super) struct Ods {
    package: Package,
    epoch_1904: bool,
    /// Filters, each with the name of its sheet.
    filters: Vec<(String, Filter)>,
}

impl Ods {
    pub(super) fn open(package: Package) -> Result<(Ods, Vec<Listed>), String> {
        if is_encrypted(&package)? {
            return Err(PASSWORD.to_owned());
        }
        let (mut epoch_1904, mut listed, mut filters) = (false, Vec::new(), Vec::new());
        // Styles of tables that are not shown.
        let (mut style, mut unseen) = (None, BTreeSet::new());
        let mut xml = package.xml(CONTENT)?.ok_or(BROKEN)?;
        let mut is_spreadsheet = false;
        loop {
            match xml.next()? {
                Next::Start(start) => match start.name() {
                    b"spreadsheet" => is_spreadsheet = true,
                    b"style" => {
                        style =
                            start.get("family")?.filter(|family| family == "table").and(start.get("name")?);
                    }
                    b"table-properties" if start.get("display")?.as_deref() == Some("false") => {
                        unseen.extend(style.take());
                    }
                    b"null-date" => {
                        epoch_1904 = start.get("date-value")?.is_some_and(|date| date.starts_with("1904"));
                    }
                    b"table" if is_spreadsheet => {
                        let name = start.get("name")?.unwrap_or_default();
                        let hidden = start.get("style-name")?.is_some_and(|style| unseen.contains(&style));
                        listed.push(Listed { name, hidden });
                        if listed.len() > SHEETS {
                            return Err(
                                "tệp có hơn 1.000 trang: chia thành nhiều tệp rồi chạy lại".to_owned()
                            );
                        }
                        xml.skip()?;
                    }
                    b"tracked-changes" => xml.skip()?,
                    b"database-range" => filters.extend(filter::read(
                        &start.get("target-range-address")?.unwrap_or_default(),
                        &mut xml,
                    )?),
                    _ => {}
                },
                Next::Over => break,
                _ => {}
            }
        }
        drop(xml);
        if !is_spreadsheet {
            return Err(super::refused::other());
        }
        Ok((Ods { package, epoch_1904, filters }, listed))
    }

    pub(super) fn sheet(&self, name: &str) -> Result<Sheet, String> {
        let mut xml = self.package.xml(CONTENT)?.ok_or(BROKEN)?;
        let mut is_spreadsheet = false;
        loop {
            match xml.next()? {
                Next::Start(start) => match start.name() {
                    b"spreadsheet" => is_spreadsheet = true,
                    b"table" if is_spreadsheet => {
                        if start.get("name")?.unwrap_or_default() == name {
                            break;
                        }
                        xml.skip()?;
                    }
                    b"tracked-changes" => xml.skip()?,
                    _ => {}
                },
                Next::Over => return Err(BROKEN.to_owned()),
                _ => {}
            }
        }
        let filters =
            self.filters.iter().filter(|(sheet, _)| sheet == name).map(|(_, filter)| filter.clone());
        let (rows, merged, outside) = read(&mut xml, &filters.collect::<Vec<_>>())?;
        let (name, epoch_1904) = (name.to_owned(), self.epoch_1904);
        Ok(Sheet { name, epoch_1904, rows, merged, outside, guessed: None })
    }
}

fn is_encrypted(package: &Package) -> Result<bool, String> {
    let Some(mut xml) = package.xml("meta-inf/manifest.xml")? else { return Ok(false) };
    loop {
        match xml.next()? {
            Next::Start(start) if start.name() == b"encryption-data" => return Ok(true),
            Next::Over => return Ok(false),
            _ => {}
        }
    }
}

/// Reads the table that began last.
fn read(xml: &mut Xml<'_>, filters: &[Filter]) -> Result<Read, String> {
    let inside = xml.depth();
    let mut grid = Grid::default();
    let mut next = 0;
    loop {
        match xml.next()? {
            Next::Start(start) => match start.name() {
                b"table-row" => {
                    let times = repeated(&start, "number-rows-repeated")?;
                    let hidden = match start.get("visibility")?.as_deref() {
                        None | Some("visible") => None,
                        Some("filter") => Some(Hidden::Filtered),
                        Some(_) => Some(Hidden::ByHand),
                    };
                    // Rows that no sheet has hold nothing.
                    grid.begin(next + 1, hidden);
                    row(xml, &mut grid, next)?;
                    let times = times.min(a1::ROWS.saturating_sub(next));
                    grid.repeat(times.saturating_sub(1))?;
                    next = (next + times).min(a1::ROWS);
                }
                b"shapes" | b"forms" | b"named-expressions" | b"table-source" | b"scenario" | b"extLst" => {
                    xml.skip()?
                }
                _ => {}
            },
            Next::End(end) if end.depth() < inside => return grid.finish(filters),
            Next::Over => return grid.finish(filters),
            _ => {}
        }
    }
}

/// Reads the row that began last; its number from 0.
fn row(xml: &mut Xml<'_>, grid: &mut Grid, number: usize) -> Result<(), String> {
    let inside = xml.depth();
    let mut column = 0;
    loop {
        let begun = match xml.next().map_err(|reason| at(number, column, &reason))? {
            Next::Start(start) => match start.name() {
                b"table-cell" => Some((
                    cell::Raw::new(&start)?,
                    span(&start)?,
                    repeated(&start, "number-columns-repeated")?,
                )),
                b"covered-table-cell" => {
                    Some((cell::Raw::covered(), (1, 1), repeated(&start, "number-columns-repeated")?))
                }
                _ => None,
            },
            Next::End(end) if end.depth() < inside => return Ok(()),
            Next::Over => return Ok(()),
            _ => None,
        };
        let Some((raw, (down, across), times)) = begun else { continue };
        let cell = raw.read(xml).map_err(|reason| at(number, column, &reason))?;
        let times = times.min(a1::COLUMNS.saturating_sub(column));
        if times > 0 && (down > 1 || across > 1) {
            let end = ((number + down).min(a1::ROWS) - 1, (column + across).min(a1::COLUMNS) - 1);
            grid.merge(Merged { start: (number, column), end })?;
        }
        if !cell.is_empty() {
            for repeat in 0..times {
                grid.put(column + repeat, cell.clone()).map_err(|reason| at(number, column, &reason))?;
            }
        }
        column += times;
    }
}

fn at(row: usize, column: usize, reason: &str) -> String {
    format!("ô {}: {reason}", a1::name((row, column)))
}

/// How often a row or cell stands there; what it says is believed as far as a sheet goes.
fn repeated(start: &Start<'_>, name: &str) -> Result<usize, String> {
    Ok(start.get(name)?.and_then(|times| times.parse().ok()).unwrap_or(1).clamp(1, a1::ROWS))
}

/// How many rows and columns a cell takes.
fn span(start: &Start<'_>) -> Result<(usize, usize), String> {
    Ok((repeated(start, "number-rows-spanned")?, repeated(start, "number-columns-spanned")?))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use super::*;
    use crate::table::book::Book;

    /// A row that the file calls filtered is so where no filter is known; one that its filter lets pass was
    /// hidden by hand.
    #[test]
    fn why_a_row_is_hidden_is_told() {
        let row = |state: &str, text: &str| {
            format!(
                "<table:table-row table:visibility='{state}'><table:table-cell office:value-type='string'>\
                 <text:p>{text}</text:p></table:table-cell></table:table-row>"
            )
        };
        let rows =
            [row("visible", "Tình trạng"), row("collapse", "b"), row("filter", "a"), row("filter", "b")];
        let hidden = |filters: &str| {
            let content = format!(
                "<x><office:spreadsheet><table:table table:name='S'>{}</table:table>{filters}</office:spreadsheet></x>",
                rows.concat()
            );
            let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
            zip.start_file("content.xml", zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(content.as_bytes()).unwrap();
            let sheet = Book::open(zip.finish().unwrap()).unwrap().sheet(None).unwrap();
            sheet.rows.iter().map(|row| row.hidden).collect::<Vec<_>>()
        };
        let (by_hand, filtered) = (Some(Hidden::ByHand), Some(Hidden::Filtered));
        assert_eq!(hidden(""), [None, by_hand, filtered, filtered]);
        let filter = "<table:database-range table:target-range-address=\"$'S'.$A$1:$'S'.$A$4\"><table:filter>\
            <table:filter-condition table:field-number='0' table:value='a' table:operator='='/></table:filter></table:database-range>";
        assert_eq!(hidden(filter), [None, filtered, by_hand, filtered]);
    }
}
