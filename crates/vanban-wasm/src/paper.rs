//! A record's paper: seen while it is written, then saved.

use serde_json::{Value, json};
use vanban::batch::Format;
use vanban::{AnyRecord, Error, Renderer};

use crate::{Answer, File, json as written};

pub(crate) fn preview(renderer: &Renderer, record: &str, family: &str) -> Answer {
    let preview = renderer.preview(record).map_err(told)?;
    let pages: Vec<_> = (0..preview.page_count()).map(|page| preview.to_svg_in(page, family)).collect();
    written(&json!({"problems": preview.problems(), "pages": pages, "scores": preview.score_sheet()}))
}

pub(crate) fn file(renderer: &Renderer, record: &str, format: &str) -> Result<File, String> {
    let format = match format {
        "docx" => Format::Docx,
        "pdf" => Format::Pdf,
        _ => return own(renderer, record),
    };
    let document = renderer.render(&renderer.read(record).map_err(told)?).map_err(told)?;
    let name = format!("{}.{}", document.file_name(), format.extension());
    Ok(File::new(name, format.bytes(&document).map_err(told)?))
}

/// The record itself, for a later day: as the library writes it where it can be read, else as it was written.
fn own(renderer: &Renderer, record: &str) -> Result<File, String> {
    let preview = renderer.preview(record).map_err(told)?;
    let json = match preview.record() {
        Some(read) => read.to_json().map_err(told)?,
        None => {
            let value: Value = serde_json::from_str(record).map_err(|error| error.to_string())?;
            serde_json::to_string_pretty(&value).map_err(|error| error.to_string())?
        }
    };
    let name = if preview.file_name().is_empty() { "ban-ghi" } else { preview.file_name() };
    Ok(File::new(format!("{name}.json"), (json + "\n").into_bytes()))
}

/// An error in sentences.
pub(crate) fn told(error: Error) -> String {
    match error.problems() {
        [] => error.to_string(),
        problems => problems.iter().map(|problem| problem.message.clone()).collect::<Vec<_>>().join("\n"),
    }
}

/// A record from the bytes of a file.
pub(crate) fn open(renderer: &Renderer, bytes: &[u8]) -> Answer {
    as_written(&renderer.read_file(bytes).map_err(told)?)
}

/// A record as its form shows it.
pub(crate) fn as_written(record: &AnyRecord) -> Answer {
    written(&record.as_written().map_err(told)?)
}
