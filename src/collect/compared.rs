//! The text of a file beside the text that was sent: words that fit no field, a second paper, figures that read in two ways.

use std::collections::{BTreeMap, BTreeSet};

use super::columns;
use super::data::Data;
use super::fields::owners;
use super::frames::{Frames, MOVED, Misread};
use super::heads;
use super::order::exchanged;
use super::place::{path, told};
use super::reading::{Reading, short};
use super::returned::Returned;
use super::words;
use crate::document::Document;
use crate::error::Severity;
use crate::kinds::Record;

impl Reading {
    /// What stands beside figures, and where they stand; gives the paragraphs of which that is told.
    pub(super) fn compare_frames(
        &mut self,
        document: &Document,
        returned: &Returned,
        data: &Data,
        recovered: &BTreeMap<usize, String>,
    ) -> BTreeSet<usize> {
        let kind = self.sent.kind();
        let frames = Frames { kind, document, body: &returned.body, slots: &data.fields, recovered };
        let (mut paragraphs, mut misread) = (BTreeSet::new(), BTreeSet::new());
        for Misread { field, said, paragraphs: own } in frames.misread() {
            self.in_field(data, field, "returned.two_values", said);
            // Somebody wrote there.
            self.touched = true;
            paragraphs.extend(own);
            misread.insert(field);
        }
        for it in exchanged(document, &returned.body, &data.fields) {
            let Some(slot) = data.fields.get(it.place).filter(|_| !misread.contains(&it.field)) else {
                continue;
            };
            let term = self.fields.get(it.place).and_then(|field| field.term.as_deref());
            let said = format!(
                "ô để điền ghi “{}”, mà nằm ở chỗ của “{}”; {MOVED}",
                short(&it.text),
                self.place_of(it.place, slot, term)
            );
            self.in_field(data, it.field, "returned.two_values", said);
            self.touched = true;
            paragraphs.insert(it.paragraph);
        }
        paragraphs
    }

    /// A file with a second paper in it: nobody knows which figure is whose, and that is all that is said of it.
    fn refuse_two(&mut self) {
        let own = heads::whose(&self.sent);
        let whose = match self.named.first() {
            Some(other) => format!(" (của “{}” và của “{}”)", short(&own), short(other)),
            None => format!(" (có văn bản của “{}”)", short(&own)),
        };
        let said =
            format!("tệp có hơn một văn bản{whose}; hãy tách mỗi văn bản một tệp, điền vào tệp đã gửi");
        self.problems = vec![told(Severity::Error, "returned.two_papers", path(""), None, said)];
        (self.record, self.touched) = (None, true);
        for list in [&mut self.unclear, &mut self.outside, &mut self.told] {
            list.clear();
        }
    }

    /// What was changed outside of the fields; of the paragraphs in `misread` it is told already. Whether the file has one paper.
    pub(super) fn compare_words(
        &mut self,
        document: &Document,
        returned: &Returned,
        data: &Data,
        recovered: &BTreeMap<usize, String>,
        misread: &BTreeSet<usize>,
    ) -> bool {
        let mut sent = words::sent_lines(document);
        let mut now =
            words::as_sent(&returned.body, &owners(&returned.body, &data.fields), &data.fields, recovered);
        // What stands in the page's margins is no part of the text; what is pinned to a page has no place in it.
        for section in document.tree.sections() {
            for (paragraph, pinned) in
                section.head.iter().map(|it| (it, false)).chain(section.foot.iter().map(|it| (it, true)))
            {
                let line = words::sent_line(paragraph);
                take(&mut sent, |own| *own == line);
                if pinned {
                    take(&mut now, |(_, own)| *own == line);
                }
            }
        }
        let moved = columns::moved(document, &returned.body, &now);
        let (paragraphs, now): (Vec<usize>, Vec<String>) = now.into_iter().unzip();
        self.named = heads::others(&self.sent, &sent, &now);
        if heads::is_of_several(&self.sent, &sent, &now) {
            self.refuse_two();
            return false;
        }
        self.differs = words::with_moves(words::differences(&sent, &now));
        let is_told = |line: &usize| paragraphs.get(*line).is_some_and(|index| misread.contains(index));
        for differs in &self.differs {
            if !differs.at.is_empty() && differs.at.iter().all(is_told) {
                continue;
            }
            self.outside.extend(
                sentences(differs)
                    .into_iter()
                    .map(|said| told(Severity::Error, "returned.text", path(""), None, said)),
            );
        }
        for moved in moved.into_iter().filter(|moved| !misread.contains(&moved.paragraph)) {
            let columns::Moved { words, row, from, to, .. } = moved;
            let said = format!(
                "chữ “{}” ở dòng “{}” nằm ở cột {to}, mà bản đã gửi ghi ở cột {from}; {DO}",
                short(&words),
                short(&row)
            );
            self.outside.push(told(Severity::Error, "returned.text", path(""), None, said));
            let line = |column: &str| vec![format!("{row}: {words} (cột {column})")];
            self.differs.push(words::Differs {
                sent: line(&from),
                now: line(&to),
                ..words::Differs::default()
            });
        }
        true
    }
}

/// Takes a line out of a text.
fn take<T>(lines: &mut Vec<T>, is: impl Fn(&T) -> bool) {
    if let Some(at) = lines.iter().position(is) {
        lines.remove(at);
    }
}

const DO: &str = "chỗ này không phải ô để điền; hãy sửa trong bản ghi, hoặc để như bản đã gửi";

/// What differs, in sentences.
fn sentences(differs: &words::Differs) -> Vec<String> {
    if differs.sent.len() == differs.now.len() && differs.sent != differs.now {
        let pairs = differs.sent.iter().zip(&differs.now);
        let said = |(sent, now): (&String, &String)| {
            format!("đoạn “{}” đã sửa thành “{}”; {DO}", short(sent), short(now))
        };
        return pairs.map(said).collect();
    }
    const MOST: usize = 8;
    let all = |lines: &[String]| {
        let shown = lines.iter().take(MOST).map(|line| format!("“{}”", short(line)));
        let shown = shown.collect::<Vec<_>>().join(", ");
        match lines.len().saturating_sub(MOST) {
            0 => shown,
            more => format!("{shown} và {more} đoạn khác"),
        }
    };
    if differs.sent == differs.now {
        return vec![format!("đoạn {} đã chuyển chỗ; {DO}", all(&differs.now))];
    }
    let mut said = Vec::new();
    if !differs.sent.is_empty() {
        said.push(format!("văn bản không còn {}; {DO}", all(&differs.sent)));
    }
    if !differs.now.is_empty() {
        said.push(format!("văn bản có thêm {}; {DO}", all(&differs.now)));
    }
    said
}
