//! Which control is of which field, and what stands in it.

use std::collections::BTreeMap;

use super::body::{Body, Control};
use super::data::Slot;
use super::forms;
use super::returned::ReturnedField;
use crate::text::{clean, plain_spaces};

/// The fields with what they say.
pub(super) fn fields(body: &Body, slots: &[Slot]) -> Vec<ReturnedField> {
    let own = named(body, slots);
    let fields = slots.iter().zip(shown(body, &own, &around(body, &own), slots.len()));
    fields.map(|(slot, shown)| field(body, slot, without_copies(slot, shown).0)).collect()
}

/// The fields of a file's controls.
pub(super) struct Owners(Vec<Option<usize>>);

impl Owners {
    /// The field of which a control is.
    pub(super) fn of(&self, control: Option<usize>) -> Option<usize> {
        control.and_then(|control| self.0.get(control).copied().flatten())
    }
}

/// The field whose text each control holds; none for a copy of a printed text, which is a text of its own.
pub(super) fn owners(body: &Body, slots: &[Slot]) -> Owners {
    let own = named(body, slots);
    let mut owners = around(body, &own);
    let shown = shown(body, &own, &owners, slots.len());
    let copies = slots.iter().zip(shown).enumerate();
    let copies: BTreeMap<usize, usize> = copies
        .flat_map(|(field, (slot, shown))| {
            let copies = without_copies(slot, shown).1.into_iter().flat_map(|copy| copy.controls);
            copies.map(move |control| (control, field))
        })
        .collect();
    if copies.is_empty() {
        return Owners(owners);
    }
    for (control, owner) in owners.iter_mut().enumerate() {
        let copied = |around: usize| owner.is_some() && copies.get(&around) == owner.as_ref();
        if body.around(Some(control)).any(copied) {
            *owner = None;
        }
    }
    Owners(owners)
}

/// What stands in a control without a field is the text of the control around it.
fn around(body: &Body, own: &[Option<usize>]) -> Vec<Option<usize>> {
    (0..own.len()).map(|control| body.around(Some(control)).find_map(|around| own[around])).collect()
}

/// The field of each control: the one that it is bound to, else the one that its tag names.
fn named(body: &Body, slots: &[Slot]) -> Vec<Option<usize>> {
    let mut places = BTreeMap::<&str, Vec<usize>>::new();
    for (index, slot) in slots.iter().enumerate() {
        places.entry(slot.at.as_str()).or_default().push(index);
    }
    // Of fields with the same place, controls without a binding are taken in their order.
    let mut seen = BTreeMap::<&str, usize>::new();
    let numbered = |number: usize| number.checked_sub(1).filter(|index| *index < slots.len());
    let field = |control: &'_ Control| -> Option<usize> {
        let tag = control.tag.as_deref().unwrap_or_default();
        if let Some(number) = tag.strip_prefix('#') {
            return numbered(number.parse().ok()?);
        }
        let (place, places) = places.get_key_value(tag)?;
        let before = seen.entry(*place).or_default();
        *before += 1;
        places.get(*before - 1).or(places.last()).copied()
    };
    let mut by_tag: Vec<Option<usize>> = body.controls.iter().map(field).collect();
    forms::named(body, slots, &mut by_tag);
    for (control, field) in body.controls.iter().zip(&mut by_tag) {
        *field = control.bound.and_then(numbered).or(*field);
    }
    by_tag
}

/// A place in the text where a field stands.
#[derive(Debug)]
struct Shown {
    /// The outermost control of the field there; several where one was split.
    controls: Vec<usize>,
    /// The paragraph that it ends in; none while nothing was read.
    last: Option<usize>,
    text: String,
    checked: Option<bool>,
}

/// Every place in the text where each field stands.
fn shown(body: &Body, own: &[Option<usize>], owners: &[Option<usize>], fields: usize) -> Vec<Vec<Shown>> {
    let mut all: Vec<Vec<Shown>> = (0..fields).map(|_| Vec::new()).collect();
    // The place of the field that each control is in.
    let mut places: Vec<Option<(usize, usize)>> = Vec::with_capacity(own.len());
    for (control, field) in owners.iter().enumerate() {
        let Some(field) = *field else {
            places.push(None);
            continue;
        };
        let outermost = body.around(Some(control)).filter(|around| own[*around] == Some(field)).last();
        let outermost = outermost.unwrap_or(control);
        let checked = body.controls.get(control).and_then(|control| control.checked);
        if outermost == control {
            places.push(Some((field, all[field].len())));
            all[field].push(Shown { controls: vec![control], last: None, text: String::new(), checked });
        } else {
            let place = places.get(outermost).copied().flatten();
            if let Some((field, index)) = place
                && let Some(shown) = all[field].get_mut(index)
            {
                shown.checked = shown.checked.or(checked);
            }
            places.push(place);
        }
    }
    for (index, paragraph) in body.paragraphs.iter().enumerate() {
        for piece in &paragraph.pieces {
            let place = piece.control.and_then(|control| places.get(control).copied().flatten());
            let Some((field, at)) = place else { continue };
            let Some(shown) = all[field].get_mut(at) else { continue };
            if shown.last.is_some_and(|last| last != index) {
                shown.text.push('\n');
            }
            shown.last = Some(index);
            shown.text.push_str(&piece.text);
        }
    }
    all.into_iter().map(joined).collect()
}

/// The pieces of a control that was split stand in one paragraph.
fn joined(all: Vec<Shown>) -> Vec<Shown> {
    let mut joined: Vec<Shown> = Vec::with_capacity(all.len());
    for shown in all {
        match joined.last_mut() {
            Some(before) if before.last.is_some() && before.last == shown.last => {
                before.text.push_str(&shown.text);
                before.controls.extend(shown.controls);
            }
            _ => joined.push(shown),
        }
    }
    joined
}

/// The places where a field stands, and those that are copies of it: a text that was printed once and stands there twice
/// was copied, and the copy is new, whatever it says. Of room for the pen it is the same which one was filled in.
fn without_copies(slot: &Slot, mut shown: Vec<Shown>) -> (Vec<Shown>, Vec<Shown>) {
    if slot.open || shown.len() < 2 || ticked(&slot.printed).is_some() {
        return (shown, Vec::new());
    }
    let own = match shown.iter().position(|shown| same(&shown.text, &slot.printed)) {
        Some(own) => own,
        None if shown.windows(2).all(|two| same(&two[0].text, &two[1].text)) => 0,
        // Nobody knows which one is meant.
        None => return (shown, Vec::new()),
    };
    let own = shown.remove(own);
    (vec![own], shown)
}

fn field(body: &Body, slot: &Slot, shown: Vec<Shown>) -> ReturnedField {
    let control = |shown: &Shown| shown.controls.first().and_then(|control| body.controls.get(*control));
    let term = shown.iter().filter_map(control).find_map(|control| control.title.clone());
    let items: Vec<&(String, String)> =
        shown.iter().filter_map(control).flat_map(|control| &control.items).collect();
    let is_box = shown.iter().any(|shown| shown.checked.is_some()) || ticked(&slot.printed).is_some();
    let form = |text: &str| if is_box { as_box(text) } else { chosen(text, &items) };
    let given = form(slot.given());
    let texts = shown.iter().map(|shown| match (shown.checked, control(shown)) {
        (Some(checked), _) if ticks(&shown.text) == Some(false) || same(&shown.text, &slot.printed) => {
            checked.to_string()
        }
        (_, Some(control)) => form(&filled(&shown.text, slot, control)),
        (_, None) => String::new(),
    });
    let mut texts: Vec<String> = texts.collect();
    let emptied = slot.open
        && texts.iter().all(String::is_empty)
        && shown.iter().any(|shown| shown.checked.is_none() && !shows_room(&shown.text, slot));
    // Copies that nobody touched say nothing. A box that is ticked by its program, and shows nothing, says both where the data does not say that somebody ticked it.
    let by_data = given != "true" && form(&slot.value) == "true";
    let is_torn =
        |shown: &Shown| shown.checked == Some(true) && ticks(&shown.text) == Some(false) && !by_data;
    if shown.iter().any(is_torn) {
        texts = vec!["true".to_owned(), "false".to_owned()];
    } else if texts.iter().any(|text| !same(text, &given)) {
        texts.retain(|text| !same(text, &given));
    }
    texts.dedup_by(|text, before| same(text, before));
    let differs = texts.len() > 1;
    let text = (!shown.is_empty()).then(|| texts.join("\n"));
    let data = match slot.open {
        true if is_open(&slot.value) => "",
        true => without_dots(&slot.value, &slot.printed),
        false => &slot.value,
    };
    ReturnedField { at: slot.at.clone(), term, given, text, data: form(data), differs, emptied }
}

/// Whether a text is still the room for the pen that was printed.
fn shows_room(text: &str, slot: &Slot) -> bool {
    let printed = plain(&slot.printed);
    match printed.is_empty() {
        true => plain(text).is_empty() && text.chars().count() >= slot.printed.chars().count(),
        false => plain(text) == printed,
    }
}

/// What was filled into a control; nothing where it shows room for the pen, or its program asks for something.
fn filled(text: &str, slot: &Slot, control: &Control) -> String {
    let own = plain(text);
    if own == plain(&slot.printed) {
        return slot.given().to_owned();
    }
    if (control.placeholder && asks(&own)) || is_open(text) {
        return String::new();
    }
    if slot.open { without_dots(text, &slot.printed).to_owned() } else { text.to_owned() }
}

/// What stands where a control was.
pub(super) fn without_control(text: &str, slot: &Slot) -> String {
    match ticked(&slot.printed) {
        Some(_) => as_box(text),
        None => filled(text, slot, &Control::default()),
    }
}

/// Whether it is how a program asks for something in a control that was emptied: “Bấm hoặc gõ nhẹ vào đây để nhập văn
/// bản.”
fn asks(text: &str) -> bool {
    let text = text.to_lowercase();
    let text = text.trim_end_matches('.');
    let begins = ["click or tap", "click here to", "bấm hoặc ", "bấm vào đây", "nhấp hoặc ", "nhấp vào đây"];
    let is_short = text.chars().count() <= LONGEST_PROMPT;
    matches!(text, "choose an item" | "enter text" | "chọn một mục")
        || (is_short
            && begins.iter().any(|begin| text.starts_with(begin))
            && ["enter", "nhập", "gõ"].iter().any(|word| text.contains(word)))
}

/// Letters of the longest that any program writes.
const LONGEST_PROMPT: usize = 60;

/// Whether a text is room for the pen.
pub(super) fn is_open(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '…' | '.' | '/' | '%' | '_') || c.is_whitespace())
}

/// A text that was written into a row of dots. Three dots right behind a word are the writer's own, as in `v.v...`, unless
/// these are all that was printed.
fn without_dots<'t>(text: &'t str, printed: &str) -> &'t str {
    let is_dots = |dots: &str| dots.contains(['…', '_']) || dots.matches('.').count() > 2;
    let in_row = |c: char| matches!(c, '…' | '.' | '_') || c.is_whitespace();
    let text = text.trim();
    let kept = text.trim_start_matches(in_row);
    let text = if is_dots(&text[..text.len() - kept.len()]) { kept } else { text };
    let kept = text.trim_end_matches(in_row);
    let dots = &text[kept.len()..];
    let own = matches!(dots, "…" | "...") && kept.ends_with(char::is_alphabetic) && printed.trim() != dots;
    if is_dots(dots) && !own { kept } else { text }
}

/// A box as it is printed.
pub(super) fn ticked(text: &str) -> Option<bool> {
    match text.trim() {
        "☐" => Some(false),
        "☒" | "☑" => Some(true),
        _ => None,
    }
}

/// What people write over a box, and what programs write for it.
pub(super) fn ticks(text: &str) -> Option<bool> {
    match text.trim() {
        "" | "false" | "0" | "off" => Some(false),
        "x" | "X" | "✓" | "✔" | "true" | "1" | "on" => Some(true),
        other => ticked(other),
    }
}

/// What a box says, `true` or `false`; another text stays as it is, and is told.
fn as_box(text: &str) -> String {
    ticks(text).map_or_else(|| text.trim().to_owned(), |ticked| ticked.to_string())
}

/// The value that a list shows this text for.
fn chosen(text: &str, items: &[&(String, String)]) -> String {
    let own = plain(text);
    let item = items.iter().find(|(shown, value)| !value.is_empty() && plain(shown) == own);
    item.map_or_else(|| text.to_owned(), |(_, value)| value.clone())
}

/// Text as it is compared: in normal form, one space between words.
pub(super) fn plain(text: &str) -> String {
    let cleaned = clean(text).text;
    plain_spaces(&cleaned).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether two texts read alike.
pub(super) fn same(first: &str, second: &str) -> bool {
    first == second || plain(first) == plain(second)
}
