//! What there is to say of a record, from what became of it.

use super::{Outcome, State};
use crate::error::{Problem, Remark};

/// Nobody reads more of one record.
const MOST: usize = 50;

/// How it is told.
struct Tongue {
    problem: fn(&Problem) -> Remark,
    fault: fn(&str) -> String,
    more: fn(usize) -> String,
}

impl Outcome {
    /// The remarks about the record, for the office: its problems, or why there is no document. If there are
    /// more than fifty, the first fifty come, and a last one says how many others there are. Empty for a
    /// document without warnings, and for a second document that was left out.
    ///
    /// ```
    /// # use vanban::{Renderer, batch};
    /// # use vanban::kinds::Resolution;
    /// let rejected = Resolution::from_json(&Resolution::example().to_json()?.replace("\"number\": 5", "\"number\": 0"))?;
    /// batch::run(&Renderer::new(), [rejected], |outcome: batch::Outcome| {
    ///     let said = outcome.remarks()[0].to_string();
    ///     assert!(said.starts_with("lỗi: number: số văn bản bắt đầu từ 01, không có số 0"), "{said}");
    ///     Ok(())
    /// })?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn remarks(&self) -> Vec<Remark> {
        self.said(&Tongue {
            problem: |problem| Remark::from(problem),
            fault: |said| format!("lỗi của chính vanban, xin báo lại cho người làm ra vanban: {said}"),
            more: |count| format!("và {count} chỗ khác"),
        })
    }

    /// The same remarks in English, for developers: see [`Remark::in_english`].
    #[must_use]
    pub fn remarks_in_english(&self) -> Vec<Remark> {
        self.said(&Tongue {
            problem: Remark::in_english,
            fault: |said| format!("a fault of vanban itself, please report it: {said}"),
            more: |count| format!("and {count} more"),
        })
    }

    fn said(&self, tongue: &Tongue) -> Vec<Remark> {
        let all = |problems: &[Problem]| problems.iter().map(tongue.problem).collect::<Vec<_>>();
        let mut said: Vec<Remark> = match &self.state {
            State::Failed(error) if error.problems().is_empty() => {
                error.to_string().lines().map(Remark::plain).collect()
            }
            State::Failed(error) => all(error.problems()),
            State::Panicked(panic) => vec![Remark::plain((tongue.fault)(panic))],
            _ => all(self.problems()),
        };
        let more = said.len().saturating_sub(MOST);
        if more > 0 {
            said.truncate(MOST);
            said.push(Remark::plain((tongue.more)(more)));
        }
        said
    }
}
