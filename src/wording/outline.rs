//! `{{#outline sections}}`: the block helper that walks an outline.

use handlebars::{
    BlockContext, Context, Handlebars, Helper, HelperDef, HelperResult, Output, RenderContext, RenderError,
    RenderErrorReason, Renderable, Template, to_json,
};
use serde_json::Value;

use crate::schema::told_value;
use crate::tree::Level;

/// Renders its inner template once for each section, depth first: a section, then its `items`.
///
/// Inside, the section is `this` and `@level` is its level, from the option `level` (1 where that
/// is absent) inwards. `../` leads to what is round the outline, whatever the section's depth.
/// `{{else}}` holds what is rendered where there are no sections.
pub(super) struct OutlineHelper;

impl HelperDef for OutlineHelper {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        registry: &'reg Handlebars<'reg>,
        context: &'rc Context,
        render: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let level = first_level(helper)?;
        let sections = helper.param(0).ok_or(RenderErrorReason::ParamNotFoundForIndex("outline", 0))?;
        match (sections.value(), sections.context_path(), helper.template()) {
            (Value::Array(list), Some(path), Some(template)) if !list.is_empty() => {
                let mut walk = Walk { template, registry, context, render, out };
                walk.sections(list, path, level)
            }
            (Value::Array(_) | Value::Null, ..) => match helper.inverse() {
                Some(inverse) => inverse.render(registry, context, render, out),
                None => Ok(()),
            },
            _ => Err(fault("mục đi sau không phải danh sách; hãy ghi tên một danh sách")),
        }
    }
}

/// The option `level`.
fn first_level(helper: &Helper<'_>) -> Result<u8, RenderError> {
    match helper.hash_get("level").map(|level| level.value()) {
        None | Some(Value::Null) => Ok(1),
        Some(given) => {
            let level = given.as_u64().and_then(|n| u8::try_from(n).ok()).and_then(Level::new);
            let level = level.map(Level::get);
            let now = || told_value(given).vietnamese;
            level.ok_or_else(|| fault(&format!("level không nhận {}; hãy ghi một số từ 1 đến 5", now())))
        }
    }
}

fn fault(reason: &str) -> RenderError {
    RenderErrorReason::Other(format!("hàm “outline”: {reason}")).into()
}

/// What rendering needs, handed down with the recursion.
struct Walk<'a, 'reg, 'rc> {
    template: &'rc Template,
    registry: &'reg Handlebars<'reg>,
    context: &'rc Context,
    render: &'a mut RenderContext<'reg, 'rc>,
    out: &'a mut dyn Output,
}

impl<'reg: 'rc, 'rc> Walk<'_, 'reg, 'rc> {
    /// Renders `sections`, which stand at `path`, and all below them.
    fn sections(&mut self, sections: &[Value], path: &[String], level: u8) -> HelperResult {
        if Level::new(level).is_none() {
            return Err(fault("các phần lồng nhau quá 5 cấp; hãy bớt cấp trong bản ghi"));
        }
        for (index, section) in sections.iter().enumerate() {
            let mut path = path.to_vec();
            path.push(index.to_string());

            let mut block = BlockContext::new();
            block.base_path_mut().clone_from(&path);
            block.set_local_var("level", to_json(level));
            self.render.push_block(block);
            self.template.render(self.registry, self.context, self.render, self.out)?;
            self.render.pop_block();

            match section.get("items") {
                None | Some(Value::Null) => {}
                Some(Value::Array(items)) if items.is_empty() => {}
                Some(Value::Array(items)) => {
                    path.push("items".to_owned());
                    self.sections(items, &path, level + 1)?;
                }
                Some(_) => return Err(fault("“items” của một phần không phải danh sách; hãy sửa bản ghi")),
            }
        }
        Ok(())
    }
}
