//! A file that came back, read into the record that it comes to.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::blanks::{Called, called};
use super::data::{Data, Slot};
use super::extract::Change;
use super::fields::{is_open, plain, ticked, ticks, without_control};
use super::foreign;
use super::people;
use super::place::{Places, path, pointer, told};
use super::placing::Placing;
use super::recover::{Recovered, recover};
use super::returned::{Returned, ReturnedField};
use super::values::{lines, two_ways, value};
use super::verdict::Verdict;
use super::words;
use crate::document::Document;
use crate::error::{Error, Problem, Result, Severity};
use crate::kinds::{AnyRecord, Record};
use crate::renderer::Renderer;

/// What a file comes to.
pub(super) struct Reading {
    /// The record as it was sent out, and its JSON.
    pub(super) sent: AnyRecord,
    pub(super) sent_json: Value,
    /// The record as it came back; none where it cannot be read.
    pub(super) record: Option<AnyRecord>,
    /// Its JSON, for the places of problems.
    pub(super) json: Value,
    pub(super) changes: Vec<Change>,
    /// Whether something was filled in or changed, in whatever field.
    pub(super) touched: bool,
    /// What stops it.
    pub(super) problems: Vec<Problem>,
    /// Fields that hold something which cannot be read as words: it is never counted in silence.
    pub(super) unclear: Vec<Problem>,
    /// What fits no field: it is nobody's figure, but somebody wrote it.
    pub(super) outside: Vec<Problem>,
    /// The same, as it stands in both texts.
    pub(super) differs: Vec<words::Differs>,
    /// What is only told.
    pub(super) told: Vec<Problem>,
    /// The fields, with what stands where their controls were lost.
    pub(super) fields: Vec<ReturnedField>,
    /// Who the page says that it is of, where that is not who the record does.
    pub(super) named: Vec<String>,
    /// The fields that paragraphs hold without their controls.
    pub(super) held: BTreeMap<usize, Vec<usize>>,
    /// What is left for the pen and is no field of the record, by the numbers of fields.
    pub(super) called: BTreeMap<usize, Called>,
}

impl Reading {
    pub(super) fn of(renderer: &Renderer, returned: &Returned) -> Result<Reading> {
        let Some(data) = &returned.data else { return Err(foreign::no_record(returned)) };
        if returned.torn {
            return Err(foreign::several_records());
        }
        let sent = renderer.read(&data.record).map_err(foreign::unreadable)?;
        let sent_json: Value =
            serde_json::from_str(&data.record).map_err(|_| foreign::unreadable(Error::bug("no JSON")))?;
        let mut reading = Reading {
            json: sent_json.clone(),
            sent_json,
            sent,
            record: None,
            changes: Vec::new(),
            touched: false,
            problems: Vec::new(),
            unclear: Vec::new(),
            outside: Vec::new(),
            differs: Vec::new(),
            told: Vec::new(),
            fields: returned.fields.clone(),
            named: Vec::new(),
            held: BTreeMap::new(),
            called: BTreeMap::new(),
        };
        let document = renderer.clone().with_fields(true).render(&reading.sent).ok();
        // Another version may have made the file: then it says nothing of where its fields stand.
        let own = document.as_ref().filter(|document| has_the_fields_of(document, data));
        let recovered = reading.recovered(own, returned, data);
        reading.called = called(own, &returned.body, &data.fields);
        let mut verdicts: Vec<Verdict> = reading.fields.iter().map(Verdict::of).collect();
        reading.settle_people(data, &mut verdicts);
        reading.judge(data, &verdicts);
        reading.read(renderer);
        reading.compare_worked_out(renderer, data, &verdicts);
        let misread =
            own.map(|own| reading.compare_frames(own, returned, data, &recovered)).unwrap_or_default();
        if let Some(document) = &document {
            let is_one = reading.compare_words(document, returned, data, &recovered, &misread);
            if !is_one {
                return Ok(reading);
            }
        }
        reading.compare_unseen(document.as_ref(), returned, data);
        Ok(reading)
    }

    fn places(&self) -> Places<'_> {
        Places { kind: self.sent.kind(), record: &self.sent_json }
    }

    /// What a field is called.
    pub(super) fn place_of(&self, number: usize, slot: &Slot, term: Option<&str>) -> String {
        match self.called.get(&number) {
            Some(called) => called.name.clone(),
            None => self.places().of(&slot.at, &slot.with, term),
        }
    }

    /// Looks for what stands where controls were lost; gives the paragraphs that hold it, as they were sent.
    fn recovered(
        &mut self,
        document: Option<&Document>,
        returned: &Returned,
        data: &Data,
    ) -> BTreeMap<usize, String> {
        let gone: Vec<bool> = self.fields.iter().map(|field| field.text.is_none()).collect();
        let Some(document) = document.filter(|_| gone.contains(&true)) else { return BTreeMap::new() };
        let Recovered { texts, lines, held } = recover(document, &returned.body, data, &gone);
        for (number, text) in texts {
            if let (Some(field), Some(slot)) = (self.fields.get_mut(number), data.fields.get(number)) {
                let text = without_control(&text, slot);
                // No program that writes the data alone drops controls.
                field.emptied = slot.open && text.is_empty();
                field.text = Some(text);
            }
        }
        self.held = held;
        lines
    }

    /// Somebody who stands at two places of a paper is one person.
    fn settle_people(&mut self, data: &Data, verdicts: &mut [Verdict]) {
        for two in people::settle(&self.sent_json, &data.fields, &self.fields, verdicts) {
            let said = format!(
                "trong bài ghi “{}”, mà chỗ ký ghi “{}”; hãy hỏi lại nơi gửi, ghi một người ở cả hai chỗ",
                short(&two.told),
                short(&two.signed)
            );
            self.in_field(data, two.field, "returned.two_values", said);
            self.touched = true;
        }
    }

    /// What the group of a field must have. A form without a signature prints one all the same: that is signed.
    fn with(&self, slot: &Slot) -> Map<String, Value> {
        let frame = self.sent.frame();
        let printed = match slot.at.as_str() {
            "/signature/name" => frame.signature,
            "/left_signature/name" => frame.left_signature,
            _ => None,
        };
        let group = slot.at.rsplit_once('/').map_or("", |(group, _)| group);
        let printed = printed.filter(|_| slot.with.is_empty() && self.sent_json.pointer(group).is_none());
        match printed.and_then(|signature| serde_json::to_value(signature).ok()) {
            Some(Value::Object(mut fields)) => {
                fields.retain(|name, value| name != "name" && !value.is_null());
                fields
            }
            _ => slot.with.clone(),
        }
    }

    /// Puts what was filled in where it belongs, and tells what cannot be.
    fn judge(&mut self, data: &Data, verdicts: &[Verdict]) {
        let mut placing = Placing::new(self.sent_json.clone());
        let mut found = Vec::new();
        let mut gone: Vec<(&str, Problem)> = Vec::new();
        if !verdicts.is_empty() && verdicts.iter().all(|verdict| matches!(verdict, Verdict::Gone(_))) {
            const SAID: &str = "các ô để điền không còn trong văn bản, chưa biết chữ nào thuộc mục nào; hãy điền lại vào tệp đã gửi";
            self.problems.push(told(Severity::Error, "returned.no_controls", path(""), None, SAID));
            return;
        }
        self.touched |= verdicts.iter().any(|it| !matches!(it, Verdict::Untouched | Verdict::Gone(None)));
        for (number, ((field, slot), verdict)) in
            self.fields.iter().zip(&data.fields).zip(verdicts).enumerate()
        {
            let place = || self.place_of(number, slot, field.term.as_deref());
            let mut tell = |code, said: String| {
                found.push(told(Severity::Error, code, path(&slot.at), Some(place()), said));
            };
            match verdict {
                Verdict::Untouched => {}
                Verdict::TwoValues { text, data } => {
                    tell("returned.two_values", two_values(&said(slot, text), &said(slot, data)))
                }
                Verdict::Copies(texts) => tell(
                    "returned.copies",
                    format!(
                        "có ở nhiều chỗ trong văn bản mà ghi khác nhau: {}; hãy ghi một giá trị rồi lưu lại",
                        some_of(&texts.iter().map(|text| said(slot, text)).collect::<Vec<_>>())
                    ),
                ),
                Verdict::Gone(said) => {
                    let group = match slot.at.rsplit_once('/') {
                        Some((group, _)) if !self.called.contains_key(&number) => group,
                        _ => slot.at.as_str(),
                    };
                    // Of a row that was deleted one thing is told, what it said apart.
                    if said.is_none() && gone.iter().any(|(known, _)| *known == group) {
                        continue;
                    }
                    let said = said
                        .as_ref()
                        .map_or(String::new(), |said| format!("; dữ liệu kèm tệp còn ghi “{}”", short(said)));
                    let said = format!(
                        "ô để điền không còn trong văn bản, dòng hoặc ô đã bị xoá{said}; hãy điền lại vào tệp đã gửi"
                    );
                    let problem =
                        told(Severity::Error, "returned.field_gone", path(&slot.at), Some(place()), said);
                    gone.push((group, problem));
                }
                Verdict::Filled(_) | Verdict::Emptied if slot.at.starts_with("/view/") => {}
                Verdict::Filled(text) => {
                    let own = self.sent_json.pointer(&slot.at).and_then(Value::as_str);
                    // Lines that the library made even are none of the record's.
                    let evened = slot.breaks && own.is_some_and(|own| !own.contains('\n'));
                    let text = &if evened { text.replace('\n', " ") } else { text.clone() };
                    if let Some(asked) = two_ways(self.sent.kind(), &slot.at, text) {
                        tell("returned.two_values", asked);
                        continue;
                    }
                    let value = value(self.sent.kind(), &slot.at, text);
                    if placing.put(&slot.at, &self.with(slot), Some(value)) {
                        let change = change(slot, field, place(), text);
                        self.changes.push(change);
                    } else {
                        tell("returned.no_place", no_place(text));
                    }
                }
                Verdict::Emptied => {
                    placing.put(&slot.at, &slot.with, None);
                    let change = change(slot, field, place(), "");
                    self.changes.push(change);
                }
            }
        }
        self.problems.extend(all_gone(gone.into_iter().map(|(_, problem)| problem).collect()));
        self.problems.extend(found);
        self.json = placing.done();
    }

    /// Reads the record, with what is wrong with its shape.
    fn read(&mut self, renderer: &Renderer) {
        if self.changes.is_empty() {
            self.record = Some(self.sent.clone());
            return;
        }
        match renderer.read(&self.json.to_string()) {
            Ok(record) => self.record = Some(record),
            Err(error) => {
                let mut problems = error.problems().to_vec();
                problems.retain(Problem::is_error);
                if problems.is_empty() {
                    problems.push(told(Severity::Error, "returned.unread", path(""), None, UNREAD));
                }
                for problem in &mut problems {
                    self.tell_unknown(problem);
                }
                Places { kind: self.sent.kind(), record: &self.json }.tell(&mut problems);
                self.problems.extend(problems);
            }
        }
    }

    /// A field of another version of the library, of which records know nothing: its control says what it is called.
    fn tell_unknown(&self, problem: &mut Problem) {
        let at = pointer(&problem.path);
        let field = self.fields.iter().find(|field| problem.code == "shape.unknown_field" && field.at == at);
        if let Some(field) = field {
            let text = field.text.as_deref().filter(|text| !text.is_empty()).unwrap_or(&field.data);
            let place = field.term.clone().unwrap_or_default();
            *problem = told(Severity::Error, "returned.no_place", path(&at), Some(place), no_place(text));
        }
    }
}

/// Of many fields that are gone, as with a table, one thing is told.
fn all_gone(gone: Vec<Problem>) -> Vec<Problem> {
    const MOST: usize = 5;
    if gone.len() <= MOST {
        return gone;
    }
    let places: Vec<&str> = gone.iter().filter_map(|problem| problem.place.as_deref()).take(3).collect();
    let (count, more) = (gone.len(), gone.len() - places.len());
    let said = format!(
        "{count} chỗ để điền không còn trong văn bản: {}, và {more} chỗ khác; bảng hoặc dòng đã bị xoá; hãy điền lại vào tệp đã gửi",
        places.join("; ")
    );
    vec![told(Severity::Error, "returned.field_gone", path(""), None, said)]
}

/// Whether a paper has the fields that a file was made with.
fn has_the_fields_of(document: &Document, data: &Data) -> bool {
    let own = document.tree.paragraphs().flat_map(|paragraph| &paragraph.fields);
    let own = own.filter(|field| field.number.is_some()).map(|field| pointer(&field.at));
    own.eq(data.fields.iter().map(|slot| slot.at.clone()))
}

fn change(slot: &Slot, field: &ReturnedField, place: String, after: &str) -> Change {
    let before = if is_open(&field.given) { String::new() } else { lines(&field.given) };
    Change { path: path(&slot.at), place, before, after: lines(after) }
}

fn two_values(text: &str, data: &str) -> String {
    const DO: &str = "hãy hỏi lại nơi gửi, ghi một giá trị rồi lưu lại";
    match short(text).as_str() {
        "" => format!("trong văn bản đã xoá, mà dữ liệu kèm tệp còn “{}”; {DO}", short(data)),
        text => format!("trong văn bản ghi “{text}”, mà dữ liệu kèm tệp là “{}”; {DO}", short(data)),
    }
}

/// What a field says, as a sentence quotes it.
fn said(slot: &Slot, text: &str) -> String {
    match ticks(text).filter(|_| ticked(&slot.printed).is_some()) {
        Some(true) => "đã đánh dấu".to_owned(),
        Some(false) => "chưa đánh dấu".to_owned(),
        None => text.to_owned(),
    }
}

/// Texts as a sentence quotes them: of many the first.
fn some_of(texts: &[String]) -> String {
    const MOST: usize = 5;
    let shown: Vec<String> = texts.iter().take(MOST).map(|text| format!("“{}”", short(text))).collect();
    match texts.len().saturating_sub(MOST) {
        0 => shown.join(", "),
        more => format!("{} và {more} giá trị khác", shown.join(", ")),
    }
}

pub(super) fn no_place(text: &str) -> String {
    format!("ghi “{}”, mà bản ghi không có mục cho chỗ này; hãy ghi vào mục khác, hoặc bỏ", short(text))
}

const UNREAD: &str = "không đọc được bản ghi sau khi điền; hãy xin lại tệp";

/// A text as a sentence quotes it.
pub(super) fn short(text: &str) -> String {
    const LONGEST: usize = 240;
    let text = plain(text);
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text,
    }
}
