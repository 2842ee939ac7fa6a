//! Handles: what C holds instead of addresses. A handle that was freed, or never given out, finds nothing; so it can be
//! freed twice, and used after it was freed.

use std::collections::BTreeMap;
use std::ptr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use vanban::Renderer;

use crate::outcome::Outcome;

/// Makes documents. It holds the guidance, the kinds, their wordings and the fonts. Build one, and share it among all
/// threads.
pub struct RendererHandle(());

/// What came of a record: its document, or the problems why there is none.
pub struct DocumentHandle(());

/// What the handles of one sort stand for.
pub(crate) struct Handles<T>(Mutex<BTreeMap<usize, Arc<T>>>);

pub(crate) static RENDERERS: Handles<Renderer> = Handles::new();
pub(crate) static DOCUMENTS: Handles<Outcome> = Handles::new();

/// The next number: one row for both sorts, so that a renderer's handle is no document's.
static NEXT: AtomicUsize = AtomicUsize::new(1);

impl<T> Handles<T> {
    const fn new() -> Handles<T> {
        Handles(Mutex::new(BTreeMap::new()))
    }

    /// A new handle for a value.
    pub(crate) fn give<H>(&self, value: T) -> *mut H {
        let mut table = self.table();
        let free = |number: &usize| *number != 0 && !table.contains_key(number);
        // After all numbers, on a machine of 32 bits, they begin anew.
        let number = std::iter::repeat_with(|| NEXT.fetch_add(1, Ordering::Relaxed)).find(free);
        let Some(number) = number else { return ptr::null_mut() };
        table.insert(number, Arc::new(value));
        ptr::without_provenance_mut(number)
    }

    /// What a handle stands for. It lives as long as this, also if another thread frees the handle.
    pub(crate) fn get<H>(&self, handle: *const H) -> Option<Arc<T>> {
        self.table().get(&handle.addr()).cloned()
    }

    /// Puts another value in the place of a handle's, of which this is the number. One change at a time, so that none is lost.
    pub(crate) fn change<E>(
        &self,
        number: usize,
        change: impl FnOnce(&T) -> Result<T, E>,
    ) -> Option<Result<(), E>> {
        let mut table = self.table();
        let place = table.get_mut(&number)?;
        Some(change(place).map(|value| *place = Arc::new(value)))
    }

    /// Forgets a handle.
    pub(crate) fn free<H>(&self, handle: *const H) {
        let value = self.table().remove(&handle.addr());
        // The table is open again to others while this is taken down.
        drop(value);
    }

    /// A panic while the table was open left it whole.
    fn table(&self) -> MutexGuard<'_, BTreeMap<usize, Arc<T>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
