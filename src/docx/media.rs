//! Pictures: a part of the package for each, and the drawing that shows it (ISO/IEC 29500-1, 20.4).

use crate::opc::Xml;
use crate::raster::Raster;
use crate::tree::{Block, Paragraph, Picture, Section, Tree};
use crate::units::Length;

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";

/// The pictures of a document.
#[derive(Default)]
pub(super) struct Media<'a> {
    /// The numbers of the paragraphs that they stand in, each alone, in the order of the text; with the files.
    shown: Vec<(Option<usize>, usize)>,
    /// Each once.
    rasters: Vec<&'a Raster>,
}

impl<'a> Media<'a> {
    pub(super) fn of(tree: &'a Tree) -> Media<'a> {
        let mut media = Media::default();
        for paragraph in tree.sections().iter().flat_map(in_text) {
            if let Some(picture) = paragraph.picture() {
                let raster: &Raster = &picture.raster;
                let known = media.rasters.iter().position(|known| *known == raster);
                let file = known.unwrap_or_else(|| {
                    media.rasters.push(raster);
                    media.rasters.len() - 1
                });
                media.shown.push((paragraph.number, file));
            }
        }
        media
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

    /// The drawing of the picture that a paragraph holds.
    pub(super) fn draw(&self, xml: &mut Xml, paragraph: &Paragraph, picture: &Picture) {
        let place = self.shown.iter().position(|(number, _)| *number == paragraph.number);
        if let Some((place, (_, file))) = place.and_then(|place| Some((place, self.shown.get(place)?))) {
            xml.element("w:drawing", |xml| drawing(xml, picture, place + 1, *file));
        }
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

/// The drawing of the `number`th picture, whose file is the `file`th.
fn drawing(xml: &mut Xml, picture: &Picture, number: usize, file: usize) {
    let (width, height) = (emu(picture.width), emu(picture.height));
    let extent = |xml: &mut Xml, name: &str| {
        xml.leaf(name, [("cx", width), ("cy", height)]);
    };
    let properties = |xml: &mut Xml, name: &str| {
        xml.element(name, |xml| {
            xml.plain("id", number).plain("name", format_args!("Picture {number}"));
            xml.attribute("descr", &picture.alternative_text);
        });
    };
    let main = format!("{DRAWING}/main");
    xml.element("wp:inline", |xml| {
        for side in ["distT", "distB", "distL", "distR"] {
            xml.plain(side, 0);
        }
        xml.plain("xmlns:wp", format_args!("{DRAWING}/wordprocessingDrawing"));
        extent(xml, "wp:extent");
        properties(xml, "wp:docPr");
        xml.element("wp:cNvGraphicFramePr", |xml| {
            xml.element("a:graphicFrameLocks", |xml| {
                xml.plain("xmlns:a", &main).plain("noChangeAspect", 1);
            });
        });
        xml.element("a:graphic", |xml| {
            xml.plain("xmlns:a", &main);
            xml.element("a:graphicData", |xml| {
                xml.plain("uri", format_args!("{DRAWING}/picture"));
                xml.element("pic:pic", |xml| {
                    xml.plain("xmlns:pic", format_args!("{DRAWING}/picture"));
                    xml.element("pic:nvPicPr", |xml| {
                        properties(xml, "pic:cNvPr");
                        xml.empty("pic:cNvPicPr");
                    });
                    xml.element("pic:blipFill", |xml| {
                        xml.leaf("a:blip", [("r:embed", identity(file))]);
                        xml.element("a:stretch", |xml| xml.empty("a:fillRect"));
                    });
                    xml.element("pic:spPr", |xml| {
                        xml.element("a:xfrm", |xml| {
                            xml.leaf("a:off", [("x", 0), ("y", 0)]);
                            extent(xml, "a:ext");
                        });
                        xml.element("a:prstGeom", |xml| {
                            xml.plain("prst", "rect").empty("a:avLst");
                        });
                    });
                });
            });
        });
    });
}

/// A length in English metric units, 635 a twip.
fn emu(length: Length) -> i64 {
    i64::from(length.twips()) * 635
}
