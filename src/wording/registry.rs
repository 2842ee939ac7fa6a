//! The helpers as handlebars calls them, for one filling of a template at a time: all of them take their steps from one
//! account.

use std::sync::Arc;

use handlebars::{
    Context, Handlebars, HelperDef, HelperResult, Output, RenderContext, RenderError, RenderErrorReason,
    ScopedJson,
};
use serde_json::Value;

use super::call::{Call, Origins, Unsaid};
use super::helpers::{BY_HAND, Form, HELPERS, figure, left_open, makes_a_number, shown};
use super::outline::OutlineHelper;
use super::steps::Steps;
use super::tagged::{self, Tagging};
use super::told::no_value;

/// The helper that the check of a template puts before a path that may lead to a number; no template can
/// write its name. `{{path}}` alone would be printed by handlebars, in English.
pub(super) const SHOWN: &str = " shown";
/// The helper that the check puts into the body of each block, with what one turn of it costs.
pub(super) const STEP: &str = " step";

/// The helpers, ready for one filling after the other, and what they keep during one.
#[derive(Debug)]
pub(super) struct Filler {
    registry: Handlebars<'static>,
    steps: Arc<Steps>,
    origins: Arc<Origins>,
}

impl Filler {
    pub(super) fn new(blanks: bool, tagging: Tagging) -> Filler {
        let (steps, origins) = (Arc::default(), Arc::default());
        Filler { registry: registry(&steps, &origins, blanks, tagging), steps, origins }
    }

    /// The helpers, for a filling of which nothing is known yet and that may take so many steps.
    pub(super) fn begin(&self, steps: u64) -> &Handlebars<'static> {
        self.steps.begin(steps);
        self.origins.forget();
        &self.registry
    }
}

/// All helpers, which count their steps in `steps`, and how they escape. Those of handlebars that the table does
/// not have are taken out: a field of the same name would call them.
///
/// With `blanks`, what a record leaves out is a blank for the pen; `tagging` says of which values a tagged template makes
/// fields.
fn registry(
    steps: &Arc<Steps>,
    origins: &Arc<Origins>,
    blanks: bool,
    tagging: Tagging,
) -> Handlebars<'static> {
    let mut registry = Handlebars::new();
    registry.set_strict_mode(true);
    registry.register_escape_fn(|text| quick_xml::escape::escape(text).into_owned());
    for foreign in ["and", "gt", "gte", "len", "log", "lookup", "lt", "lte", "ne", "not", "or", "raw"] {
        registry.unregister_helper(foreign);
    }
    for helper in &HELPERS {
        match helper.form {
            Form::Value(run) => {
                let (steps, origins) = (Arc::clone(steps), Arc::clone(origins));
                let helper_def = ValueHelper { run, steps, origins, blanks };
                registry.register_helper(helper.name, Box::new(helper_def));
            }
            Form::Markup(run) => {
                let helper_def = MarkupHelper { run, steps: Arc::clone(steps), origins: Arc::clone(origins) };
                registry.register_helper(helper.name, Box::new(helper_def));
            }
            // The others are those of handlebars.
            Form::Block => {}
        }
    }
    registry.register_helper(SHOWN, Box::new(ShownHelper { blanks }));
    registry.register_helper(STEP, Box::new(StepHelper { steps: Arc::clone(steps) }));
    registry.register_helper("outline", Box::new(OutlineHelper));
    if tagging != Tagging::None {
        tagged::register(&mut registry, tagging, blanks);
    }
    registry
}

struct ValueHelper {
    run: fn(&Call<'_>) -> Result<Value, Unsaid>,
    steps: Arc<Steps>,
    origins: Arc<Origins>,
    blanks: bool,
}

impl ValueHelper {
    /// The value; none where the record leaves one out of which it is made, and may.
    fn value(
        &self,
        helper: &handlebars::Helper<'_>,
        context: &Context,
    ) -> Result<Option<Value>, RenderError> {
        self.steps.read(helper)?;
        let call = Call { helper, origins: &self.origins, dots: dots(context) };
        // Whether two values are the same is said of absent ones too.
        let value = match self.blanks && helper.name() != "eq" && call.lacks_any() {
            true => Value::Null,
            false => (self.run)(&call).map_err(|unsaid| fault(helper, unsaid))?,
        };
        match value {
            Value::Null if self.blanks => Ok(None),
            Value::Null => Err(fault(helper, no_value(call.path(0)).into())),
            value => {
                if makes_a_number(helper.name()) {
                    self.origins.note(&value, call.field());
                }
                Ok(Some(value))
            }
        }
    }
}

impl HelperDef for ValueHelper {
    /// A value for another helper: what is absent there stays so, where a number is made.
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &handlebars::Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        context: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let open = || match makes_a_number(helper.name()) {
            true => Value::Null,
            false => Value::String(left_open(helper.name())),
        };
        Ok(ScopedJson::Derived(self.value(helper, context)?.unwrap_or_else(open)))
    }

    /// A value that is printed.
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &handlebars::Helper<'rc>,
        registry: &'reg Handlebars<'reg>,
        context: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let by_hand = |value: &Value| makes_a_number(helper.name()) && value == BY_HAND;
        let text = match self.value(helper, context)?.filter(|value| !by_hand(value)) {
            Some(value) => shown(&value),
            None => left_open(helper.name()),
        };
        Ok(out.write(&registry.get_escape_fn()(&text))?)
    }
}

struct MarkupHelper {
    run: fn(&Call<'_>) -> Result<String, Unsaid>,
    steps: Arc<Steps>,
    origins: Arc<Origins>,
}

impl HelperDef for MarkupHelper {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &handlebars::Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        context: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        self.steps.read(helper)?;
        let call = Call { helper, origins: &self.origins, dots: dots(context) };
        let markup = (self.run)(&call).map_err(|unsaid| fault(helper, unsaid))?;
        Ok(out.write(&markup)?)
    }
}

/// How many dots fill a line of the body.
fn dots(context: &Context) -> u64 {
    context.data().pointer("/profile/dots").and_then(Value::as_u64).unwrap_or_default()
}

struct ShownHelper {
    blanks: bool,
}

impl HelperDef for ShownHelper {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &handlebars::Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let param = helper.param(0).filter(|param| !param.is_value_missing());
        let Some(param) = param else {
            if self.blanks {
                return Ok(ScopedJson::Derived(Value::String(left_open(""))));
            }
            let path = helper.param(0).and_then(|param| param.relative_path()).cloned();
            return Err(RenderErrorReason::MissingVariable(path).into());
        };
        let text = match (param.value(), helper.hash_get("figure").is_some()) {
            (value, true) => figure(value).unwrap_or_else(|| shown(value)),
            (value, false) => shown(value),
        };
        Ok(ScopedJson::Derived(Value::String(text)))
    }
}

struct StepHelper {
    steps: Arc<Steps>,
}

impl HelperDef for StepHelper {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &handlebars::Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
        _: &mut dyn Output,
    ) -> HelperResult {
        let cost = helper.param(0).and_then(|cost| cost.value().as_u64()).unwrap_or(1);
        self.steps.take(cost)
    }
}

/// What is wrong with a call.
fn fault(helper: &handlebars::Helper<'_>, unsaid: Unsaid) -> RenderError {
    match unsaid {
        Unsaid::Wording(reason) => {
            RenderErrorReason::Other(format!("hàm “{}”: {reason}", helper.name())).into()
        }
        Unsaid::Field(field) => RenderErrorReason::NestedError(Box::new(field)).into(),
    }
}
