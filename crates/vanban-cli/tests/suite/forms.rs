//! Forms of an office's own: `vanban form`, `--form`, `forms/` beside `vanban.toml`, `--as`.

use std::fs;
use std::path::{Path, PathBuf};

use lopdf::Document as Pdf;

use super::{Run, command, folder, names, project, run};

fn inside(folder: &Path, arguments: &[&str]) -> Run {
    run(command().current_dir(folder).args(arguments).output().unwrap())
}

/// Copies a folder of files.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file())
    {
        fs::copy(&entry, to.join(entry.file_name().unwrap())).unwrap();
    }
}

/// A folder with the tests' forms and the office's sheets.
fn desk(name: &str) -> PathBuf {
    let desk = folder(name);
    for form in ["giay-khen", "cam-ket", "danh-sach"] {
        copy(&project(&format!("tests/forms/{form}")), &desk.join(form));
    }
    fs::copy(project("examples/data/emblem.png"), desk.join("giay-khen/emblem.png")).unwrap();
    copy(&project("tests/forms"), &desk);
    desk
}

#[test]
fn a_new_form_is_whole_and_renders() {
    let desk = folder("form-new");
    let made = inside(&desk, &["form", "new", "giay-khen"]);
    assert_eq!((made.status, made.err.as_str()), (0, ""));
    assert!(
        made.out.starts_with("Đã tạo mẫu giay-khen. Sửa giay-khen/form.toml và giay-khen/body.hbs"),
        "{}",
        made.out
    );
    assert_eq!(names(&desk.join("giay-khen")), ["body.hbs", "example.json", "form.toml"]);
    let toml = fs::read_to_string(desk.join("giay-khen/form.toml")).unwrap();
    let unexplained: Vec<&str> =
        toml.lines().filter(|line| !line.is_empty() && !line.contains('#')).collect();
    assert_eq!(unexplained, [""; 0]);
    assert_eq!(inside(&desk, &["form", "check", "giay-khen"]).out, "giay-khen: không phát hiện lỗi\n");
    let rendered = inside(&desk, &["render", "giay-khen/example.json", "--form", "giay-khen", "-o", "thu"]);
    assert_eq!((rendered.status, rendered.err.as_str()), (0, ""));
    assert_eq!(names(&desk.join("thu")), ["giay-khen-nguyen-thi-binh.docx", "giay-khen-nguyen-thi-binh.pdf"]);
    let again = inside(&desk, &["form", "new", "giay-khen"]);
    assert_eq!(
        (again.status, again.err.as_str()),
        (1, "giay-khen: đã có, giữ nguyên; hãy đặt tên khác cho mẫu mới\n")
    );
}

#[test]
fn a_form_of_the_house_is_one_to_start_from() {
    let desk = folder("form-from");
    let made = inside(&desk, &["form", "new", "khen", "--from", "giấy khen"]);
    assert_eq!((made.status, made.err.as_str()), (0, ""));
    assert_eq!(inside(&desk, &["form", "check", "khen"]).out, "khen: không phát hiện lỗi\n");
    let none = inside(&desk, &["form", "new", "ke-hoach", "--from", "kế hoạch"]);
    let said = "“plan” không phải một mẫu có sẵn dạng thư mục; hãy bỏ --from để tạo mẫu mới\n";
    assert_eq!((none.status, none.err.as_str()), (1, said));
}

#[test]
fn every_fault_of_a_form_is_told_with_its_file() {
    let desk = desk("form-check");
    let toml = desk.join("cam-ket/form.toml");
    let text = fs::read_to_string(&toml).unwrap();
    let text =
        text.replace("label = \"Chức vụ chuyên môn\", type = \"text\"", "label = \"Chức vụ chuyên môn\"");
    fs::write(&toml, text + "\n[styles]\nto = { size = 72 }\n").unwrap();
    let body = desk.join("cam-ket/body.hbs");
    let text = fs::read_to_string(&body).unwrap();
    fs::write(&body, text.replace("{{ho_ten}}", "{{ho_tenn}}").replace("{{chuc_vu}}</p>", "{{chuc_vu}}"))
        .unwrap();
    let told = inside(&desk, &["form", "check", "cam-ket"]);
    assert_eq!((told.status, told.out.as_str()), (1, ""));
    let path = |file: &str| Path::new("cam-ket").join(file).display().to_string();
    let (toml, body) = (path("form.toml"), path("body.hbs"));
    assert_eq!(
        told.err.lines().collect::<Vec<_>>(),
        [
            format!(
                "{toml}, dòng 16, cột 1: mục “chuc_vu” chưa có type; hãy ghi type = \"…\", một trong: text, list, date, number, \
                 yes_no, person, choice, sections, table"
            ),
            format!("{toml}, dòng 32, cột 15: size: 72 không được; hãy ghi một số từ 10 đến 60"),
            format!("{body}, dòng 1, cột 15: không có mục “ho_tenn”; có phải “ho_ten”?"),
            format!(
                "{body}, dòng 6, cột 1: <heading> không đặt trong <p> được; hãy ghi </p> trước (<p> mở từ dòng 5, cột 1)"
            ),
        ]
    );
    let rendered = inside(&desk, &["render", "cam-ket/example.json", "--form", "cam-ket", "-o", "thu"]);
    assert_eq!(rendered.err, told.err, "a form that is wrong makes nothing");
    assert!(!desk.join("thu").exists() || names(&desk.join("thu")).is_empty());
}

#[test]
fn a_form_is_drawn_and_its_fields_are_listed() {
    let desk = desk("form-show");
    let shown = inside(&desk, &["form", "show", "giay-khen"]);
    assert_eq!((shown.status, shown.err.as_str()), (0, ""));
    let picture = Path::new("giay-khen").join("giay-khen-1.png").display().to_string();
    assert_eq!(
        shown.out,
        format!(
            "loai                 Loại (một trong: tập thể | cá nhân)\n\
             ten                  Tên tập thể, cá nhân (chữ, bắt buộc)\n\
             don_vi               Chức vụ, đơn vị (chữ, bắt buộc)\n\
             hinh_thuc            Hình thức (một trong: Giấy khen)\n\
             so_vang              Số sổ vàng (chữ)\n\
             {picture}\n"
        )
    );
    let png = fs::read(desk.join("giay-khen/giay-khen-1.png")).unwrap();
    // 842 × 595 pt at 144 dots an inch.
    assert_eq!((&png[1..4], &png[16..24]), (&b"PNG"[..], &[0, 0, 6, 148, 0, 0, 4, 167][..]));
    // What it drew itself it replaces; its own picture is no picture of the form.
    assert_eq!(inside(&desk, &["form", "show", "giay-khen"]).status, 0);
}

#[test]
fn fifty_certificates_come_from_a_sheet_without_a_mapping() {
    let desk = desk("form-batch");
    let arguments = ["--form", "giay-khen", "-o", "ra", "--merge", "in.pdf", "--format", "pdf"];
    let refused = inside(&desk, &[&["batch", "khen-thuong.csv"], &arguments[..]].concat());
    assert_eq!(refused.status, 1);
    assert!(refused.out.contains("48 văn bản đã làm, 2 bản ghi bị từ chối"), "{}", refused.out);
    assert_eq!(
        refused.err,
        "khen-thuong.csv: dòng 18: lỗi: cột “Tên tập thể, cá nhân” (C18): chưa ghi; hãy ghi vào ô này [quy ước; \
         shape.missing_field]\n\
         khen-thuong.csv: dòng 34 (Phạm Văn Lâm): lỗi: cột “Hình thức” (E34), “Bằng khen”: không có lựa chọn “Bằng khen”; \
         hãy chọn một trong: Giấy khen [quy ước; shape.unknown_value]\n"
    );
    let report = fs::read_to_string(desk.join("ra/bao-cao.csv")).unwrap();
    assert_eq!(report.matches("bị từ chối").count(), 2, "{report}");
    let arguments = ["--form", "giay-khen", "-o", "ra2", "--merge", "in.pdf", "--format", "pdf"];
    let made = inside(&desk, &[&["batch", "khen-thuong-da-sua.csv"], &arguments[..]].concat());
    assert_eq!((made.status, made.err.as_str()), (0, ""));
    assert_eq!(Pdf::load(desk.join("ra2/in.pdf")).unwrap().get_pages().len(), 50);
    assert!(desk.join("ra2/giay-khen-21-bui-van-binh.pdf").exists(), "{:?}", names(&desk.join("ra2")));
}

#[test]
fn all_rows_make_one_list() {
    let desk = desk("form-as");
    let arguments = ["--form", "danh-sach", "--as", "rows", "-o", "ra"];
    let made = inside(&desk, &[&["batch", "khen-thuong-da-sua.csv"], &arguments[..]].concat());
    assert_eq!((made.status, made.err.as_str()), (0, ""));
    let records = fs::read_to_string(desk.join("ra/records.jsonl")).unwrap();
    assert_eq!(records.lines().count(), 1);
    assert_eq!(records.matches("\"ten\":").count(), 50);
    let text = fs::read(desk.join("ra/danh-sach-2026-06-10-dang-uy-phuong-binh-an.pdf")).unwrap();
    assert!(Pdf::load_mem(&text).unwrap().get_pages().len() > 1);
    assert!(made.out.contains("không dùng cột “Số sổ vàng”: danh sách không có mục ấy\n"), "{}", made.out);
    // One row that is wrong refuses the whole: a list of 49 would be worse than none.
    let arguments = ["--form", "danh-sach", "--as", "rows", "-o", "ra2"];
    let refused = inside(&desk, &[&["batch", "khen-thuong.csv"], &arguments[..]].concat());
    assert_eq!(refused.status, 1);
    assert!(refused.err.contains("(C18)"), "{}", refused.err);
    assert!(
        !names(&desk.join("ra2")).iter().any(|name| name.ends_with(".docx")),
        "{:?}",
        names(&desk.join("ra2"))
    );
    let unknown =
        inside(&desk, &["batch", "khen-thuong.csv", "--form", "danh-sach", "--as", "dong", "-o", "ra3"]);
    assert_eq!(
        (unknown.status, unknown.err.as_str()),
        (2, "--as: không có bảng “dong”; hãy ghi một trong: rows\n")
    );
}

#[test]
fn forms_beside_the_office_are_kinds_of_the_house() {
    let desk = desk("form-house");
    for form in ["giay-khen", "cam-ket"] {
        copy(&desk.join(form), &desk.join("forms").join(form));
    }
    let office =
        "office = \"Chi bộ Khu phố 2\"\nsuperior = \"Đảng bộ phường Bình An\"\nplace = \"Bình An\"\n";
    fs::write(desk.join("vanban.toml"), office).unwrap();
    let kinds = inside(&desk, &["kinds"]).out;
    for line in [
        "cam_ket              bản cam kết: do chi bộ ban hành\n",
        "giay_khen            giấy khen: do đảng ủy ban hành\n",
    ] {
        assert!(kinds.contains(line), "{kinds}");
    }
    let example = inside(&desk, &["example", "cam_ket"]).out;
    assert_eq!(example.trim(), fs::read_to_string(desk.join("cam-ket/example.json")).unwrap().trim());
    assert!(inside(&desk, &["schema", "bản cam kết"]).out.contains("\"Họ và tên\""));
    let new = inside(&desk, &["new", "cam_ket", "-o", "moi.json"]);
    assert_eq!((new.status, new.err.as_str()), (0, ""));
    let record = fs::read_to_string(desk.join("moi.json")).unwrap();
    assert!(record.contains("\"ho_ten\": \"\", // Họ và tên") && !record.contains("signature"), "{record}");
    assert_eq!(inside(&desk, &["check", "moi.json"]).status, 0);
    let template = inside(&desk, &["batch", "khen-thuong.csv", "--kind", "giấy khen", "--map-template"]).out;
    assert!(template.contains("\"Tên tập thể, cá nhân\" = \"ten\""), "{template}");
    let wrong = "{\"kind\": \"cam_ket\", \"sinh_ngay\": \"31/2/1985\"}";
    fs::write(desk.join("sai.json"), wrong).unwrap();
    let checked = inside(&desk, &["check", "sai.json"]);
    assert_eq!(checked.status, 1);
    assert_eq!(
        checked.out,
        "sai.json: lỗi: sinh_ngay (Sinh ngày): ngày 31/2/1985 không có trong lịch [quy ước; shape.no_such_value]\n"
    );
}

#[test]
fn on_stock_the_text_stands_alone_and_moved() {
    let desk = desk("form-stock");
    copy(&desk.join("giay-khen"), &desk.join("phoi"));
    let toml = fs::read_to_string(desk.join("phoi/form.toml")).unwrap();
    let stock = |said: &str| {
        let toml = toml.replace(
            "border = true",
            &format!("border = true\nstock = {said}\noffset = {{ right = 2, down = -1.5 }}"),
        );
        fs::write(desk.join("phoi/form.toml"), toml).unwrap();
        let out = format!("ra-{said}");
        let made = inside(&desk, &["render", "giay-khen/example.json", "--form", "phoi", "-o", &out]);
        assert_eq!((made.status, made.err.as_str()), (0, ""));
        let read =
            |end: &str| fs::read(desk.join(&out).join(format!("giay-khen-21-bui-van-binh.{end}"))).unwrap();
        (read("docx"), read("pdf"))
    };
    let made = inside(&desk, &["render", "giay-khen/example.json", "--form", "giay-khen", "-o", "ra"]);
    assert_eq!(made.status, 0, "{}", made.err);
    let usual = fs::read(desk.join("ra/giay-khen-21-bui-van-binh.pdf")).unwrap();
    let (_, pdf) = stock("false");
    assert!(pdf == usual, "without stock the paper is what it was");
    let (_, pdf) = stock("true");
    let text = |pdf: &[u8]| Pdf::load_mem(pdf).unwrap().extract_text(&[1]).unwrap();
    assert!(text(&usual).contains("KHEN") && !text(&pdf).contains("KHEN"));
    assert!(text(&pdf).contains("Bùi Văn Bình"));
}

/// A form that is called so, in a folder.
fn small(folder: &Path, name: &str) {
    fs::create_dir_all(folder).unwrap();
    let toml = format!(
        "format = 1\nname = \"{name}\"\nterm = \"phiếu\"\ntitle = \"Phiếu\"\n[fields]\n\
         ten = {{ label = \"Tên\", type = \"text\" }}\n[values]\nissuer = {{ name = \"Chi bộ 2\", superior = \"Đảng bộ \
         phường Bình An\" }}\nplace = \"Bình An\"\ndate = \"12/6/2026\"\nsubject = \"năm 2026\"\n\
         signature = {{ capacity = \"direct\", position = \"Người viết\" }}\n"
    );
    fs::write(folder.join("form.toml"), toml).unwrap();
    fs::write(folder.join("body.hbs"), "<p>Tên: {{ten}}</p>").unwrap();
}

#[test]
fn two_forms_of_one_name_are_told_at_once() {
    let desk = folder("form-doubles");
    fs::write(desk.join("vanban.toml"), "office = \"Chi bộ 2\"\n").unwrap();
    for name in ["a", "b"] {
        small(&desk.join("forms").join(name), "phieu");
    }
    let said = |folder: &str, other: &str| {
        format!(
            "{folder}: mẫu trùng tên “phieu” với mẫu ở {other}; hãy đổi name trong form.toml của một mẫu\n"
        )
    };
    let checked = inside(&desk, &["form", "check", "forms/a"]);
    assert_eq!((checked.status, checked.out.as_str()), (1, ""));
    assert_eq!(checked.err, said("forms/a", "forms/b"));
    let kinds = inside(&desk, &["kinds"]);
    assert_eq!(kinds.out.matches("phieu  ").count(), 1, "{}", kinds.out);
    assert!(kinds.err.ends_with(&said("forms/b", "./forms/a")), "{}", kinds.err);
    // The same folder by another way is no other form.
    fs::remove_dir_all(desk.join("forms/b")).unwrap();
    fs::write(desk.join("to.json"), "{\"ten\": \"An\"}").unwrap();
    let way = desk.join("forms/a");
    let made = inside(&desk, &["render", "to.json", "--form", way.to_str().unwrap(), "-o", "ra"]);
    assert_eq!((made.status, made.err.as_str()), (0, ""));
}

#[test]
fn a_form_of_the_librarys_name_is_told() {
    let desk = folder("form-names");
    small(&desk.join("khen"), "merit_certificate");
    let checked = inside(&desk, &["form", "check", "khen"]);
    assert_eq!(
        (checked.status, checked.err.as_str()),
        (
            1,
            "khen/form.toml, dòng 2, cột 8: name: “merit_certificate” là tên một mẫu có sẵn; hãy đặt tên khác (`vanban form \
             new … --from merit_certificate` lập mẫu mới từ mẫu ấy)\n"
        )
    );
    let new = inside(&desk, &["form", "new", "merit-certificate"]);
    assert_eq!(
        (new.status, new.err.as_str()),
        (
            1,
            "“merit-certificate” không đặt tên cho mẫu được; hãy dùng chữ không dấu, không trùng tên loại có sẵn, ví dụ \
             giay-khen\n"
        )
    );
}

#[cfg(unix)]
#[test]
fn a_form_reads_no_file_of_another_place() {
    use std::os::unix::fs::symlink;
    let desk = folder("form-links");
    small(&desk.join("phieu"), "phieu");
    fs::write(desk.join("khac.hbs"), "<p>Khác</p>").unwrap();
    fs::remove_file(desk.join("phieu/body.hbs")).unwrap();
    symlink("../khac.hbs", desk.join("phieu/body.hbs")).unwrap();
    symlink("/etc/hostname", desk.join("phieu/emblem.png")).unwrap();
    let said = "là liên kết đến tệp khác, mà mẫu chỉ đọc tệp trong thư mục của nó; hãy chép tệp ấy vào thư mục của mẫu\n";
    let checked = inside(&desk, &["form", "check", "phieu"]);
    assert_eq!((checked.status, checked.err), (1, format!("phieu/body.hbs: {said}phieu/emblem.png: {said}")));
}

#[test]
fn a_refused_run_leaves_nothing() {
    let desk = folder("form-refused");
    small(&desk.join("phieu"), "phieu");
    fs::write(desk.join("to.json"), "{\"ten\": 5}").unwrap();
    let refused = inside(&desk, &["render", "to.json", "--form", "phieu", "-o", "ra"]);
    assert_eq!(refused.status, 1);
    assert!(!desk.join("ra").exists());
    let here = inside(&desk, &["render", "to.json", "--form", "phieu", "-o", "."]);
    assert_eq!(here.status, 1);
    assert!(!desk.join(".vanban.lock").exists());
    let begun = inside(&desk, &["form", "new", "moi"]);
    assert_eq!(begun.status, 0);
    assert!(!desk.join("moi/.vanban.lock").exists());
}

#[test]
fn a_form_of_the_library_is_named_by_its_name() {
    let desk = folder("form-by-name");
    for name in ["merit_certificate", "giấy khen"] {
        let checked = inside(&desk, &["form", "check", name]);
        assert_eq!((checked.status, checked.err.as_str()), (0, ""));
        assert_eq!(checked.out, format!("{name}: không phát hiện lỗi\n"));
    }
    let shown = inside(&desk, &["form", "show", "commitment", "-o", "anh"]);
    assert_eq!((shown.status, shown.err.as_str()), (0, ""));
    assert!(shown.out.contains("anh/commitment-1.png\n"), "{}", shown.out);
    assert!(names(&desk.join("anh")).contains(&"commitment-1.png".to_owned()));
    for name in ["nothing", "resolution"] {
        let none = inside(&desk, &["form", "check", name]);
        let said = format!(
            "{name}: không có thư mục này, cũng không có mẫu nào tên như thế; gõ `vanban kinds` để xem tên các mẫu, hoặc \
             `vanban form new` để tạo mẫu mới\n"
        );
        assert_eq!((none.status, none.err), (1, said));
    }
    // An office's own form, wherever it lies.
    fs::write(desk.join("vanban.toml"), "office = \"Chi bộ 2\"\n").unwrap();
    small(&desk.join("forms/phieu-hoi"), "phieu");
    let own = inside(&desk, &["form", "check", "phieu"]);
    assert_eq!((own.status, own.err.as_str()), (0, ""));
    assert!(own.out.ends_with("forms/phieu-hoi: không phát hiện lỗi\n"), "{}", own.out);
}

#[test]
fn an_example_is_a_record_of_its_form() {
    let desk = folder("form-example");
    small(&desk.join("phieu"), "phieu");
    fs::write(desk.join("phieu/example.json"), fs::read(project("examples/data/plan.json")).unwrap())
        .unwrap();
    let checked = inside(&desk, &["form", "check", "phieu"]);
    assert_eq!(
        (checked.status, checked.err.as_str()),
        (
            1,
            "phieu/example.json: kind: bản ghi thử ghi “plan”, mà mẫu tên “phieu”; hãy ghi \"kind\": \"phieu\"\n"
        )
    );
    for (text, sentence) in [
        ("", "lỗi: dòng 1, cột 1: tệp hết giữa chừng [quy ước; shape.syntax]"),
        ("[]", "lỗi: bản ghi phải là một nhóm mục {…} [quy ước; shape.wrong_type]"),
    ] {
        fs::write(desk.join("phieu/example.json"), text).unwrap();
        let checked = inside(&desk, &["form", "check", "phieu"]);
        assert_eq!((checked.status, checked.out.as_str()), (1, ""));
        assert_eq!(checked.err, format!("phieu/example.json: {sentence}\n"));
    }
}

#[test]
fn what_to_type_next_has_names_with_spaces_in_quotes() {
    let desk = folder("form-spaces");
    let made = inside(&desk, &["form", "new", "giay khen 2026"]);
    assert_eq!((made.status, made.err.as_str()), (0, ""));
    for line in [
        "vanban form check \"giay khen 2026\" ",
        "vanban form show \"giay khen 2026\" ",
        "vanban render \"giay khen 2026/example.json\" --form \"giay khen 2026\" -o thu ",
    ] {
        assert!(made.out.contains(line), "{}", made.out);
    }
    let new = inside(&desk, &["new", "plan", "-o", "ke hoach.json"]);
    assert!(new.out.contains("vanban check \"ke hoach.json\" "), "{} {}", new.out, new.err);
    assert!(new.out.contains("vanban render \"ke hoach.json\" -o ."), "{}", new.out);
}

#[test]
fn what_to_type_next_names_the_form() {
    let desk = desk("form-next");
    copy(&desk.join("giay-khen"), &desk.join("giay khen"));
    let new = inside(&desk, &["new", "giay_khen", "--form", "giay khen", "-o", "moi.json"]);
    assert_eq!((new.status, new.err.as_str()), (0, ""));
    assert!(new.out.contains("vanban check moi.json --form \"giay khen\"   ("), "{}", new.out);
    assert!(new.out.contains("vanban render moi.json --form \"giay khen\" -o ."), "{}", new.out);
    let new = inside(&desk, &["new", "giay_khen", "--form", "giay khen", "-o", "bang.xlsx"]);
    assert_eq!((new.status, new.err.as_str()), (0, ""));
    let line = "vanban batch bang.xlsx --kind giay_khen --form \"giay khen\" -o bang ";
    assert!(new.out.contains(line), "{}", new.out);
}

#[test]
fn a_sheet_to_fill_in_for_a_list_is_told_with_its_columns() {
    let desk = desk("form-new-list");
    let new = inside(&desk, &["new", "danh_sach", "--form", "danh-sach", "-o", "bang.xlsx"]);
    assert_eq!(new.status, 1);
    let said = "; hoặc lập bảng Excel có các cột của bảng “Danh sách” (Loại; Tên tập thể, cá nhân; Chức vụ, đơn vị; Hình thức khen \
        thưởng), rồi gõ: vanban batch bang.xlsx --kind danh_sach --form danh-sach --as rows -o ra\n";
    assert!(new.err.ends_with(said), "{}", new.err);
}

#[test]
fn two_runs_into_one_folder_are_told_apart() {
    let desk = desk("form-two-runs");
    let certificates =
        ["batch", "khen-thuong-da-sua.csv", "--form", "giay-khen", "-o", "ra", "--format", "pdf"];
    assert_eq!(inside(&desk, &certificates).status, 0);
    let list = ["--form", "danh-sach", "--as", "rows", "-o", "ra", "--format", "pdf"];
    let made = inside(&desk, &[&["batch", "khen-thuong-da-sua.csv"], &list[..]].concat());
    assert_eq!((made.status, made.err.as_str()), (0, ""));
    assert!(!made.out.contains("xóa nếu không dùng nữa"), "{}", made.out);
    assert!(
        made.out.contains(
            "trong thư mục còn tệp của lần chạy với bảng khác hoặc mẫu khác, giữ nguyên: giay-khen-01-"
        ),
        "{}",
        made.out
    );
    let replaced = "bao-cao.csv và records.jsonl của lần chạy trước (lập từ khen-thuong-da-sua.csv, giay_khen) đã được thay; \
        muốn giữ cả hai, hãy ghi mỗi lần chạy vào một thư mục riêng, ví dụ -o ra-2\n";
    assert!(made.out.contains(replaced), "{}", made.out);
    let again = inside(&desk, &[&["batch", "khen-thuong-da-sua.csv"], &list[..]].concat());
    assert!(!again.out.contains("đã được thay"), "{}", again.out);
}

#[test]
fn pages_of_an_earlier_look_are_gone() {
    let desk = folder("form-pages");
    small(&desk.join("phieu"), "phieu");
    fs::write(desk.join("phieu/example.json"), "{\"kind\": \"phieu\", \"ten\": \"An\"}").unwrap();
    fs::write(desk.join("phieu/body.hbs"), "<p>Tên: {{ten}}</p><page-break/><p>Trang sau</p>").unwrap();
    assert_eq!(inside(&desk, &["form", "show", "phieu"]).status, 0);
    fs::write(desk.join("phieu/phieu-3.png"), "ảnh của người dùng").unwrap();
    fs::write(desk.join("phieu/body.hbs"), "<p>Tên: {{ten}}</p>").unwrap();
    let shown = inside(&desk, &["form", "show", "phieu"]);
    assert_eq!((shown.status, shown.err.as_str()), (0, ""));
    assert_eq!(
        names(&desk.join("phieu")),
        ["body.hbs", "example.json", "form.toml", "phieu-1.png", "phieu-3.png"]
    );
}

#[test]
fn columns_of_a_table_are_listed_below_it() {
    let desk = desk("form-columns");
    let shown = inside(&desk, &["form", "show", "danh-sach"]);
    assert!(
        shown.out.starts_with(
            "rows                 Danh sách (bảng)\n  \
             loai               Loại (một trong: tập thể | cá nhân, bắt buộc)\n  \
             ten                Tên tập thể, cá nhân (chữ, bắt buộc)\n"
        ),
        "{}",
        shown.out
    );
}

#[test]
fn a_form_keeps_the_accents_of_its_folder() {
    let desk = folder("form-accents");
    assert_eq!(inside(&desk, &["form", "new", "Bản cam kết"]).status, 0);
    let toml = fs::read_to_string(desk.join("Bản cam kết/form.toml")).unwrap();
    for line in ["name = \"ban_cam_ket\"", "term = \"bản cam kết\"", "title = \"Bản cam kết\""] {
        assert!(toml.contains(line), "{toml}");
    }
    assert_eq!(inside(&desk, &["form", "check", "Bản cam kết"]).out, "Bản cam kết: không phát hiện lỗi\n");
}

#[test]
fn a_picture_that_is_too_large_is_told_as_that() {
    let desk = desk("form-large");
    fs::write(desk.join("giay-khen/emblem.png"), vec![0; 6 << 20]).unwrap();
    let checked = inside(&desk, &["form", "check", "giay-khen"]);
    assert_eq!(checked.status, 1);
    assert!(
        checked.err.ends_with("picture: “emblem.png” lớn hơn 4 MB; hãy thu nhỏ ảnh\n"),
        "{}",
        checked.err
    );
}

#[test]
fn a_cell_that_most_rows_fill_is_told_with_the_list() {
    let desk = desk("form-blank");
    let csv = fs::read_to_string(desk.join("khen-thuong-da-sua.csv")).unwrap();
    fs::write(
        desk.join("trong.csv"),
        csv.replacen("Chi bộ Khu phố 2;Đảng bộ phường Bình An", "Chi bộ Khu phố 2;", 1),
    )
    .unwrap();
    let made = inside(&desk, &["batch", "trong.csv", "--form", "danh-sach", "--as", "rows", "-o", "ra"]);
    assert_eq!(made.status, 0, "{}", made.err);
    assert!(made.err.contains("còn trống, mà 49 dòng khác có ghi; hãy ghi vào ô này"), "{}", made.err);
}
