//! What is made when it is first needed, and kept for the next time.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

/// Values that take long to make, by their keys. A clone shares them, and threads may.
#[derive(Debug)]
pub(crate) struct Kept<K, V> {
    values: Arc<RwLock<BTreeMap<K, Arc<V>>>>,
}

impl<K: Ord, V> Kept<K, V> {
    /// The value of a key. Where there is none, or the kept one does not fit, `make` gives it, to be kept.
    pub(crate) fn get<Q, E>(
        &self,
        key: &Q,
        fits: impl FnOnce(&V) -> bool,
        make: impl FnOnce() -> Result<V, E>,
    ) -> Result<Arc<V>, E>
    where
        K: Borrow<Q>,
        Q: Ord + ToOwned<Owned = K> + ?Sized,
    {
        // Whoever panics while it holds the lock leaves a whole map behind.
        let values = self.values.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(value) = values.get(key).filter(|value| fits(value)) {
            return Ok(Arc::clone(value));
        }
        drop(values);
        // Without the lock: two threads may both make it, and neither waits for another key's.
        let value = Arc::new(make()?);
        let mut values = self.values.write().unwrap_or_else(PoisonError::into_inner);
        values.insert(key.to_owned(), Arc::clone(&value));
        Ok(value)
    }
}

impl<K, V> Clone for Kept<K, V> {
    fn clone(&self) -> Kept<K, V> {
        Kept { values: Arc::clone(&self.values) }
    }
}

impl<K, V> Default for Kept<K, V> {
    fn default() -> Kept<K, V> {
        Kept { values: Arc::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::Kept;

    #[test]
    fn a_value_is_made_once_and_again_where_it_does_not_fit() {
        let kept: Kept<String, u32> = Kept::default();
        let get = |fits: u32, made: Result<u32, ()>| kept.clone().get("a", |&it| it == fits, || made);
        assert_eq!(get(1, Err(())), Err(()));
        assert_eq!(get(1, Ok(1)).as_deref(), Ok(&1));
        assert_eq!(get(1, Err(())).as_deref(), Ok(&1));
        assert_eq!(get(2, Err(())), Err(()));
        assert_eq!(get(2, Ok(2)).as_deref(), Ok(&2));
        assert_eq!(get(2, Err(())).as_deref(), Ok(&2));
    }
}
