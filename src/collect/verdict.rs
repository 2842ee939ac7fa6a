//! What becomes of a field: its text and its data are compared with what was there when the file was made.

use super::returned::ReturnedField;
use super::values::alike;

/// What becomes of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Nobody touched it.
    Untouched,
    /// This was filled in.
    Filled(String),
    /// What it said was deleted.
    Emptied,
    /// Its control is gone from the text; what the data says, where something was filled in.
    Gone(Option<String>),
    /// Text and data were both changed, and differ.
    TwoValues { text: String, data: String },
    /// The text has it several times, each time another.
    Copies(Vec<String>),
}

impl Verdict {
    /// Of text and data the one that differs from what was printed is the one that was changed.
    pub(super) fn of(field: &ReturnedField) -> Verdict {
        let changed = |said: &str| !alike(said, &field.given);
        let data_changed = changed(&field.data);
        let Some(text) = field.text.as_deref() else {
            return Verdict::Gone(data_changed.then(|| field.data.clone()));
        };
        if field.differs {
            return Verdict::Copies(text.split('\n').map(str::to_owned).collect());
        }
        match (changed(text), data_changed) {
            (true, true) if !alike(text, &field.data) => {
                Verdict::TwoValues { text: text.to_owned(), data: field.data.clone() }
            }
            (true, _) => Verdict::filled(text),
            // What was filled in before is still in the data; the text was emptied since.
            (false, true) if field.emptied => {
                Verdict::TwoValues { text: text.to_owned(), data: field.data.clone() }
            }
            (false, true) => Verdict::filled(&field.data),
            (false, false) => Verdict::Untouched,
        }
    }

    pub(super) fn filled(said: &str) -> Verdict {
        if said.trim().is_empty() { Verdict::Emptied } else { Verdict::Filled(said.to_owned()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(given: &str, text: Option<&str>, data: &str) -> Verdict {
        Verdict::of(&ReturnedField {
            at: "/a".into(),
            term: None,
            given: given.into(),
            text: text.map(Into::into),
            data: data.into(),
            differs: false,
            emptied: false,
        })
    }

    #[test]
    fn what_was_changed_is_taken_and_what_differs_is_told() {
        let filled = |said: &str| Verdict::Filled(said.into());
        assert_eq!(of("", Some(""), ""), Verdict::Untouched);
        assert_eq!(of("a", Some("a"), "a"), Verdict::Untouched);
        // LibreOffice changes the text alone, Word both, another program may change the data alone.
        assert_eq!(of("", Some("28"), ""), filled("28"));
        assert_eq!(of("", Some("28"), "28"), filled("28"));
        assert_eq!(of("", Some(""), "28"), filled("28"));
        assert_eq!(of("", Some("2,5"), "2.5"), filled("2,5"));
        assert_eq!(of("a", Some(""), "a"), Verdict::Emptied);
        let two = Verdict::TwoValues { text: "27".into(), data: "30".into() };
        assert_eq!(of("", Some("27"), "30"), two);
        assert_eq!(of("", None, ""), Verdict::Gone(None));
        assert_eq!(of("", None, "1"), Verdict::Gone(Some("1".into())));
    }
}
