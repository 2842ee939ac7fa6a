//! `vanban issue`: a draft is adopted, where its kind is put to the vote, and issued.

use std::path::{Path, PathBuf};

use clap::Args;
use vanban::chain::{AnyDraft, Draft};
use vanban::kinds::Resolution;
use vanban::parts::{CitedDate, Issuer, PaperDate, Signature};
use vanban::{AnyRecord, Error, Record};

use super::corrected::{self, Corrected};
use super::ways::Chain;
use super::written::Writing;
use super::{REFUSED, USAGE, fill, numbered, values, vote::Figures};
use crate::ask::Person;
use crate::folder::By;
use crate::making::Extras;
use crate::office::{Desks, Setup};
use crate::register::Numbers;
use crate::words;

/// What is issued, and what is known of it.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The draft as a JSON file, or as a DOCX with fields, also corrected in Word: the JSON beside it is
    /// updated.
    record: PathBuf,
    /// The number; by default the next one of the register, if there is one.
    #[arg(long, value_name = "N", value_parser = values::number)]
    number: Option<u32>,
    /// The date.
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    date: Option<PaperDate>,
    /// For a resolution: the day of the session that adopted it.
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    adopted: Option<CitedDate>,
    /// For a resolution: the vote, as entitled=13,present=12,in_favour=12,against=0,abstained=0.
    #[arg(long, value_name = "FIGURES")]
    vote: Option<Figures>,
    /// The file of the record; by default one with the name of its kind, beside the draft.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    extras: Extras,
    /// Also replaces files that were edited or that vanban did not make; never the draft.
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    setup: Setup,
}

/// All that a draft needs to be issued.
struct Known {
    number: Option<u32>,
    /// Where it gets its number, or is entered with it.
    numbers: Option<Numbers>,
    date: Option<PaperDate>,
    signer: Option<Signature>,
    /// The body for which it is signed, where its members decide together.
    together: Option<String>,
    session: Option<Session>,
}

/// How a resolution was adopted.
struct Session {
    day: Option<CitedDate>,
    figures: Figures,
}

/// Issues a draft. The exit status.
pub(crate) fn issue(options: &Options) -> u8 {
    let file = options.record.as_path();
    let mut desks = Desks::new(&options.setup);
    let Some(desk) = desks.beside(file) else { return REFUSED };
    let read = corrected::read(std::slice::from_ref(&options.record), desk, options.force);
    let Some((records, corrected)) = read else { return REFUSED };
    let Some(record) = records.into_iter().next() else { return REFUSED };
    let filled = fill::filled(&record, &desk.office).and_then(|filled| {
        let draft = AnyDraft::from_record(&filled)?;
        Ok((filled, draft))
    });
    if let Some(said) = issued_already(file, &record) {
        tell!("{said}");
        return REFUSED;
    }
    let chain = Chain::of(desk, std::slice::from_ref(&record));
    let Ok((record, draft)) = chain.told(file, filled) else { return REFUSED };
    let signer = fill::signer(&record, &desk.office);
    let session = match &draft {
        AnyDraft::Voted(draft) => Some(Session::known(draft.record(), options)),
        AnyDraft::Signed(_) => None,
    };
    let together = fill::issuer(&record).as_ref().and_then(Issuer::signing).map(|body| body.to_string());
    let numbers = Numbers::of(&desk.office, &record, file);
    if let Some(Err(lines)) = numbers.as_ref().map(|it| it.ask(Person::at_terminal())) {
        lines.iter().for_each(|line| tell!("{line}"));
        return REFUSED;
    }
    let mut known = Known { number: options.number, numbers, date: options.date, signer, together, session };
    let issued = match issued(file, draft, &mut known, &chain) {
        Ok(issued) => issued,
        Err(status) => {
            if let Some(numbers) = &mut known.numbers {
                numbers.give_back();
            }
            tell!("{}", words::chain::nothing_written());
            return status;
        }
    };
    let inputs = corrected.iter().filter_map(Corrected::own).chain([file]).collect();
    let writing = Writing {
        desk,
        by: By::Issue,
        force: options.force,
        fill_in: false,
        extras: options.extras,
        unsaid: None,
        inputs,
    };
    let issued = (&issued, corrected.as_slice());
    numbered(&writing, options.output.as_deref(), issued, &chain, |_| String::new(), known.numbers)
}

/// That a paper went out before, where its kind is drafted and it has a number.
fn issued_already(file: &Path, record: &AnyRecord) -> Option<String> {
    let fields = record.fields().ok()?;
    let number = fields.get("number").filter(|number| !number.is_null())?;
    let error = AnyDraft::from_record(record).err()?;
    let is_none = error.problems().iter().any(|it| it.code == "draft.missing" && it.path == "draft");
    let (term, date) = (record.kind().term(), record.frame().date);
    is_none.then(|| words::chain::issued_already(file, term, number.as_u64(), date))
}

/// The paper that goes out, after whoever sits at the terminal was asked for what is missing; else the exit status.
fn issued(file: &Path, draft: AnyDraft, known: &mut Known, chain: &Chain<'_>) -> Result<AnyRecord, u8> {
    let asked = known.missing().is_empty();
    let mut person = if asked { None } else { Person::at_terminal() };
    if let Some(person) = &mut person {
        let _ = known.ask(person);
    }
    loop {
        let missing = known.missing();
        let (Some(date), Some(signer)) = (known.date, known.signer.clone()) else {
            return Err(tell_missing(file, &missing));
        };
        if !missing.is_empty() {
            return Err(tell_missing(file, &missing));
        }
        let number = match (&mut known.numbers, known.number) {
            (None, None) => return Err(tell_missing(file, &missing)),
            (None, Some(number)) => number,
            (Some(numbers), given) => numbers.take(given, date, &signer).map_err(|lines| {
                lines.iter().for_each(|line| tell!("{}: {line}", file.display()));
                REFUSED
            })?,
        };
        let issued = known.adopted(draft.clone()).and_then(|it| it.issue(number, date, signer));
        let error = match chain.told(file, issued) {
            Ok(issued) => return Ok(issued),
            Err(error) => error,
        };
        // Figures that do not agree are asked for again; a vote that was lost is not.
        let wrong = |code: &str| code.starts_with("vote.") && code != "vote.no_majority";
        let disagree = error.problems().iter().any(|it| wrong(it.code));
        match (&mut person, &mut known.session) {
            (Some(person), Some(session)) if disagree => {
                session.figures = Figures::default().ask(person).unwrap_or_default();
            }
            _ => return Err(REFUSED),
        }
    }
}

fn tell_missing(file: &Path, missing: &[String]) -> u8 {
    tell!("{}", words::chain::not_issued(file));
    missing.iter().for_each(|line| tell!("  {line}"));
    USAGE
}

impl Session {
    /// What the command line or the draft says of it.
    fn known(draft: &Resolution, options: &Options) -> Session {
        let held = draft.session.as_ref().filter(|it| it.date.calendar().is_some());
        let day = options.adopted.or(draft.adopted).or(held.map(|it| it.date.into()));
        Session { day, figures: options.vote.unwrap_or_default().or_of(draft.vote.as_ref()) }
    }
}

/// A draft that needs no vote any more.
enum Ready {
    Adopted(Box<vanban::chain::Adopted>),
    Signed(vanban::chain::SignedDraft),
}

impl Ready {
    fn issue(self, number: u32, date: PaperDate, signer: Signature) -> Result<AnyRecord, Error> {
        match self {
            Ready::Adopted(adopted) => Ok(adopted.issue(number, date, signer)?.into_record().into()),
            Ready::Signed(draft) => draft.issue(number, date, signer),
        }
    }
}

impl Known {
    /// The draft, adopted as it is known.
    fn adopted(&self, draft: AnyDraft) -> Result<Ready, Error> {
        let draft: Draft<Resolution> = match draft {
            AnyDraft::Signed(draft) => return Ok(Ready::Signed(draft)),
            AnyDraft::Voted(draft) => *draft,
        };
        let day = self.session.as_ref().and_then(|it| it.day);
        let draft = day.into_iter().fold(draft, Draft::in_session);
        let vote = self.session.as_ref().and_then(|it| it.figures.vote());
        let adopted = match vote {
            Some(vote) => draft.adopt(vote),
            None => draft.carried(),
        };
        Ok(Ready::Adopted(Box::new(adopted?)))
    }

    fn lacks_number(&self) -> bool {
        self.number.is_none() && self.numbers.is_none()
    }

    /// All that is missing, in words and as it is typed.
    fn missing(&self) -> Vec<String> {
        let mut missing = Vec::new();
        if let Some(session) = &self.session {
            if session.day.is_none() {
                missing.push(words::chain::no_session().to_owned());
            }
            missing.extend(session.figures.missing());
        }
        if self.lacks_number() {
            missing.push(words::chain::no_number().to_owned());
        }
        if self.date.is_none() {
            missing.push(words::chain::no_date().to_owned());
        }
        if self.signer.is_none() {
            missing.push(words::chain::no_signer().to_owned());
        }
        missing
    }

    /// Asks for what is missing, one by one. None where the answers end.
    fn ask(&mut self, person: &mut Person<'_>) -> Option<()> {
        if let Some(session) = &mut self.session {
            if session.day.is_none() {
                let date = self.date;
                let day = |answer: &str| not_after(values::day(answer)?, date);
                session.day = Some(person.ask("Ngày của kỳ sinh hoạt thông qua:", None, day)?);
            }
            session.figures = session.figures.ask(person)?;
        }
        if self.lacks_number() {
            self.number = Some(person.ask("Số văn bản:", None, values::number)?);
        }
        if self.date.is_none() {
            let day = self.session.as_ref().and_then(|it| it.day);
            let date = |answer: &str| {
                let date = values::date(answer)?;
                day.map_or(Ok(()), |day| not_after(day, Some(date)).map(drop))?;
                Ok(date)
            };
            self.date = Some(person.ask("Ngày ban hành:", None, date)?);
        }
        if self.signer.is_none() {
            let position = person.ask("Chức vụ người ký:", None, values::words)?;
            let name = person.ask("Họ và tên người ký:", None, values::words)?;
            self.signer = Some(match self.together.take() {
                Some(body) => Signature::on_behalf_of(body, position, name),
                None => Signature::direct(position, name),
            });
        }
        Some(())
    }
}

/// The day of the session, if the paper is not of a day before it.
fn not_after(session: CitedDate, paper: Option<PaperDate>) -> Result<CitedDate, String> {
    match paper.filter(|it| it.calendar() < session.calendar()) {
        Some(paper) => Err(words::chain::issued_too_early(session, CitedDate::from(paper))),
        None => Ok(session),
    }
}
