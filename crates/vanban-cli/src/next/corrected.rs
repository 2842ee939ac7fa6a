//! Records that are named by a DOCX: what was corrected in Word goes on, and back into the record's own file.

use std::path::{Path, PathBuf};

use serde_json::Value;
use vanban::collect::Returned;
use vanban::{AnyRecord, Error, Record};

use super::ways::usual_name;
use super::written::{Writing, folder_of, plain, real, tell_error};
use crate::making::Extras;
use crate::office::Desk;
use crate::{input, words};

/// A record that came in a DOCX.
pub(super) struct Corrected {
    file: PathBuf,
    record: AnyRecord,
    /// Its own file beside the DOCX, and whether that is to be written again.
    own: Option<(PathBuf, bool)>,
    /// Whether the DOCX has fields.
    fill_in: bool,
}

/// Reads the records that are named, and finds what of them is to be written again. What cannot be read is told; so is a
/// record that was changed beside its DOCX, which only `force` replaces.
pub(super) fn read(files: &[PathBuf], desk: &Desk, force: bool) -> Option<(Vec<AnyRecord>, Vec<Corrected>)> {
    let (mut records, mut corrected) = (Vec::new(), Vec::new());
    for file in files {
        let given = input::given(file, &desk.renderer)?;
        let Some(word) = given.word else {
            records.push(given.record);
            continue;
        };
        if !word.changes.is_empty() {
            let places: Vec<String> = word.changes.iter().map(|change| change.place.clone()).collect();
            tell!("{}", words::chain::taken_from_word(file, &places));
        }
        let found = Corrected::of(file, given.record, &word.bytes, desk, force);
        match found {
            Ok(own) => {
                records.push(own.record.clone());
                corrected.push(own);
            }
            Err(Refused::Differs(said)) => {
                tell!("{said}");
                return None;
            }
            Err(Refused::Unread(error)) => {
                tell_error(file, &error);
                return None;
            }
        }
    }
    Some((records, corrected))
}

/// Why a record is not taken.
enum Refused {
    Differs(String),
    Unread(Error),
}

impl From<Error> for Refused {
    fn from(error: Error) -> Refused {
        Refused::Unread(error)
    }
}

impl Corrected {
    fn of(
        file: &Path,
        record: AnyRecord,
        docx: &[u8],
        desk: &Desk,
        force: bool,
    ) -> Result<Corrected, Refused> {
        let renderer = &desk.renderer;
        let returned = Returned::open(docx)?;
        let fill_in = !returned.fields().is_empty();
        let sent = returned.record().map_or_else(|| Ok(record.clone()), |sent| renderer.read(sent))?;
        let file = file.to_owned();
        let Some(own) = own_file(&file, &sent, desk) else {
            return Ok(Corrected { file, record, own: None, fill_in });
        };
        // One that cannot be read says something else than its DOCX.
        let standing = input::read(&own, renderer).ok();
        let (sent, record) = match &standing {
            Some(standing) => (signed_as(standing, &sent)?, signed_as(standing, &record)?),
            None => (sent, record),
        };
        let is_as_it_came = standing.as_ref() == Some(&record);
        if !is_as_it_came && standing.as_ref() != Some(&sent) && !force {
            return Err(Refused::Differs(words::chain::record_differs(&own, &file)));
        }
        Ok(Corrected { file, record, own: Some((own, !is_as_it_came)), fill_in })
    }

    /// The record's own file.
    pub(super) fn own(&self) -> Option<&Path> {
        self.own.as_ref().map(|(own, _)| own.as_path())
    }

    /// Writes the record's own file and its papers again, where something was corrected. The DOCX that it came in stays.
    pub(super) fn write(&self, writing: &Writing<'_>) -> bool {
        let Some((own, true)) = &self.own else { return true };
        let Writing { desk, by, force, .. } = *writing;
        let writing = Writing {
            desk,
            by,
            force,
            fill_in: self.fill_in,
            extras: Extras::default(),
            unsaid: None,
            inputs: vec![&self.file],
        };
        writing.write_again(&self.record, own)
    }
}

/// The file of the record beside its DOCX, or in the folder of an office that has papers elsewhere: of the same name; else
/// the one that the chain calls so, where it is of the same paper.
pub(super) fn own_file(docx: &Path, sent: &AnyRecord, desk: &Desk) -> Option<PathBuf> {
    let beside = folder_of(docx);
    let apart = desk.office.output().filter(|papers| real(papers) == real(&beside));
    let apart = apart.map(|_| desk.office.folder().to_owned());
    let same_name = docx.with_extension("json");
    std::iter::once(beside).chain(apart).find_map(|folder| {
        let own = plain(&folder.join(same_name.file_name()?));
        if own.is_file() {
            return Some(own);
        }
        let usual = plain(&folder.join(usual_name(sent)));
        let standing = usual.is_file().then(|| input::read(&usual, &desk.renderer).ok()).flatten()?;
        is_same_paper(&standing, sent).then_some(usual)
    })
}

/// Whether two records are of one paper, whatever was changed in its text.
fn is_same_paper(one: &AnyRecord, other: &AnyRecord) -> bool {
    let (Ok(fields), Ok(others)) = (one.fields(), other.fields()) else { return false };
    let known = ["draft", "number", "subject"];
    one.kind().name() == other.kind().name()
        && one.frame().issuer.name == other.frame().issuer.name
        && known.iter().all(|field| fields.get(field) == others.get(field))
}

/// A record with the pictures of signatures that another one has: they never travel in a file.
fn signed_as(standing: &AnyRecord, record: &AnyRecord) -> Result<AnyRecord, Error> {
    let mut fields = record.fields()?;
    match sign(&standing.fields()?, &mut fields) {
        true => record.kind().read(fields),
        false => Ok(record.clone()),
    }
}

/// Puts pictures where the same person signs; whether there are any.
fn sign(from: &Value, to: &mut Value) -> bool {
    match (from, to) {
        (Value::Array(from), Value::Array(to)) => {
            from.iter().zip(to).fold(false, |any, (from, to)| sign(from, to) | any)
        }
        (Value::Object(from), Value::Object(to)) => {
            let image = from.get("image").filter(|_| {
                let same = ["capacity", "name"].iter().all(|field| from.get(*field) == to.get(*field));
                from.contains_key("capacity") && same && !to.contains_key("image")
            });
            let mut any = image.is_some();
            if let Some(image) = image {
                to.insert("image".to_owned(), image.clone());
            }
            for (name, from) in from {
                any |= to.get_mut(name).is_some_and(|to| sign(from, to));
            }
            any
        }
        _ => false,
    }
}
