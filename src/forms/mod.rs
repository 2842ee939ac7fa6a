//! Mẫu văn bản (forms): kinds that are data, without Rust.
//!
//! A form is a folder. `form.toml` says what it is, `body.hbs` is its [wording], and `example.json` is an example record.
//! The form is then a kind like any other: its records are checked, have a schema, come from tables and go into batches.
//!
//! ```
//! use vanban::Renderer;
//! use vanban::forms::{Folder, Form};
//!
//! let toml = r#"
//! format = 1
//! name = "ban_cam_ket"
//! term = "bản cam kết"
//! title = "Bản cam kết"
//!
//! [fields]
//! ho_ten = { label = "Họ và tên", type = "text" }
//! sinh_ngay = { label = "Sinh ngày", type = "date" }
//!
//! [values]
//! issuer = { name = "Chi bộ Khu phố 2", superior = "Đảng bộ phường Bình An" }
//! place = "Bình An"
//! date = "15/01/2026"
//! subject = "tu dưỡng, rèn luyện năm 2026"
//! "#;
//! let body = "<p>Họ và tên: {{ho_ten}}</p><p>Sinh ngày: {{sinh_ngay}}</p>";
//! let form = Form::read(&Folder::new(toml).body(body))?;
//!
//! let renderer = Renderer::new().with_form(form)?;
//! let record = renderer.read(r#"{"kind": "ban_cam_ket", "ho_ten": "Lê Thị Bình"}"#)?;
//! let text = renderer.render(&record)?.words();
//! assert!(text.contains("Lê Thị Bình") && text.contains("Sinh ngày: ……/……/……"), "{text}");
//! # Ok::<(), vanban::Error>(())
//! ```
//!
//! # `form.toml`
//!
//! | key | meaning |
//! |---|---|
//! | `format` | `1` |
//! | `name` | its name in records, `giay_khen` |
//! | `term` | its name in a sentence, `giấy khen` |
//! | `title` | its printed name, `Giấy khen` |
//! | `code` | ký hiệu: the code of its type; none if its documents have no number |
//! | `label` | a label over the letterhead, `Mẫu 1` |
//! | `issued_by`, `signed_by` | the bodies that issue it (the beginnings of their names), and for which it may be signed |
//! | `sheet`, `orientation` | `A4` or `A5`; `portrait` or `landscape` |
//! | `source`, `remark` | the source of its wording; a remark for its users |
//! | `file_name` | the list of the fields whose values make its file names |
//! | `[parts]` | which parts of a document are printed: see below |
//! | `[fields]` | the fields of its records: see below |
//! | `[values]` | defaults for what a record leaves out: `issuer`, `place`, `date`, `subject`, `signature`, and its own fields |
//! | `border`, `emblem`, `margins`, `stock`, `offset`, `[styles]` | its appearance, if it is none of the guidance's types |
//!
//! The keys of `[parts]` are `true` or `false`, except `date`:
//!
//! | key | part | default |
//! |---|---|---|
//! | `letterhead` | issuer, star, `ĐẢNG CỘNG SẢN VIỆT NAM` | `true` |
//! | `title`, `subject`, `separator` | the title; the subject below it; the five hyphens below the subject | `true` |
//! | `number`, `recipients` | the number with its symbol (needs `code`); nơi nhận | `true` with a `code` |
//! | `addressees` | `Kính gửi:` | `false` |
//! | `signature`, `sign_hint` | the signature; the line `(Ký, ghi rõ họ tên)` above its name | `true`; `false` |
//! | `outline` | căn cứ and numbered sections, as in a plan | `false` |
//! | `date` | where place and date are: `letterhead`, `signature` (above it) or `none` | `letterhead` |
//!
//! A field is `name = { label = "…", type = "…" }`. Its name is used in records and in `body.hbs`, its label in forms and
//! as the column name of a spreadsheet. It may have `required = true` and a line of `help`.
//!
//! | `type` | value | in a record |
//! |---|---|---|
//! | `text` | a text | `"Bùi Văn Bình"` |
//! | `list` | several texts, a line each | `["Dòng một.", "Dòng hai."]` |
//! | `date` | a date | `"3/2/1985"` |
//! | `number` | a whole or decimal number | `12.5` |
//! | `yes_no` | yes or no | `true` |
//! | `person` | a name with a position | `"Lê Văn An, Bí thư"` |
//! | `choice` | one of `choices = ["tập thể", "cá nhân"]` | `"cá nhân"` |
//! | `sections` | numbered sections, as in a plan | `[{"heading": "…", "paragraphs": ["…"]}]` |
//! | `table` | rows with the `columns` below it, `[fields.rows.columns]` | `[{"ten": "…"}]` |
//!
//! A column is declared like a field. The type `row_number` counts the rows, and `printed = false` hides a column.
//!
//! What a record leaves out prints a blank to be filled in by hand, and is absent in `{{#if}}`.

mod built_in;
mod declared;
mod fields;
mod folder;
mod look;
mod reader;
mod regulated;
mod tried;
mod widths;

use crate::error::{Error, FormFault, Result};
use crate::kinds::{Kind, with_view};
use crate::wording;
pub use built_in::{built_in, files};
pub use folder::Folder;
use folder::{BODY, DECLARED};

/// Mẫu: a form that was read and checked.
#[doc(alias = "mẫu văn bản")]
#[derive(Debug, Clone)]
pub struct Form {
    kind: Kind,
    source: Source,
}

/// Where the words of a form come from, as it says itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Source {
    source: Option<String>,
    remark: Option<String>,
}

impl Form {
    /// Reads and checks a form from the files of its folder.
    ///
    /// # Errors
    /// [`Error::Form`] with all faults, in the order of the files: unknown keys and wrong values in
    /// `form.toml`, tags in `body.hbs` that name something unknown, markup that is not closed on some path
    /// through the branches. Faults in the example are not errors, because no other document depends on it.
    pub fn read(folder: &Folder) -> Result<Form> {
        let (spec, source, mut faults) = declared::read(folder);
        let body = spec.template.clone();
        let kind = Kind::formed(spec.clone());
        let whole = faults.is_empty();
        // Of a file that cannot be read nothing is known that the wording may name.
        let known = !kind.title().is_empty() || !kind.own_fields().is_empty();
        if !body.is_empty() && known {
            let schema = with_view(kind.schema().clone(), kind.view_schema());
            let wrong = wording::faults(kind.name(), &body, &schema, kind.free_layout());
            faults.extend(wrong.iter().map(of_the_body));
        }
        if whole {
            faults.extend(widths::of_fields(&spec, folder));
            let fault = |(line, column, reason)| FormFault { file: BODY.to_owned(), line, column, reason };
            faults.extend(widths::of_wording(&spec, &body).into_iter().map(fault));
        }
        if whole && faults.is_empty() {
            faults.extend(constants(&kind, folder));
        }
        if whole && faults.is_empty() {
            let tried = tried::faults(&kind, &spec).into_iter();
            let fault = |(line, column, reason)| FormFault { file: BODY.to_owned(), line, column, reason };
            faults.extend(tried.map(fault));
        }
        if faults.is_empty() { Ok(Form { kind, source }) } else { Err(Error::Form(faults)) }
    }

    /// Reads a form from a ZIP of its folder.
    ///
    /// # Errors
    /// As [`Folder::from_zip`] and [`Form::read`].
    pub fn from_zip(zip: &[u8]) -> Result<Form> {
        Form::read(&Folder::from_zip(zip)?)
    }

    /// The source of its wording, and how reliable it is: `mẫu thường gặp ở chi bộ`.
    #[must_use]
    pub fn source(&self) -> Option<&str> {
        self.source.source.as_deref()
    }

    /// A remark of its maker for its users.
    #[must_use]
    pub fn remark(&self) -> Option<&str> {
        self.source.remark.as_deref()
    }

    /// The kind of its records.
    #[must_use]
    pub fn kind(&self) -> &Kind {
        &self.kind
    }
}

/// What is wrong with the wording, in its file.
fn of_the_body(error: &Error) -> FormFault {
    let (line, column, reason) = match error {
        Error::Template { line, column, reason, .. } => (*line, *column, reason.clone()),
        other => (0, 0, other.to_string()),
    };
    FormFault { file: BODY.to_owned(), line, column, reason }
}

/// What is wrong with `[values]`: what a record lacks then, a record brings.
fn constants(kind: &Kind, folder: &Folder) -> Vec<FormFault> {
    let error = kind.read(serde_json::json!({})).err();
    let problems = error.iter().flat_map(Error::problems);
    let of_values =
        problems.filter(|problem| problem.code != "shape.missing_field" || problem.path.steps().len() > 1);
    let mut faults: Vec<FormFault> = of_values
        .map(|problem| {
            let (line, column) = declared::place_of(&folder.toml, "values", problem.path.steps().first());
            FormFault { file: DECLARED.to_owned(), line, column, reason: problem.to_string() }
        })
        .collect();
    faults.sort();
    faults
}
