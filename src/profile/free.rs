//! Trình bày tự do: how a paper looks that no clause of the guidance places, a certificate.

use std::ops::RangeInclusive;

use super::{Length, Style};
use crate::error::{Problem, Problems};
use crate::path::Path;
use crate::text::Text;
use crate::tree::TextAlign;

/// Trình bày tự do: a free layout, for a kind whose appearance the guidance leaves open, such as a certificate.
/// Documents of the guidance's types (05-HD/VPTW II.I.5.1) have none.
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
    /// Its styles, each with its name, which the template of the kind uses in `<p style="…">`.
    pub styles: Vec<(Text, FreeStyle)>,
    /// Whether each page has a border.
    pub border: bool,
    /// The margins, 5 to 60 mm (at the top from 6). With a border: 12 to 60 mm (at the top from 18). By
    /// default they are those of the guidance; with a border 18 mm at the top, 15 at the bottom, 20 at the
    /// sides.
    pub margins: Option<Margins>,
    /// The height of the emblem (a picture above the letterhead), 5 to 100 mm; 64 pt by default. An emblem
    /// that would be wider than the text is made smaller.
    pub emblem_height: Option<Length>,
    /// For pre-printed paper: only the text is printed, moved by this offset. Border, emblem and every
    /// `<p stock="true">` are on the paper already. `None` for plain paper.
    pub stock: Option<Offset>,
}

/// A style of a free layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct FreeStyle {
    /// The font size, 10 to 60 pt.
    pub size: Length,
    /// Bold letters.
    pub bold: bool,
    /// Italic letters.
    pub italic: bool,
    /// The colour of the text.
    pub ink: Ink,
    /// The alignment of the lines.
    pub align: TextAlign,
    /// The space above the first line, 0 to 200 pt.
    pub before: Length,
    /// The space below the last line, 0 to 200 pt.
    pub after: Length,
}

/// Màu mực: the colour of text.
#[doc(alias = "màu")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Ink {
    /// Black, as all text of the guidance's documents (05-HD/VPTW II.IV.1).
    #[default]
    Black,
    /// Red.
    Red,
}

/// The margins of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Margins {
    /// The top margin.
    pub top: Length,
    /// The bottom margin.
    pub bottom: Length,
    /// The left margin.
    pub left: Length,
    /// The right margin.
    pub right: Length,
}

/// How far text is moved on pre-printed paper. A record whose text would leave the sheet is rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Offset {
    /// To the right; negative to the left.
    pub right: Length,
    /// Down; negative up.
    pub down: Length,
}

impl FreeLayout {
    /// A free layout without any choices.
    #[must_use]
    pub fn new() -> FreeLayout {
        FreeLayout::default()
    }

    /// Adds a style with this name, or replaces it.
    #[must_use]
    pub fn style(mut self, name: impl Into<Text>, style: FreeStyle) -> FreeLayout {
        let name = name.into();
        match self.styles.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = style,
            None => self.styles.push((name, style)),
        }
        self
    }

    /// The faults of the layout, in Vietnamese: font sizes, spaces, margins or a height of the emblem outside
    /// of their ranges. A record of a kind with such a layout is rejected with these problems.
    ///
    /// ```
    /// use vanban::profile::{FreeLayout, FreeStyle, Length};
    /// let layout = FreeLayout::new().style("ten", FreeStyle::new(Length::pt(72.0)));
    /// let said = "cỡ chữ của kiểu “ten” từ 10 đến 60 pt; hiện là 72 pt; hãy ghi lại";
    /// assert_eq!(layout.problems()[0].message, said);
    /// ```
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Problems::default();
        let mut out_of_range = |called: String, unit: &str, from: f64, to: f64, value: f64| {
            // Half a twip is what a length may have lost.
            if !(from - 0.02..=to + 0.02).contains(&value) {
                let value = decimal(value);
                let found =
                    format!("{called} từ {from} đến {to} {unit}; hiện là {value} {unit}; hãy ghi lại");
                problems.error("layout.out_of_range", Path::root(), "quy ước", found);
            }
        };
        for (name, style) in &self.styles {
            let sizes = (FreeStyle::SIZES.start().to_pt(), FreeStyle::SIZES.end().to_pt());
            let called = |what: &str| format!("{what} của kiểu “{name}”");
            out_of_range(called("cỡ chữ"), "pt", sizes.0, sizes.1, style.size.to_pt());
            out_of_range(called("khoảng trên"), "pt", 0.0, MOST_ROOM, style.before.to_pt());
            out_of_range(called("khoảng dưới"), "pt", 0.0, MOST_ROOM, style.after.to_pt());
        }
        if let Some(height) = self.emblem_height {
            let most = EMBLEM.end().to_mm().round();
            out_of_range(
                "biểu trưng cao".to_owned(),
                "mm",
                EMBLEM.start().to_mm().round(),
                most,
                height.to_mm(),
            );
        }
        if let Some(margins) = self.margins {
            let bounds = self.bounds();
            let (top, others) = (f64::from(bounds.top), f64::from(bounds.others));
            let why = if self.border { ", bên trong khung viền," } else { "" };
            for (side, least, margin) in [
                ("trên", top, margins.top),
                ("dưới", others, margins.bottom),
                ("trái", others, margins.left),
                ("phải", others, margins.right),
            ] {
                out_of_range(format!("lề {side}{why}"), "mm", least, f64::from(bounds.most), margin.to_mm());
            }
        }
        problems.into_vec()
    }

    /// The names of its styles.
    pub(crate) fn names(&self) -> Vec<&str> {
        self.styles.iter().map(|(name, _)| name.as_str()).collect()
    }

    /// The style of this name, and its place among the others.
    pub(crate) fn named(&self, name: &str) -> Option<(u16, &FreeStyle)> {
        let place = self.styles.iter().position(|(known, _)| known.as_str() == name)?;
        Some((u16::try_from(place).ok()?, &self.styles.get(place)?.1))
    }

    /// Adds a border to each page.
    #[must_use]
    pub fn bordered(mut self) -> FreeLayout {
        self.border = true;
        self
    }

    /// Sets the margins: for their ranges see the field `margins`.
    #[must_use]
    pub fn margins(mut self, margins: Margins) -> FreeLayout {
        self.margins = Some(margins);
        self
    }

    /// Sets the height of the emblem, 5 to 100 mm.
    #[must_use]
    pub fn emblem_height(mut self, height: Length) -> FreeLayout {
        self.emblem_height = Some(height);
        self
    }

    /// Prints on pre-printed paper: only the text, moved by this offset. Border, emblem and every
    /// `<p stock="true">` are on the paper already.
    #[must_use]
    pub fn on_stock(mut self, offset: Offset) -> FreeLayout {
        self.stock = Some(offset);
        self
    }
}

impl FreeStyle {
    /// The font sizes that a free layout may have: 10 to 60 pt.
    pub const SIZES: RangeInclusive<Length> = Length::pt(10.0)..=Length::pt(60.0);

    /// Centred black text of this size, with 3 pt below the last line.
    #[must_use]
    pub fn new(size: Length) -> FreeStyle {
        let (before, after) = (Length::ZERO, GAP);
        let align = TextAlign::Center;
        FreeStyle { size, bold: false, italic: false, ink: Ink::Black, align, before, after }
    }

    /// Makes the text bold.
    #[must_use]
    pub fn bold(mut self) -> FreeStyle {
        self.bold = true;
        self
    }

    /// Makes the text italic.
    #[must_use]
    pub fn italic(mut self) -> FreeStyle {
        self.italic = true;
        self
    }

    /// Sets the colour.
    #[must_use]
    pub fn ink(mut self, ink: Ink) -> FreeStyle {
        self.ink = ink;
        self
    }

    /// Sets the alignment.
    #[must_use]
    pub fn align(mut self, align: TextAlign) -> FreeStyle {
        self.align = align;
        self
    }

    /// Sets the space above the first line and below the last line, 0 to 200 pt each. The document rounds
    /// each to a whole point.
    ///
    /// ```
    /// use vanban::profile::{FreeStyle, Length};
    /// let style = FreeStyle::new(Length::pt(24.0)).apart(Length::pt(12.0), Length::pt(6.0));
    /// assert_eq!((style.before, style.after), (Length::pt(12.0), Length::pt(6.0)));
    /// ```
    #[must_use]
    pub fn apart(mut self, before: Length, after: Length) -> FreeStyle {
        (self.before, self.after) = (before, after);
        self
    }

    /// How it looks, its lines aligned like that. Letters have whole or half points, as Word stores them; all heights
    /// are whole points, as those of every role: then a page always has room for the half point that must follow
    /// closing columns.
    pub(super) fn style(&self, align: TextAlign) -> Style {
        let points = |length: Length| length.to_pt().clamp(0.0, MOST_ROOM).round();
        let size = self.size.clamp(*FreeStyle::SIZES.start(), *FreeStyle::SIZES.end());
        let size = Length::of_twips(size.twips() / 10 * 10);
        Style {
            bold: self.bold,
            italic: self.italic,
            ink: self.ink,
            ..Style::new(size.to_pt(), (size.to_pt() * PITCH).ceil())
        }
        .aligned(align)
        .before(points(self.before))
        .after(points(self.after))
    }
}

/// From one baseline to the next, in parts of the size: a capital with two marks, `Ấ`, takes 0.93 of it and stands
/// within the 0.8 of the pitch above the baseline.
const PITCH: f64 = 1.2;

/// Room below a style's last line, where it says nothing, and below a paragraph that is only aligned: lines of a
/// certificate stand near each other.
pub(super) const GAP: Length = Length::pt(3.0);
/// The most that stands above or below a paragraph, in points.
const MOST_ROOM: f64 = 200.0;
/// What an emblem may be high.
const EMBLEM: RangeInclusive<Length> = Length::mm(5.0)..=Length::mm(100.0);

/// How much of its line's pitch an emblem takes at most: what lies above the baseline.
pub(super) const ABOVE_BASELINE: f64 = 0.8;

/// A height that an emblem may have.
pub(super) fn emblem_height(height: Length) -> Length {
    height.clamp(*EMBLEM.start(), *EMBLEM.end())
}

/// The pitch of a line that holds an emblem so high.
pub(super) fn emblem_pitch(height: Length) -> Length {
    let height = emblem_height(height);
    Length::pt((height.to_pt() / ABOVE_BASELINE).ceil())
}

/// A length as problems tell it, to a tenth: `72`, `4,5`.
fn decimal(value: f64) -> String {
    let tenths = (value * 10.0).round() / 10.0;
    tenths.to_string().replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_has_whole_heights_and_half_points() {
        let style = FreeStyle::new(Length::pt(24.3)).apart(Length::pt(3.4), Length::pt(6.6));
        let style = style.style(TextAlign::Right);
        assert_eq!((style.size.to_pt(), style.pitch.to_pt()), (24.0, 29.0));
        assert_eq!((style.before.to_pt(), style.after.to_pt()), (3.0, 7.0));
        let pitches =
            [10.0, 16.0, 40.0, 60.0].map(|size| FreeStyle::new(Length::pt(size)).style(TextAlign::Left));
        assert_eq!(pitches.map(|style| style.pitch.to_pt()), [12.0, 20.0, 48.0, 72.0]);
    }

    #[test]
    fn a_later_style_takes_the_place_of_one_of_its_name() {
        let style = |size| FreeStyle::new(Length::pt(size));
        let layout =
            FreeLayout::new().style("a", style(20.0)).style("b", style(30.0)).style("a", style(40.0));
        assert_eq!(layout.names(), ["a", "b"]);
        assert_eq!(layout.named("a"), Some((0, &style(40.0))));
        assert_eq!(layout.named("c"), None);
    }

    #[test]
    fn an_emblem_stands_above_its_baseline() {
        assert_eq!(emblem_pitch(Length::mm(18.0)), Length::pt(64.0));
    }
}
