//! A record in, a paper out: `/render`, `/check`, `/next`.

use std::io::Cursor;
use std::sync::Arc;

use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, Request, State};
use axum::http::HeaderMap;
use axum::http::header::ACCEPT;
use axum::response::Response;
use serde::Deserialize;
use vanban::batch::Format;
use vanban::kinds::{file_text, plain_json};
use vanban::table::Records;
use vanban::{AnyRecord, Renderer};

use super::Service;
use super::answer::{self, Refusal};
use crate::making::Extras;
use crate::{input, values, words};

const PDF: &str = "application/pdf";
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

pub(super) type Asked<T> = Result<Query<T>, QueryRejection>;
type Answer = Result<Response, Refusal>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rendering {
    format: Option<String>,
    #[serde(default)]
    signature_fields: bool,
    #[serde(default)]
    with_data: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Next {
    to: String,
    row: Option<usize>,
    criteria_set: Option<String>,
}

/// The paper of a record.
pub(super) async fn render(
    State(service): State<Arc<Service>>,
    asked: Asked<Rendering>,
    headers: HeaderMap,
    request: Request,
) -> Answer {
    let received = service.limits.receive(request).await?;
    let asked = query(asked, words::service::rendering())?;
    let extras = Extras::of_one_file(asked.signature_fields, asked.with_data);
    let format = match asked.format {
        Some(named) => named_format(&named)?,
        None => liked(&headers).ok_or(Refusal::NoFormat)?,
    };
    let desk = service.clone();
    let made = service.seats.run(move || {
        let renderer = &desk.desk.renderer;
        let record = input::parse(&received.bytes, renderer)?;
        let document = extras.renderer(renderer.clone()).render(&record)?;
        let name = format!("{}.{}", document.file_name(), format.extension());
        Ok(answer::paper(&name, media(format), extras.bytes(format, &document)?, document.warnings().len()))
    });
    made.await?
}

/// Every problem of a record.
pub(super) async fn check(State(service): State<Arc<Service>>, request: Request) -> Answer {
    let received = service.limits.receive(request).await?;
    let desk = service.clone();
    let checked = service.seats.run(move || {
        let renderer = &desk.desk.renderer;
        let problems = match input::parse(&received.bytes, renderer) {
            Ok(record) => renderer.check(&record),
            Err(error) if error.problems().is_empty() => return Err(error.into()),
            Err(error) => error.problems().to_vec(),
        };
        Ok(answer::json(&problems))
    });
    checked.await?
}

/// The record that follows from others.
pub(super) async fn next(
    State(service): State<Arc<Service>>,
    asked: Asked<Next>,
    request: Request,
) -> Answer {
    let received = service.limits.receive(request).await?;
    let Next { to, row, criteria_set } = query(asked, words::service::next())?;
    let kind = values::kind(&to).map_err(|said| Refusal::Query(format!("to: {said}")))?;
    let desk = service.clone();
    let made = service.seats.run(move || {
        let desk = &desk.desk;
        let records = listed(&received.bytes, &desk.renderer)?;
        let derivation = desk.derivation(kind.name(), row, criteria_set.as_deref());
        Ok(answer::json_text(derivation.of(&records)?.to_json()? + "\n"))
    });
    made.await?
}

/// What stands behind `?`, where it is as it should be.
pub(super) fn query<T>(asked: Asked<T>, known: &str) -> Result<T, Refusal> {
    let told = |_| Refusal::Query(words::service::no_query(known));
    asked.map(|Query(asked)| asked).map_err(told)
}

/// The format of a name.
pub(super) fn named_format(name: &str) -> Result<Format, Refusal> {
    let known = Format::ALL.iter().find(|format| format.extension() == name);
    known.copied().ok_or_else(|| Refusal::Query(words::service::no_such_format().to_owned()))
}

/// The format that the caller likes best; who has no wish gets a PDF.
fn liked(headers: &HeaderMap) -> Option<Format> {
    let Some(accept) = headers.get(ACCEPT) else { return Some(Format::Pdf) };
    let ranges = accept.to_str().ok()?.split(',').filter_map(|range| {
        let mut parts = range.split(';').map(str::trim);
        let format = match parts.next()?.to_ascii_lowercase().as_str() {
            PDF | "*/*" | "application/*" => Format::Pdf,
            DOCX => Format::Docx,
            _ => return None,
        };
        let weight = parts.find_map(|part| part.strip_prefix("q="));
        let weight: f32 = weight.map_or(1.0, |weight| weight.parse().unwrap_or(0.0));
        (weight > 0.0).then_some((format, weight))
    });
    ranges.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(format, _)| format)
}

fn media(format: Format) -> &'static str {
    if format == Format::Docx { DOCX } else { PDF }
}

/// A list of records, or one.
fn listed(bytes: &[u8], renderer: &Renderer) -> Result<Vec<AnyRecord>, Refusal> {
    let mut records = Vec::new();
    let mut problems = Vec::new();
    for item in items(bytes)? {
        let item = item.map_err(|error| Refusal::Unmade(error.to_string()))?;
        match item.record(renderer) {
            Ok(record) => records.push(record),
            Err(error) if error.problems().is_empty() => return Err(error.into()),
            Err(error) => problems.extend(error.problems().iter().cloned().map(|mut problem| {
                problem.place = Some(item.name().to_owned());
                problem
            })),
        }
    }
    match problems.is_empty() {
        true if records.is_empty() => Err(Refusal::Query(words::no_records().to_owned())),
        true => Ok(records),
        false => Err(Refusal::Problems(problems)),
    }
}

/// The records of a list in JSON, not yet read.
///
/// # Errors
/// The problem of what is no JSON.
pub(super) fn items(bytes: &[u8]) -> Result<Records<'static>, Refusal> {
    let text = file_text(bytes);
    let text = text.map(|text| plain_json(&text));
    let listed = text.as_deref().and_then(|text| Records::json(Cursor::new(text), None).ok());
    listed.ok_or_else(|| {
        // Read as a record it says the same of itself, with its place.
        let read = match &text {
            Some(text) => AnyRecord::from_json(text),
            None => AnyRecord::from_slice(bytes),
        };
        read.err().map_or(Refusal::Fault, Refusal::from)
    })
}
