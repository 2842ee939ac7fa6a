//! What each function does first and last: no panic leaves it, and what C hands over becomes bytes.

use std::ffi::c_char;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::slice;

/// The result of some work, or `otherwise` if it panics. Nothing half-done can be seen afterwards: renderers and
/// documents do not change, and a table of handles is changed by single insertions and removals.
pub(crate) fn door<T>(otherwise: T, work: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(otherwise)
}

/// The bytes that a caller hands over. None for NULL, whatever the length, and for a length that no object has.
///
/// # Safety
/// `data` is NULL, or the address of `len` bytes that nobody changes during `'a`.
pub(crate) unsafe fn given<'a>(data: *const c_char, len: usize) -> &'a [u8] {
    if data.is_null() || isize::try_from(len).is_err() {
        return &[];
    }
    // SAFETY: the caller promises that there are `len` bytes which stay as they are; that the address is not NULL and the
    // length within the limit was just seen; bytes have no alignment, and any byte is a `u8`.
    unsafe { slice::from_raw_parts(data.cast(), len) }
}
