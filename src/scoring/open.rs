//! The set of a form whose set is not chosen yet: a preview lays such a form out.

use std::sync::OnceLock;

use super::{Column, Columns, CriteriaSet, Decimal, Provenance, Rating, SessionVariant};
use crate::text::Text;

/// Its id, and all that it says.
pub(crate) const OPEN_SET: &str = "………";

/// A set without criteria, for every session, of one rating.
pub(super) fn open_set() -> &'static CriteriaSet {
    static SET: OnceLock<CriteriaSet> = OnceLock::new();
    SET.get_or_init(|| {
        let dots = || Text::from(OPEN_SET);
        let column = || Column { label: dots(), width: None };
        CriteriaSet {
            format: 1,
            id: dots(),
            version: 1,
            name: dots(),
            provenance: Provenance::Real,
            sources: Vec::new(),
            remarks: Vec::new(),
            sessions: vec![
                SessionVariant::Regular,
                SessionVariant::Thematic,
                SessionVariant::Combined,
                SessionVariant::Quarter,
            ],
            max: Decimal::ZERO,
            columns: Columns {
                number: column(),
                title: column(),
                max: column(),
                self_score: column(),
                superior_score: column(),
                note: column(),
            },
            total_label: dots(),
            groups: Vec::new(),
            ratings_title: dots(),
            ratings: vec![Rating { name: dots(), from: Decimal::ZERO, legend: dots() }],
            year_rules: Vec::new(),
        }
    })
}
