//! What a form is of: a session of a month, or a quarter.

use super::{EvaluationForm, Period};
use crate::scoring::SessionVariant;
use crate::text::{Text, month, roman};

/// Room for a figure.
pub(in crate::kinds) const DOTS: &str = "………";

impl EvaluationForm {
    /// `chất lượng sinh hoạt chi bộ tháng 3 năm 2026`; of a quarter what 366-QĐ/TW has it for,
    /// `mức độ hoàn thành nhiệm vụ quý I năm 2026` (convention).
    pub(super) fn subject(&self) -> Text {
        let of = match self.session.variant {
            SessionVariant::Thematic => "chất lượng sinh hoạt chi bộ chuyên đề",
            SessionVariant::Regular | SessionVariant::Combined => "chất lượng sinh hoạt chi bộ",
            SessionVariant::Quarter => "mức độ hoàn thành nhiệm vụ",
        };
        format!("{of} {}", self.period_words()).into()
    }

    /// The month of the session, or the quarter.
    pub(super) fn period_words(&self) -> String {
        if self.is_of_a_quarter() { self.period.quarter_words() } else { self.period.words() }
    }

    pub(super) fn is_of_a_quarter(&self) -> bool {
        self.session.variant == SessionVariant::Quarter
    }
}

impl Period {
    /// `tháng 3 năm 2026`, dots for a month that is left for the pen, and for a year that is not known yet.
    pub(in crate::kinds) fn words(self) -> String {
        let month = self.month.value().map_or_else(|| DOTS.to_owned(), month);
        let year = if self.year == 0 { DOTS.to_owned() } else { self.year.to_string() };
        format!("tháng {month} năm {year}")
    }

    /// `quý II năm 2026`: the quarter that has the month.
    fn quarter_words(self) -> String {
        let month = self.month.value().filter(|month| (1..=12).contains(month));
        let quarter = month.map_or_else(|| DOTS.to_owned(), |month| roman(u64::from(month.div_ceil(3))));
        let year = if self.year == 0 { DOTS.to_owned() } else { self.year.to_string() };
        format!("quý {quarter} năm {year}")
    }
}
