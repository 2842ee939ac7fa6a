//! The table to fill in: a workbook for the kinds of which a row holds a paper.

use std::path::Path;

use vanban::table::{FillIn, Mapping, Unfit};
use vanban::text::file_name;
use vanban::{Kind, Renderer};

use crate::office::{Desk, Office, Setup};
use crate::words::{tables, typed_path};

/// The workbook for papers of a kind, to be read back beside what the office says.
///
/// # Errors
/// Why there is none, and what to do, a line each.
pub(super) fn workbook(
    kind: &Kind,
    variant: Option<&str>,
    set: Option<&str>,
    office: Office,
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
    made.map_err(|unfit| vec![told(kind, variant, &unfit, &table, &renderer)])
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

/// What to do with a workbook that is written.
pub(super) fn what_follows(kind: &Kind, path: &Path) -> String {
    let (file, folder) = (typed_path(path), typed_path(&path.with_extension("")));
    tables::fill_in(&path.display().to_string(), &file, kind.name(), &folder)
}
