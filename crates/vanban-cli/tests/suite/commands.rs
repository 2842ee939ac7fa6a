//! Each command but `batch`.

use std::fs;

use vanban::AnyRecord;

use super::{case, command, folder, names, project, render, run, text, vanban};

#[test]
fn render_writes_both_files_of_every_record() {
    let folder = folder("render");
    let record = "examples/data/resolution_numbered.json";
    let run = vanban(&["render", record, record, "-o", folder.to_str().unwrap()]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let expected = [
        "nghi-quyet-05-nq-cb-2.docx",
        "nghi-quyet-05-nq-cb-2.pdf",
        "nghi-quyet-05-nq-cb.docx",
        "nghi-quyet-05-nq-cb.pdf",
    ];
    assert_eq!(names(&folder), expected);
    assert_eq!(run.out.lines().count(), 4);
    let document = render(&case("resolution_numbered"));
    assert!(fs::read(folder.join(expected[3])).unwrap() == document.to_pdf().unwrap());
    assert!(fs::read(folder.join(expected[2])).unwrap() == document.to_docx().unwrap());
}

#[test]
fn render_writes_one_format_where_one_is_asked_for() {
    let folder = folder("format");
    let run = vanban(&[
        "render",
        "tests/cases/draft_smallest.json",
        "-o",
        folder.to_str().unwrap(),
        "--format",
        "pdf",
    ]);
    assert_eq!(run.status, 0);
    assert_eq!(names(&folder), ["nghi-quyet-du-thao-2-nq-cb.pdf"]);
}

#[test]
fn render_makes_papers_for_both_sides() {
    let folder = folder("two_sided");
    let record = "examples/data/resolution_every_part.json";
    let run = vanban(&["render", record, "-o", folder.to_str().unwrap(), "--two-sided"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let record = vanban::AnyRecord::from_json(&case("resolution_every_part")).unwrap();
    let document = vanban::Renderer::new().with_two_sided(true).render(&record).unwrap();
    let written = fs::read(folder.join("nghi-quyet-05-nq-cb.pdf")).unwrap();
    assert!(written == document.to_pdf().unwrap());
    assert_eq!(lopdf::Document::load_mem(&written).unwrap().get_pages().len(), 7);
}

/// Fields to sign, and where they stand; a folder of papers has no record but these.
#[test]
fn render_makes_papers_to_be_signed() {
    let folder = folder("to_be_signed");
    let (record, to) = ("examples/data/decision.json", folder.to_str().unwrap());
    let run = vanban(&["render", record, "-o", to, "--format", "pdf", "--signature-fields", "--positions"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let names = names(&folder);
    let [pdf, positions] = names.as_slice() else { panic!("{names:?}") };
    assert_eq!(positions, &pdf.replace(".pdf", ".positions.json"));
    let renderer = vanban::Renderer::new().with_signature_fields(true);
    let document = renderer.render(&AnyRecord::from_json(&case("decision")).unwrap()).unwrap();
    assert!(fs::read(folder.join(pdf)).unwrap() == document.to_pdf().unwrap());
    let told: serde_json::Value = serde_json::from_slice(&fs::read(folder.join(positions)).unwrap()).unwrap();
    assert_eq!(told, serde_json::to_value(document.positions()).unwrap());
    assert_eq!(told["seals"][0]["field"], "Dau");
    let run = vanban(&["render", to, "-o", to]);
    assert!(run.status == 1 && run.err.contains("thư mục không có tệp bản ghi nào"), "{}", run.err);
}

/// The record travels in the file, comes back, and goes.
#[test]
fn a_pdf_gives_its_record_back_and_loses_it() {
    let folder = folder("carried");
    let (record, to) = ("examples/data/decision.json", folder.to_str().unwrap());
    let run = vanban(&["render", record, "-o", to, "--format", "pdf", "--with-data"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let pdf = folder.join(&names(&folder)[0]);
    let pdf = pdf.to_str().unwrap();
    let document = render(&case("decision"));
    assert!(fs::read(pdf).unwrap() == document.to_pdf_with_data().unwrap());
    let run = vanban(&["extract", pdf]);
    assert_eq!((run.status, run.err.as_str(), run.out), (0, "", document.data().unwrap()));
    let out = folder.join("ban-ghi.json");
    let again = vanban(&["extract", pdf, "-o", out.to_str().unwrap()]);
    assert_eq!(again.status, 0);
    assert_eq!(fs::read_to_string(&out).unwrap(), document.data().unwrap());
    // What is there is not written over.
    assert_eq!(vanban(&["extract", pdf, "-o", out.to_str().unwrap()]).status, 1);
    let stripped = folder.join("khong-kem.pdf");
    assert_eq!(vanban(&["strip", pdf, "-o", stripped.to_str().unwrap()]).status, 0);
    let run = vanban(&["extract", stripped.to_str().unwrap()]);
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    assert!(run.err.contains("tệp PDF không mang theo bản ghi"), "{}", run.err);
    let mailed = folder.join("mail.pdf");
    fs::write(&mailed, [b"From: a\r\n\r\n", fs::read(pdf).unwrap().as_slice()].concat()).unwrap();
    assert_eq!(vanban(&["extract", mailed.to_str().unwrap()]).out, document.data().unwrap());
    let torn = folder.join("torn.pdf");
    fs::write(&torn, &fs::read(pdf).unwrap()[..20_000]).unwrap();
    let run = vanban(&["extract", torn.to_str().unwrap()]);
    assert!(run.status == 1 && run.err.contains("returned.damaged"), "{}", run.err);
    let run = vanban(&["extract", "examples/data/decision.json"]);
    assert!(run.status == 1 && run.err.contains("returned.not_docx"), "{}", run.err);
}

#[test]
fn a_refused_record_is_named_and_does_not_stop_the_others() {
    let folder = folder("refused");
    let bad = folder.join("bad.json");
    fs::write(&bad, case("resolution_numbered").replace("\"Phó bí thư\"", "\"Bí thư Chi bộ\"")).unwrap();
    let out = folder.join("out");
    let run = vanban(&[
        "render",
        bad.to_str().unwrap(),
        "tests/cases/draft_smallest.json",
        "no-such.json",
        "-o",
        out.to_str().unwrap(),
    ]);
    assert_eq!(run.status, 1);
    assert_eq!(names(&out), ["nghi-quyet-du-thao-2-nq-cb.docx", "nghi-quyet-du-thao-2-nq-cb.pdf"]);
    let told: Vec<&str> = run.err.lines().collect();
    assert_eq!(told.len(), 2, "{}", run.err);
    assert_eq!(
        told[0],
        format!(
            "{}: lỗi: signature.position (chức vụ người ký): chức vụ không ghi kèm tên cơ quan: ghi “BÍ THƯ”, không ghi “BÍ THƯ CHI BỘ” \
             [05-HD/VPTW II.I.7.1.2; signature.position_has_body]",
            bad.display()
        )
    );
    assert!(told[1].starts_with("no-such.json: "), "{}", told[1]);
}

#[test]
fn a_folder_that_cannot_be_written_is_told() {
    let folder = folder("unwritable");
    let file = folder.join("file");
    fs::write(&file, "").unwrap();
    let run = vanban(&["render", "tests/cases/draft_smallest.json", "-o", file.to_str().unwrap()]);
    assert_eq!(run.status, 1);
    assert!(run.err.starts_with(&format!("{}: ", file.display())), "{}", run.err);
    assert_eq!(names(&folder), ["file"]);
}

#[test]
fn check_prints_every_problem() {
    let run =
        vanban(&["check", "examples/data/resolution_numbered.json", "examples/data/resolution_by_hand.json"]);
    assert_eq!(run.status, 0);
    assert_eq!(
        run.out,
        "examples/data/resolution_numbered.json: không phát hiện lỗi thể thức\n\
                         examples/data/resolution_by_hand.json: không phát hiện lỗi thể thức\n"
    );
    let folder = folder("check");
    let bad = folder.join("bad.json");
    fs::write(&bad, case("resolution_numbered").replace("\"number\": 5", "\"number\": 0")).unwrap();
    let run = vanban(&["check", bad.to_str().unwrap()]);
    assert_eq!(run.status, 1);
    assert_eq!(
        run.out,
        format!(
            "{}: lỗi: number: số văn bản bắt đầu từ 01, không có số 0 [05-HD/VPTW II.I.3.1.1; number.zero]\n",
            bad.display()
        )
    );
}

#[test]
fn check_tells_the_same_problem_once_with_its_places() {
    let folder = folder("check_once");
    let mut record: serde_json::Value = serde_json::from_str(&case("resolution_numbered")).unwrap();
    record["recipients"][0] = "Đảng uỷ;".into();
    record["recipients"][1] = "Các đảng viên Chi bộ;".into();
    let (one, other) = (folder.join("1.json"), folder.join("2.json"));
    fs::write(&one, record.to_string()).unwrap();
    record["recipients"][0] = "Đảng uỷ".into();
    fs::write(&other, record.to_string()).unwrap();
    let (one, other) = (one.to_str().unwrap(), other.to_str().unwrap());
    let run = vanban(&["check", one, other]);
    assert_eq!(
        (run.status, run.out),
        (
            0,
            format!(
                "cảnh báo, 3 chỗ: {one}, recipients[0]; {one}, recipients[1] (nơi nhận); {other}, recipients[1] (nơi \
                 nhận): phần mềm tự thêm dấu “;” và dấu “.”; đã bỏ “;” ở cuối [05-HD/VPTW II.I.9.2.5; text.surround]\n"
            )
        )
    );
    let run = vanban(&["check", "--json", one, other]);
    let problems: Vec<serde_json::Value> = serde_json::from_str(&run.out).unwrap();
    let places: Vec<&str> = problems.iter().map(|it| it["path"].as_str().unwrap()).collect();
    assert_eq!(places, ["recipients[0]", "recipients[1]", "recipients[1]"]);
}

#[test]
fn check_prints_every_problem_as_json() {
    let folder = folder("check_as_json");
    let bad = folder.join("bad.json");
    fs::write(&bad, case("resolution_numbered").replace("\"number\": 5", "\"number\": 0")).unwrap();
    let broken = folder.join("broken.json");
    fs::write(&broken, case("resolution_numbered").replace("\"number\": 5", "\"numbre\": 5")).unwrap();
    let (bad, broken) = (bad.to_str().unwrap(), broken.to_str().unwrap());
    let run = vanban(&["check", "--json", "examples/data/resolution_by_hand.json", bad, broken]);
    assert_eq!((run.status, run.err.as_str()), (1, ""));
    let problems: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(
        problems[0],
        serde_json::json!({
            "file": bad, "code": "number.zero", "path": "number", "term": "số văn bản",
            "clause": "05-HD/VPTW II.I.3.1.1", "severity": "error",
            "message": "số văn bản bắt đầu từ 01, không có số 0", "remedy": "hãy đánh số từ 1",
        })
    );
    assert_eq!((&problems[1]["file"], &problems[1]["path"]), (&broken.into(), &"numbre".into()));
    // What would turn the letters of a terminal is written out, and the list stays JSON.
    let turned = folder.join("turned.json");
    fs::write(
        &turned,
        case("resolution_numbered").replace("\"format\": 1", "\"format\": \"\u{202e}\u{7f}\""),
    )
    .unwrap();
    let run = vanban(&["check", "--json", turned.to_str().unwrap()]);
    let problems: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let message = problems[0]["message"].as_str().unwrap();
    assert!(message.contains('\u{202e}') && !run.out.contains(['\u{202e}', '\u{7f}']), "{}", run.out);
    let run = vanban(&["check", "--json", "examples/data/resolution_by_hand.json"]);
    assert_eq!((run.status, run.out.as_str()), (0, "[]\n"));
    let run = vanban(&["check", "--json", folder.join("none.json").to_str().unwrap()]);
    assert_eq!((run.status, run.err.as_str()), (1, ""));
    let problems: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert!(problems[0]["file"].as_str().unwrap().ends_with("none.json"), "{problems}");
    assert_eq!(
        (&problems[0]["code"], &problems[0]["message"]),
        (&"file.unreadable".into(), &"không có tệp này; hãy kiểm tra lại tên và đường dẫn".into())
    );
    let run = vanban(&["check", folder.join("none.json").to_str().unwrap()]);
    let told = "lỗi: không có tệp này; hãy kiểm tra lại tên và đường dẫn [quy ước; file.unreadable]\n";
    assert!(run.out.ends_with(told), "{}", run.out);
    // A file in another encoding has a problem, too.
    let other = folder.join("latin.json");
    fs::write(&other, [0x7b, 0xe9]).unwrap();
    let run = vanban(&["check", other.to_str().unwrap()]);
    assert_eq!(
        (run.status, run.out),
        (
            1,
            format!(
                "{}: lỗi: tệp không ở dạng UTF-8; hãy lưu lại ở dạng UTF-8 [quy ước; shape.syntax]\n",
                other.display()
            )
        )
    );
}

/// Nobody may be listening any more, or there may be no room: that is told, and is no panic.
#[cfg(target_os = "linux")]
#[test]
fn output_that_goes_nowhere_is_no_panic() {
    let full = || fs::File::options().write(true).open("/dev/full").unwrap();
    for command in ["check", "show"] {
        let run = std::process::Command::new(env!("CARGO_BIN_EXE_vanban"))
            .args([command, "examples/data/resolution_by_hand.json"])
            .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
            .stdout(full())
            .stderr(full())
            .status()
            .unwrap();
        assert_eq!(run.code(), Some(1), "{command}");
    }
}

#[test]
fn show_prints_each_stage() {
    let record = "tests/cases/five_levels.json";
    for stage in ["tree", "pages", "docx"] {
        let accepted = text(&format!("tests/golden/five_levels.{stage}.txt"));
        assert_eq!(vanban(&["show", record, "--stage", stage]).out, accepted, "{stage}");
    }
    let run = vanban(&["show", record, "--stage", "record"]);
    let (shown, given): (serde_json::Value, serde_json::Value) =
        (serde_json::from_str(&run.out).unwrap(), serde_json::from_str(&text(record)).unwrap());
    assert_eq!(shown, given);
}

/// What `vanban kinds` prints.
const KINDS: &str = "\
resolution           nghị quyết: do chi bộ, đảng uỷ, ban thường vụ đảng uỷ, đại hội chi bộ ban hành
evaluation_form      phiếu đánh giá chất lượng sinh hoạt chi bộ
decision             quyết định: do chi bộ, đảng uỷ, ban thường vụ đảng uỷ ban hành
conclusion           kết luận: do chi bộ, đảng uỷ, ban thường vụ đảng uỷ ban hành
notice               thông báo: do chi bộ, đảng uỷ, ban thường vụ đảng uỷ ban hành
guidance             hướng dẫn: do ban thường vụ đảng uỷ ban hành
bylaws               quy chế: do chi bộ, đảng uỷ, đại hội chi bộ ban hành
regulation           quy định: do đảng uỷ, ban thường vụ đảng uỷ ban hành
submission           tờ trình: do chi bộ, đảng uỷ, ban thường vụ đảng uỷ ban hành
official_letter      công văn: do chi bộ, đảng uỷ, ban thường vụ đảng uỷ, đại hội chi bộ ban hành
report               báo cáo: do chi bộ, đảng uỷ, ban thường vụ đảng uỷ ban hành
plan                 kế hoạch: do chi bộ, đảng uỷ, ban thường vụ đảng uỷ ban hành
programme            chương trình: do chi bộ, đảng uỷ, ban thường vụ đảng uỷ, đại hội chi bộ ban hành
scheme               đề án: do chi bộ, đảng uỷ, ban thường vụ đảng uỷ ban hành
minutes              biên bản: do chi bộ, đảng uỷ, ban thường vụ đảng uỷ, đại hội chi bộ ban hành
comments             bảng tổng hợp ý kiến góp ý
invitation           giấy mời: do chi bộ, đảng uỷ, ban thường vụ đảng uỷ ban hành
ballot_paper         phiếu biểu quyết, phiếu bầu
opinion_form         phiếu lấy ý kiến
evaluation_summary   danh sách tổng hợp xếp loại chất lượng sinh hoạt chi bộ
directive            chỉ thị: do tỉnh uỷ, thành uỷ ban hành
circular             thông tri: do tỉnh uỷ, thành uỷ ban hành
master_plan          quy hoạch: do chi bộ, đảng uỷ, ban thường vụ đảng uỷ ban hành
contingency_plan     phương án: do chi bộ, đảng uỷ, ban thường vụ đảng uỷ ban hành
project              dự án: do chi bộ, đảng uỷ, ban thường vụ đảng uỷ ban hành
introduction_letter  giấy giới thiệu: do chi bộ, đảng uỷ, ban thường vụ đảng uỷ ban hành
confirmation_certificate giấy chứng nhận: do chi bộ, đảng uỷ, ban thường vụ đảng uỷ ban hành
travel_permit        giấy đi đường: do chi bộ, đảng uỷ, ban thường vụ đảng uỷ ban hành
leave_permit         giấy nghỉ phép: do chi bộ, đảng uỷ, ban thường vụ đảng uỷ ban hành
transfer_slip        phiếu chuyển: do chi bộ, đảng uỷ, ban thường vụ đảng uỷ ban hành
dispatch_slip        phiếu gửi: do chi bộ, đảng uỷ, ban thường vụ đảng uỷ ban hành
public_letter        thư công: do chi bộ, đảng uỷ, ban thường vụ đảng uỷ ban hành
discussion_paper     tham luận
topic_paper          bài chuyên đề
learning_report      bản thu hoạch
commitment           bản cam kết
branch_commitment    bản cam kết của chi bộ
dues_report          báo cáo đảng phí: do chi bộ, đảng uỷ, ban thường vụ đảng uỷ ban hành
merit_certificate    giấy khen: do đảng uỷ ban hành
honour_certificate   bằng khen: do tỉnh uỷ, thành uỷ, đảng uỷ ban hành
award_list           danh sách khen thưởng
self_review          bản kiểm điểm cá nhân
collective_review    báo cáo kiểm điểm tập thể
party_application    đơn xin vào Đảng
sponsor_introduction giấy giới thiệu người vào Đảng
admission_opinions   tổng hợp ý kiến nhận xét: do chi bộ ban hành
admission_resolution nghị quyết đề nghị kết nạp đảng viên: do chi bộ ban hành
probation_review     bản tự kiểm điểm của đảng viên dự bị
probation_assessment bản nhận xét đảng viên dự bị
membership_resolution nghị quyết đề nghị công nhận đảng viên chính thức: do chi bộ ban hành
";

#[test]
fn kinds_are_listed_with_who_issues_them() {
    assert_eq!(vanban(&["kinds"]).out, KINDS);
    let english: String = KINDS.replace(": do ", ": issued by ").replace(" ban hành\n", "\n");
    assert_eq!(vanban(&["kinds", "--lang", "en"]).out, english);
}

#[test]
fn schemas_wordings_and_examples() {
    let schema: serde_json::Value = serde_json::from_str(&vanban(&["schema", "decision"]).out).unwrap();
    assert_eq!(schema["properties"]["kind"]["const"], "decision");
    assert_eq!(schema["properties"]["format"]["const"], 1);
    let wording = vanban(&["wording", "decision"]).out;
    assert!(vanban::Renderer::new().with_wording("decision", &wording).is_ok());
    assert_eq!(vanban(&["example", "resolution"]).out, case("resolution_numbered"));
    let run = vanban(&["example", "letter"]);
    assert_eq!(run.status, 2);
    assert_eq!(
        run.err,
        "<LOẠI>: không nhận “letter”: không có loại văn bản này; có phải official_letter (công văn)? Nếu không, hãy chọn trong `vanban kinds`\n\
         Xem cách dùng: vanban --help\n"
    );
}

#[test]
fn derive_prints_what_follows_from_a_record() {
    let run = vanban(&["derive", "examples/data/minutes_forum.json", "--to", "resolution"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let derived: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((&derived["draft"], &derived["number"]), (&1.into(), &serde_json::Value::Null));
    let run = vanban(&["derive", "examples/data/resolution_numbered.json", "--to", "minutes"]);
    assert_eq!(run.status, 1);
    assert_eq!(
        run.err,
        "examples/data/resolution_numbered.json: lỗi: kind (loại văn bản): từ “resolution” không lập được “minutes”; lập được: \
         resolution (cùng minutes), resolution (cùng minutes, evaluation_form), comments, \
         resolution (cùng comments), resolution, plan [quy ước; chain.no_such_paper]\n"
    );
}

#[test]
fn derive_takes_several_records() {
    let (minutes, last) = ("tests/stories/month_minutes.json", "tests/stories/month_last_resolution.json");
    let run = vanban(&["derive", minutes, last, "--to", "resolution"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let derived: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(derived["subject"], "lãnh đạo thực hiện nhiệm vụ tháng 7 năm 2026");
    assert_eq!(derived["sections"][0]["items"][2]["reviewed"]["tasks"].as_array().unwrap().len(), 4);
    let form = ["derive", minutes, "--to", "evaluation_form"];
    let run = vanban(&form);
    assert_eq!(run.status, 1);
    assert!(
        run.err.contains("chưa chọn bộ tiêu chí để chấm điểm; hiện có: an_phu_ward_2025_monthly"),
        "{}",
        run.err
    );
    let run = vanban(&[&form[..], &["--criteria-set", "an_phu_ward_2025_monthly"]].concat());
    let derived: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((run.status, &derived["session"]["speakers"]), (0, &10.into()));
}

#[test]
fn derive_takes_the_session_of_a_row() {
    let run = vanban(&["derive", "examples/data/plan_branches.json", "--to", "minutes", "--row", "2"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let derived: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(derived["issuer"]["name"], "Chi bộ Phòng Nghiệp vụ Pháp chế");
    let run = vanban(&["derive", "examples/data/plan.json", "--to", "programme", "--row", "2"]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("dòng 2 của kế hoạch chưa ghi nội dung chuyên đề"), "{}", run.err);
}

#[test]
fn wrong_usage_is_status_2() {
    assert_eq!(vanban(&["render"]).status, 2);
    assert_eq!(vanban(&["print"]).status, 2);
}

#[test]
fn a_record_may_come_from_standard_input() {
    let record = fs::File::open(project("tests/cases/draft_smallest.json")).unwrap();
    let run = run(command().args(["check", "-"]).stdin(record).output().unwrap());
    assert_eq!((run.status, run.out.as_str()), (0, "-: không phát hiện lỗi thể thức\n"));
}

#[test]
fn explain_prints_an_entry_or_the_nearest() {
    let run = vanban(&["explain", "number.zero"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(lines[..2], ["number.zero", "  Nghĩa: Văn bản mang số 0."]);
    assert_eq!(lines[2], "  Mức: lỗi: văn bản không được lập");
    assert_eq!(lines[5], "  Việc cần làm: hãy đánh số từ 1");
    let run = vanban(&["explain", "signature.mising"]);
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    assert!(
        run.err.starts_with("không có mã “signature.mising”; có phải: signature.missing, "),
        "{}",
        run.err
    );
    let run = vanban(&["explain", "position"]);
    assert!(run.err.contains("signature.position_missing"), "{}", run.err);
    let run = vanban(&["explain", "?"]);
    assert_eq!(
        run.err,
        "không có mã “?”; mã đứng trong ngoặc vuông ở cuối mỗi vấn đề, ví dụ signature.missing\n"
    );
}
