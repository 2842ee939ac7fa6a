//! A sentence, or a part of one, in both languages: Vietnamese for the office, English for developers.

/// The same in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) vietnamese: String,
    pub(crate) english: String,
}

impl Said {
    /// What is written alike in both: a value, a name.
    pub(crate) fn alike(text: impl Into<String>) -> Said {
        let text = text.into();
        Said { vietnamese: text.clone(), english: text }
    }

    /// One after the other, with commas between them.
    pub(crate) fn joined(parts: &[Said]) -> Said {
        let all = |of: fn(&Said) -> &str| parts.iter().map(of).collect::<Vec<_>>().join(", ");
        Said { vietnamese: all(|it| &it.vietnamese), english: all(|it| &it.english) }
    }
}

/// Both sentences side by side. Values are named in them as in `format!`; what is itself [`Said`] stands behind the
/// semicolon: `said!("phải là {only}", "must be {only}"; only)`.
macro_rules! said {
    ($vietnamese:literal, $english:literal $(; $($part:ident),+)?) => {
        $crate::text::Said {
            vietnamese: format!($vietnamese $($(, $part = $part.vietnamese)+)?),
            english: format!($english $($(, $part = $part.english)+)?),
        }
    };
}

pub(crate) use said;
