//! What was written where the library works something out, and where the record has no field.

use serde_json::Value;

use super::blanks::Called;
use super::data::Data;
use super::fields::plain;
use super::place::{path, told};
use super::reading::{Reading, no_place, short};
use super::values::alike;
use super::verdict::Verdict;
use crate::error::{Problems, Severity};
use crate::kinds::{AnyRecord, Record};
use crate::renderer::Renderer;

impl Reading {
    /// What the library works out of other fields may have been filled in by hand: it is told where it differs.
    pub(super) fn compare_worked_out(&mut self, renderer: &Renderer, data: &Data, verdicts: &[Verdict]) {
        let view = |record: &AnyRecord| record.view(renderer.criteria(), &mut Problems::default());
        let view = self.record.as_ref().and_then(view).unwrap_or_default();
        let mut found = Vec::new();
        for (number, (slot, verdict)) in data.fields.iter().zip(verdicts).enumerate() {
            let (Some(at), Verdict::Filled(text)) = (slot.at.strip_prefix("/view"), verdict) else {
                continue;
            };
            let place = self.place_of(number, slot, None);
            let tell =
                |code, said: String| told(Severity::Warning, code, path(""), Some(place.clone()), said);
            let own = match view.pointer(at) {
                Some(Value::String(own)) => Some(own.clone()),
                Some(Value::Number(own)) => Some(own.to_string().replace('.', ",")),
                _ => None,
            };
            match own {
                _ if at.starts_with("/blank/") => {
                    let said = match self.called.get(&number) {
                        Some(called) if called.is_box => of_box(called, text),
                        _ => no_place(text),
                    };
                    self.outside.push(tell("returned.no_place", said));
                }
                Some(own) if !says(&own, text) => found.push(tell(
                    "returned.worked_out",
                    format!(
                        "ghi “{}”, mà tính từ các mục khác là “{own}”; phần mềm lấy “{own}”, hãy xem lại",
                        short(text)
                    ),
                )),
                Some(_) => {}
                None => found.push(tell(
                    "returned.worked_out",
                    format!(
                        "ghi “{}”, mà chưa điền các mục để tính ra; phần mềm không lấy, hãy điền từng mục",
                        short(text)
                    ),
                )),
            }
        }
        self.told.extend(found);
    }
}

/// What was done to a box of which records know nothing.
fn of_box(called: &Called, text: &str) -> String {
    let done = match text {
        "true" => "đã đánh dấu".to_owned(),
        "false" => "đã bỏ đánh dấu".to_owned(),
        text => format!("ghi “{}”", short(text)),
    };
    match &called.sent {
        Some(sent) => format!(
            "{done}, mà ô này trong bản đã gửi là {sent}; hãy hỏi lại nơi gửi, điền lại vào tệp đã gửi"
        ),
        None => format!("{done}, mà bản ghi không có mục cho chỗ này; hãy ghi vào mục khác, hoặc bỏ"),
    }
}

/// Whether a total or a rating says the same, whatever case it is in and whatever people write around it.
fn says(own: &str, text: &str) -> bool {
    let bare = |text: &str| {
        let text = plain(text).to_lowercase();
        let text = text.trim_end_matches(['.', ',', ';', ' ']);
        let text = text.strip_prefix("xếp").unwrap_or(text).trim_start();
        let text = text.strip_prefix("loại").unwrap_or(text).trim_start_matches([':', ' ']);
        let text = ["điểm", "đ"].iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text);
        text.trim_end().to_owned()
    };
    alike(own, text) || alike(&bare(own), &bare(text))
}

#[cfg(test)]
mod tests {
    use super::says;

    #[test]
    fn totals_and_ratings_are_known_in_other_writing() {
        for text in ["Tốt", "TỐT", "tốt.", "Loại Tốt", "Xếp loại: Tốt", "xếp loại tốt"]
        {
            assert!(says("Tốt", text), "{text}");
        }
        for text in ["98", "98,0", "98 điểm", "98đ", "98."] {
            assert!(says("98", text), "{text}");
        }
        for (own, text) in [("Tốt", "Khá"), ("Tốt", "Loại"), ("98", "89"), ("98", "98/10"), ("98", "9 8")]
        {
            assert!(!says(own, text), "{own} {text}");
        }
    }
}
