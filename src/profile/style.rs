//! What a profile says of a page and of a role.

use super::Ink;
use crate::tree::{Role, TextAlign};
use crate::units::Length;

/// 148 mm, as Word has it.
const A5_WIDTH: Length = Length::of_twips(8391);

/// Of a quarter of a sheet (convention).
const QUARTER_MARGIN: Length = Length::mm(10.0);

/// Twips of the paragraph after a closing row.
const END: i32 = 10;

/// The size and the margins of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// The width of the sheet.
    pub width: Length,
    /// The height of the sheet.
    pub height: Length,
    /// The top margin.
    pub top: Length,
    /// The bottom margin.
    pub bottom: Length,
    /// The left margin.
    pub left: Length,
    /// The right margin.
    pub right: Length,
    /// The distance from the top edge of the sheet to the page number.
    pub header: Length,
}

impl Page {
    /// The page in landscape. The left margin becomes the top margin, and the others turn with it
    /// (convention).
    #[must_use]
    pub fn turned(&self) -> Page {
        Page {
            width: self.height,
            height: self.width,
            top: self.left,
            bottom: self.right,
            left: self.bottom,
            right: self.top,
            header: self.header,
        }
    }

    /// Half of the sheet, in landscape (convention). It is as wide as A4: the letterhead would not fit in the
    /// width of an A5 in portrait.
    #[must_use]
    pub fn halved(&self) -> Page {
        Page { height: A5_WIDTH, ..*self }.with_room_for_the_end()
    }

    /// A sheet that is cut into four, with the margins of its quarters: 10 mm on every side. Each quarter has
    /// 85 mm for the text (convention).
    #[must_use]
    pub fn quartered(&self) -> Page {
        let margin = QUARTER_MARGIN;
        // The line of the header, of 16 pt, must not reach into the text.
        let header = Length::mm(4.0);
        Page { top: margin, bottom: margin, left: margin, right: margin, header, ..*self }
    }

    /// One of the four quarters of the sheet: an A6 in portrait.
    #[must_use]
    pub fn quarter(&self) -> Page {
        let half = |length: Length| Length::of_twips(length.twips() / 2);
        Page { width: half(self.width), height: half(self.height), ..self.quartered() }
    }

    /// A landscape page that is printed on both sides. It is bound at the top of the front and at the foot of
    /// the back, so top and bottom both have the wider margin (convention).
    #[must_use]
    pub fn bound_at_both_ends(&self) -> Page {
        let wider = self.top.max(self.bottom);
        Page { top: wider, bottom: wider, ..*self }.with_room_for_the_end()
    }

    /// With a bottom margin that is half a point smaller, for the paragraph that a copy begins with.
    pub(super) fn with_room_for_the_beginning(self) -> Page {
        Page { bottom: self.bottom - Length::of_twips(END), ..self }
    }

    /// With a bottom margin that is at most half a point smaller: every height is whole points, and the
    /// paragraph of half a point after a closing row must find room behind them.
    pub(super) fn with_room_for_the_end(self) -> Page {
        let short = (END - self.text_height().twips() % 20).max(0);
        Page { bottom: self.bottom - Length::of_twips(short), ..self }
    }

    /// Where the lower edge of a paragraph lies that is pinned to the last page, from the top edge of
    /// the sheet: the contact line ends the text area, the note stands 10 mm above the edge
    /// (05-HD/VPTW II.II.4.1, II.II.6).
    pub(crate) fn foot_bottom(&self, role: Role) -> Length {
        match role {
            Role::NoBroadcast => self.height - self.header,
            _ => self.height - self.bottom,
        }
    }

    /// The width between the margins.
    #[must_use]
    pub fn text_width(&self) -> Length {
        self.width - self.left - self.right
    }

    /// The height between the margins.
    #[must_use]
    pub fn text_height(&self) -> Length {
        self.height - self.top - self.bottom
    }
}

/// The appearance of the paragraphs of one role: the type name, the body, a heading. The line pitch is exact,
/// because every program then spaces the lines alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// The font size.
    pub size: Length,
    /// Bold letters.
    pub bold: bool,
    /// Italic letters.
    pub italic: bool,
    /// The colour of the letters.
    pub ink: Ink,
    /// The alignment of the lines.
    pub align: Align,
    /// The distance from one baseline to the next.
    pub pitch: Length,
    /// The space above the first line.
    pub before: Length,
    /// The space below the last line.
    pub after: Length,
    /// The indent of every line from the left.
    pub left: Length,
    /// The indent of every line from the right.
    pub right: Length,
    /// The indent that the first line has in addition to `left`; negative for a hanging indent.
    pub first_line: Length,
    /// Whether the last line stays on the same page as the next paragraph.
    pub keep_with_next: bool,
    /// A rule above or below the paragraph.
    pub rule: Option<Rule>,
    /// The level in the outline that readers show, from 1. `None` for text that is no heading.
    pub outline: Option<u8>,
}

/// The alignment of a paragraph's lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the left margin.
    Left,
    /// Centred.
    Center,
    /// Justified, with the last line at the left.
    Justify,
    /// At the right margin.
    Right,
}

/// The padding of a table cell: the space between its border and its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellPadding {
    /// The padding at the left and at the right.
    pub side: Length,
    /// The padding above and below the text.
    pub upright: Length,
}

/// A horizontal rule above or below a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Its thickness.
    pub width: Length,
    /// Its length, at most the width of its column. It is centred there.
    pub length: Length,
    /// Whether it is above the paragraph; else it is below.
    pub above: bool,
}

impl Rule {
    /// How long it is in a column `width` wide.
    pub(crate) fn length_in(&self, width: Length) -> Length {
        self.length.min(width)
    }
}

impl Style {
    /// A line of `size` points at a pitch of `pitch` points, at the left, with nothing around it.
    pub(crate) const fn new(size: f64, pitch: f64) -> Style {
        Style {
            size: Length::pt(size),
            bold: false,
            italic: false,
            ink: Ink::Black,
            align: Align::Left,
            pitch: Length::pt(pitch),
            before: Length::ZERO,
            after: Length::ZERO,
            left: Length::ZERO,
            right: Length::ZERO,
            first_line: Length::ZERO,
            keep_with_next: false,
            rule: None,
            outline: None,
        }
    }

    pub(crate) const fn inked(mut self, ink: Ink) -> Style {
        self.ink = ink;
        self
    }

    pub(crate) const fn bold(mut self) -> Style {
        self.bold = true;
        self
    }

    pub(crate) const fn italic(mut self) -> Style {
        self.italic = true;
        self
    }

    pub(crate) const fn centered(mut self) -> Style {
        self.align = Align::Center;
        self
    }

    pub(crate) const fn right(mut self) -> Style {
        self.align = Align::Right;
        self
    }

    pub(crate) const fn justified(mut self) -> Style {
        self.align = Align::Justify;
        self
    }

    pub(crate) const fn before(mut self, points: f64) -> Style {
        self.before = Length::pt(points);
        self
    }

    pub(crate) const fn after(mut self, points: f64) -> Style {
        self.after = Length::pt(points);
        self
    }

    pub(crate) const fn first_line(mut self, length: Length) -> Style {
        self.first_line = length;
        self
    }

    pub(crate) const fn hanging(mut self, length: Length) -> Style {
        self.left = length;
        self.first_line = Length::of_twips(-length.twips());
        self
    }

    pub(crate) const fn aligned(mut self, align: TextAlign) -> Style {
        self.align = match align {
            TextAlign::Left => Align::Left,
            TextAlign::Center => Align::Center,
            TextAlign::Right => Align::Right,
            TextAlign::Justify => Align::Justify,
        };
        self
    }

    pub(crate) const fn kept(mut self) -> Style {
        self.keep_with_next = true;
        self
    }

    pub(crate) const fn ruled(mut self, rule: Rule) -> Style {
        self.rule = Some(rule);
        self
    }

    pub(crate) const fn outlined(mut self, level: u8) -> Style {
        self.outline = Some(level);
        self
    }
}
