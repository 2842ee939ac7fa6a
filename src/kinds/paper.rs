//! The fields that papers share, declared once. (serde cannot flatten one struct into another that
//! refuses unknown keys, and in JSON a paper's fields stand side by side.)

/// The wording of an outline: of the sections in the record's field of that name.
macro_rules! outline_of {
    ($list:literal) => {
        outline_of!($list, "level=first_level")
    };
    ($list:literal, $level:literal) => {
        concat!(
            "{{#outline ",
            $list,
            " ",
            $level,
            "}}\n",
            include_str!("../../templates/parts/section.hbs"),
            "{{/outline}}\n",
        )
    };
}

/// The wording of an appendix's body.
pub(crate) const APPENDIX_WORDING: &str = outline_of!("sections");

/// `EXAMPLE`, `example` and `from_json` of a kind, whose example is `about`.
macro_rules! example {
    ($name:ident, $example:literal, $about:literal) => {
        impl $name {
            #[doc = concat!($about, ", as JSON.")]
            pub const EXAMPLE: &'static str = include_str!($example);

            #[doc = concat!($about, ".")]
            #[must_use]
            pub fn example() -> $name {
                #[allow(clippy::expect_used, reason = "the JSON is fixed at compile time, and tests read it")]
                $name::from_json($name::EXAMPLE).expect("the built-in example is sound")
            }

            /// Reads a record of the kind from JSON; see [`Record::from_json`](crate::Record::from_json).
            ///
            /// # Errors
            /// [`Error::Shape`](crate::Error::Shape) where the JSON is not one.
            pub fn from_json(json: &str) -> crate::error::Result<$name> {
                <$name as crate::kinds::Record>::from_json(json)
            }
        }
    };
}

/// A paper: its frame's fields, round the fields of its own; `example`, `from_json` and `paper`, the
/// frame of them.
macro_rules! paper {
    ($(#[$about:meta])* $name:ident, $example:literal { $($own:tt)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// The guidance whose layout the paper follows; left out, the Renderer's.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub profile: Option<crate::profile::ProfileId>,
            /// Cơ quan ban hành.
            pub issuer: crate::parts::Issuer,
            /// Dự thảo lần: which draft it is; left out for a final paper.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub draft: Option<u32>,
            /// Số: the number, or `"by_hand"`. A draft has none.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub number: Option<crate::parts::Given>,
            /// Địa danh: `Quảng Trị`.
            pub place: crate::text::Text,
            /// Ngày tháng năm.
            pub date: crate::parts::PaperDate,
            /// The author, `Ban Thường vụ Đảng uỷ`, where committee and standing committee both issue
            /// papers of this type.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub author_line: Option<crate::text::Text>,
            /// Trích yếu: `về thực hiện trách nhiệm nêu gương …`. Where it is longer than a line it is broken
            /// evenly, or at the record's own line breaks.
            pub abstract_line: crate::text::Text,
            $($own)*
            /// Nơi nhận, without marks at the end; the archive comes last: `Lưu Chi bộ`.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub recipients: Vec<crate::text::Text>,
            /// Who signs; a draft may have none.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub signature: Option<crate::parts::Signature>,
            /// Who signs for the other bodies that issue the paper too; the first stands at the left.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub joint_signatures: Vec<crate::parts::Signature>,
            /// Xác nhận chữ ký, of a congress without a seal of its own.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub confirmation: Option<crate::parts::Confirmation>,
            /// Marks that the paper carries: urgency, circulation, contact …
            #[serde(default, skip_serializing_if = "crate::parts::Marks::is_empty")]
            pub marks: crate::parts::Marks,
            /// Phụ lục.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub appendices: Vec<crate::parts::Appendix>,
        }

        example!($name, $example, "A real paper of the kind");

        impl $name {
            /// What the regulation places, of a type with its code.
            fn paper(&self, type_name: &'static str, type_code: &'static str) -> crate::parts::Frame {
                let (issuer, place) = (self.issuer.clone(), self.place.clone());
                let abstract_line = self.abstract_line.clone();
                crate::parts::Frame {
                    profile: self.profile,
                    draft: self.draft,
                    number: self.number,
                    author_line: self.author_line.clone(),
                    recipients: self.recipients.clone(),
                    signature: self.signature.clone(),
                    joint_signatures: self.joint_signatures.clone(),
                    confirmation: self.confirmation.clone(),
                    marks: self.marks.clone(),
                    appendices: self.appendices.clone(),
                    ..crate::parts::Frame::new(type_name, type_code, issuer, place, self.date, abstract_line)
                }
            }
        }
    };
}

/// A paper whose body is an outline: căn cứ, an opening, sections, a closing paragraph; fields of its own
/// stand before the closing.
macro_rules! outline_paper {
    ($(#[$about:meta])* $name:ident, $example:literal { $($own:tt)* }) => {
        paper! {
            $(#[$about])*
            $name, $example {
                /// Căn cứ.
                #[serde(default, skip_serializing_if = "Vec::is_empty")]
                pub basis: Vec<crate::parts::Basis>,
                /// What leads from the grounds to what follows.
                #[serde(default, skip_serializing_if = "Option::is_none")]
                pub opening: Option<crate::text::Text>,
                /// The body.
                #[serde(default, skip_serializing_if = "Vec::is_empty")]
                pub sections: Vec<crate::parts::Section>,
                /// Level of the outermost sections: 1 (`I- `, the default) or 2 (`1. `) for a short paper.
                #[serde(default, skip_serializing_if = "Option::is_none")]
                pub first_level: Option<u8>,
                $($own)*
                /// The closing paragraph.
                #[serde(default, skip_serializing_if = "Option::is_none")]
                pub closing: Option<crate::text::Text>,
            }
        }

        impl $name {
            /// The rules of an outline: grounds, appendices, which these sections or `more` of them
            /// mention, and the full stop at the end: the closing's, or that of the text which is `last`
            /// without one; none is asked where the library itself ends the body.
            fn check_outline(
                &self,
                more: &[&[crate::parts::Section]],
                last: Option<(String, &crate::text::Text)>,
                profile: &crate::profile::Profile,
                problems: &mut crate::error::Problems,
            ) {
                use crate::rules::body;
                body::basis(&self.basis, self.date.calendar(), problems);
                let mentioned = |words: &str| {
                    self.opening.iter().chain(&self.closing).any(|text| body::says(text, words))
                        || body::mentions(&self.sections, words)
                        || more.iter().any(|sections| body::mentions(sections, words))
                };
                body::appendices(&self.appendices, mentioned, problems);
                let closing = self.closing.as_ref().map(|closing| ("closing".to_owned(), closing));
                if let Some((path, text)) = closing.or(last) {
                    body::ends_with_full_stop(&path, text, profile, problems);
                }
            }
        }
    };
}
