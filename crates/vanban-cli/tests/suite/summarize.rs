//! `vanban summarize`: one list of the forms of a period.

use std::fs;
use std::io::Read as _;
use std::path::Path;

use serde_json::{Value, json};

use super::{Run, case, command, folder, names, run};

const OFFICE: &str = "office = \"Đảng ủy phường An Phú\"\nsuperior = \"Đảng bộ tỉnh An Giang\"\nplace = \"An Phú\"\n\
                      signer = { name = \"Trần Thị Lan\", position = \"Bí thư\" }\narchive = \"Lưu Đảng ủy\"\n";

/// The form of a chi bộ, of a session in 2026.
fn form(branch: &str, month: u32, day: u32) -> Value {
    let mut form: Value = serde_json::from_str(&case("evaluation_form")).unwrap();
    form["issuer"]["name"] = json!(branch);
    form["period"]["month"] = json!(month);
    form["held"] = json!({"day": day, "month": month, "year": 2026});
    form["date"] = json!({"day": 28, "month": month, "year": 2026});
    form
}

/// A blank Mẫu 2 of the same session.
fn second(form: &Value) -> Value {
    let mut second = form.clone();
    second["scorer"] = json!("superior");
    second["branch"] = form["issuer"]["name"].clone();
    second["issuer"] = json!({"superior": "Đảng bộ tỉnh An Giang", "name": "Đảng ủy phường An Phú"});
    for field in ["rows", "strengths", "shortcomings", "remedies", "signature"] {
        second.as_object_mut().unwrap().remove(field);
    }
    second
}

/// A folder as a batch leaves it.
fn batch(folder: &Path, forms: &[Value], report: &str) {
    fs::create_dir_all(folder).unwrap();
    let records: String = forms.iter().map(|form| format!("{form}\n")).collect();
    fs::write(folder.join("records.jsonl"), records).unwrap();
    fs::write(folder.join("bao-cao.csv"), format!("\u{feff}Bản ghi;Tệp;Kết quả;Cần xem\r\n{report}"))
        .unwrap();
}

fn summarize(folder: &Path, arguments: &[&str]) -> Run {
    run(command().current_dir(folder).arg("summarize").args(arguments).output().unwrap())
}

/// The words of the list in a folder, one space between any two.
fn words(folder: &Path) -> String {
    let name =
        names(folder).into_iter().find(|name| name.starts_with("danh-sach") && name.ends_with(".docx"));
    let mut package = zip::ZipArchive::new(fs::File::open(folder.join(name.unwrap())).unwrap()).unwrap();
    let mut xml = String::new();
    package.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let mut text = String::new();
    for piece in xml.replace("</w:p>", " </w:p>").split('<') {
        text += piece.split_once('>').map_or("", |(_, text)| text);
    }
    text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_month_from_the_folder_of_a_batch() {
    let folder = folder("summarize-month");
    fs::write(folder.join("vanban.toml"), OFFICE).unwrap();
    let forms = [form("Chi bộ Khu phố 5", 6, 3), form("Chi bộ Khu phố 2", 6, 4)];
    batch(
        &folder.join("thang-6"),
        &[forms[0].clone(), second(&forms[0]), forms[1].clone(), second(&forms[1])],
        "",
    );
    let run = summarize(&folder, &["thang-6", "--of", "month"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{}", run.out);
    assert!(
        run.out.ends_with(
            "\ndanh sách đề ngày 28/6/2026, là ngày của phiếu cuối cùng; muốn đề ngày khác, hãy thêm --date và ngày ấy\n\
             tháng 6 năm 2026: 2 chi bộ, 2 kỳ sinh hoạt: Tốt 2, Khá 0, Trung bình 0, Kém 0\n"
        ),
        "{}",
        run.out
    );
    let found: Vec<String> =
        names(&folder.join("thang-6")).into_iter().filter(|it| it.starts_with("danh")).collect();
    assert_eq!(found.len(), 2, "{found:?}");
    let text = words(&folder.join("thang-6"));
    for part in [
        "ĐẢNG BỘ TỈNH AN GIANG",
        "An Phú, ngày 28 tháng 6 năm 2026",
        "1 Chi bộ Khu phố 5 23/26 03/6/2026",
        "2 Chi bộ Khu phố 2 23/26 04/6/2026",
        "Tổng số: 52 đảng viên (trong đó, có mặt 46 đồng chí, đạt 95,83% của 48 đồng chí được triệu tập).",
        "T/M ĐẢNG ỦY BÍ THƯ Trần Thị Lan",
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    // The same again changes nothing; a file that somebody wrote to is kept.
    assert_eq!(summarize(&folder, &["thang-6", "--of", "month"]).status, 0);
    fs::write(folder.join("thang-6").join(&found[0]), "x").unwrap();
    let run = summarize(&folder, &["thang-6", "--of", "month"]);
    assert!(run.status == 1 && run.err.contains("giữ nguyên"), "{}", run.err);
    assert_eq!(summarize(&folder, &["thang-6", "--of", "month", "--force"]).status, 0);
}

/// The list takes the day of the last form, so forms whose day is to be written by hand give none.
#[test]
fn a_list_without_a_day_asks_for_it() {
    let folder = folder("summarize-undated");
    fs::write(folder.join("vanban.toml"), OFFICE).unwrap();
    let mut undated = form("Chi bộ Khu phố 5", 6, 3);
    undated["date"]["day"] = json!("by_hand");
    batch(&folder.join("thang-6"), &[undated], "");
    let run = summarize(&folder, &["thang-6", "--of", "month"]);
    let said = "danh sách chưa có ngày lập, vì không phiếu nào ghi đủ ngày, tháng, năm; hãy thêm --date và ngày lập, ví dụ \
                --date 30/6/2026\n";
    assert_eq!((run.status, run.err.as_str()), (1, said));
    assert_eq!(summarize(&folder, &["thang-6", "--of", "month", "--date", "30/6/2026"]).status, 0);
}

#[test]
fn a_chi_bo_that_met_twice_has_two_rows_and_is_told() {
    let folder = folder("summarize-twice");
    fs::write(folder.join("vanban.toml"), OFFICE).unwrap();
    batch(&folder.join("thang-6"), &[form("Chi bộ Khu phố 3", 6, 4), form("Chi bộ Khu phố 5", 6, 3)], "");
    fs::write(folder.join("hop-them.jsonl"), form("Chi Bộ Khu  phố 3 ", 6, 25).to_string()).unwrap();
    let run = summarize(&folder, &["thang-6", "hop-them.jsonl", "--of", "month"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(run.err.contains("có 02 kỳ sinh hoạt trong tháng 6"), "{}", run.err);
    let text = words(&folder.join("thang-6"));
    let [first, again, other] = ["04/6/2026", "25/6/2026", "03/6/2026"]
        .map(|day| text.find(day).unwrap_or_else(|| panic!("{day}: {text}")));
    assert!(first < again && again < other, "{text}");
    assert!(text.contains("Tổng số: 52 đảng viên (trong đó, có mặt 46 đồng chí"), "{text}");
}

#[test]
fn refused_rows_are_named_and_nothing_is_made() {
    let folder = folder("summarize-refused");
    fs::write(folder.join("vanban.toml"), OFFICE).unwrap();
    let report = "Tháng 6, dòng 14;;bị từ chối;ô AU14, Chi bộ Khu phố 8: chưa rõ\r\nTháng 6, dòng 16;;bỏ qua;đang ẩn\r\n";
    batch(&folder.join("thang-6"), &[form("Chi bộ Khu phố 5", 6, 3)], report);
    let run = summarize(&folder, &["thang-6", "--of", "month"]);
    assert_eq!(run.status, 1);
    assert_eq!(
        run.err,
        "còn thiếu: thang-6: Tháng 6, dòng 14: ô AU14, Chi bộ Khu phố 8: chưa rõ\n1 phiếu bị từ chối chưa có trong danh \
         sách; hãy sửa rồi lập lại phiếu, hoặc thêm --partial để lập danh sách thiếu\n"
    );
    assert_eq!(names(&folder.join("thang-6")), ["bao-cao.csv", "records.jsonl"]);
    assert_eq!(summarize(&folder, &["thang-6", "--of", "month", "--partial"]).status, 0);
    fs::write(folder.join("thang-6/.vanban-batch.jsonl"), "").unwrap();
    let run = summarize(&folder, &["thang-6", "--of", "month"]);
    assert!(run.err.contains("chưa xong; chạy lại lệnh đó với --resume"), "{}", run.err);
}

#[test]
fn a_quarter_and_a_year_of_several_months() {
    let folder = folder("summarize-quarter");
    fs::write(folder.join("vanban.toml"), OFFICE).unwrap();
    let names = ["Chi bộ Khu phố 5", "Chi bộ Khu phố 2"];
    batch(
        &folder.join("thang-5"),
        &["Chi bộ Khu  phố 5 ", "Chi Bộ Khu Phố 2"].map(|name| form(name, 5, 28)),
        "",
    );
    batch(&folder.join("thang-6"), &names.map(|name| form(name, 6, 3)), "");
    let run = summarize(&folder, &["thang-5", "thang-6", "--of", "quarter", "-o", "quy-2"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert_eq!(run.err.matches("tháng 4").count(), 1, "{}", run.err);
    let text = words(&folder.join("quy-2"));
    assert!(text.contains("quý II năm 2026") && text.contains("Tổng số: 02 chi bộ"), "{text}");
    let run = summarize(&folder, &["thang-5", "thang-6", "--of", "year", "-o", "nam"]);
    assert_eq!(run.status, 0, "{}", run.err);
    let text = words(&folder.join("nam"));
    assert!(text.contains("1 Chi bộ Khu phố 5 2") && text.contains("chưa xếp loại: 02."), "{text}");
    assert_eq!(run.err.matches("quy tắc xếp loại năm").count(), 1, "{}", run.err);
    let run = summarize(&folder, &["thang-5", "thang-6", "--of", "month", "-o", "thang"]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("các phiếu thuộc nhiều kỳ: tháng 5 năm 2026, tháng 6 năm 2026;"), "{}", run.err);
    assert_eq!(summarize(&folder, &["thang-5", "thang-6", "--of", "half", "-o", "nua-nam"]).status, 0);
    assert!(words(&folder.join("nua-nam")).contains("6 tháng đầu năm 2026"));
}

#[test]
fn what_the_list_lacks_is_told_at_once() {
    let folder = folder("summarize-office");
    batch(&folder.join("thang-6"), &[form("Chi bộ Khu phố 5", 6, 3)], "");
    let run = summarize(&folder, &["thang-6", "--of", "month"]);
    assert_eq!(run.status, 1);
    assert_eq!(
        run.err,
        "danh sách còn thiếu nơi lập: ghi vào vanban.toml, mỗi mục một dòng: office = \"Đảng uỷ phường …\", superior = \
         \"Đảng bộ tỉnh …\", place = \"…\", archive = \"Lưu Đảng uỷ\"; hoặc thêm vào lệnh --office, --superior, --place, \
         --recipient\n"
    );
    let said =
        ["--office", "Đảng uỷ phường An Phú", "--superior", "Đảng bộ tỉnh An Giang", "--place", "An Phú"];
    let more = ["--recipient", "Lưu Đảng uỷ", "--signer", "Lê Văn Ba", "--date", "30/6/2026"];
    let run = summarize(&folder, &[&["thang-6", "--of", "month"], &said[..], &more[..]].concat());
    assert_eq!(run.status, 0, "{}", run.err);
    let text = words(&folder.join("thang-6"));
    assert!(text.contains("ngày 30 tháng 6 năm 2026") && text.contains("BÍ THƯ Lê Văn Ba"), "{text}");
    fs::write(folder.join("vanban.toml"), "ofice = 1\n").unwrap();
    let run = summarize(&folder, &["thang-6", "--of", "month"]);
    assert!(run.status == 1 && run.err.contains("dòng 1: không có mục “ofice”"), "{}", run.err);
    fs::remove_file(folder.join("vanban.toml")).unwrap();
    fs::write(folder.join("bang.doc"), "x").unwrap();
    let run = summarize(&folder, &["bang.doc", "--of", "month"]);
    assert!(run.status == 1 && run.err.contains("phải kết thúc bằng .xlsx, .ods, .csv"), "{}", run.err);
}

/// Problems of forms, and of a list that nobody wrote: by chi bộ, file, row and term; the same one once; forms counted.
#[test]
fn problems_are_told_as_an_office_reads_them() {
    let folder = folder("summarize-problems");
    fs::write(folder.join("vanban.toml"), OFFICE).unwrap();
    let lines = |forms: &[Value]| forms.iter().map(|form| format!("{form}\n")).collect::<String>();
    let mut forms = [1, 2, 3].map(|number| form(&format!("Chi bộ Khu phố {number}"), 6, 3));
    for wrong in &mut forms[1..] {
        wrong["rows"][0]["self_score"] = 99.into();
    }
    fs::write(folder.join("a.jsonl"), lines(&forms)).unwrap();
    let run = summarize(&folder, &["a.jsonl", "--of", "month", "-o", "ra"]);
    assert_eq!(run.status, 1);
    assert_eq!(
        run.err,
        "lỗi, 2 chỗ: Chi bộ Khu phố 2 (a.jsonl, dòng 2), Chi bộ Khu phố 3 (a.jsonl, dòng 3): điểm tự chấm, dòng 1: tiêu \
         chí 1.1 chấm 99 điểm, quá điểm tối đa là 5 [quy ước; rows.above_max]\n"
    );
    for wrong in &mut forms[1..] {
        wrong["rows"][0]["slf"] = 1.into();
        wrong["plce"] = 1.into();
    }
    fs::write(folder.join("b.jsonl"), lines(&forms)).unwrap();
    let run = summarize(&folder, &["b.jsonl", "--of", "month", "-o", "ra"]);
    let told: Vec<&str> = run.err.lines().collect();
    // What cannot be read, and beside it what the rules find.
    assert_eq!(told.len(), 4, "{}", run.err);
    assert!(told[2].contains("điểm tự chấm, dòng 1: tiêu chí 1.1 chấm 99 điểm"), "{}", run.err);
    assert!(!run.err.contains("rows[") && told[3].starts_with("2 phiếu bị từ chối"), "{}", run.err);
    let run =
        summarize(&folder, &["b.jsonl", "--of", "month", "-o", "ra", "--partial", "--date", "31/2/2026"]);
    let last = run.err.lines().last().unwrap();
    assert_eq!(
        last,
        "--date: lỗi: ngày, tháng, năm: ngày 31/2/2026 không có trong lịch [quy ước; shape.no_such_value]"
    );
}
