//! Kết luận.

use super::Record;
use crate::error::Problems;
use crate::parts::Frame;
use crate::profile::Profile;
use crate::rules::body;

outline_paper! {
    /// Kết luận: what a party organisation has concluded on a matter that it discussed.
    ///
    /// ```
    /// use vanban::{Conclusion, Renderer};
    /// let document = Renderer::new().render(&Conclusion::example())?;
    /// assert_eq!(document.file_name(), "ket-luan-04-kl-cb");
    /// # Ok::<(), vanban::Error>(())
    /// ```
    #[doc(alias = "kết luận")]
    Conclusion, "../../examples/data/conclusion.json" {}
}

impl Record for Conclusion {
    const KIND: &'static str = "conclusion";
    const TEMPLATE: &'static str = concat!(
        include_str!("../../templates/parts/basis.hbs"),
        include_str!("../../templates/parts/opening.hbs"),
        outline_of!("sections"),
        include_str!("../../templates/parts/closing.hbs"),
    );

    fn frame(&self) -> Frame {
        self.paper("Kết luận", "KL")
    }

    fn check(&self, profile: &Profile, problems: &mut Problems) {
        body::sections(&self.sections, self.first_level, problems);
        self.check_outline(&[], body::last_paragraph(&self.sections), profile, problems);
    }
}
