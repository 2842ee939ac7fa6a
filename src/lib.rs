//! Makes official documents of Vietnam's Party organisations from typed records: a DOCX to edit, and a PDF to print and
//! archive. The layout follows Hướng dẫn 05-HD/VPTW (27/5/2026).
//!
//! ```
//! use vanban::Renderer;
//! use vanban::kinds::Resolution;
//!
//! let resolution = Resolution::example();           // or Resolution::from_json(&json)?
//! let renderer = Renderer::new();                   // built once, shared by all threads
//! let document = renderer.render(&resolution)?;     // checked and composed once
//!
//! for warning in document.warnings() {
//!     eprintln!("{warning}");
//! }
//! let docx: Vec<u8> = document.to_docx()?;
//! let pdf: Vec<u8> = document.to_pdf()?;
//! # assert!(docx.len() > 1_000 && pdf.len() > 1_000);
//! # Ok::<(), vanban::Error>(())
//! ```
//!
//! The [`guide`] has a tutorial, a cookbook and a chapter for each part. The package `vanban-cli` has a command, which is
//! called `vanban` too: `vanban new`, `vanban check` and others do the same for files, without Rust.
//!
//! | module | contents |
//! |---|---|
//! | [`kinds`] | the kinds of documents and their records |
//! | [`parts`] | the parts that records share: issuer, signature, section, table … |
//! | [`batch`] | many documents on several threads |
//! | `table` | records from spreadsheets and JSONL |
//! | [`chain`] | a document from others: minutes, draft, resolution, plan |
//! | `forms` | kinds that are a folder of text files |
//! | [`wording`] | the templates of the bodies |
//! | [`scoring`] | criteria sets, points, ratings |
//! | `collect` | records from DOCX files that were filled in |
//! | `carried` | the record stored in a PDF |
//! | [`register`] | the numbers of an office's documents |
//! | [`error`] | problems of records, and errors |
//!
//! # Words
//!
//! | word | meaning |
//! |---|---|
//! | record | the data of one document: a Rust struct, or its JSON |
//! | kind | a kind of document, such as a resolution, a plan or minutes |
//! | guidance, profile | Hướng dẫn 05-HD/VPTW (2026) or 36-HD/VPTW (2018), which fixes the layout; a [`Profile`] has its figures |
//! | clause, convention | a place in the guidance, `II.I.7.1`; a choice of this library where the guidance says nothing |
//! | frame | what the guidance places: letterhead, number, date, title, signature, recipients |
//! | wording | the template of the body, which an office may change |
//! | by hand | with a pen, on the printed sheet; the document has a blank there |
//! | chi bộ | a Party cell, the lowest organisation of the Party |
//! | chi uỷ, đảng uỷ, cấp uỷ | the committee of a chi bộ; that of a commune, a ward or an office; any of them |
//! | căn cứ | the legal bases of a document, before its text |
//! | Mẫu 1, Mẫu 2 | the form in which a chi bộ scores its own session; the form in which its superior scores it |
//!
//! # How it behaves
//!
//! The library uses no file, clock, environment variable or system font: bytes go in, bytes come out, and the same record
//! gives the same bytes. A record that breaks the rules gives all problems at once, in Vietnamese: see [`Error::Invalid`]
//! and [`Renderer::check`]. DESIGN.md says how the library works and why.
//!
//! # Features
//!
//! - `docx` (default): [`Document::to_docx`].
//! - `pdf` (default): [`Document::to_pdf`].
//! - `batch` (default): the module [`batch`].
//! - `forms` (default): the module `forms`.
//! - `svg`: `Document::to_svg`.
//! - `table`: the module `table`.
//! - `fillin`: `table::FillIn`, a workbook to fill in.
//! - `collect`: the module `collect`.
//!
//! Each feature builds alone, also for `wasm32-unknown-unknown`. Without any feature records are read, checked and laid
//! out.
//!
//! # Types of other crates
//!
//! A kind of your own derives traits of `serde` 1 and of `schemars`, which is re-exported as `vanban::schemars`. Some
//! functions take a `serde_json::Value` or a date of `chrono` 0.4: add these crates yourself if you call them.

#![cfg_attr(docsrs, feature(doc_cfg))]
// The documentation is that of all features; a part of them has not all that it links to.
#![cfg_attr(
    not(all(
        feature = "docx",
        feature = "pdf",
        feature = "batch",
        feature = "table",
        feature = "svg",
        feature = "collect"
    )),
    allow(rustdoc::broken_intra_doc_links)
)]

#[macro_use]
pub mod parts;

#[cfg(feature = "batch")]
pub mod batch;
mod beside;
#[cfg(feature = "pdf")]
pub mod carried;
pub mod chain;
mod check;
#[cfg(feature = "collect")]
pub mod collect;
mod compose;
#[cfg(any(feature = "docx", feature = "pdf"))]
mod deflate;
mod document;
#[cfg(feature = "docx")]
mod docx;
pub mod error;
mod fits;
pub mod fonts;
#[cfg(feature = "forms")]
pub mod forms;
#[cfg(all(any(doc, doctest), feature = "docx", feature = "pdf", feature = "batch", feature = "forms"))]
pub mod guide;
mod kept;
pub mod kinds;
mod layout;
#[cfg(feature = "docx")]
mod opc;
mod path;
#[cfg(feature = "pdf")]
mod pdf;
mod preview;
pub mod profile;
mod raster;
pub mod register;
mod renderer;
mod rules;
mod schema;
pub mod scoring;
#[cfg(feature = "svg")]
mod svg;
#[cfg(feature = "table")]
pub mod table;
pub mod text;
mod tree;
mod units;
pub mod wording;

pub use document::{Document, FieldPosition, Position, Positions, Stage};
#[cfg(feature = "docx")]
pub use docx::WordMode;
pub use error::{Error, Problem, Result, Severity};
pub use fonts::Fonts;
pub use kinds::{AnyRecord, Kind, Record};
pub use preview::Preview;
pub use profile::Profile;
pub use renderer::{Bound, Renderer};
/// The crate from which a kind of your own derives `JsonSchema`.
pub use schemars;
pub use text::Text;
