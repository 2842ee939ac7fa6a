//! How long a template may work. Its output says nothing of that: loops that print nothing have none.

use std::sync::atomic::{AtomicU64, Ordering};

use handlebars::template::{HelperTemplate, Parameter, TemplateElement};
use handlebars::{RenderError, RenderErrorReason, Template};
use serde_json::Value;

use super::registry::STEP;

/// How many bytes of text a helper reads, or a path has, for one step.
const BYTES: usize = 64;

/// The account of one filling: a step for each part of a template that is looked at, for each helper that is called,
/// and for each 64 bytes of text that a helper reads.
#[derive(Debug, Default)]
pub(super) struct Steps {
    taken: AtomicU64,
    /// The most that this filling may take.
    allowed: AtomicU64,
}

impl Steps {
    /// Begins a new account.
    pub(super) fn begin(&self, allowed: u64) {
        self.taken.store(0, Ordering::Relaxed);
        self.allowed.store(allowed, Ordering::Relaxed);
    }

    /// Takes some.
    pub(super) fn take(&self, cost: u64) -> Result<(), RenderError> {
        let taken = self.taken.fetch_add(cost, Ordering::Relaxed).saturating_add(cost);
        let allowed = self.allowed.load(Ordering::Relaxed);
        if taken <= allowed {
            return Ok(());
        }
        let reason = format!(
            "lời văn này lặp quá nhiều với bản ghi này (hơn {allowed} bước); hãy bớt vòng lặp lồng nhau"
        );
        Err(RenderErrorReason::Other(reason).into())
    }

    /// Takes what a helper costs that reads these values.
    pub(super) fn read(&self, helper: &handlebars::Helper<'_>) -> Result<(), RenderError> {
        let texts = helper.params().iter().filter_map(|param| param.value().as_str());
        self.take(texts.map(|text| cost(text.len())).sum::<u64>().saturating_add(1))
    }
}

/// The call that takes the steps of a block, made of the block's own: handlebars gives no other way to make one.
pub(super) fn call(block: &HelperTemplate) -> HelperTemplate {
    let mut step = block.clone();
    step.name = Parameter::Name(STEP.to_owned());
    step.hash.clear();
    step.block_param = None;
    step.block = false;
    step.chain = false;
    step
}

/// What one turn of a block's body costs, the bodies of the blocks in it apart.
pub(super) fn of_turn(body: &Template) -> u64 {
    let parts = body.elements.iter().map(|element| match element {
        TemplateElement::Expression(call) | TemplateElement::HelperBlock(call) => of_call(call),
        _ => 0,
    });
    parts.sum::<u64>().saturating_add(1)
}

fn of_call(call: &HelperTemplate) -> u64 {
    let values = call.params.iter().chain(call.hash.values()).chain([&call.name]);
    values.map(of_value).sum::<u64>().saturating_add(1)
}

fn of_value(value: &Parameter) -> u64 {
    match value {
        Parameter::Name(_) | Parameter::Path(_) => value.as_name().map_or(0, |name| cost(name.len())),
        Parameter::Literal(Value::String(text)) => cost(text.len()),
        Parameter::Subexpression(call) => match call.as_element() {
            TemplateElement::Expression(call) => of_call(call),
            _ => 1,
        },
        _ => 0,
    }
}

fn cost(bytes: usize) -> u64 {
    u64::try_from(bytes / BYTES).unwrap_or(u64::MAX)
}
