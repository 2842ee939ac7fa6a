//! What the service answers: files, JSON, and refusals with their status and a sentence.

use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use vanban::{Error, Problem};

use crate::words::service;

pub(super) const JSON: &str = "application/json; charset=utf-8";
/// How many warnings a paper has; `POST /check` tells them.
const WARNINGS: HeaderName = HeaderName::from_static("x-vanban-warnings");

/// Why there is no paper.
#[derive(Debug)]
pub(super) enum Refusal {
    /// The record is not as it should be.
    Problems(Vec<Problem>),
    /// What stands behind `?` is not understood.
    Query(String),
    /// The request broke off.
    Broken,
    NoPath,
    NoKind(String),
    NoMethod,
    NoFormat,
    /// The body comes too slowly.
    Slow,
    /// The body is larger than so many MB.
    TooLarge(usize),
    NoJson,
    Packed,
    /// The wording cannot be filled, say: no fault of the record.
    Unmade(String),
    /// The program's own fault.
    Fault,
    Busy,
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Refusal {
        match error {
            Error::Invalid(problems) | Error::Shape(problems) => Refusal::Problems(problems),
            other => Refusal::Unmade(other.to_string()),
        }
    }
}

impl Refusal {
    fn status(&self) -> StatusCode {
        match self {
            Refusal::Problems(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Refusal::Query(_) | Refusal::Broken => StatusCode::BAD_REQUEST,
            Refusal::NoPath | Refusal::NoKind(_) => StatusCode::NOT_FOUND,
            Refusal::NoMethod => StatusCode::METHOD_NOT_ALLOWED,
            Refusal::NoFormat => StatusCode::NOT_ACCEPTABLE,
            Refusal::Slow => StatusCode::REQUEST_TIMEOUT,
            Refusal::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Refusal::NoJson | Refusal::Packed => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Refusal::Unmade(_) | Refusal::Fault => StatusCode::INTERNAL_SERVER_ERROR,
            Refusal::Busy => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn sentence(self) -> String {
        let said = match self {
            Refusal::Query(said) => return said,
            Refusal::NoKind(name) => return service::no_kind(&name),
            Refusal::TooLarge(limit) => return service::too_large(limit),
            Refusal::Unmade(error) => return service::unmade(&error),
            Refusal::Broken => service::broken_off(),
            Refusal::NoPath => service::no_path(),
            Refusal::NoMethod => service::no_method(),
            Refusal::NoFormat => service::no_format(),
            Refusal::Slow => service::too_slow(),
            Refusal::NoJson => service::no_json(),
            Refusal::Packed => service::packed(),
            Refusal::Busy => service::busy(),
            // Problems are told as they are.
            Refusal::Problems(_) | Refusal::Fault => service::fault(),
        };
        said.to_owned()
    }
}

/// A sentence for those who read; the status is for programs.
#[derive(Serialize)]
struct Told {
    message: String,
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = self.status();
        let is_busy = matches!(self, Refusal::Busy);
        let mut response = match self {
            // As `vanban check --json` prints them.
            Refusal::Problems(problems) => json(&problems),
            other => json(&Told { message: other.sentence() }),
        };
        *response.status_mut() = status;
        if is_busy {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("2"));
        }
        response
    }
}

/// A value as JSON, as the command prints it.
pub(super) fn json(value: &impl Serialize) -> Response {
    match serde_json::to_string_pretty(value) {
        Ok(text) => json_text(text + "\n"),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

pub(super) fn json_text(text: impl Into<Bytes>) -> Response {
    ([(CONTENT_TYPE, JSON)], text.into()).into_response()
}

/// A file to be saved under a name; the library's names are ASCII without quotation marks.
pub(super) fn file(name: &str, media: &'static str, body: impl Into<Body>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(CONTENT_TYPE, media.to_owned()), (CONTENT_DISPOSITION, disposition)], body.into()).into_response()
}

/// A paper's file, with the number of its warnings.
pub(super) fn paper(name: &str, media: &'static str, bytes: Vec<u8>, warnings: usize) -> Response {
    let mut response = file(name, media, bytes);
    response.headers_mut().insert(WARNINGS, HeaderValue::from(warnings));
    response
}
