//! Pages: blocks become unbreakable atoms, and atoms fill pages.
//!
//! Heights are whole twips, as in the DOCX, so that both files end a page at the same line. The rules
//! are those of LibreOffice 7.4 and 25.2, measured: a line is placed if it fits to the twip; space
//! between paragraphs is the larger of the two asked for, and none at the top of a page; a paragraph
//! that keeps with the next one is never split.

use std::borrow::Cow;

use super::Layout;
use super::fill::{Atom, Content, Drawing, fill};
use super::hair::widened;
use super::holds::held;
use super::line::{Line, lines, lines_of};
use super::measured::Measured;
use super::misfit::{Misfit, What};
use super::off_sheet::off_sheet;
use super::page::{Page, Pages, PlacedFrame, PlacedRule, PlacedRun, Span};
use super::pictures::picture;
use super::running;
use super::spots::place_spot;
use super::structure::structure;
use super::table::SetTable;
use crate::fonts::FaceId;
use crate::profile::{self, Ink, Profile, Rule, Style};
use crate::tree::{Block, Columns, Hints, Paragraph, Role, Section, Stamp, Tree};
use crate::units::Length;

/// A baseline stands at 0.8 of an exact pitch, as LibreOffice sets it.
pub(super) const BASELINE: f64 = 0.8;
/// Lines of a paragraph that stay together at a page's end and begin (convention).
const WIDOWS: usize = 2;

pub(super) struct Flow<'a> {
    pub(super) profile: &'a Profile,
    pub(super) measured: &'a Measured<'a>,
    /// The sheet of the section at hand.
    pub(super) format: profile::Page,
    /// What the DOCX must know of the tree; some of it is known before.
    pub(super) hints: Hints,
    /// What the sheet has no room for.
    pub(super) misfits: Vec<Misfit>,
    /// Whether people go on typing in the paper.
    draft: bool,
    pub(super) atoms: Vec<Atom>,
    /// The tables of the section at hand.
    pub(super) tables: Vec<SetTable>,
    /// Room that the block before asks for below itself.
    pub(super) after: i32,
    /// Whether the block before stays with the next one.
    pub(super) kept: bool,
}

impl<'a> Flow<'a> {
    pub(super) fn new(profile: &'a Profile, measured: &'a Measured<'a>, hints: Hints) -> Flow<'a> {
        Flow {
            profile,
            measured,
            format: *profile.page(),
            hints,
            misfits: Vec::new(),
            draft: false,
            atoms: Vec::new(),
            tables: Vec::new(),
            after: 0,
            kept: false,
        }
    }

    pub(super) fn run(mut self, tree: &Tree) -> Result<Layout, Vec<Misfit>> {
        self.draft = tree.is_draft();
        let (mut pages, mut sections) = (Vec::new(), Vec::new());
        for (index, section) in tree.sections().iter().enumerate() {
            let mut own = self.section(section, pages.len());
            let last = index + 1 == tree.sections().len();
            let blank_verso = section.two_sided && !last && own.len() % 2 == 1;
            if blank_verso {
                own.push(Page::blank(&self.format));
                self.hints.blank_versos.insert(index);
            }
            if self.profile.free_layout().is_some_and(|layout| layout.stock.is_some()) {
                self.misfits.extend(off_sheet(&own, &self.format));
            }
            if let Some(border) = self.profile.border_of(section) {
                own.iter_mut().for_each(|page| page.frames = PlacedFrame::of(border));
            }
            sections.push(Span::of(section, pages.len(), blank_verso));
            pages.append(&mut own);
        }
        if !self.misfits.is_empty() {
            return Err(self.misfits);
        }
        let pages = Pages {
            properties: tree.properties().clone(),
            blocks: tree.paragraphs().count(),
            structure: structure(tree, &sections),
            sections,
            pages,
        };
        Ok(Layout { pages, hints: self.hints })
    }

    /// The pages of a section, which begin anew, behind those `before` it.
    fn section(&mut self, section: &Section, before: usize) -> Vec<Page> {
        let format = self.profile.page_of(section);
        self.format = format;
        (self.after, self.kept) = (0, false);
        self.atoms.clear();
        self.tables.clear();
        let head = self.pinned(&section.head, |_, _| format.header);
        self.blocks(&section.blocks);
        let foot = self.pinned(&section.foot, |role, height| format.foot_bottom(role) - height);
        self.all_fit();
        let mut pages = self.pages(section.pages_before + if section.goes_on { before } else { 0 });
        running::set(&mut pages, section, &format, self.measured.fonts());
        if let Some(first) = pages.first_mut() {
            first.runs.splice(0..0, head.runs);
            first.rules.extend(head.rules);
        }
        if let Some(last) = pages.last_mut() {
            last.runs.extend(foot.runs);
            last.rules.extend(foot.rules);
        }
        if section.two_sided {
            // 05-HD/VPTW II.IV.4.2: on the back of a sheet the margins change sides.
            let shift = (format.right - format.left).to_pt();
            pages.iter_mut().skip(1).step_by(2).for_each(|page| page.shift(shift));
        }
        pages
    }

    /// Blocks one after the other.
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) if self.hints.paragraph(paragraph).left_out => {}
                Block::Paragraph(paragraph) => self.paragraph(paragraph),
                Block::Columns(columns) => self.columns(columns),
                Block::Table(table) => self.table(table),
                Block::Imposition(imposition) => self.imposition(imposition),
            }
        }
    }

    /// What is never split must fit on a page, or its end would be drawn below the edge.
    fn all_fit(&mut self) {
        let have = self.format.text_height();
        let need = |atom: &Atom| Length::of_twips(atom.head + atom.height + atom.foot);
        let too_high = self.atoms.iter().filter(|atom| need(atom) > have);
        let misfits = too_high.map(|atom| {
            let what = match &atom.content {
                Content::Drawing(drawing) => {
                    What::SideBySide(drawing.runs.iter().filter_map(|run| run.block).collect())
                }
                Content::Table(number, piece) => {
                    What::Row { table: self.tables[*number].number, row: piece.row }
                }
            };
            Misfit { what, need: need(atom), have }
        });
        self.misfits.extend(misfits.collect::<Vec<_>>());
    }

    /// Paragraphs that are pinned to a page, each with its top where role and height put it, from the
    /// top edge of the sheet.
    fn pinned(&mut self, paragraphs: &[Paragraph], top: impl Fn(Role, Length) -> Length) -> Drawing {
        let mut drawing = Drawing::default();
        for paragraph in paragraphs {
            let mut one = Drawing::default();
            let only = std::slice::from_ref(paragraph);
            let height = self.cell(&mut one, only, self.format.left, self.format.text_width());
            one.lower(top(paragraph.role, Length::of_twips(height)).to_pt());
            drawing.append(one);
        }
        drawing
    }

    /// Breaks a paragraph into lines of a column `measure` wide, and notes what the DOCX must know of them.
    pub(super) fn set(&mut self, paragraph: &Paragraph, style: &Style, measure: Length) -> Vec<Line> {
        let printed = self.hints.printed(paragraph);
        let lines = match &printed {
            Cow::Borrowed(given) => lines_of(&self.measured.letters(given, style), style, measure.to_pt()),
            Cow::Owned(printed) => lines(printed, style, measure.to_pt(), self.measured.fonts()),
        };
        let (widened, held) = (widened(&lines), held(&printed, &lines, self.draft));
        if let Some(number) = paragraph.number
            && (widened != 0 || !held.is_empty())
        {
            let hint = self.hints.paragraph_mut(number);
            (hint.widened, hint.held) = (widened, held);
        }
        lines
    }

    /// A paragraph: an atom a line.
    fn paragraph(&mut self, paragraph: &Paragraph) {
        let page = self.format;
        let style = self.profile.style(paragraph.role);
        let set = self.set(paragraph, &style, page.text_width());
        let begins_page = paragraph.page_break_before || self.hints.paragraph(paragraph).begins_page;
        let count = set.len();
        let keeps = paragraph.keep_with_next || style.keep_with_next;
        for (index, line) in set.into_iter().enumerate() {
            let first = index == 0;
            let inside = !keeps && index >= WIDOWS && count - index >= WIDOWS;
            let mut drawing = Drawing::default();
            draw(&mut drawing.runs, line, &style, page.left.to_pt(), 0.0, paragraph.number);
            if first {
                let column = (page.left, page.text_width());
                picture(&mut drawing, paragraph, &style, column, 0.0);
                place_spot(&mut drawing, paragraph, &style, column, 0.0, 0);
            }
            self.atoms.push(Atom {
                before: if first { self.after.max(style.before.twips()) } else { 0 },
                height: style.pitch.twips(),
                head: 0,
                foot: 0,
                may_break: if first { !self.kept } else { inside },
                must_break: first && begins_page,
                begins: first,
                keeps: paragraph.number.filter(|_| keeps && index + 1 == count),
                content: Content::Drawing(drawing),
            });
        }
        self.after = style.after.twips();
        self.kept = keeps;
    }

    /// Columns: an atom a row; the rows stay together.
    fn columns(&mut self, columns: &Columns) {
        for (index, row) in columns.rows.iter().enumerate() {
            let mut cells = Vec::new();
            let mut x = self.format.left;
            for (cell, &width) in row.iter().zip(&columns.widths) {
                let mut own = Drawing::default();
                let height = match columns.stamp.filter(|_| cells.is_empty() && index == 0) {
                    Some(stamp) => self.stamped(&mut own, cell, x, stamp),
                    None => self.cell(&mut own, cell, x, width),
                };
                cells.push((own, height));
                x = x + width;
            }
            let height = cells.iter().map(|(_, height)| *height).max().unwrap_or_default();
            let mut drawing = Drawing::default();
            for (mut own, above) in cells {
                if columns.at_foot {
                    own.lower(f64::from(height - above) / 20.0);
                }
                drawing.append(own);
            }
            self.atoms.push(Atom {
                before: if index == 0 { self.after } else { 0 },
                height,
                head: 0,
                foot: 0,
                may_break: index == 0 && !self.kept,
                must_break: false,
                begins: true,
                keeps: None,
                content: Content::Drawing(drawing),
            });
        }
        self.after = 0;
        self.kept = columns.keep_with_next;
    }

    /// Stacks paragraphs; tells how high they are.
    fn cell(&mut self, to: &mut Drawing, paragraphs: &[Paragraph], x: Length, width: Length) -> i32 {
        let (mut y, mut after) = (0, 0);
        for paragraph in paragraphs {
            let style = self.profile.style(paragraph.role);
            y += style.before.twips().max(after);
            after = style.after.twips();
            if let Some(above) = style.rule.filter(|rule| rule.above) {
                to.rules.push(placed(above, x, width, f64::from(y) / 20.0));
                y += above.width.twips();
            }
            let set = self.set(paragraph, &style, width);
            picture(to, paragraph, &style, (x, width), f64::from(y) / 20.0);
            let (top, before) = (f64::from(y) / 20.0, to.runs.len());
            for line in set {
                draw(&mut to.runs, line, &style, x.to_pt(), f64::from(y) / 20.0, paragraph.number);
                y += style.pitch.twips();
            }
            place_spot(to, paragraph, &style, (x, width), top, before);
            if let Some(below) = style.rule.filter(|rule| !rule.above) {
                to.rules.push(placed(below, x, width, f64::from(y) / 20.0));
                y += below.width.twips();
            }
        }
        y + after
    }

    /// Stacks paragraphs in a frame; tells how high it is.
    fn stamped(&mut self, to: &mut Drawing, paragraphs: &[Paragraph], x: Length, stamp: Stamp) -> i32 {
        let (line, ink) = (Stamp::LINE, self.profile.style(Role::StampTitle).ink);
        let mut own = Drawing::default();
        let text = self.cell(&mut own, paragraphs, x + stamp.padding, stamp.inside());
        own.lower(line.to_pt());
        to.append(own);
        let height = stamp.height.twips().max(text + 2 * line.twips());
        let (half, width, high) = (line.to_pt() / 2.0, stamp.width.to_pt(), f64::from(height) / 20.0);
        let (left, right) = (x.to_pt() + half, x.to_pt() + width - half);
        let rule = |x, y, length, upright| PlacedRule { x, y, length, width: line.to_pt(), upright, ink };
        to.rules.extend([
            rule(x.to_pt(), half, width, false),
            rule(x.to_pt(), high - half, width, false),
            rule(left, 0.0, high, true),
            rule(right, 0.0, high, true),
        ]);
        height
    }

    /// The pages of the section: its atoms, and a number on each, behind so many pages of another paper.
    fn pages(&mut self, before: usize) -> Vec<Page> {
        let format = self.format;
        let atoms = std::mem::take(&mut self.atoms);
        let (drawings, carried) = fill(atoms, &mut self.tables, format.text_height().twips());
        carried.into_iter().for_each(|number| self.hints.paragraph_mut(number).carried = true);
        self.tables.iter().for_each(|table| table.tell(&mut self.hints));
        let page = |(index, mut drawing): (usize, Drawing)| {
            drawing.lower(format.top.to_pt());
            let mut runs = self.page_number(before + index + 1);
            runs.append(&mut drawing.runs);
            let Drawing { rules, pictures, spots, .. } = drawing;
            Page { runs, rules, pictures, spots, ..Page::blank(&format) }
        };
        drawings.into_iter().enumerate().map(page).collect()
    }

    /// 05-HD/VPTW II.IV.5.1: the number, on every page but the first.
    fn page_number(&self, number: usize) -> Vec<PlacedRun> {
        if number == 1 {
            return Vec::new();
        }
        let page = self.format;
        let style = self.profile.style(Role::PageNumber);
        let size = style.size.to_pt();
        let text = number.to_string();
        let width = self.measured.fonts().width(&text, FaceId::Regular, size);
        vec![PlacedRun {
            x: page.left.to_pt() + (page.text_width().to_pt() - width) / 2.0,
            baseline: page.header.to_pt() + style.pitch.to_pt() * BASELINE,
            width,
            face: FaceId::Regular,
            size,
            text,
            extra: 0.0,
            underline: false,
            ink: style.ink,
            block: None,
        }]
    }
}

/// Puts a line's spans at their places in an atom.
pub(super) fn draw(
    runs: &mut Vec<PlacedRun>,
    line: Line,
    style: &Style,
    x: f64,
    top: f64,
    block: Option<usize>,
) {
    runs.extend(line.spans.into_iter().map(|span| PlacedRun {
        x: x + span.x,
        baseline: top + style.pitch.to_pt() * BASELINE,
        width: span.width,
        face: span.face,
        size: style.size.to_pt(),
        text: span.text,
        extra: line.extra,
        underline: span.underline,
        ink: style.ink,
        block,
    }));
}

/// A rule at its place, centred in its column, its upper edge at `top`.
fn placed(rule: Rule, x: Length, width: Length, top: f64) -> PlacedRule {
    let length = rule.length_in(width);
    PlacedRule {
        x: x.to_pt() + (width - length).to_pt() / 2.0,
        y: top + rule.width.to_pt() / 2.0,
        length: length.to_pt(),
        width: rule.width.to_pt(),
        upright: false,
        ink: Ink::Black,
    }
}
