//! A template before it is compiled: looked at for what handlebars would choke on, and prepared.

use unicode_normalization::UnicodeNormalization;

use super::limits::{Blocks, LEVELS, SOURCE, SPACE, UNESCAPED};
use super::{place, refused, told};
use crate::error::Result;
use crate::text::shown;

/// A template's source, ready to be compiled.
///
/// It is cleaned and composed (NFC), like every record: a decomposed key would not find its field, nor a
/// text with a hidden character its like. And every
/// line break outside of tags is a form feed. Handlebars drops the lines of tags that stand alone
/// together with their break, even where the break before them belongs to a branch that is not
/// printed, and so joins words. Without line breaks it leaves white space alone, and markup takes
/// a form feed for the white space it is.
#[derive(Debug)]
pub(super) struct Source {
    flat: String,
    /// Where each line of `flat` begins, in characters.
    lines: Vec<usize>,
    /// Line and column that each character had, and the end.
    places: Vec<(usize, usize)>,
    texts: Vec<(usize, String)>,
}

impl Source {
    /// Prepares a source, or refuses it: because it is too long or nested too deep, or because of
    /// tags that are not for wordings: unescaped output, partials and decorators.
    ///
    /// It finds tags as handlebars does. So that both always agree where a tag ends, square
    /// brackets (names of any characters, lists), braces in a tag (objects) and the escape `\{{`
    /// are refused.
    pub(super) fn read(source: &str, template: &str) -> Result<Source> {
        if source.len() > SOURCE {
            let reason = format!("lời văn dài {} byte; hãy rút xuống nhiều nhất {SOURCE} byte", source.len());
            return Err(refused(template, (0, 0), reason));
        }
        // White space stays for the compiler, and control characters to be refused where they are printed.
        let cleaned = |c: char| if c.is_whitespace() || c.is_control() { Some(c) } else { shown(c) };
        let text: String = source.chars().filter_map(cleaned).nfc().collect();
        let (flat, texts) =
            flatten(&text).map_err(|(start, reason)| refused(template, place(&text, start), reason))?;
        let starts = flat.chars().enumerate().filter(|&(_, c)| c == '\n').map(|(index, _)| index + 1);
        let lines = std::iter::once(0).chain(starts).collect();
        let mut places = vec![(1, 1)];
        let (mut line, mut column) = (1, 1);
        for c in text.chars() {
            (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
            places.push((line, column));
        }
        Ok(Source { flat, lines, places, texts })
    }

    /// What is compiled.
    pub(super) fn text(&self) -> &str {
        &self.flat
    }

    /// The texts between the tags, in their order, each with the number of its first character.
    pub(super) fn texts(&self) -> &[(usize, String)] {
        &self.texts
    }

    /// Line and column in the template as it was given, of a character.
    pub(super) fn at(&self, character: usize) -> (usize, usize) {
        self.places.get(character).or(self.places.last()).copied().unwrap_or_default()
    }

    /// Line and column in the template as it was given, for those that the compiler counted.
    pub(super) fn place(&self, (line, column): (usize, usize)) -> (usize, usize) {
        let start = line.checked_sub(1).and_then(|line| self.lines.get(line)).copied().unwrap_or(0);
        self.at(start + column.saturating_sub(1))
    }
}

/// A fault: the byte where its tag begins, and the reason.
type Fault = (usize, String);

/// The source with form feeds for line breaks outside of tags, and the texts between the tags.
fn flatten(source: &str) -> std::result::Result<(String, Vec<(usize, String)>), Fault> {
    let mut flat = String::with_capacity(source.len());
    let (mut texts, mut characters) = (Vec::new(), 0);
    let mut blocks = Blocks::default();
    let mut trimmed = false;
    let mut rest = source;
    while let Some((before, tag)) = rest.split_once("{{") {
        let start = source.len() - tag.len() - "{{".len();
        if let Some((at, reason)) = told::single_braces(before) {
            return Err((start - before.len() + at, reason));
        }
        let fault = |reason: &str| (start, reason.to_owned());
        if before.ends_with('\\') {
            return Err(fault("không dùng \\{{ được; hãy bỏ dấu \\"));
        }
        let comment = tag.strip_prefix('!');
        let after = match comment {
            Some(comment) => after_comment(comment),
            None => after_tag(tag).map_err(fault)?,
        };
        let Some(after) = after else {
            return Err(fault(match comment {
                Some(_) => "ghi chú {{! chưa đóng; hãy ghi }}, hoặc --}} nếu mở bằng {{!--",
                None => "chỗ {{ này chưa đóng; hãy ghi }}, và xem lại các dấu nháy trong đó",
            }));
        };
        let inner = tag.strip_suffix(after).unwrap_or(tag);
        if comment.is_none() {
            blocks.tag(inner, start).map_err(|reason| fault(&reason))?;
            trimmed = inner.trim_end_matches('}').trim_end_matches(SPACE).ends_with('~');
        } else if trimmed {
            // Handlebars 6.4.4 goes on trimming up to the next tag, and does not count comments.
            return Err(fault("ghi chú {{! }} không đứng sau “~}}” được; hãy chuyển ghi chú lên trước"));
        }
        let text: String = before.chars().map(without_break).collect();
        flat.push_str(&text);
        flat.push_str("{{");
        flat.push_str(inner);
        let length = before.chars().count();
        texts.push((characters, text));
        characters += length + "{{".len() + inner.chars().count();
        rest = after;
    }
    if let Some((at, reason)) = told::single_braces(rest) {
        return Err((source.len() - rest.len() + at, reason));
    }
    let text: String = rest.chars().map(without_break).collect();
    flat.push_str(&text);
    texts.push((characters, text));
    blocks.end()?;
    Ok((flat, texts))
}

fn without_break(c: char) -> char {
    if matches!(c, '\n' | '\r') { '\u{c}' } else { c }
}

/// What follows a comment. With `--` at both ends it may hold `}}`.
fn after_comment(comment: &str) -> Option<&str> {
    let long = comment.trim_start_matches(SPACE).strip_prefix("--");
    let after = long.and_then(|text| text.split_once("--}}")).or_else(|| comment.split_once("}}"));
    after.map(|(_, after)| after)
}

/// What follows a tag: its end is the first `}}` outside of a text in quotes.
fn after_tag(tag: &str) -> std::result::Result<Option<&str>, &'static str> {
    let mut parentheses = 0;
    let mut quote = None;
    let mut chars = tag.chars();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (Some(_), '\\') => {
                chars.next();
            }
            (Some(open), _) if open == c => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '(') if parentheses == LEVELS => {
                return Err("quá nhiều dấu ngoặc đơn trong một chỗ {{ }}; hãy bớt đi");
            }
            (None, '(') => parentheses += 1,
            (None, '{') => {
                return Err(UNESCAPED);
            }
            (None, '[') => return Err("không dùng dấu ngoặc vuông trong {{ }} được; hãy bỏ đi"),
            (None, '}') if chars.as_str().starts_with('}') => return Ok(chars.as_str().get(1..)),
            (None, _) => {}
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    /// Line, column and reason of the refusal.
    fn refusal(source: &str) -> Option<(usize, usize, String)> {
        match Source::read(source, "t") {
            Ok(_) => None,
            Err(Error::Template { template, line, column, reason }) => {
                assert_eq!(template, "t");
                Some((line, column, reason))
            }
            Err(other) => panic!("{other:?}"),
        }
    }

    fn nested(depth: usize) -> String {
        format!("{}{}", "{{#if a}}".repeat(depth), "{{/if}}".repeat(depth))
    }

    #[test]
    fn a_template_has_at_most_64_kb() {
        assert_eq!(refusal(&"a".repeat(SOURCE)), None);
        let reason = "lời văn dài 65537 byte; hãy rút xuống nhiều nhất 65536 byte".to_owned();
        assert_eq!(refusal(&"a".repeat(SOURCE + 1)), Some((0, 0, reason)));
    }

    #[test]
    fn blocks_nest_at_most_32_deep() {
        let reason = "các khối lồng nhau quá 32 lớp, kể cả mỗi “else if”; hãy bớt lớp".to_owned();
        assert_eq!(refusal(&nested(32)), None);
        assert_eq!(refusal(&nested(33)), Some((1, 32 * 9 + 1, reason.clone())));
        assert_eq!(refusal(&"{{#if a}}{{/if}}".repeat(100)), None);
        let spaced = "{{ ~ # if a}}".repeat(33);
        assert_eq!(refusal(&spaced), Some((1, 32 * 13 + 1, reason.clone())));
        let chain = format!("{{{{#if a}}}}{}{{{{/if}}}}", "\n{{else if b}}".repeat(32));
        assert_eq!(refusal(&chain), Some((33, 1, reason)));
        assert_eq!(refusal(&"{{#if a}}{{else}}{{^}}{{~ else ~}}x{{/if}}".repeat(40)), None);
    }

    #[test]
    fn parentheses_nest_at_most_32_deep() {
        let call = |n: usize| format!("a\n {{{{upper {}x{}}}}}", "(upper ".repeat(n), ")".repeat(n));
        assert_eq!(refusal(&call(32)), None);
        assert_eq!(
            refusal(&call(33)),
            Some((2, 2, "quá nhiều dấu ngoặc đơn trong một chỗ {{ }}; hãy bớt đi".to_owned()))
        );
        let hidden = format!("{{{{f {}}}}}", "\")}}'\" (f ".repeat(33));
        assert_eq!(
            refusal(&hidden),
            Some((1, 1, "quá nhiều dấu ngoặc đơn trong một chỗ {{ }}; hãy bớt đi".to_owned()))
        );
    }

    #[test]
    fn what_is_not_for_wordings_is_refused() {
        let unescaped = "không dùng {{{ }}} hay {{& }} được, vì chữ của bản ghi sẽ thành thẻ; hãy ghi {{ }} với hai dấu ngoặc";
        for (source, reason) in [
            ("{{{a}}}", unescaped),
            ("{{~{a}~}}", unescaped),
            ("{{{{raw}}}} {{{{/raw}}}}", unescaped),
            ("{{f a={\"b\": 1}}}", unescaped),
            ("{{&a}}", unescaped),
            ("{{~ & a}}", unescaped),
            ("{{> other}}", "không gọi lời văn khác bằng {{> }} được; hãy chép câu chữ ấy vào đây"),
            (
                "{{#> other}}{{/other}}",
                "không gọi lời văn khác bằng {{> }} được; hãy chép câu chữ ấy vào đây",
            ),
            ("{{* inline}}", "không dùng {{* }} được; hãy bỏ đi"),
            ("{{#*inline \"a\"}}{{/inline}}", "không dùng {{* }} được; hãy bỏ đi"),
            ("{{[họ tên]}}", "không dùng dấu ngoặc vuông trong {{ }} được; hãy bỏ đi"),
            ("\\{{a}}", "không dùng \\{{ được; hãy bỏ dấu \\"),
        ] {
            let column = if source.starts_with('\\') { 2 } else { 1 };
            assert_eq!(refusal(source), Some((1, column, reason.to_owned())), "{source}");
        }
    }

    #[test]
    fn a_comment_behind_a_tilde_is_refused() {
        let reason = "ghi chú {{! }} không đứng sau “~}}” được; hãy chuyển ghi chú lên trước".to_owned();
        assert_eq!(refusal("{{a~}}\n {{! b }} c"), Some((2, 2, reason.clone())));
        assert_eq!(refusal("{{a~}} b {{! c }}"), Some((1, 10, reason.clone())));
        assert_eq!(refusal("{{#if a ~ }}{{!-- b --}}"), Some((1, 13, reason)));
        assert_eq!(refusal("{{~a}} {{! b }} {{a~}} {{a}} {{! d }}{{! e }}"), None);
    }

    #[test]
    fn line_breaks_stay_in_tags_only() {
        let source = Source::read("a\r\n{{#if\n b}}\n{{!\n}}\n{{/if}}", "t").unwrap();
        assert_eq!(source.text(), "a\u{c}\u{c}{{#if\n b}}\u{c}{{!\n}}\u{c}{{/if}}");
    }

    #[test]
    fn places_are_those_of_the_source() {
        let source = Source::read("ắ\n{{#if\n b}} c{{/if}}", "t").unwrap();
        assert_eq!(source.place((1, 1)), (1, 1));
        assert_eq!(source.place((1, 3)), (2, 1));
        assert_eq!(source.place((2, 2)), (3, 2));
        assert_eq!(source.place((2, 7)), (3, 7));
        assert_eq!(source.place((2, 99)), (3, 14));
    }

    #[test]
    fn comments_and_quotes_are_not_tags() {
        assert_eq!(refusal("{{!-- {{{a}}} {{> b}} --}}{{! [ }}{{f \"{ [ }} (\" '\\'{'}}{a [b"), None);
        assert!(refusal("{{!-- --}}{{{a}}}").is_some());
        assert!(refusal("{{! -- a }}{{{a}}}").is_some());
        assert_eq!(refusal("{{! -- a }}{{{a}}} --}}"), None);
    }
}
