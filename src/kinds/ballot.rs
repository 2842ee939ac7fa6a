//! Phiếu biểu quyết, phiếu bầu.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Checks, Kind, TypedRecord};
use crate::error::Problems;
use crate::parts::{Closing, Copies, Frame, Issuer, PaperDate, Person, Signature, Written};
use crate::parts::{is_one, one};
use crate::path::Path;
use crate::profile::{Layout, ProfileId};
use crate::rules::meeting;
use crate::scoring::CriteriaSets;
use crate::text::Text;
use crate::units::Sheet;

/// Phiếu biểu quyết, phiếu bầu: a ballot with boxes to tick, for each of a list of persons or for each
/// question.
///
/// ```
/// use vanban::{Record, Renderer};
/// use vanban::kinds::BallotPaper;
/// let ballot = BallotPaper::example();
/// assert!(Renderer::new().check(&ballot).is_empty());
/// assert!(Renderer::new().render(&ballot)?.words().contains("PHIẾU BIỂU QUYẾT"));
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "phiếu biểu quyết")]
#[doc(alias = "phiếu bầu")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct BallotPaper {
    /// The guidance that the document follows; the Renderer's by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<ProfileId>,
    /// Cỡ chữ, giãn dòng: type sizes and line pitch, chosen within the guidance's ranges.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layout: Option<Layout>,
    /// Khổ giấy: the sheet size, A4 (the default) or A5. Two or four ballots on a sheet require A4.
    #[serde(default, skip_serializing_if = "Sheet::is_usual")]
    pub sheet: Sheet,
    /// The number of ballots on a sheet: 1 (the default), 2 or 4.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub per_sheet: u32,
    /// The number of printed ballots, 1 (the default) to 1,000.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub copies: u32,
    /// Whether the document is a phiếu bầu (ballot of an election). By default it is a phiếu biểu quyết
    /// (ballot of another vote).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub election: bool,
    /// Cơ quan ban hành: the body that votes.
    pub issuer: Issuer,
    /// Địa danh: the place beside the date.
    pub place: Text,
    /// Ngày tháng năm: the date of the vote.
    pub date: PaperDate,
    /// The subject of the vote: `kỷ luật đảng viên` (discipline of a member).
    pub subject: Text,
    /// The paragraph before the boxes; none by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening: Option<Text>,
    /// The persons or bodies of the vote, each with a name, and a position if it is needed. A ballot has either
    /// candidates or questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<Person>,
    /// The questions of the vote. A ballot has either candidates or questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Text>,
    /// Số lượng bầu: the number of candidates to be elected, from 1 to all of them. Without it no number is
    /// printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seats: Option<u32>,
    /// The boxes that the voter ticks, the same for each person or question. By default [`Choices::Opinion`].
    #[serde(default, skip_serializing_if = "Choices::is_usual")]
    pub choices: Choices,
    /// Phiếu kín: a secret ballot, on which a signature is optional. Otherwise there is space for the voter's
    /// signature.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub secret: bool,
}

/// The boxes of a ballot: a usual set of texts, or texts of your own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Choices {
    /// Đồng ý, Không đồng ý, Ý kiến khác: agree, disagree, another opinion. In JSON `"opinion"`.
    #[default]
    Opinion,
    /// Đồng ý, Không đồng ý: agree, disagree. In JSON `"agreement"`.
    Agreement,
    /// Discipline of a full member: Không kỷ luật (none), Khiển trách (reprimand), Cảnh cáo (warning), Cách
    /// chức (removal from office), Khai trừ (expulsion). In JSON `"discipline"`.
    #[doc(alias = "kỷ luật")]
    Discipline,
    /// Discipline of a probationary member: Không kỷ luật (none), Khiển trách (reprimand), Cảnh cáo
    /// (warning). In JSON `"probationary_discipline"`.
    ProbationaryDiscipline,
    /// Discipline of an organisation: Không kỷ luật (none), Khiển trách (reprimand), Cảnh cáo (warning), Giải
    /// tán (dissolution). In JSON `"organisation_discipline"`.
    OrganisationDiscipline,
    /// Texts of your own, at least two, all different. In JSON `{"own": ["…", "…"]}`.
    Own(Vec<Text>),
}

/// How many choices at most stand as columns of a table on a quarter of a sheet, and elsewhere.
const COLUMNS: [usize; 2] = [2, 5];
/// How many questions' boxes at most stand side by side.
const ABREAST: usize = 4;

impl Choices {
    fn is_usual(&self) -> bool {
        *self == Choices::Opinion
    }

    /// The texts of the boxes, in order.
    #[must_use]
    pub fn words(&self) -> Vec<&str> {
        match self {
            Choices::Opinion => vec!["Đồng ý", "Không đồng ý", "Ý kiến khác"],
            Choices::Agreement => vec!["Đồng ý", "Không đồng ý"],
            Choices::Discipline => vec!["Không kỷ luật", "Khiển trách", "Cảnh cáo", "Cách chức", "Khai trừ"],
            Choices::ProbationaryDiscipline => vec!["Không kỷ luật", "Khiển trách", "Cảnh cáo"],
            Choices::OrganisationDiscipline => vec!["Không kỷ luật", "Khiển trách", "Cảnh cáo", "Giải tán"],
            Choices::Own(words) => words.iter().map(Text::as_str).collect(),
        }
    }
}

record!(
    BallotPaper,
    "../../examples/data/ballot_paper.json",
    "An example: a secret ballot of a chi bộ (Party cell) on three members"
);

impl BallotPaper {
    /// A record with the required values; setters set the rest.
    #[must_use]
    pub fn new(
        issuer: Issuer,
        place: impl Into<Text>,
        date: PaperDate,
        subject: impl Into<Text>,
    ) -> BallotPaper {
        BallotPaper {
            profile: None,
            layout: None,
            sheet: Sheet::A4,
            per_sheet: 1,
            copies: 1,
            election: false,
            issuer,
            place: place.into(),
            date,
            subject: subject.into(),
            opening: None,
            candidates: Vec::new(),
            questions: Vec::new(),
            seats: None,
            choices: Choices::default(),
            secret: false,
        }
    }
}
setters!(BallotPaper {
    /// Sets `profile`. The guidance that the document follows; the Renderer's by default.
    profile: some ProfileId = profile;
    /// Sets `layout`. Cỡ chữ, giãn dòng: type sizes and line pitch, chosen within the guidance's ranges.
    layout: some Layout = layout;
    /// Sets `sheet`. Khổ giấy: the sheet size, A4 (the default) or A5. Two or four ballots on a sheet require
    /// A4.
    sheet: set Sheet = sheet;
    /// Sets `per_sheet`. The number of ballots on a sheet: 1 (the default), 2 or 4.
    per_sheet: number u32 = per_sheet;
    /// Sets `copies`. The number of printed ballots, 1 (the default) to 1,000.
    copies: number u32 = copies;
    /// Sets `election` to `true`. Whether the document is a phiếu bầu (ballot of an election). By default it
    /// is a phiếu biểu quyết (ballot of another vote).
    election: yes bool = election;
    /// Sets `issuer`. Cơ quan ban hành: the body that votes.
    issuer: set Issuer = issuer;
    /// Sets `place`. Địa danh: the place beside the date.
    place: set Text = place;
    /// Sets `date`. Ngày tháng năm: the date of the vote.
    date: set PaperDate = date;
    /// Sets `subject`. The subject of the vote: `kỷ luật đảng viên` (discipline of a member).
    subject: set Text = subject;
    /// Sets `opening`. The paragraph before the boxes; none by default.
    opening: some Text = opening;
    /// Sets `candidates`. The persons or bodies of the vote, each with a name, and a position if it is
    /// needed. A ballot has either candidates or questions.
    candidates: all Person = candidates;
    /// Adds one element to `candidates`. The persons or bodies of the vote, each with a name, and a position
    /// if it is needed. A ballot has either candidates or questions.
    candidate: push Person = candidates;
    /// Sets `questions`. The questions of the vote. A ballot has either candidates or questions.
    questions: all Text = questions;
    /// Adds one element to `questions`. The questions of the vote. A ballot has either candidates or
    /// questions.
    question: push Text = questions;
    /// Sets `seats`. Số lượng bầu: the number of candidates to be elected, from 1 to all of them. Without it
    /// no number is printed.
    seats: some_number u32 = seats;
    /// Sets `choices`. The boxes that the voter ticks, the same for each person or question. By default
    /// [`Choices::Opinion`].
    choices: set Choices = choices;
    /// Sets `secret` to `true`. Phiếu kín: a secret ballot, on which a signature is optional. Otherwise there
    /// is space for the voter's signature.
    secret: yes bool = secret;
});

/// The wording of its body.
const TEMPLATE: &str = include_str!("../../templates/ballot_paper.hbs");

impl TypedRecord for BallotPaper {
    kind!(
        Kind::of::<BallotPaper>("ballot_paper", "phiếu biểu quyết, phiếu bầu")
            .titled("Phiếu biểu quyết", "")
            .worded(TEMPLATE)
            .viewed(view_schema)
            .exemplified(BallotPaper::EXAMPLE)
    );

    fn frame(&self) -> Frame {
        let (issuer, subject) = (self.issuer.clone(), self.subject.clone());
        let name = if self.election { "Phiếu bầu" } else { "Phiếu biểu quyết" };
        Frame {
            profile: self.profile,
            layout: self.layout,
            sheet: self.sheet,
            numbered: false,
            closing: Closing::PersonalForm,
            signature: (!self.secret).then(|| Signature::in_person("Người bỏ phiếu", None)),
            copies: Copies::Same { count: self.copies, per_sheet: self.per_sheet },
            one_page: true,
            ..Frame::new(name, "", issuer, self.place.clone(), self.date, subject)
        }
    }

    fn check(&self, checks: &mut Checks<'_>) {
        let problems = &mut *checks.problems;
        let mut wrong = |code, path: Path, message: String| problems.error(code, path, "quy ước", message);
        match (self.candidates.len(), self.questions.len()) {
            (0, 0) => wrong(
                "candidates.missing",
                Path::at("candidates"),
                "phiếu chưa có người (candidates) hoặc nội dung (questions) để biểu quyết".to_owned(),
            ),
            (0, _) | (_, 0) => {}
            _ => wrong(
                "questions.beside_candidates",
                Path::at("questions"),
                "một phiếu hỏi ý kiến về người hoặc về nội dung, không cả hai; hãy làm hai phiếu".to_owned(),
            ),
        }
        candidates(&self.candidates, problems);
        let mut wrong = |code, path: Path, message: String| problems.error(code, path, "quy ước", message);
        let all = self.candidates.len();
        match self.seats {
            Some(_) if self.candidates.is_empty() => {
                let message = "số lượng bầu chỉ ghi trên phiếu có danh sách người; hãy bỏ seats".to_owned();
                wrong("seats.without_candidates", Path::at("seats"), message);
            }
            Some(seats) if seats == 0 || seats as usize > all => {
                let message = format!("bầu từ 1 đến {all} người trong danh sách; hiện là {seats}");
                wrong("seats.out_of_range", Path::at("seats"), message);
            }
            _ => {}
        }
        let words = self.choices.words();
        if words.len() < 2 {
            let message = format!("phải có ít nhất hai ô để chọn; hiện có {}", words.len());
            wrong("choices.too_few", Path::at("choices"), message);
        }
        if let Some(twice) = (1..words.len()).find(|&at| words[..at].contains(&words[at])) {
            let path = Path::at("choices").field("own").index(twice);
            wrong("choices.twice", path, format!("ô “{}” đã có trước đó", words[twice]));
        }
    }

    fn view(&self, _: &CriteriaSets, _: &mut Problems) -> Option<Value> {
        let words = self.choices.words();
        let narrow = self.per_sheet == 4;
        let table =
            !self.candidates.is_empty() && words.len() <= if narrow { COLUMNS[0] } else { COLUMNS[1] };
        // The library's own words fit in a box's column; a caller's may need more.
        let more = if matches!(self.choices, Choices::Own(_)) { "+" } else { "" };
        let width = if narrow { 17 } else { 22 };
        let columns = format!("10mm+ 1fr{}", format!(" {width}mm{more}").repeat(words.len()));
        let persons =
            self.candidates.iter().map(|person| json!({"text": person.name, "note": person.position}));
        let questions = self.questions.iter().map(|question| json!({"text": question}));
        let items: Vec<Value> = persons
            .chain(questions)
            .enumerate()
            .map(|(index, mut item)| {
                item["number"] = (index + 1).to_string().into();
                item
            })
            .collect();
        let abreast = !narrow && words.len() <= ABREAST;
        Some(json!({
            "table": table,
            "columns": columns,
            "alone": items.len() == 1,
            "items": items,
            "choices": words,
            "abreast": abreast.then(|| vec!["1fr"; words.len()].join(" ")),
        }))
    }
}

/// Each has a name, without a degree or form of address, and nobody stands twice. How it is written is not judged:
/// it may be a body's.
fn candidates(candidates: &[Person], problems: &mut Problems) {
    let mut first = HashMap::new();
    for (index, candidate) in candidates.iter().enumerate() {
        let path = Path::at("candidates").index(index).field("name");
        let name = match &candidate.name {
            Some(Written::Text(name)) => name,
            Some(Written::ByHand) => continue,
            None => {
                problems.error(
                    "candidates.name_missing",
                    path,
                    "quy ước",
                    "chưa ghi họ tên; hãy ghi họ tên, hoặc “by_hand” để ghi bằng bút",
                );
                continue;
            }
        };
        meeting::listed_name(&path, name, problems);
        if let Some(before) = first.insert((name.as_str(), &candidate.position), index) {
            let line = before + 1;
            problems.error(
                "candidates.twice",
                path,
                "quy ước",
                format!(
                    "“{name}” đã có ở dòng {line}; nếu là hai người trùng tên, hãy ghi thêm chức vụ hoặc đơn vị (position)"
                ),
            );
            problems.at_its_field(format!(
                "“{name}” đã có ở dòng {line}; nếu là hai người trùng tên, hãy ghi thêm chức vụ hoặc đơn vị"
            ));
        }
    }
}

/// What its template sees beside its fields.
fn view_schema() -> Value {
    let (text, yes) = (json!({"type": "string"}), json!({"type": "boolean"}));
    let item = json!({"type": "object", "properties": {"text": text, "note": text, "number": text}});
    json!({"type": "object", "properties": {
        "table": yes,
        "columns": text,
        "alone": yes,
        "items": {"type": "array", "items": item},
        "choices": {"type": "array", "items": text},
        "abreast": text,
    }})
}
