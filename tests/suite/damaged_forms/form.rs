//! A form that was filled in, and what may happen to it.

use serde_json::Value;
use vanban::Renderer;
use vanban::collect::{Collected, Returns};

use crate::edits::{DATA, Parts, TEXT, pointer, without_controls, write};
use crate::returned::{blank, filled, made, story};

/// Mẫu 1 of the second chi bộ, which was filled in text and data; it is the one that is damaged.
pub fn own() -> Value {
    story()["forms"][1].clone()
}

/// Mẫu 1 of another chi bộ.
pub fn other() -> Value {
    story()["forms"][4].clone()
}

pub fn name(form: &Value) -> String {
    format!("{} {}.docx", form["branch"].as_str().unwrap(), form["form"].as_str().unwrap())
}

/// What comes of files, where the forms of both chi bộ were sent.
pub fn collected(files: &[(&str, Vec<u8>)]) -> Collected {
    let renderer = Renderer::new();
    let mut returns = Returns::new(&renderer).of_kind("evaluation_form");
    for form in [own(), other()] {
        returns.sent_record(&name(&form), blank(&form, 8)).unwrap();
    }
    files.iter().for_each(|(name, file)| returns.add(name, file));
    returns.collect()
}

/// The form as it was filled in.
pub struct Form {
    pub text: String,
    pub data: String,
    pub parts: Parts,
}

impl Form {
    pub fn own() -> Form {
        Form::of(filled(&own()))
    }

    /// Filled in with another value in the form that its story tells.
    pub fn with(field: &str, criterion: &str, value: impl Into<Value>) -> Form {
        let mut own = own();
        own[field][criterion] = value.into();
        Form::of(filled(&own))
    }

    /// As it was sent.
    pub fn blank() -> Form {
        Form::of(sent(&own(), 8))
    }

    /// Without what its controls are bound to: their tags alone say what they are.
    pub fn unbound(mut self) -> Form {
        let mut text = String::new();
        for (at, part) in self.text.split("<w:dataBinding ").enumerate() {
            text += if at == 0 { part } else { part.split_once("/>").unwrap().1 };
        }
        self.text = text;
        self
    }

    fn of(parts: Parts) -> Form {
        Form { text: parts.text(TEXT), data: parts.text(DATA), parts }
    }

    pub fn file(mut self) -> Vec<u8> {
        self.parts.set(TEXT, self.text);
        self.parts.set(DATA, self.data);
        self.parts.file()
    }

    /// The file without one of its parts.
    pub fn without(mut self, part: &str) -> Vec<u8> {
        self.parts.0.retain(|(name, _)| name != part);
        self.parts.file()
    }

    /// The file with another part.
    pub fn with_part(mut self, name: &str, bytes: &[u8]) -> Vec<u8> {
        self.parts.0.push((name.to_owned(), bytes.to_vec()));
        self.file()
    }

    /// The pointer of a criterion's points.
    pub fn score(&self, criterion: &str) -> String {
        pointer(&self.data, criterion, "self_score")
    }

    /// The control of a field: where it begins and ends.
    pub fn control(&self, tag: &str) -> (usize, usize) {
        let at = self.text.find(&format!("w:tag w:val=\"{tag}\"")).unwrap_or_else(|| panic!("{tag}"));
        let begin = self.text[..at].rfind("<w:sdt>").unwrap();
        (begin, at + self.text[at..].find("</w:sdt>").unwrap() + "</w:sdt>".len())
    }

    /// The innermost element of that name around a place.
    pub fn around(&self, name: &str, at: usize) -> (usize, usize) {
        let begins = |open: &str| self.text[..at].rfind(open);
        let begin = begins(&format!("<{name}>")).max(begins(&format!("<{name} "))).unwrap();
        let end = format!("</{name}>");
        (begin, at + self.text[at..].find(&end).unwrap() + end.len())
    }

    pub fn cut(&mut self, (begin, end): (usize, usize)) -> String {
        let own = self.text[begin..end].to_owned();
        self.text.replace_range(begin..end, "");
        own
    }

    pub fn before(mut self, tag: &str, what: &str) -> Form {
        self.text.insert_str(self.control(tag).0, what);
        self
    }

    pub fn behind(mut self, tag: &str, what: &str) -> Form {
        self.text.insert_str(self.control(tag).1, what);
        self
    }

    pub fn replaced(mut self, from: &str, to: &str) -> Form {
        assert!(self.text.contains(from), "{from}");
        self.text = self.text.replace(from, to);
        self
    }

    pub fn written(mut self, tag: &str, words: &str) -> Form {
        write(&mut self.text, tag, words);
        self
    }

    /// With runs in a control, as they are.
    pub fn holding(self, tag: &str, runs: &str) -> Form {
        let mut form = self.written(tag, "@");
        form.text = form.text.replace(&run("@"), runs);
        form
    }

    /// What stands between the beginning of the text and its last properties.
    fn body(text: &str) -> (usize, usize) {
        (text.find("<w:body>").unwrap() + "<w:body>".len(), text.rfind("<w:sectPr").unwrap())
    }

    /// With the whole of another file behind its own text.
    pub fn followed_by(mut self, file: &Parts, controls: bool) -> Form {
        let text = file.text(TEXT);
        let text = if controls { text } else { without_controls(&text) };
        let (begin, end) = Form::body(&text);
        let at = Form::body(&self.text).1;
        self.text.insert_str(at, &text[begin..end]);
        self
    }

    /// With the content of one table in the place of all.
    pub fn table(&self, criterion: &str) -> (usize, usize) {
        let at = self.control(&self.score(criterion)).0;
        self.around("w:tbl", at)
    }
}

/// Another record's file, filled in by nobody.
pub fn sent(form: &Value, month: u32) -> Parts {
    Parts::of(&made(&blank(form, month)))
}

pub fn run(words: &str) -> String {
    format!("<w:r><w:t>{words}</w:t></w:r>")
}
