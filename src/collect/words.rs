//! What stands in a text outside of its fields: compared with what was sent, paragraph by paragraph.

use std::collections::BTreeMap;

use super::body::Body;
use super::data::Slot;
use super::fields::{Owners, plain};
use crate::document::Document;
use crate::tree::Paragraph;

/// Paragraphs that stand at one place: what was sent, and what stands there now.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Differs {
    pub(super) sent: Vec<String>,
    pub(super) now: Vec<String>,
    /// Which lines of the text that came back these are.
    pub(super) at: Vec<usize>,
}

/// The paragraphs of a text as they were sent, each with its place in the text: each field shows again what it showed then, and `recovered` are
/// paragraphs that were found without their controls. Empty ones are left out.
pub(super) fn as_sent(
    body: &Body,
    owners: &Owners,
    slots: &[Slot],
    recovered: &BTreeMap<usize, String>,
) -> Vec<(usize, String)> {
    let mut shown: Option<usize> = None;
    let mut lines = Vec::new();
    for (index, paragraph) in body.paragraphs.iter().enumerate() {
        if let Some(line) = recovered.get(&index) {
            lines.push((index, line.clone()));
            continue;
        }
        let mut line = String::new();
        let mut others = false;
        let mut before: Option<usize> = None;
        for piece in &paragraph.pieces {
            let owner = owners.of(piece.control);
            match owner.and_then(|owner| slots.get(owner).map(|slot| (owner, slot))) {
                Some((owner, slot)) => {
                    // A field in several pieces, or over several paragraphs, shows it once.
                    if before != Some(owner) && !(line.is_empty() && !others && shown == Some(owner)) {
                        line.push_str(&slot.printed);
                    }
                    before = Some(owner);
                }
                None => {
                    others |= !piece.text.is_empty();
                    line.push_str(&piece.text);
                    before = None;
                }
            }
        }
        // Where the field goes on alone in the next paragraph, that one is its second line.
        shown = before.filter(|_| !others);
        lines.push((index, comparable(&line)));
    }
    lines.retain(|(_, line)| !line.is_empty());
    lines
}

/// A paragraph as it is compared: a box is a word, whichever way it is ticked.
pub(super) fn comparable(line: &str) -> String {
    if !line.contains(BOXES) {
        return plain(line);
    }
    plain(&line.replace('☐', " ☐ ").replace(['☑', '☒'], " ☒ "))
}

/// Boxes, as programs write them.
pub(super) const BOXES: [char; 3] = ['☐', '☑', '☒'];

/// A paragraph that was sent, as it is compared.
pub(super) fn sent_line(paragraph: &Paragraph) -> String {
    comparable(&paragraph.text_letters().collect::<String>())
}

/// The paragraphs of a paper that was sent, as they are compared.
pub(super) fn sent_lines(document: &Document) -> Vec<String> {
    let left_out = |paragraph: &Paragraph| document.hints.paragraph(paragraph).left_out;
    let printed = document.tree.paragraphs().filter(|it| !it.on_stock && !left_out(it));
    printed.map(sent_line).filter(|line| !line.is_empty()).collect()
}

/// The most steps of a comparison; of longer texts it is only told what is in one of them.
const STEPS: usize = 4_000_000;

/// Where two texts differ, in order.
pub(super) fn differences(sent: &[String], now: &[String]) -> Vec<Differs> {
    let same = sent.iter().zip(now).take_while(|(sent, now)| sent == now).count();
    let (sent, now) = (&sent[same..], &now[same..]);
    let end = sent.iter().rev().zip(now.iter().rev()).take_while(|(sent, now)| sent == now).count();
    let (sent, now) = (&sent[..sent.len() - end], &now[..now.len() - end]);
    if sent.is_empty() && now.is_empty() {
        return Vec::new();
    }
    if sent.len().saturating_mul(now.len()) > STEPS {
        return unordered(sent, now);
    }
    let mut found = Found::default();
    for step in walk(sent, now) {
        match step {
            Step::Same(..) => found.end(),
            Step::Sent(index) => found.open.sent.push(sent[index].clone()),
            Step::Now(index) => {
                found.open.now.push(now[index].clone());
                found.open.at.push(same + index);
            }
        }
    }
    found.end();
    found.all
}

/// The same, but for paragraphs that are gone at one place and stand at another as they were: these are told as one, the same
/// before and behind.
pub(super) fn with_moves(mut all: Vec<Differs>) -> Vec<Differs> {
    let mut at = 0;
    while at < all.len() {
        let is_other = |other: &Differs, lines: &Differs| match (lines.sent.is_empty(), lines.now.is_empty())
        {
            (false, true) => other.sent.is_empty() && other.now == lines.sent,
            (true, false) => other.now.is_empty() && other.sent == lines.now,
            _ => false,
        };
        let other = (at + 1..all.len()).find(|other| is_other(&all[*other], &all[at]));
        if let Some(other) = other {
            let other = all.remove(other);
            let own = &mut all[at];
            own.sent.extend(other.sent);
            own.now.extend(other.now);
            own.at.extend(other.at);
        }
        at += 1;
    }
    all
}

/// The paragraphs of two texts that stand at one place: those that are the same, and between those as many as there were.
pub(super) fn pairs(sent: &[String], now: &[String]) -> Vec<(usize, usize)> {
    if sent.len().saturating_mul(now.len()) > STEPS {
        return Vec::new();
    }
    let (mut pairs, mut before, mut behind) = (Vec::new(), Vec::new(), Vec::new());
    let between = |before: &mut Vec<usize>, behind: &mut Vec<usize>| -> Vec<(usize, usize)> {
        let (before, behind) = (std::mem::take(before), std::mem::take(behind));
        if before.len() == behind.len() { before.into_iter().zip(behind).collect() } else { Vec::new() }
    };
    for step in walk(sent, now) {
        match step {
            Step::Sent(index) => before.push(index),
            Step::Now(index) => behind.push(index),
            Step::Same(row, column) => {
                pairs.extend(between(&mut before, &mut behind));
                pairs.push((row, column));
            }
        }
    }
    pairs.extend(between(&mut before, &mut behind));
    pairs
}

enum Step {
    Same(usize, usize),
    Sent(usize),
    Now(usize),
}

#[derive(Default)]
struct Found {
    open: Differs,
    all: Vec<Differs>,
}

impl Found {
    fn end(&mut self) {
        if !self.open.sent.is_empty() || !self.open.now.is_empty() {
            self.all.push(std::mem::take(&mut self.open));
        }
    }
}

/// The way through both texts with the most paragraphs in common.
fn walk(sent: &[String], now: &[String]) -> Vec<Step> {
    let width = now.len() + 1;
    let mut common = vec![0_u32; (sent.len() + 1) * width];
    for row in (0..sent.len()).rev() {
        for column in (0..now.len()).rev() {
            common[row * width + column] = if sent[row] == now[column] {
                common[(row + 1) * width + column + 1] + 1
            } else {
                common[(row + 1) * width + column].max(common[row * width + column + 1])
            };
        }
    }
    let (mut row, mut column, mut steps) = (0, 0, Vec::new());
    while row < sent.len() || column < now.len() {
        let more_below = || common[(row + 1) * width + column] >= common[row * width + column + 1];
        if row < sent.len() && column < now.len() && sent[row] == now[column] {
            steps.push(Step::Same(row, column));
            (row, column) = (row + 1, column + 1);
        } else if row < sent.len() && (column == now.len() || more_below()) {
            steps.push(Step::Sent(row));
            row += 1;
        } else {
            steps.push(Step::Now(column));
            column += 1;
        }
    }
    steps
}

/// What stands in one of two long texts alone.
fn unordered(sent: &[String], now: &[String]) -> Vec<Differs> {
    vec![Differs { sent: beyond(sent, now), now: beyond(now, sent), at: Vec::new() }]
}

/// The lines of one text that another has not as often.
fn beyond(lines: &[String], others: &[String]) -> Vec<String> {
    let mut left = BTreeMap::<&str, usize>::new();
    for line in others {
        *left.entry(line).or_default() += 1;
    }
    let is_more = |line: &&String| match left.get_mut(line.as_str()) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    lines.iter().filter(is_more).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.chars().map(String::from).collect()
    }

    fn told(sent: &str, now: &str) -> Vec<(String, String)> {
        let found = differences(&lines(sent), &lines(now));
        found.into_iter().map(|it| (it.sent.concat(), it.now.concat())).collect()
    }

    #[test]
    fn what_differs_is_told_where_it_stands() {
        let of = |sent: &str, now: &str| (sent.to_owned(), now.to_owned());
        assert_eq!(told("abc", "abc"), []);
        assert_eq!(told("abc", "axc"), [of("b", "x")]);
        assert_eq!(told("abcd", "acdy"), [of("b", ""), of("", "y")]);
        assert_eq!(told("", "a"), [of("", "a")]);
        assert_eq!(told("ab", "ba"), [of("a", ""), of("", "a")]);
    }

    #[test]
    fn what_stands_elsewhere_as_it_was_is_told_once() {
        let moved = |sent: &str, now: &str| -> Vec<(String, String)> {
            let found = with_moves(differences(&lines(sent), &lines(now)));
            found.into_iter().map(|it| (it.sent.concat(), it.now.concat())).collect()
        };
        let of = |sent: &str, now: &str| (sent.to_owned(), now.to_owned());
        assert_eq!(moved("abcd", "bcda"), [of("a", "a")]);
        assert_eq!(moved("abcd", "dabc"), [of("d", "d")]);
        assert_eq!(moved("abcd", "bcdx"), [of("a", ""), of("", "x")]);
    }

    #[test]
    fn of_long_texts_it_is_told_what_is_in_one_alone() {
        let sent: Vec<String> = (0..3_000).map(|n| n.to_string()).collect();
        let mut now: Vec<String> = sent.iter().rev().cloned().collect();
        now.push("new".into());
        now.retain(|line| line != "7");
        let found = differences(&sent, &now);
        assert_eq!(found, [Differs { sent: vec!["7".into()], now: vec!["new".into()], at: vec![] }]);
    }
}
