//! Công văn.

use super::Record;
use crate::error::Problems;
use crate::parts::{Address, Frame};
use crate::profile::Profile;
use crate::rules::body;
use crate::text::Text;

outline_paper! {
    /// Công văn: a letter between offices. Its abstract, `về việc …`, stands under the number, and no type
    /// name is printed (05-HD/VPTW II.I.5.2.3).
    ///
    /// ```
    /// use vanban::{OfficialLetter, Renderer};
    /// let document = Renderer::new().render(&OfficialLetter::example())?;
    /// assert_eq!(document.file_name(), "cong-van-12-cv-cb");
    /// # Ok::<(), vanban::Error>(())
    /// ```
    #[doc(alias = "công văn")]
    OfficialLetter, "../../examples/data/official_letter.json" {
        /// To whom it goes, without marks at the end.
        #[doc(alias = "kính gửi")]
        pub addressees: Vec<Text>,
        /// Tài liệu kèm theo: what is sent with it, without marks at the end.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub attachments: Vec<Text>,
    }
}

impl Record for OfficialLetter {
    const KIND: &'static str = "official_letter";
    const TEMPLATE: &'static str = concat!(
        include_str!("../../templates/parts/basis.hbs"),
        include_str!("../../templates/parts/opening.hbs"),
        outline_of!("sections"),
        include_str!("../../templates/parts/closing.hbs"),
        include_str!("../../templates/parts/attachments.hbs"),
    );

    fn frame(&self) -> Frame {
        Frame {
            letter: true,
            address: Some(Address::To(self.addressees.clone())),
            ..self.paper("Công văn", "CV")
        }
    }

    fn check(&self, profile: &Profile, problems: &mut Problems) {
        if self.opening.is_none() && self.sections.is_empty() {
            problems.error(
                "official_letter.empty",
                "opening",
                "05-HD/VPTW II.I.6",
                "công văn chưa có nội dung; hãy ghi opening hoặc sections",
            );
        }
        if !self.sections.is_empty() {
            body::sections(&self.sections, self.first_level, problems);
        }
        if self.author_line.is_some() {
            problems.error(
                "official_letter.author_line",
                "author_line",
                "05-HD/VPTW II.I.5.1.1",
                "công văn không ghi tên loại nên không có dòng tác giả; hãy bỏ author_line",
            );
        }
        body::attachments(&self.attachments, problems);
        let opening = self.opening.as_ref().map(|opening| ("opening".to_owned(), opening));
        let last = body::last_paragraph(&self.sections).or(opening);
        self.check_outline(&[], last, profile, problems);
    }
}
