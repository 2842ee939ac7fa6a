//! Several papers as one, for the printer.

use super::page::{Page, Pages};
use super::structure::Node;
use crate::tree::Properties;

/// A paper in a volume.
#[derive(Debug, Clone)]
pub(crate) struct Bound {
    /// What the outline calls it.
    pub(crate) title: String,
    /// What its page labels begin with.
    pub(crate) label: String,
    pub(crate) pages: Pages,
}

/// Puts papers behind each other, in one structure. Printed on two sides, as they are where one of them
/// is set so, each begins on a right-hand page.
pub(crate) fn bind(properties: Properties, papers: Vec<Bound>, two_sided: bool) -> Pages {
    let set_so = |paper: &Bound| paper.pages.sections.iter().any(|section| section.two_sided);
    let two_sided = two_sided || papers.iter().any(set_so);
    let mut volume =
        Pages { properties, blocks: 0, structure: Vec::new(), sections: Vec::new(), pages: Vec::new() };
    for Bound { title, label, pages: mut paper } in papers {
        if two_sided && !volume.pages.len().is_multiple_of(2) {
            volume.pages.extend(volume.pages.last().map(back));
            volume.sections.iter_mut().rev().take(1).for_each(|section| section.blank_verso = true);
        }
        let (blocks, first) = (volume.blocks, volume.pages.len());
        paper.structure.iter_mut().for_each(|node| shift(node, blocks));
        for run in paper.pages.iter_mut().flat_map(|page| &mut page.runs) {
            run.block = run.block.map(|block| block + blocks);
        }
        for picture in paper.pages.iter_mut().flat_map(|page| &mut page.pictures) {
            picture.block += blocks;
        }
        // It is for the printer: nobody signs it.
        paper.pages.iter_mut().for_each(|page| page.spots.clear());
        for section in &mut paper.sections {
            section.start += first;
            section.two_sided = two_sided;
        }
        volume.structure.push(Node::Paper { title, label, first, nodes: paper.structure });
        volume.blocks += paper.blocks;
        volume.sections.append(&mut paper.sections);
        volume.pages.append(&mut paper.pages);
    }
    volume
}

/// The empty back of a page's sheet.
fn back(page: &Page) -> Page {
    let (width, height) = (page.width, page.height);
    Page {
        width,
        height,
        runs: Vec::new(),
        rules: Vec::new(),
        frames: Vec::new(),
        pictures: Vec::new(),
        spots: Vec::new(),
    }
}

/// Counts the blocks of a node from another beginning.
fn shift(node: &mut Node, by: usize) {
    match node {
        Node::Paragraph(block) | Node::Figure { block, .. } | Node::Signature(block) | Node::Seal(block) => {
            *block += by
        }
        Node::Heading { blocks, .. } | Node::List(blocks) => {
            blocks.iter_mut().for_each(|block| *block += by);
        }
        Node::Table(rows) => {
            let cells = rows.iter_mut().flatten();
            cells.flat_map(|cell| &mut cell.nodes).for_each(|node| shift(node, by));
        }
        Node::Part(nodes) | Node::Paper { nodes, .. } => {
            nodes.iter_mut().for_each(|node| shift(node, by));
        }
    }
}
