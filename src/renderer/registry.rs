//! The kinds that a renderer knows, and their wordings.

use std::sync::Arc;

use super::{Renderer, made, names, template_schema};
use crate::error::{Error, Result};
#[cfg(feature = "forms")]
use crate::forms;
use crate::kinds::{self, Kind};
use crate::wording::{Wording, among};

/// Every kind that the library has: those that structs hold, then its forms.
pub(super) fn built_in() -> Vec<Kind> {
    let kinds = kinds::built_in().cloned();
    #[cfg(feature = "forms")]
    let kinds = kinds.chain(forms::built_in().map(|form| form.kind().clone()));
    kinds.collect()
}

impl Renderer {
    /// With a kind of the caller's own, so that [`Renderer::read`] reads its records; it takes the place of an
    /// earlier one of that name, whose wording ([`Renderer::with_wording`]) goes with it. (A record is rendered
    /// whether its kind is registered or not.)
    ///
    /// # Errors
    /// [`Error::Template`] with line and column where the kind's wording is refused, or where it has no name.
    pub fn with_kind(mut self, kind: Kind) -> Result<Renderer> {
        if kind.name().is_empty() {
            let reason = "a kind needs a name, which its records give as \"kind\"".to_owned();
            return Err(Error::Template { template: String::new(), line: 0, column: 0, reason });
        }
        let (schema, layout) = (template_schema(&kind), kind.free_layout());
        Wording::new().add_as(kind.name(), kind.template(), &schema, (made(&kind), layout))?;
        self.wording.remove(kind.name());
        let kinds = Arc::make_mut(&mut self.kinds);
        kinds.retain(|known| known.name() != kind.name());
        kinds.push(kind);
        Ok(self)
    }

    /// With a form, so that [`Renderer::read`] reads its records; it takes the place of an earlier one of that name.
    ///
    /// # Errors
    /// [`Error::Template`] where a kind of the library has its name.
    #[cfg(feature = "forms")]
    pub fn with_form(self, form: crate::forms::Form) -> Result<Renderer> {
        self.with_kind(form.kind().clone())
    }

    /// With the kind, by its name, of records that name none.
    #[must_use]
    pub fn with_kind_of_unnamed(mut self, kind: impl Into<String>) -> Renderer {
        self.unnamed = Some(kind.into().into());
        self
    }

    /// The kinds that it knows: the library's, then the caller's.
    pub fn kinds(&self) -> impl Iterator<Item = &Kind> + Clone {
        self.kinds.iter()
    }

    /// With another wording for a kind that it knows, by the kind's name, than the kind's own. A kind that
    /// takes the place of that one later ([`Renderer::with_kind`]) brings its own.
    ///
    /// # Errors
    /// [`Error::Template`] where there is no such kind, and with line and column where the template is refused: the form markup, the
    /// limits and the check of every path against the record's schema are in DESIGN.md.
    pub fn with_wording(mut self, kind: &str, template: &str) -> Result<Renderer> {
        let known = self.kinds.iter().find(|known| known.name() == kind).ok_or_else(|| Error::Template {
            template: kind.to_owned(),
            line: 0,
            column: 0,
            reason: format!("không có loại văn bản nào tên ấy; {}", among(kind, &names(&self.kinds))),
        })?;
        let schema = template_schema(known);
        self.wording.add_as(kind, template, &schema, (made(known), known.free_layout()))?;
        Ok(self)
    }
}
