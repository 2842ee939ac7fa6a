//! The command `vanban`: the only place that touches files, the clock and the terminal.
//!
//! Exit status 0: done. 1: a record was refused, or a file could not be read or written, or was kept. 2: wrong
//! usage.

#[macro_use]
mod output;
#[macro_use]
mod words;
mod ask;
mod batch;
mod bind;
mod check;
mod collect;
mod commented;
mod copy;
mod criteria;
mod extract;
mod folder;
mod forms;
mod input;
mod lang;
mod making;
mod naming;
mod new;
mod next;
mod office;
mod picture;
mod reading;
mod register;
mod render;
#[cfg(feature = "serve")]
mod serve;
mod show;
mod summarize;
mod values;
mod watch;
mod welcome;

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ask::Person;
use clap::{FromArgMatches, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use office::Setup;
use output::To;
use vanban::Kind;

/// Makes official documents of Vietnam's Party organisations from JSON records.
#[derive(Debug, Parser)]
#[command(name = "vanban", version, about, long_about = None)]
struct Arguments {
    /// The language: vi (default) or en; faults in the shape of JSON follow it, other faults in an office's
    /// records, tables and wordings are Vietnamese.
    #[arg(long, global = true, value_parser = ["vi", "en"])]
    lang: Option<String>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Asks about the office and writes `vanban.toml`.
    Init(Box<office::init::Options>),
    /// Writes a record, or a table, to be filled in.
    New(Box<new::Options>),
    /// Makes DOCX and PDF of each record.
    Render(render::Options),
    /// Makes many documents from a table or a list of records.
    Batch(Box<batch::Options>),
    /// Makes the document that follows from others: its record, DOCX and PDF.
    Next(Box<next::Options>),
    /// Issues a draft: number, date, signer and, for a resolution, the vote that adopted it.
    Issue(Box<next::IssueOptions>),
    /// Makes a certified copy of an issued document: a record or any PDF.
    Copy(Box<copy::Options>),
    /// Prints the record that a file stores, byte for byte.
    Extract(extract::ExtractOptions),
    /// Removes the record from a file, before the file leaves the office.
    Strip(extract::StripOptions),
    /// Binds documents into a volume: cover, foreword, contents, records and PDFs of others.
    Bind(Box<bind::Options>),
    /// Makes one list of the evaluation forms of a month, a quarter, half a year or a year.
    Summarize(Box<summarize::Options>),
    /// Collects forms that were filled in with Word and sent back: records, a report, a list.
    Collect(Box<collect::Options>),
    /// Makes documents again whenever their records are saved.
    Watch(watch::Options),
    /// Checks records against the rules and prints every problem.
    Check(Box<check::Options>),
    /// Prints a stage of a document as stable text.
    Show {
        /// The record, as a JSON file; `-` is standard input.
        record: PathBuf,
        /// The stage.
        #[arg(long, value_enum, default_value_t = Stage::Tree)]
        stage: Stage,
        #[command(flatten)]
        to: To,
        #[command(flatten)]
        setup: Setup,
    },
    /// Prints the record that follows from others.
    #[command(hide = true)]
    Derive {
        /// The records as JSON files; `-` is standard input. The month's resolution follows from minutes and
        /// last month's resolution, and from the session's own evaluation form; the next draft follows from a
        /// draft and its comments.
        #[arg(required = true)]
        records: Vec<PathBuf>,
        /// The kind that follows: from minutes `resolution`, `notice` or `evaluation_form`; from a draft
        /// `comments`; from an issued resolution `plan` or next month's `resolution`; from a plan `programme`
        /// or `minutes`; from a notice or a programme `minutes`.
        #[arg(long, value_name = "KIND", value_parser = values::kind)]
        to: Kind,
        /// The row of a plan's table with the session, from 1.
        #[arg(long, value_name = "N", value_parser = values::count)]
        row: Option<NonZeroUsize>,
        /// The criteria set of an evaluation form.
        #[arg(long, value_name = "ID")]
        criteria_set: Option<String>,
        #[command(flatten)]
        setup: Setup,
    },
    /// Serves documents over HTTP: JSON in; DOCX, PDF or problems out.
    #[cfg(feature = "serve")]
    Serve(Box<serve::Options>),
    /// Explains a problem: what its code means, its clause, an example, what to do.
    Explain {
        /// The code, which a problem has in brackets: `signature.missing`.
        code: String,
        #[command(flatten)]
        to: To,
    },
    /// Criteria sets for evaluation forms.
    #[command(subcommand)]
    Criteria(criteria::Action),
    /// The register of documents: the next number, gaps, duplicates; prints DOCX and PDF.
    #[command(subcommand)]
    Register(register::Action),
    /// Your own forms: kinds in a folder, without Rust.
    #[command(subcommand)]
    Form(forms::Action),
    /// Lists the kinds of documents.
    Kinds {
        #[command(flatten)]
        to: To,
    },
    /// Prints the JSON Schema of a kind.
    Schema {
        /// The kind, as in `vanban kinds`.
        #[arg(value_parser = values::kind)]
        kind: Kind,
        #[command(flatten)]
        to: To,
    },
    /// Prints the built-in wording of a kind, to start your own from.
    Wording {
        /// The kind, as in `vanban kinds`.
        #[arg(value_parser = values::kind)]
        kind: Kind,
        #[command(flatten)]
        to: To,
    },
    /// Prints completions for a shell.
    Completions {
        /// The shell: bash, elvish, fish, powershell, zsh.
        #[arg(value_enum)]
        shell: Shell,
        #[command(flatten)]
        to: To,
    },
    /// Prints an example record of a kind, to start from.
    Example {
        /// The kind, as in `vanban kinds`.
        #[arg(value_parser = values::kind)]
        kind: Kind,
        #[command(flatten)]
        to: To,
    },
}

/// A file format to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Docx,
    Pdf,
}

/// A stage on the way from a record to its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Stage {
    /// The record, read and written again.
    Record,
    /// The neutral document.
    Tree,
    /// The main part of the DOCX.
    Docx,
    /// The pages: each run and rule with its position.
    Pages,
}

/// Does what the arguments say; in a window of its own, asks what to do and waits before the window closes.
fn main() -> ExitCode {
    // Windows leaves `*.json` to the program.
    let arguments: Vec<OsString> = wild::args_os().collect();
    if !own_console::is_own() || Person::at_terminal().is_none() {
        return run(&arguments);
    }
    let given = arguments.get(1..).unwrap_or_default();
    let are_files = given.iter().all(|given| Path::new(given).is_file());
    // Each asks for itself: nobody keeps the terminal from what the command asks.
    let chosen = match are_files {
        true => Person::at_terminal().and_then(|mut person| welcome::choose(&mut person, given)),
        false => Some(given.to_vec()),
    };
    let status = chosen.map_or(ExitCode::SUCCESS, |chosen| run(&[vec!["vanban".into()], chosen].concat()));
    if let Some(mut person) = Person::at_terminal() {
        welcome::wait(&mut person);
    }
    status
}

/// Reads the arguments, does what they say, and tells the exit status.
fn run(arguments: &[OsString]) -> ExitCode {
    let english = lang::asks_for_english(arguments);
    lang::speak(english);
    forms::learn(arguments);
    let read = lang::command(english)
        .try_get_matches_from(arguments)
        .and_then(|read| Arguments::from_arg_matches(&read));
    let arguments = match read {
        Ok(arguments) => arguments,
        Err(error) if english || !error.use_stderr() => {
            if error.use_stderr() {
                tell!("{}", error.to_string().trim_end());
                return ExitCode::from(2);
            }
            return ExitCode::from(u8::from(!output::print(&error.to_string())));
        }
        Err(error) => {
            tell!("{}", lang::usage(&error));
            return ExitCode::from(2);
        }
    };
    let done = match arguments.command {
        Command::Init(options) => office::init::init(&options),
        Command::New(options) => new::new(&options),
        Command::Render(options) => render::render(&options),
        Command::Batch(options) => return ExitCode::from(batch::batch(*options)),
        Command::Next(options) => return ExitCode::from(next::next(&options)),
        Command::Issue(options) => return ExitCode::from(next::issue(&options)),
        Command::Summarize(options) => return ExitCode::from(summarize::summarize(&options)),
        Command::Collect(options) => return ExitCode::from(collect::collect(&options)),
        Command::Copy(options) => copy::copy(&options),
        Command::Extract(options) => extract::extract(&options),
        Command::Strip(options) => extract::strip(&options),
        Command::Bind(options) => bind::bind(&options),
        Command::Watch(options) => watch::watch(&options),
        Command::Check(options) => check::check(&options),
        Command::Show { record, stage, to, setup } => to.give(show::show(&record, stage, &setup)),
        Command::Derive { records, to, row, criteria_set, setup } => {
            show::derive(&records, to.name(), row.map(NonZeroUsize::get), criteria_set.as_deref(), &setup)
        }
        #[cfg(feature = "serve")]
        Command::Serve(options) => return ExitCode::from(serve::serve(&options)),
        Command::Explain { code, to } => to.give(show::explain(&code)),
        Command::Criteria(action) => criteria::criteria(&action),
        Command::Register(action) => register::register(&action),
        Command::Form(action) => forms::form(&action),
        Command::Kinds { to } => to.give(Some(show::kinds())),
        Command::Schema { kind, to } => to.give(show::schema(&kind)),
        Command::Wording { kind, to } => to.give(Some(kind.template().to_owned())),
        Command::Example { kind, to } => to.give(kind.example().map(str::to_owned)),
        Command::Completions { shell, to } => to.give(Some(completions(shell))),
    };
    if done { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The words of the command, for a shell.
fn completions(shell: Shell) -> String {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut lang::command(false), "vanban", &mut text);
    String::from_utf8_lossy(&text).into_owned()
}
