//! A template that is compiled, checked and filled.

use std::sync::{Mutex, PoisonError};

use handlebars::template::TemplateElement;
use handlebars::{Context, RenderContext, RenderError, RenderErrorReason, Renderable, Template, WriteOutput};
use serde_json::{Value, json};

use super::limits::{Allowed, Limited};
use super::registry::Filler;
use super::source::Source;
use super::tagged::{self, Tagging};
use super::{branches, call, check, node, refused, told};
use crate::error::{Error, Result};
use crate::profile::FreeLayout;
use crate::text::CleanJson;

/// A template that was checked.
#[derive(Debug)]
pub(super) struct Compiled {
    template: Template,
    made: Made,
    /// Helpers that no filling uses now, as many as there were fillings at one time: to register them takes longer than to
    /// fill a short template.
    idle: Mutex<Vec<Filler>>,
}

/// What a template makes, and the layout whose styles it may name.
pub(super) type Manner<'a> = (Made, Option<&'a FreeLayout>);

impl Compiled {
    /// Whether nothing but white space and comments stands in it.
    pub(super) fn says_nothing(&self) -> bool {
        self.template.elements.iter().all(|element| match element {
            TemplateElement::Comment(_) => true,
            TemplateElement::RawString(text) => text.trim().is_empty(),
            _ => false,
        })
    }
}

/// What a template makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Made {
    /// Form markup.
    Markup,
    /// Form markup, in which what a record leaves out is a blank for the pen.
    Form,
    /// Sentences.
    Sentences,
}

/// All that is wrong with the template of a form.
#[cfg(feature = "forms")]
pub(crate) fn faults(name: &str, source: &str, schema: &Value, layout: Option<&FreeLayout>) -> Vec<Error> {
    match compiled(name, source, schema, (Made::Form, layout)) {
        Ok((template, _)) if template.says_nothing() => {
            vec![refused(name, (1, 1), "lời văn trống; hãy ghi nội dung".to_owned())]
        }
        Ok((_, wrong)) => wrong,
        Err(error) => vec![error],
    }
}

/// Compiles a template and checks it, against the schema of its records and against the vocabulary of form markup.
pub(super) fn compile(name: &str, source: &str, schema: &Value, manner: Manner<'_>) -> Result<Compiled> {
    let (template, wrong) = compiled(name, source, schema, manner)?;
    wrong.into_iter().next().map_or(Ok(template), Err)
}

/// A compiled template, and all that is wrong with it.
fn compiled(
    name: &str,
    source: &str,
    schema: &Value,
    (made, layout): Manner<'_>,
) -> Result<(Compiled, Vec<Error>)> {
    let source = Source::read(source, name)?;
    let mut template = Template::compile_with_name(source.text(), name.to_owned()).map_err(|error| {
        let at = error.pos().map_or((0, 0), |at| source.place(at));
        refused(name, at, told::uncompiled(error.reason()))
    })?;
    let nodes = node::nodes(&template, &source);
    let mut wrong = check::check(&mut template, name, schema, &surroundings(), &source, made == Made::Form);
    if made != Made::Sentences {
        let branches = branches::check(&nodes, &source, (made, layout), schema);
        wrong.extend(branches.err().map(|(at, reason)| refused(name, at, reason)));
    }
    Ok((Compiled { template, made, idle: Mutex::default() }, wrong))
}

pub(super) fn fill(
    compiled: &Compiled,
    name: &str,
    context: CleanJson,
    allowed: Allowed,
    tagging: Tagging,
) -> Result<String> {
    let Compiled { template, made, idle } = compiled;
    let of_fields = (tagging != Tagging::None).then(|| tagged::tagged(template));
    let template = of_fields.as_ref().unwrap_or(template);
    let context = Context::from(context.into_value());
    // Whoever panics while it holds the lock leaves a whole list behind.
    let idle = || idle.lock().unwrap_or_else(PoisonError::into_inner);
    let kept = if tagging == Tagging::None { idle().pop() } else { None };
    let filler = kept.unwrap_or_else(|| Filler::new(*made == Made::Form, tagging));
    let mut out = Limited::new(allowed.bytes);
    let filled = {
        let mut render = RenderContext::new(template.name.as_ref());
        template.render(filler.begin(allowed.steps), &context, &mut render, &mut WriteOutput::new(&mut out))
    };
    filled.map_err(|error| failed(name, &error, allowed))?;
    if tagging == Tagging::None {
        idle().push(filler);
    }
    let markup = String::from_utf8(out.into_bytes())
        .map_err(|error| Error::bug(format!("the template {name} made invalid UTF-8: {error}")))?;
    // Form feeds stand for the template's line breaks; see `Source`.
    Ok(markup.replace('\u{c}', "\n"))
}

/// The schema of what stands beside a record's own fields.
fn surroundings() -> Value {
    let words = json!({"type": "object", "properties": {
        "basis_end": {"type": "string"},
        "basis_separator": {"type": "string"},
        "committee": {"type": "string"},
        "dots": {"type": "integer"},
    }});
    json!({"properties": {"profile": words}})
}

/// Why a template could not be filled.
fn failed(name: &str, error: &RenderError, allowed: Allowed) -> Error {
    // Of a figure that cannot be said so the record is to blame.
    if let RenderErrorReason::NestedError(cause) = error.reason()
        && let Some(field) = cause.downcast_ref::<call::Field>()
    {
        return field.error();
    }
    let at = (error.line_no.unwrap_or(0), error.column_no.unwrap_or(0));
    refused(name, at, told::unfilled(error.reason(), allowed))
}
