//! The sheet of a layout of one's own: its margins, the border round each page, how far printed stock moves it.

use super::{FreeLayout, Margins, Page};
use crate::units::Length;

/// The border round a page: two lines, as certificates have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PageBorder {
    /// From each edge of the sheet to the outer line's outer edge: whole points, as Word stores it.
    pub(crate) space: Length,
    /// How thick each line is, and how far one is from the other.
    pub(crate) line: Length,
}

/// About 10 mm from the edge: what any printer reaches.
const BORDER: PageBorder = PageBorder { space: Length::pt(28.0), line: Length::pt(0.75) };
/// From the top edge of a page with a border to its number, which stands inside.
const HEADER: Length = Length::pt(34.0);
/// How high a page's number is.
const NUMBER: Length = Length::pt(16.0);

/// Margins inside a border, where the layout gives none: a certificate of A4 with a name of two lines fits.
const WITH_BORDER: Margins = Margins {
    top: Length::mm(18.0),
    bottom: Length::mm(15.0),
    left: Length::mm(20.0),
    right: Length::mm(20.0),
};

/// What margins may be, in millimetres: inside a border, and where the paper has none. What is above the text holds
/// the page's number.
pub(super) struct Bounds {
    pub(super) top: u8,
    pub(super) others: u8,
    pub(super) most: u8,
}

impl FreeLayout {
    /// Between what its margins may lie.
    pub(super) fn bounds(&self) -> Bounds {
        let (top, others) = if self.border { (18, 12) } else { (6, 5) };
        Bounds { top, others, most: 60 }
    }

    /// A page in its margins. A layout that is refused is shown, too, as near to what it asks for as can be.
    pub(super) fn margined(&self, page: Page) -> Page {
        let usual = self.border.then_some(WITH_BORDER);
        let Some(own) = self.margins.or(usual) else { return page };
        let bounds = self.bounds();
        let within = |length: Length, least: u8| {
            length.clamp(Length::mm(f64::from(least)), Length::mm(f64::from(bounds.most)))
        };
        let top = within(own.top, bounds.top);
        let header = if self.border { HEADER } else { page.header };
        Page {
            top,
            bottom: within(own.bottom, bounds.others),
            left: within(own.left, bounds.others),
            right: within(own.right, bounds.others),
            header: header.min(top - NUMBER),
            ..page
        }
        .with_room_for_the_end()
    }

    /// A page as far as it is moved on stock.
    pub(super) fn moved(&self, page: Page) -> Page {
        let Some(offset) = self.stock else { return page };
        // Farther than any sheet; it is refused anyway.
        let most = Length::mm(1000.0);
        let (right, down) = (offset.right.clamp(-most, most), offset.down.clamp(-most, most));
        Page {
            top: page.top + down,
            bottom: page.bottom - down,
            left: page.left + right,
            right: page.right - right,
            header: page.header + down,
            ..page
        }
    }

    /// The border that is printed; stock has its own.
    pub(super) fn printed_border(&self) -> Option<PageBorder> {
        (self.border && self.stock.is_none()).then_some(BORDER)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Profile;
    use crate::profile::Offset;

    fn page(layout: &FreeLayout) -> Page {
        layout.moved(layout.margined(Profile::hd05().page().turned()))
    }

    #[test]
    fn text_and_page_number_stand_inside_the_border() {
        let page = page(&FreeLayout::new().bordered());
        let inner = BORDER.space + BORDER.line + BORDER.line + BORDER.line;
        assert!([page.left, page.right, page.bottom, page.header].iter().all(|&margin| margin > inner));
        assert!(page.header + NUMBER <= page.top);
        assert!(page.text_height().twips() % 20 >= 10);
    }

    #[test]
    fn without_a_border_the_margins_are_the_guidances() {
        assert_eq!(page(&FreeLayout::new()), Profile::hd05().page().turned());
    }

    #[test]
    fn stock_moves_the_page_and_keeps_its_room() {
        let offset = Offset { right: Length::mm(2.0), down: Length::mm(-1.5) };
        let usual = page(&FreeLayout::new().bordered());
        let moved = page(&FreeLayout::new().bordered().on_stock(offset));
        assert_eq!((moved.left - usual.left, moved.top - usual.top), (offset.right, offset.down));
        assert_eq!(moved.text_width(), usual.text_width());
        assert_eq!(moved.text_height(), usual.text_height());
        assert_eq!(FreeLayout::new().bordered().on_stock(offset).printed_border(), None);
    }

    #[test]
    fn margins_that_are_refused_are_shown_within_bounds() {
        let margin = Length::mm(500.0);
        let layout =
            FreeLayout::new().margins(Margins { top: margin, bottom: margin, left: -margin, right: margin });
        let page = page(&layout);
        assert!(page.text_width() > Length::ZERO && page.text_height() > Length::ZERO);
    }
}
