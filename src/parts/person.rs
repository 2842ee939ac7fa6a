//! Đồng chí: a person by name and position, or as one text says both.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Written;
use super::given::BY_HAND;
use crate::text::{Changes, Text, after, clean, is_title_case, plain_spaces, split_once};

/// Đồng chí: a person in a document, or a group or an office with a position only (`Các đảng viên trong Chi
/// bộ`, `Chi uỷ`). In JSON an object of its fields; a text is read too: `"Đồng chí Lê Văn An, Bí thư Chi
/// bộ"`.
#[doc(alias = "đồng chí")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(transform = super::spelt::person)]
pub struct Person {
    /// Họ và tên: the name, or a blank to be filled in by hand. `None` for a group or an office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Written>,
    /// Chức vụ: the position, `Bí thư Chi bộ`. Without a name it is the group or office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Text>,
}

spelt!(Person, PERSON, |text| Some(Person::from(text)), Person::in_one_text);

/// What a text calls a person.
const ADDRESSES: [&str; 4] = ["Đồng chí ", "đồng chí ", "Đ/c ", "đ/c "];

/// What stands between a name and a position.
const MARKS: [&str; 3] = [", ", " - ", " – "];

/// How bodies and offices begin: with a capital in each word they look like names (`Chi Uỷ`).
const BODIES: [&str; 41] = [
    "ban ",
    "bí thư",
    "các ",
    "cán bộ",
    "chi bộ",
    "chi đoàn",
    "chi hội",
    "chi uỷ",
    "chi ủy",
    "chủ nhiệm",
    "chủ tịch",
    "công an",
    "công đoàn",
    "đại biểu",
    "đảng bộ",
    "đảng uỷ",
    "đảng ủy",
    "đảng viên",
    "đoàn thanh",
    "đoàn viên",
    "hội ",
    "khối ",
    "mặt trận",
    "nhóm ",
    "phó ban",
    "phó bí",
    "phó chủ",
    "phó phòng",
    "phó trưởng",
    "phòng ",
    "phụ nữ",
    "quân ",
    "thư ký",
    "thường ",
    "tổ ",
    "toàn ",
    "trưởng ",
    "uỷ ",
    "ủy ",
    "văn phòng",
    "viện ",
];

impl Person {
    /// A person with this name and this position.
    #[must_use]
    pub fn new(name: impl Into<Text>, position: impl Into<Text>) -> Person {
        Person { name: Some(Written::Text(name.into())), position: Some(position.into()) }
    }

    /// A person whose name is to be filled in by hand.
    #[must_use]
    pub fn by_hand() -> Person {
        Person { name: Some(Written::ByHand), position: None }
    }

    /// `Lê Văn An, Bí thư Chi bộ`: the text that names the person, where reading it gives the same one; after `Đồng chí`
    /// where the name alone would not be taken for one.
    fn in_one_text(&self) -> Option<String> {
        let position = self.position.as_ref().map(Text::as_str);
        let Some(name) = &self.name else { return position.map(str::to_owned) };
        let name = name.text().map_or(BY_HAND, Text::as_str);
        let text = position.map_or(name.to_owned(), |position| format!("{name}, {position}"));
        let addressed = format!("{}{text}", ADDRESSES[0]);
        [text, addressed].into_iter().find(|text| Person::from(text.as_str()) == *self)
    }

    /// The full name. `None` if there is no name, or if it is to be filled in by hand.
    #[must_use]
    pub fn given_name(&self) -> Option<&Text> {
        self.name.as_ref().and_then(Written::text)
    }
}

/// The person that a text names: a name after `Đồng chí` or `Đ/c`, or two words or more with a capital each, and
/// the position after `, ` or ` - `. Any other text is a position as it stands: an office (`Phó Bí thư`), a
/// group (`15 đảng viên`), several persons. `by_hand` leaves the name for the pen.
///
/// ```
/// use vanban::parts::Person;
/// assert_eq!(Person::from("Đ/c Lê Văn An - Bí thư Chi bộ"), Person::new("Lê Văn An", "Bí thư Chi bộ"));
/// assert_eq!(Person::from("Chi uỷ").name, None);
/// ```
impl From<&str> for Person {
    fn from(raw: &str) -> Person {
        let whole = Text::new(raw);
        if whole.as_str() == BY_HAND {
            return Person::by_hand();
        }
        // Where cleaning changed what may be told, the parts keep what was given.
        let cleaned = whole.changes() == Changes::default();
        let text = if cleaned { whole.as_str() } else { raw.trim() };
        let named = ADDRESSES.iter().find_map(|address| after(text, address));
        let own = named.unwrap_or(text);
        let parts = MARKS.iter().filter_map(|mark| split_once(own, mark)).min_by_key(|(name, _)| name.len());
        let (name, position) = parts.map_or((own, None), |(name, rest)| (name, Some(rest)));
        if is_name(name, named.is_some()) && !position.is_some_and(is_other) {
            Person { name: Some(Written::Text(name.into())), position: position.map(Text::from) }
        } else {
            Person { name: None, position: Some(whole) }
        }
    }
}

impl From<String> for Person {
    fn from(text: String) -> Person {
        Person::from(text.as_str())
    }
}

impl From<Text> for Person {
    fn from(text: Text) -> Person {
        Person::from(text.as_str())
    }
}

/// Whether it is written as a name; what nothing calls a person needs two words, and must be no body.
fn is_name(text: &str, addressed: bool) -> bool {
    let text = clean(text).text;
    let reads = plain_spaces(&text).to_lowercase();
    let alone = || text.split_whitespace().count() > 1 && !BODIES.iter().any(|body| reads.starts_with(body));
    is_title_case(&text) && (addressed || alone())
}

/// Whether what follows a name names another person: then the text is of several.
fn is_other(rest: &str) -> bool {
    let reads = plain_spaces(rest).to_lowercase();
    let named =
        |text: &str| MARKS.iter().find_map(|mark| split_once(text, mark)).map(|(name, _)| name.to_owned());
    reads.contains("đồng chí ")
        || reads.contains("đ/c ")
        || is_name(&named(rest).unwrap_or(rest.to_owned()), false)
}

/// `Đồng chí Lê Văn An - Bí thư Chi bộ`; a name left for the pen prints dots.
impl fmt::Display for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(name) = &self.name {
            let name = name.text().map_or("…………………", Text::as_str);
            write!(f, "Đồng chí {name}{}", if self.position.is_some() { " - " } else { "" })?;
        }
        self.position.as_ref().map_or(Ok(()), |title| title.fmt(f))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_name_and_position_is_a_person() {
        for text in [
            "Đồng chí Lê Văn An, Bí thư Chi bộ",
            "đồng chí Lê Văn An - Bí thư Chi bộ",
            "Đ/c Lê Văn An – Bí thư Chi bộ",
            "đ/c Lê\u{a0}Văn\u{a0}An,\u{a0}Bí thư Chi bộ",
            " Lê Văn An,  Bí thư Chi bộ ",
            "Lê Va\u{306}n An - Bí thư Chi bộ",
        ] {
            assert_eq!(Person::from(text), Person::new("Lê Văn An", "Bí thư Chi bộ"), "{text}");
        }
        let both = Person::new("H'Hen Niê", "Bí thư, Chủ tịch - Trưởng ban");
        assert_eq!(Person::from("H'Hen Niê, Bí thư, Chủ tịch - Trưởng ban"), both);
    }

    #[test]
    fn a_text_of_a_name_is_a_person() {
        for (text, name) in [
            ("Đồng chí Trần Thị Bình", "Trần Thị Bình"),
            ("Đ/c An", "An"),
            ("Đoàn Văn Hậu", "Đoàn Văn Hậu"),
            ("Đồng chí Văn Phòng", "Văn Phòng"),
        ] {
            let person = Person { name: Some(Written::Text(name.into())), position: None };
            assert_eq!(Person::from(text), person, "{text}");
        }
        assert_eq!(Person::from(" by_hand "), Person::by_hand());
    }

    #[test]
    fn any_other_text_is_a_position_as_it_stands() {
        for text in [
            "15 đảng viên",
            "Chi uỷ",
            "Chi Uỷ",
            "Công Đoàn Cơ Sở",
            "Bí Thư Chi Bộ",
            "An",
            "đồng chí Phó Bí thư",
            "đồng chí Bí thư chủ trì",
            "TS. Lê Văn An",
            "Đồng chí Lê Văn An, đồng chí Trần Thị Bình",
            "Lê Văn An, Trần Thị Bình",
            "Lê Văn An, Trần Thị Bình, Bùi Văn Minh",
            "Lê Văn An, Bí thư; đ/c Trần Thị Bình",
            "Lê Văn An và Trần Thị Bình",
        ] {
            assert_eq!(Person::from(text), Person { name: None, position: Some(text.into()) }, "{text}");
        }
    }

    #[test]
    fn parts_of_a_text_keep_what_was_given() {
        let person = Person::from("Đồng chí Nguyễn Văn \u{d0}ức, Bí\u{200b} thư");
        assert_eq!(person, Person::new("Nguyễn Văn Đức", "Bí thư"));
        assert!(person.given_name().unwrap().changes().look_alike);
        assert!(person.position.unwrap().changes().removed);
    }
}
