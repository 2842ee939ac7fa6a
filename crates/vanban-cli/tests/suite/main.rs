//! The one integration binary of the command: `vanban`, as a person runs it in the project's folder.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod batch;
mod bind;
mod collect;
mod commands;
mod copy;
mod criteria;
mod forms;
mod init;
mod language;
mod new;
mod new_sheet;
mod next;
mod printed;
mod register;
#[cfg(feature = "serve")]
mod serve;
mod setup;
mod summarize;
mod unreadable;
mod watch;
mod word;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use vanban::{AnyRecord, Document, Renderer};

struct Run {
    status: i32,
    out: String,
    err: String,
}

/// The command, in the project's folder.
fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vanban"));
    command.current_dir(project("")).stdin(Stdio::null());
    command
}

fn vanban(arguments: &[&str]) -> Run {
    run(command().args(arguments).output().unwrap())
}

fn run(output: Output) -> Run {
    Run {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A path in the project.
fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// A text of the project.
fn text(path: &str) -> String {
    fs::read_to_string(project(path)).unwrap()
}

/// A record of the library's cases or of its examples.
fn case(name: &str) -> String {
    let folders = ["tests/cases", "examples/data"].map(|folder| project(&format!("{folder}/{name}.json")));
    fs::read_to_string(folders.iter().find(|path| path.exists()).unwrap()).unwrap()
}

/// The document of a record, as the library makes it.
fn render(json: &str) -> Document {
    Renderer::new().render(&AnyRecord::from_json(json).unwrap()).unwrap()
}

/// An empty folder of the test's own.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The files of a folder, but for those by which the command knows what it made there.
fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let own = [".vanban.jsonl", ".vanban.lock"];
    let mut names: Vec<String> = names.filter(|name| !own.contains(&name.as_str())).collect();
    names.sort();
    names
}
