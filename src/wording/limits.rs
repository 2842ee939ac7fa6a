//! What a template may cost. Handlebars itself has no limits: five thousand nested blocks abort
//! the process, and so do parentheses. Everything here is looked at before it is compiled.

use std::io;

use super::{place, refused};
use crate::error::Result;

/// The longest template, in bytes.
pub(super) const SOURCE: usize = 64 * 1024;
/// The deepest nesting of blocks, and of parentheses in a tag.
pub(super) const LEVELS: usize = 32;
/// The longest markup that a template may make, in bytes.
pub(super) const OUTPUT: usize = 4 * 1024 * 1024;

/// White space as handlebars' grammar has it.
const SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

/// Refuses a source that is too long or nested too deep, and the tags that are not for wordings:
/// unescaped output, partials and decorators.
///
/// It finds tags as handlebars does. So that both always agree where a tag ends, square brackets
/// (names of any characters, lists), braces in a tag (objects) and the escape `\{{` are refused.
pub(super) fn inspect(source: &str, template: &str) -> Result<()> {
    if source.len() > SOURCE {
        let reason = format!("the template is {} bytes long; at most {SOURCE} are allowed", source.len());
        return Err(refused(template, (0, 0), reason));
    }
    let mut blocks = Blocks::default();
    let mut rest = source;
    while let Some((before, tag)) = rest.split_once("{{") {
        let start = source.len() - tag.len() - "{{".len();
        let refuse = |reason: String| refused(template, place(source, start), reason);
        if before.ends_with('\\') {
            return Err(refuse("the escape `\\{{` is not supported".to_owned()));
        }
        let after = match tag.strip_prefix('!') {
            Some(comment) => after_comment(comment),
            None => after_tag(tag).map_err(|reason| refuse(reason.to_owned()))?,
        };
        // A tag without an end: the compiler says what is wrong.
        let Some(after) = after else { break };
        if !tag.starts_with('!') {
            let inner = tag.strip_suffix(after).unwrap_or(tag);
            blocks.tag(inner).map_err(refuse)?;
        }
        rest = after;
    }
    Ok(())
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
            (None, '(') if parentheses == LEVELS => return Err("too many parentheses in one tag"),
            (None, '(') => parentheses += 1,
            (None, '{') => {
                return Err(
                    "unescaped output is refused: data would become structure; write {{ }} with two braces",
                );
            }
            (None, '[') => return Err("square brackets are not supported in a tag"),
            (None, '}') if chars.as_str().starts_with('}') => return Ok(chars.as_str().get(1..)),
            (None, _) => {}
        }
    }
    Ok(None)
}

/// The blocks that are open.
#[derive(Default)]
struct Blocks {
    /// For each, how many levels it has taken: itself, and one for each `{{else if …}}`, because
    /// the compiler nests those.
    open: Vec<usize>,
}

impl Blocks {
    /// Takes account of a tag, given without its opening braces.
    fn tag(&mut self, tag: &str) -> std::result::Result<(), String> {
        let tag = tag.trim_start_matches(SPACE);
        let tag = tag.strip_prefix('~').unwrap_or(tag).trim_start_matches(SPACE);
        let mut rest = tag.chars();
        match rest.next() {
            Some('&') => return Err("unescaped output is refused: data would become structure".to_owned()),
            Some('>') => return Err("partials are not supported".to_owned()),
            Some('*') => return Err("decorators are not supported".to_owned()),
            Some('#') => match rest.as_str().trim_start_matches(SPACE).chars().next() {
                Some('>') => return Err("partials are not supported".to_owned()),
                Some('*') => return Err("decorators are not supported".to_owned()),
                _ => self.open.push(1),
            },
            Some('/') => {
                self.open.pop();
            }
            _ => {
                let condition = tag.strip_prefix("else").or_else(|| tag.strip_prefix('^'));
                let chained =
                    condition.is_some_and(|text| !text.trim_start_matches(SPACE).starts_with(['~', '}']));
                if let Some(levels) = self.open.last_mut().filter(|_| chained) {
                    *levels += 1;
                }
            }
        }
        if self.open.iter().sum::<usize>() > LEVELS {
            return Err(format!("blocks are nested more than {LEVELS} deep; each `else if` counts"));
        }
        Ok(())
    }
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

    use super::*;
    use crate::error::Error;

    /// Line, column and reason of the refusal.
    fn refusal(source: &str) -> Option<(usize, usize, String)> {
        match inspect(source, "t") {
            Ok(()) => None,
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
        let reason = "the template is 65537 bytes long; at most 65536 are allowed".to_owned();
        assert_eq!(refusal(&"a".repeat(SOURCE + 1)), Some((0, 0, reason)));
    }

    #[test]
    fn blocks_nest_at_most_32_deep() {
        let reason = "blocks are nested more than 32 deep; each `else if` counts".to_owned();
        assert_eq!(refusal(&nested(32)), None);
        assert_eq!(refusal(&nested(33)), Some((1, 32 * 9 + 1, reason.clone())));
        assert_eq!(refusal(&"{{#if a}}{{/if}}".repeat(100)), None);
        let spaced = "{{ ~ # if a}}".repeat(33);
        assert_eq!(refusal(&spaced), Some((1, 32 * 13 + 1, reason.clone())));
        let chain = format!("{{{{#if a}}}}{}{{{{/if}}}}", "\n{{else if b}}".repeat(32));
        assert_eq!(refusal(&chain), Some((33, 1, reason)));
        assert_eq!(refusal(&"{{#if a}}{{else}}{{^}}{{~ else ~}}{{/if}}".repeat(40)), None);
    }

    #[test]
    fn parentheses_nest_at_most_32_deep() {
        let call = |n: usize| format!("a\n {{{{upper {}x{}}}}}", "(upper ".repeat(n), ")".repeat(n));
        assert_eq!(refusal(&call(32)), None);
        assert_eq!(refusal(&call(33)), Some((2, 2, "too many parentheses in one tag".to_owned())));
        let hidden = format!("{{{{f {}}}}}", "\")}}'\" (f ".repeat(33));
        assert_eq!(refusal(&hidden), Some((1, 1, "too many parentheses in one tag".to_owned())));
    }

    #[test]
    fn what_is_not_for_wordings_is_refused() {
        let unescaped = "unescaped output is refused: data would become structure";
        let braces = format!("{unescaped}; write {{{{ }}}} with two braces");
        for (source, reason) in [
            ("{{{a}}}", braces.as_str()),
            ("{{~{a}~}}", &braces),
            ("{{{{raw}}}} {{{{/raw}}}}", &braces),
            ("{{f a={\"b\": 1}}}", &braces),
            ("{{&a}}", unescaped),
            ("{{~ & a}}", unescaped),
            ("{{> other}}", "partials are not supported"),
            ("{{#> other}}{{/other}}", "partials are not supported"),
            ("{{* inline}}", "decorators are not supported"),
            ("{{#*inline \"a\"}}{{/inline}}", "decorators are not supported"),
            ("{{[họ tên]}}", "square brackets are not supported in a tag"),
            ("\\{{a}}", "the escape `\\{{` is not supported"),
        ] {
            let column = if source.starts_with('\\') { 2 } else { 1 };
            assert_eq!(refusal(source), Some((1, column, reason.to_owned())), "{source}");
        }
    }

    #[test]
    fn comments_and_quotes_are_not_tags() {
        assert_eq!(refusal("{{!-- {{{a}}} {{> b}} --}}{{! [ }}{{f \"{ [ }} (\" '\\'{'}}{a [b"), None);
        assert!(refusal("{{!-- --}}{{{a}}}").is_some());
        assert!(refusal("{{! -- a }}{{{a}}}").is_some());
        assert_eq!(refusal("{{! -- a }}{{{a}}} --}}"), None);
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
