//! Whose turn it is to compute: as many at a time as there are cores, and a line that has an end.

use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task;

use super::answer::Refusal;

/// The seats at which papers are made, and the line before them.
pub(super) struct Seats {
    seats: Arc<Semaphore>,
    /// Places of those who sit and those who wait.
    line: Arc<Semaphore>,
    pub(super) count: usize,
}

impl Seats {
    pub(super) fn new(count: usize, queue: usize) -> Seats {
        let line = Arc::new(Semaphore::new(count + queue));
        Seats { seats: Arc::new(Semaphore::new(count)), line, count }
    }

    /// Does work on a thread that may take long, when its turn comes. Who goes away gives up the place in the line.
    ///
    /// # Errors
    /// [`Refusal::Busy`] where the line is full, [`Refusal::Fault`] where the work panics.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Refusal> {
        let _place = self.line.try_acquire().map_err(|_| Refusal::Busy)?;
        self.turn(work).await
    }

    /// As [`Seats::run`], for one who has a place elsewhere.
    ///
    /// # Errors
    /// As [`Seats::run`].
    pub(super) async fn turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Refusal> {
        let seat = self.seats.clone().acquire_owned().await.map_err(|_| Refusal::Fault)?;
        let done = task::spawn_blocking(move || {
            // What is begun is finished, and takes its seat until then, even if nobody waits for it any more.
            let _seat = seat;
            work()
        });
        done.await.map_err(|_| Refusal::Fault)
    }
}
