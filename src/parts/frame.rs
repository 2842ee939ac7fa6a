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

/// The frame of a document: the parts that the guidance places, the same for every kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The guidance that the document follows, if the record names one. Else it is the renderer's.
    pub profile: Option<ProfileId>,
    /// The record's own font sizes and distances, within the guidance's ranges.
    pub layout: Option<Layout>,
    /// Tên loại: the type name, as in a sentence: `Nghị quyết`.
    pub type_name: Cow<'static, str>,
    /// Ký hiệu: the code of the type, `NQ`. Empty in a document without a number.
    pub type_code: Cow<'static, str>,
    /// The issuing body.
    pub issuer: Issuer,
    /// The number of the draft, from 1. `None` for a final document.
    pub draft: Option<u32>,
    /// The number of the document, from 1, or a blank to be filled in by hand. `None` in a draft, and in a
    /// document without a number line.
    pub number: Option<Given>,
    /// Địa danh: the place beside the date.
    pub place: Text,
    /// The date of the document.
    pub date: PaperDate,
    /// The author, `Ban Thường vụ Đảng uỷ`. It is printed as `của …` between type name and subject.
    pub author_line: Option<Text>,
    /// Trích yếu: what the document is about.
    pub subject: Text,
    /// Nơi nhận: the recipients. The archive (`Lưu …`) is last.
    pub recipients: Vec<Text>,
    /// The bodies, other than the issuer, for which documents of the kind may be signed (`T/M …`), named as
    /// in a sentence: `Tổ kiểm phiếu`.
    pub signing_bodies: Vec<Text>,
    /// The signature; a draft may have none.
    pub signature: Option<Signature>,
    /// The signatures of the other bodies of a joint document.
    pub joint_signatures: Vec<Signature>,
    /// Xác nhận chữ ký: the confirmation of a signature.
    pub confirmation: Option<Confirmation>,
    /// The additional marks: urgency, circulation, contact …
    pub marks: Marks,
    /// Phụ lục: the appendices.
    pub appendices: Vec<Appendix>,
    /// Whether the document has a number line. Forms, ballots and personal documents have none. By default
    /// `true`; in [`Kind::frame`](crate::Kind::frame) it is `false` if the kind has no code.
    pub numbered: bool,
    /// Whether the document has place and date. Minutes may have none. By default `true`.
    pub dated: bool,
    /// Mẫu: the label of a form, over the letterhead at the right: `Mẫu 1`.
    pub form_label: Option<Text>,
    /// Công văn: whether the document is a letter. Then the type name is not printed, and the subject is
    /// under the number (05-HD/VPTW II.I.5.2.3).
    pub letter: bool,
    /// The second line of the subject: the period or the session that the document is about.
    pub session_line: Option<Text>,
    /// Kính gửi, Kính trình: the addressees.
    pub address: Option<Address>,
    /// The signature at the left of [`signature`](Frame::signature), in the same row: that of the recorder of
    /// minutes, or of the chi bộ on a form that its superior signs too.
    pub left_signature: Option<Signature>,
    /// What the end of the document must have. By default [`Closing::Full`]: recipients, and a signature with
    /// a name.
    pub closing: Closing,
    /// Whether the pages are landscape, for wide tables (05-HD/VPTW II.IV.4.3).
    pub landscape: bool,
    /// Khổ giấy: the sheet size. By default A4.
    pub sheet: Sheet,
    /// How many copies of the document are printed into its file, and for whom. By default one.
    pub copies: Copies,
    /// Whether the document must have only one page. Then a second page is a warning. By default `false`.
    pub one_page: bool,
    /// Which parts are printed. By default all of them ([`Shown::default`]).
    pub shown: Shown,
    /// The block of a certified copy. If it is set, the document has this block and nothing else.
    pub copying: Option<Copying>,
    /// The frame of the certified copy whose block is at the end of this document, if there is one.
    pub copy: Option<Box<Frame>>,
    /// The data of a volume (kỷ yếu) that binds other documents.
    pub volume: Option<Volume>,
    /// The words after the type name in the file name ([`Document::file_name`](crate::Document::file_name)).
    /// By default they are the number of the document or draft, or else the date, and then the symbol, or
    /// else the issuer.
    pub file_words: Option<String>,
    /// Where the parts of the frame are in the record: see [`Frame::stands_at`].
    pub origins: Origins,
}

/// Which parts of the frame are printed. A document of the guidance's types has all of them, and this is the
/// default; an office's own form may have fewer. Start from the default and change fields:
///
/// ```
/// use vanban::parts::Shown;
/// let mut shown = Shown::default();
/// (shown.subject, shown.separator) = (false, false);
/// assert!(shown.letterhead && shown.type_name && !shown.date_above_signature);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Shown {
    /// The letterhead: issuer, star, the title `ĐẢNG CỘNG SẢN VIỆT NAM`, number and date. By default `true`.
    pub letterhead: bool,
    /// Tên loại: the type name. By default `true`.
    pub type_name: bool,
    /// Trích yếu: what the document is about. By default `true`.
    pub subject: bool,
    /// The five hyphens below the subject. By default `true`.
    pub separator: bool,
    /// Whether place and date are above the signature, not in the letterhead. By default `false`.
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
    /// A frame with the required values. Set the other fields by struct update: `Frame { number:
    /// Some(Given::ByHand), ..Frame::new(…) }`.
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

    /// Says which field of the record a part comes from, so that a problem names the record's own field.
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
