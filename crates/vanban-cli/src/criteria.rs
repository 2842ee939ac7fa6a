//! `vanban criteria`: the sets of criteria by which forms are scored.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use vanban::error::Problems;
use vanban::kinds::plain_json;
use vanban::scoring::CriteriaSet;
use vanban::{Error, Result};

use crate::office::{Desk, Setup};
use crate::output::{self, To};
use crate::{input, reading, words};

#[derive(Debug, Subcommand)]
pub(crate) enum Action {
    /// Lists the sets: the built-in ones and the office's.
    List {
        #[command(flatten)]
        to: To,
        #[command(flatten)]
        setup: Setup,
    },
    /// Prints a set as TOML, to start your own from; into a .json file as JSON.
    Show {
        /// The id of the set, as in `vanban criteria list`.
        id: String,
        /// Prints JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        to: To,
        #[command(flatten)]
        setup: Setup,
    },
    /// Checks your own sets: shape, sums, levels, ratings.
    Check {
        /// The sets, as TOML or JSON files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

pub(crate) fn criteria(action: &Action) -> bool {
    match action {
        Action::List { to, setup } => to.give(list(setup)),
        Action::Show { id, json, to, setup } => to.give(show(id, *json || to.is_json(), setup)),
        Action::Check { files } => files.iter().filter(|file| !check(file)).count() == 0,
    }
}

fn desk(setup: &Setup) -> Option<Desk> {
    let desk = Desk::beside(Path::new("."), setup);
    desk.map_err(|lines| lines.iter().for_each(|line| tell!("{line}"))).ok()
}

fn list(setup: &Setup) -> Option<String> {
    let desk = desk(setup)?;
    let sets = desk.renderer.criteria();
    let line = |id: &str| Some(words::criteria::line(id, sets.get(id)?));
    Some(sets.ids().filter_map(line).collect())
}

fn show(id: &str, as_json: bool, setup: &Setup) -> Option<String> {
    let desk = desk(setup)?;
    let sets = desk.renderer.criteria();
    match sets.get(id) {
        Some(set) => input::told(Path::new(id), if as_json { set.to_json() } else { set.to_toml() }),
        None => {
            let known: Vec<&str> = sets.ids().collect();
            tell!("{}", words::criteria::unknown(id, &known.join(", ")));
            None
        }
    }
}

fn check(file: &Path) -> bool {
    let text = match reading::text(file) {
        Ok(text) => text,
        Err(error) => {
            tell!("{}: {}", file.display(), words::unread(&error));
            return false;
        }
    };
    let set = input::told(file, read(file, &text));
    set.is_some_and(|set| output::print(&words::criteria::agree(file, &set)))
}

/// Reads a set from the text of a file, in the form that the file's name says.
///
/// # Errors
/// As [`CriteriaSet::from_toml`] and [`CriteriaSet::from_json`]; a text of the other form is told as such.
pub(crate) fn read(file: &Path, text: &str) -> Result<CriteriaSet> {
    let named = |extension: &str| file.extension().is_some_and(|it| it.eq_ignore_ascii_case(extension));
    let plain = plain_json(text);
    let is_object = plain.trim_start_matches('\u{feff}').trim_start().starts_with('{');
    let other = match (named("toml"), is_object) {
        (true, true) => words::criteria::json_in_toml(),
        (true, false) => return CriteriaSet::from_toml(text),
        (false, _) => match CriteriaSet::from_json(&plain) {
            Err(Error::Shape(_)) if !is_object && CriteriaSet::from_toml(text).is_ok() => {
                words::criteria::toml_elsewhere()
            }
            read => return read,
        },
    };
    let mut problems = Problems::default();
    problems.error("file.unreadable", ".", "quy ước", other);
    Err(Error::Shape(problems.into_vec()))
}
