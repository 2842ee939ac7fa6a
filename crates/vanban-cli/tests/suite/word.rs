//! Drafts that go to Word and come back: `next`, `issue`, `render`, `check` of a DOCX with fields.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::next::{VOTE, done, office, read, vanban_in, write};
use super::{Run, names};

/// The folder of an office with a first draft, whose DOCX has fields.
fn draft(name: &str) -> PathBuf {
    let folder = office(name);
    done(vanban_in(&folder, &["next", "bien-ban.json", "--to", "resolution", "--fill-in"]));
    folder
}

/// A DOCX as Word saves it after its text was changed.
fn edited(docx: &[u8], edit: impl Fn(String) -> String) -> Vec<u8> {
    let mut parts = ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut made = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..parts.len() {
        let mut part = parts.by_index(at).unwrap();
        let name = part.name().to_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        if name == "word/document.xml" {
            bytes = edit(String::from_utf8(bytes).unwrap()).into_bytes();
        }
        made.start_file(name, SimpleFileOptions::default()).unwrap();
        made.write_all(&bytes).unwrap();
    }
    made.finish().unwrap().into_inner()
}

/// Writes words into the field with this tag.
fn in_field(text: String, tag: &str, words: &str) -> String {
    let at = text.find(&format!("w:tag w:val=\"{tag}\"")).unwrap();
    let begin = at + text[at..].find("<w:sdtContent>").unwrap();
    let end = begin + text[begin..].find("</w:sdtContent>").unwrap();
    format!("{}<w:sdtContent><w:r><w:t>{words}</w:t></w:r>{}", &text[..begin], &text[end..])
}

fn corrected(folder: &Path, from: &str, to: &str, tag: &str, words: &str) {
    let docx = fs::read(folder.join(from)).unwrap();
    fs::write(folder.join(to), edited(&docx, |text| in_field(text, tag, words))).unwrap();
}

fn states(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let files = names(folder).into_iter().filter(|name| folder.join(name).is_file());
    files.map(|name| (name.clone(), fs::read(folder.join(name)).unwrap())).collect()
}

/// What a command says that is to write nothing.
#[track_caller]
fn refused(folder: &Path, arguments: &[&str]) -> String {
    let before = states(folder);
    let Run { status, err, out } = vanban_in(folder, arguments);
    assert_eq!((status, out.as_str()), (1, ""), "{err}");
    assert!(states(folder) == before, "{:?}", names(folder));
    err
}

#[test]
fn a_draft_for_word_has_fields_and_comes_back_by_its_docx() {
    let folder = office("word_fill_in");
    let run = done(vanban_in(&folder, &["next", "bien-ban.json", "--to", "resolution", "--fill-in"]));
    assert_eq!(
        run.out,
        "nghi-quyet-1.json\nnghi-quyet-1.docx\nnghi-quyet-1.pdf\nTiếp theo có thể gõ:\n  \
         bảng tổng hợp ý kiến góp ý: vanban next nghi-quyet-1.docx --to comments\n  \
         ban hành: vanban issue nghi-quyet-1.docx --number SỐ --date NGÀY\n"
    );
    let fillable = fs::read(folder.join("nghi-quyet-1.docx")).unwrap();
    // The record of the DOCX is that of the file beside it.
    let extracted = done(vanban_in(&folder, &["extract", "nghi-quyet-1.docx"])).out;
    assert_eq!(serde_json::from_str::<Value>(&extracted).unwrap(), read(&folder, "nghi-quyet-1.json"));
    // So has the next draft.
    done(vanban_in(&folder, &["next", "nghi-quyet-1.docx", "--to", "comments"]));
    done(vanban_in(&folder, &["next", "gop-y.json", "--fill-in"]));
    done(vanban_in(&folder, &["extract", "nghi-quyet-2.docx"]));
    // Without, it has none.
    done(vanban_in(&folder, &["next", "bien-ban.json", "--to", "resolution"]));
    assert_ne!(fs::read(folder.join("nghi-quyet-1.docx")).unwrap(), fillable);
    assert_eq!(
        refused(&folder, &["next", "nghi-quyet-1.docx"]),
        "nghi-quyet-1.docx: lỗi: tệp không kèm bản ghi: không phải tệp do phần mềm lập để điền, hoặc bản ghi đã được bỏ; \
         hãy xin lại tệp đã gửi [quy ước; returned.no_record]\n"
    );
}

#[test]
fn what_was_corrected_in_word_goes_on_and_into_the_records_file() {
    let folder = draft("word_next");
    corrected(&folder, "nghi-quyet-1.docx", "nghi-quyet-1.docx", "/subject", "về nêu gương");
    let docx = fs::read(folder.join("nghi-quyet-1.docx")).unwrap();
    let run = done(vanban_in(&folder, &["next", "nghi-quyet-1.docx", "--to", "comments"]));
    assert_eq!(run.err, "nghi-quyet-1.docx: lấy 1 chỗ đã sửa trong Word: trích yếu\n");
    assert!(
        run.out.starts_with("nghi-quyet-1.json\nnghi-quyet-1.pdf\ngop-y.json\ngop-y.docx\ngop-y.pdf\n"),
        "{}",
        run.out
    );
    assert_eq!(read(&folder, "nghi-quyet-1.json")["subject"], "về nêu gương");
    assert_eq!(read(&folder, "gop-y.json")["subject"], "ý kiến góp ý dự thảo lần 1 Nghị quyết về nêu gương");
    // The file of the leaders stands as they saved it.
    assert!(fs::read(folder.join("nghi-quyet-1.docx")).unwrap() == docx);
    // Nothing more is to be taken.
    let run = done(vanban_in(&folder, &["next", "nghi-quyet-1.docx", "--to", "comments"]));
    assert!(run.out.starts_with("gop-y.json\n"), "{}", run.out);
    // The minutes do not make the draft anew untold.
    assert_eq!(
        refused(&folder, &["next", "bien-ban.json", "--to", "resolution"]),
        "nghi-quyet-1.json: đã có, lập từ nghi-quyet-1.docx; giữ nguyên; ghi tên khác sau -o, hoặc thêm --force để ghi đè\n"
    );
}

#[test]
fn a_corrected_draft_is_issued() {
    let folder = draft("word_issue");
    corrected(&folder, "nghi-quyet-1.docx", "nghi-quyet-1 (anh Ba).docx", "/subject", "về nêu gương");
    let issue = ["issue", "nghi-quyet-1 (anh Ba).docx", "--number", "5", "--date", "10/6/2022"];
    let lacking = vanban_in(&folder, &issue);
    assert_eq!((lacking.status, lacking.out.as_str()), (2, ""), "{}", lacking.err);
    assert_ne!(read(&folder, "nghi-quyet-1.json")["subject"], "về nêu gương");
    let run = done(vanban_in(&folder, &[&issue[..], &["--adopted", "10/6/2022", "--vote", VOTE]].concat()));
    assert_eq!(run.err, "nghi-quyet-1 (anh Ba).docx: lấy 1 chỗ đã sửa trong Word: trích yếu\n");
    // The record, by the name that it has in the chain, and its papers.
    assert!(
        run.out.starts_with(
            "nghi-quyet-1.json\nnghi-quyet-1.docx\nnghi-quyet-1.pdf\nnghi-quyet.json\nnghi-quyet.docx\nnghi-quyet.pdf\n"
        ),
        "{}",
        run.out
    );
    assert_eq!(read(&folder, "nghi-quyet-1.json")["subject"], "về nêu gương");
    let issued = read(&folder, "nghi-quyet.json");
    assert_eq!((&issued["subject"], &issued["number"]), (&json!("về nêu gương"), &json!(5)));
    done(vanban_in(&folder, &["extract", "nghi-quyet-1.docx"]));
    assert_eq!(vanban_in(&folder, &["extract", "nghi-quyet.docx"]).status, 1);
}

#[test]
fn what_fits_no_field_is_told_and_nothing_is_written() {
    let folder = draft("word_outside");
    let docx = fs::read(folder.join("nghi-quyet-1.docx")).unwrap();
    let more = |text: String| {
        text.replacen("<w:sectPr", "<w:p><w:r><w:t>Bổ sung phụ lục.</w:t></w:r></w:p><w:sectPr", 1)
    };
    fs::write(folder.join("nghi-quyet-1.docx"), edited(&docx, more)).unwrap();
    let said = "nghi-quyet-1.docx: lỗi: văn bản có thêm “Bổ sung phụ lục.”; chỗ này không phải ô để điền; hãy sửa trong bản \
         ghi, hoặc để như bản đã gửi [quy ước; returned.text]\n";
    assert_eq!(refused(&folder, &["next", "nghi-quyet-1.docx"]), said);
    let issue =
        ["issue", "nghi-quyet-1.docx", "--number", "5", "--date", "10/6/2022", "--adopted", "10/6/2022"];
    assert_eq!(refused(&folder, &[&issue[..], &["--vote", VOTE]].concat()), said);
    assert_eq!(refused(&folder, &["render", "nghi-quyet-1.docx", "-o", "."]), said);
    let run = vanban_in(&folder, &["check", "nghi-quyet-1.docx"]);
    assert_eq!((run.status, run.out), (1, said.to_owned()));
    fs::write(folder.join("cu.doc"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").unwrap();
    assert_eq!(
        refused(&folder, &["next", "cu.doc"]),
        "cu.doc: lỗi: đây là tệp của Word 97-2003 (.doc); hãy mở bằng Word, chọn “Lưu thành” (Save As), lưu thành .docx \
         [quy ước; returned.old_word]\n"
    );
}

#[test]
fn a_record_that_was_edited_is_kept() {
    let folder = draft("word_kept");
    corrected(&folder, "nghi-quyet-1.docx", "nghi-quyet-1.docx", "/subject", "về nêu gương");
    let mut own = read(&folder, "nghi-quyet-1.json");
    // Written anew by hand, the same.
    write(&folder, "nghi-quyet-1.json", &own);
    let next = ["next", "nghi-quyet-1.docx", "--to", "comments"];
    assert_eq!(
        refused(&folder, &next),
        "nghi-quyet-1.docx: lấy 1 chỗ đã sửa trong Word: trích yếu\n\
         nghi-quyet-1.json: tệp đã được sửa sau lần lập trước, giữ nguyên; muốn lập lại thì đổi tên tệp này, hoặc thêm \
         --force để ghi đè\n"
    );
    // Another text than that which went out.
    own["place"] = json!("Đông Hà");
    write(&folder, "nghi-quyet-1.json", &own);
    let said = "nghi-quyet-1.json: khác với bản ghi lúc lập nghi-quyet-1.docx, giữ nguyên; hãy sửa trong nghi-quyet-1.json \
         rồi dùng tệp này, hoặc thêm --force để lấy theo nghi-quyet-1.docx\n";
    assert_eq!(
        refused(&folder, &next),
        format!("nghi-quyet-1.docx: lấy 1 chỗ đã sửa trong Word: trích yếu\n{said}")
    );
    fs::write(folder.join("nghi-quyet-1.json"), "{").unwrap();
    assert!(refused(&folder, &next).ends_with(said));
    done(vanban_in(&folder, &[&next[..], &["--force"]].concat()));
    let own = read(&folder, "nghi-quyet-1.json");
    assert_eq!((&own["subject"], &own["place"]), (&json!("về nêu gương"), &json!("Quảng Trị")));
}

#[test]
fn a_picture_of_a_signature_stays_in_the_record() {
    let folder = office("word_picture");
    let signed: Value = serde_json::from_str(&super::case("joint_images")).unwrap();
    let image = signed["signature"]["image"].clone();
    assert!(image.is_object());
    done(vanban_in(&folder, &["next", "bien-ban.json", "--to", "notice"]));
    let mut notice = read(&folder, "thong-bao-1.json");
    notice["signature"] = json!({
        "capacity": "on_behalf_of", "body": "Chi ủy", "position": "Bí thư", "name": "Trần Văn Bình", "image": image,
    });
    write(&folder, "thong-bao-1.json", &notice);
    let render =
        ["render", "thong-bao-1.json", "-o", ".", "--fill-in", "--name", "thong-bao-{draft}", "--force"];
    done(vanban_in(&folder, &render));
    corrected(&folder, "thong-bao-1.docx", "thong-bao-1.docx", "/subject", "về nêu gương");
    let issue = ["issue", "thong-bao-1.docx", "--number", "7", "--date", "25/5/2022", "--force"];
    done(vanban_in(&folder, &issue));
    for name in ["thong-bao-1.json", "thong-bao.json"] {
        let notice = read(&folder, name);
        assert_eq!((&notice["subject"], &notice["signature"]["image"]), (&json!("về nêu gương"), &image));
    }
}

#[test]
fn papers_are_made_of_what_was_corrected() {
    let folder = draft("word_render");
    corrected(&folder, "nghi-quyet-1.docx", "sua.docx", "/subject", "về nêu gương");
    let run = done(vanban_in(&folder, &["render", "sua.docx", "-o", "in", "--format", "pdf"]));
    assert_eq!(run.out.lines().count(), 1, "{}", run.out);
    let run = done(vanban_in(&folder, &["check", "sua.docx", "nghi-quyet-1.json"]));
    assert_eq!(
        run.out.matches("sua.docx").count(),
        run.out.matches("nghi-quyet-1.json").count(),
        "{}",
        run.out
    );
    // Neither writes into the record.
    assert_ne!(read(&folder, "nghi-quyet-1.json")["subject"], "về nêu gương");
}

#[test]
fn papers_of_an_office_that_stand_elsewhere_find_their_record() {
    let folder = office("word_elsewhere");
    let office = fs::read_to_string(folder.join("vanban.toml")).unwrap();
    fs::write(folder.join("vanban.toml"), format!("output = \"van-ban\"\n{office}")).unwrap();
    let run = done(vanban_in(&folder, &["next", "bien-ban.json", "--to", "resolution", "--fill-in"]));
    assert!(run.out.contains("van-ban/nghi-quyet-1.docx\n"), "{}", run.out);
    assert!(run.out.contains("vanban issue nghi-quyet-1.json"), "{}", run.out);
    corrected(&folder, "van-ban/nghi-quyet-1.docx", "van-ban/nghi-quyet-1.docx", "/subject", "về nêu gương");
    done(vanban_in(&folder, &["next", "van-ban/nghi-quyet-1.docx", "--to", "comments"]));
    assert_eq!(read(&folder, "nghi-quyet-1.json")["subject"], "về nêu gương");
    assert!(folder.join("gop-y.json").is_file() && folder.join("van-ban/gop-y.pdf").is_file());
}

/// A folder with what bodies returned of the first draft.
fn opinions(name: &str) -> PathBuf {
    let folder = draft(name);
    fs::create_dir(folder.join("tra-loi")).unwrap();
    let subject = "/subject";
    // The last word of a long text.
    let words = read(&folder, "nghi-quyet-1.json")["subject"].as_str().unwrap().replace("Ngành”", "đơn vị”");
    corrected(&folder, "nghi-quyet-1.docx", "tra-loi/nghi-quyet-1 - Chi bộ 2.docx", subject, &words);
    corrected(&folder, "nghi-quyet-1.docx", "tra-loi/Chi_bộ 3_nghi-quyet-1.docx", "/recipients/0", "Đảng ủy");
    fs::copy(folder.join("nghi-quyet-1.docx"), folder.join("tra-loi/nghi-quyet-1 (Chi bộ 1).docx")).unwrap();
    fs::write(folder.join("tra-loi/~$nghi-quyet-1.docx"), "x").unwrap();
    folder
}

const COLLECT: [&str; 6] = ["collect", "tra-loi", "--sent", "nghi-quyet-1.docx", "--to", "comments"];

#[test]
fn opinions_that_came_back_make_the_table_and_the_next_draft_goes_on() {
    let folder = opinions("word_opinions");
    let run = done(vanban_in(&folder, &COLLECT));
    assert_eq!(run.err, "");
    assert_eq!(
        run.out,
        "gop-y.json\ngop-y.docx\ngop-y.pdf\n\
         Mở gop-y.json, ghi cho mỗi góp ý \"accepted\": \"…\" nếu tiếp thu, hoặc \"explained\": \"…\" nếu không.\n\
         Tiếp theo có thể gõ:\n  dự thảo tiếp theo, khi đã ghi xong góp ý: vanban next gop-y.json\n\
         2 góp ý của 2 người, đơn vị; 1 trả lại nguyên bản dự thảo (Chi bộ 1)\n"
    );
    let mut table = read(&folder, "gop-y.json");
    assert_eq!(
        table["comments"],
        json!([
            {"commenter": "Chi bộ 3", "content": "Nơi nhận 1: đề nghị sửa “Các đảng viên Chi bộ” thành “Đảng ủy”"},
            {"commenter": "Chi bộ 2", "content": "Trích yếu: đề nghị sửa “… dựng Đảng và xây dựng Ngành”” thành “… dựng Đảng và xây dựng đơn vị””"},
        ])
    );
    // Again, nothing changes; the draft neither.
    let before = states(&folder);
    done(vanban_in(&folder, &COLLECT));
    assert!(states(&folder) == before);
    let open = vanban_in(&folder, &["next", "gop-y.json"]);
    assert_eq!(open.status, 1, "{}", open.err);
    for comment in table["comments"].as_array_mut().unwrap() {
        comment["accepted"] = json!("Đã sửa");
    }
    write(&folder, "gop-y.json", &table);
    let run = done(vanban_in(&folder, &["next", "gop-y.json", "--fill-in"]));
    assert_eq!(run.err, "gop-y.json: góp ý của dự thảo nghi-quyet-1.json\n");
    assert_eq!(read(&folder, "nghi-quyet-2.json")["draft"], 2);
    // The answers are kept.
    let said = "gop-y.json: tệp đã được sửa sau lần lập trước, giữ nguyên; muốn lập lại thì đổi tên tệp này, hoặc thêm \
                --force để ghi đè\n";
    let run = vanban_in(&folder, &COLLECT);
    assert_eq!((run.status, run.err.as_str()), (1, said));
    assert_eq!(read(&folder, "gop-y.json")["comments"][0]["accepted"], "Đã sửa");
}

#[test]
fn what_is_no_opinion_on_the_draft_is_told() {
    let folder = opinions("word_no_opinion");
    fs::copy(folder.join("nghi-quyet-1.docx"), folder.join("tra-loi/nghi-quyet-1 (1).docx")).unwrap();
    fs::write(folder.join("tra-loi/Chi bộ 4.docx"), b"%PDF-1.7").unwrap();
    let run = vanban_in(&folder, &COLLECT);
    let err: Vec<&str> = run.err.lines().collect();
    assert_eq!((run.status, err.len()), (1, 2), "{}", run.err);
    assert_eq!(
        err[0],
        "tra-loi/nghi-quyet-1 (1).docx: không biết ý kiến của ai; hãy đổi tên tệp, thêm tên người hoặc đơn vị góp ý, hoặc \
         ghi --who \"nghi-quyet-1 (1).docx=TÊN\""
    );
    assert!(err[1].starts_with("Chi bộ 4.docx: lỗi: "), "{}", err[1]);
    assert_eq!(read(&folder, "gop-y.json")["comments"].as_array().unwrap().len(), 2);
    fs::remove_file(folder.join("tra-loi/Chi bộ 4.docx")).unwrap();
    let named = [&COLLECT[..], &["--who", "nghi-quyet-1 (1).docx=Chi bộ 5", "-o", "y-kien"]].concat();
    let run = done(vanban_in(&folder, &named));
    assert!(run.out.ends_with("; 2 trả lại nguyên bản dự thảo (Chi bộ 5, Chi bộ 1)\n"), "{}", run.out);
    assert_eq!(names(&folder.join("y-kien")), ["gop-y.docx", "gop-y.json", "gop-y.pdf"]);
}

#[test]
fn copies_of_a_file_are_of_one_body() {
    let folder = opinions("word_copies");
    let at = |name: &str| folder.join("tra-loi").join(name);
    for copy in [
        "nghi-quyet-1 - Chi bộ 2 (1).docx",
        "Bản sao của nghi-quyet-1 - Chi bộ 2_góp ý.docx",
        "nghi-quyet-1 - Chi bo\u{302}\u{323} 2 - Copy.docx",
    ] {
        fs::copy(at("nghi-quyet-1 - Chi bộ 2.docx"), at(copy)).unwrap();
    }
    let run = done(vanban_in(&folder, &COLLECT));
    assert_eq!(run.err.matches("của Chi bộ 2 góp ý giống nhau; chỉ tính một lần").count(), 3, "{}", run.err);
    let said = "2 góp ý của 2 người, đơn vị; 1 trả lại nguyên bản dự thảo (Chi bộ 1)\n";
    assert!(run.out.ends_with(said), "{}", run.out);
    let run = vanban_in(&folder, &[&COLLECT[..], &["--who", "khong-co.docx=Chi bộ 5"]].concat());
    let said = "--who \"khong-co.docx=Chi bộ 5\": không có tệp khong-co.docx trong các tệp nộp về; hãy ghi đúng tên tệp\n";
    assert_eq!((run.status, run.err.as_str()), (1, said));
}

/// A copy for each who was asked says who has not answered; so do names.
#[test]
fn who_has_not_returned_the_draft_is_told() {
    let folder = opinions("word_missing");
    fs::create_dir(folder.join("gui")).unwrap();
    fs::create_dir(folder.join("nop")).unwrap();
    for branch in 1..=3 {
        let name = format!("nghi-quyet-1 - Chi bộ {branch}.docx");
        fs::copy(folder.join("nghi-quyet-1.docx"), folder.join("gui").join(name)).unwrap();
    }
    let name = "nghi-quyet-1 - Chi bộ 2.docx";
    fs::copy(folder.join("gui").join(name), folder.join("nop").join(name)).unwrap();
    let run = vanban_in(&folder, &["collect", "nop", "--sent", "gui", "--to", "comments", "-o", "y-kien"]);
    assert_eq!((run.status, run.err.as_str()), (1, ""));
    let told = "1 trả lại nguyên bản dự thảo (Chi bộ 2); 2 chưa trả lại (Chi bộ 1, Chi bộ 3)\n";
    assert!(run.out.ends_with(told), "{}", run.out);
    let asked = [&COLLECT[..], &["--asked", "chi bộ 1", "--asked", "Chi bộ 9", "-o", "y-kien-2"]].concat();
    let run = vanban_in(&folder, &asked);
    assert_eq!(run.status, 1);
    assert!(run.out.ends_with("; 1 chưa trả lại (Chi bộ 9)\n"), "{}", run.out);
}

#[test]
fn a_table_of_opinions_needs_its_draft() {
    let folder = opinions("word_no_draft");
    let collect =
        |sent: &[&str]| refused(&folder, &[&["collect", "tra-loi", "--to", "comments"], sent].concat());
    assert_eq!(collect(&[]), "hãy ghi dự thảo đã gửi lấy ý kiến: --sent DỰ-THẢO.docx\n");
    fs::create_dir(folder.join("trong")).unwrap();
    assert_eq!(
        collect(&["--sent", "trong"]),
        "trong: không có dự thảo nào đã gửi để sửa trong Word; hãy ghi --sent tệp mà vanban next --fill-in đã lập\n"
    );
    assert!(collect(&["--sent", "gop-y.docx"]).starts_with("gop-y.docx: "));
    done(vanban_in(&folder, &["next", "bien-ban.json", "--to", "notice", "--fill-in"]));
    assert_eq!(
        collect(&["--sent", "thong-bao-1.docx"]),
        "thong-bao-1.docx: đây là thông báo; bảng tổng hợp ý kiến chỉ lập cho dự thảo nghị quyết\n"
    );
    assert_eq!(
        collect(&["--sent", "."]),
        ".: có hơn một dự thảo (nghi-quyet-1.docx, thong-bao-1.docx); hãy ghi tên một tệp sau --sent\n"
    );
    let nothing = ["collect", "trong", "--sent", "nghi-quyet-1.docx", "--to", "comments"];
    assert_eq!(refused(&folder, &nothing), "chưa có ý kiến nào nhận được; không ghi tệp nào\n");
}
