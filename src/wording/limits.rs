//! What a template may cost. Handlebars itself has no limits: five thousand nested blocks abort
//! the process, and so do parentheses.

use std::io;

/// The longest template, in bytes.
pub(super) const SOURCE: usize = 64 * 1024;
/// The deepest nesting of blocks, and of parentheses in a tag.
pub(super) const LEVELS: usize = 32;
/// The longest markup that a template may make, in bytes.
pub(super) const OUTPUT: usize = 4 * 1024 * 1024;
/// The most elements in it: a list of a thousand chi bộ has 15,000. One of four bytes, `<td/>`, takes a hundred times
/// as much when it is read.
pub(super) const ELEMENTS: usize = 50_000;

/// White space as handlebars' grammar has it.
pub(super) const SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

/// The blocks that are open.
#[derive(Default)]
pub(super) struct Blocks {
    /// For each, how many levels it has taken: itself, and one for each `{{else if …}}`, because
    /// the compiler nests those.
    open: Vec<usize>,
}

impl Blocks {
    /// Takes account of a tag, given without its opening braces.
    pub(super) fn tag(&mut self, tag: &str) -> std::result::Result<(), String> {
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

    use super::Limited;

    #[test]
    fn writing_stops_at_the_limit() {
        let mut out = Limited::new(3);
        out.write_all(b"ab").unwrap();
        assert_eq!(out.write_all(b"cd").unwrap_err().to_string(), "the output is larger than 3 bytes");
        out.write_all(b"c").unwrap();
        assert_eq!(out.into_bytes(), b"abc");
    }
}
