//! Sorts a PDF's lines into the regions of a paper: letterhead, text, signature, appendices.

use std::cmp::Ordering;

use super::drawing::{Picture, Rule};
use super::fonts::Font;
use super::lines::{COLUMN_GAP, NARROW_GAP};
use super::paragraphs::title_and_text;
use super::{Pdf, lines};
use crate::checklist::paper::{BINDING, BOTTOM, OUTER, Paper, TOP, points};
use crate::checklist::parts::{Stream, is_address_label, is_appendix_label, is_confirmation};
use crate::checklist::piece::{LineBox, Piece};

/// A line that reaches this far to both sides of the axis belongs to no column.
const STRADDLES: f64 = 15.0;
/// A vertical rule longer than this is part of a table; a shorter one is a box to tick.
const TABLE_RULE: f64 = 14.0;

/// A page as it is read: y downwards from the upper edge, back pages moved onto front ones.
#[derive(Debug)]
pub struct Page {
    pub lines: Vec<Piece>,
    /// Page 1 once more, cut at narrow gaps: the columns of a letterhead may come close.
    head: Vec<Piece>,
    pub rules: Vec<Rule>,
    pub pictures: Vec<Picture>,
    /// From where to where tables with lines reach.
    pub tables: Vec<(f64, f64)>,
    pub height: f64,
    pub landscape: bool,
    /// Left and right edge of the text area.
    pub edges: (f64, f64),
}

impl Page {
    pub fn axis(&self) -> f64 {
        (self.edges.0 + self.edges.1) / 2.0
    }

    /// The lowest place of the text area.
    fn floor(&self) -> f64 {
        // A landscape page may have its narrow margin below.
        let margin = if self.landscape { OUTER } else { BOTTOM };
        self.height - points(margin) + 2.0
    }

    pub fn in_table(&self, y: f64) -> bool {
        self.tables.iter().any(|(top, bottom)| *top <= y && y <= *bottom)
    }

    /// The lines between the upper and the lower margin.
    pub fn text(&self) -> impl Iterator<Item = &Piece> {
        let area = points(TOP)..self.floor();
        self.lines.iter().filter(move |line| area.contains(&line.lines[0].y))
    }

    pub fn above_text(&self) -> impl Iterator<Item = &Piece> {
        self.lines.iter().filter(|line| line.lines[0].y < points(TOP))
    }

    pub fn below_text(&self) -> impl Iterator<Item = &Piece> {
        self.lines.iter().filter(|line| line.lines[0].y >= self.floor())
    }
}

/// Horizontal rules, with what makes them comparable to a width of text.
pub fn level(rule: &Rule) -> bool {
    rule.y1 - rule.y0 <= 2.0 && rule.x1 - rule.x0 > 2.0
}

pub fn pages(pages: &[super::Page], fonts: &[Font], paper: &Paper) -> Vec<Page> {
    pages.iter().enumerate().map(|(index, page)| page_as_read(index, page, fonts, paper)).collect()
}

fn page_as_read(index: usize, page: &super::Page, fonts: &[Font], paper: &Paper) -> Page {
    let back = paper.two_sided && index % 2 == 1 && !page.landscape();
    let shift = if back { points(BINDING - OUTER) } else { 0.0 };
    let lines = lines::lines(index, page, fonts, shift, COLUMN_GAP);
    let head = if index == 0 { lines::lines(index, page, fonts, shift, NARROW_GAP) } else { Vec::new() };
    let turned =
        |(x0, x1, y0, y1): (f64, f64, f64, f64)| (x0 + shift, x1 + shift, page.height - y1, page.height - y0);
    let rule = |rule: &Rule| {
        let (x0, x1, y0, y1) = turned((rule.x0, rule.x1, rule.y0, rule.y1));
        Rule { x0, x1, y0, y1 }
    };
    let picture = |picture: &Picture| {
        let (x0, x1, y0, y1) = turned((picture.x0, picture.x1, picture.y0, picture.y1));
        Picture { x0, x1, y0, y1, ..picture.clone() }
    };
    let rules = merged(page.rules.iter().map(rule).collect());
    Page {
        edges: if page.landscape() { landscape_edges(&lines, &rules, page) } else { paper.text_edges() },
        tables: bands(&rules),
        pictures: page.pictures.iter().map(picture).collect(),
        height: page.height,
        landscape: page.landscape(),
        lines,
        head,
        rules,
    }
}

/// A level line that is drawn in pieces, or twice, is one line.
fn merged(mut rules: Vec<Rule>) -> Vec<Rule> {
    rules.sort_by(|one, two| (one.y0, one.x0).partial_cmp(&(two.y0, two.x0)).unwrap_or(Ordering::Equal));
    let mut whole: Vec<Rule> = Vec::new();
    for rule in rules {
        let meets = |other: &&mut Rule| {
            let both = level(other) && level(&rule) && (other.y0 - rule.y0).abs() < 1.0;
            both && rule.x0 <= other.x1 + 1.0 && other.x0 <= rule.x1 + 1.0
        };
        match whole.iter_mut().find(meets) {
            Some(other) => (other.x0, other.x1) = (other.x0.min(rule.x0), other.x1.max(rule.x1)),
            None => whole.push(rule),
        }
    }
    whole
}

/// The regulation gives no figures for landscape margins: either those of the portrait page, or the
/// portrait page turned. The leftmost ink tells which.
fn landscape_edges(lines: &[Piece], rules: &[Rule], page: &super::Page) -> (f64, f64) {
    let starts = lines.iter().map(|line| line.x.0).chain(rules.iter().map(|rule| rule.x0));
    let left = starts.fold(f64::MAX, f64::min);
    let turned = (points(TOP), page.width - points(BOTTOM));
    let same = (points(BINDING), page.width - points(OUTER));
    if (left - turned.0).abs() < (left - same.0).abs() { turned } else { same }
}

/// The upright rules of a table, one below the other, show how far it reaches.
fn bands(rules: &[Rule]) -> Vec<(f64, f64)> {
    let upright = |rule: &&Rule| rule.x1 - rule.x0 <= 2.0 && rule.y1 - rule.y0 > TABLE_RULE;
    let mut spans: Vec<(f64, f64)> = rules.iter().filter(upright).map(|rule| (rule.y0, rule.y1)).collect();
    spans.sort_by(|one, two| one.0.total_cmp(&two.0));
    let mut bands: Vec<(f64, f64)> = Vec::new();
    for (top, bottom) in spans {
        match bands.last_mut() {
            Some(last) if top <= last.1 + 2.0 => last.1 = last.1.max(bottom),
            _ => bands.push((top, bottom)),
        }
    }
    bands
}

/// Fragments of one column that stand on one baseline are one line with room for the pen.
fn add_to_column(column: &mut Vec<Piece>, line: &Piece) {
    let same = |last: &Piece| {
        (last.lines[0].y - line.lines[0].y).abs() < 0.5 && last.lines[0].page == line.lines[0].page
    };
    match column.last_mut() {
        Some(last) if same(last) => {
            let place = LineBox { x1: line.x.1, ..last.lines[0] };
            let mut spans = last.spans.clone();
            if let Some(end) = spans.last_mut() {
                end.text.push_str("      ");
            }
            spans.extend(line.spans.iter().cloned());
            let centre = Some((place.x0 + place.x1) / 2.0);
            *last = Piece { centre, x: (place.x0, place.x1), lines: vec![place], ..Piece::new(spans) };
        }
        _ => column.push(line.clone()),
    }
}

fn reaches_over(line: &Piece, x: f64) -> bool {
    line.x.0 < x - STRADDLES && line.x.1 > x + STRADDLES
}

/// The columns of the letterhead, and where it ends. They part at the axis, or on a narrow sheet left
/// of the title.
fn letterhead(page: &Page, paper: &Paper, stream: &mut Stream) -> f64 {
    let label = |line: &&Piece| paper.form_label == Some(line.words().as_str());
    let lines = || page.head.iter().filter(|line| line.lines[0].y >= points(TOP) && !label(line));
    let title = lines().take(8).find(|line| line.words() == "ĐẢNG CỘNG SẢN VIỆT NAM");
    let wide = title.filter(|title| reaches_over(title, paper.axis()));
    let split = wide.map_or(paper.axis(), |title| title.x.0 - STRADDLES);
    let is_name = |line: &Piece| paper.type_name.starts_with(&line.words()) && line.all_bold();
    let ends = |line: &Piece| reaches_over(line, split) || is_address_label(line) || is_name(line);
    let mut end = 0.0;
    for line in lines().take_while(|line| !ends(line)) {
        let column = if line.middle() < split { &mut stream.left } else { &mut stream.right };
        add_to_column(column, line);
        end = line.lines[0].y;
    }
    end
}

pub fn stream(pdf: &Pdf, paper: &Paper) -> Stream {
    let pages = &pdf.layout;
    let mut stream = Stream::default();
    let axis = paper.axis();
    let straddles = |line: &Piece| reaches_over(line, axis);
    if let Some(first) = pages.first() {
        stream.top = first.above_text().cloned().collect();
    }
    let starts_appendix = |page: &Page| page.text().next().is_some_and(|line| is_appendix_label(paper, line));
    let starts: Vec<usize> =
        (1..pages.len()).filter(|index| pages.get(*index).is_some_and(starts_appendix)).collect();
    let end = starts.first().copied().unwrap_or(pages.len());
    for (number, start) in starts.iter().enumerate() {
        let stop = starts.get(number + 1).copied().unwrap_or(pages.len());
        let lines: Vec<Piece> = pages[*start..stop].iter().flat_map(Page::text).cloned().collect();
        stream.appendices.push(title_and_text(lines, pages));
    }

    let head = pages.first().map_or(0.0, |page| letterhead(page, paper, &mut stream));
    let below = |line: &&Piece| line.lines[0].page > 0 || line.lines[0].y > head + 0.5;
    let mut rest: Vec<Piece> = pages[..end].iter().flat_map(Page::text).filter(below).cloned().collect();

    stream.after = pages[..end].iter().flat_map(Page::below_text).cloned().collect();
    let small = |line: &Piece| line.visible().all(|span| span.size < 10.6);
    let is_note = |line: &Piece| straddles(line) && (small(line) || line.text.contains("KHÔNG PHỔ BIẾN"));
    while let Some(note) = rest.pop_if(|line| is_note(line)) {
        stream.after.insert(0, note);
    }
    if let Some(from) = rest.iter().position(|line| is_confirmation(paper, line)) {
        let recipients = rest[from..].iter().position(|line| line.text.starts_with("Nơi nhận"));
        let to = recipients.map_or(rest.len(), |count| from + count);
        stream.confirmation = rest.drain(from..to).collect();
    }
    let mut start = rest.len();
    if paper.has_signature {
        let stops = |line: &&Piece| straddles(line) || pages[line.lines[0].page].in_table(line.lines[0].y);
        let tail = rest.iter().rev().take_while(|line| !stops(line));
        let highest = tail.filter(|line| line.x.0 > axis - STRADDLES).last().map(|line| line.lines[0]);
        if let Some(highest) = highest {
            let below = |line: &Piece| {
                let place = line.lines[0];
                (place.page, place.y + 3.0) >= (highest.page, highest.y)
            };
            start = rest.iter().position(below).unwrap_or(rest.len());
        }
    } else if paper.has_recipients {
        let label = |line: &Piece| line.text.starts_with("Nơi nhận");
        start = rest.iter().rposition(label).unwrap_or(rest.len());
    }
    for line in rest.split_off(start) {
        if line.middle() >= axis {
            add_to_column(&mut stream.sign_right, &line);
        } else {
            add_recipient(&mut stream.sign_left, line);
        }
    }
    stream.flow = title_and_text(rest, pages);
    stream
}

/// A line of the left column that goes on with the recipient above it.
fn add_recipient(column: &mut Vec<Piece>, line: Piece) {
    let size = |piece: &Piece| piece.spans.first().map_or(0.0, |span| span.size);
    match column.last_mut() {
        Some(last)
            if last.text.starts_with("- ")
                && !line.text.starts_with("- ")
                && (size(last) - size(&line)).abs() < 0.1 =>
        {
            let joined = Piece::join(&[last.clone(), line]);
            column.pop();
            column.extend(joined);
        }
        _ => column.push(line),
    }
}
