//! How papers are made: what `vanban.toml` and the options say of guidance, wording, criteria sets and faces; and
//! records as people write them.

use std::fs;
use std::path::Path;

use super::{Run, case, command, folder, project, run, text};

/// The command, in a folder.
pub(super) fn vanban_in(folder: &Path, arguments: &[&str]) -> Run {
    run(command().current_dir(folder).args(arguments).output().unwrap())
}

/// What `show` prints of a record in the folder.
fn shown(folder: &Path, more: &[&str]) -> String {
    let shown = vanban_in(folder, &[&["show", "a.json"], more].concat());
    assert_eq!((shown.status, shown.err.as_str()), (0, ""));
    shown.out
}

#[test]
fn the_guidance_is_said_once() {
    let folder = folder("setup_profile");
    let record = case("evaluation_self").replace("  \"profile\": \"hd36\",\n", "");
    assert!(!record.contains("profile"));
    fs::write(folder.join("a.json"), record).unwrap();
    let new = vanban_in(&folder, &["check", "a.json"]);
    assert!(new.out.contains("date.before_profile"), "{}", new.out);
    fs::write(folder.join("vanban.toml"), "profile = \"36-HD/VPTW\"\n").unwrap();
    let old = vanban_in(&folder, &["check", "a.json"]);
    assert!(!old.out.contains("date.before_profile"), "{}", old.out);
    let over = vanban_in(&folder, &["check", "a.json", "--profile", "hd05"]);
    assert_eq!(over.out, new.out);
    let wrong = vanban_in(&folder, &["check", "a.json", "--profile", "hd5"]);
    assert_eq!(
        wrong.err.lines().next().unwrap(),
        "--profile <HƯỚNG DẪN>: không nhận “hd5”: không có hướng dẫn “hd5”; hãy ghi hd05 (05-HD/VPTW, từ 27/5/2026) hoặc hd36 (36-HD/VPTW, trước đó)"
    );
}

#[test]
fn a_wording_of_the_offices_own_is_taken() {
    let folder = folder("setup_wording");
    fs::write(folder.join("a.json"), case("notice")).unwrap();
    assert!(shown(&folder, &[]).contains("T/M CHI BỘ"));
    fs::create_dir_all(folder.join("lời văn")).unwrap();
    let own = text("templates/notice.hbs") + "\n<p>Câu của cơ quan.</p>\n";
    fs::write(folder.join("lời văn/notice.hbs"), &own).unwrap();
    fs::write(folder.join("vanban.toml"), "wording = \"lời văn\"\n").unwrap();
    assert!(shown(&folder, &[]).contains("Câu của cơ quan."));
    fs::remove_file(folder.join("vanban.toml")).unwrap();
    assert!(shown(&folder, &["--wording", "lời văn"]).contains("Câu của cơ quan."));
    // What is wrong with it is told before anything is made, of each file.
    fs::write(folder.join("lời văn/notice.hbs"), "{{khong_co}}").unwrap();
    fs::write(folder.join("lời văn/thu.hbs"), "<p>a</p>").unwrap();
    let wrong = vanban_in(&folder, &["show", "a.json", "--wording", "lời văn"]);
    let lines: Vec<&str> = wrong.err.lines().collect();
    let [first, second] = lines[..] else { panic!("{}", wrong.err) };
    assert!(first.contains("notice.hbs: dòng 1, cột 1: không có mục “khong_co”; hãy "), "{first}");
    assert!(
        second.contains("thu.hbs: không có loại văn bản nào tên ấy; hãy dùng một trong: resolution, "),
        "{second}"
    );
    assert_eq!(wrong.status, 1);
    let none = vanban_in(&folder, &["show", "a.json", "--wording", "không có"]);
    assert!(none.err.starts_with("không có: "), "{}", none.err);
    assert!(!none.err.contains("os error"), "{}", none.err);
}

#[test]
fn a_criteria_set_of_the_offices_own_is_taken() {
    let folder = folder("setup_criteria");
    let set = text("templates/criteria/constructed_hd12_regular.json")
        .replace("constructed_hd12_regular", "cua_toi");
    fs::write(folder.join("bo.json"), format!("// bộ của cơ quan\n{set}")).unwrap();
    let form = case("evaluation_self").replace("constructed_hd12_regular", "cua_toi");
    fs::write(folder.join("a.json"), form).unwrap();
    let unknown = vanban_in(&folder, &["check", "a.json"]);
    assert_eq!(unknown.status, 1, "{}", unknown.out);
    let known = vanban_in(&folder, &["check", "a.json", "--criteria", "bo.json"]);
    assert_eq!((known.status, known.err.as_str()), (0, ""), "{}", known.out);
    fs::write(folder.join("vanban.toml"), "criteria = \"bo.json\"\n").unwrap();
    assert_eq!(vanban_in(&folder, &["check", "a.json"]).status, 0);
    let none = vanban_in(&folder, &["check", "a.json", "--criteria", "x.json"]);
    assert_eq!(none.err, "x.json: không có tệp này; hãy kiểm tra lại tên và đường dẫn\n");
}

#[test]
fn faces_of_the_offices_own_are_taken() {
    let folder = folder("setup_fonts");
    fs::write(folder.join("a.json"), case("notice")).unwrap();
    let fonts = folder.join("phông");
    fs::create_dir_all(&fonts).unwrap();
    for style in ["Regular", "Bold", "Italic", "BoldItalic"] {
        let name = format!("LiberationSerif-{style}.ttf");
        fs::copy(project("fonts").join(&name), fonts.join(&name)).unwrap();
    }
    fs::write(folder.join("vanban.toml"), "fonts = \"phông\"\n").unwrap();
    shown(&folder, &[]);
    fs::remove_file(fonts.join("LiberationSerif-BoldItalic.ttf")).unwrap();
    let lacks = vanban_in(&folder, &["show", "a.json"]);
    assert_eq!(
        lacks.err,
        "vanban.toml: fonts: không tìm thấy kiểu đậm nghiêng của phông chữ “Liberation Serif”; ghi tên phông đã cài vào máy, hoặc thư mục có đủ bốn tệp .ttf\n"
    );
    fs::write(folder.join("vanban.toml"), "fonts = \"Không Có Phông Này\"\n").unwrap();
    let unknown = vanban_in(&folder, &["show", "a.json"]);
    assert!(unknown.err.contains("kiểu thường của phông chữ “Không Có Phông Này”"), "{}", unknown.err);
}

#[test]
fn records_are_read_as_people_write_them() {
    let folder = folder("setup_json");
    let plain = case("notice");
    let commented = plain.replacen('{', "{ // thông báo\n  /* của chi bộ */", 1);
    fs::write(folder.join("a.json"), &plain).unwrap();
    let expected = shown(&folder, &[]);
    fs::write(folder.join("a.json"), &commented).unwrap();
    assert_eq!(shown(&folder, &[]), expected);
    // As Windows redirects it.
    let wide: Vec<u8> = format!("\u{feff}{plain}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(folder.join("a.json"), wide).unwrap();
    assert_eq!(shown(&folder, &[]), expected);
}

/// What Windows redirects or Notepad saves as Unicode is in UTF-16.
#[test]
fn every_file_of_text_may_be_in_utf16() {
    let folder = folder("setup_utf16");
    let write = |name: &str, text: &str| {
        let wide = format!("\u{feff}{}", text.trim_start_matches('\u{feff}'));
        let wide: Vec<u8> = wide.encode_utf16().flat_map(u16::to_le_bytes).collect();
        fs::write(folder.join(name), wide).unwrap();
    };
    fs::create_dir_all(folder.join("lời văn")).unwrap();
    fs::write(folder.join("a.json"), case("notice")).unwrap();
    write("lời văn/notice.hbs", &(text("templates/notice.hbs") + "\n<p>Câu của cơ quan.</p>\n"));
    write("vanban.toml", "wording = \"lời văn\"\n");
    assert!(shown(&folder, &[]).contains("Câu của cơ quan."));
    let set = vanban_in(&folder, &["criteria", "show", "an_phu_ward_2025_monthly", "--json"]).out;
    write("bo.json", &set.replace("\"id\": \"an_phu_ward_2025_monthly\"", "\"id\": \"cua_toi\""));
    let check = vanban_in(&folder, &["criteria", "check", "bo.json"]);
    assert_eq!((check.status, check.err.as_str()), (0, ""));
    let list = vanban_in(&folder, &["criteria", "list", "--criteria", "bo.json"]);
    assert!(list.out.contains("cua_toi"), "{}{}", list.out, list.err);
    fs::write(folder.join("bang.csv"), "Trích yếu\nvề việc A\n").unwrap();
    write("cot.toml", "kind = \"notice\"\n[columns]\nlạ = \"subject\"\n");
    let batch = vanban_in(&folder, &["batch", "bang.csv", "--map", "cot.toml", "-o", "ra"]);
    assert!(!batch.err.contains("UTF-8"), "{}", batch.err);
}
