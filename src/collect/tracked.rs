//! Changes that were tracked and that nobody has said yes to. Those of one author count as taken; those of several in one
//! place say no one thing.

use std::collections::BTreeMap;

use super::body::{Body, Tracked};
use super::data::Data;
use super::fields::{Owners, plain};
use super::outside::outside;
use super::place::{path, told};
use super::reading::{Reading, short};
use super::words::Differs;
use crate::error::Severity;
use crate::kinds::EvaluationForm;

const DO: &str = "hãy mở bằng Word, vào Review duyệt hoặc bỏ từng sửa đổi rồi lưu lại";

impl Reading {
    /// Tells of changes by several authors in one field or paragraph; in a form also of changes by one.
    pub(super) fn compare_tracked(&mut self, body: &Body, data: &Data, owners: &Owners) {
        // A field may be one of several in its paragraph.
        let mut places: BTreeMap<(Option<usize>, usize), Vec<&Tracked>> = BTreeMap::new();
        for tracked in body.tracked.iter().filter(|tracked| !plain(&tracked.text).is_empty()) {
            let held = || {
                let said = Some(tracked.text.as_str()).filter(|_| !tracked.deleted);
                self.held_in(data, tracked.paragraph, said)
            };
            let key = match owners.of(tracked.control).or_else(held) {
                Some(field) => (Some(field), 0),
                None => (None, tracked.paragraph),
            };
            places.entry(key).or_default().push(tracked);
        }
        let (mut by_one, mut fields) = (Vec::new(), 0);
        for ((field, paragraph), all) in places {
            let author =
                |tracked: &Tracked| body.authors.get(tracked.author).map(String::as_str).unwrap_or_default();
            let first = all.first().map(|tracked| author(tracked)).unwrap_or_default();
            if all.iter().all(|tracked| author(tracked) == first) {
                fields += usize::from(field.is_some());
                if !by_one.contains(&first) {
                    by_one.push(first);
                }
                continue;
            }
            let done: Vec<String> = all
                .iter()
                .map(|tracked| {
                    let what = if tracked.deleted { "xoá" } else { "thêm" };
                    format!("{} {what} “{}”", named(author(tracked)), short(&tracked.text))
                })
                .collect();
            let done = done.join(", ");
            self.differs
                .push(Differs {
                    now: vec![format!("(sửa đổi chưa duyệt: {done})")], ..Differs::default()
                });
            match field {
                Some(field) => {
                    let said = format!("có sửa đổi chưa duyệt của nhiều người: {done}; {DO}");
                    self.in_field(data, field, "returned.two_values", said);
                }
                None => {
                    let text =
                        body.paragraphs.get(paragraph).map(|own| short(&own.text())).unwrap_or_default();
                    let said = format!("đoạn “{text}” có sửa đổi chưa duyệt của nhiều người: {done}; {DO}");
                    self.outside.push(outside(said));
                }
            }
        }
        // What stops a file is told first.
        let is_taken = self.problems.is_empty() && self.unclear.is_empty();
        if fields > 0 && is_taken && self.sent.downcast_ref::<EvaluationForm>().is_some() {
            let who = by_one.iter().map(|author| named(author)).collect::<Vec<_>>().join(", ");
            let said = format!(
                "có {fields} ô mang sửa đổi chưa duyệt của {who}: phần mềm lấy như đã duyệt; hãy xem lại"
            );
            self.told.push(told(Severity::Warning, "returned.text", path(""), None, said));
        }
    }
}

/// Who changed something, as a sentence says it.
fn named(author: &str) -> String {
    match short(author) {
        author if author.is_empty() => "người không ghi tên".to_owned(),
        author => format!("“{author}”"),
    }
}
