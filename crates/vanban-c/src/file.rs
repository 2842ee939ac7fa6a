//! The functions of a document: its files, their name, its pages.

use std::ffi::c_char;
use std::ptr;

use crate::door::door;
use crate::handles::{DOCUMENTS, DocumentHandle};
use crate::outcome::Outcome;

/// Bytes that belong to a document. `data` is NULL, and `len` 0, if there are none.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Bytes {
    /// The first byte.
    pub data: *const u8,
    /// How many there are.
    pub len: usize,
}

/// Frees a document with everything that belongs to it: bytes and texts. Nothing happens for NULL, and for a document
/// that was freed before.
#[unsafe(no_mangle)]
pub extern "C" fn vanban_document_free(document: *mut DocumentHandle) {
    door((), || DOCUMENTS.free(document));
}

/// Whether the document was made; after vanban_check whether it can be made. false for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn vanban_ok(document: *const DocumentHandle) -> bool {
    door(false, || DOCUMENTS.get(document).is_some_and(|outcome| outcome.stands))
}

/// The DOCX. It belongs to the document. `data` is NULL if there is no document (NULL, refused, or only checked), and
/// after a fault of the library.
#[unsafe(no_mangle)]
pub extern "C" fn vanban_docx(document: *const DocumentHandle) -> Bytes {
    file(document, Outcome::docx)
}

/// The PDF (PDF/A-2a and PDF/UA-1). It belongs to the document. `data` is NULL as with vanban_docx.
#[unsafe(no_mangle)]
pub extern "C" fn vanban_pdf(document: *const DocumentHandle) -> Bytes {
    file(document, Outcome::pdf)
}

fn file(document: *const DocumentHandle, write: impl FnOnce(&Outcome) -> Option<&[u8]>) -> Bytes {
    let none = Bytes { data: ptr::null(), len: 0 };
    door(none, || {
        let Some(outcome) = DOCUMENTS.get(document) else { return none };
        // The bytes stay where they are as long as the table holds the outcome.
        write(&outcome).map_or(none, |bytes| Bytes { data: bytes.as_ptr(), len: bytes.len() })
    })
}

/// A name for the files, without extension, in ASCII: nghi-quyet-05-nq-cb. It belongs to the document. NULL if there is
/// no document.
#[unsafe(no_mangle)]
pub extern "C" fn vanban_file_name(document: *const DocumentHandle) -> *const c_char {
    door(ptr::null(), || {
        let outcome = DOCUMENTS.get(document);
        outcome.and_then(|outcome| Some(outcome.file_name.as_ref()?.as_ptr())).unwrap_or(ptr::null())
    })
}

/// The number of pages. 0 if there is no document.
#[unsafe(no_mangle)]
pub extern "C" fn vanban_page_count(document: *const DocumentHandle) -> usize {
    door(0, || {
        let outcome = DOCUMENTS.get(document);
        outcome.and_then(|outcome| Some(outcome.document.as_ref()?.page_count())).unwrap_or(0)
    })
}
