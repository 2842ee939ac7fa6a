//! What the rules of a kind are given: of a kind of the library's, or of a caller's.

use super::{articles, attendance, ballots, body, meeting, tables};
use crate::error::Problems;
use crate::parts::{
    Appendix, Article, Attendance, Ballots, Basis, DataTable, Given, Meeting, Outline, Paper, PaperDate,
    Person, Provisions, Section, Vote,
};
use crate::path::Path;
use crate::profile::Profile;
use crate::text::Text;

/// What [`TypedRecord::check`](crate::kinds::TypedRecord::check) gets: the guidance of the document, the list
/// of problems, and the rules of shared parts. The library already checks the frame of every kind (issuer,
/// number, date, signature, recipients …).
///
/// Rules without a path argument look at the usual fields of a record: `sections`, `basis`, `closing`,
/// `appendices`.
///
/// ```
/// # use std::sync::LazyLock;
/// # use schemars::JsonSchema;
/// # use serde::{Deserialize, Serialize};
/// # use vanban::kinds::{Checks, TypedRecord};
/// # use vanban::parts::{Frame, Issuer, Outline, Paper, PaperDate, Vote};
/// # use vanban::{Kind, Renderer};
/// #[derive(Debug, Serialize, Deserialize, JsonSchema)]
/// #[serde(deny_unknown_fields)]
/// struct Proposal {
///     #[serde(flatten)]
///     paper: Paper,
///     #[serde(flatten)]
///     outline: Outline,
///     vote: Vote,
/// }
///
/// # static PROPOSAL: LazyLock<Kind> =
/// #     LazyLock::new(|| Kind::of::<Proposal>("proposal", "đề án").titled("Đề án", "ĐA"));
/// impl TypedRecord for Proposal {
/// #     fn typed_kind() -> &'static Kind { &PROPOSAL }
/// #     fn frame(&self) -> Frame { PROPOSAL.frame(&self.paper) }
///     fn check(&self, checks: &mut Checks<'_>) {
///         checks.outline(&self.paper, &self.outline);
///         checks.vote("vote", &self.vote, "đề án chưa được thông qua");
///         if self.vote.against == 0.into() {
///             checks.problems.warning("proposal.unanimous", "vote", "quy ước", "không có ý kiến khác");
///         }
///     }
/// }
///
/// # let issuer = Issuer::new("Chi bộ Phòng 7-9").under("Đảng bộ Viện kiểm sát nhân dân tỉnh Quảng Trị");
/// # let paper = Paper::new(issuer, "Quảng Trị", PaperDate::new(2026, 6, 5), "đổi mới sinh hoạt chi bộ");
/// let proposal = Proposal { paper, outline: Outline::default(), vote: Vote::new(14, 15).in_favour(15) };
/// let problems = Renderer::new().check(&proposal);
/// assert!(problems.iter().any(|it| it.path == "sections" && it.code == "sections.missing"));
/// assert!(problems.iter().any(|it| it.path == "vote.present"));
/// assert!(problems.iter().any(|it| it.code == "proposal.unanimous"));
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Checks<'a> {
    /// The guidance of the document.
    pub profile: &'a Profile,
    /// The problems found so far.
    pub problems: &'a mut Problems,
}

impl<'a> Checks<'a> {
    pub(crate) fn new(profile: &'a Profile, problems: &'a mut Problems) -> Checks<'a> {
        Checks { profile, problems }
    }

    /// Checks a body that is an [`Outline`] only: sections with text (or, in a short document, only an
    /// opening), căn cứ with existing dates, appendices that the text mentions, a full stop at the end
    /// (05-HD/VPTW II.I.6, II.II.1.1).
    ///
    /// ```
    /// # use vanban::kinds::Checks;
    /// # use vanban::parts::{Outline, Paper};
    /// # fn check(paper: &Paper, outline: &Outline, checks: &mut Checks<'_>) {
    /// checks.outline(paper, outline); // as a conclusion and a submission do
    /// # }
    /// ```
    pub fn outline(&mut self, paper: &Paper, outline: &Outline) {
        self.content(outline, false);
        self.outline_around(paper, outline, &[], Checks::last_of(outline));
    }

    /// Checks an [`Outline`] in a larger body, like [`Checks::outline`] but without requiring content. The
    /// texts in `more` may mention the appendices too. `last` is the last text of the body if the outline has
    /// no closing; it must end with a full stop. `None` if the body ends with a table or with words of the
    /// wording.
    ///
    /// ```
    /// # use vanban::kinds::Checks;
    /// # use vanban::parts::{Outline, Paper, Section};
    /// # fn check(paper: &Paper, outline: &Outline, organisation: &[Section], checks: &mut Checks<'_>) {
    /// let last = Checks::last_paragraph("organisation", organisation);
    /// checks.outline_around(paper, outline, &[organisation], last); // as a plan does
    /// # }
    /// ```
    pub fn outline_around(
        &mut self,
        paper: &Paper,
        outline: &Outline,
        more: &[&[Section]],
        last: Option<(Path, &Text)>,
    ) {
        self.basis(&outline.basis, paper.date);
        let mut texts: Vec<&Text> = outline.opening.iter().chain(&outline.closing).collect();
        body::texts(&outline.sections, &mut texts);
        more.iter().for_each(|sections| body::texts(sections, &mut texts));
        self.appendices(&paper.appendices, &texts);
        let closing = outline.closing.as_ref().map(|closing| (Path::at("closing"), closing));
        if let Some((path, text)) = closing.or(last) {
            self.full_stop(path, text);
        }
    }

    /// Checks a body of articles only: căn cứ with existing dates, articles with a name or text, chapters with
    /// articles, appendices that the text mentions, a full stop at the end (05-HD/VPTW II.I.6).
    ///
    /// ```
    /// # use vanban::kinds::Checks;
    /// # use vanban::parts::{Paper, Provisions};
    /// # fn check(paper: &Paper, provisions: &Provisions, checks: &mut Checks<'_>) {
    /// checks.provisions(paper, provisions); // as a regulation does
    /// # }
    /// ```
    pub fn provisions(&mut self, paper: &Paper, provisions: &Provisions) {
        self.basis(&provisions.basis, paper.date);
        articles::check(&provisions.articles, &provisions.chapters, self.problems);
        let texts = articles::texts(provisions.every_article());
        self.appendices(&paper.appendices, &provisions.opening.iter().chain(texts).collect::<Vec<_>>());
        let (at, last) = articles::last_of(provisions);
        if let Some((path, text)) = articles::last_text(&at, last) {
            self.full_stop(path, text);
        }
    }

    /// Checks the field `articles` in a larger body: each has a name or text, the appendices are mentioned, and
    /// there is a full stop at the end.
    ///
    /// ```
    /// # use vanban::kinds::Checks;
    /// # use vanban::parts::{Article, Paper};
    /// # fn check(paper: &Paper, articles: &[Article], checks: &mut Checks<'_>) {
    /// checks.articles(paper, articles); // as a decision does
    /// # }
    /// ```
    pub fn articles(&mut self, paper: &Paper, articles: &[Article]) {
        articles::check(articles, &[], self.problems);
        self.appendices(&paper.appendices, &articles::texts(articles.iter()));
        if let Some((path, text)) = articles::last_text(&Path::at("articles"), articles) {
            self.full_stop(path, text);
        }
    }

    /// Checks the field `sections` of the value at `under`: there is at least one section, none is empty or
    /// deeper than five levels, and their tables are correct. `first_level` is the level of the outermost
    /// sections: 1 (also `None`) or 2.
    ///
    /// ```
    /// # use vanban::error::Path;
    /// # use vanban::kinds::{Checks, Part};
    /// # fn check(parts: &[Part], checks: &mut Checks<'_>) {
    /// for (index, part) in parts.iter().enumerate() {
    ///     checks.sections(Path::at("parts").index(index), &part.sections, part.first_level);
    /// }
    /// # }
    /// ```
    pub fn sections(&mut self, under: impl Into<Path>, sections: &[Section], first_level: Option<u8>) {
        body::sections(&under.into(), sections, first_level, self.problems);
    }

    /// Checks optional sections in the field at `path`, whose outermost ones have this `level` (1 to 5): none
    /// is empty or deeper than five levels, and their tables are correct.
    ///
    /// ```
    /// # use vanban::kinds::Checks;
    /// # use vanban::parts::Section;
    /// # fn check(organisation: &[Section], checks: &mut Checks<'_>) {
    /// checks.more_sections("organisation", organisation, 1); // as a plan does
    /// # }
    /// ```
    pub fn more_sections(&mut self, path: impl Into<Path>, sections: &[Section], level: u8) {
        body::walk(sections, &path.into(), level, self.problems);
    }

    /// Checks the content of an outline: its sections are correct; a short document may have an opening and
    /// no sections. Then the opening must not announce anything that follows. `more` says that the body has
    /// other content (such as a table of the kind); then nothing is required.
    ///
    /// ```
    /// # use vanban::kinds::Checks;
    /// # use vanban::parts::{Meeting, Outline};
    /// # fn check(outline: &Outline, meeting: Option<&Meeting>, checks: &mut Checks<'_>) {
    /// checks.content(outline, meeting.is_some()); // as a notice does
    /// # }
    /// ```
    pub fn content(&mut self, outline: &Outline, more: bool) {
        body::outline(outline, more, self.problems);
    }

    /// The last text of an outline before its closing, with its path: the last paragraph of its sections, or,
    /// without sections, the opening. `None` if a table is last.
    #[must_use]
    pub fn last_of(outline: &Outline) -> Option<(Path, &Text)> {
        body::last_of(outline)
    }

    /// The last paragraph of the sections at `path`, with its path; the heading of the last section if that
    /// has no paragraph. `None` if a table is last, or if there are no sections.
    #[must_use]
    pub fn last_paragraph(path: impl Into<Path>, sections: &[Section]) -> Option<(Path, &Text)> {
        body::last_paragraph(&path.into(), sections)
    }

    /// Căn cứ: checks that the dates of the legal bases exist and are not after the document's date.
    ///
    /// ```
    /// # use vanban::kinds::Checks;
    /// # use vanban::parts::{Basis, Paper};
    /// # fn check(paper: &Paper, basis: &[Basis], checks: &mut Checks<'_>) {
    /// checks.basis(basis, paper.date);
    /// # }
    /// ```
    pub fn basis(&mut self, basis: &[Basis], paper: PaperDate) {
        body::basis(basis, &paper, self.problems);
    }

    /// Phụ lục: checks the appendices: their sections are correct, and one of `texts` (those of the body)
    /// mentions each (05-HD/VPTW II.II.1.1).
    ///
    /// ```
    /// # use vanban::kinds::Checks;
    /// # use vanban::parts::Paper;
    /// # use vanban::Text;
    /// # fn check(paper: &Paper, articles: &[Text], checks: &mut Checks<'_>) {
    /// let texts: Vec<&Text> = articles.iter().collect();
    /// checks.appendices(&paper.appendices, &texts);
    /// # }
    /// ```
    pub fn appendices(&mut self, appendices: &[Appendix], texts: &[&Text]) {
        let mentioned = |words: &str| texts.iter().any(|text| body::says(text, words));
        body::appendices(appendices, mentioned, self.problems);
    }

    /// Mẫu kèm theo: the outline mentions each by its label, as it does an appendix (05-HD/VPTW II.II.1.1).
    pub(crate) fn forms<'f>(&mut self, outline: &Outline, labels: impl Iterator<Item = (Path, &'f str)>) {
        let mut texts: Vec<&Text> = outline.opening.iter().chain(&outline.closing).collect();
        body::texts(&outline.sections, &mut texts);
        for (path, label) in labels {
            if !texts.iter().any(|text| body::says(text, &label.to_lowercase())) {
                self.problems.warning(
                    "appendices.not_mentioned",
                    path,
                    "05-HD/VPTW II.II.1.1",
                    format!("nội dung văn bản chưa có chỉ dẫn về {label}"),
                );
            }
        }
    }

    /// Checks that the last text of a body ends with a full stop, not with `./.` (05-HD/VPTW II.I.6.2.2).
    pub fn full_stop(&mut self, path: impl Into<Path>, text: &Text) {
        body::ends_with_full_stop(&path.into(), text, self.profile, self.problems);
    }

    /// Tài liệu kèm theo: checks the field `attachments`: the names have no punctuation at the end, because
    /// the wording prints it.
    pub fn attachments(&mut self, names: &[Text]) {
        body::attachments(names, self.problems);
    }

    /// Biểu quyết: checks that the figures agree, and that more than half of the members are in favour.
    /// `lost` is the end of the message if they are not: what a lost vote means.
    ///
    /// ```
    /// # use vanban::kinds::Checks;
    /// # use vanban::parts::Vote;
    /// # fn check(vote: &Vote, checks: &mut Checks<'_>) {
    /// checks.vote("vote", vote, "nghị quyết chưa có giá trị");
    /// # }
    /// ```
    pub fn vote(&mut self, path: impl Into<Path>, vote: &Vote, lost: &str) {
        body::vote(&path.into(), vote, lost, self.problems);
    }

    /// Kiểm phiếu: checks the field `ballots`: the numbers of ballots agree, and each row adds up. `present`
    /// is the number of members who took part.
    pub fn ballots(&mut self, counted: &Ballots, present: Option<Given>) {
        ballots::ballots(counted, present, self.problems);
    }

    /// Thành phần dự họp: checks that the figures agree with each other and with the names.
    ///
    /// ```
    /// # use vanban::kinds::Checks;
    /// # use vanban::parts::Attendance;
    /// # fn check(attendance: &Attendance, checks: &mut Checks<'_>) {
    /// checks.attendance("attendance", attendance);
    /// # }
    /// ```
    pub fn attendance(&mut self, path: impl Into<Path>, attendance: &Attendance) {
        attendance::check(&path.into(), attendance, self.problems);
    }

    /// Checks that a person has a name or a position, and the name as in [`Checks::name`].
    ///
    /// ```
    /// # use vanban::kinds::Checks;
    /// # use vanban::parts::Person;
    /// # fn check(chair: &Person, checks: &mut Checks<'_>) {
    /// checks.person("chair", chair);
    /// # }
    /// ```
    pub fn person(&mut self, path: impl Into<Path>, person: &Person) {
        meeting::person(&path.into(), person, self.problems);
    }

    /// Cuộc họp: checks a meeting that a document calls to: its day exists and is not before the document's,
    /// its hours are in order, it has an agenda, and its lines have no punctuation at the end.
    ///
    /// ```
    /// # use vanban::kinds::Checks;
    /// # use vanban::parts::{Meeting, Paper};
    /// # fn check(paper: &Paper, meeting: &Meeting, checks: &mut Checks<'_>) {
    /// checks.meeting("meeting", meeting, paper.date); // as a notice and an invitation do
    /// # }
    /// ```
    pub fn meeting(&mut self, path: impl Into<Path>, meeting: &Meeting, paper: PaperDate) {
        meeting::called(&path.into(), meeting, paper.calendar(), self.problems);
    }

    /// Họ và tên: checks that each syllable has a capital, and that the name has no degree, rank, form of
    /// address or position.
    pub fn name(&mut self, path: impl Into<Path>, name: &Text) {
        meeting::name(&path.into(), name, self.problems);
    }

    /// Checks a table of figures: it has columns and rows, each row has a cell for each column, and widths are
    /// valid.
    ///
    /// ```
    /// # use vanban::kinds::Checks;
    /// # use vanban::parts::DataTable;
    /// # fn check(targets: &DataTable, checks: &mut Checks<'_>) {
    /// checks.table("targets", targets);
    /// # }
    /// ```
    pub fn table(&mut self, path: impl Into<Path>, table: &DataTable) {
        tables::check(table, &path.into(), self.problems);
    }
}
