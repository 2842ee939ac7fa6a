//! How deep a value may be nested. Whoever reads, walks or writes one goes down with it, and a stack has an end.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;
use serde_json::ser::{CharEscape, Formatter, Serializer};

use crate::error::{Error, Result};
use crate::path::{Here, Path, PathStep};
use crate::text::said;

/// How many lists and objects may stand in each other; a text of JSON that has more is refused by serde_json.
pub(super) const LEVELS: usize = 127;

/// What is told of a value that has more levels. Its first steps say where it is: nobody reads a hundred.
fn too_deep(steps: &[PathStep]) -> Error {
    let path: Path = steps.iter().take(2).cloned().collect();
    Error::shape(
        "shape.too_deep",
        path,
        said!(
            "các mục lồng nhau quá sâu, hơn {LEVELS} cấp; hãy ghi thành ít cấp hơn",
            "values are nested too deeply, more than {LEVELS} levels; write fewer levels"
        ),
    )
}

/// How many levels are left inside a list or an object, where one may stand here.
pub(super) fn below(left: usize, here: &Here<'_>) -> Result<usize> {
    left.checked_sub(1).ok_or_else(|| too_deep(Path::from(here).steps()))
}

/// Refuses a value that is nested too deeply.
///
/// # Errors
/// [`Error::Shape`] with its place.
pub(crate) fn bounded(value: &Value) -> Result<()> {
    fn walk(value: &Value, here: &Here<'_>, left: usize) -> Result<()> {
        match value {
            Value::Array(items) => {
                let left = below(left, here)?;
                items.iter().enumerate().try_for_each(|(at, item)| walk(item, &Here::Index(here, at), left))
            }
            Value::Object(fields) => {
                let left = below(left, here)?;
                fields.iter().try_for_each(|(name, field)| walk(field, &Here::Field(here, name), left))
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Ok(()),
        }
    }
    walk(value, &Here::Record, LEVELS)
}

/// Writes a value as JSON. It is written to nowhere first, which stops where it is nested too deeply: writing
/// it into a [`Value`] would go on.
///
/// # Errors
/// [`Error::Shape`] with the place that is too deep; [`Error::Bug`] where it cannot be written.
pub(crate) fn written(value: &impl Serialize) -> Result<Value> {
    let mut steps = Vec::new();
    let levels = Levels { steps: &mut steps, in_name: false };
    match value.serialize(&mut Serializer::with_formatter(io::sink(), levels)) {
        // Nowhere takes everything: what stopped it are the levels.
        Err(error) if error.is_io() => Err(too_deep(&steps)),
        Err(error) => Err(Error::bug_by(error)),
        Ok(()) => serde_json::to_value(value).map_err(Error::bug_by),
    }
}

/// Follows the writer, with a step for each list and object that it is in.
struct Levels<'a> {
    steps: &'a mut Vec<PathStep>,
    in_name: bool,
}

impl Levels<'_> {
    fn enter(&mut self, step: PathStep) -> io::Result<()> {
        if self.steps.len() == LEVELS {
            return Err(io::Error::other("nested too deeply"));
        }
        self.steps.push(step);
        Ok(())
    }

    fn leave(&mut self) -> io::Result<()> {
        self.steps.pop();
        Ok(())
    }
}

impl Formatter for Levels<'_> {
    fn begin_array<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.enter(PathStep::Index(0))
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, _: &mut W, first: bool) -> io::Result<()> {
        if let (false, Some(PathStep::Index(at))) = (first, self.steps.last_mut()) {
            *at += 1;
        }
        Ok(())
    }

    fn end_array<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.leave()
    }

    fn begin_object<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.enter(PathStep::Field(String::new().into()))
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, _: &mut W, _: bool) -> io::Result<()> {
        self.in_name = true;
        if let Some(PathStep::Field(name)) = self.steps.last_mut() {
            name.to_mut().clear();
        }
        Ok(())
    }

    fn write_string_fragment<W: ?Sized + Write>(&mut self, _: &mut W, text: &str) -> io::Result<()> {
        if let (true, Some(PathStep::Field(name))) = (self.in_name, self.steps.last_mut()) {
            name.to_mut().push_str(text);
        }
        Ok(())
    }

    fn write_char_escape<W: ?Sized + Write>(&mut self, _: &mut W, _: CharEscape) -> io::Result<()> {
        Ok(())
    }

    fn end_object_key<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.in_name = false;
        Ok(())
    }

    fn end_object<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.leave()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{bounded, written};

    /// Lists in each other, at `a[1]`.
    fn nested(levels: usize) -> Value {
        json!({"b": {"c\n": [[]]}, "a": [[], (3..levels).fold(json!([]), |inner, _| json!([inner]))]})
    }

    #[test]
    fn as_many_levels_as_a_text_may_have_and_none_more() {
        let most = nested(127);
        assert!(super::super::read(&most.to_string()).is_ok() && bounded(&most).is_ok());
        assert_eq!(written(&most), Ok(most));
        let more = nested(128);
        assert!(super::super::read(&more.to_string()).is_err());
        let told = ["a[1]: các mục lồng nhau quá sâu, hơn 127 cấp; hãy ghi thành ít cấp hơn"];
        for error in [bounded(&more).unwrap_err(), written(&more).unwrap_err()] {
            let problems = error.problems().iter().map(|it| format!("{}: {}", it.path, it.message));
            assert_eq!(problems.collect::<Vec<_>>(), told);
        }
    }
}
