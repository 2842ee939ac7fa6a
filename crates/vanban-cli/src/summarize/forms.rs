//! The forms that a list is made of: from files of records, and from the folders of batches.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use vanban::Renderer;
use vanban::kinds::EvaluationForm;
use vanban::table::{self, Records};

use crate::batch::open::{self, Opened};
use crate::batch::{Stop, TableOptions};
use crate::office::Office;
use crate::output;

/// What a batch keeps in its folder: its records, its report, and its journal while it is not at its end.
const RECORDS: &str = "records.jsonl";
const REPORT: &str = "bao-cao.csv";
const JOURNAL: &str = ".vanban-batch.jsonl";
/// What the report says of records that have no paper.
const WITHOUT_PAPER: [&str; 2] = ["bị từ chối", "không làm được"];

/// Forms, with where each stands, and what should be there and is not.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) forms: Vec<EvaluationForm>,
    pub(super) places: Vec<String>,
    /// Records that were refused, a line each.
    pub(super) missing: Vec<String>,
}

impl Found {
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
        if !input.is_dir() {
            return self.file(input, table, renderer);
        }
        let said = |said: &str| Err(format!("{}: {said}", input.display()));
        if input.join(JOURNAL).exists() {
            return said("lần chạy `vanban batch` chưa xong; chạy lại lệnh đó với --resume rồi tổng hợp");
        }
        let records = input.join(RECORDS);
        if !records.is_file() {
            return said(
                "thư mục không có records.jsonl của `vanban batch`; hãy ghi thư mục kết quả của lệnh đó, hoặc các tệp .json, .jsonl",
            );
        }
        self.file(&records, table, renderer)?;
        let report = input.join(REPORT);
        match fs::read(&report).map_err(table::Error::from).and_then(|file| table::csv_rows(&file)) {
            Ok(rows) => {
                let rows = rows.into_iter().filter_map(refused);
                self.missing.extend(rows.map(|row| format!("{}: {row}", input.display())));
                Ok(())
            }
            Err(error) => Err(format!(
                "{}: không đọc được ({error}); không rõ có phiếu nào bị từ chối",
                report.display()
            )),
        }
    }

    fn file(&mut self, path: &Path, table: &TableOptions, renderer: &Renderer) -> Result<(), String> {
        let said = |error: String| format!("{}: {error}", path.display());
        let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let open = || File::open(path).map_err(|error| said(format!("không mở được tệp ({error})")));
        let items = match extension.as_str() {
            "jsonl" | "ndjson" => Records::jsonl(open()?, None),
            "json" => Records::json(open()?, None).map_err(|error| said(error.to_string()))?,
            extension if open::is_table(extension) => rows(path, table, renderer)?,
            _ => {
                let known = "tên tệp phải kết thúc bằng .xlsx, .ods, .csv, .jsonl hoặc .json";
                return Err(said(known.to_owned()));
            }
        };
        for item in items {
            let item = item.map_err(|error| said(error.to_string()))?;
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
                    self.missing.extend(error.to_string().lines().map(|line| format!("{place}: {line}")));
                }
            }
        }
        Ok(())
    }
}

/// The forms that a table's rows are; what of it is taken is told.
fn rows(path: &Path, options: &TableOptions, renderer: &Renderer) -> Result<Records<'static>, String> {
    let mut options = options.clone();
    options.kind = options.kind.or_else(|| crate::kind("evaluation_form").ok());
    let office = Office::beside(path).map_err(|lines| lines.join("\n"))?;
    let opened = open::table(path, &options, &office).map_err(Stop::into_text)?;
    let Opened { kind, table, mapping, .. } = opened;
    let said = |error| Stop::of(options.map.as_deref().unwrap_or(path), error).into_text();
    let survey = table.survey(&kind, Some(&mapping), renderer).map_err(said)?;
    output::print(&survey.to_string());
    table.records(&kind, Some(&mapping), renderer).map_err(said)
}

/// Where papers of these inputs belong: the first folder among them.
pub(super) fn folder(inputs: &[PathBuf]) -> Option<&Path> {
    inputs.iter().find(|input| input.is_dir()).map(PathBuf::as_path)
}

/// What a row of the report says of a record without a paper.
fn refused(row: Vec<String>) -> Option<String> {
    let [record, _, state, said] = <[String; 4]>::try_from(row).ok()?;
    let said = said.lines().collect::<Vec<_>>().join("; ");
    WITHOUT_PAPER
        .contains(&state.as_str())
        .then(|| if said.is_empty() { record } else { format!("{record}: {said}") })
}

#[cfg(test)]
mod tests {
    use super::refused;
    use vanban::table::csv_rows;

    #[test]
    fn the_report_tells_who_has_no_paper() {
        let report = "\u{feff}Bản ghi;Tệp;Kết quả;Cần xem\r\n\"Tháng 6, dòng 7\";\"a.docx\na.pdf\";đã làm;\r\n\
                      Tháng 6, dòng 14;;bị từ chối;\"ô AU14, Chi bộ “8”: ”\"\"Đăng tải chậm\"\"\nhai dòng; một ô\"\r\n\
                      Tháng 6, dòng 16;;bỏ qua;đang ẩn\r\n";
        let found: Vec<String> =
            csv_rows(report.as_bytes()).unwrap().into_iter().filter_map(refused).collect();
        assert_eq!(found, ["Tháng 6, dòng 14: ô AU14, Chi bộ “8”: ”\"Đăng tải chậm\"; hai dòng; một ô"]);
    }
}
