//! The threads of a batch, and the window that keeps order and memory; or the caller's thread alone.

use std::any::Any;
use std::collections::BTreeMap;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::{Batch, Entry, File, Outcome, Sink, State, Summary};
use crate::document::Document;
use crate::error::{Error, Result};

/// Records in memory, a thread, where no window is given.
const WINDOW: usize = 8;

/// Deals the records out and hands the outcomes on; the papers are made on other threads, with one job on this one.
pub(super) fn run<E: Entry>(
    batch: &Batch<'_>,
    records: impl Iterator<Item = E>,
    sink: impl Sink,
) -> io::Result<Summary> {
    if batch.jobs == 1 {
        return alone(batch, records.fuse(), sink);
    }
    let window = batch.window.unwrap_or(batch.jobs.saturating_mul(WINDOW));
    let threads = threads(batch.jobs, window, records.size_hint().1);
    let (deal, dealt) = channel();
    let dealt = Mutex::new(dealt);
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        // Whatever ends this closure closes the channel, and that ends the threads.
        let deal = deal;
        let (hand_in, handed_in) = channel();
        for begun in 0..threads {
            let hand_in = hand_in.clone();
            let (dealt, over) = (&dealt, &over);
            let thread = thread::Builder::new();
            match thread.spawn_scoped(scope, move || work(batch, dealt, &hand_in, over)) {
                Ok(_) => {}
                Err(error) if begun == 0 => return Err(error),
                // The system has no more threads to give: those there are do the work.
                Err(_) => break,
            }
        }
        drop(hand_in);
        let done = hand_on(batch, records.fuse(), window, &deal, &handed_in, sink);
        over.store(true, Ordering::Relaxed);
        done
    })
}

/// Makes the papers here, one after the other: a browser and other places without threads have no more.
fn alone<E: Entry>(
    batch: &Batch<'_>,
    mut records: impl Iterator<Item = E>,
    sink: impl Sink,
) -> io::Result<Summary> {
    let mut order = Order::new(batch, sink);
    for index in 0.. {
        let Some(record) = records.next() else { break };
        if batch.cancel.is_cancelled() {
            return Ok(order.cancelled());
        }
        let outcome = outcome(batch, index, record);
        // Making it may have flipped the token: the sink takes no more.
        if batch.cancel.is_cancelled() {
            return Ok(order.cancelled());
        }
        order.take(outcome)?;
    }
    Ok(order.summary)
}

/// The end of a batch, where outcomes come in the order of their records.
struct Order<S> {
    sink: S,
    summary: Summary,
    /// Whether the last record that is no second paper has its own.
    first_made: bool,
}

impl<S: Sink> Order<S> {
    fn new(batch: &Batch<'_>, sink: S) -> Order<S> {
        Order { sink, summary: Summary::default(), first_made: batch.goes_on_after }
    }

    /// Hands on what became of the next record.
    fn take(&mut self, mut outcome: Outcome) -> io::Result<()> {
        if !outcome.second {
            self.first_made = outcome.is_written();
        } else if !self.first_made {
            outcome.state = State::Omitted;
        }
        // What the sink has not taken is not counted.
        let mut counted = self.summary;
        counted.count(&outcome.state);
        self.sink.take(outcome)?;
        self.summary = counted;
        Ok(())
    }

    fn cancelled(self) -> Summary {
        Summary { cancelled: true, ..self.summary }
    }
}

/// How many threads are begun: none that would never have a record, as far as that is known.
fn threads(jobs: usize, window: usize, records: Option<usize>) -> usize {
    jobs.min(window).min(records.unwrap_or(usize::MAX)).max(1)
}

/// Keeps the window full, and hands the outcomes to the sink in the order of the records.
fn hand_on<E: Entry>(
    batch: &Batch<'_>,
    mut records: impl Iterator<Item = E>,
    window: usize,
    deal: &Sender<(usize, E)>,
    handed_in: &Receiver<Option<Outcome>>,
    sink: impl Sink,
) -> io::Result<Summary> {
    let mut order = Order::new(batch, sink);
    let mut waiting = BTreeMap::new();
    let (mut begun, mut taken) = (0, 0);
    loop {
        while begun - taken < window && !batch.cancel.is_cancelled() {
            let Some(record) = records.next() else { break };
            deal.send((begun, record)).map_err(|_| ended())?;
            begun += 1;
        }
        if begun == taken {
            let cancelled = batch.cancel.is_cancelled() && records.next().is_some();
            return Ok(Summary { cancelled, ..order.summary });
        }
        if batch.cancel.is_cancelled() {
            return Ok(order.cancelled());
        }
        let Some(outcome) = handed_in.recv().map_err(|_| ended())? else {
            // A record that was not begun: the batch was cancelled in the meantime.
            return Ok(order.cancelled());
        };
        waiting.insert(outcome.index, outcome);
        while !batch.cancel.is_cancelled()
            && let Some(outcome) = waiting.remove(&taken)
        {
            order.take(outcome)?;
            taken += 1;
        }
    }
}

/// No thread ends before the batch does.
fn ended() -> io::Error {
    io::Error::other("the threads of the batch have ended")
}

/// What each thread does until there is no more; a record that it does not begin it hands in as none.
fn work<E: Entry>(
    batch: &Batch<'_>,
    dealt: &Mutex<Receiver<(usize, E)>>,
    hand_in: &Sender<Option<Outcome>>,
    over: &AtomicBool,
) {
    loop {
        let next = dealt.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((index, entry)) = next else { return };
        if over.load(Ordering::Relaxed) || batch.cancel.is_cancelled() {
            // Who waits for its outcome would wait for ever.
            let _ = hand_in.send(None);
            return;
        }
        // Nobody listens any more once the batch has ended.
        if hand_in.send(Some(outcome(batch, index, entry))).is_err() {
            return;
        }
    }
}

fn outcome<E: Entry>(batch: &Batch<'_>, index: usize, entry: E) -> Outcome {
    // A panic leaves nothing behind that another record sees: the renderer has no state that changes.
    let name = catch_unwind(AssertUnwindSafe(|| entry.name())).ok().flatten();
    let file_prefix = catch_unwind(AssertUnwindSafe(|| entry.file_prefix())).ok().flatten();
    let second = catch_unwind(AssertUnwindSafe(|| entry.is_second())).unwrap_or_default();
    let made = catch_unwind(AssertUnwindSafe(move || make(batch, &entry)));
    let (paper, state) = match made {
        Ok(Ok((document, files))) => {
            let paper = document.file_name().to_owned();
            (Some(paper), State::Written { document: Box::new(document), files })
        }
        Ok(Err(Error::Invalid(problems))) => (None, State::Refused(problems)),
        Ok(Err(error)) => (None, State::Failed(error)),
        Err(panic) => (None, State::Panicked(said(&*panic))),
    };
    let name = name.or(paper).unwrap_or_else(|| (index + 1).to_string());
    Outcome { index, name, file_prefix, second, state }
}

fn make<E: Entry>(batch: &Batch<'_>, entry: &E) -> Result<(Document, Vec<File>)> {
    let document = entry.render(batch.renderer)?;
    let files = batch.formats.iter().map(|&format| Ok(File { format, bytes: format.bytes(&document)? }));
    let files = files.collect::<Result<_>>()?;
    Ok((document, files))
}

/// The message of a panic.
fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "a panic without words".into())
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;
    use std::sync::atomic::AtomicBool;
    use std::sync::mpsc::channel;

    use super::{hand_on, threads, work};
    use crate::batch::{Batch, Cancel, Outcome};
    use crate::kinds::Resolution;
    use crate::renderer::Renderer;

    /// The token may be flipped between the look at it and the wait for an outcome: a thread then begins nothing,
    /// and says so to the one who waits.
    #[test]
    fn a_record_that_is_not_begun_ends_the_wait() {
        let (renderer, cancel) = (Renderer::new(), Cancel::new());
        let batch = Batch::new(&renderer);
        let (deal, dealt) = channel();
        let (hand_in, handed_in) = channel();
        deal.send((0, Resolution::example())).unwrap();
        cancel.cancel();
        work(&batch.clone().cancel(&cancel), &Mutex::new(dealt), &hand_in, &AtomicBool::new(false));
        // What the thread has handed in waits for one who has not seen the token flipped.
        let (deal, _dealt) = channel();
        let records = std::iter::repeat_n(Resolution::example(), 2);
        let summary = hand_on(&batch, records, 2, &deal, &handed_in, |_: Outcome| Ok(())).unwrap();
        assert!(summary.cancelled && summary.written == 0);
    }

    #[test]
    fn no_thread_is_begun_that_would_have_no_record() {
        assert_eq!(threads(4, 32, None), 4);
        assert_eq!(threads(4, 3, None), 3);
        assert_eq!(threads(4, 32, Some(2)), 2);
        assert_eq!(threads(4, 32, Some(0)), 1);
    }
}
