//! Where the papers of a batch go: a folder, and a ZIP and volumes beside it.

use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use vanban::Document;
use vanban::batch::{Format, Names, Outcome, Volume, Volumes, Zip};

use super::super::output;
use super::journal::{Done, Journal, at};

type HandOn = Box<dyn FnMut(Volume) -> io::Result<()>>;

/// Writes the papers in the order of their records, each file whole or not at all.
pub(super) struct Writer {
    folder: PathBuf,
    formats: Vec<Format>,
    names: Names,
    zip: Option<PartZip>,
    volumes: Option<Volumes<HandOn>>,
    pub(super) journal: Journal,
    /// Records that are done.
    pub(super) done: usize,
}

impl Writer {
    pub(super) fn new(folder: &Path, formats: &[Format], journal: Journal) -> Writer {
        Writer {
            folder: folder.to_owned(),
            formats: formats.to_vec(),
            names: Names::default(),
            zip: None,
            volumes: None,
            journal,
            done: 0,
        }
    }

    /// All files go into a ZIP too.
    pub(super) fn zip(&mut self, path: &Path) -> io::Result<()> {
        self.zip = Some(PartZip::begin(path)?);
        Ok(())
    }

    /// All papers go into volumes too.
    pub(super) fn volumes(&mut self, path: &Path, papers: usize, two_sided: bool) -> io::Result<()> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // Now, and not after the first five hundred papers.
        fs::read_dir(folder).map_err(|error| at(path, &error))?;
        let path = path.to_owned();
        let hand_on: HandOn = Box::new(move |volume| {
            let path = if volume.only { path.clone() } else { numbered(&path, volume.number) };
            output::write(&path, &volume.bytes).map_err(|error| at(&path, &error))
        });
        self.volumes = Some(Volumes::new(hand_on).papers(papers).two_sided(two_sided));
        Ok(())
    }

    /// Takes what an interrupted run has done; its document is needed for the volumes only.
    pub(super) fn pass(&mut self, done: &Done) -> io::Result<()> {
        self.done += 1;
        let Some(name) = &done.output else { return Ok(()) };
        self.names.give(name);
        if let Some(zip) = &mut self.zip {
            for &format in &self.formats {
                let path = self.folder.join(file_name(name, format));
                zip.add(&file_name(name, format), &fs::read(&path).map_err(|error| at(&path, &error))?)?;
            }
        }
        Ok(())
    }

    /// Puts a document into the volumes.
    pub(super) fn bind(&mut self, number: usize, document: Option<&Document>) -> io::Result<()> {
        match (&mut self.volumes, document) {
            (Some(volumes), Some(document)) => volumes.add(number, document),
            _ => Ok(()),
        }
    }

    /// Writes what became of a record; its line in the journal comes last.
    pub(super) fn take(&mut self, outcome: &Outcome, digest: String) -> io::Result<Done> {
        self.done += 1;
        let name = outcome.document().map(|document| self.names.give(document.file_name()));
        for (name, file) in name.iter().flat_map(|name| outcome.files().iter().map(move |file| (name, file)))
        {
            let name = file_name(name, file.format);
            let path = self.folder.join(&name);
            output::write(&path, &file.bytes).map_err(|error| at(&path, &error))?;
            if let Some(zip) = &mut self.zip {
                zip.add(&name, &file.bytes)?;
            }
        }
        self.bind(self.done, outcome.document())?;
        let done = Done::new(outcome, digest, name);
        self.journal.note(&done)?;
        Ok(done)
    }

    /// Finishes the ZIP and the last volume, writes the report and ends the journal.
    pub(super) fn finish(self, report: &Path) -> io::Result<()> {
        self.zip.map_or(Ok(()), PartZip::finish)?;
        self.volumes.map_or(Ok(()), Volumes::finish)?;
        output::write(report, &self.journal.report()?).map_err(|error| at(report, &error))?;
        self.journal.close()
    }
}

/// The files of a paper.
pub(super) fn files(folder: &Path, formats: &[Format], name: &str) -> Vec<PathBuf> {
    formats.iter().map(|&format| folder.join(file_name(name, format))).collect()
}

fn file_name(name: &str, format: Format) -> String {
    format!("{name}.{}", format.extension())
}

/// `out.pdf` as `out-2.pdf`.
fn numbered(path: &Path, number: usize) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let extension = path.extension().map(|extension| format!(".{}", extension.to_string_lossy()));
    path.with_file_name(format!("{stem}-{number}{}", extension.unwrap_or_default()))
}

/// A ZIP that has its name only when it is whole.
struct PartZip {
    zip: Zip<BufWriter<File>>,
    unfinished: PathBuf,
    path: PathBuf,
}

impl PartZip {
    fn begin(path: &Path) -> io::Result<PartZip> {
        let unfinished = output::unfinished(path);
        let file = File::create(&unfinished).map_err(|error| at(path, &error))?;
        Ok(PartZip { zip: Zip::new(BufWriter::new(file)), unfinished, path: path.to_owned() })
    }

    fn add(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.zip.add(name, bytes).map_err(|error| at(&self.path, &error))
    }

    fn finish(self) -> io::Result<()> {
        let finished = self.zip.finish().and_then(|_| fs::rename(&self.unfinished, &self.path));
        finished.map_err(|error| at(&self.path, &error))
    }
}
