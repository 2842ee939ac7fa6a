//! A resolution with the picture of a signature, as an office sends it electronically, and one with an
//! emblem above the letterhead; and a joint one whose pictures are PNGs of every kind that can be transparent. All
//! pictures are drawn for this example and are nobody's.

use vanban::Renderer;
use vanban::kinds::Resolution;
use vanban::parts::{Capacity, Picture, Png, Signature};

mod common;

const SIGNATURE: &[u8] = include_bytes!("data/signature.png");
const EMBLEM: &[u8] = include_bytes!("data/emblem.png");
const SIGNATURE_16_BIT: &[u8] = include_bytes!("data/signature_16_bit.png");
const SIGNATURE_PALETTE: &[u8] = include_bytes!("data/signature_palette.png");
const SIGNATURE_COLOUR_KEY: &[u8] = include_bytes!("data/signature_colour_key.png");
const EMBLEM_GREY: &[u8] = include_bytes!("data/emblem_grey.png");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut signed = Resolution::example();
    if let Some(signature) = &mut signed.paper.signature {
        // Nobody's signature stands over nobody's name.
        signature.name = Some("Nguyễn Văn A".into());
        signature.image = Some(Picture::new(Png::new(SIGNATURE)));
    }
    let mut emblem = signed.clone();
    emblem.paper.marks.emblem = Some(Picture {
        png: Png::new(EMBLEM),
        alternative_text: Some("Biểu trưng: quyển sách mở".into()),
    });

    // Colours of 16 bits, a palette with opacities, one colour that is clear; grey with opacity.
    let mut kinds = signed.clone();
    kinds.paper.issuer.name = "Uỷ ban Kiểm tra Tỉnh uỷ Quảng Trị - Công an tỉnh Quảng Trị".into();
    kinds.paper.issuer.superior = None;
    kinds.paper.issuer.code = Some("UBKTTU-CAT".into());
    kinds.outline.opening =
        Some("Uỷ ban Kiểm tra Tỉnh uỷ, Công an tỉnh và Thanh tra tỉnh thống nhất:".into());
    kinds.outline.closing = Some("Nghị quyết liên tịch này có hiệu lực từ ngày ký.".into());
    kinds.vote = None;
    kinds.paper.signature = Some(signature("Uỷ ban Kiểm tra Tỉnh uỷ", "Chủ nhiệm", SIGNATURE_16_BIT));
    kinds.paper.joint_signatures = vec![
        signature("Công an tỉnh", "Giám đốc", SIGNATURE_PALETTE),
        signature("Thanh tra tỉnh", "Chánh Thanh tra", SIGNATURE_COLOUR_KEY),
    ];
    kinds.paper.marks.emblem = Some(Picture {
        png: Png::new(EMBLEM_GREY),
        alternative_text: Some("Biểu trưng: quyển sách mở".into()),
    });

    let renderer = Renderer::new();
    common::write("target/out/pictures", "signed", &renderer.render(&signed)?)?;
    common::write("target/out/pictures", "emblem", &renderer.render(&emblem)?)?;
    common::write("target/out/pictures", "kinds", &renderer.render(&kinds)?)
}

fn signature(body: &str, position: &str, png: &[u8]) -> Signature {
    Signature {
        capacity: Capacity::Direct,
        body: Some(body.into()),
        position: Some(position.into()),
        also: None,
        name: Some("Nguyễn Văn A".into()),
        image: Some(Picture::new(Png::new(png))),
    }
}
