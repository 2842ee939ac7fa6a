//! What is asked of a table before papers are made of it, each with what may be answered: a page shows it as a list of
//! choices, a program as it likes. The answers become a mapping.

use serde::Serialize;

use super::places;
use super::plan::{Columns, Plan, key};
use super::values::Value;
use crate::table::header::is_number;
use crate::table::mapping::criterion;
use crate::table::suggest::{Use, is_ordinal, scored};

pub(super) const IGNORE: &str = "#ignore";
pub(super) const FILE_NAME: &str = "#name";
pub(super) const REASONS: &str = "#notes";
pub(super) const SCORES: &str = "#scores";
/// How an answer names the forms.
pub(super) const FORMS: &str = "#forms";

/// A question of [`Reading::questions`](crate::table::Reading::questions).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Question {
    /// The key of the answer in [`Reading::answered`](crate::table::Reading::answered): `cột C` for a column,
    /// `#forms`, or a place in the record.
    pub key: String,
    /// What the question is about.
    pub subject: Subject,
    /// The name of the subject: the column's name (`cột C` if it has none), `phiếu` for the forms, or the
    /// Vietnamese name of the value (`địa danh`).
    pub term: String,
    /// The question, in Vietnamese.
    pub sentence: String,
    /// What to write, in Vietnamese; may be empty.
    pub help: String,
    /// The possible answers; empty if any text is possible.
    pub choices: Vec<Choice>,
    /// The answer so far. Without one, it is the value that is used by default; empty if there is none. If
    /// there are choices, it is a [`Choice::value`].
    pub answer: String,
    /// Whether an answer is necessary before any record is made.
    pub required: bool,
}

/// The subject of a question. In JSON `{"column": {"letters": "B", "name": "Mã chi bộ"}}`, `"forms"`,
/// `{"value": {"place": "issuer.name"}}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Subject {
    /// The purpose of a column.
    Column {
        /// The letters of the column in a spreadsheet: `AX`.
        letters: String,
        /// The text of its header; empty if there is none.
        name: String,
    },
    /// The evaluation forms that each row gives: that of the chi bộ (Party cell) itself (Mẫu 1), or also that
    /// of its superior (Mẫu 2).
    Forms,
    /// A value that is the same in every record.
    Value {
        /// Its place in the record: `issuer.name`.
        place: String,
    },
}

/// A possible answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Choice {
    /// The answer. For a column it is a place in the record (`held`) or one of `#ignore`, `#name` (the column
    /// begins the file names), `#notes` (the reasons for missing points), `#scores` (the points of the
    /// criterion in the column's name). For the forms it is `self` or `self,superior`.
    pub value: String,
    /// Its Vietnamese name: `ngày sinh hoạt`.
    pub term: String,
}

impl Choice {
    pub(super) fn new(value: impl Into<String>, term: impl Into<String>) -> Choice {
        Choice { value: value.into(), term: term.into() }
    }
}

impl Plan<'_> {
    /// The questions: the columns' in their order, then the forms', then the values'.
    pub(in crate::table) fn questions(&self) -> Vec<Question> {
        let columns = self.columns();
        let mut questions: Vec<Question> =
            columns.asked.iter().map(|(index, _)| self.of_column(*index, &columns)).collect();
        if self.suggestions.is_scored {
            questions.push(of_forms(columns.superior));
        }
        questions.extend(self.values(&columns).into_iter().map(|value| self.of_value(value)));
        questions
    }

    fn of_column(&self, index: usize, columns: &Columns<'_>) -> Question {
        let (subject, name) = (key(index), self.header.names().get(index).cloned().unwrap_or_default());
        let letters = subject.trim_start_matches("cột ").to_owned();
        Question {
            answer: self.answer(&subject).unwrap_or(IGNORE).to_owned(),
            key: subject,
            term: if name.is_empty() { key(index) } else { name.clone() },
            subject: Subject::Column { letters, name },
            sentence: self.sentence(index),
            help: String::new(),
            choices: self.choices(index, columns),
            required: false,
        }
    }

    /// What is asked of a column.
    pub(super) fn sentence(&self, index: usize) -> String {
        let column = self.header.column(index);
        let column = column.strip_prefix("cột ").unwrap_or(&column);
        let name = self.header.names().get(index).map_or("", String::as_str);
        if is_ordinal(name) {
            return format!("Cột {column} đánh số dòng nên không dùng. Có đúng không?");
        }
        let nameless = if name.is_empty() { " không có tên mà có dữ liệu," } else { "" };
        format!("Cột {column}{nameless} dùng làm gì?")
    }

    /// What a column may be for, beside what others are for.
    fn choices(&self, index: usize, columns: &Columns<'_>) -> Vec<Choice> {
        let mut choices = vec![Choice::new(IGNORE, "bỏ qua")];
        if columns.file_name.is_none_or(|other| other == index) {
            choices.push(Choice::new(FILE_NAME, "đứng đầu tên tệp"));
        }
        if self.suggestions.is_scored {
            let criterion = self.criterion(index);
            choices.extend(criterion.map(|id| Choice::new(SCORES, format!("điểm tiêu chí {id}"))));
            if !columns.is_used(&Use::Reasons, index) {
                choices.push(Choice::new(REASONS, "lý do trừ điểm"));
            }
        }
        choices.extend(places::free(self, index, columns));
        choices
    }

    /// The criterion that a column is called after, in any set.
    fn criterion(&self, index: usize) -> Option<String> {
        let name = self.header.names().get(index)?;
        let number = Some(criterion(name)).filter(|id| is_number(id)).map(str::to_owned);
        let sets = self.suggestions.sets;
        number.or_else(|| sets.ids().find_map(|id| scored(sets.get(id)?, name)))
    }

    fn of_value(&self, value: Value) -> Question {
        let answer = self.answer(&value.place).map(str::to_owned).unwrap_or(value.known);
        Question {
            key: value.place.clone(),
            subject: Subject::Value { place: value.place },
            sentence: value.sentence,
            term: value.term,
            help: value.form_help,
            choices: value.words.into_iter().map(|(word, term)| Choice::new(word, term)).collect(),
            answer,
            required: value.required,
        }
    }
}

fn of_forms(superior: bool) -> Question {
    let both = "self,superior";
    Question {
        key: FORMS.to_owned(),
        subject: Subject::Forms,
        term: "phiếu".to_owned(),
        sentence: "Mỗi dòng làm phiếu nào?".to_owned(),
        help: String::new(),
        choices: vec![Choice::new("self", "Mẫu 1"), Choice::new(both, "Mẫu 1 và Mẫu 2")],
        answer: if superior { both } else { "self" }.to_owned(),
        required: false,
    }
}
