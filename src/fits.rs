//! What the sheet has no room for, told as problems of the record.

mod found;

use std::fmt;

use serde_json::Value;

use crate::error::{Problem, Problems};
use crate::layout::{Edge, Misfit, Piece, What};
use crate::parts::Frame;
use crate::path::Path;
use crate::tree::{Cell, Paragraph, Role, Table, Tree};
use crate::units::Length;
use found::{held, holding};

/// The problems of a record whose paper does not fit its sheet; each once, however many copies have it.
pub(crate) fn problems(misfits: &[Misfit], tree: &Tree, frame: &Frame, record: &Value) -> Vec<Problem> {
    let mut problems = Problems::default();
    for misfit in misfits {
        tell(misfit, &Placed { tree, frame, record }, &mut problems);
    }
    let mut once: Vec<Problem> = Vec::new();
    for problem in problems.into_vec() {
        // Every row below a header that is too high needs too much.
        let is_row = problem.code == ROW;
        if !once.iter().any(|it| *it == problem || (is_row && it.code == ROW && it.path == problem.path)) {
            once.push(problem);
        }
    }
    once
}

const CONVENTION: &str = "quy ước";
const ROW: &str = "fit.row";

fn tell(Misfit { what, need, have }: &Misfit, placed: &Placed<'_>, problems: &mut Problems) {
    let (need, have) = (Up(*need), Down(*have));
    let mut error = |code, path, message| problems.error(code, path, CONVENTION, message);
    match what {
        What::Column { table, columns, label, piece } => {
            let which = match (columns.start(), columns.end()) {
                (first, last) if first == last => format!("cột {first}"),
                (first, last) => format!("cột {first} đến cột {last}"),
            };
            let label = label.as_ref().filter(|label| **label != piece.text);
            let label = label.map(|label| format!(" (“{label}”)")).unwrap_or_default();
            let text =
                if piece.text.is_empty() { "ô trống".to_owned() } else { format!("“{}”", piece.text) };
            let message =
                format!("{which}{label} rộng {have}, mà {text} cần {need}; hãy ghi rộng hơn hoặc ghi auto");
            let width = placed.column(*table, *columns.start()).map(|column| column.field("width"));
            error("fit.column", width.unwrap_or_else(|| placed.piece(*table, piece)), message);
        }
        What::Table { table, widest, piece: Some(piece) } => {
            let message = format!(
                "các cột của bảng (rộng nhất là cột {widest}, vì “{}”) cần {need}, mà chỉ có {have}; hãy bớt cột hoặc \
                 viết tách chữ này ra",
                piece.text
            );
            error("fit.table", placed.piece(*table, piece), message);
        }
        What::Table { table, widest, piece: None } => {
            let message = format!(
                "các cột của bảng (rộng nhất là cột {widest}, do độ rộng đã ghi) cần {need}, mà chỉ có {have}; hãy ghi \
                 cột này hẹp hơn hoặc ghi auto"
            );
            let width = placed.column(*table, *widest).map(|column| column.field("width"));
            error("fit.table", width.unwrap_or_default(), message);
        }
        What::Copy(count) => {
            let message = format!(
                "nội dung của một bản, {count} bản trên một tờ, cần {need}, mà chỉ có {have}; hãy in ít bản hơn trên \
                 một tờ"
            );
            error("fit.copy", placed.of_the_record(&Path::at("per_sheet")), message);
        }
        What::SideBySide(lines) => {
            let message = format!(
                "hàng các phần đứng cạnh nhau (tên cơ quan, nơi nhận, chữ ký) cần {need}, mà chỉ có {have}; hãy rút \
                 gọn phần dài nhất"
            );
            error("fit.side_by_side", placed.longest(lines), message);
        }
        What::Row { table, row } => {
            let message = format!(
                "đầu bảng và một dòng dưới nó cần {need}, mà chỉ có {have}; hãy rút gọn chữ trong ô cao nhất"
            );
            error(ROW, placed.highest(*table, *row), message);
        }
        What::OffSheet { edge, word, paragraph } => {
            let edge = match edge {
                Edge::Top => "trên",
                Edge::Bottom => "dưới",
                Edge::Left => "trái",
                Edge::Right => "phải",
            };
            let what = word.as_ref().map_or("vùng chữ".to_owned(), |word| format!("chữ “{word}”"));
            let message =
                format!("{what} ra ngoài mép {edge} của tờ giấy {need}; hãy giảm độ dời của phôi in sẵn");
            error("fit.off_sheet", placed.paragraph(*paragraph), message);
        }
    }
}

/// A paper and its record.
struct Placed<'a> {
    tree: &'a Tree,
    frame: &'a Frame,
    record: &'a Value,
}

impl Placed<'_> {
    fn table(&self, number: Option<usize>) -> Option<&Table> {
        number.and_then(|number| self.tree.table(number))
    }

    /// A column, from 1, of a table of figures.
    fn column(&self, table: Option<usize>, column: usize) -> Option<Path> {
        let origin = self.table(table)?.origin.as_ref()?;
        let column = origin.field("columns").index(column.checked_sub(1)?);
        found::stands_in(self.record, &column).then_some(column)
    }

    /// Where the text of a table's cell stands: a cell of a table of figures, else what of the record `found` finds.
    fn cell(
        &self,
        table: Option<usize>,
        (row, column): (usize, usize),
        found: impl FnOnce(&Value) -> Option<Path>,
    ) -> Path {
        let cell = self.table(table).and_then(|table| {
            let origin = table.origin.as_ref()?;
            Some(match row.checked_sub(table.header_rows) {
                Some(row) => origin.field("rows").index(row).index(column),
                None => origin.field("columns").index(column).field("label"),
            })
        });
        let cell = cell.filter(|cell| found::stands_in(self.record, cell));
        cell.or_else(|| found(self.record)).unwrap_or_default()
    }

    fn piece(&self, table: Option<usize>, piece: &Piece) -> Path {
        self.cell(table, (piece.row, piece.column), |record| holding(record, &piece.text))
    }

    /// The cell of a row, or of the header above it, that has most text.
    fn highest(&self, number: Option<usize>, row: usize) -> Path {
        let Some(table) = self.table(number) else { return Path::root() };
        let rows = table.rows.iter().zip(table.places()).enumerate();
        let cells = rows.flat_map(|(index, (own, places))| {
            // Those of the header, and those that stand in the row or reach into it.
            let stands =
                move |cell: &Cell| index < table.header_rows || (index..index + cell.row_span).contains(&row);
            let cells = own.cells.iter().zip(places).filter(move |(cell, _)| stands(cell));
            cells.map(move |(cell, column)| {
                let text: Vec<String> = cell.content.iter().map(Paragraph::text).collect();
                (text.join(" "), (index, column))
            })
        });
        let highest = cells.max_by_key(|(text, _)| text.chars().count());
        highest.map_or(Path::root(), |(text, at)| self.cell(number, at, |record| held(record, &text)))
    }

    /// What takes most of the lines of parts that stand side by side.
    fn longest(&self, lines: &[usize]) -> Path {
        let mut parts: Vec<(Path, usize)> = Vec::new();
        for own in lines.chunk_by(|one, next| one == next) {
            let Some(paragraph) = self.tree.paragraphs().find(|it| it.number == own.first().copied()) else {
                continue;
            };
            let path = self.part(paragraph);
            match parts.iter_mut().find(|(known, _)| *known == path) {
                Some((_, count)) => *count += own.len(),
                None => parts.push((path, own.len())),
            }
        }
        parts.into_iter().max_by_key(|(_, count)| *count).map(|(path, _)| path).unwrap_or_default()
    }

    /// The part of the record that a paragraph prints.
    fn paragraph(&self, number: Option<usize>) -> Path {
        let paragraph = number.and_then(|number| self.tree.paragraphs().find(|it| it.number == Some(number)));
        paragraph.map(|paragraph| self.part(paragraph)).unwrap_or_default()
    }

    /// The part of the record that a paragraph beside another one prints.
    fn part(&self, paragraph: &Paragraph) -> Path {
        let part = match paragraph.role {
            Role::Superior => Path::at("issuer").field("superior"),
            Role::Issuer => Path::at("issuer").field("name"),
            Role::LetterAbstract => Path::at("subject"),
            Role::PlaceDate | Role::PlaceDateBelow => Path::at("place"),
            Role::RecipientsLabel | Role::Recipient => Path::at("recipients"),
            Role::DrafterMark => Path::at("marks").field("drafter"),
            _ => {
                let signed = matches!(
                    paragraph.role,
                    Role::Authority | Role::Position | Role::SignatureSpace | Role::SignerName
                );
                let usual = if signed { Path::at("signature") } else { Path::root() };
                let found = held(self.record, &paragraph.text());
                return found.unwrap_or_else(|| self.of_the_record(&usual));
            }
        };
        self.of_the_record(&part)
    }

    /// The record's own field of a part of the frame.
    fn of_the_record(&self, part: &Path) -> Path {
        let own = self.frame.origins.of(part);
        if found::stands_in(self.record, &own) { own } else { Path::root() }
    }
}

/// A length in tenths of a millimetre, rounded up: what is needed.
struct Up(Length);

/// A length in tenths of a millimetre, rounded down: what there is. Half a twip is what a width in
/// millimetres may have lost. So what is needed and what there is never read the same.
struct Down(Length);

impl fmt::Display for Up {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        tenths(f, (i64::from(self.0.twips()) * 254 + 1439).div_euclid(1440))
    }
}

impl fmt::Display for Down {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        tenths(f, ((i64::from(self.0.twips()) * 2 + 1) * 254).div_euclid(2880))
    }
}

/// `9,5 mm`, `8 mm`.
fn tenths(f: &mut fmt::Formatter<'_>, tenths: i64) -> fmt::Result {
    match tenths % 10 {
        0 => write!(f, "{} mm", tenths / 10),
        rest => write!(f, "{},{rest} mm", tenths / 10),
    }
}
