//! Where the values of a frame stand in the record.

use crate::path::Path;

/// Where parts of a [`Frame`](super::Frame) are in the record, if the record has them under other names: the
/// frame's `signature` can be the field `chair` of minutes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origins(Vec<(Path, Path)>);

impl Origins {
    pub(super) fn insert(&mut self, part: Path, field: Path) {
        self.0.push((part, field));
    }

    /// The place in the record for a place in the frame: `chair.name` for `signature.name`. By default the
    /// same place.
    #[must_use]
    pub fn of(&self, place: &Path) -> Path {
        let holds = self.0.iter().filter(|(part, _)| place.starts_with(part));
        match holds.max_by_key(|(part, _)| part.steps().len()) {
            Some((part, field)) => {
                field.join(&place.steps().iter().skip(part.steps().len()).cloned().collect())
            }
            None => place.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_part_tells() {
        let mut origins = Origins::default();
        origins.insert("signature".into(), "chair".into());
        origins.insert("signature.position".into(), "office".into());
        let of = |place: &str| origins.of(&place.into()).to_string();
        assert_eq!(of("signature.name"), "chair.name");
        assert_eq!(of("signature.position"), "office");
        assert_eq!(of("signature"), "chair");
        assert_eq!(of("recipients[2]"), "recipients[2]");
    }
}
