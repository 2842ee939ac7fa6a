//! Pictures: a part of the package for each, and the drawing that shows it (ISO/IEC 29500-1, 20.4).

use crate::opc::{Element, Node};
use crate::raster::Raster;
use crate::tree::{Block, Picture, Section, Tree};
use crate::units::Length;

/// Stands in a run's text for a picture; cleaned text never holds it, since it is no character.
pub(super) const PICTURE: char = '\u{fdd0}';

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";

/// The pictures of a document.
pub(super) struct Media<'a> {
    /// As they are shown, in the order of the text.
    shown: Vec<&'a Picture>,
    /// Each once.
    rasters: Vec<&'a Raster>,
}

impl<'a> Media<'a> {
    pub(super) fn of(tree: &'a Tree) -> Media<'a> {
        let paragraphs = tree.sections().iter().flat_map(in_text);
        let shown: Vec<&Picture> = paragraphs.filter_map(|paragraph| paragraph.picture()).collect();
        let mut rasters: Vec<&Raster> = Vec::new();
        for picture in &shown {
            if !rasters.contains(&&*picture.raster) {
                rasters.push(&picture.raster);
            }
        }
        Media { shown, rasters }
    }

    /// The files of the package: name and bytes.
    pub(super) fn files(&self) -> impl Iterator<Item = (String, &[u8])> {
        self.rasters
            .iter()
            .enumerate()
            .map(|(index, raster)| (format!("word/{}", target(index)), raster.png.as_slice()))
    }

    /// Their relationships: identity and target.
    pub(super) fn relationships(&self) -> Vec<(String, String)> {
        (0..self.rasters.len()).map(|index| (identity(index), target(index))).collect()
    }

    /// Puts each picture in the place that is kept for it.
    pub(super) fn place(&self, root: &mut Element) {
        let drawings = self.shown.iter().enumerate().map(|(index, picture)| {
            let file = self.rasters.iter().position(|raster| **raster == *picture.raster).unwrap_or_default();
            drawing(picture, index + 1, file)
        });
        fill(root, &mut drawings.into_iter());
    }
}

/// The paragraphs of a section's text; none of its head, which is a part of its own.
fn in_text(section: &Section) -> impl Iterator<Item = &crate::tree::Paragraph> {
    section.blocks.iter().flat_map(Block::paragraphs)
}

fn target(index: usize) -> String {
    format!("media/picture{}.png", index + 1)
}

fn identity(index: usize) -> String {
    format!("picture{}", index + 1)
}

fn fill(element: &mut Element, drawings: &mut impl Iterator<Item = Element>) {
    for child in element.elements_mut() {
        if child.name == "w:t" && child.children == [Node::Text(PICTURE.to_string())] {
            if let Some(drawing) = drawings.next() {
                *child = drawing;
            }
        } else {
            fill(child, drawings);
        }
    }
}

/// The drawing of the `number`th picture, whose file is the `file`th.
fn drawing(picture: &Picture, number: usize, file: usize) -> Element {
    let extent =
        |name: &str| Element::new(name).with("cx", emu(picture.width)).with("cy", emu(picture.height));
    let properties = |name: &str| {
        Element::new(name)
            .with("id", number.to_string())
            .with("name", format!("Picture {number}"))
            .with("descr", &picture.alternative_text)
    };
    let shape = Element::new("pic:spPr")
        .child(
            Element::new("a:xfrm")
                .child(Element::new("a:off").with("x", "0").with("y", "0"))
                .child(extent("a:ext")),
        )
        .child(Element::new("a:prstGeom").with("prst", "rect").child(Element::new("a:avLst")));
    let fill = Element::new("pic:blipFill")
        .child(Element::new("a:blip").with("r:embed", identity(file)))
        .child(Element::new("a:stretch").child(Element::new("a:fillRect")));
    let content = Element::new("pic:pic")
        .with("xmlns:pic", format!("{DRAWING}/picture"))
        .child(Element::new("pic:nvPicPr").child(properties("pic:cNvPr")).child(Element::new("pic:cNvPicPr")))
        .child(fill)
        .child(shape);
    let locks = Element::new("a:graphicFrameLocks")
        .with("xmlns:a", format!("{DRAWING}/main"))
        .with("noChangeAspect", "1");
    let graphic = Element::new("a:graphic")
        .with("xmlns:a", format!("{DRAWING}/main"))
        .child(Element::new("a:graphicData").with("uri", format!("{DRAWING}/picture")).child(content));
    let inline = ["distT", "distB", "distL", "distR"]
        .into_iter()
        .fold(Element::new("wp:inline"), |inline, side| inline.with(side, "0"))
        .with("xmlns:wp", format!("{DRAWING}/wordprocessingDrawing"))
        .child(extent("wp:extent"))
        .child(properties("wp:docPr"))
        .child(Element::new("wp:cNvGraphicFramePr").child(locks))
        .child(graphic);
    Element::new("w:drawing").child(inline)
}

/// A length in English metric units, 635 a twip.
fn emu(length: Length) -> String {
    (i64::from(length.twips()) * 635).to_string()
}
