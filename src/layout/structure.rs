//! What the blocks are to a reader that does not see the page: headings, lists, parts side by side.

use super::page::Span;
use crate::tree::{Block, BoundPaper, Paragraph, Role, Scope, Spot, Table, Tree};

/// A node of the document's logical structure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    /// A paragraph, by the number that its runs carry.
    Paragraph(usize),
    /// A heading, 1 for the title, no level left out; its text serves the outline. It is one paragraph,
    /// or two: a chapter's label and its name.
    Heading { level: u8, blocks: Vec<usize>, text: String },
    /// Paragraphs that each begin with a dash.
    List(Vec<usize>),
    /// One of the parts that stand side by side.
    Part(Vec<Node>),
    /// A table: its rows.
    Table(Vec<Vec<CellNode>>),
    /// A paper in a volume of several: what the outline calls it, what its page labels begin with, and its
    /// first page.
    Paper { title: String, label: String, first: usize, nodes: Vec<Node> },
    /// A picture, and what it says to a reader who does not see it.
    Figure { block: usize, alternative_text: String },
    /// The room of a signature, where a file has a field for it.
    Signature(usize),
    /// That of the seal on it.
    Seal(usize),
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CellNode {
    /// Whether it is a header, and of what.
    pub(crate) scope: Option<Scope>,
    pub(crate) column_span: usize,
    pub(crate) row_span: usize,
    /// What stands in it; nothing where it is to be filled in.
    pub(crate) nodes: Vec<Node>,
}

/// The structure of a tree, in reading order. Paragraphs without text are none. What belongs to a paper of a volume
/// stands in that.
pub(super) fn structure(tree: &Tree, spans: &[Span]) -> Vec<Node> {
    let mut builder = Builder { open: Vec::new(), label: None };
    let mut all = Vec::new();
    for (section, span) in tree.sections().iter().zip(spans) {
        if let Some(BoundPaper { title, .. }) = &section.paper {
            let (title, label) = (title.clone(), String::new());
            all.push(Node::Paper { title, label, first: span.start, nodes: Vec::new() });
            builder.open.clear();
        }
        let nodes = match all.last_mut() {
            Some(Node::Paper { nodes, .. }) => nodes,
            _ => &mut all,
        };
        section.head.iter().for_each(|paragraph| builder.add(nodes, paragraph));
        section.blocks.iter().for_each(|block| builder.block(nodes, block));
        section.foot.iter().for_each(|paragraph| builder.add(nodes, paragraph));
    }
    all
}

struct Builder {
    /// Levels of the headings that are open, as the outline counts them.
    open: Vec<u8>,
    /// The last label of a chapter and the like: its paragraph and its text.
    label: Option<(usize, String)>,
}

/// Level of an article's heading: inside all groupings.
const ARTICLE: u8 = 4;

impl Builder {
    fn block(&mut self, nodes: &mut Vec<Node>, block: &Block) {
        match block {
            Block::Paragraph(paragraph) => self.add(nodes, paragraph),
            Block::Table(table) => self.table(nodes, table),
            Block::Columns(columns) => {
                for cell in columns.rows.iter().flatten() {
                    let mut part = Vec::new();
                    cell.iter().for_each(|paragraph| self.add(&mut part, paragraph));
                    if !part.is_empty() {
                        nodes.push(Node::Part(part));
                    }
                }
            }
            Block::Imposition(imposition) => {
                for copy in &imposition.copies {
                    let mut part = Vec::new();
                    copy.iter().for_each(|block| self.block(&mut part, block));
                    nodes.push(Node::Part(part));
                }
            }
        }
    }

    fn add(&mut self, nodes: &mut Vec<Node>, paragraph: &Paragraph) {
        let Some(block) = paragraph.number else { return };
        let picture = paragraph.picture();
        if let Some(picture) = picture {
            let alternative_text = picture.alternative_text.clone();
            nodes.push(Node::Figure { block, alternative_text });
        }
        if let Some(Spot::Signature { seal, .. }) = &paragraph.spot {
            nodes.push(Node::Signature(block));
            nodes.extend(seal.as_ref().map(|_| Node::Seal(block)));
        }
        if picture.is_some() || paragraph.content.is_empty() {
            return;
        }
        match paragraph.role {
            Role::TypeName => nodes.push(self.heading(0, vec![block], text(paragraph))),
            Role::AppendixTitle => nodes.push(self.heading(1, vec![block], text(paragraph))),
            Role::Heading(level) => nodes.push(self.heading(level.get(), vec![block], text(paragraph))),
            // A paragraph, until its name follows.
            Role::GroupingLabel(_) => {
                self.label = Some((block, text(paragraph)));
                nodes.push(Node::Paragraph(block));
            }
            Role::GroupingName(grouping) => {
                let (blocks, text) = match self.label.take() {
                    Some((label, said)) if nodes.last() == Some(&Node::Paragraph(label)) => {
                        nodes.pop();
                        (vec![label, block], format!("{said}. {}", text(paragraph)))
                    }
                    _ => (vec![block], text(paragraph)),
                };
                nodes.push(self.heading(grouping.depth(), blocks, text));
            }
            Role::Article => nodes.push(self.heading(ARTICLE, vec![block], text(paragraph))),
            role if is_dashed(role) => match nodes.last_mut() {
                Some(Node::List(items)) => items.push(block),
                _ => nodes.push(Node::List(vec![block])),
            },
            _ => nodes.push(Node::Paragraph(block)),
        }
    }

    /// A table; without headers, parts one beside the other.
    fn table(&mut self, nodes: &mut Vec<Node>, table: &Table) {
        let mut rows = Vec::new();
        for row in &table.rows {
            let mut cells = Vec::new();
            for cell in &row.cells {
                let mut inside = Vec::new();
                cell.content.iter().for_each(|paragraph| self.add(&mut inside, paragraph));
                let (scope, column_span, row_span) = (cell.scope, cell.column_span, cell.row_span);
                cells.push(CellNode { scope, column_span, row_span, nodes: inside });
            }
            rows.push(cells);
        }
        if table.has_headers() {
            nodes.push(Node::Table(rows));
        } else {
            let parts = rows.into_iter().flatten().map(|cell| cell.nodes);
            nodes.extend(parts.filter(|inside| !inside.is_empty()).map(Node::Part));
        }
    }

    /// A heading one level below the last that is above it: a paper may leave out levels, a reader
    /// may not be told so (ISO 14289-1, 7.4.2).
    fn heading(&mut self, level: u8, blocks: Vec<usize>, text: String) -> Node {
        self.open.retain(|&open| open < level);
        self.open.push(level);
        let level = u8::try_from(self.open.len()).unwrap_or(6).min(6);
        Node::Heading { level, blocks, text }
    }
}

/// What an outline says of a paragraph.
fn text(paragraph: &Paragraph) -> String {
    paragraph.text().replace('\u{a0}', " ")
}

/// Whether the paragraphs of a role begin with a dash.
fn is_dashed(role: Role) -> bool {
    match role {
        Role::Basis | Role::Recipient | Role::Addressee => true,
        Role::Item(level) => level.get() == 5,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::{Grouping, Level, Properties, Section};

    fn of(roles: &[Role]) -> Vec<Node> {
        let blocks = roles.iter().map(|&role| Block::Paragraph(Paragraph::new(role, "x"))).collect();
        let sections = vec![Section { blocks, ..Section::default() }];
        let span = Span { start: 0, goes_on: false, two_sided: false, blank_verso: false };
        structure(&Tree::new(Properties::default(), false, sections), &[span])
    }

    fn levels(roles: &[Role]) -> Vec<u8> {
        let levels = of(roles).into_iter().filter_map(|node| match node {
            Node::Heading { level, .. } => Some(level),
            _ => None,
        });
        levels.collect()
    }

    #[test]
    fn no_level_of_headings_is_left_out() {
        let h = |n| Role::Heading(Level::new(n).unwrap());
        assert_eq!(levels(&[Role::TypeName, h(1), h(2), h(3), h(2), h(1)]), [1, 2, 3, 4, 3, 2]);
        assert_eq!(levels(&[Role::TypeName, h(2), h(4), h(2), h(1), h(3)]), [1, 2, 3, 2, 2, 3]);
    }

    #[test]
    fn label_and_name_of_a_chapter_are_one_heading() {
        let (label, name) = (Role::GroupingLabel(Grouping::Chapter), Role::GroupingName(Grouping::Chapter));
        let roles = [Role::TypeName, label, name, Role::Article, Role::Clause, label, name];
        assert_eq!(levels(&roles), [1, 2, 3, 2]);
        let chapter = Node::Heading { level: 2, blocks: vec![1, 2], text: "x. x".to_owned() };
        assert_eq!(of(&roles)[1], chapter);
        // What has lost its name is still something to a reader.
        assert_eq!(of(&[label, Role::Body]), [Node::Paragraph(0), Node::Paragraph(1)]);
    }

    #[test]
    fn dashed_paragraphs_in_a_row_are_one_list() {
        let dash = Role::Item(Level::new(5).unwrap());
        assert_eq!(
            of(&[Role::Body, dash, dash, Role::Body, dash]),
            [Node::Paragraph(0), Node::List(vec![1, 2]), Node::Paragraph(3), Node::List(vec![4])]
        );
    }
}
