use png::{BitDepth, Encoder};
use proptest::prelude::*;

use super::*;

/// A PNG as the encoder writes it.
fn png(width: u32, height: u32, color: ColorType, depth: BitDepth, samples: &[u8]) -> Vec<u8> {
    encoded(width, height, color, depth, samples, |_| {})
}

fn encoded(
    width: u32,
    height: u32,
    color: ColorType,
    depth: BitDepth,
    samples: &[u8],
    set: impl FnOnce(&mut Encoder<'_, &mut Vec<u8>>),
) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_color(color);
    encoder.set_depth(depth);
    set(&mut encoder);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(samples).unwrap();
    drop(writer);
    file
}

/// A chunk with its checksum.
fn chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut sum = u32::MAX;
    for byte in kind.iter().chain(content) {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
        }
    }
    [&(content.len() as u32).to_be_bytes(), kind.as_slice(), content, &(!sum).to_be_bytes()].concat()
}

/// A stroke of `ink`, one pixel high, on a clear background.
fn stroke(ink: [u8; 4]) -> Vec<u8> {
    let clear = [255, 255, 255, 0];
    let rows = [[clear; 4], [clear, ink, ink, clear], [clear; 4]];
    png(4, 3, ColorType::Rgba, BitDepth::Eight, rows.as_flattened().as_flattened())
}

const BLUE: [u8; 4] = [24, 52, 156, 255];

fn fault(bytes: &[u8]) -> Fault {
    Png::new(bytes).raster().unwrap_err()
}

fn rgba(bytes: &[u8]) -> Vec<u8> {
    Png::new(bytes).raster().unwrap().rgba.clone()
}

#[test]
fn a_stroke_is_read_as_it_is() {
    let png = Png::new(stroke(BLUE));
    let raster = png.raster().unwrap();
    assert_eq!((raster.width, raster.height), (4, 3));
    assert_eq!(raster.pixels().nth(5), Some(BLUE));
    assert!(!raster.is_blank() && raster.has_clear_background() && raster.is_blue());
    assert_eq!(png.bytes(), stroke(BLUE));
}

#[test]
fn every_kind_of_png_becomes_the_same_samples() {
    let pixels = [[200, 200, 200, 255], [0, 0, 0, 0]];
    let expected = pixels.as_flattened();
    let of = |color, depth, samples: &[u8]| rgba(&png(2, 1, color, depth, samples));
    assert_eq!(of(ColorType::Rgba, BitDepth::Eight, expected), expected);
    assert_eq!(of(ColorType::GrayscaleAlpha, BitDepth::Eight, &[200, 255, 0, 0]), expected);
    let sixteen = [200, 1, 200, 2, 200, 3, 255, 255, 0, 0, 0, 0, 0, 0, 0, 9];
    assert_eq!(of(ColorType::Rgba, BitDepth::Sixteen, &sixteen), expected);
    // Two colours of a palette, a bit a pixel, the second one clear.
    let palette = encoded(2, 1, ColorType::Indexed, BitDepth::One, &[0b0100_0000], |encoder| {
        encoder.set_palette(vec![200, 200, 200, 0, 0, 0]);
        encoder.set_trns(vec![255, 0]);
    });
    assert_eq!(rgba(&palette), expected);
    // Without transparency: opaque.
    assert_eq!(of(ColorType::Grayscale, BitDepth::Eight, &[200, 0]), [200, 200, 200, 255, 0, 0, 0, 255]);
    assert_eq!(
        of(ColorType::Rgb, BitDepth::Eight, &[200, 200, 200, 0, 0, 1]),
        [200, 200, 200, 255, 0, 0, 1, 255]
    );
}

/// The encoder writes none: one pixel is its own first pass.
#[test]
fn an_interlaced_png_is_read() {
    let plain = png(1, 1, ColorType::Rgba, BitDepth::Eight, &BLUE);
    let header = [&1_u32.to_be_bytes()[..], &1_u32.to_be_bytes(), &[8, 6, 0, 0, 1]].concat();
    let interlaced = [BEGIN, &chunk(b"IHDR", &header), &plain[33..]].concat();
    assert_eq!(rgba(&interlaced), BLUE);
}

#[test]
fn what_is_no_png_is_refused() {
    for bytes in [&b""[..], b"\xff\xd8\xff\xe0 JPEG", b"<svg/>", b"\x89PNG\r\n\x1a"] {
        assert_eq!(fault(bytes), Fault::NotPng);
    }
}

#[test]
fn a_damaged_or_shortened_png_is_refused() {
    let whole = stroke(BLUE);
    for length in BEGIN.len()..whole.len() {
        assert_eq!(fault(&whole[..length]), Fault::Broken, "{length} bytes");
    }
    // Every byte is held by a checksum, or is one.
    for at in BEGIN.len()..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x10;
        assert!(Png::new(damaged).raster().is_err(), "byte {at}");
    }
    // The transparency of a palette counts as part of the picture.
    let palette = encoded(1, 1, ColorType::Indexed, BitDepth::Eight, &[0], |encoder| {
        encoder.set_palette(vec![0, 0, 200]);
        encoder.set_trns(vec![0]);
    });
    let at = palette.windows(4).position(|kind| kind == b"tRNS").unwrap() + 4;
    let mut damaged = palette.clone();
    damaged[at] = 255;
    assert!(Png::new(palette).raster().unwrap().is_blank());
    assert_eq!(fault(&damaged), Fault::Broken);
    // A chunk that no reader may leave out, of a kind that nobody knows.
    let unknown = [BEGIN, &chunk(b"ABCD", b""), &whole[BEGIN.len()..]].concat();
    assert_eq!(fault(&unknown), Fault::Broken);
}

#[test]
fn what_is_too_large_is_refused_before_it_is_unpacked() {
    assert_eq!(fault(&vec![0; MOST_BYTES + 1]), Fault::Bytes(MOST_BYTES + 1));
    let header = |width: u32, height: u32| {
        let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat();
        [BEGIN, &chunk(b"IHDR", &header), &chunk(b"IDAT", b""), &chunk(b"IEND", b"")].concat()
    };
    assert_eq!(fault(&header(2001, 1)), Fault::Pixels(2001, 1));
    assert_eq!(fault(&header(1, 2_147_483_647)), Fault::Pixels(1, 2_147_483_647));
    // As large as may be, and then its content is missing.
    assert_eq!(fault(&header(2000, 2000)), Fault::Broken);
    let largest = png(2000, 1, ColorType::Grayscale, BitDepth::Eight, &[0; 2000]);
    assert!(Png::new(largest).raster().is_ok());
}

#[test]
fn an_animated_png_is_refused() {
    let file = encoded(1, 1, ColorType::Rgba, BitDepth::Eight, &[BLUE, BLUE].concat()[..4], |encoder| {
        encoder.set_animated(1, 0).unwrap();
    });
    assert_eq!(fault(&file), Fault::Animated);
}

#[test]
fn nothing_but_the_picture_goes_on() {
    let plain = stroke(BLUE);
    let noted = encoded(4, 3, ColorType::Rgba, BitDepth::Eight, &rgba(&plain), |encoder| {
        encoder.add_text_chunk("Author".into(), "somebody".into()).unwrap();
    });
    let noted = [noted, b"behind the end".to_vec()].concat();
    let (noted, plain) = (Png::new(noted), Png::new(plain));
    assert_ne!(noted, plain);
    assert_eq!(noted.raster().unwrap(), plain.raster().unwrap());
}

#[test]
fn background_and_ink_are_seen() {
    let raster = |bytes: Vec<u8>| Png::new(bytes).raster().unwrap().clone();
    let white = [255, 255, 255, 255];
    let rows = [[white; 4], [white, BLUE, BLUE, white], [white; 4]];
    let opaque = png(4, 3, ColorType::Rgba, BitDepth::Eight, rows.as_flattened().as_flattened());
    assert!(!raster(opaque).has_clear_background());
    assert!(raster(stroke([0, 0, 0, 0])).is_blank());
    for (ink, blue) in [
        ([0, 0, 0], false),
        ([200, 30, 30], false),
        ([90, 90, 90], false),
        ([20, 30, 80], true),
        ([60, 110, 200], true),
        ([180, 180, 190], false),
    ] {
        let [red, green, blue_] = ink;
        assert_eq!(raster(stroke([red, green, blue_, 255])).is_blue(), blue, "{ink:?}");
    }
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = Png::new(bytes.clone()).raster();
        let _ = Png::new([BEGIN, &bytes].concat()).raster();
    }

    /// Chunks that are sound, in any order and with any content.
    #[test]
    fn no_chunks_make_it_panic(
        chunks in proptest::collection::vec((0..6_usize, proptest::collection::vec(any::<u8>(), 0..40)), 0..6),
        header in proptest::array::uniform5(0..20_u8),
        (width, height) in (0..40_u32, 0..40_u32),
    ) {
        let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &header].concat();
        let mut file = [BEGIN, &chunk(b"IHDR", &header)].concat();
        for (kind, content) in chunks {
            let kind = [b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"fcTL", b"gAMA"][kind];
            file.extend(chunk(kind, &content));
        }
        file.extend(chunk(b"IEND", b""));
        if let Ok(raster) = Png::new(file).raster() {
            let _ = (raster.is_blank(), raster.has_clear_background(), raster.is_blue());
        }
    }

    /// Any file that was read is damaged at any place.
    #[test]
    fn no_damage_makes_it_panic(at in 0..80_usize, byte in any::<u8>()) {
        let mut file = stroke(BLUE);
        let length = file.len();
        file[at % length] = byte;
        let _ = Png::new(file).raster();
    }
}
