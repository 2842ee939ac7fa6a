//! What cannot be written.

use std::fs;

use super::{HEADER, batch, report, said};
use crate::{folder, names};

#[test]
fn a_folder_that_cannot_be_written_is_told() {
    let folder = folder("batch_unwritable");
    let table = format!("{HEADER}1;Chi bộ thôn Đông;5;05/6/2026;An\n");
    // Root may write anywhere, but not under a file.
    fs::write(folder.join("out"), "a file").unwrap();
    let run = batch(&folder, "rows.csv", &table, &[]);
    let expected = "out: một tệp mang tên này, không phải thư mục; chọn thư mục khác rồi chạy lại\n";
    assert_eq!((run.status, said(&folder, &run).as_str()), (1, expected));
}

/// A file that cannot be replaced, as a folder of its name: it is named, the others are made, and it is when the
/// folder is gone.
#[test]
fn a_file_that_cannot_be_written_stops_no_other() {
    let folder = folder("batch_in_the_way");
    let table = format!(
        "{HEADER}1;Chi bộ thôn Đông;5;05/6/2026;An\n2;Chi bộ thôn Nam;6;05/6/2026;Bình\n3;Chi bộ thôn Bắc;7;05/6/2026;Cường\n"
    );
    let out = folder.join("out");
    fs::create_dir_all(out.join("nghi-quyet-06-nq-cb.pdf/x")).unwrap();
    fs::create_dir_all(out.join("in.pdf/x")).unwrap();
    let more = ["--format", "pdf", "--jobs", "1", "--merge", "in.pdf"];
    let run = batch(&folder, "rows.csv", &table, &more);
    assert_eq!(run.status, 1);
    let why = "một thư mục mang tên này; đổi tên thư mục đó rồi chạy lại";
    assert_eq!(said(&folder, &run), format!("out/nghi-quyet-06-nq-cb.pdf: {why}\nout/in.pdf: {why}\n"));
    assert_eq!(
        run.out,
        format!("3 văn bản đã làm, 2 tệp chưa ghi được; xem {}\n", out.join("bao-cao.csv").display())
    );
    let expected = [
        "bao-cao.csv",
        "in.pdf",
        "nghi-quyet-05-nq-cb.pdf",
        "nghi-quyet-06-nq-cb.pdf",
        "nghi-quyet-07-nq-cb.pdf",
        "records.jsonl",
    ];
    assert_eq!(names(&out), expected);
    assert!(report(&folder).contains("nghi-quyet-06-nq-cb.pdf;chưa ghi được;"), "{}", report(&folder));
    fs::remove_dir_all(out.join("nghi-quyet-06-nq-cb.pdf")).unwrap();
    fs::remove_dir_all(out.join("in.pdf")).unwrap();
    let run = batch(&folder, "rows.csv", &table, &more);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_eq!(names(&out), expected);
    assert!(out.join("in.pdf").is_file());
}
