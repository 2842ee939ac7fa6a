//! Deflated streams. One state serves a whole file: setting it up costs as much as deflating a page.

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Dictionary, Stream};

use crate::error::{Error, Result};
use crate::units::Format;

/// Deflates one stream after the other.
pub(super) struct Deflater {
    state: Compress,
}

impl Deflater {
    /// For streams that are made with every document: a level that takes half of the usual one's time, and a few bytes in a
    /// hundred more room.
    pub(super) fn new() -> Deflater {
        Deflater { state: Compress::new(Compression::new(2), true) }
    }

    /// For streams that are made once and kept: as small as they get.
    pub(super) fn thorough() -> Deflater {
        Deflater { state: Compress::new(Compression::best(), true) }
    }

    /// A stream with its content deflated.
    pub(super) fn stream(&mut self, mut dictionary: Dictionary, content: &[u8]) -> Result<Stream> {
        self.state.reset();
        // What cannot be deflated grows by five bytes in each block of 16 KB.
        let mut deflated = Vec::with_capacity(content.len() + content.len() / 1000 + 64);
        let status = self.state.compress_vec(content, &mut deflated, FlushCompress::Finish);
        match status.map_err(|error| Error::write(Format::Pdf, error))? {
            Status::StreamEnd => {
                dictionary.set("Filter", "FlateDecode");
                Ok(Stream::new(dictionary, deflated).with_compression(false))
            }
            _ => Err(Error::Write {
                format: Format::Pdf,
                reason: "a stream did not end where it should".into(),
                source: None,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_deflated_has_room() {
        // Md5 of a counter: nothing repeats.
        use md5::{Digest, Md5};
        let noise: Vec<u8> = (0..10_000_u32).flat_map(|n| Md5::digest(n.to_be_bytes())).collect();
        let mut deflater = Deflater::new();
        for content in [noise.as_slice(), &[], b"q"] {
            let stream = deflater.stream(Dictionary::new(), content).unwrap();
            assert_eq!(stream.decompressed_content().unwrap(), content);
        }
    }
}
