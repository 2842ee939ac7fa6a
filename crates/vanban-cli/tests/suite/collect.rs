//! Forms that go out to be filled in, and come back.

use std::fs;

use super::{folder, names, vanban};

#[allow(dead_code, reason = "an example of the library uses more of it")]
#[path = "../../../../examples/common/fill.rs"]
mod fill;

/// A form of which nothing is filled in.
const BLANK: &str = r#"{"kind": "evaluation_form", "format": 1, "scorer": "self",
    "issuer": {"superior": "Đảng bộ phường An Phú", "name": "Chi bộ Khu phố 5"}, "place": "An Phú",
    "date": {"day": "by_hand", "month": 8, "year": 2026}, "criteria_set": "an_phu_ward_2025_monthly",
    "period": {"month": 8, "year": 2026}, "session": {"variant": "regular"}}"#;

#[test]
fn forms_come_back_each_told_with_its_place_and_none_is_changed() {
    let folder = folder("collect");
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    fs::write(folder.join("phieu.json"), BLANK).unwrap();
    let run = vanban(&["render", &at("phieu.json"), "-o", &at("gui"), "--format", "docx", "--fill-in"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let name = names(&folder.join("gui")).remove(0);
    let sent = fs::read(folder.join("gui").join(&name)).unwrap();
    fs::create_dir(folder.join("nop")).unwrap();
    let line = ["collect", &at("nop"), "--sent", &at("gui"), "-o", &at("ra")];
    // Nothing came.
    let run = vanban(&line);
    assert_eq!((run.status, run.err.as_str()), (1, ""));
    assert_eq!(run.out, "Mẫu 1: 0 đã nhận, 1 chưa nộp (Chi bộ Khu phố 5)\nđã đọc 0 tệp\n");
    // As it was sent, and one that is nobody's.
    fs::write(folder.join("nop/Thumbs.db"), b"x").unwrap();
    fs::write(folder.join("nop").join(&name), &sent).unwrap();
    let run = vanban(&line);
    assert_eq!(run.status, 1);
    assert_eq!(
        run.err,
        format!(
            "{name}: lỗi: chưa điền gì, vẫn như lúc gửi; hãy xin lại tệp đã điền [quy ước; returned.empty]\n"
        )
    );
    assert_eq!(run.out, "Mẫu 1: 0 đã nhận, 1 có lỗi\nđã đọc 1 tệp\n");
    // Filled in part.
    let part = fill::fill(&sent, &[("/session/members", "hai mươi"), ("/rows/1/self_score", "5")]).unwrap();
    fs::write(folder.join("nop").join(&name), &part).unwrap();
    let run = vanban(&line);
    assert_eq!(run.status, 1);
    assert!(run.err.contains(&format!("{name}: lỗi: tổng số đảng viên: ")), "{}", run.err);
    assert!(!run.err.contains("session") && !run.err.contains("/rows"), "{}", run.err);
    assert_eq!(fs::read(folder.join("nop").join(&name)).unwrap(), part);
    let report = fs::read_to_string(folder.join("ra/bao-cao.csv")).unwrap();
    assert!(report.contains("Chi bộ Khu phố 5, Mẫu 1;") && report.contains("bị từ chối"), "{report}");
}

#[test]
fn what_lies_beside_the_forms_stops_nothing() {
    let folder = folder("beside");
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    fs::write(folder.join("phieu.json"), BLANK).unwrap();
    vanban(&["render", &at("phieu.json"), "-o", &at("gui"), "--format", "docx", "--fill-in"]);
    let name = names(&folder.join("gui")).into_iter().find(|name| name.ends_with(".docx")).unwrap();
    let sent = fs::read(folder.join("gui").join(&name)).unwrap();
    fs::write(folder.join("gui/cong-van.docx"), b"x").unwrap();
    fs::create_dir_all(folder.join("nop/con")).unwrap();
    fs::write(folder.join("nop").join(&name), &sent).unwrap();
    // The folder of what came back is that of the results, too.
    for _ in 0..2 {
        let run = vanban(&["collect", &at("nop"), "--sent", &at("gui"), "-o", &at("nop")]);
        assert_eq!(run.status, 1);
        assert!(run.err.contains("cong-van.docx: không phải tệp đã gửi để điền: bỏ qua"), "{}", run.err);
        assert!(run.err.contains("con: là thư mục con, chưa đọc"), "{}", run.err);
        assert_eq!(run.out, "Mẫu 1: 0 đã nhận, 1 có lỗi\nđã đọc 1 tệp\n");
    }
}

/// A name may hold what commands the terminal.
#[test]
#[cfg(unix)]
fn names_of_files_command_no_terminal() {
    let folder = folder("names");
    fs::write(folder.join("a\u{1b}[31m\u{202e}b.docx"), b"x").unwrap();
    let run = vanban(&["collect", folder.to_str().unwrap(), "-o", folder.join("ra").to_str().unwrap()]);
    assert!(run.err.starts_with("a\\u001b[31m\\u202eb.docx: lỗi: đây không phải là tệp Word"), "{}", run.err);
}

#[test]
fn a_paper_with_nothing_to_fill_in_is_told() {
    let folder = folder("nothing");
    let run = vanban(&[
        "render",
        "examples/data/resolution_numbered.json",
        "-o",
        folder.to_str().unwrap(),
        "--fill-in",
    ]);
    assert_eq!(run.status, 0);
    assert_eq!(
        run.err,
        "examples/data/resolution_numbered.json: không có chỗ nào để điền: văn bản đã ghi đủ và không phải dự thảo\n"
    );
}

#[test]
fn a_corrected_draft_gives_its_record_and_loses_it() {
    let folder = folder("corrected");
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let run = vanban(&[
        "render",
        "tests/cases/draft_smallest.json",
        "-o",
        &at("gui"),
        "--format",
        "docx",
        "--fill-in",
    ]);
    assert_eq!(run.status, 0, "{}", run.err);
    let path = folder.join("gui").join(names(&folder.join("gui")).remove(0));
    let sent = fs::read(&path).unwrap();
    let run = vanban(&["extract", path.to_str().unwrap()]);
    let record = run.out;
    fs::write(&path, fill::fill(&sent, &[("/sections/0/paragraphs/0", "Sửa trong Word.")]).unwrap()).unwrap();
    let run = vanban(&["extract", path.to_str().unwrap()]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert!(run.out.contains("\"Sửa trong Word.\"") && run.out != record, "{}", run.out);
    assert_eq!(vanban(&["strip", path.to_str().unwrap(), "-o", &at("sach.docx")]).status, 0);
    assert!(fill::part(&fs::read(folder.join("sach.docx")).unwrap(), "customXml/item1.xml").is_err());
    assert_eq!(vanban(&["extract", &at("sach.docx")]).status, 1);
}

#[test]
fn only_the_list_is_made_of_forms() {
    let run = vanban(&["collect", "examples", "--to", "minutes", "-o", "ra"]);
    assert_eq!(run.status, 1);
    assert_eq!(
        run.err,
        "từ các tệp nộp về chưa lập được biên bản; hãy ghi --to evaluation_summary (danh sách tổng hợp) \
         hoặc --to comments (bảng tổng hợp ý kiến), hoặc bỏ --to\n"
    );
}
