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
    /// Adds a kind, so that [`Renderer::read`] reads its records. It replaces an earlier kind with the same
    /// name, and a wording that [`Renderer::with_wording`] gave to that name.
    ///
    /// Rendering a record does not need this: a record brings its own kind ([`Record::kind`](crate::Record::kind)),
    /// with that kind's wording. So `Notice::typed_kind().clone().worded(…)` changes nothing for
    /// `render(&Notice)`. To change the wording of a kind, call [`Renderer::with_wording`].
    ///
    /// # Errors
    /// [`Error::Template`], with line and column if the kind's wording is rejected, or if the kind has no name.
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

    /// Adds a form, so that [`Renderer::read`] reads its records. It replaces an earlier form with the same
    /// name.
    ///
    /// # Errors
    /// None in practice: [`Form::read`](crate::forms::Form::read) already rejects wrong wordings, and names
    /// of built-in kinds.
    #[cfg(feature = "forms")]
    pub fn with_form(self, form: crate::forms::Form) -> Result<Renderer> {
        self.with_kind(form.kind().clone())
    }

    /// Sets the kind, by its name, of records whose JSON has no `"kind"`. A name that the renderer does not know
    /// has no effect.
    #[must_use]
    pub fn with_kind_of_unnamed(mut self, kind: impl Into<String>) -> Renderer {
        self.unnamed = Some(kind.into().into());
        self
    }

    /// The known kinds: the built-in ones, then the added ones.
    pub fn kinds(&self) -> impl Iterator<Item = &Kind> + Clone {
        self.kinds.iter()
    }

    /// Replaces the wording of a known kind, by the kind's name, for all its records, whether they are read or
    /// built in Rust. A kind that is added later under the same name
    /// ([`Renderer::with_kind`]) brings its own wording. The module [`wording`](crate::wording) describes
    /// markup, helpers and limits.
    ///
    /// # Errors
    /// [`Error::Template`] if there is no such kind, or, with line and column, if the template is rejected:
    /// wrong markup, or a path that the kind's records do not have.
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
