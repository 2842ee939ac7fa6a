//! Rules for ballots: none appears from nowhere, and each row adds up to the valid ones.

use super::meeting;
use crate::error::Problems;
use crate::parts::{BallotRow, Ballots, Given};
use crate::path::Path;

const CONVENTION: &str = "quy ước";

/// Kiểm phiếu, where `present` members took part.
pub(crate) fn ballots(ballots: &Ballots, present: Option<Given>, problems: &mut Problems) {
    let value = |given: Given| given.value().map(u64::from);
    let [issued, returned, valid, invalid] =
        [ballots.issued, ballots.returned, ballots.valid, ballots.invalid].map(value);
    let at = |field: &'static str| Path::at("ballots").field(field);
    if let (Some(issued), Some(present)) = (issued, present.and_then(value))
        && issued > present
    {
        problems.error(
            "ballots.issued_above_present",
            at("issued"),
            CONVENTION,
            format!("phát ra {issued} phiếu, nhiều hơn {present} đồng chí có mặt"),
        );
    }
    if let (Some(issued), Some(returned)) = (issued, returned)
        && returned > issued
    {
        problems.error(
            "ballots.returned_above_issued",
            at("returned"),
            CONVENTION,
            format!("thu vào {returned} phiếu, nhiều hơn {issued} phiếu phát ra"),
        );
    }
    if let (Some(returned), Some(valid), Some(invalid)) = (returned, valid, invalid)
        && valid + invalid != returned
    {
        problems.warning(
            "ballots.sum",
            at("valid"),
            CONVENTION,
            format!(
                "hợp lệ {valid}, không hợp lệ {invalid}: cộng lại là {} phiếu, mà thu vào {returned} phiếu",
                valid + invalid
            ),
        );
    }
    if ballots.rows.is_empty() && ballots.candidates.is_empty() {
        problems.error(
            "ballots.rows_missing",
            at("rows"),
            CONVENTION,
            "chưa ghi kết quả của đồng chí nào".to_owned(),
        );
    }
    for (index, row) in ballots.rows.iter().enumerate() {
        let path = Path::at("ballots").field("rows").index(index);
        meeting::name(&path.field("name"), &row.name, problems);
        if let (Some(valid), Some(sum)) = (valid, sum(row))
            && sum != valid
        {
            problems.warning(
                "ballots.row_sum",
                path,
                CONVENTION,
                format!("phiếu xếp loại đồng chí {} cộng lại là {sum}, mà có {valid} phiếu hợp lệ", row.name),
            );
        }
    }
    election(ballots, valid, problems);
    for (index, teller) in ballots.tellers.iter().enumerate() {
        meeting::person(&Path::at("ballots").field("tellers").index(index), teller, problems);
    }
}

/// Nobody gets more votes than there are valid ballots, and no more are elected than there are seats.
fn election(ballots: &Ballots, valid: Option<u64>, problems: &mut Problems) {
    for (index, candidate) in ballots.candidates.iter().enumerate() {
        let path = Path::at("ballots").field("candidates").index(index);
        meeting::name(&path.field("name"), &candidate.name, problems);
        if let (Some(valid), Some(votes)) = (valid, candidate.votes.value().map(u64::from))
            && votes > valid
        {
            problems.error(
                "ballots.votes_above_valid",
                path.field("votes"),
                CONVENTION,
                format!("đồng chí {} được {votes} phiếu, nhiều hơn {valid} phiếu hợp lệ", candidate.name),
            );
        }
    }
    let elected = ballots.candidates.iter().filter(|candidate| candidate.elected).count();
    if let Some(seats) = ballots.seats
        && elected > usize::try_from(seats).unwrap_or(usize::MAX)
    {
        problems.error(
            "ballots.elected_above_seats",
            Path::at("ballots").field("seats"),
            CONVENTION,
            format!("{elected} đồng chí trúng cử, nhiều hơn số lượng bầu là {seats}"),
        );
    }
}

/// All ballots on one person, where each figure is given.
fn sum(row: &BallotRow) -> Option<u64> {
    let all = [Some(row.excellent), Some(row.good), Some(row.completed), Some(row.failed), row.unrated];
    all.into_iter().flatten().map(|given| given.value().map(u64::from)).sum()
}
