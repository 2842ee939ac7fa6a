//! The files that hold several papers: volumes for the printer, and a ZIP.

use std::io::{self, BufWriter, Write};
use std::sync::mpsc::{self, Receiver};

use vanban::Document;
use vanban::batch::{Volume, Volumes, Zip};

use super::journal::Trouble;
use super::told::Told;
use crate::folder::{Folder, Hashing};
use crate::words;

type HandOn = Box<dyn FnMut(Volume) -> io::Result<()>>;

/// Papers on their way into volumes: `in.pdf`, or `in-1.pdf`, `in-2.pdf` where there are several.
pub(super) struct Bound {
    name: String,
    volumes: Volumes<HandOn>,
    full: Receiver<Volume>,
    lines: Vec<Line>,
}

/// What a file holds, to be told where it stands.
pub(super) struct Line {
    pub(super) file: String,
    pub(super) said: String,
}

impl Bound {
    pub(super) fn new(name: &str, papers: usize, two_sided: bool) -> Bound {
        let (to, full) = mpsc::channel();
        let hand_on: HandOn = Box::new(move |volume| to.send(volume).map_err(io::Error::other));
        let volumes = Volumes::new(hand_on).papers(papers).two_sided(two_sided);
        Bound { name: name.to_owned(), volumes, full, lines: Vec::new() }
    }

    /// Whether a paper of this name would take that of a volume: `in`, `in-2`. How many there will be, nobody knows
    /// before the last one.
    pub(super) fn may_be_called(&self, paper: &str) -> bool {
        let stem = self.name.rsplit_once('.').map_or(self.name.as_str(), |(stem, _)| stem).to_lowercase();
        paper.strip_prefix(&stem).is_some_and(|rest| {
            let number = rest.strip_prefix('-').unwrap_or("x");
            rest.is_empty() || (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
        })
    }

    /// Adds a paper; a volume that is full is written.
    ///
    /// # Errors
    /// Where nothing more can be written.
    pub(super) fn add(
        &mut self,
        number: usize,
        document: &Document,
        folder: &mut Folder,
        told: &mut Told,
    ) -> io::Result<()> {
        let added = self.volumes.add(number, document);
        self.write(added, folder, told)
    }

    /// Writes the last volume.
    ///
    /// # Errors
    /// As [`Bound::add`].
    pub(super) fn finish(
        self,
        folder: &mut Folder,
        told: &mut Told,
        lines: &mut Vec<Line>,
    ) -> io::Result<()> {
        let Bound { name, volumes, full, lines: own } = self;
        let finished = volumes.finish();
        lines.extend(own);
        write(&name, finished, &full, folder, told, lines)
    }

    fn write(&mut self, bound: io::Result<()>, folder: &mut Folder, told: &mut Told) -> io::Result<()> {
        write(&self.name, bound, &self.full, folder, told, &mut self.lines)
    }
}

/// Writes what is full. A volume that cannot be made is told; its papers stand all the same.
fn write(
    name: &str,
    bound: io::Result<()>,
    full: &Receiver<Volume>,
    folder: &mut Folder,
    told: &mut Told,
    lines: &mut Vec<Line>,
) -> io::Result<()> {
    if let Err(error) = bound {
        told.missing(name, &Trouble::Failed(words::unwritten(&error, false)));
    }
    while let Ok(volume) = full.try_recv() {
        let name = if volume.only { name.to_owned() } else { numbered(name, volume.number) };
        let put = folder.put(&name, &volume.bytes)?;
        lines.push(Line { said: words::volume(&name, &volume), file: name.clone() });
        told.put(&name, put);
    }
    Ok(())
}

/// `in.pdf` as `in-2.pdf`.
fn numbered(name: &str, number: usize) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{number}.{extension}"),
        None => format!("{name}-{number}"),
    }
}

/// A ZIP that is packed as the papers come.
pub(super) struct Packed {
    name: String,
    zip: Zip<Hashing<BufWriter<Box<dyn Write>>>>,
    files: usize,
}

impl Packed {
    pub(super) fn begin(folder: &Folder, name: &str) -> io::Result<Packed> {
        Ok(Packed { name: name.to_owned(), zip: Zip::new(folder.begin(name)?), files: 0 })
    }

    pub(super) fn add(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.files += 1;
        self.zip.add(name, bytes)
    }

    /// Closes the ZIP.
    ///
    /// # Errors
    /// As [`Bound::add`].
    pub(super) fn finish(
        self,
        folder: &mut Folder,
        told: &mut Told,
        lines: &mut Vec<Line>,
    ) -> io::Result<()> {
        let put = folder.end(&self.name, self.zip.finish()?)?;
        lines.push(Line { said: words::zip(&self.name, self.files), file: self.name.clone() });
        told.put(&self.name, put);
        Ok(())
    }
}
