//! Bản sao.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Checks, Kind, TypedRecord};
use crate::parts::{Closing, CopyForm, Copying, Frame, Given, Issuer, PaperDate, Signature};
use crate::path::Path;
use crate::profile::ProfileId;
use crate::text::Text;

const CLAUSE: &str = "05-HD/VPTW II.III";

/// Bản sao: the block of a certified copy (05-HD/VPTW II.III; 36-HD/VPTW II.3): the copying body, the number
/// of the copy in the series `BS`, the form of the copy, place and date, recipients and signature. A renderer
/// puts the block at the end of a record's document ([`Renderer::copy_of`](crate::Renderer::copy_of)) or on a
/// page after the last page of any PDF. Rendered by itself, the block is alone on its page, to go with
/// photocopied sheets.
///
/// ```
/// use vanban::Renderer;
/// use vanban::kinds::{CertifiedCopy, Resolution};
/// use vanban::parts::{CopyForm, Issuer, PaperDate, Signature};
/// let copier = Issuer::new("Uỷ ban Kiểm tra").under("Tỉnh uỷ Quảng Trị");
/// let signature = Signature::on_behalf_of("Uỷ ban Kiểm tra", "Phó Chủ nhiệm", "Trần Thị Hoà");
/// let copy = CertifiedCopy::new(CopyForm::Transcript, copier, "Quảng Trị", PaperDate::new(2026, 7, 3), signature)
///     .number(24)
///     .recipients(["Các chi bộ trực thuộc"]);
/// let document = Renderer::new().copy_of(&Resolution::example(), &copy)?;
/// assert!(document.words().contains("Số, ký hiệu bản sao: 24-BS/UBKTTU"));
/// assert_eq!(document.file_name(), "ban-sao-24-bs-ubkttu");
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "bản sao")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct CertifiedCopy {
    /// The guidance that the block of the copy follows; the Renderer's by default. The copied document may
    /// follow an older guidance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<ProfileId>,
    /// Hình thức sao: the form of the copy.
    pub form: CopyForm,
    /// Cơ quan, tổ chức sao: the body that makes the copy.
    pub issuer: Issuer,
    /// Số bản sao: the number of the copy, or `"by_hand"`. All copies of a term of office (nhiệm kỳ) have one
    /// series of numbers, from 01.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Given>,
    /// Địa danh: the place beside the date.
    pub place: Text,
    /// Ngày tháng năm sao: the date of the copy.
    pub date: PaperDate,
    /// Nơi nhận bản sao: the recipients of the copy, without punctuation at the end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<Text>,
    /// The signature of the copy.
    pub signature: Signature,
    /// The pages of the original that an extract ([`CopyForm::Extract`]) has, counted from 1, in ascending
    /// order. Empty (the default): all pages. Other forms of copy must leave it empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<u32>,
}

record!(CertifiedCopy, "../../examples/copies/copy.json", "An example: the block of a certified copy");

impl CertifiedCopy {
    /// A copy with form, copying body (`issuer`), place, date and signature. It still needs a number:
    /// [`CertifiedCopy::number`].
    #[must_use]
    pub fn new(
        form: CopyForm,
        issuer: Issuer,
        place: impl Into<Text>,
        date: PaperDate,
        signature: Signature,
    ) -> CertifiedCopy {
        CertifiedCopy {
            profile: None,
            form,
            issuer,
            number: None,
            place: place.into(),
            date,
            recipients: Vec::new(),
            signature,
            pages: Vec::new(),
        }
    }

    /// Sets the pages of the original that an extract has, counted from 1, in ascending order.
    #[must_use]
    pub fn pages(mut self, pages: impl IntoIterator<Item = u32>) -> CertifiedCopy {
        self.pages = pages.into_iter().collect();
        self
    }
}

setters!(CertifiedCopy {
    /// Sets `profile`. The guidance that the block of the copy follows; the Renderer's by default. The copied
    /// document may follow an older guidance.
    profile: some ProfileId = profile;
    /// Sets `number`. Số bản sao: the number of the copy, or `"by_hand"`. All copies of a term of office
    /// (nhiệm kỳ) have one series of numbers, from 01.
    number: some Given = number;
    /// Sets `recipients`. Nơi nhận bản sao: the recipients of the copy, without punctuation at the end.
    recipients: all Text = recipients;
    /// Adds one element to `recipients`. Nơi nhận bản sao: the recipients of the copy, without punctuation at
    /// the end.
    recipient: push Text = recipients;
});

impl TypedRecord for CertifiedCopy {
    kind!(
        Kind::of::<CertifiedCopy>("copy", "bản sao")
            .titled("Bản sao", "BS")
            .worded("")
            .exemplified(CertifiedCopy::EXAMPLE)
    );

    fn frame(&self) -> Frame {
        let (issuer, place) = (self.issuer.clone(), self.place.clone());
        Frame {
            profile: self.profile,
            number: self.number,
            recipients: self.recipients.clone(),
            signature: Some(self.signature.clone()),
            closing: Closing::Signed,
            copying: Some(Copying { form: self.form, pages_before: 0 }),
            // It is not printed: properties of files and registers say what the number is of.
            ..Frame::new("Bản sao", "BS", issuer, place, self.date, self.subject().into())
        }
    }

    fn check(&self, checks: &mut Checks<'_>) {
        let mut wrong = |said: String| checks.problems.error("copy.pages", Path::at("pages"), CLAUSE, said);
        if !self.pages.is_empty() && self.form != CopyForm::Extract {
            wrong(
                "chỉ trích sao mới chọn trang, sao y và sao lục là sao toàn bộ văn bản; hãy bỏ các trang, hoặc ghi là trích sao"
                    .to_owned(),
            );
        }
        // One is enough: whoever mends it looks at all of them.
        match self.pages.windows(2).find(|pair| pair[0] >= pair[1]) {
            Some(pair) if pair[0] == pair[1] => {
                wrong(format!("trang {} ghi hai lần; hãy ghi mỗi trang một lần", pair[0]));
            }
            Some(pair) => wrong(format!(
                "trang {} đứng sau trang {}; hãy ghi mỗi trang một lần, từ trang nhỏ đến trang lớn",
                pair[1], pair[0]
            )),
            None => {}
        }
        if self.pages.contains(&0) {
            wrong("không có trang 0; hãy đánh số trang từ 1".to_owned());
        }
    }
}

impl CertifiedCopy {
    /// What a register says of the copy: how it was copied, and which pages. Extracts of other pages are other copies.
    fn subject(&self) -> String {
        let form = self.form.words(ProfileId::Hd05).to_lowercase();
        let runs = self.pages.chunk_by(|page, next| page.checked_add(1) == Some(*next));
        let runs: Vec<String> = runs
            .map(|run| match run {
                [first, .., last] => format!("{first}-{last}"),
                _ => run.iter().map(u32::to_string).collect(),
            })
            .collect();
        if runs.is_empty() { form } else { format!("{form} trang {}", runs.join(", ")) }
    }
}
