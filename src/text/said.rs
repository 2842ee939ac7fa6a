//! A sentence, or a part of one, for each reader: in Vietnamese for who writes JSON and for who fills in a form, in
//! English for developers.

/// The same for each reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) vietnamese: String,
    pub(crate) english: String,
    /// In Vietnamese, for who sees the field: without any word of JSON; empty where there is nothing else to say.
    pub(crate) in_form: String,
}

impl Said {
    /// What is written alike in all: a value, a name.
    pub(crate) fn alike(text: impl Into<String>) -> Said {
        let text = text.into();
        Said { vietnamese: text.clone(), english: text.clone(), in_form: text }
    }

    /// One after the other, with commas between them.
    pub(crate) fn joined(parts: &[Said]) -> Said {
        Said::with(", ", parts)
    }

    /// What was found, and what to do.
    pub(crate) fn and(self, rest: Said) -> Said {
        Said::with("; ", &[self, rest])
    }

    fn with(mark: &str, parts: &[Said]) -> Said {
        let all = |of: fn(&Said) -> &str| {
            parts.iter().map(of).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(mark)
        };
        Said {
            vietnamese: all(|it| &it.vietnamese),
            english: all(|it| &it.english),
            in_form: all(|it| &it.in_form),
        }
    }
}

/// The sentences side by side: Vietnamese, English, and for who fills in a form, where that is another. Values are named
/// in them as in `format!`; what is itself [`Said`] stands behind the semicolon:
/// `said!("phải là {only}", "must be {only}"; only)`.
macro_rules! said {
    ($vietnamese:literal, $english:literal $(; $($part:ident),+)?) => {
        $crate::text::said!($vietnamese, $english, $vietnamese $(; $($part),+)?)
    };
    ($vietnamese:literal, $english:literal, $in_form:literal $(; $($part:ident),+)?) => {
        $crate::text::Said {
            vietnamese: format!($vietnamese $($(, $part = $part.vietnamese)+)?),
            english: format!($english $($(, $part = $part.english)+)?),
            in_form: {
                // A form says less: not every part stands in its sentence.
                $($(let $part = &$part.in_form; let _ = $part;)+)?
                format!($in_form)
            },
        }
    };
}

pub(crate) use said;
