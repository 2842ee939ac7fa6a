//! Faces of the office's own: a family that the system has, or the four files in a folder.

use std::path::Path;

use fontdb::{Database, Family, Query, Stretch, Style, Weight};
use vanban::Fonts;

/// The faces of a family's name, or of the only family in a folder.
///
/// # Errors
/// A sentence that says what is missing.
pub(super) fn named(name: &str, beside: &Path) -> Result<Fonts, String> {
    let mut faces = Database::new();
    let folder = beside.join(name);
    if folder.is_dir() {
        faces.load_fonts_dir(&folder);
        let mut families: Vec<&str> =
            faces.faces().filter_map(|face| Some(face.families.first()?.0.as_str())).collect();
        families.sort_unstable();
        families.dedup();
        return match families[..] {
            [family] => of(&faces, family),
            [] => Err(format!("trong thư mục “{name}” không có phông chữ nào (.ttf)")),
            _ => Err(format!(
                "trong thư mục “{name}” có nhiều phông chữ ({}); hãy để lại một",
                families.join(", ")
            )),
        };
    }
    faces.load_system_fonts();
    of(&faces, name)
}

fn of(faces: &Database, family: &str) -> Result<Fonts, String> {
    let face = |weight: Weight, style: Style, called: &str| {
        let query = Query { families: &[Family::Name(family)], weight, stretch: Stretch::Normal, style };
        let found = faces.query(&query).and_then(|id| faces.face(id));
        // The nearest face is another one: a bold text would not be bold.
        let found = found.filter(|face| face.weight == weight && face.style == style);
        let bytes = found.and_then(|face| faces.with_face_data(face.id, |bytes, _| bytes.to_vec()));
        bytes.ok_or_else(|| {
            format!("không tìm thấy kiểu {called} của phông chữ “{family}”; ghi tên phông đã cài vào máy, hoặc thư mục có đủ bốn tệp .ttf")
        })
    };
    let regular = face(Weight::NORMAL, Style::Normal, "thường")?;
    let bold = face(Weight::BOLD, Style::Normal, "đậm")?;
    let italic = face(Weight::NORMAL, Style::Italic, "nghiêng")?;
    let bold_italic = face(Weight::BOLD, Style::Italic, "đậm nghiêng")?;
    Fonts::from_bytes(regular, bold, italic, bold_italic).map_err(|error| error.to_string())
}
