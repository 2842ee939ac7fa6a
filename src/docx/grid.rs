//! A grid of cells, with lines or without: what tables, parts side by side, copies on a sheet and the frame of a
//! stamp are in WordprocessingML.

use super::markup::eighths;
use crate::opc::Xml;
use crate::tree::Border;
use crate::units::Length;

const SIDES: [&str; 4] = ["w:top", "w:left", "w:bottom", "w:right"];
const ALL_LINES: [&str; 6] = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"];

/// What a grid says of itself.
pub(super) struct Grid<'a> {
    pub(super) columns: &'a [Length],
    /// From the left edge of the text.
    pub(super) indent: Length,
    pub(super) lines: Lines,
    /// Between a cell's edges and its text: above and below, at its sides.
    pub(super) margins: (Length, Length),
    pub(super) caption: Option<&'a str>,
}

impl<'a> Grid<'a> {
    /// Neither lines nor margins.
    pub(super) fn bare(columns: &'a [Length]) -> Grid<'a> {
        Grid {
            columns,
            indent: Length::ZERO,
            lines: Lines::unsaid(),
            margins: (Length::ZERO, Length::ZERO),
            caption: None,
        }
    }
}

/// Lines at the sides of a grid or a cell, all alike.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lines {
    sides: &'static [&'static str],
    line: Line,
}

#[derive(Debug, Clone, Copy)]
enum Line {
    /// Expressly none.
    None,
    /// In a style, so thick, in a colour.
    Drawn(&'static str, Length, &'static str),
}

impl Lines {
    /// Of a grid that says nothing of lines.
    pub(super) fn unsaid() -> Lines {
        Lines { sides: &[], line: Line::None }
    }

    /// Round a table and between its cells.
    pub(super) fn all(border: Border) -> Lines {
        let style = if border == Border::None { "nil" } else { "single" };
        Lines { sides: &ALL_LINES, line: Line::Drawn(style, border.width(), "000000") }
    }

    /// Round a grid of one cell.
    pub(super) fn round(thickness: Length, colour: &'static str) -> Lines {
        Lines { sides: &SIDES, line: Line::Drawn("single", thickness, colour) }
    }

    /// Below a cell.
    pub(super) fn below(border: Border) -> Lines {
        let line = match border {
            Border::None => Line::None,
            Border::Thin | Border::Thick => Line::Drawn("single", border.width(), "000000"),
        };
        Lines { sides: &["w:bottom"], line }
    }

    /// None at these sides, whatever the grid has.
    pub(super) fn none_at(sides: &'static [&'static str]) -> Lines {
        Lines { sides, line: Line::None }
    }

    fn write(self, xml: &mut Xml, name: &str) {
        xml.element(name, |xml| {
            for side in self.sides {
                xml.element(side, |xml| match self.line {
                    Line::None => _ = xml.plain("w:val", "nil"),
                    Line::Drawn(style, thickness, colour) => {
                        xml.plain("w:val", style).plain("w:sz", eighths(thickness));
                        xml.plain("w:space", 0).plain("w:color", colour);
                    }
                });
            }
        });
    }
}

pub(super) fn grid(xml: &mut Xml, says: &Grid<'_>, rows: impl FnOnce(&mut Xml)) {
    xml.element("w:tbl", |xml| {
        xml.element("w:tblPr", |xml| {
            xml.measure("w:tblW", says.columns.iter().copied().sum());
            xml.figure("w:jc", "left");
            xml.measure("w:tblInd", says.indent);
            says.lines.write(xml, "w:tblBorders");
            xml.leaf("w:tblLayout", [("w:type", "fixed")]);
            let (upright, side) = says.margins;
            margins(xml, "w:tblCellMar", upright, side);
            if let Some(caption) = says.caption {
                xml.value("w:tblCaption", caption);
            }
        });
        xml.element("w:tblGrid", |xml| {
            for width in says.columns {
                xml.leaf("w:gridCol", [("w:w", width.twips())]);
            }
        });
        rows(xml);
    });
}

fn margins(xml: &mut Xml, name: &str, upright: Length, side: Length) {
    xml.element(name, |xml| {
        for (name, length) in SIDES.into_iter().zip([upright, side, upright, side]) {
            xml.measure(name, length);
        }
    });
}

/// What a row says of itself.
#[derive(Clone, Copy, Default)]
pub(super) struct Row {
    /// Whether it stays on one page.
    pub(super) cant_split: bool,
    pub(super) height: Option<Height>,
    /// Whether it stands on every page of its table.
    pub(super) repeats: bool,
}

/// How high a row is.
#[derive(Clone, Copy)]
pub(super) enum Height {
    AtLeast(Length),
    Exactly(Length),
}

pub(super) fn row(xml: &mut Xml, says: Row, cells: impl FnOnce(&mut Xml)) {
    xml.element("w:tr", |xml| {
        xml.element_unless_empty("w:trPr", |xml| {
            if says.cant_split {
                xml.empty("w:cantSplit");
            }
            if let Some(height) = says.height {
                let (length, rule) = match height {
                    Height::AtLeast(length) => (length, "atLeast"),
                    Height::Exactly(length) => (length, "exact"),
                };
                xml.element("w:trHeight", |xml| {
                    xml.plain("w:val", length.twips()).plain("w:hRule", rule);
                });
            }
            if says.repeats {
                xml.empty("w:tblHeader");
            }
        });
        cells(xml);
    });
}

/// What a cell says of itself.
#[derive(Clone, Copy)]
pub(super) struct Cell {
    pub(super) width: Length,
    /// How many columns it covers, where that is said.
    pub(super) columns: Option<usize>,
    /// Whether it begins, `restart`, or goes on, `continue`, over several rows.
    pub(super) merge: Option<&'static str>,
    /// Lines of its own.
    pub(super) lines: Option<Lines>,
    /// Whether its text goes to its edges, whatever margins the grid has.
    pub(super) without_margins: bool,
    /// Where its text stands, if not at its top.
    pub(super) stands: Option<&'static str>,
}

impl Cell {
    pub(super) fn of(width: Length) -> Cell {
        Cell { width, columns: None, merge: None, lines: None, without_margins: false, stands: None }
    }
}

pub(super) fn cell(xml: &mut Xml, says: &Cell, content: impl FnOnce(&mut Xml)) {
    xml.element("w:tc", |xml| {
        xml.element("w:tcPr", |xml| {
            xml.measure("w:tcW", says.width);
            if let Some(columns) = says.columns {
                xml.figure("w:gridSpan", columns);
            }
            if let Some(merge) = says.merge {
                xml.figure("w:vMerge", merge);
            }
            if let Some(lines) = says.lines {
                lines.write(xml, "w:tcBorders");
            }
            if says.without_margins {
                margins(xml, "w:tcMar", Length::ZERO, Length::ZERO);
            }
            if let Some(stands) = says.stands {
                xml.figure("w:vAlign", stands);
            }
        });
        content(xml);
    });
}
