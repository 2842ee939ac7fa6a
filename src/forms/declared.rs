//! `form.toml`, read into what a form is.

use serde_json::Map;
use toml::de::{DeTable, DeValue};

use super::Source;
use super::fields;
use super::folder::{BODY, DECLARED, Folder, NOT_UTF8, PICTURE};
use super::look::{self, Emblem, Look};
use super::reader::{At, Key, Reader, in_order};
use super::regulated;
use crate::error::FormFault;
use crate::kinds::formed::{FieldShape, Parts, SIGNER, Spec};
use crate::parts::{Picture, Png, Shown};
use crate::path::PathStep;
use crate::profile::FreeLayout;
use crate::schema::{place, toml_faults};
use crate::units::Sheet;

/// The names at the top of the file, beside those of the look.
const KEYS: [&str; 16] = [
    "format",
    "name",
    "term",
    "title",
    "code",
    "label",
    "issued_by",
    "signed_by",
    "source",
    "remark",
    "sheet",
    "orientation",
    "file_name",
    "parts",
    "fields",
    "values",
];

/// The names of `[parts]` beside `date`.
const PARTS: [&str; 11] = [
    "letterhead",
    "title",
    "subject",
    "separator",
    "number",
    "recipients",
    "addressees",
    "signature",
    "outline",
    "sign_hint",
    "date",
];

/// The longest `form.toml`.
const LONGEST: usize = 256 << 10;

/// What a form is, as far as it could be read, and what is wrong with its `form.toml`.
pub(super) fn read(folder: &Folder) -> (Spec, Source, Vec<FormFault>) {
    let text = folder.toml.as_str();
    let (mut reader, mut source) = (Reader::default(), Source::default());
    let template = folder.body.clone().unwrap_or_default();
    let mut spec = Spec { template, example: folder.example.clone(), ..Spec::default() };
    if text.len() > LONGEST {
        reader.refuse(0, format!("tệp dài hơn {} KB; hãy rút gọn", LONGEST >> 10));
        return (spec, Source::default(), told(text, reader));
    }
    let encoded = |(_, text): &(&str, &str)| text.contains('\0');
    let others: Vec<FormFault> =
        folder.texts().filter(encoded).map(|(file, _)| other_encoding(file)).collect();
    if !others.is_empty() {
        return (spec, Source::default(), others);
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    for (at, reason) in toml_faults(text, &errors) {
        reader.refuse(at, reason.vietnamese);
    }
    // What was read of a broken file says no more.
    if errors.is_empty() {
        Declared { reader: &mut reader, folder, spec: &mut spec, source: &mut source }.read(table.get_ref());
    }
    let mut faults = told(text, reader);
    match &folder.body {
        Some(body) if !body.trim().is_empty() => {}
        _ if spec.parts.outline => spec.template = crate::kinds::OUTLINE_WORDING.to_owned(),
        _ => faults.push(FormFault {
            file: BODY.to_owned(),
            line: 0,
            column: 0,
            reason: "chưa có nội dung; hãy ghi lời văn của mẫu vào tệp này".to_owned(),
        }),
    }
    (spec, source, faults)
}

/// That a file is in another encoding.
fn other_encoding(file: &str) -> FormFault {
    FormFault { file: file.to_owned(), line: 0, column: 0, reason: NOT_UTF8.to_owned() }
}

/// What is wrong, in the order of the file, each once.
fn told(text: &str, reader: Reader) -> Vec<FormFault> {
    let mut wrong = reader.wrong;
    wrong.sort();
    wrong.dedup();
    let fault = |(at, reason): (usize, String)| {
        let (line, column) = place(text, at);
        FormFault { file: DECLARED.to_owned(), line, column, reason }
    };
    wrong.into_iter().map(fault).collect()
}

/// Where a name of a table stands; the table itself, where it has no such name.
pub(super) fn place_of(text: &str, table: &str, step: Option<&PathStep>) -> (usize, usize) {
    let (root, _) = DeTable::parse_recoverable(text);
    let entry = in_order(root.get_ref()).into_iter().find(|(key, _)| key.get_ref() == table);
    let Some((key, value)) = entry else { return (0, 0) };
    let inner = match (value.get_ref(), step) {
        (DeValue::Table(inner), Some(PathStep::Field(name))) => {
            in_order(inner).into_iter().find(|(key, _)| key.get_ref() == name.as_ref()).map(|(key, _)| key)
        }
        _ => None,
    };
    place(text, inner.unwrap_or(key).span().start)
}

struct Declared<'r> {
    reader: &'r mut Reader,
    folder: &'r Folder,
    spec: &'r mut Spec,
    source: &'r mut Source,
}

impl Declared<'_> {
    fn read(&mut self, table: &DeTable<'_>) {
        let mut look = Look::default();
        let mut parts = None;
        for (key, value) in in_order(table) {
            let name = key.get_ref().as_ref();
            match name {
                "format" => self.format(value),
                "name" => self.name(value),
                "term" => self.spec.term = self.text(name, value),
                "title" => self.spec.title = self.text(name, value),
                "code" => self.code(value),
                "label" => self.spec.label = self.reader.text(name, value).map(Into::into),
                "issued_by" => self.spec.bodies = self.reader.texts(name, value),
                "source" => self.source.source = self.reader.text(name, value),
                "remark" => self.source.remark = self.reader.text(name, value),
                "signed_by" => self.spec.signing_bodies = self.reader.texts(name, value),
                "sheet" => {
                    let sheets = [("A4", Sheet::A4), ("A5", Sheet::A5)];
                    self.spec.sheet = self.reader.among(name, value, &sheets).unwrap_or_default();
                }
                "orientation" => {
                    let ways = [("portrait", false), ("landscape", true)];
                    self.spec.landscape = self.reader.among(name, value, &ways).unwrap_or_default();
                }
                "file_name" => self.spec.file_name = self.reader.texts(name, value),
                "parts" => parts = Some(value),
                "fields" => self.spec.fields = fields::fields(self.reader, value),
                "values" => self.values(value),
                name if look::KEYS.contains(&name) => look.read(self.reader, name, value),
                _ => {
                    let known: Vec<&str> = KEYS.iter().chain(&look::KEYS).copied().collect();
                    self.reader.unknown(key, &known);
                }
            }
        }
        let regulated = regulated::of(self.spec);
        self.parts(parts, regulated.is_some());
        if let Some(regulated) = regulated.as_ref().filter(|_| look.at.is_some()) {
            let entry = in_order(table).into_iter().find(|(known, _)| known.get_ref() == regulated.key);
            self.reader.refuse(entry.map_or(0, |(_, value)| value.span().start), regulated.refusal());
        }
        self.look(look, regulated.is_none());
        self.whole();
        self.file_name(table);
    }

    fn text(&mut self, name: &str, value: &At<'_>) -> String {
        self.reader.text(name, value).unwrap_or_default()
    }

    fn format(&mut self, value: &At<'_>) {
        if !matches!(value.get_ref(), DeValue::Integer(whole) if whole.as_str() == "1") {
            self.reader.refuse(value.span().start, "format: phần mềm này đọc mẫu dạng 1; hãy ghi format = 1");
        }
    }

    fn name(&mut self, value: &At<'_>) {
        let name = self.text("name", value);
        let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        let sound = name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(letters);
        let at = value.span().start;
        if !sound || name.len() > 60 {
            let slug = crate::text::slug(&name).replace('-', "_");
            self.reader.refuse(
                at,
                format!(
                    "name: “{name}” không dùng được; hãy ghi chữ thường không dấu, chữ số và dấu _: {slug}"
                ),
            );
        } else if crate::kinds::built_in().any(|kind| kind.name() == name) {
            self.reader
                .refuse(at, format!("name: “{name}” là tên một loại văn bản có sẵn; hãy đặt tên khác"));
        } else if super::built_in::is_another(&name, self.folder) {
            let start = format!("vanban form new … --from {name}");
            self.reader.refuse(
                at,
                format!(
                    "name: “{name}” là tên một mẫu có sẵn; hãy đặt tên khác (`{start}` lập mẫu mới từ mẫu ấy)"
                ),
            );
        }
        self.spec.name = name;
    }

    fn code(&mut self, value: &At<'_>) {
        let code = self.text("code", value);
        let sound = code.chars().all(|c| c.is_alphabetic()) && code.chars().count() <= 10;
        if !sound {
            self.reader.refuse(
                value.span().start,
                format!("code: “{code}” không phải ký hiệu của một loại văn bản; ví dụ NQ, KH, GGT"),
            );
        }
        self.spec.code = code;
    }

    /// What must be there.
    fn whole(&mut self) {
        let spec = &self.spec;
        let missing = [
            ("name", &spec.name, "tên của mẫu trong bản ghi, ví dụ name = \"giay_khen\""),
            ("term", &spec.term, "tên gọi trong câu, ví dụ term = \"giấy khen\""),
            ("title", &spec.title, "tên in trên giấy, ví dụ title = \"Giấy khen\""),
        ];
        for (name, given, what) in missing {
            if given.is_empty() {
                self.reader.refuse(0, format!("thiếu mục “{name}”; hãy ghi {what}"));
            }
        }
    }

    fn values(&mut self, value: &At<'_>) {
        let mut constants = Map::new();
        for (key, value) in self.reader.table("values", value) {
            let given = self.reader.json(value);
            if !given.is_null() && given != "" {
                constants.insert(key.get_ref().to_string(), given);
            }
        }
        self.spec.constants = constants;
    }

    fn parts(&mut self, value: Option<&At<'_>>, layout: bool) {
        let numbered = !self.spec.code.is_empty();
        let mut parts = Parts { layout, number: numbered, recipients: numbered, ..Parts::default() };
        let mut shown = Shown::default();
        let mut separator = None;
        for (key, value) in value.map(|value| self.reader.table("parts", value)).unwrap_or_default() {
            let name = key.get_ref().as_ref();
            if name == "date" {
                let places =
                    [("letterhead", (true, false)), ("signature", (true, true)), ("none", (false, false))];
                if let Some(place) = self.reader.among(name, value, &places) {
                    (parts.date, shown.date_above_signature) = place;
                }
                continue;
            }
            let Some(part) = part(&mut parts, &mut shown, &mut separator, name) else {
                self.reader.unknown(key, &PARTS);
                continue;
            };
            if let Some(yes) = self.reader.flag(name, value) {
                *part = yes;
                if name == "number" && yes && !numbered {
                    self.unnumbered(key);
                }
            }
        }
        shown.subject = parts.subject;
        shown.separator = separator.unwrap_or(shown.type_name && parts.subject);
        if !shown.letterhead && parts.date && !shown.date_above_signature {
            // Without a letterhead there is no other place.
            shown.date_above_signature = true;
        }
        (self.spec.parts, self.spec.shown) = (parts, shown);
    }

    fn unnumbered(&mut self, key: &Key<'_>) {
        let reason = "number = true cần ký hiệu của loại văn bản; hãy ghi thêm code = \"…\" ở đầu tệp";
        self.reader.refuse(key.span().start, reason);
    }

    fn look(&mut self, look: Look, free: bool) {
        let at = look.at.unwrap_or_default();
        let (layout, emblem) = look.finished();
        for problem in layout.iter().flat_map(FreeLayout::problems) {
            self.reader.refuse(at, problem.message);
        }
        // Where no clause places it, its paragraphs stand as its wording says.
        self.spec.free_layout = layout.or_else(|| free.then(FreeLayout::new));
        if let Some(emblem) = emblem {
            self.spec.emblem = self.picture(&emblem);
        }
    }

    /// The picture of the emblem: a plain name in the form's own folder.
    fn picture(&mut self, emblem: &Emblem) -> Option<Picture> {
        let Emblem { at, picture: name, text } = emblem;
        if name.contains(['/', '\\', ':']) || name.starts_with('.') {
            let reason = format!(
                "picture: “{name}” phải là tên một tệp trong thư mục của mẫu, không có đường dẫn; hãy chép ảnh vào thư mục của mẫu và ghi tên tệp"
            );
            self.reader.refuse(*at, reason);
            return None;
        }
        if !name.to_lowercase().ends_with(".png") {
            let reason =
                format!("picture: “{name}” không phải tên một ảnh PNG; hãy ghi tên tệp như emblem.png");
            self.reader.refuse(*at, reason);
            return None;
        }
        let Some((_, png)) = self.folder.pictures.iter().find(|(known, _)| known == name) else {
            let reason = format!("picture: không có tệp “{name}” trong thư mục của mẫu; hãy chép tệp vào đó");
            self.reader.refuse(*at, reason);
            return None;
        };
        if png.len() as u64 > PICTURE {
            let reason = format!("picture: “{name}” lớn hơn {} MB; hãy thu nhỏ ảnh", PICTURE >> 20);
            self.reader.refuse(*at, reason);
            return None;
        }
        let png = Png::new(png.clone());
        if let Err(fault) = png.raster() {
            let (_, why) = crate::rules::pictures::refusal(fault);
            self.reader.refuse(*at, format!("picture: “{name}” không dùng được: {why}"));
            return None;
        }
        Some(Picture::new(png).alternative_text(text.as_str()))
    }

    /// The fields that the names of files are made of are fields of the form.
    fn file_name(&mut self, table: &DeTable<'_>) {
        let known: Vec<&str> = self.spec.fields.iter().map(|field| field.name.as_str()).collect();
        for name in &self.spec.file_name {
            if !known.contains(&name.as_str()) && name != SIGNER {
                let entry = in_order(table).into_iter().find(|(key, _)| key.get_ref() == "file_name");
                let at = entry.map_or(0, |(_, value)| value.span().start);
                let meant = crate::wording::among(name, &known);
                self.reader.refuse(at, format!("file_name: mẫu không có mục “{name}”; {meant}"));
            }
        }
        // A number, or the day of a list, tells papers apart.
        let is_list = self.spec.fields.iter().any(|field| matches!(field.shape, FieldShape::Table(_)));
        if self.spec.file_name.is_empty() && !self.spec.parts.number && !is_list {
            let first = self.spec.fields.iter().find(|field| field.required && field.shape.is_words());
            self.spec.file_name = first.map(|field| field.name.clone()).into_iter().collect();
        }
    }
}

/// The part of a name.
fn part<'p>(
    parts: &'p mut Parts,
    shown: &'p mut Shown,
    separator: &'p mut Option<bool>,
    name: &str,
) -> Option<&'p mut bool> {
    Some(match name {
        "letterhead" => &mut shown.letterhead,
        "title" => &mut shown.type_name,
        "subject" => &mut parts.subject,
        "separator" => separator.insert(true),
        "number" => &mut parts.number,
        "recipients" => &mut parts.recipients,
        "addressees" => &mut parts.addressees,
        "signature" => &mut parts.signature,
        "outline" => &mut parts.outline,
        "sign_hint" => &mut parts.sign_hint,
        _ => return None,
    })
}
