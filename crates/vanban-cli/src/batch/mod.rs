//! `vanban batch`: a table or a list of records in, a folder of papers out.

mod bound;
pub(crate) mod journal;
mod meter;
mod of_outcome;
pub(crate) mod open;
mod progress;
pub(crate) mod report;
mod run;
mod target;
#[cfg(test)]
mod tests;
mod told;
mod writer;

use std::fmt::Display;
use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use clap::Args;
use vanban::kinds::{Field, Shape};
use vanban::{Kind, table};

use self::target::Target;

use super::{Format, output};
use crate::folder::Files;
use crate::naming::NameTemplate;
use crate::office::{Desk, Office, Setup};
use crate::values::{self, Month};
use crate::words;

#[derive(Debug, Args)]
pub(super) struct Options {
    /// Records: JSONL, JSON (one record or a list), or a table: CSV, XLSX, ODS.
    records: PathBuf,
    #[command(flatten)]
    table: TableOptions,
    /// Makes one document of all rows: they become this list of its form.
    #[arg(long = "as", value_name = "FIELD")]
    gathered: Option<String>,
    /// Prints a mapping to start from, made from the header of the table.
    #[arg(long, conflicts_with = "map")]
    map_template: bool,
    /// Folder for the documents and the report; it is created if necessary.
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// File formats.
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Format::Docx, Format::Pdf])]
    format: Vec<Format>,
    /// Names the files by fields of the record: "{issuer.name} {month}".
    #[arg(long, value_name = "TEMPLATE")]
    name: Option<NameTemplate>,
    /// Also joins all documents in one PDF for the printer; several volumes are `out-1.pdf`, `out-2.pdf` …
    #[arg(long, value_name = "PDF")]
    merge: Option<PathBuf>,
    /// Number of documents in a volume.
    #[arg(long, value_name = "PAPERS", default_value = "500", requires = "merge", value_parser = values::count)]
    volume: NonZeroUsize,
    /// Two-sided printing: mirrored margins, each document of a volume on a right-hand page.
    #[arg(long)]
    two_sided: bool,
    /// Makes blank forms to send out: date, figures of the session, points and notes are left open.
    #[arg(long)]
    blank: bool,
    /// Makes fillable Word files: blanks, and all text of a draft, are fields.
    #[arg(long)]
    fill_in: bool,
    /// Adds fields for digital signatures and the seal to the PDF.
    #[arg(long)]
    signature_fields: bool,
    /// Also packs all files in one ZIP.
    #[arg(long, value_name = "ZIP")]
    zip: Option<PathBuf>,
    /// Also replaces files that were edited or that vanban did not make; never an input.
    #[arg(long)]
    force: bool,
    /// Number of documents made at the same time; one per core by default.
    #[arg(long, value_parser = values::count)]
    jobs: Option<NonZeroUsize>,
    /// Continues an interrupted run of the same records.
    #[arg(long)]
    resume: bool,
    #[command(flatten)]
    setup: Setup,
}

impl Options {
    /// Takes the folder for the documents from what the office says, where the command does not.
    fn settle(&mut self) -> Result<(), Stop> {
        self.table.blank = self.blank;
        if self.output.is_none() {
            self.output = Office::beside(&self.records).map_err(Stop::Usage)?.output();
        }
        match self.output {
            Some(_) => Ok(()),
            None => Err(Stop::usage(words::usage::no_output())),
        }
    }

    /// Makes one record of all rows, where that is asked for.
    fn gather(&mut self) -> Result<(), String> {
        let Some(field) = &self.gathered else { return Ok(()) };
        // A form that is wrong is told where the desk is set up.
        if self.table.kind.is_none() && self.setup.names_form() {
            return Ok(());
        }
        let Some(kind) = self.table.kind.take() else { return Err(words::usage::no_kind().to_owned()) };
        let lists =
            |it: &Field| matches!(&it.shape, Shape::List(element) if matches!(**element, Shape::Group(_)));
        let fields = kind.fields(None);
        if !fields.iter().any(|it| it.name == *field && lists(it)) {
            let own = kind.own_fields();
            let known: Vec<&str> = fields
                .iter()
                .filter(|it| lists(it) && own.contains(&it.name))
                .map(|it| it.name.as_str())
                .collect();
            return Err(words::forms::no_list(field, &known.join(", ")));
        }
        self.table.kind = Some(kind.gathered(field.clone()));
        Ok(())
    }

    /// The names of the files that `--merge` and `--zip` make.
    fn targets(&self) -> Result<[Option<String>; 2], Stop> {
        let output = self.output.as_deref();
        let merge =
            Target { option: "--merge", path: self.merge.as_deref(), extension: "pdf", example: "in.pdf" };
        let zip =
            Target { option: "--zip", path: self.zip.as_deref(), extension: "zip", example: "tat-ca.zip" };
        Ok([merge.name(output).map_err(Stop::usage)?, zip.name(output).map_err(Stop::usage)?])
    }

    /// What is read: the records, and a mapping.
    fn inputs(&self) -> Vec<&Path> {
        [Some(&self.records), self.table.map.as_ref()].into_iter().flatten().map(AsRef::as_ref).collect()
    }

    /// Refuses an input that the batch writes itself: its papers would be made, and the input stay as it was.
    fn refuse_inputs(&self, written: &[&str]) -> Result<(), Stop> {
        let output = self.output.as_deref().unwrap_or(Path::new("."));
        let same = |input: &Path, name: &&str| {
            let there = fs::canonicalize(output.join(name));
            there.is_ok_and(|there| fs::canonicalize(input).is_ok_and(|input| input == there))
        };
        for input in self.inputs() {
            if written.iter().any(|name| same(input, name)) {
                return Err(Stop::usage(format!("{}: {}", input.display(), words::read_and_written())));
            }
        }
        Ok(())
    }
}

/// How a table is read.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct TableOptions {
    /// The kind of the records, as in `vanban kinds`; a table does not name it.
    #[arg(long, value_parser = values::kind)]
    pub(crate) kind: Option<Kind>,
    /// The mapping of the table's columns; without it columns are recognised by their names.
    #[arg(long, value_name = "TOML")]
    pub(crate) map: Option<PathBuf>,
    /// The sheet of an XLSX or ODS; the first by default.
    #[arg(long)]
    sheet: Option<String>,
    /// The month of the table, as 6/2026; by default the one above its header.
    #[arg(long, value_name = "MONTH")]
    month: Option<Month>,
    /// Whether forms are made to be filled in.
    #[arg(skip)]
    pub(crate) blank: bool,
}

/// Why a batch does not come to its end, a line each.
pub(crate) enum Stop {
    /// The command was called with what does not fit together.
    Usage(Vec<String>),
    /// A file cannot be read or written.
    Failed(Vec<String>),
}

impl Stop {
    fn usage(said: impl Display) -> Stop {
        Stop::Usage(vec![said.to_string()])
    }

    fn failed(said: impl Display) -> Stop {
        Stop::Failed(vec![said.to_string()])
    }

    /// A file that cannot be read or written.
    fn at(path: &Path, reason: impl Display) -> Stop {
        Stop::failed(format!("{}: {reason}", path.display()))
    }

    /// All that it says.
    pub(crate) fn into_text(self) -> String {
        let (Stop::Usage(lines) | Stop::Failed(lines)) = self;
        lines.join("\n")
    }

    /// A file of records, or a mapping, that is not as it should be.
    pub(crate) fn of(path: &Path, error: table::Error) -> Stop {
        match error {
            table::Error::Mapping(wrong) => {
                Stop::Usage(wrong.iter().map(|line| format!("{}: {line}", path.display())).collect())
            }
            error => Stop::at(path, words::of_table(&error)),
        }
    }
}

/// Runs a batch; gives the exit status.
pub(super) fn batch(mut options: Options) -> u8 {
    options.table.kind = options.table.kind.take().or_else(|| options.setup.form());
    if let Err(said) = options.gather() {
        tell!("{said}");
        return 2;
    }
    let done = if options.map_template {
        print_template(&options)
    } else {
        options.settle().and_then(|()| run::run(&options, Rc::new(Files)))
    };
    let (status, lines) = match done {
        Ok(true) => return 0,
        Ok(false) => return 1,
        Err(Stop::Failed(lines)) => (1, lines),
        Err(Stop::Usage(lines)) => (2, lines),
    };
    lines.iter().for_each(|line| tell!("{line}"));
    status
}

/// Tells what is in the table, and prints a mapping for it, or writes one where a file is named.
fn print_template(options: &Options) -> Result<bool, Stop> {
    let is_toml = |path: &&PathBuf| path.extension().is_some_and(|it| it.eq_ignore_ascii_case("toml"));
    if let Some(path) = options.output.as_ref().filter(|path| path.is_dir() || !is_toml(path)) {
        let said = words::usage::no_mapping_file();
        return Err(Stop::usage(format!("{}: {said}", path.display())));
    }
    let Desk { office, renderer, .. } =
        Desk::beside(&options.records, &options.setup).map_err(Stop::Usage)?;
    let opened = open::table(&options.records, &options.table, &office)?;
    let read = opened.table.read(&opened.kind, None, &renderer);
    let read = read.map_err(|error| Stop::of(&options.records, error))?;
    tell!("{}", read.survey().to_string().trim_end());
    let template = read.template(&opened.mapping);
    for question in template.lines().filter_map(|line| line.strip_prefix("# Cột ")) {
        tell!("Cột {question}");
    }
    let Some(path) = &options.output else { return Ok(output::print(&template)) };
    output::write_new(path, &template).map_err(Stop::failed)?;
    tell!("{}", words::written(path));
    Ok(true)
}
