//! `vanban extract`, `vanban strip`: the record that a file carries, and the file without it.

use std::path::{Path, PathBuf};

use clap::Args;
use vanban::{Renderer, Result, carried};

use crate::office::{Desk, Desks, Setup};
use crate::{input, output, reading};

/// Which file gives its record, and where that goes.
#[derive(Debug, Args)]
pub(super) struct ExtractOptions {
    /// A file that stores its record: a DOCX, also filled in or corrected, or a PDF, signed or not.
    file: PathBuf,
    /// Writes the record into this file, which must not exist; by default it is printed.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    setup: Setup,
}

/// Which file loses its record, and where the new file goes.
#[derive(Debug, Args)]
pub(super) struct StripOptions {
    /// A file that stores its record: an unsigned DOCX or PDF.
    file: PathBuf,
    /// The file without the record, which must not exist.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

/// Gives the record of a file, byte for byte.
pub(super) fn extract(options: &ExtractOptions) -> bool {
    let mut desks = Desks::new(&options.setup);
    let Some(Desk { renderer, .. }) = desks.beside(&options.file) else { return false };
    let Some(record) = made_of(&options.file, |bytes| record(renderer, bytes)) else { return false };
    match &options.output {
        None => output::print_bytes(record.as_bytes()),
        Some(path) => written(path, record.as_bytes()),
    }
}

/// Writes a file without its record.
pub(super) fn strip(options: &StripOptions) -> bool {
    made_of(&options.file, stripped).is_some_and(|bytes| written(&options.output, &bytes))
}

/// The record of a file, by what its bytes are: of a DOCX with what was filled in or changed.
fn record(renderer: &Renderer, bytes: &[u8]) -> Result<String> {
    if is_pdf(bytes) {
        return carried::record_of_pdf(bytes);
    }
    let extracted = renderer.extract(bytes)?;
    extracted.warnings.iter().for_each(|warning| tell!("{warning}"));
    Ok(extracted.json)
}

/// Whether bytes are a PDF; some programs write a line before it.
fn is_pdf(bytes: &[u8]) -> bool {
    let begin = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    !bytes.starts_with(b"PK") && begin.windows(5).any(|here| here == b"%PDF-")
}

/// A file without its record.
fn stripped(bytes: &[u8]) -> Result<Vec<u8>> {
    if is_pdf(bytes) { carried::strip_pdf(bytes) } else { vanban::collect::strip(bytes) }
}

/// What is made of a file; what is wrong with it is told after its name.
fn made_of<T>(file: &Path, make: impl Fn(&[u8]) -> Result<T>) -> Option<T> {
    let bytes = input::told(file, reading::bytes(file).map_err(|error| input::unreadable(&error)))?;
    input::told(file, make(&bytes))
}

fn written(path: &Path, bytes: &[u8]) -> bool {
    output::told_new(path, output::write_new_bytes(path, bytes))
}
