//! Many records at once.

use std::io::{Cursor, Read};

use serde_json::{Value, json};
use vanban::table;
use zip::ZipArchive;

use super::super::{case, render};
use super::server::{Answer, LINES, Server};

/// A name and what it holds.
type File = (String, Vec<u8>);

/// The files of a ZIP, and the rows of the report in it.
fn opened(answer: &Answer) -> (Vec<File>, Vec<Vec<String>>) {
    assert_eq!((answer.status, answer.header("content-type")), (200, Some("application/zip")));
    assert_eq!(answer.header("content-disposition"), Some("attachment; filename=\"van-ban.zip\""));
    let mut zip = ZipArchive::new(Cursor::new(&answer.body)).unwrap();
    let mut files = Vec::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.push((file.name().to_owned(), bytes));
    }
    let (name, report) = files.pop().unwrap();
    assert_eq!(name, "bao-cao.csv");
    (files, table::csv_rows(&report).unwrap())
}

fn line(name: &str) -> String {
    serde_json::from_str::<Value>(&case(name)).unwrap().to_string()
}

#[test]
fn a_zip_has_each_paper_and_says_what_became_of_each_record() {
    let server = Server::start(&[]);
    let right = line("resolution_numbered");
    let wrong = right.replace("\"Phó bí thư\"", "\"Bí thư Chi bộ\"");
    let lines = [right.as_str(), &wrong, "", "{\"kind\"", &right].join("\n");
    let (files, report) = opened(&server.ask("POST", "/batch", &[LINES], lines.as_bytes()));
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let expected = [
        "nghi-quyet-05-nq-cb.docx",
        "nghi-quyet-05-nq-cb.pdf",
        "nghi-quyet-05-nq-cb-2.docx",
        "nghi-quyet-05-nq-cb-2.pdf",
    ];
    assert_eq!(names, expected);
    let document = render(&right);
    assert!(files[0].1 == document.to_docx().unwrap() && files[3].1 == document.to_pdf().unwrap());
    let states: Vec<[&str; 2]> = report.iter().map(|row| [row[0].as_str(), row[2].as_str()]).collect();
    let expected = [
        ["Bản ghi", "Kết quả"],
        ["dòng 1", "đã làm"],
        ["dòng 2", "bị từ chối"],
        ["dòng 4", "bị từ chối"],
        ["dòng 5", "đã làm"],
    ];
    assert_eq!(states, expected);
    assert!(report[2][3].starts_with("lỗi: signature.position (chức vụ"), "{}", report[2][3]);
    assert!(report[3][3].starts_with("lỗi: dòng 4, cột 7: "), "{}", report[3][3]);
}

#[test]
fn a_list_in_json_is_a_batch_too() {
    let server = Server::start(&["--jobs", "3"]);
    let records = vec![line("resolution_numbered"); 10];
    let answer = server.post("/batch?format=pdf", format!("[{}]", records.join(",")));
    let (files, report) = opened(&answer);
    assert_eq!((files.len(), report.len()), (10, 11));
    assert_eq!((files[9].0.as_str(), report[10][0].as_str()), ("nghi-quyet-05-nq-cb-10.pdf", "bản ghi 10"));
    // What is no list of records at all has no ZIP.
    let answer = server.post("/batch", "[{\"kind\": ");
    assert_eq!((answer.status, &answer.json()[0]["code"]), (422, &json!("shape.syntax")));
    for (path, said) in [
        ("/batch", "không có bản ghi nào"),
        ("/batch?format=docx,doc", "format: chỉ nhận docx hoặc pdf"),
        ("/batch?name=a", "phần sau dấu ? không đúng; hãy ghi như sau: ?format=docx,pdf"),
    ] {
        assert_eq!(server.post(path, "[]").refusal(), (400, said.to_owned()));
    }
    assert_eq!(server.ask("POST", "/batch", &[LINES], b"\n \n").refusal().0, 400);
}

#[test]
fn lines_may_be_more_than_a_body() {
    let server = Server::start(&["--max-body", "1"]);
    let lines = format!("{}\n", line("draft_smallest")) + &"x".repeat(3 << 20);
    let (files, report) = opened(&server.ask("POST", "/batch?format=docx", &[LINES], lines.as_bytes()));
    assert_eq!((files.len(), report[2][2].as_str()), (1, "bị từ chối"));
    let answer = server.ask("POST", "/batch", &[LINES], &vec![b'\n'; 17 << 20]);
    let said = "nội dung gửi lên lớn hơn 16 MB; hãy chia nhỏ, hoặc chạy dịch vụ với --max-body lớn hơn";
    assert_eq!(answer.refusal(), (413, said.to_owned()));
    // Behind a line that is too long nothing is read; what was made stands.
    let server = Server::start(&["--max-body", "2"]);
    let lines = format!("{}\n{}\n{{}}\n", line("draft_smallest"), " ".repeat(16 << 20) + "x");
    let (files, report) = opened(&server.ask("POST", "/batch?format=docx", &[LINES], lines.as_bytes()));
    assert_eq!(files.len(), 1);
    let last = ["các bản ghi còn lại", "", "không làm được", "dòng 2 dài hơn 16 MB"];
    assert_eq!((report.len(), report[2].iter().map(String::as_str).collect::<Vec<_>>()), (3, last.to_vec()));
}
