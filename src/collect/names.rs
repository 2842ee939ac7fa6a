//! Names of files: which are nobody's paper, and which paper a name speaks of.

use crate::text::slug;

/// Files that programs and systems leave in folders.
const LEFT: [&str; 4] = ["desktop.ini", "thumbs.db", "ehthumbs.db", ".ds_store"];

/// Whether a file is no paper, but what Word, Windows or macOS leaves in a folder.
pub(super) fn is_passed_over(name: &str) -> bool {
    let name = last(name).to_lowercase();
    let begins = ["~$", "._", ".~lock.", "~wrl"];
    LEFT.contains(&name.as_str()) || begins.iter().any(|begin| name.starts_with(begin))
}

fn last(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

/// A name without folder and extension, in plain letters.
pub(super) fn stem(name: &str) -> String {
    let name = last(name);
    slug(name.rsplit_once('.').map_or(name, |(stem, _)| stem))
}

/// Which of the names of papers a file's name has in it, from word to word: the longest.
pub(super) fn named<'a>(file: &str, papers: impl Iterator<Item = (usize, &'a str)>) -> Option<usize> {
    let file = format!("-{}-", stem(file));
    let known = papers.map(|(paper, name)| (paper, stem(name))).filter(|(_, stem)| !stem.is_empty());
    let found = known.filter(|(_, stem)| file.contains(&format!("-{stem}-")));
    found.max_by_key(|(_, stem)| stem.len()).map(|(paper, _)| paper)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_leave_in_folders_is_passed_over() {
        for name in ["~$phieu.docx", "nop/desktop.ini", "Thumbs.db", "nop\\.DS_Store", ".~lock.phieu.docx#"] {
            assert!(is_passed_over(name), "{name}");
        }
        assert!(!is_passed_over("phieu.docx") && !is_passed_over("ghi chú.txt"));
    }

    #[test]
    fn a_name_speaks_of_the_paper_whose_name_it_has() {
        let papers =
            ["gui/001-khu-pho-1-mau-1.docx", "gui/012-khu-pho-12-mau-1.docx", "gui/001-khu-pho-1.docx"];
        let of = |file: &str| named(file, papers.into_iter().enumerate());
        assert_eq!(of("nop/001-khu-pho-1-mau-1 (2).docx"), Some(0));
        assert_eq!(of("012-Khu phố 12-Mẫu 1 đã điền.pdf"), Some(1));
        assert_eq!(of("001-khu-pho-12.docx"), None);
        assert_eq!(of("001-khu-pho-1.doc"), Some(2));
        assert_eq!(of("công văn.docx"), None);
    }
}
