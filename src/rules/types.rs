//! Who may issue what: the table of 399-QĐ/TW as far as it is known, `types.tsv`, a line a cell.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::letterhead;
use crate::error::Problems;
use crate::parts::body::{begins, capitals};
use crate::parts::{Body, Capacity, Frame};
use crate::path::Path;
use crate::text::rows;

/// A cell of the table.
struct Cell {
    body: &'static str,
    title: &'static str,
    issues: bool,
    source: &'static str,
    certainty: Certainty,
}

/// How sure a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Certainty {
    /// Summaries of the regulation agree on it, or the only one says so.
    Summaries,
    /// So is it for a committee of the lowest level; a name does not tell the level.
    Level,
    /// It stood in the regulation before.
    Replaced,
}

static CELLS: LazyLock<Vec<Cell>> = LazyLock::new(|| {
    let rows = rows(include_str!("types.tsv"));
    rows.map(|[body, title, issues, source, certainty]| {
        let certainty = match certainty {
            "summaries" => Certainty::Summaries,
            "level" => Certainty::Level,
            _ => Certainty::Replaced,
        };
        Cell { body, title, issues: issues == "yes", source, certainty }
    })
    .collect()
});

/// The bodies that issue papers of a type by the regulation in force, as far as its table is known: those of the lowest
/// level.
pub(crate) fn issuing_bodies(title: &str) -> impl Iterator<Item = &'static str> {
    let title = capitals(title);
    let issues = move |cell: &&Cell| {
        cell.issues && cell.certainty != Certainty::Replaced && capitals(cell.title) == title
    };
    CELLS.iter().filter(issues).map(|cell| cell.body)
}

/// The body issues papers of this type; told of papers since 399-QĐ/TW, 09/01/2026.
pub(super) fn check(frame: &Frame, problems: &mut Problems) {
    let since = NaiveDate::from_ymd_opt(2026, 1, 9);
    let date = &frame.date;
    let in_force = date.calendar().map_or(date.year >= 2026, |day| since.is_some_and(|since| day >= since));
    let (Some(who), true) = (who(frame), in_force) else { return };
    let title = capitals(&frame.type_name);
    let of = |cell: &&Cell| cell.body == who;
    let Some(cell) = CELLS.iter().find(|cell| of(cell) && !cell.issues && capitals(cell.title) == title)
    else {
        return;
    };
    let called = cell.title.to_lowercase();
    let not = match cell.certainty {
        Certainty::Summaries => "không ban hành",
        Certainty::Level | Certainty::Replaced => "có thể không được ban hành",
    };
    // A committee and its ban thường vụ have one letterhead.
    let shares =
        |other: &str| other.ends_with(who) || (who.starts_with("ban thường vụ") && who.ends_with(other));
    let others: Vec<&str> = CELLS
        .iter()
        .filter(|other| other.issues && other.title == cell.title && shares(other.body))
        .map(|other| other.body)
        .collect();
    // The signature alone says which of them issues it.
    let signs = |body: String| {
        ["BAN THƯỜNG VỤ", "ĐẢNG UỶ", "TỈNH UỶ", "THÀNH UỶ", "HUYỆN UỶ"].contains(&body.as_str())
    };
    if !others.is_empty() && !acting(frame).is_some_and(signs) {
        return;
    }
    let said = if let Some(other) = others.first() {
        format!("{who} {not} {called}; {called} do {other} ban hành")
    } else if who == "đại hội chi bộ" {
        let issued = CELLS.iter().filter(|cell| of(cell) && cell.issues);
        let issued: Vec<String> = issued.map(|cell| cell.title.to_lowercase()).collect();
        format!("{who} ban hành {}; {not} {called}", issued.join(", "))
    } else {
        format!("{who} {not} {called}")
    };
    problems.warning("issuer.type_not_issued", Path::at("issuer").field("name"), cell.source, said);
}

/// Whose cells are the paper's. A committee of a xã, phường, đặc khu, of the army or the police has a level of
/// its own, whose table is not known.
fn who(frame: &Frame) -> Option<&'static str> {
    let name = capitals(frame.issuer.name.as_str());
    let standing = acting(frame).as_deref() == Some("BAN THƯỜNG VỤ");
    let level =
        ["XÃ", "PHƯỜNG", "ĐẶC KHU", "QUÂN", "BỘ CHỈ HUY", "CÔNG AN", "UỶ BAN NHÂN DÂN TỈNH", "CÁC CƠ QUAN"];
    match letterhead::body(frame)? {
        Body::Branch => Some("chi bộ"),
        Body::Congress if name.contains("CHI BỘ") => Some("đại hội chi bộ"),
        Body::Congress => Some("đại hội"),
        Body::Province if standing => Some("ban thường vụ tỉnh uỷ, thành uỷ"),
        Body::Province => Some("tỉnh uỷ, thành uỷ"),
        Body::Committee
            if level.iter().any(|level| begins(name.strip_prefix("ĐẢNG UỶ ").unwrap_or(""), level)) =>
        {
            None
        }
        Body::Committee if standing => Some("ban thường vụ đảng uỷ"),
        Body::Committee => Some("đảng uỷ"),
        _ => None,
    }
}

/// The body for which the paper is signed, in capitals.
fn acting(frame: &Frame) -> Option<String> {
    let signature = frame.signature.as_ref()?;
    let for_a_body = matches!(signature.capacity, Capacity::OnBehalfOf | Capacity::ByOrderOf);
    let body = signature.body.as_ref().filter(|_| for_a_body)?;
    Some(capitals(body.as_str()))
}
