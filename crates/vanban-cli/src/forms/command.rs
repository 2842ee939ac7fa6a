//! `vanban form`: begin a form, check it, see it.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use vanban::kinds::Field;
use vanban::{Kind, Renderer, Severity};

use super::{read, starter};
use crate::folder::{By, Files, Folder, Put, write_alone};
use crate::office::{Desk, Setup};
use crate::{input, output, picture, words};

#[derive(Debug, Subcommand)]
pub(crate) enum Action {
    /// Begins a form: a folder with all that it needs, each line explained.
    New {
        /// The folder; the form is called after it.
        folder: PathBuf,
        /// A form of the library to start from, as `vanban kinds` lists it: its folder as it is.
        #[arg(long, value_name = "KIND", value_parser = kind)]
        from: Option<Box<Kind>>,
    },
    /// Checks forms: every fault of their files, with line and column.
    Check {
        /// The folders.
        #[arg(required = true)]
        folders: Vec<PathBuf>,
    },
    /// Draws the example of a form, a PNG a page, and lists its fields.
    Show {
        /// The folder.
        folder: PathBuf,
        /// Folder for the pictures; left out, the form's own.
        #[arg(short, long, value_name = "DIR")]
        output: Option<PathBuf>,
        /// Replaces files that were edited since or that vanban did not make, too.
        #[arg(long)]
        force: bool,
    },
}

fn kind(name: &str) -> Result<Box<Kind>, String> {
    crate::values::kind(name).map(Box::new)
}

pub(crate) fn form(action: &Action) -> bool {
    match action {
        Action::New { folder, from } => new(folder, from.as_deref()),
        Action::Check { folders } => folders.iter().filter(|folder| !check(folder)).count() == 0,
        Action::Show { folder, output, force } => show(folder, output.as_deref().unwrap_or(folder), *force),
    }
}

fn new(folder: &Path, from: Option<&Kind>) -> bool {
    if folder.exists() {
        tell!("{}: {}", folder.display(), words::forms::stands());
        return false;
    }
    let called = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let files = match from {
        None => starter::files(&called).ok_or_else(|| words::forms::no_name(&called)),
        Some(kind) => starter::copy(kind, &called).ok_or_else(|| words::forms::no_form_of(kind.name())),
    };
    let files = match files {
        Ok(files) => files,
        Err(said) => {
            tell!("{said}");
            return false;
        }
    };
    if let Err(error) = fs::create_dir_all(folder) {
        tell!("{}: {}", folder.display(), words::unwritten(&error, false));
        return false;
    }
    for (name, text) in files {
        if let Err(said) = write_alone(&folder.join(name), text.as_bytes()) {
            tell!("{}: {said}", folder.join(name).display());
            return false;
        }
    }
    output::print(&words::forms::begun(folder))
}

/// The form and a renderer with it.
fn opened(folder: &Path) -> Option<(Kind, Renderer)> {
    let form = match read(folder) {
        Ok(form) => form,
        Err(lines) => {
            lines.iter().for_each(|line| tell!("{line}"));
            return None;
        }
    };
    let kind = form.kind().clone();
    let desk = Desk::beside(folder, &Setup::default());
    let desk = desk.map_err(|lines| lines.iter().for_each(|line| tell!("{line}"))).ok()?;
    let renderer = input::told(folder, desk.renderer.with_form(form))?;
    Some((kind.clone(), renderer.with_kind_of_unnamed(kind.name())))
}

/// Checks a form and its example; whether a paper can be made of it.
fn check(folder: &Path) -> bool {
    let Some((kind, renderer)) = opened(folder) else { return false };
    if let Some(example) = kind.example() {
        let file = folder.join("example.json");
        let Some(record) = input::told(&file, renderer.read_file(example.as_bytes())) else { return false };
        let problems = renderer.check(&record);
        problems.iter().for_each(|problem| tell!("{}: {problem}", file.display()));
        if problems.iter().any(|problem| problem.severity == Severity::Error) {
            return false;
        }
    }
    output::print(&words::forms::sound(folder))
}

fn show(folder: &Path, to: &Path, force: bool) -> bool {
    let Some((kind, renderer)) = opened(folder) else { return false };
    let listed = output::print(&fields(&kind));
    let Some(example) = kind.example() else {
        tell!("{}: {}", folder.display(), words::forms::no_example());
        return false;
    };
    let file = folder.join("example.json");
    let record = input::told(&file, renderer.read_file(example.as_bytes()));
    let Some(document) = record.and_then(|record| input::told(&file, renderer.render(&record))) else {
        return false;
    };
    let inputs = [file.as_path()];
    let mut out = match Folder::open(std::rc::Rc::new(Files), to, By::Render, force, &inputs) {
        Ok(out) => out,
        Err(said) => {
            tell!("{said}");
            return false;
        }
    };
    let mut all = listed;
    let mut written = Vec::new();
    for page in 0..document.page_count() {
        let Some(png) = document.to_svg(page).and_then(|svg| picture::png(&svg)) else {
            tell!("{}: {}", folder.display(), words::forms::not_drawn(page + 1));
            return false;
        };
        let name = format!("{}-{}.png", record_name(&kind), page + 1);
        match out.put(&name, &png) {
            Ok(Put::Stands) => written.push(name),
            Ok(Put::Kept(why)) => {
                tell!("{}: {why}", to.join(&name).display());
                all = false;
            }
            Ok(Put::Failed(why)) => {
                tell!("{}: {why}", to.join(&name).display());
                all = false;
            }
            Err(error) => {
                tell!("{}: {}", to.display(), words::unwritten(&error, false));
                return false;
            }
        }
    }
    let closed = out.commit().and_then(|_| out.close());
    if let Err(error) = closed {
        tell!("{}: {}", to.display(), words::unwritten(&error, false));
        return false;
    }
    written.iter().for_each(|name| all &= output::print(&to.join(name).display().to_string()));
    all
}

fn record_name(kind: &Kind) -> String {
    kind.name().replace('_', "-")
}

/// The fields of a form, a line each: name, words, type.
fn fields(kind: &Kind) -> String {
    let own = kind.own_fields();
    let all = kind.fields(None);
    let lines = all.iter().filter(|field| own.contains(&field.name)).map(|field: &Field| {
        let needed = if field.required { words::forms::required() } else { "" };
        format!("{:<20} {} ({}{needed})\n", field.name, field.term, words::forms::shape(&field.shape))
    });
    lines.collect()
}
