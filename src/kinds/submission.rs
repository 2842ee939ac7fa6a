//! Tờ trình.

use super::Record;
use crate::error::Problems;
use crate::parts::{Address, Frame};
use crate::profile::Profile;
use crate::rules::body;
use crate::text::Text;

outline_paper! {
    /// Tờ trình: what a party organisation asks the one above it to consider.
    ///
    /// ```
    /// use vanban::{Renderer, Submission};
    /// let document = Renderer::new().render(&Submission::example())?;
    /// assert_eq!(document.file_name(), "to-trinh-03-ttr-cb");
    /// # Ok::<(), vanban::Error>(())
    /// ```
    #[doc(alias = "tờ trình")]
    Submission, "../../examples/data/submission.json" {
        /// To whom it is submitted, without marks at the end.
        #[doc(alias = "kính trình")]
        pub addressees: Vec<Text>,
        /// Hồ sơ kèm theo: what is sent with it, without marks at the end.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub attachments: Vec<Text>,
    }
}

impl Record for Submission {
    const KIND: &'static str = "submission";
    const TEMPLATE: &'static str = concat!(
        include_str!("../../templates/parts/basis.hbs"),
        include_str!("../../templates/parts/opening.hbs"),
        outline_of!("sections"),
        include_str!("../../templates/parts/closing.hbs"),
        include_str!("../../templates/parts/attachments.hbs"),
    );

    fn frame(&self) -> Frame {
        Frame {
            address: Some(Address::Submitted(self.addressees.clone())), ..self.paper("Tờ trình", "TTr")
        }
    }

    fn check(&self, profile: &Profile, problems: &mut Problems) {
        body::sections(&self.sections, self.first_level, problems);
        body::attachments(&self.attachments, problems);
        let last = body::last_paragraph(&self.sections);
        self.check_outline(&[], last, profile, problems);
    }
}
