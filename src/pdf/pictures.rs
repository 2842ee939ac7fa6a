//! Pictures as a file has them: colours and opacity apart.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, dictionary};

use super::deflate::Deflater;
use crate::error::Result;
use crate::layout::Pages;
use crate::raster::Raster;

/// Adds the pictures of a document, each once however often it is shown; tells their names and objects.
pub(super) fn add(file: &mut Document, pages: &Pages, deflater: &mut Deflater) -> Result<Dictionary> {
    let mut all = BTreeMap::new();
    for picture in pages.pages.iter().flat_map(|page| &page.pictures) {
        all.entry(name(&picture.raster)).or_insert(&picture.raster);
    }
    let mut resources = Dictionary::new();
    for (name, raster) in all {
        let of = |space: &str| {
            dictionary! {
                "Type" => "XObject",
                "Subtype" => "Image",
                "Width" => i64::from(raster.width),
                "Height" => i64::from(raster.height),
                "BitsPerComponent" => 8,
                "ColorSpace" => space,
            }
        };
        let (mut colours, mut opacity) = (Vec::new(), Vec::new());
        for pixel in raster.rgba.chunks_exact(4) {
            colours.extend_from_slice(&pixel[..3]);
            opacity.push(pixel[3]);
        }
        let mask = file.add_object(deflater.stream(of("DeviceGray"), &opacity)?);
        let mut own = of("DeviceRGB");
        own.set("SMask", mask);
        resources.set(name, file.add_object(deflater.stream(own, &colours)?));
    }
    Ok(resources)
}

/// The name under which pages call a picture; it tells its bytes.
pub(super) fn name(raster: &Raster) -> String {
    format!("P{}", raster.name)
}
