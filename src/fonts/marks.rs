//! Letters that exist only as letter and mark: where a face sets the mark.
//!
//! First where the face's anchors put it. Liberation Serif has them for the plain letters alone, so `ơ̆`
//! takes its place from `o`, and `ê̆` too, but above the circumflex. What has no anchor at all stands over
//! or under the middle of its letter.

use std::collections::BTreeSet;

use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::raw::TableProvider;
use skrifa::{FontRef, GlyphId, MetadataProvider};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::anchors::{Anchors, Step};
use super::{Face, FaceId, Fonts};
use crate::text::{clusters, is_mark};

/// A letter with its marks as one face draws it, in units of the em square.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cluster {
    /// The letter's: a mark takes no room of its own.
    pub(crate) advance: u16,
    /// The glyphs, each with the place of its origin.
    pub(crate) glyphs: Vec<(u16, i16, i16)>,
    pub(crate) ink: Ink,
    /// Whether each mark stands where it belongs.
    pub(crate) placed: bool,
}

/// The box round what a glyph draws: left, low, right, high.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Ink {
    pub(crate) left: i32,
    pub(crate) low: i32,
    pub(crate) right: i32,
    pub(crate) high: i32,
}

impl Ink {
    fn moved(self, (x, y): Step) -> Ink {
        Ink { left: self.left + x, low: self.low + y, right: self.right + x, high: self.high + y }
    }

    fn with(self, other: Ink) -> Ink {
        Ink {
            left: self.left.min(other.left),
            low: self.low.min(other.low),
            right: self.right.max(other.right),
            high: self.high.max(other.high),
        }
    }

    fn middle(self) -> (f64, f64) {
        (f64::from(self.left + self.right) / 2.0, f64::from(self.low + self.high) / 2.0)
    }
}

/// The sides of a letter on which marks are stacked, outwards.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Above,
    Below,
}

/// The side on which a mark is stacked, by its canonical combining class.
fn side(mark: char) -> Option<Side> {
    match canonical_combining_class(mark) {
        214 | 230 => Some(Side::Above),
        202 | 220 => Some(Side::Below),
        _ => None,
    }
}

/// Whether a mark stands free of its letter, so that it can be set without an anchor. A cedilla or a horn
/// grows out of it, a stroke lies across it.
fn stands_free(mark: char) -> bool {
    matches!(canonical_combining_class(mark), 220 | 230)
}

/// So many marks may be stacked on a side of a letter: a third one meets the line above or below.
const STACKED: usize = 2;

impl Fonts {
    /// The letters of a text whose marks some face cannot set where they belong, each once, in the order
    /// they come; a mark without a letter is one of them.
    pub(crate) fn misplaced<'a>(&self, text: &'a str) -> Vec<&'a str> {
        let mut known = BTreeSet::new();
        let is_placed = |cluster: &str| {
            FaceId::ALL.iter().all(|&id| self.face(id).cluster(cluster).is_some_and(|drawn| drawn.placed))
        };
        let marked = clusters(text).filter(|cluster| cluster.chars().any(is_mark));
        marked.filter(|&cluster| known.insert(cluster) && !is_placed(cluster)).collect()
    }
}

impl Face {
    /// A letter with its marks, or marks alone; none where the face's outlines are not TrueType's, which
    /// alone can be put together to a glyph of a PDF.
    pub(crate) fn cluster(&self, text: &str) -> Option<Cluster> {
        let font = FontRef::new(self.bytes()).ok()?;
        font.glyf().ok()?;
        let mut marks: Vec<char> = text.chars().collect();
        let setter = Setter {
            face: self,
            metrics: font.glyph_metrics(Size::unscaled(), LocationRef::default()),
            anchors: Anchors::of(&font),
            slant: (-self.metrics.italic_angle).to_radians().tan(),
            // As much as a thirty-second of the em leaves two marks apart, and `Ê̆` within its line.
            gap: i32::from(self.metrics.units_per_em) / 32,
        };
        Some(match marks.first() {
            Some(&letter) if !is_mark(letter) => {
                marks.remove(0);
                setter.letter(letter, marks)
            }
            _ => setter.alone(&marks),
        })
    }
}

/// Sets marks on the letters of one face.
struct Setter<'a> {
    face: &'a Face,
    metrics: GlyphMetrics<'a>,
    anchors: Anchors<'a>,
    /// How far a letter leans to the right, by its height.
    slant: f64,
    /// Room between a mark and what is under it, where no anchor tells.
    gap: i32,
}

/// A letter on which marks are set.
struct Letter {
    glyph: u16,
    /// Its bare form: `o` of `ơ`, which tells where its body is.
    root: u16,
    /// The marks that are part of the glyph.
    own: Vec<char>,
}

impl Setter<'_> {
    /// Marks without a letter stand as the face draws them.
    fn alone(&self, marks: &[char]) -> Cluster {
        let glyphs: Vec<u16> = marks.iter().map(|&mark| self.face.glyph(mark)).collect();
        let ink = glyphs.iter().map(|&glyph| self.ink(glyph)).reduce(Ink::with).unwrap_or_default();
        let glyphs = glyphs.into_iter().map(|glyph| (glyph, 0, 0)).collect();
        Cluster { advance: 0, glyphs, ink, placed: false }
    }

    fn letter(&self, given: char, mut marks: Vec<char>) -> Cluster {
        let advance = self.face.advance(self.face.glyph(given));
        let letter = self.undotted(given, &mut marks);
        let mut cluster = Cluster {
            advance,
            glyphs: vec![(letter.glyph, 0, 0)],
            ink: self.ink(letter.glyph),
            placed: true,
        };
        let mut set: Vec<(char, u16, Step)> = Vec::new();
        for mark in marks {
            let glyph = self.face.glyph(mark);
            let place = self.place(&letter, &set, mark, cluster.ink);
            let (x, y) = place.unwrap_or((i32::from(advance), 0));
            let stacked = set.iter().map(|(mark, ..)| mark).chain(&letter.own);
            let stacked =
                stacked.filter(|&&other| side(other).is_some() && side(other) == side(mark)).count();
            cluster.placed &= place.is_some() && stacked < STACKED;
            cluster.ink = cluster.ink.with(self.ink(glyph).moved((x, y)));
            cluster.glyphs.push((glyph, x as i16, y as i16));
            set.push((mark, glyph, (x, y)));
        }
        cluster
    }

    /// The letter as it is drawn: `i` and `j` lose their dot under a mark above.
    fn undotted(&self, given: char, marks: &mut Vec<char>) -> Letter {
        let mut decomposed = given.nfd();
        let root = decomposed.next().unwrap_or(given);
        let own: Vec<char> = decomposed.collect();
        let dotless = match root {
            'i' => self.face.glyph('ı'),
            'j' => self.face.glyph('ȷ'),
            _ => 0,
        };
        let is_above = |&mark: &char| side(mark) == Some(Side::Above);
        if dotless != 0 && marks.iter().any(is_above) && !own.iter().any(is_above) {
            marks.splice(0..0, own);
            return Letter { glyph: dotless, root: dotless, own: Vec::new() };
        }
        Letter { glyph: self.face.glyph(given), root: self.face.glyph(root), own }
    }

    /// Where the next mark stands, from the letter's origin; none where neither the face nor care can tell.
    fn place(&self, letter: &Letter, set: &[(char, u16, Step)], mark: char, ink: Ink) -> Option<Step> {
        let glyph = self.face.glyph(mark);
        let same_side = |&&(other, ..): &&(char, u16, Step)| side(other) == side(mark);
        let at_root = self.anchors.on_letter(letter.root, glyph);
        match set.iter().rfind(same_side) {
            Some(&(_, under, (x, y))) => {
                if let Some((dx, dy)) = self.anchors.on_mark(under, glyph) {
                    return Some((x + dx, y + dy));
                }
            }
            None => {
                let is_free = !letter.own.iter().any(|&own| side(own) == side(mark));
                let anchored = self.anchors.on_letter(letter.glyph, glyph).or(at_root.filter(|_| is_free));
                if anchored.is_some() {
                    return anchored;
                }
            }
        }
        let side = side(mark).filter(|_| stands_free(mark))?;
        let own = self.ink(glyph);
        let y = match side {
            Side::Above => ink.high.max(self.ink(self.face.glyph('x')).high) + self.gap - own.low,
            Side::Below => ink.low.min(0) - self.gap - own.high,
        };
        // Straight over the middle, or along the slant from where the anchor of the bare letter is.
        let ((x, from), height) = match at_root {
            Some((x, from)) => ((f64::from(x), f64::from(from)), f64::from(y)),
            None => {
                let ((x, from), (middle, height)) = (self.ink(letter.root).middle(), own.middle());
                ((x - middle, from), height + f64::from(y))
            }
        };
        Some(((x + (height - from) * self.slant).round() as i32, y))
    }

    fn ink(&self, glyph: u16) -> Ink {
        let bounds = self.metrics.bounds(GlyphId::from(glyph)).unwrap_or_default();
        let [left, low, right, high] =
            [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(|edge| edge.round() as i32);
        Ink { left, low, right, high }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::OnceLock;

    use super::*;

    fn fonts() -> &'static Fonts {
        static FONTS: OnceLock<Fonts> = OnceLock::new();
        FONTS.get_or_init(Fonts::liberation_serif)
    }

    fn drawn(id: FaceId, text: &str) -> Cluster {
        fonts().face(id).cluster(text).unwrap()
    }

    /// What the mark at a place in a cluster draws, the letter being 0.
    fn ink_of(id: FaceId, text: &str, at: usize) -> Ink {
        let face = fonts().face(id);
        let font = FontRef::new(face.bytes()).unwrap();
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let (glyph, x, y) = drawn(id, text).glyphs[at];
        let bounds = metrics.bounds(GlyphId::from(glyph)).unwrap();
        let [left, low, right, high] =
            [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(|edge| edge as i32);
        Ink { left, low, right, high }.moved((i32::from(x), i32::from(y)))
    }

    /// Letters of the minorities, and letters of formulas.
    const LETTERS: [&str; 20] = [
        "ơ\u{306}",
        "ê\u{306}",
        "ô\u{306}",
        "ư\u{306}",
        "Ơ\u{306}",
        "Ê\u{306}",
        "Ô\u{306}",
        "Ư\u{306}",
        "x\u{301}",
        "m\u{300}",
        "n\u{302}",
        "T\u{303}",
        "g\u{308}",
        "đ\u{306}",
        "Đ\u{306}",
        "ơ\u{304}",
        "ị\u{302}",
        "ạ\u{304}",
        "w\u{306}",
        "ɓ\u{306}",
    ];

    #[test]
    fn a_mark_stands_over_the_body_of_its_letter() {
        for id in FaceId::ALL {
            let lean = fonts().face(id).metrics.italic_angle != 0.0;
            for text in LETTERS {
                let root = text.nfd().next().unwrap().to_string();
                let (body, letter) = (ink_of(id, &root, 0), ink_of(id, text, 0));
                let last = drawn(id, text).glyphs.len() - 1;
                let mark = ink_of(id, text, last);
                // The horn is no part of the body; a slanted mark stands further to the right.
                let aside = mark.middle().0 - body.middle().0;
                // So does an acute, a grave to the left.
                let least = if text.ends_with('\u{300}') { -260.0 } else { -90.0 };
                let most = if lean || text.ends_with('\u{301}') { 420.0 } else { 90.0 };
                assert!((least..most).contains(&aside), "{id:?} {text}: {aside}");
                let top = if text.starts_with(['ơ', 'ư', 'Ơ', 'Ư']) { body.high } else { letter.high };
                let above = mark.low - top;
                assert!((20..220).contains(&above), "{id:?} {text}: {above}");
                assert!(drawn(id, text).placed, "{id:?} {text}");
            }
        }
    }

    #[test]
    fn a_mark_below_stands_under_its_letter() {
        for id in FaceId::ALL {
            for text in ["x\u{323}", "ê\u{323}", "đ\u{323}", "ơ\u{324}", "G\u{331}", "q\u{323}"] {
                let (letter, mark) = (ink_of(id, text, 0), ink_of(id, text, 1));
                assert!(mark.high < letter.low.min(0) + 20, "{id:?} {text}");
                assert!(mark.left > letter.left - 250 && mark.right < letter.right, "{id:?} {text}");
            }
        }
    }

    #[test]
    fn marks_are_stacked() {
        for id in FaceId::ALL {
            for text in ["n\u{302}\u{301}", "O\u{304}\u{306}", "m\u{323}\u{331}"] {
                let (first, second) = (ink_of(id, text, 1), ink_of(id, text, 2));
                assert!(second.low > first.high || second.high < first.low, "{id:?} {text}");
            }
        }
    }

    #[test]
    fn a_capital_with_two_marks_meets_no_letter_of_the_line_above() {
        for id in FaceId::ALL {
            for text in ["Ê\u{306}", "Ô\u{306}", "Â\u{306}"] {
                // 14 pt on lines of 18; nothing that is set reaches lower than g.
                let low = ink_of(id, "g", 0).low;
                let high = f64::from(drawn(id, text).ink.high - low) * 14.0 / 2048.0;
                assert!(high < 18.0, "{id:?} {text}: {high}");
            }
        }
    }

    #[test]
    fn a_letter_under_a_mark_loses_its_dot() {
        let face = fonts().face(FaceId::Regular);
        assert_eq!(drawn(FaceId::Regular, "ị\u{302}").glyphs[0].0, face.glyph('ı'));
        assert_eq!(drawn(FaceId::Regular, "j\u{303}").glyphs[0].0, face.glyph('ȷ'));
        assert_eq!(drawn(FaceId::Regular, "i\u{331}").glyphs[0].0, face.glyph('i'));
        assert_eq!(drawn(FaceId::Regular, "ị\u{302}").advance, face.advance(face.glyph('ị')));
    }

    #[test]
    fn a_cluster_is_as_wide_as_its_letter() {
        for text in LETTERS {
            let letter = text.chars().next().unwrap().to_string();
            let width = |text: &str| fonts().width(text, FaceId::Regular, 14.0);
            assert_eq!(width(text), width(&letter), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_placed_is_told_once() {
        // A cedilla without an anchor, a third mark above, an overlay, a ring round the letter, no letter.
        let text = "a đ\u{327} ế\u{306} x\u{336} a\u{488} đ\u{327} \u{306} ơ\u{306} x\u{301}";
        assert_eq!(fonts().misplaced(text), ["đ\u{327}", "ế\u{306}", "x\u{336}", "a\u{488}", "\u{306}"]);
        assert!(fonts().misplaced("Đảng bộ xã Krông Nô, Jŭng").is_empty());
    }
}
