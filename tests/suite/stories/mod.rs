//! The two ordinary chains, as a secretary goes through them: from a forum to the issued resolution, its plan and its
//! notice; and from a month to the next. Each paper is compared with its text as printed, under `tests/stories`
//! (`UPDATE=1` accepts what there is now); what must and must not stand in it is asserted beside that.

mod form;
mod month;
mod next_month;
mod refusals;
mod secretary;

use std::fs;

use vanban::{Profile, Record};

/// A paper's words as printed, its lines joined.
struct Printed {
    name: &'static str,
    text: String,
}

/// A record of the story.
fn record<R: vanban::kinds::TypedRecord>(name: &str) -> R {
    R::from_json(&fs::read_to_string(format!("tests/stories/{name}.json")).unwrap()).unwrap()
}

/// Prints a paper, in the name of its golden text.
#[track_caller]
fn print(name: &'static str, record: &dyn Record, profile: Profile) -> Printed {
    let document = crate::renderer().clone().with_profile(profile).render(record).unwrap();
    let words = document.words();
    let path = format!("tests/stories/{name}.txt");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, format!("{words}\n")).unwrap();
    }
    let accepted = fs::read_to_string(&path).unwrap_or_default();
    assert!(accepted.trim_end() == words, "{path} differs; UPDATE=1 accepts:\n{words}");
    let text = words.replace('\u{a0}', " ").lines().collect::<Vec<_>>().join(" ");
    Printed { name, text }
}

impl Printed {
    /// These words stand in it, one after the other.
    #[track_caller]
    fn says(&self, words: &[&str]) -> &Printed {
        let mut rest = self.text.as_str();
        for word in words {
            let Some((_, after)) = rest.split_once(word) else {
                panic!("{}: no “{word}” in\n{rest}", self.name)
            };
            rest = after;
        }
        self
    }

    /// None of these does.
    #[track_caller]
    fn lacks(&self, words: &[&str]) -> &Printed {
        for word in words {
            assert!(!self.text.contains(word), "{}: “{word}” in\n{}", self.name, self.text);
        }
        self
    }

    /// These words stand in it just once.
    #[track_caller]
    fn once(&self, words: &str) -> &Printed {
        assert_eq!(self.text.matches(words).count(), 1, "{}: “{words}” in\n{}", self.name, self.text);
        self
    }
}

/// Whatever paper it is: no doubled word or mark, one form of address.
fn clean(paper: &Printed) {
    paper.lacks(&[
        "cuộc họp",
        "Đ/c",
        "Căn cứ Căn cứ",
        "..",
        ",,",
        ";;",
        "Thứ nhất, Q",
        "kết luận của diễn đàn",
    ]);
}

/// The problems of a record, in words.
fn problems(record: &dyn Record, profile: Profile) -> Vec<String> {
    let found = crate::renderer().clone().with_profile(profile).check(record);
    found.iter().map(ToString::to_string).collect()
}
