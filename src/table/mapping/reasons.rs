//! Reasons for missing points, of all criteria in one cell.

/// The reasons in a cell, each with its criterion, and what is said of none: `4.5: …; 8.3: …`, one a line,
/// `Mục 4.1 - …`, `4.1 …`. `is_criterion` tells the numbers of criteria from others; another number is taken for one where a
/// colon and a space stand behind it.
pub(super) fn split(text: &str, is_criterion: &dyn Fn(&str) -> bool) -> (Vec<(String, String)>, String) {
    let mut marks: Vec<(usize, usize, String)> = Vec::new();
    for start in starts(text) {
        let begins = mark(&text[start..]);
        if let Some(Mark { length, id, .. }) = begins.filter(|it| it.is_sure || is_criterion(&it.id)) {
            marks.push((start, start + length, id));
        }
    }
    let alone = clean(&text[..marks.first().map_or(text.len(), |(start, ..)| *start)]);
    let ends = marks.iter().skip(1).map(|(start, ..)| *start).chain([text.len()]);
    let reasons = marks.iter().zip(ends).map(|((_, begun, id), end)| (id.clone(), clean(&text[*begun..end])));
    (reasons.collect(), alone)
}

/// Where a reason may begin: at the start, after a `;`, on a new line.
fn starts(text: &str) -> impl Iterator<Item = usize> {
    let after = text.char_indices().filter(|(_, mark)| matches!(mark, ';' | '\n')).map(|(at, _)| at + 1);
    [0].into_iter().chain(after).map(|at| at + (text[at..].len() - text[at..].trim_start().len()))
}

/// What a reason begins with: `Mục 4.1 - `, `4.5: `.
struct Mark {
    length: usize,
    id: String,
    /// Whether it is a criterion's whatever its number; a time has no space behind its colon.
    is_sure: bool,
}

fn mark(text: &str) -> Option<Mark> {
    const WORDS: [&str; 6] = ["mục", "tiêu chí", "nội dung", "điểm", "ý", "tc"];
    let mut rest = text.trim_start_matches(['-', '–', '+', '•', ' ']);
    let lower = rest.to_lowercase();
    if let Some(word) = WORDS.iter().find(|word| lower.starts_with(&format!("{word} "))) {
        // The word is as long in small letters.
        rest = rest.get(word.len()..)?.trim_start();
    }
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
    let id = rest[..end].trim_end_matches('.');
    let behind = rest[end..].trim_start();
    let separator = behind.starts_with([':', '-', '–', '—', ')', '=']);
    // A number with a point is no count.
    let is_alone = id.contains('.') && behind.len() < rest[end..].len();
    if id.is_empty() || !(separator || is_alone) {
        return None;
    }
    let mut chars = behind.chars();
    if separator {
        chars.next();
    }
    let length = text.len() - chars.as_str().len();
    Some(Mark { length, id: id.to_owned(), is_sure: behind.starts_with(": ") })
}

fn clean(text: &str) -> String {
    text.trim().trim_end_matches([';', ',']).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<(String, String)>, String) {
        split(text, &|id| ["3.5", "4.1", "4.5", "8.3", "7"].contains(&id))
    }

    #[test]
    fn reasons_go_to_their_criteria() {
        let two = |one: &str, other: &str| {
            (vec![("4.5".to_owned(), one.to_owned()), ("8.3".to_owned(), other.to_owned())], String::new())
        };
        let expected = two("9/22 đồng chí; ít", "Chậm 01 ngày");
        for text in [
            "4.5: 9/22 đồng chí; ít; 8.3: Chậm 01 ngày",
            "4.5: 9/22 đồng chí; ít\n8.3: Chậm 01 ngày",
            "Mục 4.5 - 9/22 đồng chí; ít; Mục 8.3 - Chậm 01 ngày;",
            "- Tiêu chí 4.5: 9/22 đồng chí; ít\r\n- Tiêu chí 8.3: Chậm 01 ngày",
            "4.5) 9/22 đồng chí; ít;8.3 – Chậm 01 ngày",
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
        assert_eq!(read("47,83%"), (vec![], "47,83%".to_owned()));
        assert_eq!(read("Thiếu bước 2: kiểm điểm"), (vec![], "Thiếu bước 2: kiểm điểm".to_owned()));
        assert_eq!(
            read("7: Hoàn thành 7/8"),
            (vec![("7".to_owned(), "Hoàn thành 7/8".to_owned())], String::new())
        );
        let alone = |id: &str, said: &str| (vec![(id.to_owned(), said.to_owned())], String::new());
        assert_eq!(read("9.9: x"), alone("9.9", "x"), "told where it is none");
        assert_eq!(read("9.9 - x"), (vec![], "9.9 - x".to_owned()), "no criterion");
        assert_eq!(read("4.5 chậm"), alone("4.5", "chậm"));
        assert_eq!(read("4.5: họp muộn; 19:30 mới họp"), alone("4.5", "họp muộn; 19:30 mới họp"));
        assert_eq!(read("7 đồng chí vắng"), (vec![], "7 đồng chí vắng".to_owned()));
        assert_eq!(read("Chung; 4.1: x"), (vec![("4.1".to_owned(), "x".to_owned())], "Chung".to_owned()));
    }
}
