//! `vanban serve`: papers over HTTP, for callers in any language. The only room that knows sockets, tokio and axum.
//!
//! One thread speaks HTTP; papers are made on others, one a core, and who finds too many waiting is told to come back.

mod answer;
mod batch;
mod body;
mod listen;
mod openapi;
mod papers;
mod routes;
mod seats;

use std::io;
use std::net::SocketAddr;
use std::num::NonZeroUsize;
use std::panic;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use axum::body::Bytes;
use clap::Args;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

use crate::office::{Desk, Setup};
use crate::{output, values, words};
use body::Limits;
use listen::Signals;
use seats::Seats;

/// As deep as the main thread's: a record may be nested as a command's may.
const STACK: usize = 8 * 1024 * 1024;
/// Batches at a time, each with a thread that waits for its papers, and in the line before them, each with a file.
const BATCHES: usize = 16;
const BATCHES_WAITING: usize = 240;

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The address; port 0 is any free port.
    #[arg(long, value_name = "IP:PORT", default_value = "127.0.0.1:8620", value_parser = address)]
    address: SocketAddr,
    /// The maximum size of a body, in MB; 16 times as much for a batch as JSONL.
    #[arg(long, value_name = "MB", default_value = "16", value_parser = megabytes)]
    max_body: usize,
    /// Number of documents made at the same time; one per core by default.
    #[arg(long, value_parser = values::count)]
    jobs: Option<NonZeroUsize>,
    /// Maximum number of waiting requests; further ones get status 503.
    #[arg(long, value_name = "REQUESTS", default_value = "256", value_parser = queue)]
    queue: usize,
    /// Prints a line on standard error for each request: method, path, status, milliseconds.
    #[arg(long)]
    log: bool,
    #[command(flatten)]
    setup: Setup,
}

/// What all requests share.
struct Service {
    desk: Desk,
    seats: Seats,
    limits: Limits,
    /// At which batches are, each waiting for the seats of its papers.
    batches: Seats,
    openapi: Bytes,
}

/// Serves until it is told to stop, and then finishes what is begun. Gives the exit status.
pub(super) fn serve(options: &Options) -> u8 {
    let desk = match Desk::beside(Path::new(""), &options.setup) {
        Ok(desk) => desk,
        Err(lines) => {
            lines.iter().for_each(|line| tell!("{line}"));
            return 2;
        }
    };
    // What panics may say what stands in a record; where it panicked does not.
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tell!("{}", words::own_fault(&place));
    }));
    match run(options, desk) {
        Ok(status) => status,
        Err(said) => {
            tell!("{said}");
            1
        }
    }
}

fn run(options: &Options, desk: Desk) -> Result<u8, String> {
    let jobs = options.jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let service = Service {
        desk,
        seats: Seats::new(jobs, options.queue),
        limits: Limits::of(options.max_body),
        batches: Seats::new(BATCHES, BATCHES_WAITING),
        openapi: openapi::document(),
    };
    let router = routes::router(Arc::new(service), options.log);
    let failed = |error: io::Error| words::service::unheard(options.address, &error);
    let runtime: Runtime =
        Builder::new_current_thread().enable_all().thread_stack_size(STACK).build().map_err(failed)?;
    let finished = runtime.block_on(async {
        let signals = Signals::new()?;
        let listener = TcpListener::bind(options.address).await?;
        let address = listener.local_addr()?;
        output::print(&words::service::listening(address));
        Ok(listen::listen(listener, router, signals).await)
    });
    // Nobody waits for what is still being made.
    runtime.shutdown_background();
    Ok(if finished.map_err(failed)? { 0 } else { 1 })
}

fn address(text: &str) -> Result<SocketAddr, &'static str> {
    text.replacen("localhost:", "127.0.0.1:", 1).parse().map_err(|_| words::usage::an_address())
}

fn megabytes(text: &str) -> Result<usize, &'static str> {
    text.parse().ok().filter(|size| (1..=1024).contains(size)).ok_or(words::usage::megabytes())
}

fn queue(text: &str) -> Result<usize, &'static str> {
    // More than any machine keeps connections.
    const MOST: usize = 100_000;
    text.parse().ok().filter(|queue| *queue <= MOST).ok_or(words::usage::a_queue())
}
