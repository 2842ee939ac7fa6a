//! Papers bound in one volume.

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
use crate::profile::FreeLayout;
use crate::text::{Text, capitalised};
use crate::tree::Tree;

const CONVENTION: &str = "quy ước";

/// What is bound in a volume.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Bound<'a> {
    /// A record: its paper is made here.
    Record(&'a dyn Record),
    /// The bytes of a PDF, whose pages stay as they are.
    #[cfg(feature = "pdf")]
    Pdf(&'a [u8]),
}

/// A paper, ready to be bound.
struct Ready {
    bound: compose::Bound,
    /// What it says of itself, where the volume does not say it.
    says: VolumeEntry,
    #[cfg(feature = "pdf")]
    original: Option<Arc<Original>>,
}

impl Renderer {
    /// Binds papers in a volume: cover, foreword, contents, then each paper on a page of its own, in the order of
    /// `volume.papers`. The pages are numbered from the cover on, which shows no number; every other has the volume's title
    /// and the paper's at its head. The contents say with which page a paper begins; the DOCX has fields there, which Word
    /// brings up to date (F9).
    ///
    /// In the PDF the pages of other PDFs stand as they are, without a number at their head, and the file then claims no
    /// standard (PDF/A, PDF/UA). In the DOCX a page with a line that says so keeps the place of each.
    ///
    /// # Errors
    /// [`Error::Invalid`] with the problems of the volume; with those of the papers, each behind the paper's place
    /// (`papers[1].date`); where a paper follows another guidance than the volume or has a layout of its own (its PDF can
    /// be bound); where a PDF is locked or broken or has no title; where there are more or fewer papers than
    /// `volume.papers` names.
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
        let mut ready = Vec::new();
        for (place, paper) in papers.iter().enumerate() {
            let at = Path::at("papers").index(place);
            match self.ready(paper, &own) {
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
                let same = checked.profile.id() == volume.profile.id()
                    && checked.profile.layout() == volume.profile.layout();
                let plain = FreeLayout::default();
                let own_look = checked.profile.free_layout().is_some_and(|layout| *layout != plain);
                if !same || own_look {
                    let said = "bài này trình bày theo hướng dẫn, cỡ chữ hoặc kiểu riêng, khác với kỷ yếu; hãy lập nó thành tệp PDF rồi đưa tệp PDF vào kỷ yếu";
                    return Err(refused("", "proceedings.look", said));
                }
                let set = self.set(*record, checked)?;
                let mut warnings = set.problems;
                if set.tree.sections().iter().any(|section| !section.head.is_empty()) {
                    let said = "kỷ yếu không in phạm vi lưu hành của từng bài; hãy ghi trên bìa nếu cần";
                    let mut problems = Problems::default();
                    let at = Path::at("marks").field("circulation");
                    problems.warning("proceedings.circulation", at, CONVENTION, said);
                    warnings.extend(problems.into_vec());
                }
                let ready = Ready {
                    bound: compose::Bound::Sections(set.tree.sections().to_vec()),
                    says: of_itself(&frame),
                    #[cfg(feature = "pdf")]
                    original: None,
                };
                Ok((ready, warnings))
            }
            #[cfg(feature = "pdf")]
            Bound::Pdf(bytes) => {
                let original = Original::read(bytes).map_err(|why| {
                    let said = match why {
                        Refused::Locked => "tệp PDF có mật khẩu hoặc bị khoá; hãy mở khoá rồi đưa vào kỷ yếu",
                        Refused::Broken => "tệp PDF hỏng hoặc không phải là PDF; hãy kiểm tra lại tệp",
                        Refused::Empty => "tệp PDF không có trang nào; hãy kiểm tra lại tệp",
                    };
                    refused("file", "proceedings.pdf", said)
                })?;
                let bound = compose::Bound::Pages(original.page_count());
                let (says, original) = (VolumeEntry::default(), Some(Arc::new(original)));
                Ok((Ready { bound, says, original }, Vec::new()))
            }
        }
    }

    /// The volume of sound papers. Its contents say where they begin, which is known when it is laid out; it is laid out
    /// again with what they say, until they say what is so.
    fn bound(&self, volume: &Proceedings, own: Checked, ready: Vec<Ready>) -> Result<Document> {
        let Checked { context, frame, profile, tone, mut problems, .. } = own;
        let body = self.body(volume.kind(), context)?;
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
            let tree = compose::compose(&frame, body, behind, &profile, &self.fonts, tone, self.two_sided);
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
            let document = self.document(volume, Set { file_name, profile, problems, tree, layout })?;
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

/// What a paper made here says of itself: its abstract; who signs it for himself, and its issuer.
fn of_itself(frame: &Frame) -> VolumeEntry {
    let subject = frame.subject.as_str();
    let title = if subject.is_empty() { frame.type_name.to_string() } else { capitalised(subject) };
    let issuer = frame.issuer.name.to_string().replace('\n', " ");
    let signer = frame.signature.as_ref().filter(|signature| signature.body.is_none());
    let author = match signer.and_then(|signature| signature.name.as_ref()) {
        Some(name) => format!("{name}, {issuer}"),
        None => issuer,
    };
    VolumeEntry { title: Some(title.into()), short_title: None, author: Some(author.into()) }
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
