//! What cannot be written.

use std::fs;

use super::{HEADER, batch, said};
use crate::{folder, names};

#[test]
fn a_folder_that_cannot_be_written_is_told() {
    let folder = folder("batch_unwritable");
    let table = format!("{HEADER}1;Chi bộ thôn Đông;5;05/6/2026;An\n");
    // Root may write anywhere, but not under a file.
    fs::write(folder.join("out"), "a file").unwrap();
    let run = batch(&folder, "rows.csv", &table, &[]);
    assert_eq!((run.status, said(&folder, &run)), (1, "out: File exists (os error 17)\n".to_owned()));
    fs::remove_file(folder.join("out")).unwrap();
    for (option, path) in [("--merge", "rows.csv/all.pdf"), ("--zip", "rows.csv/all.zip")] {
        let path = folder.join(path);
        let run = batch(&folder, "rows.csv", &table, &[option, path.to_str().unwrap()]);
        let expected = format!("{}: Not a directory (os error 20)\n", path.display());
        assert_eq!((run.status, run.err), (1, expected));
    }
}

/// A file that cannot be replaced, as a folder of its name: the batch stops there, and goes on when it
/// is gone.
#[test]
fn a_file_that_cannot_be_written_ends_the_batch_until_it_can() {
    let folder = folder("batch_in_the_way");
    let table = format!(
        "{HEADER}1;Chi bộ thôn Đông;5;05/6/2026;An\n2;Chi bộ thôn Nam;6;05/6/2026;Bình\n3;Chi bộ thôn Bắc;7;05/6/2026;Cường\n"
    );
    let in_the_way = folder.join("out/nghi-quyet-06-nq-cb.pdf/x");
    fs::create_dir_all(&in_the_way).unwrap();
    let run = batch(&folder, "rows.csv", &table, &["--format", "pdf", "--jobs", "1"]);
    assert_eq!(run.status, 1);
    let told = said(&folder, &run).replace(&folder.display().to_string(), "");
    assert_eq!(
        told,
        "out/nghi-quyet-06-nq-cb.pdf: Is a directory (os error 21)\n\
         out: đã dừng; chạy lại với --resume để làm tiếp\n"
    );
    let left = names(&folder.join("out"));
    assert_eq!(left, [".vanban-batch.jsonl", "nghi-quyet-05-nq-cb.pdf", "nghi-quyet-06-nq-cb.pdf"]);
    fs::remove_dir_all(folder.join("out/nghi-quyet-06-nq-cb.pdf")).unwrap();
    let run = batch(&folder, "rows.csv", &table, &["--format", "pdf", "--resume"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_eq!(
        names(&folder.join("out")),
        ["nghi-quyet-05-nq-cb.pdf", "nghi-quyet-06-nq-cb.pdf", "nghi-quyet-07-nq-cb.pdf", "report.csv"]
    );
}
