//! What keeps a file in TOML from being a mapping, in Vietnamese, with line and column.

use crate::schema::{toml_place, toml_reason};
use crate::text::near;

/// What the reader of TOML says of a text, for the office that wrote it.
pub(super) fn told(text: &str, error: &toml::de::Error) -> String {
    let sentence = shape(error.message()).unwrap_or_else(|| toml_reason(text, error).vietnamese);
    match error.span() {
        Some(span) => format!("{}: {sentence}", toml_place(text, span.start).vietnamese),
        None => sentence,
    }
}

/// What is TOML, and not a mapping.
fn shape(said: &str) -> Option<String> {
    let quoted: Vec<&str> = said.split('`').skip(1).step_by(2).collect();
    if said.starts_with("unknown field")
        && let [name, known @ ..] = quoted.as_slice()
    {
        return Some(match near(name, known.iter().copied()) {
            Some(meant) => format!("không có mục “{name}”; có phải “{meant}”?"),
            None => format!("không có mục “{name}”; hãy bỏ đi hoặc ghi một trong: {}", known.join(", ")),
        });
    }
    let (found, expected) = said.strip_prefix("invalid type: ")?.split_once(", expected ")?;
    Some(format!("phải là {}; hiện là {}", kind(expected), found_as(found)))
}

/// What stands there, by the name that serde has for it; of a text and a number also which.
fn found_as(found: &str) -> String {
    let value = |open: char| found.split_once(open).map(|(_, rest)| rest.trim_end_matches(open));
    match found.split(' ').next().unwrap_or_default() {
        "string" => value('"').map_or_else(|| "chữ".to_owned(), |text| format!("chữ “{text}”")),
        "integer" | "floating" | "boolean" => {
            value('`').map_or_else(|| "số".to_owned(), |it| format!("{it} không có dấu nháy kép"))
        }
        "map" => "một nhóm mục".to_owned(),
        "sequence" => "một danh sách".to_owned(),
        _ => "giá trị kiểu khác".to_owned(),
    }
}

/// What is expected, by the name that serde has for it.
fn kind(expected: &str) -> &'static str {
    match expected {
        "a string" => "chữ trong dấu nháy kép",
        "a sequence" => "danh sách […]",
        "a map" => "nhóm mục, mỗi mục một dòng dưới tên nhóm trong […]",
        "a boolean" => "true hay false",
        _ => "giá trị kiểu khác",
    }
}

#[cfg(test)]
mod tests {
    use crate::table::Mapping;

    #[test]
    fn what_is_no_mapping_is_told_in_vietnamese_with_line_and_column() {
        for (text, expected) in [
            (
                "[columns]\n\"a\" = 5\n",
                "dòng 2, cột 7: phải là chữ trong dấu nháy kép; hiện là 5 không có dấu nháy kép",
            ),
            ("ignore = \"STT\"", "dòng 1, cột 10: phải là danh sách […]; hiện là chữ “STT”"),
            (
                "columns = [\"a\"]",
                "dòng 1, cột 11: phải là nhóm mục, mỗi mục một dòng dưới tên nhóm trong […]; hiện là một danh sách",
            ),
            ("[colums]\n", "dòng 1, cột 2: không có mục “colums”; có phải “columns”?"),
            ("kind = \"plan\"\nkind = \"plan\"", "dòng 2, cột 1: mục này ghi hai lần; hãy bỏ một lần"),
            ("kind = plan", "dòng 1, cột 8: chữ phải đặt trong dấu nháy kép"),
            (
                "[columns]\nSố = \"number\"",
                "dòng 2, cột 2: tên có dấu hoặc dấu cách phải đặt trong dấu nháy kép",
            ),
            ("ignore = [\"a\" \"b\"]", "dòng 1, cột 15: thiếu dấu phẩy “,”"),
            ("kind \"plan\"", "dòng 1, cột 6: thiếu dấu “=” và giá trị sau tên mục"),
            ("kind =\n", "dòng 1, cột 7: thiếu giá trị sau dấu “=”"),
        ] {
            assert_eq!(Mapping::from_toml(text).unwrap_err().to_string(), expected, "{text}");
        }
        let unknown = Mapping::from_toml("hàng = 1").unwrap_err().to_string();
        assert!(!unknown.contains("expected") && unknown.starts_with("dòng 1, cột "), "{unknown}");
        let unknown = Mapping::from_toml("xyzzy = 1").unwrap_err().to_string();
        assert!(
            unknown.starts_with("dòng 1, cột 1: không có mục “xyzzy”; hãy bỏ đi hoặc ghi một trong: "),
            "{unknown}"
        );
    }
}
