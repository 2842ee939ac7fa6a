//! Drafts that came back with opinions: what was changed in them, as comments.

use super::collected::Refused;
use super::extract::Change;
use super::fields::plain;
use super::foreign;
use super::names::is_passed_over;
use super::place::{path, told};
use super::reading::Reading;
use super::returned::Returned;
use super::words::Differs;
use crate::chain::{Commented, Draft};
use crate::error::{Error, Path, Problem, Result, Severity};
use crate::kinds::{AnyRecord, Comment, Resolution};
use crate::renderer::Renderer;
use crate::text::upper;

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
    returned: Vec<Opinion>,
    refused: Vec<Refused>,
    remarks: Vec<Problem>,
    passed_over: Vec<String>,
}

/// What one file says of the draft.
struct Opinion {
    file: String,
    commenter: String,
    said: Vec<String>,
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
    /// What somebody should look at: several files of one body, pictures in a field.
    pub remarks: Vec<Problem>,
    /// Files that are no documents; they are ignored.
    pub passed_over: Vec<String>,
}

impl<'r> Opinions<'r> {
    /// An empty collection for this draft.
    #[must_use]
    pub fn new(renderer: &'r Renderer, draft: Draft<Resolution>) -> Opinions<'r> {
        let (returned, refused, remarks, passed_over) = Default::default();
        Opinions { renderer, draft, returned, refused, remarks, passed_over }
    }

    /// Adds a file that came back. `name` is its name in reports. `commenter` is the body that returned it,
    /// because no file says so itself. What several files of one body say alike counts once; that there are
    /// several is a remark.
    pub fn add(&mut self, name: &str, commenter: &str, file: &[u8]) {
        if is_passed_over(name) {
            self.passed_over.push(name.to_owned());
            return;
        }
        match self.opinions(name, file).and_then(|said| self.fits_the_table(commenter, said)) {
            Ok(said) => {
                let opinion = Opinion { file: name.to_owned(), commenter: commenter.to_owned(), said };
                self.remarks.extend(several(&self.returned, &opinion));
                self.returned.push(opinion);
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
        let Opinions { draft, returned, refused, remarks, passed_over, .. } = self;
        let mut comments = Vec::new();
        let mut agreed: Vec<String> = Vec::new();
        for (at, opinion) in returned.iter().enumerate() {
            let before = || returned[..at].iter().filter(|known| is_of_one(known, opinion));
            let commenter = before().next().map_or(&opinion.commenter, |known| &known.commenter);
            let is_silent = |opinion: &Opinion| opinion.said.is_empty();
            if before().next().is_none()
                && returned.iter().filter(|other| is_of_one(other, opinion)).all(is_silent)
            {
                agreed.push(commenter.clone());
            }
            // Of what files of one body say, each counts as often as the one says it that says it most.
            let counted = |text: &str, of: &Opinion| of.said.iter().filter(|said| *said == text).count();
            for (place, said) in opinion.said.iter().enumerate() {
                let nth = opinion.said[..=place].iter().filter(|own| *own == said).count();
                if before().all(|known| counted(said, known) < nth) {
                    comments.push(Comment::new(commenter.as_str(), said.as_str()));
                }
            }
        }
        Ok(CollectedOpinions { commented: draft.collect(comments)?, agreed, refused, remarks, passed_over })
    }

    fn opinions(&mut self, name: &str, file: &[u8]) -> Result<Vec<String>> {
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
        // What cannot be read as words is nobody's opinion in silence.
        self.remarks.extend(reading.unclear.into_iter().map(|problem| {
            let message = format!("tệp “{name}”: {}", problem.message);
            Problem { severity: Severity::Warning, message, ..problem }
        }));
        let changes = reading.changes.iter().map(changed);
        let emptied = reading.changes.iter().filter(|change| change.after.is_empty());
        let emptied: Vec<String> = emptied.map(|change| plain(&change.before)).collect();
        let words = reading.differs.iter().flat_map(|it| differs(it, &emptied));
        let notes = returned.beside.comments.iter().cloned();
        Ok(changes.chain(words).chain(notes).collect())
    }

    /// What would stop the table stops this file alone, such as letters of an old code.
    fn fits_the_table(&self, commenter: &str, said: Vec<String>) -> Result<Vec<String>> {
        let comments = said.iter().map(|said| Comment::new(commenter, said.as_str()));
        let table = self.draft.clone().collect(comments.collect())?;
        let is_of_comments = |problem: &Problem| problem.path.to_string().starts_with("comments");
        let problems = self.renderer.check_rules(table.table()).into_iter();
        let problems: Vec<Problem> = problems
            .filter(|problem| problem.is_error() && is_of_comments(problem))
            .map(|problem| Problem { path: Path::root(), term: None, ..problem })
            .collect();
        if problems.is_empty() { Ok(said) } else { Err(Error::Invalid(problems)) }
    }
}

/// Whether two files are of one body, however its name is spaced and capitalised.
fn is_of_one(one: &Opinion, other: &Opinion) -> bool {
    upper(&plain(&one.commenter)) == upper(&plain(&other.commenter))
}

/// What is said of a second file of one body.
fn several(returned: &[Opinion], new: &Opinion) -> Option<Problem> {
    let known: Vec<&Opinion> = returned.iter().filter(|known| is_of_one(known, new)).collect();
    let last = known.last()?;
    let (who, file) = (&new.commenter, &new.file);
    let (code, said) = if let Some(same) = known.iter().find(|known| known.said == new.said) {
        let said =
            format!("tệp “{file}” và tệp “{}” của {who} góp ý giống nhau; chỉ tính một lần", same.file);
        ("returned.twice", said)
    } else {
        let said = format!(
            "tệp “{file}” và tệp “{}” cùng của {who} mà góp ý khác nhau; bảng ghi ý kiến của cả hai tệp, hãy hỏi lại {who}, bỏ tệp không còn đúng",
            last.file
        );
        ("returned.conflict", said)
    };
    Some(told(Severity::Warning, code, path(""), None, said))
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

/// Words that were changed where no field is, as opinions. Where a field was emptied, that its number went with it is no
/// second one.
fn differs(differs: &Differs, emptied: &[String]) -> Vec<String> {
    if differs.sent == differs.now {
        let moved = differs.now.iter().map(|line| format!("Đề nghị chuyển chỗ “{}”", quoted(line, "").0));
        return moved.collect();
    }
    if differs.sent.len() == differs.now.len() {
        let pairs = differs.sent.iter().zip(&differs.now);
        let is_known = |sent: &str, now: &str| {
            let now = plain(now);
            plain(sent).ends_with(&now) && emptied.contains(&now)
        };
        return pairs
            .filter(|(sent, now)| !is_known(sent, now))
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
