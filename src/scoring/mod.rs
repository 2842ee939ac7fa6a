//! Scoring a meeting of a chi bộ: sets of criteria as data, points, totals and ratings. It knows no
//! form and no page.
//!
//! Every province has its own criteria, and they change: a set is a file, in JSON or in TOML, never code. The
//! library's own lie under `templates/criteria`; a caller's is read with [`CriteriaSet::from_json`] or
//! [`CriteriaSet::from_toml`] and given to the Renderer.

mod check;
mod criteria;
mod open;
mod points;
mod session;
mod sets;
mod sheet;
mod standing;
mod toml_text;
mod year;

/// Điểm: points, in exact decimals.
#[doc(alias = "điểm")]
pub use crate::text::Decimal as Score;
pub(crate) use crate::text::Decimal;
pub use criteria::{
    Column, Columns, CriteriaSet, Criterion, Group, Level, Line, Measure, Provenance, Rating, Required,
    Scoring, When,
};
pub(crate) use open::OPEN_SET;
pub use session::{Session, SessionVariant, Targets};
pub use sets::CriteriaSets;
pub use sheet::{ScoreRow, ScoreSheet};
pub use standing::{Comparison, Standing};
pub(crate) use year::check_rules;
pub use year::{MinCount, YearRule};
