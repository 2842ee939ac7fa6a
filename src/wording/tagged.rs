//! Which values that a template prints are fields of the record: `<field>` is put round them.
//!
//! A template names a field by a path alone, or by a helper whose text the library reads again: `{{count present}}`.

use handlebars::template::{HelperTemplate, Parameter, TemplateElement};
use handlebars::{
    Context, Handlebars, HelperDef, HelperResult, Output, RenderContext, RenderError, Template,
};
use quick_xml::escape::escape;
use serde_json::Value;

use super::call::{in_record, place_of};
use super::helpers::{self, BY_HAND};
use super::registry::SHOWN;
use crate::path::Path;

/// Which fields of a record can be filled in or changed where they are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tagging {
    /// None.
    None,
    /// What the record leaves open; what it says is locked.
    Open,
    /// All that the record says, too: a draft, which people correct.
    All,
}

/// The helpers whose text is read back as the value.
const READ_AGAIN: [&str; 6] = ["comrade", "count", "date_long", "date_short", "number", "written"];
/// The helpers that begin and end a field; no template can write their names.
const BEGIN: &str = " begin field";
const END: &str = " end field";

/// The template with a field round each value that may be one.
pub(super) fn tagged(template: &Template) -> Template {
    Walk::default().template(template)
}

/// Registers what the fields of a tagged template need.
pub(super) fn register(registry: &mut Handlebars<'_>, tagging: Tagging, blanks: bool) {
    for (name, begins) in [(BEGIN, true), (END, false)] {
        registry.register_helper(name, Box::new(FieldHelper { begins, tagging, blanks }));
    }
}

/// Where a walk through a template's text is.
#[derive(Default)]
struct Walk {
    in_tag: bool,
    in_field: bool,
}

impl Walk {
    fn template(&mut self, template: &Template) -> Template {
        let mut out = template.clone();
        (out.elements, out.mapping) = (Vec::new(), Vec::new());
        for (index, element) in template.elements.iter().enumerate() {
            let elements = match element {
                TemplateElement::RawString(text) => {
                    self.text(text);
                    vec![element.clone()]
                }
                TemplateElement::Expression(call) => self.printed(call, element),
                TemplateElement::HelperBlock(call) => {
                    let mut call = call.clone();
                    call.template = call.template.as_ref().map(|body| self.template(body));
                    call.inverse = call.inverse.as_ref().map(|body| self.template(body));
                    vec![TemplateElement::HelperBlock(call)]
                }
                _ => vec![element.clone()],
            };
            if let Some(at) = template.mapping.get(index) {
                out.mapping.extend(elements.iter().map(|_| at.clone()));
            }
            out.elements.extend(elements);
        }
        out
    }

    /// Takes note of tags that begin and end.
    fn text(&mut self, text: &str) {
        let begins = |text: &str| text.rfind('<');
        self.in_tag = match (begins(text), text.rfind('>')) {
            (None, None) => self.in_tag,
            (begin, end) => begin > end,
        };
        self.in_field = match (text.rfind("<field"), text.rfind("</field")) {
            (None, None) => self.in_field,
            (begin, end) => begin > end && !text.trim_end().ends_with("/>"),
        };
    }

    fn printed(&self, call: &HelperTemplate, element: &TemplateElement) -> Vec<TemplateElement> {
        let field = Some(call).filter(|_| !self.in_tag && !self.in_field).and_then(field);
        let Some(field) = field else { return vec![element.clone()] };
        let helper = |name: &str| {
            let mut helper = call.clone();
            helper.name = Parameter::Name(name.to_owned());
            helper.params = vec![field.clone()];
            helper.hash.clear();
            TemplateElement::Expression(Box::new(helper))
        };
        vec![helper(BEGIN), element.clone(), helper(END)]
    }
}

/// The path that a call prints, so that its text can be read back.
fn field(call: &HelperTemplate) -> Option<Parameter> {
    let name = call.name.as_name()?;
    let field = match call.params.as_slice() {
        [] if helpers::find(name).is_none() => call.name.clone(),
        [one] if name == SHOWN || READ_AGAIN.contains(&name) => one.clone(),
        _ => return None,
    };
    field.as_name().is_some_and(|path| !path.starts_with(['@', ' '])).then_some(field)
}

/// Writes the beginning or the end of `<field>`, where the value is one that is asked for.
struct FieldHelper {
    begins: bool,
    tagging: Tagging,
    blanks: bool,
}

impl HelperDef for FieldHelper {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &handlebars::Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        render: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        match self.field(helper, render) {
            Some((at, locked)) if self.begins => {
                let locked = if locked { " locked=\"true\"" } else { "" };
                Ok(out.write(&format!("<field at=\"{}\"{locked}>", escape(at.to_string())))?)
            }
            Some(_) => Ok(out.write("</field>")?),
            None => Ok::<_, RenderError>(()),
        }
    }
}

impl FieldHelper {
    /// The field that the value is, and whether it is not to be changed.
    fn field(&self, helper: &handlebars::Helper<'_>, render: &RenderContext<'_, '_>) -> Option<(Path, bool)> {
        let param = helper.param(0)?;
        let value = param.value();
        if param.is_value_missing() || value.is_null() {
            // It stands nowhere; what would lead there, from where the template is in the record, does.
            let own = param.relative_path().filter(|own| self.blanks && !own.contains(['/', '@']))?;
            let base = render.block().map(|block| block.base_path().clone()).unwrap_or_default();
            let steps = base.iter().cloned().chain(own.split('.').map(str::to_owned));
            return Some((in_record(steps)?, false));
        }
        let printed = !matches!(value, Value::Bool(_) | Value::Array(_));
        let at = place_of(param).filter(|_| printed)?;
        match self.tagging {
            Tagging::None => None,
            Tagging::Open => Some((at, !leaves_open(value))),
            Tagging::All => Some((at, false)),
        }
    }
}

/// Whether a value is left for the pen, or a part of it.
fn leaves_open(value: &Value) -> bool {
    match value {
        Value::String(text) => text == BY_HAND,
        Value::Object(parts) => {
            let date =
                parts.contains_key("year") && (!parts.contains_key("day") || !parts.contains_key("month"));
            date || parts.values().any(|part| part == BY_HAND)
        }
        _ => false,
    }
}
