//! The text of `vanban.toml`, read with the line of everything that is wrong in it.

use serde_json::Value;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use vanban::parts::Capacity;
use vanban::profile::ProfileId;

use super::{Office, profile};

/// The keys of the file, and of its signer.
const KEYS: [&str; 12] = [
    "office",
    "superior",
    "place",
    "criteria_set",
    "signer",
    "recipients",
    "archive",
    "output",
    "profile",
    "wording",
    "criteria",
    "fonts",
];
const SIGNER_KEYS: [&str; 4] = ["name", "position", "capacity", "body"];

impl Office {
    /// The office that the text of a file describes.
    ///
    /// # Errors
    /// Every problem, with its line.
    pub(crate) fn parse(text: &str) -> Result<Office, Vec<String>> {
        let text = text.trim_start_matches('\u{feff}');
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut reader = Reader { text, wrong: Vec::new() };
        for error in &errors {
            let at = error.span().map_or(0, |span| span.start);
            let said = if error.message().contains("duplicate key") {
                "mục này ghi hai lần; hãy bỏ một".to_owned()
            } else {
                "không đọc được; mỗi dòng ghi một mục: tên = \"giá trị\", giá trị trong dấu ngoặc kép, \
                 danh sách trong dấu [ ], chú thích sau dấu #"
                    .to_owned()
            };
            reader.wrong.push((at, said));
        }
        // What was read of a broken file says no more.
        let office = if errors.is_empty() { reader.office(table.get_ref()) } else { Office::default() };
        let wrong = reader.told();
        if wrong.is_empty() { Ok(office) } else { Err(wrong) }
    }
}

/// Reads the file; what is wrong, with the byte where it stands.
struct Reader<'a> {
    text: &'a str,
    wrong: Vec<(usize, String)>,
}

impl Reader<'_> {
    fn office(&mut self, table: &DeTable<'_>) -> Office {
        let mut office = Office::default();
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            match name {
                "office" => office.office = self.string(name, value),
                "superior" => office.superior = self.string(name, value),
                "place" => office.place = self.string(name, value),
                "criteria_set" => office.criteria_set = self.string(name, value),
                "archive" => office.archive = self.string(name, value),
                "output" => office.output = self.string(name, value),
                "recipients" => office.recipients = self.strings(name, value),
                "signer" => office.signer = self.signer(value),
                "profile" => office.profile = self.profile(name, value),
                "wording" => office.wording = self.string(name, value),
                "criteria" => office.criteria = self.strings(name, value),
                "fonts" => office.fonts = self.string(name, value),
                _ => self.unknown(key, &KEYS),
            }
        }
        office
    }

    fn signer(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<(String, String)> {
        let DeValue::Table(table) = value.get_ref() else {
            let said = "signer: ghi { name = \"họ và tên\", position = \"chức vụ\", capacity = \"T/M\" }";
            self.wrong.push((value.span().start, said.to_owned()));
            return Vec::new();
        };
        let mut signer = Vec::new();
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            if !SIGNER_KEYS.contains(&name) {
                self.unknown(key, &SIGNER_KEYS);
                continue;
            }
            let Some(text) = self.string(&format!("signer.{name}"), value) else { continue };
            if name != "capacity" {
                signer.push((name.to_owned(), text));
                continue;
            }
            match serde_json::from_value::<Capacity>(text.as_str().into()).map(serde_json::to_value) {
                Ok(Ok(Value::String(capacity))) => signer.push((name.to_owned(), capacity)),
                _ => {
                    let said = format!(
                        "signer.capacity: không có quyền hạn ký “{text}”; ghi \"T/M\", \"K/T\", \"T/L\", \"Q.\" hoặc \"direct\" (trực tiếp ký)"
                    );
                    self.wrong.push((value.span().start, said));
                }
            }
        }
        signer
    }

    fn profile(&mut self, name: &str, value: &Spanned<DeValue<'_>>) -> Option<ProfileId> {
        let text = self.string(name, value)?;
        profile(&text).map_err(|said| self.wrong.push((value.span().start, format!("{name}: {said}")))).ok()
    }

    fn string(&mut self, name: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        match value.get_ref() {
            DeValue::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            // Left open: as if it were not there.
            DeValue::String(_) => None,
            _ => {
                self.wrong.push((
                    value.span().start,
                    format!("{name}: ghi chữ trong dấu ngoặc kép: {name} = \"…\""),
                ));
                None
            }
        }
    }

    /// A list of texts; one text is a list of one.
    fn strings(&mut self, name: &str, value: &Spanned<DeValue<'_>>) -> Vec<String> {
        match value.get_ref() {
            DeValue::Array(list) => list.iter().filter_map(|value| self.string(name, value)).collect(),
            DeValue::String(_) => self.string(name, value).into_iter().collect(),
            _ => {
                let said = format!("{name}: ghi danh sách: {name} = [\"…\", \"…\"]");
                self.wrong.push((value.span().start, said));
                Vec::new()
            }
        }
    }

    fn unknown(&mut self, key: &Spanned<std::borrow::Cow<'_, str>>, known: &[&str]) {
        let said = format!("không có mục “{}”; các mục là {}", key.get_ref(), known.join(", "));
        self.wrong.push((key.span().start, said));
    }

    /// What is wrong, in the order of the lines, each once.
    fn told(mut self) -> Vec<String> {
        self.wrong.sort();
        let line = |at: usize| self.text.get(..at).unwrap_or(self.text).matches('\n').count() + 1;
        let mut told: Vec<String> =
            self.wrong.iter().map(|(at, said)| format!("dòng {}: {said}", line(*at))).collect();
        told.dedup();
        told
    }
}
