//! Nghị quyết.

use super::{Frame, Record, Vote};
use crate::error::Problems;
use crate::rules::{Profile, body};

outline_paper! {
    /// Nghị quyết: what a party organisation has resolved.
    ///
    /// ```
    /// use vanban::{Record, Renderer, Resolution};
    /// let resolution = Resolution::example();
    /// assert_eq!(Resolution::from_json(&resolution.to_json()?)?, resolution);
    /// assert!(Renderer::new().check(&resolution).is_empty());
    /// # Ok::<(), vanban::Error>(())
    /// ```
    #[doc(alias = "nghị quyết")]
    Resolution, "../../examples/data/resolution_numbered.json" {
        /// Kết quả biểu quyết.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub vote: Option<Vote>,
    }
}

impl Record for Resolution {
    const KIND: &'static str = "resolution";
    const TEMPLATE: &'static str = concat!(
        include_str!("../../templates/parts/basis.hbs"),
        include_str!("../../templates/parts/opening.hbs"),
        outline_of!("sections"),
        include_str!("../../templates/parts/vote.hbs"),
        include_str!("../../templates/parts/closing.hbs"),
    );

    fn frame(&self) -> Frame {
        self.paper("Nghị quyết", "NQ")
    }

    fn check(&self, profile: &Profile, problems: &mut Problems) {
        body::sections(&self.sections, self.first_level, problems);
        if let Some(vote) = &self.vote {
            body::vote(vote, problems);
        }
        // The wording of the vote ends the body, and it ends well.
        let last = if self.vote.is_some() { None } else { body::last_paragraph(&self.sections) };
        self.check_outline(&[], last, profile, problems);
    }
}
