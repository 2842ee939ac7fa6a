//! Trình bày tự do: how a paper looks that no clause of the guidance places, a certificate.

use super::Length;
use crate::text::Text;
use crate::tree::TextAlign;

/// Trình bày tự do: what a kind of paper may choose whose look the guidance leaves open, as a certificate. The papers
/// of the guidance's types (05-HD/VPTW II.I.5.1) have none.
///
/// ```
/// use vanban::profile::{FreeLayout, FreeStyle, Ink, Length};
/// let layout = FreeLayout::new()
///     .style("title", FreeStyle::new(Length::pt(40.0)).bold().ink(Ink::Red))
///     .bordered();
/// assert_eq!(layout.styles.len(), 1);
/// ```
#[doc(alias = "trình bày tự do")]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct FreeLayout {
    /// Styles of its own, by the name that `<p style="…">` gives.
    pub styles: Vec<(Text, FreeStyle)>,
    /// Whether a border goes round each page.
    pub border: bool,
    /// Margins of its sheets; left out, those of the guidance.
    pub margins: Option<Margins>,
    /// How high its emblem is printed; left out, as high as its usual line.
    pub emblem_height: Option<Length>,
    /// The text alone, for stock that has the rest printed already: how far it is moved.
    pub stock: Option<Offset>,
}

/// How the lines of a style of one's own look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct FreeStyle {
    /// Size of the letters, 10 to 60 pt.
    pub size: Length,
    /// Bold letters.
    pub bold: bool,
    /// Italic letters.
    pub italic: bool,
    /// Their colour.
    pub ink: Ink,
    /// Where the lines stand.
    pub align: TextAlign,
    /// Room above the first line.
    pub before: Length,
    /// Room below the last line.
    pub after: Length,
}

/// Màu mực: the colour of letters.
#[doc(alias = "màu")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Ink {
    /// Black: all text of the guidance's papers (05-HD/VPTW II.IV.1).
    #[default]
    Black,
    /// Red.
    Red,
}

/// Margins of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Margins {
    /// At the top.
    pub top: Length,
    /// At the bottom.
    pub bottom: Length,
    /// At the left.
    pub left: Length,
    /// At the right.
    pub right: Length,
}

/// How far text is moved on stock that is printed already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Offset {
    /// To the right; negative to the left.
    pub right: Length,
    /// Down; negative up.
    pub down: Length,
}

impl FreeLayout {
    /// One that chooses nothing.
    #[must_use]
    pub fn new() -> FreeLayout {
        FreeLayout::default()
    }

    /// With a style of this name.
    #[must_use]
    pub fn style(mut self, name: impl Into<Text>, style: FreeStyle) -> FreeLayout {
        self.styles.push((name.into(), style));
        self
    }

    /// With a border round each page.
    #[must_use]
    pub fn bordered(mut self) -> FreeLayout {
        self.border = true;
        self
    }

    /// With these margins.
    #[must_use]
    pub fn margins(mut self, margins: Margins) -> FreeLayout {
        self.margins = Some(margins);
        self
    }

    /// With an emblem that is so high.
    #[must_use]
    pub fn emblem_height(mut self, height: Length) -> FreeLayout {
        self.emblem_height = Some(height);
        self
    }

    /// For stock that is printed already: the text alone, moved so far.
    #[must_use]
    pub fn on_stock(mut self, offset: Offset) -> FreeLayout {
        self.stock = Some(offset);
        self
    }
}

impl FreeStyle {
    /// The sizes that letters may have.
    pub const SIZES: std::ops::RangeInclusive<Length> = Length::pt(10.0)..=Length::pt(60.0);

    /// Centred black letters of this size.
    #[must_use]
    pub fn new(size: Length) -> FreeStyle {
        let (before, after) = (Length::ZERO, Length::pt(6.0));
        let align = TextAlign::Center;
        FreeStyle { size, bold: false, italic: false, ink: Ink::Black, align, before, after }
    }

    /// In bold letters.
    #[must_use]
    pub fn bold(mut self) -> FreeStyle {
        self.bold = true;
        self
    }

    /// In italic letters.
    #[must_use]
    pub fn italic(mut self) -> FreeStyle {
        self.italic = true;
        self
    }

    /// In this colour.
    #[must_use]
    pub fn ink(mut self, ink: Ink) -> FreeStyle {
        self.ink = ink;
        self
    }

    /// With its lines there.
    #[must_use]
    pub fn align(mut self, align: TextAlign) -> FreeStyle {
        self.align = align;
        self
    }
}
