//! `vanban init` where nobody can be asked: answers by options, and what is told without them.

use std::fs;

use super::setup::vanban_in;
use super::{Run, folder};

#[test]
fn without_a_terminal_the_options_answer() {
    let folder = folder("init_options");
    let none = vanban_in(&folder, &["init"]);
    assert_eq!((none.status, none.out.as_str()), (1, ""));
    assert_eq!(
        none.err,
        "không có ai ở bàn phím để hỏi; ghi câu trả lời ngay trong lệnh: vanban init --office \"…\" --superior \"…\" --place \"…\" --criteria-set \"…\" --signer \"…\" --recipients \"…\" --archive \"…\" --output \"…\"\n"
    );
    let wrong = vanban_in(
        &folder,
        &[
            "init",
            "--office",
            "Chi bộ thôn Đông",
            "--criteria-set",
            "an_phu",
            "--signer",
            "Lê Văn An, Bí thư Chi bộ",
        ],
    );
    assert_eq!((wrong.status, wrong.out.as_str()), (1, ""));
    assert_eq!(
        wrong.err,
        "--criteria-set: không có bộ tiêu chí “an_phu”; ghi một số từ 1 đến 8, hoặc để trống\n\
         --signer: chức vụ không ghi kèm tên cơ quan: ghi “BÍ THƯ”, không ghi “BÍ THƯ CHI BỘ”; hãy bỏ tên cơ quan sau chức vụ\n"
    );
    assert!(!folder.join("vanban.toml").exists());
    let made = vanban_in(
        &folder,
        &[
            "init",
            "--office",
            "Chi bộ thôn Đông",
            "--recipients",
            "Các đảng viên",
            "--recipients",
            "Đảng ủy xã",
            "--profile",
            "hd36",
            "--signer",
            "",
        ],
    );
    assert_eq!((made.status, made.err.as_str()), (0, ""));
    let text = fs::read_to_string(folder.join("vanban.toml")).unwrap();
    assert!(
        text.contains("recipients = [\"Các đảng viên\", \"Đảng ủy xã\"]")
            && text.contains("profile = \"36-HD/VPTW\""),
        "{text}"
    );
    assert!(text.lines().count() < 20);
    assert!(made.out.contains(&text) && made.out.contains("  vanban new \"biên bản\""), "{}", made.out);
}

#[test]
fn an_office_that_stands_is_kept() {
    let folder = folder("init_kept");
    let file = folder.join("vanban.toml");
    fs::write(&file, "office = \"Chi bộ A\"\n").unwrap();
    let Run { status, err, .. } = vanban_in(&folder, &["init", "--office", "Chi bộ B"]);
    assert_eq!(status, 1);
    assert_eq!(
        err,
        "đã có vanban.toml, giữ nguyên:\n\noffice = \"Chi bộ A\"\n\nMuốn đổi: mở tệp này bằng Notepad, sửa rồi lưu (mã UTF-8); muốn khai báo lại từ đầu: vanban init --force\n"
    );
    assert_eq!(vanban_in(&folder, &["init", "--office", "Chi bộ B", "--force"]).status, 0);
    assert!(fs::read_to_string(&file).unwrap().contains("Chi bộ B"));
}
