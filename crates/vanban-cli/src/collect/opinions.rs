//! `vanban collect --to comments`: a draft that was sent out for opinions comes back, and the table of them is made.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use vanban::chain::Draft;
use vanban::collect::{Opinions, Returned};
use vanban::error::Remark;
use vanban::kinds::{Comments, Resolution};
use vanban::{AnyRecord, Record, Renderer};

use super::{Options, files, names};
use crate::office::Desk;
use crate::{input, next, output, reading, words};

/// The table of comments on a draft.
pub(super) const TABLE: &str = "comments";

/// A draft as it was sent out.
struct Sent {
    record: AnyRecord,
    files: Vec<PathBuf>,
}

/// Makes the table; whether every file was taken.
pub(super) fn made(options: &Options) -> Result<bool, Vec<String>> {
    let Some(given) = &options.sent else { return Err(vec![words::opinions::no_draft().to_owned()]) };
    let desk = Desk::beside(given, &options.setup)?;
    let sent = Sent::of(given, &desk.renderer)?;
    let Some(resolution) = sent.record.downcast_ref::<Resolution>() else {
        return Err(vec![words::opinions::not_commented_on(given, sent.record.kind().term())]);
    };
    let of_draft = |error: vanban::Error| words::of_error(&error);
    let draft = Draft::from_record(resolution.clone()).map_err(of_draft)?;
    let mut opinions = Opinions::new(&desk.renderer, draft);
    let (mut read, mut wrong) = (Vec::new(), Vec::new());
    let named: Vec<PathBuf> =
        files::named(&options.files)?.into_iter().filter(|file| !sent.is(file)).collect();
    let unknown = options.who.iter().filter(|who| !named.iter().any(|file| files::is_said_of(file, who)));
    let unknown: Vec<String> = unknown.map(|(file, who)| words::opinions::not_there(file, who)).collect();
    if !unknown.is_empty() {
        return Err(unknown);
    }
    for file in named {
        match (files::said_of(&file, &options.who), &file) {
            _ if input::is_passed_over(&file) => continue,
            (None, file) => match sent.who(file) {
                Some(who) => read.push((file.clone(), who)),
                None => wrong.push(words::opinions::whose(file)),
            },
            (Some(who), file) => read.push((file.clone(), who)),
        }
    }
    for (file, who) in &read {
        match reading::bytes(file) {
            Ok(bytes) => opinions.add(&files::name(file), who, &bytes),
            Err(error) => wrong.push(format!("{}: {}", file.display(), words::unread(&error))),
        }
    }
    let collected = opinions.collect().map_err(of_draft)?;
    for refused in &collected.refused {
        let lines =
            refused.problems.iter().map(|problem| format!("{}: {}", refused.file, Remark::from(problem)));
        wrong.extend(lines);
    }
    let returned: Vec<&str> = read.iter().map(|(_, who)| who.as_str()).collect();
    let missing = sent.missing(&options.asked, &returned);
    let comments = collected.commented.table().comments.clone();
    if comments.is_empty() && collected.agreed.is_empty() {
        wrong.push(words::opinions::nothing_returned().to_owned());
        return Err(wrong);
    }
    collected.remarks.iter().for_each(|remark| tell!("{}", Remark::from(remark)));
    wrong.iter().for_each(|line| tell!("{line}"));
    let commenters = comments.iter().map(|it| it.commenter.as_str()).collect::<BTreeSet<_>>();
    let said = words::opinions::counts(comments.len(), commenters.len(), &collected.agreed, &missing);
    let table =
        desk.derivation(TABLE, None, None).of(std::slice::from_ref(&sent.record)).map_err(of_draft)?;
    let Some(table) = table.downcast_ref::<Comments>() else { return Ok(false) };
    let table = AnyRecord::new(table.clone().comments(comments));
    let inputs: Vec<&Path> =
        sent.files.iter().chain(read.iter().map(|(file, _)| file)).map(PathBuf::as_path).collect();
    let is_written =
        next::collected(&desk, (&sent.record, table), &inputs, options.output.as_deref(), options.force);
    Ok(output::print(&said) && is_written && wrong.is_empty() && missing.is_empty())
}

impl Sent {
    /// The draft that a file carries, or the files of a folder that carry one: a copy for each who was asked.
    fn of(given: &Path, renderer: &Renderer) -> Result<Sent, Vec<String>> {
        let told = |file: &Path, error: &vanban::Error| {
            words::of_error(error)
                .iter()
                .map(|said| format!("{}: {said}", file.display()))
                .collect::<Vec<_>>()
        };
        let is_folder = given.is_dir();
        let mut found: Vec<(String, Vec<PathBuf>)> = Vec::new();
        let files = if is_folder { files::within(given)?.0 } else { vec![given.to_owned()] };
        for file in files {
            if input::is_passed_over(&file) || is_folder && !files::is_docx(&file) {
                continue;
            }
            let bytes = reading::bytes(&file)
                .map_err(|error| vec![format!("{}: {}", file.display(), words::unread(&error))])?;
            match Returned::open(&bytes) {
                Ok(returned) => match returned.record() {
                    Some(record) => match found.iter_mut().find(|(own, _)| own == record) {
                        Some((_, files)) => files.push(file),
                        None => found.push((record.to_owned(), vec![file])),
                    },
                    // What it is, as it is told of a file that came back.
                    None if !is_folder => {
                        return Err(renderer
                            .extract(&bytes)
                            .err()
                            .map_or_else(Vec::new, |error| told(&file, &error)));
                    }
                    None => {}
                },
                Err(error) if !is_folder => return Err(told(&file, &error)),
                Err(_) => {}
            }
        }
        let mut found = found.into_iter();
        match (found.next(), found.next()) {
            (Some((record, files)), None) => {
                let record = renderer.read(&record).map_err(|error| told(given, &error))?;
                Ok(Sent { record, files })
            }
            (Some((_, one)), Some((_, other))) => {
                let names = [one, other]
                    .map(|files| files.first().map_or_else(String::new, |file| files::name(file)));
                Err(vec![words::opinions::several_drafts(given, &names)])
            }
            _ => Err(vec![words::opinions::no_draft_in(given)]),
        }
    }

    /// Whether a file is one that was sent.
    fn is(&self, file: &Path) -> bool {
        let real = |file: &Path| file.canonicalize().unwrap_or_else(|_| file.to_owned());
        self.files.iter().any(|sent| real(sent) == real(file))
    }

    /// Who has returned nothing, of those who are named as asked and of those to whom a copy of their own was sent.
    fn missing(&self, asked: &[String], returned: &[&str]) -> Vec<String> {
        let plain = |name: &str| {
            vanban::text::clean(name).text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
        };
        let returned: Vec<String> = returned.iter().map(|name| plain(name)).collect();
        let copies = self.files.iter().filter_map(|file| self.owner(file));
        let mut missing: Vec<String> = Vec::new();
        for name in asked.iter().cloned().chain(copies) {
            let known = missing.iter().map(|name| plain(name)).chain(returned.iter().cloned());
            if !known.into_iter().any(|known| known == plain(&name)) {
                missing.push(name);
            }
        }
        missing
    }

    /// To whom a copy of the draft was sent: what its name has beside what the names of all copies have.
    fn owner(&self, file: &Path) -> Option<String> {
        let own = names::stem(file);
        let others = self.files.iter().map(|it| names::stem(it)).filter(|other| *other != own);
        let common =
            |other: String| own.chars().zip(other.chars()).take_while(|(one, two)| one == two).count();
        let shared = others.map(common).min()?;
        let shared: String = own.chars().take(shared).collect();
        // What names have in common may end within the name of a body: `du-thao - Chi bộ `.
        let begin = shared.rfind(['-', '–', '—', '_', '(', '[', ',']).map_or(0, |at| at + 1);
        names::body(own.get(begin..)?)
    }

    /// Who returned a file: to whom that copy was sent, else by what its name has beside that of the draft.
    fn who(&self, file: &Path) -> Option<String> {
        let name = names::stem(file);
        let copies = self
            .files
            .iter()
            .filter(|copy| self.files.len() > 1 && names::goes_on(&name, &names::stem(copy)));
        let copy = copies.max_by_key(|copy| names::stem(copy).len());
        if let Some(owner) = copy.and_then(|copy| self.owner(copy)) {
            return Some(owner);
        }
        let stems = self.files.iter().map(|file| names::stem(file).to_lowercase());
        let mut sent: Vec<String> =
            stems.flat_map(|stem| [names::without_copies(&stem).to_owned(), stem]).collect();
        sent.sort_by_key(|stem| std::cmp::Reverse(stem.len()));
        let lower = name.to_lowercase();
        let begin = sent.iter().find_map(|sent| Some((lower.find(sent.as_str())?, sent.len())));
        // Letters whose small form is longer would shift the places.
        match begin {
            Some((at, length)) if lower.len() == name.len() => {
                let parts = [name.get(..at)?, name.get(at + length..)?].map(names::without_copies);
                names::body(&parts.join(" "))
            }
            _ => names::body(&name),
        }
    }
}
