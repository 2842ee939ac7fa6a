//! Open Packaging Conventions: the package, its relationships, and a part as XML. It knows no document.

mod element;
#[cfg(feature = "collect")]
mod opened;
mod package;
mod relationships;
#[cfg(feature = "collect")]
mod stream;
mod xml;

pub(crate) use element::{Element, Node, parse, serialize, show};
#[cfg(feature = "collect")]
pub(crate) use opened::{Change, Damage, Opened, relationships_of, target};
pub(crate) use package::{Package, Packed, Part};
pub(crate) use relationships::{relationship, relationships};
#[cfg(feature = "collect")]
pub(crate) use stream::{Edit, Sink, Tag, edited, stream};
pub(crate) use xml::Xml;

/// The namespace of packages.
pub(crate) const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
