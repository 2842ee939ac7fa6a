//! The figures of a guidance as values: page size and margins, a style for each role of a paragraph, punctuation,
//! numbering.

mod free;
mod hd05;
mod hd36;
mod layout;
pub(crate) mod numbering;
mod replaced;
mod sheet;
mod style;

pub use crate::tree::TextAlign;
pub use free::{FreeLayout, FreeStyle, Ink, Margins, Offset};
pub use layout::Layout;
pub use replaced::Replaced;
pub(crate) use sheet::PageBorder;
pub use style::{Align, CellPadding, Page, Rule, Style};

use std::sync::Arc;

use chrono::NaiveDate;

use crate::text::upper;
use crate::tree::{Role, Section};
pub use crate::units::Length;
use crate::units::{PerSheet, Sheet};

/// The figures of a guidance (quy định thể thức): page size and margins, a style for each role of a paragraph,
/// punctuation.
///
/// Lengths are rounded once, to the twips that Word stores.
///
/// ```
/// use vanban::Profile;
/// assert_eq!(Profile::hd05().name(), "05-HD/VPTW");
/// ```
#[derive(Debug, Clone)]
pub struct Profile {
    id: ProfileId,
    page: Page,
    /// What was chosen inside the guidance's ranges.
    layout: Layout,
    /// What ends every căn cứ but the last, and the last.
    basis_marks: (&'static str, &'static str),
    /// What ends every recipient and every addressee but the last, and the last.
    recipient_marks: (&'static str, &'static str),
    date_place: DatePlace,
    /// The note that keeps a paper out of the mass media.
    no_broadcast: &'static str,
    no_broadcast_place: NotePlace,
    /// Ký hiệu of a quy định.
    regulation_code: &'static str,
    /// What stands before the addressees of a submission (tờ trình).
    submission_label: &'static str,
    /// How the subject of a letter (công văn) begins, where that is fixed.
    letter_abstract: Option<&'static str>,
    /// Papers that gave way to others, beside those that the library knows.
    replaced: Vec<Replaced>,
    /// What a kind chooses whose papers no clause places.
    free: Option<Arc<FreeLayout>>,
}

/// Where the note stands that keeps a paper out of the mass media.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotePlace {
    /// 10 mm above the edge of the last page.
    Foot,
    /// Under the signature.
    UnderSignature,
}

/// Where place and date stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DatePlace {
    /// On the line of the number.
    BesideNumber,
    /// Under the title's rule.
    UnderTitle,
}

/// The name of a [`Profile`] in a record: `"hd05"`.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ProfileId {
    /// Hướng dẫn (guidance) 05-HD/VPTW of 27/5/2026, which is in force. In JSON `"hd05"`.
    Hd05,
    /// Hướng dẫn (guidance) 36-HD/VPTW of 03/4/2018, which was replaced. In JSON `"hd36"`.
    Hd36,
}

impl Profile {
    /// The profile of Hướng dẫn (guidance) 05-HD/VPTW of 27/5/2026, which is in force.
    #[must_use]
    pub fn hd05() -> Profile {
        hd05::profile()
    }

    /// The profile of Hướng dẫn (guidance) 36-HD/VPTW of 03/4/2018, for documents of its time.
    #[must_use]
    pub fn hd36() -> Profile {
        hd36::profile()
    }

    /// The profile with this name.
    #[must_use]
    pub fn named(id: ProfileId) -> Profile {
        match id {
            ProfileId::Hd05 => Profile::hd05(),
            ProfileId::Hd36 => Profile::hd36(),
        }
    }

    /// Adds documents that were replaced, to those that the library already knows. A later document that
    /// cites one gets a warning.
    #[doc(alias = "văn bản được thay thế")]
    #[must_use]
    pub fn with_replaced(mut self, papers: impl IntoIterator<Item = Replaced>) -> Profile {
        self.replaced.extend(papers);
        self
    }

    /// With a layout of one's own, for papers that no clause of the guidance places.
    #[must_use]
    pub(crate) fn with_free_layout(mut self, layout: Arc<FreeLayout>) -> Profile {
        self.free = Some(layout);
        self
    }

    /// Without a layout of one's own.
    pub(crate) fn without_free_layout(mut self) -> Profile {
        self.free = None;
        self
    }

    /// The layout of one's own.
    pub(crate) fn free_layout(&self) -> Option<&FreeLayout> {
        self.free.as_deref()
    }

    /// The papers that a caller added.
    pub(crate) fn replaced(&self) -> &[Replaced] {
        &self.replaced
    }

    /// The name of the profile.
    #[must_use]
    pub fn id(&self) -> ProfileId {
        self.id
    }

    /// The sizes and distances that were chosen within the ranges of the guidance; `None` for those that were
    /// not chosen.
    #[must_use]
    pub fn layout(&self) -> Layout {
        self.layout
    }

    /// The number and symbol of the guidance: `05-HD/VPTW`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self.id {
            ProfileId::Hd05 => "05-HD/VPTW",
            ProfileId::Hd36 => "36-HD/VPTW",
        }
    }

    /// Since when it is in force, and from when on no more.
    pub(crate) fn in_force(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let (first, second) = (NaiveDate::from_ymd_opt(2018, 4, 3), NaiveDate::from_ymd_opt(2026, 5, 27));
        match self.id {
            ProfileId::Hd36 => (first, second),
            ProfileId::Hd05 => (second, None),
        }
    }

    /// The size and the margins of an A4 page in portrait; in two-sided printing, those of the front pages.
    #[must_use]
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// Size and margins of a section's pages; of two-sided ones, of the fronts.
    pub(crate) fn page_of(&self, section: &Section) -> Page {
        let mut page = match section.per_sheet {
            PerSheet::Four => self.page.quartered(),
            _ => self.sheet_of(section),
        };
        if section.copy && section.per_sheet != PerSheet::Four {
            page = page.with_room_for_the_beginning();
        }
        self.free_layout().map_or(page, |layout| layout.moved(page))
    }

    /// Whether a sheet has a border, if on stock that is printed already.
    pub(crate) fn has_border(&self) -> bool {
        self.free_layout().is_some_and(|layout| layout.border)
    }

    /// The border round a section's pages.
    pub(crate) fn border_of(&self, section: &Section) -> Option<PageBorder> {
        let layout = self.free_layout().filter(|_| section.per_sheet == PerSheet::One)?;
        layout.printed_border()
    }

    fn sheet_of(&self, section: &Section) -> Page {
        let page = match (section.sheet, section.landscape) {
            (Sheet::A4, false) => self.page,
            (Sheet::A4, true) if section.two_sided => self.page.turned().bound_at_both_ends(),
            (Sheet::A4, true) => self.page.turned(),
            // It lies on its long side already.
            (Sheet::A5, _) => self.page.halved(),
        };
        self.free_layout().map_or(page, |layout| layout.margined(page))
    }

    /// How a role looks.
    #[must_use]
    pub(crate) fn style(&self, role: Role) -> Style {
        let free = self.free_layout();
        if let (Role::Styled(index, align), Some(free)) = (role, free)
            && let Some(own) = free.styles.get(usize::from(index))
        {
            return own.1.style(align);
        }
        match (role, free) {
            (Role::Styled(_, align) | Role::Aligned(align), _) => {
                Style { first_line: Length::ZERO, after: free::GAP, ..self.style(Role::Body) }.aligned(align)
            }
            (Role::Emblem, Some(FreeLayout { emblem_height: Some(height), .. })) => {
                Style { pitch: free::emblem_pitch(*height), ..self.own_style(role) }
            }
            _ => self.layout.apply(role, self.own_style(role), self.own_style(Role::Body)),
        }
    }

    /// How high an emblem is at most.
    pub(crate) fn emblem_height(&self) -> Length {
        let own = self.free_layout().and_then(|free| free.emblem_height);
        own.map(free::emblem_height)
            .unwrap_or_else(|| Length::pt(self.style(Role::Emblem).pitch.to_pt() * free::ABOVE_BASELINE))
    }

    /// How many dots, `…`, each as wide as the letters are high, fill a first line of the body.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is some thirty")]
    pub(crate) fn dots(&self) -> u32 {
        let body = self.style(Role::Body);
        ((self.page.text_width().to_pt() - body.first_line.to_pt()) / body.size.to_pt()) as u32
    }

    /// How a role looks by the guidance's own figures.
    fn own_style(&self, role: Role) -> Style {
        match self.id {
            ProfileId::Hd05 => hd05::style(role),
            ProfileId::Hd36 => hd36::style(role),
        }
    }

    /// The padding of table cells: 5.4 pt at the sides, as in Word, and 1 pt above and below (convention).
    #[must_use]
    pub fn cell_padding(&self) -> CellPadding {
        CellPadding { side: Length::of_twips(108), upright: Length::pt(1.0) }
    }

    /// What ends every căn cứ but the last, and the last one.
    pub(crate) fn basis_marks(&self) -> (&'static str, &'static str) {
        self.basis_marks
    }

    /// Where place and date stand.
    pub(crate) fn date_place(&self) -> DatePlace {
        self.date_place
    }

    /// The note that keeps a paper out of the mass media (ô 11a).
    pub(crate) fn no_broadcast(&self) -> &'static str {
        self.no_broadcast
    }

    /// Where that note stands.
    pub(crate) fn no_broadcast_place(&self) -> NotePlace {
        self.no_broadcast_place
    }

    /// The drafter's mark as it is printed: hd36 has it in capitals.
    pub(crate) fn drafter(&self, mark: &str) -> String {
        match self.id {
            ProfileId::Hd05 => mark.to_owned(),
            ProfileId::Hd36 => upper(mark),
        }
    }

    /// Label or title of an appendix as it is printed. hd05 prints its own in capitals (II.1); the signed
    /// original of hd36 has them in small letters (no clause says so: convention).
    pub(crate) fn appendix_line(&self, text: &str) -> String {
        match self.id {
            ProfileId::Hd05 => upper(text),
            ProfileId::Hd36 => text.to_owned(),
        }
    }

    /// Ký hiệu of a type: that of quy định is the guidance's, any other the kind's own.
    pub(crate) fn type_code<'a>(&'a self, type_name: &str, code: &'a str) -> &'a str {
        if upper(type_name) == "QUY ĐỊNH" { self.regulation_code } else { code }
    }

    /// What stands before the addressees of a submission (tờ trình).
    pub(crate) fn submission_label(&self) -> &'static str {
        self.submission_label
    }

    /// How the subject of a letter begins, where that is fixed.
    pub(crate) fn letter_abstract(&self) -> Option<&'static str> {
        self.letter_abstract
    }

    /// What ends every recipient and every addressee but the last, and the last one.
    pub(crate) fn recipient_marks(&self) -> (&'static str, &'static str) {
        self.recipient_marks
    }
}
