//! The papers that follow from others.

use serde::Deserialize;
use serde_json::{Value, json};
use vanban::chain::{AnyDraft, DERIVATIONS, Derivation, Draft, cited_by};
use vanban::kinds::{Field, Resolution};
use vanban::parts::{CitedDate, PaperDate, Signature, Vote};
use vanban::profile::ProfileId;
use vanban::text::Text;
use vanban::{AnyRecord, Error, Record, Renderer};

use crate::{Answer, fields, json as written, paper::told};

/// What may follow from the last of these records, each with those that go along: of each kind the last before it.
pub(crate) fn following(renderer: &Renderer, records: &[String]) -> Answer {
    let read = |json: &String| renderer.read(json).ok();
    let records: Vec<Option<AnyRecord>> = records.iter().map(read).collect();
    let Some((Some(last), before)) = records.split_last() else { return written(&json!([])) };
    let mut ways: Vec<Value> = Vec::new();
    for (of, to) in DERIVATIONS.iter().filter(|(of, _)| of.contains(&last.kind().name())) {
        let Some(sources) = sources(of, last, before) else { continue };
        let given: Vec<AnyRecord> = sources.iter().filter_map(|&at| records[at].clone()).collect();
        let Some(way) = way(renderer, to, &given, sources) else { continue };
        // With more records to look at, the paper says more.
        ways.retain(|known| known["to"] != way["to"]);
        ways.push(way);
    }
    if AnyDraft::from_record(last).is_ok() {
        ways.push(json!({"to": "issue"}));
    }
    written(&ways)
}

/// The places of the records that a derivation is made of; none where one is missing.
fn sources(of: &[&str], last: &AnyRecord, before: &[Option<AnyRecord>]) -> Option<Vec<usize>> {
    let mut places = Vec::new();
    for kind in of {
        let is = |record: &AnyRecord| record.kind().name() == *kind;
        places.push(match is(last) {
            true => before.len(),
            false => before.iter().rposition(|record| record.as_ref().is_some_and(is))?,
        });
    }
    places.sort_unstable();
    Some(places)
}

fn way(renderer: &Renderer, to: &str, given: &[AnyRecord], sources: Vec<usize>) -> Option<Value> {
    let lacks_set = |error: &Error| error.problems().iter().any(|it| it.code == "chain.no_criteria_set");
    let sets = renderer.criteria();
    let derive = |set: Option<&str>| derivation(renderer, to, set).of(given);
    let (made, needs_set) = match derive(None) {
        Err(error) if lacks_set(&error) => (derive(sets.ids().next()), true),
        made => (made, false),
    };
    let made = made.ok()?;
    let draft = made.fields().ok().and_then(|fields| fields.get("draft")?.as_u64());
    let choices = sets.ids().filter_map(|id| Some((id, sets.get(id)?.name.as_str()))).filter(|_| needs_set);
    Some(json!({
        "to": to,
        "of": sources,
        "term": made.kind().term(),
        "draft": draft,
        "sets": choices.collect::<Vec<_>>(),
    }))
}

fn derivation(renderer: &Renderer, to: &str, set: Option<&str>) -> Derivation {
    let made = Derivation::to(to).criteria_sets(renderer.criteria().clone());
    set.into_iter().fold(made, Derivation::criteria_set)
}

/// The record of a kind that follows from these.
pub(crate) fn next(
    renderer: &Renderer,
    records: &[String],
    to: &str,
    set: Option<&str>,
) -> Result<AnyRecord, String> {
    let read = records.iter().map(|json| renderer.read(json));
    let records = read.collect::<Result<Vec<_>, _>>().map_err(told)?;
    let guidance = records.iter().find_map(|record| record.frame().profile).unwrap_or(ProfileId::Hd05);
    derivation(renderer, to, set).of(&records).map_err(|error| told(cited_by(guidance, error)))
}

/// What is asked of a draft that is issued: fields of its kind.
const ASKED: [&str; 5] = ["number", "date", "adopted", "vote", "signature"];

/// The fields that are asked for, and what the draft says of them already.
pub(crate) fn asked(renderer: &Renderer, record: &str) -> Answer {
    let record = renderer.read(record).map_err(told)?;
    let known = record.fields().map_err(told)?;
    let of_kind = renderer.fields(record.kind(), None);
    let is_asked = |field: &Field| ASKED.contains(&field.name.as_str());
    let wanted = of_kind.into_iter().filter(is_asked).map(|mut field| {
        (field.required, field.asked) = (true, true);
        field
    });
    let given: serde_json::Map<String, Value> = ["vote", "signature", "adopted"]
        .iter()
        .filter_map(|name| Some(((*name).to_owned(), known.get(name).filter(|it| !it.is_null())?.clone())))
        .collect();
    let wanted: Vec<Field> = wanted.collect();
    written(&json!({"fields": fields::all(&wanted), "given": given}))
}

/// What was answered.
#[derive(Debug, Deserialize)]
struct Answers {
    number: Option<Text>,
    date: Option<PaperDate>,
    adopted: Option<CitedDate>,
    vote: Option<Vote>,
    signature: Option<Signature>,
}

/// The paper that goes out.
pub(crate) fn issue(renderer: &Renderer, record: &str, answers: &str) -> Result<AnyRecord, String> {
    let record = renderer.read(record).map_err(told)?;
    // A sentence of the library says what is wrong with an answer: it is read as the record that it becomes.
    let answers: Answers = serde_json::from_str(answers).map_err(|error| error.to_string())?;
    let number: u32 = answers
        .number
        .as_ref()
        .and_then(|text| text.as_str().trim().parse().ok())
        .filter(|&number| number > 0)
        .ok_or("hãy ghi số văn bản, ví dụ 5")?;
    let date = answers
        .date
        .filter(|date| date.calendar().is_some())
        .ok_or("hãy ghi ngày ban hành, ví dụ 10/6/2026")?;
    let signature = answers.signature.ok_or("hãy ghi quyền hạn ký, chức vụ, họ và tên người ký")?;
    let issued = match AnyDraft::from_record(&record).map_err(told)? {
        AnyDraft::Signed(draft) => draft.issue(number, date, signature),
        AnyDraft::Voted(draft) => voted(*draft, answers.adopted, answers.vote)
            .and_then(|adopted| Ok(adopted.issue(number, date, signature)?.into_record().into())),
    };
    let guidance = record.frame().profile.unwrap_or(ProfileId::Hd05);
    issued.map_err(|error| told(cited_by(guidance, error)))
}

fn voted(
    draft: Draft<Resolution>,
    adopted: Option<CitedDate>,
    vote: Option<Vote>,
) -> Result<vanban::chain::Adopted, Error> {
    let draft = adopted.into_iter().fold(draft, Draft::in_session);
    match vote {
        Some(vote) => draft.adopt(vote),
        None => draft.carried(),
    }
}
