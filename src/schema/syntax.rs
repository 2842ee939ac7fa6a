//! What is no JSON: where a text stops to be any, and what to look for there.

use crate::text::{Said, said};

/// Line and column, in characters.
pub(super) fn at(text: &str, first: usize, error: &serde_json::Error) -> Said {
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let before = line.char_indices().take_while(|(start, _)| *start < error.column()).count();
    let (line, column) = (first + error.line().saturating_sub(1), before.max(1));
    said!("dòng {line}, cột {column}", "line {line}, column {column}")
}

/// What serde_json says, in words that say what to look for.
pub(super) fn reason(text: &str, error: &serde_json::Error) -> Said {
    let said = error.to_string();
    let comma = said.starts_with("expected `,`").then(|| missing_comma(text, error)).flatten();
    comma.unwrap_or_else(|| told(&said))
}

/// What a comma is missing before begins as a field or a value does; where a line begins with it, the comma belongs to
/// the end of the line before.
fn missing_comma(text: &str, error: &serde_json::Error) -> Option<Said> {
    let lines: Vec<&str> = text.split('\n').take(error.line()).collect();
    let (line, before) = lines.split_last()?;
    let (head, rest) = line.split_at_checked(error.column().checked_sub(1)?)?;
    if !rest.starts_with(|c: char| "\"{[-".contains(c) || c.is_alphanumeric()) {
        return None;
    }
    let last = before.iter().rposition(|line| !line.trim().is_empty());
    Some(match last.filter(|_| head.trim().is_empty()) {
        Some(index) => {
            let line = index + 1;
            said!(
                "thiếu dấu phẩy “,”; hãy thêm dấu phẩy vào cuối dòng {line}",
                "a comma is missing; add one at the end of line {line}"
            )
        }
        None => said!("thiếu dấu phẩy “,”", "a comma is missing"),
    })
}

fn told(said: &str) -> Said {
    const SAID: [(&str, &str, &str); 13] = [
        ("EOF", "tệp hết giữa chừng", "the file ends too early"),
        ("expected `:`", "thiếu dấu hai chấm sau tên mục", "a colon is missing after the field's name"),
        ("expected `,` or `]`", "thiếu dấu phẩy hoặc dấu “]”", "a comma or “]” is missing"),
        ("expected `,` or `}`", "thiếu dấu phẩy hoặc dấu “}”", "a comma or “}” is missing"),
        ("trailing comma", "thừa dấu phẩy", "there is a comma too many"),
        (
            "trailing characters",
            "thừa chữ sau khi bản ghi đã hết",
            "there is text after the end of the record",
        ),
        (
            "key must be a string",
            "tên mục phải đặt trong dấu nháy kép",
            "a field's name must be in double quotes",
        ),
        (
            "control character",
            "trong chữ có ký tự điều khiển; chỗ xuống dòng viết là \\n",
            "a string holds a control character; write a line break as \\n",
        ),
        ("invalid escape", "sau dấu “\\” là chữ không được phép", "no such character may follow “\\”"),
        ("invalid number", "số viết sai", "a number is written wrongly"),
        ("number out of range", "số quá lớn", "a number is too large"),
        ("recursion limit", "các mục lồng nhau quá sâu", "values are nested too deeply"),
        ("expected value", "ở đây phải là một giá trị", "a value must stand here"),
    ];
    translated(said, &SAID, ("ký tự không đúng chỗ", "a character is out of place"))
}

/// What a reader says, in two languages, by how its sentence begins.
pub(super) fn translated(said: &str, known: &[(&str, &str, &str)], else_said: (&str, &str)) -> Said {
    let known = known.iter().find(|(begins, ..)| said.starts_with(begins));
    let (vietnamese, english) = known.map_or(else_said, |&(_, vietnamese, english)| (vietnamese, english));
    said!("{vietnamese}", "{english}")
}

#[cfg(test)]
mod tests {
    use super::super::read;

    #[test]
    fn what_is_no_json_is_told_with_its_place() {
        for (text, vietnamese, english) in [
            ("{", "dòng 1, cột 1: tệp hết giữa chừng", "line 1, column 1: the file ends too early"),
            (
                "{\"ngày\": \"ắ\" \"b\"",
                "dòng 1, cột 14: thiếu dấu phẩy “,”",
                "line 1, column 14: a comma is missing",
            ),
            (
                "{\"a\": 1 = 2}",
                "dòng 1, cột 9: thiếu dấu phẩy hoặc dấu “}”",
                "line 1, column 9: a comma or “}” is missing",
            ),
            (
                "[1 = 2]",
                "dòng 1, cột 4: thiếu dấu phẩy hoặc dấu “]”",
                "line 1, column 4: a comma or “]” is missing",
            ),
            ("[1,\n 2 3]", "dòng 2, cột 4: thiếu dấu phẩy “,”", "line 2, column 4: a comma is missing"),
            (
                "[1,\n 2\n\n {}]",
                "dòng 4, cột 2: thiếu dấu phẩy “,”; hãy thêm dấu phẩy vào cuối dòng 2",
                "line 4, column 2: a comma is missing; add one at the end of line 2",
            ),
            (
                "{\"a\" 1}",
                "dòng 1, cột 6: thiếu dấu hai chấm sau tên mục",
                "line 1, column 6: a colon is missing after the field's name",
            ),
            ("{\"a\": 1,}", "dòng 1, cột 9: thừa dấu phẩy", "line 1, column 9: there is a comma too many"),
            (
                "{a: 1}",
                "dòng 1, cột 2: tên mục phải đặt trong dấu nháy kép",
                "line 1, column 2: a field's name must be in double quotes",
            ),
            (
                "{} x",
                "dòng 1, cột 4: thừa chữ sau khi bản ghi đã hết",
                "line 1, column 4: there is text after the end of the record",
            ),
            (
                "\"a\nb\"",
                "dòng 2, cột 1: trong chữ có ký tự điều khiển; chỗ xuống dòng viết là \\n",
                "line 2, column 1: a string holds a control character; write a line break as \\n",
            ),
            (
                "[\"\\q\"]",
                "dòng 1, cột 4: sau dấu “\\” là chữ không được phép",
                "line 1, column 4: no such character may follow “\\”",
            ),
            ("[1e999]", "dòng 1, cột 6: số quá lớn", "line 1, column 6: a number is too large"),
            ("[01]", "dòng 1, cột 3: số viết sai", "line 1, column 3: a number is written wrongly"),
            ("[,]", "dòng 1, cột 2: ở đây phải là một giá trị", "line 1, column 2: a value must stand here"),
            ("[tru]", "dòng 1, cột 5: ký tự không đúng chỗ", "line 1, column 5: a character is out of place"),
            (
                &"[".repeat(200),
                "dòng 1, cột 128: các mục lồng nhau quá sâu",
                "line 1, column 128: values are nested too deeply",
            ),
        ] {
            let error = read(text).unwrap_err();
            let [problem] = error.problems() else { panic!("{error}") };
            assert!(problem.path == "." && problem.code == "shape.syntax", "{problem}");
            assert_eq!(
                (problem.message.as_str(), problem.in_english()),
                (vietnamese, Some(english)),
                "{text}"
            );
        }
    }
}
