//! Typed records in, official documents of Vietnam's Party organisations out: DOCX to edit, PDF to
//! print and archive, with every diacritic right and the layout of Hướng dẫn 05-HD/VPTW (27/5/2026)
//! right to the millimetre.
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
//! The [`guide`] has a tutorial, a cookbook and a chapter for each part.
//!
//! The kinds of records are in [`kinds`], what they are made of in [`parts`]; [`batch`] makes many papers, `table` reads
//! records from sheets, [`chain`] makes a paper from another, [`scoring`] has the criteria sets, [`wording`] the sentences.
//!
//! The library reads no file, no clock, no environment and no system font: bytes go in, bytes come
//! out, and the same record gives the same bytes. A record that breaks the rules gives every problem
//! at once, in Vietnamese; see [`Error::Invalid`] and [`Renderer::check`]. How the house is laid out
//! and why is in DESIGN.md.
//!
//! # Features
//!
//! - `docx` (default): [`Document::to_docx`].
//! - `pdf` (default): [`Document::to_pdf`].
//! - `batch` (default): [`batch`], many records at a time on threads.
//! - `collect`: the module `collect`, DOCX that came back to records.
//! - `table`: the module `table`, rows of CSV and XLSX to records.
//!
//! Each builds alone, and for `wasm32-unknown-unknown` too. Without any, records are read, checked and laid out.

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
/// Of which a kind of the caller's own derives `JsonSchema`.
pub use schemars;
pub use text::Text;
