//! Where number, date, signatures and seals stand, for programs that sign files.

use serde::Serialize;

use crate::layout::{Pages, PlacedSpot, SpotKind};
use crate::tree::SignatureField;

/// Where on the pages what belongs to signing stands. As JSON each is an object; what the paper has not is `null` or an
/// empty list.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[non_exhaustive]
pub struct Positions {
    /// Số và ký hiệu.
    pub number: Option<Position>,
    /// Địa danh và ngày tháng năm.
    pub date: Option<Position>,
    /// The room of each signature, that of who answers for the paper first.
    pub signatures: Vec<FieldPosition>,
    /// The seal on each signature that is sealed, in the same order; it overlaps the signature's left third.
    pub seals: Vec<FieldPosition>,
}

/// A rectangle on a page: points (1/72 inch), to a hundredth, from the page's lower left corner.
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

/// Where a signature or a seal belongs.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct FieldPosition {
    /// What its field in a PDF is called, where that has fields: `ChuKy_1`, `Dau`.
    pub field: String,
    /// Whose it is, as the field says it: `Chữ ký số của Nguyễn Văn An`.
    pub title: String,
    /// Where it stands.
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
