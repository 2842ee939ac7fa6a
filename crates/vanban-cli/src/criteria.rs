//! `vanban criteria`: the sets of criteria by which forms are scored.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use vanban::kinds::plain_json;
use vanban::scoring::CriteriaSet;

use crate::office::{Desk, Setup};
use crate::output::{self, To};
use crate::{input, reading, words};

#[derive(Debug, Subcommand)]
pub(crate) enum Action {
    /// Lists the sets: the program's own, and those of the office.
    List {
        #[command(flatten)]
        to: To,
        #[command(flatten)]
        setup: Setup,
    },
    /// Prints a set as JSON, to start another from.
    Show {
        /// The set's id, as `vanban criteria list` has it.
        id: String,
        #[command(flatten)]
        to: To,
        #[command(flatten)]
        setup: Setup,
    },
    /// Checks sets of one's own: shape, sums, levels, ratings.
    Check {
        /// The sets, as JSON files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

pub(crate) fn criteria(action: &Action) -> bool {
    match action {
        Action::List { to, setup } => to.give(list(setup)),
        Action::Show { id, to, setup } => to.give(show(id, setup)),
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
    let line = |id: &str| Some(words::usage::criteria_line(id, sets.get(id)?));
    Some(sets.ids().filter_map(line).collect())
}

fn show(id: &str, setup: &Setup) -> Option<String> {
    let desk = desk(setup)?;
    let sets = desk.renderer.criteria();
    match sets.get(id) {
        Some(set) => input::told(Path::new(id), set.to_json()),
        None => {
            let known: Vec<&str> = sets.ids().collect();
            tell!("{}", words::usage::no_criteria(id, &known.join(", ")));
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
    let set = input::told(file, CriteriaSet::from_json(&plain_json(&text)));
    set.is_some_and(|set| {
        let lines: usize = set.groups.iter().map(|group| group.criteria.len().max(1)).sum();
        output::print(&words::usage::criteria_agree(file, &set, lines))
    })
}
