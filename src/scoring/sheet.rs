//! A score sheet: what has to be known of a criteria set to draw its table and to fill it in.

use serde::Serialize;

use super::{CriteriaSet, Decimal, Line, Scoring, Session, Standing};
use crate::path::Path;

/// The table of points of a record: its lines, the possible points, and the points that follow from the
/// session's facts. A program that shows it needs no criteria set. In JSON the keys are the names of the
/// fields, and points are numbers.
///
/// ```
/// use vanban::Record;
/// use vanban::kinds::EvaluationForm;
/// use vanban::scoring::CriteriaSets;
/// let sheet = EvaluationForm::example().score_sheet(&CriteriaSets::built_in()).unwrap();
/// assert_eq!((sheet.place.to_string(), sheet.key.as_str()), ("rows".to_owned(), "criterion"));
/// assert_eq!(sheet.columns, ["self_score", "note"]);
/// assert_eq!(sheet.rows[0].id, "1.1");
/// assert!(sheet.standing.unwrap().starts_with("Tổng điểm "));
/// ```
#[doc(alias = "bảng điểm")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ScoreSheet {
    /// The place of the list of scores in the record: `rows`.
    pub place: Path,
    /// The field in an element of that list that holds the line's number: `criterion`.
    pub key: String,
    /// The fields of such an element that somebody fills in, in the order of the columns: `self_score`,
    /// `superior_score` (points; one of them or both), `note` (the reason for missing points).
    pub columns: Vec<String>,
    /// The lines, in the order of the table.
    pub rows: Vec<ScoreRow>,
    /// The total and the rating in a sentence: `Tổng điểm 99, xếp loại Tốt`. If both the chi bộ and its
    /// superior score, it has both results. `None` while no line has points.
    pub standing: Option<String>,
}

/// A line of a [`ScoreSheet`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ScoreRow {
    /// Its number in the table: `4.5`.
    pub id: String,
    /// The title of the criterion, or of the group that is scored itself.
    pub title: String,
    /// The title of its group; `None` for a group that is scored itself.
    pub group: Option<String>,
    /// The maximum in this session; 0 if the line does not count.
    pub max: Decimal,
    /// Whether the line counts in this session.
    pub counted: bool,
    /// The points that follow from the session's facts. `None` if a person decides, if a fact is missing, or
    /// if the line does not count.
    pub points: Option<Decimal>,
    /// The possible points, largest first. Empty if any score from 0 to the maximum is possible, in steps of
    /// `step`, or if the line does not count.
    pub levels: Vec<Decimal>,
    /// The smallest difference between two scores, always 0.5 point.
    pub step: Decimal,
}

impl ScoreRow {
    fn new(line: Line<'_>, group: Option<String>, session: &Session) -> ScoreRow {
        let counted = line.max > Decimal::ZERO;
        ScoreRow {
            id: line.id.to_owned(),
            title: line.title.to_string(),
            group,
            max: line.max,
            counted,
            points: line.criterion.and_then(|item| item.points(session)),
            levels: if counted { line.levels() } else { Vec::new() },
            step: Decimal::halves(1),
        }
    }
}

impl CriteriaSet {
    /// The lines of a session's score sheet; empty for a set without criteria.
    #[must_use]
    pub fn score_rows(&self, session: &Session) -> Vec<ScoreRow> {
        let groups = self.groups.iter().flat_map(|group| {
            let title = (!group.criteria.is_empty()).then(|| group.title.to_string());
            // A group without criteria is a line.
            std::iter::repeat_n(title, group.criteria.len().max(1))
        });
        self.lines(session.variant)
            .zip(groups)
            .map(|(line, group)| ScoreRow::new(line, group, session))
            .collect()
    }
}

impl Line<'_> {
    /// The possible points, largest first. Empty if any score up to the maximum is possible.
    #[must_use]
    pub fn levels(&self) -> Vec<Decimal> {
        match self.criterion {
            None => Vec::new(),
            Some(item) => match item.scoring {
                Scoring::Free => Vec::new(),
                Scoring::AllOrNothing => vec![self.max, Decimal::ZERO],
                Scoring::Levels => item.levels.iter().map(|level| level.score).collect(),
            },
        }
    }
}

impl Standing<'_> {
    /// The result in words: `tổng điểm 99, xếp loại Tốt`; without a rating only the total.
    #[must_use]
    pub fn words(&self) -> String {
        let rating = self.rating.map(|rating| format!(", xếp loại {}", rating.name)).unwrap_or_default();
        format!("tổng điểm {}{rating}", self.total)
    }
}
