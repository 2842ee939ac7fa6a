//! Setters of one form: what is given goes in, the struct comes out. A plural sets a list, a singular adds to
//! it. (Fields are written where their struct stands; these are methods alone.)

macro_rules! setters {
    ($struct:ident { $($(#[$about:meta])* $method:ident: $how:ident $type:ty = $($field:ident).+;)* }) => {
        impl $struct {
            $(setters!(@$how [$(#[$about])*] $method, $type, $($field).+);)*
        }
    };
    (@some [$($about:tt)*] $method:ident, $type:ty, $($field:ident).+) => {
        $($about)*
        #[must_use]
        pub fn $method(mut self, $method: impl Into<$type>) -> Self {
            self.$($field).+ = Some($method.into());
            self
        }
    };
    (@set [$($about:tt)*] $method:ident, $type:ty, $($field:ident).+) => {
        $($about)*
        #[must_use]
        pub fn $method(mut self, $method: impl Into<$type>) -> Self {
            self.$($field).+ = $method.into();
            self
        }
    };
    // Numbers are taken as they are: a literal would not know what to convert itself from.
    (@some_number [$($about:tt)*] $method:ident, $type:ty, $($field:ident).+) => {
        $($about)*
        #[must_use]
        pub fn $method(mut self, $method: $type) -> Self {
            self.$($field).+ = Some($method);
            self
        }
    };
    (@number [$($about:tt)*] $method:ident, $type:ty, $($field:ident).+) => {
        $($about)*
        #[must_use]
        pub fn $method(mut self, $method: $type) -> Self {
            self.$($field).+ = $method;
            self
        }
    };
    (@push [$($about:tt)*] $method:ident, $type:ty, $($field:ident).+) => {
        $($about)*
        #[must_use]
        pub fn $method(mut self, $method: impl Into<$type>) -> Self {
            self.$($field).+.push($method.into());
            self
        }
    };
    (@all [$($about:tt)*] $method:ident, $type:ty, $($field:ident).+) => {
        $($about)*
        #[must_use]
        pub fn $method<T: Into<$type>>(mut self, $method: impl IntoIterator<Item = T>) -> Self {
            self.$($field).+ = $method.into_iter().map(Into::into).collect();
            self
        }
    };
    (@yes [$($about:tt)*] $method:ident, $type:ty, $($field:ident).+) => {
        $($about)*
        #[must_use]
        pub fn $method(mut self) -> Self {
            self.$($field).+ = true;
            self
        }
    };
}

/// The setters of a [`Paper`](super::Paper), or of a record that has one as `paper`.
macro_rules! paper_setters {
    ($struct:ident $(, $part:ident)?) => {
        setters!($struct {
            /// Sets the issuer.
            issuer: set crate::parts::Issuer = $($part.)? issuer;
            /// Sets the guidance that the document follows. It has priority over the Renderer's.
            profile: some crate::profile::ProfileId = $($part.)? profile;
            /// Sets font sizes and distances within the guidance's ranges.
            layout: some crate::profile::Layout = $($part.)? layout;
            /// Sets the number of the draft, from 1. A draft has no document number.
            draft: some_number u32 = $($part.)? draft;
            /// Sets the number of the document, from 1, or [`Given::ByHand`](crate::parts::Given::ByHand) to
            /// fill it in by hand.
            number: some crate::parts::Given = $($part.)? number;
            /// Sets the place beside the date: địa danh.
            place: set crate::text::Text = $($part.)? place;
            /// Sets the date of the document.
            date: set crate::parts::PaperDate = $($part.)? date;
            /// Sets the author (`Ban Thường vụ Đảng uỷ`), printed as `của …` between type name and subject.
            author_line: some crate::text::Text = $($part.)? author_line;
            /// Sets the subject: trích yếu.
            subject: set crate::text::Text = $($part.)? subject;
            /// Sets the recipients. The archive is last: `Lưu Chi bộ`.
            recipients: all crate::text::Text = $($part.)? recipients;
            /// Sets the signature.
            signature: some crate::parts::Signature = $($part.)? signature;
            /// Adds the signature of another body of a joint document. The first one is at the left.
            joint_signature: push crate::parts::Signature = $($part.)? joint_signatures;
            /// Sets the confirmation of the signature, for a body without a seal, such as a congress.
            confirmation: some crate::parts::Confirmation = $($part.)? confirmation;
            /// Sets the additional marks: urgency, circulation, contact …
            marks: set crate::parts::Marks = $($part.)? marks;
            /// Adds an appendix.
            appendix: push crate::parts::Appendix = $($part.)? appendices;
        });
    };
}

/// The setters of [`Provisions`](super::Provisions), or of a record that has them as `provisions`.
macro_rules! provisions_setters {
    ($struct:ident $(, $part:ident)?) => {
        setters!($struct {
            /// Adds a căn cứ (legal basis).
            basis: push crate::parts::Basis = $($part.)? basis;
            /// Sets the text between the căn cứ (legal bases) and the articles.
            opening: some crate::text::Text = $($part.)? opening;
            /// Adds an article outside of any chapter.
            article: push crate::parts::Article = $($part.)? articles;
            /// Sets the articles outside of any chapter.
            articles: all crate::parts::Article = $($part.)? articles;
            /// Adds a chapter.
            chapter: push crate::parts::Chapter = $($part.)? chapters;
            /// Sets the chapters.
            chapters: all crate::parts::Chapter = $($part.)? chapters;
        });
    };
}

/// The setters of an [`Outline`](super::Outline), or of a record that has one as `outline`.
macro_rules! outline_setters {
    ($struct:ident $(, $part:ident)?) => {
        setters!($struct {
            /// Adds a căn cứ (legal basis).
            basis: push crate::parts::Basis = $($part.)? basis;
            /// Sets the text between the căn cứ (legal bases) and the sections.
            opening: some crate::text::Text = $($part.)? opening;
            /// Adds a section.
            section: push crate::parts::Section = $($part.)? sections;
            /// Sets the sections.
            sections: all crate::parts::Section = $($part.)? sections;
            /// Sets the level of the outermost sections: 1 (`I- `, the default) or 2 (`1. `).
            first_level: some_number u8 = $($part.)? first_level;
            /// Sets the closing paragraph.
            closing: some crate::text::Text = $($part.)? closing;
        });
    };
}
