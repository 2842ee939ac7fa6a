//! The checklist of the regulation, read back from a produced DOCX and PDF.
//!
//! The readers (`docx`, `pdf`) know nothing of the library: they judge it. What both files show the
//! same way is one thing here, a [`piece::Piece`]; [`parts`] finds the parts of the paper by their
//! text and place; [`rules`] holds every rule of `domain/the-thuc.md`, section 8, under its number;
//! `proof` shows that good papers pass and that every rule sees the papers that break it.
//!
//! A test says what it knows of the paper and expects no failures:
//!
//! ```ignore
//! let paper = Paper { superior: Some("ĐẢNG BỘ …"), bases: 3, outline: true, ..Paper::default() };
//! let broken = checklist::failures(&paper, &docx, &pdf);
//! assert!(broken.is_empty(), "{}", broken.join("\n"));
//! ```
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod docx;
pub mod paper;
pub mod parts;
pub mod pdf;
pub mod piece;
pub mod rules;
pub mod words;

mod proof;

pub use rules::{applied, docx_failures, failures, pdf_failures};
