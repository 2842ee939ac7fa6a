//! What a template may cost. Handlebars itself has no limits: five thousand nested blocks abort
//! the process, and so do parentheses.

use std::io;

use serde_json::Value;

use super::told;

/// The longest template, in bytes.
pub(super) const SOURCE: usize = 64 * 1024;
/// The deepest nesting of blocks, of parentheses in a tag, and of elements.
pub(super) const LEVELS: usize = 32;

/// What one filling of a template may cost: so much for any record, and more for each value of a large one, so that loops
/// inside of loops end soon and a table may be as long as its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Allowed {
    /// The longest markup, in bytes.
    pub(super) bytes: usize,
    /// The most elements in it. One of four bytes, `<td/>`, takes a hundred times as much when it is read.
    pub(super) elements: usize,
    /// The most steps (see [`super::steps`]).
    pub(super) steps: u64,
}

impl Allowed {
    /// For any record: a list of a thousand chi bộ has 15,000 elements and takes about 50,000 steps.
    pub(super) const LEAST: Allowed = Allowed { bytes: 4 * 1024 * 1024, elements: 50_000, steps: 250_000 };

    /// For a record: a cell of a table has a value, and takes an element or two. What other records have, a thousand values
    /// and 64 KB of text, is in [`Allowed::LEAST`].
    pub(super) fn of(record: &Value) -> Allowed {
        let (values, bytes) = extent(record);
        let (values, bytes) = (values.saturating_sub(1_000), bytes.saturating_sub(64 * 1024));
        let steps = u64::try_from(values.saturating_mul(40)).unwrap_or(u64::MAX);
        Allowed {
            bytes: Allowed::LEAST
                .bytes
                .saturating_add(values.saturating_mul(256))
                .saturating_add(bytes.saturating_mul(8)),
            elements: Allowed::LEAST.elements.saturating_add(values.saturating_mul(4)),
            steps: Allowed::LEAST.steps.saturating_add(steps),
        }
    }
}

/// The number of values of a record, and the bytes of its texts.
fn extent(value: &Value) -> (usize, usize) {
    let sum =
        |(values, bytes): (usize, usize), (more, longer): (usize, usize)| (values + more, bytes + longer);
    match value {
        Value::String(text) => (1, text.len()),
        Value::Array(items) => items.iter().map(extent).fold((1, 0), sum),
        Value::Object(fields) => fields.values().map(extent).fold((1, 0), sum),
        _ => (1, 0),
    }
}

/// What is refused of output that is not escaped.
pub(super) const UNESCAPED: &str =
    "không dùng {{{ }}} hay {{& }} được, vì chữ của bản ghi sẽ thành thẻ; hãy ghi {{ }} với hai dấu ngoặc";

/// White space as handlebars' grammar has it.
pub(super) const SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

/// The blocks that are open.
#[derive(Default)]
pub(super) struct Blocks {
    open: Vec<Open>,
}

/// A block whose end has not come yet.
struct Open {
    name: String,
    /// The byte where its tag begins.
    start: usize,
    /// How many levels it has taken: itself, and one for each `{{else if …}}`, because the compiler nests those.
    levels: usize,
}

impl Blocks {
    /// Takes account of a tag, given without its opening braces, which stand at byte `start`.
    pub(super) fn tag(&mut self, tag: &str, start: usize) -> std::result::Result<(), String> {
        let tag = tag.trim_start_matches(SPACE);
        let tag = tag.strip_prefix('~').unwrap_or(tag).trim_start_matches(SPACE);
        if told::compares(tag) {
            return Err("không so sánh bằng dấu = được; hãy dùng hàm eq, như {{#if (eq draft 1)}}".to_owned());
        }
        let mut rest = tag.chars();
        match rest.next() {
            Some('&') => return Err(UNESCAPED.to_owned()),
            Some('>') => {
                return Err("không gọi lời văn khác bằng {{> }} được; hãy chép câu chữ ấy vào đây".to_owned());
            }
            Some('*') => return Err("không dùng {{* }} được; hãy bỏ đi".to_owned()),
            Some('#') => match rest.as_str().trim_start_matches(SPACE).chars().next() {
                Some('>') => {
                    return Err(
                        "không gọi lời văn khác bằng {{> }} được; hãy chép câu chữ ấy vào đây".to_owned()
                    );
                }
                Some('*') => return Err("không dùng {{* }} được; hãy bỏ đi".to_owned()),
                _ => self.open.push(Open { name: first_word(rest.as_str()).to_owned(), start, levels: 1 }),
            },
            Some('/') => self.close(first_word(rest.as_str()))?,
            _ => {
                let other = tag.strip_prefix('^').or_else(|| {
                    tag.strip_prefix("else")
                        .filter(|text| text.starts_with(['~', '}']) || text.starts_with(SPACE))
                });
                if let Some(condition) = other {
                    let Some(open) = self.open.last_mut() else {
                        return Err(
                            "{{else}} đứng ngoài khối; hãy bỏ đi, hoặc ghi {{#if …}} ở trước".to_owned()
                        );
                    };
                    let chained = !condition.trim_start_matches(SPACE).starts_with(['~', '}']);
                    open.levels += usize::from(chained);
                }
            }
        }
        if self.open.iter().map(|open| open.levels).sum::<usize>() > LEVELS {
            return Err(format!("các khối lồng nhau quá {LEVELS} lớp, kể cả mỗi “else if”; hãy bớt lớp"));
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> std::result::Result<(), String> {
        match self.open.pop() {
            Some(open) if open.name == name => Ok(()),
            Some(open) => Err(told::expected_block_end(&open.name, name)),
            None => Err(format!("{{{{/{name}}}}} không đóng khối nào đang mở; hãy bỏ đi")),
        }
    }

    /// That no block is open at the end; else where the innermost begins, and what is wrong.
    pub(super) fn end(&self) -> std::result::Result<(), (usize, String)> {
        self.open.last().map_or(Ok(()), |Open { name, start, .. }| {
            Err((*start, format!("khối {{{{#{name} …}}}} chưa đóng; hãy ghi {{{{/{name}}}}}")))
        })
    }
}

/// The name that a tag begins with.
fn first_word(tag: &str) -> &str {
    let ends = |c: char| SPACE.contains(&c) || matches!(c, '~' | '}');
    tag.trim_start_matches(SPACE).split(ends).next().unwrap_or_default()
}

/// Bytes that are written, up to a limit.
pub(super) struct Limited {
    bytes: Vec<u8>,
    limit: usize,
}

impl Limited {
    /// Room for `limit` bytes.
    pub(super) fn new(limit: usize) -> Limited {
        Limited { bytes: Vec::new(), limit }
    }

    /// What was written.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

impl io::Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.len() > self.limit - self.bytes.len() {
            return Err(io::Error::other(format!("the output is larger than {} bytes", self.limit)));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use serde_json::json;

    use super::{Allowed, Limited};

    #[test]
    fn a_long_record_allows_more() {
        let Allowed { bytes, elements, steps } = Allowed::LEAST;
        let of = |rows: usize| Allowed::of(&json!({"rows": vec![["ab", "c"]; rows]}));
        let more = |values: usize, letters: usize| Allowed {
            bytes: bytes + values * 256 + letters * 8,
            elements: elements + values * 4,
            steps: steps + values as u64 * 40,
        };
        assert_eq!(of(300), Allowed::LEAST);
        assert_eq!(of(1_000), more(2_002, 0));
        assert_eq!(of(100_000), more(299_002, 300_000 - 64 * 1024));
    }

    #[test]
    fn writing_stops_at_the_limit() {
        let mut out = Limited::new(3);
        out.write_all(b"ab").unwrap();
        assert_eq!(out.write_all(b"cd").unwrap_err().to_string(), "the output is larger than 3 bytes");
        out.write_all(b"c").unwrap();
        assert_eq!(out.into_bytes(), b"abc");
    }
}
