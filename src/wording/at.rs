//! The place in the record that an element names, `<blank at="session.present">`, before a record fills it in.

use quick_xml::events::BytesStart;
use serde_json::Value;

use super::attributes::{Checked, name_of};
use super::tag::{HOLE, unholed};
use super::told;
use crate::path::{Path, PathStep};
use crate::schema::Shape;

/// That the place which a tag names is one of the record's. What only a record knows in it may be any index or name:
/// behind a name that is not known, nothing is checked.
pub(super) fn check(tag: &str, name: &str, record: &Value) -> Checked<()> {
    let start = BytesStart::from_content(tag, name.len());
    let mut attributes = start.attributes().flatten();
    let Some(at) = attributes.find(|attribute| attribute.key.as_ref() == b"at") else { return Ok(()) };
    let said = name_of(&at.value);
    let fault = |reason: String| Err(format!("at của <{name}>: {reason}"));
    let Some(at) = known(&said) else { return Ok(()) };
    if at.steps().is_empty() {
        return fault("để trống; hãy ghi tên một mục".to_owned());
    }
    let mut shape = Shape::of(record);
    for step in at.steps() {
        shape = match shape.step(step) {
            Some(inner) => inner,
            None => {
                let name = match step {
                    PathStep::Field(name) => name.to_string(),
                    PathStep::Index(index) => format!("[{index}]"),
                };
                return fault(told::unknown_path(&unholed(&said), &name, &shape.names()));
            }
        };
    }
    Ok(())
}

/// The path up to the first name of which a part is not known; nothing where that is the first.
fn known(said: &str) -> Option<Path> {
    let said = said.replace(&format!("[{HOLE}]"), "[0]");
    let Some((before, _)) = said.split_once(HOLE) else { return Some(Path::from(said)) };
    before.rfind(['.', '[']).map(|end| Path::from(&before[..end]))
}
