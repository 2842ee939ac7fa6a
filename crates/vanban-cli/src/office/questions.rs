//! What an office is asked of itself, and whether an answer can be taken: the library's own checks tell.

use std::cell::RefCell;
use std::path::Path;

use serde_json::{Value, json};
use vanban::parts::Person as Comrade;
use vanban::scoring::CriteriaSets;
use vanban::{Kind, Renderer, error};

use super::{Office, profile};
use crate::ask::Person;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Question {
    Office,
    Superior,
    Place,
    Guidance,
    CriteriaSet,
    Signer,
    Recipients,
    Archive,
    Output,
}

use Question::{Archive, CriteriaSet, Guidance, Output, Place, Recipients, Signer, Superior};

/// What `vanban init` asks.
pub(crate) const ALL: [Question; 8] =
    [Question::Office, Superior, Place, CriteriaSet, Signer, Recipients, Archive, Output];

impl Question {
    /// The option that answers it.
    pub(crate) fn option(self) -> &'static str {
        match self {
            Question::Office => "office",
            Superior => "superior",
            Place => "place",
            Guidance => "profile",
            CriteriaSet => "criteria-set",
            Signer => "signer",
            Recipients => "recipients",
            Archive => "archive",
            Output => "output",
        }
    }

    fn sentence(self) -> &'static str {
        match self {
            Question::Office => {
                "Cơ quan nào ban hành văn bản? Viết như trong câu, ví dụ: Đảng ủy phường Bình An"
            }
            Superior => "Cấp trên trực tiếp là tổ chức nào? Ví dụ: Đảng bộ tỉnh Bình Giang",
            Place => "Địa danh trước ngày, tháng là gì? Ví dụ: Bình An",
            Guidance => {
                "Văn bản theo hướng dẫn nào: 05-HD/VPTW (từ 27/5/2026) hay 36-HD/VPTW (trước đó)? Ví dụ: 36-HD/VPTW; bỏ trống là 05-HD/VPTW"
            }
            CriteriaSet => "Chấm điểm sinh hoạt chi bộ theo bộ tiêu chí nào? Ghi số hoặc tên máy, ví dụ: 1",
            Signer => "Ai ký văn bản? Ghi họ và tên, chức vụ, ví dụ: Lê Văn Cường, Bí thư",
            Recipients => {
                "Nơi nhận là những nơi nào, chưa kể nơi lưu? Cách nhau bằng dấu “;”, ví dụ: Ban Tổ chức Tỉnh ủy (báo cáo); Các chi bộ trực thuộc"
            }
            Archive => "Lưu ở đâu? Ví dụ: Lưu Văn phòng Đảng ủy",
            Output => "Để văn bản làm ra vào thư mục nào? Ví dụ: Văn bản",
        }
    }

    /// Where a record has what it answers.
    fn places(self) -> &'static [&'static str] {
        match self {
            Question::Office => &["issuer.name"],
            Superior => &["issuer.superior"],
            Place => &["place"],
            Signer => &["signature"],
            Recipients | Archive => &["recipients"],
            Guidance | CriteriaSet | Output => &[],
        }
    }

    /// Takes an answer; an empty one leaves it open.
    ///
    /// # Errors
    /// A sentence that says why it cannot be taken.
    pub(crate) fn take(self, office: &mut Office, answer: &str, sets: &CriteriaSets) -> Result<(), String> {
        let answer = answer.trim();
        let said = (!answer.is_empty()).then(|| answer.to_owned());
        match self {
            Question::Office => office.office = said,
            Superior => office.superior = said,
            Place => office.place = said,
            Guidance => office.profile = said.map(|said| profile(&said)).transpose()?,
            CriteriaSet => office.criteria_set = said.map(|said| set(sets, &said)).transpose()?,
            Signer => office.signer = said.map(|said| signer(&said)).transpose()?.unwrap_or_default(),
            Recipients => {
                let places = answer.split(';').map(str::trim).filter(|place| !place.is_empty());
                office.recipients = places.map(str::to_owned).collect();
                // Who counts the archive among them has answered the next question, too.
                if office.recipients.last().is_some_and(|last| last.starts_with("Lưu ")) {
                    office.archive = office.recipients.pop();
                }
            }
            Archive => office.archive = said,
            Output => office.output = said.map(|said| folder(&said)).transpose()?,
        }
        Ok(())
    }

    /// What the library finds wrong with the answer that was taken: what stops a paper, and what somebody should look
    /// at.
    pub(crate) fn problems(self, office: &Office) -> (Vec<String>, Vec<String>) {
        let (errors, warnings): (Vec<_>, Vec<_>) = found(office)
            .into_iter()
            .filter(|problem| {
                let path = problem.path.to_string();
                self.places().iter().any(|place| path.starts_with(place))
            })
            // A mark at the end is taken off anyway; the archive is asked for next.
            .filter(|problem| problem.code != "text.surround")
            .filter(|problem| !(problem.code == "recipients.no_archive" && self == Recipients))
            .partition(error::Problem::is_error);
        let said = |problems: Vec<error::Problem>| {
            problems.iter().map(|problem| with_remedy(&problem.message, problem.remedy())).collect()
        };
        (said(errors), said(warnings))
    }
}

/// Asks what is asked; none where the answers end before.
pub(crate) fn ask(
    person: &mut Person<'_>,
    questions: &[Question],
    mut office: Office,
    sets: &CriteriaSets,
) -> Option<Office> {
    person.say("Trả lời từng câu rồi bấm Enter; câu nào chưa rõ thì để trống, bấm Enter.\n")?;
    for (index, question) in questions.iter().enumerate() {
        if *question == CriteriaSet {
            person.say(&offered(sets))?;
        }
        let asked = format!("{}/{}. {}\n>", index + 1, questions.len(), question.sentence());
        let usual = office.archive.clone().filter(|_| *question == Archive);
        let kept = RefCell::new(String::new());
        office = person.ask(&asked, usual.as_deref(), |answer| {
            let mut taken = office.clone();
            question.take(&mut taken, answer, sets)?;
            if answer.is_empty() {
                return Ok(taken);
            }
            let (errors, warnings) = question.problems(&taken);
            if !errors.is_empty() {
                return Err(errors.join("\n"));
            }
            // What only should be looked at is kept when it is said again.
            if !warnings.is_empty() && kept.replace(answer.to_owned()) != answer {
                return Err(format!(
                    "{}\nGhi lại cho đúng, hoặc ghi lại y như cũ để giữ nguyên.",
                    warnings.join("\n")
                ));
            }
            Ok(taken)
        })?;
    }
    Some(office)
}

/// What is wrong with a paper of the office.
fn found(office: &Office) -> Vec<error::Problem> {
    let Some(kind) = vanban::kinds::built_in().find(|kind| kind.name() == "notice") else {
        return Vec::new();
    };
    let Some(mut record) = example(kind) else { return Vec::new() };
    for (place, value) in office.defaults("notice") {
        match place.split_once('.') {
            Some((part, field)) => record[part][field] = value,
            None => record[place] = value,
        }
    }
    match kind.read(record) {
        Ok(record) => Renderer::new().check_rules(&record),
        Err(error) => error.problems().to_vec(),
    }
}

/// A right record of the kind, without what the office says of itself but for what no record can be without.
fn example(kind: &Kind) -> Option<Value> {
    let mut record: Value = serde_json::from_str(kind.example()?).ok()?;
    let fields = record.as_object_mut()?;
    fields.insert("issuer".to_owned(), json!({"name": "Chi bộ"}));
    fields.insert("recipients".to_owned(), json!(["Lưu Chi bộ"]));
    fields.insert("signature".to_owned(), json!({"capacity": "on_behalf_of", "body": "Chi bộ"}));
    Some(record)
}

fn with_remedy(message: &str, remedy: &str) -> String {
    if message.contains(remedy) { message.to_owned() } else { format!("{message}; {remedy}") }
}

/// The sets, by number and title.
fn offered(sets: &CriteriaSets) -> String {
    let lines = sets.ids().filter_map(|id| sets.get(id)).enumerate();
    lines.map(|(index, set)| format!("  {}. {} ({})\n", index + 1, set.name, set.id)).collect()
}

/// The id of a set that is named by its number or id.
fn set(sets: &CriteriaSets, answer: &str) -> Result<String, String> {
    let ids: Vec<&str> = sets.ids().filter(|id| sets.get(id).is_some()).collect();
    let by_number = answer.parse::<usize>().ok().and_then(|number| ids.get(number.checked_sub(1)?).copied());
    let known = by_number.or_else(|| ids.iter().copied().find(|id| *id == answer));
    known.map(str::to_owned).ok_or_else(|| {
        format!("không có bộ tiêu chí “{answer}”; ghi một số từ 1 đến {}, hoặc để trống", ids.len())
    })
}

/// A name and a position; the capacity follows from the office.
fn signer(answer: &str) -> Result<Vec<(String, String)>, String> {
    let comrade = Comrade::from(answer);
    let read =
        comrade.given_name().map(|name| name.as_str()).zip(comrade.position.as_ref().map(|it| it.as_str()));
    // What is no name to the library is told by its rules.
    let Some((name, position)) = read.or_else(|| answer.split_once(", ")) else {
        return Err(format!(
            "chưa rõ họ tên và chức vụ trong “{answer}”; ghi họ tên, dấu phẩy, chức vụ, ví dụ: Lê Văn Cường, Bí thư"
        ));
    };
    Ok([("name", name), ("position", position)]
        .map(|(key, text)| (key.to_owned(), text.to_string()))
        .to_vec())
}

/// A folder that every system can have.
fn folder(answer: &str) -> Result<String, String> {
    let path = Path::new(answer.trim_matches('"'));
    if path.is_file() {
        return Err(format!("“{answer}” là một tệp, không phải thư mục; ghi tên thư mục khác"));
    }
    let shown = path.to_string_lossy();
    // A drive has its colon.
    let rest = shown.get(2..).filter(|_| shown.get(1..2) == Some(":")).unwrap_or(&shown);
    match rest.chars().find(|letter| "<>:\"|?*".contains(*letter) || letter.is_control()) {
        Some(wrong) => Err(format!("tên thư mục không được có dấu {wrong}; ghi tên khác, ví dụ: Văn bản")),
        None => Ok(shown.into_owned()),
    }
}
