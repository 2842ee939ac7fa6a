//! Files that are not there, are folders, or may not be read: every command says so in a sentence of its own.

use std::fs;

use super::{Run, command, folder, run};

const MISSING: &str = "không có tệp này; hãy kiểm tra lại tên và đường dẫn";
const FOLDER: &str = "đây là thư mục; hãy ghi tên tệp";

#[test]
fn what_cannot_be_read_is_told_with_its_name() {
    let folder = folder("unreadable");
    for name in ["thu-muc", "trang.xlsx", "ban-ghi.jsonl", "khai-bao.toml", "co-quan/vanban.toml"] {
        fs::create_dir_all(folder.join(name)).unwrap();
    }
    fs::write(folder.join("bang.csv"), "STT;Tên chi bộ\n1;A\n").unwrap();
    fs::write(folder.join("co-quan/bang.csv"), "STT;Tên chi bộ\n1;A\n").unwrap();
    fs::write(folder.join("cu.toml"), b"# t\xea\xecn").unwrap();
    fs::write(folder.join("cu.json"), b"{\"place\": \"t\xea\xecn\"}").unwrap();
    let vanban = |arguments: &str| -> Run {
        run(command().current_dir(&folder).args(arguments.split(' ')).output().unwrap())
    };
    let problem = |said: &str| format!("lỗi: {said} [quy ước; file.unreadable]");
    for (arguments, status, said) in [
        ("render khong-co.json -o lam", 1, format!("khong-co.json: {}", problem(MISSING))),
        (
            "render thu-muc -o lam",
            1,
            "thu-muc: thư mục không có tệp bản ghi nào; hãy ghi thư mục có các tệp .json".to_owned(),
        ),
        ("check thu-muc", 1, format!("thu-muc: {}", problem(FOLDER))),
        ("check khong-co.json", 1, format!("khong-co.json: {}", problem(MISSING))),
        ("show thu-muc", 1, format!("thu-muc: {}", problem(FOLDER))),
        ("derive khong-co.json --to minutes", 1, format!("khong-co.json: {}", problem(MISSING))),
        ("batch khong-co.xlsx --kind resolution -o ra", 1, format!("khong-co.xlsx: {MISSING}")),
        ("batch khong-co.jsonl -o ra", 1, format!("khong-co.jsonl: {MISSING}")),
        ("batch khong-co -o ra", 1, format!("khong-co: {MISSING}")),
        (
            "batch thu-muc -o ra",
            2,
            "thu-muc: đây là thư mục; hãy ghi tên tệp bảng hoặc tệp bản ghi trong thư mục".to_owned(),
        ),
        ("batch trang.xlsx --kind resolution -o ra", 1, format!("trang.xlsx: {FOLDER}")),
        ("batch ban-ghi.jsonl -o ra", 1, format!("ban-ghi.jsonl: {FOLDER}")),
        (
            "batch bang.csv --kind resolution --map khong-co.toml -o ra",
            1,
            format!("khong-co.toml: {MISSING}"),
        ),
        ("batch bang.csv --kind resolution --map khai-bao.toml -o ra", 1, format!("khai-bao.toml: {FOLDER}")),
        (
            "batch bang.csv --kind resolution --map cu.toml -o ra",
            1,
            "cu.toml: tệp không ở dạng UTF-8; hãy lưu lại ở dạng UTF-8".to_owned(),
        ),
        ("batch cu.json -o ra", 1, "cu.json: tệp không ở dạng UTF-8; hãy lưu lại ở dạng UTF-8".to_owned()),
        (
            "batch bang.csv --kind resolution --map-template -o thu-muc",
            2,
            "thu-muc: sau -o hãy ghi tên tệp khai báo cột, kết thúc bằng .toml, ví dụ phieu.toml".to_owned(),
        ),
        (
            "batch co-quan/bang.csv --kind resolution -o ra",
            2,
            "co-quan/vanban.toml: đây là thư mục, không phải tệp khai báo; hãy đổi tên thư mục này"
                .to_owned(),
        ),
        (
            "summarize khong-co --of month",
            1,
            "khong-co: không có thư mục hoặc tệp này; hãy kiểm tra lại tên và đường dẫn".to_owned(),
        ),
        ("summarize khong-co.jsonl --of month", 1, format!("khong-co.jsonl: {MISSING}")),
        ("summarize bang.csv --map khong-co.toml --of month", 1, format!("khong-co.toml: {MISSING}")),
        (
            "summarize co-quan/bang.csv --of month",
            1,
            "co-quan/vanban.toml: đây là thư mục, không phải tệp khai báo; hãy đổi tên thư mục này"
                .to_owned(),
        ),
    ] {
        let run = vanban(arguments);
        let told = run.err.trim_end().to_owned() + run.out.trim_end();
        assert_eq!((run.status, told), (status, said), "{arguments}");
        assert!(!folder.join("ra").exists(), "{arguments}");
    }
}

/// A pipe has no end, and a device gives what no office wrote: to read them would be to wait.
#[test]
#[cfg(unix)]
fn what_is_no_regular_file_is_not_read() {
    let folder = folder("pipe");
    for name in ["ong", "ong.csv"] {
        assert!(std::process::Command::new("mkfifo").arg(folder.join(name)).status().unwrap().success());
    }
    const SAID: &str = "đây không phải là tệp thường; hãy chép ra một tệp rồi ghi tên tệp đó";
    let problem = format!("lỗi: {SAID} [quy ước; file.unreadable]");
    for (arguments, said) in [
        ("extract ong", format!("ong: {problem}")),
        ("extract /dev/zero", format!("/dev/zero: {problem}")),
        ("strip ong -o ra.docx", format!("ong: {problem}")),
        ("check ong", format!("ong: {problem}")),
        ("render ong -o ra", format!("ong: {problem}")),
        ("batch ong.csv --kind resolution -o ra", format!("ong.csv: {SAID}")),
        ("collect ong -o ra", format!("ong: {SAID}")),
    ] {
        let run = run(command().current_dir(&folder).args(arguments.split(' ')).output().unwrap());
        let told = run.err + &run.out;
        assert_eq!((run.status, told.lines().next()), (1, Some(said.as_str())), "{arguments}");
    }
}

/// What is said of files, the counts and the report's words are English for developers, and so is what is wrong with the shape of JSON.
#[test]
fn the_run_and_its_report_speak_english_where_they_are_asked_to() {
    let folder = folder("english");
    let record: serde_json::Value = serde_json::from_str(&super::case("draft_smallest")).unwrap();
    let mut wrong = record.clone();
    wrong["plce"] = 1.into();
    fs::write(folder.join("a.jsonl"), format!("{record}\n{wrong}\n")).unwrap();
    let vanban = |arguments: &str| -> Run {
        run(command().current_dir(&folder).args(arguments.split(' ')).output().unwrap())
    };
    let run = vanban("--lang en batch a.jsonl -o out --format pdf --merge in.pdf");
    assert_eq!(run.status, 1);
    assert_eq!(
        run.out.replace('\\', "/"),
        "1 documents made, 1 records refused; see out/bao-cao.csv\nin.pdf: 1 documents, 1 pages, 1 sheets\n"
    );
    let problem = "error: plce: there is no field “plce”; did you mean “place”? [shape.unknown_field]";
    assert_eq!(run.err, format!("a.jsonl: dòng 2: {problem}\n"));
    assert_eq!(
        fs::read_to_string(folder.join("out/bao-cao.csv")).unwrap(),
        format!(
            "\u{feff}Record;Files;Result;To look at\r\ndòng 1;nghi-quyet-du-thao-2-nq-cb.pdf;made;\r\n\
             dòng 2;;refused;\"{problem}\"\r\n"
        )
    );
    let run = vanban("--lang en batch b.jsonl -o out");
    assert_eq!(
        (run.status, run.err.as_str()),
        (1, "b.jsonl: there is no such file; look at its name and path\n")
    );
    let run = vanban("--lang en batch a.jsonl -o out --jobs 0");
    assert!(run.status == 2 && run.out.is_empty() && run.err.starts_with("error: "), "{}", run.err);
}
