//! What a reader of the PDF gets of a picture: colours and opacity, each decoded in one step by the filters that
//! the stream names. Nothing here knows how the file was written.

use std::io::Read;

use flate2::bufread::ZlibDecoder;
use lopdf::{Dictionary, Document, Object, Stream};
use png::{BitDepth, ColorType};
use vanban::batch::{Volume, Volumes};
use vanban::kinds::{Report, Resolution};
use vanban::parts::{Picture, Png};

const WIDTH: u32 = 9;
const HEIGHT: u32 = 5;

/// A transparent picture: a clear ground, and on it ink that is solid, or half clear where the kind of PNG can say so.
struct Sample {
    name: String,
    file: Vec<u8>,
    /// Opacity of each pixel.
    mask: Vec<u8>,
    /// Red, green, blue of the ink.
    ink: [u8; 3],
}

/// Whether a pixel is ink: a block that touches no edge.
fn is_ink(x: u32, y: u32) -> bool {
    (2..WIDTH - 2).contains(&x) && (1..HEIGHT - 1).contains(&y)
}

/// A PNG of one kind; `clear`, `solid` and `half` are a pixel's samples.
fn sample(color: ColorType, depth: BitDepth, samples: [&[u16]; 3], half: u8, ink: [u8; 3]) -> Sample {
    let bits = depth as usize;
    let [clear, solid, other] = samples;
    let (mut data, mut mask) = (Vec::new(), Vec::new());
    for y in 0..HEIGHT {
        // A row begins with a byte of its own.
        let (mut held, mut count) = (0_u32, 0);
        for x in 0..WIDTH {
            let (pixel, opacity) = match (is_ink(x, y), x % 2) {
                (false, _) => (clear, 0),
                (true, 0) => (solid, 255),
                (true, _) => (other, half),
            };
            mask.push(opacity);
            for &value in pixel {
                (held, count) = (held << bits | u32::from(value), count + bits);
                while count >= 8 {
                    count -= 8;
                    data.push((held >> count) as u8);
                }
            }
        }
        if count > 0 {
            data.push((held << (8 - count)) as u8);
        }
    }
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, WIDTH, HEIGHT);
    encoder.set_color(color);
    encoder.set_depth(depth);
    let high = |value: &u16| value.to_be_bytes();
    match color {
        ColorType::Indexed => {
            encoder.set_palette([[255, 255, 255], ink, ink].concat());
            encoder.set_trns(vec![0, 255, half]);
        }
        // The colour that is clear.
        ColorType::Rgb | ColorType::Grayscale => {
            encoder.set_trns(clear.iter().flat_map(high).collect::<Vec<u8>>())
        }
        ColorType::Rgba | ColorType::GrayscaleAlpha => {}
    }
    encoder.write_header().unwrap().write_image_data(&data).unwrap();
    Sample { name: format!("{color:?} {bits}"), file, mask, ink }
}

fn samples() -> Vec<Sample> {
    use BitDepth::{Eight, Four, One, Sixteen, Two};
    use ColorType::{Grayscale, GrayscaleAlpha, Indexed, Rgb, Rgba};
    let blue = [20, 40, 200];
    let mut all = vec![
        sample(Rgba, Eight, [&[0, 0, 0, 0], &[20, 40, 200, 255], &[20, 40, 200, 128]], 128, blue),
        sample(
            Rgba,
            Sixteen,
            [&[0, 0, 0, 0], &[0x1400, 0x2800, 0xC800, 0xFFFF], &[0x1400, 0x2800, 0xC800, 0x8000]],
            128,
            blue,
        ),
        sample(GrayscaleAlpha, Eight, [&[0, 0], &[90, 255], &[90, 128]], 128, [90; 3]),
        sample(GrayscaleAlpha, Sixteen, [&[0, 0], &[0x5A00, 0xFFFF], &[0x5A00, 0x8000]], 128, [90; 3]),
        sample(Rgb, Eight, [&[255, 255, 255], &[20, 40, 200], &[20, 40, 200]], 255, blue),
        sample(
            Rgb,
            Sixteen,
            // What is clear differs from the ink in its low bytes alone.
            [&[0x14FF, 0x28FF, 0xC8FF], &[0x1400, 0x2800, 0xC800], &[0x1400, 0x2800, 0xC800]],
            255,
            blue,
        ),
        sample(Grayscale, Sixteen, [&[0x5AFF], &[0x5A00], &[0x5A00]], 255, [90; 3]),
        sample(Grayscale, Eight, [&[255], &[90], &[90]], 255, [90; 3]),
        sample(Grayscale, Four, [&[15], &[6], &[6]], 255, [102; 3]),
        sample(Grayscale, Two, [&[3], &[1], &[1]], 255, [85; 3]),
        sample(Grayscale, One, [&[1], &[0], &[0]], 255, [0; 3]),
    ];
    // A palette of two colours has no half clear one.
    all.push(sample(Indexed, One, [&[0], &[1], &[1]], 255, blue));
    all.extend([Two, Four, Eight].map(|depth| sample(Indexed, depth, [&[0], &[1], &[2]], 128, blue)));
    all
}

/// The content of a stream after the one filter that it names; all of its bytes are read.
fn decoded(stream: &Stream) -> Vec<u8> {
    let filters = match stream.dict.get(b"Filter") {
        Ok(Object::Array(filters)) => filters.iter().map(|filter| filter.as_name().unwrap()).collect(),
        Ok(filter) => vec![filter.as_name().unwrap()],
        Err(_) => return stream.content.clone(),
    };
    assert_eq!(filters, [b"FlateDecode"]);
    let (mut content, mut decoder) = (Vec::new(), ZlibDecoder::new(stream.content.as_slice()));
    decoder.read_to_end(&mut content).unwrap();
    assert_eq!(decoder.into_inner(), b"", "bytes behind the end of the data");
    content
}

fn number(dictionary: &Dictionary, key: &[u8]) -> usize {
    dictionary.get(key).unwrap().as_i64().unwrap().try_into().unwrap()
}

/// Colours and opacity of every picture of a file, each as long as its dictionary says.
fn pictures(file: &[u8]) -> Vec<(Vec<u8>, Option<Vec<u8>>)> {
    let file = Document::load_mem(file).unwrap();
    let is_image =
        |stream: &&Stream| stream.dict.get(b"Subtype").is_ok_and(|name| name.as_name().unwrap() == b"Image");
    let pixels = |image: &Stream| {
        let components = match image.dict.get(b"ColorSpace").unwrap().as_name().unwrap() {
            b"DeviceRGB" => 3,
            b"DeviceGray" => 1,
            other => panic!("{}", String::from_utf8_lossy(other)),
        };
        assert_eq!(number(&image.dict, b"BitsPerComponent"), 8);
        let content = decoded(image);
        let length = number(&image.dict, b"Width") * number(&image.dict, b"Height") * components;
        assert_eq!(content.len(), length, "{:?}", image.dict);
        (content, components)
    };
    let images: Vec<&Stream> =
        file.objects.values().filter_map(|object| object.as_stream().ok()).filter(is_image).collect();
    // The masks among them too.
    images.iter().for_each(|image| drop(pixels(image)));
    let shown = images.iter().filter(|image| pixels(image).1 == 3);
    shown
        .map(|image| {
            let mask = image.dict.get(b"SMask").ok().map(|mask| {
                let mask = file.get_object(mask.as_reference().unwrap()).unwrap().as_stream().unwrap();
                pixels(mask).0
            });
            (pixels(image).0, mask)
        })
        .collect()
}

/// Asserts that a picture is read as it was made; what is clear has no colour to compare.
#[track_caller]
fn assert_shown(sample: &Sample, (colours, mask): &(Vec<u8>, Option<Vec<u8>>)) {
    assert_eq!(mask.as_ref().unwrap(), &sample.mask, "{}", sample.name);
    for (pixel, opacity) in colours.chunks(3).zip(&sample.mask) {
        assert!(*opacity == 0 || pixel == sample.ink, "{}: {pixel:?}", sample.name);
    }
}

fn signed(sample: &Sample) -> Resolution {
    let mut record = Resolution::example();
    record.paper.signature.as_mut().unwrap().image = Some(Picture::new(Png::new(sample.file.as_slice())));
    record
}

#[test]
fn a_transparent_signature_decodes_in_one_step() {
    for sample in samples() {
        let pdf = crate::renderer().render(&signed(&sample)).unwrap().to_pdf().unwrap();
        let [found] = pictures(&pdf).try_into().unwrap();
        assert_shown(&sample, &found);
    }
}

#[test]
fn a_transparent_emblem_decodes_in_one_step() {
    for sample in samples() {
        let mut record = Report::example();
        record.paper.marks.emblem = Some(Picture {
            png: Png::new(sample.file.as_slice()),
            alternative_text: Some("Biểu trưng: hình chữ nhật".into()),
        });
        let pdf = crate::renderer().render(&record).unwrap().to_pdf().unwrap();
        let [found] = pictures(&pdf).try_into().unwrap();
        assert_shown(&sample, &found);
    }
}

/// Papers that are bound share one file, and are drawn by the same hand.
#[test]
fn the_pictures_of_a_volume_decode_in_one_step() {
    let mut bound = Vec::new();
    let mut volumes = Volumes::new(|volume: Volume| {
        bound.push(volume.bytes);
        Ok(())
    });
    let samples = samples();
    for (number, sample) in samples.iter().enumerate() {
        volumes.add(number + 1, &crate::renderer().render(&signed(sample)).unwrap()).unwrap();
    }
    volumes.finish().unwrap();
    let found: Vec<_> = bound.iter().flat_map(|file| pictures(file)).collect();
    assert_eq!(found.len(), samples.len());
    for sample in &samples {
        assert!(found.iter().any(|(_, mask)| mask.as_ref() == Some(&sample.mask)), "{}", sample.name);
    }
}

#[test]
fn several_pictures_of_a_paper_decode_in_one_step() {
    let pdf = crate::render(&crate::case("joint_images")).to_pdf().unwrap();
    // The emblem, and a signature that is shown three times.
    let found = pictures(&pdf);
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|(_, mask)| mask.as_ref().is_some_and(|mask| mask.contains(&0))));
}
