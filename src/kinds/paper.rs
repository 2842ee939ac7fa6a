//! What the library's own kinds share: their wording and their JSON.

use serde::{Serialize, Serializer};

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

/// The wording of articles: of those in the field of that name.
macro_rules! articles_of {
    ($list:literal) => {
        concat!("{{#each ", $list, "}}\n", include_str!("../../templates/parts/article.hbs"), "{{/each}}\n")
    };
}

/// The wording of articles, and of chapters and divisions of articles.
macro_rules! provisions {
    () => {
        concat!(
            articles_of!("articles"),
            "{{#each chapters}}\n<chapter>{{heading}}</chapter>\n",
            articles_of!("articles"),
            "{{#each divisions}}\n<division>{{heading}}</division>\n",
            articles_of!("articles"),
            "{{/each}}\n{{/each}}\n",
        )
    };
}

/// The wording of an appendix's body.
pub(crate) const APPENDIX_WORDING: &str = outline_of!("sections");

/// The wording of a body that is an outline and no more.
pub(crate) const OUTLINE_WORDING: &str = concat!(
    include_str!("../../templates/parts/basis.hbs"),
    include_str!("../../templates/parts/opening.hbs"),
    outline_of!("sections"),
    include_str!("../../templates/parts/closing.hbs"),
);

/// A struct whose fields are written without `"kind"` and `"format"`.
pub(super) trait Fields {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}

/// A record's fields, for serde.
pub(super) struct Own<'a, R>(pub(super) &'a R);

impl<R: Fields> Serialize for Own<'_, R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

/// The one JSON of a kind, for serde and by itself, and an example of it. The struct derives serde's
/// functions with `remote = "Self"`: they write and read its fields, and what is here puts `"kind"` and
/// `"format"` before them.
macro_rules! record {
    ($name:ident, $example:literal, $about:literal) => {
        impl $name {
            #[doc = concat!($about, ". As JSON.")]
            pub const EXAMPLE: &'static str = include_str!($example);

            #[doc = concat!($about, ".")]
            #[must_use]
            pub fn example() -> $name {
                #[allow(clippy::expect_used, reason = "the JSON is fixed at compile time, and tests read it")]
                $name::from_json($name::EXAMPLE).expect("the built-in example is sound")
            }

            /// Reads a record from JSON. `"kind"` and `"format"` may be left out.
            ///
            /// # Errors
            /// [`Error::Shape`](crate::Error::Shape) if the JSON is not well-formed, has another `"kind"` or
            /// `"format"`, an unknown or missing key, or a value of the wrong type.
            pub fn from_json(json: &str) -> crate::error::Result<$name> {
                crate::kinds::TypedRecord::from_json(json)
            }

            /// Reads a record from JSON bytes in UTF-8.
            ///
            /// # Errors
            /// As `from_json`.
            pub fn from_slice(json: &[u8]) -> crate::error::Result<$name> {
                crate::kinds::TypedRecord::from_slice(json)
            }

            /// Reads a record from a JSON value.
            ///
            /// # Errors
            /// As `from_json`.
            pub fn from_value(json: serde_json::Value) -> crate::error::Result<$name> {
                crate::kinds::TypedRecord::from_value(json)
            }

            /// Writes the record as JSON, with its `"kind"` and `"format"`.
            ///
            /// # Errors
            /// [`Error::Bug`](crate::Error::Bug) if it cannot be written, which should never happen.
            pub fn to_json(&self) -> crate::error::Result<String> {
                crate::kinds::TypedRecord::to_json(self)
            }
        }

        impl crate::kinds::paper::Fields for $name {
            fn write<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $name::serialize(self, serializer)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let fields = crate::kinds::TypedRecord::to_fields(self);
                let fields = fields.map_err(serde::ser::Error::custom)?;
                let kind = <$name as crate::kinds::TypedRecord>::typed_kind();
                serde::Serialize::serialize(&crate::kinds::reader::enveloped(kind, fields), serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<$name, D::Error> {
                let json = crate::schema::deserialize(deserializer)?;
                $name::from_value(json).map_err(serde::de::Error::custom)
            }
        }
    };
}

/// What makes a struct of the library, whose serde functions `record!` wraps, one of a kind.
macro_rules! kind {
    ($kind:expr) => {
        fn typed_kind() -> &'static Kind {
            static KIND: std::sync::LazyLock<Kind> = std::sync::LazyLock::new(|| $kind);
            &KIND
        }

        fn from_fields(fields: &serde_json::Value) -> crate::error::Result<Self> {
            crate::kinds::reader::typed(fields, |fields| Self::deserialize(fields))
        }

        fn to_fields(&self) -> crate::error::Result<serde_json::Value> {
            crate::schema::written(&crate::kinds::paper::Own(self))
        }
    };
}
