//! From atoms to pages: a page ends at the last place where it may.

use std::ops::Range;

use super::page::{PlacedPicture, PlacedRule, PlacedRun};
use super::spots::PlacedSpot;
use super::table::{Piece, SetTable};

/// Something that is never split: a line, a row of columns, a row of a table or a part of one.
pub(super) struct Atom {
    /// Room above, in twips; none at the top of a page.
    pub(super) before: i32,
    pub(super) height: i32,
    /// Room for what stands above it only where a page begins with it.
    pub(super) head: i32,
    /// Room for what stands below it only where a page ends with it.
    pub(super) foot: i32,
    /// Whether a page may end before it.
    pub(super) may_break: bool,
    /// Whether a page must end before it.
    pub(super) must_break: bool,
    /// Whether it begins a block: where a page must end and nowhere may, it ends before a block.
    pub(super) begins: bool,
    /// The paragraph that ends with it and keeps with the next block.
    pub(super) keeps: Option<usize>,
    pub(super) content: Content,
}

impl Atom {
    /// The piece of that table, where it is one.
    pub(super) fn piece_of(&self, table: usize) -> Option<Piece> {
        match self.content {
            Content::Table(number, piece) if number == table => Some(piece),
            _ => None,
        }
    }
}

/// What an atom draws.
pub(super) enum Content {
    /// x from the page's left edge, y from the atom's own top.
    Drawing(Drawing),
    /// A piece of the table with that number; the table draws itself, page by page.
    Table(usize, Piece),
}

/// Runs, rules and pictures at places that may still be moved down.
#[derive(Debug, Clone, Default)]
pub(super) struct Drawing {
    pub(super) runs: Vec<PlacedRun>,
    pub(super) rules: Vec<PlacedRule>,
    pub(super) pictures: Vec<PlacedPicture>,
    pub(super) spots: Vec<PlacedSpot>,
}

impl Drawing {
    /// Moves everything down.
    pub(super) fn lower(&mut self, by: f64) {
        self.runs.iter_mut().for_each(|run| run.baseline += by);
        self.rules.iter_mut().for_each(|rule| rule.y += by);
        self.pictures.iter_mut().for_each(|picture| picture.bottom += by);
        self.spots.iter_mut().for_each(|spot| spot.top += by);
    }

    pub(super) fn append(&mut self, mut other: Drawing) {
        self.runs.append(&mut other.runs);
        self.rules.append(&mut other.rules);
        self.pictures.append(&mut other.pictures);
        self.spots.append(&mut other.spots);
    }
}

/// Height of the two paragraphs of half a point that a cell and a body end with, in twips.
const ENDS: i32 = 20;

/// Fills pages `room` twips high with atoms; y from the top of the text area. Tells which paragraphs
/// keeping carried over to a page, from one that had room for them.
pub(super) fn fill(mut atoms: Vec<Atom>, tables: &mut [SetTable], room: i32) -> (Vec<Drawing>, Vec<usize>) {
    let (mut pages, mut carried) = (Vec::new(), Vec::new());
    let mut start = 0;
    while start < atoms.len() {
        let over = page_end(&atoms, start, room);
        let end = over.start;
        carried.extend(atoms[over.clone()].iter().filter_map(|atom| atom.keeps));
        pages.push(page(&mut atoms[start..end], tables));
        note_row(&atoms[start..end], tables, room);
        if let Some(Atom { content: Content::Table(number, _), .. }) = atoms.get(end) {
            tables[*number].stretch(*number, &mut atoms[end..]);
        }
        if let Some(table) = carried_table(&atoms, start, &over, room) {
            tables[table].carried = true;
        }
        start = end;
    }
    (pages, carried)
}

/// Where the page that begins with atom `start` ends: the atoms that had room on it and go over to the
/// next one. A page that cannot hold the next atom ends at the last place where it may; where there is
/// none, before the block that does not fit, or before the atom itself.
fn page_end(atoms: &[Atom], start: usize, room: i32) -> Range<usize> {
    let mut y = 0;
    for (index, atom) in atoms.iter().enumerate().skip(start) {
        if index > start && atom.must_break {
            return index..index;
        }
        y += atom.height + if index == start { atom.head } else { atom.before };
        if y + atom.foot > room && index > start {
            let last = |wanted: fn(&Atom) -> bool| (start + 1..=index).rev().find(|&at| wanted(&atoms[at]));
            let end = last(|atom| atom.may_break).or_else(|| last(|atom| atom.begins)).unwrap_or(index);
            return end..index;
        }
    }
    atoms.len()..atoms.len()
}

/// The table that came to the page from an earlier one and whose last row goes `over` with what it keeps
/// with, though the page has room for it. Only where the DOCX may put that into a row which no page cuts: no
/// table is part of it, and the next page holds it all, with room for the paragraphs that end a cell and a body.
fn carried_table(atoms: &[Atom], start: usize, over: &Range<usize>, room: i32) -> Option<usize> {
    let Content::Table(number, first) = atoms.get(over.start)?.content else { return None };
    let came = atoms[start].piece_of(number).is_some_and(|piece| piece.row > 0 || !piece.first);
    let (has_room, rest) = (over.len(), &atoms[over.start..]);
    // A row that has no room itself is looked at no further: a table may be long.
    let own = rest.iter().take(has_room + 1).take_while(|atom| atom.piece_of(number).is_some()).count();
    if !came || !first.first || own > has_room {
        return None;
    }
    let next = |&at: &usize| rest[at].may_break && rest[at].begins;
    let end = (own..rest.len()).find(next).unwrap_or(rest.len());
    let apart = rest[own..end].iter().all(|atom| matches!(atom.content, Content::Drawing(_)));
    (own < end && apart && page_end(rest, 0, room - ENDS).start >= end).then_some(number)
}

/// Notes the row with which a page begins, where the DOCX must tell its height. LibreOffice makes the row
/// a twip higher for that, so a page that is full to the twip has none.
fn note_row(atoms: &[Atom], tables: &mut [SetTable], room: i32) {
    let above = |(index, atom): (usize, &Atom)| if index == 0 { atom.head } else { atom.before };
    let used: i32 = atoms.iter().enumerate().map(|atom| above(atom) + atom.1.height).sum();
    if let (Some(first), Some(last)) = (atoms.first(), atoms.last())
        && let Content::Table(number, piece) = first.content
        && used + last.foot < room
    {
        tables[number].note(piece, first.height);
    }
}

fn page(atoms: &mut [Atom], tables: &mut [SetTable]) -> Drawing {
    let mut drawing = Drawing::default();
    let mut y = 0;
    for (range, table) in groups(atoms) {
        let atoms = &mut atoms[range.clone()];
        y += if range.start == 0 { atoms[0].head } else { atoms[0].before };
        match table {
            Some(number) => {
                let pieces = atoms.iter().filter_map(|atom| match &atom.content {
                    Content::Table(_, piece) => Some((*piece, atom.height)),
                    Content::Drawing(_) => None,
                });
                let pieces: Vec<(Piece, i32)> = pieces.collect();
                let begins_page = range.start == 0;
                drawing.append(tables[number].draw(&pieces, y, begins_page));
            }
            None => {
                for atom in atoms.iter_mut() {
                    if let Content::Drawing(own) = &mut atom.content {
                        // It stands on this page alone.
                        let mut own = std::mem::take(own);
                        own.lower(f64::from(y) / 20.0);
                        drawing.append(own);
                    }
                }
            }
        }
        y += atoms.iter().map(|atom| atom.height).sum::<i32>();
    }
    drawing
}

/// The atoms that are drawn together: the pieces of a table, or one atom.
fn groups(atoms: &[Atom]) -> Vec<(Range<usize>, Option<usize>)> {
    let mut groups: Vec<(Range<usize>, Option<usize>)> = Vec::new();
    for (index, atom) in atoms.iter().enumerate() {
        let table = match atom.content {
            Content::Table(number, _) => Some(number),
            Content::Drawing(_) => None,
        };
        match groups.last_mut() {
            Some((range, last)) if table.is_some() && *last == table => range.end = index + 1,
            _ => groups.push((index..index + 1, table)),
        }
    }
    groups
}
