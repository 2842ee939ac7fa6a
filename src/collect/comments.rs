//! Drafts that came back with opinions: what was changed in them, as comments.

use super::collected::Refused;
use super::extract::Change;
use super::fields::plain;
use super::foreign;
use super::names::is_passed_over;
use super::reading::Reading;
use super::returned::Returned;
use super::words::Differs;
use crate::chain::{Commented, Draft};
use crate::error::{Error, Result};
use crate::kinds::{AnyRecord, Comment, Resolution};
use crate::renderer::Renderer;

/// Collects the opinions on a draft that was sent out as a DOCX with fields. What a body changed in the draft becomes
/// that body's comments, each with its place in the draft; so do the comments that it added in Word.
///
/// ```
/// use vanban::chain::Draft;
/// use vanban::{Renderer, collect::Opinions, kinds::Resolution};
/// let mut draft = Resolution::example();
/// (draft.paper.draft, draft.paper.number) = (Some(1), None);
/// let renderer = Renderer::new().with_fields(true);
/// let sent = renderer.render(&draft)?.to_docx()?;
/// let mut opinions = Opinions::new(&renderer, Draft::from_record(draft)?);
/// opinions.add("Chi bộ 3.docx", "Chi bộ 3", &sent);
/// let collected = opinions.collect()?;
/// assert_eq!(collected.agreed, ["Chi bộ 3"]);
/// assert!(collected.commented.table().comments.is_empty());
/// # Ok::<(), vanban::Error>(())
/// ```
pub struct Opinions<'r> {
    renderer: &'r Renderer,
    draft: Draft<Resolution>,
    comments: Vec<Comment>,
    agreed: Vec<String>,
    refused: Vec<Refused>,
    passed_over: Vec<String>,
}

/// The opinions on a draft.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct CollectedOpinions {
    /// The draft with its comments, none answered yet ([`Commented::table`]).
    pub commented: Commented,
    /// The bodies that returned the draft unchanged.
    pub agreed: Vec<String>,
    /// The files that were rejected, with the reasons.
    pub refused: Vec<Refused>,
    /// Files that are no documents; they are ignored.
    pub passed_over: Vec<String>,
}

impl<'r> Opinions<'r> {
    /// An empty collection for this draft.
    #[must_use]
    pub fn new(renderer: &'r Renderer, draft: Draft<Resolution>) -> Opinions<'r> {
        let (comments, agreed, refused, passed_over) = Default::default();
        Opinions { renderer, draft, comments, agreed, refused, passed_over }
    }

    /// Adds a file that came back. `commenter` is the body that returned it, because no file says so itself.
    pub fn add(&mut self, name: &str, commenter: &str, file: &[u8]) {
        if is_passed_over(name) {
            self.passed_over.push(name.to_owned());
            return;
        }
        match self.opinions(file) {
            Ok(opinions) if opinions.is_empty() => self.agreed.push(commenter.to_owned()),
            Ok(opinions) => {
                self.comments.extend(opinions.into_iter().map(|said| Comment::new(commenter, said)));
            }
            Err(error) => {
                let problems = error.problems().to_vec();
                let file = name.to_owned();
                self.refused.push(Refused { file, paper: None, replaced_by: None, problems });
            }
        }
    }

    /// The comments on the draft, in the order of the files.
    ///
    /// # Errors
    /// The errors of [`Draft::collect`](crate::chain::Draft::collect).
    pub fn collect(self) -> Result<CollectedOpinions> {
        let Opinions { draft, comments, agreed, refused, passed_over, .. } = self;
        Ok(CollectedOpinions { commented: draft.collect(comments)?, agreed, refused, passed_over })
    }

    fn opinions(&self, file: &[u8]) -> Result<Vec<String>> {
        let returned = Returned::open(file)?;
        let reading = Reading::of(self.renderer, &returned)?;
        if reading.sent != AnyRecord::new(self.draft.record().clone()) {
            const SAID: &str = "tệp mang bản dự thảo khác; hãy xin lại ý kiến về đúng bản dự thảo đã gửi";
            return Err(foreign::told("returned.other_draft", SAID));
        }
        // A paragraph that was deleted is an opinion, too: it is told among the words.
        let problems = reading.problems.into_iter().filter(|problem| problem.code != "returned.field_gone");
        let problems: Vec<_> = problems.collect();
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        let changes = reading.changes.iter().map(changed);
        let words = reading.differs.iter().flat_map(differs);
        let notes = returned.beside.comments.iter().cloned();
        Ok(changes.chain(words).chain(notes).collect())
    }
}

/// A change of a field, as an opinion.
fn changed(change: &Change) -> String {
    let Change { place, before, after, .. } = change;
    let (before, after) = quoted(before, after);
    let said = match (before.is_empty(), after.is_empty()) {
        (true, _) => format!("bổ sung “{after}”"),
        (false, true) => format!("bỏ “{before}”"),
        (false, false) => format!("sửa “{before}” thành “{after}”"),
    };
    format!("{}: đề nghị {said}", crate::text::capitalised(place))
}

/// Texts of so many letters are quoted whole.
const WHOLE: usize = 240;

/// So many words stand before and behind what differs in a longer one.
const AROUND: usize = 5;

/// What stood and what stands there, as a comment quotes them: of long texts what differs, with a few words around it. No word
/// that differs is left out.
fn quoted(before: &str, after: &str) -> (String, String) {
    let (before, after) = (plain(before), plain(after));
    let is_long = |text: &str| text.chars().nth(WHOLE).is_some();
    if before.is_empty() || after.is_empty() || !is_long(&before) && !is_long(&after) {
        return (before, after);
    }
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split(' ').collect(), after.split(' ').collect());
    let head = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let most = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(old, new)| old == new).count();
    let (head, tail) = (head.saturating_sub(AROUND), tail.saturating_sub(AROUND));
    let cut = |words: &[&str]| {
        let left = words.get(head..words.len() - tail).unwrap_or(words).join(" ");
        format!("{}{left}{}", if head > 0 { "… " } else { "" }, if tail > 0 { " …" } else { "" })
    };
    (cut(&old), cut(&new))
}

/// Words that were changed where no field is, as opinions.
fn differs(differs: &Differs) -> Vec<String> {
    if differs.sent.len() == differs.now.len() {
        let pairs = differs.sent.iter().zip(&differs.now);
        return pairs
            .map(|(sent, now)| quoted(sent, now))
            .map(|(sent, now)| format!("Đề nghị sửa “{sent}” thành “{now}”"))
            .collect();
    }
    let gone = differs.sent.iter().map(|line| format!("Đề nghị bỏ “{}”", plain(line)));
    let new = differs.now.iter().map(|line| format!("Đề nghị bổ sung “{}”", plain(line)));
    gone.chain(new).collect()
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn of_long_texts_what_differs_is_quoted_and_nothing_of_it_is_left_out() {
        let of = |before: &str, after: &str| (before.to_owned(), after.to_owned());
        assert_eq!(quoted("một  hai", "một ba"), of("một hai", "một ba"));
        let long: Vec<String> = (0..200).map(|word| word.to_string()).collect();
        let with = |at: usize, word: &str| {
            let mut long = long.clone();
            long[at] = word.to_owned();
            long.join(" ")
        };
        let long = long.join(" ");
        assert_eq!(
            quoted(&long, &with(199, "x")),
            of("… 194 195 196 197 198 199", "… 194 195 196 197 198 x")
        );
        assert_eq!(quoted(&long, &with(0, "x")), of("0 1 2 3 4 5 …", "x 1 2 3 4 5 …"));
        assert_eq!(quoted(&long, &with(100, "x y")).1, "… 95 96 97 98 99 x y 101 102 103 104 105 …");
        // A word that stands twice is one more.
        assert_eq!(
            quoted(&long, &with(9, "9 9")),
            of("… 5 6 7 8 9 10 11 12 13 14 …", "… 5 6 7 8 9 9 10 11 12 13 14 …")
        );
        assert_eq!(quoted("", &long), of("", &long));
    }
}
