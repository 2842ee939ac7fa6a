//! The lines of a table: each drawn once, as long as it runs.

use std::collections::BTreeMap;
use std::ops::Range;

use super::page::PlacedRule;
use crate::profile::Ink;

/// Lines round cells, in twips; those that meet are one.
#[derive(Default)]
pub(super) struct Ruling {
    /// By the upper edge: from where to where.
    level: BTreeMap<i32, Vec<(i32, i32)>>,
    /// By the middle.
    upright: BTreeMap<i32, Vec<(i32, i32)>>,
}

impl Ruling {
    /// Lines round a cell.
    pub(super) fn frame(&mut self, x: Range<i32>, y: Range<i32>) {
        for at in [y.start, y.end] {
            self.level.entry(at).or_default().push((x.start, x.end));
        }
        for at in [x.start, x.end] {
            self.upright.entry(at).or_default().push((y.start, y.end));
        }
    }

    /// The lines, `width` twips thick, so long that they make corners.
    pub(super) fn rules(self, width: i32) -> Vec<PlacedRule> {
        if width == 0 {
            return Vec::new();
        }
        let (thick, half) = (pt(width), pt(width) / 2.0);
        let mut rules = Vec::new();
        for (y, runs) in self.level {
            rules.extend(joined(runs).into_iter().map(|(from, to)| PlacedRule {
                x: pt(from) - half,
                y: pt(y) + half,
                length: pt(to - from) + thick,
                width: thick,
                upright: false,
                ink: Ink::Black,
            }));
        }
        for (x, runs) in self.upright {
            rules.extend(joined(runs).into_iter().map(|(from, to)| PlacedRule {
                x: pt(x),
                y: pt(from),
                length: pt(to - from) + thick,
                width: thick,
                upright: true,
                ink: Ink::Black,
            }));
        }
        rules
    }
}

/// Stretches without those that another one holds or touches.
fn joined(mut runs: Vec<(i32, i32)>) -> Vec<(i32, i32)> {
    runs.sort_unstable();
    let mut joined: Vec<(i32, i32)> = Vec::new();
    for (from, to) in runs {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}

fn pt(twips: i32) -> f64 {
    f64::from(twips) / 20.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_meet_are_one() {
        let mut ruling = Ruling::default();
        ruling.frame(0..100, 0..300);
        ruling.frame(100..200, 0..300);
        let rules: Vec<(f64, f64, f64, bool)> =
            ruling.rules(20).iter().map(|rule| (rule.x, rule.y, rule.length, rule.upright)).collect();
        assert_eq!(
            rules,
            [
                (-0.5, 0.5, 11.0, false),
                (-0.5, 15.5, 11.0, false),
                (0.0, 0.0, 16.0, true),
                (5.0, 0.0, 16.0, true),
                (10.0, 0.0, 16.0, true)
            ]
        );
    }

    #[test]
    fn a_table_without_border_has_none() {
        let mut ruling = Ruling::default();
        ruling.frame(0..100, 0..300);
        assert_eq!(ruling.rules(0), []);
    }
}
