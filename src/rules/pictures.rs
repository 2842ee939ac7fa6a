//! Rules for pictures: a signature's (05-HD/VPTW II.I.7.2.2) and the caller's own emblem.

use super::signature::signatures;
use crate::error::Problems;
use crate::parts::{Frame, Picture};
use crate::path::Path;
use crate::raster::{Fault, MOST_BYTES, MOST_PIXELS, Raster};
use crate::text::thousands;

const SIGNATURE: &str = "05-HD/VPTW II.I.7.2.2";
const CONVENTION: &str = "quy ước";

pub(super) fn check(frame: &Frame, problems: &mut Problems) {
    for (path, signature) in signatures(frame) {
        let Some(picture) = &signature.image else { continue };
        let path = path.field("image");
        if frame.draft.is_some() {
            problems.warning(
                "signature.image_on_draft",
                &path,
                SIGNATURE,
                "bản dự thảo chưa được ký; hãy bỏ ảnh chữ ký",
            );
        }
        if let Some(raster) = read(picture, &path, SIGNATURE, problems) {
            signed(raster, &path.field("png"), problems);
        }
    }
    if let Some(emblem) = &frame.marks.emblem {
        self::emblem(emblem, frame, problems);
    }
}

/// What the picture is, unless it is none or shows nothing.
fn read<'a>(
    picture: &'a Picture,
    path: &Path,
    clause: &'static str,
    problems: &mut Problems,
) -> Option<&'a Raster> {
    let path = path.field("png");
    match picture.png.raster() {
        Ok(raster) if raster.is_blank() => {
            problems.error("picture.blank", path, clause, "ảnh trong suốt hoàn toàn, không có nét nào");
            None
        }
        Ok(raster) => Some(raster),
        Err(fault) => {
            let (code, message) = refusal(fault);
            problems.error(code, path, clause, message);
            None
        }
    }
}

/// Why a file is no picture: the problem's code and sentence.
pub(crate) fn refusal(fault: Fault) -> (&'static str, String) {
    let pixels = |side: u32| thousands(side.into());
    match fault {
        Fault::NotPng => {
            ("picture.not_png", "tệp không phải ảnh PNG; hãy lưu lại ảnh thành tệp .png".to_owned())
        }
        Fault::Broken => ("picture.broken", "ảnh PNG bị hỏng hoặc bị cắt cụt; hãy xuất lại ảnh".to_owned()),
        Fault::Animated => ("picture.animated", "ảnh PNG là ảnh động; hãy dùng ảnh tĩnh".to_owned()),
        Fault::Bytes(found) => (
            "picture.too_many_bytes",
            format!(
                "tệp ảnh có {} byte, quá {} byte (2 MB); hãy thu nhỏ ảnh",
                thousands(found as u64),
                thousands(MOST_BYTES as u64)
            ),
        ),
        Fault::Pixels(width, height) => (
            "picture.too_many_pixels",
            format!(
                "ảnh có {} × {} điểm ảnh, quá {} điểm ảnh một chiều; hãy thu nhỏ ảnh",
                pixels(width),
                pixels(height),
                pixels(MOST_PIXELS)
            ),
        ),
    }
}

/// I.7.2.2: blue, on a transparent background.
fn signed(raster: &Raster, path: &Path, problems: &mut Problems) {
    if !raster.has_clear_background() {
        problems.error(
            "signature.image_opaque",
            path,
            SIGNATURE,
            "nền của ảnh chữ ký không trong suốt; hãy xoá nền rồi lưu lại thành tệp .png",
        );
    } else if !raster.is_blue() {
        problems.warning("signature.image_not_blue", path, SIGNATURE, "chữ ký trong ảnh không phải màu xanh");
    }
}

fn emblem(emblem: &Picture, frame: &Frame, problems: &mut Problems) {
    // A paper with a number is one whose form the guidance fixes.
    if frame.numbered {
        problems.warning(
            "marks.emblem",
            Path::at("marks").field("emblem"),
            "05-HD/VPTW II.I",
            "thể thức văn bản của Đảng không có biểu trưng; hãy bỏ, trừ khi cơ quan có quy định riêng",
        );
    }
    read(emblem, &Path::at("marks").field("emblem"), CONVENTION, problems);
    if emblem.alternative_text.is_none() {
        problems.error(
            "picture.no_alternative_text",
            Path::at("marks").field("emblem").field("alternative_text"),
            CONVENTION,
            "ảnh chưa có văn bản thay thế cho người đọc không nhìn thấy ảnh, ví dụ “Biểu trưng của Chi bộ”",
        );
    }
}
