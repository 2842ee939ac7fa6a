//! Forms of an office's own: folders that `--form` names, and those in `forms/` beside `vanban.toml`.

mod command;
mod starter;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};

pub(crate) use command::{Action, form};
use vanban::forms::{Folder, Form};
use vanban::{Error, Kind};

use crate::office::Office;
use crate::{reading, words};

/// The folder of an office's forms, beside `vanban.toml`.
pub(crate) const FORMS: &str = "forms";
/// The file that makes a folder a form.
const DECLARED: &str = "form.toml";

/// The most bytes of a text, and of a picture.
const TEXT: u64 = 256 << 10;
const PICTURE: u64 = 4 << 20;

/// How long a file is; of what is no file, nothing: a folder, a pipe.
fn size(path: &Path) -> Option<u64> {
    fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|file| file.len())
}

/// The kinds of the forms that this run knows, each with its folder.
static KNOWN: OnceLock<Vec<(PathBuf, Kind)>> = OnceLock::new();

/// Learns, before the arguments are read, which forms they may name: those of `--form`, and those beside the working
/// folder and beside the files that the arguments name. What is wrong with a form is told where it is used.
pub(crate) fn learn(arguments: &[OsString]) {
    let mut folders = named(arguments);
    let paths = arguments.iter().skip(1).map(PathBuf::from).filter(|path| path.exists());
    for beside in std::iter::once(PathBuf::from(".")).chain(paths) {
        folders.extend(Office::folder_of(&beside).into_iter().flat_map(|folder| inside(&folder.join(FORMS))));
    }
    let mut known: Vec<(PathBuf, Kind)> = Vec::new();
    for folder in folders {
        // One that has another's name is told where it is used.
        let form =
            read(&folder).ok().filter(|form| known.iter().all(|(_, it)| it.name() != form.kind().name()));
        known.extend(form.map(|form| (folder, form.kind().clone())));
    }
    let _ = KNOWN.set(known);
}

/// Whether two paths are of one folder.
pub(crate) fn is_one(a: &Path, b: &Path) -> bool {
    a == b || matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// What is wrong with the forms in an office's folder that have the name of another one there, a line each; of one form,
/// where it is named.
pub(crate) fn doubles(office: &Path, of: Option<&Path>) -> Vec<String> {
    let folders = inside(&office.join(FORMS));
    let forms = folders.iter().filter_map(|folder| Some((folder, read(folder).ok()?)));
    let forms: Vec<(&PathBuf, String)> =
        forms.map(|(folder, form)| (folder, form.kind().name().to_owned())).collect();
    let mut said = Vec::new();
    for (index, (folder, name)) in forms.iter().enumerate() {
        let mut others = forms.iter().enumerate().filter(|(other, (_, it))| {
            it == name
                && match of {
                    Some(_) => *other != index,
                    None => *other < index,
                }
        });
        if let Some((_, (other, _))) = others.next()
            && of.is_none_or(|of| is_one(of, folder))
        {
            said.push(format!("{}: {}", folder.display(), words::forms::same_name(name, other)));
        }
    }
    said
}

/// The kinds of forms: those of the library, unless an office has one of that name, then the office's.
pub(crate) fn kinds() -> impl Iterator<Item = &'static Kind> {
    let brought = vanban::forms::built_in().map(Form::kind);
    brought.filter(|kind| known().all(|own| own.name() != kind.name())).chain(known())
}

/// The kinds of the forms that this run knows.
pub(crate) fn known() -> impl Iterator<Item = &'static Kind> {
    KNOWN.get().into_iter().flatten().map(|(_, kind)| kind)
}

/// The kind of the form in a folder.
pub(crate) fn kind_of(folder: &Path) -> Option<&'static Kind> {
    KNOWN.get().into_iter().flatten().find(|(known, _)| is_one(known, folder)).map(|(_, kind)| kind)
}

/// The folder of a kind, where it is an office's own form.
pub(crate) fn folder_of(kind: &Kind) -> Option<&'static Path> {
    let known = KNOWN.get().into_iter().flatten();
    known.into_iter().find(|(_, known)| known.name() == kind.name()).map(|(folder, _)| folder.as_path())
}

/// The folders that `--form` names.
fn named(arguments: &[OsString]) -> Vec<PathBuf> {
    let mut folders = Vec::new();
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let text = argument.to_string_lossy();
        if text == "--form" {
            folders.extend(arguments.next().map(PathBuf::from));
        } else if let Some(folder) = text.strip_prefix("--form=") {
            folders.push(PathBuf::from(folder));
        }
    }
    folders
}

/// The folders of forms in a folder, by name.
pub(crate) fn inside(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut forms: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| path.join(DECLARED).is_file()).collect();
    forms.sort();
    forms
}

/// Reads the form in a folder.
///
/// # Errors
/// Everything that is wrong with it, a line each, with its file.
pub(crate) fn read(folder: &Path) -> Result<Form, Vec<String>> {
    let at = |file: &str, said: &str| format!("{}: {said}", folder.join(file).display());
    if !folder.join(DECLARED).is_file() {
        return Err(vec![format!("{}: {}", folder.display(), words::forms::no_form())]);
    }
    let text = |file: &str| {
        let path = folder.join(file);
        match size(&path) {
            _ if path.is_symlink() => Err(at(file, words::forms::linked())),
            None => Ok(None),
            Some(size) if size > TEXT => Err(at(file, &words::forms::too_long(TEXT))),
            Some(_) => reading::text(&path).map(Some).map_err(|error| at(file, &words::unread(&error))),
        }
    };
    let mut wrong = Vec::new();
    let mut take = |file: &str| text(file).map_err(|said| wrong.push(said)).ok().flatten();
    let (toml, body, example) = (take(DECLARED), take("body.hbs"), take("example.json"));
    let mut files = Folder::new(toml.unwrap_or_default());
    if let Some(body) = body {
        files = files.body(body);
    }
    if let Some(example) = example {
        files = files.example(example);
    }
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let is_png = |path: &PathBuf| path.extension().is_some_and(|it| it.eq_ignore_ascii_case("png"));
    for path in entries.map(|entry| entry.path()).filter(is_png) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_symlink() {
            wrong.push(at(&name, words::forms::linked()));
            continue;
        }
        // Of what is larger than a picture may be a byte too many is enough to tell it, where the form names it.
        if let Some(bytes) = size(&path).and_then(|_| reading::first(&path, PICTURE + 1).ok()) {
            files = files.picture(name, bytes);
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    Form::read(&files).map_err(|error| told(folder, &error))
}

/// Tells what is wrong with a form of the house, once a run.
pub(crate) fn tell_once(folder: &Path, lines: &[String]) {
    static TOLD: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());
    let Ok(mut told) = TOLD.lock() else { return };
    if !lines.is_empty() && !told.iter().any(|known| known == folder) {
        told.push(folder.to_path_buf());
        lines.iter().for_each(|line| tell!("{line}"));
    }
}

/// What a form's papers depend on: the bytes of its files.
pub(crate) fn digest(folder: &Path) -> String {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let is_small = |path: &PathBuf| !path.is_symlink() && size(path).is_some_and(|size| size <= PICTURE);
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_small).collect();
    paths.sort();
    let bytes = paths.iter().filter_map(|path| reading::bytes(path).ok());
    bytes.map(|bytes| crate::folder::digest(&bytes)).collect()
}

/// What is wrong with a form, a line each, with the files as the person calls them.
fn told(folder: &Path, error: &Error) -> Vec<String> {
    match error {
        Error::Form(faults) => faults
            .iter()
            .map(|fault| {
                let file = folder.join(&fault.file);
                match fault.line {
                    0 => format!("{}: {}", file.display(), fault.reason),
                    line => words::forms::fault(&file, line, fault.column, &fault.reason),
                }
            })
            .collect(),
        error => vec![format!("{}: {error}", folder.display())],
    }
}
