//! One of many files: what it comes to, by itself.

use std::hash::{DefaultHasher, Hasher};

use serde_json::{Map, Value, json};

use super::extract::Change;
use super::fields::plain;
use super::place::{Places, path, told};
use super::reading::{Reading, short};
use super::returned::{Returned, ReturnedField};
use super::rules;
use super::values::is_figure;
use super::verdict::Verdict;
use crate::error::{Error, Problem, Severity};
use crate::kinds::{AnyRecord, Record};
use crate::renderer::Renderer;

/// A file that came back.
pub(super) struct Entry {
    pub(super) file: String,
    /// The record that travelled with it, and its JSON.
    pub(super) sent: Option<(AnyRecord, Value)>,
    /// What was taken of it; none where something stops it.
    pub(super) taken: Option<(AnyRecord, Value)>,
    pub(super) changes: Vec<Change>,
    /// What stops it.
    pub(super) problems: Vec<Problem>,
    pub(super) remarks: Vec<Problem>,
    /// The first lines of a file without a record.
    pub(super) lines: Vec<String>,
    /// Who the page says that it is of, where that is another than its record says.
    pub(super) named: Vec<String>,
    /// Tells its bytes from another file's.
    pub(super) digest: u64,
    /// What it says, where a program has lost the record that travelled with it.
    pub(super) lost: Option<Box<Returned>>,
}

/// The same for the same bytes, on every machine.
fn digest(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}

/// So many lines of a paper say what it is.
const HEAD: usize = 30;

impl Entry {
    pub(super) fn of(renderer: &Renderer, file: &str, bytes: &[u8]) -> Entry {
        let mut entry = Entry {
            file: file.to_owned(),
            sent: None,
            taken: None,
            changes: Vec::new(),
            problems: Vec::new(),
            remarks: Vec::new(),
            lines: Vec::new(),
            named: Vec::new(),
            digest: digest(bytes),
            lost: None,
        };
        let returned = match Returned::open(bytes) {
            Ok(returned) => returned,
            Err(error) => return entry.stopped(&error),
        };
        match Reading::of(renderer, &returned) {
            Ok(reading) => entry.take(renderer, &returned, reading),
            Err(error) => {
                let lines = returned.paragraphs().filter(|line| !line.trim().is_empty());
                entry.lines = lines.take(HEAD).map(|line| short(&line)).collect();
                entry.lost = returned.has_lost_its_record().then(|| Box::new(returned));
                return entry.stopped(&error);
            }
        }
        entry
    }

    /// Reads a file that has lost its record beside the paper that was sent: that is written again, and its controls are bound to
    /// the same fields.
    pub(super) fn read_beside(&mut self, renderer: &Renderer, sent: &AnyRecord) {
        let Some(lost) = self.lost.take() else { return };
        let fillable = renderer.clone().with_fields(true);
        let again = fillable.render(sent).and_then(|document| document.to_docx());
        let Some(data) = again.and_then(|docx| Ok(Returned::open(&docx)?.data)).ok().flatten() else {
            return;
        };
        let returned = lost.with_data(data);
        let Ok(reading) = Reading::of(renderer, &returned) else { return };
        self.take(renderer, &returned, reading);
        const SAID: &str = "tệp đã mất bản ghi kèm theo, như khi LibreOffice mở ra rồi lưu lại nhiều lần; phần mềm đọc theo tệp đã gửi, hãy xem lại";
        self.remarks.push(told(Severity::Warning, "returned.no_record", path(""), None, SAID));
    }

    /// Refuses it for one reason, whatever else is wrong with it.
    pub(super) fn stop(&mut self, problem: Problem) {
        self.problems = vec![problem];
        self.remarks.clear();
        self.taken = None;
    }

    fn stopped(mut self, error: &Error) -> Entry {
        self.problems = error.problems().to_vec();
        self
    }

    fn take(&mut self, renderer: &Renderer, returned: &Returned, reading: Reading) {
        let Reading {
            sent,
            sent_json,
            record,
            mut json,
            changes,
            touched,
            problems,
            unclear,
            outside,
            differs: _,
            told: remarks,
            fields,
            named,
            held: _,
            called: _,
        } = reading;
        self.problems = problems;
        self.problems.extend(unclear);
        self.remarks = remarks;
        self.named = named;
        // What stands outside of the fields is no figure: somebody looks at it.
        let outside = outside.into_iter().map(|problem| Problem { severity: Severity::Warning, ..problem });
        self.remarks.extend(outside);
        let mut record = record;
        if let Some(renamed) = self.keep_names(renderer, &sent, &sent_json, &mut json) {
            record = record.and(Some(renamed));
        }
        // As the library writes it, whichever way it was filled in.
        let written = record.as_ref().and_then(|record| record.to_json().ok());
        if let Some(own) = written.and_then(|own| serde_json::from_str(&own).ok()) {
            json = own;
        }
        if !touched {
            const SAID: &str = "chưa điền gì, vẫn như lúc gửi; hãy xin lại tệp đã điền";
            self.problems.push(told(Severity::Error, "returned.empty", path(""), None, SAID));
        } else if let Some(record) = &record {
            self.judge(renderer, returned, &fields, &sent, record, &json);
        }
        self.changes = changes;
        self.taken = record.filter(|_| self.problems.is_empty()).map(|record| (record, json));
        self.sent = Some((sent, sent_json));
    }

    /// Whose paper it is stays as it was sent, however the name was typed over.
    fn keep_names(
        &mut self,
        renderer: &Renderer,
        sent: &AnyRecord,
        sent_json: &Value,
        json: &mut Value,
    ) -> Option<AnyRecord> {
        let mut changed = false;
        for name in ["/issuer/name", "/branch"] {
            let (Some(own), Some(now)) = (sent_json.pointer(name), json.pointer_mut(name)) else { continue };
            if own == now {
                continue;
            }
            let (Some(was), Some(is)) = (own.as_str(), now.as_str()) else { continue };
            // Its lines are one name.
            self.named.push(plain(is));
            let place = Places { kind: sent.kind(), record: sent_json }.of(name, &Map::new(), None);
            let said = format!(
                "ghi “{}”, mà tệp đã gửi là của “{}”; phần mềm lấy “{}”, hãy xem lại",
                short(is),
                short(was),
                short(was)
            );
            self.remarks.push(told(Severity::Warning, "returned.name", path(name), Some(place), said));
            *now = own.clone();
            changed = true;
        }
        changed.then(|| renderer.read(&json.to_string()).ok()).flatten()
    }

    /// What the rules find, and what was not filled in.
    fn judge(
        &mut self,
        renderer: &Renderer,
        returned: &Returned,
        fields: &[ReturnedField],
        sent: &AnyRecord,
        record: &AnyRecord,
        json: &Value,
    ) {
        if is_unscored(renderer, record, json) {
            const SAID: &str = "chưa chấm điểm mục nào; hãy xin lại phiếu đã chấm";
            self.problems.push(told(
                Severity::Error,
                "returned.not_scored",
                path("/rows"),
                Some(String::new()),
                SAID,
            ));
        }
        let found = rules::found(renderer, sent, record, json);
        let mut found = found;
        // That points are missing follows from what is wrong with them.
        found.retain(|problem| self.problems.is_empty() || problem.code != "rows.half_filled");
        let (errors, warnings): (Vec<_>, Vec<_>) = found.into_iter().partition(Problem::is_error);
        self.problems.extend(errors);
        self.remarks.extend(warnings);
        self.remarks.extend(left_open(returned, fields, record, json));
    }
}

/// Whether it is a form for points, in which nobody wrote one.
fn is_unscored(renderer: &Renderer, record: &AnyRecord, json: &Value) -> bool {
    let Some(sheet) = record.score_sheet(renderer.criteria()) else { return false };
    let rows = json.get(sheet.place.to_string());
    let scored = |row: &Value| {
        sheet.columns.iter().filter(|column| *column != "note").any(|column| row.get(column).is_some())
    };
    !rows.and_then(Value::as_array).is_some_and(|rows| rows.iter().any(scored))
}

/// The single figures that nobody filled in.
fn left_open(
    returned: &Returned,
    fields: &[ReturnedField],
    record: &AnyRecord,
    json: &Value,
) -> Option<Problem> {
    let places = Places { kind: record.kind(), record: json };
    let slots = returned.data.as_ref().map(|data| data.fields.as_slice()).unwrap_or_default();
    let single = |pointer: &str| {
        !pointer.starts_with("/view/") && !pointer.split('/').any(|step| step.parse::<usize>().is_ok())
    };
    let open = slots.iter().zip(fields).filter(|(slot, field)| {
        slot.open
            && single(&slot.at)
            && is_figure(record.kind(), &slot.at)
            && Verdict::of(field) == Verdict::Untouched
    });
    let mut names: Vec<String> = open
        .map(|(slot, field)| format!("“{}”", places.of(&slot.at, &slot.with, field.term.as_deref())))
        .collect();
    names.dedup();
    (!names.is_empty()).then(|| {
        let said = format!("còn để trống {}; hãy hỏi lại nếu cần", names.join(", "));
        told(Severity::Warning, "returned.left_open", path(""), None, said)
    })
}

/// Whether two records say the same.
pub(super) fn same(first: &Value, second: &Value) -> bool {
    first == second
}

/// Where two records of one paper differ, with both values: at most five places.
pub(super) fn differences(record: &AnyRecord, first: &Value, second: &Value) -> Vec<String> {
    const MOST: usize = 5;
    let mut found = Vec::new();
    differ(first, second, String::new(), &mut found);
    let places = Places { kind: record.kind(), record: first };
    let more = found.len().saturating_sub(MOST);
    let said = found.into_iter().take(MOST).map(|(pointer, first, second)| {
        format!("{}: “{first}” và “{second}”", places.of(&pointer, &Map::new(), None))
    });
    let mut said: Vec<String> = said.collect();
    if more > 0 {
        said.push(format!("và {more} chỗ khác"));
    }
    said
}

fn differ(first: &Value, second: &Value, at: String, found: &mut Vec<(String, String, String)>) {
    match (first, second) {
        _ if first == second => {}
        (Value::Object(own), Value::Object(others)) => {
            let names = own.keys().chain(others.keys().filter(|name| !own.contains_key(*name)));
            for name in names {
                let of = |fields: &Map<String, Value>| fields.get(name).cloned().unwrap_or_default();
                differ(&of(own), &of(others), format!("{at}/{name}"), found);
            }
        }
        (Value::Array(own), Value::Array(others)) => {
            for index in 0..own.len().max(others.len()) {
                let of = |items: &[Value]| items.get(index).cloned().unwrap_or_default();
                differ(&of(own), &of(others), format!("{at}/{index}"), found);
            }
        }
        _ => found.push((at, said(first), said(second))),
    }
}

fn said(value: &Value) -> String {
    match value {
        Value::Null => "để trống".to_owned(),
        Value::String(text) => short(text),
        Value::Number(number) => number.to_string().replace('.', ","),
        other => short(&json!(other).to_string()),
    }
}
