//! A resolution with the picture of a signature, as an office sends it electronically, and one with an
//! emblem above the letterhead. Both pictures are drawn for this example and are nobody's.

use vanban::{Picture, Png, Renderer, Resolution};

mod common;

const SIGNATURE: &[u8] = include_bytes!("data/signature.png");
const EMBLEM: &[u8] = include_bytes!("data/emblem.png");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut signed = Resolution::example();
    if let Some(signature) = &mut signed.signature {
        // Nobody's signature stands over nobody's name.
        signature.name = Some("Nguyễn Văn A".into());
        signature.image = Some(Picture::new(Png::new(SIGNATURE)));
    }
    let mut emblem = signed.clone();
    emblem.marks.emblem = Some(Picture {
        png: Png::new(EMBLEM),
        alternative_text: Some("Biểu trưng: quyển sách mở".into()),
    });

    let renderer = Renderer::new();
    common::write("target/out/pictures", "signed", &renderer.render(&signed)?)?;
    common::write("target/out/pictures", "emblem", &renderer.render(&emblem)?)
}
