//! [`Renderer`]: from a record to a document, and what all documents share.

mod appendix;
mod bind;
mod copy;
mod fields;
mod preview;
mod read;
mod registry;
#[cfg(feature = "pdf")]
mod signing;
mod told;

use std::fmt;
use std::sync::Arc;

use serde_json::Value;

use crate::check::Checked;
use crate::compose;
use crate::document::Document;
#[cfg(feature = "docx")]
use crate::docx::{self, WordMode};
use crate::error::{Error, Problem, Result};
use crate::fits;
use crate::fonts::Fonts;
use crate::kinds::{self, Field, Kind, Record, with_view};
use crate::layout::{self, Layout};
use crate::parts::Frame;
#[cfg(feature = "pdf")]
use crate::pdf;
use crate::profile::Profile;
use crate::scoring::{CriteriaSet, CriteriaSets};
use crate::text::CleanJson;
use crate::tree::{Block, Inline, Tree};
use crate::wording::{Made, Tagging, Wording};
use appendix::APPENDIX;
pub use bind::Bound;
use told::{has_error, not_json, not_made, second_page};

/// Makes documents from records. It holds the profile, the wordings and the fonts. Cloning is cheap, and many
/// threads can share one renderer.
///
/// ```
/// use vanban::Renderer;
/// use vanban::kinds::Resolution;
/// let document = Renderer::new().render(&Resolution::example())?;
/// assert!(document.to_docx()?.starts_with(b"PK"));
/// assert!(document.to_pdf()?.starts_with(b"%PDF-1.7"));
/// # Ok::<(), vanban::Error>(())
/// ```
#[derive(Clone)]
pub struct Renderer {
    profile: Profile,
    wording: Wording,
    /// Of appendices, beside that of the kinds: a kind may have any name.
    appendices: Wording,
    /// The registry: the library's kinds and the caller's.
    kinds: Arc<Vec<Kind>>,
    /// The kind of records that name none.
    unnamed: Option<Arc<str>>,
    pub(crate) criteria: CriteriaSets,
    fonts: Fonts,
    #[cfg(feature = "docx")]
    docx: docx::Writers,
    #[cfg(feature = "pdf")]
    pdf: pdf::Writer,
    #[cfg(feature = "pdf")]
    signature_fields: bool,
    two_sided: bool,
    fillable: bool,
    #[cfg(feature = "docx")]
    protected: bool,
}

impl Renderer {
    /// A renderer with the profile 05-HD/VPTW (2026), the built-in wordings and Liberation Serif.
    #[must_use]
    pub fn new() -> Renderer {
        let fonts = Fonts::liberation_serif();
        Renderer {
            profile: Profile::hd05(),
            wording: Wording::new(),
            appendices: Wording::new(),
            kinds: Arc::new(registry::built_in()),
            unnamed: None,
            criteria: CriteriaSets::built_in(),
            #[cfg(feature = "pdf")]
            pdf: pdf::Writer::new(&fonts),
            fonts,
            #[cfg(feature = "docx")]
            docx: docx::Writers::default(),
            #[cfg(feature = "pdf")]
            signature_fields: false,
            two_sided: false,
            fillable: false,
            #[cfg(feature = "docx")]
            protected: false,
        }
    }

    /// Adds a criteria set, which records name by its id. It replaces an earlier set with the same id.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every problem of the set.
    pub fn with_criteria(mut self, set: CriteriaSet) -> Result<Renderer> {
        self.criteria.insert(set)?;
        Ok(self)
    }

    /// The criteria sets that records may name: the built-in ones, and those that were added.
    #[must_use]
    pub fn criteria(&self) -> &CriteriaSets {
        &self.criteria
    }

    /// The fields of a kind's records, for an input form (see [`Kind::fields`]). A field that names a criteria
    /// set offers the sets of this renderer.
    ///
    /// ```
    /// use vanban::Renderer;
    /// use vanban::kinds::{EvaluationForm, Shape, TypedRecord};
    /// let fields = Renderer::new().fields(EvaluationForm::typed_kind(), None);
    /// let set = fields.iter().find(|field| field.name == "criteria_set").unwrap();
    /// let Shape::Choice(sets) = &set.shape else { panic!() };
    /// assert!(sets.iter().any(|(id, _)| id == "an_phu_ward_2025_monthly"));
    /// ```
    #[must_use]
    pub fn fields(&self, kind: &Kind, variant: Option<&str>) -> Vec<Field> {
        let mut fields = kind.fields(variant);
        kinds::offer(&mut fields, &self.criteria);
        fields
    }

    /// Sets the guidance for records that name none.
    #[must_use]
    pub fn with_profile(mut self, profile: Profile) -> Renderer {
        self.profile = profile;
        self
    }

    /// Sets the compatibility mode of the DOCX: how Word breaks its lines. The default is
    /// [`WordMode::Mode14`].
    #[must_use]
    #[cfg(feature = "docx")]
    pub fn with_word_mode(mut self, mode: WordMode) -> Renderer {
        self.docx = docx::Writers::new(mode);
        self
    }

    /// Sets two-sided printing. Even pages have mirrored margins, 15 mm left and 30 mm right (05-HD/VPTW
    /// II.IV.4.2). Each appendix begins on a right-hand page, after an empty page if necessary.
    #[doc(alias = "in hai mặt")]
    #[must_use]
    pub fn with_two_sided(mut self, two_sided: bool) -> Renderer {
        self.two_sided = two_sided;
        self
    }

    /// Sets the fonts of the layout and the PDF.
    #[must_use]
    pub fn with_fonts(mut self, fonts: Fonts) -> Renderer {
        #[cfg(feature = "pdf")]
        {
            self.pdf = pdf::Writer::new(&fonts);
        }
        self.fonts = fonts;
        self
    }

    /// Checks a record and makes its document.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every problem if one of them is an error, including text that does not fit on
    /// the page. [`Error::Shape`] if the record is nested too deeply. [`Error::Template`] if the wording cannot
    /// be filled.
    pub fn render(&self, record: &dyn Record) -> Result<Document> {
        let checked = self.checked(record)?;
        if has_error(&checked.problems) {
            return Err(Error::Invalid(checked.problems));
        }
        let set = self.set(record, checked)?;
        self.document(record, set)
    }

    /// The document of a paper that fits.
    fn document(&self, record: &dyn Record, set: Set) -> Result<Document> {
        let Layout { pages, hints } = set.layout;
        Ok(Document {
            #[cfg(feature = "pdf")]
            guests: Vec::new(),
            record: kinds::enveloped(record.kind(), set.fields.map_or_else(|| record.fields(), Ok)?),
            tree: set.tree,
            hints,
            pages,
            file_name: set.file_name,
            #[cfg(feature = "docx")]
            profile: set.profile,
            #[cfg(feature = "docx")]
            docx: self.docx.clone(),
            #[cfg(feature = "docx")]
            protected: self.protected,
            #[cfg(feature = "pdf")]
            pdf: self.pdf.clone(),
            #[cfg(feature = "pdf")]
            signature_fields: self.signature_fields,
            #[cfg(feature = "svg")]
            fonts: self.fonts.clone(),
            warnings: set.problems,
        })
    }

    /// All problems of a record, errors and warnings. There is an error among them exactly if
    /// [`Renderer::render`] rejects the record. If the rules find no error, the document is laid out to find
    /// what does not fit on the page; [`Renderer::check_rules`] skips this.
    #[must_use]
    pub fn check(&self, record: &dyn Record) -> Vec<Problem> {
        let checked = match self.checked(record) {
            Ok(checked) => checked,
            Err(error) => return not_json(&error),
        };
        if has_error(&checked.problems) {
            return checked.problems;
        }
        self.finished(record, checked).0
    }

    /// The problems of a record in which the rules find no error, and its paper where it fits.
    fn finished(&self, record: &dyn Record, checked: Checked) -> (Vec<Problem>, Option<Set>) {
        let warnings = checked.problems.clone();
        match self.set(record, checked) {
            Ok(set) => (set.problems.clone(), Some(set)),
            Err(Error::Invalid(problems)) => (problems, None),
            Err(error) => (warnings.into_iter().chain([not_made(&error)]).collect(), None),
        }
    }

    /// The problems that the rules find, without a layout. It takes about half of the time of
    /// [`Renderer::check`], for an input form that is checked at each key. It does not report text that does
    /// not fit, or a second page where only one is allowed.
    #[must_use]
    pub fn check_rules(&self, record: &dyn Record) -> Vec<Problem> {
        match self.checked(record) {
            Ok(checked) => checked.problems,
            Err(error) => not_json(&error),
        }
    }

    /// Composes the paper of a record without errors, and lays it out.
    fn set(&self, record: &dyn Record, checked: Checked) -> Result<Set> {
        let drawable = |template: &str, body: &[Block]| self.drawable(template, body);
        let set = self.set_if(record, checked, drawable)?;
        if has_error(&set.problems) { Err(Error::Invalid(set.problems)) } else { Ok(set) }
    }

    /// As [`Renderer::set`], of a record that may have errors: what no face can draw is drawn as a box.
    fn set_as_it_is(&self, record: &dyn Record, checked: Checked) -> Result<Set> {
        self.set_if(record, checked, |_, _| Ok(()))
    }

    fn set_if(
        &self,
        record: &dyn Record,
        checked: Checked,
        allowed: impl Fn(&str, &[Block]) -> Result<()>,
    ) -> Result<Set> {
        let Checked { context, frame, profile, tone, mut problems, annexes, fields } = checked;
        let kind = record.kind();
        let tagging = self.tagging(&frame);
        let body = match self.body(kind, context, tagging) {
            // A figure that the wording cannot say.
            Err(Error::Invalid(of_fields)) => {
                problems.extend(of_fields);
                kind.name_fields(&mut problems);
                return Err(Error::Invalid(problems));
            }
            body => body?,
        };
        allowed(kind.name(), &body)?;
        let appendices = frame.appendices.iter().enumerate();
        let appendices = appendices.map(|(index, appendix)| {
            let body = self.appendix(index, appendix, tagging)?;
            allowed(APPENDIX, &body)?;
            Ok(body)
        });
        let appendices = appendices.collect::<Result<Vec<_>>>()?;
        let annexes = annexes.into_iter().map(|(record, checked)| {
            let kind = record.kind();
            let body = self.body(kind, checked.context, Tagging::None)?;
            allowed(kind.name(), &body)?;
            Ok((checked.frame, body))
        });
        let annexes = annexes.collect::<Result<Vec<_>>>()?;
        let behind = compose::Behind { appendices, annexes, ..compose::Behind::default() };
        let asked = self.asked(tagging);
        let mut tree = compose::compose(&frame, body, behind, &profile, &self.fonts, tone, asked);
        tree.name_fields(|at| fields::term(kind, at));
        match layout::lay_out(&tree, &profile, &self.fonts) {
            Ok(layout) => {
                problems.extend(second_page(&frame, &tree, &layout.pages, &profile));
                kind.name_fields(&mut problems);
                let file_name = compose::file_name(&frame, &profile);
                Ok(Set { file_name, profile, problems, tree, layout, fields })
            }
            Err(misfits) => {
                problems.extend(fits::problems(&misfits, &tree, &frame, &record.fields()?));
                kind.name_fields(&mut problems);
                Err(Error::Invalid(problems))
            }
        }
    }

    /// The body of a record's paper.
    fn body(&self, kind: &Kind, context: CleanJson, tagging: Tagging) -> Result<Vec<Block>> {
        let (schema, manner) = (|| template_schema(kind), (made(kind), kind.shared_free_layout()));
        self.wording.fill(kind.name(), kind.template(), schema, context, manner, tagging)
    }

    fn checked(&self, record: &dyn Record) -> Result<Checked> {
        Checked::of(record, &self.profile, &self.criteria, &self.fonts)
    }

    /// What the template itself writes must be drawable too; the record's own text was checked.
    fn drawable(&self, template: &str, body: &[Block]) -> Result<()> {
        let runs = body.iter().flat_map(Block::paragraphs).flat_map(|paragraph| &paragraph.content);
        let texts =
            runs.filter_map(|piece| if let Inline::Run(run) = piece { Some(&*run.text) } else { None });
        let rare: String = texts.filter(|text| !self.fonts.is_plain(text)).collect();
        match self.fonts.missing(&rare).first() {
            None => Ok(()),
            Some(&c) => Err(Error::Template {
                template: template.to_owned(),
                line: 0,
                column: 0,
                reason: format!("phông chữ không có chữ “{c}” (U+{:04X}); hãy thay bằng chữ khác", c as u32),
            }),
        }
    }
}

/// A name for the files of a paper.
fn file_name(frame: &Frame, profile: &Profile) -> String {
    compose::file_name(frame, profile)
}

/// A paper that fits its sheets.
struct Set {
    file_name: String,
    #[cfg_attr(not(feature = "docx"), allow(dead_code, reason = "the DOCX alone asks for it"))]
    profile: Profile,
    problems: Vec<Problem>,
    tree: Tree,
    layout: Layout,
    /// The record's fields as it gives them, where they are at hand.
    fields: Option<Value>,
}

fn names(kinds: &[Kind]) -> Vec<&str> {
    kinds.iter().map(Kind::name).collect()
}

/// What the template of a kind makes.
fn made(kind: &Kind) -> Made {
    if kind.is_formed() { Made::Form } else { Made::Markup }
}

/// What the template of a kind may name.
fn template_schema(kind: &Kind) -> Value {
    with_view(kind.schema().clone(), kind.view_schema())
}

/// One line: the guidance, and how much it holds.
impl fmt::Debug for Renderer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let criteria = self.criteria.ids().count();
        write!(f, "Renderer({}, {} kinds, {criteria} criteria sets)", self.profile.name(), self.kinds.len())
    }
}

impl Default for Renderer {
    fn default() -> Renderer {
        Renderer::new()
    }
}

#[cfg(test)]
mod tests;
