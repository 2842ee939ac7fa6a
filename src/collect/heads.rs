//! The heads of papers in a text: how many there are, and whose they are.

use crate::kinds::{AnyRecord, Record};
use crate::text::upper;

/// What every paper begins with, if it has no title of its own.
const MOTTO: &str = "ĐẢNG CỘNG SẢN VIỆT NAM";

/// Whose paper it is: the chi bộ that a form scores, else who issues it.
pub(super) fn whose(record: &AnyRecord) -> String {
    let branch = record.fields().ok().and_then(|fields| Some(fields.get("branch")?.as_str()?.to_owned()));
    branch.unwrap_or_else(|| record.frame().issuer.name.to_string())
}

/// Whether a text has more heads than were sent.
pub(super) fn is_of_several(record: &AnyRecord, sent: &[String], now: &[String]) -> bool {
    anchors(record).iter().any(|words| {
        let before = places(sent, words).len();
        before > 0 && places(now, words).len() > before
    })
}

/// Who the heads of a text name, where that is another than the record does.
pub(super) fn others(record: &AnyRecord, sent: &[String], now: &[String]) -> Vec<String> {
    let own = whose(record);
    let mut found: Vec<String> = Vec::new();
    for words in anchors(record) {
        let Some(title) = places(sent, &words).first().copied() else { continue };
        let Some((line, (before, after))) =
            sent.iter().enumerate().find_map(|(at, line)| Some((at, around(line, &own)?)))
        else {
            continue;
        };
        for at in places(now, &words) {
            let named = (at + line).checked_sub(title).and_then(|at| now.get(at));
            let named = named.and_then(|line| within(line, &before, &after));
            found.extend(named.filter(|named| upper(named) != upper(&own)));
        }
    }
    found.dedup();
    found
}

/// The lines by which a paper is known.
fn anchors(record: &AnyRecord) -> [String; 2] {
    [upper(&record.frame().type_name), MOTTO.to_owned()]
}

/// Where a line stands.
fn places(lines: &[String], words: &str) -> Vec<usize> {
    lines.iter().enumerate().filter(|(_, line)| upper(line) == words).map(|(at, _)| at).collect()
}

/// What stands before and behind a name in its line.
fn around(line: &str, name: &str) -> Option<(String, String)> {
    let (line, name) = (upper(line), upper(name));
    let at = line.find(&name)?;
    Some((line.get(..at)?.to_owned(), line.get(at + name.len()..)?.to_owned()))
}

/// What stands between the same words in another line.
fn within(line: &str, before: &str, after: &str) -> Option<String> {
    let whole = upper(line);
    if !(whole.starts_with(before) && whole.ends_with(after)) || whole.len() <= before.len() + after.len() {
        return None;
    }
    // Capitals may be as long as small letters, or not.
    let as_written = if whole.len() == line.len() { line } else { &whole };
    let named = as_written.get(before.len()..whole.len() - after.len())?.trim();
    (!named.is_empty()).then(|| named.to_owned())
}
