//! Lays a sample out on pages, as simply as its rules allow.

use super::ink::{Block, Ink, Par, Side, Table};
use super::pdf_file::{self, Canvas, Drawn, face_of, faces};
use super::sample::{Appendix, Sample};
use crate::checklist::paper::points;

/// Ascent and line height of Liberation Serif, as shares of the size.
const ASCENT: f64 = 0.891;
const HEIGHT: f64 = 1.149;

/// A word with its look, and where a line may end before it.
type Word<'a> = Vec<(&'a Ink, String)>;

struct Layout<'a> {
    sample: &'a Sample,
    pages: Vec<Canvas>,
    y: f64,
    landscape: bool,
    /// The page that the current part began on.
    first: usize,
}

fn width(word: &Word) -> f64 {
    word.iter().map(|(ink, text)| faces()[face_of(ink.bold, ink.italic)].width(text, size(ink))).sum()
}

fn size(ink: &Ink) -> f64 {
    ink.size as f64 / 2.0
}

/// Lines end at spaces only, as soon as a word does not fit.
fn lines(par: &Par, room: f64) -> Vec<Vec<Word<'_>>> {
    let mut words: Vec<Word> = vec![Vec::new()];
    for ink in &par.ink {
        for (index, piece) in ink.text.split(' ').enumerate() {
            if index > 0 {
                words.push(Vec::new());
            }
            words.last_mut().expect("one word").push((ink, piece.to_owned()));
        }
    }
    let mut lines: Vec<Vec<Word>> = vec![Vec::new()];
    let mut left = room - points(par.first);
    for word in words {
        let needed = width(&word) + word.first().map_or(0.0, |(ink, _)| size(ink) * 0.25);
        if needed > left + 3.5 && !lines.last().expect("one line").is_empty() {
            lines.push(Vec::new());
            left = room;
        }
        left -= needed;
        lines.last_mut().expect("one line").push(word);
    }
    lines
}

fn space(par: &Par) -> f64 {
    par.ink.first().map_or(0.0, |ink| size(ink) * 0.25)
}

fn line_height(par: &Par) -> f64 {
    if par.line > 0 { points(par.line) } else { par.ink.iter().map(size).fold(0.0, f64::max) * HEIGHT }
}

fn height(par: &Par, room: f64) -> f64 {
    let picture = par.picture.map_or(0.0, |(height, _)| points(height));
    (lines(par, room).len() as f64 * line_height(par)).max(picture) + points(par.after)
}

impl Layout<'_> {
    fn edges(&self) -> (f64, f64) {
        let sheet = &self.sample.sheet;
        let back = sheet.mirrored && self.pages.len().is_multiple_of(2);
        let (left, right) = if back { (sheet.right, sheet.left) } else { (sheet.left, sheet.right) };
        let (left, right) = if self.landscape { (1134, 1134) } else { (left, right) };
        (points(left), self.canvas_size().0 - points(right))
    }

    fn canvas_size(&self) -> (f64, f64) {
        let (width, height) = (points(self.sample.sheet.width), points(self.sample.sheet.height));
        if self.landscape { (height, width) } else { (width, height) }
    }

    fn new_page(&mut self) {
        let (width, height) = self.canvas_size();
        self.pages.push(Canvas::new(width, height));
        let sheet = &self.sample.sheet;
        self.y = points(if self.landscape { 1701 } else { sheet.top });
        let number = self.pages.len() - self.first;
        if number > 1 || !sheet.hides_first {
            let mut shown = sheet.number.clone();
            shown.ink[0].text += &number.to_string();
            self.in_margin(&shown, points(sheet.header));
        }
    }

    /// A paragraph that begins at that height, outside the flow.
    fn in_margin(&mut self, par: &Par, y: f64) {
        let (before, edges) = (self.y, self.edges());
        self.y = y;
        self.draw(par, edges.0, edges.1 - edges.0);
        self.y = before;
    }

    fn needs(&mut self, height: f64) {
        let bottom = points(if self.landscape { 850 } else { self.sample.sheet.bottom });
        if self.y + height > self.canvas_size().1 - bottom + 0.01 {
            self.new_page();
        }
    }

    fn flow(&mut self, par: &Par) {
        let room = self.edges().1 - self.edges().0;
        let lines = lines(par, room);
        for (index, words) in lines.iter().enumerate() {
            self.needs(line_height(par));
            // A new page may have other edges.
            let x = self.edges().0;
            if index == 0 && par.ruled_above {
                let y = self.y;
                self.canvas().rule(x, x + room, y);
            }
            self.draw_line(par, words, (index, lines.len()), x, room);
        }
        self.rule_below(par, self.edges().0 + room / 2.0);
        self.y += points(par.after);
    }

    fn draw(&mut self, par: &Par, x: f64, room: f64) {
        let top = self.y;
        let lines = lines(par, room);
        for (index, words) in lines.iter().enumerate() {
            self.draw_line(par, words, (index, lines.len()), x, room);
        }
        if let Some((height, transparent)) = par.picture {
            let side = points(height);
            self.canvas().picture(x + (room - side) / 2.0, top, side, transparent);
            self.y = self.y.max(top + side);
        }
        self.rule_below(par, x + room / 2.0);
        self.y += points(par.after);
    }

    fn rule_below(&mut self, par: &Par, middle: f64) {
        if par.rule > 0 {
            let (half, y) = (points(par.rule) / 2.0, self.y + 1.5);
            self.canvas().rule(middle - half, middle + half, y);
        }
    }

    fn canvas(&mut self) -> &mut Canvas {
        self.pages.last_mut().expect("a page")
    }

    /// Draws line `index` of `count` and moves down by it.
    fn draw_line(&mut self, par: &Par, words: &[Word], (index, count): (usize, usize), x: f64, room: f64) {
        let pitch = line_height(par);
        let largest = par.ink.iter().map(size).fold(0.0, f64::max);
        let indent = if index == 0 { points(par.first) } else { 0.0 };
        let gaps = words.len().saturating_sub(1) as f64;
        let natural: f64 = words.iter().map(width).sum::<f64>() + gaps * space(par);
        let spare = room - indent - natural;
        let justified = par.side == Side::Both && index + 1 < count;
        let stretch = if justified && gaps > 0.0 { spare / gaps } else { 0.0 };
        let start = match par.side {
            Side::Centre => spare / 2.0,
            Side::Right => spare,
            _ => 0.0,
        };
        let baseline = self.y + if par.line > 0 { 0.8 * pitch } else { ASCENT * largest };
        let mut pen = x + indent + start;
        for (number, word) in words.iter().enumerate() {
            for (place, (ink, text)) in word.iter().enumerate() {
                let space = if number + 1 < words.len() && place + 1 == word.len() { " " } else { "" };
                let (face, text) = (face_of(ink.bold, ink.italic), format!("{text}{space}"));
                let drawn = Drawn { text: &text, face, size: size(ink), colour: ink.colour, stretch };
                let end = self.canvas().text(&drawn, pen, baseline);
                if ink.underline {
                    self.canvas().rule(pen, end, baseline + 1.5);
                }
                pen = end;
            }
        }
        self.y += pitch;
    }

    /// Cells side by side, each a list of paragraphs.
    fn row(&mut self, cells: &[Vec<Par>], widths: &[i64]) {
        let heights = cells.iter().zip(widths).map(|(cell, width)| {
            let room = points(*width);
            cell.iter().map(|par| height(par, room)).sum::<f64>()
        });
        let tallest = heights.fold(0.0, f64::max);
        self.needs(tallest);
        let (top, mut x) = (self.y, self.edges().0);
        for (cell, width) in cells.iter().zip(widths) {
            self.y = top;
            for par in cell {
                self.draw(par, x, points(*width));
            }
            x += points(*width);
        }
        self.y = top + tallest;
    }

    fn table(&mut self, table: &Table) {
        for row in &table.rows {
            let cells: Vec<Vec<Par>> = row.iter().map(|par| vec![par.clone()]).collect();
            let (start, top) = (self.edges().0, self.y);
            let page = self.pages.len();
            self.row(&cells, &table.widths);
            let top = if self.pages.len() > page { points(self.sample.sheet.top) } else { top };
            let top = if self.pages.len() > page && self.landscape { points(1701) } else { top };
            self.y = self.y.max(top + points(table.height));
            let (mut x, height) = (start, self.y - top);
            for width in &table.widths {
                if table.lines {
                    self.canvas().frame(x, top, points(*width), height);
                }
                x += points(*width);
            }
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Par(par) => self.flow(par),
            Block::Table(table) => self.table(table),
        }
    }

    fn appendix(&mut self, appendix: &Appendix) {
        self.landscape = appendix.landscape;
        if appendix.restarts {
            self.first = self.pages.len();
        }
        if appendix.own_pages {
            self.new_page();
        }
        appendix.blocks.iter().for_each(|block| self.block(block));
    }
}

pub fn pdf(sample: &Sample) -> Vec<u8> {
    let mut layout = Layout { sample, pages: Vec::new(), y: 0.0, landscape: false, first: 0 };
    layout.new_page();
    if let Some(note) = &sample.top_note {
        layout.in_margin(note, points(sample.sheet.header));
    }
    let top = layout.y;
    for row in &sample.head {
        layout.row(row, &sample.columns[0]);
    }
    if sample.head_lines {
        let (left, right) = layout.edges();
        let height = layout.y - top;
        layout.canvas().frame(left, top, right - left, height);
    }
    layout.y += 24.0;
    sample.title.iter().for_each(|par| layout.flow(par));
    sample.body.iter().for_each(|block| layout.block(block));
    layout.y += 12.0;
    layout.row(&sample.sign, &sample.columns[1]);
    if let Some(contact) = &sample.contact {
        layout.y += 12.0;
        layout.flow(contact);
    }
    if let Some(note) = &sample.bottom_note {
        let drop = ASCENT * size(&note.ink[0]);
        let y = layout.canvas_size().1 - points(sample.bottom_note_rise) - drop;
        layout.in_margin(note, y);
    }
    if sample.missing_glyph {
        layout.canvas().missing_glyph(300.0, 400.0);
    }
    sample.appendices.iter().for_each(|appendix| layout.appendix(appendix));
    pdf_file::write(&layout.pages, sample.file)
}
