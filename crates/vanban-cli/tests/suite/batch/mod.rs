//! `vanban batch`, as a person runs it.

mod disk;
mod files;
mod resume;
mod tables;

use std::fs;
use std::path::Path;

use crate::{Run, case, folder, names, project, render, vanban};

/// The mapping of the example, and its header.
pub(super) const MAPPING: &str = "examples/data/branches.toml";
pub(super) const HEADER: &str = "STT;Tên chi bộ;Số;Ngày ban hành;Người ký\n";

/// Writes a file of records and runs the batch into `out` beside it.
pub(super) fn batch(folder: &Path, file: &str, bytes: impl AsRef<[u8]>, more: &[&str]) -> Run {
    let records = folder.join(file);
    fs::write(&records, bytes).unwrap();
    let out = folder.join("out");
    let mut arguments = vec!["batch", records.to_str().unwrap(), "-o", out.to_str().unwrap()];
    if !file.contains("json") {
        arguments.extend(["--kind", "resolution"]);
        if !more.contains(&"--map") {
            arguments.extend(["--map", MAPPING]);
        }
    }
    arguments.extend(more);
    let mut run = vanban(&arguments);
    // What is told of the table before it is made has tests of its own.
    run.out = run.out.lines().filter(|line| !is_of_the_table(line)).map(|line| format!("{line}\n")).collect();
    run
}

/// Whether a line says what of a table is taken.
fn is_of_the_table(line: &str) -> bool {
    ["tiêu đề: ", "lấy ", "không lấy "].iter().any(|start| line.starts_with(start))
}

/// What was said on standard error, the folder's name taken out.
pub(super) fn said(folder: &Path, run: &Run) -> String {
    run.err.replace(&format!("{}/", folder.display()), "")
}

pub(super) fn report(folder: &Path) -> String {
    fs::read_to_string(folder.join("out/bao-cao.csv")).unwrap()
}

#[test]
fn a_table_becomes_papers_and_a_report() {
    let folder = folder("batch_table");
    let run = batch(&folder, "branches.csv", fs::read(project("examples/data/branches.csv")).unwrap(), &[]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let report_path = folder.join("out/bao-cao.csv");
    assert_eq!(run.out, format!("3 văn bản đã làm; xem {}\n", report_path.display()));
    assert_eq!(
        names(&folder.join("out")),
        [
            "bao-cao.csv",
            "nghi-quyet-05-nq-cb-2.docx",
            "nghi-quyet-05-nq-cb-2.pdf",
            "nghi-quyet-05-nq-cb.docx",
            "nghi-quyet-05-nq-cb.pdf",
            "nghi-quyet-06-nq-cb.docx",
            "nghi-quyet-06-nq-cb.pdf",
            "records.jsonl",
        ]
    );
    assert_eq!(
        report(&folder),
        "\u{feff}Bản ghi;Tệp;Kết quả;Cần xem\r\n\
         dòng 2 (Chi bộ thôn Triều Khúc);\"nghi-quyet-05-nq-cb.docx\nnghi-quyet-05-nq-cb.pdf\";đã làm;\r\n\
         dòng 3 (Chi bộ thôn Đông);\"nghi-quyet-06-nq-cb.docx\nnghi-quyet-06-nq-cb.pdf\";đã làm;\r\n\
         dòng 4 (Chi bộ Trường Tiểu học);\"nghi-quyet-05-nq-cb-2.docx\nnghi-quyet-05-nq-cb-2.pdf\";đã làm;\r\n"
    );
    // The records stand beside it, and give the same papers.
    let records = folder.join("out/records.jsonl");
    let lines = fs::read_to_string(&records).unwrap();
    assert_eq!(lines.lines().count(), 3);
    let again = folder.join("again");
    let run = vanban(&["batch", records.to_str().unwrap(), "-o", again.to_str().unwrap()]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    for name in names(&again).iter().filter(|name| *name != "bao-cao.csv") {
        assert!(
            fs::read(again.join(name)).unwrap() == fs::read(folder.join("out").join(name)).unwrap(),
            "{name}"
        );
    }
}

/// The same records as JSON give the same files as by `render`.
#[test]
fn json_lines_and_lists_are_records() {
    let folder = folder("batch_json");
    let compact = |name: &str| serde_json::from_str::<serde_json::Value>(&case(name)).unwrap().to_string();
    let (one, two) = (compact("draft_smallest"), compact("five_levels"));
    let run = batch(&folder, "records.jsonl", format!("{one}\n\n{two}\r\n"), &["--format", "pdf"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_eq!(
        report(&folder).lines().skip(1).collect::<Vec<_>>(),
        ["dòng 1;nghi-quyet-du-thao-2-nq-cb.pdf;đã làm;", "dòng 3;nghi-quyet-03-nq-cb.pdf;đã làm;"]
    );
    let pdf = fs::read(folder.join("out/nghi-quyet-03-nq-cb.pdf")).unwrap();
    assert!(pdf == render(&two).to_pdf().unwrap());
    let list = format!("\u{feff}[{one}, {two}]");
    let run = batch(&folder, "records.json", list, &["--format", "pdf"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{}", run.out);
    assert!(report(&folder).contains("bản ghi 2;nghi-quyet-03-nq-cb.pdf;đã làm;"));
    // The kind may be left to the command.
    let bare = one.replace("\"kind\":\"resolution\",\"format\":1,", "");
    let run = batch(&folder, "bare.json", &bare, &["--kind", "resolution", "--format", "pdf"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let run = batch(&folder, "bare.json", bare, &["--format", "pdf"]);
    assert_eq!(run.status, 1);
    assert_eq!(
        said(&folder, &run),
        format!(
            "bare.json: bản ghi 1: lỗi: kind (loại văn bản): thiếu mục bắt buộc “kind”; hãy ghi một trong các loại: {} [quy ước; \
             shape.missing_field]\n",
            kinds()
        )
    );
}

fn kinds() -> String {
    let renderer = vanban::Renderer::new();
    renderer.kinds().map(vanban::Kind::name).collect::<Vec<_>>().join(", ")
}

#[test]
fn a_bad_record_is_named_and_the_rest_stand() {
    let folder = folder("batch_bad");
    let rows = "1;Chi bộ thôn Đông;tám;05/6/2026;An\n\
                2;Chi bộ thôn Nam;0;05/6/2026;Bình\n\
                3;Chi bộ thôn Bắc;7;31/6/2026;Cường\n\
                4;Chi bộ thôn Tây;8;05/6/2026;Dũng\n";
    let run = batch(&folder, "rows.csv", format!("{HEADER}{rows}"), &[]);
    assert_eq!(run.status, 1);
    let mut expected = [
        "dòng 2 (Chi bộ thôn Đông): lỗi: cột “Số” (C2), “tám”: không phải là số nguyên; hãy chỉ ghi số vào ô, ví dụ 5 [quy ước; table.value]",
        "dòng 3 (Chi bộ thôn Nam): lỗi: cột “Số” (C3), “0”: số văn bản bắt đầu từ 01, không có số 0 [05-HD/VPTW II.I.3.1.1; number.zero]",
        "dòng 4 (Chi bộ thôn Bắc): lỗi: cột “Ngày ban hành” (D4), “31/6/2026”: là một ngày không có trong lịch [quy ước; table.value]",
    ];
    let lines: Vec<String> = said(&folder, &run).lines().map(|line| line.replace("rows.csv: ", "")).collect();
    assert_eq!(lines, expected);
    assert_eq!(
        names(&folder.join("out")),
        ["bao-cao.csv", "nghi-quyet-08-nq-cb.docx", "nghi-quyet-08-nq-cb.pdf", "records.jsonl"]
    );
    expected.iter_mut().for_each(|line| *line = &line[line.find("lỗi").unwrap()..]);
    assert_eq!(
        report(&folder),
        format!(
            "\u{feff}Bản ghi;Tệp;Kết quả;Cần xem\r\n\
             dòng 2 (Chi bộ thôn Đông);;bị từ chối;\"{}\"\r\n\
             dòng 3 (Chi bộ thôn Nam);;bị từ chối;\"{}\"\r\n\
             dòng 4 (Chi bộ thôn Bắc);;bị từ chối;\"{}\"\r\n\
             dòng 5 (Chi bộ thôn Tây);\"nghi-quyet-08-nq-cb.docx\nnghi-quyet-08-nq-cb.pdf\";đã làm;\r\n",
            expected[0], expected[1], expected[2]
        )
    );
}

#[test]
fn zip_and_volumes_hold_the_same_papers() {
    let folder = folder("batch_more");
    let out = folder.join("out");
    let rows = "1;Chi bộ thôn Đông;5;05/6/2026;An\n2;Chi bộ thôn Nam;0;05/6/2026;Bình\n3;Chi bộ thôn Bắc;5;05/6/2026;Cường\n";
    let more = ["--zip", "all.zip", "--merge", "in.pdf", "--two-sided"];
    let run = batch(&folder, "rows.csv", format!("{HEADER}{rows}"), &more);
    assert_eq!(run.status, 1);
    let report = out.join("bao-cao.csv");
    assert_eq!(
        run.out,
        format!(
            "2 văn bản đã làm, 1 bản ghi bị từ chối; xem {}\nall.zip: 4 tệp\n\
             in.pdf: 2 văn bản, 3 trang (kể cả 1 trang trống), 2 tờ giấy\n",
            report.display()
        )
    );
    assert_eq!(names(&folder), ["out", "rows.csv"]);
    let read = zip::ZipArchive::new(fs::File::open(out.join("all.zip")).unwrap()).unwrap();
    let mut expected: Vec<String> = read.file_names().map(str::to_owned).collect();
    assert_eq!(expected.len(), 4);
    expected.extend(["all.zip", "bao-cao.csv", "in.pdf", "records.jsonl"].map(str::to_owned));
    expected.sort();
    assert_eq!(names(&out), expected);
    // A page, its empty back, a page.
    assert_eq!(lopdf::Document::load(out.join("in.pdf")).unwrap().get_pages().len(), 3);
    let run = batch(&folder, "rows.csv", format!("{HEADER}{rows}"), &["--merge", "in.pdf", "--volume", "1"]);
    assert!(
        run.out
            .ends_with("in-1.pdf: 1 văn bản, 1 trang, 1 tờ giấy\nin-2.pdf: 1 văn bản, 1 trang, 1 tờ giấy\n"),
        "{}",
        run.out
    );
    // What of the first run is no longer made is told.
    assert!(run.out.contains("lần này không lập; xóa nếu không dùng nữa: all.zip, in.pdf\n"), "{}", run.out);
    let own = ["in-1.pdf", "in-2.pdf"].map(str::to_owned);
    expected.extend(own);
    expected.sort();
    assert_eq!(names(&out), expected);
}

#[test]
fn a_record_cannot_leave_the_folder() {
    let folder = folder("batch_escape");
    let rows = "1;Chi bộ ../../thôn/Đông;5;05/6/2026;An\n";
    let run = batch(&folder, "rows.csv", format!("{HEADER}{rows}"), &["--format", "pdf"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_eq!(names(&folder), ["out", "rows.csv"]);
    assert_eq!(names(&folder.join("out")), ["bao-cao.csv", "nghi-quyet-05-nq-cb.pdf", "records.jsonl"]);
}

#[test]
fn what_does_not_fit_together_is_wrong_usage() {
    let folder = folder("batch_usage");
    let table = format!("{HEADER}1;Chi bộ thôn Đông;5;05/6/2026;An\n");
    fs::write(folder.join("rows.csv"), &table).unwrap();
    fs::write(folder.join("rows.jsonl"), "{}\n").unwrap();
    fs::write(folder.join("rows.pdf"), &table).unwrap();
    fs::write(folder.join("rows.xls"), &table).unwrap();
    let run = |file: &str, more: &[&str]| {
        let records = folder.join(file);
        let out = folder.join("out");
        let arguments = ["batch", records.to_str().unwrap(), "-o", out.to_str().unwrap()];
        let run = vanban(&[&arguments, more].concat());
        assert_eq!(run.status, 2, "{file} {more:?}");
        said(&folder, &run)
    };
    assert_eq!(run("rows.csv", &[]), "bảng không tự nói loại văn bản: thêm --kind, xem `vanban kinds`\n");
    assert_eq!(
        run("rows.pdf", &[]),
        "rows.pdf: tên tệp phải kết thúc bằng .xlsx, .ods, .csv, .jsonl hoặc .json; hãy kiểm tra lại tên tệp\n"
    );
    assert_eq!(
        run("rows.xls", &["--kind", "resolution"]),
        "rows.xls: không đọc được dạng bảng này; hãy mở tệp, lưu thành Excel Workbook (.xlsx) rồi chạy lại\n"
    );
    assert_eq!(
        run("rows.xls", &["--map", MAPPING]),
        "rows.xls: không đọc được dạng bảng này; hãy mở tệp, lưu thành Excel Workbook (.xlsx) rồi chạy lại\n"
    );
    assert_eq!(
        run("rows.jsonl", &["--map", MAPPING]),
        "--map, --sheet và --month chỉ dùng cho bảng (.xlsx, .ods, .csv)\n"
    );
    assert_eq!(
        run("rows.csv", &["--kind", "resolution", "--sheet", "x"]),
        "--sheet chỉ dùng cho .xlsx và .ods\n"
    );
    assert_eq!(
        run("rows.csv", &["--kind", "letters"]),
        "--kind <LOẠI>: không nhận “letters”: không có loại văn bản này; hãy chọn trong `vanban kinds`\nXem cách dùng: vanban --help\n"
    );
    let nowhere = vanban(&["batch", folder.join("rows.csv").to_str().unwrap(), "--kind", "resolution"]);
    assert_eq!(
        (nowhere.status, nowhere.err.as_str()),
        (2, "chưa ghi thư mục để văn bản: thêm -o, hoặc ghi output trong vanban.toml\n")
    );
    for option in ["--jobs", "--volume"] {
        let said = run("rows.csv", &[option, "0"]);
        assert!(said.contains(": không nhận “0”: hãy ghi một số nguyên từ 1 trở lên, ví dụ 4\n"), "{said}");
    }
    // Before anything of the table is told.
    assert_eq!(
        run("rows.csv", &["--kind", "resolution", "--map", MAPPING, "--merge", "a.docx"]),
        "--merge: tên tệp phải kết thúc bằng .pdf; hãy ghi, ví dụ, --merge in.pdf\n"
    );
    assert_eq!(
        run("rows.csv", &["--kind", "resolution", "--map", MAPPING, "--zip", "x/a.zip"]),
        "--zip: chỉ ghi tên tệp, ví dụ tat-ca.zip; tệp được ghi vào thư mục sau -o\n"
    );
    assert_eq!(
        run("rows.csv", &["--kind", "resolution", "--map", MAPPING, "--zip", "a.pdf"]),
        "--zip: tên tệp phải kết thúc bằng .zip; hãy ghi, ví dụ, --zip tat-ca.zip\n"
    );
    assert!(run("rows.csv", &["--name", "{number"]).contains("dấu { không có dấu } đi cùng"));
    assert_eq!(names(&folder), ["rows.csv", "rows.jsonl", "rows.pdf", "rows.xls"]);
}
