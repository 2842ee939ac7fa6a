//! Checks a compiled template against the record's schema: every path, every helper. Handlebars
//! itself takes `{{#if vtoe}}` for false without a word.

use std::collections::HashMap;

use handlebars::Template;
use handlebars::template::{BlockParam, HelperTemplate, Parameter, Subexpression, TemplateElement};
use serde_json::Value;

use super::helpers::{self, Form, Helper};
use super::limits::UNESCAPED;
use super::path::Path;
use super::registry::SHOWN;
use super::source::Source;
use super::{refused, steps, takes, told};
use crate::error::{Error, Result};
use crate::schema::Shape;

/// Checks `template`; gives all that is wrong with its tags, a fault a tag. It also gives each `#each` and `#with` an empty `{{else}}` where it has
/// none: in strict mode an absent list is an error otherwise, and it shall be an empty one. And it
/// writes the places of `source` into the template, for errors when it is filled, and into each block what a turn
/// of it costs.
pub(super) fn check(
    template: &mut Template,
    name: &str,
    schema: &Value,
    extra: &Value,
    source: &Source,
    blanks: bool,
) -> Vec<Error> {
    let record = Scope { here: Shape::of(schema).or(extra), locals: Vec::new(), params: Vec::new() };
    let mut checker =
        Checker { name, schema, source, blanks, scopes: vec![record], at: (0, 0), wrong: Vec::new() };
    checker.template(template);
    checker.wrong
}

/// What names mean inside a block.
struct Scope<'a> {
    /// What `this` is.
    here: Shape<'a>,
    /// The variables of the block: `index` for `@index`.
    locals: Vec<&'static str>,
    /// The names given with `as |name|`.
    params: Vec<(String, Shape<'a>)>,
}

struct Checker<'a> {
    name: &'a str,
    schema: &'a Value,
    source: &'a Source,
    /// Whether what a record leaves out is a blank for the pen.
    blanks: bool,
    /// From the record to the innermost block; never empty.
    scopes: Vec<Scope<'a>>,
    /// Line and column of the tag that is checked.
    at: (usize, usize),
    /// What is wrong so far.
    wrong: Vec<Error>,
}

impl<'a> Checker<'a> {
    fn template(&mut self, template: &mut Template) {
        let outer = self.at;
        for mapping in &mut template.mapping {
            (mapping.0, mapping.1) = self.source.place((mapping.0, mapping.1));
        }
        for (index, element) in template.elements.iter_mut().enumerate() {
            // The links of an `else if` chain have no place of their own: the `#if` stands in.
            self.at = template.mapping.get(index).map_or(outer, |mapping| (mapping.0, mapping.1));
            let checked = match element {
                TemplateElement::RawString(_) | TemplateElement::Comment(_) => Ok(()),
                TemplateElement::Expression(call) => self.print(call),
                TemplateElement::HelperBlock(call) => self.block(call),
                // `limits` has seen none of these; this is for what it may have missed.
                _ => Err(self.refuse(UNESCAPED.to_owned())),
            };
            self.wrong.extend(checked.err());
        }
        self.at = outer;
    }

    /// `{{path}}` or `{{helper …}}`.
    fn print(&mut self, call: &mut HelperTemplate) -> Result<()> {
        let Some(name) = call.name.as_name() else {
            return Err(self.refuse("dấu ngoặc đơn chỉ đứng sau tên hàm; hãy bỏ dấu ngoặc đơn".to_owned()));
        };
        if !call.params.is_empty() || !call.hash.is_empty() {
            if helpers::find(name).is_none()
                && let Some(meant) = self.spaced(name, &call.params)
            {
                return Err(meant);
            }
            return self.inline(name, &call.params, &call.hash);
        }
        if helpers::find(name).is_some() {
            return Err(self.refuse(format!("“{name}” là tên hàm, phải có giá trị đi sau; nếu là mục của bản ghi thì hãy ghi “this.{name}”")));
        }
        let shape = self.path(name)?;
        let parted = self.blanks.then(|| takes::of_parts(&shape)).flatten();
        if let Some(helper) = parted {
            let path = std::mem::replace(&mut call.name, Parameter::Name(helper.to_owned()));
            call.params.push(path);
            Ok(())
        } else if shape.is_printable() {
            // Handlebars prints numbers in English.
            let is_text = shape.is_text();
            if shape.is_number() {
                call.hash.insert("figure".to_owned(), Parameter::Literal(Value::Bool(true)));
            }
            if !is_text || self.blanks {
                let path = std::mem::replace(&mut call.name, Parameter::Name(SHOWN.to_owned()));
                call.params.push(path);
            }
            Ok(())
        } else {
            Err(self.refuse(told::not_printed(name, &shape)))
        }
    }

    /// What is told of words with spaces between them that are a field's term: `{{nơi nhận}}`.
    fn spaced(&self, name: &str, params: &[Parameter]) -> Option<Error> {
        let words: Vec<&str> = std::iter::once(Some(name))
            .chain(params.iter().map(Parameter::as_name))
            .collect::<Option<_>>()?;
        let (words, here) = (words.join(" "), self.scopes.last()?.here.names());
        let told = told::unknown_path(&words, &words, &here);
        told.ends_with('?').then(|| self.refuse(told))
    }

    /// A helper that makes a value.
    fn inline(&self, name: &str, params: &[Parameter], hash: &HashMap<String, Parameter>) -> Result<()> {
        let helper = self.helper(name)?;
        if matches!(helper.form, Form::Block) {
            return Err(
                self.refuse(format!("“{name}” mở một khối; hãy ghi {{{{#{name} …}}}} … {{{{/{name}}}}}"))
            );
        }
        self.arguments(helper, params, hash).map(|_| ())
    }

    fn block(&mut self, call: &mut HelperTemplate) -> Result<()> {
        let name = call.name.as_name().unwrap_or_default();
        let helper = self.helper(name)?;
        if !matches!(helper.form, Form::Block) {
            return Err(self.refuse(format!("“{name}” không mở khối; hãy ghi {{{{{name} …}}}}")));
        }
        let subject = self.arguments(helper, &call.params, &call.hash)?;
        let inner = match helper.name {
            "each" | "outline" => Some(self.loop_scope(helper.name, &subject)?),
            "with" => {
                let locals = self.scopes.last().map(|scope| scope.locals.clone()).unwrap_or_default();
                Some(Scope { here: subject, locals, params: Vec::new() })
            }
            _ => None,
        };
        let inner = self.name_params(helper.name, call.block_param.as_ref(), inner)?;
        if matches!(helper.name, "each" | "with") {
            call.inverse.get_or_insert_with(Template::new);
        }
        let (mut body, mut inverse) = (call.template.take(), call.inverse.take());
        let step = steps::call(call);
        let depth = self.scopes.len();
        self.scopes.extend(inner);
        self.body(body.as_mut(), &step);
        self.scopes.truncate(depth);
        self.body(inverse.as_mut(), &step);
        (call.template, call.inverse) = (body, inverse);
        Ok(())
    }

    /// The body of a block, which takes its steps with each turn. The call that takes them stands last: it has no
    /// place of its own there, so that the block's stands in where they are too many.
    fn body(&mut self, body: Option<&mut Template>, step: &HelperTemplate) {
        let Some(body) = body else { return };
        self.template(body);
        let mut step = step.clone();
        step.params = vec![Parameter::Literal(steps::of_turn(body).into())];
        body.elements.push(TemplateElement::Expression(Box::new(step)));
    }

    /// The scope inside of a loop over `list`.
    fn loop_scope(&self, helper: &str, list: &Shape<'a>) -> Result<Scope<'a>> {
        let Some(here) = list.items() else {
            return Err(self.refuse(format!(
                "“{helper}” cần một danh sách, mà mục đi sau không phải; hãy ghi tên một danh sách"
            )));
        };
        let mut locals = if helper == "outline" { vec!["level"] } else { vec!["first", "index", "last"] };
        if helper == "each" && list.is_map() {
            locals.push("key");
        }
        Ok(Scope { here, locals, params: Vec::new() })
    }

    /// Adds the names given with `as |…|` to a scope.
    fn name_params(
        &self,
        helper: &str,
        given: Option<&BlockParam>,
        scope: Option<Scope<'a>>,
    ) -> Result<Option<Scope<'a>>> {
        let given = match given {
            None => return Ok(scope),
            Some(BlockParam::Single(value)) => (value.as_name(), None),
            Some(BlockParam::Pair((value, key))) => (value.as_name(), key.as_name()),
            Some(_) => (None, None),
        };
        match (helper, scope, given) {
            ("each" | "with", Some(mut scope), (Some(value), None)) => {
                scope.params = vec![(value.to_owned(), scope.here.clone())];
                Ok(Some(scope))
            }
            ("each", Some(mut scope), (Some(value), Some(key))) => {
                let key = (key.to_owned(), Shape::scalar(self.schema));
                scope.params = vec![(value.to_owned(), scope.here.clone()), key];
                Ok(Some(scope))
            }
            _ => Err(self.refuse(format!("“{helper}” không nhận các tên ấy sau “as”; hãy bỏ phần “as |…|”"))),
        }
    }

    fn helper(&self, name: &str) -> Result<&'static Helper> {
        helpers::find(name).ok_or_else(|| {
            self.refuse(format!("không có hàm “{name}”; {}", told::among(name, &helpers::names())))
        })
    }

    /// Checks a helper's arguments; gives the shape of the first.
    fn arguments(
        &self,
        helper: &Helper,
        params: &[Parameter],
        hash: &HashMap<String, Parameter>,
    ) -> Result<Shape<'a>> {
        if params.len() != helper.params {
            let remedy = if params.len() < helper.params { "ghi thêm" } else { "bớt đi" };
            let (name, needs, given) = (helper.name, helper.params, params.len());
            return Err(self
                .refuse(format!("“{name}” cần {needs} giá trị đi sau, mà ở đây có {given}; hãy {remedy}")));
        }
        let mut options: Vec<(&String, &Parameter)> = hash.iter().collect();
        options.sort_by_key(|(name, _)| *name);
        let shapes = params.iter().map(|param| self.value(param)).collect::<Result<Vec<_>>>()?;
        for (name, value) in options {
            if helper.options == [helpers::COLUMNS] {
                self.column(name, shapes.first(), value)?;
            } else if !helper.options.contains(&name.as_str()) {
                return Err(self.refuse(told::no_option(helper.name, helper.options, name)));
            } else if self.blanks && !takes::is_own(value) {
                return Err(self.refuse(told::option_of_the_record(helper.name, name)));
            }
            self.value(value)?;
        }
        if helper.name == "eq" {
            self.never_equal(params, &shapes)?;
        }
        for (param, shape) in params.iter().zip(&shapes) {
            if let (Some(path), Some(unfit)) = (param.as_name(), helper.takes.unfit(shape, self.blanks)) {
                return Err(self.refuse(format!("hàm “{}”: “{path}” {unfit}", helper.name)));
            }
        }
        Ok(shapes.into_iter().next().unwrap_or_else(|| Shape::scalar(self.schema)))
    }

    /// A field that is one of few is compared with one of them.
    fn never_equal(&self, params: &[Parameter], shapes: &[Shape<'a>]) -> Result<()> {
        let ([one, other], [of_one, of_other]) = (params, shapes) else { return Ok(()) };
        for (path, shape, value) in [(one, of_one, other), (other, of_other, one)] {
            if let (Some(path), Some(choices), Parameter::Literal(Value::String(text))) =
                (path.as_name(), shape.choices(), value)
                && !choices.contains(&text.as_str())
            {
                let meant = told::among(text, &choices);
                return Err(self.refuse(format!("“{path}” không bao giờ là “{text}”; {meant}")));
            }
        }
        Ok(())
    }

    /// An option that names a field of a list's elements, and the value that is counted.
    fn column(&self, name: &str, list: Option<&Shape<'a>>, value: &Parameter) -> Result<()> {
        let Some(element) = list.and_then(Shape::items) else { return Ok(()) };
        let Some(shape) = element.field(name) else {
            return Err(self.refuse(told::unknown_path(name, name, &element.names())));
        };
        let Parameter::Literal(value) = value else { return Ok(()) };
        match takes::uncounted(&shape, value, self.blanks) {
            Some(why) => Err(self.refuse(format!("“{name}” {why}"))),
            None => Ok(()),
        }
    }

    fn value(&self, value: &Parameter) -> Result<Shape<'a>> {
        match value {
            Parameter::Literal(_) => Ok(Shape::scalar(self.schema)),
            Parameter::Name(raw) => self.path(raw),
            Parameter::Path(_) => self.path(value.as_name().unwrap_or_default()),
            Parameter::Subexpression(call) => {
                self.parentheses(call)?;
                Ok(Shape::scalar(self.schema))
            }
            _ => Err(self.refuse("giá trị đi sau hàm phải là tên mục, số, chữ trong dấu nháy, hoặc một hàm trong dấu ngoặc đơn; hãy ghi lại".to_owned())),
        }
    }

    fn parentheses(&self, call: &Subexpression) -> Result<()> {
        match call.as_element() {
            TemplateElement::Expression(call) => {
                let name = call.name.as_name().unwrap_or_default();
                if matches!(self.helper(name)?.form, Form::Markup(_)) {
                    return Err(self.refuse(format!(
                        "“{name}” in ra cả đoạn hay cả bảng, không đặt trong dấu ngoặc đơn được; hãy để riêng ra"
                    )));
                }
                self.inline(name, &call.params, &call.hash)
            }
            _ => {
                Err(self
                    .refuse("trong dấu ngoặc đơn phải là một hàm và giá trị của nó; hãy ghi lại".to_owned()))
            }
        }
    }

    /// What a path leads to.
    fn path(&self, raw: &str) -> Result<Shape<'a>> {
        let path = Path::of(raw);
        let reached = if path.root { self.scopes.first() } else { self.scopes.iter().rev().nth(path.ups) };
        let Some(scope) = reached.filter(|_| !path.root || (path.ups == 0 && !path.local)) else {
            return Err(self.refuse(format!("“{raw}” ra ngoài bản ghi; hãy bớt “../” hoặc “@”")));
        };
        if path.local {
            return match path.names.as_slice() {
                [name] if scope.locals.contains(name) => Ok(Shape::scalar(self.schema)),
                _ => Err(self.unknown(raw, scope)),
            };
        }
        // Handlebars looks for a name given with `as` first, in all blocks round it.
        let param = path.names.first().filter(|_| !path.root).and_then(|name| self.param(name));
        let (mut shape, names) = match param {
            Some(shape) => (shape.clone(), path.names.get(1..).unwrap_or_default()),
            None => (scope.here.clone(), path.names.as_slice()),
        };
        for (index, name) in names.iter().enumerate() {
            shape = match shape.field(name) {
                Some(field) => field,
                None if index == 0 && param.is_none() => return Err(self.unknown(raw, scope)),
                None => return Err(self.unknown_part(raw, name, &shape)),
            };
        }
        Ok(shape)
    }

    fn param(&self, name: &str) -> Option<&Shape<'a>> {
        let mut params = self.scopes.iter().rev().flat_map(|scope| &scope.params);
        params.find(|(param, _)| param == name).map(|(_, shape)| shape)
    }

    /// A path whose first name means nothing in its scope.
    fn unknown(&self, raw: &str, scope: &Scope<'a>) -> Error {
        let mut known = scope.here.names();
        known.extend(scope.locals.iter().map(|local| format!("@{local}")));
        known.extend(self.scopes.iter().flat_map(|scope| &scope.params).map(|(name, _)| name.clone()));
        known.sort();
        let path = Path::of(raw);
        let name = match path.local {
            true => format!("@{}", path.names.join(".")),
            false => path.names.first().copied().unwrap_or_default().to_owned(),
        };
        let told = match self.outer(&name) {
            Some(outer) if known.iter().all(|it| *it != name) => {
                format!("trong khối này không có mục “{name}”; mục ấy ở ngoài khối, hãy ghi “{outer}”")
            }
            _ => told::unknown_path(raw, &name, &known),
        };
        self.refuse(told)
    }

    /// A path that goes wrong behind its first name.
    fn unknown_part(&self, raw: &str, name: &str, shape: &Shape<'a>) -> Error {
        self.refuse(told::unknown_path(raw, name, &shape.names()))
    }

    /// How a field of the record, or of a block round this one, is reached from here.
    fn outer(&self, name: &str) -> Option<String> {
        let rounds = self.scopes.iter().rev().enumerate().skip(1);
        let mut holding = rounds.filter(|(_, scope)| scope.here.names().iter().any(|it| it == name));
        let (ups, _) = holding.next()?;
        if ups + 1 == self.scopes.len() {
            Some(format!("@root.{name}"))
        } else {
            Some(format!("{}{name}", "../".repeat(ups)))
        }
    }

    fn refuse(&self, reason: String) -> Error {
        refused(self.name, self.at, reason)
    }
}
