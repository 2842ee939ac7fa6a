//! The files of a form's folder.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::error::{Error, FormFault, Result};
use crate::kinds::file_text;

/// The file that says what a form is.
pub(super) const DECLARED: &str = "form.toml";
/// The file of its wording.
pub(super) const BODY: &str = "body.hbs";
/// The file of its example.
pub(super) const EXAMPLE: &str = "example.json";

/// What is said of a file in another encoding. UTF-16 without a mark is letters with noughts between them.
pub(super) const NOT_UTF8: &str = "không ở dạng UTF-8; hãy lưu lại ở dạng UTF-8";

/// The most bytes of a text.
const TEXT: u64 = 256 << 10;
/// The most bytes of a picture.
pub(super) const PICTURE: u64 = 4 << 20;
/// The most files that a ZIP may hold.
const FILES: usize = 64;

/// Thư mục của một mẫu: the files of a form, as texts and bytes. The caller reads the files.
///
/// ```
/// use vanban::forms::{Folder, Form};
/// let toml = "format = 1\nname = \"phieu\"\nterm = \"phiếu hỏi\"\ntitle = \"Phiếu hỏi\"\n\
///     [fields]\nho_ten = { label = \"Họ và tên\", type = \"text\" }\n";
/// let form = Form::read(&Folder::new(toml).body("<p>Họ và tên: {{ho_ten}}</p>"))?;
/// assert_eq!(form.kind().name(), "phieu");
/// # Ok::<(), vanban::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folder {
    pub(super) toml: String,
    pub(super) body: Option<String>,
    pub(super) example: Option<String>,
    pub(super) pictures: Vec<(String, Vec<u8>)>,
}

impl Folder {
    /// A folder with the text of its `form.toml`.
    #[must_use]
    pub fn new(toml: impl Into<String>) -> Folder {
        Folder { toml: plain(toml.into()), ..Folder::default() }
    }

    /// Adds the text of `body.hbs`.
    #[must_use]
    pub fn body(mut self, body: impl Into<String>) -> Folder {
        self.body = Some(plain(body.into()));
        self
    }

    /// Adds the text of `example.json`.
    #[must_use]
    pub fn example(mut self, example: impl Into<String>) -> Folder {
        self.example = Some(plain(example.into()));
        self
    }

    /// Adds a picture, with the name of its file: `emblem.png`.
    #[must_use]
    pub fn picture(mut self, name: impl Into<String>, png: impl Into<Vec<u8>>) -> Folder {
        self.pictures.push((name.into(), png.into()));
        self
    }

    /// The texts with the names of their files. Missing files are left out.
    ///
    /// ```
    /// let folder = vanban::forms::files("commitment").unwrap();
    /// let names: Vec<&str> = folder.texts().map(|(name, _)| name).collect();
    /// assert_eq!(names, ["form.toml", "body.hbs", "example.json"]);
    /// ```
    pub fn texts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let texts = [
            (DECLARED, Some(self.toml.as_str())),
            (BODY, self.body.as_deref()),
            (EXAMPLE, self.example.as_deref()),
        ];
        texts.into_iter().filter_map(|(name, text)| Some((name, text?)))
    }

    /// Reads the folder from a ZIP: its files, or those of its only folder. Other files are ignored.
    ///
    /// # Errors
    /// [`Error::Form`] if it is not a ZIP, has no `form.toml`, or is too large: more than 64 files, a text of
    /// more than 256 KB, a picture of more than 4 MB.
    pub fn from_zip(zip: &[u8]) -> Result<Folder> {
        let unread = |_| refused("tệp ZIP", "không đọc được; hãy nén lại thư mục của mẫu thành tệp ZIP");
        let mut archive = ZipArchive::new(Cursor::new(zip)).map_err(unread)?;
        if archive.len() > FILES {
            return Err(refused("tệp ZIP", &format!("có hơn {FILES} tệp; hãy chỉ nén thư mục của một mẫu")));
        }
        let mut folder = Folder::default();
        let mut declared = false;
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).map_err(unread)?;
            let path = file.name().to_owned();
            let Some(name) = plain_name(&path) else { continue };
            let is_picture = name.to_lowercase().ends_with(".png");
            if !is_picture && ![DECLARED, BODY, EXAMPLE].contains(&name) {
                continue;
            }
            if file.is_symlink() {
                return Err(refused(
                    name,
                    "là liên kết đến tệp khác, mà mẫu chỉ đọc tệp trong thư mục của nó; hãy chép tệp ấy vào thư mục của mẫu rồi nén lại",
                ));
            }
            let most = if is_picture { PICTURE } else { TEXT };
            let mut bytes = Vec::new();
            let read = file.by_ref().take(most + 1).read_to_end(&mut bytes);
            if read.is_err() {
                return Err(refused(name, "không giải nén được; hãy nén lại thư mục của mẫu"));
            }
            if bytes.len() as u64 > most {
                return Err(refused(name, &format!("dài hơn {} KB; hãy rút gọn", most >> 10)));
            }
            if is_picture {
                folder.pictures.push((name.to_owned(), bytes));
                continue;
            }
            let text = file_text(&bytes).map(plain).ok_or_else(|| refused(name, NOT_UTF8))?;
            match name {
                DECLARED => (folder.toml, declared) = (text, true),
                BODY => folder.body = Some(text),
                _ => folder.example = Some(text),
            }
        }
        if declared { Ok(folder) } else { Err(refused("tệp ZIP", "không có tệp form.toml")) }
    }
}

/// The name of a file that lies at the top, or in a folder at the top.
fn plain_name(path: &str) -> Option<&str> {
    let mut steps = path.split(['/', '\\']);
    let (first, second) = (steps.next()?, steps.next());
    let name = second.unwrap_or(first);
    (steps.next().is_none() && !name.is_empty() && name != ".." && first != "..").then_some(name)
}

/// A text as it is read: without the mark at its beginning, each line ended by `\n`, so that a place in it is the place
/// that an editor shows.
fn plain(text: String) -> String {
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

/// A fault of a whole file.
pub(super) fn refused(file: &str, reason: &str) -> Error {
    let fault = FormFault { file: file.to_owned(), line: 0, column: 0, reason: reason.to_owned() };
    Error::Form(vec![fault])
}
