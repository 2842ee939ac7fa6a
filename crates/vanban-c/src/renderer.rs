//! The functions of a renderer.

use std::ffi::{CStr, c_char};
use std::ptr;

use vanban::forms::Form;
use vanban::profile::ProfileId;
use vanban::scoring::CriteriaSet;
use vanban::{Error, Profile, Renderer};

use crate::door::{door, given};
use crate::handles::{DOCUMENTS, DocumentHandle, RENDERERS, RendererHandle};
use crate::outcome::Outcome;

/// A renderer with the guidance 05-HD/VPTW of 2026, the built-in kinds and fonts. Free it with vanban_renderer_free.
/// It is never NULL, except after a fault of the library.
#[unsafe(no_mangle)]
pub extern "C" fn vanban_renderer_new() -> *mut RendererHandle {
    door(ptr::null_mut(), || RENDERERS.give(Renderer::new()))
}

/// Frees a renderer. Its documents stay, and so does the work of other threads that is under way. Nothing happens for
/// NULL, and for a renderer that was freed before.
#[unsafe(no_mangle)]
pub extern "C" fn vanban_renderer_free(renderer: *mut RendererHandle) {
    door((), || RENDERERS.free(renderer));
}

/// Checks a record and makes its document. `json` has `len` bytes: a record of any kind, in UTF-8 or UTF-16. Free the
/// result with vanban_document_free, also when vanban_ok says that there is no document. If `json` is NULL, `len` is 0
/// or the bytes are no text, the result has that problem. NULL comes back only if `renderer` is NULL or was freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vanban_render(
    renderer: *const RendererHandle,
    json: *const c_char,
    len: usize,
) -> *mut DocumentHandle {
    // SAFETY: the caller hands over `len` bytes that stay during the call; nothing keeps them.
    let json = unsafe { given(json, len) };
    answered(renderer, |renderer| Outcome::of(|| renderer.render(&renderer.read_file(json)?)))
}

/// Checks a record without making its document: the same problems, and the warnings of one that can be made. vanban_ok
/// says whether it can. The result has no file, no name and no page; otherwise all is as with vanban_render.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vanban_check(
    renderer: *const RendererHandle,
    json: *const c_char,
    len: usize,
) -> *mut DocumentHandle {
    // SAFETY: the caller hands over `len` bytes that stay during the call; nothing keeps them.
    let json = unsafe { given(json, len) };
    answered(renderer, |renderer| {
        Outcome::without_document(|| Ok(renderer.check(&renderer.read_file(json)?)))
    })
}

/// What came of asking a renderer.
fn answered(renderer: *const RendererHandle, ask: impl FnOnce(&Renderer) -> Outcome) -> *mut DocumentHandle {
    door(ptr::null_mut(), || {
        RENDERERS.get(renderer).map_or(ptr::null_mut(), |renderer| DOCUMENTS.give(ask(&renderer)))
    })
}

/// Sets the guidance for records that name none: "hd05" (05-HD/VPTW, 2026) or "hd36" (36-HD/VPTW, 2018), a text that ends
/// with a zero byte. Returns false for another name and for NULL, and if `renderer` is NULL or was freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vanban_use_profile(renderer: *mut RendererHandle, name: *const c_char) -> bool {
    door(false, || {
        if name.is_null() {
            return false;
        }
        // SAFETY: it is not NULL, and the caller hands over a text that ends with a zero byte and stays during the call.
        let name = unsafe { CStr::from_ptr(name) }.to_str().unwrap_or_default();
        let Ok(id) = serde_json::from_value::<ProfileId>(name.into()) else { return false };
        let changed = RENDERERS
            .change(renderer.addr(), |it| Ok::<_, Error>(it.clone().with_profile(Profile::named(id))));
        changed.is_some()
    })
}

/// Adds a form (mẫu văn bản): a kind of document in a folder, here as a ZIP of it with `len` bytes. Documents that other
/// threads make meanwhile do not see it yet. vanban_ok of the result says whether it was added; the problems say why
/// not. Free the result with vanban_document_free. NULL comes back only if `renderer` is NULL or was freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vanban_add_form(
    renderer: *mut RendererHandle,
    zip: *const c_char,
    len: usize,
) -> *mut DocumentHandle {
    // SAFETY: the caller hands over `len` bytes that stay during the call; nothing keeps them.
    let zip = unsafe { given(zip, len) };
    added(renderer, |renderer| renderer.with_form(Form::from_zip(zip)?))
}

/// Adds a criteria set (bộ tiêu chí), which records name by its id: JSON or TOML with `len` bytes. It replaces an earlier
/// set of this id. Otherwise all is as with vanban_add_form.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vanban_add_criteria(
    renderer: *mut RendererHandle,
    text: *const c_char,
    len: usize,
) -> *mut DocumentHandle {
    // SAFETY: the caller hands over `len` bytes that stay during the call; nothing keeps them.
    let text = unsafe { given(text, len) };
    added(renderer, |renderer| renderer.with_criteria(CriteriaSet::from_file(text)?))
}

/// Adds something to a renderer, and tells how that went.
fn added(
    handle: *mut RendererHandle,
    add: impl FnOnce(Renderer) -> vanban::Result<Renderer> + Send,
) -> *mut DocumentHandle {
    door(ptr::null_mut(), || {
        if RENDERERS.get(handle).is_none() {
            return ptr::null_mut();
        }
        let number = handle.addr();
        DOCUMENTS.give(Outcome::without_document(move || {
            let changed = RENDERERS.change(number, |renderer| add(renderer.clone()));
            changed.unwrap_or(Ok(())).map(|()| Vec::new())
        }))
    })
}
