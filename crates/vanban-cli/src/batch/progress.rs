//! How far a batch is: on a terminal only, so that a log stays a log.

use std::time::Instant;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::meter::Meter;
use crate::words;

/// A line that is drawn again and again, on standard error.
pub(super) struct Progress {
    bar: ProgressBar,
    meter: Meter,
    begun: Instant,
    papers: u64,
}

impl Progress {
    pub(super) fn new(meter: &Meter) -> Progress {
        let bar = ProgressBar::with_draw_target(Some(meter.total), ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template(words::bar()) {
            bar.set_style(style);
        }
        Progress { bar, meter: meter.clone(), begun: Instant::now(), papers: 0 }
    }

    /// One record more is done.
    pub(super) fn step(&mut self) {
        self.papers += 1;
        if !self.bar.is_hidden() {
            let rate = self.papers as f64 / self.begun.elapsed().as_secs_f64().max(0.001);
            self.bar.set_message(words::progress(self.papers, rate));
            self.bar.set_position(self.meter.done());
        }
    }

    /// Takes the line away.
    pub(super) fn clear(&self) {
        self.bar.finish_and_clear();
    }
}
