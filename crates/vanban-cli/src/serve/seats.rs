//! Whose turn it is to compute: as many at a time as there are cores, and a line that has an end.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
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
        let _place = self.place()?;
        self.turn(work).await
    }

    /// A place in the line, for as long as it is held.
    ///
    /// # Errors
    /// [`Refusal::Busy`] where the line is full.
    pub(super) fn place(&self) -> Result<OwnedSemaphorePermit, Refusal> {
        self.line.clone().try_acquire_owned().map_err(|_| Refusal::Busy)
    }

    /// As [`Seats::run`], for one who has a place already.
    ///
    /// # Errors
    /// [`Refusal::Fault`] where the work panics.
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

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    fn run<T>(test: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(test)
    }

    #[test]
    fn a_panic_is_told_and_leaves_its_seat() {
        run(async {
            let seats = Seats::new(1, 0);
            for _ in 0..3 {
                let done = seats.run(|| -> usize { Vec::<usize>::new()[0] }).await;
                assert!(matches!(done, Err(Refusal::Fault)));
            }
            assert_eq!(seats.run(|| 5).await.unwrap(), 5);
        });
    }

    #[test]
    fn who_goes_away_gives_up_the_place_but_not_the_seat() {
        run(async {
            let seats = Arc::new(Seats::new(1, 1));
            let (begin, begun) = mpsc::channel();
            let (end, ended) = mpsc::channel::<()>();
            let working = seats.clone();
            let work = tokio::spawn(async move {
                working
                    .run(move || {
                        begin.send(()).unwrap();
                        ended.recv().unwrap();
                    })
                    .await
            });
            while begun.try_recv().is_err() {
                tokio::task::yield_now().await;
            }
            let waiting = seats.clone();
            let waiting = tokio::spawn(async move { waiting.run(|| ()).await });
            tokio::task::yield_now().await;
            assert!(matches!(seats.run(|| ()).await, Err(Refusal::Busy)));
            waiting.abort();
            work.abort();
            let _ = (waiting.await, work.await);
            assert_eq!((seats.line.available_permits(), seats.seats.available_permits()), (2, 0));
            end.send(()).unwrap();
            seats.run(|| ()).await.unwrap();
        });
    }
}
