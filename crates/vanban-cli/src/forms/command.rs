//! `vanban form`: begin a form, check it, see it.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use vanban::kinds::{Field, Shape};
use vanban::{AnyRecord, Kind, Record as _, Renderer, Severity};

use super::{read, starter};
use crate::folder::{By, Files, Folder, Put, write_alone};
use crate::office::{Desk, Office, Setup};
use crate::{input, output, picture, words};

#[derive(Debug, Subcommand)]
pub(crate) enum Action {
    /// Starts a form: a folder with all files, each line explained.
    New {
        /// The folder; the form has its name.
        folder: PathBuf,
        /// A built-in form to start from, as in `vanban kinds`: its folder is copied.
        #[arg(long, value_name = "KIND", value_parser = kind)]
        from: Option<Box<Kind>>,
    },
    /// Checks forms: reports every fault of their files, with line and column.
    Check {
        /// The folders, or names of forms as in `vanban kinds`.
        #[arg(required = true)]
        folders: Vec<PathBuf>,
    },
    /// Draws the example of a form, one PNG per page, and lists its fields.
    Show {
        /// The folder, or the name of a form as in `vanban kinds`.
        folder: PathBuf,
        /// Folder for the pictures; by default the form's own, for a built-in form the working folder.
        #[arg(short, long, value_name = "DIR")]
        output: Option<PathBuf>,
        /// Also replaces files that were edited or that vanban did not make.
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
        Action::Show { folder, output, force } => show(folder, output.as_deref(), *force),
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

/// A form that is looked at.
struct Opened {
    kind: Kind,
    renderer: Renderer,
    /// What it is called in what is said.
    called: PathBuf,
    /// Its folder; none of a form of the library.
    folder: Option<PathBuf>,
}

impl Opened {
    /// The form in a folder, or the form of this name: an office's own, else the library's.
    fn of(named: &Path) -> Option<Opened> {
        if named.exists() {
            return Opened::in_folder(named);
        }
        let kind = named.to_str().and_then(|name| crate::values::kind(name).ok());
        let own = kind.as_ref().and_then(super::folder_of);
        if let Some(folder) = own {
            return Opened::in_folder(folder);
        }
        let brought = kind.filter(|kind| vanban::forms::files(kind.name()).is_some());
        let Some(kind) = brought else {
            tell!("{}: {}", named.display(), words::forms::no_such_form());
            return None;
        };
        let desk = Desk::beside(Path::new("."), &Setup::default());
        let desk = desk.map_err(|lines| lines.iter().for_each(|line| tell!("{line}"))).ok()?;
        let renderer = desk.renderer.with_kind_of_unnamed(kind.name());
        Some(Opened { kind, renderer, called: named.to_path_buf(), folder: None })
    }

    fn in_folder(folder: &Path) -> Option<Opened> {
        let form = match read(folder) {
            Ok(form) => form,
            Err(lines) => {
                lines.iter().for_each(|line| tell!("{line}"));
                return None;
            }
        };
        let kind = form.kind().clone();
        let doubles = Office::folder_of(folder).map(|office| super::doubles(&office, Some(folder)));
        if let Some(doubles) = doubles.filter(|doubles| !doubles.is_empty()) {
            doubles.iter().for_each(|line| tell!("{line}"));
            return None;
        }
        let desk = Desk::beside(folder, &Setup::default());
        let desk = desk.map_err(|lines| lines.iter().for_each(|line| tell!("{line}"))).ok()?;
        let renderer = input::told(folder, desk.renderer.with_form(form))?;
        let renderer = renderer.with_kind_of_unnamed(kind.name());
        Some(Opened { kind, renderer, called: folder.to_path_buf(), folder: Some(folder.to_path_buf()) })
    }

    /// What its example is called.
    fn example_file(&self) -> PathBuf {
        self.called.join("example.json")
    }

    /// Its example, which is a record of it.
    fn example(&self, example: &str) -> Option<AnyRecord> {
        let file = self.example_file();
        let record = input::told(&file, self.renderer.read_file(example.as_bytes()))?;
        let (named, own) = (record.kind().name(), self.kind.name());
        if named != own {
            tell!("{}: {}", file.display(), words::forms::of_another_kind(named, own));
            return None;
        }
        Some(record)
    }
}

/// Checks a form and its example; whether a paper can be made of it.
fn check(named: &Path) -> bool {
    let Some(form) = Opened::of(named) else { return false };
    if let Some(example) = form.kind.example() {
        let Some(record) = form.example(example) else { return false };
        let problems = form.renderer.check(&record);
        problems.iter().for_each(|problem| tell!("{}: {problem}", form.example_file().display()));
        if problems.iter().any(|problem| problem.severity == Severity::Error) {
            return false;
        }
    }
    output::print(&words::forms::sound(&form.called))
}

fn show(named: &Path, to: Option<&Path>, force: bool) -> bool {
    let Some(form) = Opened::of(named) else { return false };
    let (kind, folder) = (&form.kind, form.called.as_path());
    let to = to.or(form.folder.as_deref()).unwrap_or(Path::new("."));
    let listed = output::print(&fields(kind));
    let Some(example) = kind.example() else {
        tell!("{}: {}", folder.display(), words::forms::no_example());
        return false;
    };
    let file = form.example_file();
    let record = form.example(example);
    let Some(document) = record.and_then(|record| input::told(&file, form.renderer.render(&record))) else {
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
        let name = format!("{}-{}.png", record_name(kind), page + 1);
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
    let closed = out.commit().and_then(|_| {
        // Pages that it drew before, when the example had more.
        let pages = format!("{}-", record_name(kind));
        let is_page = |name: &&String| {
            let number = name.strip_prefix(&pages).and_then(|rest| rest.strip_suffix(".png"));
            number.is_some_and(|number| number.bytes().all(|digit| digit.is_ascii_digit()))
        };
        let gone = out.left_over();
        gone.iter().filter(is_page).try_for_each(|name| fs::remove_file(to.join(name)))?;
        out.close()
    });
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

/// The fields of a form, a line each, and the columns of a table below it: name, words, type.
fn fields(kind: &Kind) -> String {
    let own = kind.own_fields();
    let all = kind.fields(None);
    let mut lines = String::new();
    for field in all.iter().filter(|field| own.contains(&field.name)) {
        lines += &line("", field);
        if let Shape::List(element) = &field.shape
            && let Shape::Group(columns) = &**element
        {
            lines.extend(columns.iter().map(|column| line("  ", column)));
        }
    }
    lines
}

fn line(indent: &str, field: &Field) -> String {
    let needed = if field.required { words::forms::required() } else { "" };
    let name = format!("{indent}{}", field.name);
    format!("{name:<20} {} ({}{needed})\n", field.term, words::forms::shape(&field.shape))
}
