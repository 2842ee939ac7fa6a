//! Which kind a sheet is for that names none: its columns tell it.

use std::fs;
use std::io::Cursor;

use vanban::table::Table;

/// Its kind, and how many of its columns that knows.
fn likely(table: &Table) -> (&'static str, usize, usize) {
    let renderer = crate::renderer();
    let kind = table.likely_kind(renderer).unwrap();
    let survey = table.survey(kind, None, renderer).unwrap();
    (kind.name(), survey.recognised.unwrap(), survey.columns)
}

/// The sheets to fill in that there are, by their kind.
#[cfg(feature = "fillin")]
#[test]
fn a_sheet_to_fill_in_is_of_its_own_kind() {
    use vanban::kinds::built_in;
    use vanban::table::FillIn;

    let mut seen = std::collections::BTreeSet::new();
    for kind in built_in() {
        let variants = kind.variants();
        for variant in variants.iter().map(|(name, _)| Some(name.as_str())).chain([None]) {
            let sheet = FillIn::of(kind).in_variant(variant).scored_by(Some("an_phu_ward_2025_monthly"));
            let Ok(bytes) = sheet.to_xlsx(crate::renderer()) else { continue };
            let table = Table::sheet(Cursor::new(bytes), None).unwrap();
            let (name, known, columns) = likely(&table);
            assert_eq!((name, known), (kind.name(), columns), "{variant:?}");
            seen.insert(name);
        }
    }
    let flat =
        ["ballot_paper", "evaluation_form", "evaluation_summary", "invitation", "notice", "opinion_form"];
    assert_eq!(Vec::from_iter(seen), flat);
}

/// An office's own sheet with the columns of an invitation, in another order and with nothing above them.
#[cfg(feature = "fillin")]
#[test]
fn columns_tell_the_kind_whatever_stands_around_them() {
    let kind = vanban::kinds::built_in().find(|kind| kind.name() == "invitation").unwrap();
    let bytes = vanban::table::FillIn::of(kind).to_xlsx(crate::renderer()).unwrap();
    let mut names = Table::sheet(Cursor::new(bytes), None).unwrap().columns();
    names.reverse();
    let csv = format!("\"{}\"\n{}\n", names.join("\";\""), vec!["1"; names.len()].join(";"));
    assert_eq!(likely(&Table::csv(Cursor::new(csv)).unwrap()), ("invitation", 18, 18));
}

#[test]
fn columns_that_nobody_knows_are_of_what_offices_keep_sheets_for() {
    let table = Table::csv(Cursor::new("Màu;Cỡ\nxanh;lớn\n")).unwrap();
    assert_eq!(likely(&table), ("evaluation_form", 0, 2));
}

#[test]
fn a_clerks_sheet_is_of_forms() {
    for name in ["thang-6.xlsx", "thang-6.ods", "thang-7.xlsx", "thang-6-da-sua.xlsx"] {
        let bytes = fs::read(format!("tests/clerk/cham-diem-{name}")).unwrap();
        let table = Table::sheet(Cursor::new(bytes), None).unwrap();
        assert_eq!(likely(&table), ("evaluation_form", 45, 50), "{name}");
    }
    // Whose columns a mapping has to name: none but the chi bộ's name and the day tells what it is.
    let table = Table::csv(Cursor::new(fs::read("examples/data/branches.csv").unwrap())).unwrap();
    assert_eq!(likely(&table), ("evaluation_form", 2, 5));
}
