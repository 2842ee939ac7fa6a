//! Deflated streams.

use lopdf::{Dictionary, Stream};

use crate::deflate::Deflater;
use crate::error::{Error, Result};
use crate::units::Format;

/// A stream with its content deflated.
pub(super) fn stream(mut dictionary: Dictionary, content: &[u8], deflater: &mut Deflater) -> Result<Stream> {
    let deflated = deflater.deflate(content).map_err(|error| Error::write(Format::Pdf, error))?;
    dictionary.set("Filter", "FlateDecode");
    Ok(Stream::new(dictionary, deflated).with_compression(false))
}
