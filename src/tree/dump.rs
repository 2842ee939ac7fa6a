//! The tree as stable text, for tests and `vanban show`.

use std::fmt;

use super::{Block, Inline, Paragraph, Run, Tree};

impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "title: {}", self.properties.title)?;
        writeln!(f, "author: {}", self.properties.author)?;
        if let Some(date) = self.properties.date {
            writeln!(f, "date: {date}")?;
        }
        for (index, section) in self.sections.iter().enumerate() {
            if index > 0 {
                writeln!(f, "section{}", if section.landscape { " landscape" } else { "" })?;
            }
            named(f, "head", &section.head)?;
            section.blocks.iter().try_for_each(|block| write_block(f, block))?;
            named(f, "foot", &section.foot)?;
        }
        Ok(())
    }
}

/// Paragraphs under a name, if there are any.
fn named(f: &mut fmt::Formatter<'_>, name: &str, paragraphs: &[Paragraph]) -> fmt::Result {
    if !paragraphs.is_empty() {
        writeln!(f, "{name}")?;
    }
    paragraphs.iter().try_for_each(|paragraph| line(f, 2, paragraph))
}

fn write_block(f: &mut fmt::Formatter<'_>, block: &Block) -> fmt::Result {
    let columns = match block {
        Block::Paragraph(paragraph) => return line(f, 0, paragraph),
        Block::Columns(columns) => columns,
    };
    let widths: Vec<String> = columns.widths.iter().map(|width| width.twips().to_string()).collect();
    let keep = if columns.keep_with_next { " keep" } else { "" };
    writeln!(f, "columns {}{keep}", widths.join(" "))?;
    for row in &columns.rows {
        for (index, cell) in row.iter().enumerate() {
            writeln!(f, "  cell {}", index + 1)?;
            cell.iter().try_for_each(|paragraph| line(f, 4, paragraph))?;
        }
    }
    Ok(())
}

/// One paragraph on one line: role, mark of keeping, text with its emphasis in brackets.
fn line(f: &mut fmt::Formatter<'_>, indent: usize, paragraph: &Paragraph) -> fmt::Result {
    write!(f, "{:indent$}{:?}", "", paragraph.role)?;
    if paragraph.keep_with_next {
        f.write_str(" keep")?;
    }
    if paragraph.tight {
        f.write_str(" tight")?;
    }
    f.write_str(": ")?;
    for piece in &paragraph.content {
        match piece {
            Inline::Run(run) => write_run(f, run)?,
            Inline::Break => f.write_str("⏎")?,
        }
    }
    f.write_str("\n")
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
