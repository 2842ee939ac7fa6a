//! Pictures: a signature's and the caller's own emblem.

use std::sync::Arc;

use super::Composer;
use crate::parts::Signature;
use crate::raster::Raster;
use crate::tree::{Inline, Paragraph, Picture, Role};
use crate::units::Length;

/// How much of its line's pitch the picture of a signature takes at most. It stands on the baseline, at 0.8 of the pitch;
/// it keeps clear of the position above it as of the name below it (convention).
const SIGNATURE: f64 = 0.7;

impl Composer<'_> {
    /// ô 7c: the picture of a signature, as large as its room (I.7.2.2: centred between position and
    /// name), where there is one.
    pub(super) fn signed(&self, signature: &Signature, column: Length) -> Option<Paragraph> {
        let picture = signature.image.as_ref()?;
        let said = match (&picture.alternative_text, &signature.name) {
            (Some(text), _) => text.to_string(),
            (None, Some(name)) => format!("Chữ ký của {name}"),
            (None, None) => "Chữ ký".to_owned(),
        };
        let height = Length::pt(self.profile.style(Role::SignatureSpace).pitch.to_pt() * SIGNATURE);
        Some(picture_of(Role::SignatureSpace, picture.png.raster().ok()?, (column, height), said))
    }

    /// The caller's own emblem, where he gives one; on stock its room.
    pub(super) fn emblem_line(&self) -> Option<Paragraph> {
        let emblem = self.emblem()?;
        let on_stock = self.profile.free_layout().is_some_and(|layout| layout.stock.is_some());
        Some(if on_stock { Paragraph::empty(Role::Emblem) } else { emblem })
    }

    fn emblem(&self) -> Option<Paragraph> {
        let picture = self.frame.marks.emblem.as_ref()?;
        let said = picture.alternative_text.as_ref().map(ToString::to_string).unwrap_or_default();
        let column = self.page.text_width();
        let room = (column, self.profile.emblem_height());
        Some(picture_of(Role::Emblem, picture.png.raster().ok()?, room, said))
    }
}

/// A paragraph that is a picture, as large as the room allows.
fn picture_of(
    role: Role,
    raster: &Arc<Raster>,
    room: (Length, Length),
    alternative_text: String,
) -> Paragraph {
    let (width, height) = fitted((raster.width, raster.height), room);
    let picture = Picture { raster: Arc::clone(raster), width, height, alternative_text };
    Paragraph::of(role, vec![Inline::Picture(picture)])
}

/// As large as the room allows, its proportions kept to the twip.
fn fitted((width, height): (u32, u32), (across, down): (Length, Length)) -> (Length, Length) {
    let scaled = |length: Length, by: u32, of: u32| {
        let twips = f64::from(length.twips()) * f64::from(by) / f64::from(of);
        Length::of_twips((twips.round() as i32).max(1))
    };
    let wide = scaled(down, width, height);
    if wide <= across { (wide, down) } else { (across, scaled(across, height, width)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_fills_its_room_and_keeps_its_proportions() {
        let room = (Length::pt(200.0), Length::pt(56.0));
        let points = |size| {
            let (width, height) = fitted(size, room);
            (width.to_pt(), height.to_pt())
        };
        assert_eq!(points((300, 100)), (168.0, 56.0));
        assert_eq!(points((30, 10)), (168.0, 56.0));
        assert_eq!(points((800, 100)), (200.0, 25.0));
        assert_eq!(points((1, 2000)), (0.05, 56.0));
        assert_eq!(points((2000, 1)), (200.0, 0.1));
    }
}
