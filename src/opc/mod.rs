//! Open Packaging Conventions: the package, its relationships, and a part as XML. It knows no document.

mod package;
mod relationships;
mod xml;

pub(crate) use package::{Package, Packed, Part};
pub(crate) use relationships::{relationship, relationships};
pub(crate) use xml::{Element, Node, parse, serialize, show};

/// The namespace of packages.
pub(crate) const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
