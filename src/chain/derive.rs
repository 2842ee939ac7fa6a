//! `vanban derive`: from any record to one that follows from it.

use super::plan::next_month;
use super::{Draft, Issued, refused, skeleton_minutes};
use crate::error::{Error, Result};
use crate::kinds::{AnyRecord, Minutes, Plan, Record, Resolution};
use crate::path::Path;

/// Every pair of kinds that [`derive()`] knows: from, to.
pub const DERIVATIONS: &[(&str, &str)] = &[
    ("minutes", "resolution"),
    ("minutes", "notice"),
    ("resolution", "comments"),
    ("resolution", "plan"),
    ("plan", "programme"),
    ("plan", "minutes"),
];

/// The record that follows from another one: from minutes the draft of a resolution or of a notice, from a
/// draft the empty table of comments, from an issued resolution next month's plan, from a plan the
/// programme or the skeleton minutes of the session in a `row` of its table (counted from 1; left out, the
/// first).
///
/// # Errors
/// [`Error::Shape`] where nothing of that kind follows from the record, or a row is named where there is
/// none to choose; [`Error::Invalid`] where the record lacks what the other one is made of.
pub fn derive(record: &AnyRecord, to: &str, row: Option<usize>) -> Result<AnyRecord> {
    if row.is_some() && record.downcast_ref::<Plan>().is_none() {
        let kind = record.kind().name();
        return Err(Error::shape(
            "chain.no_rows",
            "row",
            format!("chỉ bảng của kế hoạch có dòng để chọn; bản ghi này là “{kind}”"),
        ));
    }
    let (minutes, resolution, plan) = (
        record.downcast_ref::<Minutes>(),
        record.downcast_ref::<Resolution>(),
        record.downcast_ref::<Plan>(),
    );
    match (minutes, resolution, plan, to) {
        (Some(minutes), _, _, "resolution") => Ok(Draft::from_minutes(minutes)?.into_record().into()),
        (Some(minutes), _, _, "notice") => Ok(Draft::notice(minutes)?.into_record().into()),
        (_, Some(resolution), _, "comments") => {
            let draft = Draft::from_record(resolution.clone())?;
            Ok(draft.collect(Vec::new()).table().clone().into())
        }
        (_, Some(resolution), _, "plan") => {
            let issued = Issued::from_record(resolution.clone())?;
            let Some((month, year)) = next_month(resolution.paper.date) else {
                return Err(refused(
                    "chain.month_unknown",
                    Path::at("date").field("month"),
                    "quy ước",
                    "nghị quyết để tháng ghi bằng bút; chưa biết tháng sau là tháng nào để lập kế hoạch",
                ));
            };
            Ok(issued.plan(month, year)?.into_record().into())
        }
        (_, _, Some(plan), "programme") => Ok(Draft::programme(plan, row.unwrap_or(1))?.into_record().into()),
        (_, _, Some(plan), "minutes") => Ok(skeleton_minutes(plan, row.unwrap_or(1))?.into()),
        _ => {
            let from = record.kind().name();
            let known: Vec<&str> =
                DERIVATIONS.iter().filter(|(known, _)| *known == from).map(|(_, to)| *to).collect();
            let known = if known.is_empty() { "không có gì".to_owned() } else { known.join(", ") };
            Err(Error::shape(
                "chain.no_such_paper",
                "kind",
                format!("từ “{from}” không lập được “{to}”; lập được: {known}"),
            ))
        }
    }
}
