//! Lengths in whole twips: what Word stores, rounded once on the way in; sheets of paper, faces of a family,
//! formats of files.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A length in whole twips (1/20 pt, 1/1440 inch), the unit of a DOCX.
///
/// Millimetres and points are rounded once, here, so DOCX and PDF have the same figure.
///
/// ```
/// use vanban::profile::Length;
/// assert_eq!(Length::mm(20.0).twips(), 1134);
/// assert_eq!(Length::pt(18.0).twips(), 360);
/// assert_eq!(Length::pt(6.0).to_pt(), 6.0);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Length(i32);

impl Length {
    /// The length zero.
    pub const ZERO: Length = Length(0);

    /// A length given in twips.
    #[must_use]
    pub const fn of_twips(twips: i32) -> Length {
        Length(twips)
    }

    /// A length given in millimetres, rounded to the nearest twip.
    #[must_use]
    pub const fn mm(mm: f64) -> Length {
        Length(round(mm * 1440.0 / 25.4))
    }

    /// A length given in points, rounded to the nearest twip.
    #[must_use]
    pub const fn pt(pt: f64) -> Length {
        Length(round(pt * 20.0))
    }

    /// The length in twips.
    #[must_use]
    pub const fn twips(self) -> i32 {
        self.0
    }

    /// The length in points.
    #[must_use]
    pub const fn to_pt(self) -> f64 {
        self.0 as f64 / 20.0
    }

    /// The length in millimetres.
    #[must_use]
    pub const fn to_mm(self) -> f64 {
        self.0 as f64 * 25.4 / 1440.0
    }

    /// The length in whole half-points, rounded towards zero: the unit of font sizes (`w:sz`) in a DOCX.
    #[must_use]
    pub const fn half_points(self) -> i32 {
        self.0 / 10
    }
}

/// `f64::round`, which is not yet usable in a constant.
const fn round(value: f64) -> i32 {
    if value < 0.0 { (value - 0.5) as i32 } else { (value + 0.5) as i32 }
}

impl std::ops::Add for Length {
    type Output = Length;
    fn add(self, other: Length) -> Length {
        Length(self.0 + other.0)
    }
}

impl std::ops::Sub for Length {
    type Output = Length;
    fn sub(self, other: Length) -> Length {
        Length(self.0 - other.0)
    }
}

impl std::ops::Neg for Length {
    type Output = Length;
    fn neg(self) -> Length {
        Length(-self.0)
    }
}

impl std::iter::Sum for Length {
    fn sum<I: Iterator<Item = Length>>(lengths: I) -> Length {
        lengths.fold(Length::ZERO, std::ops::Add::add)
    }
}

/// Khổ giấy: the sheet size of a document (05-HD/VPTW II.IV.3).
#[doc(alias = "khổ giấy")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Sheet {
    /// A4: 210 x 297 mm, portrait. In JSON `"a4"`.
    #[default]
    A4,
    /// A5: half of an A4, 210 x 148 mm, landscape; for administrative documents only. In JSON `"a5"`.
    A5,
}

impl Sheet {
    /// Whether it is A4, the default of a record.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        *self == Sheet::A4
    }
}

/// The number of copies on a sheet, which is then cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum PerSheet {
    /// One copy to a sheet.
    #[default]
    One,
    /// Two copies, one below the other, each on a landscape half of an A4 (A5).
    Two,
    /// Four copies, each on a portrait quarter of an A4 (A6).
    Four,
}

impl PerSheet {
    /// The variant for 1, 2 or 4 copies; `None` for another number.
    #[must_use]
    pub fn of(count: u32) -> Option<PerSheet> {
        match count {
            1 => Some(PerSheet::One),
            2 => Some(PerSheet::Two),
            4 => Some(PerSheet::Four),
            _ => None,
        }
    }

    /// The number of copies: 1, 2 or 4.
    #[must_use]
    pub fn count(self) -> usize {
        match self {
            PerSheet::One => 1,
            PerSheet::Two => 2,
            PerSheet::Four => 4,
        }
    }
}

/// A style of a font family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FaceId {
    /// Upright, regular.
    Regular,
    /// Upright, bold.
    Bold,
    /// Italic, regular.
    Italic,
    /// Italic, bold.
    BoldItalic,
}

impl FaceId {
    /// All four styles, in the order of their discriminants.
    pub const ALL: [FaceId; 4] = [FaceId::Regular, FaceId::Bold, FaceId::Italic, FaceId::BoldItalic];

    /// The style for these properties.
    #[must_use]
    pub fn of(bold: bool, italic: bool) -> FaceId {
        match (bold, italic) {
            (false, false) => FaceId::Regular,
            (true, false) => FaceId::Bold,
            (false, true) => FaceId::Italic,
            (true, true) => FaceId::BoldItalic,
        }
    }

    /// Its name in error messages: `bold italic`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            FaceId::Regular => "regular",
            FaceId::Bold => "bold",
            FaceId::Italic => "italic",
            FaceId::BoldItalic => "bold italic",
        }
    }
}

/// A file format. Each exists with its feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Format {
    /// For Word.
    #[cfg(feature = "docx")]
    Docx,
    /// To print and archive.
    #[cfg(feature = "pdf")]
    Pdf,
}

impl Format {
    /// All formats that are built in.
    pub const ALL: &[Format] = &[
        #[cfg(feature = "docx")]
        Format::Docx,
        #[cfg(feature = "pdf")]
        Format::Pdf,
    ];

    /// The extension of its files, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            #[cfg(feature = "docx")]
            Format::Docx => "docx",
            #[cfg(feature = "pdf")]
            Format::Pdf => "pdf",
        }
    }

    /// Its name in error messages: `DOCX`, `PDF`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            #[cfg(feature = "docx")]
            Format::Docx => "DOCX",
            #[cfg(feature = "pdf")]
            Format::Pdf => "PDF",
        }
    }
}
