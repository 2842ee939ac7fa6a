//! Pages: blocks become unbreakable atoms, atoms fill pages, and a page ends at the last place
//! where it may.
//!
//! Heights are whole twips, as in the DOCX, so that both files end a page at the same line. The rules
//! are those of LibreOffice 7.4 and 25.2, measured: a line is placed if it fits to the twip; space
//! between paragraphs is the larger of the two asked for, and none at the top of a page; a paragraph
//! that keeps with the next one is never split.

use super::line::{Line, lines};
use super::page::{Page, Pages, PlacedRule, PlacedRun};
use super::structure::structure;
use crate::fonts::{FaceId, Fonts};
use crate::rules::{Profile, Style};
use crate::tree::{Block, Columns, Paragraph, Role, Tree};
use crate::units::Length;

/// A baseline stands at 0.8 of an exact pitch, as LibreOffice sets it.
const BASELINE: f64 = 0.8;
/// Lines of a paragraph that stay together at a page's end and begin (convention).
const WIDOWS: usize = 2;

/// Something that is never split: a line, or a row of columns.
struct Atom {
    /// Room above, in twips; none at the top of a page.
    before: i32,
    height: i32,
    /// Whether a page may end before it.
    may_break: bool,
    /// Whether it begins a block: where a page must end and nowhere may, it ends before a block.
    begins: bool,
    /// What it draws: x from the page's left edge, y from the atom's own top.
    runs: Vec<PlacedRun>,
    rules: Vec<PlacedRule>,
}

pub(super) struct Flow<'a> {
    profile: &'a Profile,
    fonts: &'a Fonts,
    /// Whether a line of each paragraph fits by a hair; a paragraph's number is its place here.
    tight: Vec<bool>,
    atoms: Vec<Atom>,
    /// Room that the block before asks for below itself.
    after: i32,
    /// Whether the block before stays with the next one.
    kept: bool,
}

impl<'a> Flow<'a> {
    pub(super) fn new(profile: &'a Profile, fonts: &'a Fonts) -> Flow<'a> {
        Flow { profile, fonts, tight: Vec::new(), atoms: Vec::new(), after: 0, kept: false }
    }

    pub(super) fn run(mut self, tree: &Tree) -> Pages {
        for block in &tree.blocks {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(paragraph),
                Block::Columns(columns) => self.columns(columns),
            }
        }
        let pages = self.fill();
        Pages { properties: tree.properties.clone(), structure: structure(tree), tight: self.tight, pages }
    }

    /// A paragraph: an atom a line.
    fn paragraph(&mut self, paragraph: &Paragraph) {
        let page = self.profile.page();
        let style = self.profile.style(paragraph.role);
        let block = self.tight.len();
        let set = lines(paragraph, &style, page.text_width().to_pt(), self.fonts);
        self.tight.push(is_tight(&set));
        let count = set.len();
        let keeps = paragraph.keep_with_next || style.keep_with_next;
        for (index, line) in set.iter().enumerate() {
            let first = index == 0;
            let inside = !keeps && index >= WIDOWS && count - index >= WIDOWS;
            let mut atom = Atom {
                before: if first { self.after.max(style.before.twips()) } else { 0 },
                height: style.pitch.twips(),
                may_break: if first { !self.kept } else { inside },
                begins: first,
                runs: Vec::new(),
                rules: Vec::new(),
            };
            draw(&mut atom.runs, line, &style, page.left.to_pt(), 0.0, block);
            if index + 1 == count {
                atom.rules.extend(rule(&style, page.left.to_pt(), page.text_width(), style.pitch.to_pt()));
            }
            self.atoms.push(atom);
        }
        self.after = style.after.twips();
        self.kept = keeps;
    }

    /// Columns: an atom a row; the rows stay together.
    fn columns(&mut self, columns: &Columns) {
        for (index, row) in columns.rows.iter().enumerate() {
            let mut atom = Atom {
                before: if index == 0 { self.after } else { 0 },
                height: 0,
                may_break: index == 0 && !self.kept,
                begins: true,
                runs: Vec::new(),
                rules: Vec::new(),
            };
            let mut x = self.profile.page().left;
            for (cell, &width) in row.iter().zip(&columns.widths) {
                let height = self.cell(&mut atom, cell, x, width);
                atom.height = atom.height.max(height);
                x = x + width;
            }
            self.atoms.push(atom);
        }
        self.after = 0;
        self.kept = false;
    }

    /// Stacks a cell's paragraphs into an atom; tells how high they are.
    fn cell(&mut self, atom: &mut Atom, paragraphs: &[Paragraph], x: Length, width: Length) -> i32 {
        let (mut y, mut after) = (0, 0);
        for paragraph in paragraphs {
            let style = self.profile.style(paragraph.role);
            let block = self.tight.len();
            y += style.before.twips().max(after);
            after = style.after.twips();
            let set = lines(paragraph, &style, width.to_pt(), self.fonts);
            self.tight.push(is_tight(&set));
            for line in &set {
                draw(&mut atom.runs, line, &style, x.to_pt(), f64::from(y) / 20.0, block);
                y += style.pitch.twips();
            }
            atom.rules.extend(rule(&style, x.to_pt(), width, f64::from(y) / 20.0));
            y += style.rule.map_or(0, |rule| rule.width.twips());
        }
        y + after
    }

    /// Fills pages with atoms. A page that cannot hold the next atom ends at the last place where it
    /// may; where there is none, before the block that does not fit, or before the atom itself.
    fn fill(&self) -> Vec<Page> {
        let room = self.profile.page().text_height().twips();
        let mut pages = Vec::new();
        let mut start = 0;
        while start < self.atoms.len() {
            let end = self.page_end(start, room);
            pages.push(self.page(pages.len() + 1, &self.atoms[start..end]));
            start = end;
        }
        pages
    }

    /// The atom before which the page that begins with atom `start` ends.
    fn page_end(&self, start: usize, room: i32) -> usize {
        let mut y = 0;
        for (index, atom) in self.atoms.iter().enumerate().skip(start) {
            y += atom.height + if index == start { 0 } else { atom.before };
            if y > room && index > start {
                let last =
                    |wanted: fn(&Atom) -> bool| (start + 1..=index).rev().find(|&at| wanted(&self.atoms[at]));
                return last(|atom| atom.may_break).or_else(|| last(|atom| atom.begins)).unwrap_or(index);
            }
        }
        self.atoms.len()
    }

    fn page(&self, number: usize, atoms: &[Atom]) -> Page {
        let format = self.profile.page();
        let mut page = Page {
            width: format.width.to_pt(),
            height: format.height.to_pt(),
            runs: self.page_number(number),
            rules: Vec::new(),
        };
        let mut y = format.top.twips();
        for (index, atom) in atoms.iter().enumerate() {
            y += if index == 0 { 0 } else { atom.before };
            let top = f64::from(y) / 20.0;
            page.runs.extend(atom.runs.iter().cloned().map(|mut run| {
                run.baseline += top;
                run
            }));
            page.rules.extend(atom.rules.iter().cloned().map(|mut rule| {
                rule.y += top;
                rule
            }));
            y += atom.height;
        }
        page
    }

    /// 05-HD/VPTW II.IV.5.1: the number, on every page but the first.
    fn page_number(&self, number: usize) -> Vec<PlacedRun> {
        if number == 1 {
            return Vec::new();
        }
        let page = self.profile.page();
        let style = self.profile.style(Role::PageNumber);
        let size = style.size.to_pt();
        let text = number.to_string();
        let width = self.fonts.width(&text, FaceId::Regular, size);
        vec![PlacedRun {
            x: page.left.to_pt() + (page.text_width().to_pt() - width) / 2.0,
            baseline: page.header.to_pt() + style.pitch.to_pt() * BASELINE,
            width,
            face: FaceId::Regular,
            size,
            text,
            extra: 0.0,
            underline: false,
            block: None,
        }]
    }
}

/// A line that fits by less than this, in points, is one that LibreOffice 7.4, which rounds each
/// advance to twips, breaks a word earlier than Word and LibreOffice 25.2.
const HAIR: f64 = 0.1;

fn is_tight(lines: &[Line]) -> bool {
    lines.iter().any(|line| !line.spans.is_empty() && line.slack < HAIR)
}

/// Puts a line's spans at their places in an atom.
fn draw(runs: &mut Vec<PlacedRun>, line: &Line, style: &Style, x: f64, top: f64, block: usize) {
    runs.extend(line.spans.iter().map(|span| PlacedRun {
        x: x + span.x,
        baseline: top + style.pitch.to_pt() * BASELINE,
        width: span.width,
        face: span.face,
        size: style.size.to_pt(),
        text: span.text.clone(),
        extra: line.extra,
        underline: span.underline,
        block: Some(block),
    }));
}

/// The rule below a paragraph, centred in its column.
fn rule(style: &Style, x: f64, width: Length, bottom: f64) -> Option<PlacedRule> {
    style.rule.map(|rule| PlacedRule {
        x: x + (width - rule.length).to_pt() / 2.0,
        y: bottom + rule.width.to_pt() / 2.0,
        length: rule.length.to_pt(),
        width: rule.width.to_pt(),
    })
}
