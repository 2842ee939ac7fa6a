//! A mapping to start from.

use std::fmt::Write;

use super::Mapping;
use super::rows::Header;
use super::schema::Schema;
use super::suggest::{Suggestions, Use, is_ordinal, scores};

/// The mapping of a table as far as its names tell it; a question for each column that they do not tell of.
pub(super) fn template(
    schema: &Schema,
    suggestions: &Suggestions<'_>,
    header: &Header,
    defaults: &Mapping,
) -> String {
    let (uses, set) = suggestions.uses(header);
    let kind = suggestions.kind;
    let named = || header.names().iter().zip(&uses).enumerate().filter(|(_, (name, _))| !name.is_empty());
    let mut text =
        format!("# Cột nào của bảng vào mục nào của {}.\nkind = {}\n", kind.term(), quoted(kind.name()));
    let places = |wanted: &str| {
        named().any(|(_, (_, found))| matches!(found, Some(Use::Place(place)) if place.starts_with(wanted)))
    };
    if kind.name() == "evaluation_form" {
        let forms = if places("superior.") { "[\"self\", \"superior\"]" } else { "[\"self\"]" };
        // Writing to a String never fails.
        let _ = writeln!(text, "forms = {forms}  # \"self\": Mẫu 1; \"superior\": Mẫu 2");
    }
    text.push_str("name = \"\"  # tên cột đứng đầu tên tệp, nếu cần\n");
    let scores = scores(header, &uses);
    if !scores.is_empty() {
        let _ = writeln!(text, "scores = {}  # các cột điểm, từ cột đầu đến cột cuối", quoted(&scores));
    }
    if let Some((_, (name, _))) = named().find(|(_, (_, found))| **found == Some(Use::Reasons)) {
        let _ = writeln!(text, "notes = {}  # lý do trừ điểm của mọi tiêu chí", quoted(name));
    }
    let unknown: Vec<(usize, &String)> =
        named().filter(|(_, (_, found))| found.is_none()).map(|(index, (name, _))| (index, name)).collect();
    for (index, name) in &unknown {
        let _ = writeln!(text, "# {}", question(header, *index, name));
    }
    let ignored: Vec<String> = unknown.iter().map(|(_, name)| quoted(name)).collect();
    let _ = writeln!(text, "ignore = [{}]", ignored.join(", "));
    text.push_str("\n[columns]\n");
    for (_, (name, found)) in named() {
        if let Some(Use::Place(place)) = found {
            let _ = writeln!(text, "{} = {}", quoted(name), quoted(place));
        }
    }
    constants(&mut text, schema, &uses, header, set.map(|set| set.id.as_str()), defaults);
    text
}

/// What is asked of a column.
pub(super) fn question(header: &Header, index: usize, name: &str) -> String {
    let column = header.column(index);
    let column = column.strip_prefix("cột ").unwrap_or(&column);
    if is_ordinal(name) {
        return format!("Cột {column} đánh số dòng nên không dùng. Có đúng không?");
    }
    format!("Cột {column} dùng làm gì? Chưa rõ nên tạm không dùng; cần thì chuyển xuống [columns].")
}

/// What is the same in every record: what is known of it, and a line to fill in for what a record must have.
fn constants(
    text: &mut String,
    schema: &Schema,
    uses: &[Option<Use>],
    header: &Header,
    set: Option<&str>,
    defaults: &Mapping,
) {
    text.push_str("\n[constants]\n");
    if let Some(set) = set.filter(|_| !defaults.gives("criteria_set")) {
        let _ = writeln!(text, "criteria_set = {}", quoted(set));
    }
    let superior =
        uses.iter().position(|found| *found == Some(Use::Place("superior.signature.name".to_owned())));
    if let Some(name) = superior.and_then(|index| header.names().get(index)) {
        let _ = writeln!(text, "\"superior.signature.position\" = {}", quoted(super::mapping::leaf(name)));
    }
    let mapped =
        |place: &str| uses.iter().flatten().any(|found| matches!(found, Use::Place(known) if known == place));
    // The table says its month itself, and a form of its own who scores and what session it was.
    let known =
        ["criteria_set", "period.month", "period.year", "scorer", "session.variant", "rows[0].criterion"];
    if !mapped("issuer.superior") && !defaults.gives("issuer.superior") && schema.has("issuer.superior") {
        text.push_str("# \"issuer.superior\" = \"Đảng bộ …\"  # tên cơ quan cấp trên, nếu có\n");
    }
    for leaf in schema.required() {
        let place = leaf.place.as_str();
        if mapped(place) || defaults.gives(place) || known.contains(&place) {
            continue;
        }
        let _ = writeln!(text, "{} = \"\"  # hãy ghi {}", quoted(place), leaf.said.term);
    }
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
