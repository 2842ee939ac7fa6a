//! Deflated bytes (RFC 1951). One state serves many of them: setting it up costs as much as deflating a page.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use flate2::{Compress, CompressError, Compression, FlushCompress, Status};

/// What stands around the deflated bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wrapping {
    /// Nothing, as in a ZIP.
    #[cfg(feature = "docx")]
    Bare,
    /// A head and a checksum (RFC 1950), as in a PDF.
    #[cfg(feature = "pdf")]
    Zlib,
}

impl Wrapping {
    fn is_zlib(self) -> bool {
        match self {
            #[cfg(feature = "docx")]
            Wrapping::Bare => false,
            #[cfg(feature = "pdf")]
            Wrapping::Zlib => true,
        }
    }
}

/// Deflates one thing after the other.
pub(crate) struct Deflater {
    state: Compress,
}

impl Deflater {
    /// For what is made with every document: a level that takes half of the usual one's time, and a few bytes in a
    /// hundred more room.
    pub(crate) fn quick(wrapping: Wrapping) -> Deflater {
        Deflater { state: Compress::new(Compression::new(2), wrapping.is_zlib()) }
    }

    /// For what is made once and kept: as small as it gets.
    pub(crate) fn thorough(wrapping: Wrapping) -> Deflater {
        Deflater { state: Compress::new(Compression::best(), wrapping.is_zlib()) }
    }

    /// The deflated bytes.
    pub(crate) fn deflate(&mut self, bytes: &[u8]) -> Result<Vec<u8>, CompressError> {
        self.state.reset();
        // What cannot be deflated grows by five bytes in each block of 16 KB.
        let mut deflated = Vec::with_capacity(bytes.len() + bytes.len() / 1000 + 64);
        loop {
            let read = usize::try_from(self.state.total_in()).unwrap_or(bytes.len());
            let rest = bytes.get(read..).unwrap_or_default();
            if self.state.compress_vec(rest, &mut deflated, FlushCompress::Finish)? == Status::StreamEnd {
                return Ok(deflated);
            }
            deflated.reserve(1 << 16);
        }
    }
}

/// Deflaters that no file uses now, as many as there were files at one time. Clones share them.
#[derive(Clone)]
pub(crate) struct Idle {
    wrapping: Wrapping,
    deflaters: Arc<Mutex<Vec<Deflater>>>,
}

impl Idle {
    pub(crate) fn new(wrapping: Wrapping) -> Idle {
        Idle { wrapping, deflaters: Arc::default() }
    }

    /// A quick one.
    pub(crate) fn take(&self) -> Deflater {
        self.all().pop().unwrap_or_else(|| Deflater::quick(self.wrapping))
    }

    /// Gives it back.
    pub(crate) fn put(&self, deflater: Deflater) {
        self.all().push(deflater);
    }

    fn all(&self) -> MutexGuard<'_, Vec<Deflater>> {
        // Whoever panics while it holds the lock leaves a whole list behind.
        self.deflaters.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Idle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Idle")
    }
}

#[cfg(all(test, feature = "pdf"))]
mod tests {
    use std::io::Read;

    use flate2::read::ZlibDecoder;

    use super::*;

    #[test]
    fn what_cannot_be_deflated_has_room() {
        // Md5 of a counter: nothing repeats.
        use md5::{Digest, Md5};
        let noise: Vec<u8> = (0..10_000_u32).flat_map(|n| Md5::digest(n.to_be_bytes())).collect();
        for mut deflater in [Deflater::quick(Wrapping::Zlib), Deflater::thorough(Wrapping::Zlib)] {
            for content in [noise.as_slice(), &[], b"q"] {
                let deflated = deflater.deflate(content).unwrap();
                let mut read = Vec::new();
                ZlibDecoder::new(deflated.as_slice()).read_to_end(&mut read).unwrap();
                assert_eq!(read, content);
            }
        }
    }
}
