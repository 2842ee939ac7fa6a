//! Checks of a set: its figures agree, its levels and ratings leave no gap, and it says where it comes
//! from.

mod levels;
mod sums;

use std::collections::BTreeSet;

use super::{CriteriaSet, Decimal, Provenance, check_rules};
use crate::error::{Problem, Problems};
use crate::path::Path;
use crate::text::{CleanJson, legacy};

/// A set is data that anybody may write: what it must hold is a convention.
pub(super) const CLAUSE: &str = "quy ước";

/// Everything that is wrong with a set.
pub(super) fn problems(set: &CriteriaSet) -> Vec<Problem> {
    let mut problems = Problems::default();
    encoding(set, &mut problems);
    head(set, &mut problems);
    widths(set, &mut problems);
    ids(set, &mut problems);
    for (path, score) in scores(set) {
        if score < Decimal::ZERO || !score.is_half_step() {
            problems.error(
                "criteria.score",
                path,
                CLAUSE,
                format!("{score} không phải là điểm; điểm là số nguyên hoặc nửa điểm, từ 0 trở lên"),
            );
        }
    }
    sums::check(set, &mut problems);
    levels::check(set, &mut problems);
    ratings(set, &mut problems);
    check_rules(set, &set.year_rules, &mut problems);
    problems.into_vec()
}

/// Its texts are printed like a record's.
fn encoding(set: &CriteriaSet, problems: &mut Problems) {
    // What cannot be written has no text to look at.
    let json = serde_json::to_value(set).unwrap_or_default();
    CleanJson::noting(&json, &mut |path, given, _| {
        if let Some(found) = legacy::detect(given) {
            problems.error("text.legacy_encoding", path, "05-HD/VPTW II.IV.1", found.advice());
        }
    });
}

fn head(set: &CriteriaSet, problems: &mut Problems) {
    if set.format != 1 {
        let sentence = format!("bộ tiêu chí theo dạng {}; phần mềm đọc dạng 1", set.format);
        problems.error("criteria.format", "format", CLAUSE, sentence);
    }
    if set.version == 0 {
        problems.error("criteria.version", "version", CLAUSE, "phiên bản của bộ tiêu chí đánh số từ 1");
    }
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if set.id.is_empty() || !set.id.as_str().chars().all(plain) {
        problems.error(
            "criteria.id",
            "id",
            CLAUSE,
            format!("tên “{}” không dùng được; tên gồm chữ thường không dấu, chữ số và “_”", set.id),
        );
    }
    if set.sources.is_empty() {
        problems.error("criteria.no_source", "sources", CLAUSE, "bộ tiêu chí chưa ghi lấy từ đâu");
    }
    if set.provenance == Provenance::Constructed && set.remarks.is_empty() {
        problems.error(
            "criteria.constructed_unmarked",
            "remarks",
            CLAUSE,
            "bộ tiêu chí dựng làm mẫu phải ghi rõ điều gì là tự đặt ra",
        );
    }
    let kinds: BTreeSet<_> = set.sessions.iter().collect();
    if kinds.is_empty() || kinds.len() < set.sessions.len() {
        problems.error(
            "criteria.sessions",
            "sessions",
            CLAUSE,
            "phải ghi các loại buổi sinh hoạt mà bộ tiêu chí dùng để chấm, mỗi loại một lần",
        );
    }
}

fn widths(set: &CriteriaSet, problems: &mut Problems) {
    let columns = &set.columns;
    let all = [
        ("number", &columns.number),
        ("title", &columns.title),
        ("max", &columns.max),
        ("self_score", &columns.self_score),
        ("superior_score", &columns.superior_score),
        ("note", &columns.note),
    ];
    for (name, column) in all {
        if let Some(width) = column.width.filter(|width| !(1..=100).contains(width)) {
            problems.error(
                "criteria.width",
                Path::at("columns").field(name).field("width"),
                CLAUSE,
                format!("độ rộng của cột “{}” là {width}; độ rộng là phần từ 1 đến 100", column.label),
            );
        }
    }
}

fn ids(set: &CriteriaSet, problems: &mut Problems) {
    if set.groups.is_empty() {
        problems.error("criteria.empty", "groups", CLAUSE, "bộ tiêu chí chưa có tiêu chí nào");
    }
    let mut known = BTreeSet::new();
    let mut check = |path: Path, id: &str| {
        if id.is_empty() || id.contains(char::is_whitespace) {
            problems.error(
                "criteria.criterion_id",
                path,
                CLAUSE,
                format!("“{id}” không dùng làm số của tiêu chí được; hãy ghi số, ví dụ 4 hoặc 4.2"),
            );
        } else if !known.insert(id.to_owned()) {
            problems.error(
                "criteria.criterion_twice",
                path,
                CLAUSE,
                format!("số “{id}” đã dùng cho một tiêu chí khác"),
            );
        }
    };
    for (g, group) in set.groups.iter().enumerate() {
        check(Path::at("groups").index(g).field("id"), group.id.as_str());
        for (i, item) in group.criteria.iter().enumerate() {
            check(Path::at("groups").index(g).field("criteria").index(i).field("id"), item.id.as_str());
        }
    }
}

/// Every score of a set, with its path.
fn scores(set: &CriteriaSet) -> Vec<(Path, Decimal)> {
    let mut scores = vec![(Path::at("max"), set.max)];
    for (g, group) in set.groups.iter().enumerate() {
        scores.push((Path::at("groups").index(g).field("max"), group.max));
        for (i, item) in group.criteria.iter().enumerate() {
            let at = Path::at("groups").index(g).field("criteria").index(i);
            scores.push((at.field("max"), item.max));
            scores.extend(item.max_in.values().map(|max| (at.field("max_in"), *max)));
            let levels = item.levels.iter().enumerate();
            scores.extend(levels.map(|(l, level)| (at.field("levels").index(l).field("score"), level.score)));
        }
    }
    let ratings = set.ratings.iter().enumerate();
    scores.extend(ratings.map(|(r, rating)| (Path::at("ratings").index(r).field("from"), rating.from)));
    scores
}

/// Mức xếp loại: the best first, none twice, and the last takes whatever is left.
fn ratings(set: &CriteriaSet, problems: &mut Problems) {
    for (index, pair) in set.ratings.windows(2).enumerate() {
        if pair[1].from >= pair[0].from {
            problems.error(
                "criteria.ratings_order",
                Path::at("ratings").index(index + 1).field("from"),
                CLAUSE,
                format!(
                    "mức “{}” từ {} điểm phải thấp hơn mức “{}” từ {} điểm ở trước nó",
                    pair[1].name, pair[1].from, pair[0].name, pair[0].from
                ),
            );
        }
    }
    let mut names = BTreeSet::new();
    for (index, rating) in set.ratings.iter().enumerate() {
        if !names.insert(&rating.name) {
            problems.error(
                "criteria.rating_twice",
                Path::at("ratings").index(index).field("name"),
                CLAUSE,
                format!("mức “{}” ghi hai lần", rating.name),
            );
        }
        if rating.from > set.max {
            problems.error(
                "criteria.rating_out_of_reach",
                Path::at("ratings").index(index).field("from"),
                CLAUSE,
                format!("mức “{}” từ {} điểm, mà điểm tối đa là {}", rating.name, rating.from, set.max),
            );
        }
    }
    match set.ratings.last() {
        // Who wants none says so; who forgot them learns it.
        None if set.remarks.is_empty() => problems.error(
            "criteria.no_ratings",
            "ratings",
            CLAUSE,
            "bộ tiêu chí chưa có mức xếp loại; nếu không xếp loại thì ghi rõ điều đó vào remarks",
        ),
        None => {}
        Some(last) if last.from != Decimal::ZERO => problems.error(
            "criteria.ratings_gap",
            Path::at("ratings").index(set.ratings.len() - 1).field("from"),
            CLAUSE,
            format!("mức thấp nhất “{}” phải từ 0 điểm; hiện từ {} điểm", last.name, last.from),
        ),
        Some(_) => {}
    }
}
