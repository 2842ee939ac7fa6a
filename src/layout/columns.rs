//! Widths of columns by what their cells hold, in whole twips, after CSS 2.1 17.5.2.2: never narrower than what no
//! line may part (a figure, a date, a word), the rest shared by the amount of text.

use std::ops::Range;

use super::extent::{extent, line_count};
use super::measured::Measured;
use super::misfit::Misfit;
use crate::profile::Profile;
use crate::tree::{Block, Cell, Hints, Paragraph, Scope, Table, Tree, Width, portions};
use crate::units::Length;

/// Room for text that a cell needs at least, in points: a figure's.
const LEAST: f64 = 6.0;
/// Lines that a head takes at most where the sheet has room for that (convention).
const HEAD: usize = 3;
/// What a column gets beyond its longest piece, in twips: else a line of it would fit by a hair.
const HAIR: i64 = 2;

/// Gives every table of a tree the widths in which both files show it, or tells of every column that has too
/// little room.
pub(super) fn settle_columns(
    tree: &Tree,
    profile: &Profile,
    measured: &Measured<'_>,
    hints: &mut Hints,
) -> Result<(), Vec<Misfit>> {
    let mut settler = Settler { profile, measured, hints, refused: Vec::new() };
    for section in tree.sections() {
        settler.blocks(&section.blocks, profile.page_of(section).text_width());
    }
    if settler.refused.is_empty() { Ok(()) } else { Err(settler.refused) }
}

pub(super) struct Settler<'a> {
    pub(super) profile: &'a Profile,
    pub(super) measured: &'a Measured<'a>,
    hints: &'a mut Hints,
    /// What has no room.
    refused: Vec<Misfit>,
}

/// What a cell asks of the columns that it covers, in twips and with its own margins.
pub(super) struct Demand {
    pub(super) columns: Range<usize>,
    pub(super) least: i64,
    natural: i64,
    /// Length of all its paragraphs.
    amount: i64,
    /// The width in which a head has few lines.
    head: i64,
}

/// What a column needs, in twips.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Need {
    /// What tears nothing.
    least: i64,
    /// What gives its heads few lines.
    heads: i64,
    /// What breaks no line.
    natural: i64,
    /// How much text of all its cells has no room in its least width.
    amount: i64,
}

impl Settler<'_> {
    fn blocks(&mut self, blocks: &[Block], room: Length) {
        for block in blocks {
            match block {
                Block::Paragraph(_) | Block::Columns(_) => {}
                Block::Table(table) => self.settle(table, room),
                Block::Imposition(sheet) => {
                    for (index, copy) in sheet.copies.iter().enumerate() {
                        self.blocks(copy, sheet.widths[2 * (index % sheet.across())]);
                    }
                }
            }
        }
    }

    fn settle(&mut self, table: &Table, room: Length) {
        let demands = self.demands(table);
        let needs = needs(&table.columns, &demands);
        let least: Vec<i64> =
            table.columns.iter().zip(&needs).map(|(width, need)| least(width, need)).collect();
        let total: i64 = least.iter().sum();
        let fits = total <= room.twips().into();
        // On a sheet without that room the columns of a fixed width are looked at still.
        let widths = if fits { widths(&table.columns, &needs, room.twips().into()) } else { least };
        let mut narrow = self.too_narrow(table, &demands, &widths);
        if !fits {
            narrow.push(self.sheet_too_narrow(table, &demands, &needs, total, room));
        }
        if narrow.is_empty() {
            let widths: Vec<Length> = widths.into_iter().map(length).collect();
            // Widths that hold as they are given stay so.
            let auto = table.columns.iter().any(|width| matches!(width, Width::Auto(_)));
            if (auto || widths != table.widths(room))
                && let Some(number) = table.number
            {
                self.hints.table_mut(number).widths = Some(widths);
            }
        }
        self.refused.extend(narrow);
    }

    /// What each cell asks for, in the order of the cells.
    fn demands(&self, table: &Table) -> Vec<Demand> {
        let count = table.columns.len();
        let sides = i64::from(self.profile.cell_padding().side.twips()) * 2;
        let places = table.places().into_iter().flatten();
        let demand = |(cell, column): (&Cell, usize)| {
            let (mut piece, mut natural, mut amount) = (LEAST, LEAST, 0.0);
            for paragraph in &cell.content {
                let style = self.profile.style(paragraph.role);
                let own = extent(&self.measured.letters(paragraph, &style), &style);
                piece = piece.max(own.piece);
                natural = natural.max(own.natural);
                amount += own.natural;
            }
            let (least, natural) = (twips(piece) + sides, twips(natural) + sides + HAIR);
            let heads = cell.scope == Some(Scope::Column) && cell.column_span == 1;
            Demand {
                columns: column..(column + cell.column_span).min(count),
                least,
                natural,
                amount: twips(amount) + sides + HAIR,
                head: if heads { self.head(cell, sides, least + HAIR..natural) } else { 0 },
            }
        };
        cells(table).zip(places).map(demand).collect()
    }

    /// The least width of a range in which a head has few lines.
    fn head(&self, cell: &Cell, sides: i64, range: Range<i64>) -> i64 {
        let has_few = |width: i64| {
            let measure = (width - sides) as f64 / 20.0;
            let count = |paragraph: &Paragraph| {
                let style = self.profile.style(paragraph.role);
                line_count(&self.measured.letters(paragraph, &style), &style, measure)
            };
            cell.content.iter().map(count).sum::<usize>() <= HEAD
        };
        let (mut low, mut high) = (range.start, range.end.max(range.start));
        if has_few(low) {
            return low;
        }
        while low < high {
            let middle = (low + high) / 2;
            if has_few(middle) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }
}

pub(super) fn cells(table: &Table) -> impl Iterator<Item = &Cell> {
    table.rows.iter().flat_map(|row| &row.cells)
}

/// What the columns need: that of the cells of one column, then of those over several, what is missing
/// of their longest piece.
fn needs(columns: &[Width], demands: &[Demand]) -> Vec<Need> {
    let mut needs = vec![Need::default(); columns.len()];
    let (single, mut wide): (Vec<&Demand>, Vec<&Demand>) =
        demands.iter().partition(|demand| demand.columns.len() == 1);
    for demand in &single {
        let own = &mut needs[demand.columns.start];
        own.least = own.least.max(demand.least + HAIR);
        own.natural = own.natural.max(demand.natural);
        own.heads = own.heads.max(demand.head);
    }
    for (need, width) in needs.iter_mut().zip(columns) {
        if let Width::Auto(asked) = width {
            need.least = need.least.max(asked.twips().into());
        }
        need.natural = need.natural.max(need.least);
    }
    wide.sort_by_key(|demand| demand.columns.len());
    for demand in wide {
        let range = demand.columns.clone();
        let own = || columns[range.clone()].iter().zip(&needs[range.clone()]);
        let missing = demand.least + HAIR - own().map(|(width, need)| least(width, need)).sum::<i64>();
        let flexible = |(width, need): (&Width, &Need)| match width {
            Width::Fixed(_) => 0,
            Width::Auto(_) | Width::Share(_) => need.natural,
        };
        let more = portions(missing.max(0), &own().map(flexible).collect::<Vec<_>>());
        for (need, more) in needs[range.clone()].iter_mut().zip(more) {
            need.least += more;
            need.natural = need.natural.max(need.least);
        }
    }
    for demand in single {
        let own = &mut needs[demand.columns.start];
        own.amount += (demand.amount - own.least).max(0);
    }
    for need in &mut needs {
        need.heads = need.heads.clamp(need.least, need.natural);
    }
    needs
}

/// What a column takes at least.
pub(super) fn least(width: &Width, need: &Need) -> i64 {
    match width {
        Width::Fixed(length) => length.twips().into(),
        Width::Auto(_) | Width::Share(_) => need.least,
    }
}

/// The widths in a room that holds what each column takes at least. Of the rest each gets what gives its
/// heads few lines; then what breaks no line of it, or by the amount of its text what there is. What is
/// left goes to the columns of shares, anew, so that none gets less than it needs; without any, to all.
fn widths(columns: &[Width], needs: &[Need], room: i64) -> Vec<i64> {
    let flexible = |value: fn(&Need) -> i64| -> Vec<i64> {
        let of = |(width, need): (&Width, &Need)| match width {
            Width::Fixed(_) => 0,
            Width::Auto(_) | Width::Share(_) => value(need),
        };
        columns.iter().zip(needs).map(of).collect()
    };
    let mut widths: Vec<i64> = columns.iter().zip(needs).map(|(width, need)| least(width, need)).collect();
    let mut rest = room - widths.iter().sum::<i64>();
    let mut grow = |wants: &[i64], weights: &[i64]| {
        let growth = bounded(rest.min(wants.iter().sum()), weights, wants, |part, want| part > want);
        rest -= growth.iter().sum::<i64>();
        add(&mut widths, &growth);
    };
    let heads = flexible(|need| need.heads - need.least);
    grow(&heads, &heads);
    grow(&flexible(|need| need.natural - need.heads), &flexible(|need| need.amount));
    let shares: Vec<i64> = columns.iter().map(|width| width.share()).collect();
    if shares.iter().any(|&share| share > 0) {
        let taken = widths.iter().zip(&shares).filter(|(_, share)| **share == 0);
        let pool = room - taken.map(|(width, _)| width).sum::<i64>();
        let shared = bounded(pool, &shares, &flexible(|need| need.least), |part, least| part < least);
        let both = widths.iter().zip(&shares).zip(shared);
        return both.map(|((&width, &share), shared)| if share > 0 { shared } else { width }).collect();
    }
    let wants = flexible(|need| need.natural - need.least);
    let weights = if wants.iter().any(|&want| want > 0) { wants } else { flexible(|_| 1) };
    add(&mut widths, &portions(rest, &weights));
    widths
}

fn add(widths: &mut [i64], more: &[i64]) {
    widths.iter_mut().zip(more).for_each(|(width, more)| *width += more);
}

/// Parts of a pool by weight; one that would be beyond its bound is that bound, and the others share the
/// rest.
fn bounded(mut pool: i64, weights: &[i64], bounds: &[i64], beyond: fn(i64, i64) -> bool) -> Vec<i64> {
    let mut open = weights.to_vec();
    let mut parts = vec![0; weights.len()];
    loop {
        let fair = portions(pool, &open);
        let (over, within): (Vec<usize>, Vec<usize>) =
            (0..open.len()).filter(|&at| open[at] > 0).partition(|&at| beyond(fair[at], bounds[at]));
        within.iter().for_each(|&at| parts[at] = fair[at]);
        for &at in &over {
            parts[at] = bounds[at];
            pool -= bounds[at];
            open[at] = 0;
        }
        if over.is_empty() {
            return parts;
        }
    }
}

/// Points in whole twips that hold them.
fn twips(points: f64) -> i64 {
    (points * 20.0 - 0.01).ceil() as i64
}

pub(super) fn length(twips: i64) -> Length {
    Length::of_twips(i32::try_from(twips).unwrap_or(i32::MAX))
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU16;

    use super::*;
    use proptest::prelude::*;

    fn any_column() -> impl Strategy<Value = (Width, Need)> {
        let width = prop_oneof![
            (300..900_i32).prop_map(|twips| Width::Fixed(Length::of_twips(twips))),
            (1..20_u16).prop_map(|share| Width::Share(NonZeroU16::new(share).unwrap())),
            Just(Width::Auto(Length::ZERO)),
        ];
        (width, 300..900_i64, 0..9000_i64, 0..90_000_i64).prop_map(|(width, least, more, amount)| {
            let amount = if more > 0 { amount.max(1) } else { 0 };
            (width, Need { least, heads: least + more / 4, natural: least + more, amount })
        })
    }

    proptest! {
        #[test]
        fn the_sheet_is_full_and_nothing_is_torn(columns in prop::collection::vec(any_column(), 1..10)) {
            let (columns, needs): (Vec<Width>, Vec<Need>) = columns.into_iter().unzip();
            let widths = widths(&columns, &needs, 9355);
            let all_fixed = columns.iter().all(|width| matches!(width, Width::Fixed(_)));
            if !all_fixed {
                prop_assert_eq!(widths.iter().sum::<i64>(), 9355);
            }
            for ((width, need), column) in widths.iter().zip(&needs).zip(&columns) {
                prop_assert!(*width >= least(column, need));
                if let Width::Fixed(length) = column {
                    prop_assert_eq!(*width, i64::from(length.twips()));
                }
            }
        }
    }

    /// Figures and names keep to one line, and of two columns of text the one with more gets more.
    #[test]
    fn text_gives_way_to_figures_and_names() {
        let need = |least, natural, amount| Need { least, heads: least, natural, amount };
        let needs =
            [need(600, 600, 0), need(800, 2000, 12_000), need(900, 9000, 90_000), need(900, 9000, 9000)];
        let widths = widths(&[Width::Auto(Length::ZERO); 4], &needs, 9355);
        assert_eq!(widths[0], 600);
        assert!(widths[1] < 2000 && widths[2] > 4 * widths[3] / 2, "{widths:?}");
    }
}
