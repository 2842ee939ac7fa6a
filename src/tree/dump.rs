//! The tree as stable text, for tests and `vanban show`, with what the layout found out of it.

use std::fmt;

use super::{
    Block, Columns, Hints, Imposition, Inline, Paragraph, Picture, Run, Running, Scope, Section, Table, Tree,
    VerticalAlign, Width, box_char,
};
use crate::units::{Length, PerSheet, Sheet};

impl Tree {
    /// The tree as stable text: a line for every paragraph, the hints among its marks.
    pub(crate) fn dump(&self, hints: &Hints) -> String {
        Dump { tree: self, hints }.to_string()
    }
}

/// A tree and what was found out of it.
struct Dump<'a> {
    tree: &'a Tree,
    hints: &'a Hints,
}

impl fmt::Display for Dump<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tree = self.tree;
        writeln!(f, "title: {}", tree.properties.title)?;
        writeln!(f, "author: {}", tree.properties.author)?;
        if let Some(date) = tree.properties.date {
            writeln!(f, "date: {date}")?;
        }
        for (index, section) in tree.sections.iter().enumerate() {
            let traits = traits(section, self.hints.blank_versos.contains(&index));
            if index > 0 || !traits.is_empty() {
                writeln!(f, "section{traits}")?;
            }
            if let Some(Running { left, right }) = &section.running {
                writeln!(f, "running {left} | {right}")?;
            }
            if let Some(paper) = &section.paper {
                writeln!(f, "paper {}: {}", paper.place, paper.title)?;
            }
            self.named(f, "head", &section.head)?;
            section.blocks.iter().try_for_each(|block| self.block(f, block))?;
            self.named(f, "foot", &section.foot)?;
        }
        Ok(())
    }
}

/// What a section has that is not usual.
fn traits(section: &Section, blank_verso: bool) -> String {
    let all = [
        (section.sheet == Sheet::A5, " a5"),
        (section.landscape, " landscape"),
        (section.two_sided, " two-sided"),
        (blank_verso, " blank-verso"),
        (section.copy, " copy"),
        (section.goes_on, " goes-on"),
        (section.per_sheet == PerSheet::Two, " two-to-a-sheet"),
        (section.per_sheet == PerSheet::Four, " four-to-a-sheet"),
    ];
    all.into_iter().filter_map(|(has, name)| has.then_some(name)).collect()
}

impl Dump<'_> {
    /// Paragraphs under a name, if there are any.
    fn named(&self, f: &mut fmt::Formatter<'_>, name: &str, paragraphs: &[Paragraph]) -> fmt::Result {
        if !paragraphs.is_empty() {
            writeln!(f, "{name}")?;
        }
        paragraphs.iter().try_for_each(|paragraph| self.line(f, 2, paragraph))
    }

    fn block(&self, f: &mut fmt::Formatter<'_>, block: &Block) -> fmt::Result {
        match block {
            Block::Paragraph(paragraph) => self.line(f, 0, paragraph),
            Block::Columns(columns) => self.columns(f, columns),
            Block::Table(table) => self.table(f, table),
            Block::Imposition(imposition) => self.imposition(f, imposition),
        }
    }

    fn imposition(&self, f: &mut fmt::Formatter<'_>, imposition: &Imposition) -> fmt::Result {
        let list = |lengths: &[Length]| {
            lengths.iter().map(|length| length.twips().to_string()).collect::<Vec<_>>().join(" ")
        };
        writeln!(f, "imposition {} by {}", list(&imposition.widths), list(&imposition.heights))?;
        for (index, copy) in imposition.copies.iter().enumerate() {
            writeln!(f, "copy {}", index + 1)?;
            copy.iter().try_for_each(|block| self.block(f, block))?;
        }
        Ok(())
    }

    fn columns(&self, f: &mut fmt::Formatter<'_>, columns: &Columns) -> fmt::Result {
        let widths: Vec<String> = columns.widths.iter().map(|width| width.twips().to_string()).collect();
        let keep = if columns.keep_with_next { " keep" } else { "" };
        let foot = if columns.at_foot { " at-foot" } else { "" };
        let stamp = if columns.stamp.is_some() { " stamp" } else { "" };
        writeln!(f, "columns {}{keep}{foot}{stamp}", widths.join(" "))?;
        for row in &columns.rows {
            for (index, cell) in row.iter().enumerate() {
                writeln!(f, "  cell {}", index + 1)?;
                cell.iter().try_for_each(|paragraph| self.line(f, 4, paragraph))?;
            }
        }
        Ok(())
    }

    fn table(&self, f: &mut fmt::Formatter<'_>, table: &Table) -> fmt::Result {
        let width = |width: &Width| match width {
            Width::Fixed(length) => length.twips().to_string(),
            Width::Share(share) => format!("{share}fr"),
            Width::Auto(_) => "auto".to_owned(),
        };
        let hint = self.hints.table(table);
        let widths: Vec<String> = match &hint.widths {
            Some(settled) => settled.iter().map(|length| length.twips().to_string()).collect(),
            None => table.columns.iter().map(width).collect(),
        };
        let keep = if table.keep_with_next { " keep" } else { "" };
        let carried = if hint.carried { " carried" } else { "" };
        writeln!(f, "table {} border {}{keep}{carried}", widths.join(" "), table.border.width().to_pt())?;
        for (index, row) in table.rows.iter().enumerate() {
            let header = if index < table.header_rows { " header" } else { "" };
            let group = if row.group { " group" } else { "" };
            let splits = if hint.splits.contains(&index) { " splits" } else { "" };
            let height = hint
                .heights
                .get(&index)
                .map_or_else(String::new, |height| format!(" height {}", height.twips()));
            writeln!(f, "  row{header}{group}{splits}{height}")?;
            for (place, cell) in row.cells.iter().enumerate() {
                let span = if (cell.column_span, cell.row_span) == (1, 1) {
                    String::new()
                } else {
                    format!(" {}x{}", cell.column_span, cell.row_span)
                };
                let scope = match cell.scope {
                    None => "",
                    Some(Scope::Column) => " of-column",
                    Some(Scope::Row) => " of-row",
                };
                let vertical = match cell.vertical {
                    VerticalAlign::Top => "",
                    VerticalAlign::Middle => " middle",
                    VerticalAlign::Bottom => " bottom",
                };
                let torn = if hint.torn.contains(&(index, place)) { " torn" } else { "" };
                writeln!(f, "    cell{span}{scope}{vertical}{torn}")?;
                cell.content.iter().try_for_each(|paragraph| self.line(f, 6, paragraph))?;
            }
        }
        Ok(())
    }

    /// One paragraph on one line: role, mark of keeping, text with its emphasis in brackets.
    fn line(&self, f: &mut fmt::Formatter<'_>, indent: usize, paragraph: &Paragraph) -> fmt::Result {
        let hint = self.hints.paragraph(paragraph);
        if hint.left_out {
            return Ok(());
        }
        write!(f, "{:indent$}{:?}", "", paragraph.role)?;
        if paragraph.keep_with_next {
            f.write_str(" keep")?;
        }
        if hint.widened != 0 {
            write!(f, " widened {}", hint.widened)?;
        }
        if !hint.held.is_empty() {
            let letters: Vec<String> = hint.held.iter().map(usize::to_string).collect();
            write!(f, " held {}", letters.join(","))?;
        }
        if hint.carried {
            f.write_str(" carried")?;
        }
        if paragraph.page_break_before || hint.begins_page {
            f.write_str(" new-page")?;
        }
        if paragraph.spare {
            f.write_str(" spare")?;
        }
        if paragraph.on_stock {
            f.write_str(" on-stock")?;
        }
        if let Some(place) = paragraph.page_of {
            write!(f, " page-of {place}")?;
        }
        f.write_str(": ")?;
        for piece in &self.hints.printed(paragraph).content {
            match piece {
                Inline::Run(run) => write_run(f, run)?,
                Inline::Break => f.write_str("⏎")?,
                Inline::CheckBox { checked } => write!(f, "{}", box_char(*checked))?,
                Inline::Picture(picture) => write_picture(f, picture)?,
            }
        }
        f.write_str("\n")
    }
}

/// A picture: width and height in points, the name that its content gives it, what it says.
fn write_picture(f: &mut fmt::Formatter<'_>, picture: &Picture) -> fmt::Result {
    let (width, height) = (picture.width.to_pt(), picture.height.to_pt());
    write!(f, "[picture {width:.2} x {height:.2} {}: {}]", picture.raster.name, picture.alternative_text)
}

/// A run between its marks; a no-break space shows as `°`, which no wording uses.
fn write_run(f: &mut fmt::Formatter<'_>, run: &Run) -> fmt::Result {
    let mark: String = [(run.emphasis.bold, 'b'), (run.emphasis.italic, 'i'), (run.emphasis.underline, 'u')]
        .into_iter()
        .filter_map(|(on, letter)| on.then_some(letter))
        .collect();
    let text = run.text.replace('\u{a0}', "°");
    if mark.is_empty() { f.write_str(&text) } else { write!(f, "[{mark}:{text}]") }
}
