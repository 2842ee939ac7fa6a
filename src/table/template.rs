//! A mapping to start from.

use std::fmt::Write;

use super::rows::Header;
use super::schema::{Leaf, Schema};
use crate::text::slug;

/// The mapping of a table as far as its names tell it, and every place that a kind has.
pub(super) fn template(kind: &str, schema: &Schema, header: &Header) -> String {
    let leaves = schema.leaves();
    let mut text = format!(
        "# Cột nào của bảng vào mục nào của bản ghi {kind}. Cột không dùng: ignore = [\"Tên cột\"]\nignore = []\n"
    );
    text.push_str("\n[columns]\n");
    let mut used: Vec<&str> = Vec::new();
    for name in header.names().iter().filter(|name| !name.is_empty()) {
        let found = find(name, &leaves).filter(|leaf| !used.contains(&leaf.place.as_str()));
        let place = found.map_or("", |leaf| leaf.place.as_str());
        used.push(place);
        // Writing to a String never fails.
        let _ = writeln!(text, "{} = \"{place}\"", toml::Value::String(name.clone()));
    }
    text.push_str("\n# Giá trị chung của mọi bản ghi, ví dụ: \"place\" = \"Hà Nội\"\n[constants]\n");
    text.push_str("\n# Các đường dẫn (danh sách: [0], [1], …):\n");
    for Leaf { place, wanted, said } in &leaves {
        let colon = if said.term.is_empty() { "" } else { ": " };
        let help = said.help.lines().next().unwrap_or_default();
        let _ = writeln!(text, "# {place} ({}) {}{colon}{help}", wanted.vietnamese(), said.term);
    }
    text
}

/// The place that a column is called after, by its path, its term or the first words of its help.
fn find<'a>(name: &str, leaves: &'a [Leaf]) -> Option<&'a Leaf> {
    let wanted = slug(name);
    let described = |leaf: &&Leaf| {
        let first = leaf.said.help.split([':', '.', ',', ';', '(', '\n']).next().unwrap_or_default();
        !wanted.is_empty() && (slug(&leaf.said.term) == wanted || slug(first) == wanted)
    };
    leaves.iter().find(|leaf| leaf.place == name).or_else(|| leaves.iter().find(described))
}

#[cfg(test)]
mod tests {
    use super::super::Mapping;
    use super::*;
    use crate::kinds;

    #[test]
    fn a_template_is_a_mapping_with_the_rest_left_open() {
        let kind = kinds::built_in().find(|kind| kind.name() == "resolution").unwrap();
        let schema = Schema::of(kind);
        let names = ["TÊN CƠ QUAN BAN HÀNH", "number", "Điểm \"thi\"", "Địa danh"];
        let header = Header::new(names.map(str::to_owned), 0);
        let text = template(kind.name(), &schema, &header);
        let begun = "ignore = []\n\n[columns]\n\"TÊN CƠ QUAN BAN HÀNH\" = \"issuer.name\"\n\"number\" = \"number\"\n\
                     'Điểm \"thi\"' = \"\"\n\"Địa danh\" = \"place\"\n";
        assert!(text.contains(begun), "{text}");
        assert!(text.contains("# recipients[0] (chữ) nơi nhận: "), "{text}");
        let mapping = Mapping::from_toml(&text).unwrap();
        let wrong = mapping.fit(kind, &schema, &header, false).unwrap_err();
        assert_eq!(wrong, ["cột “Điểm \"thi\"” chưa có đường dẫn trong bản ghi"]);
    }
}
