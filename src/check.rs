//! What rendering and checking both need of a record, worked out once.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::error::{Problem, Problems, Result};
use crate::fonts::Fonts;
use crate::kinds::{AnyRecord, Record, VIEW, drop_blanks};
use crate::parts::Frame;
use crate::path::Path;

use crate::profile::{Profile, ProfileId};
use crate::rules::{self, Checks};
use crate::schema;
use crate::scoring::CriteriaSets;
use crate::text::{CleanJson, NO_BREAK_SPACE, TonePlacement, majority, place, plain_spaces};

/// A checked record.
pub(crate) struct Checked {
    /// The record as its template sees it, every string cleaned.
    pub(crate) context: CleanJson,
    /// What the regulation places of it.
    pub(crate) frame: Frame,
    /// The guidance that it follows.
    pub(crate) profile: Profile,
    /// Where it puts its tone marks.
    pub(crate) tone: TonePlacement,
    /// Every problem.
    pub(crate) problems: Vec<Problem>,
    /// The papers behind it, each with its record.
    pub(crate) annexes: Vec<(AnyRecord, Checked)>,
    /// The record's fields as it gives them, where nothing was taken out of them to be checked.
    pub(crate) fields: Option<Value>,
}

impl Checked {
    /// Checks a record; where it names no guidance, it follows `profile`.
    pub(crate) fn of(
        record: &dyn Record,
        profile: &Profile,
        criteria: &CriteriaSets,
        fonts: &Fonts,
    ) -> Result<Checked> {
        let mut problems = Problems::default();
        let Written { fields, changed, settled } = written(record, profile, &mut problems)?;
        let record = settled.as_ref().map_or(record, |settled| settled as &dyn Record);
        let mut held = false;
        let mut throughout = rules::throughout::Throughout::default();
        let mut context = CleanJson::noting(&fields, &mut |here, given, cleaned| {
            held |= cleaned.text.contains(NO_BREAK_SPACE);
            rules::texts::check(here, given, cleaned, fonts, &mut problems);
            rules::running::check(here, &cleaned.text, &mut problems);
            throughout.note(here, &cleaned.text);
        });
        let plain = if held { with_plain_spaces(record) } else { None };
        let frame = record.frame();
        let added = profile.replaced();
        let mut profile = frame.profile.map_or_else(|| profile.clone(), Profile::named);
        if let Some(layout) = frame.layout {
            match profile.clone().with_layout(layout) {
                Ok(chosen) => profile = chosen,
                Err(error) => error.problems().iter().cloned().for_each(|problem| problems.add(problem)),
            }
        }
        if let Some(layout) = record.kind().shared_free_layout() {
            profile = profile.with_free_layout(Arc::clone(layout));
        }
        let view = match &plain {
            None => problems_of(record, &frame, &profile, criteria, &mut problems),
            Some(plain) => {
                problems_of(plain, &plain.frame(), &profile, criteria, &mut problems);
                record.view(criteria, &mut Problems::default())
            }
        };
        rules::dots::check(context.get(), &frame, &mut problems);
        let tone = tone(context.get());
        let (separator, end) = profile.basis_marks();
        // Before a heading the grounds end a sentence of their own.
        let continued = ["opening", "articles", "chapters"]
            .iter()
            .any(|field| context.get().get(field).is_some_and(|it| !it.is_null()));
        let end = if continued { end } else { "." };
        let words = json!({
            "basis_separator": separator,
            "basis_end": end,
            "committee": place("chi uỷ", tone),
            "dots": profile.dots(),
        });
        context.insert("profile", words);
        if let Some(view) = view {
            context.insert(VIEW, view);
        }
        throughout.tell(frame.issuer.full_code().as_deref(), &mut problems);
        rules::replaced::check(context.get(), &frame.date, added, &mut problems);
        let mut problems = rules::running::once(problems.into_vec());
        for problem in &mut problems {
            problem.clause = rules::clauses::of(profile.id(), problem.clause);
        }
        let mut annexes = Vec::new();
        for annex in record.annexes() {
            let checked = Checked::of(&annex.record, &profile, criteria, fonts)?;
            for mut problem in checked.problems.iter().cloned() {
                // The record may have a field of it without the part that has it there.
                let alone: Path = problem.path.steps().last().into_iter().cloned().collect();
                let places = [&problem.path, &alone].map(|path| known(record, &annex.at.join(path)));
                let [whole, alone] = places;
                problem.path = if whole == annex.at { alone } else { whole };
                // What it has of the record itself was told there.
                if !problems.iter().any(|told| told.code == problem.code) {
                    problems.push(problem);
                }
            }
            annexes.push((annex.record, checked));
        }
        record.kind().name_fields(&mut problems);
        let fields = (!changed).then_some(fields);
        Ok(Checked { context, frame, profile, tone, problems, annexes, fields })
    }
}

/// The narrowest part around a place that records of the kind have.
fn known(record: &dyn Record, place: &Path) -> Path {
    let (root, steps) = (record.kind().schema(), place.steps());
    let known = (1..=steps.len()).rev().find(|&end| !schema::owners(root, &steps[..end]).is_empty());
    steps[..known.unwrap_or_default()].iter().cloned().collect()
}

/// Finds every problem of a record, and works its view out.
fn problems_of(
    record: &dyn Record,
    frame: &Frame,
    profile: &Profile,
    criteria: &CriteriaSets,
    problems: &mut Problems,
) -> Option<Value> {
    let mut of_frame = Problems::default();
    rules::frame::check(frame, profile, &mut of_frame);
    of_the_record(record, frame, of_frame, problems);
    record.check(&mut Checks::new(profile, problems));
    record.view(criteria, problems)
}

/// Problems of a frame name the record's own fields; the record itself, where it has no such field.
fn of_the_record(record: &dyn Record, frame: &Frame, found: Problems, problems: &mut Problems) {
    let found = found.into_vec();
    if found.is_empty() {
        return;
    }
    for mut problem in found {
        // A part of another shape, a person where a signature is looked for, has not every field of it.
        problem.path = known(record, &frame.origins.of(&problem.path));
        problems.add(problem);
    }
}

/// A record as JSON. Where it held blank texts that may be left out, or words and marks that the page has
/// itself, they are taken away, and the record without them stands beside it.
struct Written {
    fields: Value,
    changed: bool,
    settled: Option<AnyRecord>,
}

fn written(record: &dyn Record, profile: &Profile, problems: &mut Problems) -> Result<Written> {
    let mut written = record.fields()?;
    schema::bounded(&written)?;
    let dropped = drop_blanks(&mut written, record.kind());
    let own = written.get("profile").and_then(|id| ProfileId::deserialize(id).ok()).map(Profile::named);
    let taken = rules::surrounds::take(
        &mut written,
        record.kind().schema(),
        own.as_ref().unwrap_or(profile),
        problems,
    );
    let changed = dropped || taken;
    let settled = changed.then(|| record.kind().read(written.clone()).ok()).flatten();
    Ok(Written { fields: written, changed, settled })
}

/// The record as its words read, a plain space for every no-break one: rules look for words. Nothing where a
/// caller's own kind cannot be read from what it writes.
fn with_plain_spaces(record: &dyn Record) -> Option<AnyRecord> {
    fn plain(value: &mut Value) {
        match value {
            Value::String(text) => *text = plain_spaces(text).into_owned(),
            Value::Array(values) => values.iter_mut().for_each(plain),
            Value::Object(fields) => fields.values_mut().for_each(plain),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let mut fields = record.fields().ok()?;
    plain(&mut fields);
    record.kind().read(fields).ok()
}

/// Where a record puts its tone marks: where most of its words do.
pub(crate) fn tone(context: &Value) -> TonePlacement {
    let mut texts = Vec::new();
    strings(context, &mut texts);
    majority(texts.into_iter()).unwrap_or_default()
}

/// Every string of a record; its view is not its own text.
fn strings<'a>(value: &'a Value, texts: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => texts.push(text),
        Value::Array(values) => values.iter().for_each(|value| strings(value, texts)),
        Value::Object(fields) => {
            let own = fields.iter().filter(|(name, _)| *name != VIEW);
            own.for_each(|(_, value)| strings(value, texts));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
