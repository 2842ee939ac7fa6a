//! The outline: an entry for each heading, at its place.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary, text_string};

use super::marks::{Mark, Marks};
use crate::layout::{Node, Pages};

/// One entry while the outline is built.
struct Entry {
    id: ObjectId,
    level: u8,
    fields: Dictionary,
    children: Vec<usize>,
}

/// Adds the outline; a document without headings has none.
pub(super) fn add(file: &mut Document, ids: &[ObjectId], pages: &Pages, marks: &Marks) -> lopdf::Result<()> {
    let root = file.new_object_id();
    let mut entries: Vec<Entry> = Vec::new();
    let mut top = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut places = Vec::new();
    find(&pages.structure, pages, marks, &mut places);
    for Place { level, text, page, top: height } in places {
        let Some(&id) = ids.get(page) else { continue };
        let destination = vec![id.into(), "XYZ".into(), Object::Null, height.into(), Object::Null];
        while open.last().is_some_and(|&last| entries[last].level >= level) {
            open.pop();
        }
        let index = entries.len();
        let parent = match open.last() {
            Some(&parent) => {
                entries[parent].children.push(index);
                entries[parent].id
            }
            None => {
                top.push(index);
                root
            }
        };
        open.push(index);
        let fields = dictionary! { "Title" => text_string(text), "Dest" => destination, "Parent" => parent };
        entries.push(Entry { id: file.new_object_id(), level, fields, children: Vec::new() });
    }
    if entries.is_empty() {
        return Ok(());
    }
    let lists: Vec<Vec<usize>> =
        entries.iter().map(|entry| entry.children.clone()).chain([top.clone()]).collect();
    for list in &lists {
        for pair in list.windows(2) {
            let (before, after) = (entries[pair[0]].id, entries[pair[1]].id);
            entries[pair[0]].fields.set("Next", after);
            entries[pair[1]].fields.set("Prev", before);
        }
    }
    let ends =
        |list: &[usize], entries: &[Entry]| Some((entries[*list.first()?].id, entries[*list.last()?].id));
    for index in 0..entries.len() {
        if let Some((first, last)) = ends(&lists[index], &entries) {
            let fields = &mut entries[index].fields;
            fields.set("First", first);
            fields.set("Last", last);
            // Closed: a reader opens what it wants to see.
            fields.set("Count", -(lists[index].len() as i64));
        }
    }
    let mut outline = dictionary! { "Type" => "Outlines", "Count" => top.len() as i64 };
    if let Some((first, last)) = ends(&top, &entries) {
        outline.set("First", first);
        outline.set("Last", last);
    }
    file.objects.insert(root, Object::Dictionary(outline));
    for entry in entries {
        file.objects.insert(entry.id, Object::Dictionary(entry.fields));
    }
    file.catalog_mut()?.set("Outlines", root);
    Ok(())
}

/// Where an entry leads to.
struct Place<'a> {
    level: u8,
    text: &'a str,
    page: usize,
    top: f32,
}

/// The papers of a volume, and every heading.
fn find<'a>(nodes: &'a [Node], pages: &Pages, marks: &Marks, found: &mut Vec<Place<'a>>) {
    for node in nodes {
        match node {
            Node::Heading { level, blocks, text } => {
                let Some(block) = blocks.first() else { continue };
                let Some(&Mark { page, .. }) = marks.of(*block).first() else { continue };
                found.push(Place { level: *level, text, page, top: top_of(pages, page, *block) });
            }
            Node::Paper { title, first, nodes, .. } => {
                let top = pages.pages.get(*first).map_or(0.0, |page| page.height as f32);
                found.push(Place { level: 0, text: title, page: *first, top });
                find(nodes, pages, marks, found);
            }
            _ => {}
        }
    }
}

/// Where a block begins on a page, from the bottom edge, a line's height above its baseline.
fn top_of(pages: &Pages, page: usize, block: usize) -> f32 {
    let Some(page) = pages.pages.get(page) else { return 0.0 };
    let run = page.runs.iter().find(|run| run.block == Some(block));
    run.map_or(page.height, |run| page.height - run.baseline + run.size * 1.2) as f32
}
