//! `vanban new`: a record to fill in, each field with what it is called beside it; or a table, a column for each.

mod sheet;
mod skeleton;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};
use vanban::kinds::Field;
use vanban::scoring::SessionVariant;
use vanban::text::{Decimal, file_name, slug};
use vanban::{Kind, Renderer};

use crate::ask::Person;
use crate::folder::write_alone;
use crate::office::questions::{self, Question};
use crate::office::{FILE, Office, init};
use crate::words;
pub(crate) use skeleton::EXPLAINED;
use skeleton::{Given, skeleton};

/// The options of `vanban new`.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The kind, by its name or its Vietnamese term.
    #[arg(value_parser = crate::values::kind)]
    kind: Kind,
    /// The kind of session, or the variant of the kind: `regular`, `forum`.
    #[arg(long, value_name = "VARIANT")]
    session: Option<String>,
    /// The file: a record (.json), or a table (.xlsx); by default a record with the name of the kind.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The criteria set of an evaluation form.
    #[arg(long, value_name = "ID")]
    criteria_set: Option<String>,
    /// The folder of your own form, which the kind may then name.
    #[arg(long, value_name = "DIR")]
    form: Vec<PathBuf>,
    /// Overwrites an existing file.
    #[arg(long)]
    force: bool,
}

/// Writes the record to fill in; tells whether it is written.
pub(crate) fn new(options: &Options) -> bool {
    for folder in &options.form {
        if let Err(lines) = crate::forms::read(folder) {
            lines.iter().for_each(|line| tell!("{line}"));
            return false;
        }
    }
    let variant = match variant(&options.kind, options.session.as_deref()) {
        Ok(variant) => variant,
        Err(why) => {
            tell!("--session: {why}");
            return false;
        }
    };
    let path = options.output.clone().unwrap_or_else(|| free_name(&options.kind));
    let is = |name: &str| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(name));
    if !is("json") && !is("xlsx") {
        tell!("{}", words::usage::not_to_fill_in(&path, &file_name(options.kind.term())));
        return false;
    }
    let as_table = is("xlsx");
    if path.exists() && !options.force {
        tell!("{}: {}", path.display(), words::foreign());
        return false;
    }
    let variant = match variant {
        None if !as_table && is_of_a_session(&options.kind) => which_variant(&options.kind),
        known => known,
    };
    let Some(office) = office(&options.kind, &path) else { return false };
    let (kind, set) = (&options.kind, options.criteria_set.as_deref());
    // What is typed next needs the form again.
    let form: String =
        options.form.iter().map(|folder| format!(" --form {}", words::typed_path(folder))).collect();
    let bytes = if as_table {
        match sheet::workbook(kind, variant.as_deref(), set, office, &form) {
            Ok(bytes) => bytes,
            Err(lines) => {
                lines.iter().for_each(|line| tell!("{}: {line}", path.display()));
                return false;
            }
        }
    } else {
        skeleton(kind, variant.as_deref(), &given(kind, &office, variant.as_deref(), set)).into_bytes()
    };
    let whole = Path::new(".").join(&path);
    if let Err(said) = write_alone(&whole, &bytes) {
        tell!("{}: {said}", path.display());
        return false;
    }
    crate::output::print(&match as_table {
        true => sheet::what_follows(kind, &path, &form),
        false => words::usage::fill_in(&path, &form),
    })
}

/// Whether a record of a kind says of which session it is.
fn is_of_a_session(kind: &Kind) -> bool {
    let says = |field: &Field| field.name == "variant" || (field.name == "session" && field.required);
    kind.fields(None).iter().any(|field| field.required && says(field)) && !kind.variants().is_empty()
}

/// The variant that who sits at the terminal chooses; where nobody does, what can be chosen is told, and the record is
/// of none of them.
fn which_variant(kind: &Kind) -> Option<String> {
    let variants = kind.variants();
    let Some(mut person) = Person::at_terminal() else {
        let known: Vec<String> = variants.iter().map(|(name, term)| format!("{name} ({term})")).collect();
        tell!("{}", words::usage::which_variant(kind.term(), &known.join(", ")));
        return None;
    };
    let listed = variants.iter().enumerate().map(|(at, (_, term))| format!("  {}. {term}\n", at + 1));
    person.say(&listed.collect::<String>())?;
    let question = format!("{} của kỳ nào? Ghi số hoặc tên:", kind.title());
    person.ask(&question, None, |answer| chosen(kind, &variants, answer))
}

/// The variant of a number in the list, or of a name.
fn chosen(kind: &Kind, variants: &[(String, String)], answer: &str) -> Result<String, String> {
    let numbered = answer.parse::<usize>().ok().and_then(|number| variants.get(number.checked_sub(1)?));
    let named = || variant(kind, Some(answer)).map(Option::unwrap_or_default);
    numbered.map_or_else(named, |(name, _)| Ok(name.clone()))
}

/// The variant of a kind that is named: by its name or what it is called.
fn variant(kind: &Kind, said: Option<&str>) -> Result<Option<String>, String> {
    let Some(said) = said else { return Ok(None) };
    let variants = kind.variants();
    let wanted = slug(said);
    // What sessions are called goes before what papers call them.
    let sessions = [
        SessionVariant::Regular,
        SessionVariant::Thematic,
        SessionVariant::Combined,
        SessionVariant::Quarter,
    ];
    let session = sessions.into_iter().find(|session| slug(session.words()) == wanted);
    let session = session.and_then(|session| serde_json::to_value(session).ok());
    let is_session = |name: &str| session.as_ref().and_then(Value::as_str) == Some(name);
    let exact =
        variants.iter().find(|(name, term)| *name == said || is_session(name) || slug(term) == wanted);
    let mut part = variants.iter().filter(|(_, term)| slug(term).contains(&wanted));
    let found = exact.or_else(|| part.next().filter(|_| part.next().is_none()));
    if let Some((name, _)) = found {
        return Ok(Some(name.clone()));
    }
    if variants.is_empty() {
        return Err(words::usage::no_variants(kind.term()));
    }
    let known: Vec<String> = variants.iter().map(|(name, term)| format!("{name} ({term})")).collect();
    Err(words::usage::no_variant(kind.term(), said, &known.join(", ")))
}

/// A name after the kind that no file has.
fn free_name(kind: &Kind) -> PathBuf {
    let name = file_name(kind.term());
    let numbered = (2..).map(|number| format!("{name}-{number}.json"));
    let mut names = std::iter::once(format!("{name}.json")).chain(numbered).map(PathBuf::from);
    names.find(|path| !path.exists()).unwrap_or_default()
}

/// The office of the file; where there is none, it is asked for on a terminal and written down first.
fn office(kind: &Kind, path: &Path) -> Option<Office> {
    let told = |lines: Vec<String>| lines.iter().for_each(|line| tell!("{line}"));
    let office = Office::beside(path).map_err(told).ok()?;
    if Office::stands(path) {
        return Some(office);
    }
    let Some(mut person) = Person::at_terminal() else { return Some(office) };
    let renderer = Renderer::new();
    let scores = kind.fields(None).iter().any(|field| field.name == "criteria_set");
    let asked: Vec<Question> = [
        Question::Office,
        Question::Superior,
        Question::Place,
        Question::Guidance,
        Question::CriteriaSet,
        Question::Signer,
        Question::Recipients,
        Question::Archive,
    ]
    .into_iter()
    .filter(|question| scores || *question != Question::CriteriaSet)
    .collect();
    person.say(&format!("Chưa có {FILE}; xin hỏi một lần về cơ quan, các văn bản sau không hỏi lại.\n"))?;
    let Some(answered) = questions::ask(&mut person, &asked, office, renderer.criteria()) else {
        tell!("{}", words::usage::not_answered());
        return None;
    };
    init::written(&answered, renderer.criteria())?;
    tell!("{}", words::usage::written(FILE));
    Some(answered)
}

/// What is known of the record: of the office, of the variant, of the criteria.
fn given(kind: &Kind, office: &Office, variant: Option<&str>, set: Option<&str>) -> Vec<Given> {
    let mut given: Vec<Given> =
        office.defaults_of(kind).into_iter().map(|(place, value)| Given::new(place, value)).collect();
    if let Some(set) = set {
        given.insert(0, Given::new("criteria_set", set));
    }
    // Most papers are signed for the body.
    if !kind.says("signature") && !given.iter().any(|given| given.place.starts_with("signature.")) {
        given.push(Given::new("signature.capacity", "T/M"));
    }
    if let Some(variant) = variant {
        given.extend(["variant", "session.variant"].map(|place| Given::new(place, variant)));
    }
    if kind.name() == "evaluation_form" {
        given.extend(rows(&given, variant));
    }
    given
}

/// A row for each criterion of the set that is known.
fn rows(given: &[Given], variant: Option<&str>) -> Option<Given> {
    let id = given.iter().find(|given| given.place == "criteria_set")?.value.as_str()?.to_owned();
    let renderer = Renderer::new();
    let set = renderer.criteria().get(&id)?;
    let session: SessionVariant =
        serde_json::from_value(variant.unwrap_or("regular").into()).unwrap_or(SessionVariant::Regular);
    let (mut rows, mut said): (Vec<Value>, Vec<String>) = Default::default();
    for line in set.lines(session).filter(|line| line.max > Decimal::from(0)) {
        rows.push(json!({"criterion": line.id, "self_score": null, "note": ""}));
        said.push(format!("{} (tối đa {})", line.title, line.max));
    }
    Some(Given { said, ..Given::new("rows", rows) })
}
