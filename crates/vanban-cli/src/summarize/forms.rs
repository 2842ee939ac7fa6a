//! The forms that a list is made of: from files of records, and from the folders of batches.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use vanban::Renderer;
use vanban::batch::{RECORDS, REPORT};
use vanban::error::{Groups, Remark};
use vanban::kinds::EvaluationForm;
use vanban::table::{self, Records};

use super::told;
use crate::batch::open::{self, Opened};
use crate::batch::{Stop, TableOptions, journal};
use crate::office::Office;
use crate::{output, reading, values, words};

/// Forms, with where each stands, and what should be there and is not.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) forms: Vec<EvaluationForm>,
    pub(super) places: Vec<String>,
    /// How many forms were refused.
    pub(super) refused: usize,
    /// Why they were.
    pub(super) why: Groups,
}

impl Found {
    pub(super) fn new() -> Found {
        Found { forms: Vec::new(), places: Vec::new(), refused: 0, why: told::groups() }
    }

    /// Reads one of the inputs.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub(super) fn read(
        &mut self,
        input: &Path,
        table: &TableOptions,
        renderer: &Renderer,
    ) -> Result<(), String> {
        if !input.exists() {
            let error = ErrorKind::NotFound.into();
            // A name without an ending may be a folder's.
            let why = match input.extension() {
                None => words::unread_folder(&error),
                Some(_) => words::unread(&error),
            };
            return Err(format!("{}: {why}", input.display()));
        }
        if !input.is_dir() {
            return self.file(input, table, renderer);
        }
        let said = |said: &str| Err(format!("{}: {said}", input.display()));
        if input.join(journal::NAME).exists() {
            return said(words::usage::unfinished_batch());
        }
        let records = input.join(RECORDS);
        if !records.is_file() {
            return said(words::usage::no_batch());
        }
        self.file(&records, table, renderer)?;
        let report = input.join(REPORT);
        let rows =
            reading::bytes(&report).map_err(table::Error::from).and_then(|file| table::csv_rows(&file));
        let rows = rows.map_err(|error| words::lists::no_report(&report, &words::of_table(&error)))?;
        for (record, said) in rows.into_iter().filter_map(refused) {
            self.refused += 1;
            let place = format!("{}: {record}", input.display());
            said.iter().for_each(|said| self.why.add(&place, &Remark::plain(said)));
        }
        Ok(())
    }

    fn file(&mut self, path: &Path, table: &TableOptions, renderer: &Renderer) -> Result<(), String> {
        let said = |error: String| format!("{}: {error}", path.display());
        let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let open = || reading::open(path).map_err(|error| said(words::unread(&error)));
        let items = match extension.as_str() {
            "jsonl" | "ndjson" => Records::jsonl(open()?, None),
            "json" => Records::json(open()?, None).map_err(|error| said(words::of_table(&error)))?,
            extension if open::is_table(extension) => rows(path, table, renderer)?,
            extension => return Err(open::unknown(path, extension).into_text()),
        };
        for item in items {
            let item = item.map_err(|error| said(words::of_table(&error)))?;
            // Mẫu 2 of a row has no points of its own.
            if item.is_second() {
                continue;
            }
            let place = format!("{}, {}", path.display(), item.name());
            match item.record(renderer) {
                Ok(record) => {
                    if let Some(form) = record.downcast_ref::<EvaluationForm>() {
                        self.forms.push(form.clone());
                        self.places.push(place);
                    }
                }
                Err(error) => {
                    self.refused += 1;
                    error.problems().iter().for_each(|problem| self.why.add(&place, &told::by_term(problem)));
                    if error.problems().is_empty() {
                        self.why.add(&place, &Remark::plain(error.to_string()));
                    }
                }
            }
        }
        Ok(())
    }
}

/// The forms that a table's rows are; what of it is taken is told.
fn rows(path: &Path, options: &TableOptions, renderer: &Renderer) -> Result<Records<'static>, String> {
    let mut options = options.clone();
    options.kind = options.kind.or_else(|| values::kind("evaluation_form").ok());
    let office = Office::beside(path).map_err(|lines| lines.join("\n"))?;
    let opened = open::table(path, &options, &office).map_err(Stop::into_text)?;
    let Opened { kind, table, mapping, .. } = opened;
    let said = |error| Stop::of(options.map.as_deref().unwrap_or(path), error).into_text();
    let read = table.read(&kind, Some(&mapping), renderer).map_err(said)?;
    output::print(&read.survey().to_string());
    read.records().map_err(said)
}

/// Where papers of these inputs belong: the first folder among them.
pub(super) fn folder(inputs: &[PathBuf]) -> Option<&Path> {
    inputs.iter().find(|input| input.is_dir()).map(PathBuf::as_path)
}

/// What a row of the report says of a record without a paper.
fn refused(row: Vec<String>) -> Option<(String, Vec<String>)> {
    let [record, _, state, said] = <[String; 4]>::try_from(row).ok()?;
    let said = if said.is_empty() { state.clone() } else { said };
    words::report::is_without_paper(&state).then(|| (record, said.lines().map(str::to_owned).collect()))
}

#[cfg(test)]
mod tests {
    use super::refused;
    use vanban::table::csv_rows;

    #[test]
    fn the_report_tells_who_has_no_paper() {
        let report = "\u{feff}Bản ghi;Tệp;Kết quả;Cần xem\r\n\"Tháng 6, dòng 7\";\"a.docx\na.pdf\";đã làm;\r\n\
                      Tháng 6, dòng 14;;bị từ chối;\"ô AU14, Chi bộ “8”: ”\"\"Đăng tải chậm\"\"\nhai dòng; một ô\"\r\n\
                      Tháng 6, dòng 15;;failed;\r\nTháng 6, dòng 16;;bỏ qua;đang ẩn\r\n";
        let found: Vec<(String, Vec<String>)> =
            csv_rows(report.as_bytes()).unwrap().into_iter().filter_map(refused).collect();
        let expected = [
            ("Tháng 6, dòng 14", vec!["ô AU14, Chi bộ “8”: ”\"Đăng tải chậm\"", "hai dòng; một ô"]),
            ("Tháng 6, dòng 15", vec!["failed"]),
        ];
        let expected = expected
            .map(|(record, said)| (record.to_owned(), said.iter().map(|it| (*it).to_owned()).collect()));
        assert_eq!(found, expected);
    }
}
