//! A record as a person reads it: JSON with what each field is called in a comment behind it, as `vanban new` writes one
//! to fill in. What is left for the pen is found on the way.

use std::collections::BTreeSet;

use vanban::Kind;
use vanban::error::{Path, PathStep};

use crate::new::EXPLAINED;

/// What a record says instead of what is written by hand.
const BY_HAND: &str = "\"by_hand\"";

/// A record with its comments.
pub(crate) struct Commented {
    pub(crate) text: String,
    /// What is left for the pen: what it is called, and how often it is left so. Number and day of the paper are not
    /// among it: they come when it is issued.
    pub(crate) by_hand: Vec<(String, usize)>,
}

/// Puts a comment behind each field of a record: the first of its name in each part, and each that is left for the pen.
/// `json` is a record of the kind as the library writes it, a field a line.
pub(crate) fn commented(kind: &Kind, json: &str) -> Commented {
    let mut walk = Walk::default();
    let short = people_in_a_word(json);
    // Wherever a word says the same.
    let says_it = |short: &&String| {
        let read = serde_json::from_str(short).ok().and_then(|value| kind.read(value).ok());
        read.and_then(|record| record.to_json().ok()).is_some_and(|again| again == json)
    };
    let json = Some(&short).filter(says_it).map_or(json, String::as_str);
    let mut text = format!("// {EXPLAINED}\n");
    for (index, line) in json.lines().enumerate() {
        text.push_str(line);
        // The first line opens the record itself.
        let said = if index > 0 { walk.line(line.trim(), kind) } else { None };
        if let Some(said) = said {
            text.push_str(" // ");
            text.push_str(&said);
        }
        text.push('\n');
    }
    Commented { text, by_hand: walk.by_hand }
}

/// A record in which a person whom the pen writes is that word alone, so that a body (`Chi ủy`) may take its place.
fn people_in_a_word(json: &str) -> String {
    let lines: Vec<&str> = json.lines().collect();
    let (mut short, mut rest) = (Vec::new(), lines.as_slice());
    while let Some((line, after)) = rest.split_first() {
        let person = match after {
            [name, end, ..] if name.trim() == "\"name\": \"by_hand\"" => {
                line.strip_suffix('{').zip(end.trim().strip_prefix('}'))
            }
            _ => None,
        };
        match person {
            Some((field, comma)) => {
                short.push(format!("{field}{BY_HAND}{comma}"));
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                short.push((*line).to_owned());
                rest = after;
            }
        }
    }
    short.join("\n")
}

#[derive(Default)]
struct Walk {
    /// What is open: a field, or the elements of a list so far.
    open: Vec<PathStep>,
    /// Places without their numbers that have their comment.
    said: BTreeSet<String>,
    by_hand: Vec<(String, usize)>,
}

impl Walk {
    /// What is said of a line, which has no space at its ends.
    fn line(&mut self, line: &str, kind: &Kind) -> Option<String> {
        if line.starts_with(['}', ']']) {
            self.open.pop();
            return None;
        }
        let (name, value) = match field(line) {
            Some((name, value)) => (Some(name), value),
            None => (None, line),
        };
        let step = match name {
            Some(name) => PathStep::Field(name.to_owned().into()),
            None => PathStep::Index(0),
        };
        let path: Path = self.open.iter().cloned().chain([step.clone()]).collect();
        if value.ends_with(['{', '[']) {
            self.open.push(step);
        }
        let by_hand = value.trim_end_matches(',') == BY_HAND;
        if name.is_none() && !by_hand {
            return None;
        }
        let term = kind.term_at(&path)?;
        if by_hand {
            let is_issued = ["number", "date"].iter().any(|own| path.starts_with(&Path::at(*own)));
            // Whose name it is tells more than that it is one.
            let whose: Path = self.open.iter().cloned().collect();
            let called =
                kind.term_at(&whose).filter(|_| name == Some("name")).unwrap_or_else(|| term.clone());
            match self.by_hand.iter_mut().find(|(known, _)| *known == called) {
                _ if is_issued => {}
                Some((_, count)) => *count += 1,
                None => self.by_hand.push((called, 1)),
            }
            return Some(format!("{term}: để ghi bằng bút; biết rồi thì ghi thay cho by_hand"));
        }
        self.said.insert(path.to_string()).then_some(term)
    }
}

/// Name and value of a field.
fn field(line: &str) -> Option<(&str, &str)> {
    let inside = line.strip_prefix('"')?;
    let mut escaped = false;
    let end = inside.find(|c: char| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    })?;
    let value = inside.get(end + 1..)?.strip_prefix(": ")?;
    Some((inside.get(..end)?, value))
}

#[cfg(test)]
mod tests {
    use vanban::kinds::built_in;

    use super::*;
    use vanban::kinds::plain_json;

    fn kind(name: &str) -> &'static Kind {
        built_in().find(|kind| kind.name() == name).unwrap()
    }

    #[test]
    fn each_field_has_its_term_once() {
        let record = "{\n  \"kind\": \"plan\",\n  \"recipients\": [\n    \"a\\\": b\",\n    \"c\"\n  ],\n  \"issuer\": {\n    \"name\": \"Chi bộ\"\n  }\n}";
        assert_eq!(
            commented(kind("plan"), record).text,
            format!(
                "// {EXPLAINED}\n{{\n  \"kind\": \"plan\", // loại văn bản\n  \"recipients\": [ // nơi nhận\n    \"a\\\": b\",\n    \
                 \"c\"\n  ],\n  \"issuer\": {{ // cơ quan ban hành\n    \"name\": \"Chi bộ\" // tên cơ quan ban hành\n  }}\n}}\n"
            )
        );
    }

    #[test]
    fn what_is_left_for_the_pen_is_told_wherever_it_is() {
        let record = concat!(
            "{\n  \"number\": \"by_hand\",\n  \"venue\": \"by_hand\",\n  \"opinions\": [\n    \"by_hand\",\n    \"by_hand\"\n  ],\n",
            "  \"secretary\": {\n    \"name\": \"by_hand\"\n  }\n}"
        );
        let commented = commented(kind("minutes"), record);
        let expected = [("địa điểm", 1), ("các ý kiến", 2), ("thư ký", 1)];
        assert_eq!(commented.by_hand, expected.map(|(term, count)| (term.to_owned(), count)));
        assert!(
            commented.text.contains(
                "\"number\": \"by_hand\", // số văn bản: để ghi bằng bút; biết rồi thì ghi thay cho by_hand\n"
            ),
            "{}",
            commented.text
        );
    }

    #[test]
    fn a_person_whom_the_pen_writes_is_a_word() {
        let task = |chair: &str| format!("{{\n  \"chair\": {chair},\n  \"partners\": \"x\"\n}}");
        let long = task("{\n    \"name\": \"by_hand\"\n  }");
        assert_eq!(people_in_a_word(&long), task("\"by_hand\""));
        let with_position = task("{\n    \"name\": \"by_hand\",\n    \"position\": \"Bí thư\"\n  }");
        assert_eq!(people_in_a_word(&with_position), with_position);
    }

    #[test]
    fn comments_take_nothing_away() {
        for kind in built_in() {
            let Some(example) = kind.example() else { continue };
            let record = kind.read(serde_json::from_str(example).unwrap()).unwrap();
            let written = record.to_json().unwrap();
            let text = commented(kind, &written).text;
            let read = kind.read(serde_json::from_str(&plain_json(&text)).unwrap()).unwrap();
            assert_eq!(read.to_json().unwrap(), written, "{}", kind.name());
        }
    }
}
