//! Papers of the guidance's types, which all look alike, whatever form they are made with.

use super::look;
use crate::kinds::formed::Spec;
use crate::rules::codes;

/// What makes a form one of the guidance's types.
pub(super) struct Regulated {
    /// The name in `form.toml` whose value says so.
    pub(super) key: &'static str,
    /// What it says.
    said: String,
}

/// Whether a form is of one of the guidance's types: by its title, by what it is called in a sentence, or by its code.
pub(super) fn of(spec: &Spec) -> Option<Regulated> {
    let named = [("title", &spec.title), ("term", &spec.term)];
    if let Some((key, name)) = named.into_iter().find(|(_, name)| codes::begins_as_document(name)) {
        return Some(Regulated {
            key, said: format!("“{name}” là thể loại văn bản của Đảng")
        });
    }
    let kind = codes::document_of(&spec.code)?;
    let said = format!("“{}” là ký hiệu của {kind}, thể loại văn bản của Đảng", spec.code);
    Some(Regulated { key: "code", said })
}

impl Regulated {
    /// Why it has no look of its own.
    pub(super) fn refusal(&self) -> String {
        format!(
            "{}, trình bày theo Hướng dẫn 05-HD/VPTW (II.IV), không có kiểu chữ, màu, viền, biểu trưng riêng; hãy bỏ các mục {}",
            self.said,
            look::KEYS.join(", ")
        )
    }
}
