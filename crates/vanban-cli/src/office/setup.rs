//! How papers are made: by the guidance, the wording, the criteria sets and the faces that the command line or the
//! office names.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use vanban::chain::{Derivation, Sentences};
use vanban::profile::ProfileId;
use vanban::scoring::{CriteriaSet, CriteriaSets};
use vanban::{Error, Kind, Profile, Renderer};

use super::{Office, fonts};
use crate::{criteria, forms, reading, words};

/// What the command line says of how papers are made; it goes before what the office says.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct Setup {
    /// The guidance of documents that name none: hd05, hd36.
    #[arg(long, value_name = "PROFILE", value_parser = profile)]
    profile: Option<ProfileId>,
    /// A folder with your own wordings: KIND.hbs, and chain/PAPER.hbs for documents that follow from others.
    #[arg(long, value_name = "DIR")]
    wording: Option<PathBuf>,
    /// Your own criteria set, as a TOML or JSON file; may be repeated.
    #[arg(long, value_name = "FILE")]
    criteria: Vec<PathBuf>,
    /// The folder of your own form; may be repeated. Records that name no kind belong to the first.
    #[arg(long, value_name = "DIR")]
    form: Vec<PathBuf>,
}

impl Setup {
    /// Whether a form is named.
    pub(crate) fn names_form(&self) -> bool {
        !self.form.is_empty()
    }

    /// The kind of records that name none, where a form is named.
    pub(crate) fn form(&self) -> Option<Kind> {
        self.form.first().and_then(|folder| forms::kind_of(folder)).cloned()
    }
}

/// Who makes papers, and how.
pub(crate) struct Desk {
    pub(crate) office: Office,
    pub(crate) renderer: Renderer,
    /// What papers follow that name no guidance.
    pub(crate) guidance: ProfileId,
    /// The sentences of what follows from a paper.
    pub(crate) sentences: Sentences,
    /// All that the papers depend on beside their records, as it was read.
    pub(crate) text: String,
}

impl Desk {
    /// The desk beside a file or folder.
    ///
    /// # Errors
    /// Every problem of the office's file and of what it and the command line name, a line each.
    pub(crate) fn beside(input: &Path, setup: &Setup) -> Result<Desk, Vec<String>> {
        Desk::of(Office::beside(input)?, setup)
    }

    /// The desk of an office.
    ///
    /// # Errors
    /// As [`Desk::beside`].
    pub(crate) fn of(office: Office, setup: &Setup) -> Result<Desk, Vec<String>> {
        let mut making = Making::default();
        let named = setup.profile.or(office.profile);
        if let Some(profile) = named {
            making.text.push_str(Profile::named(profile).name());
            making.renderer = making.renderer.with_profile(Profile::named(profile));
        }
        let inside = |path: &String| office.folder.join(path);
        if let Some(folder) = setup.wording.clone().or(office.wording.as_ref().map(inside)) {
            making.wordings(&folder);
        }
        office.criteria.iter().map(inside).for_each(|set| making.criteria(&set));
        // What the command line says goes before what the office says.
        making.sets.clear();
        setup.criteria.iter().for_each(|set| making.criteria(set));
        let own = office.stands.then(|| forms::inside(&inside(&forms::FORMS.to_owned())));
        own.iter().flatten().for_each(|folder| making.house_form(folder));
        setup.form.iter().for_each(|folder| making.form(folder));
        if let Some(kind) = setup.form() {
            making.renderer = making.renderer.with_kind_of_unnamed(kind.name());
        }
        if let Some(named) = &office.fonts {
            making.text.push_str(named);
            match fonts::named(named, &office.folder) {
                Ok(fonts) => making.renderer = making.renderer.with_fonts(fonts),
                Err(said) => making.wrong.push(format!("{}: fonts: {said}", super::FILE)),
            }
        }
        let guidance = named.unwrap_or(Profile::hd05().id());
        let Making { renderer, sentences, text, wrong, .. } = making;
        if wrong.is_empty() { Ok(Desk { office, renderer, guidance, sentences, text }) } else { Err(wrong) }
    }

    /// How a record of a kind is made of others here; of a plan by this row, of a form by this criteria set.
    pub(crate) fn derivation(&self, to: &str, row: Option<usize>, criteria_set: Option<&str>) -> Derivation {
        let mut derivation = Derivation::to(to)
            .sentences(self.sentences.clone())
            .criteria_sets(self.renderer.criteria().clone());
        if let Some(row) = row {
            derivation = derivation.row(row);
        }
        if let Some(id) = criteria_set {
            derivation = derivation.criteria_set(id);
        }
        derivation
    }
}

/// The desks of records that lie in several folders.
pub(crate) struct Desks<'a> {
    setup: &'a Setup,
    known: Vec<(PathBuf, Option<Desk>)>,
}

impl<'a> Desks<'a> {
    pub(crate) fn new(setup: &'a Setup) -> Desks<'a> {
        Desks { setup, known: Vec::new() }
    }

    /// The desk beside a record; what is wrong with it is told once, and there is none.
    pub(crate) fn beside(&mut self, record: &Path) -> Option<&Desk> {
        let folder = record.parent().unwrap_or(Path::new("")).to_path_buf();
        let index = match self.known.iter().position(|(known, _)| *known == folder) {
            Some(index) => index,
            None => {
                let desk = Desk::beside(record, self.setup);
                let desk = desk.map_err(|lines| lines.iter().for_each(|line| tell!("{line}"))).ok();
                self.known.push((folder, desk));
                self.known.len() - 1
            }
        };
        self.known[index].1.as_ref()
    }
}

/// A renderer that is being set up, and what is wrong with what it takes.
#[derive(Default)]
struct Making {
    renderer: Renderer,
    sentences: Sentences,
    text: String,
    wrong: Vec<String>,
    /// The criteria sets so far, by their ids.
    sets: Vec<(String, PathBuf)>,
    /// The forms so far, by their names.
    forms: Vec<(String, PathBuf)>,
}

impl Making {
    /// Every wording in a folder.
    fn wordings(&mut self, folder: &Path) {
        let before = self.wrong.len();
        let kinds = self.templates(folder);
        for (name, path) in &kinds {
            let Some(text) = self.read(path) else { continue };
            let taken = self.renderer.clone().with_wording(name, &text);
            if let Some(renderer) = self.taken(path, taken) {
                self.renderer = renderer;
            }
        }
        let chain = folder.join("chain");
        let papers = if chain.is_dir() { self.templates(&chain) } else { Vec::new() };
        for (name, path) in &papers {
            let Some(text) = self.read(path) else { continue };
            let taken = self.sentences.clone().with(name, &text);
            if let Some(sentences) = self.taken(path, taken) {
                self.sentences = sentences;
            }
        }
        if kinds.is_empty() && papers.is_empty() && self.wrong.len() == before {
            self.wrong.push(words::usage::no_wordings(folder));
        }
    }

    /// The templates in a folder, by name, in the order of their names.
    fn templates(&mut self, folder: &Path) -> Vec<(String, PathBuf)> {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => {
                self.wrong.push(format!("{}: {}", folder.display(), words::unread_folder(&error)));
                return Vec::new();
            }
        };
        let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        let mut templates: Vec<(String, PathBuf)> = paths
            .filter(|path| path.extension().is_some_and(|extension| extension == "hbs"))
            .map(|path| (path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), path))
            .collect();
        templates.sort();
        templates
    }

    fn criteria(&mut self, path: &Path) {
        let Some(text) = self.read(path) else { return };
        let read = criteria::read(path, &text);
        if let Ok(set) = &read {
            self.same_id(path, set);
        }
        let taken = read.and_then(|set| self.renderer.clone().with_criteria(set));
        if let Some(renderer) = self.taken(path, taken) {
            self.renderer = renderer;
        }
    }

    /// Tells of a set that has the id of another one: of two files neither is taken unseen; one of the library's is
    /// replaced.
    fn same_id(&mut self, path: &Path, set: &CriteriaSet) {
        let id = set.id.as_str();
        if self.renderer.criteria().get(id) == Some(set) {
            return;
        }
        if let Some((_, other)) = self.sets.iter().find(|(known, _)| known == id) {
            if !forms::is_one(other, path) {
                self.wrong.push(format!("{}: {}", path.display(), words::criteria::same_id(id, other)));
            }
            return;
        }
        self.sets.push((id.to_owned(), path.to_path_buf()));
        if CriteriaSets::default().get(id).is_some() {
            let said = format!("{}: {}", path.display(), words::criteria::replaces(id));
            forms::tell_once(path, &[said]);
        }
    }

    /// A form of the house: one that is wrong is told, and stops no paper that is not of it.
    fn house_form(&mut self, folder: &Path) {
        let before = self.wrong.len();
        self.form(folder);
        forms::tell_once(folder, &self.wrong.split_off(before));
    }

    fn form(&mut self, folder: &Path) {
        let read = forms::read(folder).map_err(|lines| self.wrong.extend(lines));
        let Ok(form) = read else { return };
        let name = form.kind().name().to_owned();
        if let Some((_, other)) =
            self.forms.iter().find(|(known, other)| *known == name && !forms::is_one(other, folder))
        {
            self.wrong.push(format!("{}: {}", folder.display(), words::forms::same_name(&name, other)));
            return;
        }
        self.forms.push((name, folder.to_path_buf()));
        self.text.push_str(&forms::digest(folder));
        let taken = self.renderer.clone().with_form(form);
        if let Some(renderer) = self.taken(folder, taken) {
            self.renderer = renderer;
        }
    }

    fn read(&mut self, path: &Path) -> Option<String> {
        let text = reading::text(path).map_err(|error| words::unread(&error));
        let text = text.map_err(|said| self.wrong.push(format!("{}: {said}", path.display()))).ok()?;
        self.text.push_str(&text);
        Some(text)
    }

    fn taken<T>(&mut self, path: &Path, result: Result<T, Error>) -> Option<T> {
        let tell = |error: Error| {
            let file = path.display();
            // The file is told instead of the name that it gives the wording.
            if let Error::Template { line, column, reason, .. } = &error {
                self.wrong.push(match line {
                    0 => format!("{file}: {reason}"),
                    _ => format!("{file}: dòng {line}, cột {column}: {reason}"),
                });
                return;
            }
            let lines = error.to_string();
            self.wrong.extend(lines.lines().map(|line| format!("{file}: {line}")));
        };
        result.map_err(tell).ok()
    }
}

/// The guidance of a name.
///
/// # Errors
/// A sentence with the names that are known.
pub(crate) fn profile(name: &str) -> Result<ProfileId, String> {
    let known = [ProfileId::Hd05, ProfileId::Hd36];
    let is_named = |id: &ProfileId| {
        let number = Profile::named(*id).name();
        let short = serde_json::to_value(id).ok();
        number.eq_ignore_ascii_case(name)
            || short.and_then(|it| Some(it.as_str()?.eq_ignore_ascii_case(name))) == Some(true)
    };
    known.into_iter().find(is_named).ok_or_else(|| words::usage::no_guidance(name))
}
