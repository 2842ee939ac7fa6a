//! `vanban render`.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use clap::Args;
use vanban::Document;
use vanban::batch::{self, Names};

use super::{Format, input, output};
use crate::folder::{By, Files, Folder, Put};
use crate::naming::NameTemplate;
use crate::office::{Desk, Desks, Setup};
use crate::words;

/// How papers are written.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// Records, a JSON file each, or a folder of such files; a DOCX that carries its record, too; `-` is standard input.
    #[arg(required = true)]
    records: Vec<PathBuf>,
    /// Folder for the documents; it is made if there is none.
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// What to write.
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Format::Docx, Format::Pdf])]
    format: Vec<Format>,
    /// Calls the files after fields of the record, as "{issuer.name} {month}".
    #[arg(long, value_name = "TEMPLATE")]
    name: Option<NameTemplate>,
    /// For printing on both sides: mirrored margins, appendices on right-hand pages.
    #[arg(long)]
    two_sided: bool,
    /// Puts fields for digital signatures and the seal into the PDF.
    #[arg(long)]
    signature_fields: bool,
    /// Lets the record travel in the files, the PDF as PDF/A-3a, and `vanban extract` gives it back; pictures of signatures never do.
    #[arg(long)]
    with_data: bool,
    /// Writes where number, date, signatures and seal stand: NAME.positions.json, points from the page's lower left corner.
    #[arg(long)]
    positions: bool,
    /// Word files to be filled in: all that is left to the pen, and all that a draft says, is a field.
    #[arg(long)]
    fill_in: bool,
    /// Replaces files that were edited since or that vanban did not make, too; never an input.
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    setup: Setup,
}

impl Options {
    /// The files of a document, each by the end of its name.
    fn files<'a>(
        &'a self,
        document: &'a Document,
    ) -> impl Iterator<Item = (&'static str, vanban::Result<Vec<u8>>)> + 'a {
        let papers = self.format.iter().map(|&format| {
            let format = batch::Format::from(format);
            (format.extension(), self.bytes(format, document))
        });
        papers.chain(self.positions.then(|| (POSITIONS, Ok(positions(document)))))
    }

    /// A paper in a format, with its record where that is to travel in it.
    fn bytes(&self, format: batch::Format, document: &Document) -> vanban::Result<Vec<u8>> {
        match format {
            batch::Format::Pdf if self.with_data => document.to_pdf_with_data(),
            batch::Format::Docx if self.with_data => document.to_docx_with_data(),
            _ => format.bytes(document),
        }
    }
}

/// How the names of files end that say where to sign.
pub(super) const POSITIONS: &str = "positions.json";

/// Where a paper is signed, as JSON.
fn positions(document: &Document) -> Vec<u8> {
    // A struct of numbers and texts is always JSON.
    let mut text = serde_json::to_string_pretty(&document.positions()).unwrap_or_default();
    text.push('\n');
    text.into_bytes()
}

/// Writes every record's documents; one that is refused does not stop the others.
pub(super) fn render(options: &Options) -> bool {
    let records = match input::files(&options.records) {
        Ok(records) => records,
        Err(said) => {
            tell!("{said}");
            return false;
        }
    };
    let inputs: Vec<&Path> = records.iter().map(AsRef::as_ref).collect();
    let folder = Folder::open(Rc::new(Files), &options.output, By::Render, options.force, &inputs);
    let mut folder = match folder {
        Ok(folder) => folder,
        Err(said) => {
            tell!("{said}");
            return false;
        }
    };
    let mut desks = Desks::new(&options.setup);
    let mut names = Names::default();
    let mut said = BTreeSet::new();
    let mut all = true;
    for path in &records {
        let document = desks.beside(path).and_then(|Desk { renderer, .. }| {
            let renderer = renderer
                .clone()
                .with_two_sided(options.two_sided)
                .with_fields(options.fill_in)
                .with_signature_fields(options.signature_fields);
            let record = input::record(path, &renderer)?;
            let document = input::told(path, renderer.render(&record))?;
            if options.fill_in && !document.is_fillable() {
                tell!("{}: {}", path.display(), words::collect::nothing_to_fill());
            }
            Some(document)
        });
        let Some(document) = document else {
            all = false;
            continue;
        };
        match write(path, &document, options, &mut folder, &mut names, &mut said) {
            Ok(stand) => all &= stand,
            Err(error) => {
                tell!("{}: {}", options.output.display(), words::unwritten(&error, false));
                return false;
            }
        }
    }
    if let Err(error) = folder.close() {
        tell!("{}: {}", options.output.display(), words::unwritten(&error, false));
        return false;
    }
    all
}

/// Writes one document in every format; the name of one that was written before is not used again.
fn write(
    record: &Path,
    document: &Document,
    options: &Options,
    folder: &mut Folder,
    names: &mut Names,
    said: &mut BTreeSet<String>,
) -> io::Result<bool> {
    for warning in document.warnings() {
        // That a criteria set was made up is said once, however many forms name it.
        if warning.code != "criteria.constructed" || said.insert(warning.message.clone()) {
            tell!("{}: {warning}", record.display());
        }
    }
    let own = match &options.name {
        None => document.file_name().to_owned(),
        Some(template) => template.fill(document.record()).unwrap_or_else(|field| {
            tell!("{}: {}", record.display(), words::no_such_field(field));
            document.file_name().to_owned()
        }),
    };
    let name = names.give(&own);
    let (mut all, mut written, mut failed) = (true, Vec::new(), Vec::new());
    for (extension, bytes) in options.files(document) {
        let Some(bytes) = input::told(record, bytes) else {
            all = false;
            continue;
        };
        let name = format!("{name}.{extension}");
        match folder.put(&name, &bytes)? {
            Put::Stands => written.push(name),
            Put::Kept(why) => failed.push((name, why.to_owned())),
            Put::Failed(why) => failed.push((name, why)),
        }
    }
    failed.extend(folder.commit()?);
    for (name, why) in &failed {
        tell!("{}: {why}", folder.path().join(name).display());
    }
    for name in written.iter().filter(|name| !failed.iter().any(|(failed, _)| failed == *name)) {
        all &= output::print(&folder.path().join(name).display().to_string());
    }
    Ok(all && failed.is_empty())
}

impl From<Format> for batch::Format {
    fn from(format: Format) -> batch::Format {
        match format {
            Format::Docx => batch::Format::Docx,
            Format::Pdf => batch::Format::Pdf,
        }
    }
}
