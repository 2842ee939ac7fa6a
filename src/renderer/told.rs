//! What a paper's own problems are, beside those of its record.

use crate::error::{Error, Problem, Problems, Severity};
use crate::layout::Pages;
use crate::parts::Frame;
use crate::path::Path;
use crate::profile::Profile;
use crate::rules;
use crate::tree::Tree;

/// A record that is nested too deeply, or of a caller's kind that cannot be written as JSON, cannot be made either.
pub(super) fn not_json(error: &Error) -> Vec<Problem> {
    match error {
        Error::Shape(problems) => problems.clone(),
        _ => vec![record("record.not_json", format!("không ghi được bản ghi thành JSON: {error}"))],
    }
}

/// The wording cannot be filled: that is told to whoever wrote it.
pub(super) fn not_made(error: &Error) -> Problem {
    record("record.not_made", format!("câu chữ của loại văn bản này không điền được: {error}"))
}

/// What stops a paper and is no fault of a field.
fn record(code: &'static str, message: String) -> Problem {
    let path = Path::root();
    let (term, place, cells, english, in_form) = Default::default();
    let (severity, clause) = (Severity::Error, "quy ước");
    Problem { code, path, term, clause, severity, message, place, cells, english, in_form }
}

/// Whether something stops the paper.
pub(super) fn has_error(problems: &[Problem]) -> bool {
    problems.iter().any(Problem::is_error)
}

/// What is handed out on one page and takes more.
pub(super) fn second_page(frame: &Frame, tree: &Tree, pages: &Pages, profile: &Profile) -> Vec<Problem> {
    let mut problems = Problems::default();
    let most = (0..tree.sections().len()).map(|section| pages.of_section(section).len()).max();
    if let (Some(most), Some(section)) = (most, tree.sections().first()) {
        rules::copies::one_page(frame, most, profile.page_of(section).text_height(), &mut problems);
    }
    if let Some(most) = most.filter(|most| *most > 1 && profile.has_border()) {
        problems.error(
            "layout.second_page",
            Path::root(),
            "quy ước",
            format!("giấy có viền chỉ có một trang, mà nội dung chiếm {most} trang; hãy rút gọn chữ, hoặc giảm cỡ chữ của mẫu"),
        );
    }
    problems.into_vec()
}
