//! The table to fill in: a workbook for the kinds of which a row holds a paper.

use std::path::Path;

use vanban::kinds::Shape;
use vanban::table::{FillIn, Mapping, Unfit};
use vanban::text::file_name;
use vanban::{Kind, Renderer};

use crate::office::{Desk, Office, Setup};
use crate::words::{tables, typed_path};

/// The workbook for papers of a kind, to be read back beside what the office says; `form`: the options that name its form.
///
/// # Errors
/// Why there is none, and what to do, a line each.
pub(super) fn workbook(
    kind: &Kind,
    variant: Option<&str>,
    set: Option<&str>,
    office: Office,
    form: &str,
) -> Result<Vec<u8>, Vec<String>> {
    let Desk { office, renderer, .. } = Desk::of(office, &Setup::default())?;
    if let (Some(set), Some(own)) = (set, office.criteria_set())
        && set != own
    {
        return Err(vec![tables::two_criteria_sets(own)]);
    }
    let known = office
        .defaults_of(kind)
        .into_iter()
        .fold(Mapping::default(), |known, (place, value)| known.with_default(&place, value));
    let table = FillIn::of(kind).scored_by(set).beside(&known);
    let made = table.clone().in_variant(variant).to_xlsx(&renderer);
    made.map_err(|unfit| {
        let list = matches!(unfit, Unfit::Nested { .. }).then(|| as_list(kind, form)).flatten();
        vec![told(kind, variant, &unfit, &table, &renderer) + &list.unwrap_or_default()]
    })
}

/// Why there is no workbook, and what to do.
fn told(
    kind: &Kind,
    variant: Option<&str>,
    unfit: &Unfit,
    table: &FillIn<'_>,
    renderer: &Renderer,
) -> String {
    let why = unfit.to_string();
    match unfit {
        Unfit::Nested { .. } => {
            let option = |variant: &str| format!(" --session {variant}");
            let variants = kind.variants();
            let fits =
                |of: &&(String, String)| table.clone().in_variant(Some(&of.0)).to_xlsx(renderer).is_ok();
            let flat = variants.iter().filter(fits);
            let flat: Vec<String> = flat.map(|(name, term)| format!("--session {name} ({term})")).collect();
            let session = variant.map_or_else(String::new, option);
            tables::nested(&why, kind.name(), &session, &file_name(kind.term()), &flat)
        }
        Unfit::NoCriteriaSet => tables::no_criteria_set(&why),
        Unfit::UnknownCriteriaSet(_) => tables::unknown_criteria_set(&why),
        _ => why,
    }
}

/// How a sheet of the table in a form makes one paper.
fn as_list(kind: &Kind, form: &str) -> Option<String> {
    let own = kind.own_fields();
    let fields = kind.fields(None);
    let (field, columns) = fields.iter().filter(|field| own.contains(&field.name)).find_map(|field| {
        let Shape::List(element) = &field.shape else { return None };
        let Shape::Group(columns) = &**element else { return None };
        Some((field, columns))
    })?;
    let columns: Vec<&str> = columns.iter().map(|column| column.term.as_str()).collect();
    let kind = format!("{}{form}", kind.name());
    Some(tables::as_list(&field.term, &columns.join("; "), &kind, &field.name))
}

/// What to do with a workbook that is written.
pub(super) fn what_follows(kind: &Kind, path: &Path, form: &str) -> String {
    let (file, folder) = (typed_path(path), typed_path(&path.with_extension("")));
    tables::fill_in(&path.display().to_string(), &file, &format!("{}{form}", kind.name()), &folder)
}
