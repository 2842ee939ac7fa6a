//! `vanban bind`: records and PDFs in one volume.

use std::fs;
use std::path::Path;

use super::{folder, names, project, vanban};

/// A folder with the record of a volume and its papers.
fn papers(name: &str, papers: &str) -> std::path::PathBuf {
    let folder = folder(name);
    let volume = format!(
        r#"{{ "kind": "proceedings", "issuer": {{ "superior": "Đảng bộ phường Bình An", "name": "Chi bộ Khu phố 2" }},
            "place": "Bình An", "date": "26/12/2026", "subject": "Các bài tại buổi sinh hoạt chuyên đề", "papers": {papers} }}"#
    );
    fs::write(folder.join("ky-yeu.json"), volume).unwrap();
    fs::copy(project("examples/data/notice.json"), folder.join("thong-bao.json")).unwrap();
    fs::copy(project("tests/data/plain.pdf"), folder.join("bài gửi đến.pdf")).unwrap();
    folder
}

fn text(folder: &Path, name: &str) -> String {
    let file = lopdf::Document::load(folder.join(name)).unwrap();
    let pages: Vec<u32> = file.get_pages().into_keys().collect();
    file.extract_text(&pages).unwrap().replace(['\n', '\u{a0}'], " ")
}

#[test]
fn a_record_names_the_papers() {
    let folder = papers(
        "bind_record",
        r#"[{ "file": "thong-bao.json" }, { "file": "bài gửi đến.pdf", "title": "Bài gửi đến", "author": "Chi bộ 5" }]"#,
    );
    let (volume, out) = (folder.join("ky-yeu.json"), folder.join("ra"));
    let run = vanban(&["bind", volume.to_str().unwrap(), "-o", out.to_str().unwrap()]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let made = [
        "ky-yeu-2026-12-26-chi-bo-khu-pho-2-cac-bai-tai-buoi-sinh-hoat-chuyen-de.docx",
        "ky-yeu-2026-12-26-chi-bo-khu-pho-2-cac-bai-tai-buoi-sinh-hoat-chuyen-de.pdf",
    ];
    assert_eq!(names(&out), made);
    let said = text(&out, made[1]);
    for words in ["KỶ YẾU", "MỤC LỤC", "Bài gửi đến", "Chi bộ 5", "THÔNG BÁO", "Second"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    // The same papers, the same bytes; an edited volume stays without --force.
    let bytes = fs::read(out.join(made[1])).unwrap();
    let again = ["bind", volume.to_str().unwrap(), "-o", out.to_str().unwrap()];
    assert_eq!(vanban(&again).status, 0);
    assert_eq!(fs::read(out.join(made[1])).unwrap(), bytes);
    fs::write(out.join(made[0]), "edited").unwrap();
    assert_eq!(vanban(&again).status, 1);
    assert_eq!(fs::read(out.join(made[0])).unwrap(), b"edited");
}

#[test]
fn the_line_names_the_papers_and_the_office_the_rest() {
    let folder = papers("bind_line", "[]");
    fs::write(
        folder.join("vanban.toml"),
        "office = \"Chi bộ thôn Đông\"\nsuperior = \"Đảng bộ xã Tân Lập\"\nplace = \"Tân Lập\"\n",
    )
    .unwrap();
    let (notice, guest) = (folder.join("thong-bao.json"), folder.join("bài gửi đến.pdf"));
    let out = folder.join("ra");
    let line = ["bind", notice.to_str().unwrap(), guest.to_str().unwrap(), "-o", out.to_str().unwrap()];
    let more = ["--subject", "Các bài viết", "--date", "26/12/2026"];
    let run = vanban(&[&line[..], &more[..]].concat());
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let made = names(&out);
    assert_eq!(made.len(), 2, "{made:?}");
    let said = text(&out, &made[1]);
    // A PDF whose name is written in words is called so.
    for words in ["CHI BỘ THÔN ĐÔNG", "Các bài viết", "bài gửi đến", "Tân Lập, ngày 26 tháng 12 năm 2026"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
    // Without subject and date nothing is made, and both are told at once.
    let run = vanban(&line);
    assert_eq!(run.status, 1);
    assert_eq!(
        run.err.lines().collect::<Vec<_>>(),
        [
            "chưa ghi chủ đề của kỷ yếu; hãy thêm --subject, như --subject \"Các tham luận tại buổi sinh hoạt chuyên đề\"",
            "chưa ghi ngày trên bìa; hãy thêm --date, như --date 26/12/2026",
        ]
    );
    // Each file that cannot be bound is named, with what to do.
    let (short, word, locked) =
        (folder.join("khach.pdf"), folder.join("bài.docx"), folder.join("bài khoá.pdf"));
    fs::copy(&guest, &short).unwrap();
    fs::write(&word, b"PK\x03\x04 word").unwrap();
    fs::copy(project("tests/data/locked.pdf"), &locked).unwrap();
    let papers = [&short, &word].map(|file| file.to_str().unwrap());
    let run = vanban(&[&["bind"], &papers[..], &line[3..], &more[..]].concat());
    assert_eq!(
        run.err.lines().collect::<Vec<_>>(),
        [
            format!(
                "{}: bài phải là bản ghi (.json) hoặc tệp .pdf; tệp Word, Excel, ảnh thì mở ra, lưu thành PDF rồi đưa tệp PDF vào",
                word.display()
            ),
            format!(
                "{}: chưa rõ tên bài; hãy đổi tên tệp thành tên bài, như \"Kinh nghiệm sinh hoạt chi bộ.pdf\", hoặc ghi title trong tệp kỷ yếu",
                short.display()
            ),
        ]
    );
    let run = vanban(&[&["bind", locked.to_str().unwrap()], &line[1..], &more[..]].concat());
    assert_eq!(
        run.err.trim(),
        format!(
            "{}: lỗi: tệp PDF có mật khẩu hoặc bị khoá; hãy mở khoá rồi đưa vào kỷ yếu [quy ước; proceedings.pdf]",
            locked.display()
        )
    );
}

#[test]
fn what_is_wrong_with_a_paper_is_told_after_its_own_name() {
    let folder = papers(
        "bind_wrong",
        r#"[{ "file": "thong-bao.json" }, { "file": "không có.json" }, { "file": "bài gửi đến.pdf" }]"#,
    );
    let (volume, out) = (folder.join("ky-yeu.json"), folder.join("ra"));
    let line = ["bind", volume.to_str().unwrap(), "-o", out.to_str().unwrap()];
    let run = vanban(&line);
    assert_eq!(run.status, 1);
    let lines: Vec<&str> = run.err.lines().collect();
    assert_eq!(lines.len(), 1, "{}", run.err);
    let missing = format!("{}: ", folder.join("không có.json").display());
    assert!(lines[0].starts_with(&missing), "{}", run.err);
    assert!(!out.exists());
    // With all files there, each problem says whose it is.
    let mut notice: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(folder.join("thong-bao.json")).unwrap()).unwrap();
    notice.as_object_mut().unwrap().remove("number");
    fs::write(folder.join("không có.json"), notice.to_string()).unwrap();
    let run = vanban(&line);
    assert_eq!(run.status, 1);
    let lines: Vec<&str> = run.err.lines().collect();
    let number = format!(
        "{}: lỗi: number (số văn bản): văn bản chính thức chưa có số; hãy ghi số, hoặc “by_hand” để ghi bằng bút [05-HD/VPTW II.I.3; number.missing]",
        folder.join("không có.json").display()
    );
    let title = format!(
        "{}: lỗi: papers[2].title: tệp PDF không nói tên bài; hãy ghi tên bài [quy ước; proceedings.title]",
        volume.display()
    );
    assert_eq!(lines, [number, title]);
    assert!(!out.exists());
    // A paper without a file.
    let folder = papers("bind_no_file", r#"[{ "title": "Một bài" }]"#);
    let volume = folder.join("ky-yeu.json");
    let run = vanban(&["bind", volume.to_str().unwrap(), "-o", folder.join("ra").to_str().unwrap()]);
    assert_eq!(
        run.err.trim(),
        format!(
            "{}: lỗi: papers[0].file: chưa ghi tệp của bài; hãy ghi tên tệp, ví dụ “tham-luan-1.json” [quy ước; proceedings.file]",
            volume.display()
        )
    );
}

#[test]
fn the_papers_are_never_replaced() {
    let folder = papers(
        "bind_over",
        r#"[{ "file": "ky-yeu-2026-12-26-chi-bo-khu-pho-2-cac-bai-tai-buoi-sinh-hoat-chuyen-de.pdf", "title": "Bài" }]"#,
    );
    let paper = folder.join("ky-yeu-2026-12-26-chi-bo-khu-pho-2-cac-bai-tai-buoi-sinh-hoat-chuyen-de.pdf");
    fs::rename(folder.join("bài gửi đến.pdf"), &paper).unwrap();
    let before = fs::read(&paper).unwrap();
    let volume = folder.join("ky-yeu.json");
    let run = vanban(&["bind", volume.to_str().unwrap(), "-o", folder.to_str().unwrap(), "--force"]);
    assert_eq!(run.status, 1, "{}", run.err);
    assert_eq!(fs::read(&paper).unwrap(), before);
}
