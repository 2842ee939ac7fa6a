//! What a text in TOML has wrong, in words that say what to look for.

use super::syntax::translated;
use crate::text::{Said, said};

/// Every place at which a text is no TOML, from first to last, with what is wrong there. What is out of place leaves more out
/// of place behind it in its line, and behind a bracket that is not closed: the first alone is told.
pub(crate) fn toml_faults(text: &str, errors: &[toml::de::Error]) -> Vec<(usize, Said)> {
    let fault = |error: &toml::de::Error| {
        let start = error.span().map_or(0, |span| span.start);
        let begin = text.get(..start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let own = text.get(begin..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        slip(own).map_or_else(|| (start, toml_reason(text, error)), |(at, said)| (begin + at, said))
    };
    let mut wrong: Vec<(usize, Said)> = errors.iter().map(fault).collect();
    if let Some((at, closing)) = (!wrong.is_empty()).then(|| unclosed(text)).flatten() {
        wrong.retain(|(start, _)| line(text, *start) < line(text, at));
        wrong.push((at, told(if closing == ']' { "unclosed array" } else { "unclosed inline table" })));
    }
    wrong.sort_by_key(|(start, _)| *start);
    wrong.dedup_by_key(|(start, _)| line(text, *start));
    wrong
}

/// The end of the line behind which a bracket should have been closed, since something new begins, and what closes it.
fn unclosed(text: &str) -> Option<(usize, char)> {
    // Texts of several lines may hold anything.
    if text.contains("\"\"\"") || text.contains("'''") {
        return None;
    }
    let mut open: Vec<char> = Vec::new();
    let (mut begin, mut end) = (0, 0);
    for own in text.split_inclusive('\n') {
        let bare = outside_of_texts(own);
        let words: String = bare.iter().map(|(_, letter)| letter).collect();
        let is_blank = words.trim().is_empty();
        if let Some(closing) = open.last().filter(|_| begins_anew(&words)) {
            return Some((end, *closing));
        }
        let is_header = open.is_empty() && words.trim_start().starts_with('[');
        for (_, letter) in bare.iter().filter(|_| !is_header) {
            match letter {
                '[' => open.push(']'),
                '{' => open.push('}'),
                ']' | '}' => drop(open.pop()),
                _ => {}
            }
        }
        // Where a table is written a field a line, a field is nothing new.
        if words.trim_end().ends_with('{') {
            return None;
        }
        if !is_blank {
            end = begin
                + bare
                    .iter()
                    .rfind(|(_, letter)| !letter.is_whitespace())
                    .map_or(0, |(at, it)| at + it.len_utf8());
        }
        begin += own.len();
    }
    open.last().map(|closing| (end, *closing))
}

/// Whether a line is a field of its own or the name of a table.
fn begins_anew(words: &str) -> bool {
    let words = words.trim();
    let is_name = |name: &str| {
        let name = name.trim();
        !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "_-.\"' ".contains(c))
    };
    let table = words.trim_start_matches('[').trim_end_matches(']');
    match words.split_once('=') {
        Some((name, _)) => is_name(name),
        None => {
            words.starts_with('[')
                && words.ends_with(']')
                && is_name(table)
                && !table.starts_with(['"', '\''])
        }
    }
}

/// The letters of a line that are in no text and no remark, with their places; of a text its quotes.
fn outside_of_texts(line: &str) -> Vec<(usize, char)> {
    let (mut bare, mut quote, mut escaped) = (Vec::new(), None, false);
    for (at, letter) in line.char_indices() {
        match quote {
            Some(_) if escaped => escaped = false,
            Some('"') if letter == '\\' => escaped = true,
            Some(own) if letter == own => {
                bare.push((at, letter));
                quote = None;
            }
            Some(_) => {}
            None if letter == '#' => break,
            None => {
                bare.push((at, letter));
                quote = Some(letter).filter(|letter| ['"', '\''].contains(letter));
            }
        }
    }
    bare
}

/// A slip of the hand in a line, its place and what it is: curly quotes, a decimal comma, a capital truth.
fn slip(line: &str) -> Option<(usize, Said)> {
    let bare = outside_of_texts(line);
    if let Some((at, _)) = bare.iter().find(|(_, letter)| "“”„‘’".contains(*letter)) {
        let said = said!(
            "dấu nháy cong không dùng được; hãy gõ dấu nháy thẳng (\")",
            "curly quotes are no quotes; type straight ones (\")"
        );
        return Some((*at, said));
    }
    let is_digit = |place: Option<&(usize, char)>| place.is_some_and(|(_, letter)| letter.is_ascii_digit());
    let in_list = bare.iter().any(|(_, letter)| *letter == '[');
    let comma = (1..bare.len()).find(|&at| {
        bare.get(at).is_some_and(|(_, letter)| *letter == ',')
            && is_digit(bare.get(at - 1))
            && is_digit(bare.get(at + 1))
    });
    if let Some((at, _)) = comma.filter(|_| !in_list).and_then(|at| bare.get(at)) {
        let said = said!("số lẻ ghi bằng dấu chấm, như 18.5", "a decimal mark is a point, as in 18.5");
        return Some((*at, said));
    }
    let value = line.find('=')? + 1;
    let rest = line.get(value..)?;
    let own = rest.trim();
    ["True", "False", "TRUE", "FALSE"].contains(&own).then(|| {
        let said =
            said!("hãy ghi true (có) hoặc false (không), chữ thường", "write true or false in small letters");
        (value + rest.len() - rest.trim_start().len(), said)
    })
}

/// Where a byte stands, in words.
pub(crate) fn toml_place(text: &str, start: usize) -> Said {
    let (line, column) = place(text, start);
    said!("dòng {line}, cột {column}", "line {line}, column {column}")
}

/// Line and column of a byte, in characters, from 1.
pub(crate) fn place(text: &str, start: usize) -> (usize, usize) {
    let before = text.get(..start).unwrap_or(text);
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line(text, start), column)
}

pub(super) fn line(text: &str, start: usize) -> usize {
    text.get(..start).unwrap_or(text).matches('\n').count() + 1
}

/// What the reader of TOML says, in words that say what to look for.
pub(crate) fn toml_reason(text: &str, error: &toml::de::Error) -> Said {
    let rest = error.span().and_then(|span| text.get(span.start..));
    let ends = rest
        .is_some_and(|rest| rest.trim_start_matches(' ').starts_with(['\n', '\r']) || rest.trim().is_empty());
    match error.message() {
        // What is not there is no text without quotes.
        said if ends && said.starts_with("string values must be quoted") => told("missing value"),
        said => told(said),
    }
}

fn told(said: &str) -> Said {
    const SAID: [(&str, &str, &str); 16] = [
        ("duplicate", "mục này ghi hai lần; hãy bỏ một lần", "this stands twice; remove one of them"),
        ("missing comma", "thiếu dấu phẩy “,”", "a comma is missing"),
        ("extra comma", "thừa dấu phẩy", "there is a comma too many"),
        (
            "missing assignment",
            "thiếu dấu “=” giữa tên mục và giá trị",
            "“=” is missing between name and value",
        ),
        ("extra", "thừa dấu “=”", "there is a “=” too many"),
        ("missing value", "thiếu giá trị sau dấu “=”", "a value is missing after “=”"),
        (
            "key with no value",
            "thiếu dấu “=” và giá trị sau tên mục",
            "“=” and a value are missing after the name",
        ),
        ("unclosed array table", "thiếu dấu “]]” sau tên nhóm mục", "“]]” is missing after the name"),
        ("unclosed array", "thiếu dấu “]”", "“]” is missing"),
        ("unclosed table", "thiếu dấu “]” sau tên nhóm mục", "“]” is missing after the name"),
        ("unclosed inline table", "thiếu dấu “}”", "“}” is missing"),
        (
            "string values must be quoted",
            "chữ phải đặt trong dấu nháy kép",
            "a text must be in double quotes",
        ),
        (
            "invalid unquoted key",
            "tên có dấu hoặc dấu cách phải đặt trong dấu nháy kép",
            "a name with such a letter or a space must be in double quotes",
        ),
        (
            "invalid basic string",
            "thiếu dấu nháy kép, hoặc chữ có ký tự không được phép",
            "a double quote is missing, or a text holds a character that it may not",
        ),
        ("cannot recurse", "các mục lồng nhau quá sâu", "values are nested too deeply"),
        ("unexpected leading zero", "số viết sai: thừa số 0 ở đầu", "a number begins with a 0 too many"),
    ];
    let unknown = (
        "viết sai ở đây; hãy xem lại dấu nháy kép, dấu “=” và dấu ngoặc",
        "this is written wrongly; look at quotes, “=” and brackets",
    );
    translated(said, &SAID, unknown)
}
