//! A writer that can go back as far as the last flush.

use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};

/// Keeps what is written until it is flushed. A ZIP says the size and checksum of a file before the file, and its
/// crate goes back to write them: with this, to a writer that cannot.
#[derive(Debug)]
pub(super) struct Tail<W> {
    to: W,
    /// How much of it has been handed on.
    flushed: u64,
    kept: Cursor<Vec<u8>>,
}

impl<W: Write> Tail<W> {
    pub(super) fn new(to: W) -> Tail<W> {
        Tail { to, flushed: 0, kept: Cursor::default() }
    }

    pub(super) fn into_inner(mut self) -> io::Result<W> {
        self.flush()?;
        Ok(self.to)
    }
}

impl<W: Write> Write for Tail<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.kept.write(bytes)
    }

    /// Hands on what is kept. `to` is not flushed: it may have a buffer of its own.
    fn flush(&mut self) -> io::Result<()> {
        self.to.write_all(self.kept.get_ref())?;
        self.flushed += self.kept.get_ref().len() as u64;
        self.kept.get_mut().clear();
        self.kept.set_position(0);
        Ok(())
    }
}

impl<W> Seek for Tail<W> {
    fn seek(&mut self, place: SeekFrom) -> io::Result<u64> {
        let place = match place {
            SeekFrom::Start(place) => SeekFrom::Start(place.checked_sub(self.flushed).ok_or_else(handed_on)?),
            near => near,
        };
        Ok(self.flushed + self.kept.seek(place)?)
    }
}

/// Nobody reads here: the crate flushes after each file only where it could read, too.
impl<W> Read for Tail<W> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        self.kept.read(to)
    }
}

fn handed_on() -> io::Error {
    io::Error::other("the place has been handed on")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_flushed_can_be_written_again() {
        let mut tail = Tail::new(Vec::new());
        tail.write_all(b"head.").unwrap();
        tail.flush().unwrap();
        tail.write_all(b"?? body").unwrap();
        assert_eq!(tail.stream_position().unwrap(), 12);
        assert_eq!(tail.seek(SeekFrom::Start(5)).unwrap(), 5);
        tail.write_all(b"42").unwrap();
        assert_eq!(tail.seek(SeekFrom::End(0)).unwrap(), 12);
        assert_eq!(tail.to, b"head.");
        let before = tail.seek(SeekFrom::Start(4)).unwrap_err();
        assert_eq!(before.to_string(), "the place has been handed on");
        assert_eq!(tail.into_inner().unwrap(), b"head.42 body");
    }
}
