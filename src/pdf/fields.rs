//! Fields for digital signatures (ISO 32000-1, 12.7.4.5): empty, tagged, each where a signature or the seal on it belongs.
//! What stands here is what PDF/A-2a and PDF/UA-1 ask for, and what a file that is signed later needs to keep them.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary, text_string};

use crate::layout::{Page, PlacedSpot};
use crate::tree::SignatureField;

/// The fields of a file, in reading order.
#[derive(Default)]
pub(super) struct Fields {
    placed: Vec<Placed>,
}

struct Placed {
    page: ObjectId,
    widget: ObjectId,
    element: ObjectId,
}

impl Fields {
    /// Adds a field on a page. Gives its element, which is a child of `parent`; `pages` is how many keys the pages took.
    pub(super) fn add(
        &mut self,
        file: &mut Document,
        (field, spot): (&SignatureField, &PlacedSpot),
        (page, sheet): (ObjectId, &Page),
        parent: ObjectId,
        pages: usize,
    ) -> ObjectId {
        let key = pages + self.placed.len();
        let (widget, element) = (file.new_object_id(), file.new_object_id());
        let lower = sheet.height - spot.top - spot.height;
        let real = |value: f64| Object::Real(value as f32);
        let look = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => vec![0.into(), 0.into(), real(spot.width), real(spot.height)],
        };
        let look = file.add_object(Stream::new(look, Vec::new()).with_compression(false));
        let corners = [spot.x, lower, spot.x + spot.width, lower + spot.height];
        let own = dictionary! {
            "Type" => "Annot",
            "Subtype" => "Widget",
            "FT" => "Sig",
            "T" => text_string(&field.name),
            "TU" => text_string(&field.title),
            "Rect" => corners.map(real).to_vec(),
            // To be printed, and neither hidden nor unseen on a screen (ISO 19005-2, 6.3.2).
            "F" => 4,
            "P" => page,
            "AP" => dictionary! { "N" => look },
            "StructParent" => key as i64,
        };
        file.set_object(widget, own);
        // The reference itself, not an array of one: else programs that compare a signed file with a later one of two
        // signatures call the first of them broken.
        let reference = dictionary! { "Type" => "OBJR", "Obj" => widget, "Pg" => page };
        let tag = dictionary! {
            "Type" => "StructElem",
            "S" => "Form",
            "P" => parent,
            "Pg" => page,
            "Alt" => text_string(&field.title),
            "K" => reference,
        };
        file.set_object(element, tag);
        self.placed.push(Placed { page, widget, element });
        element
    }

    /// The elements that the keys behind those of the pages lead to.
    pub(super) fn elements(&self) -> impl Iterator<Item = ObjectId> {
        self.placed.iter().map(|placed| placed.element)
    }

    /// Tells pages and catalog of the fields; without any there is no form.
    pub(super) fn tell(&self, file: &mut Document) -> lopdf::Result<()> {
        for Placed { page, widget, .. } in &self.placed {
            let page = file.get_object_mut(*page)?.as_dict_mut()?;
            match page.get_mut(b"Annots").and_then(Object::as_array_mut) {
                Ok(all) => all.push((*widget).into()),
                Err(_) => page.set("Annots", vec![(*widget).into()]),
            }
        }
        if self.placed.is_empty() {
            return Ok(());
        }
        let fields: Vec<Object> = self.placed.iter().map(|placed| placed.widget.into()).collect();
        let form: Dictionary = dictionary! { "Fields" => fields, "SigFlags" => 1 };
        let form = file.add_object(form);
        file.catalog_mut()?.set("AcroForm", form);
        Ok(())
    }
}
