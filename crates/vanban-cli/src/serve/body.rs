//! What callers send: read within limits of size, time and memory, and thrown away where it is not wanted.

use std::fs::File;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, EXPECT};
use http_body_util::BodyExt;
use tokio::io::{AsyncSeekExt, AsyncWriteExt};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, timeout, timeout_at};

use super::answer::Refusal;

const MEGABYTE: usize = 1024 * 1024;
/// A batch is on the disk, and the bodies of all requests together are in memory, up to so many times one body.
const MANY: usize = 16;
/// Between two pieces of a body.
const PAUSE: Duration = Duration::from_secs(15);
/// A whole body, and a batch.
const WHOLE: Duration = Duration::from_secs(60);
const BATCH: Duration = Duration::from_secs(600);
/// What is not wanted is read on, so that the caller hears why: so many times the largest body more, for so long.
const DISCARDED: usize = 4;
const DISCARDING: Duration = Duration::from_secs(10);

/// How much is read, and for how long.
#[derive(Debug)]
pub(super) struct Limits {
    /// Of one body, in MB.
    body: usize,
    /// What the bodies of all requests may still take, in bytes.
    memory: Arc<Semaphore>,
    pub(super) pause: Duration,
}

/// How records are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Media {
    Json,
    /// A record a line.
    Lines,
}

/// A body in memory; the room that it takes there is free again when it is dropped.
#[derive(Debug)]
pub(super) struct Received {
    pub(super) bytes: Vec<u8>,
    _memory: Option<OwnedSemaphorePermit>,
}

impl Limits {
    pub(super) fn of(megabytes: usize) -> Limits {
        let memory = Arc::new(Semaphore::new((megabytes * MEGABYTE * MANY).min(Semaphore::MAX_PERMITS)));
        Limits { body: megabytes, memory, pause: PAUSE }
    }

    /// Reads JSON whole.
    ///
    /// # Errors
    /// What is no JSON, too large, too slow or broken off; all memory is taken.
    pub(super) async fn receive(&self, request: Request) -> Result<Received, Refusal> {
        let (parts, body) = request.into_parts();
        let mut incoming = self.incoming(&parts.headers, body, self.body, WHOLE).await?;
        let mut received = Received { bytes: Vec::new(), _memory: None };
        while let Some(piece) = incoming.next().await? {
            let size = u32::try_from(piece.len()).unwrap_or(u32::MAX);
            let Ok(memory) = self.memory.clone().try_acquire_many_owned(size) else {
                incoming.discard().await;
                return Err(Refusal::Busy);
            };
            match &mut received._memory {
                Some(held) => held.merge(memory),
                none => *none = Some(memory),
            }
            received.bytes.extend_from_slice(&piece);
        }
        match media(&parts.headers)? {
            Media::Json => Ok(received),
            Media::Lines => Err(Refusal::NoJson),
        }
    }

    /// Reads a batch, a record a line, into a file that has no name.
    ///
    /// # Errors
    /// As [`Limits::receive`]; the disk is full.
    pub(super) async fn spool(&self, request: Request) -> Result<File, Refusal> {
        let (parts, body) = request.into_parts();
        let mut incoming = self.incoming(&parts.headers, body, self.body * MANY, BATCH).await?;
        let file = tempfile::tempfile().map_err(|error| unkept(&error))?;
        let mut file = tokio::fs::File::from_std(file);
        while let Some(piece) = incoming.next().await? {
            if let Err(error) = file.write_all(&piece).await {
                incoming.discard().await;
                return Err(unkept(&error));
            }
        }
        file.flush().await.map_err(|error| unkept(&error))?;
        file.rewind().await.map_err(|error| unkept(&error))?;
        Ok(file.into_std().await)
    }

    /// Reads what is not wanted, so that the caller hears the answer.
    pub(super) async fn discard(&self, request: Request) {
        let (parts, body) = request.into_parts();
        if let Ok(mut incoming) = self.incoming(&parts.headers, body, self.body, WHOLE).await {
            incoming.discard().await;
        }
    }

    async fn incoming(
        &self,
        headers: &HeaderMap,
        body: Body,
        megabytes: usize,
        whole: Duration,
    ) -> Result<Incoming, Refusal> {
        let declared = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
        let declared: usize = declared.unwrap_or_default();
        let mut incoming = Incoming {
            body,
            left: megabytes * MEGABYTE,
            limit: megabytes,
            most_discarded: (megabytes + self.body * DISCARDED) * MEGABYTE,
            pause: self.pause,
            until: Instant::now() + whole,
            // One who asks first sends nothing before it is asked for.
            asks: headers.contains_key(EXPECT),
        };
        if declared > incoming.left {
            incoming.discard().await;
            return Err(Refusal::TooLarge(megabytes));
        }
        Ok(incoming)
    }
}

/// A body that is coming.
struct Incoming {
    body: Body,
    left: usize,
    limit: usize,
    most_discarded: usize,
    pause: Duration,
    until: Instant,
    asks: bool,
}

impl Incoming {
    /// The next piece.
    async fn next(&mut self) -> Result<Option<Bytes>, Refusal> {
        loop {
            let next = timeout_at(self.until, timeout(self.pause, self.body.frame())).await;
            let Ok(Ok(next)) = next else { return Err(Refusal::Slow) };
            let Some(frame) = next else { return Ok(None) };
            // What is no data is trailers, which say nothing here.
            let Ok(piece) = frame.map_err(|_| Refusal::Broken)?.into_data() else { continue };
            let Some(left) = self.left.checked_sub(piece.len()) else {
                self.asks = false;
                self.discard().await;
                return Err(Refusal::TooLarge(self.limit));
            };
            self.left = left;
            return Ok(Some(piece));
        }
    }

    /// Reads on and keeps nothing: a caller who is still sending does not hear an answer.
    async fn discard(&mut self) {
        if self.asks {
            return;
        }
        let mut most = self.most_discarded;
        let all = async {
            while let Ok(Some(Ok(frame))) = timeout(self.pause, self.body.frame()).await {
                let size = frame.data_ref().map_or(0, Bytes::len);
                match most.checked_sub(size) {
                    Some(left) => most = left,
                    None => break,
                }
            }
        };
        let _ = timeout(DISCARDING, all).await;
    }
}

/// How the body is written, as its headers say; without one it is JSON.
///
/// # Errors
/// What is neither, or packed.
pub(super) fn media(headers: &HeaderMap) -> Result<Media, Refusal> {
    const LINES: [&str; 5] = [
        "application/x-ndjson",
        "application/ndjson",
        "application/jsonl",
        "application/x-jsonlines",
        "application/json-lines",
    ];
    if headers.get(CONTENT_ENCODING).is_some_and(|encoding| encoding != "identity") {
        return Err(Refusal::Packed);
    }
    let Some(named) = headers.get(CONTENT_TYPE) else { return Ok(Media::Json) };
    let named = named.to_str().map_err(|_| Refusal::NoJson)?;
    let named = named.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match named.as_str() {
        "application/json" => Ok(Media::Json),
        own if own.starts_with("application/") && own.ends_with("+json") => Ok(Media::Json),
        lines if LINES.contains(&lines) => Ok(Media::Lines),
        _ => Err(Refusal::NoJson),
    }
}

/// The disk takes no more.
fn unkept(error: &std::io::Error) -> Refusal {
    Refusal::Unmade(crate::words::unwritten(error, false))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What becomes of a body whose first piece is there; the next never comes.
    fn received(limits: &Limits, first: &'static [u8]) -> Result<Received, Refusal> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        runtime.block_on(async {
            let (to, pieces) = tokio::sync::mpsc::channel(1);
            to.send(Ok::<_, std::io::Error>(Bytes::from_static(first))).await.unwrap();
            let body = Body::from_stream(tokio_stream::wrappers::ReceiverStream::new(pieces));
            let received = limits.receive(Request::new(body)).await;
            drop(to);
            received
        })
    }

    #[test]
    fn a_body_that_stops_is_told() {
        let limits = Limits { pause: Duration::from_millis(20), ..Limits::of(1) };
        assert!(matches!(received(&limits, b"{"), Err(Refusal::Slow)));
    }

    #[test]
    fn the_bodies_of_all_have_one_memory_and_give_it_back() {
        let limits = Limits { pause: Duration::from_millis(20), ..Limits::of(1) };
        let other = limits.memory.clone().try_acquire_many_owned((16 * MEGABYTE - 3) as u32).unwrap();
        assert!(matches!(received(&limits, b"{}  "), Err(Refusal::Busy)));
        assert_eq!(limits.memory.available_permits(), 3);
        drop(other);
        assert_eq!(limits.memory.available_permits(), 16 * MEGABYTE);
    }
}
