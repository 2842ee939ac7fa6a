//! `vanban new`: records to fill in, as an office fills them in.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use serde_json::Value;

use super::setup::vanban_in;
use super::{command, folder, names, text};

/// Fills in a record that `new` wrote, as a person does: the value of a field in its line, an element of a list in a
/// line of its own. What is typed is counted in lines.
struct Typist {
    text: String,
    typed: usize,
}

impl Typist {
    fn fill(&mut self, fields: &Value, open: &str) {
        for (name, value) in fields.as_object().unwrap() {
            let line = |text: &str| {
                text.lines().find(|line| line.starts_with(&format!("{open}\"{name}\": "))).map(str::to_owned)
            };
            let Some(line) = line(&self.text) else { panic!("no line of {name}\n{}", self.text) };
            if line.contains("\": [ //") {
                let items = value.as_array().unwrap();
                let known = self.text.split_once(&line).unwrap().1.lines().nth(1).unwrap().trim_start();
                // The office's own list stands.
                if known.starts_with('"') {
                    continue;
                }
                let typed: String = items.iter().map(|item| format!("\n{open}  {item},")).collect();
                self.typed += items.len();
                self.text = self.text.replacen(&line, &format!("{line}{typed}"), 1);
            } else if line.contains("\": { //") {
                self.fill(value, &format!("{open}  "));
            } else if line.contains("\": \"\", //") {
                self.typed += 1;
                let filled = line.replacen("\"\",", &format!("{value},"), 1);
                self.text = self.text.replacen(&line, &filled, 1);
            }
        }
    }
}

/// What is typed to make a record of a story, and whether it is then the same.
fn typed(folder: &Path, arguments: &[&str], story: &str, left_out: &[&str]) -> usize {
    let new = vanban_in(folder, &[&["new"], arguments].concat());
    assert_eq!((new.status, new.err.as_str()), (0, ""));
    let file = folder.join(arguments.last().unwrap());
    let mut whole: Value = serde_json::from_str(&text(&format!("tests/stories/{story}.json"))).unwrap();
    let shown = |json: &str| {
        fs::write(folder.join("shown.json"), json).unwrap();
        let shown = vanban_in(folder, &["show", "shown.json", "--stage", "tree"]);
        assert_eq!((shown.status, shown.err.as_str()), (0, ""));
        shown.out
    };
    let right = shown(&whole.to_string());
    let fields = whole.as_object_mut().unwrap();
    for name in ["kind", "format", "issuer", "place", "signature"].iter().chain(left_out) {
        fields.remove(*name);
    }
    let mut typist = Typist { text: fs::read_to_string(&file).unwrap(), typed: 0 };
    typist.fill(&whole, "  ");
    assert_eq!(shown(&typist.text), right, "{}", typist.text);
    let check = vanban_in(folder, &["check", "shown.json"]);
    assert_eq!(check.status, 0, "{}", check.out);
    typist.typed
}

fn office(folder: &Path, lines: &str) {
    fs::write(folder.join("vanban.toml"), lines).unwrap();
}

#[test]
fn the_secretary_fills_in_the_forum() {
    let folder = folder("new_forum");
    office(
        &folder,
        "profile = \"hd36\"\noffice = \"Chi bộ Phòng 7-9\"\nsuperior = \"Đảng bộ Viện kiểm sát nhân dân tỉnh Quảng Trị\"\nplace = \"Quảng Trị\"\nsigner = { name = \"Nguyễn Thị Hoa\", position = \"Phó Bí thư\" }\nrecipients = [\"Đảng ủy Viện kiểm sát nhân dân tỉnh (báo cáo)\", \"Các đảng viên Chi bộ\"]\narchive = \"Lưu Chi bộ\"\n",
    );
    // The topic is typed once.
    let typed = typed(
        &folder,
        &["minutes", "--session", "forum", "-o", "bien-ban.json"],
        "forum_minutes",
        &["subject"],
    );
    assert!(typed < 60, "{typed}");
}

#[test]
fn the_month_begins_with_a_notice_and_minutes() {
    let folder = folder("new_month");
    office(
        &folder,
        "office = \"Chi bộ thôn Đông\"\nsuperior = \"Đảng bộ xã Tân Lập\"\nplace = \"Tân Lập\"\nsigner = { name = \"Nguyễn Văn Bình\", position = \"Bí thư\" }\nrecipients = [\"Đảng ủy xã Tân Lập (để báo cáo)\", \"Các đảng viên Chi bộ\"]\narchive = \"Lưu Chi bộ\"\n",
    );
    let notice =
        typed(&folder, &["thông báo", "--session", "regular", "-o", "thong-bao.json"], "month_notice", &[]);
    let minutes = typed(
        &folder,
        &["bien-ban", "--session", "thường kỳ", "-o", "bien-ban.json"],
        "month_minutes",
        &["subject"],
    );
    assert!(notice + minutes < 70, "{notice} {minutes}");
}

#[test]
fn a_file_that_stands_is_kept() {
    let folder = folder("new_kept");
    let first = vanban_in(&folder, &["new", "biên bản"]);
    assert_eq!(first.status, 0, "{}", first.err);
    assert_eq!(
        first.out,
        "Đã ghi bien-ban.json. Mở tệp này, ghi vào giữa hai dấu nháy, lưu lại; rồi gõ:\n  \
         vanban check bien-ban.json   (xem còn thiếu gì)\n  \
         vanban render bien-ban.json -o .   (lập DOCX và PDF)\n"
    );
    let minutes = vanban_in(&folder, &["new", "minutes"]);
    assert_eq!(minutes.status, 0);
    assert!(
        minutes.err.starts_with(
            "biên bản: chưa ghi là của kỳ nào nên bản ghi có mục của mọi loại; muốn gọn hơn, hãy thêm --session với một \
             trong: "
        ) && minutes.err.contains("forum (diễn đàn"),
        "{}",
        minutes.err
    );
    assert_eq!(names(&folder), ["bien-ban-2.json", "bien-ban.json"]);
    let other = vanban_in(&folder, &["new", "minutes", "-o", "a.xlsx"]);
    assert_eq!(
        (other.status, other.err.as_str()),
        (
            1,
            "a.xlsx: biên bản có “căn cứ” gồm nhiều mục, mỗi mục lại có phần riêng: một dòng của bảng không ghi hết; hãy lập bản ghi JSON: vanban new minutes -o bien-ban.json\n"
        )
    );
    fs::write(folder.join("vanban.toml"), "").unwrap();
    for kind in ["invitation", "evaluation_form", "evaluation_summary", "ballot_paper", "opinion_form"] {
        for name in ["a.xls", "a", "vanban.toml"] {
            let other = vanban_in(&folder, &["new", kind, "-o", name, "--force"]);
            let said =
                format!("{name}: bản ghi để điền là tệp .json, bảng để điền là tệp .xlsx; hãy ghi tên như ");
            assert!(other.status == 1 && other.err.starts_with(&said), "{}", other.err);
        }
    }
    assert_eq!(fs::read_to_string(folder.join("vanban.toml")).unwrap(), "");
    fs::remove_file(folder.join("vanban.toml")).unwrap();
    assert_eq!(names(&folder), ["bien-ban-2.json", "bien-ban.json"]);
    let kept = vanban_in(&folder, &["new", "minutes", "-o", "bien-ban.json"]);
    assert_eq!(kept.status, 1);
    assert!(kept.err.starts_with("bien-ban.json: đã có tệp khác mang tên này, giữ nguyên; "), "{}", kept.err);
    assert_eq!(vanban_in(&folder, &["new", "minutes", "-o", "bien-ban.json", "--force"]).status, 0);
}

#[test]
fn what_is_missing_is_told_at_once() {
    let folder = folder("new_missing");
    vanban_in(&folder, &["new", "minutes", "--session", "regular", "-o", "a.json"]);
    let check = vanban_in(&folder, &["check", "a.json"]);
    assert_eq!(check.status, 1);
    let said = check.out + &check.err;
    for term in [
        "(tên cơ quan ban hành)",
        "(địa điểm)",
        "(giờ bắt đầu)",
        "(có mặt)",
        "chair (người chủ trì)",
        "agenda (nội dung cuộc họp)",
        "conclusions (kết luận)",
    ] {
        assert_eq!(said.matches(term).count(), 1, "{term}\n{said}");
    }
}

/// Who has the folder takes the parts of unfinished files for those of a run that broke off.
#[test]
fn a_record_waits_for_who_has_the_folder() {
    let folder = folder("new_waits");
    let lock = fs::File::create(folder.join(".vanban.lock")).unwrap();
    lock.lock().unwrap();
    let new = ["new", "notice", "--session", "regular", "-o", "thong-bao.json"];
    let mut waits =
        command().current_dir(&folder).args(new).stdin(Stdio::null()).stdout(Stdio::null()).spawn().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert_eq!((waits.try_wait().unwrap(), names(&folder)), (None, vec![]));
    drop(lock);
    assert!(waits.wait().unwrap().success());
    assert_eq!(names(&folder), ["thong-bao.json"]);
}
