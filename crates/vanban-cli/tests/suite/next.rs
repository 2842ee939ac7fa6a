//! The chain by command: `vanban next` and `vanban issue`.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{Run, command, folder, names, run, text};

const OFFICE: &str = "office = \"Chi bộ Phòng 7-9\"\nsuperior = \"Đảng bộ Viện kiểm sát nhân dân tỉnh Quảng Trị\"\n\
    place = \"Quảng Trị\"\nprofile = \"hd36\"\nrecipients = [\"Các đảng viên Chi bộ\", \"Lưu Chi bộ\"]\n\n\
    [signer]\nname = \"Nguyễn Thị Hoa\"\nposition = \"Phó Bí thư\"\n";
pub(super) const VOTE: &str = "entitled=13,present=12,in_favour=12,against=0,abstained=0";

pub(super) fn vanban_in(folder: &Path, arguments: &[&str]) -> Run {
    run(command().current_dir(folder).args(arguments).output().unwrap())
}

/// The folder of an office with a forum's minutes.
pub(super) fn office(name: &str) -> PathBuf {
    let folder = folder(name);
    fs::write(folder.join("vanban.toml"), OFFICE).unwrap();
    let mut minutes: Value = serde_json::from_str(&text("tests/stories/forum_minutes.json")).unwrap();
    minutes.as_object_mut().unwrap().remove("recipients");
    write(&folder, "bien-ban.json", &minutes);
    folder
}

pub(super) fn read(folder: &Path, name: &str) -> Value {
    let text = fs::read_to_string(folder.join(name)).unwrap();
    // Comments stand behind values; no value of these records has `" //` in it.
    let plain: String = text.lines().map(|line| line.split(" // ").next().unwrap()).collect();
    serde_json::from_str(plain.trim_start_matches(|c| c != '{')).unwrap()
}

pub(super) fn write(folder: &Path, name: &str, record: &Value) {
    fs::write(folder.join(name), serde_json::to_string_pretty(record).unwrap()).unwrap();
}

#[track_caller]
pub(super) fn done(run: Run) -> Run {
    assert_eq!(run.status, 0, "{}{}", run.out, run.err);
    run
}

/// A folder with the second draft.
fn second_draft(name: &str) -> PathBuf {
    let folder = office(name);
    done(vanban_in(&folder, &["next", "bien-ban.json", "--to", "resolution"]));
    done(vanban_in(&folder, &["next", "nghi-quyet-1.json"]));
    done(vanban_in(&folder, &["next", "gop-y.json"]));
    folder
}

#[test]
fn several_papers_that_may_follow_are_told_and_none_is_made() {
    let folder = office("next_several");
    let run = vanban_in(&folder, &["next", "bien-ban.json"]);
    assert_eq!(
        (run.status, run.err.as_str()),
        (
            2,
            "từ bien-ban.json lập được nhiều loại văn bản; hãy chọn một, gõ:\n  \
             nghị quyết: vanban next bien-ban.json --to resolution\n  \
             thông báo: vanban next bien-ban.json --to notice --number SỐ --date NGÀY\n"
        )
    );
    assert_eq!(names(&folder), ["bien-ban.json", "vanban.toml"]);
}

#[test]
fn each_step_writes_record_and_papers_and_says_what_may_follow() {
    let folder = office("next_steps");
    let run = done(vanban_in(&folder, &["next", "bien-ban.json", "--to", "resolution"]));
    assert_eq!(
        run.out,
        "nghi-quyet-1.json\nnghi-quyet-1.docx\nnghi-quyet-1.pdf\nTiếp theo có thể gõ:\n  \
         bảng tổng hợp ý kiến góp ý: vanban next nghi-quyet-1.json --to comments\n  \
         ban hành: vanban issue nghi-quyet-1.json --number SỐ --date NGÀY\n"
    );
    let draft = read(&folder, "nghi-quyet-1.json");
    assert_eq!(draft["recipients"], json!(["Các đảng viên Chi bộ", "Lưu Chi bộ"]));
    assert_eq!((draft.get("profile"), draft.get("signature")), (None, None));
    let run = done(vanban_in(&folder, &["next", "nghi-quyet-1.json"]));
    assert_eq!(
        run.out,
        "gop-y.json\ngop-y.docx\ngop-y.pdf\n\
         Mở gop-y.json, ghi các góp ý vào giữa hai dấu ngoặc của \"comments\": [ ], cách nhau bằng dấu phẩy, mỗi góp ý như:\n  \
         {\"commenter\": \"Đồng chí …\", \"content\": \"…\", \"accepted\": \"…\"}  – hoặc \"explained\" nếu không tiếp thu\n\
         Nếu không ai góp ý thì thêm dòng: \"none_received\": true,\n\
         Tiếp theo có thể gõ:\n  dự thảo tiếp theo, khi đã ghi xong góp ý: vanban next gop-y.json\n"
    );
    let run = done(vanban_in(&folder, &["next", "gop-y.json"]));
    assert_eq!(
        run.err,
        "gop-y.json: góp ý của dự thảo nghi-quyet-1.json\n\
         cảnh báo: gop-y.json: bảng chưa có góp ý nào; nếu không ai góp ý thì ghi \"none_received\": true vào bảng\n"
    );
    assert_eq!(read(&folder, "nghi-quyet-2.json")["draft"], 2);
    done(vanban_in(
        &folder,
        &[
            "issue",
            "nghi-quyet-2.json",
            "--number",
            "5",
            "--date",
            "10/6/2022",
            "--adopted",
            "10/6/2022",
            "--vote",
            VOTE,
        ],
    ));
    let issued = read(&folder, "nghi-quyet.json");
    assert_eq!((&issued["number"], issued.get("draft")), (&json!(5), None));
    assert_eq!((&issued["signature"]["body"], &issued["vote"]["in_favour"]), (&json!("Chi bộ"), &json!(12)));
    let plan = ["next", "nghi-quyet.json", "--to", "plan", "--number", "8", "--date", "01/7/2022"];
    let run = done(vanban_in(&folder, &plan));
    let said: Vec<&str> = run.out.lines().rev().take(2).collect();
    assert_eq!(
        said,
        [
            "Để ghi bằng bút: chủ trì (5 chỗ). Biết rồi thì mở ke-hoach.json, ghi thay cho \"by_hand\", lưu lại; rồi gõ: \
             vanban watch . (lập lại DOCX và PDF; Ctrl+C để thôi)",
            "Không có văn bản nào lập tiếp từ ke-hoach.json; xem lại, in và gửi ke-hoach.pdf",
        ]
    );
    let text = fs::read_to_string(folder.join("ke-hoach.json")).unwrap();
    assert!(
        text.contains(
            "\"chair\": \"by_hand\", // chủ trì: để ghi bằng bút; biết rồi thì ghi thay cho by_hand\n"
        ),
        "{text}"
    );
    assert!(text.contains("\"number\": 8, // số văn bản\n"), "{text}");
    let plan = read(&folder, "ke-hoach.json");
    assert_eq!((&plan["number"], plan.get("draft"), plan.get("profile")), (&json!(8), None, None));
    assert_eq!(plan["signature"]["name"], "Nguyễn Thị Hoa");
}

#[test]
fn an_open_comment_stops_the_next_draft() {
    let folder = office("next_comments");
    done(vanban_in(&folder, &["next", "bien-ban.json", "--to", "resolution"]));
    done(vanban_in(&folder, &["next", "nghi-quyet-1.json"]));
    let mut table = read(&folder, "gop-y.json");
    table["comments"] = json!([{"commenter": "Đồng chí Võ Thị Lan", "content": "Ghi thời hạn"}]);
    write(&folder, "gop-y.json", &table);
    let run = vanban_in(&folder, &["next", "gop-y.json"]);
    assert_eq!(run.status, 1);
    assert!(
        run.err.contains("góp ý của đồng chí Võ Thị Lan chưa được tiếp thu, cũng chưa giải trình"),
        "{}",
        run.err
    );
    assert!(!names(&folder).contains(&"nghi-quyet-2.json".to_owned()));
    // What was taken in is still to be written into the draft's words; a table that says nobody commented is silent.
    table["comments"][0]["accepted"] = json!("Đã ghi");
    write(&folder, "gop-y.json", &table);
    let run = done(vanban_in(&folder, &["next", "gop-y.json"]));
    assert_eq!(
        run.out.lines().last().unwrap(),
        "Các góp ý đã tiếp thu chưa có trong lời văn của dự thảo: hãy ghi vào nghi-quyet-2.json trước khi ban hành."
    );
    table["comments"] = json!([]);
    table["none_received"] = json!(true);
    write(&folder, "gop-y.json", &table);
    let run = done(vanban_in(&folder, &["next", "gop-y.json"]));
    assert_eq!(run.err, "gop-y.json: góp ý của dự thảo nghi-quyet-1.json\n");
    assert!(run.out.trim_end().ends_with("--number SỐ --date NGÀY"), "{}", run.out);
}

#[test]
fn no_paper_is_older_than_what_it_is_made_of() {
    let folder = second_draft("next_older");
    let before = names(&folder);
    let said = |arguments: &str| {
        let run = vanban_in(&folder, &arguments.split(' ').collect::<Vec<_>>());
        assert!(run.status != 0 && names(&folder) == before, "{}", run.out);
        run.err
    };
    let adopted =
        format!("issue nghi-quyet-2.json --number 5 --date 10/6/2022 --adopted 10/5/2022 --vote {VOTE}");
    assert_eq!(
        said(&adopted),
        "nghi-quyet-2.json: lỗi: adopted (ngày thông qua): nghị quyết thông qua ngày 10/5/2022, trước ngày 21/5/2022 của \
         cuộc họp nêu ở đoạn mở đầu; hãy kiểm tra lại hai ngày này [quy ước; resolution.before_meeting]\n\
         không ghi tệp nào\n"
    );
    assert_eq!(
        said("next bien-ban.json --to notice --number 7 --date 01/1/2022"),
        "bien-ban.json: biên bản ngày 21/5/2022, mà thông báo lập từ đó đề ngày 01/01/2022; hãy ghi --date từ ngày \
         21/5/2022 trở đi\n"
    );
    done(vanban_in(&folder, &["next", "bien-ban.json", "--to", "notice"]));
    let run = vanban_in(&folder, &["issue", "thong-bao-1.json", "--number", "7", "--date", "01/5/2022"]);
    assert!(
        run.err.contains("văn bản đề ngày 01/5/2022, trước ngày 21/5/2022 của cuộc họp nêu ở đoạn mở đầu"),
        "{}",
        run.err
    );
    assert!(!folder.join("thong-bao.json").exists());
}

#[test]
fn what_is_done_already_is_told() {
    let folder = office("next_already");
    let notice = ["next", "bien-ban.json", "--to", "notice", "--number", "7", "--date", "25/5/2022"];
    done(vanban_in(&folder, &notice));
    let again = vanban_in(&folder, &["issue", "thong-bao.json", "--number", "8", "--date", "26/5/2022"]);
    assert_eq!(
        (again.status, again.err.as_str()),
        (1, "thong-bao.json: thông báo số 07, ngày 25/5/2022 đã ban hành rồi, không phải ban hành nữa\n")
    );
    let twice = vanban_in(&folder, &["next", "bien-ban.json", "./bien-ban.json", "--to", "notice"]);
    assert_eq!(
        (twice.status, twice.err.as_str()),
        (2, "./bien-ban.json: tệp này ghi hai lần trong lệnh; hãy ghi mỗi tệp một lần\n")
    );
}

#[test]
fn the_draft_of_a_table_is_found_or_asked_for() {
    let folder = office("next_draft_of");
    done(vanban_in(&folder, &["next", "bien-ban.json", "--to", "resolution"]));
    done(vanban_in(&folder, &["next", "nghi-quyet-1.json"]));
    // By what the table says, wherever the draft's file went.
    fs::rename(folder.join("nghi-quyet-1.json"), folder.join("a.json")).unwrap();
    let run = done(vanban_in(&folder, &["next", "gop-y.json", "-o", "b.json"]));
    assert_eq!(
        run.err,
        "gop-y.json: góp ý của dự thảo a.json\n\
         cảnh báo: gop-y.json: bảng chưa có góp ý nào; nếu không ai góp ý thì ghi \"none_received\": true vào bảng\n"
    );
    // Of several, the one from which it was made.
    fs::copy(folder.join("a.json"), folder.join("c.json")).unwrap();
    let run = vanban_in(&folder, &["next", "gop-y.json", "-o", "b.json"]);
    assert_eq!(
        (run.status, run.err.as_str()),
        (
            2,
            "gop-y.json: nhiều dự thảo hợp với bảng góp ý này (a.json, c.json); hãy ghi cả tệp dự thảo, như: vanban next a.json gop-y.json\n"
        )
    );
    fs::rename(folder.join("a.json"), folder.join("nghi-quyet-1.json")).unwrap();
    done(vanban_in(&folder, &["next", "gop-y.json", "-o", "b.json"]));
    // Where its words were changed, too.
    fs::remove_file(folder.join("c.json")).unwrap();
    let mut draft = read(&folder, "nghi-quyet-1.json");
    draft["subject"] = json!("về tên khác");
    write(&folder, "nghi-quyet-1.json", &draft);
    done(vanban_in(&folder, &["next", "gop-y.json", "-o", "b.json"]));
    fs::remove_file(folder.join("nghi-quyet-1.json")).unwrap();
    fs::remove_file(folder.join("b.json")).unwrap();
    let run = vanban_in(&folder, &["next", "gop-y.json"]);
    assert_eq!(
        run.err,
        "gop-y.json: không thấy dự thảo được góp ý trong cùng thư mục; hãy ghi cả tệp dự thảo: vanban next DỰ-THẢO.json gop-y.json\n"
    );
}

#[test]
fn a_resolution_that_was_not_carried_is_not_issued() {
    let folder = second_draft("issue_refused");
    let before = names(&folder);
    let issue = |more: &[&str]| {
        let run = vanban_in(&folder, &[&["issue", "nghi-quyet-2.json", "--number", "5"], more].concat());
        assert_eq!(names(&folder), before);
        run.err
    };
    let said = issue(&["--date", "10/6/2022"]);
    assert_eq!(
        said,
        "nghi-quyet-2.json: chưa ban hành được, còn thiếu:\n  ngày của kỳ sinh hoạt thông qua: --adopted NGÀY\n  \
         số đảng viên có quyền biểu quyết, số có mặt, số tán thành, số không tán thành, số không có ý kiến: \
         --vote entitled=…,present=…,in_favour=…,against=…,abstained=…\nkhông ghi tệp nào\n"
    );
    let with = |date: &str, vote: &str| issue(&["--date", date, "--adopted", "10/6/2022", "--vote", vote]);
    let said = with("10/6/2022", "entitled=13,present=12,in_favour=6,against=3,abstained=3");
    assert!(said.contains("lỗi: vote.in_favour: tán thành 6/13 đồng chí, chưa quá một nửa"), "{said}");
    assert!(said.contains("\n  hãy kiểm tra lại kết quả biểu quyết\nkhông ghi tệp nào\n"), "{said}");
    let said = with("10/6/2022", "entitled=13,present=12,in_favour=12,against=1,abstained=0");
    assert!(said.contains("cộng lại là 13, mà có mặt 12 đồng chí"), "{said}");
    let said = with("09/6/2022", VOTE);
    assert!(said.contains("trước ngày 10/6/2022 của kỳ sinh hoạt thông qua; hãy ghi từ ngày ấy"), "{said}");
    let said = with("10/6/2022", "13,12,12,0,0");
    assert!(said.contains("hãy ghi tên trước từng con số, như entitled=13,"), "{said}");
    let run = vanban_in(&folder, &["issue", "gop-y.json", "--number", "5", "--date", "10/6/2022"]);
    assert!(
        run.err.contains("“bảng tổng hợp ý kiến góp ý” không qua dự thảo; hãy ghi tệp dự thảo"),
        "{}",
        run.err
    );
    assert_eq!(names(&folder), before);
}

#[test]
fn nothing_of_another_paper_is_replaced() {
    let folder = second_draft("issue_again");
    let issue_of = |number: &str, day: &str, more: &[&str]| {
        let known = ["issue", "nghi-quyet-2.json", "--adopted", "10/6/2022", "--vote", VOTE];
        vanban_in(&folder, &[&known[..], &["--number", number, "--date", day], more].concat())
    };
    let issue = |number: &str, more: &[&str]| issue_of(number, "10/6/2022", more);
    done(issue("5", &[]));
    done(issue("5", &[]));
    for again in [issue("6", &[]), issue_of("5", "11/6/2022", &[])] {
        assert_eq!(again.status, 1);
        assert_eq!(
            again.err,
            "nghi-quyet.json: đã có nghị quyết số 05 ngày 10/6/2022, giữ nguyên; ghi tên khác sau -o, hoặc thêm --force để ghi đè\n"
        );
    }
    assert_eq!(read(&folder, "nghi-quyet.json")["number"], json!(5));
    done(issue_of("6", "11/6/2022", &["--force"]));
    assert_eq!(read(&folder, "nghi-quyet.json")["number"], json!(6));
    done(issue("5", &["--force"]));
    done(issue("6", &["-o", "nghi-quyet-6"]));
    assert!(folder.join("nghi-quyet-6.docx").exists());
    assert!(issue("7", &["-o", "nghi-quyet-2.json"]).err.contains("đây là tệp đầu vào"));
    assert!(issue("7", &["-o", "a.docx"]).err.contains("-o là tệp bản ghi, tên có đuôi .json"));
    // What she typed into a record is kept.
    let mut draft = read(&folder, "nghi-quyet-2.json");
    draft["subject"] = json!("về tên khác");
    write(&folder, "nghi-quyet-2.json", &draft);
    let run = vanban_in(&folder, &["next", "gop-y.json"]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("nghi-quyet-2.json: tệp đã được sửa sau lần lập trước"), "{}", run.err);
    assert_eq!(read(&folder, "nghi-quyet-2.json"), draft);
}

#[test]
fn papers_go_where_the_office_has_them() {
    let folder = office("next_output");
    fs::write(folder.join("vanban.toml"), format!("output = \"van-ban\"\n{OFFICE}")).unwrap();
    let notice = ["next", "bien-ban.json", "--to", "notice", "--number", "7", "--date", "25/5/2022"];
    done(vanban_in(&folder, &notice));
    assert_eq!(names(&folder), ["bien-ban.json", "thong-bao.json", "van-ban", "vanban.toml"]);
    assert_eq!(names(&folder.join("van-ban")), ["thong-bao.docx", "thong-bao.pdf"]);
    let run = vanban_in(&folder, &["next", "bien-ban.json", "--to", "notice", "--number", "7"]);
    assert_eq!((run.status, run.err.contains("cần cả số và ngày")), (2, true), "{}", run.err);
    let run = vanban_in(
        &folder,
        &["next", "bien-ban.json", "--to", "resolution", "--number", "7", "--date", "25/5/2022"],
    );
    assert_eq!(
        run.err,
        "nghị quyết: chưa ghi số, ngày ở bước này; hãy bỏ --number, --date, lập xong rồi ban hành bằng vanban issue nếu là dự thảo\n"
    );
}

#[test]
fn a_draft_that_needs_no_vote_is_issued_by_its_signer() {
    let folder = office("issue_notice");
    done(vanban_in(&folder, &["next", "bien-ban.json", "--to", "notice"]));
    let run = vanban_in(&folder, &["issue", "thong-bao-1.json"]);
    assert_eq!(
        run.err,
        "thong-bao-1.json: chưa ban hành được, còn thiếu:\n  số văn bản: --number SỐ\n  ngày ban hành: --date NGÀY\nkhông ghi tệp nào\n"
    );
    done(vanban_in(&folder, &["issue", "thong-bao-1.json", "--number", "7", "--date", "25/5/2022"]));
    assert_eq!(read(&folder, "thong-bao.json")["signature"]["name"], "Nguyễn Thị Hoa");
}

/// What goes out is signed: it has its fields, their places, and its record where that is wanted.
#[test]
fn what_goes_out_is_made_to_be_signed() {
    let folder = office("issue_signed");
    done(vanban_in(&folder, &["next", "bien-ban.json", "--to", "notice"]));
    let issue = ["issue", "thong-bao-1.json", "--number", "7", "--date", "25/5/2022"];
    let extras = ["--signature-fields", "--with-data", "--positions"];
    done(vanban_in(&folder, &[&issue[..], &extras].concat()));
    let next =
        ["next", "bien-ban.json", "--to", "notice", "--number", "7", "--date", "25/5/2022", "-o", "hai"];
    done(vanban_in(&folder, &[&next[..], &extras].concat()));
    let renderer = vanban::Renderer::new().with_profile(vanban::Profile::hd36()).with_signature_fields(true);
    for name in ["thong-bao", "hai"] {
        let record = renderer.read(&read(&folder, &format!("{name}.json")).to_string()).unwrap();
        let document = renderer.render(&record).unwrap();
        let written = |extension: &str| fs::read(folder.join(format!("{name}.{extension}"))).unwrap();
        assert!(written("pdf") == document.to_pdf_with_data().unwrap());
        assert!(written("docx") == document.to_docx_with_data().unwrap());
        let told: Value = serde_json::from_slice(&written("positions.json")).unwrap();
        assert_eq!(told, serde_json::to_value(document.positions()).unwrap());
    }
}

#[test]
fn a_refusal_names_the_guidance_that_the_paper_follows() {
    let folder = second_draft("next_guidance");
    let of_draft = ["next", "nghi-quyet-2.json", "--to", "plan"];
    let said = vanban_in(&folder, &of_draft).err;
    assert!(said.contains("[36-HD/VPTW II.2.2; chain.still_a_draft]") && !said.contains("05-HD"), "{said}");
    let said = vanban_in(&folder, &[&of_draft[..], &["--profile", "hd05"]].concat()).err;
    assert!(said.contains("[05-HD/VPTW II.II.4.2; chain.still_a_draft]"), "{said}");
}

/// A paper of the same name from other sources is another paper; from the same ones, and more, it is made again.
#[test]
fn a_record_made_of_other_files_is_kept() {
    let folder = second_draft("next_others");
    let issue =
        ["issue", "nghi-quyet-2.json", "--number", "5", "--date", "10/6/2022", "--adopted", "10/6/2022"];
    done(vanban_in(&folder, &[&issue[..], &["--vote", VOTE]].concat()));
    let before = fs::read(folder.join("nghi-quyet-1.json")).unwrap();
    let run = vanban_in(&folder, &["next", "nghi-quyet.json", "--to", "resolution"]);
    let told = "nghi-quyet-1.json: đã có, lập từ bien-ban.json; giữ nguyên; ghi tên khác sau -o, hoặc thêm --force để ghi đè\n";
    assert_eq!((run.status, run.err.as_str()), (1, told));
    assert_eq!(fs::read(folder.join("nghi-quyet-1.json")).unwrap(), before);
    done(vanban_in(&folder, &["next", "bien-ban.json", "--to", "resolution"]));
    done(vanban_in(&folder, &["next", "nghi-quyet.json", "--to", "resolution", "--force"]));
}
