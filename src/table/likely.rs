//! Which kind a table is for that nobody named: its columns tell it.

use std::collections::BTreeMap;

use super::Mapping;
use super::above;
use super::rows::Table;
use super::schema::Schema;
use super::suggest::Suggestions;
use crate::kinds::Kind;
use crate::renderer::Renderer;

impl Table {
    /// Guesses the kind of the table: the renderer's kind that recognises the most column names. If several
    /// do, the one that recognises more of the text above the columns; then the one with fewer open
    /// questions; then the first one. If no kind recognises any column, it is the first kind for which
    /// offices keep tables; `None` if the renderer has none.
    ///
    /// ```
    /// # use std::io::Cursor;
    /// # use vanban::{Renderer, table::Table};
    /// let table = Table::csv(Cursor::new("Chi bộ;Ngày họp;Có mặt;1.1;1.2\nChi bộ 1;5/6/2026;20;5;4\n"))?;
    /// let renderer = Renderer::new();
    /// assert_eq!(table.likely_kind(&renderer).map(|kind| kind.name()), Some("evaluation_form"));
    /// # Ok::<(), vanban::table::Error>(())
    /// ```
    #[must_use]
    pub fn likely_kind<'r>(&self, renderer: &'r Renderer) -> Option<&'r Kind> {
        let all: Vec<(Known, &'r Kind)> =
            renderer.kinds().filter_map(|kind| Some((self.known(kind, renderer)?, kind))).collect();
        let most = all.iter().map(|(known, _)| *known).max()?;
        if most.columns == 0 {
            return renderer.kinds().find(|kind| kind.sheets().is_some());
        }
        let likely: Vec<&'r Kind> =
            all.into_iter().filter(|(known, _)| *known == most).map(|(_, kind)| kind).collect();
        match likely[..] {
            // The rows are read for a question only: that takes longer than all the names.
            [only] => Some(only),
            _ => likely.into_iter().min_by_key(|kind| self.asked(kind, renderer)),
        }
    }

    /// How much of it tells a kind what it is for.
    fn known(&self, kind: &Kind, renderer: &Renderer) -> Option<Known> {
        let schema = Schema::of(kind);
        let suggestions = Suggestions::new(kind, &schema, &renderer.criteria);
        let found = self.header(None, &|name| suggestions.knows(name))?;
        let columns = suggestions.uses(&found.header).0.iter().flatten().count();
        Some(Known { columns, above: above::count(&self.sheet, found.first, &suggestions) })
    }

    /// How much a kind asks beside what it tells.
    fn asked(&self, kind: &Kind, renderer: &Renderer) -> usize {
        let asked = self.read(kind, None, renderer);
        asked.map_or(usize::MAX, |read| read.questions(&Mapping::default(), &BTreeMap::new()).len())
    }
}

/// What a kind knows of a table: the more, the likelier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Known {
    columns: usize,
    above: usize,
}
