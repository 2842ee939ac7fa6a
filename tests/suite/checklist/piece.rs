//! A piece of the paper, the same for both files: its words, their look, where they stand.

use super::words::one_line;

/// Text in one look.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    pub text: String,
    /// In points.
    pub size: f64,
    pub bold: bool,
    pub italic: bool,
    pub underline: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Centre,
    Right,
    Both,
}

/// A line of a PDF; points from the sheet's upper left corner, back pages moved onto front ones.
#[derive(Debug, Clone, Copy)]
pub struct LineBox {
    pub page: usize,
    /// The baseline.
    pub y: f64,
    pub x0: f64,
    pub x1: f64,
}

/// A paragraph, or several that say one thing together (a name on two lines).
#[derive(Debug, Clone, Default)]
pub struct Piece {
    /// The text of the spans; every kind of space is U+0020, none at the ends.
    pub text: String,
    pub spans: Vec<Span>,
    /// None where a PDF does not tell: one line.
    pub align: Option<Align>,
    /// The axis that the text is centred on, in points; None where it is not centred.
    pub centre: Option<f64>,
    /// PDF: the ink. DOCX: the room (the cell, the text area).
    pub x: (f64, f64),
    /// PDF only.
    pub lines: Vec<LineBox>,
    /// DOCX only: place in the list of paragraphs.
    pub paragraph: Option<usize>,
    pub in_table: bool,
}

impl Piece {
    /// A piece with its text made from the spans, spaces at both ends removed.
    pub fn new(mut spans: Vec<Span>) -> Piece {
        for span in &mut spans {
            span.text = span.text.replace(|letter: char| letter.is_whitespace(), " ");
        }
        while let Some(first) = spans.first_mut() {
            first.text = first.text.trim_start().to_owned();
            if !first.text.is_empty() {
                break;
            }
            spans.remove(0);
        }
        while let Some(last) = spans.last_mut() {
            last.text = last.text.trim_end().to_owned();
            if !last.text.is_empty() {
                break;
            }
            spans.pop();
        }
        let text = spans.iter().map(|span| span.text.as_str()).collect();
        Piece { text, spans, ..Piece::default() }
    }

    /// Several pieces read as one, with a space between them.
    pub fn join(pieces: &[Piece]) -> Option<Piece> {
        let (first, rest) = pieces.split_first()?;
        let mut joined = first.clone();
        for piece in rest {
            if let Some(last) = joined.spans.last_mut() {
                last.text.push(' ');
            }
            joined.spans.extend(piece.spans.iter().cloned());
            joined.lines.extend(&piece.lines);
            joined.x = (joined.x.0.min(piece.x.0), joined.x.1.max(piece.x.1));
            let same = |one: f64, two: f64| (one - two).abs() <= 1.5;
            joined.centre = joined.centre.zip(piece.centre).filter(|(a, b)| same(*a, *b)).map(|(a, _)| a);
            joined.align = joined.align.filter(|align| piece.align.is_none_or(|other| other == *align));
        }
        joined.text = joined.spans.iter().map(|span| span.text.as_str()).collect();
        Some(joined)
    }

    /// The text with single spaces.
    pub fn words(&self) -> String {
        one_line(&self.text)
    }

    /// The spans that show something.
    pub fn visible(&self) -> impl Iterator<Item = &Span> {
        self.spans.iter().filter(|span| !span.text.trim().is_empty())
    }

    pub fn all_bold(&self) -> bool {
        self.visible().all(|span| span.bold)
    }

    /// The look of the first `count` characters, or of what follows them.
    pub fn part(&self, from: usize, count: usize) -> Piece {
        let mut at = 0;
        let mut spans = Vec::new();
        for span in &self.spans {
            let length = span.text.chars().count();
            let skip = from.saturating_sub(at);
            let take = (from.saturating_add(count)).saturating_sub(at.max(from));
            let text: String = span.text.chars().skip(skip).take(take).collect();
            if !text.is_empty() {
                spans.push(Span { text, ..span.clone() });
            }
            at += length;
        }
        let part = Piece::new(spans);
        Piece { text: part.text, spans: part.spans, ..self.clone() }
    }

    /// A heading of its own: centred and bold.
    pub fn is_centred_heading(&self) -> bool {
        self.align == Some(Align::Centre) && self.all_bold()
    }

    /// The middle of the piece's room.
    pub fn middle(&self) -> f64 {
        (self.x.0 + self.x.1) / 2.0
    }
}

/// The look that a rule asks for; regular unless said otherwise.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    low: f64,
    high: f64,
    bold: bool,
    italic: bool,
}

impl Look {
    pub fn size(points: f64) -> Look {
        Look { low: points, high: points, bold: false, italic: false }
    }

    pub fn between(low: f64, high: f64) -> Look {
        Look { low, high, bold: false, italic: false }
    }

    pub fn bold(self) -> Look {
        Look { bold: true, ..self }
    }

    pub fn italic(self) -> Look {
        Look { italic: true, ..self }
    }

    /// Every visible span must have the look.
    pub fn check(self, piece: &Piece) -> Result<(), String> {
        let fits = |span: &&Span| {
            let size = span.size > self.low - 0.1 && span.size < self.high + 0.1;
            size && span.bold == self.bold && span.italic == self.italic
        };
        match piece.visible().find(|span| !fits(span)) {
            Some(span) => Err(format!(
                "found “{}” in {}, expected {}",
                span.text.trim(),
                named(span.size, span.size, span.bold, span.italic),
                named(self.low, self.high, self.bold, self.italic)
            )),
            None => Ok(()),
        }
    }
}

fn named(low: f64, high: f64, bold: bool, italic: bool) -> String {
    let size = if low < high {
        format!("{low} to {high} pt")
    } else {
        format!("{} pt", (low * 100.0).round() / 100.0)
    };
    let style = match (bold, italic) {
        (false, false) => "regular",
        (true, false) => "bold",
        (false, true) => "italic",
        (true, true) => "bold italic",
    };
    format!("{size} {style}")
}
