//! Rules for sentences, wherever they stand in a record: marks of state documents, dates and symbols of citations.

use crate::error::{Problem, Problems};
use crate::path::{Here, Path};

/// Fields whose texts are sentences, and lists of them.
const SENTENCES: [&str; 12] = [
    "opening",
    "closing",
    "paragraphs",
    "content",
    "conclusions",
    "points",
    "clauses",
    "other_business",
    "strengths",
    "shortcomings",
    "remedies",
    "summary",
];

/// Looks at one text of a record.
pub(crate) fn check(here: &Here<'_>, text: &str, problems: &mut Problems) {
    if !is_sentence(here) {
        return;
    }
    let mut told = |code: &'static str, clause: &'static str, said: String| {
        problems.warning(code, Path::from(here), clause, said);
    };
    if text
        .split(|c: char| !(c.is_alphanumeric() || c == '/'))
        .any(|word| matches!(word, "V/v" | "v/v" | "V/V"))
    {
        told("text.v_v", "05-HD/VPTW II.I.5.2.3", "không ghi “V/v”; ghi “về việc”".to_owned());
    }
    if text.trim_end().ends_with("./.") {
        told(
            "text.slash_end",
            "05-HD/VPTW II.I.6.2.2",
            "không dùng “./.” của văn bản hành chính nhà nước; ghi dấu chấm “.”".to_owned(),
        );
    }
    for date in dates(text) {
        if date.padded {
            told(
                "text.date_padded",
                "05-HD/VPTW II.I.6.1.4",
                format!("tháng 3 đến tháng 12 không thêm số 0: “{}”; hiện là “{}”", date.right, date.written),
            );
        }
        if let Some(cited) = date.without_comma {
            told(
                "text.date_comma",
                "05-HD/VPTW II.I.6.1.4",
                format!("trước “ngày” có dấu phẩy: “{cited}, ngày {}”", date.right),
            );
        }
    }
}

/// The problems without what is said of a text twice: the end of the body has a rule of its own.
pub(crate) fn once(mut problems: Vec<Problem>) -> Vec<Problem> {
    let ends: Vec<Path> = problems
        .iter()
        .filter(|problem| problem.code == "body.ends_with_slash")
        .map(|problem| problem.path.clone())
        .collect();
    problems.retain(|problem| problem.code != "text.slash_end" || !ends.contains(&problem.path));
    problems
}

/// Whether a place holds sentences: not a cell of a table, not a name.
pub(super) fn is_sentence(here: &Here<'_>) -> bool {
    let mut here = here;
    loop {
        match here {
            Here::Field(_, name) => return SENTENCES.contains(name),
            Here::Index(outer, _) => here = outer,
            Here::Record => return false,
        }
    }
}

/// A date behind `ngày`, as it was written and as it should be.
struct Date<'a> {
    written: &'a str,
    right: String,
    padded: bool,
    /// What is cited, where its date follows without a comma: `Nghị quyết số 21-NQ/TW`.
    without_comma: Option<&'a str>,
}

fn dates(text: &str) -> impl Iterator<Item = Date<'_>> {
    text.match_indices("ngày ").filter_map(|(at, _)| {
        let rest = &text[at + "ngày ".len()..];
        let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '/')).unwrap_or(rest.len());
        let written = &rest[..end];
        let [day, month, year] = <[&str; 3]>::try_from(written.split('/').collect::<Vec<_>>()).ok()?;
        let number: u32 = month.parse().ok()?;
        day.parse::<u32>().ok()?;
        (year.len() == 4).then_some(())?;
        let padded = month.starts_with('0') && number > 2;
        let right = if padded { format!("{day}/{number}/{year}") } else { written.to_owned() };
        Some(Date { written, right, padded, without_comma: cited(&text[..at]) })
    })
}

/// The citation that ends a text, from its type on, where a symbol stands right before.
fn cited(before: &str) -> Option<&str> {
    let before = before.strip_suffix(' ')?;
    let symbol = before.rsplit(' ').next()?;
    let is_symbol =
        symbol.starts_with(|c: char| c.is_ascii_digit()) && symbol.contains('-') && symbol.contains('/');
    if !is_symbol || symbol.ends_with(',') {
        return None;
    }
    // Its type begins with the last capital before `số`, a few words back.
    let own = before.len() - symbol.len();
    let mut at = own;
    for _ in 0..5 {
        let Some(rest) = before[..at].strip_suffix(' ') else { break };
        at = rest.rfind(' ').map_or(0, |space| space + 1);
        if before[at..].starts_with(char::is_uppercase) {
            return Some(&before[at..]);
        }
    }
    Some(&before[own..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_citations() {
        let said = |text: &'static str| -> Vec<(String, bool, Option<&str>)> {
            dates(text).map(|date| (date.right, date.padded, date.without_comma)).collect()
        };
        assert_eq!(
            said("Thực hiện Nghị quyết số 21-NQ/TW ngày 16/6/2022"),
            [("16/6/2022".to_owned(), false, Some("Nghị quyết số 21-NQ/TW"))]
        );
        assert_eq!(said("Nghị quyết số 21-NQ/TW, ngày 16/06/2022"), [("16/6/2022".to_owned(), true, None)]);
        assert_eq!(said("họp ngày 05/02/2026"), [("05/02/2026".to_owned(), false, None)]);
        assert_eq!(
            said("Thực hiện các quy định của cấp trên và 21-NQ/TW ngày 16/6/2022")[0].2,
            Some("21-NQ/TW")
        );
        assert_eq!(said("từ ngày 01 tháng 6").len(), 0);
    }
}
