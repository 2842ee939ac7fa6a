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
            /// With another issuer.
            issuer: set crate::parts::Issuer = $($part.)? issuer;
            /// After this guidance, whatever the Renderer's.
            profile: some crate::profile::ProfileId = $($part.)? profile;
            /// With sizes and distances inside the guidance's ranges.
            layout: some crate::profile::Layout = $($part.)? layout;
            /// As which draft it goes out, from 1; it has no number then.
            draft: some_number u32 = $($part.)? draft;
            /// With its number, or [`Given::ByHand`](crate::parts::Given::ByHand) for the pen.
            number: some crate::parts::Given = $($part.)? number;
            /// With another place: địa danh.
            place: set crate::text::Text = $($part.)? place;
            /// With another date.
            date: set crate::parts::PaperDate = $($part.)? date;
            /// With a line that names its author.
            author_line: some crate::text::Text = $($part.)? author_line;
            /// About something else: trích yếu.
            subject: set crate::text::Text = $($part.)? subject;
            /// To these recipients, the archive last.
            recipients: all crate::text::Text = $($part.)? recipients;
            /// Signed so.
            signature: some crate::parts::Signature = $($part.)? signature;
            /// Signed for another body too; the first stands at the left.
            joint_signature: push crate::parts::Signature = $($part.)? joint_signatures;
            /// With a confirmation of the signature.
            confirmation: some crate::parts::Confirmation = $($part.)? confirmation;
            /// With marks.
            marks: set crate::parts::Marks = $($part.)? marks;
            /// With one more appendix.
            appendix: push crate::parts::Appendix = $($part.)? appendices;
        });
    };
}

/// The setters of [`Provisions`](super::Provisions), or of a record that has them as `provisions`.
macro_rules! provisions_setters {
    ($struct:ident $(, $part:ident)?) => {
        setters!($struct {
            /// With one more căn cứ.
            basis: push crate::parts::Basis = $($part.)? basis;
            /// With what leads from the grounds to the articles.
            opening: some crate::text::Text = $($part.)? opening;
            /// With one more article outside of any chapter.
            article: push crate::parts::Article = $($part.)? articles;
            /// With these articles outside of any chapter.
            articles: all crate::parts::Article = $($part.)? articles;
            /// With one more chapter.
            chapter: push crate::parts::Chapter = $($part.)? chapters;
            /// With these chapters.
            chapters: all crate::parts::Chapter = $($part.)? chapters;
        });
    };
}

/// The setters of an [`Outline`](super::Outline), or of a record that has one as `outline`.
macro_rules! outline_setters {
    ($struct:ident $(, $part:ident)?) => {
        setters!($struct {
            /// With one more căn cứ.
            basis: push crate::parts::Basis = $($part.)? basis;
            /// With what leads from the grounds to what follows.
            opening: some crate::text::Text = $($part.)? opening;
            /// With one more section.
            section: push crate::parts::Section = $($part.)? sections;
            /// With these sections.
            sections: all crate::parts::Section = $($part.)? sections;
            /// With its outermost sections at this level: 1 (`I- `) or 2 (`1. `).
            first_level: some_number u8 = $($part.)? first_level;
            /// With a closing paragraph.
            closing: some crate::text::Text = $($part.)? closing;
        });
    };
}
