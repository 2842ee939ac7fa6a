//! Glyphs to lines: those on one baseline, cut where a gap shows that two columns stand side by side.

use super::Page;
use super::drawing::{Glyph, Rule};
use super::fonts::Font;
use crate::checklist::piece::{LineBox, Piece, Span};

/// Glyphs whose baselines differ by less stand on one line.
const SAME_LINE: f64 = 0.5;
/// A gap wider than this parts two columns. The widest space of a justified line stays below it.
pub const COLUMN_GAP: f64 = 20.0;
/// The same where nothing is justified: wider than any space that is not drawn as a glyph.
pub const NARROW_GAP: f64 = 6.0;
/// A gap wider than this share of the size is a space, where the file draws none.
const SPACE: f64 = 0.15;

/// The lines of a page from top to bottom, left to right. `number` counts from 0, `shift` moves the
/// lines to the right, `cut` is the gap that parts two columns.
pub fn lines(number: usize, page: &Page, fonts: &[Font], shift: f64, cut: f64) -> Vec<Piece> {
    let mut order: Vec<&Glyph> = page.glyphs.iter().collect();
    order.sort_by(|one, two| two.y.total_cmp(&one.y));
    let mut rows: Vec<Vec<&Glyph>> = Vec::new();
    for glyph in order {
        match rows.last_mut() {
            Some(row) if row.first().is_some_and(|first| (first.y - glyph.y).abs() < SAME_LINE) => {
                row.push(glyph)
            }
            _ => rows.push(vec![glyph]),
        }
    }
    let mut lines = Vec::new();
    for mut row in rows {
        row.sort_by(|one, two| one.x0.total_cmp(&two.x0));
        for part in row.chunk_by(|one, two| two.x0 - one.x1 <= cut) {
            let visible: Vec<&&Glyph> = part.iter().filter(|glyph| !glyph.text.trim().is_empty()).collect();
            let (Some(first), Some(last)) = (visible.first(), visible.last()) else { continue };
            let place =
                LineBox { page: number, y: page.height - first.y, x0: first.x0 + shift, x1: last.x1 + shift };
            lines.push(Piece {
                centre: Some((place.x0 + place.x1) / 2.0),
                x: (place.x0, place.x1),
                lines: vec![place],
                ..Piece::new(spans(part, &page.rules, fonts))
            });
        }
    }
    lines
}

fn spans(glyphs: &[&Glyph], rules: &[Rule], fonts: &[Font]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut end: Option<f64> = None;
    for glyph in glyphs {
        let (bold, italic) = fonts.get(glyph.font).map_or((false, false), |font| (font.bold, font.italic));
        let underline = is_underlined(glyph, rules);
        let size = (glyph.size * 100.0).round() / 100.0;
        let gap = end.is_some_and(|end| glyph.x0 - end > SPACE * glyph.size);
        let drawn = spans.last().is_some_and(|span| span.text.ends_with(char::is_whitespace));
        if let Some(span) = spans.last_mut()
            && gap
            && !drawn
            && !glyph.text.starts_with(char::is_whitespace)
        {
            span.text.push(' ');
        }
        let next = Span { text: glyph.text.clone(), size, bold, italic, underline };
        match spans.last_mut() {
            Some(span)
                if Span { text: String::new(), ..next.clone() }
                    == Span { text: String::new(), ..span.clone() } =>
            {
                span.text.push_str(&next.text);
            }
            _ => spans.push(next),
        }
        end = Some(glyph.x1);
    }
    spans
}

/// A rule close below the baseline, under the whole glyph.
fn is_underlined(glyph: &Glyph, rules: &[Rule]) -> bool {
    let middle = (glyph.x0 + glyph.x1) / 2.0;
    rules.iter().any(|rule| {
        let below = glyph.y - (rule.y0 + rule.y1) / 2.0;
        let level = rule.y1 - rule.y0 <= 2.0;
        level && (0.3..=0.3 * glyph.size).contains(&below) && rule.x0 < middle && middle < rule.x1
    })
}
