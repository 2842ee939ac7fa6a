//! `vanban render` and `vanban check`.

use std::fs;
use std::path::{Path, PathBuf};

use vanban::batch::{self, Names};
use vanban::{Document, Problem, Renderer};

use super::{Format, input, output};

/// Writes every record's documents; one that is refused does not stop the others.
pub(super) fn render(records: &[PathBuf], folder: &Path, formats: &[Format], two_sided: bool) -> bool {
    if let Err(error) = fs::create_dir_all(folder) {
        tell!("{}: {error}", folder.display());
        return false;
    }
    let renderer = Renderer::new().with_two_sided(two_sided);
    let mut names = Names::default();
    let mut all = true;
    for path in records {
        let document =
            input::record(path, &renderer).and_then(|record| input::told(path, renderer.render(&record)));
        all &= document.is_some_and(|document| write(path, &document, folder, formats, &mut names));
    }
    all
}

/// Writes one document in every format; the name of one that was written before is not used again.
fn write(record: &Path, document: &Document, folder: &Path, formats: &[Format], names: &mut Names) -> bool {
    for warning in document.warnings() {
        tell!("{}: {warning}", record.display());
    }
    let name = names.give(document.file_name());
    let mut all = true;
    for format in formats.iter().map(|&format| batch::Format::from(format)) {
        let path = folder.join(format!("{name}.{}", format.extension()));
        let written = input::told(record, format.bytes(document)).map(|bytes| output::write(&path, &bytes));
        match &written {
            Some(Ok(())) => all &= output::print(&path.display().to_string()),
            Some(Err(error)) => tell!("{}: {error}", path.display()),
            None => {}
        }
        all &= matches!(written, Some(Ok(())));
    }
    all
}

/// Prints every problem of every record as a list in JSON, each with its file.
pub(super) fn check_as_json(records: &[PathBuf]) -> bool {
    let renderer = Renderer::new();
    let mut all = true;
    let mut found = Vec::new();
    for path in records {
        let problems = match input::read(path, &renderer) {
            Ok(record) => renderer.check(&record),
            Err(error) => error.problems().to_vec(),
        };
        all &= !problems.iter().any(Problem::is_error);
        let file = path.display().to_string();
        found.extend(problems.into_iter().map(|problem| Found { file: file.clone(), problem }));
    }
    match serde_json::to_string_pretty(&found) {
        Ok(list) => output::print(&list) && all,
        Err(error) => {
            tell!("{error}");
            false
        }
    }
}

/// A problem and the file that has it.
#[derive(serde::Serialize)]
struct Found {
    file: String,
    #[serde(flatten)]
    problem: Problem,
}

/// Prints every problem of every record.
pub(super) fn check(records: &[PathBuf]) -> bool {
    let renderer = Renderer::new();
    let mut all = true;
    for path in records {
        let Some(record) = input::record(path, &renderer) else {
            all = false;
            continue;
        };
        let problems = renderer.check(&record);
        for problem in &problems {
            all &= output::print(&format!("{}: {problem}", path.display()));
        }
        if problems.is_empty() {
            all &= output::print(&format!("{}: không phát hiện lỗi thể thức", path.display()));
        }
        all &= !problems.iter().any(Problem::is_error);
    }
    all
}

impl From<Format> for batch::Format {
    fn from(format: Format) -> batch::Format {
        match format {
            Format::Docx => batch::Format::Docx,
            Format::Pdf => batch::Format::Pdf,
        }
    }
}
