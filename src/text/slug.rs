//! Names of files.

use md5::{Digest, Md5};
use unicode_normalization::UnicodeNormalization;

/// The longest name, in bytes, so that a file system takes it with a number and an extension behind it: 120 at most.
const LONGEST: usize = 106;

/// What Windows keeps for devices, whatever extension follows.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin", "conout"];

/// A text as part of a file name: ASCII letters and digits in lower case, with hyphens between. The result
/// never contains a path. It is empty if no letter or digit is left.
///
/// ```
/// assert_eq!(vanban::text::slug("Nghị quyết 05-NQ/CB"), "nghi-quyet-05-nq-cb");
/// assert_eq!(vanban::text::slug("../Đảng uỷ"), "dang-uy");
/// ```
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.nfd() {
        match c {
            'Đ' | 'đ' => slug.push('d'),
            c if c.is_ascii_alphanumeric() => slug.push(c.to_ascii_lowercase()),
            // A mark belongs to the letter before it.
            c if unicode_normalization::char::is_combining_mark(c) => {}
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// A text as a file name without extension, for any file system: like [`slug`], with at most 106 bytes (a
/// longer one is cut and gets a digest), never a device name of Windows, and never empty.
///
/// ```
/// use vanban::text::file_name;
/// assert_eq!(file_name("Phiếu bầu, Chi bộ 3"), "phieu-bau-chi-bo-3");
/// assert_eq!((file_name("CON"), file_name("…")), ("con-1".to_owned(), "van-ban".to_owned()));
/// assert_eq!(file_name(&"a".repeat(300)).len(), 106);
/// ```
#[must_use]
pub fn file_name(text: &str) -> String {
    let mut name = slug(text);
    if name.is_empty() {
        return "van-ban".to_owned();
    }
    if name.len() > LONGEST {
        let digest: String = Md5::digest(&name).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        // A slug is ASCII.
        name.truncate(LONGEST - 1 - digest.len());
        name = format!("{}-{digest}", name.trim_end_matches('-'));
    }
    let port = name.strip_prefix("com").or_else(|| name.strip_prefix("lpt"));
    let is_port =
        port.is_some_and(|number| number.len() == 1 && number.starts_with(|c: char| c.is_ascii_digit()));
    if is_port || DEVICES.contains(&name.as_str()) { format!("{name}-1") } else { name }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn long_names_are_told_apart() {
        let long = "chi bộ ".repeat(60);
        let (one, two) = (file_name(&format!("{long} 1")), file_name(&format!("{long} 2")));
        assert!(one != two && one.len() <= 106 && one.starts_with("chi-bo-chi-bo-"), "{one} {two}");
        assert!(!one.contains("--"), "{one}");
    }

    #[test]
    fn devices_are_no_names() {
        assert_eq!(
            ["nul", "COM1", "lpt0", "com10", "con cò"].map(file_name),
            ["nul-1", "com1-1", "lpt0-1", "com10", "con-co"]
        );
    }
}
