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
use crate::making::Extras;
use crate::naming::NameTemplate;
use crate::office::{Desk, Desks, Setup};
use crate::words;

/// How papers are written.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// Records as JSON files, or folders of them; also DOCX files that store their records; `-` is standard
    /// input.
    #[arg(required = true)]
    records: Vec<PathBuf>,
    /// Folder for the documents; it is created if necessary.
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// File formats.
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Format::Docx, Format::Pdf])]
    format: Vec<Format>,
    /// Names the files by fields of the record: "{issuer.name} {month}".
    #[arg(long, value_name = "TEMPLATE")]
    name: Option<NameTemplate>,
    /// Two-sided printing: mirrored margins, appendices on right-hand pages.
    #[arg(long)]
    two_sided: bool,
    #[command(flatten)]
    extras: Extras,
    /// Makes fillable Word files: blanks, and all text of a draft, are fields.
    #[arg(long)]
    fill_in: bool,
    /// Also replaces files that were edited or that vanban did not make; never an input.
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    setup: Setup,
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
            let renderer = renderer.clone().with_two_sided(options.two_sided).with_fields(options.fill_in);
            let renderer = options.extras.renderer(renderer);
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
    let formats: Vec<_> = options.format.iter().map(|&format| batch::Format::from(format)).collect();
    for (extension, bytes) in options.extras.files(&formats, document) {
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
