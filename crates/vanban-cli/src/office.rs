//! `vanban.toml`: what an office writes in all of its papers, said once, beside the papers.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use vanban::parts::{Capacity, Issuer};

/// How the file is called.
pub(super) const FILE: &str = "vanban.toml";
/// The keys of the file, and of its signer.
const KEYS: [&str; 8] =
    ["office", "superior", "place", "criteria_set", "signer", "recipients", "archive", "output"];
const SIGNER_KEYS: [&str; 4] = ["name", "position", "capacity", "body"];

/// What an office always writes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Office {
    /// The folder of the file.
    folder: PathBuf,
    office: Option<String>,
    superior: Option<String>,
    place: Option<String>,
    criteria_set: Option<String>,
    signer: Vec<(String, String)>,
    recipients: Vec<String>,
    archive: Option<String>,
    output: Option<String>,
}

impl Office {
    /// The office of a file or folder: of the `vanban.toml` beside it, else of that in the working folder; one that
    /// says nothing where there is none.
    ///
    /// # Errors
    /// Every problem of the file, a line each.
    pub(super) fn beside(input: &Path) -> Result<Office, Vec<String>> {
        let beside = if input.is_dir() { Some(input) } else { input.parent() };
        let above = if input.is_dir() { input.parent() } else { None };
        let folders = [beside, above, Some(Path::new(""))];
        let found = folders.into_iter().flatten().map(|folder| folder.join(FILE)).find(|file| file.is_file());
        let Some(file) = found else { return Ok(Office::default()) };
        let told = |said: &str| format!("{}: {said}", file.display());
        let text = fs::read(&file).map_err(|error| vec![told(&format!("không đọc được tệp ({error})"))])?;
        let text = String::from_utf8(text)
            .map_err(|_| vec![told("tệp không phải mã UTF-8; hãy lưu lại với mã UTF-8")])?;
        let office =
            Office::parse(&text).map_err(|wrong| wrong.iter().map(|said| told(said)).collect::<Vec<_>>())?;
        Ok(Office { folder: file.parent().map(Path::to_path_buf).unwrap_or_default(), ..office })
    }

    /// The office that the text of a file describes.
    ///
    /// # Errors
    /// Every problem, with its line.
    pub(super) fn parse(text: &str) -> Result<Office, Vec<String>> {
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

    /// The values that records of a kind have where nothing else gives them, by their places.
    pub(super) fn defaults(&self, kind: &str) -> Vec<(String, Value)> {
        let mut defaults = Defaults(Vec::new());
        let issuer = self.issuer();
        if kind == "evaluation_form" {
            // Mẫu 1 is the chi bộ's own paper, Mẫu 2 that of the committee whose member was there.
            let over = issuer.as_ref().and_then(Issuer::party).map(|party| party.to_string());
            let chi_bo =
                issuer.as_ref().is_some_and(|issuer| issuer.body() == Some(vanban::parts::Body::Branch));
            defaults.text("issuer.superior", over.as_ref().or(self.superior.as_ref().filter(|_| chi_bo)));
            defaults.text("place", self.place.as_ref());
            defaults.text("criteria_set", self.criteria_set.as_ref());
            if !chi_bo {
                defaults.text("superior.issuer.name", self.office.as_ref());
                defaults.text("superior.issuer.superior", self.superior.as_ref());
            }
            return defaults.0;
        }
        defaults.text("issuer.name", self.office.as_ref());
        defaults.text("issuer.superior", self.superior.as_ref());
        defaults.text("place", self.place.as_ref());
        if kind == "evaluation_summary" {
            defaults.text("criteria_set", self.criteria_set.as_ref());
        }
        for (key, value) in self.signature(issuer.as_ref()) {
            defaults.0.push((format!("signature.{key}"), value.into()));
        }
        let recipients: Vec<&String> = self.recipients.iter().chain(&self.archive).collect();
        if !recipients.is_empty() {
            defaults.0.push(("recipients".to_owned(), json!(recipients)));
        }
        defaults.0
    }

    /// Where papers go; counted from the folder of the file.
    pub(super) fn output(&self) -> Option<PathBuf> {
        self.output.as_ref().map(|output| self.folder.join(output))
    }

    fn issuer(&self) -> Option<Issuer> {
        let mut issuer = Issuer::new(self.office.as_deref()?);
        if let Some(superior) = &self.superior {
            issuer = issuer.under(superior.as_str());
        }
        Some(issuer)
    }

    /// The signature's fields. A body that decides together signs `T/M` where nothing else is said.
    fn signature(&self, issuer: Option<&Issuer>) -> Vec<(String, String)> {
        if self.signer.is_empty() {
            return Vec::new();
        }
        let mut signer = self.signer.clone();
        let said = |signer: &[(String, String)], key: &str| signer.iter().any(|(known, _)| known == key);
        let together = issuer.and_then(Issuer::signing);
        if !said(&signer, "capacity") {
            let capacity = if together.is_some() { "on_behalf_of" } else { "direct" };
            signer.push(("capacity".to_owned(), capacity.to_owned()));
        }
        let on_behalf = signer.iter().any(|(key, value)| key == "capacity" && value == "on_behalf_of");
        if let Some(body) = together.filter(|_| on_behalf && !said(&signer, "body")) {
            signer.push(("body".to_owned(), body.to_string()));
        }
        signer
    }
}

struct Defaults(Vec<(String, Value)>);

impl Defaults {
    fn text(&mut self, place: &str, value: Option<&String>) {
        self.0.extend(value.map(|value| (place.to_owned(), Value::from(value.as_str()))));
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

#[cfg(test)]
mod tests {
    use super::*;

    const BINH_AN: &str = r#"# Cơ quan ban hành văn bản
office = "Đảng ủy phường Bình An"
superior = "Đảng bộ tỉnh Bình Giang"
place = "Bình An"
criteria_set = "an_phu_ward_2025_monthly"
signer = { name = "Trần Thị Lan", position = "Bí thư", capacity = "T/M" }
recipients = ["Các chi bộ trực thuộc"]
archive = "Lưu Đảng ủy"
output = "Phiếu"
"#;

    fn defaults(text: &str, kind: &str) -> Vec<(String, Value)> {
        Office::parse(text).unwrap().defaults(kind)
    }

    fn given(pairs: &[(&str, Value)]) -> Vec<(String, Value)> {
        pairs.iter().map(|(place, value)| ((*place).to_owned(), value.clone())).collect()
    }

    #[test]
    fn a_form_is_the_chi_bos_and_the_second_one_the_offices() {
        assert_eq!(
            defaults(BINH_AN, "evaluation_form"),
            given(&[
                ("issuer.superior", json!("Đảng bộ phường Bình An")),
                ("place", json!("Bình An")),
                ("criteria_set", json!("an_phu_ward_2025_monthly")),
                ("superior.issuer.name", json!("Đảng ủy phường Bình An")),
                ("superior.issuer.superior", json!("Đảng bộ tỉnh Bình Giang")),
            ])
        );
        let branch = "office = \"Chi bộ Khu phố 1\"\nsuperior = \"Đảng bộ phường Bình An\"";
        assert_eq!(
            defaults(branch, "evaluation_form"),
            given(&[("issuer.superior", json!("Đảng bộ phường Bình An"))])
        );
    }

    #[test]
    fn a_list_is_the_offices_own() {
        let list = defaults(BINH_AN, "evaluation_summary");
        assert_eq!(
            list,
            given(&[
                ("issuer.name", json!("Đảng ủy phường Bình An")),
                ("issuer.superior", json!("Đảng bộ tỉnh Bình Giang")),
                ("place", json!("Bình An")),
                ("criteria_set", json!("an_phu_ward_2025_monthly")),
                ("signature.capacity", json!("on_behalf_of")),
                ("signature.name", json!("Trần Thị Lan")),
                ("signature.position", json!("Bí thư")),
                ("signature.body", json!("Đảng ủy")),
                ("recipients", json!(["Các chi bộ trực thuộc", "Lưu Đảng ủy"])),
            ])
        );
        let notice = defaults(BINH_AN, "notice");
        assert!(!notice.iter().any(|(place, _)| place == "criteria_set"));
        assert_eq!(notice.len() + 1, list.len());
    }

    #[test]
    fn who_signs_follows_from_the_office() {
        let signed = |office: &str, signer: &str| {
            let text = format!("office = \"{office}\"\nsigner = {{ {signer} }}");
            let mut found = defaults(&text, "notice");
            found.retain(|(place, _)| place.starts_with("signature."));
            found
                .into_iter()
                .map(|(place, value)| format!("{place}={}", value.as_str().unwrap()))
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(
            signed("Đảng uỷ xã A", "name = \"Lê Văn An\""),
            "signature.name=Lê Văn An signature.capacity=on_behalf_of signature.body=Đảng uỷ"
        );
        assert_eq!(
            signed("Ban Tổ chức Tỉnh uỷ", "position = \"Trưởng ban\""),
            "signature.position=Trưởng ban signature.capacity=direct"
        );
        assert_eq!(
            signed("Ban Tổ chức Tỉnh uỷ", "capacity = \"K/T\", body = \"Trưởng ban\""),
            "signature.body=Trưởng ban signature.capacity=signing_for"
        );
        assert_eq!(signed("Đảng uỷ xã A", ""), "");
    }

    #[test]
    fn what_is_left_open_says_nothing() {
        assert_eq!(Office::parse("").unwrap(), Office::default());
        assert_eq!(Office::parse("\u{feff}office = \"\"\nrecipients = []\n").unwrap(), Office::default());
        assert_eq!(Office::default().defaults("evaluation_form"), []);
        assert_eq!(Office::default().output(), None);
    }

    #[test]
    fn every_problem_is_told_with_its_line() {
        let text = "office = 5\nofice = \"x\"\n[signer]\nname = [\"a\"]\nten = \"b\"\ncapacity = \"T/X\"\n";
        assert_eq!(
            Office::parse(text).unwrap_err(),
            [
                "dòng 1: office: ghi chữ trong dấu ngoặc kép: office = \"…\"",
                "dòng 2: không có mục “ofice”; các mục là office, superior, place, criteria_set, signer, recipients, archive, output",
                "dòng 4: signer.name: ghi chữ trong dấu ngoặc kép: signer.name = \"…\"",
                "dòng 5: không có mục “ten”; các mục là name, position, capacity, body",
                "dòng 6: signer.capacity: không có quyền hạn ký “T/X”; ghi \"T/M\", \"K/T\", \"T/L\", \"Q.\" hoặc \"direct\" (trực tiếp ký)",
            ]
        );
        assert_eq!(
            Office::parse("signer = \"Lan\"\nrecipients = 3").unwrap_err(),
            [
                "dòng 1: signer: ghi { name = \"họ và tên\", position = \"chức vụ\", capacity = \"T/M\" }",
                "dòng 2: recipients: ghi danh sách: recipients = [\"…\", \"…\"]",
            ]
        );
        let broken = Office::parse("place = \"A\"\noffice = Đảng ủy\n").unwrap_err();
        assert_eq!(broken.len(), 1, "{broken:?}");
        assert!(broken[0].starts_with("dòng 2: không đọc được; mỗi dòng ghi một mục: "), "{broken:?}");
        let twice = Office::parse("place = \"A\"\nplace = \"B\"\n").unwrap_err();
        assert_eq!(twice, ["dòng 2: mục này ghi hai lần; hãy bỏ một"]);
    }
}
