//! Workbooks, XLSX (ECMA-376) and ODS (OASIS OpenDocument 1.3), as their programs show them: each cell with its
//! number format, rows with what hides them. A sheet is in memory as a whole, so everything in it has a bound.

mod a1;
mod covered;
mod filter;
mod format;
mod grid;
mod ods;
mod package;
mod refused;
mod sheet;
mod strings;
mod styles;
mod workbook;
mod xml;

use std::io::{Read, Seek};

pub(in crate::table) use self::grid::Grid;
use self::ods::Ods;
use self::package::Package;
use self::workbook::Workbook;
use super::Error;
use super::cell::Cell;
use super::rows::normal;

/// A workbook whose sheets are read as they are asked for.
pub(in crate::table) struct Book {
    program: Program,
    /// Names of the sheets that are shown.
    shown: Vec<String>,
    /// Names of the sheets that are not.
    hidden: Vec<String>,
}

enum Program {
    Xlsx(Workbook),
    Ods(Ods),
}

/// A sheet, as its program shows it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::table) struct Sheet {
    /// The encoding that its text was read by, where nothing in the file says so.
    pub(in crate::table) guessed: Option<&'static str>,
    pub(in crate::table) name: String,
    /// Whether it counts days from 1904.
    pub(in crate::table) epoch_1904: bool,
    /// Rows that hold something, in their order.
    pub(in crate::table) rows: Vec<SheetRow>,
    pub(in crate::table) merged: Vec<Merged>,
    /// Cells that stand too far from the others, as `XFD1048576`: they are left out.
    pub(in crate::table) outside: Vec<String>,
}

/// A row of a sheet: its number from 1, and the cells that hold something, each with its column from 0.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::table) struct SheetRow {
    pub(in crate::table) number: usize,
    pub(in crate::table) hidden: Option<Hidden>,
    pub(in crate::table) cells: Vec<(usize, Cell)>,
}

/// Why a row is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::table) enum Hidden {
    ByHand,
    Filtered,
}

/// A merged range, row and column from 0, inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::table) struct Merged {
    pub(in crate::table) start: (usize, usize),
    pub(in crate::table) end: (usize, usize),
}

/// What is known of a sheet before it is read.
#[derive(Debug)]
struct Listed {
    name: String,
    hidden: bool,
}

impl Book {
    /// Opens a workbook, whichever it is by its content.
    ///
    /// # Errors
    /// [`Error::Read`] where the reader fails; [`Error::File`] where it is no workbook that can be read, with what
    /// to do, or one too large.
    pub(in crate::table) fn open(mut from: impl Read + Seek) -> Result<Book, Error> {
        package::check_size(&mut from)?;
        refused::by_its_head(&mut from)?;
        let package = Package::open(from)?;
        refused::by_its_parts(&package)?;
        let (program, listed) = if package.has("/content.xml") {
            let (ods, listed) = Ods::open(package).map_err(Error::File)?;
            (Program::Ods(ods), listed)
        } else {
            let (workbook, listed) = Workbook::open(package).map_err(Error::File)?;
            (Program::Xlsx(workbook), listed)
        };
        let (hidden, shown): (Vec<Listed>, Vec<Listed>) = listed.into_iter().partition(|sheet| sheet.hidden);
        let names = |sheets: Vec<Listed>| sheets.into_iter().map(|sheet| sheet.name).collect();
        Ok(Book { program, shown: names(shown), hidden: names(hidden) })
    }

    /// Names of the sheets that are shown.
    pub(in crate::table) fn sheets(&self) -> &[String] {
        &self.shown
    }

    /// Reads a sheet; without a name the first that is shown. Names are compared in normal form.
    ///
    /// # Errors
    /// [`Error::File`] where there is no such sheet, it is broken, or too large: with the sheet, and the cell where
    /// there is one.
    pub(in crate::table) fn sheet(&mut self, name: Option<&str>) -> Result<Sheet, Error> {
        let names = || self.shown.iter().chain(&self.hidden);
        let found = match name {
            None => self.shown.first(),
            Some(name) => {
                names().find(|own| *own == name).or_else(|| names().find(|own| normal(own) == normal(name)))
            }
        };
        let Some(found) = found else { return Err(Error::File(self.no_sheet(name))) };
        let read = match &self.program {
            Program::Xlsx(workbook) => workbook.sheet(found),
            Program::Ods(ods) => ods.sheet(found),
        };
        read.map_err(|reason| Error::File(format!("trang “{found}”, {reason}")))
    }

    fn no_sheet(&self, name: Option<&str>) -> String {
        let shown = self.sheets().iter().map(|name| format!("“{name}”"));
        let hidden = self.hidden.iter().map(|name| format!("“{name}” (đang ẩn)"));
        let names = shown.chain(hidden).collect::<Vec<_>>().join(", ");
        match name {
            Some(name) => format!("không có trang “{name}”; tệp có {names}"),
            None if names.is_empty() => "tệp không có trang tính nào".to_owned(),
            None => format!("mọi trang tính đều đang ẩn: {names}; ghi tên trang cần dùng sau --sheet"),
        }
    }
}

#[cfg(test)]
mod tests;
