//! The figures of a vote, as far as they are known.

use std::str::FromStr;

use vanban::parts::{Given, Vote};

use super::values::count;
use crate::ask::Person;
use crate::words;

/// The label of each figure in the record.
const LABELS: [&str; 5] = ["entitled", "present", "in_favour", "against", "abstained"];

/// Some of the five figures of a vote.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Figures([Option<u32>; 5]);

impl FromStr for Figures {
    type Err = String;

    fn from_str(text: &str) -> Result<Figures, String> {
        let mut figures = Figures::default();
        for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let (label, value) = part.split_once('=').ok_or_else(labels)?;
            let at = LABELS.iter().position(|known| *known == label.trim()).ok_or_else(labels)?;
            if figures.0[at].replace(count(value)?).is_some() {
                return Err(words::vote::twice(label));
            }
        }
        Ok(figures)
    }
}

/// How the figures are written.
fn labels() -> String {
    let each: Vec<String> = LABELS
        .iter()
        .zip(words::vote::called())
        .map(|(label, called)| format!("{label} ({called})"))
        .collect();
    words::vote::labels(&each.join(", "))
}

impl Figures {
    /// These, and from a record those that are not among them.
    pub(super) fn or_of(self, vote: Option<&Vote>) -> Figures {
        let known = vote.map_or([None; 5], |vote| {
            [vote.entitled, vote.present, vote.in_favour, vote.against, vote.abstained].map(Given::value)
        });
        let mut all = self.0;
        all.iter_mut().zip(known).for_each(|(figure, known)| *figure = figure.or(known));
        Figures(all)
    }

    /// The vote, where all five are known.
    pub(super) fn vote(self) -> Option<Vote> {
        let [Some(entitled), Some(present), Some(in_favour), Some(against), Some(abstained)] = self.0 else {
            return None;
        };
        Some(Vote::new(entitled, present).in_favour(in_favour).against(against).abstained(abstained))
    }

    /// What is not known, in words and as it is typed.
    pub(super) fn missing(self) -> Option<String> {
        let open: Vec<usize> = (0..LABELS.len()).filter(|at| self.0[*at].is_none()).collect();
        if open.is_empty() {
            return None;
        }
        let called: Vec<&str> = open.iter().map(|at| words::vote::called()[*at]).collect();
        let typed: Vec<String> = open.iter().map(|at| format!("{}=…", LABELS[*at])).collect();
        Some(format!("{}: --vote {}", called.join(", "), typed.join(",")))
    }

    /// Asks for what is not known. None where the answers end.
    pub(super) fn ask(mut self, person: &mut Person<'_>) -> Option<Figures> {
        for (at, question) in words::vote::QUESTIONS.into_iter().enumerate() {
            if self.0[at].is_none() {
                let known = self.0;
                self.0[at] = Some(person.ask(question, None, |answer| within(known, at, count(answer)?))?);
            }
        }
        Some(self)
    }
}

/// A figure, if it goes with those that are known: no more present than entitled, no more voices than present.
fn within(known: [Option<u32>; 5], at: usize, figure: u32) -> Result<u32, String> {
    let [entitled, present, voices @ ..] = known;
    let most = if at == 1 { entitled } else { present.filter(|_| at > 1) };
    let before: u32 = if at > 1 { voices.iter().flatten().sum() } else { 0 };
    match most {
        Some(most) if before.saturating_add(figure) > most => {
            Err(words::vote::too_many(before, figure, most, at == 1))
        }
        _ => Ok(figure),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_their_labels_in_any_order() {
        let figures: Figures = "present=12, entitled=13,in_favour=12,against=0,abstained=0".parse().unwrap();
        assert_eq!(figures.vote(), Some(Vote::new(13, 12).in_favour(12)));
        assert_eq!(figures.missing(), None);
        let said = "13,12,12,0,0".parse::<Figures>().unwrap_err();
        assert_eq!(
            said,
            "hãy ghi tên trước từng con số, như entitled=13,present=12,in_favour=12,against=0,abstained=0; các tên là \
             entitled (số đảng viên có quyền biểu quyết), present (số có mặt), in_favour (số tán thành), against (số không tán thành), \
             abstained (số không có ý kiến)"
        );
        assert_eq!(
            "entitled=1,entitled=2".parse::<Figures>().unwrap_err(),
            "entitled ghi hai lần; hãy bỏ một"
        );
        let some: Figures = "entitled=13,present=12".parse().unwrap();
        assert_eq!(
            some.missing().unwrap(),
            "số tán thành, số không tán thành, số không có ý kiến: --vote in_favour=…,against=…,abstained=…"
        );
    }

    #[test]
    fn what_is_missing_is_asked_for_one_by_one() {
        let mut said = Vec::new();
        let mut person = Person::new("13\n14\n12\n12\n1\n0\n0\n".as_bytes(), &mut said);
        let figures = Figures::default().ask(&mut person).unwrap();
        drop(person);
        assert_eq!(figures.vote(), Some(Vote::new(13, 12).in_favour(12)));
        assert_eq!(
            String::from_utf8(said).unwrap(),
            "Số đảng viên có quyền biểu quyết: Có mặt: 14, nhiều hơn 13 đồng chí có quyền biểu quyết; hãy ghi lại\n\
             Có mặt: Tán thành: Không tán thành: cộng với 12 đã ghi là 13, nhiều hơn 12 đồng chí có mặt; hãy ghi lại\n\
             Không tán thành: Không có ý kiến: "
        );
    }
}
