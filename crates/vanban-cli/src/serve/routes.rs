//! The addresses of the service.

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::{get, post};
use serde_json::json;
use vanban::Kind;
use vanban::kinds::built_in;

use super::answer::{self, Refusal};
use super::{Service, batch, papers};

pub(super) fn router(service: Arc<Service>, log: bool) -> Router {
    let router = Router::new()
        .route("/health", get(health))
        .route("/openapi.json", get(openapi))
        .route("/kinds", get(kinds))
        .route("/kinds/{kind}/schema", get(schema))
        .route("/kinds/{kind}/example", get(example))
        .route("/render", post(papers::render))
        .route("/check", post(papers::check))
        .route("/next", post(papers::next))
        .route("/batch", post(batch::batch))
        .fallback(no_path)
        .method_not_allowed_fallback(no_method)
        .with_state(service);
    if log { router.layer(middleware::from_fn(logged)) } else { router }
}

async fn health() -> Response {
    answer::json(&json!({ "status": "ok", "version": env!("CARGO_PKG_VERSION") }))
}

async fn openapi(State(service): State<Arc<Service>>) -> Response {
    answer::json_text(service.openapi.clone())
}

async fn kinds() -> Response {
    let kinds: Vec<_> = built_in()
        .map(|kind| json!({ "kind": kind.name(), "term": kind.term(), "issued_by": kind.issuing_bodies() }))
        .collect();
    answer::json(&kinds)
}

async fn schema(State(service): State<Arc<Service>>, Path(name): Path<String>) -> Result<Response, Refusal> {
    let kind = named(name)?;
    service.seats.run(move || answer::json(&kind.json_schema())).await
}

async fn example(Path(name): Path<String>) -> Result<Response, Refusal> {
    Ok(answer::json_text(named(name)?.example().unwrap_or_default().to_owned()))
}

fn named(name: String) -> Result<Kind, Refusal> {
    crate::values::kind(&name).map_err(|_| Refusal::NoKind(name))
}

async fn no_path(State(service): State<Arc<Service>>, request: Request) -> Refusal {
    service.limits.discard(request).await;
    Refusal::NoPath
}

async fn no_method(State(service): State<Arc<Service>>, request: Request) -> Refusal {
    service.limits.discard(request).await;
    Refusal::NoMethod
}

/// Tells of a request; nothing of what was sent, or of what stands behind `?`.
async fn logged(request: Request, next: Next) -> Response {
    const LONGEST: usize = 100;
    let method = request.method().to_string();
    let path: String = request.uri().path().chars().take(LONGEST).collect();
    let begun = Instant::now();
    let response = next.run(request).await;
    tell!("{method} {path} {} {} ms", response.status().as_u16(), begun.elapsed().as_millis());
    response
}
