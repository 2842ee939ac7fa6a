//! A template as `branches` walks it: its texts with their places, its values, its blocks with their conditions.

use handlebars::Template;
use handlebars::template::{BlockParam, HelperTemplate, Parameter, TemplateElement};

use super::helpers::{self, Form};
use super::path::Path;
use super::source::Source;

/// Line and column in a template.
pub(super) type Place = (usize, usize);
/// What a block asks: in which scope, counted from the record's, and what.
pub(super) type Condition = (usize, String);

/// A part of a template.
#[derive(Debug)]
pub(super) enum Node {
    /// Text, which begins at this character of the source.
    Text { text: String, start: usize },
    /// A value that is printed, and whether it is the same whatever the record says.
    Value(Place, bool),
    /// A helper that writes the markup of a table.
    Table(Place),
    /// A block and what is in it.
    Block(Box<Block>),
}

/// A block.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) at: Place,
    /// The helper.
    pub(super) name: String,
    /// What decides between its two parts.
    pub(super) condition: Condition,
    /// Whether it is `unless`.
    pub(super) negated: bool,
    /// The scope of its body, where it makes one.
    pub(super) scope: Option<usize>,
    /// Whether its body is taken any number of times.
    pub(super) turns: bool,
    /// Whether its body asks for the first or the last turn.
    pub(super) tells_turns: bool,
    pub(super) body: Vec<Node>,
    pub(super) inverse: Vec<Node>,
}

impl Block {
    /// Whether a text in it holds these characters.
    pub(super) fn holds(&self, characters: &str) -> bool {
        self.body.iter().chain(&self.inverse).any(|node| match node {
            Node::Text { text, .. } => text.contains(characters),
            Node::Block(block) => block.holds(characters),
            Node::Value(..) | Node::Table(_) => false,
        })
    }
}

/// The parts of a template that was compiled of `source` and not changed since.
pub(super) fn nodes(template: &Template, source: &Source) -> Vec<Node> {
    Builder { source, text: 0, depth: 0, names: Vec::new() }.nodes(template, (0, 0)).0
}

struct Builder<'a> {
    source: &'a Source,
    /// How many of the source's texts were passed.
    text: usize,
    /// How many scopes are open inside of the record's.
    depth: usize,
    /// The names given with `as |name|`, with their scopes.
    names: Vec<(String, usize)>,
}

impl Builder<'_> {
    /// The nodes, and whether one of them asks for the first or the last turn of the loop round them.
    fn nodes(&mut self, template: &Template, outer: Place) -> (Vec<Node>, bool) {
        let (mut nodes, mut tells) = (Vec::new(), false);
        for (index, element) in template.elements.iter().enumerate() {
            let at = template.mapping.get(index).map_or(outer, |at| self.source.place((at.0, at.1)));
            match element {
                TemplateElement::RawString(text) => nodes.push(self.text(text)),
                TemplateElement::Expression(call) => nodes.push(value(call, at)),
                TemplateElement::HelperBlock(call) => {
                    let (block, tells_turns) = self.block(call, at);
                    tells |= tells_turns;
                    nodes.push(Node::Block(Box::new(block)));
                }
                // `check` has refused whatever else there is.
                _ => {}
            }
        }
        (nodes, tells)
    }

    /// Handlebars may have taken white space from both ends, and tells the place of a text in no certain way.
    fn text(&mut self, text: &str) -> Node {
        let trimmed = text.trim();
        let texts = self.source.texts();
        let found = texts.iter().skip(self.text).position(|(_, known)| known.trim() == trimmed);
        let found = found.filter(|_| !trimmed.is_empty()).map(|index| self.text + index);
        let Some((index, (start, known))) = found.and_then(|index| Some((index, texts.get(index)?))) else {
            return Node::Text { text: text.to_owned(), start: 0 };
        };
        self.text = index + 1;
        let blank = |text: &str| text.chars().take_while(|c| c.is_whitespace()).count();
        Node::Text { text: text.to_owned(), start: start + blank(known) - blank(text) }
    }

    /// The block, and whether it asks for the turn of the loop round it.
    fn block(&mut self, call: &HelperTemplate, at: Place) -> (Block, bool) {
        let name = call.name.as_name().unwrap_or_default().to_owned();
        let mut condition = self.condition(call.params.first());
        if call.hash.contains_key("includeZero") {
            condition.1.push_str(" or 0");
        }
        let asks = condition.1.contains("@first") || condition.1.contains("@last");
        let turns = matches!(name.as_str(), "each" | "outline");
        let scope = (turns || name == "with").then_some(self.depth + 1);
        let known = self.names.len();
        if scope.is_some() {
            self.depth += 1;
            self.name(call.block_param.as_ref());
        }
        let (body, told_in_body) = self.part(call.template.as_ref(), at);
        if scope.is_some() {
            self.depth -= 1;
            self.names.truncate(known);
        }
        let (inverse, told_in_inverse) = self.part(call.inverse.as_ref(), at);
        let told_outside = asks || told_in_inverse || (!turns && told_in_body);
        let negated = name == "unless";
        let tells_turns = turns && told_in_body;
        (Block { at, name, condition, negated, scope, turns, tells_turns, body, inverse }, told_outside)
    }

    fn part(&mut self, part: Option<&Template>, at: Place) -> (Vec<Node>, bool) {
        part.map_or_else(Default::default, |template| self.nodes(template, at))
    }

    fn name(&mut self, given: Option<&BlockParam>) {
        let given = match given {
            Some(BlockParam::Single(value)) => vec![value],
            Some(BlockParam::Pair((value, key))) => vec![value, key],
            _ => Vec::new(),
        };
        let names = given.into_iter().filter_map(Parameter::as_name);
        self.names.extend(names.map(|name| (name.to_owned(), self.depth)));
    }

    /// What a condition asks, so that two of the same are found to be the same.
    fn condition(&self, asked: Option<&Parameter>) -> Condition {
        let Some(asked) = asked else { return (self.depth, String::new()) };
        let Some(raw) = asked.as_name() else { return (self.depth, format!("{asked:?}")) };
        let path = Path::of(raw);
        let names = path.names.join(".");
        if path.root {
            return (0, names);
        }
        let named =
            path.names.first().and_then(|first| self.names.iter().rev().find(|(name, _)| name == first));
        match named {
            Some((_, depth)) => (*depth, format!("|{names}")),
            None => {
                let mark = if path.local { "@" } else { "" };
                (self.depth.saturating_sub(path.ups), format!("{mark}{names}"))
            }
        }
    }
}

fn value(call: &HelperTemplate, at: Place) -> Node {
    let helper = call.name.as_name().and_then(helpers::find);
    match helper.map(|helper| &helper.form) {
        Some(Form::Markup(_)) => Node::Table(at),
        Some(_) => Node::Value(at, call.params.iter().all(is_fixed)),
        None => Node::Value(at, is_fixed(&call.name)),
    }
}

/// Whether a value is the same whatever the record says: the level of an outline, a word of the regulation.
fn is_fixed(value: &Parameter) -> bool {
    match value {
        Parameter::Literal(_) => true,
        Parameter::Subexpression(call) => match call.as_element() {
            TemplateElement::Expression(call) => call.params.iter().all(is_fixed),
            _ => false,
        },
        path => path.as_name().is_some_and(|raw| {
            let path = Path::of(raw);
            match path.local {
                true => path.names == ["level"],
                false => path.names.first() == Some(&"profile"),
            }
        }),
    }
}
