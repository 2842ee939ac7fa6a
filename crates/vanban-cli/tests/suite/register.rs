//! `vanban register`, and the numbers that `vanban issue` and `vanban next` take from it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::{Value, json};

use super::{Run, command, folder, names, run, text};

const OFFICE: &str = "office = \"Chi bộ Phòng 7-9\"\nsuperior = \"Đảng bộ Viện kiểm sát nhân dân tỉnh Quảng Trị\"\n\
    place = \"Quảng Trị\"\nrecipients = [\"Các đảng viên Chi bộ\", \"Lưu Chi bộ\"]\n\n\
    [signer]\nname = \"Nguyễn Thị Hoa\"\nposition = \"Phó Bí thư\"\n";
const REGISTER: &str = "so-van-ban-di.json";

fn vanban(folder: &Path, arguments: &[&str]) -> Run {
    run(command().current_dir(folder).args(arguments).output().unwrap())
}

#[track_caller]
fn said(run: Run) -> String {
    assert_eq!(run.status, 0, "{}{}", run.out, run.err);
    run.out
}

fn office(name: &str) -> PathBuf {
    let folder = folder(name);
    fs::write(folder.join("vanban.toml"), OFFICE).unwrap();
    folder
}

fn register(folder: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(folder.join(REGISTER)).unwrap()).unwrap()
}

/// A draft of a notice, which nobody votes on.
fn draft(folder: &Path, name: &str, subject: &str) {
    let mut notice: Value = serde_json::from_str(&text("examples/data/notice.json")).unwrap();
    let fields = notice.as_object_mut().unwrap();
    for gone in ["number", "signature", "recipients", "issuer"] {
        fields.remove(gone);
    }
    fields.insert("issuer".to_owned(), json!({"name": "Chi bộ Phòng 7-9"}));
    fields.insert("draft".to_owned(), json!(1));
    fields.insert("date".to_owned(), json!({"year": 2026}));
    fields.insert("subject".to_owned(), json!(subject));
    fs::write(folder.join(name), notice.to_string()).unwrap();
}

#[test]
fn numbers_are_entered_told_and_checked() {
    let folder = office("register_numbers");
    let empty = vanban(&folder, &["register", "next"]);
    assert_eq!(
        (empty.status, empty.err.as_str()),
        (1, "so-van-ban-di.json: sổ chưa có văn bản nào; ghi văn bản đã ban hành: vanban register add\n")
    );
    assert_eq!(said(vanban(&folder, &["register", "next", "NQ"])), "01-NQ/CB\n");
    assert_eq!(
        said(vanban(&folder, &["register", "set", "--first", "NQ=47"])),
        "đã ghi so-van-ban-di.json\n"
    );
    let add = [
        "register",
        "add",
        "--type",
        "nghị quyết",
        "--subject",
        "lãnh đạo nhiệm vụ tháng 6",
        "--date",
        "05/6/2026",
    ];
    assert_eq!(said(vanban(&folder, &add)), "đã vào sổ: 47-NQ/CB “lãnh đạo nhiệm vụ tháng 6”\n");
    let taken = vanban(&folder, &[&add[..4], &["--subject", "khác", "--number", "47"]].concat());
    assert_eq!(
        (taken.status, taken.err.as_str()),
        (
            1,
            "số 47-NQ/CB đã cấp cho “lãnh đạo nhiệm vụ tháng 6”, ngày 05/6/2026; số tiếp theo là 48: hãy ghi số ấy, hoặc bỏ --number\n"
        )
    );
    let far = vanban(&folder, &[&add[..4], &["--subject", "khác", "--number", "50"]].concat());
    assert_eq!(
        far.err,
        "cảnh báo: số 50-NQ/CB bỏ trống số 48 – 49; văn bản lập nơi khác thì ghi vào sổ: vanban register add\n"
    );
    said(vanban(&folder, &["register", "add", "--type", "KH", "--subject", "công tác năm"]));
    assert_eq!(said(vanban(&folder, &["register", "next"])), "Kế hoạch: 02-KH/CB\nNghị quyết: 51-NQ/CB\n");
    let check = vanban(&folder, &["register", "check"]);
    assert_eq!(
        (check.status, check.out.as_str(), check.err.as_str()),
        (
            0,
            "KH/CB: 1 văn bản, số 01 đến 01\nNQ/CB: 2 văn bản, số 47 đến 50\n",
            "cảnh báo: NQ/CB: chưa có các số từ 48 đến 49\n"
        )
    );
    let mut twice = register(&folder);
    let first = twice["entries"][0].clone();
    twice["entries"].as_array_mut().unwrap().push(first);
    fs::write(folder.join(REGISTER), twice.to_string()).unwrap();
    let check = vanban(&folder, &["register", "check"]);
    assert_eq!(check.status, 1);
    assert!(
        check.err.contains("NQ/CB: số 47 cấp cho 2 văn bản: “lãnh đạo nhiệm vụ tháng 6”; "),
        "{}",
        check.err
    );
    fs::write(folder.join(REGISTER), "{\"format\": 1, \"entries\": [{}]}").unwrap();
    let broken = vanban(&folder, &["register", "add", "--type", "KH", "--subject", "a"]);
    assert_eq!(broken.status, 1);
    assert!(
        broken.err.lines().all(|line| line.starts_with("so-van-ban-di.json: lỗi: entries[0]")),
        "{}",
        broken.err
    );
}

#[test]
fn decisions_and_regulations_are_asked_about_once() {
    let folder = office("register_decisions");
    let add = |of: &str| {
        vanban(&folder, &["register", "add", "--type", of, "--subject", of, "--issuer-code", "ĐU"])
    };
    said(add("Quyết định"));
    let asked = add("Quy định");
    assert_eq!(asked.status, 1);
    assert!(asked.err.contains("vanban register set --decisions chung (một dãy số)"), "{}", asked.err);
    said(vanban(&folder, &["register", "set", "--decisions", "chung"]));
    assert_eq!(said(add("Quy định")), "đã vào sổ: 02-QĐ/ĐU “Quy định”\n");
    assert_eq!(register(&folder)["decisions"], "together");
}

#[test]
fn issued_papers_get_the_next_number() {
    let folder = office("register_issue");
    draft(&folder, "a.json", "về việc A");
    draft(&folder, "b.json", "về việc B");
    let none = vanban(&folder, &["issue", "a.json", "--date", "01/6/2026"]);
    assert!(none.status == 2 && none.err.contains("số văn bản: --number SỐ"), "{}", none.err);
    said(vanban(&folder, &["register", "set", "--first", "TB=8"]));
    let issue = |file: &str, more: &[&str]| {
        let out = file.replace(".json", "-so.json");
        vanban(&folder, &[&["issue", file, "--date", "01/6/2026", "-o", &out][..], more].concat())
    };
    let first = issue("a.json", &[]);
    assert_eq!(first.err, "số 08-TB/CB, đã vào sổ so-van-ban-di.json\n");
    assert_eq!(first.status, 0);
    let number = |name: &str| {
        let text = fs::read_to_string(folder.join(name)).unwrap();
        text.lines().find(|line| line.contains("\"number\":")).unwrap().to_owned()
    };
    assert!(number("a-so.json").contains(": 8"), "{}", number("a-so.json"));
    // Again: the same paper has the same number.
    assert!(issue("a.json", &["--force"]).err.contains("số 08-TB/CB"));
    let taken = issue("b.json", &["--number", "8"]);
    assert_eq!(taken.status, 1);
    assert!(
        taken.err.starts_with("b.json: số 08-TB/CB đã cấp cho “về việc A”, ngày 01/6/2026; "),
        "{}",
        taken.err
    );
    assert!(!folder.join("b-so.json").exists());
    // A paper that is refused keeps no number: its meeting was before it.
    let early = vanban(&folder, &["issue", "b.json", "--date", "10/6/2026", "-o", "b-so.json"]);
    assert_eq!(early.status, 1, "{}", early.err);
    assert_eq!(register(&folder)["entries"].as_array().unwrap().len(), 1);
    assert!(issue("b.json", &[]).err.contains("số 09-TB/CB"));
    let entry = &register(&folder)["entries"][1];
    assert_eq!((&entry["signer"], &entry["record"]), (&json!("Nguyễn Thị Hoa"), &json!("b.json")));
    assert_eq!(entry["recipients"], json!(["Các đảng viên Chi bộ", "Lưu Chi bộ"]));
    // Issued records are entered, too; the register is no record.
    let again = vanban(&folder, &["register", "add", "a-so.json"]);
    assert!(again.status == 1 && again.err.starts_with("a-so.json: số 08-TB/CB đã cấp"), "{}", again.err);
    let all = vanban(&folder, &["render", ".", "-o", "ra"]);
    assert!(!all.err.contains(REGISTER), "{}", all.err);
}

#[test]
fn the_register_is_printed() {
    let folder = office("register_print");
    said(vanban(&folder, &["register", "set", "--term", "2025 - 2030"]));
    said(vanban(&folder, &["register", "add", "--type", "NQ", "--subject", "lãnh đạo nhiệm vụ tháng 6"]));
    let name = "so-dang-ky-van-ban-di-2025-2030-chi-bo-phong-7-9";
    let printed = vanban(&folder, &["register", "print", "-o", "so"]);
    assert_eq!((printed.status, printed.err.as_str()), (0, ""));
    assert_eq!(names(&folder.join("so")), [format!("{name}.docx"), format!("{name}.pdf")]);
    let pdf = lopdf::Document::load(folder.join(format!("so/{name}.pdf"))).unwrap();
    assert_eq!(pdf.get_pages().len(), 1);
    fs::write(folder.join("vanban.toml"), "place = \"A\"\n").unwrap();
    let nobody = vanban(&folder, &["register", "print"]);
    assert_eq!(
        (nobody.status, nobody.err.contains("ghi office trong vanban.toml")),
        (1, true),
        "{}",
        nobody.err
    );
}

/// However many commands are at it, no number is given twice and none is lost.
#[test]
fn no_two_commands_get_the_same_number() {
    let folder = office("register_together");
    said(vanban(&folder, &["register", "set", "--first", "TB=1"]));
    let mut running = Vec::new();
    for at in 0..24 {
        let subject = format!("về việc {at}");
        let add = ["register", "add", "--type", "TB", "--subject", &subject];
        let file = format!("{at}.json");
        let out = format!("so-{at}.json");
        let issue = ["issue", &file, "--date", "01/6/2026", "-o", &out];
        let arguments: &[&str] = if at % 3 == 0 {
            draft(&folder, &file, &subject);
            &issue
        } else {
            &add
        };
        let mut command = command();
        command.current_dir(&folder).args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
        running.push(command.spawn().unwrap());
    }
    let mut done = 0;
    for child in running {
        let run = run(child.wait_with_output().unwrap());
        // On a busy machine a paper may find its folder locked; its number is free again then.
        assert!(run.status == 0 || run.err.contains("một lệnh vanban khác"), "{}{}", run.out, run.err);
        done += usize::from(run.status == 0);
    }
    let register = register(&folder);
    let numbers: Vec<u64> =
        register["entries"].as_array().unwrap().iter().map(|it| it["number"].as_u64().unwrap()).collect();
    let distinct: BTreeSet<u64> = numbers.iter().copied().collect();
    assert_eq!((numbers.len(), distinct.len()), (done, done), "{numbers:?}");
    assert!(done >= 16, "{done}");
    assert_eq!(vanban(&folder, &["register", "check"]).status, 0);
}
