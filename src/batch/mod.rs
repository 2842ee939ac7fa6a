//! Many records at once. [`run`] takes records from an iterator and makes their documents on several threads.
//! It passes an [`Outcome`] for each record to a [`Sink`], in the order of the records.
//!
//! ```
//! use vanban::batch::{self, Outcome};
//! use vanban::Renderer;
//! use vanban::kinds::Resolution;
//!
//! let records = vec![Resolution::example(), Resolution::example()];
//! let mut bytes: Vec<u8> = Vec::new();
//! let summary = batch::run(&Renderer::new(), records, |outcome: Outcome| {
//!     outcome.files().iter().for_each(|file| bytes.extend(&file.bytes));
//!     Ok(())
//! })?;
//! assert_eq!(summary.written, 2);
//! # assert!(bytes.len() > 10_000);
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! A record that is rejected or fails, or that makes a dependency panic, has its [`Outcome`] like any other and
//! never stops the rest. Only a window of records is in memory. The library has two sinks: [`Zip`], and
//! [`Volumes`] for the printer. With one job ([`Batch::jobs`]) everything runs on the caller's thread, for
//! example in a browser.

mod entry;
mod names;
mod outcome;
mod pool;
mod remarks;
#[cfg(feature = "pdf")]
mod volumes;
mod zip;

pub use entry::Entry;
pub use names::{Names, RECORDS, REPORT};
pub use outcome::{File, Format, Outcome, State, Summary};
#[cfg(feature = "pdf")]
pub use volumes::{Volume, Volumes};
pub use zip::Zip;

use std::io;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crate::renderer::Renderer;

/// The receiver of outcomes. A closure that takes an [`Outcome`] is a sink. [`Zip`] and [`Volumes`] are sinks,
/// also as `&mut`.
pub trait Sink {
    /// Takes the outcome of one record. It is called in the order of the records, on the caller's thread. The
    /// result is a [`std::io::Result`].
    ///
    /// # Errors
    /// An error ends the batch. It means a failure of the sink (such as a full disk), not of the record.
    fn take(&mut self, outcome: Outcome) -> io::Result<()>;
}

impl<F: FnMut(Outcome) -> io::Result<()>> Sink for F {
    fn take(&mut self, outcome: Outcome) -> io::Result<()> {
        self(outcome)
    }
}

/// Makes DOCX and PDF of every record and passes each [`Outcome`] to `sink`, with the defaults of
/// [`Batch::new`]. [`Batch`] has options.
///
/// # Errors
/// As [`Batch::run`].
pub fn run<I>(renderer: &Renderer, records: I, sink: impl Sink) -> io::Result<Summary>
where
    I: IntoIterator,
    I::Item: Entry,
{
    Batch::new(renderer).run(records, sink)
}

/// More threads than any machine that this is run on has cores.
const MOST_JOBS: usize = 256;

/// The options of a batch.
#[derive(Debug, Clone)]
pub struct Batch<'a> {
    renderer: &'a Renderer,
    formats: Vec<Format>,
    jobs: usize,
    window: Option<usize>,
    cancel: Cancel,
    goes_on_after: bool,
}

impl<'a> Batch<'a> {
    /// A batch that makes every format (DOCX and PDF, by the features that are built in) on one thread per
    /// core.
    #[must_use]
    pub fn new(renderer: &'a Renderer) -> Batch<'a> {
        Batch {
            renderer,
            formats: Format::ALL.to_vec(),
            jobs: thread::available_parallelism().map_or(1, NonZeroUsize::get),
            window: None,
            cancel: Cancel::default(),
            goes_on_after: true,
        }
    }

    /// Sets the formats of the files, in this order. Without any the sink still gets every document, which is
    /// enough for [`Volumes`].
    #[must_use]
    pub fn formats(mut self, formats: &[Format]) -> Batch<'a> {
        self.formats = formats.to_vec();
        self
    }

    /// Makes only the DOCX of every record.
    #[cfg(feature = "docx")]
    #[must_use]
    pub fn docx(self) -> Batch<'a> {
        self.formats(&[Format::Docx])
    }

    /// Makes only the PDF of every record.
    #[cfg(feature = "pdf")]
    #[must_use]
    pub fn pdf(self) -> Batch<'a> {
        self.formats(&[Format::Pdf])
    }

    /// Sets the number of threads. It is clamped to 1 to 256, and no more threads are started than there are
    /// records. One job starts no thread; the documents are made one after the other on the caller's thread.
    /// The number does not change the documents.
    #[must_use]
    pub fn jobs(mut self, jobs: usize) -> Batch<'a> {
        self.jobs = jobs.clamp(1, MOST_JOBS);
        self
    }

    /// Sets the maximum number of records in memory, at least 1; the default is eight per thread. With one job
    /// there is only one.
    #[must_use]
    pub fn window(mut self, window: usize) -> Batch<'a> {
        self.window = Some(window.max(1));
        self
    }

    /// Sets a token that can end the batch early.
    #[must_use]
    pub fn cancel(mut self, cancel: &Cancel) -> Batch<'a> {
        self.cancel = cancel.clone();
        self
    }

    /// Continues an earlier batch. `made` says whether the document of its last record was made (its last
    /// first document, where second documents follow it); `true` by default. This matters only if this batch
    /// begins with second documents ([`Entry::is_second`]): they are left out if `made` is `false`.
    #[must_use]
    pub fn goes_on_after(mut self, made: bool) -> Batch<'a> {
        self.goes_on_after = made;
        self
    }

    /// Runs the batch. The iterator and the sink run on the caller's thread. The result is a
    /// [`std::io::Result`], not one of this crate: no record makes it an error.
    ///
    /// # Errors
    /// The error of the sink, which ended the batch. The sink has taken every record before that one
    /// completely, and none after it. Or an error of the system, if it cannot start any thread; one job needs
    /// none.
    pub fn run<I>(&self, records: I, sink: impl Sink) -> io::Result<Summary>
    where
        I: IntoIterator,
        I::Item: Entry,
    {
        pool::run(self, records.into_iter(), sink)
    }
}

/// Ends a batch from another thread or from the sink. A clone is the same token. After [`Cancel::cancel`] no
/// record is started, and the sink gets no more outcomes. The sink has then received the first records of the
/// batch, without a gap.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// A new token, not cancelled.
    #[must_use]
    pub fn new() -> Cancel {
        Cancel::default()
    }

    /// Cancels the batch. This cannot be undone.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it was cancelled.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
