//! Names of files.

use unicode_normalization::UnicodeNormalization;

/// A text as part of a file's name: ASCII letters and digits, lower case, hyphens between. Whatever it
/// holds, the result is no path.
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
