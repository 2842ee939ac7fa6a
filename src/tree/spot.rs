//! What a program that signs files looks for on a page.

use super::{Block, Paragraph, Section};

/// What of a paper a program that signs files looks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// ô 3: the number and the symbol.
    Number,
    /// ô 4: place and date.
    Date,
    /// ô 7c: the room of a signature, and the seal over its left third (ô 8) where it has one.
    Signature {
        /// The signature.
        own: SignatureField,
        /// The seal on it.
        seal: Option<SignatureField>,
    },
}

/// A field for a digital signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureField {
    /// What programs call it: ASCII, once in a document.
    pub name: String,
    /// What it says to a reader.
    pub title: String,
}

impl Section {
    /// Takes from what it holds that programs look for it: a paper that is not signed in this document.
    pub(crate) fn forget_spots(&mut self) {
        self.blocks.iter_mut().for_each(forget);
    }
}

fn forget(block: &mut Block) {
    let forget_one = |paragraph: &mut Paragraph| paragraph.spot = None;
    match block {
        Block::Paragraph(paragraph) => forget_one(paragraph),
        Block::Columns(columns) => columns.rows.iter_mut().flatten().flatten().for_each(forget_one),
        // A table is of the body, which has none.
        Block::Table(_) => {}
        Block::Imposition(imposition) => imposition.copies.iter_mut().flatten().for_each(forget),
    }
}
