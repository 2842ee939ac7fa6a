//! What the field at a place of a record is called: the term that the record's schema gives it.

use serde_json::Value;

use super::meant::Object;
use super::owners::{fields, owned};
use super::terms::{called, term, value_term};
use super::{alternatives, is_of_type};
use crate::error::{Error, Problem};
use crate::path::{Path, PathStep};
use crate::text::Said;

/// What a record's JSON has beside its own fields.
const ENVELOPE: [&str; 2] = ["kind", "format"];

/// Says of each problem what the field at its path is called in the records of this kind or type; what says it already
/// keeps it.
pub(crate) fn name_fields(problems: &mut [Problem], root: &Value, owner: &str) {
    let titles = Titles { root, owner };
    for problem in problems.iter_mut().filter(|problem| problem.term.is_none()) {
        problem.term = titles.of(&problem.path).map(|title| title.name.to_owned());
    }
}

/// What the field at a path is called.
pub(crate) fn term_at(root: &Value, owner: &str, path: &Path) -> Option<String> {
    Titles { root, owner }.of(path).map(|title| title.name.to_owned())
}

/// As [`name_fields`], of the problems that an error holds.
pub(crate) fn with_named_fields(mut error: Error, root: &Value, owner: &str) -> Error {
    if let Error::Invalid(problems) | Error::Shape(problems) = &mut error {
        name_fields(problems, root, owner);
    }
    error
}

/// As [`with_named_fields`], where nobody knows what record it is: what the word is called everywhere.
pub(crate) fn with_named_words(mut error: Error) -> Error {
    if let Error::Invalid(problems) | Error::Shape(problems) = &mut error {
        for problem in problems.iter_mut().filter(|problem| problem.term.is_none()) {
            problem.term = problem.path.last_field().and_then(called).map(str::to_owned);
        }
    }
    error
}

/// What the fields of a kind's or type's records are called.
#[derive(Debug, Clone, Copy)]
pub(super) struct Titles<'a> {
    /// The schema of the records.
    pub(super) root: &'a Value,
    /// The kind or type.
    pub(super) owner: &'a str,
}

/// What a field is called, and what to write there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Title<'a> {
    pub(super) name: &'a str,
    pub(super) help: &'a str,
}

impl<'a> Titles<'a> {
    /// The group of fields that must stand at a path; none where a text may stand there, too.
    pub(super) fn object(&self, path: &Path) -> Option<Object> {
        let (_, field) = fields(self.root, path.steps()).into_iter().next()?;
        let all = alternatives(self.root, field);
        let text = all.iter().any(|schema| is_of_type(schema, "string"));
        all.iter().filter(|_| !text).find_map(|schema| Object::of(schema.as_object()?))
    }

    /// The values of which one stands at a path, each with its term; none where one of them has none.
    pub(super) fn choices(&self, path: &Path) -> Vec<(&'a str, &'a str)> {
        let Some((_, field)) = fields(self.root, path.steps()).into_iter().next() else { return Vec::new() };
        let element = matches!(path.steps().last(), Some(PathStep::Index(_)));
        let mut parts = owned(self.root, field);
        if element {
            let items: Vec<&Value> = parts.iter().filter_map(|(_, part)| part.get("items")).collect();
            parts = items.into_iter().flat_map(|items| owned(self.root, items)).collect();
        }
        let values = parts.iter().flat_map(|(owner, part)| {
            let all = part.get("enum").and_then(Value::as_array).into_iter().flatten();
            let own = part.get("title").and_then(Value::as_str);
            let only = part.get("const").into_iter().map(move |value| (value, own));
            let values = only.chain(all.map(|value| (value, None)));
            values.filter_map(move |(value, own)| Some((*owner, value.as_str()?, own)))
        });
        let all: Option<Vec<_>> = values
            .map(|(owner, value, own)| Some((value, own.or_else(|| value_term(owner, value))?)))
            .collect();
        all.unwrap_or_default()
    }

    /// Of the field at a path; of an element of a list, that of the list.
    pub(super) fn of(&self, path: &Path) -> Option<Title<'a>> {
        let word = path.last_field()?;
        if let [PathStep::Field(word)] = path.steps()
            && ENVELOPE.contains(&word.as_ref())
        {
            return known(self.owner, word);
        }
        fields(self.root, path.steps()).into_iter().find_map(|(part, field)| {
            let text = |name: &str| field.get(name).and_then(Value::as_str);
            let own = text("title").map(|name| Title { name, help: text("description").unwrap_or_default() });
            own.or_else(|| known(if part.is_empty() { self.owner } else { part }, word))
        })
    }
}

fn known(owner: &str, word: &str) -> Option<Title<'static>> {
    term(owner, word).map(|term| Title { name: term.name, help: &term.help })
}

/// The example that a line of help gives, as a sentence says it: `ví dụ “Chi bộ Phòng 7-9”`. In English only the value
/// itself: what help says of it is for offices.
pub(super) fn example(help: &str) -> Option<Said> {
    const EXAMPLE: &str = "í dụ ";
    let (_, example) = help.split_once(EXAMPLE)?;
    let end = example.match_indices("; ").map(|(at, _)| at).find(|&at| {
        // What the example itself says stands in quotes.
        let before = &example[..at];
        before.matches('“').count() == before.matches('”').count()
    });
    let example = &example[..end.unwrap_or(example.len())];
    let example = example.strip_suffix('.').unwrap_or(example);
    Some(Said {
        vietnamese: format!("v{EXAMPLE}{example}"),
        in_form: String::new(),
        english: format!("for example {}", first_value(example)),
    })
}

/// Of an example, `“Chi uỷ viên” hoặc “Bí thư”`, `resolution là nghị quyết`, the value that comes first.
fn first_value(example: &str) -> &str {
    let end = match example.starts_with('“') {
        true => example.find('”').map(|at| at + '”'.len_utf8()),
        false => [" là ", " để ", ", hoặc "].into_iter().filter_map(|said| example.find(said)).min(),
    };
    end.and_then(|end| example.get(..end)).unwrap_or(example)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_field_is_called_as_its_schema_says() {
        let root = json!({
            "properties": {
                "addressees": {"items": {"type": "string"}},
                "signature": {"anyOf": [{"$ref": "#/$defs/Signature"}, {"type": "null"}]},
                "price": {"title": "giá"},
                "free": true,
            },
            "$defs": {"Signature": {"properties": {"name": {"type": "string"}}}},
        });
        let of = |owner: &str, path: &str| {
            let titles = Titles { root: &root, owner };
            titles.of(&Path::from(path)).map(|title| title.name.to_owned())
        };
        assert_eq!(of("submission", "addressees[1]").as_deref(), Some("kính trình"));
        assert_eq!(of("letter", "addressees").as_deref(), Some("kính gửi"));
        assert_eq!(of("letter", "signature.name").as_deref(), Some("họ và tên người ký"));
        assert_eq!(of("own", "price").as_deref(), Some("giá"));
        assert_eq!(of("own", "kind").as_deref(), Some("loại văn bản"));
        for path in ["free", "signature.place", "place", "."] {
            assert_eq!(of("own", path), None, "{path}");
        }
    }

    #[test]
    fn a_line_of_help_gives_an_example() {
        for (help, vietnamese, english) in [
            (
                "Viết như trong câu, ví dụ “Chi bộ; Phòng 7”.",
                "ví dụ “Chi bộ; Phòng 7”",
                "for example “Chi bộ; Phòng 7”",
            ),
            ("Ví dụ “A.”; by_hand để ghi bằng bút.", "ví dụ “A.”", "for example “A.”"),
            ("Viết tắt, ví dụ “A” hoặc “B”.", "ví dụ “A” hoặc “B”", "for example “A”"),
            ("Ví dụ plan là kế hoạch.", "ví dụ plan là kế hoạch", "for example plan"),
            ("Ví dụ Chi bộ 7.", "ví dụ Chi bộ 7", "for example Chi bộ 7"),
        ] {
            let said = example(help).unwrap();
            assert_eq!((said.vietnamese.as_str(), said.english.as_str()), (vietnamese, english), "{help}");
        }
        assert_eq!(example("Luôn ghi số 1."), None);
    }
}
