//! Columns that are wider together than the sheet: told when the form is read, not by the first paper.

use super::declared;
use super::folder::{DECLARED, Folder};
use crate::error::FormFault;
use crate::kinds::formed::{FieldShape, Spec};
use crate::path::PathStep;
use crate::profile::Profile;
use crate::tree::{Block, Section, Width};
use crate::units::Length;

/// How wide the text of the form's papers is.
fn room(spec: &Spec) -> Length {
    let mut profile = Profile::hd05();
    if let Some(layout) = &spec.free_layout {
        profile = profile.with_free_layout(layout.clone().into());
    }
    let section = Section { sheet: spec.sheet, landscape: spec.landscape, ..Section::default() };
    profile.page_of(&section).text_width()
}

/// What is wrong with columns that take so much and may not take less.
fn wrong(widths: &[Width], room: Length) -> Option<String> {
    let whole = widths.iter().fold(Length::ZERO, |whole, width| match width {
        Width::Fixed(width) | Width::Auto(width) => whole + *width,
        Width::Share(_) => whole,
    });
    let mm = |length: Length| format!("{:.1}", length.to_mm()).trim_end_matches(".0").replace('.', ",");
    (whole > room).then(|| {
        format!(
            "các cột của bảng cộng lại rộng {} mm, mà trang giấy chỉ có {} mm; hãy ghi cột hẹp hơn, hoặc ghi auto",
            mm(whole),
            mm(room)
        )
    })
}

/// What is wrong with the tables that `form.toml` declares.
pub(super) fn of_fields(spec: &Spec, folder: &Folder) -> Vec<FormFault> {
    let room = room(spec);
    let tables = spec.fields.iter().filter_map(|field| match &field.shape {
        FieldShape::Table(columns) => Some((field, columns)),
        _ => None,
    });
    let faults = tables.filter_map(|(field, columns)| {
        let widths: Vec<Width> = columns
            .iter()
            .filter(|column| column.printed)
            .filter_map(|column| column.width.as_deref().and_then(Width::parse))
            .collect();
        let reason = format!("“{}”: {}", field.label, wrong(&widths, room)?);
        let step = PathStep::Field(field.name.clone().into());
        let (line, column) = declared::place_of(&folder.toml, "fields", Some(&step));
        Some(FormFault { file: DECLARED.to_owned(), line, column, reason })
    });
    faults.collect()
}

/// What is wrong with the tables of the wording, with line and column: also with those that no made record shows.
pub(super) fn of_wording(spec: &Spec, body: &str) -> Vec<(usize, usize, String)> {
    let room = room(spec);
    let begins = body.match_indices("<table");
    let faults = begins.filter_map(|(at, _)| {
        let tag = body[at..].split('>').next().unwrap_or_default();
        let widths = tag.split_once("columns=")?.1;
        let quote = widths.chars().next().filter(|quote| ['"', '\''].contains(quote))?;
        // What is chosen by a condition is looked at when it is filled.
        let widths: Vec<Width> =
            widths[1..].split(quote).next()?.split_whitespace().map(Width::parse).collect::<Option<_>>()?;
        let (line, column) = crate::schema::place(body, at);
        Some((line, column, wrong(&widths, room)?))
    });
    faults.collect()
}

/// What is wrong with the tables that the wording made.
pub(super) fn of_blocks(spec: &Spec, blocks: &[Block]) -> Option<String> {
    let room = room(spec);
    blocks.iter().find_map(|block| match block {
        Block::Table(table) => wrong(&table.columns, room),
        _ => None,
    })
}
