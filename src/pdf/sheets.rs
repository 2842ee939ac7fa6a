//! The page tree (ISO 32000-1, 7.7.3): a sheet for each page, with what is drawn on it.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};
use md5::{Digest, Md5};

use super::deflate;
use super::draw;
use super::faces::{Faces, RESERVED};
use super::marks::Marks;
use super::pictures;
use crate::deflate::Deflater;
use crate::error::Result;
use crate::layout::Pages;

/// A file of nothing but drawn pages.
pub(super) struct Sheets {
    pub(super) file: Document,
    /// The pages, first to last.
    pub(super) pages: Vec<ObjectId>,
    /// The pieces of which an element of the structure tree has to tell.
    pub(super) marks: Marks,
    /// What tells its content and its faces from another file's.
    pub(super) hash: Md5,
}

impl Sheets {
    /// Draws the pages. Each is deflated as soon as it is drawn: a volume for the printer has thousands.
    pub(super) fn draw(pages: &Pages, faces: &mut Faces<'_>, deflater: &mut Deflater) -> Result<Sheets> {
        let mut file = Document::with_version("1.7");
        file.max_id = RESERVED;
        let (mut marks, mut hash) = (Marks::default(), Md5::new());
        let pictures = pictures::add(&mut file, pages, deflater)?;
        let (tree, resources) = (file.new_object_id(), file.new_object_id());
        let mut ids = Vec::with_capacity(pages.pages.len());
        for (index, page) in pages.pages.iter().enumerate() {
            let content = draw::page(page, index, faces, &mut marks);
            let content = deflate::stream(Dictionary::new(), &content, deflater)?;
            hash.update(&content.content);
            let content = file.add_object(content);
            let [width, height] = [page.width, page.height].map(|length| Object::Real(length as f32));
            let sheet = vec![Object::Integer(0), Object::Integer(0), width, height];
            ids.push(file.add_object(dictionary! {
                "Type" => "Page",
                "MediaBox" => sheet.clone(),
                "TrimBox" => sheet.clone(),
                "CropBox" => sheet,
                "Parent" => tree,
                "Resources" => resources,
                "Contents" => content,
            }));
        }
        marks.sort();
        let (fonts, names) = faces.add_to(&mut file)?;
        hash.update(&names);
        let mut own = dictionary! { "Font" => fonts };
        if !pictures.is_empty() {
            own.set("XObject", pictures);
        }
        file.set_object(resources, own);
        let kids: Vec<Object> = ids.iter().map(|&id| id.into()).collect();
        let all = dictionary! { "Type" => "Pages", "Count" => kids.len() as i64, "Kids" => kids };
        file.set_object(tree, all);
        let catalog = dictionary! {
            "Type" => "Catalog",
            "PageLayout" => "OneColumn",
            "PageMode" => "UseNone",
            "Pages" => tree,
        };
        let catalog = file.add_object(catalog);
        file.trailer.set("Root", catalog);
        Ok(Sheets { file, pages: ids, marks, hash })
    }
}
