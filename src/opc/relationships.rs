//! Which part refers to which.

use super::{Element, PACKAGE};

pub(crate) fn relationship(id: &str, kind: &str, target: &str) -> Element {
    Element::new("Relationship").with("Id", id).with("Type", kind).with("Target", target)
}

pub(crate) fn relationships(targets: &[(&str, &str)]) -> Element {
    let root = Element::new("Relationships").with("xmlns", format!("{PACKAGE}/relationships"));
    targets.iter().enumerate().fold(root, |root, (index, (kind, target))| {
        root.child(relationship(&format!("rId{}", index + 1), kind, target))
    })
}
