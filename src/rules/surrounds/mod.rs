//! Words and marks that stand around a value on the page, `số` before a symbol, a full stop after a venue, and that
//! the value brings along: they are taken off, and told. Where something would be lost, another number than
//! the page's own, the value is refused. `table.tsv` has every such field, with what surrounds it.

mod number;
mod value;

use std::collections::HashMap;
use std::sync::LazyLock;

use serde_json::{Map, Value};

use crate::error::Problems;
use crate::path::{Here, Path, PathStep};
use crate::profile::Profile;
use crate::schema;
use crate::text::rows;

/// A line of the table: what the library prints around a field of a part, or of the `paper` itself.
struct Surround {
    owner: &'static str,
    before: Vec<&'static str>,
    marks: &'static str,
    /// What the page has behind it: a mark, the marks of a `list`, or nothing.
    page: &'static str,
    clause: &'static str,
}

/// The lines of a word, which several parts may have.
static TABLE: LazyLock<HashMap<&str, Vec<Surround>>> = LazyLock::new(|| {
    let mut table: HashMap<&str, Vec<Surround>> = HashMap::new();
    for [owner, word, before, marks, page, clause] in rows(include_str!("table.tsv")) {
        let before = before.split('|').filter(|words| !words.is_empty()).collect();
        table.entry(word).or_default().push(Surround { owner, before, marks, page, clause });
    }
    table
});

/// Takes off what the values of a record bring along; tells whether there was any.
pub(crate) fn take(fields: &mut Value, schema: &Value, profile: &Profile, problems: &mut Problems) -> bool {
    let mut walk = Walk { schema, profile, problems, taken: false, articles: 0 };
    walk.value(fields, &Here::Record);
    walk.taken
}

struct Walk<'a> {
    schema: &'a Value,
    profile: &'a Profile,
    problems: &'a mut Problems,
    taken: bool,
    /// How many articles have begun: they are counted through the whole paper.
    articles: usize,
}

impl Walk<'_> {
    fn value(&mut self, value: &mut Value, here: &Here<'_>) {
        match value {
            Value::Object(fields) => self.fields(fields, here),
            Value::Array(items) => {
                let counted = matches!(here, Here::Field(_, "articles"));
                for (index, item) in items.iter_mut().enumerate() {
                    self.articles += usize::from(counted);
                    self.value(item, &Here::Index(here, index));
                }
            }
            _ => {}
        }
    }

    fn fields(&mut self, fields: &mut Map<String, Value>, here: &Here<'_>) {
        // An item without a heading has its number before its first paragraph.
        let headed = fields.get("heading").is_some_and(|heading| !heading.is_null());
        for (word, value) in fields.iter_mut() {
            let at = Here::Field(here, word);
            let Some(lines) = TABLE.get(word.as_str()) else {
                self.value(value, &at);
                continue;
            };
            match value {
                Value::String(text) => self.text(text, lines, self.index_of(here), None, &at),
                Value::Array(items) => {
                    for (index, item) in items.iter_mut().enumerate() {
                        let at = Here::Index(&at, index);
                        match item {
                            Value::String(text) => {
                                let first = (index == 0 && !headed).then(|| self.index_of(here)).flatten();
                                self.text(text, lines, Some(index), first, &at);
                            }
                            item => self.value(item, &at),
                        }
                    }
                }
                value => self.value(value, &at),
            }
        }
    }

    fn text(
        &mut self,
        text: &mut String,
        lines: &[Surround],
        index: Option<usize>,
        first: Option<usize>,
        at: &Here<'_>,
    ) {
        for line in lines {
            let found = value::Found::of(text, &line.before, line.marks, index, first);
            self.settle(found, text, line, at);
        }
    }

    fn settle(&mut self, found: Option<value::Found>, text: &mut String, line: &Surround, at: &Here<'_>) {
        let Some(found) = found else { return };
        let path = Path::from(at);
        if !self.owns(line.owner, &path) {
            return;
        }
        match found {
            value::Found::Taken { rest, before, after } => {
                let mut said = Vec::new();
                if let Some(before) = before {
                    said.push(before.sentence());
                }
                if !after.is_empty() {
                    said.push(format!("{}; đã bỏ “{after}” ở cuối", self.behind(line.page, &path)));
                }
                self.problems.warning("text.surround", &path, line.clause, said.join("; "));
                *text = rest;
                self.taken = true;
            }
            value::Found::Other(said) => self.problems.error("text.surround_other", &path, line.clause, said),
        }
    }

    /// Which of its list an object is, from 0; which of all articles.
    fn index_of(&self, here: &Here<'_>) -> Option<usize> {
        match here {
            Here::Index(Here::Field(_, "articles"), _) => self.articles.checked_sub(1),
            Here::Index(_, index) => Some(*index),
            _ => None,
        }
    }

    /// What the page has behind such a value.
    fn behind(&self, page: &str, path: &Path) -> String {
        let (between, last) = match (page, path.steps().first()) {
            ("", _) => return "cuối mục này không có dấu câu".to_owned(),
            ("list", Some(PathStep::Field(list))) if list == "recipients" => self.profile.recipient_marks(),
            ("list", Some(PathStep::Field(list))) if list == "basis" => self.profile.basis_marks(),
            ("list", _) => (";", "."),
            (mark, _) => return format!("phần mềm tự thêm dấu “{mark}”"),
        };
        format!("phần mềm tự thêm dấu “{between}” và dấu “{last}”")
    }

    /// Whether the field at a path is one of this part, or of the paper itself.
    fn owns(&self, owner: &str, path: &Path) -> bool {
        let owners = schema::owners(self.schema, path.steps());
        if owner != "paper" {
            return owners.contains(&owner);
        }
        let is_paper = |root: &Value| {
            ["issuer", "place", "date"].iter().all(|word| root["properties"][word].is_object())
        };
        owners.contains(&"") && is_paper(self.schema)
    }
}
