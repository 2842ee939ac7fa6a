//! The look of a form, where no clause of the guidance places it.

use super::fields::ALIGNS;
use super::reader::{At, Reader};
use crate::profile::{FreeLayout, FreeStyle, Ink, Length, Margins, Offset};

/// The most styles of a form.
const MOST: usize = 40;
/// Sizes of letters, in points.
const SIZES: (f64, f64) = (10.0, 60.0);
/// Margins of a sheet, in millimetres.
const MARGINS: (f64, f64) = (5.0, 80.0);
/// How far text may be moved, in millimetres.
const OFFSET: (f64, f64) = (-50.0, 50.0);
/// How high an emblem may be, in millimetres.
const EMBLEM: (f64, f64) = (5.0, 60.0);
/// Room around a line, in points.
const ROOM: (f64, f64) = (0.0, 200.0);

/// What `form.toml` says of the look.
#[derive(Debug, Default)]
pub(super) struct Look {
    pub(super) layout: FreeLayout,
    /// Where the first of it stands.
    pub(super) at: Option<usize>,
    pub(super) emblem: Option<Emblem>,
    stock: bool,
    offset: Option<(usize, Offset)>,
}

/// The emblem, and where its name stands.
#[derive(Debug)]
pub(super) struct Emblem {
    pub(super) at: usize,
    pub(super) picture: String,
    pub(super) text: String,
}

/// The names of what belongs to the look.
pub(super) const KEYS: [&str; 6] = ["border", "emblem", "margins", "stock", "offset", "styles"];

impl Look {
    /// Reads one of [`KEYS`].
    pub(super) fn read(&mut self, reader: &mut Reader, name: &str, value: &At<'_>) {
        let at = value.span().start;
        let asks =
            !matches!((name, value.get_ref()), ("stock" | "border", toml::de::DeValue::Boolean(false)));
        if asks && self.at.is_none() {
            self.at = Some(at);
        }
        match name {
            "border" => self.layout.border = reader.flag(name, value).unwrap_or_default(),
            "stock" => self.stock = reader.flag(name, value).unwrap_or_default(),
            "offset" => self.offset = Some((at, offset(reader, value))),
            "margins" => self.layout.margins = margins(reader, value),
            "emblem" => self.emblem(reader, value),
            _ => self.styles(reader, value),
        }
    }

    /// The layout, where the form asks for one.
    pub(super) fn finished(mut self) -> (Option<FreeLayout>, Option<Emblem>) {
        if self.stock {
            self.layout.stock = Some(self.offset.map(|(_, offset)| offset).unwrap_or_default());
        }
        (self.at.map(|_| self.layout), self.emblem)
    }

    fn emblem(&mut self, reader: &mut Reader, value: &At<'_>) {
        let (mut picture, mut text) = (None, "Biểu trưng".to_owned());
        for (key, value) in reader.table("emblem", value) {
            match key.get_ref().as_ref() {
                "picture" => picture = reader.text("picture", value).map(|name| (value.span().start, name)),
                "height" => {
                    self.layout.emblem_height = reader.number("height", value, EMBLEM).map(Length::mm);
                }
                "text" => text = reader.text("text", value).unwrap_or(text),
                _ => reader.unknown(key, &["picture", "height", "text"]),
            }
        }
        match picture {
            Some((at, picture)) => self.emblem = Some(Emblem { at, picture, text }),
            None => {
                reader.refuse(value.span().start, "emblem: chưa có tên tệp ảnh; hãy ghi picture = \"….png\"")
            }
        }
    }

    fn styles(&mut self, reader: &mut Reader, value: &At<'_>) {
        let entries = reader.table("styles", value);
        if entries.len() > MOST {
            reader.refuse(value.span().start, format!("mẫu có hơn {MOST} kiểu chữ; hãy bớt đi"));
            return;
        }
        for (key, value) in entries {
            let style = style(reader, value);
            self.layout.styles.push((key.get_ref().as_ref().into(), style));
        }
    }
}

fn style(reader: &mut Reader, value: &At<'_>) -> FreeStyle {
    let mut style = FreeStyle::new(Length::pt(14.0));
    for (key, value) in reader.table("styles", value) {
        match key.get_ref().as_ref() {
            "size" => {
                if let Some(size) = reader.number("size", value, SIZES) {
                    // Word knows halves of a point.
                    style.size = Length::pt((size * 2.0).round() / 2.0);
                }
            }
            "bold" => style.bold = reader.flag("bold", value).unwrap_or_default(),
            "italic" => style.italic = reader.flag("italic", value).unwrap_or_default(),
            "color" => {
                let inks = [("black", Ink::Black), ("red", Ink::Red), ("đen", Ink::Black), ("đỏ", Ink::Red)];
                style.ink = reader.among("color", value, &inks).unwrap_or_default();
            }
            "align" => style.align = reader.among("align", value, &ALIGNS).unwrap_or(style.align),
            "before" => style.before = room(reader, "before", value).unwrap_or(style.before),
            "after" => style.after = room(reader, "after", value).unwrap_or(style.after),
            _ => reader.unknown(key, &["size", "bold", "italic", "color", "align", "before", "after"]),
        }
    }
    style
}

/// Room in whole points.
fn room(reader: &mut Reader, name: &str, value: &At<'_>) -> Option<Length> {
    reader.number(name, value, ROOM).map(|points| Length::pt(points.round()))
}

fn offset(reader: &mut Reader, value: &At<'_>) -> Offset {
    let mut offset = Offset::default();
    for (key, value) in reader.table("offset", value) {
        match key.get_ref().as_ref() {
            "right" => {
                offset.right = reader.number("right", value, OFFSET).map(Length::mm).unwrap_or_default()
            }
            "down" => offset.down = reader.number("down", value, OFFSET).map(Length::mm).unwrap_or_default(),
            _ => reader.unknown(key, &["right", "down"]),
        }
    }
    offset
}

fn margins(reader: &mut Reader, value: &At<'_>) -> Option<Margins> {
    let mut given = [None; 4];
    let names = ["top", "bottom", "left", "right"];
    for (key, value) in reader.table("margins", value) {
        match names.iter().position(|name| key.get_ref() == name) {
            Some(index) => given[index] = reader.number(names[index], value, MARGINS).map(Length::mm),
            None => reader.unknown(key, &names),
        }
    }
    let [Some(top), Some(bottom), Some(left), Some(right)] = given else {
        reader.refuse(
            value.span().start,
            "margins: hãy ghi đủ bốn lề, tính bằng mm: { top = 20, bottom = 20, left = 20, right = 20 }",
        );
        return None;
    };
    Some(Margins { top, bottom, left, right })
}
