//! `/batch`: many records in, a ZIP out that is sent while it is made.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::response::Response;
use serde::Deserialize;
use tokio::runtime::Handle;
use tokio::sync::mpsc::{self, Sender};
use tokio::sync::oneshot;
use tokio::task::{self, JoinHandle};
use tokio_stream::wrappers::ReceiverStream;
use vanban::batch::{Batch, Format, Names, Outcome, REPORT, State as Became, Zip};
use vanban::table::{Error, Item, Records};

use super::Service;
use super::answer::{self, Refusal};
use super::body::{Media, Received, media};
use super::papers::{self, Asked, named_format, query};
use crate::batch::journal::Done;
use crate::batch::report;
use crate::words;

/// Pieces of the ZIP on their way, of so many bytes.
const PIECES: usize = 4;
const PIECE: usize = 64 * 1024;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Formats {
    format: Option<String>,
}

/// The records of a batch, as they were sent.
enum Sent {
    List(Received),
    Lines(File),
}

/// The papers of many records.
pub(super) async fn batch(
    State(service): State<Arc<Service>>,
    asked: Asked<Formats>,
    request: Request,
) -> Result<Response, Refusal> {
    let Ok(place) = service.batches.place() else {
        service.limits.discard(request).await;
        return Err(Refusal::Busy);
    };
    let sent = match media(request.headers()) {
        Ok(Media::Lines) => Sent::Lines(service.limits.spool(request).await?),
        // It is read before it is refused.
        _ => Sent::List(service.limits.receive(request).await?),
    };
    let formats = match query(asked, "?format=docx,pdf")?.format {
        Some(named) => named.split(',').map(named_format).collect::<Result<Vec<_>, _>>()?,
        None => Format::ALL.to_vec(),
    };
    let (tell, told) = oneshot::channel();
    let (to, pieces) = mpsc::channel(PIECES);
    let handle = Handle::current();
    task::spawn(async move {
        let batches = service.clone();
        let work = move || Work { service, formats: formats.into(), handle }.begin(sent, tell, to);
        // Whoever waits for its answer hears that it has come to an end.
        let _ = batches.batches.turn(work).await;
        drop(place);
    });
    told.await.map_err(|_| Refusal::Fault)??;
    Ok(answer::file("van-ban.zip", "application/zip", Body::from_stream(ReceiverStream::new(pieces))))
}

type Next = Result<Item, Error>;

/// To be told whether there will be a ZIP.
type Tell = oneshot::Sender<Result<(), Refusal>>;

/// The records; there is one at least.
fn opened(sent: Sent) -> Result<impl Iterator<Item = Next>, Refusal> {
    let mut records = match sent {
        Sent::List(received) => papers::items(&received.bytes)?,
        Sent::Lines(file) => Records::jsonl(file, None),
    };
    let first = records.next().ok_or_else(|| Refusal::Query(words::no_records().to_owned()))?;
    Ok([first].into_iter().chain(records))
}

/// A batch at work, on a thread of its own that waits for the seats.
struct Work {
    service: Arc<Service>,
    formats: Arc<[Format]>,
    handle: Handle,
}

/// Records whose turn has been asked for, in their order.
type Window = VecDeque<JoinHandle<Result<Outcome, Refusal>>>;

impl Work {
    /// Tells whether there are records, and sends their papers.
    fn begin(self, sent: Sent, tell: Tell, to: Sender<io::Result<Bytes>>) {
        if tell.is_closed() {
            return;
        }
        let records = match opened(sent) {
            Ok(records) => records,
            Err(refusal) => return drop(tell.send(Err(refusal))),
        };
        // Who has gone is found out with the first piece.
        let _ = tell.send(Ok(()));
        let broken = to.clone();
        let made = catch_unwind(AssertUnwindSafe(|| self.run(records, Pieces { to })));
        if let Err(error) = made.unwrap_or_else(|_| Err(lost())) {
            // The caller sees that the ZIP breaks off.
            let _ = broken.blocking_send(Err(error));
        }
    }

    fn run(&self, records: impl Iterator<Item = Next>, to: Pieces) -> io::Result<()> {
        let mut window = Window::new();
        let made = self.make(records, &mut window, to);
        // Where the caller has gone, what is not begun is not made.
        window.iter().for_each(JoinHandle::abort);
        made
    }

    fn make(&self, records: impl Iterator<Item = Next>, window: &mut Window, to: Pieces) -> io::Result<()> {
        let caller = to.to.clone();
        let mut packed = Packed::new(to);
        let mut broken = None;
        let mut records = records.enumerate();
        loop {
            while window.len() < self.service.seats.count
                && broken.is_none()
                && let Some((index, record)) = records.next()
            {
                match record {
                    Ok(item) => window.push_back(self.ask(index, item)),
                    Err(error) => broken = Some(error),
                }
            }
            let Some(next) = window.pop_front() else { break };
            if caller.is_closed() {
                return Err(io::ErrorKind::BrokenPipe.into());
            }
            match self.handle.block_on(next) {
                Ok(Ok(outcome)) => packed.take(&outcome)?,
                _ => return Err(lost()),
            }
        }
        if let Some(error) = broken {
            packed.unread(error.to_string());
        }
        packed.finish()
    }

    /// Asks for a record's turn.
    fn ask(&self, index: usize, item: Item) -> JoinHandle<Result<Outcome, Refusal>> {
        let (service, formats) = (self.service.clone(), self.formats.clone());
        self.handle.spawn(async move {
            let desk = service.clone();
            service.seats.turn(move || outcome(&desk, &formats, index, item)).await
        })
    }
}

/// The program's own fault: the batch cannot go on.
fn lost() -> io::Error {
    io::Error::other("a record is lost")
}

/// What becomes of a record; a batch of one knows panics, too.
fn outcome(service: &Service, formats: &[Format], index: usize, item: Item) -> Outcome {
    let name = item.name().to_owned();
    let mut made = None;
    let batch = Batch::new(&service.desk.renderer).formats(formats).jobs(1);
    let run = batch.run([item], |outcome: Outcome| {
        made = Some(outcome);
        Ok(())
    });
    let made = made.map(|made| Outcome { index, ..made });
    made.unwrap_or_else(|| {
        let said = run.err().map_or_else(String::new, |error| error.to_string());
        Outcome { index, name, file_prefix: None, second: false, state: Became::Panicked(said) }
    })
}

/// The ZIP, and what its report will say.
struct Packed {
    zip: Zip<BufWriter<Pieces>>,
    names: Names,
    done: Vec<Done>,
}

impl Packed {
    fn new(to: Pieces) -> Packed {
        let mut names = Names::default();
        // No paper is called as the report.
        names.keep(REPORT);
        Packed { zip: Zip::new(BufWriter::with_capacity(PIECE, to)), names, done: Vec::new() }
    }

    fn take(&mut self, outcome: &Outcome) -> io::Result<()> {
        let mut done = Done::of(outcome);
        for (name, file) in self.names.files(outcome).into_iter().zip(outcome.files()) {
            self.zip.add(&name, &file.bytes)?;
            done.file(name);
        }
        self.done.push(done);
        Ok(())
    }

    /// The records cannot be read on.
    fn unread(&mut self, said: String) {
        self.done.push(Done::unread(words::service::the_rest(), said));
    }

    fn finish(mut self) -> io::Result<()> {
        let report = report::of(std::mem::take(&mut self.done).into_iter().map(Ok), None)?;
        self.zip.add(REPORT, &report)?;
        self.zip.finish().map(|_| ())
    }
}

/// Sends what is written to the caller; waits where the caller is slow.
struct Pieces {
    to: Sender<io::Result<Bytes>>,
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let sent = self.to.blocking_send(Ok(Bytes::copy_from_slice(bytes)));
        sent.map(|()| bytes.len()).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
