//! What a paper says that is no plain text of it: struck out or hidden words, pictures, notes, comments, margins.

use super::body::{Body, Object};
use super::data::Data;
use super::fields::{Owners, owners, plain, ticked, ticks};
use super::marks::Mark;
use super::place::{path, told};
use super::reading::{Reading, short};
use super::returned::Returned;
use super::values::is_exact;
use super::words::Differs;
use crate::document::Document;
use crate::error::{Problem, Severity};
use crate::kinds::Record;

const DO: &str = "chỗ này không phải ô để điền; hãy ghi vào ô, hoặc để như bản đã gửi";
const PICTURE: &str = "không đọc được chữ trong hình";

impl Reading {
    /// What nobody finds who reads the words alone.
    pub(super) fn compare_unseen(&mut self, document: Option<&Document>, returned: &Returned, data: &Data) {
        let body = &returned.body;
        let mut margins: Vec<&String> = returned.beside.margins.iter().collect();
        margins.retain(|line| !is_page_number(line));
        let owners = owners(body, &data.fields);
        let mut gone: Vec<(Mark, Vec<String>)> = Vec::new();
        for marked in body.marked.iter().filter(|marked| marked.mark.counts(&marked.text)) {
            // The code of a field, and what stands above a line, are no part of what stands there.
            let apart = matches!(marked.mark, Mark::Field | Mark::Above);
            let words = (!apart).then_some(marked.text.as_str());
            let said = marked.mark.said(&marked.text);
            match owners.of(marked.control).or_else(|| self.held_in(data, marked.paragraph, words)) {
                Some(field) => self.in_field(data, field, "returned.text", said),
                // A day or a page number that changes is no figure of the record.
                None if marked.mark == Mark::Changing => continue,
                // Of a whole row, or a whole text, it is told once.
                None if marked.mark.is_gone() => match gone.iter_mut().find(|(mark, _)| *mark == marked.mark)
                {
                    Some((_, all)) => all.push(plain(&marked.text)),
                    None => gone.push((marked.mark, vec![plain(&marked.text)])),
                },
                None => self.outside.push(outside(said)),
            }
            self.differs.push(marked.mark.differs(&marked.text));
        }
        self.outside.extend(gone.into_iter().map(|(mark, all)| outside(mark.said(&all.join("”, “")))));
        let mut pictures = body.objects.len();
        let sent = || data.pictures.unwrap_or_else(|| document.map_or(0, pictures_of));
        let in_controls = body.objects.iter().all(|object| owners.of(object.control).is_some());
        let is_new = !in_controls && pictures > sent();
        let held =
            |at: usize| self.held_in(data, at, None).or_else(|| self.alone_in_cell(body, data, &owners, at));
        let held = |at: Option<usize>| at.filter(|_| is_new).and_then(held);
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
        for words in &returned.beside.ornaments {
            let said = format!(
                "có chữ chìm “{}” in đè lên các trang (Watermark); hãy hỏi lại nơi gửi bản này còn dùng không, bỏ chữ chìm rồi lưu lại",
                short(words)
            );
            self.outside.push(outside(said));
            let now = vec![format!("(chữ chìm {words})")];
            self.differs.push(Differs { now, ..Differs::default() });
        }
        if returned.beside.has_picture {
            let said = format!("đầu trang hoặc chân trang có thêm hình, {PICTURE}");
            self.added(said, Some("(hình ở đầu trang)".to_owned()));
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

    /// The figure that stands alone in the cell of a paragraph: what is drawn there is drawn over it.
    fn alone_in_cell(&self, body: &Body, data: &Data, owners: &Owners, paragraph: usize) -> Option<usize> {
        let cell = body.paragraphs.get(paragraph)?.cell?;
        let own = body.paragraphs.iter().filter(|own| own.cell == Some(cell));
        let mut all = own.flat_map(|own| &own.pieces).filter(|piece| !plain(&piece.text).is_empty());
        let field = owners.of(all.next()?.control)?;
        let is_exact = is_exact(self.sent.kind(), &data.fields.get(field)?.at);
        (is_exact && all.all(|piece| owners.of(piece.control) == Some(field))).then_some(field)
    }

    fn added(&mut self, said: String, words: Option<String>) {
        self.outside.push(outside(format!("{said}; {DO}")));
        self.differs.extend(words.map(|words| Differs { now: vec![words], ..Differs::default() }));
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

/// Whether a line numbers its page and says nothing else: `2`, `Trang 2/5`, `- 2 -`.
fn is_page_number(line: &str) -> bool {
    const WORDS: [&str; 4] = ["trang", "trên", "page", "of"];
    let words = without_digits(line).to_lowercase();
    let mut words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| WORDS.contains(&word))
}
