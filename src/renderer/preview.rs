//! Previews of records while they are written.

use serde_json::Value;

use super::{Renderer, Set, has_error, not_json};
use crate::check::Checked;
use crate::error::{Problem, Result};
use crate::kinds::{self, AnyRecord, Kind, Record};
use crate::path::Path;
use crate::preview::{Draft, Preview, ROUNDS, leaves_room, places};

impl Renderer {
    /// Makes a preview of a record from its JSON: its problems, as the command `vanban check` (package
    /// `vanban-cli`) reports them, and its pages as far as they can be laid out. A record without errors has the
    /// pages of [`Renderer::render`]. A record with errors is laid out too.
    ///
    /// What is missing or cannot be read is left open: a text is dots, a date or a figure is a blank, and a
    /// choice has its first value. An optional value that cannot be read, or such an element of a list, is
    /// left out. A preview takes about as long as rendering, and up to twice as long if the record cannot be
    /// read.
    ///
    /// ```
    /// use vanban::Renderer;
    /// let preview = Renderer::new().preview(r#"{"kind": "evaluation_form", "place": "Bình An"}"#)?;
    /// assert!(!preview.is_sound() && preview.record().is_none());
    /// assert!(preview.problems().iter().any(|problem| problem.path == "issuer"));
    /// assert_eq!(preview.page_count(), 1);
    /// # Ok::<(), vanban::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Shape`](crate::Error::Shape) if the text is not a JSON object, or names none of the renderer's
    /// kinds.
    pub fn preview(&self, json: &str) -> Result<Preview> {
        let (kind, value) = self.of_a_kind(json)?;
        let read = kinds::parse(json).and_then(|value| kinds::read_any(value, self.kinds()));
        let (record, problems, made) = match read {
            Ok(record) => {
                let (problems, set) = self.seen(&record);
                let made = set.map(|set| (record.clone(), set));
                (Some(record), problems, made.or_else(|| self.drafted(kind, value, None)))
            }
            Err(error) => {
                let mut told = error.problems().to_vec();
                let rest = self.rest(&mut told, json, None);
                // What breaks a rule is laid out as it is.
                let made = self.drafted(kind, value, Some(&told));
                told.extend(rest);
                (None, told, made)
            }
        };
        let score_sheet = made.as_ref().and_then(|(record, _)| record.score_sheet(&self.criteria));
        let (pages, file_name) = match made {
            Some((_, set)) => (Some(set.layout.pages), set.file_name),
            None => (None, String::new()),
        };
        Ok(Preview {
            problems,
            record,
            pages,
            file_name,
            score_sheet,
            #[cfg(feature = "svg")]
            fonts: self.fonts.clone(),
        })
    }

    /// A JSON object without the name of its kind, and the kind.
    fn of_a_kind(&self, json: &str) -> Result<(&Kind, Value)> {
        // Of two fields of one name the last is laid out; that there are two is told.
        let mut value = kinds::parse(json).or_else(|error| serde_json::from_str(json).map_err(|_| error))?;
        let kind = kinds::take_kind(&mut value, self.kinds())?;
        Ok((kind, value))
    }

    /// Every problem of a record, and its paper. Where something is missing that would be left open, there is none.
    fn seen(&self, record: &AnyRecord) -> (Vec<Problem>, Option<Set>) {
        let checked = match self.checked(record) {
            Ok(checked) => checked,
            Err(error) => return (not_json(&error), None),
        };
        if !has_error(&checked.problems) {
            return self.finished(record, checked);
        }
        let problems = checked.problems.clone();
        if problems.iter().any(leaves_room) {
            return (problems, None);
        }
        let set = self.set_as_it_is(record, checked);
        (problems, set.ok())
    }

    /// The paper of what a record can be made into; nothing where nothing can be laid out. A record that can be read
    /// is taken as it is first.
    fn drafted(&self, kind: &Kind, value: Value, refused: Option<&[Problem]>) -> Option<(AnyRecord, Set)> {
        let criteria = self.criteria.with_open();
        let mut draft = Draft::new(kind, value);
        if refused.is_some_and(|problems| !draft.mend(problems)) {
            draft.blank();
        }
        for _ in 0..ROUNDS {
            let opened = match kind.read(draft.json()) {
                Err(error) => draft.open(places(error.problems())),
                Ok(record) => match Checked::of(&record, &self.profile, &criteria, &self.fonts) {
                    Err(_) => false,
                    Ok(checked) if draft.supply(&checked.problems) => true,
                    Ok(checked) => {
                        let errors = places(&checked.problems);
                        match self.set_as_it_is(&record, checked) {
                            Ok(set) => return Some((record, set)),
                            Err(error) => {
                                // What the sheet has no room for, and what the wording has no words for; where that is
                                // not known, something that the rules refuse.
                                let own = ["fit.", "shape."];
                                let own = |it: &&Problem| own.iter().any(|own| it.code.starts_with(own));
                                let own = error.problems().iter().filter(own);
                                let own: Vec<Path> = places(own.filter(|it| it.path != Path::root()));
                                draft.open(if own.is_empty() { errors } else { own })
                            }
                        }
                    }
                },
            };
            if !opened && !draft.blank() {
                return None;
            }
        }
        None
    }
}
