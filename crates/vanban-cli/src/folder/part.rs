//! Digests of files, as they are written and as they stand.

use std::io::{self, Read, Write};

use md5::{Digest, Md5};

/// What tells whether a file is still the same: 32 hexadecimal digits.
pub(crate) fn digest(bytes: &[u8]) -> String {
    hexadecimal(Md5::new_with_prefix(bytes))
}

fn hexadecimal(digest: Md5) -> String {
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The digest of a file, read to its end.
pub(super) fn digest_of(file: impl Read) -> io::Result<String> {
    measure(file).map(|(_, digest)| digest)
}

/// The size and the digest of a file, read to its end.
pub(super) fn measure(mut file: impl Read) -> io::Result<(u64, String)> {
    let mut hashing = Hashing::new(io::sink());
    let size = io::copy(&mut file, &mut hashing)?;
    Ok((size, hashing.finish()))
}

/// A file that is digested as it is written.
#[derive(Clone)]
pub(crate) struct Hashing<W> {
    to: W,
    digest: Md5,
}

impl<W> Hashing<W> {
    pub(super) fn new(to: W) -> Hashing<W> {
        Hashing { to, digest: Md5::new() }
    }

    /// The digest of what was written.
    pub(super) fn finish(self) -> String {
        hexadecimal(self.digest)
    }
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.digest.update(bytes.get(..written).unwrap_or(bytes));
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
