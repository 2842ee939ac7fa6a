//! Scoring a session of a chi bộ (Party cell): criteria sets as data, points, totals and ratings. The module makes no
//! form and no page: see [`EvaluationForm`](crate::kinds::EvaluationForm).
//!
//! Every province has its own criteria, and they change. So a set is a file in JSON or TOML, never code.
//! [`CriteriaSet::ids`] lists the built-in sets. Read your own with [`CriteriaSet::from_json`] or
//! [`CriteriaSet::from_toml`], and give it to the Renderer
//! ([`Renderer::with_criteria`](crate::Renderer::with_criteria)).

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
