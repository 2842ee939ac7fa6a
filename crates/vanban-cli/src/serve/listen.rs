//! Connections: so many at a time, each with its time limits, until a signal says that it is enough.

use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
#[cfg(unix)]
use tokio::signal::unix::{Signal as Interrupt, Signal as Terminate};
#[cfg(windows)]
use tokio::signal::windows::{CtrlC as Interrupt, CtrlClose as Terminate};
use tokio::sync::Semaphore;
use tokio::time::sleep;
use tokio_io_timeout::TimeoutStream;

/// Connections at a time: a process may have 1024 files on most systems.
const CONNECTIONS: usize = 512;
/// For the head of a request, and between two requests.
const HEAD: Duration = Duration::from_secs(15);
/// For a caller who does not read the answer.
const UNREAD: Duration = Duration::from_secs(30);
/// What of a request is looked at before it is understood.
const BUFFER: usize = 64 * 1024;
/// Where the system has no more connections to give.
const LATER: Duration = Duration::from_millis(100);

/// What tells a program to stop: being interrupted at its terminal, and being ended by another program, or by the window
/// that is closed. Both are listened to from the first moment, so that none is lost between two questions.
pub(super) struct Signals {
    interrupt: Interrupt,
    terminate: Terminate,
}

impl Signals {
    /// From now on they end the program no more by themselves.
    #[cfg(unix)]
    pub(super) fn new() -> io::Result<Signals> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Signals {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
        })
    }

    /// From now on they end the program no more by themselves; a window that is closed ends it after five seconds.
    #[cfg(windows)]
    pub(super) fn new() -> io::Result<Signals> {
        use tokio::signal::windows::{ctrl_c, ctrl_close};
        Ok(Signals { interrupt: ctrl_c()?, terminate: ctrl_close()? })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

/// Serves every connection until the first signal, then finishes the requests that are begun; the second signal ends
/// them too. Whether all were finished.
pub(super) async fn listen(listener: TcpListener, router: Router, mut signals: Signals) -> bool {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let graceful = GracefulShutdown::new();
    {
        let mut stopped = pin!(signals.next());
        loop {
            let next = async {
                let place = places.clone().acquire_owned().await.ok()?;
                Some((place, listener.accept().await.ok()?.0))
            };
            let accepted = tokio::select! {
                () = &mut stopped => break,
                accepted = next => accepted,
            };
            let Some((place, stream)) = accepted else {
                sleep(LATER).await;
                continue;
            };
            let connection = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(HEAD)
                .max_buf_size(BUFFER)
                .serve_connection(TokioIo::new(timed(stream)), TowerToHyperService::new(router.clone()));
            let connection = graceful.watch(connection);
            tokio::spawn(async move {
                // A caller who goes away is no fault.
                let _ = connection.await;
                drop(place);
            });
        }
    }
    drop(listener);
    tokio::select! {
        () = graceful.shutdown() => true,
        () = signals.next() => false,
    }
}

fn timed(stream: TcpStream) -> std::pin::Pin<Box<TimeoutStream<TcpStream>>> {
    // Answers are written whole: nothing is won by waiting for more.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(UNREAD));
    Box::pin(stream)
}
