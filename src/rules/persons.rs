//! Names of persons: what is wrong with one, and what to write.

use crate::error::Problems;
use crate::parts::Person;
use crate::path::Path;
use crate::text::is_title_case;

/// Degrees, ranks and forms of address that no name carries, as they begin it.
const TITLES: [&str; 25] = [
    "ts",
    "ths",
    "tiến sĩ",
    "thạc sĩ",
    "bác sĩ",
    "mr",
    "mrs",
    "gs",
    "pgs",
    "cn",
    "bs",
    "ks",
    "ông",
    "bà",
    "anh",
    "chị",
    "thượng tá",
    "đại tá",
    "trung tá",
    "thiếu tá",
    "đại uý",
    "đồng chí",
    "đ/c",
    "đ.c",
    "đc",
];

/// Offices that somebody writes before a name.
const OFFICES: [&str; 8] = [
    "phó bí thư",
    "bí thư",
    "chi uỷ viên",
    "chi ủy viên",
    "đảng uỷ viên",
    "đảng ủy viên",
    "chủ tịch",
    "phó chủ tịch",
];

/// What stands between a name and what somebody adds to it.
const MARKS: [&str; 6] = [",", ";", "(", " - ", " – ", " — "];

/// What a letter becomes that a program has lost.
const LOST: [char; 3] = ['?', '\u{fffd}', '□'];

/// The commonest family names: after `Ông`, one of them shows that `Ông` is a form of address.
const FAMILIES: [&str; 24] = [
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô",
    "dương", "lý", "đinh", "đào", "trịnh", "mai", "trương", "lâm", "hà", "cao",
];

/// How the problems of a name are called and told.
pub(super) struct Whose {
    pub(super) clause: &'static str,
    /// Whose name it is, as in a sentence.
    who: &'static str,
    titled: &'static str,
    /// The codes of titles, additions, letters, capitals.
    codes: [&'static str; 4],
}

pub(super) const SIGNER: Whose = Whose {
    clause: "05-HD/VPTW II.I.7.1.3",
    who: "họ tên người ký",
    titled: "họ tên người ký không ghi học hàm, học vị, quân hàm, danh xưng",
    codes: [
        "signature.name_has_title",
        "signature.name_has_more",
        "signature.name_letters",
        "signature.name_case",
    ],
};

pub(super) const ANYBODY: Whose = Whose {
    clause: "quy ước",
    who: "họ tên",
    titled: "họ tên ghi không có học hàm, học vị, quân hàm, danh xưng",
    codes: ["person.name_has_title", "person.name_has_more", "person.name_letters", "person.name_case"],
};

/// What is wrong with a name.
enum Wrong<'a> {
    /// It begins with this.
    Title(&'a str),
    /// It has more than the name, and what.
    More {
        name: &'a str,
        more: &'a str,
    },
    /// More than one person.
    Several,
    /// What is no letter.
    Letter(char),
    Case,
}

impl<'a> Wrong<'a> {
    fn of(name: &'a str) -> Option<Wrong<'a>> {
        if let Some(lost) = name.chars().find(|c| LOST.contains(c)) {
            return Some(Wrong::Letter(lost));
        }
        let own = untitled(name);
        let parts = MARKS.iter().filter_map(|mark| Some((own.find(mark)?, mark.len())));
        let behind = parts.min().map(|(at, length)| {
            let more = own[at + length..].trim().trim_end_matches([')', '.', ';', ',']);
            (own[..at].trim_end(), more)
        });
        match behind {
            Some((name, more)) if !name.is_empty() && !more.is_empty() => {
                let is_other = Person::from(more).given_name().is_some();
                return Some(if is_other { Wrong::Several } else { Wrong::More { name, more } });
            }
            _ => {}
        }
        if let Some((more, name)) = behind_an_office(own) {
            return Some(Wrong::More { name, more });
        }
        if own.len() < name.len() {
            return Some(Wrong::Title(name[..name.len() - own.len()].trim_end_matches(is_between)));
        }
        let is_of_names = |c: char| c.is_alphabetic() || c.is_whitespace() || "-'’".contains(c) || is_mark(c);
        match name.chars().find(|c| !is_of_names(*c)) {
            Some(letter) => Some(Wrong::Letter(letter)),
            None => (!is_title_case(name)).then_some(Wrong::Case),
        }
    }
}

/// Tells what is wrong with a name; an empty one is told as that.
pub(super) fn name(path: &Path, name: &str, whose: &Whose, problems: &mut Problems) {
    if !name.is_empty()
        && let Some(wrong) = Wrong::of(name)
    {
        tell(path, name, &wrong, whose, problems);
    }
}

/// Tells what no list of names has: titles, letters that are lost. Offices may stand there too.
pub(super) fn listed(path: &Path, name: &str, problems: &mut Problems) {
    match Wrong::of(name) {
        Some(Wrong::Letter(letter)) if !LOST.contains(&letter) => {}
        Some(wrong @ (Wrong::Title(_) | Wrong::Letter(_))) => tell(path, name, &wrong, &ANYBODY, problems),
        _ => {}
    }
}

fn tell(path: &Path, name: &str, wrong: &Wrong<'_>, whose: &Whose, problems: &mut Problems) {
    let Whose { clause, who, titled, codes: [has_title, has_more, letters, case] } = *whose;
    let (code, sentence) = match wrong {
        Wrong::Title(title) => (has_title, format!("{titled}; hãy bỏ “{title}”")),
        Wrong::More { name, more } => {
            (has_more, format!("{who} ghi kèm “{more}”; hãy chỉ ghi “{name}”, chức vụ ghi ở mục chức vụ"))
        }
        Wrong::Several => {
            (has_more, format!("{who} là của một người; hiện là “{name}”; hãy chỉ ghi một họ tên"))
        }
        Wrong::Letter(letter) => (
            letters,
            format!(
                "{who} có “{letter}”, không phải là chữ; hãy gõ lại họ tên cho đủ chữ, đủ dấu; hiện là “{name}”"
            ),
        ),
        Wrong::Case => {
            (case, format!("họ tên viết hoa chữ cái đầu mỗi tiếng, ví dụ “Nguyễn Văn A”; hiện là “{name}”"))
        }
    };
    problems.error(code, path, clause, sentence);
}

/// The office that somebody writes before a name, and the name: `Bí thư chi bộ: Lê Văn An`.
fn behind_an_office(text: &str) -> Option<(&str, &str)> {
    let office = OFFICES.iter().find(|office| after(text, office).is_some())?;
    let words = text.match_indices(is_between).map(|(at, mark)| at + mark.len());
    let mut names = words.filter(|at| *at > office.len()).map(|at| text.split_at(at));
    names.find_map(|(more, name)| {
        let is_name = name.split_whitespace().count() > 1 && is_title_case(name);
        is_name.then(|| (more.trim_end_matches(is_between), name.trim()))
    })
}

/// A name without the degrees, ranks and forms of address that it begins with.
fn untitled(name: &str) -> &str {
    let mut rest = name;
    while let Some(next) = TITLES.iter().find_map(|title| after(rest, title)).filter(|_| !is_family_ong(rest))
    {
        rest = next;
    }
    rest
}

/// What follows a word in any capitals, with what is between them.
fn after<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let end = text.char_indices().nth(word.chars().count()).map(|(at, _)| at)?;
    let (begin, rest) = text.split_at(end);
    let is_it = rest.starts_with(is_between) && begin.to_lowercase() == word;
    is_it.then(|| rest.trim_start_matches(is_between)).filter(|rest| !rest.is_empty())
}

fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | ':' | '/')
}

fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Whether a name that begins with `Ông` is one of the family Ông (Ông Ích Khiêm): three syllables or
/// more, and none of the common family names second.
pub(super) fn is_family_ong(name: &str) -> bool {
    let syllables: Vec<String> = name.split(' ').map(str::to_lowercase).collect();
    is_title_case(name)
        && syllables.len() >= 3
        && syllables[0] == "ông"
        && !FAMILIES.contains(&syllables[1].as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        let mut problems = Problems::default();
        name(&Path::at("name"), text, &ANYBODY, &mut problems);
        problems.into_vec().iter().map(|problem| problem.message.as_str()).collect()
    }

    #[test]
    fn what_a_name_carries_is_told_with_what_to_write() {
        let titled = |title: &str| {
            format!("họ tên ghi không có học hàm, học vị, quân hàm, danh xưng; hãy bỏ “{title}”")
        };
        for (text, title) in [
            ("Đ/c Nguyễn Văn A", "Đ/c"),
            ("đồng chí Nguyễn Văn A", "đồng chí"),
            ("Bà: Nguyễn Thị A", "Bà"),
            ("Ông/Bà Nguyễn Văn A", "Ông/Bà"),
            ("Đ/c. PGS.TS. Nguyễn Văn A", "Đ/c. PGS.TS"),
            ("ĐC Nguyễn Văn A", "ĐC"),
        ] {
            assert_eq!(said(text), titled(title), "{text}");
        }
        let more = |more: &str| {
            format!("họ tên ghi kèm “{more}”; hãy chỉ ghi “Nguyễn Văn A”, chức vụ ghi ở mục chức vụ")
        };
        for (text, added) in [
            ("Nguyễn Văn A - Bí thư", "Bí thư"),
            ("Nguyễn Văn A, Bí Thư Chi Bộ", "Bí Thư Chi Bộ"),
            ("Nguyễn Văn A (Bí thư)", "Bí thư"),
            ("Đ/c Nguyễn Văn A – Bí thư", "Bí thư"),
            ("Bí thư: Nguyễn Văn A", "Bí thư"),
            ("Bí thư chi bộ: Nguyễn Văn A", "Bí thư chi bộ"),
            ("Bí Thư Nguyễn Văn A", "Bí Thư"),
            ("Phó Bí Thư đ/c Nguyễn Văn A", "Phó Bí Thư đ/c"),
        ] {
            assert_eq!(said(text), more(added), "{text}");
        }
        assert_eq!(
            said("Nguyễn Văn A, Trần Thị B"),
            "họ tên là của một người; hiện là “Nguyễn Văn A, Trần Thị B”; hãy chỉ ghi một họ tên"
        );
        for (text, letter) in [
            ("Nguy?n Văn A", '?'),
            ("Nguyễn V\u{fffd}n A - Bí thư", '\u{fffd}'),
            ("0912345678", '0'),
            ("Nguyễn V. A", '.'),
        ] {
            assert_eq!(
                said(text),
                format!(
                    "họ tên có “{letter}”, không phải là chữ; hãy gõ lại họ tên cho đủ chữ, đủ dấu; hiện là “{text}”"
                )
            );
        }
        for right in ["Nguyễn Văn A", "H'Hen Niê", "Ông Ích Khiêm", "Đinh Y-Sơn"] {
            assert_eq!(said(right), "", "{right}");
        }
    }
}
