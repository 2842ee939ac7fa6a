//! The theme: nothing in a paper uses it, but Word expects one. Black on white, one face.

use super::styles::FACE;
use crate::opc::Element;

/// The least that the schema takes for a theme.
pub(super) fn theme() -> Element {
    Element::new("a:theme")
        .with("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main")
        .with("name", "vanban")
        .child(
            Element::new("a:themeElements")
                .child(colours())
                .child(
                    Element::new("a:fontScheme")
                        .with("name", "vanban")
                        .child(face("a:majorFont"))
                        .child(face("a:minorFont")),
                )
                .child(formats()),
        )
}

fn colours() -> Element {
    let names = [
        "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
        "hlink", "folHlink",
    ];
    names.iter().fold(Element::new("a:clrScheme").with("name", "vanban"), |scheme, name| {
        let value = if name.starts_with("lt") { "FFFFFF" } else { "000000" };
        scheme.child(Element::new(&format!("a:{name}")).child(Element::new("a:srgbClr").with("val", value)))
    })
}

fn face(name: &str) -> Element {
    let empty = |name| Element::new(name).with("typeface", "");
    Element::new(name)
        .child(Element::new("a:latin").with("typeface", FACE))
        .child(empty("a:ea"))
        .child(empty("a:cs"))
}

/// Three fills, lines, effects and backgrounds, as the schema counts them.
fn formats() -> Element {
    let fill = || Element::new("a:solidFill").child(Element::new("a:schemeClr").with("val", "phClr"));
    let three = |name: &str, child: &dyn Fn() -> Element| {
        (0..3).fold(Element::new(name), |list, _| list.child(child()))
    };
    let line = || Element::new("a:ln").with("w", "6350").child(fill());
    let effect = || Element::new("a:effectStyle").child(Element::new("a:effectLst"));
    Element::new("a:fmtScheme")
        .with("name", "vanban")
        .child(three("a:fillStyleLst", &fill))
        .child(three("a:lnStyleLst", &line))
        .child(three("a:effectStyleLst", &effect))
        .child(three("a:bgFillStyleLst", &fill))
}
