//! Widths of columns by what their cells hold: the automatic layout of tables of CSS 2.1 (17.5.2.2), in
//! whole twips. No column is narrower than what a line cannot part: a figure, a date, a word.

use std::ops::Range;

use super::line::{extent, longest_piece};
use crate::error::{Error, Result};
use crate::fonts::Fonts;
use crate::rules::Profile;
use crate::tree::{Block, Cell, Paragraph, Scope, Table, Tree, Width, portions};
use crate::units::Length;

/// Room for text that a cell needs at least, in points: a figure's.
const LEAST: f64 = 6.0;
/// What a column gets beyond its longest piece, in twips: else a line of it would fit by a hair.
const HAIR: i64 = 2;

/// Gives every table of a tree the widths in which both files show it.
pub(crate) fn settle_columns(tree: &mut Tree, profile: &Profile, fonts: &Fonts) -> Result<()> {
    let settler = Settler { profile, fonts };
    for section in &mut tree.sections {
        let room = profile.page_of(section).text_width();
        settler.blocks(&mut section.blocks, room)?;
    }
    Ok(())
}

struct Settler<'a> {
    profile: &'a Profile,
    fonts: &'a Fonts,
}

/// What a cell asks of the columns that it covers, in twips and with its own margins.
struct Demand {
    columns: Range<usize>,
    need: Need,
}

/// What a column needs to tear nothing, and what it would take.
#[derive(Debug, Clone, Copy, Default)]
struct Need {
    least: i64,
    natural: i64,
}

impl Settler<'_> {
    fn blocks(&self, blocks: &mut [Block], room: Length) -> Result<()> {
        for block in blocks {
            match block {
                Block::Paragraph(_) | Block::Columns(_) => {}
                Block::Table(table) => self.settle(table, room)?,
                Block::Imposition(sheet) => {
                    let across = sheet.across();
                    for (index, copy) in sheet.copies.iter_mut().enumerate() {
                        self.blocks(copy, sheet.widths[2 * (index % across)])?;
                    }
                }
            }
        }
        Ok(())
    }

    fn settle(&self, table: &mut Table, room: Length) -> Result<()> {
        let demands = self.demands(table);
        let needs = needs(&table.columns, &demands);
        let least: i64 = table.columns.iter().zip(&needs).map(|(width, need)| least(width, need)).sum();
        if least > i64::from(room.twips()) {
            return Err(self.sheet_too_narrow(table, &needs, least, room));
        }
        let widths = widths(&table.columns, &needs, room.twips().into());
        for (demand, cell) in demands.iter().zip(cells(table)) {
            let have: i64 = widths[demand.columns.clone()].iter().sum();
            if have < demand.need.least {
                return Err(self.column_too_narrow(table, demand, cell, have));
            }
        }
        let widths: Vec<Length> = widths.into_iter().map(length).collect();
        // Widths that hold as they are given stay so.
        let auto = table.columns.iter().any(|width| matches!(width, Width::Auto(_)));
        if auto || widths != table.widths(room) {
            table.columns = widths.into_iter().map(Width::Fixed).collect();
        }
        Ok(())
    }

    /// What each cell asks for, in the order of the cells.
    fn demands(&self, table: &Table) -> Vec<Demand> {
        let count = table.columns.len();
        let sides = i64::from(self.profile.cell_padding().side.twips()) * 2;
        let places = table.places().into_iter().flatten();
        let demand = |(cell, column): (&Cell, usize)| {
            let (mut piece, mut natural) = (LEAST, LEAST);
            for paragraph in &cell.content {
                let own = extent(paragraph, &self.profile.style(paragraph.role), self.fonts);
                piece = piece.max(own.piece);
                natural = natural.max(own.natural);
            }
            Demand {
                columns: column..(column + cell.column_span).min(count),
                need: Need { least: twips(piece) + sides, natural: twips(natural) + sides + HAIR },
            }
        };
        cells(table).zip(places).map(demand).collect()
    }

    fn column_too_narrow(&self, table: &Table, demand: &Demand, cell: &Cell, have: i64) -> Error {
        Error::ColumnTooNarrow {
            columns: demand.columns.start + 1..=demand.columns.end,
            label: label(table, &demand.columns),
            text: self.longest_piece(&cell.content),
            need: length(demand.need.least),
            have: length(have),
        }
    }

    fn sheet_too_narrow(&self, table: &Table, needs: &[Need], least: i64, room: Length) -> Error {
        // The widest column that gives way no more.
        let flexible = table.columns.iter().zip(needs).enumerate();
        let flexible = flexible.filter(|(_, (width, _))| !matches!(width, Width::Fixed(_)));
        let widest = flexible.max_by_key(|(_, (_, need))| need.least).map(|(column, _)| column);
        let longest = widest.map(|column| {
            let own = cells(table).zip(table.places().into_iter().flatten());
            let own = own.filter(|(cell, place)| *place == column && cell.column_span == 1);
            let text: Vec<Paragraph> = own.flat_map(|(cell, _)| cell.content.clone()).collect();
            format!(" (rộng nhất là cột {}, vì “{}”)", column + 1, self.longest_piece(&text))
        });
        Error::DoesNotFit {
            what: format!("các cột của bảng{}", longest.unwrap_or_default()),
            need: length(least),
            have: room,
        }
    }

    /// The text of the longest piece of all.
    fn longest_piece(&self, content: &[Paragraph]) -> String {
        let pieces = content
            .iter()
            .map(|paragraph| longest_piece(paragraph, &self.profile.style(paragraph.role), self.fonts));
        pieces.max_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, text)| text).unwrap_or_default()
    }
}

fn cells(table: &Table) -> impl Iterator<Item = &Cell> {
    table.rows.iter().flat_map(|row| &row.cells)
}

/// What stands over the columns, where a header cell covers just these.
fn label(table: &Table, columns: &Range<usize>) -> Option<String> {
    let mut places = cells(table).zip(table.places().into_iter().flatten());
    let (head, _) = places.find(|(cell, place)| {
        cell.scope == Some(Scope::Column) && *place == columns.start && cell.column_span == columns.len()
    })?;
    let text: Vec<String> = head.content.iter().map(Paragraph::text).collect();
    Some(text.join(" ")).filter(|text| !text.is_empty())
}

/// What the columns need: that of the cells of one column, then of those over several, what is missing
/// of their longest piece.
fn needs(columns: &[Width], demands: &[Demand]) -> Vec<Need> {
    let mut needs = vec![Need::default(); columns.len()];
    let (single, mut wide): (Vec<&Demand>, Vec<&Demand>) =
        demands.iter().partition(|demand| demand.columns.len() == 1);
    for Demand { columns, need } in single {
        let own = &mut needs[columns.start];
        own.least = own.least.max(need.least + HAIR);
        own.natural = own.natural.max(need.natural);
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
        let missing = demand.need.least + HAIR - own().map(|(width, need)| least(width, need)).sum::<i64>();
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
    needs
}

/// What a column takes at least.
fn least(width: &Width, need: &Need) -> i64 {
    match width {
        Width::Fixed(length) => length.twips().into(),
        Width::Auto(_) | Width::Share(_) => need.least,
    }
}

/// The widths in a room that holds what each column takes at least. Of the rest each gets as much as it
/// would take beyond that, or in this proportion what there is. Where there are columns of shares, the
/// automatic ones take no more than that, and those share what is left.
fn widths(columns: &[Width], needs: &[Need], room: i64) -> Vec<i64> {
    let flexible = |value: fn(&Need, i64) -> i64| -> Vec<i64> {
        let of = |(width, need): (&Width, &Need)| match width {
            Width::Fixed(_) => 0,
            Width::Auto(_) | Width::Share(_) => value(need, room),
        };
        columns.iter().zip(needs).map(of).collect()
    };
    let mut widths: Vec<i64> =
        columns.iter().zip(needs).map(|(width, need)| least(width, need)).collect();
    let rest = room - widths.iter().sum::<i64>();
    // No column has a use for more than the sheet.
    let wants = flexible(|need, room| need.natural.min(room) - need.least);
    let wanted = wants.iter().sum::<i64>();
    let shares: Vec<i64> = columns.iter().map(|width| width.share()).collect();
    let shared = shares.iter().any(|&share| share > 0);
    let (growth, weights) = match (shared, wanted) {
        (true, _) => (rest.min(wanted), wants),
        (false, 0) => (rest, flexible(|_, _| 1)),
        (false, _) => (rest, wants),
    };
    for (width, more) in widths.iter_mut().zip(portions(growth, &weights)) {
        *width += more;
    }
    if shared {
        let taken = widths.iter().zip(&shares).filter(|(_, share)| **share == 0);
        let pool = room - taken.map(|(width, _)| width).sum::<i64>();
        share(&mut widths, &shares, needs, pool);
    }
    widths
}

/// Parts of a pool by shares, none below what its column needs.
fn share(widths: &mut [i64], shares: &[i64], needs: &[Need], mut pool: i64) {
    let mut open = shares.to_vec();
    loop {
        let parts = portions(pool, &open);
        let open_at = (0..open.len()).filter(|&at| open[at] > 0);
        let (short, enough): (Vec<usize>, Vec<usize>) = open_at.partition(|&at| parts[at] < needs[at].least);
        enough.iter().for_each(|&at| widths[at] = parts[at]);
        for &at in &short {
            widths[at] = needs[at].least;
            pool -= needs[at].least;
            open[at] = 0;
        }
        if short.is_empty() {
            return;
        }
    }
}

/// Points in whole twips that hold them.
fn twips(points: f64) -> i64 {
    (points * 20.0 - 0.01).ceil() as i64
}

fn length(twips: i64) -> Length {
    Length::of_twips(i32::try_from(twips).unwrap_or(i32::MAX))
}
