//! Many files that came back, one after the other.

use serde_json::Value;

use super::collected::{Collected, Outcome, Paper};
use super::entry::{Entry, differences, same};
use super::heads::whose;
use super::names::{is_passed_over, named};
use super::place::{path, told};
use super::reading::short;
use super::returned::Returned;
use crate::document::forget_signatures;
use crate::error::{Result, Severity};
use crate::kinds::{AnyRecord, Record};
use crate::renderer::Renderer;
use crate::text::upper;

/// Collects files that were sent back. Each file is read when it is added, and only the result is kept.
///
/// A file belongs to the document whose record it stores. Changed text outside of the fields (a name, a total) is
/// reported and stops nothing: the record that was sent out decides whose document it is. A correct file replaces wrong
/// ones. Several correct files of one document with the same content count as one. If their contents differ, none is
/// taken and all are reported. There is one exception: if exactly one of the contents came in two files that were saved
/// separately, this content is taken.
///
/// ```
/// use vanban::{Renderer, collect::Returns};
/// let renderer = Renderer::new();
/// let mut returns = Returns::new(&renderer);
/// returns.add("~$phieu.docx", b"");
/// returns.add("phieu.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
/// let collected = returns.collect();
/// assert_eq!((collected.taken.len(), collected.passed_over.len()), (0, 1));
/// assert_eq!(collected.refused[0].problems[0].code, "returned.old_word");
/// ```
pub struct Returns<'r> {
    renderer: &'r Renderer,
    /// The papers that were sent, with their JSON.
    sent: Vec<(Paper, Value)>,
    kind: Option<String>,
    entries: Vec<Entry>,
    passed_over: Vec<String>,
}

impl<'r> Returns<'r> {
    /// An empty collection. The renderer must know the kinds and the criteria sets of the documents.
    #[must_use]
    pub fn new(renderer: &'r Renderer) -> Returns<'r> {
        Returns { renderer, sent: Vec::new(), kind: None, entries: Vec::new(), passed_over: Vec::new() }
    }

    /// Accepts only documents of the kind with this name (`evaluation_form`). Files of other kinds are
    /// rejected.
    #[must_use]
    pub fn of_kind(mut self, name: impl Into<String>) -> Returns<'r> {
        self.kind = Some(name.into());
        self
    }

    /// Adds a file that was sent out: a DOCX that stores its record. Then the result says who returned it and
    /// who did not.
    ///
    /// # Errors
    /// The errors of [`Renderer::extract`] for an unchanged file.
    pub fn sent(&mut self, name: &str, docx: &[u8]) -> Result<()> {
        if is_passed_over(name) {
            return Ok(());
        }
        let returned = Returned::open(docx)?;
        let reading = super::reading::Reading::of(self.renderer, &returned)?;
        self.send(name, reading.sent, reading.sent_json);
        Ok(())
    }

    /// Adds a record that was sent out in a file with this name.
    ///
    /// # Errors
    /// The errors of [`Record::fields`].
    pub fn sent_record(&mut self, name: &str, record: AnyRecord) -> Result<()> {
        let mut json = serde_json::from_str(&record.to_json()?).map_err(crate::error::Error::bug_by)?;
        forget_signatures(&mut json);
        self.send(name, record, json);
        Ok(())
    }

    /// Keeps what was sent. A copy of a file that was sent is no second document.
    fn send(&mut self, name: &str, record: AnyRecord, json: Value) {
        if !self.sent.iter().any(|(_, own)| same(own, &json)) {
            self.sent.push((paper(record, Some(name)), json));
        }
    }

    /// Adds a file that came back. `name` identifies the file in reports. If the file stores no record, its
    /// name, else its first lines, decide to which document it belongs.
    pub fn add(&mut self, name: &str, file: &[u8]) {
        if is_passed_over(name) {
            self.passed_over.push(name.to_owned());
        } else {
            self.entries.push(Entry::of(self.renderer, name, file));
        }
    }

    /// The result of all files.
    #[must_use]
    pub fn collect(self) -> Collected {
        let Returns { renderer, sent, kind, entries, passed_over } = self;
        let known = !sent.is_empty();
        let mut sorted = Sorted { renderer, papers: sent, known, kind, files: Vec::new() };
        entries.into_iter().for_each(|entry| sorted.add(entry));
        let mut collected = sorted.judged();
        collected.passed_over = passed_over;
        collected
    }
}

/// A paper, of which nothing came back yet.
fn paper(record: AnyRecord, file: Option<&str>) -> Paper {
    let frame = record.frame();
    Paper {
        file: file.map(str::to_owned),
        who: short(&whose(&record)),
        form: frame.form_label.map_or_else(|| record.kind().term().to_owned(), |label| label.to_string()),
        record,
        outcome: Outcome::NotReturned,
    }
}

/// Files by the papers that they belong to.
pub(super) struct Sorted<'r> {
    renderer: &'r Renderer,
    pub(super) papers: Vec<(Paper, Value)>,
    /// Whether it is known what was sent.
    known: bool,
    kind: Option<String>,
    pub(super) files: Vec<(Option<usize>, Entry)>,
}

impl Sorted<'_> {
    fn add(&mut self, mut entry: Entry) {
        let paper = match entry.sent.take() {
            Some((record, json)) => self.paper_of(record, json, &mut entry),
            None => {
                let paper = self.named(&entry).or_else(|| self.titled(&entry));
                if let Some(paper) =
                    paper.filter(|_| entry.problems.iter().all(|it| it.code == "returned.no_record"))
                {
                    self.other_period(paper, &mut entry);
                }
                self.read_beside(paper, &mut entry);
                paper
            }
        };
        self.files.push((paper, entry));
    }

    /// Reads a file without its record beside the paper that its name speaks of, where its first lines say the same.
    fn read_beside(&self, paper: Option<usize>, entry: &mut Entry) {
        let is_lost = entry.problems.iter().all(|problem| problem.code == "returned.no_record");
        if let Some(at) = paper.filter(|_| is_lost && paper == self.titled(entry)) {
            entry.read_beside(self.renderer, &self.papers[at].0.record);
        }
    }

    /// The paper whose record a file carries.
    fn paper_of(&mut self, record: AnyRecord, json: Value, entry: &mut Entry) -> Option<usize> {
        if let Some(kind) = &self.kind
            && record.kind().name() != kind
        {
            let said =
                format!("đây là {}, không phải loại đang thu; hãy để tệp này ra ngoài", record.kind().term());
            entry.stop(told(Severity::Error, "returned.other_kind", path(""), None, said));
            return None;
        }
        let found = self.papers.iter().position(|(_, own)| same(own, &json));
        if found.is_some() || !self.known {
            return found.or_else(|| {
                self.papers.push((paper(record, None), json));
                Some(self.papers.len() - 1)
            });
        }
        let own = paper(record, None);
        let alike = |(sent, _): &(Paper, Value)| {
            sent.record.kind().name() == own.record.kind().name()
                && sent.form == own.form
                && upper(&sent.who) == upper(&own.who)
        };
        let Some(at) = self.papers.iter().position(alike) else {
            const SAID: &str =
                "tệp không thuộc các tệp đã gửi đợt này; hãy xin lại tệp đã gửi, hoặc để tệp này ra ngoài";
            entry.stop(told(Severity::Error, "returned.not_sent", path(""), None, SAID));
            return None;
        };
        let (sent, sent_json) = &self.papers[at];
        let subject = |paper: &Paper| paper.record.frame().subject.to_string();
        let said = if subject(sent) == subject(&own) {
            let differs = differences(&sent.record, &json, sent_json).join("; ");
            format!("tệp không phải bản đã gửi đợt này, khác ở {differs}; hãy xin lại tệp của đợt này")
        } else {
            other(&subject(&own), &subject(sent))
        };
        entry.stop(told(Severity::Error, "returned.other_paper", path(""), None, said));
        Some(at)
    }

    /// The paper that the file's name speaks of.
    fn named(&self, entry: &Entry) -> Option<usize> {
        let names = self.papers.iter().enumerate();
        named(&entry.file, names.filter_map(|(at, (paper, _))| Some((at, paper.file.as_deref()?))))
    }

    /// The paper that the first lines of a file without a record are those of: its issuer, label and title.
    fn titled(&self, entry: &Entry) -> Option<usize> {
        let has = |words: &str| {
            let words = upper(words);
            entry.lines.iter().any(|line| upper(line) == words)
        };
        self.papers.iter().position(|(paper, _)| {
            let frame = paper.record.frame();
            let label = frame.form_label.as_ref().is_none_or(|label| has(label.as_str()));
            self.known
                && label
                && has(&frame.type_name)
                && has(frame.issuer.name.as_str())
                && has_branch(paper, &entry.lines)
        })
    }

    /// A paper without its record whose subject is another one's.
    fn other_period(&self, at: usize, entry: &mut Entry) {
        let frame = self.papers[at].0.record.frame();
        let (title, subject) = (upper(&frame.type_name), frame.subject.to_string());
        let Some(line) = entry.lines.iter().position(|line| upper(line) == title) else { return };
        let Some(own) = entry.lines.get(line + 1).filter(|own| upper(own) != upper(&subject)) else { return };
        entry.stop(told(Severity::Error, "returned.other_paper", path(""), None, other(own, &subject)));
    }
}

fn has_branch(paper: &Paper, lines: &[String]) -> bool {
    let who = upper(&paper.who);
    lines.iter().any(|line| upper(line).contains(&who))
}

fn other(own: &str, sent: &str) -> String {
    format!("đây là phiếu {}, mà đợt này gửi phiếu {}; hãy xin lại tệp của đợt này", short(own), short(sent))
}
