//! What is said of criteria sets.

use std::path::Path;

use vanban::scoring::{CriteriaSet, Provenance};

pub(crate) fn unknown(id: &str, known: &str) -> String {
    said!(
        "không có bộ tiêu chí “{id}”; hiện có: {known}",
        "there is no criteria set “{id}”; there are: {known}"
    )
}

/// Two files have sets of one id.
pub(crate) fn same_id(id: &str, other: &Path) -> String {
    let other = other.display();
    said!(
        "bộ tiêu chí trùng id “{id}” với bộ ở {other}; hãy đổi id của một bộ, hoặc bỏ một tệp",
        "the criteria set has the id “{id}” of that in {other}; change one of them, or leave one file out",
    )
}

/// A set of an office stands for one of the library.
pub(crate) fn replaces(id: &str) -> String {
    said!(
        "cảnh báo: bộ tiêu chí này thay bộ có sẵn cùng id “{id}”; nếu không định thay, hãy đổi id",
        "warning: this criteria set replaces the library's of the id “{id}”; change its id if it shall not",
    )
}

/// A set of the list, and where it was taken from.
pub(crate) fn line(id: &str, set: &CriteriaSet) -> String {
    let (name, max) = (&set.name, set.max);
    let sources = set.sources.iter().map(|source| said!("  nguồn: {source}\n", "  source: {source}\n"));
    said!("{id:<32} {name} ({max} điểm)\n", "{id:<32} {name} ({max} points)\n")
        + &sources.collect::<String>()
        + made_up(set)
}

fn made_up(set: &CriteriaSet) -> &'static str {
    match set.provenance {
        Provenance::Constructed => fixed!("  bộ dựng làm mẫu\n", "  made up as a sample\n"),
        Provenance::Real => "",
    }
}

/// A set in which nothing is wrong; what of it is made up.
pub(crate) fn agree(file: &Path, set: &CriteriaSet) -> String {
    let lines: usize = set.groups.iter().map(|group| group.criteria.len().max(1)).sum();
    let (file, name, groups, max) = (file.display(), &set.name, set.groups.len(), set.max);
    let sessions: Vec<&str> = set.sessions.iter().map(|session| session.words()).collect();
    let sessions = sessions.join(", ");
    let mut told = said!(
        "{file}: “{name}”, {groups} nhóm, {lines} tiêu chí, {max} điểm, chấm sinh hoạt {sessions}; các con số khớp nhau\n",
        "{file}: “{name}”, {groups} groups, {lines} criteria, {max} points, for sessions: {sessions}; the figures agree\n",
    );
    told.push_str(made_up(set));
    for remark in &set.remarks {
        told.push_str(&said!("  ghi chú: {remark}\n", "  remark: {remark}\n"));
    }
    told
}

/// A file that is called as if it were in TOML.
pub(crate) fn json_in_toml() -> &'static str {
    fixed!(
        "nội dung tệp ở dạng JSON; hãy đổi đuôi tên tệp thành .json",
        "the file is in JSON; let its name end in .json",
    )
}

/// A file in TOML with another name.
pub(crate) fn toml_elsewhere() -> &'static str {
    fixed!(
        "nội dung tệp ở dạng TOML; hãy đổi đuôi tên tệp thành .toml",
        "the file is in TOML; let its name end in .toml",
    )
}
