//! Many records at once: `run` takes them from an iterator, makes their papers on threads of its own and
//! hands what became of each to a [`Sink`], in the order of the records. With one job ([`Batch::jobs`]) all is done
//! on the caller's thread, for a browser and other places that have no more.
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
//! A record that is refused, fails or makes a dependency panic has its [`Outcome`] like any other, and
//! never stops the rest. Not more than a window of records is in memory at a time. Sinks that come with
//! the library: [`Zip`], and [`Volumes`] for the printer.

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

/// Where papers go. A closure that takes an [`Outcome`] is one; [`Zip`] and [`Volumes`] are, lent as `&mut`, too.
pub trait Sink {
    /// Takes what became of one record; called in the order of the records, on the caller's thread.
    ///
    /// # Errors
    /// An error is not the record's fault (a full disk, say) and ends the batch.
    fn take(&mut self, outcome: Outcome) -> io::Result<()>;
}

impl<F: FnMut(Outcome) -> io::Result<()>> Sink for F {
    fn take(&mut self, outcome: Outcome) -> io::Result<()> {
        self(outcome)
    }
}

/// Makes the DOCX and the PDF of every record; [`Batch`] has the choices.
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

/// How a batch is run.
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
    /// Every format, a thread for each core.
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

    /// Which files are made, in this order. With none the sink still gets every document, as
    /// [`Volumes`] needs no more.
    #[must_use]
    pub fn formats(mut self, formats: &[Format]) -> Batch<'a> {
        self.formats = formats.to_vec();
        self
    }

    /// The DOCX of every record alone.
    #[cfg(feature = "docx")]
    #[must_use]
    pub fn docx(self) -> Batch<'a> {
        self.formats(&[Format::Docx])
    }

    /// The PDF of every record alone.
    #[cfg(feature = "pdf")]
    #[must_use]
    pub fn pdf(self) -> Batch<'a> {
        self.formats(&[Format::Pdf])
    }

    /// How many threads make papers; at least one, at most 256, and not more than there are records. One job begins
    /// no thread: the papers are made on the caller's, one after the other. They are the same for any number.
    #[must_use]
    pub fn jobs(mut self, jobs: usize) -> Batch<'a> {
        self.jobs = jobs.clamp(1, MOST_JOBS);
        self
    }

    /// How many records may be in memory at a time; at least one, eight a thread if it is not said. With one job there
    /// is never more than one.
    #[must_use]
    pub fn window(mut self, window: usize) -> Batch<'a> {
        self.window = Some(window.max(1));
        self
    }

    /// A token that ends the batch early.
    #[must_use]
    pub fn cancel(mut self, cancel: &Cancel) -> Batch<'a> {
        self.cancel = cancel.clone();
        self
    }

    /// For a batch that goes on where another one ended: whether the last record there that is no second one has its
    /// paper. A second paper that comes first depends on it.
    #[must_use]
    pub fn goes_on_after(mut self, made: bool) -> Batch<'a> {
        self.goes_on_after = made;
        self
    }

    /// Makes the papers. The iterator and the sink run on the caller's thread.
    ///
    /// # Errors
    /// The sink's own error, which ended the batch: it has taken every record before that one, whole, and
    /// none after it. Or the system's, where it gives no thread at all; one job needs none.
    pub fn run<I>(&self, records: I, sink: impl Sink) -> io::Result<Summary>
    where
        I: IntoIterator,
        I::Item: Entry,
    {
        pool::run(self, records.into_iter(), sink)
    }
}

/// Ends a batch from another thread, or from the sink itself. Once it is flipped, no record is begun and
/// the sink takes no more: what it has is a whole beginning of the batch.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// A token that has not been flipped.
    #[must_use]
    pub fn new() -> Cancel {
        Cancel::default()
    }

    /// Flips it; there is no way back.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it was flipped.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
