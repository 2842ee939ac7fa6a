//! What the columns of a table are for, as far as their names tell it.

use std::collections::{BTreeMap, BTreeSet};

use super::Mapping;
use super::mapping::{called, criterion, leaf, tails};
use super::rows::Header;
use super::schema::{Leaf, Schema};
use crate::kinds::Kind;
use crate::scoring::{CriteriaSet, CriteriaSets};
use crate::text::{legacy, slug};

/// What a column is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Use {
    /// A place in the record.
    Place(String),
    /// The points of a criterion.
    Score(String),
    /// The reasons for missing points.
    Reasons,
}

/// What the columns of a kind's tables may be for.
#[derive(Debug)]
pub(super) struct Suggestions<'a> {
    pub(super) kind: &'a Kind,
    pub(super) leaves: Vec<Leaf>,
    /// How each leaf is called: by the part that it is within, its term, the first words of its help.
    said: Vec<[String; 3]>,
    /// What offices call the places.
    called: Vec<(&'static str, Vec<String>)>,
    pub(super) sets: &'a CriteriaSets,
    /// Whether its records are forms with points.
    pub(super) is_scored: bool,
    /// What the criteria of every set are called.
    titles: BTreeSet<String>,
}

impl<'a> Suggestions<'a> {
    pub(super) fn new(kind: &'a Kind, schema: &Schema, sets: &'a CriteriaSets) -> Suggestions<'a> {
        let columns = kind.sheets().map_or("", |sheets| sheets.columns);
        let rows = columns.lines().skip(1).filter_map(|line| line.split_once('\t'));
        let called = rows.map(|(place, names)| (place, names.split('|').map(slug).collect())).collect();
        let is_scored = kind.scored().is_some();
        let all = sets.ids().filter(|_| is_scored).filter_map(|id| sets.get(id));
        let titles = all.flat_map(lines).map(|(_, title)| slug(title)).collect();
        let leaves = schema.leaves();
        let said = leaves.iter().map(|Leaf { said, .. }| {
            let first = said.help.split([':', '.', ',', ';', '(', '\n']).next().unwrap_or_default();
            [&said.within, &said.term, first].map(slug)
        });
        Suggestions { kind, said: said.collect(), leaves, called, sets, is_scored, titles }
    }

    /// The places that offices have columns for, each with what they call it first.
    pub(super) fn office_places(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let columns = self.kind.sheets().map_or("", |sheets| sheets.columns);
        let rows = columns.lines().skip(1).filter_map(|line| line.split_once('\t'));
        rows.map(|(place, names)| (place, names.split('|').next().unwrap_or(names)))
    }

    /// What offices call a place.
    #[cfg(feature = "fillin")]
    pub(super) fn offices(&self, place: &str) -> impl Iterator<Item = String> {
        let columns = self.kind.sheets().map_or("", |sheets| sheets.columns);
        let rows = columns.lines().skip(1).filter_map(|line| line.split_once('\t'));
        let own = rows.filter(move |(known, _)| *known == place);
        own.flat_map(|(_, names)| names.split('|')).map(str::to_owned)
    }

    /// Whether a record of a table has a value there though nobody writes it.
    pub(super) fn follows(&self, place: &str) -> bool {
        self.kind.sheets().is_some_and(|sheets| sheets.follows.contains(&place))
    }

    /// Whether a column of this name tells what it is for.
    pub(super) fn knows(&self, name: &str) -> bool {
        let is_score =
            || self.sets.ids().filter_map(|id| self.sets.get(id)).any(|set| has(set, criterion(name)));
        self.place(name).is_some()
            || (self.is_scored && (is_score() || self.titles.contains(&slug(leaf(name)))))
    }

    /// What each column is for, and the criteria set that its scores are of. No two columns are for the same.
    pub(super) fn uses(&self, header: &Header) -> (Vec<Option<Use>>, Option<&'a CriteriaSet>) {
        let set = self.is_scored.then(|| self.set(header)).flatten();
        let mut taken: Vec<Use> = Vec::new();
        let uses = header.names().iter().map(|name| {
            let score = set.and_then(|set| scored(set, name)).map(Use::Score);
            let found = score.or_else(|| self.place(name)).filter(|found| !taken.contains(found));
            taken.extend(found.clone());
            found
        });
        (uses.collect(), set)
    }

    /// The mapping of a header that says all itself; columns that tell nothing are to be mapped. `given` has the
    /// rows and the defaults.
    pub(super) fn mapping(&self, header: &Header, given: Option<&Mapping>) -> Mapping {
        let (uses, set) = self.uses(header);
        let mut mapping = given.cloned().unwrap_or_default();
        let columns = header.names().iter().zip(&uses).enumerate();
        for (index, (name, found)) in columns.filter(|(_, (name, _))| !name.is_empty()) {
            let column = called(header, index);
            match found {
                Some(Use::Place(place)) => mapping.columns.insert(column, place.clone()).map_or((), drop),
                Some(Use::Score(_)) => {}
                Some(Use::Reasons) => mapping.notes = column,
                // A list takes what it has columns for.
                None if is_ordinal(name) || self.kind.is_gathered() => mapping.ignore.push(column),
                // A form has all its fields' names: what is called otherwise is told, and left out. Letters of an old font
                // hide a name.
                None if self.kind.is_formed() && legacy::detect(name).is_none() => {
                    mapping.ignore.push(column)
                }
                None => {}
            }
        }
        mapping.scores = scores(header, &uses);
        if let Some(set) = set {
            mapping.defaults.entry("criteria_set".to_owned()).or_insert_with(|| set.id.as_str().into());
        }
        mapping
    }

    /// What a column is for by its whole name, else by its last parts.
    fn place(&self, name: &str) -> Option<Use> {
        tails(name).find_map(|tail| self.by_name(tail))
    }

    /// The place that a column is called after: by its path, by what offices call it, by its term or the first words
    /// of its help.
    pub(super) fn by_name(&self, name: &str) -> Option<Use> {
        let wanted = slug(name);
        if wanted.is_empty() {
            return None;
        }
        if self.leaves.iter().any(|leaf| leaf.place == name) {
            return Some(Use::Place(name.to_owned()));
        }
        if let Some((place, _)) = self.called.iter().find(|(_, names)| names.contains(&wanted)) {
            return Some(if *place == "notes" { Use::Reasons } else { Use::Place((*place).to_owned()) });
        }
        if let Some((group, own)) = name.rsplit_once(" / ").map(|(group, own)| (slug(leaf(group)), slug(own)))
        {
            let is_within = |[within, term, _]: &[String; 3]| *within == group && *term == own;
            if let Some(place) = self.called_so(is_within) {
                return Some(place);
            }
        }
        self.called_so(|[_, term, first]| *term == wanted || *first == wanted)
            .or_else(|| self.begins(&wanted))
    }

    /// The one column of a list that begins with these words, or that they begin with: `Hình thức` for `Hình thức khen
    /// thưởng`. All rows go into the list, so that its columns are all that a table can mean.
    fn begins(&self, wanted: &str) -> Option<Use> {
        let list = self.kind.gathers().filter(|_| self.kind.is_gathered())?;
        let longer = |long: &str, short: &str| {
            long.strip_prefix(short).is_some_and(|rest| rest.starts_with('-')) && short.contains('-')
        };
        let own = format!("{list}[0].");
        let mut alike = self.leaves.iter().zip(&self.said).filter(|(leaf, [_, term, _])| {
            leaf.place.starts_with(&own) && (longer(term, wanted) || longer(wanted, term))
        });
        let (leaf, _) = alike.next()?;
        alike.next().is_none().then(|| Use::Place(leaf.place.clone()))
    }

    /// The columns of a table that a list, or a form, does not take, and those of the list that the table has not.
    pub(super) fn beside(&self, header: &Header) -> (Vec<String>, Vec<String>) {
        let list = self.kind.gathers().filter(|_| self.kind.is_gathered());
        if list.is_none() && !self.kind.is_formed() {
            return Default::default();
        }
        let (uses, _) = self.uses(header);
        let named =
            header.names().iter().zip(&uses).filter(|(name, _)| !name.is_empty() && !is_ordinal(name));
        let unused = named.filter(|(_, used)| used.is_none()).map(|(name, _)| name.clone()).collect();
        let Some(list) = list else { return (unused, Vec::new()) };
        let own = format!("{list}[0].");
        let is_used = |leaf: &&Leaf| uses.iter().flatten().any(|it| *it == Use::Place(leaf.place.clone()));
        let open = self.leaves.iter().filter(|leaf| leaf.place.starts_with(&own) && !is_used(leaf));
        (unused, open.map(|leaf| leaf.said.term.clone()).collect())
    }

    /// The first place that is called so.
    fn called_so(&self, is_so: impl Fn(&[String; 3]) -> bool) -> Option<Use> {
        // Where all rows make one list, a column is one of the list's.
        let list = self.kind.gathers().filter(|_| self.kind.is_gathered()).map(|list| format!("{list}[0]."));
        // A form's own fields are what its sheets are about; of other lists a row holds nothing.
        let own = if self.kind.is_formed() { self.kind.own_fields() } else { Vec::new() };
        let is_own =
            |place: &str| own.iter().any(|name| place.split(['.', '[']).next() == Some(name.as_str()));
        let may_be = |leaf: &Leaf| match &list {
            Some(list) => leaf.place.starts_with(list),
            None => own.is_empty() || is_own(&leaf.place) || !leaf.place.contains('['),
        };
        let mut leaves = self.leaves.iter().zip(&self.said);
        let (leaf, _) = leaves.find(|(leaf, said)| may_be(leaf) && is_so(said))?;
        Some(Use::Place(leaf.place.clone()))
    }

    /// The set of which the header has the most criteria, and as many as no other.
    fn set(&self, header: &Header) -> Option<&'a CriteriaSet> {
        let mut counts: BTreeMap<(usize, usize), Vec<&CriteriaSet>> = BTreeMap::new();
        let names: Vec<(&str, String)> =
            header.names().iter().map(|name| (criterion(name), slug(leaf(name)))).collect();
        for set in self.sets.ids().filter_map(|id| self.sets.get(id)) {
            let titles: BTreeSet<String> = lines(set).map(|(_, title)| slug(title)).collect();
            let is_known = |(id, title): &&(&str, String)| match super::header::is_number(id) {
                true => has(set, id),
                false => titles.contains(title),
            };
            let known = names.iter().filter(is_known).count();
            if known > 1 {
                // The set that has all of them and no others is the likeliest.
                let lines = lines(set).count();
                // Of sets with the same numbers it is the one whose titles stand behind them.
                let titled = header.names().iter().filter(|name| is_titled(set, name)).count();
                counts.entry((known * 1000 - lines.abs_diff(known), titled)).or_default().push(set);
            }
        }
        match counts.last_key_value()?.1[..] {
            [set] => Some(set),
            _ => None,
        }
    }
}

/// The columns of scores in one line: the first and the last.
pub(super) fn scores(header: &Header, uses: &[Option<Use>]) -> String {
    let mut scores = (0..uses.len()).filter(|index| matches!(uses[*index], Some(Use::Score(_))));
    let Some(first) = scores.next() else { return String::new() };
    let last = scores.next_back().unwrap_or(first);
    format!("{}..{}", called(header, first), called(header, last))
}

/// Whether a column counts the rows.
pub(super) fn is_ordinal(name: &str) -> bool {
    ["stt", "tt", "so-tt", "so-thu-tu", "no"].contains(&slug(name).as_str())
}

/// The lines of a set that have points: number and title.
pub(super) fn lines(set: &CriteriaSet) -> impl Iterator<Item = (&str, &str)> {
    set.groups.iter().flat_map(|group| {
        let own = group.criteria.is_empty().then_some((&group.id, &group.title));
        let lines = own.into_iter().chain(group.criteria.iter().map(|item| (&item.id, &item.title)));
        lines.map(|(id, title)| (id.as_str(), title.as_str()))
    })
}

/// Whether a column has the number of a line of a set, and its title or how that begins.
fn is_titled(set: &CriteriaSet, name: &str) -> bool {
    let Some((id, title)) = leaf(name).split_once(' ') else { return false };
    lines(set).any(|(known, said)| known == criterion(id) && slug(said).starts_with(&slug(title)))
}

/// Whether a set has a line of this number.
fn has(set: &CriteriaSet, id: &str) -> bool {
    lines(set).any(|(known, _)| known == id)
}

/// The criterion that a column has the points of, by its number or its title.
pub(super) fn scored(set: &CriteriaSet, name: &str) -> Option<String> {
    let id = criterion(name);
    if has(set, id) {
        return Some(id.to_owned());
    }
    let wanted = slug(leaf(name));
    let mut lines = lines(set).filter(|(_, title)| !wanted.is_empty() && slug(title) == wanted);
    lines.next().map(|(id, _)| id.to_owned())
}
