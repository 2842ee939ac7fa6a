//! Positions of number, date, signatures and seals, for signing programs.

use serde::Serialize;

use crate::layout::{Pages, PlacedSpot, SpotKind};
use crate::tree::SignatureField;

/// The places of number, date, signatures and seals on the pages. In JSON, what the document does not have is `null` or
/// an empty list.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[non_exhaustive]
pub struct Positions {
    /// Số và ký hiệu: the number with its symbol.
    pub number: Option<Position>,
    /// Địa danh và ngày tháng năm: the place with the date.
    pub date: Option<Position>,
    /// The space for each signature. The first one belongs to the person who answers for the document.
    pub signatures: Vec<FieldPosition>,
    /// The seal of each signature that has one, in the same order. It overlaps the left third of the signature.
    pub seals: Vec<FieldPosition>,
}

/// A rectangle on a page, in points (1/72 inch) with two decimals, from the lower left corner of the page.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Position {
    /// The page, from 1.
    pub page: usize,
    /// Its left edge.
    pub left: f64,
    /// Its lower edge.
    pub bottom: f64,
    /// Its right edge.
    pub right: f64,
    /// Its upper edge.
    pub top: f64,
}

/// The position of a signature or a seal.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct FieldPosition {
    /// The name of its field in a PDF with fields: `ChuKy_1`, `Dau`.
    pub field: String,
    /// The owner, as the field says it: `Chữ ký số của Nguyễn Văn An`.
    pub title: String,
    /// Its position.
    #[serde(flatten)]
    pub at: Position,
}

impl Positions {
    pub(super) fn of(pages: &Pages) -> Positions {
        let mut all = Positions::default();
        for (index, page) in pages.pages.iter().enumerate() {
            for spot in &page.spots {
                let at = position(spot, index + 1, page.height);
                let named = |SignatureField { name, title }: &SignatureField| FieldPosition {
                    field: name.clone(),
                    title: title.clone(),
                    at,
                };
                match &spot.kind {
                    SpotKind::Number => all.number = all.number.or(Some(at)),
                    SpotKind::Date => all.date = all.date.or(Some(at)),
                    SpotKind::Signature(field) => all.signatures.push(named(field)),
                    SpotKind::Seal(field) => all.seals.push(named(field)),
                }
            }
        }
        // By their names, the shorter first: `ChuKy_2` comes before `ChuKy_10`.
        for fields in [&mut all.signatures, &mut all.seals] {
            fields
                .sort_by(|one, other| (one.field.len(), &one.field).cmp(&(other.field.len(), &other.field)));
        }
        all
    }
}

fn position(spot: &PlacedSpot, page: usize, height: f64) -> Position {
    let hundredth = |points: f64| (points * 100.0).round() / 100.0;
    Position {
        page,
        left: hundredth(spot.x),
        bottom: hundredth(height - spot.top - spot.height),
        right: hundredth(spot.x + spot.width),
        top: hundredth(height - spot.top),
    }
}
