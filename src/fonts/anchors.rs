//! Anchors: where a face itself says that a mark stands on a letter (OpenType, GPOS).

use skrifa::FontRef;
use skrifa::raw::TableProvider;
use skrifa::raw::tables::gpos::{AnchorTable, MarkBasePosFormat1, MarkMarkPosFormat1, PositionSubtables};
use skrifa::raw::types::{GlyphId16, Tag};

/// How far a mark's origin stands from that of the glyph under it, in units of the em square.
pub(super) type Step = (i32, i32);

/// The anchors of one face.
#[derive(Default)]
pub(super) struct Anchors<'a> {
    on_letters: Vec<MarkBasePosFormat1<'a>>,
    on_marks: Vec<MarkMarkPosFormat1<'a>>,
}

impl<'a> Anchors<'a> {
    /// Those that Latin text is set with; none where the face has no such table, or a broken one.
    pub(super) fn of(font: &FontRef<'a>) -> Anchors<'a> {
        Anchors::read(font).unwrap_or_default()
    }

    fn read(font: &FontRef<'a>) -> Option<Anchors<'a>> {
        let gpos = font.gpos().ok()?;
        let scripts = gpos.script_list().ok()?;
        let (features, lookups) = (gpos.feature_list().ok()?, gpos.lookup_list().ok()?.lookups());
        let script = scripts.get(scripts.select(&[Tag::new(b"latn")])?.index).ok()?.element;
        let mut anchors = Anchors::default();
        for index in script.default_lang_sys()?.ok()?.feature_indices() {
            let feature = features.get(index.get()).ok()?;
            if ![Tag::new(b"mark"), Tag::new(b"mkmk")].contains(&feature.tag) {
                continue;
            }
            for lookup in feature.element.lookup_list_indices() {
                match lookups.get(usize::from(lookup.get())).ok()?.subtables().ok()? {
                    PositionSubtables::MarkToBase(tables) => {
                        anchors.on_letters.extend(tables.iter().flatten());
                    }
                    PositionSubtables::MarkToMark(tables) => anchors.on_marks.extend(tables.iter().flatten()),
                    _ => {}
                }
            }
        }
        Some(anchors)
    }

    /// Where a mark stands on a letter.
    pub(super) fn on_letter(&self, letter: u16, mark: u16) -> Option<Step> {
        self.on_letters.iter().find_map(|table| {
            let marks = table.mark_array().ok()?;
            let mark = marks.mark_records().get(covered(table.mark_coverage().ok()?.get(glyph(mark)))?)?;
            let letters = table.base_array().ok()?;
            let letter = covered(table.base_coverage().ok()?.get(glyph(letter)))?;
            let letter = letters.base_records().get(letter).ok()?;
            let under =
                letter.base_anchors(letters.offset_data()).get(usize::from(mark.mark_class()))?.ok()?;
            Some(step(&under, &mark.mark_anchor(marks.offset_data()).ok()?))
        })
    }

    /// Where a mark stands on another one.
    pub(super) fn on_mark(&self, under: u16, mark: u16) -> Option<Step> {
        self.on_marks.iter().find_map(|table| {
            let marks = table.mark1_array().ok()?;
            let mark = marks.mark_records().get(covered(table.mark1_coverage().ok()?.get(glyph(mark)))?)?;
            let others = table.mark2_array().ok()?;
            let other = covered(table.mark2_coverage().ok()?.get(glyph(under)))?;
            let other = others.mark2_records().get(other).ok()?;
            let under =
                other.mark2_anchors(others.offset_data()).get(usize::from(mark.mark_class()))?.ok()?;
            Some(step(&under, &mark.mark_anchor(marks.offset_data()).ok()?))
        })
    }
}

fn glyph(number: u16) -> GlyphId16 {
    GlyphId16::new(number)
}

fn covered(index: Option<u16>) -> Option<usize> {
    index.map(usize::from)
}

/// The two anchors meet.
fn step(under: &AnchorTable<'_>, mark: &AnchorTable<'_>) -> Step {
    let far = |under: i16, mark: i16| i32::from(under) - i32::from(mark);
    (far(under.x_coordinate(), mark.x_coordinate()), far(under.y_coordinate(), mark.y_coordinate()))
}
