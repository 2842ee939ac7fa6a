//! A batch that was interrupted goes on, and the folder is what it would have been.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::{HEADER, MAPPING, batch, said};
use crate::{Run, case, command, folder};

/// Records of which some have the same name and some are refused, a line each.
fn lines(records: usize) -> String {
    let lines = (0..records).map(|index| {
        let mut record: serde_json::Value = serde_json::from_str(&case("five_levels")).unwrap();
        record["number"] = if index % 5 == 3 { 0 } else { index / 2 + 1 }.into();
        record["issuer"]["name"] = format!("Chi bộ thôn {index}").into();
        format!("{record}\n")
    });
    lines.collect()
}

/// A line that no record has: the file cannot be read any further.
fn too_long() -> String {
    " ".repeat(16 * 1024 * 1024 + 1)
}

/// A table of as many rows.
fn table(rows: usize) -> String {
    let rows = (0..rows).map(|row| {
        let number = if row % 5 == 3 { 0 } else { row / 2 + 1 };
        format!("{row};Chi bộ thôn {row};{number};05/6/2026;An\n")
    });
    format!("{HEADER}{}", rows.collect::<String>())
}

/// Every file of a folder.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(folder).unwrap().map(|entry| {
        let path = entry.unwrap().path();
        (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap())
    });
    files.collect()
}

/// Runs with a ZIP and volumes in the folder of the papers.
fn run(folder: &Path, lines: &str, more: &[&str]) -> Run {
    fs::create_dir_all(folder.join("out")).unwrap();
    let both = ["--zip", "all.zip", "--merge", "all.pdf", "--volume", "3", "--format", "pdf"];
    batch(folder, "rows.jsonl", lines, &[&both, more].concat())
}

#[test]
fn a_batch_that_was_interrupted_goes_on() {
    let undisturbed = folder("batch_undisturbed");
    let whole = lines(12);
    assert_eq!(run(&undisturbed, &whole, &[]).status, 1);
    let expected = contents(&undisturbed.join("out"));
    assert!(expected.contains_key("all-4.pdf") && expected.contains_key("all.zip"));
    let folder = folder("batch_interrupted");
    // A line that is too long stops the first run behind six records.
    let broken = lines(6) + &too_long();
    let stopped = run(&folder, &broken, &[]);
    assert_eq!(stopped.status, 1);
    assert!(said(&folder, &stopped).ends_with("rows.jsonl: dòng 7 dài hơn 16 MB\n"));
    let out = folder.join("out");
    assert!(!out.join("bao-cao.csv").exists() && !out.join("all.zip").exists());
    // As a kill leaves it: a line of the journal and a file that were not finished.
    let journal = out.join(".vanban-batch.jsonl");
    let mut lines = fs::read_to_string(&journal).unwrap();
    assert_eq!(lines.lines().count(), 7);
    lines.push_str("{\"record\":\"dòng");
    fs::write(&journal, lines).unwrap();
    fs::write(out.join(".vanban-nghi-quyet-04-nq-cb.pdf.part"), "%PDF-1.7 and no more").unwrap();
    assert_eq!(run(&folder, &whole, &["--resume"]).status, 1);
    assert!(contents(&out) == expected);
    // Once it has come to its end there is nothing to resume, and nothing changes.
    assert_eq!(run(&folder, &whole, &["--resume"]).status, 1);
    assert!(contents(&out) == expected);
}

#[test]
fn only_what_is_missing_is_made_again() {
    let folder = folder("batch_missing");
    let whole = lines(6);
    run(&folder, &(whole.clone() + &too_long()), &[]);
    let out = folder.join("out");
    let kept = out.join("nghi-quyet-01-nq-cb.pdf");
    let before = fs::metadata(&kept).unwrap().modified().unwrap();
    let gone = out.join("nghi-quyet-02-nq-cb.pdf");
    let bytes = fs::read(&gone).unwrap();
    fs::remove_file(&gone).unwrap();
    assert_eq!(run(&folder, &whole, &["--resume"]).status, 1);
    assert_eq!(fs::metadata(&kept).unwrap().modified().unwrap(), before);
    assert!(fs::read(&gone).unwrap() == bytes);
}

#[test]
fn other_records_or_settings_are_not_mixed_into_a_folder() {
    let folder = folder("batch_mixed");
    run(&folder, &(lines(6) + &too_long()), &[]);
    let changed = run(&folder, &lines(6).replace("Chi bộ thôn 1\"", "Chi bộ thôn Một\""), &["--resume"]);
    assert_eq!(changed.status, 1);
    let expected = "rows.jsonl: dòng 2 đã khác lần chạy dở dang; chạy lại không có --resume\n";
    assert!(said(&folder, &changed).ends_with(expected), "{}", changed.err);
    let fewer = run(&folder, &lines(2), &["--resume"]);
    assert!(said(&folder, &fewer).ends_with("dòng 3 đã khác lần chạy dở dang; chạy lại không có --resume\n"));
    let other = batch(&folder, "rows.jsonl", lines(6), &["--format", "docx", "--resume"]);
    assert_eq!(other.status, 2);
    assert_eq!(
        said(&folder, &other).replace(&folder.display().to_string(), ""),
        "out: lần chạy dở dang có loại, khai báo cột, định dạng hoặc bản vanban khác; chạy lại không có --resume\n"
    );
}

/// Killed for real, three times, at moments that the machine's load decides.
#[test]
fn a_batch_that_was_killed_goes_on() {
    let undisturbed = folder("batch_not_killed");
    let rows = table(60);
    assert_eq!(batch(&undisturbed, "rows.csv", &rows, &[]).status, 1);
    let expected = contents(&undisturbed.join("out"));
    for files in [1, 17, 60] {
        let folder = folder("batch_killed");
        let records = folder.join("rows.csv");
        fs::write(&records, &rows).unwrap();
        let out = folder.join("out");
        let mut child = command()
            .args(["batch", records.to_str().unwrap(), "--kind", "resolution", "--map", MAPPING])
            .args(["--jobs", "1", "-o", out.to_str().unwrap()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let begun = Instant::now();
        while fs::read_dir(&out).map_or(0, Iterator::count) < files
            && begun.elapsed() < Duration::from_secs(60)
        {
            sleep(Duration::from_millis(1));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(!contents(&out).contains_key("bao-cao.csv"), "it was over before it was killed");
        assert_eq!(batch(&folder, "rows.csv", &rows, &["--resume"]).status, 1);
        assert!(contents(&out) == expected, "killed at {files} files");
    }
}
