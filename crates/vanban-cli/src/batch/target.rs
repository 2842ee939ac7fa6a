//! The files in the folder that `--merge` and `--zip` name.

use std::path::Path;

use vanban::text::file_name;

use crate::words::names;

/// What no file system of an office takes in a name.
const ODD: [char; 9] = ['<', '>', ':', '"', '|', '?', '*', '\\', '/'];
/// The longest name, in bytes: a volume has a number behind it, an unfinished file more around it.
const LONGEST: usize = 120;

/// A file that an option names.
pub(super) struct Target<'a> {
    pub(super) option: &'static str,
    pub(super) path: Option<&'a Path>,
    /// What its name ends with.
    pub(super) extension: &'static str,
    /// What may be written instead.
    pub(super) example: &'static str,
}

impl Target<'_> {
    /// Its name, where the option is given; a path leads into no other folder than `output`.
    ///
    /// # Errors
    /// What is wrong with it, and what to write.
    pub(super) fn name(&self, output: Option<&Path>) -> Result<Option<String>, String> {
        let Some(path) = self.path else { return Ok(None) };
        let Target { option, extension, example, .. } = self;
        let written = path.to_string_lossy();
        let ends_in_separator = written.ends_with(['/', '\\']);
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let is_inside = folder.is_none_or(|folder| Some(folder) == output);
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if ends_in_separator || !is_inside || name.is_empty() || name.contains('\\') {
            return Err(names::alone(option, example));
        }
        let Some(stem) = stem(&name, extension) else {
            return Err(names::ending(option, extension, example));
        };
        if stem.starts_with('.') || stem.contains(ODD) || stem.contains(char::is_control) {
            return Err(names::odd(option, example));
        }
        if name.len() > LONGEST {
            return Err(names::long(option, example));
        }
        if is_device(stem) {
            return Err(names::device(option, stem, example));
        }
        Ok(Some(name))
    }
}

/// The name before its extension, if it has that.
fn stem<'a>(name: &'a str, extension: &str) -> Option<&'a str> {
    let (stem, own) = name.rsplit_once('.')?;
    (own.eq_ignore_ascii_case(extension) && !stem.is_empty()).then_some(stem)
}

/// Whether Windows keeps a name for a device, whatever follows a point.
fn is_device(stem: &str) -> bool {
    let first = stem.split('.').next().unwrap_or(stem).trim().trim_end_matches('$').to_lowercase();
    // The library gives no paper the name of a device.
    !first.is_empty() && first.is_ascii() && file_name(&first) == format!("{first}-1")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merge(name: &str) -> Result<Option<String>, String> {
        let target =
            Target { option: "--merge", path: Some(Path::new(name)), extension: "pdf", example: "in.pdf" };
        target.name(Some(Path::new("thang-6")))
    }

    #[test]
    fn a_name_of_its_format_is_taken() {
        for (written, name) in [
            ("in.pdf", "in.pdf"),
            ("In tháng 6.PDF", "In tháng 6.PDF"),
            ("thang-6/in.pdf", "in.pdf"),
            ("com10.pdf", "com10.pdf"),
        ] {
            assert_eq!(merge(written), Ok(Some(name.to_owned())));
        }
    }

    #[test]
    fn what_is_wrong_with_a_name_is_told_with_what_to_write() {
        let folder = "--merge: chỉ ghi tên tệp, ví dụ in.pdf; tệp được ghi vào thư mục sau -o";
        let format = "--merge: tên tệp phải kết thúc bằng .pdf; hãy ghi, ví dụ, --merge in.pdf";
        let odd = "--merge: tên tệp không được bắt đầu bằng dấu chấm, không được có ký tự < > : \" | ? *; hãy ghi, ví dụ, --merge in.pdf";
        for (written, said) in [
            ("a.docx", format),
            ("in", format),
            (".pdf", format),
            ("in.pdf ", format),
            ("bao-cao.csv", format),
            ("in.zip", format),
            ("khác/in.pdf", folder),
            ("../in.pdf", folder),
            ("/in.pdf", folder),
            ("C:\\in.pdf", folder),
            ("in.pdf/", folder),
            ("..", folder),
            ("a:b.pdf", odd),
            ("in?.pdf", odd),
            (".in.pdf", odd),
            (
                "CON.pdf",
                "--merge: Windows giữ tên “CON” cho thiết bị; hãy ghi tên khác, ví dụ --merge in.pdf",
            ),
            (
                "nul.2.pdf",
                "--merge: Windows giữ tên “nul.2” cho thiết bị; hãy ghi tên khác, ví dụ --merge in.pdf",
            ),
        ] {
            assert_eq!(merge(written), Err(said.to_owned()), "{written}");
        }
        let long = format!("{}.pdf", "a".repeat(200));
        assert_eq!(
            merge(&long),
            Err("--merge: tên tệp quá dài; hãy ghi tên ngắn hơn, ví dụ --merge in.pdf".to_owned())
        );
    }
}
