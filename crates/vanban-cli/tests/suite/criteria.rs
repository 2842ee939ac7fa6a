//! `vanban criteria`: sets of one's own, in TOML and in JSON.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::{Run, command, folder, run, text, vanban};

fn inside(folder: &Path, arguments: &[&str]) -> Run {
    run(command().current_dir(folder).args(arguments).output().unwrap())
}

/// A folder with a province's set in both forms.
fn with_sets(name: &str) -> std::path::PathBuf {
    let folder = folder(name);
    for form in ["toml", "json"] {
        fs::write(folder.join(format!("bo.{form}")), text(&format!("tests/data/binh_giang_2026.{form}")))
            .unwrap();
    }
    folder
}

#[test]
fn sets_are_listed_shown_and_checked() {
    let list = vanban(&["criteria", "list"]).out;
    let at = list.find("an_phu_ward_2025_monthly ").unwrap();
    assert!(list[at..].lines().nth(1).unwrap().starts_with("  nguồn: "), "{list}");
    let made_up = list.find("constructed_thematic ").unwrap();
    assert!(list[made_up..].lines().skip(1).any(|line| line == "  bộ dựng làm mẫu"), "{list}");
    let unknown = vanban(&["criteria", "show", "an_phu"]);
    assert_eq!(unknown.status, 1);
    assert!(unknown.err.starts_with("không có bộ tiêu chí “an_phu”; hiện có: an_phu_ward_2025_monthly, "));
    let folder = folder("criteria");
    let (own, wrong) = (folder.join("bo.json"), folder.join("sai.json"));
    let set = text("templates/criteria/an_phu_ward_2025_monthly.json");
    fs::write(&own, format!("// của phường\n{}", set.replace("an_phu_ward_2025_monthly", "cua_toi")))
        .unwrap();
    fs::write(&wrong, set.replacen("\"max\": 5", "\"max\": 6", 1)).unwrap();
    let (own, wrong) = (own.to_str().unwrap(), wrong.to_str().unwrap());
    let both = vanban(&["criteria", "check", wrong, own]);
    let told: Vec<&str> = both.out.lines().filter(|line| !line.starts_with("  ")).collect();
    assert_eq!((both.status, told.len()), (1, 1), "{}", both.out);
    assert!(told[0].starts_with(&format!("{own}: “")), "{}", both.out);
    assert!(both.err.lines().all(|line| line.starts_with(wrong)), "{}", both.err);
}

#[test]
fn a_set_is_read_by_the_form_that_its_name_says() {
    let folder = with_sets("criteria_forms");
    for name in ["bo.toml", "bo.json"] {
        let sound = inside(&folder, &["criteria", "check", name]);
        assert_eq!((sound.status, sound.err.as_str()), (0, ""));
        assert_eq!(
            sound.out,
            format!(
                "{name}: “Bộ tiêu chí đánh giá chất lượng sinh hoạt chi bộ của tỉnh Bình Giang”, 4 nhóm, 11 tiêu chí, 100 điểm, \
                 chấm sinh hoạt thường kỳ, chuyên đề; các con số khớp nhau\n  bộ dựng làm mẫu\n  \
                 ghi chú: Tỉnh, tiêu chí và điểm đều tự đặt ra.\n"
            )
        );
        let list = inside(&folder, &["criteria", "list", "--criteria", name]).out;
        let own = "binh_giang_2026                  Bộ tiêu chí đánh giá chất lượng sinh hoạt chi bộ của tỉnh Bình Giang (100 điểm)\n  \
                   nguồn: Dựng làm mẫu cho câu chuyện own-form\n  bộ dựng làm mẫu\n";
        assert!(list.contains(own), "{list}");
    }
    let toml = fs::read_to_string(folder.join("bo.toml")).unwrap();
    let broken = toml.replacen("\"TỔNG CỘNG\"", "TỔNG CỘNG", 1).replacen("max = 8", "max 8", 1);
    fs::write(folder.join("hong.toml"), broken).unwrap();
    let check = inside(&folder, &["criteria", "check", "hong.toml"]);
    assert_eq!(
        (check.status, check.err.as_str()),
        (
            1,
            "hong.toml: lỗi: dòng 10, cột 15: chữ phải đặt trong dấu nháy kép [quy ước; shape.syntax]\n\
             hong.toml: lỗi: dòng 28, cột 5: thiếu dấu “=” và giá trị sau tên mục [quy ước; shape.syntax]\n"
        )
    );
    fs::copy(folder.join("bo.toml"), folder.join("sai.json")).unwrap();
    fs::copy(folder.join("bo.json"), folder.join("sai.toml")).unwrap();
    let wrong = inside(&folder, &["criteria", "check", "sai.json", "sai.toml"]);
    assert_eq!(
        wrong.err,
        "sai.json: lỗi: nội dung tệp ở dạng TOML; hãy đổi đuôi tên tệp thành .toml [quy ước; file.unreadable]\n\
         sai.toml: lỗi: nội dung tệp ở dạng JSON; hãy đổi đuôi tên tệp thành .json [quy ước; file.unreadable]\n"
    );
}

#[test]
fn what_is_shown_is_the_set_again() {
    let folder = with_sets("criteria_shown");
    fs::write(folder.join("vanban.toml"), "criteria = \"bo.toml\"\n").unwrap();
    let shown = inside(&folder, &["criteria", "show", "binh_giang_2026"]);
    assert_eq!((shown.status, shown.err.as_str()), (0, ""));
    fs::write(folder.join("lai.toml"), &shown.out).unwrap();
    let again = inside(&folder, &["criteria", "show", "binh_giang_2026", "--criteria", "lai.toml"]);
    assert_eq!(again.out, shown.out);
    assert!(shown.out.starts_with("format = 1\nid = \"binh_giang_2026\"\n"), "{}", shown.out);
    let json = inside(&folder, &["criteria", "show", "binh_giang_2026", "--json"]);
    let value = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    assert_eq!(value(&json.out), value(&fs::read_to_string(folder.join("bo.json")).unwrap()));
    let written = inside(&folder, &["criteria", "show", "binh_giang_2026", "-o", "moi.json"]);
    assert_eq!((written.status, written.err.as_str()), (0, "đã ghi moi.json\n"));
    assert_eq!(value(&fs::read_to_string(folder.join("moi.json")).unwrap()), value(&json.out));
}

/// Forms are the same whichever file names the set; that it is made up is said once, however many forms there are.
#[test]
fn forms_are_made_with_a_set_of_ones_own() {
    let folder = with_sets("criteria_forms_made");
    let form = |number: usize| {
        let name = format!("Chi bộ Khu phố {number}");
        json!({
            "kind": "evaluation_form", "format": 1, "scorer": "self",
            "issuer": {"superior": "Đảng bộ phường Bình An", "name": name},
            "place": "Bình An", "date": "06/6/2026", "criteria_set": "binh_giang_2026",
            "period": {"month": 6, "year": 2026}, "session": {"variant": "regular"},
        })
    };
    let forms: Vec<Value> = (1..=50).map(form).collect();
    let lines: Vec<String> = forms.iter().map(Value::to_string).collect();
    fs::write(folder.join("phieu.jsonl"), lines.join("\n")).unwrap();
    for (at, form) in forms.iter().take(2).enumerate() {
        fs::write(folder.join(format!("{at}.json")), form.to_string()).unwrap();
    }
    fs::write(folder.join("vanban.toml"), "criteria = \"bo.toml\"\n").unwrap();
    let said = "dựng làm mẫu";
    let render = inside(&folder, &["render", "0.json", "1.json", "-o", "toml"]);
    assert_eq!((render.status, render.err.matches(said).count()), (0, 1), "{}", render.err);
    fs::write(folder.join("vanban.toml"), "").unwrap();
    let json = inside(&folder, &["render", "0.json", "1.json", "-o", "json", "--criteria", "bo.json"]);
    assert_eq!(json.status, 0, "{}", json.err);
    let mut same = 0;
    for entry in fs::read_dir(folder.join("toml")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if !name.starts_with('.') {
            let read = |under: &str| fs::read(folder.join(under).join(&name)).unwrap();
            assert!(read("toml") == read("json"), "{name}");
            same += 1;
        }
    }
    assert_eq!(same, 4);
    let batch =
        inside(&folder, &["batch", "phieu.jsonl", "-o", "ra", "--criteria", "bo.toml", "--format", "pdf"]);
    assert_eq!((batch.status, batch.err.matches(said).count()), (0, 1), "{}", batch.err);
    let report = fs::read_to_string(folder.join("ra/bao-cao.csv")).unwrap();
    assert_eq!((report.matches(said).count(), report.lines().count()), (1, 51), "{report}");
}

#[test]
fn sets_of_one_id_are_told() {
    let folder = with_sets("criteria_twice");
    let same = inside(&folder, &["criteria", "list", "--criteria", "bo.toml", "--criteria", "bo.json"]);
    assert_eq!((same.status, same.err.as_str()), (0, ""));
    let own = text("tests/data/binh_giang_2026.json").replacen("tỉnh Bình Giang", "tỉnh An Bình", 1);
    fs::write(folder.join("bo.json"), own).unwrap();
    let two = inside(&folder, &["criteria", "list", "--criteria", "bo.toml", "--criteria", "bo.json"]);
    let said = "bo.json: bộ tiêu chí trùng id “binh_giang_2026” với bộ ở bo.toml; hãy đổi id của một bộ, hoặc bỏ một tệp\n";
    assert_eq!((two.status, two.err.as_str()), (1, said));
    let own = text("templates/criteria/an_phu_ward_2025_monthly.json");
    fs::write(folder.join("nhu-cu.json"), &own).unwrap();
    let same = inside(&folder, &["criteria", "list", "--criteria", "nhu-cu.json"]);
    assert_eq!((same.status, same.err.as_str()), (0, ""));
    let set = text("tests/data/binh_giang_2026.json").replace("binh_giang_2026", "an_phu_ward_2025_monthly");
    fs::write(folder.join("khac.json"), set).unwrap();
    let other = inside(&folder, &["criteria", "list", "--criteria", "khac.json"]);
    let said = "khac.json: cảnh báo: bộ tiêu chí này thay bộ có sẵn cùng id “an_phu_ward_2025_monthly”; nếu không định thay, hãy \
        đổi id\n";
    assert_eq!((other.status, other.err.as_str()), (0, said));
}
