//! A page as SVG: the runs, rules and pictures that the PDF has, at the same places.
//!
//! Its letters are outlines, and their text lies over them unseen, to be selected, searched and read aloud; or they are
//! text, drawn in a family that whoever shows the page has. Nothing else is told by style sheets or scripts, so that a
//! page may stand in any other, whatever that one allows.

mod letters;
mod number;

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::fonts::Fonts;
use crate::layout::{CheckBox, Ink, Node, Page, Pages, PlacedFrame, PlacedPicture, PlacedRule, PlacedRun};
use letters::Letters;
use number::number;

/// A page, counted from 0; none where there is no such page. Without a family its letters are outlines.
pub(crate) fn page(pages: &Pages, index: usize, fonts: &Fonts, family: Option<&str>) -> Option<String> {
    let page = pages.pages.get(index)?;
    let mut drawing =
        Drawing { letters: Letters::new(fonts, family), shapes: String::new(), text: String::new() };
    drawing.page(page, pages);
    let (width, height) = (number(page.width), number(page.height));
    let name = format!("Trang {} trên {}", index + 1, pages.pages.len());
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}pt\" \
         height=\"{height}pt\" role=\"group\" aria-label=\"{name}\" xml:lang=\"vi\" lang=\"vi\">\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n{}{}<g {} xml:space=\"preserve\">\n{}</g>\n</svg>\n",
        drawing.letters.outlines(),
        drawing.shapes,
        drawing.letters.attributes(),
        drawing.text,
    ))
}

/// What is drawn of a page so far. Writing to a string never fails.
struct Drawing<'a> {
    letters: Letters<'a>,
    /// Rules and letters that are outlines.
    shapes: String,
    /// Text and pictures, in reading order.
    text: String,
}

impl Drawing<'_> {
    fn page(&mut self, page: &Page, pages: &Pages) {
        page.frames.iter().for_each(|line| self.frame(line, page));
        page.rules.iter().for_each(|rule| self.rule(rule));
        let mut pictures = page.pictures.iter().peekable();
        for line in page.runs.chunk_by(|run, next| run.block == next.block && run.baseline == next.baseline) {
            if let Some(block) = line.first().and_then(|run| run.block) {
                while let Some(picture) = pictures.next_if(|picture| picture.block < block) {
                    self.picture(picture, pages);
                }
            }
            self.line(line);
        }
        pictures.for_each(|picture| self.picture(picture, pages));
    }

    /// The runs of a paragraph on one line: one text.
    fn line(&mut self, line: &[PlacedRun]) {
        let Some(first) = line.first() else { return };
        // A page number, or a header that stood on an earlier page: seen, and not read aloud.
        let hidden = if first.block.is_none() { " aria-hidden=\"true\"" } else { "" };
        let _ = write!(self.text, "<text y=\"{}\"{hidden}>", number(first.baseline));
        for (index, run) in line.iter().enumerate() {
            match run.check_box() {
                Some(check_box) => self.check_box(run, check_box),
                None => {
                    let ahead = line.get(index + 1).is_some_and(|next| is_apart(run, next));
                    self.letters.run(run, ahead, &mut self.shapes, &mut self.text);
                }
            }
            if run.underline {
                self.rule(&run.underline());
            }
        }
        self.text.push_str("</text>\n");
    }

    fn rule(&mut self, rule: &PlacedRule) {
        let (along, end) =
            if rule.upright { ('V', rule.y + rule.length) } else { ('H', rule.x + rule.length) };
        let path = format!("M{} {}{along}{}", number(rule.x), number(rule.y), number(end));
        self.stroke(&path, rule.width, rule.ink);
    }

    /// A line of the border round the page.
    fn frame(&mut self, line: &PlacedFrame, page: &Page) {
        let (right, low) = (number(page.width - line.inset), number(page.height - line.inset));
        let inset = number(line.inset);
        self.stroke(&format!("M{inset} {inset}H{right}V{low}H{inset}Z"), line.line, Ink::Black);
    }

    fn stroke(&mut self, path: &str, width: f64, ink: Ink) {
        let (width, ink) = (number(width), colour(ink).unwrap_or("#000"));
        let _ = writeln!(
            self.shapes,
            "<path d=\"{path}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"{width}\"/>"
        );
    }

    /// A check box: lines to the eye, a letter to a reader.
    fn check_box(&mut self, run: &PlacedRun, check_box: CheckBox) {
        let (left, right) = (number(check_box.left), number(check_box.left + check_box.side));
        let (low, high) = (number(check_box.bottom), number(check_box.bottom - check_box.side));
        let mut path = format!("M{left} {low}H{right}V{high}H{left}Z");
        if check_box.ticked {
            let _ = write!(path, "L{right} {high}M{left} {high}L{right} {low}");
        }
        self.stroke(&path, check_box.width, run.ink);
        let _ = write!(self.text, "<tspan font-size=\"{}\">", number(run.size));
        self.letters.unseen(&mut self.text, run.x, run.width, &check_box.letter.to_string());
        self.text.push_str("</tspan>");
    }

    fn picture(&mut self, picture: &PlacedPicture, pages: &Pages) {
        let PlacedPicture { x, bottom, width, height, raster, block } = picture;
        let says = alternative_text(&pages.structure, *block).unwrap_or_default();
        let _ = writeln!(
            self.text,
            "<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" preserveAspectRatio=\"none\" role=\"img\" \
             aria-label=\"{}\" href=\"data:image/png;base64,{}\"/>",
            number(*x),
            number(bottom - height),
            number(*width),
            number(*height),
            letters::escaped(says),
            STANDARD.encode(&raster.png),
        );
    }
}

/// An ink, where it is not black.
fn colour(ink: Ink) -> Option<&'static str> {
    match ink {
        Ink::Black => None,
        Ink::Red => Some("#f00"),
    }
}

/// Whether two runs of a line stand apart, as words do, though no space is between them.
fn is_apart(run: &PlacedRun, next: &PlacedRun) -> bool {
    const SPACE: f64 = 0.15;
    next.x - (run.x + run.width) > SPACE * run.size
}

/// What a picture says to a reader who does not see it.
fn alternative_text(nodes: &[Node], picture: usize) -> Option<&str> {
    nodes.iter().find_map(|node| match node {
        Node::Figure { block, alternative_text } => (*block == picture).then_some(alternative_text.as_str()),
        Node::Part(nodes) | Node::Paper { nodes, .. } => alternative_text(nodes, picture),
        Node::Table(rows) => rows.iter().flatten().find_map(|cell| alternative_text(&cell.nodes, picture)),
        Node::Paragraph(_) | Node::Heading { .. } | Node::List(_) => None,
        Node::Signature(_) | Node::Seal(_) => None,
    })
}

#[cfg(test)]
mod tests;
