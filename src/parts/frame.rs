//! What the regulation places, of any kind of paper.

use std::borrow::Cow;

use super::{
    Address, Appendix, Closing, Confirmation, Copies, Copying, Given, Issuer, Marks, Origins, PaperDate,
    Signature, Volume,
};
use crate::path::Path;
use crate::profile::{Layout, ProfileId};
use crate::text::Text;
use crate::units::Sheet;

/// The parts of a paper that the regulation places, the same for every kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The profile that the record names, if it names one.
    pub profile: Option<ProfileId>,
    /// What the record chooses inside the guidance's ranges.
    pub layout: Option<Layout>,
    /// Tên loại, as in a sentence: `Nghị quyết`.
    pub type_name: Cow<'static, str>,
    /// Ký hiệu of the type: `NQ`.
    pub type_code: Cow<'static, str>,
    /// Who issues it.
    pub issuer: Issuer,
    /// Which draft it is; none for a final paper.
    pub draft: Option<u32>,
    /// Its number, or that it is left for the pen; none in a draft.
    pub number: Option<Given>,
    /// Địa danh.
    pub place: Text,
    /// Its date.
    pub date: PaperDate,
    /// The line that names the author between type name and abstract.
    pub author_line: Option<Text>,
    /// Trích yếu.
    pub subject: Text,
    /// Nơi nhận, the archive last.
    pub recipients: Vec<Text>,
    /// The bodies for which a paper of the kind may be signed beside its issuer.
    pub signing_bodies: Vec<Text>,
    /// Who signs; a draft may have none.
    pub signature: Option<Signature>,
    /// Who signs for the other bodies of a joint paper.
    pub joint_signatures: Vec<Signature>,
    /// Xác nhận chữ ký.
    pub confirmation: Option<Confirmation>,
    /// Marks that the paper carries.
    pub marks: Marks,
    /// Phụ lục.
    pub appendices: Vec<Appendix>,
    /// Whether it has a number line; forms, ballots and personal papers have none.
    pub numbered: bool,
    /// Whether place and date stand in the letterhead; minutes may do without.
    pub dated: bool,
    /// Mẫu: the label of a form, over the letterhead at the right: `Mẫu 1`.
    pub form_label: Option<Text>,
    /// Công văn: the type name is not printed, and the abstract stands under the number
    /// (05-HD/VPTW II.I.5.2.3).
    pub letter: bool,
    /// A second line of the abstract: of which session a form or minutes are.
    pub session_line: Option<Text>,
    /// Kính gửi, Kính trình.
    pub address: Option<Address>,
    /// Who signs on the same row at the left: the recorder of minutes, the branch on a form that its
    /// superior signs too.
    pub left_signature: Option<Signature>,
    /// What its end must have.
    pub closing: Closing,
    /// Whether its sheets lie on their long side: for wide tables (05-HD/VPTW II.IV.4.3).
    pub landscape: bool,
    /// Khổ giấy.
    pub sheet: Sheet,
    /// How many copies of it the document holds, and for whom.
    pub copies: Copies,
    /// Whether it is handed out on one page, so that a second one is told.
    pub one_page: bool,
    /// Which of the parts are printed.
    pub shown: Shown,
    /// That it is the form of a copy alone.
    pub copying: Option<Copying>,
    /// The form of a copy, which stands at its end.
    pub copy: Option<Box<Frame>>,
    /// That it binds other papers: kỷ yếu.
    pub volume: Option<Volume>,
    /// What its files are called behind the type's name; left out, number or date, and symbol or issuer.
    pub file_words: Option<String>,
    /// Where its parts stand in the record; [`Frame::stands_at`] says so.
    pub origins: Origins,
}

/// Which parts of the frame are printed: all of them on a paper of the guidance's types, fewer on a form of an office's
/// own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Shown {
    /// Letterhead: who issues it, the star, the title `ĐẢNG CỘNG SẢN VIỆT NAM`; number and date stand in it.
    pub letterhead: bool,
    /// Tên loại.
    pub type_name: bool,
    /// Trích yếu.
    pub subject: bool,
    /// The five hyphens below it.
    pub separator: bool,
    /// Whether place and date stand above the signature, not in the letterhead.
    pub date_above_signature: bool,
}

impl Default for Shown {
    fn default() -> Shown {
        Shown {
            letterhead: true,
            type_name: true,
            subject: true,
            separator: true,
            date_above_signature: false,
        }
    }
}

impl Frame {
    /// The frame of a paper that has no more than these; the rest is filled in with the struct's
    /// fields: `Frame { number: Some(Given::ByHand), ..Frame::new(…) }`.
    #[must_use]
    pub fn new(
        type_name: impl Into<Cow<'static, str>>,
        type_code: impl Into<Cow<'static, str>>,
        issuer: Issuer,
        place: Text,
        date: PaperDate,
        subject: Text,
    ) -> Frame {
        Frame {
            profile: None,
            layout: None,
            type_name: type_name.into(),
            type_code: type_code.into(),
            issuer,
            draft: None,
            number: None,
            place,
            date,
            author_line: None,
            subject,
            recipients: Vec::new(),
            signing_bodies: Vec::new(),
            signature: None,
            joint_signatures: Vec::new(),
            confirmation: None,
            marks: Marks::default(),
            appendices: Vec::new(),
            numbered: true,
            dated: true,
            form_label: None,
            letter: false,
            session_line: None,
            address: None,
            left_signature: None,
            closing: Closing::Full,
            landscape: false,
            sheet: Sheet::A4,
            copies: Copies::One,
            one_page: false,
            shown: Shown::default(),
            copying: None,
            copy: None,
            volume: None,
            file_words: None,
            origins: Origins::default(),
        }
    }

    /// The frame, of which one part stands in the record as a field of another name, so that a problem names
    /// the record's own field.
    ///
    /// ```
    /// # use vanban::parts::{Frame, Issuer, PaperDate, Person, Signature};
    /// # let date = PaperDate::new(2026, 6, 5);
    /// # let frame = Frame::new("Bản cam kết", "", Issuer::new("Chi bộ 3"), "Huế".into(), date, "năm 2026".into());
    /// let frame = frame.stands_at("signature", "member"); // `member.name` is wrong, not `signature.name`
    /// # assert_eq!(frame.origins.of(&"signature.name".into()).to_string(), "member.name");
    /// ```
    #[must_use]
    pub fn stands_at(mut self, part: impl Into<Path>, field: impl Into<Path>) -> Frame {
        self.origins.insert(part.into(), field.into());
        self
    }
}
