//! Records from tables: a table as Vietnamese offices keep it (CSV, XLSX, ODS), or a list of records (JSON, JSONL),
//! read from bytes. Feature `table`.
//!
//! ```
//! use std::io::Cursor;
//! use vanban::table::{Mapping, Table};
//! use vanban::Renderer;
//!
//! let sheet = "Chi bộ;Số\nChi bộ thôn Đông;5\n";
//! let mapping = Mapping::from_toml(
//!     r#"
//!     [columns]
//!     "Chi bộ" = "issuer.name"
//!     "Số" = "number"
//!     [constants]
//!     place = "Nhân Thắng"
//!     date = "5/6/2026"
//!     "#,
//! )?;
//! let kind = vanban::kinds::built_in().find(|kind| kind.name() == "resolution").unwrap();
//! let table = Table::csv(Cursor::new(sheet))?;
//! let renderer = Renderer::new();
//! for item in table.records(kind, Some(&mapping), &renderer)? {
//!     let item = item?;
//!     assert_eq!(item.name(), "dòng 2 (Chi bộ thôn Đông)");
//!     // What the record lacks is reported: this one has no sections, recipients, signature.
//!     assert!(item.render(&renderer).is_err());
//! }
//! # Ok::<(), vanban::table::Error>(())
//! ```
//!
//! [`Table::template`] writes a mapping to start from. [`Reading::questions`] and [`Reading::answered`] do the same for a
//! program that asks its user. No column but the ordinal numbers is left out without notice: one that is neither mapped
//! nor ignored is an error, or [`Survey::unused`] names it. A problem that a rule finds in a record names its cell:
//! column, letter and value.

mod above;
mod ask;
mod book;
mod bounded;
mod cause;
mod cell;
mod compare;
mod csv;
mod damage;
mod day;
mod decode;
mod extent;
#[cfg(feature = "fillin")]
mod fillin;
mod header;
mod likely;
mod list_record;
mod mapping;
mod minutes;
mod month;
mod place;
mod reading;
mod records;
#[cfg(feature = "batch")]
mod report;
mod row_record;
mod rows;
mod schema;
mod shape;
mod sort;
mod spread;
mod suggest;
mod sums;
mod survey;
mod told;
mod weekday;

pub use self::csv::{csv_file, csv_rows};
pub use ask::{Choice, Question, Subject};
#[cfg(feature = "fillin")]
pub use fillin::{FillIn, Unfit};
pub use mapping::Mapping;
pub use reading::Reading;
pub use records::{Item, Records};
#[cfg(feature = "batch")]
pub use report::{Counts, Fate, Report, ReportRow};
pub use rows::Table;
pub use survey::Survey;

/// Why a file gives no records. The sentences are Vietnamese, for the office.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file could not be read.
    #[error(transparent)]
    Read(#[from] std::io::Error),
    /// The file is not a table or a list of records, or is too large.
    #[error("{0}")]
    File(String),
    /// The mapping is wrong, or does not fit the table or the kind. Holds all faults, one line each.
    #[error("{}", .0.join("\n"))]
    Mapping(Vec<String>),
}
