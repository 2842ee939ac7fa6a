//! `vanban copy`.

use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::str::FromStr;

use clap::Args;
use serde_json::{Value, json};
use vanban::kinds::{CertifiedCopy, file_text, plain_json};
use vanban::parts::{CopyForm, Given, PaperDate};
use vanban::{Error, Renderer, Result};

use crate::folder::{By, Files, Folder, Put};
use crate::next::values;
use crate::office::{Desk, Desks, Office, Setup};
use crate::register::Numbers;
use crate::{input, output, reading, words};

/// What is copied, and what is known of the copy.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The original: a record as a JSON file, or any PDF.
    original: PathBuf,
    /// The form of the copy: exact, transcript or extract, or its printed name.
    #[arg(long = "as", value_name = "FORM", value_parser = form)]
    copied_as: Option<CopyForm>,
    /// The number of the copy; by default the next one of the register, if there is one.
    #[arg(long, value_name = "N", value_parser = values::number)]
    number: Option<u32>,
    /// The date of the copy.
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    date: Option<PaperDate>,
    /// The recipients, separated by semicolons.
    #[arg(long, value_name = "NAMES", value_delimiter = ';')]
    recipients: Vec<String>,
    /// The pages of an extract, as 1,3-5; the extract is a PDF, also for a record.
    #[arg(long, value_name = "PAGES")]
    pages: Option<Chosen>,
    /// A JSON file with values that neither the command line nor vanban.toml has: issuer, place, signature.
    #[arg(long, value_name = "FILE")]
    with: Option<PathBuf>,
    /// Folder for the copy; it is created if necessary.
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// Also replaces files that were edited or that vanban did not make; never the original.
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    setup: Setup,
}

/// Pages of a PDF, from 1 on.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Chosen(Vec<u32>);

/// Pages that a range may name: no paper has more.
const MOST: u32 = 10_000;

impl FromStr for Chosen {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Chosen, String> {
        let mut pages = Vec::new();
        for part in text.split(',') {
            // Word makes the longer dash of a hyphen.
            let (first, last) = part.split_once(['-', '–']).unwrap_or((part, part));
            let read = (first.trim().parse::<u32>(), last.trim().parse::<u32>());
            let (Ok(first), Ok(last)) = read else { return Err(words::copies::pages().to_owned()) };
            if first > last {
                return Err(words::copies::backwards(first, last));
            }
            if last > MOST {
                return Err(words::copies::beyond(MOST));
            }
            pages.extend(first..=last);
        }
        Ok(Chosen(pages))
    }
}

/// How a paper is copied, by its name or by what copies call it.
fn form(text: &str) -> std::result::Result<CopyForm, &'static str> {
    CopyForm::named(text).ok_or_else(words::copies::form)
}

/// Writes a copy: of a record DOCX and PDF, of a PDF or of named pages a PDF.
pub(super) fn copy(options: &Options) -> bool {
    let original = options.original.as_path();
    let mut desks = Desks::new(&options.setup);
    let Some(Desk { renderer, office, .. }) = desks.beside(original) else { return false };
    let told = options.with.as_deref().unwrap_or(original);
    let Some(fields) = input::told(told, fields(options, office)) else { return false };
    let lacking = words::copies::lacking(|field| fields.get(field).is_none_or(Value::is_null));
    if !lacking.is_empty() {
        lacking.iter().for_each(|said| tell!("{}: {said}", original.display()));
        return false;
    }
    let Some(mut copy) = input::told(told, CertifiedCopy::from_value(fields)) else { return false };
    let mut numbers = match numbered(&mut copy, options, office, renderer) {
        Ok(numbers) => numbers,
        Err(lines) => {
            lines.iter().for_each(|line| tell!("{line}"));
            return false;
        }
    };
    if copy.number.is_none() {
        tell!("{}: {}", original.display(), words::copies::no_number());
        return false;
    }
    let done = made(options, &copy, renderer);
    match &mut numbers {
        Some(numbers) if done => numbers.tell(),
        Some(numbers) => numbers.give_back(),
        None => {}
    }
    done
}

/// Makes the files of a copy and writes them.
fn made(options: &Options, copy: &CertifiedCopy, renderer: &Renderer) -> bool {
    let original = options.original.as_path();
    let Some(files) = files(original, copy, renderer) else { return false };
    let inputs: Vec<&Path> = std::iter::once(original).chain(options.with.as_deref()).collect();
    put(&options.output, By::Copy, options.force, &inputs, &files)
}

/// Puts files into a folder, never over what they were made of, and prints their names.
pub(super) fn put(output: &Path, by: By, force: bool, inputs: &[&Path], files: &[(String, Vec<u8>)]) -> bool {
    let folder = Folder::open(Rc::new(Files), output, by, force, inputs);
    let written = folder.map(|folder| write(folder, files));
    match written {
        Ok(Ok(all)) => all,
        Ok(Err(error)) => {
            tell!("{}: {}", output.display(), words::unwritten(&error, false));
            false
        }
        Err(said) => {
            tell!("{said}");
            false
        }
    }
}

/// Gives a copy the next number of the register, where the office keeps one, or enters the one that it has.
fn numbered(
    copy: &mut CertifiedCopy,
    options: &Options,
    office: &Office,
    renderer: &Renderer,
) -> std::result::Result<Option<Numbers>, Vec<String>> {
    let given = match copy.number {
        None => None,
        Some(Given::Value(number)) => Some(number),
        Some(Given::ByHand) => return Ok(None),
    };
    // Who copies an original again has the same copy, unless it gets a number of its own.
    let file = match given.and_then(|_| renderer.render(copy).ok()) {
        None => options.original.clone(),
        Some(form) => options.output.join(format!("{}.pdf", form.file_name())),
    };
    let Some(mut numbers) = Numbers::of(office, &copy.clone().into(), &file) else { return Ok(None) };
    copy.number = Some(numbers.take(given, copy.date, &copy.signature)?.into());
    Ok(Some(numbers))
}

/// What is known of the copy: what the line says, else the file that it names, else the office.
fn fields(options: &Options, office: &Office) -> Result<Value> {
    let mut fields = match &options.with {
        None => json!({}),
        Some(file) => {
            let bytes = reading::bytes(file).map_err(|error| input::unreadable(&error))?;
            // What is no JSON is told by the reader below.
            let text = file_text(&bytes).map(|text| plain_json(&text)).unwrap_or_default();
            match serde_json::from_str(&text) {
                Ok(Value::Object(fields)) => Value::Object(fields),
                _ => return CertifiedCopy::from_json(&text).map(|_| json!({})),
            }
        }
    };
    let mut set = |field: &str, value: Option<Value>| {
        if let Some(value) = value {
            fields[field] = value;
        }
    };
    set("form", options.copied_as.map(|form| json!(form)));
    set("number", options.number.map(Value::from));
    set("date", options.date.map(|date| json!(date)));
    let recipients: Vec<&str> = options.recipients.iter().map(|name| name.trim()).collect();
    set("recipients", (!recipients.is_empty()).then(|| json!(recipients)));
    set("pages", options.pages.as_ref().map(|Chosen(pages)| json!(pages)));
    if let (None, Some(signer)) = (fields.get("signature"), office.signer()) {
        fields["signature"] = json!(signer);
    }
    office.complete(&mut fields);
    Ok(fields)
}

/// The bytes of a PDF with the copy's name.
fn named(copy: &CertifiedCopy, bytes: Vec<u8>, renderer: &Renderer) -> Result<Vec<(String, Vec<u8>)>> {
    let form = renderer.render(copy)?;
    Ok(vec![(format!("{}.pdf", form.file_name()), bytes)])
}

/// The names and bytes of the copy's files; what is wrong is told.
fn files(original: &Path, copy: &CertifiedCopy, renderer: &Renderer) -> Option<Vec<(String, Vec<u8>)>> {
    if original.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf")) {
        let bytes = reading::bytes(original).map_err(|error| input::unreadable(&error));
        let made = bytes.and_then(|bytes| renderer.copy_of_pdf(&bytes, copy));
        let files = input::told(original, made.and_then(|bytes| named(copy, bytes, renderer)))?;
        // It may be the part alone; that pages were forgotten would be seen by its readers only.
        if copy.form == CopyForm::Extract && copy.pages.is_empty() {
            tell!("{}: {}", original.display(), words::copies::extract_is_whole());
        }
        return Some(files);
    }
    let record = input::record(original, renderer)?;
    if !copy.pages.is_empty() {
        let made = renderer.extract_of(&record, copy);
        let files = input::told(original, made.and_then(|bytes| named(copy, bytes, renderer)))?;
        for warning in renderer.check(&record) {
            tell!("{}: {warning}", original.display());
        }
        tell!("{}: {}", original.display(), words::copies::extract_is_pdf());
        return Some(files);
    }
    let document = input::told(original, renderer.copy_of(&record, copy))?;
    for warning in document.warnings() {
        tell!("{}: {warning}", original.display());
    }
    if copy.form == CopyForm::Extract {
        tell!("{}: {}", original.display(), words::copies::extract_is_numbered_anew());
    }
    let name = document.file_name();
    let made = || -> std::result::Result<_, Error> {
        Ok(vec![(format!("{name}.docx"), document.to_docx()?), (format!("{name}.pdf"), document.to_pdf()?)])
    };
    input::told(original, made())
}

/// Writes the files into a folder, and their names to standard output.
fn write(mut folder: Folder, files: &[(String, Vec<u8>)]) -> io::Result<bool> {
    let (mut written, mut failed) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        match folder.put(name, bytes)? {
            Put::Stands => written.push(name),
            Put::Kept(why) => failed.push((name.clone(), why.to_owned())),
            Put::Failed(why) => failed.push((name.clone(), why)),
        }
    }
    failed.extend(folder.commit()?);
    for (name, why) in &failed {
        tell!("{}: {why}", folder.path().join(name).display());
    }
    let mut all = failed.is_empty();
    for name in written.into_iter().filter(|name| !failed.iter().any(|(failed, _)| failed == *name)) {
        all &= output::print(&folder.path().join(name).display().to_string());
    }
    folder.close()?;
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_figures_and_ranges() {
        for pages in ["1,3-5", "1, 3 – 5"] {
            assert_eq!(pages.parse(), Ok(Chosen(vec![1, 3, 4, 5])));
        }
        // What the rules of a copy say better is theirs to say.
        assert_eq!("0, 2,2".parse(), Ok(Chosen(vec![0, 2, 2])));
        let plainly = "hãy ghi các trang bằng chữ số, như 1,3-5";
        for (wrong, said) in [
            ("", plainly),
            ("1;2", plainly),
            ("a", plainly),
            ("-1", plainly),
            ("1-2-3", plainly),
            ("1,", plainly),
            ("3-1", "hãy ghi trang nhỏ trước, như 1-3"),
            ("1-99999", "hãy ghi trang không quá 10000"),
        ] {
            assert_eq!(wrong.parse::<Chosen>(), Err(said.to_owned()), "{wrong}");
        }
    }

    #[test]
    fn a_form_is_known_by_what_copies_call_it() {
        assert_eq!(form("Sao lục"), Ok(CopyForm::Transcript));
        assert_eq!(form("exact"), Ok(CopyForm::Exact));
        assert_eq!(form("photo"), Err("hãy ghi một trong: sao y, sao lục, trích sao"));
    }
}
