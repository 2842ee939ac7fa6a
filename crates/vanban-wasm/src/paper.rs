//! A record's paper: seen while it is written, then saved.

use serde_json::{Value, json};
use vanban::batch::Format;
use vanban::{AnyRecord, Error, Problem, Renderer, kinds};

use crate::{Answer, File, fields, json as written};

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

/// A record from the bytes of a file. One that somebody has not finished is as it was saved: what it lacks, or has in
/// another form, is told beside its fields.
pub(crate) fn open(renderer: &Renderer, bytes: &[u8]) -> Answer {
    match renderer.read_file(bytes) {
        Ok(record) => as_written(&record),
        Err(error) => match unfinished(renderer, bytes, error.problems()) {
            Some(record) => written(&record),
            None => Err(told(error)),
        },
    }
}

/// What is wrong with the shape of a record that is not finished.
const UNFINISHED: [&str; 5] = [
    "shape.missing_field",
    "shape.wrong_type",
    "shape.unknown_value",
    "shape.no_such_value",
    "shape.out_of_range",
];

/// A record that cannot be read, where its form has a place for all that is in it.
fn unfinished(renderer: &Renderer, bytes: &[u8], problems: &[Problem]) -> Option<Value> {
    let is_finished =
        |problem: &Problem| problem.code.starts_with("shape.") && !UNFINISHED.contains(&problem.code);
    if problems.is_empty() || problems.iter().any(is_finished) {
        return None;
    }
    let record: Value = serde_json::from_str(&kinds::plain_json(&kinds::file_text(bytes)?)).ok()?;
    let named = record.get("kind").and_then(Value::as_str)?;
    let kind = renderer.kinds().find(|kind| kind.name() == named)?;
    let variant = record.get("variant").and_then(Value::as_str);
    fields::hold(&renderer.fields(kind, variant), &record).then_some(record)
}

/// A record as its form shows it.
pub(crate) fn as_written(record: &AnyRecord) -> Answer {
    written(&record.as_written().map_err(told)?)
}
