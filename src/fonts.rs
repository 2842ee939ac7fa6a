//! The fonts of the layout and of the PDF: the widths of letters, the characters that a font can draw, and the subsets
//! that a PDF embeds.

mod anchors;
mod marks;
#[cfg(feature = "svg")]
mod outline;

use std::sync::Arc;

use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::Metrics;
use skrifa::raw::TableProvider;
use skrifa::{FontRef, GlyphId, MetadataProvider};

use crate::error::{Error, Result};
use crate::text::{is_mark, stands_alone};
pub use crate::units::FaceId;
#[cfg(feature = "pdf")]
pub(crate) use marks::{Cluster, Ink};

/// A font family: four styles (regular, bold, italic, bold italic), parsed once and shared. Cloning is cheap.
///
/// The built-in family is Liberation Serif 2.1.5. Its letters are as wide as those of Times New Roman, so lines
/// break where Word breaks them.
///
/// ```
/// use vanban::Fonts;
/// use vanban::fonts::FaceId;
/// let fonts = Fonts::liberation_serif();
/// assert_eq!(fonts.missing("Số 05-NQ/CB ☐"), vec!['☐']);
/// // 72.9 mm, as measured in Times New Roman.
/// let width = fonts.width("ĐẢNG CỘNG SẢN VIỆT NAM", FaceId::Bold, 15.0);
/// assert!((width - 206.6).abs() < 0.2);
/// ```
#[derive(Debug, Clone)]
pub struct Fonts {
    family: Arc<Family>,
}

#[derive(Debug)]
struct Family {
    faces: [Face; 4],
    /// Whether every face has a glyph for the character, of the basic plane.
    drawn: Vec<bool>,
    /// As [`Fonts::is_plain`], of a character below [`PLAIN`].
    plain: Vec<bool>,
}

/// Behind the letters of Vietnamese and the punctuation of papers.
const PLAIN: u32 = 0x2040;

/// One face, ready to be measured and subset.
#[derive(Debug)]
pub(crate) struct Face {
    bytes: Bytes,
    /// Glyph of each character of the basic plane that has one, else 0.
    glyphs: Vec<u16>,
    /// Advance of each glyph in units of the em square.
    advances: Vec<u16>,
    pub(crate) metrics: FaceMetrics,
}

#[derive(Debug)]
enum Bytes {
    Built(&'static [u8]),
    Given(Vec<u8>),
}

/// What a PDF's font descriptor tells of a face, in thousandths of the em.
#[derive(Debug, Clone)]
#[cfg_attr(not(feature = "pdf"), allow(dead_code, reason = "there is no PDF to tell it"))]
pub(crate) struct FaceMetrics {
    pub(crate) postscript_name: String,
    pub(crate) units_per_em: u16,
    pub(crate) ascent: i16,
    pub(crate) descent: i16,
    pub(crate) cap_height: i16,
    pub(crate) bounds: [i16; 4],
    pub(crate) italic_angle: f64,
    pub(crate) weight: u16,
}

impl Fonts {
    /// The built-in family, Liberation Serif 2.1.5.
    #[must_use]
    pub fn liberation_serif() -> Fonts {
        let built = |bytes: &'static [u8], id| Face::parse(Bytes::Built(bytes), id);
        let faces = (|| {
            Ok::<_, Error>([
                built(include_bytes!("../fonts/LiberationSerif-Regular.ttf"), FaceId::Regular)?,
                built(include_bytes!("../fonts/LiberationSerif-Bold.ttf"), FaceId::Bold)?,
                built(include_bytes!("../fonts/LiberationSerif-Italic.ttf"), FaceId::Italic)?,
                built(include_bytes!("../fonts/LiberationSerif-BoldItalic.ttf"), FaceId::BoldItalic)?,
            ])
        })();
        #[allow(clippy::expect_used, reason = "the bytes are fixed at compile time, and tests read them")]
        Fonts::of(faces.expect("the built-in faces are sound"))
    }

    /// A family of the caller, for example a licensed Times New Roman.
    ///
    /// # Errors
    /// [`Error::Font`] if a file is not a TrueType font or lacks a Vietnamese letter.
    pub fn from_bytes(
        regular: Vec<u8>,
        bold: Vec<u8>,
        italic: Vec<u8>,
        bold_italic: Vec<u8>,
    ) -> Result<Fonts> {
        let given = |bytes, id| Face::parse(Bytes::Given(bytes), id);
        Ok(Fonts::of([
            given(regular, FaceId::Regular)?,
            given(bold, FaceId::Bold)?,
            given(italic, FaceId::Italic)?,
            given(bold_italic, FaceId::BoldItalic)?,
        ]))
    }

    fn of(faces: [Face; 4]) -> Fonts {
        let mut drawn = vec![true; 0x1_0000];
        for face in &faces {
            drawn.truncate(face.glyphs.len());
            drawn.iter_mut().zip(&face.glyphs).for_each(|(drawn, &glyph)| *drawn &= glyph != 0);
        }
        // A no-break space is drawn as a space.
        drawn[0xa0] = drawn[0x20];
        let is_sound = |c: char| drawn.get(c as usize) == Some(&true) && stands_alone(c);
        let is_plain = |c: u32| {
            let c = char::from_u32(c).filter(|&c| is_sound(c));
            c.is_some_and(|c| c.to_uppercase().all(is_sound))
        };
        let plain = (0..PLAIN).map(is_plain).collect();
        Fonts { family: Arc::new(Family { faces, drawn, plain }) }
    }

    /// The width of a text in points, set in one style at `size` points, without kerning.
    #[must_use]
    pub fn width(&self, text: &str, face: FaceId, size: f64) -> f64 {
        let face = self.face(face);
        let units: u32 = text.chars().map(|c| u32::from(face.advance(face.glyph(c)))).sum();
        f64::from(units) * size / f64::from(face.metrics.units_per_em)
    }

    /// The characters of a text that some style cannot draw, each once, in the order of the text.
    #[must_use]
    pub fn missing(&self, text: &str) -> Vec<char> {
        let mut missing = Vec::new();
        for c in text.chars() {
            if self.family.drawn.get(c as usize) != Some(&true) && !missing.contains(&c) {
                missing.push(c);
            }
        }
        missing
    }

    /// Whether every face has each character of a text and its capital, which no mark beside it changes: nearly
    /// every text is so, and nothing of it is [missing](Fonts::missing) or misplaced, as it stands or in capitals.
    pub(crate) fn is_plain(&self, text: &str) -> bool {
        text.chars().all(|c| self.family.plain.get(c as usize) == Some(&true))
    }

    /// The file of a style, unmodified. A program that shows pages needs it for
    /// [`Document::to_svg_in`](crate::Document::to_svg_in).
    ///
    /// ```
    /// use vanban::Fonts;
    /// use vanban::fonts::FaceId;
    /// assert!(Fonts::liberation_serif().bytes(FaceId::Regular).starts_with(&[0, 1, 0, 0]));
    /// ```
    #[must_use]
    pub fn bytes(&self, face: FaceId) -> &[u8] {
        self.face(face).bytes()
    }

    pub(crate) fn face(&self, id: FaceId) -> &Face {
        &self.family.faces[id as usize]
    }
}

impl Face {
    fn parse(bytes: Bytes, id: FaceId) -> Result<Face> {
        let font = FontRef::new(bytes.get()).map_err(|error| Error::font(id, error))?;
        let metrics = Metrics::new(&font, Size::unscaled(), LocationRef::default());
        let charmap = font.charmap();
        let widths = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let advances: Vec<u16> = (0..metrics.glyph_count)
            .map(|glyph| widths.advance_width(GlyphId::from(glyph)).unwrap_or(0.0).round() as u16)
            .collect();
        let mut glyphs = vec![0; 0xFFFF];
        for (c, glyph) in charmap.mappings() {
            if let (Some(slot), Ok(glyph)) = (glyphs.get_mut(c as usize), u16::try_from(glyph.to_u32())) {
                *slot = glyph;
            }
        }
        let name = font
            .localized_strings(skrifa::string::StringId::POSTSCRIPT_NAME)
            .english_or_first()
            .map_or_else(|| "Serif".to_owned(), |name| name.to_string());
        let per_mille = |units: f32| (units * 1000.0 / f32::from(metrics.units_per_em)).round() as i16;
        let bounds = metrics.bounds.unwrap_or_default();
        let metrics = FaceMetrics {
            postscript_name: name,
            units_per_em: metrics.units_per_em,
            ascent: per_mille(metrics.ascent),
            descent: per_mille(metrics.descent),
            cap_height: per_mille(metrics.cap_height.unwrap_or(metrics.ascent)),
            bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(per_mille),
            italic_angle: f64::from(metrics.italic_angle),
            weight: font.attributes().weight.value().round() as u16,
        };
        let mut face = Face { glyphs, advances, metrics, bytes };
        face.narrow_marks();
        match VIETNAMESE.chars().find(|&letter| face.glyph(letter) == 0) {
            Some(letter) => Err(Error::Font {
                face: id,
                reason: format!("it has no glyph for the Vietnamese letter {letter}"),
                source: None,
            }),
            None => Ok(face),
        }
    }

    /// A mark takes no room of its own, whatever the face gives it: so it is with every shaper. What is no
    /// mark to the face keeps its room.
    fn narrow_marks(&mut self) {
        const MARK: u16 = 3;
        let Ok(font) = FontRef::new(self.bytes.get()) else { return };
        if font.glyf().is_err() {
            return;
        }
        let classes = font.gdef().ok().and_then(|gdef| gdef.glyph_class_def()?.ok());
        for (c, &glyph) in self.glyphs.iter().enumerate().filter(|&(_, &glyph)| glyph != 0) {
            let marks = char::from_u32(c as u32).is_some_and(is_mark);
            let glyph_id = skrifa::GlyphId16::new(glyph);
            if marks && classes.as_ref().is_none_or(|classes| classes.get(glyph_id) == MARK) {
                self.advances[usize::from(glyph)] = 0;
            }
        }
    }

    /// The file, unmodified.
    pub(crate) fn bytes(&self) -> &[u8] {
        self.bytes.get()
    }

    /// Glyph of a character, 0 where the face has none. A no-break space is drawn as a space.
    pub(crate) fn glyph(&self, c: char) -> u16 {
        let c = if c == '\u{a0}' { ' ' } else { c };
        self.glyphs.get(c as usize).copied().unwrap_or(0)
    }

    /// Advance of a glyph in units of the em square.
    pub(crate) fn advance(&self, glyph: u16) -> u16 {
        self.advances.get(usize::from(glyph)).copied().unwrap_or(0)
    }

    /// Advance of a glyph in thousandths of the em, as a PDF states it.
    #[cfg(feature = "pdf")]
    pub(crate) fn advance_per_mille(&self, glyph: u16) -> u16 {
        self.per_mille(self.advance(glyph))
    }

    /// Units of the em square as thousandths of the em.
    #[cfg(feature = "pdf")]
    pub(crate) fn per_mille(&self, units: u16) -> u16 {
        let units = u32::from(units);
        let em = u32::from(self.metrics.units_per_em);
        ((units * 2000 + em) / (2 * em)) as u16
    }
}

impl Bytes {
    fn get(&self) -> &[u8] {
        match self {
            Bytes::Built(bytes) => bytes,
            Bytes::Given(bytes) => bytes,
        }
    }
}

/// Every Vietnamese letter beyond ASCII, upper and lower case: a face that lacks one is refused.
pub(crate) const VIETNAMESE: &str = "ĂÂĐÊÔƠƯăâđêôơưÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ\
                          àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_times_new_roman() {
        let fonts = Fonts::liberation_serif();
        // the-thuc.md section 1, in millimetres.
        for (text, face, size, mm) in [
            ("ĐẢNG CỘNG SẢN VIỆT NAM", FaceId::Bold, 15.0, 72.9),
            ("BAN CHẤP HÀNH TRUNG ƯƠNG", FaceId::Regular, 14.0, 74.4),
            ("Quảng Trị, ngày 05 tháng 02 năm 2026", FaceId::Italic, 14.0, 78.5),
            ("T/M BAN THƯỜNG VỤ", FaceId::Bold, 14.0, 52.9),
        ] {
            let width = fonts.width(text, face, size) * 25.4 / 72.0;
            assert!((width - mm).abs() < 0.06, "{text}: {width}");
        }
    }

    #[test]
    fn of_a_plain_text_nothing_is_missing_or_misplaced() {
        let fonts = Fonts::liberation_serif();
        let all: Vec<char> = ('\0'..='\u{ffff}').filter(|c| fonts.is_plain(&c.to_string())).collect();
        assert!(all.len() > 600 && VIETNAMESE.chars().chain(' '..='~').all(|c| all.contains(&c)));
        for pair in all.iter().flat_map(|&one| {
            ["ê".to_owned(), "a".to_owned(), one.to_string()].map(|it| it + &one.to_string())
        }) {
            for text in [crate::text::upper(&pair), pair] {
                assert!(fonts.missing(&text).is_empty() && fonts.misplaced(&text).is_empty(), "{text}");
            }
        }
        assert!(!fonts.is_plain("ơ\u{306}") && !fonts.is_plain("☐") && !fonts.is_plain("\u{fffd}"));
    }

    #[test]
    fn a_no_break_space_is_as_wide_as_a_space() {
        let fonts = Fonts::liberation_serif();
        assert_eq!(fonts.width("a\u{a0}b", FaceId::Regular, 14.0), fonts.width("a b", FaceId::Regular, 14.0));
    }

    #[test]
    fn a_file_that_is_no_font_is_refused() {
        let error = Fonts::from_bytes(vec![], vec![], vec![], vec![]).unwrap_err();
        assert!(matches!(error, Error::Font { face: FaceId::Regular, .. }), "{error}");
        assert!(std::error::Error::source(&error).is_some());
    }
}
