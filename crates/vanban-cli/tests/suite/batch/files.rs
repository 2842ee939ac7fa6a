//! What stands in the folder already, and what files are called.

use std::fs::{self, File};
use std::path::Path;

use super::{HEADER, MAPPING, batch, report, said};
use crate::{Run, case, folder, names, vanban};

const READ_AND_WRITTEN: &str = "lệnh này ghi lại chính tệp đó trong thư mục sau -o; hãy chép tệp ra chỗ khác rồi ghi tên bản chép, hoặc chọn thư mục khác sau -o";
const ROWS: &str = "1;Chi bộ thôn Đông;5;05/6/2026;An\n2;Chi bộ thôn Nam;6;05/6/2026;Bình\n";

fn rows() -> String {
    format!("{HEADER}{ROWS}")
}

/// The folder as `-o`, where the table itself lies.
fn beside(folder: &Path, table: &str) -> Run {
    let records = folder.join(table);
    vanban(&[
        "batch",
        records.to_str().unwrap(),
        "--kind",
        "resolution",
        "--map",
        MAPPING,
        "-o",
        folder.to_str().unwrap(),
        "--force",
    ])
}

#[test]
fn an_edited_paper_is_kept_and_the_others_are_made() {
    let folder = folder("batch_edited");
    assert_eq!(batch(&folder, "rows.csv", rows(), &[]).status, 0);
    let edited = folder.join("out/nghi-quyet-05-nq-cb.docx");
    fs::write(&edited, "edited in Word").unwrap();
    let changed = rows().replace("Chi bộ thôn", "Chi bộ xóm").replace("An\n", "Ánh\n");
    let run = batch(&folder, "rows.csv", &changed, &[]);
    assert_eq!(run.status, 1);
    let why = "tệp đã được sửa sau lần lập trước, giữ nguyên; muốn lập lại thì đổi tên tệp này, hoặc thêm --force để ghi đè";
    assert_eq!(said(&folder, &run), format!("out/nghi-quyet-05-nq-cb.docx: {why}\n"));
    assert!(run.out.starts_with("2 văn bản đã làm, 1 tệp giữ nguyên; xem "), "{}", run.out);
    assert_eq!(fs::read_to_string(&edited).unwrap(), "edited in Word");
    assert!(
        report(&folder).contains(&format!(";đã làm;\"nghi-quyet-05-nq-cb.docx: {why}\"\r\n")),
        "{}",
        report(&folder)
    );
    let run = batch(&folder, "rows.csv", &changed, &["--force"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert!(fs::read(&edited).unwrap().starts_with(b"PK"));
}

#[test]
fn an_input_is_never_overwritten() {
    for table in ["report.csv", "bao-cao.csv"] {
        let folder = folder("batch_input");
        fs::write(folder.join(table), rows()).unwrap();
        let run = beside(&folder, table);
        assert_eq!(fs::read_to_string(folder.join(table)).unwrap(), rows());
        let made = names(&folder).contains(&"nghi-quyet-05-nq-cb.docx".to_owned());
        let expected = match table {
            "report.csv" => (true, 0, String::new()),
            _ => (false, 2, format!("bao-cao.csv: {READ_AND_WRITTEN}\n")),
        };
        assert_eq!((made, run.status, said(&folder, &run)), expected);
    }
}

/// The records of an earlier run, into the same folder: their file would be written while it is read.
#[test]
fn records_are_not_read_from_where_they_are_written() {
    let folder = folder("batch_own_records");
    assert_eq!(batch(&folder, "rows.csv", rows(), &[]).status, 0);
    let (records, out) = (folder.join("out/records.jsonl"), folder.join("out"));
    let before = fs::read(&records).unwrap();
    let run = vanban(&["batch", records.to_str().unwrap(), "-o", out.to_str().unwrap(), "--name", "{place}"]);
    assert_eq!((run.status, said(&folder, &run)), (2, format!("out/records.jsonl: {READ_AND_WRITTEN}\n")));
    assert!(fs::read(&records).unwrap() == before);
    assert_eq!(names(&out).len(), 6);
}

/// A paper that would be called as a volume: the volumes have their names, whatever comes first.
#[test]
fn no_paper_is_called_as_a_volume() {
    let folder = folder("batch_like_a_volume");
    let record: serde_json::Value = serde_json::from_str(&case("draft_smallest")).unwrap();
    let lines = ["In 2", "in", "In 1", "in 2", "in 2 b"].map(|place| {
        let mut record = record.clone();
        record["place"] = place.into();
        format!("{record}\n")
    });
    let more = ["--format", "pdf", "--name", "{place}", "--merge", "In.pdf", "--volume", "3"];
    let run = batch(&folder, "records.jsonl", lines.concat(), &more);
    assert_eq!(run.status, 0, "{}", run.err);
    let expected = [
        "In-1.pdf",
        "In-2.pdf",
        "bao-cao.csv",
        "in-1-van-ban.pdf",
        "in-2-b.pdf",
        "in-2-van-ban-2.pdf",
        "in-2-van-ban.pdf",
        "in-van-ban.pdf",
        "records.jsonl",
    ];
    assert_eq!(names(&folder.join("out")), expected);
}

#[test]
fn render_keeps_what_it_did_not_make() {
    let folder = folder("render_kept");
    let paper = folder.join("nghi-quyet-du-thao-2-nq-cb.pdf");
    fs::write(&paper, "another's").unwrap();
    let arguments = ["render", "tests/cases/draft_smallest.json", "-o", folder.to_str().unwrap()];
    let run = vanban(&arguments);
    assert_eq!(run.status, 1);
    assert!(
        said(&folder, &run)
            .starts_with("nghi-quyet-du-thao-2-nq-cb.pdf: đã có tệp khác mang tên này, giữ nguyên; ")
    );
    assert_eq!(run.out.lines().count(), 1);
    assert_eq!(fs::read_to_string(&paper).unwrap(), "another's");
    assert_eq!(vanban(&[&arguments[..], &["--force"]].concat()).status, 0);
    // And now it is its own.
    assert_eq!(vanban(&arguments).status, 0);
}

#[test]
fn render_reads_a_folder_and_passes_over_what_other_programs_leave() {
    let folder = folder("render_folder");
    let records = folder.join("records");
    fs::create_dir_all(&records).unwrap();
    for name in ["b.json", "a.JSON", "~$b.json", "Thumbs.db", "desktop.ini", ".hidden.json", "note.txt"] {
        let text = if name.len() == 6 { case("draft_smallest") } else { "no record".to_owned() };
        fs::write(records.join(name), text).unwrap();
    }
    let out = folder.join("out");
    let name = ["--name", "{issuer.name}, {kind}", "--format", "pdf"];
    let arguments = ["render", records.to_str().unwrap(), "-o", out.to_str().unwrap()];
    let run = vanban(&[&arguments[..], &name].concat());
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_eq!(run.out.lines().count(), 2);
    assert!(
        names(&out)[0].starts_with("chi-bo-") && names(&out)[0].ends_with("-resolution-2.pdf"),
        "{:?}",
        names(&out)
    );
}

#[test]
fn files_are_called_after_fields() {
    let folder = folder("batch_named");
    let more = ["--format", "pdf", "--name", "{issuer.name} ({month})"];
    let run = batch(&folder, "rows.csv", rows(), &more);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let expected = ["bao-cao.csv", "chi-bo-thon-dong-6.pdf", "chi-bo-thon-nam-6.pdf", "records.jsonl"];
    assert_eq!(names(&folder.join("out")), expected);
    // A field that no record has: the usual names, told once.
    let run = batch(&folder, "rows.csv", rows(), &["--format", "pdf", "--name", "{quarter}"]);
    assert_eq!(run.status, 0);
    let told = said(&folder, &run);
    assert!(told.starts_with("rows.csv: 2 chỗ: dòng 2 (Chi bộ thôn Đông), dòng 3 (Chi bộ thôn Nam): --name: bản ghi không có mục “quarter”; tệp mang tên thường lệ\n"), "{told}");
    assert!(names(&folder.join("out")).contains(&"nghi-quyet-06-nq-cb.pdf".to_owned()));
}

#[test]
fn a_long_name_is_cut() {
    let folder = folder("batch_long_name");
    let code = "DAI".repeat(100);
    let mut record: serde_json::Value = serde_json::from_str(&case("resolution_numbered")).unwrap();
    let lines: String = [None, Some(code.as_str()), Some("A"), None]
        .iter()
        .map(|code| {
            if let Some(code) = code {
                record["issuer"]["code"] = (*code).into();
            }
            format!("{record}\n")
        })
        .collect();
    let run = batch(&folder, "records.jsonl", lines, &[]);
    assert_eq!(run.status, 0, "{}", run.err);
    let names = names(&folder.join("out"));
    assert_eq!(names.len(), 10);
    assert!(names.iter().all(|name| name.len() <= 120), "{names:?}");
}

/// Another command holds the lock: nothing is done, and the folder is named.
#[test]
fn a_folder_at_work_is_left_alone() {
    let folder = folder("batch_locked");
    let out = folder.join("out");
    fs::create_dir_all(&out).unwrap();
    let lock = File::create(out.join(".vanban.lock")).unwrap();
    lock.lock().unwrap();
    let run = batch(&folder, "rows.csv", rows(), &[]);
    let why = "một lệnh vanban khác đang ghi vào thư mục này; đợi lệnh đó xong rồi chạy lại, hoặc chọn thư mục khác";
    assert_eq!((run.status, said(&folder, &run)), (1, format!("out: {why}\n")));
    let run = vanban(&["render", "tests/cases/draft_smallest.json", "-o", out.to_str().unwrap()]);
    assert_eq!((run.status, said(&folder, &run)), (1, format!("out: {why}\n")));
    assert!(names(&out).is_empty());
    drop(lock);
    assert_eq!(batch(&folder, "rows.csv", rows(), &[]).status, 0);
}

#[test]
fn a_cell_of_the_report_is_no_formula() {
    let folder = folder("batch_formula");
    let good = case("resolution_numbered");
    let mut record: serde_json::Value = serde_json::from_str(&good).unwrap();
    let first = record.to_string();
    record["=1+1"] = 1.into();
    let run = batch(&folder, "records.jsonl", format!("{first}\n{record}\n"), &["--format", "pdf"]);
    assert_eq!(run.status, 1);
    let report = report(&folder);
    let cells = report.lines().skip(1).flat_map(|line| line.split(';'));
    assert!(cells.clone().any(|cell| cell.contains("=1+1")), "{report}");
    for cell in cells {
        assert!(!cell.trim_start_matches('"').starts_with(['=', '+', '-', '@']), "{cell}");
    }
}
