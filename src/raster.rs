//! Pictures from outside: the bytes of a PNG, read once and within limits.

use std::fmt;
use std::io::Cursor;
use std::sync::Arc;

use md5::{Digest, Md5};
use png::{ColorType, DecodeOptions, Decoder, DecodingError, Limits, Transformations};

/// The largest file that is read, in bytes.
pub(crate) const MOST_BYTES: usize = 2 * 1024 * 1024;
/// The longest side of a picture, in pixels: 17 cm of print at 300 dots an inch. It is held against the
/// file's header, before anything is unpacked.
pub(crate) const MOST_PIXELS: u32 = 2000;
/// What the decoder may use, in bytes: the rows of the largest picture with 16 bits a sample.
const MOST_MEMORY: usize = 64 * 1024 * 1024;

const BEGIN: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The bytes of a PNG (ảnh), shared by its clones. In JSON it is base64. The picture is checked with the record
/// that has it: a file that is not PNG, is damaged or truncated, is animated, is larger than 2 MB, or has more
/// than 2,000 pixels on a side, is a problem of the record.
#[derive(Clone)]
pub struct Png {
    bytes: Arc<[u8]>,
    raster: Result<Arc<Raster>, Fault>,
}

/// What is wrong with the bytes of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// No PNG at all.
    NotPng,
    /// Damaged, or cut short.
    Broken,
    /// More frames than one.
    Animated,
    /// More than [`MOST_BYTES`].
    Bytes(usize),
    /// A side of more than [`MOST_PIXELS`]: width and height.
    Pixels(u32, u32),
}

/// A picture that was read.
#[derive(PartialEq, Eq)]
pub(crate) struct Raster {
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// Four bytes a pixel, row by row: red, green, blue (sRGB), opacity.
    pub(crate) rgba: Vec<u8>,
    /// The picture alone, as a PNG: no text, no place, no profile of colours, nothing behind its end.
    pub(crate) png: Vec<u8>,
    /// Sixteen bytes drawn from the PNG, in hexadecimal: the same picture has the same name.
    pub(crate) name: String,
}

impl Png {
    /// Takes the bytes of a file without checking them. They are checked with the record.
    #[must_use]
    pub fn new(bytes: impl Into<Vec<u8>>) -> Png {
        let bytes: Arc<[u8]> = bytes.into().into();
        let raster = Raster::read(&bytes).map(Arc::new);
        Png { bytes, raster }
    }

    /// The bytes, unchanged.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(crate) fn raster(&self) -> Result<&Arc<Raster>, Fault> {
        self.raster.as_ref().map_err(|fault| *fault)
    }
}

/// What it is follows from its bytes.
impl PartialEq for Png {
    fn eq(&self, other: &Png) -> bool {
        self.bytes == other.bytes
    }
}

impl Eq for Png {}

impl fmt::Debug for Png {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Png({} bytes, {:?})", self.bytes.len(), self.raster)
    }
}

impl fmt::Debug for Raster {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Raster({} x {}, {})", self.width, self.height, self.name)
    }
}

impl Raster {
    fn read(bytes: &[u8]) -> Result<Raster, Fault> {
        if bytes.len() > MOST_BYTES {
            return Err(Fault::Bytes(bytes.len()));
        }
        let png = picture_alone(bytes)?;
        let mut options = DecodeOptions::default();
        // Transparency (tRNS) is no ornament: where it is damaged the picture is.
        options.set_skip_ancillary_crc_failures(false);
        let mut decoder = Decoder::new_with_options(Cursor::new(png.as_slice()), options);
        decoder.set_limits(Limits { bytes: MOST_MEMORY });
        // Palettes, grey, 16 bits: all become 8 bits a sample, with opacity.
        decoder.set_transformations(Transformations::normalize_to_color8() | Transformations::ALPHA);
        let (width, height) = decoder.read_header_info().map_err(broken)?.size();
        if width.max(height) > MOST_PIXELS {
            return Err(Fault::Pixels(width, height));
        }
        let mut reader = decoder.read_info().map_err(broken)?;
        let mut samples = vec![0; reader.output_buffer_size().ok_or(Fault::Broken)?];
        let color = reader.next_frame(&mut samples).map_err(broken)?.color_type;
        reader.finish().map_err(broken)?;
        let rgba = match color {
            ColorType::Rgba => samples,
            ColorType::GrayscaleAlpha => {
                samples.chunks_exact(2).flat_map(|pixel| [pixel[0], pixel[0], pixel[0], pixel[1]]).collect()
            }
            ColorType::Grayscale | ColorType::Rgb | ColorType::Indexed => return Err(Fault::Broken),
        };
        let name = Md5::digest(&png).iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Raster { width, height, rgba, png, name })
    }

    fn pixels(&self) -> impl Iterator<Item = [u8; 4]> {
        self.rgba.chunks_exact(4).map(|pixel| [pixel[0], pixel[1], pixel[2], pixel[3]])
    }

    /// Whether nothing of it would be seen.
    pub(crate) fn is_blank(&self) -> bool {
        self.pixels().all(|[.., opacity]| opacity == 0)
    }

    /// Whether it has no background of its own: most of its edge is transparent (convention).
    pub(crate) fn has_clear_background(&self) -> bool {
        let (width, height) = (self.width as usize, self.height as usize);
        let edge = |index: usize| {
            let (x, y) = (index % width, index / width);
            x == 0 || y == 0 || x + 1 == width || y + 1 == height
        };
        let edge = self.pixels().enumerate().filter(|(index, _)| edge(*index));
        let (clear, all) = edge
            .fold((0, 0), |(clear, all), (_, [.., opacity])| (clear + usize::from(opacity < 128), all + 1));
        clear * 2 > all
    }

    /// Whether its ink is blue: on the whole more blue than red and than green, by a tenth at least
    /// (convention).
    pub(crate) fn is_blue(&self) -> bool {
        let ink = self.pixels().fold([0_u64; 3], |ink, [red, green, blue, opacity]| {
            let add = |sum: u64, colour: u8| sum + u64::from(colour) * u64::from(opacity);
            [add(ink[0], red), add(ink[1], green), add(ink[2], blue)]
        });
        ink[2] * 10 > ink[0].max(ink[1]) * 11
    }
}

fn broken(_: DecodingError) -> Fault {
    Fault::Broken
}

/// A PNG of nothing but the chunks that make the picture (ISO/IEC 15948, 5.6).
fn picture_alone(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut rest = bytes.strip_prefix(BEGIN).ok_or(Fault::NotPng)?;
    let mut png = BEGIN.to_vec();
    loop {
        // Length, kind, as many bytes, checksum.
        let (length, _) = rest.split_first_chunk::<4>().ok_or(Fault::Broken)?;
        let length = u32::from_be_bytes(*length) as usize;
        let whole = length.checked_add(12).ok_or(Fault::Broken)?;
        let (chunk, behind) = rest.split_at_checked(whole).ok_or(Fault::Broken)?;
        match &chunk[4..8] {
            b"IHDR" | b"PLTE" | b"tRNS" | b"IDAT" => png.extend_from_slice(chunk),
            b"IEND" => {
                png.extend_from_slice(chunk);
                return Ok(png);
            }
            b"acTL" => return Err(Fault::Animated),
            // A capital: no reader can do without it, and this one does not know it.
            kind if kind[0].is_ascii_uppercase() => return Err(Fault::Broken),
            _ => {}
        }
        rest = behind;
    }
}

#[cfg(test)]
mod tests;
