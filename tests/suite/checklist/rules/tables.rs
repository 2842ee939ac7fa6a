//! Rules 89 and 90: landscape pages and tables.

use super::{Outcome, Rule, ensure, rule};
use crate::checklist::docx::{Docx, Table};
use crate::checklist::paper::Paper;
use crate::checklist::parts::Parts;
use crate::checklist::pdf::Pdf;

pub const RULES: &[Rule] = &[
    rule(
        89,
        "trang ngang chỉ khi có bảng",
        "HD05 IV.4.3",
        landscape,
        Some(docx_landscape),
        Some(pdf_landscape),
    ),
    // A PDF's pages show only that a heading stands on them, not that it is repeated on purpose.
    rule(90, "dòng đầu bảng lặp lại", "CONV", |paper| paper.tables, Some(docx_tables), None),
];

fn landscape(paper: &Paper) -> bool {
    paper.landscape
}

/// Data tables: those with lines, the stamp of a copy apart.
fn data<'a>(paper: &Paper, docx: &'a Docx) -> Vec<&'a Table> {
    let stamp = docx.paragraphs.iter().find(|paragraph| paragraph.text.trim() == "BẢN SAO VĂN BẢN");
    let stamp = stamp.filter(|_| paper.copy).and_then(|paragraph| Some(paragraph.cell()?.table()));
    docx.tables.iter().filter(|table| table.has_lines && Some(table.index) != stamp).collect()
}

fn docx_landscape(paper: &Paper, docx: &Docx, _: &Parts) -> Outcome {
    let landscape: Vec<usize> =
        (0..docx.sections.len()).filter(|index| docx.sections[*index].landscape).collect();
    ensure(!landscape.is_empty(), || "found no landscape section".into())?;
    let tables = data(paper, docx);
    for index in landscape {
        let has_table = tables.iter().any(|table| table.section == index);
        ensure(has_table, || format!("section {} is landscape and has no table", index + 1))?;
    }
    Ok(())
}

/// Pages without a table may only follow one that has it: the rest of its section.
fn pdf_landscape(_: &Paper, pdf: &Pdf, _: &Parts) -> Outcome {
    let pages = &pdf.layout;
    ensure(pages.iter().any(|page| page.landscape), || "found no landscape page".into())?;
    let mut has_table = true;
    for (index, page) in pages.iter().enumerate() {
        let begins = index == 0 || !pages[index - 1].landscape;
        has_table = if begins { !page.tables.is_empty() } else { has_table || !page.tables.is_empty() };
        ensure(has_table || !page.landscape, || format!("page {} is landscape and has no table", index + 1))?;
    }
    Ok(())
}

fn docx_tables(paper: &Paper, docx: &Docx, _: &Parts) -> Outcome {
    let tables = data(paper, docx);
    ensure(!tables.is_empty(), || "found no table with lines".into())?;
    for (number, table) in tables.iter().enumerate() {
        let repeats = table.rows.first().is_some_and(|row| row.is_header);
        ensure(repeats, || format!("table {}: the first row is not repeated (w:tblHeader)", number + 1))?;
        let split = table.rows.iter().position(|row| !row.cant_split);
        ensure(split.is_none(), || {
            format!("table {}: row {} may split (w:cantSplit)", number + 1, split.unwrap_or(0) + 1)
        })?;
    }
    Ok(())
}
