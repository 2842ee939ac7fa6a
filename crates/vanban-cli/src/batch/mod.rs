//! `vanban batch`: a table or a list of records in, a folder of papers out.

mod journal;
mod meter;
mod open;
mod progress;
mod run;
mod writer;

use std::fmt::Display;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::Args;
use vanban::{Kind, table};

use super::{Format, output};

#[derive(Debug, Args)]
pub(super) struct Options {
    /// Records: JSONL, JSON (one or a list), or a table: CSV, XLSX.
    records: PathBuf,
    /// The kind of the records, as `vanban kinds` lists it; a table does not say it itself.
    #[arg(long, value_parser = super::kind)]
    kind: Option<Kind>,
    /// Which column of the table goes where; without it the columns are called as their places are.
    #[arg(long, value_name = "TOML")]
    map: Option<PathBuf>,
    /// Prints a mapping to start from, made from the table's header.
    #[arg(long, conflicts_with = "map")]
    map_template: bool,
    /// The sheet of an XLSX; else the first.
    #[arg(long)]
    sheet: Option<String>,
    /// Folder for the documents and the report; it is made if there is none.
    #[arg(short, long, value_name = "DIR", required_unless_present = "map_template")]
    output: Option<PathBuf>,
    /// What to write.
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Format::Docx, Format::Pdf])]
    format: Vec<Format>,
    /// All papers in one PDF too, for the printer; with more than a volume, in `out-1.pdf`, `out-2.pdf` …
    #[arg(long, value_name = "PDF")]
    merge: Option<PathBuf>,
    /// How many papers a volume holds.
    #[arg(long, value_name = "PAPERS", default_value = "500", requires = "merge")]
    volume: NonZeroUsize,
    /// For printing on both sides: mirrored margins, each paper of a volume on a right-hand page.
    #[arg(long)]
    two_sided: bool,
    /// All files in one ZIP too.
    #[arg(long, value_name = "ZIP")]
    zip: Option<PathBuf>,
    /// How many papers are made at a time; else one a core.
    #[arg(long)]
    jobs: Option<NonZeroUsize>,
    /// Goes on where an interrupted run of the same records stopped.
    #[arg(long)]
    resume: bool,
}

/// Why a batch does not come to its end, a line each.
enum Stop {
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

    /// A file of records, or a mapping, that is not as it should be.
    fn of(path: &Path, error: table::Error) -> Stop {
        match error {
            table::Error::Mapping(wrong) => {
                Stop::Usage(wrong.iter().map(|line| format!("{}: {line}", path.display())).collect())
            }
            error => Stop::at(path, error),
        }
    }
}

/// Runs a batch; gives the exit status.
pub(super) fn batch(options: &Options) -> u8 {
    let done = if options.map_template { print_template(options) } else { run::run(options) };
    let (status, lines) = match done {
        Ok(true) => return 0,
        Ok(false) => return 1,
        Err(Stop::Failed(lines)) => (1, lines),
        Err(Stop::Usage(lines)) => (2, lines),
    };
    lines.iter().for_each(|line| tell!("{line}"));
    status
}

fn print_template(options: &Options) -> Result<bool, Stop> {
    let (kind, table, _) = open::table(options)?;
    Ok(output::print(&table.template(&kind)))
}
