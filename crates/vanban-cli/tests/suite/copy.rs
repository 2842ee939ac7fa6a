//! `vanban copy`: of a record, of a PDF, of its pages.

use std::fs;

use super::{folder, names, project, vanban};

/// An office that copies.
const OFFICE: &str = "office = \"Chi bộ thôn Đông\"\nsuperior = \"Đảng bộ xã Tân Lập\"\nplace = \"Tân Lập\"\n\
                      signer = { name = \"Nguyễn Văn Bình\", position = \"Bí thư\" }\n";
const WITH: &str = "examples/copies/copy.json";

#[test]
fn a_record_and_a_pdf_are_copied() {
    let folder = folder("copy");
    let out = folder.to_str().unwrap();
    let record = "examples/data/notice.json";
    let run = vanban(&["copy", record, "--with", WITH, "--number", "25", "-o", out]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_eq!(names(&folder), ["ban-sao-25-bs-ubkttu.docx", "ban-sao-25-bs-ubkttu.pdf"]);
    let original = folder.join("ban-sao-25-bs-ubkttu.pdf");
    let run = vanban(&["copy", original.to_str().unwrap(), "--with", WITH, "-o", out]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let copy = fs::read(folder.join("ban-sao-24-bs-ubkttu.pdf")).unwrap();
    assert!(copy.starts_with(&fs::read(&original).unwrap()));
    // Never over the original, and not twice over what was edited.
    let run =
        vanban(&["copy", original.to_str().unwrap(), "--with", WITH, "--number", "25", "-o", out, "--force"]);
    assert_eq!(run.status, 1, "{}", run.err);
}

#[test]
fn pages_make_an_extract() {
    let folder = folder("extract");
    let out = folder.to_str().unwrap();
    let plain = "tests/data/plain.pdf";
    let line = ["copy", plain, "--with", WITH, "--as", "trích sao", "--pages", "2", "-o", out];
    let run = vanban(&line);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let copy = lopdf::Document::load(folder.join("ban-sao-24-bs-ubkttu.pdf")).unwrap();
    assert_eq!(copy.get_pages().len(), 2);
    assert!(copy.extract_text(&[1]).unwrap().contains("Second"));
    let run = vanban(&["copy", plain, "--with", WITH, "--as", "extract", "--pages", "3", "-o", out]);
    assert_eq!(run.status, 1);
    assert_eq!(
        run.err.trim(),
        "tests/data/plain.pdf: lỗi: pages: không có trang 3: tệp PDF có 2 trang; hãy chọn từ trang 1 đến trang 2 \
         [05-HD/VPTW II.III; copy.pages]"
    );
    for (pages, status, said) in [
        ("3-1", 2, "không nhận “3-1”: hãy ghi trang nhỏ trước, như 1-3"),
        ("2-", 2, "hãy ghi các trang bằng chữ số, như 1,3-5"),
        ("0", 1, "không có trang 0; hãy đánh số trang từ 1"),
        ("2,2", 1, "trang 2 ghi hai lần; hãy ghi mỗi trang một lần"),
        ("2,1", 1, "trang 1 đứng sau trang 2; hãy ghi mỗi trang một lần, từ trang nhỏ đến trang lớn"),
    ] {
        let run = vanban(&["copy", plain, "--with", WITH, "--as", "trích sao", "--pages", pages, "-o", out]);
        assert!(run.status == status && run.err.contains(said), "{pages}: {}", run.err);
    }
}

/// Of a record too: its PDF has pages that can be named, a DOCX has not.
#[test]
fn pages_of_a_record_make_a_pdf() {
    let folder = folder("extract_of_record");
    let out = folder.to_str().unwrap();
    let record = "examples/data/resolution_numbered.json";
    let run = vanban(&["copy", record, "--with", WITH, "--as", "trích sao", "--pages", "1,3", "-o", out]);
    assert_eq!(
        (run.status, run.err.trim()),
        (
            0,
            "examples/data/resolution_numbered.json: trích sao theo trang chỉ lập tệp PDF; muốn có tệp DOCX, hãy trích sao \
             một bản ghi chỉ có phần cần sao"
        )
    );
    assert_eq!(names(&folder), ["ban-sao-24-bs-ubkttu.pdf"]);
    let copy = lopdf::Document::load(folder.join("ban-sao-24-bs-ubkttu.pdf")).unwrap();
    assert_eq!(copy.get_pages().len(), 3);
    let run = vanban(&["copy", record, "--with", WITH, "--as", "trích sao", "--pages", "2-9", "-o", out]);
    assert_eq!(
        (run.status, run.err.trim()),
        (
            1,
            "examples/data/resolution_numbered.json: lỗi: pages: không có trang 4: văn bản có 3 trang; hãy chọn từ \
             trang 1 đến trang 3 [05-HD/VPTW II.III; copy.pages]"
        )
    );
    let run = vanban(&["copy", record, "--with", WITH, "--as", "sao y", "--pages", "1", "-o", out]);
    assert_eq!(
        (run.status, run.err.trim()),
        (
            1,
            "examples/data/resolution_numbered.json: lỗi: pages: chỉ trích sao mới chọn trang, sao y và sao lục là sao \
             toàn bộ văn bản; hãy bỏ các trang, hoặc ghi là trích sao [05-HD/VPTW II.III; copy.pages]"
        )
    );
}

#[test]
fn what_is_wrong_is_told_in_vietnamese() {
    let folder = folder("copy_wrong");
    let out = folder.to_str().unwrap();
    let run = vanban(&["copy", "tests/data/locked.pdf", "--with", WITH, "-o", out]);
    assert_eq!(
        (run.status, run.err.trim()),
        (
            1,
            "tests/data/locked.pdf: lỗi: tệp PDF có mật khẩu hoặc bị khoá; hãy mở khoá rồi sao [05-HD/VPTW II.III; copy.pdf]"
        )
    );
    let run = vanban(&["copy", "tests/data/plain.pdf", "--with", WITH, "--as", "photo", "-o", out]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("hãy ghi một trong: sao y, sao lục, trích sao"), "{}", run.err);
}

/// What is not said is told with where to say it, all of it at once.
#[test]
fn what_is_lacking_is_told_in_the_words_of_the_command() {
    let folder = folder("copy_lacks");
    fs::copy(project("tests/data/plain.pdf"), folder.join("goc.pdf")).unwrap();
    let (original, out) = (folder.join("goc.pdf"), folder.join("ra"));
    let (original, out) = (original.to_str().unwrap(), out.to_str().unwrap());
    let told = |more: &[&str]| {
        let run = vanban(&[&["copy", original, "-o", out], more].concat());
        let said = run.err.trim().replace(&format!("{original}: "), "");
        (run.status, said)
    };
    let said = "chưa ghi hình thức sao; hãy thêm --as với một trong: sao y, sao lục, trích sao\n\
                chưa ghi ngày sao; hãy thêm --date, như --date 10/6/2026\n\
                chưa rõ cơ quan sao, địa danh, người ký; hãy ghi trong vanban.toml (gõ vanban init), hoặc trong tệp JSON và \
                thêm --with";
    assert_eq!(told(&[]), (1, said.to_owned()));
    fs::write(folder.join("vanban.toml"), OFFICE).unwrap();
    let line = ["--as", "trích sao", "--date", "10/6/2026"];
    let said = "chưa ghi số bản sao; hãy thêm --number, hoặc mở sổ (gõ vanban register set) để chương trình lấy số tiếp theo";
    assert_eq!(told(&line), (1, said.to_owned()));
    assert!(!folder.join("ra").exists());
    let said = "bản trích sao có mọi trang của tệp; chỉ sao một số trang thì thêm --pages, như --pages 1,3-5";
    assert_eq!(told(&[&line[..], &["--number", "3"]].concat()), (0, said.to_owned()));
}

/// Beside `vanban.toml` the line need not say whose copy it is.
#[test]
fn the_office_copies() {
    let folder = folder("copy_office");
    fs::write(folder.join("vanban.toml"), OFFICE).unwrap();
    fs::copy(project("tests/data/plain.pdf"), folder.join("goc.pdf")).unwrap();
    let original = folder.join("goc.pdf");
    let line = ["copy", original.to_str().unwrap(), "--as", "sao y", "--number", "1", "--date", "10/6/2026"];
    let run = vanban(&[&line[..], &["-o", folder.to_str().unwrap()]].concat());
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let copy = lopdf::Document::load(folder.join("ban-sao-01-bs-cb.pdf")).unwrap();
    let form = copy.extract_text(&[3]).unwrap().replace('\u{a0}', " ");
    for said in
        ["Cơ quan, tổ chức sao: Chi bộ thôn Đông", "Hình thức sao: Sao y", "T/M CHI BỘ", "Nguyễn Văn Bình"]
    {
        assert!(form.contains(said), "{said}: {form}");
    }
    // Where it keeps a register, the next number of all copies is the copy's; the same original is the same copy.
    fs::write(folder.join("so-van-ban-di.json"), vanban::register::Register::new().to_json().unwrap())
        .unwrap();
    for (form, more, name) in [
        ("sao lục", None, "ban-sao-01-bs-cb.pdf"),
        ("sao lục", None, "ban-sao-01-bs-cb.pdf"),
        ("sao y", Some("5"), "ban-sao-05-bs-cb.pdf"),
    ] {
        let line = ["copy", original.to_str().unwrap(), "--as", form, "--date", "10/6/2026", "--force", "-o"];
        let number = more.map_or(vec![], |number| vec!["--number", number]);
        let run = vanban(&[&line[..], &[folder.to_str().unwrap()], &number[..]].concat());
        assert!(run.status == 0 && run.out.trim().ends_with(name), "{} {}", run.out, run.err);
    }
    // Other pages are another copy.
    for (pages, name) in
        [("1", "ban-sao-06-bs-cb.pdf"), ("1-2", "ban-sao-07-bs-cb.pdf"), ("1", "ban-sao-06-bs-cb.pdf")]
    {
        let line = ["copy", original.to_str().unwrap(), "--as", "trích sao", "--pages", pages];
        let more = ["--date", "10/6/2026", "-o", folder.to_str().unwrap()];
        let run = vanban(&[&line[..], &more[..]].concat());
        assert!(run.status == 0 && run.out.trim().ends_with(name), "{} {}", run.out, run.err);
    }
    let register = fs::read_to_string(folder.join("so-van-ban-di.json")).unwrap();
    assert!(register.contains("trích sao trang 1-2"), "{register}");
}

/// A record that holds a part of its paper has other numbers at its headings: that is told.
#[test]
fn an_extract_of_a_record_says_that_its_headings_are_numbered_anew() {
    let folder = folder("extract_record");
    let out = folder.to_str().unwrap();
    let record = "examples/data/notice.json";
    let run = vanban(&["copy", record, "--with", WITH, "--as", "trích sao", "-o", out]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert_eq!(
        run.err.trim(),
        "examples/data/notice.json: các mục của bản trích sao đánh số lại từ đầu; muốn giữ số mục của bản chính thì trích theo trang, như --pages 1,3-5"
    );
}
