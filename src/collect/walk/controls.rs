//! Content controls.

use super::{CONTROLS, Open, Walk, is_on};
use crate::collect::body::Control;
use crate::collect::data::field_of;
use crate::opc::{Damage, Tag};

impl Walk<'_> {
    pub(super) fn check_box(&mut self, tag: &Tag<'_>, parent: Open) -> Open {
        if parent != Open::ControlProperties {
            return Open::Through;
        }
        if let Some(control) = self.control_mut() {
            match tag.name {
                "checkbox" => drop(control.checked.get_or_insert(false)),
                "checked" => control.checked = Some(is_on(tag)),
                _ => {}
            }
        }
        Open::ControlProperties
    }

    pub(super) fn control(&mut self) -> Result<Open, Damage> {
        if self.body.controls.len() >= CONTROLS {
            return Err(Damage::TooLarge);
        }
        let control = self.body.controls.len();
        let parent = self.controls.last().copied();
        self.body.controls.push(Control { parent, ..Control::default() });
        self.controls.push(control);
        if self.paragraphs.is_empty() { Ok(Open::Control) } else { self.append("").map(|()| Open::Control) }
    }

    fn control_mut(&mut self) -> Option<&mut Control> {
        self.controls.last().and_then(|control| self.body.controls.get_mut(*control))
    }

    pub(super) fn control_property(&mut self, tag: &Tag<'_>) {
        let Some(control) = self.control_mut() else { return };
        match tag.name {
            "tag" => control.tag = tag.get("val"),
            "alias" => control.title = tag.get("val"),
            "showingPlcHdr" => control.placeholder = is_on(tag),
            "dataBinding" => control.bound = tag.get("xpath").and_then(|xpath| field_of(&xpath)),
            "listItem" => {
                let value = tag.get("value").unwrap_or_default();
                let shown = tag.get("displayText").unwrap_or_else(|| value.clone());
                control.items.push((shown, value));
            }
            _ => {}
        }
    }
}
