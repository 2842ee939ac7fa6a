//! What a paper says that is no plain text of it: struck out or hidden words, pictures, notes, comments, margins.

use super::body::{Body, Mark, Marked, Object};
use super::data::Data;
use super::fields::{owners, plain, ticked, ticks};
use super::place::{path, told};
use super::reading::{Reading, short};
use super::returned::Returned;
use super::words::Differs;
use crate::document::Document;
use crate::error::{Problem, Severity};

const DO: &str = "chỗ này không phải ô để điền; hãy ghi vào ô, hoặc để như bản đã gửi";
const PICTURE: &str = "không đọc được chữ trong hình";

impl Reading {
    /// What nobody finds who reads the words alone.
    pub(super) fn compare_unseen(&mut self, document: Option<&Document>, returned: &Returned, data: &Data) {
        let body = &returned.body;
        let mut margins: Vec<&String> = returned.beside.margins.iter().collect();
        margins.retain(|line| !without_digits(line).is_empty());
        let owners = owners(body, &data.fields);
        for marked in body.marked.iter().filter(|marked| !plain(&marked.text).is_empty()) {
            let said = no_plain_text(marked);
            let words = match marked.mark {
                // The code of a field is no part of what stands there.
                Mark::Field => None,
                Mark::Struck | Mark::Faint | Mark::Removed | Mark::Equation => Some(marked.text.as_str()),
            };
            match owners.of(marked.control).or_else(|| self.held_in(data, marked.paragraph, words)) {
                Some(field) => self.in_field(data, field, "returned.text", said),
                None => self.outside.push(outside(said)),
            }
            let words = vec![plain(&marked.text)];
            self.differs.push(match marked.mark {
                Mark::Struck | Mark::Faint | Mark::Removed => Differs { sent: words, ..Differs::default() },
                Mark::Equation => {
                    Differs { now: vec![format!("(công thức {})", words.join(" "))], ..Differs::default() }
                }
                Mark::Field => {
                    Differs { now: vec![format!("(trường {})", words.join(" "))], ..Differs::default() }
                }
            });
        }
        let mut pictures = body.objects.len();
        let sent = || data.pictures.unwrap_or_else(|| document.map_or(0, pictures_of));
        let is_new = pictures > 0 && !self.held.is_empty() && pictures > sent();
        let held = |at: Option<usize>| at.filter(|_| is_new).and_then(|at| self.held_in(data, at, None));
        let field = |object: &Object| owners.of(object.control).or_else(|| held(object.paragraph));
        let drawn: Vec<usize> = body.objects.iter().filter_map(field).collect();
        for field in drawn {
            let said = format!("có hình trong ô, {PICTURE}; hãy ghi bằng chữ");
            self.in_field(data, field, "returned.text", said);
            self.differs.push(Differs { now: vec!["(hình)".to_owned()], ..Differs::default() });
            pictures -= 1;
        }
        self.compare_tracked(body, data, &owners);
        for paragraph in &body.numbered {
            let Some((own, before)) = body.paragraphs.get(..=*paragraph).and_then(<[_]>::split_last) else {
                continue;
            };
            let text = short(&own.text());
            let which = if text.is_empty() {
                let before = before.iter().rev().map(|own| short(&own.text())).find(|text| !text.is_empty());
                format!("đoạn trống sau “{}”", before.unwrap_or_default())
            } else {
                format!("đoạn “{text}”")
            };
            let said = format!(
                "{which} có số thứ tự hoặc dấu đầu dòng tự động của Word, không đọc được; hãy bỏ đánh số tự động, cần thì gõ số bằng tay"
            );
            match own.pieces.iter().find_map(|piece| owners.of(piece.control)) {
                Some(field) => self.in_field(data, field, "returned.text", said),
                None => self.outside.push(outside(said)),
            }
            let now = vec![format!("{text} (đánh số tự động)")];
            self.differs.push(Differs { now, ..Differs::default() });
        }
        if pictures > 0 && pictures > sent() {
            self.added(format!("văn bản có thêm hình, {PICTURE}"), Some("(hình)".to_owned()));
        }
        if body.chunks > 0 {
            const SAID: &str = "văn bản có chèn một tệp khác, không đọc được chữ trong tệp đó";
            self.added(SAID.to_owned(), Some("(tệp chèn vào)".to_owned()));
        }
        for note in &returned.beside.notes {
            self.added(format!("văn bản có thêm chú thích “{}”", short(note)), Some(note.clone()));
        }
        for comment in &returned.beside.comments {
            // An opinion by itself.
            self.added(format!("văn bản có nhận xét bên lề “{}”", short(comment)), None);
        }
        let known = document.map(margins_of).unwrap_or_default();
        for line in margins {
            if !known.contains(&without_digits(line)) {
                let said = format!("đầu trang hoặc chân trang có thêm “{}”", short(line));
                self.added(said, Some(line.clone()));
            }
        }
    }

    /// Tells what is wrong with what a field says.
    pub(super) fn in_field(&mut self, data: &Data, field: usize, code: &'static str, said: String) {
        let (Some(slot), Some(own)) = (data.fields.get(field), self.fields.get(field)) else { return };
        let place = self.place_of(field, slot, own.term.as_deref());
        self.unclear.push(told(Severity::Error, code, path(&slot.at), Some(place), said));
    }

    /// The field without a control that a paragraph holds: the one that says these words, else the first.
    pub(super) fn held_in(&self, data: &Data, paragraph: usize, words: Option<&str>) -> Option<usize> {
        let fields = self.held.get(&paragraph)?;
        let Some(words) = words.map(plain) else { return fields.first().copied() };
        let says = |field: &&usize| {
            let (Some(slot), Some(own)) = (data.fields.get(**field), self.fields.get(**field)) else {
                return false;
            };
            if ticked(&slot.printed).is_some() {
                return ticks(&words).is_some();
            }
            let own = own.text.as_deref().map(plain).unwrap_or_default();
            own.contains(&words) || (!own.is_empty() && words.contains(&own))
        };
        fields.iter().find(says).copied()
    }

    fn added(&mut self, said: String, words: Option<String>) {
        self.outside.push(outside(format!("{said}; {DO}")));
        self.differs.extend(words.map(|words| Differs { now: vec![words], ..Differs::default() }));
    }
}

/// What is told of text that is no plain text.
fn no_plain_text(marked: &Marked) -> String {
    let words = short(&marked.text);
    match marked.mark {
        Mark::Struck => format!(
            "có chữ bị gạch ngang hoặc bị ẩn: “{words}”; hãy xoá hẳn chữ đó, hoặc bỏ gạch ngang, bỏ ẩn rồi lưu lại"
        ),
        Mark::Faint => format!(
            "có chữ không nhìn thấy được (màu trắng, hoặc quá nhỏ): “{words}”; hãy xoá hẳn chữ đó, hoặc để chữ đen, cỡ thường rồi lưu lại"
        ),
        Mark::Removed => format!(
            "có chữ trong ô của bảng đã xoá mà chưa duyệt: “{words}”; hãy mở bằng Word, vào Review duyệt hoặc bỏ việc xoá ô rồi lưu lại"
        ),
        Mark::Equation => format!(
            "có công thức (Equation) đọc được là “{words}”, chưa chắc đúng như trên trang; hãy xoá công thức, ghi bằng chữ, ví dụ 2/3"
        ),
        Mark::Field => format!(
            "có trường của Word không đọc được: “{words}”; hãy xoá trường đó, ghi bằng chữ, ví dụ 2/3"
        ),
    }
}

pub(super) fn outside(said: String) -> Problem {
    told(Severity::Error, "returned.text", path(""), None, said)
}

/// How many pictures the paper was sent with.
fn pictures_of(document: &Document) -> usize {
    let body = document.to_docx().ok().and_then(|file| Some(Returned::open(&file).ok()?.body));
    body.map_or(0, |body: Body| body.objects.len())
}

/// What was sent in the margins: page numbers are no words.
fn margins_of(document: &Document) -> Vec<String> {
    let mut known = Vec::new();
    for section in document.tree.sections() {
        let paragraphs = section.head.iter().chain(&section.foot);
        known.extend(paragraphs.map(|paragraph| without_digits(&paragraph.text())));
        if let Some(running) = &section.running {
            known.push(without_digits(&format!("{} {}", running.left, running.right)));
        }
    }
    known
}

fn without_digits(line: &str) -> String {
    plain(&line.replace(|c: char| c.is_ascii_digit(), " "))
}
