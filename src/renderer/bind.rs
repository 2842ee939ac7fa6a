//! Volumes of documents.

#[cfg(feature = "pdf")]
use std::sync::Arc;

use super::{Renderer, Set, has_error};
use crate::check::Checked;
use crate::compose;
use crate::document::Document;
use crate::error::{Error, Problem, Problems, Result};
use crate::fits;
use crate::kinds::{Proceedings, Record};
use crate::layout::{self, Layout};
use crate::parts::{Frame, VolumeEntry};
use crate::path::Path;
#[cfg(feature = "pdf")]
use crate::pdf::{Guest, Original, Refused};
use crate::profile::{FreeLayout, Profile};
use crate::text::{Text, capitalised};
use crate::tree::{Role, Tree};
use crate::wording::Tagging;

const CONVENTION: &str = "quy ước";

/// A document of a volume.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Bound<'a> {
    /// A record, from which the document is made.
    Record(&'a dyn Record),
    /// The bytes of a PDF. Its pages stay unchanged.
    #[cfg(feature = "pdf")]
    Pdf(&'a [u8]),
}

/// A paper, ready to be bound.
struct Ready {
    bound: compose::Bound,
    /// What it says of itself, where the volume does not say it.
    says: VolumeEntry,
    /// What a paper made here is.
    own: Option<Own>,
    #[cfg(feature = "pdf")]
    original: Option<Arc<Original>>,
}

/// What tells a paper made here from others.
struct Own {
    type_name: String,
    /// Whether numbers of papers name its type.
    is_coded: bool,
    subject: String,
}

impl Renderer {
    /// Binds documents into a volume: cover, foreword, contents, then each document on a new page, in the order
    /// of `volume.papers`.
    ///
    /// Page numbers begin with the cover, which shows none. The other pages have the titles of the volume and
    /// of the document at their head. The contents say on which page each document begins; in the DOCX these
    /// are fields, which Word updates (F9).
    ///
    /// In the PDF the pages of other PDFs stay unchanged, without a number at their head. The file then
    /// claims no standard (PDF/A, PDF/UA). The DOCX cannot hold such pages: for each of them it has a page
    /// with a line that says so.
    ///
    /// # Errors
    /// [`Error::Invalid`] in these cases:
    ///
    /// - the volume has problems, or a document has: then each problem has the document's place
    ///   (`papers[1].date`);
    /// - a document follows another guidance than the volume, or has its own layout (bind its PDF instead);
    /// - a PDF is encrypted or damaged, or has no title;
    /// - the number of documents is not that of `volume.papers`.
    pub fn bind(&self, volume: &Proceedings, papers: &[Bound<'_>]) -> Result<Document> {
        let mut own = self.checked(volume)?;
        let mut found = Problems::default();
        own.problems.drain(..).for_each(|problem| found.add(problem));
        if volume.papers.len() != papers.len() {
            let said = format!(
                "kỷ yếu ghi {} bài mà nhận được {} bài; hãy ghi mỗi bài một dòng",
                volume.papers.len(),
                papers.len()
            );
            found.error("proceedings.papers", Path::at("papers"), CONVENTION, said);
        }
        // What a paper leaves open of its look is the volume's.
        let renderer = self.clone().with_profile(own.profile.clone().without_free_layout());
        let mut ready = Vec::new();
        for (place, paper) in papers.iter().enumerate() {
            let at = Path::at("papers").index(place);
            match renderer.ready(paper, &own) {
                Ok((paper, warnings)) => {
                    warnings.into_iter().for_each(|problem| found.add(inside(&at, problem)));
                    ready.push(Some(paper));
                }
                Err(Error::Invalid(problems)) => {
                    problems.into_iter().for_each(|problem| found.add(inside(&at, problem)));
                    ready.push(None);
                }
                Err(other) => return Err(other),
            }
        }
        name_papers(&mut ready);
        complete(&mut own.frame, &ready, &mut found);
        let problems = found.into_vec();
        if has_error(&problems) {
            return Err(Error::Invalid(problems));
        }
        own.problems = problems;
        self.bound(volume, own, ready.into_iter().flatten().collect())
    }

    /// A paper by itself, sound and laid out: what its own record says is told in its own words. What only warns comes with it.
    fn ready(&self, paper: &Bound<'_>, volume: &Checked) -> Result<(Ready, Vec<Problem>)> {
        match paper {
            Bound::Record(record) => {
                let checked = self.sound(*record)?;
                let frame = checked.frame.clone();
                if let Some(said) = apart(&checked.profile, &volume.profile) {
                    return Err(refused("", "proceedings.look", &said));
                }
                let set = self.set(*record, checked)?;
                let mut warnings = set.problems;
                if set.tree.sections().iter().any(|section| !section.head.is_empty()) {
                    let said = "đầu trang của kỷ yếu không in phạm vi lưu hành của bài; nếu cần in, hãy lập bài thành tệp PDF rồi đưa tệp PDF vào kỷ yếu";
                    let mut problems = Problems::default();
                    let at = Path::at("marks").field("circulation");
                    problems.warning("proceedings.circulation", at, CONVENTION, said);
                    warnings.extend(problems.into_vec());
                }
                let ready = Ready {
                    bound: compose::Bound::Sections(set.tree.sections().to_vec()),
                    says: of_itself(&frame),
                    own: Some(Own {
                        type_name: frame.type_name.to_string(),
                        is_coded: !frame.type_code.is_empty(),
                        subject: frame.subject.to_string(),
                    }),
                    #[cfg(feature = "pdf")]
                    original: None,
                };
                Ok((ready, warnings))
            }
            #[cfg(feature = "pdf")]
            Bound::Pdf(bytes) => {
                let original = Original::to_part(bytes).map_err(|why| {
                    let said = match why {
                        Refused::Locked => "tệp PDF có mật khẩu hoặc bị khoá; hãy mở khoá rồi đưa vào kỷ yếu",
                        Refused::Broken => {
                            "tệp PDF hỏng hoặc không phải là PDF; nếu mở xem được thì hãy in lại ra PDF rồi đưa tệp mới vào"
                        }
                        Refused::Empty => "tệp PDF không có trang nào; hãy kiểm tra lại tệp",
                        Refused::Unseen => {
                            "tệp PDF là biểu mẫu mà chữ đã điền không có trong trang; hãy mở tệp, in lại ra PDF rồi đưa tệp mới vào"
                        }
                    };
                    refused("file", "proceedings.pdf", said)
                })?;
                let bound = compose::Bound::Pages(original.page_count());
                let (says, original) = (VolumeEntry::default(), Some(Arc::new(original)));
                Ok((Ready { bound, says, own: None, original }, Vec::new()))
            }
        }
    }

    /// The volume of sound papers. Its contents say where they begin, which is known when it is laid out; it is laid out
    /// again with what they say, until they say what is so.
    fn bound(&self, volume: &Proceedings, own: Checked, ready: Vec<Ready>) -> Result<Document> {
        let Checked { context, frame, profile, tone, mut problems, .. } = own;
        let body = self.body(volume.kind(), context, Tagging::None)?;
        self.drawable(volume.kind().name(), &body)?;
        let bound: Vec<compose::Bound> = ready.iter().map(|paper| paper.bound.clone()).collect();
        let mut first_pages = vec![0; ready.len()];
        for _ in 0..TRIES {
            let behind = compose::Behind {
                bound: bound.clone(),
                first_pages: first_pages.clone(),
                ..compose::Behind::default()
            };
            let body = body.clone();
            let tree = compose::compose(
                &frame,
                body,
                behind,
                &profile,
                &self.fonts,
                tone,
                self.asked(Tagging::None),
            );
            let layout = match layout::lay_out(&tree, &profile, &self.fonts) {
                Ok(layout) => layout,
                Err(misfits) => {
                    problems.extend(fits::problems(&misfits, &tree, &frame, &volume.fields()?));
                    return Err(Error::Invalid(problems));
                }
            };
            let begins = begins(&tree, &layout);
            if begins != first_pages {
                first_pages = begins;
                continue;
            }
            let file_name = compose::file_name(&frame, &profile);
            #[cfg(feature = "pdf")]
            let guests = guests(&ready, &first_pages);
            let document =
                self.document(volume, Set { file_name, profile, problems, tree, layout, fields: None })?;
            #[cfg(feature = "pdf")]
            let document = Document { guests, ..document };
            return Ok(document);
        }
        Err(Error::bug("the contents of a volume move its papers"))
    }
}

/// A row of the contents is as high whatever number it holds, but for the first time.
const TRIES: usize = 4;

/// The pages, as they are numbered, with which the papers begin.
fn begins(tree: &Tree, layout: &Layout) -> Vec<usize> {
    let sections = tree.sections().iter().zip(&layout.pages.sections);
    sections.filter(|(section, _)| section.paper.is_some()).map(|(_, span)| span.start + 1).collect()
}

/// The files whose pages stand in the PDF.
#[cfg(feature = "pdf")]
fn guests(ready: &[Ready], first_pages: &[usize]) -> Vec<Guest> {
    let guest = |(paper, page): (&Ready, &usize)| {
        let original = paper.original.clone()?;
        Some(Guest { original, first: page.saturating_sub(1) })
    };
    ready.iter().zip(first_pages).filter_map(guest).collect()
}

/// Why a paper is not bound with others: they share their styles in the DOCX.
fn apart(own: &Profile, volume: &Profile) -> Option<String> {
    const AS_PDF: &str = "lập bài thành tệp PDF rồi đưa tệp PDF vào kỷ yếu";
    let plain = FreeLayout::default();
    if own.free_layout().is_some_and(|layout| *layout != plain) {
        return Some(format!("loại văn bản này có kiểu trình bày riêng; hãy {AS_PDF}"));
    }
    if own.id() != volume.id() {
        let (own, volume) = (own.name(), volume.name());
        return Some(format!(
            "bài này theo Hướng dẫn {own}, mà kỷ yếu theo Hướng dẫn {volume}; hãy ghi cùng một hướng dẫn (profile), hoặc {AS_PDF}"
        ));
    }
    let is_same = |role| own.style(role) == volume.style(role);
    (![Role::Body, Role::TypeName, Role::Abstract].into_iter().all(is_same)).then(|| {
        format!("cỡ chữ, giãn dòng của bài này (layout) khác với kỷ yếu; hãy ghi layout ấy vào kỷ yếu, hoặc {AS_PDF}")
    })
}

/// Says what papers made here are called: `Thông báo sinh hoạt chi bộ`. Where all are talks of one kind, the volume says so
/// itself, and their abstracts are enough.
fn name_papers(papers: &mut [Option<Ready>]) {
    let mut all = papers.iter().flatten().filter_map(|paper| paper.own.as_ref());
    let first = all.next();
    let is_said =
        first.is_some_and(|first| !first.is_coded && all.all(|own| own.type_name == first.type_name));
    for paper in papers.iter_mut().flatten() {
        paper.says.title = paper.own.as_ref().map(|own| own.title(is_said).into());
    }
}

impl Own {
    fn title(&self, is_said: bool) -> String {
        let Own { type_name, subject, .. } = self;
        match (subject.is_empty(), is_said) {
            (true, _) => type_name.clone(),
            (_, true) => capitalised(subject),
            _ => format!("{type_name} {subject}"),
        }
    }
}

/// By whom a paper made here is: who signs it for himself, and its issuer.
fn of_itself(frame: &Frame) -> VolumeEntry {
    let issuer = frame.issuer.name.to_string().replace('\n', " ");
    let signer = frame.signature.as_ref().filter(|signature| signature.body.is_none());
    let author = match signer.and_then(|signature| signature.name.as_ref()) {
        Some(name) => format!("{name}, {issuer}"),
        None => issuer,
    };
    VolumeEntry { author: Some(author.into()), ..VolumeEntry::default() }
}

/// Fills in what the papers say of themselves; a PDF says nothing, and nothing is known of a paper that is not sound.
fn complete(frame: &mut Frame, ready: &[Option<Ready>], found: &mut Problems) {
    let Some(volume) = &mut frame.volume else { return };
    for (place, (entry, paper)) in volume.entries.iter_mut().zip(ready).enumerate() {
        let Some(paper) = paper else { continue };
        let given = |own: &mut Option<Text>, said: &Option<Text>| {
            if own.is_none() {
                own.clone_from(said);
            }
        };
        given(&mut entry.title, &paper.says.title);
        given(&mut entry.author, &paper.says.author);
        if entry.title.is_none() {
            let at = Path::at("papers").index(place).field("title");
            let said = "tệp PDF không nói tên bài; hãy ghi tên bài";
            found.error("proceedings.title", at, CONVENTION, said);
        }
    }
}

/// A problem of a paper, at its place in the volume.
fn inside(at: &Path, mut problem: Problem) -> Problem {
    problem.path = at.join(&problem.path);
    problem
}

/// A paper that is not bound.
fn refused(path: &'static str, code: &'static str, said: &str) -> Error {
    let mut problems = Problems::default();
    problems.error(code, path, CONVENTION, said);
    Error::Invalid(problems.into_vec())
}
