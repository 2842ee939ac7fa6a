//! What forms take from the sheet of an office: each row a session of a chi bộ, with its points.

use crate::kinds::sheets::{Rows, Scored, Sheets};

pub(super) const SHEETS: Sheets = Sheets {
    columns: include_str!("columns.tsv"),
    follows: &["scorer", "session.variant", "rows[0].criterion"],
    rows: Rows::Scored(Scored {
        own: &[("scorer", "self"), ("session.variant", "regular")],
        own_signed: &[
            ("signature.capacity", "on_behalf_of"),
            ("signature.body", "Chi bộ"),
            ("signature.position", "Bí thư"),
        ],
        superior_signed: &[
            ("signature.capacity", "direct"),
            ("signature.position", "Đảng uỷ viên dự sinh hoạt"),
        ],
        superior: &[("scorer", "superior")],
        dropped: &["rows", "strengths", "shortcomings", "remedies", "signature"],
        left_open: &["session", "held", "date", "rows", "strengths", "shortcomings", "remedies"],
        kept: &["session.variant", "session.only_secretary"],
    }),
};
